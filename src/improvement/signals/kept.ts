import { createHash } from 'node:crypto'
import type { Database, Transaction } from '../../engine/database/database.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { monthName } from '../../engine/measures/months.ts'
import type { Found } from '../../engine/signals/found.ts'
import { holdingsOn } from '../../practice/allocation/holders.ts'
import { copiedMeasures } from '../../practice/writing/copied-measures.ts'
import type { Measured, MeasuredNow } from '../digest/measured.ts'
import type { Signal } from './signal.ts'
import { monthToldOn, tellSignals, type Told } from './tell-signals.ts'

/**
 * What signals told when they were last looked for. To look takes seconds, so it is kept, and looked for again when what they are told from has changed. Of
 * earlier days it is only kept which signals there were.
 */

/** A signal as it is kept, with its working. It names no child. */
export interface KeptSignal {
  readonly signal: Signal
  readonly working: Pick<
    Found,
    'kind' | 'place' | 'since' | 'seen' | 'direction' | 'from' | 'to' | 'above' | 'below' | 'months' | 'strength' | 'confidence' | 'change'
  >
  /** How many of the children it counts each team holds, by the team’s identifier. */
  readonly teams: Readonly<Record<string, number>>
}

export interface Run {
  /** Null of one that is not kept: as known at a past moment. */
  readonly id: string | null
  /** Plain date that counted as today. */
  readonly day: string
  /** The month at whose end signals were looked for, by number. */
  readonly month: number
  /** Instant (ISO); null where it was worked out just now and is not kept. */
  readonly workedOutAt: string | null
  /** How many measures were looked at, and of how many there was nothing to say. */
  readonly looked: number
  readonly silent: number
  /** Heads in order of what matters to children, each followed by its parts. */
  readonly signals: readonly KeptSignal[]
  /** Which signals there were a week before; null where nobody looked by then. */
  readonly weekBefore: readonly string[] | null
  /** Whom each signal counts, where it is not kept. */
  readonly subjects: ReadonlyMap<string, readonly string[]> | null
}

/** Raise when signals are looked for, told or kept otherwise in a way that the measures would not show. */
const telling = 1

/** Of a run of before, only which signals there were is kept. */
const hasItsSignals = '(cardinality(r.signals) = 0 or exists (select 1 from signal_told t where t.run = r.id))'

const acting = { actor: 'signals', keys: ['staff'] } as const

/**
 * Sees to it that what is kept is what there is to tell on a day: looks once a day, and again where counts, targets, teams or measures have changed since.
 * One at a time: whoever asks meanwhile waits for it.
 * @param day plain date
 * @returns whether it was worked out
 */
export async function keepSignals(database: Database, measuredNow: MeasuredNow, day: string, { again = false } = {}): Promise<boolean> {
  // Texts are held against each other without counts being kept of them: a day is as long as any of it may be old.
  const isKept = async (tx: Transaction): Promise<boolean> => {
    const [row] = await tx.query<{ sign: string }>(
      `select sign from signal_run r where r.day = $1::date and r.month = $2::date and ${hasItsSignals}
       order by r.worked_out_at desc limit 1`,
      [day, `${monthName(monthToldOn(day))}-01`],
    )
    return row !== undefined && row.sign === (await signOf(tx, await measuredNow(tx)))
  }
  if (!again && (await database.transaction({ ...acting, role: 'reads' }, isKept))) return false
  return database.transaction({ ...acting, role: 'writes', reason: 'Signals were looked for' }, async (tx) => {
    await tx.run('select pg_advisory_xact_lock(715405)')
    if (!again && (await isKept(tx))) return false
    const measured = await measuredNow(tx)
    const sign = await signOf(tx, measured)
    await keep(tx, await lookedFor(tx, measured, day), sign)
    return true
  })
}

/** Looks for signals, as known to the transaction, and keeps nothing. */
export async function lookedFor(tx: Transaction, measured: Measured, day: string): Promise<Run> {
  const month = monthToldOn(day)
  const { told, looked, silent } = await tellSignals(tx, measured, month)
  const holders = new Map<string, string>()
  for (const { child, team, holds } of await holdingsOn(tx, day)) if (holds && team !== null) holders.set(child, team)
  return {
    id: null,
    day,
    month,
    workedOutAt: null,
    looked,
    silent,
    signals: told.map((each) => ({ signal: each.signal, working: workingOf(each), teams: teamsOf(each.subjects, holders) })),
    weekBefore: await weekBefore(tx, day),
    subjects: new Map(told.map(({ signal, subjects }) => [signal.id, subjects])),
  }
}

function workingOf({ found }: Told): KeptSignal['working'] {
  const { kind, place, since, seen, direction, from, to, above, below, months, strength, confidence, change } = found
  return { kind, place, since, seen, direction, from, to, above, below, months, strength, confidence, change }
}

/** What was found, again, to ask the facts with. */
export const foundAgain = ({ signal, working }: KeptSignal, measure: Measure): Found => ({ id: signal.id, measure, ...working })

/** The measure of a signal: of those that are counted and kept, or of texts that are held against each other when they are asked for. */
export const measureOf = ({ measures }: Measured, id: string): Measure | null =>
  measures.find((each) => each.id === id) ?? copiedMeasures.find((each) => each.id === id) ?? null

/** Whether its counts are kept, so that it has a page in the digest. */
export const hasKeptCounts = (measure: Measure): boolean => !copiedMeasures.includes(measure)

function teamsOf(subjects: readonly string[], holders: ReadonlyMap<string, string>): Record<string, number> {
  const teams: Record<string, number> = {}
  for (const subject of subjects) {
    const team = holders.get(subject)
    if (team !== undefined) teams[team] = (teams[team] ?? 0) + 1
  }
  return teams
}

/** Of days before, only which signals there were stays. */
async function keep(tx: Transaction, run: Run, sign: string): Promise<void> {
  const [kept] = await tx.query<{ id: string }>(
    `insert into signal_run (day, month, sign, looked, silent, signals) values ($1, $2, $3, $4, $5, $6) returning id`,
    [run.day, `${monthName(run.month)}-01`, sign, run.looked, run.silent, arrayOf(run.signals.map(({ signal }) => signal.id))],
  )
  const id = kept?.id as string
  await tx.run(
    `insert into signal_told (run, place, signal, told)
     select $1::uuid, t.ordinality, t.value -> 'signal' ->> 'id', t.value from jsonb_array_elements($2::jsonb) with ordinality t`,
    [id, JSON.stringify(run.signals)],
  )
  await tx.run(
    `insert into signal_subjects (run, signal, subjects)
     select $1::uuid, t.key, array(select jsonb_array_elements_text(t.value)::uuid) from jsonb_each($2::jsonb) t`,
    [id, JSON.stringify(Object.fromEntries(run.subjects ?? []))],
  )
  await tx.run('delete from signal_told where run <> $1::uuid', [id])
  await tx.run('delete from signal_subjects where run <> $1::uuid', [id])
}

const arrayOf = (texts: readonly string[]): string => `{${texts.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`

/** What is kept of a day; null where nothing is. */
export async function keptSignals(tx: Transaction, day: string): Promise<Run | null> {
  const [row] = await tx.query<{ id: string; day: string; at: string; looked: number; silent: number; told: KeptSignal[] | null }>(
    `select r.id, r.day, to_char(r.worked_out_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, r.looked, r.silent,
            (select json_agg(t.told order by t.place) from signal_told t where t.run = r.id) as told
     from signal_run r where r.day <= $1::date and r.month = $2::date
       and ${hasItsSignals}
     order by r.day desc, r.worked_out_at desc limit 1`,
    [day, `${monthName(monthToldOn(day))}-01`],
  )
  if (!row) return null
  return {
    id: row.id,
    day: row.day,
    month: monthToldOn(day),
    workedOutAt: row.at,
    looked: row.looked,
    silent: row.silent,
    signals: row.told ?? [],
    weekBefore: await weekBefore(tx, day),
    subjects: null,
  }
}

/** Which signals there were seven days before. */
async function weekBefore(tx: Transaction, day: string): Promise<readonly string[] | null> {
  const [row] = await tx.query<{ signals: string[] }>(
    `select to_json(signals) as signals from signal_run where day <= $1::date - 7 order by day desc, worked_out_at desc limit 1`,
    [day],
  )
  return row?.signals ?? null
}

/** How many of these children each signal counts, by its identifier. */
export async function countedOf(tx: Transaction, run: Run, children: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (run.subjects !== null) {
    const asked = new Set(children)
    return new Map([...run.subjects].map(([signal, subjects]) => [signal, subjects.filter((each) => asked.has(each)).length]))
  }
  const rows = await tx.query<{ signal: string; n: number }>(
    `select signal, (select count(*) from unnest(subjects) subject where subject = any ($2::uuid[])) as n from signal_subjects where run = $1::uuid`,
    [run.id, `{${children.join(',')}}`],
  )
  return new Map(rows.map(({ signal, n }) => [signal, n]))
}

/**
 * A short text that differs whenever what signals are looked for in does. Counts are rows that are added and never changed, each under an identifier of its
 * own, so that all of these together tell whether any has come since.
 */
async function signOf(tx: Transaction, { measures }: Measured): Promise<string> {
  const [row] = await tx.query<{ sign: string }>(
    `select concat_ws(' ', (select bit_xor(hashtextextended(id::text, 0)) from fact_count), (select max(known_from) from measure_target),
            (select max(known_from) from setting where name = 'figures-from'), (select max(known_from) from team)) as sign`,
  )
  const said = measures.map(({ id, name, area, better, expected, speaksOf, noTrend, unit, local }) => [
    id,
    name,
    area,
    better,
    expected,
    speaksOf,
    noTrend,
    unit,
    local,
  ])
  return createHash('sha256')
    .update(JSON.stringify([telling, said, row?.sign]))
    .digest('hex')
    .slice(0, 32)
}
