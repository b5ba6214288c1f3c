import { endIn, type Start } from '../engine/clocks/clock.ts'
import { earliestOf } from '../engine/clocks/own-dates.ts'
import type { Thread } from '../engine/clocks/thread.ts'
import { factKind, type Fact } from '../engine/measures/fact.ts'
import { codeList, type RecordKind } from '../engine/records/kind.ts'
import { managementOversight } from '../practice/allocation/management-oversight.ts'
import { childInNeedPlan, childInNeedReview } from '../practice/in-need/records.ts'
import { lastingOnce } from '../practice/lasting-facts.ts'
import { birthdayOf } from '../practice/looked-after/facts.ts'
import { periodOfCare } from '../practice/looked-after/records.ts'
import { advocacy } from '../practice/looked-after/support-records.ts'
import { timeInCare, timeInCareReads } from '../practice/looked-after/time-in-care.ts'
import { person } from '../practice/person/records.ts'
import { planAction } from '../practice/planning/records.ts'
import { childProtectionPlan } from '../practice/protection/records.ts'
import { complaint } from './complaints/records.ts'

/** When a child is to be offered an advocate, and whether they were; and who has one. */

/** What is held beside a plan where a council keeps more than the dataset. Of a child of whom there is none, a missing offer tells nothing. */
const besidePlans: readonly RecordKind[] = [childInNeedReview, planAction, managementOversight, advocacy]
const keepsMore = (thread: Thread): boolean => besidePlans.some((kind) => thread.all(kind).length > 0)

const reasons = codeList('Why a child is offered an advocate', 'Children Act 1989, section 26A; the authority’s own practice', [
  { code: 'care', label: 'Came into care' },
  { code: 'plan', label: 'Child protection plan' },
  { code: 'complaint', label: 'Made a complaint' },
  { code: 'need', label: 'Child in need plan' },
])

interface Reason extends Start {
  readonly reason: string
  /** The day on which the complaint itself says that an advocate was offered. */
  readonly offeredOn?: string | null
}

/** From which age an advocate is looked for with plans. Ours: younger children have their say in other ways. */
const old = 10

/**
 * A child comes into care, a child protection plan or a child in need plan begins, or a complaint is made by a child or for one. Each is one, so that a
 * child may count more than once.
 */
export const advocacyToOffer = factKind({
  id: 'advocacy-to-offer',
  name: 'Reasons to offer an advocate',
  about: person,
  says: {
    reason: { label: 'Reason', type: 'words', codes: reasons },
    offered: { label: 'Offered', type: 'yes or no' },
    asked: { label: 'Aged 10 or over, and more is held of them than the dataset asks', type: 'yes or no' },
  },
  reads: [...timeInCareReads, childProtectionPlan, complaint, childInNeedPlan, ...besidePlans],
  facts: (thread) => {
    const offers = thread.dated(advocacy, 'offeredOn').map(({ at }) => at)
    const tenth = keepsMore(thread) ? birthdayOf(thread, old) : null
    return reasonsIn(thread).map(({ at, by, until, reason, offeredOn }): Fact => {
      const offered = [...offers, ...(offeredOn ? [offeredOn] : [])].some((day) => day >= at && (!until || day <= until.at))
      return { on: at, by, says: { reason, offered, asked: tenth === null ? null : tenth <= at } }
    })
  },
})

function reasonsIn(thread: Thread): Reason[] {
  // A period of care is one reason, whatever series of short breaks lies inside it.
  const care = new Map(timeInCare(thread).map(({ period }) => [period.id, period]))
  return [
    ...[...care.values()].map((period) => ({
      at: period.startedOn as string,
      by: { table: periodOfCare.table, id: period.id },
      until: endIn(periodOfCare, period, 'endedOn'),
      reason: 'care',
    })),
    ...thread.dated(childProtectionPlan, 'startedOn').map(({ at, record }) => ({
      at,
      by: { table: childProtectionPlan.table, id: record.id },
      until: endIn(childProtectionPlan, record, 'endedOn'),
      reason: 'plan',
    })),
    ...thread.dated(childInNeedPlan, 'startedOn').map(({ at, record }) => ({
      at,
      by: { table: childInNeedPlan.table, id: record.id },
      until: endIn(childInNeedPlan, record, 'endedOn'),
      reason: 'need',
    })),
    ...thread
      .dated(complaint, 'receivedOn')
      .filter(({ record }) => record.madeBy === 'CHILD' || record.madeBy === 'ADVOCATE')
      .map(({ at, record }) => ({
        at,
        by: { table: complaint.table, id: record.id },
        until: endIn(complaint, record, 'withdrawnOn'),
        reason: 'complaint',
        offeredOn: record.advocateOfferedOn,
      })),
  ]
}

export const advocacyGoingOn = factKind({
  id: 'advocacy-going-on',
  name: 'Children with an advocate',
  about: person,
  lasts: true,
  reads: [advocacy],
  facts: (thread) => {
    const died = endIn(person, thread.about(person), 'diedOn')
    return lastingOnce(
      thread.dated(advocacy, 'startedOn').map(({ at, record }) => ({
        at,
        by: { table: advocacy.table, id: record.id },
        until: earliestOf(endIn(advocacy, record, 'endedOn'), died),
      })),
    )
  },
})
