import type { Chance } from '../chance.ts'
import { addDays, ageOn, workingDay, type Day } from '../days.ts'
import type { Child } from '../course.ts'
import { brothersAndSisters } from '../plan/family.ts'
import { composed, some } from '../words.ts'

/** What is written of early help. */

/** The ages that a family’s children are of: what is said of the family as a whole follows from them. */
type Ages = 'small' | 'pupils' | 'teenagers' | 'several'

/** Which ages there are in the child’s family on a day. */
export function agesIn(child: Child, day: Day): ReadonlySet<Ages> {
  const ages = [child, ...brothersAndSisters(child)].filter(({ born }) => born <= day).map(({ born }) => ageOn(born, day))
  const found = new Set<Ages>()
  if (ages.length > 1) found.add('several')
  if (ages.some((age) => age < 5)) found.add('small')
  if (ages.some((age) => age >= 5 && age < 16)) found.add('pupils')
  // Some turn 18 while the family is still helped.
  if (ages.some((age) => age >= 11)) found.add('teenagers')
  return found
}

/** Words for any family, or for those with children of such ages. */
type OfAges = string | readonly [words: string, ...ages: readonly Ages[]]
const fitting = (pool: readonly OfAges[], ages: ReadonlySet<Ages>): readonly string[] =>
  pool.flatMap((each) => (typeof each === 'string' ? [each] : each.slice(1).every((one) => ages.has(one as Ages)) ? [each[0]] : []))

/** Who leads for a family, where it is not a school. Children’s centres and health visitors do so seldom (inspection of 2016, paragraph 17). */
export const leadingOrganisations = (ages: ReadonlySet<Ages>): readonly (readonly [string, number])[] =>
  organisations.filter(([, , of]) => of === undefined || ages.has(of)).map(([name, weight]) => [name, weight] as const)

const organisations: readonly (readonly [name: string, weight: number, of?: Ages])[] = [
  ['Estuary Early Help Hub', 46],
  ['The Breakwater Project', 9],
  ['Anchor Families', 8],
  ['Estuary Homes family support', 5],
  ['Wharfside Youth Centre', 4, 'teenagers'],
  ['Estuary Young Carers', 4, 'teenagers'],
  ['Oyster Quay Children’s Centre', 3, 'small'],
  ['Saltings Children’s Centre', 2, 'small'],
  ['Health visiting, Marram Bay', 2, 'small'],
  ['Harbour Light Domestic Abuse Service', 4],
]

const written = (day: Day): string => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`
const months = 'January February March April May June July August September October November December'.split(' ')

const someDay = (lot: Chance, heldOn: Day): string => written(workingDay(addDays(heldOn, lot.between(4, 40))))

/** What a meeting agreed for the family as a whole: the same in the record of each child. */
export function agreedAround(
  lot: Chance,
  decision: 'continue' | 'step up' | 'close',
  heldOn: Day,
  assessed: boolean,
  ages: ReadonlySet<Ages>,
): string {
  const of = (pool: readonly OfAges[]): readonly string[] => fitting(pool, ages)
  const given = { day: someDay(lot, heldOn), later: someDay(lot, heldOn), who: lot.pick(of(who)) }
  if (decision === 'close') return asSentences(lot, [of(closing), of(afterwards)], given)
  if (decision === 'step up') return asSentences(lot, [of(worse), stepUp], given)
  const todo = of(assessed ? tasks : [...tasks, ...firstTasks])
  return asSentences(lot, [of(lot.happens(0.55) ? going : worse), ...some(lot, todo, 1, 2)], given)
}

/** What it agreed for one child. Nothing for some. */
export function agreedFor(lot: Chance, name: string, age: number, heldOn: Day): string {
  if (lot.happens(0.18)) return ''
  const ages = new Set<Ages>([age < 5 ? 'small' : 'pupils', ...(age >= 11 ? (['teenagers'] as const) : [])])
  const pool = age < 1 ? forBabies : age < 5 ? forSmall : age < 11 ? forYoung : age < 16 ? forOlder : forEldest
  return asSentences(lot, [pool], { name, day: someDay(lot, heldOn), who: lot.pick(fitting(who, ages)) })
}

/** Composed, each sentence with its capital: what is filled in may stand first. */
const asSentences: typeof composed = (...what) => composed(...what).replaceAll(/(?:^|[.?!] )[a-z]/g, (start) => start.toUpperCase())

const who: readonly OfAges[] = [
  'the family support worker',
  ['the school', 'pupils'],
  'the early help practitioner',
  ['the health visitor', 'small'],
  ['the school nurse', 'pupils'],
  'the housing officer',
  'mother',
  'the parenting worker',
  'grandmother',
]

const going: readonly OfAges[] = [
  ['Mornings are calmer, and the children have been on time since half-term.', 'pupils'],
  'The rent is being paid, and the arrears are down by half.',
  'Mother has been to five of the six parenting sessions and speaks up in them.',
  'Parents now say the same thing at bedtime, and it is holding.',
  'Father has moved out, and contact on Saturdays goes well.',
  'The house is clean and warm; the boiler was mended in the end.',
  'Mother has seen her GP and sleeps better on the new tablets.',
  ['Attendance is up to 93 per cent from 81.', 'pupils'],
  'There have been no more calls to the police since the last meeting.',
  'The debts are with an adviser, and the letters have stopped.',
  ['Everybody sleeps in their own bed now.', 'several'],
  ['The baby feeds and grows, and mother has colour in her face.', 'small'],
  'There is a timetable on the fridge, and it is looked at.',
  'Mother went out with a friend, for the first time this year.',
]

const worse: readonly OfAges[] = [
  ['Two weeks of school were missed after the move.', 'pupils'],
  'Mother has been low again and cancelled three visits.',
  'Father lost his job in the docks, and there is shouting most nights.',
  'The flat is damp, and the landlord does not answer.',
  ['Parents have parted and quarrel at the school gate.', 'pupils'],
  ['The eldest has been out past midnight twice.', 'teenagers', 'several'],
  'Money runs out by the twentieth of each month.',
  'Grandfather has died, and everybody is sad and short with one another.',
  'The bedroom still has no beds, only mattresses.',
  'Mother’s former partner has been seen outside the flats.',
  'Appointments with the paediatrician were missed twice.',
  'The electric meter was empty for two days.',
  'Mother’s new partner does not want us there.',
  ['The school rang three times this week.', 'pupils'],
  ['Nobody sleeps, because the little one does not.', 'small'],
]

const tasks: readonly OfAges[] = [
  '{who} to visit weekly until {day}.',
  'Parenting group to start on {day}; {who} goes along the first time.',
  '{who} to write to the landlord by {day}.',
  'Food bank voucher given; budget to be gone through on {day}.',
  'A referral for counselling for mother goes off by {day}.',
  ['{who} to ask for a place at the breakfast club by {day}.', 'pupils'],
  'Home routine chart to be looked at again on {later}.',
  '{who} rings on Mondays and Thursdays until {day}.',
  'Sleep diary until {day}, then to {who}.',
  'Housing transfer form to be sent by {day}, with a letter from {who}.',
  'Family meeting with grandparents on {later}; {who} to prepare it.',
  '{who} to speak with father, who was not at the meeting, by {day}.',
  ['{who} to ask for the two-year-old’s nursery place by {day}.', 'small'],
  'White goods from the fund: form by {day}.',
  'Bed and bedding to come on {day}.',
]

const firstTasks: readonly OfAges[] = [
  'The assessment is to be finished by {day}.',
  'Assessment not done yet: {who} still has to be asked.',
]

const closing: readonly OfAges[] = [
  'What we set out to do is done.',
  'Parents manage without us and say so.',
  'All four goals are reached; scores went from 4 to 8.',
  'Things have been steady for three months.',
  'Mother has her own people now and does not want more meetings.',
  ['Attendance holds above 95 per cent.', 'pupils'],
  'The family has settled where they are.',
  'What was agreed is a habit now.',
]

const afterwards: readonly OfAges[] = [
  ['The school keeps an eye and rings the hub if attendance falls.', 'pupils'],
  ['The health visitor goes on as for any family.', 'small'],
  'Parents have the hub’s number.',
  ['The youth centre stays in touch.', 'teenagers'],
  'A last call by {who} on {day}.',
  ['The children’s centre stays open to them.', 'small'],
  'The family hub stays open to them.',
  '',
]

const stepUp = [
  'Agreed to refer to the MASH today, with mother’s consent.',
  '{who} rings the MASH after the meeting.',
  'More than early help can hold: a social worker is to assess.',
  'Parents were told that a referral is made, and why.',
  'What was agreed has not changed it. Stepped up.',
]

const forBabies = [
  '{name} to be weighed at the clinic on {day}.',
  '{name} sleeps in a cot of the right size now.',
  '{who} takes {name} and mother to the baby group.',
  'Immunisations for {name} by {day}.',
  'Weaning: {who} goes along to the course from {day}.',
  '{name} is rocked to sleep in the pram; a dark room to be tried until {day}.',
]

const forEldest = [
  '{name} is to see the youth worker on Wednesdays from {day}.',
  '{name} asked for fewer meetings and more lifts.',
  '{name} wants to be a plasterer: careers visit on {day}.',
  'College form with {name} by {day}; {who} sits with it.',
  '{name} pays towards the phone now, agreed by all.',
  'Referral to the emotional wellbeing service for {name} by {day}.',
  '{name} helps at home more than is known; {who} to ask by {day}.',
]

const forSmall = [
  '{name} is to have a check with the health visitor by {day}.',
  'A nursery place for {name} from {day}.',
  '{name} is not talking much: {who} asks for speech therapy by {day}.',
  '{who} takes {name} and mother to the play group.',
  '{name} to be weighed at the clinic on {day}.',
  '{name} sleeps in a cot of the right size now.',
  '{name} bites at nursery; a plan with the key person by {day}.',
  'Potty training with help of {who}.',
]

const forYoung = [
  '{name} starts in the nurture group on {day}.',
  '{name} wants to go swimming; {who} finds out what it costs.',
  'Glasses for {name} by {day}.',
  '{name} drew a picture of home with everybody at the table.',
  '{name} is to have ten sessions with the school’s counsellor from {day}.',
  'Reading at home with {name} four evenings a week; {who} looks at the book.',
  '{name} stays for football on Tuesdays.',
  'School to keep a feelings diary with {name} until {day}.',
  '{name} says that there is less shouting.',
  'Bedwetting: {name} sees the school nurse on {day}.',
]

const forOlder = [
  '{name} is to see the youth worker on Wednesdays from {day}.',
  '{name} asked for fewer meetings and more lifts.',
  'A reduced timetable for {name} until {day}, then full days.',
  '{name} joins the young carers’ group on {day}.',
  '{who} speaks with {name} about staying out by {day}.',
  '{name} says that maths is the only lesson that works.',
  '{name} and mother made a list of what may be done on school nights.',
  'Referral to the emotional wellbeing service for {name} by {day}.',
  '{name} wants to be a plasterer: careers visit on {day}.',
  '{name}’s telephone stays downstairs at night, agreed by all.',
]
