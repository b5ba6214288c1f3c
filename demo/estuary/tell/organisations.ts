import type { Chance } from '../chance.ts'
import type { Child } from '../course.ts'
import type { Day } from '../days.ts'
import type { World } from '../world.ts'
import { phaseOf, schoolFor as schoolOfPhase, yearOfSchool } from './schools.ts'

/** Schools and services of Estuary, as people write them. None of them is there in life. */

/** The school, nursery or college that a child would go to on a day. Brothers and sisters of an age go to the same. */
export function schoolFor(world: World, { born, family }: Pick<Child, 'born' | 'family'>, day: Day): string {
  const phase = phaseOf(yearOfSchool(born, day))
  return schoolOfPhase(world.chance(family.number, 'school', phase), phase, false).name
}

/**
 * Who made a contact or a referral, in the words of whoever took it: by code of the source. Null where the code says it all.
 * @param ages of the children it is about, one not yet born being −1; none for who came to the country alone
 */
export function sourceInWords(lot: Chance, code: string, school: string, ages: readonly number[]): string | null {
  const alone = ages.length === 0
  const [youngest, eldest] = alone ? [0, 99] : [Math.min(...ages), Math.max(...ages)]
  const of = (alone ? sourcesAlone[code] : sources[code]) ?? ['']
  const fit = of.filter((each) => eldest >= (fromAge[each] ?? -1) && youngest <= (toAge[each] ?? 99))
  const said = fit.length === 0 ? '' : lot.pick(fit)
  return said === '' ? null : said.replace('{school}', school)
}

/** What is said of children from an age on. */
const fromAge: Readonly<Record<string, number>> = {
  'Police: child found out alone late': 5,
  'Railway police: found on a train without a ticket': 11,
  'Football coach': 6,
  'Parent of a friend from school': 5,
  'Youth offending service': 11,
  'Youth worker, Wharfside': 11,
  'Youth club': 9,
  'Young carers’ project': 8,
  'Children’s helpline': 8,
  'Head of year, {school}': 11,
  'Pupil referral unit': 11,
  'Adult sister': 8,
}

/** What is said of small children, up to an age. */
const toAge: Readonly<Record<string, number>> = {
  'Children’s centre, Oyster Quay': 5,
  'Nursery manager': 4,
  'Playgroup leader': 4,
  Childminder: 10,
}

/** Of who came alone. */
const sourcesAlone: Readonly<Record<string, readonly string[]>> = {
  '5B': ['Emergency duty team', 'Reception desk of the council offices', 'Housing options desk', ''],
  '6': [
    'Police: found at the lorry park',
    'Police: found at the lorry park, with two others',
    'Railway police: found on a train without a ticket',
    'Police: walked into the front office',
    'Police: found on the slip road at night',
    '',
  ],
  '7': ['Immigration officer at the port', 'Immigration enforcement', 'Home Office screening unit', ''],
}

const sources: Readonly<Record<string, readonly string[]>> = {
  '1A': [
    'Mother',
    'Father',
    'Maternal grandmother',
    'Paternal grandmother',
    'Maternal aunt',
    'Adult sister',
    'Stepfather',
    'Grandfather',
    '',
  ],
  '1B': ['Neighbour', 'Childminder', 'Friend of the mother', 'Neighbour across the landing', 'Parent of a friend from school'],
  '1D': ['Landlord', 'Passer-by who rang the out of hours line', 'Football coach', 'Shopkeeper', ''],
  '2A': [
    'Safeguarding lead, {school}',
    'Head teacher, {school}',
    'Head of year, {school}',
    'Pastoral manager, {school}',
    'Deputy head, {school}',
    'Family liaison officer, {school}',
    '{school}',
  ],
  '2B': ['Education welfare officer', 'Inclusion service', 'Educational psychologist', 'Admissions team', 'Pupil referral unit'],
  '3A': ['GP, Lock Gate Surgery', 'GP, Teal Point Medical Centre', 'GP, Saltings Surgery', 'Practice nurse, Quayside Practice'],
  '3B': ['Health visitor, Oyster Quay clinic', 'Health visitor, Wharfside clinic', 'Health visitor', 'Nursery nurse, health visiting team'],
  '3C': ['School nurse', 'School nurse for {school}', 'School nursing duty desk'],
  '3D': ['Community midwife', 'Safeguarding midwife', 'Speech and language therapist', 'Community dental service'],
  '3E': ['Emergency department, Marram Bay Hospital', 'Paediatric liaison nurse, Marram Bay Hospital', 'Minor injuries unit, Saltings'],
  '3F': [
    'Child and adolescent mental health service',
    'Community paediatrician',
    'Adult mental health team',
    'Ambulance service',
    'Drug and alcohol service',
  ],
  '4': ['Housing officer, Estuary Homes', 'Homelessness team', 'Anti-social behaviour officer, Estuary Homes', 'Tenancy support worker'],
  '5A': ['Adult social care', 'Adult safeguarding team', 'Social worker, adult learning disability team', 'Hospital discharge team'],
  '5B': [
    'Children’s centre, Oyster Quay',
    'Youth offending service',
    'Early help hub',
    'Troubled families worker',
    'Youth worker, Wharfside',
  ],
  '5C': [
    'Social worker of the family’s last council',
    'Emergency duty team of a neighbouring council',
    'Another council: family has moved here',
  ],
  '6': [
    'Police: domestic abuse notification',
    'Police: officers called to the address',
    'Police child abuse investigation team',
    'Police: child found out alone late',
    'Police: adult arrested at the address',
    'Neighbourhood officer, Saltings',
    'Police: neighbour rang about shouting',
    'Police: warrant carried out at the address',
    'Railway police: found on a train without a ticket',
  ],
  '7': ['Probation officer', 'Family court adviser', 'Offender manager, women’s prison', 'Court office'],
  '8': [
    'Refuge worker',
    'Nursery manager',
    'Playgroup leader',
    'Youth club',
    'Children’s helpline',
    'Food bank volunteer',
    'Young carers’ project',
  ],
}
