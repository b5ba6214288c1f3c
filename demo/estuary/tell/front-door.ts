import { contact, referral } from '../../../src/practice/front-door/records.ts'
import type { Chance } from '../chance.ts'
import type { ContactCourse, NeedCourse } from '../course.ts'
import { addDays, addWorkingDays, ageOn, daysBetween, earlier, isWorkingDay, later, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import { brothersAndSisters } from '../plan/family.ts'
import type { Told, Values, Writing } from '../telling.ts'
import type { Worker } from '../workforce.ts'
import { contactAsked, contactBefore, frontDoorOf, type Asked } from './front-door-times.ts'
import { schoolFor, sourceInWords } from './organisations.ts'
import { tellProtocolReferrals } from './protocol-referrals.ts'

/**
 * Every contact about a child, and for each time of need the contact that led to it (`contact/0` …) and the referral (`referral/0` …), from its
 * receipt to its closing. Written at once, as a duty system holds them: published figures count open referrals.
 */
export function tellFrontDoor(living: Living): void {
  const { contacts, needs } = living.course
  const inOrder = [
    ...contacts.map((each) => ({ on: each.on, each })),
    ...needs.map((need, place) => ({ on: need.receivedOn, need, place })),
  ]
  inOrder.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const one of inOrder) {
    if ('each' in one) tellContactAlone(living, one.each)
    else {
      tellContactBefore(living, one.need, one.place)
      tellReferral(living, one.need, one.place)
      tellProtocolReferrals(living, one.need)
    }
  }
}

function tellContactAlone(living: Living, course: ContactCourse): void {
  const { world, child, telling } = living
  const { on, source, outcome } = course
  const open = living.course.needs.some((need) => need.receivedOn < on && need.closedOn > on)
  const asked = contactAsked(world, course, child.family.number)
  const said = open ? 'EXISTING_REFERRAL_FLAG' : outcomeOf[outcome]
  const lot = living.chance('contact', on, source)
  tellContact(living, asked, { source, outcomes: { [said]: 'Y' }, about: `${child.family.number} ${on} ${source}` }, lot)
  if (!lot.happens(0.004)) return
  const day = asked.receivedAt.slice(0, 10)
  const { by } = deciding(living, day, on)
  const mistaken = telling.tell(
    contact,
    { receivedAt: day, sourceCode: lot.pick(['2A', '6', '3B']), urgency: 'green' },
    { on: day, by, prompt: true },
  )
  telling.withdraw(mistaken, lot.pick(wrongChild), { on: addWorkingDays(day, lot.between(1, 9)), by, prompt: true })
}

const outcomeOf = { advice: 'ADVICE_FLAG', 'early help': 'OTHER_OUTCOMES_EXIST_FLAG', 'no further action': 'NFA_FLAG' } as const

const wrongChild = [
  'Entered on the wrong child: same surname and year of birth',
  'Entered on the wrong child: meant for a cousin of the same name',
  'About another family at the same address',
  'Wrong number picked from the list',
]

function tellContactBefore(living: Living, need: NeedCourse, place: number): void {
  const asked = contactBefore(living.world, need, living.child.family.number)
  const outcomes = { NEW_REFERRAL_FLAG: 'Y', ...(soon(need, need.enquiry?.discussedOn, 2) ? { CP_ENQUIRY_FLAG: 'Y' } : {}) }
  const told = tellContact(
    living,
    asked,
    { source: need.source, outcomes, about: need.together },
    living.chance('contact before', need.receivedOn),
  )
  living.keep(`contact/${place}`, told)
}

interface ContactSaid {
  readonly source: string
  readonly outcomes: Readonly<Record<string, string>>
  /** What those who were named in it share. */
  readonly about: string
}

/** A contact as it came in, and again when it was decided on. */
function tellContact(
  living: Living,
  { receivedAt, decidedAt, urgency }: Asked,
  { source, outcomes, about }: ContactSaid,
  lot: Chance,
): Told {
  const { world, telling, child } = living
  const day = receivedAt.slice(0, 10)
  const taker = world.workforce.someone(frontDoorOf(world, child.family.number), about, day)
  const { by, decider } = deciding(living, decidedAt, about)
  const miscoded = lot.happens(0.012)
  const inWords = lot.happens(0.7) ? sourceInWords(world.chance(about, 'source'), source, schoolOf(living, day), agesOn(living, day)) : null
  const told = telling.tell(
    contact,
    {
      receivedAt,
      sourceCode: miscoded ? (source === '8' ? '10' : '8') : source,
      sourceDescription: inWords,
      urgency,
    },
    { on: receivedAt, by: taker, prompt: true },
  )
  telling.amend(told, contact, { outcomes, decidedAt, decidedBy: decider.id }, { on: decidedAt, by, prompt: true })
  if (miscoded)
    telling.amend(
      told,
      contact,
      { sourceCode: source },
      { on: addWorkingDays(decidedAt.slice(0, 10), lot.between(1, 25)), by: taker, reason: 'Source coded wrongly' },
    )
  return told
}

/** Ages of the family’s children on a day; none for who came alone. */
const agesOn = ({ child }: Living, day: Day): readonly number[] =>
  child.unaccompanied ? [] : [child, ...brothersAndSisters(child)].map(({ born }) => (born > day ? -1 : ageOn(born, day)))

/** The school that speaks for a family: that of an older child, where this one is too small for one. */
const schoolOf = ({ world, child }: Living, day: Day): string =>
  schoolFor(world, { born: earlier(child.born, addDays(day, -2200)), family: child.family }, day)

/** The manager of the front door decides; out of hours and now and then someone else of it does, and writes it up. */
function deciding({ world, child }: Living, at: string, about: string): { readonly by: Worker; readonly decider: Worker } {
  const day = at.slice(0, 10)
  const team = frontDoorOf(world, child.family.number)
  const decider =
    isWorkingDay(day) && world.chance(about, 'decides').happens(0.88)
      ? world.workforce.manager(team, day)
      : world.workforce.someone(team, `${about} decides`, day)
  return { by: decider, decider }
}

/** What was said of a referral on a day after it was received. */
interface Step {
  readonly values: Values<(typeof referral)['fields']>
  readonly writing: Writing
}

function tellReferral(living: Living, need: NeedCourse, place: number): void {
  const { world, telling, child } = living
  const { receivedOn, source, closedOn, together } = need
  const team = frontDoorOf(world, child.family.number)
  const taker = world.workforce.someone(team, together, receivedOn)
  const decidedOn = decisionDay(living, need)
  const lot = living.chance('referral', receivedOn)
  const wrongNeed = lot.happens(0.012)
  const inWords = lot.happens(0.6)
    ? sourceInWords(world.chance(together, 'source'), source, schoolOf(living, receivedOn), agesOn(living, receivedOn))
    : null
  const told = telling.tell(
    referral,
    {
      receivedOn,
      primaryNeed: wrongNeed ? otherNeed(need.need) : need.need,
      sourceCode: source,
      sourceDescription: inWords,
      team,
      worker: taker.id,
    },
    // It is opened when the contact has been decided on.
    { on: contactBefore(world, need, child.family.number).decidedAt, by: taker, prompt: true },
  )
  living.keep(`referral/${place}`, told)
  const decider = world.workforce.manager(team, decidedOn)
  const answer = answerTo(living, need, decidedOn)
  const decision = { outcomes: outcomesOf(living, need), noFurtherAction: endedThere(need), decidedOn, decidedBy: decider.id }
  const atOnce = answer !== null && 'referrerToldOn' in answer && answer.referrerToldOn === decidedOn
  const steps: Step[] = [
    {
      values: { ...decision, ...(answer !== null && (atOnce || 'referrerNotTold' in answer) ? answer : {}) },
      writing: { on: decidedOn, by: decider },
    },
  ]
  if (answer !== null && 'referrerToldOn' in answer && !atOnce)
    steps.push({ values: answer, writing: { on: answer.referrerToldOn, by: taker } })
  if (wrongNeed) {
    const on = earlier(addWorkingDays(decidedOn, lot.between(3, 40)), closedOn)
    steps.push({ values: { primaryNeed: need.need }, writing: { on, by: living.workerOn(on), reason: lot.pick(needCorrected) } })
  }
  steps.push({ values: { closedOn, closureReason: closureAsGiven(need) }, writing: { on: closedOn, by: living.managerOn(closedOn) } })
  // What is written late must not keep the closing waiting: everything of a referral is written as it happens.
  steps.sort((a, b) => (a.writing.on < b.writing.on ? -1 : a.writing.on > b.writing.on ? 1 : 0))
  for (const { values, writing } of steps) if (writing.on <= world.to) telling.amend(told, referral, values, { ...writing, prompt: true })
}

const needCorrected = ['Main need put right after the assessment', 'Wrong code picked', 'Data check before the census']

/** The manager decides by the next working day (Working Together 2013 and 2015, chapter 1), and never after what the decision led to. */
function decisionDay(living: Living, need: NeedCourse): Day {
  const { world, child } = living
  const { receivedOn, assessment, enquiry, care, closedOn } = need
  const lot = world.chance(need.together, 'decision')
  const late = lot.happens(0.04 + 0.07 * world.workforce.strain(frontDoorOf(world, child.family.number), receivedOn))
  const took = late ? lot.between(2, 5) : lot.happens(0.68) ? 0 : 1
  const day = isWorkingDay(receivedOn)
    ? addWorkingDays(receivedOn, took)
    : lot.happens(0.4)
      ? receivedOn
      : addWorkingDays(receivedOn, Math.max(1, took))
  const followed = [assessment?.startedOn, enquiry?.discussedOn, care?.from, closedOn].reduce<Day>(
    (first, each) => (each !== undefined && each < first ? each : first),
    day,
  )
  return later(receivedOn, followed)
}

type Answer = { readonly referrerToldOn: Day } | { readonly referrerNotTold: string }

/** Whoever referred is told what was decided, as a rule that day; null where nobody told them, or there is nobody to tell. */
function answerTo({ world, child }: Living, need: NeedCourse, decidedOn: Day): Answer | null {
  const lot = world.chance(need.together, 'answer')
  if (need.source === '9' || need.source === '10') return null
  if (need.source.startsWith('1') && lot.happens(0.05))
    return { referrerNotTold: lot.pick(ageOn(child.born, need.receivedOn) >= 11 ? [...notTold, ofFriends] : notTold) }
  if (lot.happens(0.012)) return null
  const day = lot.happens(0.9) ? decidedOn : addWorkingDays(decidedOn, lot.happens(0.4) ? 1 : lot.between(2, 11))
  return { referrerToldOn: day <= need.closedOn ? day : decidedOn }
}

const notTold = [
  'The referrer lives in the house, and the father opens the post.',
  'The referrer asked not to be contacted again: the family would know who rang.',
  'A call back could put the child at risk, as the referrer shares a telephone with the person of concern.',
  'No number or address was left.',
  'The mother does not know that her sister has rung; agreed with her not to call.',
]
const ofFriends = 'The referrer is under 16 and is a friend of the child; the school will speak with them instead.'

function outcomesOf({ course }: Living, need: NeedCourse): Readonly<Record<string, string>> {
  if (endedThere(need)) return { NFA_FLAG: 'Y' }
  const privately = course.privateFostering
  return {
    ...(need.assessment === null ? {} : { SINGLE_ASSESSMENT_FLAG: 'Y' }),
    ...(soon(need, need.enquiry?.discussedOn, 4) ? { STRATEGY_DISCUSSION_FLAG: 'Y' } : {}),
    ...(soon(need, need.care?.from, 3) ? { CLA_REQUEST_FLAG: 'Y' } : {}),
    ...(privately !== null && Math.abs(daysBetween(privately.from, need.receivedOn)) < 10 ? { PRIVATE_FOSTERING_FLAG: 'Y' } : {}),
  }
}

/** Nothing more was done about it. */
const endedThere = ({ assessment, enquiry, care, plans, protection }: NeedCourse): boolean =>
  assessment === null && enquiry === null && care === null && protection === null && plans.length === 0

const soon = ({ receivedOn }: NeedCourse, day: Day | undefined, days: number): boolean =>
  day !== undefined && day >= receivedOn && day <= addDays(receivedOn, days)

const otherNeed = (need: string): string => (need === 'N5' ? 'N4' : need === 'N1' ? 'N5' : 'N1')

/**
 * “Referred to early help after assessment” (RC9) is given since April 2022. Before, such a case closed for any other reason (RC7): it was not one in
 * which nothing more was done after the assessment (RC8).
 */
const closureAsGiven = ({ closure, closedOn }: NeedCourse): string => (closure === 'RC9' && closedOn < '2022-04-01' ? 'RC7' : closure)
