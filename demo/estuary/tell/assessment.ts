import { assessment, assessmentFactors } from '../../../src/practice/assessment/records.ts'
import type { Chance } from '../chance.ts'
import type { AssessmentCourse, NeedCourse } from '../course.ts'
import { addDays, addWorkingDays, earlier, later, workingDay, workingDaysBetween, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Worker } from '../workforce.ts'
import { analysisOf, childsViewOf, copiedAnalysis, identityOf, whyItTookLonger } from './assessment-words.ts'
import { agesIn } from './early-help-words.ts'
import { inNeedVisits } from './home-visits.ts'
import { isTouched, numberOf, shareTouched, teamOn, type Weighing } from './touched.ts'

/**
 * Assessments: begun, reviewed by the manager on the way, authorised; and done again each year, or when something changes, for as long as
 * the child is at home with a plan. Kept: `assessment/<place of the need>`, the first of each time of need. It needs `referral/<place>`.
 */
export function tellAssessment(living: Living): void {
  for (const [place, need] of living.course.needs.entries()) {
    if (need.assessment === null) continue
    tellOne(living, need, place, 0, need.assessment)
    for (const [nth, again] of doneAgain(living, need, place).entries()) tellOne(living, need, place, nth + 1, again)
  }
}

const viewMissing: Weighing = { most: ['T32', 'disabled children'], there: 1.4, elsewhere: 0.95 }
const sameWords: Weighing = { most: ['T32'], there: 1.6, elsewhere: 0.5 }
const notRenewed: Weighing = { most: ['family support', 'disabled children'], there: 1.25, elsewhere: 0.4 }

function tellOne(living: Living, need: NeedCourse, place: number, nth: number, course: AssessmentCourse): void {
  const { telling } = living
  const { startedOn, finishedOn, team } = course
  const lot = living.chance('assessment', String(place), String(nth))
  const by = living.workerOn(startedOn)
  const told = telling.tell(
    assessment,
    { referral: numberOf(living.kept(`referral/${place}`)), startedOn, team, worker: by.id },
    { on: startedOn, by, prompt: lot.happens(0.9) },
  )
  if (nth === 0) living.keep(`assessment/${place}`, told)
  const reviewedOn = addWorkingDays(startedOn, lot.happens(0.9) ? lot.between(7, 10) : lot.between(11, 18))
  if (reviewedOn < finishedOn && lot.happens(0.92))
    telling.amend(told, assessment, { internalReviewOn: reviewedOn }, { on: reviewedOn, by: living.managerOn(reviewedOn), prompt: true })

  const finishing = { on: finishedOn, by: living.managerOn(finishedOn), prompt: true } as const
  const long = workingDaysBetween(nth === 0 ? need.receivedOn : startedOn, finishedOn) > 45
  telling.amend(
    told,
    assessment,
    {
      authorisedOn: finishedOn,
      childSeen: nth > 0 || wasSeen(living, place, course),
      ...outcomeOf(need, course, lot),
      ...(long && lot.happens(0.72) ? { whyLonger: whyItTookLonger(living, finishedOn, lot) } : {}),
      ...textsOf(living, need, place, nth, course, living.workerOn(finishedOn)),
    },
    finishing,
  )
  if (finishedOn > living.world.to) return
  const factors = factorsOf(need, course)
  const forgotten = factors.length > 1 && lot.happens(0.015)
  const found = telling.tell(
    assessmentFactors,
    { assessment: numberOf(told), factors: forgotten ? factors.slice(0, -1) : factors },
    finishing,
  )
  if (forgotten)
    telling.amend(
      found,
      assessmentFactors,
      { factors },
      { on: addDays(finishedOn, lot.between(5, 90)), by: finishing.by, reason: 'One was left out' },
    )
}

/** Whether the child was seen by the end of the assessment: at home, or, in care or on a protection plan by then, as such children are. */
function wasSeen(living: Living, place: number, { finishedOn }: AssessmentCourse): boolean {
  const { protection, care } = living.course.needs[place] as NeedCourse
  if (living.child.born > finishedOn) return false
  if ([protection, care].some((stretch) => stretch !== null && stretch.from < finishedOn)) return true
  for (const { on, seen } of inNeedVisits(living, place)) {
    if (on > finishedOn) return false
    if (seen) return true
  }
  return false
}

const flag = (...codes: readonly string[]): Readonly<Record<string, string>> => Object.fromEntries(codes.map((code) => [code, 'Y']))

function outcomeOf(
  { enquiry, protection, proceedings, need, factors }: NeedCourse,
  { leadsTo, finishedOn }: AssessmentCourse,
  lot: Chance,
) {
  const also = factors.some((code) => code.startsWith('8')) ? ['PRIVATE_FOSTERING_FLAG'] : []
  if (leadsTo === 'closure') {
    const enquired = enquiry !== null && protection === null && enquiry.discussedOn <= finishedOn
    return { outcomes: flag(enquired ? 'NFA_S47_END_FLAG' : 'NFA_FLAG', ...also), noFurtherAction: true }
  }
  const outcomes = {
    'early help': ['REFERRAL_TO_OTHER_AGENCY_FLAG'],
    plan: [
      'PROV_OF_SERVICES_FLAG',
      ...(need === 'N2' && lot.happens(0.4) ? ['PROV_OF_SB_CARE_FLAG'] : []),
      ...(lot.happens(0.06) ? ['SPECIALIST_ASSESSMENT_FLAG'] : []),
    ],
    protection: ['STRATEGY_DISCUSSION_FLAG'],
    care: ['CLA_REQUEST_FLAG', ...(proceedings !== null && proceedings.decidedOn <= finishedOn ? ['LEGAL_ACTION_FLAG'] : [])],
  }[leadsTo]
  return { outcomes: flag(...outcomes, ...also), noFurtherAction: false }
}

/** Until 1 April 2020 the census did not ask who had hurt the child. No factor at all is said only where nothing more is done. */
function factorsOf({ factors }: NeedCourse, { leadsTo, finishedOn }: AssessmentCourse): readonly string[] {
  if (factors.length === 0) return [leadsTo === 'closure' ? '21' : '20']
  if (finishedOn >= '2020-04-01') return factors
  return [
    ...new Set(
      factors.map((code) =>
        code === '18B' || code === '18C' ? '18A' : code === '19B' || code === '19C' ? '19A' : code === '24A' ? '13A' : code,
      ),
    ),
  ]
}

function textsOf(
  living: Living,
  need: NeedCourse,
  place: number,
  nth: number,
  { finishedOn, team, leadsTo }: AssessmentCourse,
  by: Worker,
) {
  const of = (what: string): Chance => living.chance(what, String(place), String(nth))
  const missing = shareTouched(living, 'childs-view-missing', finishedOn, team, viewMissing)
  const [view, identity] = [of('child’s view'), of('identity')]
  return {
    ...(view.happens(Math.max(0.05, missing)) ? {} : { childsView: childsViewOf(living, need, finishedOn, view) }),
    ...(identity.happens(Math.max(0.07, Math.min(0.9, missing * 1.1))) ? {} : { childsIdentity: identityOf(living, finishedOn, identity) }),
    analysis: copied(living, need, nth, { finishedOn, team, leadsTo }, by) ?? analysisOf(living, need, leadsTo, finishedOn, of('analysis')),
  }
}

/**
 * The paragraph of the last form: the same in all brothers and sisters; of an only child, the same as in others of its worker that half-
 * year.
 */
function copied(
  { world, child, ...living }: Living,
  { together }: NeedCourse,
  nth: number,
  { finishedOn: day, team, leadsTo }: Pick<AssessmentCourse, 'finishedOn' | 'team' | 'leadsTo'>,
  by: Worker,
): string | null {
  const several = child.family.children.length > 1
  const touched = isTouched(
    several ? world.chance(together, 'same words', String(nth)) : living.chance('same words', together, String(nth)),
    { world, child, ...living },
    'same-words',
    day,
    team,
    several ? sameWords : { ...sameWords, elsewhere: 0.3, there: 1 },
  )
  if (!touched || child.unaccompanied) return null
  return copiedAnalysis(
    several ? world.chance(together, 'copied analysis', String(nth)) : world.chance(by.id, 'copied analysis', halfYear(day)),
    leadsTo === 'closure',
    agesIn(child, day).has('pupils'),
  )
}

const halfYear = (day: Day): string => `${day.slice(0, 4)}${day.slice(5, 7) < '07' ? 'a' : 'b'}`

/** Assessments after the first, until the case is closed: each year, and when things change. */
function doneAgain(living: Living, need: NeedCourse, place: number): readonly AssessmentCourse[] {
  const { assessment: first, closedOn, enquiry, protection, care } = need
  if (first === null) return []
  const lot = living.chance('assessments again', String(place))
  const changes = [
    ...(enquiry ? [enquiry.discussedOn] : []),
    ...(protection && protection.ends === 'plan in need' ? [workingDay(addDays(protection.until, 5))] : []),
  ]
  const found: AssessmentCourse[] = []
  let last = first.finishedOn
  for (;;) {
    const yearly = workingDay(addDays(last, lot.between(290, 370)))
    const soonest = addDays(last, 75)
    const changed =
      changes.find((day) => day > soonest && day < yearly) ?? (lot.happens(0.12) ? workingDay(addDays(last, lot.between(90, 250))) : null)
    const wanted = changed ?? yearly
    if (wanted > living.world.to || addDays(wanted, 45) >= closedOn) return found
    const on = wanted === enquiry?.discussedOn ? wanted : atVisit(living, place, wanted, lot)
    if (on > living.world.to || addDays(on, 45) >= closedOn) return found
    const team = teamOn(living, on)
    const left = lot.happens(0.06) || isTouched(lot, living, 'assessments-not-renewed', on, team, notRenewed)
    const finishedOn = earlier(
      addWorkingDays(on, lot.happens(0.95) ? lot.between(14, 42) : lot.between(46, 62)),
      addWorkingDays(closedOn, -1),
    )
    last = on
    // A child in care is assessed for reviews, and not like this.
    if (left || (care !== null && care.until > on && care.from < finishedOn)) continue
    const leadsTo = protection !== null && on === enquiry?.discussedOn ? 'protection' : 'plan'
    found.push({ team, startedOn: on, finishedOn, leadsTo })
    last = finishedOn
  }
}

/** Begun when the worker goes there anyway: at the next visit or some days before it. */
function atVisit(living: Living, place: number, wanted: Day, lot: Chance): Day {
  const early = lot.between(0, 6)
  for (const { on } of inNeedVisits(living, place)) {
    if (on < wanted) continue
    return on > addDays(wanted, 42) ? wanted : later(wanted, addWorkingDays(on, -early))
  }
  return wanted
}
