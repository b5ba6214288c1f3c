import { chain, clock, each, endIn, links, type End, type Start, type Terms } from '../../engine/clocks/clock.ts'
import { addMonths } from '../../engine/clocks/days.ts'
import { before, months, weeks } from '../../engine/clocks/length.ts'
import { onItself } from '../../engine/clocks/own-dates.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { person } from '../person/records.ts'
import { ehcReview, phaseTransfer } from './ehc-step-records.ts'
import { requestOf } from './ehc-way.ts'
import { activePlan, ehcAssessment, namedPlan } from './records.ts'

/** An education, health and care plan in force: reviewed each year, decided on after the review, amended before a change of school. */

const send = {
  area: 'Education',
  about: person,
  weight: 'regulation',
  from: '2014-09-01',
  ages: { until: 25 },
} as const

const regulations = 'Special Educational Needs and Disability Regulations 2014'

/** A review every 12 months, which is completed by the decision sent after it. */
export const annualReview = clock({
  ...send,
  id: 'ehcp-annual-review',
  name: 'Annual review of an education, health and care plan',
  plural: 'Annual reviews of education, health and care plans',
  todo: 'Review the education, health and care plan',
  weight: 'statute',
  source: `Children and Families Act 2014, section 44; ${regulations}, regulations 18 to 20; since 1 September 2014`,
  starts: reviewed,
  due: months(12),
  doneBy: ehcReview,
  reads: [namedPlan, activePlan, ehcReview, ehcAssessment],
  says: {
    starts: 'The plan is made, and each review of it',
    stops: 'The decision after the review is sent',
    repeats: 'Every year while the plan is in force, to 25',
    exceptions: 'For a child under 5, every 3 to 6 months should be considered',
  },
})

/** The decision within 4 weeks of the review meeting. */
export const reviewDecision = clock({
  ...send,
  id: 'ehcp-review-decision',
  name: 'Decision after a review of an education, health and care plan',
  plural: 'Decisions after reviews of education, health and care plans',
  todo: 'Decide after the review, and tell the family',
  lookedUp: true,
  source: `${regulations}, regulation 20(10); since 1 September 2014`,
  starts: each(ehcReview, 'meetingOn', { until: (review, thread) => planEnd(review.plan, thread) }),
  due: weeks(4),
  stops: [onItself(ehcReview, 'decisionSentOn'), onItself(ehcReview, 'finalPlanSentOn')],
  reads: [namedPlan],
  says: { starts: 'The review meeting', stops: 'The decision is sent to the family', repeats: 'At each review' },
})

/** An amended plan within 12 weeks of the meeting. */
export const amendedPlan = clock({
  ...send,
  id: 'ehcp-review-final-plan',
  row: 'ehcp-review-decision',
  name: 'Amended education, health and care plan after a review',
  plural: 'Amended education, health and care plans after reviews',
  todo: 'Send the amended plan',
  lookedUp: true,
  source: `${regulations}, regulations 20(10) and 22: 8 weeks from the notice, so 12 from the meeting; R (L, M, P) v Devon County Council, 8 March 2022`,
  from: '2022-03-08',
  starts: each(ehcReview, 'meetingOn', {
    when: ({ decision }) => decision === 'amend',
    until: (review, thread) => planEnd(review.plan, thread),
  }),
  due: weeks(12),
  stops: [onItself(ehcReview, 'finalPlanSentOn')],
  reads: [namedPlan],
  says: {
    starts: 'The review meeting, where it is decided to amend the plan',
    stops: 'The amended plan is sent',
    exceptions: 'Before the judgment of March 2022 the 12 weeks were not fixed',
  },
})

/** Amended by 15 February before a change of phase, by 31 March where it is to a post-16 institution. */
export const amendedBeforeTransfer = clock({
  ...send,
  id: 'ehcp-phase-transfer',
  name: 'Education, health and care plan amended before a change of phase',
  plural: 'Education, health and care plans amended before changes of phase',
  todo: 'Amend the plan for the next school or college',
  source: `${regulations}, regulation 18; since 1 September 2014`,
  starts: transfers,
  due: ({ due }) => due ?? null,
  unit: 'calendar days',
  stops: [onItself(phaseTransfer, 'amendedPlanOn')],
  reads: [namedPlan],
  says: {
    starts: 'The school year before the change begins',
    due: 'by 15 February of the year of the change; by 31 March from secondary school to a post-16 institution; 5 months before, between post-16 institutions',
    stops: 'The amended plan is sent',
    repeats: 'At each change of phase',
  },
})

export const ehcPlanClocks = [annualReview, reviewDecision, amendedPlan, amendedBeforeTransfer]

const decided = links(ehcReview, 'decisionSentOn')
const fromThePlan = chain(namedPlan, 'startedOn', 'endedOn', [decided, links(activePlan, 'lastReviewedOn')])

/**
 * From each plan whose beginning is known; else from the last review that the dataset knows of. It knows no other: where the last lies beyond the
 * year, nobody can tell whether there were others between.
 */
function reviewed(thread: Thread, terms: Terms): readonly Start[] {
  const known = new Set(thread.all(namedPlan).map((plan) => requestOf(plan, thread)))
  const fromTheReview = chain(activePlan, 'lastReviewedOn', () => null, [decided], { when: ({ request }) => !known.has(request) })
  return [...fromThePlan(thread, terms), ...fromTheReview(thread, terms)].filter(
    ({ at, stop }) => !stop || (stop.at > at && !(stop.by.table === activePlan.table && stop.at > addMonths(at, 12))),
  )
}

const planEnd = (plan: string | null, thread: Thread): End | null => {
  const found = thread.all(namedPlan).find(({ id }) => id === plan)
  return found ? endIn(namedPlan, found, 'endedOn') : null
}

function transfers(thread: Thread): Start[] {
  return thread.dated(phaseTransfer, 'transferOn').map(({ at: transferOn, record }): Start => {
    const year = Number(transferOn.slice(0, 4))
    const due =
      record.phase === 'between post-16' ? before(transferOn, months(5)) : `${year}-${record.phase === 'post-16' ? '03-31' : '02-15'}`
    const by = { table: phaseTransfer.table, id: record.id }
    return { at: `${year - 1}-09-01`, by, due, until: planEnd(record.plan, thread), record }
  })
}
