import { endIn, type Start } from '../engine/clocks/clock.ts'
import { earliestOf } from '../engine/clocks/own-dates.ts'
import type { Thread } from '../engine/clocks/thread.ts'
import { factKind, type Fact } from '../engine/measures/fact.ts'
import { measure, type Measure } from '../engine/measures/measure.ts'
import { codeList } from '../engine/records/kind.ts'
import { complaint } from './complaints/records.ts'
import { inCare, ofChildren } from '../practice/dimensions.ts'
import { lastingOnce } from '../practice/lasting-facts.ts'
import { periodOfCare } from '../practice/looked-after/records.ts'
import { advocacy } from '../practice/looked-after/support-records.ts'
import { timeInCare, timeInCareReads } from '../practice/looked-after/time-in-care.ts'
import { person } from '../practice/person/records.ts'
import { childProtectionPlan } from '../practice/protection/records.ts'
import { visitorsNeeded } from './visitor-facts.ts'

/** Whether children have somebody of their own to speak with and for them. */

const area = 'Voice'

const reasons = codeList('Why a child is offered an advocate', 'Children Act 1989, section 26A; the authority’s own practice', [
  { code: 'care', label: 'Came into care' },
  { code: 'plan', label: 'Child protection plan' },
  { code: 'complaint', label: 'Made a complaint' },
])

interface Reason extends Start {
  readonly reason: string
  /** The day on which the complaint itself says that an advocate was offered. */
  readonly offeredOn?: string | null
}

/** A child comes into care, a child protection plan begins, or a complaint is made by a child or for one. Each is one, so that a child may count more than once. */
const advocacyToOffer = factKind({
  id: 'advocacy-to-offer',
  name: 'Reasons to offer an advocate',
  about: person,
  says: {
    reason: { label: 'Reason', type: 'words', codes: reasons },
    offered: { label: 'Offered', type: 'yes or no' },
  },
  reads: [...timeInCareReads, childProtectionPlan, complaint, advocacy],
  facts: (thread) => {
    const offers = thread.dated(advocacy, 'offeredOn').map(({ at }) => at)
    return reasonsIn(thread).map(({ at, by, until, reason, offeredOn }): Fact => {
      const offered = [...offers, ...(offeredOn ? [offeredOn] : [])].some((day) => day >= at && (!until || day <= until.at))
      return { on: at, by, says: { reason, offered } }
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

const advocacyGoingOn = factKind({
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

const advocacyLaw = 'Children Act 1989, section 26A; counted locally'

export const voiceMeasures: readonly Measure[] = [
  measure({
    id: 'advocacy-offered',
    name: 'Advocacy offered',
    area,
    of: advocacyToOffer,
    statistic: 'share',
    met: { offered: [true] },
    span: '12 months',
    better: 'higher',
    by: [...ofChildren, 'reason'],
    source: advocacyLaw,
    says: {
      counted: 'those after which an advocate was offered, before the care, the plan or the complaint was over',
      outOf: 'times that a child came into care, a child protection plan began or a child complained, in the 12 months',
      leftOut: 'series of short breaks; complaints of adults',
      note: 'times, not children; our reading of who is to be offered an advocate',
    },
  }),
  measure({
    id: 'advocacy-active',
    name: 'Children with an advocate',
    area,
    of: advocacyGoingOn,
    statistic: 'count',
    span: 'moment',
    better: 'neutral',
    by: ofChildren,
    source: advocacyLaw,
    says: { counted: 'children for whom advocacy has begun and not ended' },
  }),
  measure({
    id: 'iv-matched',
    name: 'Independent visitors matched',
    area,
    of: visitorsNeeded,
    statistic: 'share',
    met: { matched: [true] },
    span: 'moment',
    better: 'higher',
    by: [...ofChildren, ...inCare],
    source: 'Children Act 1989, section 23ZB; counted locally',
    says: {
      counted: 'children matched with an independent visitor',
      outOf: 'children in care who have one, or for whom it was decided that one be appointed',
      leftOut: 'series of short breaks',
    },
  }),
]
