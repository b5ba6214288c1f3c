import { addMonths, birthday } from '../../engine/clocks/days.ts'
import { after, type Length } from '../../engine/clocks/length.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { factKind, whatFellDue, type Saying } from '../../engine/measures/fact.ts'
import { involvement } from '../allocation/records.ts'
import { edgeOfMonth, isEdgeOfMonth } from '../edge-of-month.ts'
import { person } from '../person/records.ts'
import {
  covers,
  edgesOf,
  endOfChildhood,
  fromThenOn,
  inParts,
  inTime,
  oneByOne,
  overdueIn,
  toldSince,
  type Trait,
} from '../told-in-parts.ts'
import { categoriesOfAbuse } from './code-lists.ts'
import { firstCoreGroup, firstReviewConference, laterCoreGroup, laterReviewConference, protectionVisit } from './plan-clocks.ts'
import { anotherPlan, twoYearsOnAPlan } from './plan-length-clocks.ts'
import { childProtectionPlan, childProtectionVisit } from './records.ts'

/** Child protection plans: who is on one on every day, and plans that start and end. A plan of another authority is counted there. */

type Plan = Said<(typeof childProtectionPlan)['fields']>

const plansOf = (thread: Thread): readonly Plan[] =>
  thread.all(childProtectionPlan).filter(({ belongsToAnotherAuthority }) => belongsToAnotherAuthority !== true)

const timeOnPlans = (thread: Thread) =>
  oneByOne(plansOf(thread), (plan) => ({ from: plan.startedOn, until: plan.endedOn }), endOfChildhood(thread.about(person)))

const openedTo = ({ id }: Plan) => ({ table: childProtectionPlan.table, id })
const latestCategory = (plan: Plan): string | null => plan.latestCategory ?? plan.initialCategory
const abuse: Saying = { label: 'Category of abuse', type: 'words', codes: categoriesOfAbuse }

/** The day on which a plan has lasted two years: a threshold that the clock watches, whether or not the authority uses it. */
const twoYearsOn = (day: string): string => after(day, twoYearsOnAPlan.due as Length)
/** Plans that have lasted so long are those whose reviews the statistics test. */
const threeMonthsOn = (day: string): string => addMonths(day, 3)

const reviewClocks = [firstReviewConference, laterReviewConference]

export const childrenOnPlans = factKind({
  id: 'children-on-protection-plans',
  name: 'Children on a child protection plan',
  about: person,
  lasts: true,
  says: {
    twoYears: { label: '2 years or more', type: 'yes or no' },
    threeMonths: { label: '3 months or more', type: 'yes or no' },
    reviewsInTime: { label: 'Every review of the year on time', type: 'yes or no' },
    visitInTime: { label: 'Visited on time', type: 'yes or no' },
    seenAlone: { label: 'Seen alone at the last visit', type: 'yes or no' },
    fourOrOlder: { label: 'Aged 4 or older', type: 'yes or no' },
    allocated: { label: 'Has a social worker', type: 'yes or no' },
    categoryKnown: { label: 'Category of abuse recorded', type: 'yes or no' },
  },
  reads: [childProtectionPlan, childProtectionVisit, involvement],
  clocks: [...reviewClocks, protectionVisit],
  facts: (thread, runs, terms) => {
    const { bornOn } = thread.about(person)
    const visits = runs(protectionVisit)
    const reviews = reviewClocks.flatMap((clock) => runs(clock))
    const lateReviews = overdueIn(reviews)
    const allocated = hasAWorker(thread)
    return timeOnPlans(thread).flatMap(({ record: plan, ...time }) => {
      const started = plan.startedOn as string
      const visitsSince = toldSince([protectionVisit], visits, terms, time)
      const seenSince = visitsSince === null || bornOn === null ? null : visitsSince < bornOn ? bornOn : visitsSince
      // A review that was late spoils the year in which it was: it is counted until twelve months have passed since it was held.
      const lateInTheYear = lateReviews
        .filter(({ from }) => from >= started && (time.until === null || from < time.until))
        .map(({ from, until }) => ({ from, until: until === null ? null : addMonths(until, 12) }))
      return inParts(time, openedTo(plan), {
        twoYears: fromThenOn(twoYearsOn(started)),
        threeMonths: fromThenOn(threeMonthsOn(started)),
        reviewsInTime: inTime(lateInTheYear, toldSince(reviewClocks, reviews, terms, time)),
        visitInTime: inTime(overdueIn(visits), seenSince),
        seenAlone: seenAloneAtLast(thread, plan),
        fourOrOlder: fromThenOn(bornOn === null ? null : birthday(bornOn, 4)),
        allocated,
        categoryKnown: always(latestCategory(plan) !== null),
      })
    })
  },
})

/** The same on every day. */
const always = (value: boolean): Trait => ({ changesOn: [], on: () => value })

/** Whether the child was alone at the last visit of the plan at which they were seen; null before the first. One that does not say so was not. */
function seenAloneAtLast(thread: Thread, { startedOn }: Plan): Trait {
  const { bornOn } = thread.about(person)
  const visits = thread
    .dated(childProtectionVisit, 'visitedOn')
    .filter(({ at, record }) => record.childSeen !== false && at >= (startedOn as string) && bornOn !== null && at >= bornOn)
  return {
    changesOn: visits.map(({ at }) => at),
    on: (day) => {
      const last = visits.findLast(({ at }) => at <= day)?.at
      return last === undefined ? null : visits.some(({ at, record }) => at === last && record.seenAlone === true)
    },
  }
}

/** Whether a worker holds the case, as in `allocation/holders.ts`: a case worker, or where the case system names none, anyone of no named role. */
function hasAWorker(thread: Thread): Trait {
  const involvements = thread.all(involvement)
  const named = involvements.some(({ role }) => role === 'CW')
  const held = involvements
    .filter(({ role, worker }) => worker !== null && (named ? role === 'CW' : role === null))
    .map(({ startedOn, endedOn }) => ({ from: startedOn ?? '', until: endedOn }))
  return { changesOn: edgesOf(held), on: (day) => covers(held, day) }
}

export const plansStarted = factKind({
  id: 'protection-plans-started',
  name: 'Child protection plans started',
  about: person,
  says: {
    abuse,
    again: { label: 'A second or later plan', type: 'yes or no' },
    againSoon: { label: 'Within 24 months of the end of an earlier plan', type: 'yes or no' },
    edge: edgeOfMonth,
  },
  reads: [childProtectionPlan],
  clocks: [anotherPlan],
  facts: (thread, runs) => {
    const plans = plansOf(thread)
    const soon = new Set(runs(anotherPlan).flatMap(({ done, stoppedBy }) => (done && stoppedBy ? [stoppedBy.id] : [])))
    return plans.flatMap((plan) => {
      const { id, startedOn, previousPlans } = plan
      if (startedOn === null) return []
      const earlier = plans.some((other) => other.id !== id && other.startedOn !== null && other.startedOn < startedOn)
      const again = earlier || (previousPlans ?? 0) > 0
      const says = { abuse: plan.initialCategory ?? plan.latestCategory, again, againSoon: soon.has(id), edge: isEdgeOfMonth(startedOn) }
      return [{ on: startedOn, by: openedTo(plan), says }]
    })
  },
})

export const plansEnded = factKind({
  id: 'protection-plans-ended',
  name: 'Child protection plans ended',
  about: person,
  says: {
    abuse,
    twoYears: { label: 'Lasted 2 years or more', type: 'yes or no' },
    threeMonths: { label: 'Lasted 3 months or less', type: 'yes or no' },
  },
  reads: [childProtectionPlan],
  facts: (thread) =>
    plansOf(thread).flatMap((plan) => {
      const { startedOn, endedOn } = plan
      if (endedOn === null) return []
      const lengths = startedOn !== null && { twoYears: twoYearsOn(startedOn) <= endedOn, threeMonths: endedOn <= threeMonthsOn(startedOn) }
      return [{ on: endedOn, by: openedTo(plan), says: { abuse: latestCategory(plan), ...lengths } }]
    }),
})

export const coreGroupsDue = whatFellDue([firstCoreGroup, laterCoreGroup], { id: 'core-groups-due', name: 'Core groups due' })
