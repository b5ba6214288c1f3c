import { addMonths } from '../../engine/clocks/days.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { oneAtATime } from '../../engine/measures/dimension.ts'
import { factKind } from '../../engine/measures/fact.ts'
import { involvement } from '../allocation/records.ts'
import { placementGroupOf } from '../dimensions.ts'
import { person } from '../person/records.ts'
import { covers } from '../told-in-parts.ts'
import { placementChangeReasons } from './code-lists.ts'
import { aYearInCare, birthdayOf, factsInCare, timesLookedAfter } from './facts.ts'
import { placement } from './records.ts'
import { isForAdoption, placementOn, staysIn, type Placement, type Stay } from './stays.ts'
import { timeInCareReads } from './time-in-care.ts'

/** Where children in care live, how often they move, and how often their social worker changes. */

/** 999.9 stands for a distance that cannot be worked out. */
const isFar = ({ distanceMiles }: Placement): boolean => Number(distanceMiles) > 20 && Number(distanceMiles) < 999.9

/** Supported accommodation, which is registered since 2023 (K3), and what was called semi-independent living before (H5). */
const supported = new Set(['K3', 'H5'])

/** One placement on each day: where two run at once, the one that began last. A child of whom no placement is recorded is counted all the same. */
export const childrenInPlacements = factKind({
  id: 'children-in-placements',
  name: 'Children looked after, by where they live',
  about: person,
  lasts: true,
  says: {
    kind: { label: 'Kind of placement', type: 'words' },
    farFromHome: { label: 'Over 20 miles from home', type: 'yes or no' },
    outsideArea: { label: 'Outside the authority’s area', type: 'yes or no' },
    supported: { label: 'In supported accommodation', type: 'yes or no' },
    sixteenOrSeventeen: { label: 'Aged 16 or 17', type: 'yes or no' },
  },
  reads: [...timeInCareReads, placement],
  facts: (thread) => {
    const byId = new Map(thread.all(placement).map((each) => [each.id, each]))
    const spells = oneAtATime(
      thread.dated(placement, 'startedOn').map(({ at, record }) => ({ from: at, until: record.endedOn, value: record.id })),
    )
    const [sixteen, eighteen] = [birthdayOf(thread, 16), birthdayOf(thread, 18)]
    return factsInCare(thread, [...spells.flatMap(({ from, until }) => [from, until]), sixteen, eighteen], (day) => {
      const spell = spells.find(({ from, until }) => (from as string) <= day && (until === null || day < until))
      const lives = byId.get(spell?.value ?? '')
      const sixteenOrSeventeen = sixteen === null ? null : sixteen <= day && day < (eighteen as string)
      if (!lives) return { says: { sixteenOrSeventeen } }
      return {
        by: { table: placement.table, id: lives.id },
        says: {
          kind: lives.type && placementGroupOf(lives.type),
          farFromHome: isFar(lives),
          outsideArea: lives.outsideArea === true,
          supported: supported.has(lives.type ?? ''),
          sixteenOrSeventeen,
        },
      }
    })
  },
})

/** Placements as the regulations mean them: a holiday, a stay in hospital and a change of status with the same carers begin none. */
const staysInCare = (thread: Thread): readonly Stay[] => {
  const times = timesLookedAfter(thread)
  return staysIn(thread).filter((stay) =>
    times.some(({ from, until }) => (until === null || stay.startedOn < until) && (stay.until === null || from < stay.until.at)),
  )
}

export const placementsBegun = factKind({
  id: 'placements-begun',
  name: 'New placements',
  about: person,
  says: { outsideAndFar: { label: 'Outside the area and over 20 miles from home', type: 'yes or no' } },
  reads: [...timeInCareReads, placement],
  facts: (thread) => {
    const times = timesLookedAfter(thread)
    return staysIn(thread)
      .filter(({ startedOn }) => covers(times, startedOn))
      .map(({ startedOn, placement: begun }) => ({
        on: startedOn,
        by: { table: placement.table, id: begun.id },
        says: { outsideAndFar: begun.outsideArea === true && isFar(begun) },
      }))
  },
})

/** For how many months after it ended a placement is one of those of the last 12 months, or of the last two years. */
const lookBack = { year: 12, twoYears: 24 } as const

/** Long-term stability is asked of children under 16 who have been in care for two and a half years, two of them in one placement. */
const longTerm = { inCare: 30, inPlacement: 24 } as const

/** How settled children in care are. The placement in which a year began is one of the placements of that year. */
export const settledInCare = factKind({
  id: 'settled-in-care',
  name: 'Children looked after, by how often they moved',
  about: person,
  lasts: true,
  says: {
    placementsInAYear: { label: 'Placements in 12 months', type: 'number', unit: 'placements' },
    placementsInTwoYears: { label: 'Placements in 2 years', type: 'number', unit: 'placements' },
    twoYearsInCare: { label: 'In care for 2 years or more', type: 'yes or no' },
    longTerm: { label: 'Under 16 and in care for two and a half years or more', type: 'yes or no' },
    samePlacement: { label: 'In the same placement for 2 years or more', type: 'yes or no' },
  },
  reads: [...timeInCareReads, placement],
  facts: (thread) => {
    const stays = staysInCare(thread)
    const sixteen = birthdayOf(thread, 16)
    const changes = stays.flatMap((stay) => [
      stay.startedOn,
      stay.until?.at ?? null,
      ...Object.values(lookBack).map((months) => stay.until && addMonths(stay.until.at, months)),
      addMonths(stay.startedOn, longTerm.inPlacement),
      ...stay.records.map(({ startedOn }) => startedOn),
    ])
    const sinces = timesLookedAfter(thread).flatMap(({ since }) => [addMonths(since, 24), addMonths(since, longTerm.inCare)])
    return factsInCare(thread, [...changes, ...sinces, sixteen], (day, { since }) => {
      const lives = stays.findLast(({ startedOn, until }) => startedOn <= day && (until === null || day < until.at))
      const lived = (months: number): number =>
        stays.filter(({ startedOn, until }) => startedOn <= day && (until === null || day < addMonths(until.at, months))).length
      return {
        ...(lives && { by: { table: placement.table, id: lives.placement.id } }),
        says: {
          placementsInAYear: lived(lookBack.year),
          placementsInTwoYears: lived(lookBack.twoYears),
          twoYearsInCare: addMonths(since, 24) <= day,
          longTerm: sixteen === null ? null : day < sixteen && addMonths(since, longTerm.inCare) <= day,
          samePlacement: lives !== undefined && addMonths(settledSince(lives, stays, day), longTerm.inPlacement) <= day,
        },
      }
    })
  },
})

/** Of a child placed for adoption the placement before counts with it. */
function settledSince(stay: Stay, stays: readonly Stay[], day: string): string {
  if (!isForAdoption(placementOn(stay, day).type)) return stay.startedOn
  const before = stays.find(({ until }) => until?.at === stay.startedOn)
  return before?.startedOn ?? stay.startedOn
}

/** Case workers or, where the case system names none, whoever is involved without a role: as `byWorker` counts. */
export const socialWorkersInCare = factKind({
  id: 'social-workers-in-care',
  name: 'Children looked after, by how many social workers they had',
  about: person,
  lasts: true,
  says: {
    socialWorkers: { label: 'Social workers in 12 months', type: 'number', unit: 'workers' },
    yearInCare: { label: 'In care for 12 months or more', type: 'yes or no' },
  },
  reads: [...timeInCareReads, involvement],
  facts: (thread) => {
    const all = thread.dated(involvement, 'startedOn').filter(({ record }) => record.worker !== null)
    const named = all.some(({ record }) => record.role === 'CW')
    const held = all
      .filter(({ record: { role } }) => (named ? role === 'CW' : role === null))
      .map(({ at, record: { worker, endedOn } }) => ({ worker, from: at, until: endedOn && addMonths(endedOn, 12) }))
    const years = timesLookedAfter(thread).map(({ since }) => aYearInCare(since))
    return factsInCare(thread, [...held.flatMap(({ from, until }) => [from, until]), ...years], (day, { since }) => ({
      says: {
        socialWorkers: new Set(held.filter((each) => covers([each], day)).map(({ worker }) => worker)).size,
        yearInCare: aYearInCare(since) <= day,
      },
    }))
  },
})

/** Placements that ended because the child moved to another, on that day. Those that ended with the time in care have no reason of change. */
export const placementsChanged = factKind({
  id: 'placements-changed',
  name: 'Changes of placement',
  about: person,
  says: { reason: { label: 'Why it changed', type: 'words', codes: placementChangeReasons } },
  reads: [placement],
  facts: (thread) => {
    const begun = new Set(thread.dated(placement, 'startedOn').map(({ at }) => at))
    return thread
      .dated(placement, 'endedOn')
      .filter(({ at }) => begun.has(at))
      .map(({ at, record: { id, changeReason } }) => ({ on: at, by: { table: placement.table, id }, says: { reason: changeReason } }))
  },
})
