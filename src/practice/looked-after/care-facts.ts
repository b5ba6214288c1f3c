import { addMonths } from '../../engine/clocks/days.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { valueOn } from '../../engine/measures/dimension.ts'
import { factKind } from '../../engine/measures/fact.ts'
import { legalStatus, wasUnaccompanied } from '../dimensions.ts'
import { needs } from '../person/code-lists.ts'
import { immigrationStatus, person } from '../person/records.ts'
import { careEndReasons } from './code-lists.ts'
import { factsInCare, periodBehind } from './facts.ts'
import { codeOfLegalStatus } from './legal-status-on.ts'
import { placementPlan } from './plan-records.ts'
import { careEpisode, carePlan } from './records.ts'
import { timeInCare, timeInCareReads, type CareStretch } from './time-in-care.ts'

/** Who is looked after, who came into care, and who left it. */

export const childrenLookedAfter = factKind({
  id: 'children-looked-after',
  name: 'Children looked after',
  about: person,
  lasts: true,
  says: {
    section20: { label: 'Looked after under section 20', type: 'yes or no' },
    unaccompanied: { label: 'Unaccompanied asylum-seeking child', type: 'yes or no' },
  },
  reads: [...timeInCareReads, immigrationStatus],
  facts: (thread) => {
    const statuses = legalStatus.spells(thread)
    const unaccompanied = thread.all(immigrationStatus).some(wasUnaccompanied)
    return factsInCare(
      thread,
      statuses.flatMap(({ from, until }) => [from, until]),
      (day) => ({
        says: { section20: codeOfLegalStatus(valueOn(statuses, day)) === 'V2', unaccompanied },
      }),
    )
  },
})

/** Coming into care while another period of care runs is not coming into it; nor is going on after short breaks within one period. */
export const cameIntoCare = factKind({
  id: 'came-into-care',
  name: 'Children who came into care',
  about: person,
  says: {
    need: { label: 'Category of need', type: 'words', codes: needs },
    emergency: { label: 'By police protection or an emergency protection order', type: 'yes or no' },
    again: { label: 'Within 12 months of leaving care', type: 'yes or no' },
    planned: { label: 'Care plan or placement plan made by that day', type: 'yes or no' },
  },
  reads: [...timeInCareReads, carePlan, placementPlan, immigrationStatus],
  facts: (thread) => {
    const unaccompanied = thread.all(immigrationStatus).some(wasUnaccompanied)
    const plans = [...thread.dated(carePlan, 'startedOn'), ...thread.dated(placementPlan, 'madeOn')].map(({ at }) => at)
    const stretches = timeInCare(thread)
    const statuses = legalStatus.spells(thread)
    return stretches
      .filter((one, place) => stretches.findIndex(({ period }) => period === one.period) === place && !goesOn(one.from, one, stretches))
      .map((one) => {
        const code = codeOfLegalStatus(valueOn(statuses, one.from))
        const since = addMonths(one.from, -12)
        return {
          on: one.from,
          by: periodBehind(one),
          says: {
            need: needIn(thread, one),
            emergency: code === null ? null : code === 'L1' || code === 'L2',
            again: stretches.some(({ until }) => until !== null && since <= until && until < one.from),
            // A plan of an earlier time in care is none for this one. Nobody can plan for who comes to the country alone.
            planned: unaccompanied ? null : plans.some((day) => sincePlanned(one, stretches) <= day && day <= one.from),
          },
        }
      })
  },
})

/** From when a plan is one for a time in care: a year before it, but not before the time in care before ended. */
function sincePlanned({ from }: CareStretch, stretches: readonly CareStretch[]): string {
  const before = stretches.findLast(({ until }) => until !== null && until <= from)?.until
  const year = addMonths(from, -12)
  return before && before > year ? before : year
}

export const leftCare = factKind({
  id: 'left-care',
  name: 'Children who left care',
  about: person,
  says: { reason: { label: 'Why they left', type: 'words', codes: careEndReasons } },
  reads: [...timeInCareReads],
  facts: (thread) => {
    const stretches = timeInCare(thread)
    return stretches.flatMap((one, place) => {
      const last = stretches.findLastIndex(({ period }) => period === one.period) === place
      if (one.until === null || !last || goesOn(one.until, one, stretches)) return []
      const reason = one.until === one.period.endedOn ? one.period.endReason : null
      return [{ on: one.until, by: periodBehind(one), says: { reason } }]
    })
  },
})

/** Whether another stretch of care that began before a day goes on over it. */
const goesOn = (day: string, one: CareStretch, stretches: readonly CareStretch[]): boolean =>
  stretches.some((other) => other !== one && other.from < day && (other.until === null || day < other.until))

/** The category of need with which a child came into care: that of the first episode of the period that says one. */
function needIn(thread: Thread, { period, from, until }: CareStretch): string | null {
  const episodes = thread.dated(careEpisode, 'startedOn').filter(({ at, record }) => {
    const within = at >= from && (until === null || at < until)
    return record.categoryOfNeed !== null && (record.periodOfCare === null ? within : record.periodOfCare === period.id)
  })
  return episodes[0]?.record.categoryOfNeed ?? null
}
