import { birthday, type Day } from '../days.ts'
import { chanceFor, type Chance } from '../chance.ts'

/** A school, nursery or college. All names are invented. */
export interface School {
  readonly name: string
  readonly outside: boolean
  /** Judged good or better by inspectors. */
  readonly good: boolean
}

export type Phase = 'early years' | 'primary' | 'secondary' | 'sixth form'

const names: Readonly<Record<Phase | 'special', readonly string[]>> = {
  'early years': [
    'Little Sandlings Nursery',
    'Saltings Nursery',
    'The Slipway Pre-school',
    'Marram Bay Nursery Class',
    'Wharfside Early Years Centre',
  ],
  primary: [
    'Oyster Quay Primary School',
    'Quayside Juniors',
    'Saltings Primary School',
    'St Osgar’s Primary School',
    'Teal Point Primary School',
    'Curlew Lane Primary School',
    'Marram Bay Primary School',
    'Dune Road Primary School',
    'Wharfside Primary School',
    'Ropewalk Primary School',
    'Sandling Cross Primary School',
    'Lapwing Green Primary School',
  ],
  secondary: [
    'Estuary Point High School',
    'Saltmarsh Academy',
    'The Teal Point School',
    'Wharfside Academy',
    'Sandling Cross School',
    'St Osgar’s School',
  ],
  'sixth form': ['Estuary Sixth Form College', 'Wharfside College', 'Saltmarsh Academy sixth form', 'Estuary Point High sixth form'],
  special: ['Dunlin House School', 'The Lightship School'],
}

/** Towns elsewhere, which are on no map. */
const towns = [
  'Hallowmere',
  'Brackstead',
  'Ferncombe',
  'Dunholt',
  'Coldharrow',
  'Pennowfield',
  'Aldersby',
  'Thornleigh Heath',
  'Great Mossop',
  'Harrowmoor',
  'Ludborne',
  'Wick Averell',
]
const elsewhere: Readonly<Record<Phase | 'special', readonly string[]>> = {
  'early years': ['Nursery', 'Pre-school', 'Children’s Centre Nursery'],
  primary: ['Primary School', 'Church School', 'Juniors', 'Lower School', 'Community Primary'],
  secondary: ['Academy', 'High School', 'Community School', 'Upper School'],
  'sixth form': ['College', 'Sixth Form College', 'College of Technology'],
  special: ['Park School', 'Lodge School'],
}

/** So many of a hundred children in care went to a school judged good or better (report of 2016, paragraph 55). */
const shareGood = 0.87

const known = new Map<string, School>()
const schoolNamed = (name: string, outside: boolean): School => {
  const found = known.get(name) ?? { name, outside, good: chanceFor(87, 'school', name).happens(shareGood) }
  known.set(name, found)
  return found
}

/** A school for a child of that phase, in Estuary or elsewhere. */
export function schoolFor(lot: Chance, phase: Phase | 'special', outside: boolean): School {
  return outside ? schoolNamed(`${lot.pick(towns)} ${lot.pick(elsewhere[phase])}`, true) : schoolNamed(lot.pick(names[phase]), false)
}

/** The school that a residential placement has of its own. */
export const ownSchool = (kind: 'residential school' | 'secure home', place: string, outside: boolean): School =>
  kind === 'residential school'
    ? schoolNamed(`${chanceFor(31, place).pick(towns)} Hall School`, outside)
    : schoolNamed('Education unit of the secure home', outside)

/** The year of school in which a child is: 0 is reception, 11 the last of compulsory education, 12 and 13 the sixth form; below 0 early years. */
export function yearOfSchool(born: Day, day: Day): number {
  const began = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)
  const last = `${began}-08-31`
  let age = began - Number(born.slice(0, 4))
  if (birthday(born, age) > last) age--
  return age - 4
}

export const phaseOf = (year: number): Phase => (year < 0 ? 'early years' : year < 7 ? 'primary' : year < 12 ? 'secondary' : 'sixth form')
