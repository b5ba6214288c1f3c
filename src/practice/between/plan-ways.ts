import { addDays, addMonths } from '../../engine/clocks/days.ts'
import type { Length } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { assessment, assessmentFactors } from '../assessment/records.ts'
import { stepDown, teamAroundFamilyReviews } from '../early-help/clocks.ts'
import { earlyHelpEpisode, teamAroundFamilyReview } from '../early-help/records.ts'
import { referralOf } from '../front-door/case.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedPlan, childInNeedReview, childInNeedVisit } from '../in-need/records.ts'
import { timesLookedAfter } from '../looked-after/facts.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { timeInCareReads } from '../looked-after/time-in-care.ts'
import { pathwayPlan } from '../leaving-care/pathway-records.ts'
import { saidYes } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { childProtectionPlan } from '../protection/records.ts'
import { earlierDay, endOfChildhood, type Stretch } from '../told-in-parts.ts'
import { inDays, onceLasted, outside, since, together, within, type Time } from './time.ts'
import { besideTheDataset, noMoreThanTheDataset } from './kept.ts'
import { daysOf, firstFrom, keepsAny, nothing, openCases, timesOf, type Way } from './way.ts'

/** Children whom no plan holds though one should, and those whom two hold at once. */

const workingTogether = 'Working Together to Safeguard Children: an assessment leads to a plan, and plans are reviewed'

/** How long one may be without a plan: four weeks, twice the ten working days that are common for making one. Ours. */
const fourWeeks = 28

const plansRead = [childInNeedPlan, childProtectionPlan, periodOfCare, pathwayPlan, earlyHelpEpisode] as const

/** When a child had a plan of any kind: in need, protection, care, leaving care or early help. */
const planned = (thread: Thread): readonly Stretch[] => [
  ...timesOf(thread, childInNeedPlan, 'startedOn', 'endedOn'),
  ...timesOf(thread, childProtectionPlan, 'startedOn', 'endedOn'),
  ...timesOf(thread, periodOfCare, 'startedOn', 'endedOn'),
  ...timesOf(thread, pathwayPlan, 'madeOn', 'endedOn'),
  ...timesOf(thread, earlyHelpEpisode, 'startedOn', 'endedOn'),
]

/** The same, and four weeks more: a case may stay open so long to be closed well. */
const plannedLately = (thread: Thread): readonly Stretch[] =>
  planned(thread).map(({ from, until }) => ({ from, until: until && addDays(until, fourWeeks) }))

/** Kinds one of which stands of a child in need wherever plans of children in need are kept: the census had none of them before 2021. */
const inNeedKept: readonly RecordKind[] = [childInNeedPlan, childInNeedVisit, childInNeedReview]

export const unplanned: Way = {
  code: 'unplanned',
  name: 'Assessed as needing help, and on no plan',
  area: 'Children in need',
  counted: 'children who have been on no plan of any kind (in need, protection, care, leaving care, early help) for four weeks or more',
  outOf: 'children with an open case whose assessment ended in services, from four weeks after it was authorised',
  leftOut:
    'children of whom no plan, visit or review in need was ever recorded: these may not be kept; referrals with no further action, and cases recorded as other than children in need (N9)',
  note: 'four weeks are twice the ten working days that are common for making a plan, and ours',
  source: `Children Act 1989, section 17; ${workingTogether}; inspectors’ report of 2016, paragraphs 27 and 29: drift`,
  expected: 30,
  reads: [assessment, referral, ...plansRead, ...inNeedKept],
  found: (thread) => {
    if (!keepsAny(thread, inNeedKept)) return nothing
    const grown = endOfChildhood(thread.about(person))
    const could = thread.dated(assessment, 'authorisedOn').flatMap(({ at, record }): Time[] => {
      if (!saidYes(record.outcomes, 'PROV_OF_SERVICES_FLAG')) return []
      const of = referralOf(thread, record, at)
      if (of === null || of.noFurtherAction === true) return []
      return [{ from: addDays(at, fourWeeks), until: earlierDay(of.closedOn, grown), by: { table: assessment.table, id: record.id } }]
    })
    return could.length === 0 ? nothing : { could, did: outside(could, plannedLately(thread)) }
  },
}

/** Sexual and criminal exploitation, trafficking and gangs, as an assessment finds them. */
const exploitation = ['11A', '12A', '13A', '24A']
/** Why a case closes that nobody here can plan for any more: died, moved, grown up. */
const elsewhere = ['RC2', 'RC5', 'RC6']

export const exploitedUnplanned: Way = {
  code: 'exploited-unplanned',
  name: 'At risk of exploitation, and on no plan',
  area: 'Missing and exploitation',
  counted:
    'children who have been on no plan of any kind since (in need, protection, care, leaving care, early help), whether or not their case is open',
  outOf:
    'children in whose assessment exploitation, trafficking or gangs were found, from four weeks to twelve months after it was authorised',
  leftOut: 'assessments that ended in no further action; children who moved to another authority or to adult services',
  note: 'an assessment says whether it was a factor, and no level of risk; four weeks and twelve months are ours',
  source: `${workingTogether}; inspectors’ report of 2016, paragraphs 33 and 131 to 133`,
  expected: 25,
  reads: [assessment, assessmentFactors, referral, ...plansRead],
  found: (thread) => {
    const assessed = new Set(
      thread
        .all(assessmentFactors)
        .flatMap(({ assessment: of, factors }) => (factors?.some((each) => exploitation.includes(each)) ? [of] : [])),
    )
    if (assessed.size === 0) return nothing
    const grown = endOfChildhood(thread.about(person))
    const plans = planned(thread)
    const gone = goneElsewhere(thread)
    const asked = thread.dated(assessment, 'authorisedOn').flatMap(({ at, record: { id, noFurtherAction, outcomes } }) => {
      if (!assessed.has(id) || noFurtherAction === true || saidYes(outcomes, 'NFA_FLAG')) return []
      const time = { from: addDays(at, fourWeeks), until: earlierDay(addMonths(at, 12), grown), by: { table: assessment.table, id } }
      return outside([time], gone).map((here): { here: Time; at: string } => ({ here, at }))
    })
    return {
      could: asked.map(({ here }) => here),
      // Who was on a plan since was planned for, also when it has ended.
      did: asked.flatMap(({ here, at }) =>
        outside(
          [here],
          plans.flatMap(({ from, until }) => (until !== null && until <= at ? [] : [since(from)])),
        ),
      ),
    }
  },
}

/** When a child was not here to be planned for: since a case closed for such a reason, until the next referral. */
function goneElsewhere(thread: Thread): readonly Stretch[] {
  const received = daysOf(thread, referral, ['receivedOn'])
  return thread
    .all(referral)
    .flatMap(({ closedOn, closureReason }) =>
      closedOn !== null && elsewhere.includes(closureReason ?? '')
        ? [{ from: closedOn, until: firstFrom(received, addDays(closedOn, 1)) }]
        : [],
    )
}

/** How near to each other a case’s end and the beginning of early help are, where one followed from the other: days, and ours. */
const near = 28

export const steppedDown: Way = {
  code: 'stepped-down',
  name: 'Stepped down to early help, and nobody met',
  area: 'Early help',
  counted: 'children for whom the team around the family has not met since, or for whom early help never began',
  outOf:
    'children in early help that began within four weeks of the end of their case, from four weeks after the first meeting was due; and children whose case was closed to early help (RC9), from four weeks to six months after',
  leftOut: noMoreThanTheDataset,
  note: 'when the first meeting is due is the authority’s own setting, commonly twelve weeks; the other lengths are ours',
  source: `${stepDown.source}; inspectors’ report of 2016, paragraph 20`,
  expected: 15,
  reads: [referral, earlyHelpEpisode, ...besideTheDataset],
  found: (thread, terms) => {
    const closed = thread.dated(referral, 'closedOn').filter(({ record: { noFurtherAction } }) => noFurtherAction !== true)
    if (closed.length === 0 || !keepsAny(thread, besideTheDataset)) return nothing
    const due = inDays(terms.length(teamAroundFamilyReviews.id, teamAroundFamilyReviews.due as Length)) + near
    const met = daysOf(thread, teamAroundFamilyReview, ['heldOn'])
    const episodes = timesOf(thread, earlyHelpEpisode, 'startedOn', 'endedOn')
    const grown = endOfChildhood(thread.about(person))
    const helped = episodes
      .filter(({ from }) => closed.some(({ at }) => addDays(from, -near) <= at && at <= addDays(from, near)))
      .map((time) => ({ time: onceLasted([time], due), followed: firstFrom(met, time.from) }))
    const waiting = closed
      .filter(({ record: { closureReason } }) => closureReason === 'RC9')
      .map(({ at, record: { id } }) => {
        const time: Time = { from: addDays(at, near), until: earlierDay(addDays(at, 180), grown), by: { table: referral.table, id } }
        // Early help may have begun before social care left.
        const begun = episodes.flatMap(({ from, until }) => (until !== null && until <= at ? [] : [from]))
        return { time: [time], followed: earlierDay(firstFrom(met, at), begun.sort()[0] ?? null) }
      })
    // While a case is open again, social care looks after the child.
    const open = openCases(thread)
    const asked = [...helped, ...waiting].map(({ time, followed }) => ({ time: outside(time, open), followed }))
    return {
      could: asked.flatMap(({ time }) => time),
      did: asked.flatMap(({ time, followed }) => (followed === null ? time : outside(time, [since(followed)]))),
    }
  },
}

/** How long one may be on both: three months, by when the next review conference is due. */
const onBoth = 3

export const planAndCare: Way = {
  code: 'plan-and-care',
  name: 'In care and on a child protection plan at once',
  area: 'Children in care',
  counted: 'children who have been on a child protection plan and in care at once for three months or more',
  outOf: 'children who have been in care for three months or more',
  leftOut: 'series of short breaks; plans of another authority',
  note: 'the first review conference is due within three months: by then one plan is to have taken in the other. The three months are ours',
  source:
    'Children Act 1989 guidance, volume 2, care planning: of a child in care who stays on a child protection plan, one process of planning and review is expected; the three months follow Working Together',
  expected: 15,
  reads: [childProtectionPlan, ...timeInCareReads],
  found: (thread) => {
    const care = timesLookedAfter(thread).map(({ from, until, since: began, period }) => ({
      from,
      until,
      began,
      by: { table: periodOfCare.table, id: period.id },
    }))
    if (care.length === 0) return nothing
    const plans = together(timesOf(thread, childProtectionPlan, 'startedOn', 'endedOn', (each) => each.belongsToAnotherAuthority !== true))
    const could = care.flatMap(({ began, ...time }) => within([time], [since(addMonths(began, onBoth))]))
    const did = within(plans, together(care)).flatMap((time) => within([time], [since(addMonths(time.from, onBoth))]))
    return { could, did }
  },
}
