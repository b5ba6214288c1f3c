import { legalStatus } from '../../../src/practice/court/records.ts'
import { legalStatuses } from '../../../src/practice/looked-after/code-lists.ts'
import { careEpisode, periodOfCare, placement } from '../../../src/practice/looked-after/records.ts'
import { immigrationStatus, address } from '../../../src/practice/person/records.ts'
import type { Day } from '../days.ts'
import type { Known, KnownBatch } from './known.ts'

/** What returns and lists ask of a child’s care beyond what one record says. */

type PeriodOfCare = Known<typeof periodOfCare.fields>
type Episode = Known<typeof careEpisode.fields>

interface Begun {
  readonly said: { readonly startedOn?: Day | null | undefined }
}

const inOrder = (one: Begun, other: Begun): number => {
  const [a, b] = [one.said.startedOn ?? '', other.said.startedOn ?? '']
  return a < b ? -1 : a > b ? 1 : 0
}

/** The times in care of which the first day is known, in order. */
export const periodsOf = (batch: KnownBatch): readonly PeriodOfCare[] =>
  batch
    .of(periodOfCare)
    .filter(({ said }) => said.startedOn)
    .sort(inOrder)

/** The episodes of care, in order. */
export const episodesOf = (batch: KnownBatch): readonly Episode[] =>
  batch
    .of(careEpisode)
    .filter(({ said }) => said.startedOn)
    .sort(inOrder)

const returned = new Set(legalStatuses.codes.map(({ code }) => code))

/** The legal status of the looked-after return that was in force on a day. */
export const statusOn = (batch: KnownBatch, day: Day): Known<typeof legalStatus.fields> | undefined =>
  batch
    .of(legalStatus)
    .filter(
      ({ said }) => said.startedOn && said.startedOn <= day && (!said.endedOn || said.endedOn > day) && returned.has(said.status ?? ''),
    )
    .sort(inOrder)
    .at(-1)

/** The placement an episode was in: the one it names, else the one that ran when it began. */
export const placementOf = (batch: KnownBatch, { said }: Episode): Known<typeof placement.fields> | undefined =>
  batch.referred(placement, said.placement) ??
  batch.of(placement).find((each) => {
    const { startedOn, endedOn } = each.said
    return startedOn && said.startedOn && startedOn <= said.startedOn && (!endedOn || endedOn > said.startedOn)
  })

/** Where the child lived on a day, by the addresses on record. */
export const homePostcode = (batch: KnownBatch, day: Day): string | null =>
  batch
    .of(address)
    .filter(({ said }) => said.startedOn && said.startedOn <= day && said.postcode)
    .sort(inOrder)
    .at(-1)?.said.postcode ?? null

/** The status by which returns know a child who came to the country alone. */
export const cameAlone = (batch: KnownBatch): Known<typeof immigrationStatus.fields> | undefined =>
  batch.of(immigrationStatus).find(({ said }) => said.status === 'Unaccompanied asylum-seeking child')

/** Whether the child was in care on a day; the last day of a time in care counts. */
export const inCareOn = (batch: KnownBatch, day: Day): boolean =>
  periodsOf(batch).some(({ said }) => (said.startedOn ?? '') <= day && (!said.endedOn || said.endedOn >= day))
