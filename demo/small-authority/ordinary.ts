import { heritageBy } from '../names.ts'
import type { Heritage } from '../names.ts'
import { chanceFrom } from './chance.ts'
import type { Chance } from './chance.ts'
import { addDays, addWorkingDays, addYears, workingDay } from './days.ts'
import type { Day } from './days.ts'
import type { Mother } from './life.ts'
import { agencyCarers, agencyCarersForGood, childrensHome, ownCarers, relatives } from './placements.ts'
import { careAsItShouldBe, lastDay } from './routines.ts'
import { situation } from './situation.ts'
import type { Situation } from './situation.ts'
import type { ChildStory } from './story.ts'

/** The children around the told ones: households of one to three, each with an ordinary course, the same every time for the same seed. */
export function ordinaryChildren(seed: number, atLeast: number, namesTaken: readonly string[]): readonly Situation[] {
  const chance = chanceFrom(seed)
  const found: Situation[] = []
  const taken = new Set(namesTaken)
  for (let household = 0; found.length < atLeast; household += 1)
    found.push(...householdOf(chance, household, 203_000 + household * 10, taken))
  return found
}

interface Home {
  readonly street: string
  readonly house: string
  readonly town: string
  readonly postcode: string
}

/** How likely a course is among the others, and how it goes from the day of the contact or referral. */
interface Course {
  readonly name: string
  readonly weight: number
  readonly tell: (child: ChildStory, on: Day, given: Given) => ChildStory
}

interface Given {
  readonly need: string
  readonly source: string
  readonly worker: string
  readonly later: string
  readonly factors: readonly string[]
  readonly meeting: string
  readonly category: string
  readonly lengths: readonly number[]
}

const streets = [
  'Dunlin Road',
  'Harbour Street',
  'Windmill Street',
  'Ropewalk',
  'Tern Walk',
  'Estuary Road',
  'Slipway',
  'Beacon Hill',
  'Capstan Way',
  'Pilot Gardens',
]
const towns: readonly (readonly [string, string])[] = [
  ['Oyster Quay', 'XE1'],
  ['Saltings', 'XE2'],
  ['Teal Point', 'XE3'],
  ['Marram Bay', 'XE4'],
  ['Wharfside', 'XE5'],
  ['Sandling Cross', 'XE6'],
]
const letters = 'ABDEFGHJLNPQRSTUWXYZ'
const postcodeIn = (chance: Chance, district: string) =>
  `${district} ${chance.between(1, 9)}${letters[chance.between(0, letters.length - 1)] ?? 'A'}${letters[chance.between(0, letters.length - 1)] ?? 'B'}`

function householdOf(chance: Chance, household: number, firstId: number, taken: Set<string>): readonly Situation[] {
  const heritage = heritageBy(chance)
  const surname = chance.pick(heritage.surnames)
  const [town, district] = chance.pick(towns)
  const home: Home = { street: chance.pick(streets), house: String(chance.between(1, 98)), town, postcode: postcodeIn(chance, district) }
  const mother: Mother | null = chance.inHundred(35)
    ? {
        id: String(firstId),
        forename: chance.pick(heritage.women),
        surname,
        born: `19${chance.between(77, 89)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`,
        ethnicity: chance.pick(heritage.ethnicities),
      }
    : null
  const course = chance.pick(courses.flatMap((each) => Array.from({ length: each.weight }, () => each)))
  const on = workingDay(addDays('2012-01-05', chance.between(0, 1450)))
  const given = givenBy(chance, household)
  const ethnicity = chance.pick(heritage.ethnicities)
  const size = chance.inHundred(55) ? 1 : chance.inHundred(70) ? 2 : 3
  return Array.from({ length: size }, (_, place) => {
    const girl = chance.inHundred(50)
    const forename = freshName(chance, girl ? heritage.girls : heritage.boys, surname, taken)
    const born = addDays(addYears(on, -chance.between(1 + place * 4, 3 + place * 4)), -chance.between(20, 300))
    return situation(`${course.name}, from ${on.slice(0, 4)}`, firstId + 1 + place, (child) => {
      child.called(forename, surname)
      if (girl) child.girl(born, ethnicity)
      else child.boy(born, ethnicity)
      if (size > 1 || mother) child.inFamily(`FAM${firstId}`)
      if (mother) child.motherIs(mother)
      child.livesAt(later(born, '2010-01-04'), home.house, home.street, home.town, home.postcode)
      return course.tell(child, on, given)
    })
  })
}

const two = (number: number) => String(number).padStart(2, '0')
const later = (one: Day, other: Day) => (one > other ? one : other)

function freshName(chance: Chance, forenames: Heritage['girls'], surname: string, taken: Set<string>): string {
  for (let tries = 0; tries < 40; tries += 1) {
    const forename = chance.pick(forenames)
    if (taken.has(`${forename} ${surname}`)) continue
    taken.add(`${forename} ${surname}`)
    return forename
  }
  return `${chance.pick(forenames)}-${chance.pick(forenames)}`
}

const needs: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  ['N1', [['16A', '2B'], ['3B', '1B'], ['17A'], ['3B', '4B', '16A']]],
  ['N1', [['3B'], ['16A'], ['1B', '2B']]],
  ['N3', [['6B'], ['4B']]],
  ['N4', [['4B'], ['20']]],
  ['N5', [['3B', '4A'], ['14A']]],
  [
    'N6',
    [
      ['14A', '10A'],
      ['2A', '11A'],
    ],
  ],
]

function givenBy(chance: Chance, household: number): Given {
  const [need, factors] = chance.pick(needs)
  return {
    need,
    factors: chance.pick(factors),
    source: chance.pick(['1A', '2A', '2A', '3A', '3B', '3C', '3E', '4', '5B', '6', '6', '6', '8', '9']),
    worker: chance.pick(['Aidan Corless', 'Temi Fashanwe', 'Hattie Gorringe', 'Pavel Dostalik']),
    later: chance.pick(['Gareth Lunn', 'Shereen Akhtari', 'Calum Drever', 'Esther Wamalwa']),
    meeting: `CPM7${household}`,
    category: chance.pick(['Neglect', 'Neglect', 'Emotional abuse', 'Emotional abuse', 'Physical abuse', 'Sexual abuse']),
    lengths: Array.from({ length: 8 }, () => chance.between(0, 100)),
  }
}

/** Tells what comes next only if it lies within what is known. */
const ifBy = (child: ChildStory, on: Day, tell: () => unknown) => {
  if (on <= lastDay) tell()
  return child
}

const length = (given: Given, place: number, from: number, until: number) =>
  from + Math.round(((given.lengths[place] ?? 50) / 100) * (until - from))

const referredAndAssessed = (child: ChildStory, on: Day, given: Given, outcomes?: readonly string[]) => {
  const done = addWorkingDays(on, length(given, 0, 18, 49))
  return child
    .referred(on, given.source, given.need, given.worker)
    .assessed(addWorkingDays(on, 1), done <= lastDay ? done : null, done <= lastDay ? given.factors : [], outcomes)
}

/** Referral, assessment, then a plan in need with visits, ended and closed if time allows. */
function inNeed(child: ChildStory, on: Day, given: Given): ChildStory {
  referredAndAssessed(child, on, given)
  const from = addWorkingDays(on, length(given, 0, 18, 49) + 3)
  const until = workingDay(addDays(from, length(given, 1, 80, 420)))
  return ifBy(child, from, () => {
    child.inNeedPlan(from).workedBy(given.later, from)
    child.visitedEvery(length(given, 2, 18, 35), addDays(from, 6), until < lastDay ? until : lastDay)
    if (until <= lastDay) child.inNeedPlanEnded(until).closed(until, 'RC7')
  })
}

function protectedByPlan(child: ChildStory, on: Day, given: Given): ChildStory {
  const discussed = addWorkingDays(on, 2)
  const conference = addWorkingDays(discussed, length(given, 3, 9, 19))
  const ended = workingDay(addDays(conference, length(given, 4, 160, 620)))
  referredAndAssessed(child, on, given)
  if (discussed > lastDay) return child
  const enquired = addWorkingDays(discussed, length(given, 6, 5, 8))
  child.strategyDiscussion(discussed, enquired <= lastDay ? enquired : null, enquired <= lastDay ? ['CP_CONFERENCE_FLAG'] : [])
  return ifBy(child, conference, () => {
    child.conference(conference, given.meeting, given.category).workedBy(given.later, conference)
    child.visitedEvery(length(given, 2, 10, 17), addDays(conference, 5), ended < lastDay ? ended : lastDay)
    let due = addDays(conference, 91)
    for (let place = 1; due <= ended; place += 1) {
      const held = workingDay(addDays(due, -length(given, 5, 1, 9)))
      if (held >= ended || held > lastDay) break
      child.planReviewed(held, due, `${given.meeting}R${place}`, true, 'PN7')
      due = addDays(held, 183)
    }
    if (ended <= lastDay) child.planReviewed(ended, due, `${given.meeting}RL`, false, 'PN7').protectionPlanEnded(ended)
    const closed = workingDay(addDays(ended, 95))
    if (ended <= lastDay) child.inNeedPlan(ended)
    if (closed <= lastDay) child.visitedEvery(28, addDays(ended, 7), closed).inNeedPlanEnded(closed).closed(closed, 'RC7')
  })
}

function inCare(child: ChildStory, on: Day, given: Given): ChildStory {
  referredAndAssessed(child, on, given, ['CLA_REQUEST_FLAG'])
  const came = workingDay(addDays(on, length(given, 1, 75, 200)))
  return ifBy(child, came, () => {
    const first = given.lengths[2] ?? 0
    child.cameIntoCare(came, first > 60 ? 'C1' : 'V2', first > 30 ? ownCarers('XE2 1QF', 5) : relatives('XE4 6QK', 6))
    child
      .workedBy(first > 50 ? 'Marcus Bell' : 'Verity Aldous', came)
      .reviewingOfficer(first > 50 ? 'Helen Sotiriou' : 'Bryn Cadwell', came)
    child.carePlan(addDays(came, 14), 'RETURN6M', 'LTFOST18')
    const order = workingDay(addDays(came, length(given, 3, 120, 250)))
    const moved = workingDay(addDays(order, length(given, 4, 30, 300)))
    const left = workingDay(addDays(came, length(given, 5, 260, 1500)))
    if (order < left && order <= lastDay && first > 40) child.order(order, 'C2').carePlan(order, 'LTFOST18')
    if (moved < left && moved <= lastDay)
      child.moved(
        moved,
        first > 70 ? childrensHome('XE9 7CH', 27) : first > 45 ? agencyCarers('XE8 5QR', 16) : agencyCarersForGood('XE8 7QT', 13),
        first > 55 ? 'CREQB' : 'CARPL',
      )
    const until = left <= lastDay ? left : addDays(lastDay, 1)
    careAsItShouldBe(child, came, { until, score: length(given, 6, 8, 26), takesPart: first > 50 ? 'PN1' : 'PN6' })
    if (left <= lastDay) child.leftCare(left, first > 40 ? 'E41' : 'E4A').closed(left, first > 40 ? 'RC3' : 'RC7')
  })
}

const courses: readonly Course[] = [
  { name: 'Asked about and advised', weight: 4, tell: (child, on, given) => child.contact(on, given.source, 'ADVICE_FLAG') },
  {
    name: 'Helped early',
    weight: 4,
    tell: (child, on, given) => {
      const ended = workingDay(addDays(on, length(given, 0, 60, 260)))
      child
        .contact(on, given.source, 'ADVICE_FLAG')
        .earlyHelp(workingDay(addDays(on, 9)), 'Support asked for by the family', 'Family Centre East', 'Delphine Marsh')
      return ifBy(child, ended, () => child.earlyHelpEnded(ended, 'Needs met'))
    },
  },
  {
    name: 'Referred, no further action',
    weight: 4,
    tell: (child, on, given) => child.referredWithoutFurtherAction(on, addWorkingDays(on, 1), given.source, given.need, 'Joel Pennick'),
  },
  {
    name: 'Assessed and closed',
    weight: 6,
    tell: (child, on, given) => {
      referredAndAssessed(child, on, given, ['NFA_FLAG'])
      const closed = addWorkingDays(on, length(given, 0, 18, 49) + 1)
      return ifBy(child, closed, () => child.closed(closed, 'RC8'))
    },
  },
  { name: 'In need at home', weight: 7, tell: inNeed },
  { name: 'On a protection plan', weight: 6, tell: protectedByPlan },
  { name: 'In care', weight: 6, tell: inCare },
]
