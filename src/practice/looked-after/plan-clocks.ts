import { clock, each, on, type Start } from '../../engine/clocks/clock.ts'
import { after, workingDays } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import { legalStatus } from '../court/records.ts'
import { permanence } from '../permanence/records.ts'
import { answeredYes } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { inFullCare, leftCare, runsFromThenOn, sinceCareBefore, type Period } from './care.ts'
import { carePlanOptions } from './code-lists.ts'
import { isShortBreak, legalStatusesOn } from './legal-status-on.ts'
import { carePlanUpdate } from './plan-records.ts'
import { carePlan, lookedAfterReview, periodOfCare } from './records.ts'
import { reviewAfter, reviewsHeld, reviewWithin } from './reviews.ts'

/** Care plans: made when a child comes into care, for permanence by the second review, and brought up to date after each. */

/** Under a care order, interim or full, the plan was made for the court (section 31A); for a child on remand, see `detention-clocks.ts`. */
const planMadeForCourt = new Set(['C1', 'C2', 'D1', 'E1', 'J1'])
const needsItsPlan = (period: Period, thread: Thread): boolean =>
  inFullCare(period, thread) && !legalStatusesOn(thread, period.startedOn as string).some((code) => planMadeForCourt.has(code))

export const carePlanMade = clock({
  id: 'care-plan-10wd',
  name: 'Care plan',
  plural: 'Care plans',
  todo: 'Make the care plan',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 4(2)',
  lookedUp: true,
  from: '2011-04-01',
  ages: { until: 18 },
  starts: each(periodOfCare, 'startedOn', { when: needsItsPlan, until: 'endedOn' }),
  due: workingDays(10),
  stops: [on(carePlan, 'startedOn', { from: sinceCareBefore, when: ({ endedOn }, { at }) => runsFromThenOn(endedOn, at) })],
  reads: [periodOfCare, legalStatus],
  says: {
    starts: 'The day a child comes into care, when the first placement begins',
    due: 'before the first placement or, where that cannot be, within 10 working days of its start',
    stops: 'A care plan begins. One made before the child came into care, and still running, counts',
    exceptions:
      'Not where the plan was made for the court (section 31A: care orders, interim or full, and placement orders), for a child on remand, or for short breaks',
  },
})

export const carePlanUpdated = clock({
  id: 'care-plan-after-review',
  name: 'Care plan updated after the review',
  plural: 'Care plans updated after reviews',
  todo: 'Bring the care plan up to date',
  area: 'In care',
  about: person,
  weight: 'statutory guidance',
  source: 'IRO Handbook 2010; commonly a local measure',
  lookedUp: true,
  ages: { until: 18 },
  starts: each(lookedAfterReview, 'heldOn', {
    when: ({ cancelled, heldOn }, thread) => cancelled !== true && !isShortBreak(thread, heldOn as string),
    until: ({ heldOn }, thread) => earliestOf(leftCare(thread, heldOn as string), reviewAfter(thread, heldOn as string)),
  }),
  due: workingDays(10),
  stops: [on(carePlan, 'startedOn'), on(carePlanUpdate, 'updatedOn')],
  reads: [lookedAfterReview, periodOfCare, legalStatus],
  says: {
    starts: 'Each looked after review',
    stops: 'A care plan begins, or an update of it is recorded, on the day of the review or after it',
    repeats: 'With each review; a review not followed by an update ends with the next',
  },
})

/** When the second review is due: three months after the first, or after the day the first was due while it is not held. */
function secondReviewDue({ at, until = null }: Start, thread: Thread): string {
  const first = reviewsHeld.dated(thread).find((review) => review.at >= at && (until === null || review.at <= until.at))
  return after(first?.at ?? after(at, reviewWithin(0)), reviewWithin(1))
}

export const planForPermanence = clock({
  id: 'permanence-second-review',
  name: 'Plan for permanence',
  plural: 'Plans for permanence',
  todo: 'Agree the plan for permanence',
  area: 'Permanence',
  about: person,
  weight: 'statutory guidance',
  source:
    'Children Act 1989 guidance and regulations, volume 2: care planning, placement and case review, chapter 2 (2010, revised 2015 and 2021; the same throughout)',
  from: '2011-04-01',
  ages: { until: 18 },
  unit: 'calendar days',
  starts: each(periodOfCare, 'startedOn', { when: inFullCare, until: 'endedOn' }),
  due: secondReviewDue,
  stops: [
    on(carePlan, 'startedOn', {
      from: sinceCareBefore,
      when: ({ endedOn, options }, { at }) => runsFromThenOn(endedOn, at) && answeredYes(carePlanOptions, options) !== null,
    }),
    on(carePlanUpdate, 'updatedOn', { when: ({ permanence: aim }) => aim !== null }),
    on(permanence, 'adoptionDecidedOn'),
  ],
  reads: [periodOfCare, legalStatus, lookedAfterReview],
  says: {
    starts: 'The day a child comes into care',
    due: 'by the day the second review is due: three months after the first review, or after the day that was due while it is not held',
    stops: 'A care plan or an update says what the plan for permanence is, or it is decided that the child should be placed for adoption',
    exceptions: 'A plan for permanence is no reason to end work towards the child’s return home',
  },
})

export const planClocks = [carePlanMade, carePlanUpdated, planForPermanence]
