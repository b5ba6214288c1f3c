import type { Clock, Terms } from '../../engine/clocks/clock.ts'
import { addDays, addMonths } from '../../engine/clocks/days.ts'
import { after, type Length } from '../../engine/clocks/length.ts'
import type { Run } from '../../engine/clocks/runs.ts'
import { stateOn } from '../../engine/clocks/state.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { BeyondTheList } from '../../engine/clocks/working-days.ts'
import { factKind, whatFellDue, type RunsOf } from '../../engine/measures/fact.ts'
import { legalStatus } from '../court/records.ts'
import { person } from '../person/records.ts'
import { covers, edgesOf, overdueIn, toldSince, type Stretch } from '../told-in-parts.ts'
import { periodAt, sinceCareBefore } from './care.ts'
import { ageAt, factsInCare, periodBehind, timesLookedAfter, type TimeLookedAfter } from './facts.ts'
import { isShortBreak } from './legal-status-on.ts'
import { carePlanMade, carePlanUpdated, planForPermanence } from './plan-clocks.ts'
import { carePlan, lookedAfterReview, periodOfCare } from './records.ts'
import { reviewClocks, secondLookedAfterReview } from './review-clocks.ts'
import { reviewRecordSent } from './review-paper-clocks.ts'
import { reviewWithin } from './reviews.ts'
import { timeInCareReads } from './time-in-care.ts'
import { visitClocks } from './visit-clocks.ts'
import { visitsDue } from './visits-due.ts'

/** Reviews, visits and plans of children in care: in time or not. */

const endOfDays = '9999-12-31'

/** A review that was late is one of the year's for 12 months after it was held; one not held is late as long as it is not. */
const lateReviews = (runs: readonly Run[]): readonly Stretch[] =>
  runs.flatMap((run): Stretch[] => {
    if (stateOn(run, endOfDays) === 'met') return []
    return [{ from: addDays(run.dueAt.slice(0, 10), 1), until: run.stoppedAt && addMonths(run.stoppedAt.slice(0, 10), 12) }]
  })

/** The day so long after coming into care; that day itself where it lies beyond the listed bank holidays, which is a slip of the pen. */
function longInCare(since: string, length: Length): string {
  try {
    return after(since, length)
  } catch (error) {
    if (error instanceof BeyondTheList) return since
    throw error
  }
}

/** The first day from which it can be told, for each time in care, how clocks stand. */
const toldFrom = (thread: Thread, clocks: readonly Clock[], runs: readonly Run[], terms: Terms): ReadonlyMap<string, string | null> =>
  new Map(timesLookedAfter(thread).map((time) => [time.from, toldSince(clocks, runs, terms, time)]))

const allRuns = (clocks: readonly Clock[], runs: RunsOf): readonly Run[] => clocks.flatMap((clock) => runs(clock))

export const reviewsInCare = factKind({
  id: 'reviews-in-care',
  name: 'Children looked after, by whether their reviews were in time',
  about: person,
  lasts: true,
  says: {
    due: { label: 'In care long enough for a review to be due', type: 'yes or no' },
    everyOneInTime: { label: 'Every review of the last 12 months in time', type: 'yes or no' },
  },
  reads: [...timeInCareReads],
  clocks: reviewClocks,
  facts: (thread, runsOf, terms) => {
    const runs = allRuns(reviewClocks, runsOf)
    const late = lateReviews(runs)
    const told = toldFrom(thread, reviewClocks, runs, terms)
    const firstDue = ({ since }: TimeLookedAfter): string => longInCare(since, reviewWithin(0))
    const changes = [...edgesOf(late), ...told.values(), ...timesLookedAfter(thread).map(firstDue)]
    return factsInCare(thread, changes, (day, time) => ({
      says: { due: firstDue(time) <= day, everyOneInTime: isTold(told.get(time.from), day) ? !covers(late, day) : null },
    }))
  },
})

const isTold = (since: string | null | undefined, day: string): boolean => since !== null && since !== undefined && since <= day

export const reviewsOfChildren = factKind({
  id: 'looked-after-reviews-held',
  name: 'Looked after reviews held',
  about: person,
  says: {
    fourOrOver: { label: 'Aged 4 or over', type: 'yes or no' },
    tookPart: { label: 'Attended or gave their views', type: 'yes or no' },
  },
  reads: [lookedAfterReview, legalStatus],
  facts: (thread) =>
    thread
      .dated(lookedAfterReview, 'heldOn')
      .filter(({ at, record }) => record.cancelled !== true && !isShortBreak(thread, at))
      .map(({ at, record: { id, participation } }) => {
        const age = ageAt(thread, at)
        return {
          on: at,
          by: { table: lookedAfterReview.table, id },
          says: {
            fourOrOver: age === null ? participation !== 'PN0' : age >= 4,
            tookPart: participation === null || participation === 'PN0' ? null : participation !== 'PN7',
          },
        }
      }),
})

/** Whether the plan for permanence was made by the day of the second review. */
export const secondReviewsHeld = factKind({
  id: 'second-reviews-held',
  name: 'Second looked after reviews held',
  about: person,
  says: { planned: { label: 'Plan for permanence recorded by that day', type: 'yes or no' } },
  reads: [periodOfCare],
  clocks: [secondLookedAfterReview, planForPermanence],
  facts: (thread, runs) =>
    runs(secondLookedAfterReview).flatMap(({ done, stoppedAt, stoppedBy }) => {
      if (!done || stoppedAt === null || stoppedBy === null) return []
      const period = periodAt(thread, stoppedAt)
      const plan = runs(planForPermanence).find(({ startedBy }) => startedBy.id === period?.id)
      const planned = plan?.done === true && plan.stoppedAt !== null && plan.stoppedAt.slice(0, 10) <= stoppedAt.slice(0, 10)
      return [{ on: stoppedAt.slice(0, 10), by: stoppedBy, says: { planned } }]
    }),
})

/**
 * From the days on which a visit is due by some rule. A wait that ends before the visit falls due (the child moves, or leaves care) leaves no due
 * date; it was in time while it lasted, so time counts as in time unless a visit was overdue.
 */
export const visitsInCare = factKind({
  id: 'visits-in-care',
  name: 'Children looked after, by whether their visits are in time',
  about: person,
  lasts: true,
  says: { inTime: { label: 'No visit overdue', type: 'yes or no' } },
  reads: [...timeInCareReads],
  clocks: visitClocks,
  facts: (thread, runsOf, terms) => {
    const visited = visitsDue(thread).flatMap(({ at, since = at, stop, until, record: { rule } }): Stretch[] => {
      const clock = visitClocks.find(({ id }) => id === rule)
      const from = clock?.from ?? ''
      const inUse = terms.inUseFrom(rule) ?? from
      if (at < from || at < inUse) return []
      return [{ from: since.slice(0, 10), until: (stop ?? until)?.at.slice(0, 10) ?? null }]
    })
    const overdue = overdueIn(allRuns(visitClocks, runsOf))
    return factsInCare(thread, [...edgesOf(visited), ...edgesOf(overdue)], (day) =>
      covers(visited, day) ? { says: { inTime: !covers(overdue, day) } } : null,
    )
  },
})

export const carePlansInForce = factKind({
  id: 'care-plans-in-force',
  name: 'Children looked after, by whether their care plan is up to date',
  about: person,
  lasts: true,
  says: {
    due: { label: 'In care long enough for a plan to be due', type: 'yes or no' },
    upToDate: { label: 'Care plan in force, and updated after the last review', type: 'yes or no' },
  },
  reads: [...timeInCareReads, carePlan],
  clocks: [carePlanUpdated],
  facts: (thread, runs) => {
    const plans = thread.dated(carePlan, 'startedOn').map(({ at, record }) => ({ from: at, until: record.endedOn }))
    const overdue = overdueIn(runs(carePlanUpdated))
    const planDue = ({ since }: TimeLookedAfter): string => longInCare(since, carePlanMade.due as Length)
    const changes = [...edgesOf(plans), ...edgesOf(overdue), ...timesLookedAfter(thread).map(planDue)]
    return factsInCare(thread, changes, (day, time) => {
      const earliest = sinceCareBefore({ at: time.since, by: periodBehind(time) }, thread)
      const planned = covers(
        plans.filter(({ from }) => from >= earliest),
        day,
      )
      return { says: { due: planDue(time) <= day, upToDate: planned && !covers(overdue, day) } }
    })
  },
})

export const reviewRecordsDue = whatFellDue(reviewRecordSent, { name: 'Records of looked after reviews to be sent' })
