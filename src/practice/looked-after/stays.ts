import type { End, Start } from '../../engine/clocks/clock.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import { endOfPeriod, periodAt, type Period } from './care.ts'
import { periodOfCare, placement } from './records.ts'

/**
 * Placements as the regulations mean them. What is recorded is finer: a holiday, a stay in hospital and a change of status each make a row.
 * A temporary move (T0 to T4) begins no placement where the child goes back to the same place, and neither does a change of status with the
 * same carers (reason PLACE): the child has moved nowhere, and no first visit, plan or notice is due for it.
 */

export type Placement = Said<(typeof placement)['fields']>

/** A child's time in one placement. */
export interface Stay {
  /** The record of the placement that began it. */
  readonly placement: Placement
  readonly startedOn: string
  readonly until: End | null
  /** The records that make it, earliest first, temporary moves left out. */
  readonly records: readonly Placement[]
}

export const isTemporaryMove = (type: string | null): boolean => type !== null && /^T\d$/.test(type)
/** A child who is placed for adoption: visits, plans and notices then follow the Adoption Agencies Regulations 2005. */
export const isForAdoption = (type: string | null): boolean => type !== null && /^A\d$/.test(type)
export const isLongTermFosterCare = (type: string | null): boolean => type === 'U1' || type === 'U4'
/** A young offender institution, or a secure children's home. */
export const isDetention = (type: string | null): boolean => type === 'R5' || type === 'K1'

const known = new WeakMap<Thread, readonly Stay[]>()

/** A child's placements, earliest first. */
export function staysIn(thread: Thread): readonly Stay[] {
  const before = known.get(thread)
  if (before) return before
  const stays = workOut(thread)
  known.set(thread, stays)
  return stays
}

/** The stay's record on a day. */
export const placementOn = (stay: Stay, day: string): Placement =>
  stay.records.findLast(({ startedOn }) => startedOn !== null && startedOn <= day) ?? stay.placement

/** What a field says in the first of the stay's records that says it. */
export function saidOf<K extends keyof Placement>(stay: Stay, field: K): Placement[K] | null {
  return stay.records.find((record) => record[field] !== null)?.[field] ?? null
}

/** The beginning of a stay, which is its record. */
export const placementStart = (stay: Stay): Start => ({
  at: stay.startedOn,
  by: { table: placement.table, id: stay.placement.id },
  until: stay.until,
  record: stay,
})

/** A day that a field of the stay gives, as an end. */
export function endSaid(stay: Stay, field: DayOfPlacement): End | null {
  const record = stay.records.find((each) => each[field] !== null)
  return record ? { at: record[field] as string, by: { table: placement.table, id: record.id } } : null
}

type DayOfPlacement = { [K in keyof Placement]: K extends `${string}On` ? K : never }[keyof Placement]

interface Building {
  readonly period: Period | null
  readonly records: Placement[]
  /** Temporary moves since the last record. */
  away: Placement[]
}

function workOut(thread: Thread): Stay[] {
  const periods = new Map(thread.all(periodOfCare).map((period) => [period.id, period]))
  const buildings: Building[] = []
  for (const { at, record } of thread.dated(placement, 'startedOn')) {
    const period = periods.get(record.periodOfCare ?? '') ?? periodAt(thread, at)
    const current = buildings.at(-1)
    const same = current !== undefined && current.period === period
    if (isTemporaryMove(record.type)) {
      if (same) current.away.push(record)
    } else if (same && goesOn(current, record)) {
      current.records.push(record)
      current.away = []
    } else buildings.push({ period, records: [record], away: [] })
  }
  return buildings.map(({ period, records, away }, place) => {
    const first = records[0] as Placement
    const last = away.at(-1) ?? records.at(-1) ?? first
    const own = last.endedOn === null ? null : { at: last.endedOn, by: { table: placement.table, id: last.id } }
    const next = buildings[place + 1]?.records[0]
    const moved = next ? { at: next.startedOn as string, by: { table: placement.table, id: next.id } } : null
    return {
      placement: first,
      startedOn: first.startedOn as string,
      until: earliestOf(own, moved, period && endOfPeriod(period)),
      records,
    }
  })
}

function goesOn({ records, away }: Building, next: Placement): boolean {
  const last = records.at(-1) as Placement
  if (away.length > 0) return isSamePlace(last, next)
  return last.changeReason === 'PLACE' && last.endedOn === next.startedOn
}

/** As far as both are recorded, nothing differs. Nothing recorded of either is not the same place. */
function isSamePlace(one: Placement, other: Placement): boolean {
  const fields = ['type', 'provider', 'urn', 'postcode'] as const
  const both = fields.filter((field) => one[field] !== null && other[field] !== null)
  return both.length > 0 && both.every((field) => plain(one[field]) === plain(other[field]))
}

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, '').toUpperCase()
