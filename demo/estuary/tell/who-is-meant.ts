import type { NeedCourse } from '../course.ts'
import type { Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'

/** What a time of need is mostly about: what is said and planned follows from it. */
export type Theme =
  | 'violence'
  | 'drink'
  | 'mind'
  | 'neglect'
  | 'hurt'
  | 'sexual'
  | 'sad'
  | 'disability'
  | 'away'
  | 'alone'
  | 'behaviour'
  | 'caring'
  | 'strain'

const themeOf: Readonly<Record<string, Theme>> = {
  '1A': 'behaviour',
  '1B': 'drink',
  '1C': 'drink',
  '2A': 'behaviour',
  '2B': 'drink',
  '2C': 'drink',
  '3A': 'violence',
  '3B': 'violence',
  '3C': 'violence',
  '4A': 'sad',
  '4B': 'mind',
  '4C': 'mind',
  '5A': 'disability',
  '5B': 'strain',
  '6A': 'disability',
  '6B': 'caring',
  '7A': 'caring',
  '9A': 'alone',
  '10A': 'away',
  '11A': 'sexual',
  '12A': 'away',
  '13A': 'away',
  '14A': 'behaviour',
  '15A': 'sad',
  '16A': 'neglect',
  '17A': 'violence',
  '18A': 'hurt',
  '18C': 'hurt',
  '19A': 'sexual',
  '19C': 'sexual',
}

/** The themes of a time of need, the weightiest first: those of its factors, else that of its main need. Never none. */
export function themesOf({ child }: Living, { factors, need }: NeedCourse): readonly Theme[] {
  if (child.unaccompanied) return ['alone']
  const found = new Set(factors.flatMap((code) => themeOf[code] ?? []))
  if (found.size === 0) found.add(need === 'N2' ? 'disability' : need === 'N6' ? 'behaviour' : need === 'N3' ? 'mind' : 'strain')
  return [...found]
}

/** Heritage in a sentence, by code. */
const heritages: Readonly<Record<string, string>> = {
  WBRI: 'White British',
  WIRI: 'Irish',
  WIRT: 'Irish Traveller',
  WOTH: 'Eastern European',
  WROM: 'Romany',
  MWBC: 'mixed White and Caribbean',
  MWBA: 'mixed White and African',
  MWAS: 'mixed White and Asian',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'South-East Asian',
  BCRB: 'Black Caribbean',
  BAFR: 'Black African',
  BOTH: 'Black British',
  CHNE: 'Chinese',
  OOTH: 'Middle Eastern',
}

/** What stands in texts for those they are about: the child’s name, and words for the child and the mother. */
export function meant(living: Living, day: Day): Readonly<Record<string, string>> {
  const { child } = living
  const boy = child.sex === 'M'
  const age = ageThen(living, day)
  const { mother } = child.family
  const mum = mother === null ? 'the carer' : living.chance('called').pick(['Mum', mother.forename, `Ms ${mother.surname}`])
  return {
    name: child.forename,
    he: boy ? 'he' : 'she',
    He: boy ? 'He' : 'She',
    him: boy ? 'him' : 'her',
    his: boy ? 'his' : 'her',
    himself: boy ? 'himself' : 'herself',
    His: boy ? 'His' : 'Her',
    mum,
    Mum: mother === null ? 'The carer' : mum,
    atAge: age < 1 ? 'So young' : `At ${age}`,
    town: child.family.homes.findLast(({ from }) => from <= day)?.town ?? 'Oyster Quay',
    country: child.unaccompanied?.country ?? '',
    heritage: heritages[child.ethnicity] ?? 'mixed',
  }
}
