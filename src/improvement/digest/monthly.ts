import type { Transaction } from '../../engine/database/database.ts'
import type { ControlChart } from '../../engine/measures/control-chart.ts'
import { monthName } from '../../engine/measures/months.ts'
import type { Better } from '../../engine/measures/told.ts'
import { areasOf } from './areas.ts'
import { definitionOf, unitOf } from './digest-files.ts'
import { digestRows, hasFigures, type DigestRow } from './find-digest.ts'
import type { Measured } from './measured.ts'
import { changeInWords, reachInWords } from './variation.tsx'
import { figureInWords, ofHowMany, timeInWords } from './words.ts'
import type { SheetValue } from '../../engine/exchange/xlsx-write.ts'

/** The digest of a month: what stands on the screen, in print, in Word and in a spreadsheet is drawn from this alone, and frozen as it is. */

export interface MonthlyRow {
  readonly measure: string
  readonly name: string
  readonly area: string
  readonly local: boolean
  readonly better: Better
  readonly time: string
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number | null
  readonly unit: string
  /** As people read it: '47%', '7 of 15'. */
  readonly says: string
  readonly of: string | null
  readonly target: string | null
  readonly targetValue: number | null
  readonly england: string | null
  readonly englandTime: string | null
  readonly change: ReturnType<typeof changeInWords>
  readonly reach: ReturnType<typeof reachInWords>
  readonly definition: readonly SheetValue[]
}

export interface Monthly {
  /** 'YYYY-MM'. */
  readonly month: string
  /** Plain date that counted as today when the figures were worked out. */
  readonly day: string
  readonly areas: readonly string[]
  readonly rows: readonly MonthlyRow[]
}

export type MonthlyCharts = Readonly<Record<string, Pick<ControlChart, 'points' | 'phases' | 'since'>>>

export interface Comment {
  readonly measure: string
  readonly words: string
  readonly author: string | null
}

/** How many months a small chart shows. */
const drawn = 24

/** As it stands now (or, in a known-at transaction, as it was known then). */
export async function monthlyNow(
  tx: Transaction,
  measured: Measured,
  month: number,
  day: string,
): Promise<{ monthly: Monthly; charts: MonthlyCharts }> {
  const rows = (await digestRows(tx, measured, measured.measures, month)).filter(hasFigures)
  const areas = areasOf(rows.map(({ measure }) => measure))
  return {
    monthly: { month: monthName(month), day, areas, rows: rows.map(rowOf) },
    charts: Object.fromEntries(rows.flatMap(({ measure, charted }) => (charted === null ? [] : [[measure.id, latestOf(charted.chart)]]))),
  }
}

/** The latest of a chart, with what its lines and marks need. */
function latestOf({ points, phases, since }: ControlChart): MonthlyCharts[string] {
  const kept = points.slice(-drawn)
  const periods = new Set(kept.map(({ period }) => period))
  const first = kept[0]?.period ?? ''
  const standing = phases.filter(({ from }) => periods.has(from))
  const before = phases.findLast(({ from }) => !periods.has(from))
  return {
    points: kept,
    phases: before ? [{ ...before, from: first }, ...standing] : standing,
    since: since !== null && periods.has(since) ? since : null,
  }
}

function rowOf({ measure, now, target, comparators, charted }: DigestRow): MonthlyRow {
  const england = measure.statistic === 'count' ? undefined : comparators.find(({ geography }) => geography === 'England')
  const period = now?.period ?? ''
  return {
    measure: measure.id,
    name: measure.name,
    area: measure.area,
    local: measure.local,
    better: measure.better,
    time: period === '' ? '' : timeInWords(measure, period),
    value: now?.value ?? null,
    numerator: now?.numerator ?? 0,
    denominator: now?.denominator ?? null,
    unit: unitOf(measure),
    says: figureInWords(measure, now?.value ?? null),
    of: now === null ? null : ofHowMany(measure, now),
    target: target === null ? null : figureInWords(measure, target.value),
    targetValue: target?.value ?? null,
    england: england ? figureInWords(measure, england.value) : null,
    englandTime: england?.time ?? null,
    change: changeInWords(charted, measure.noTrend),
    reach: reachInWords(charted),
    definition: definitionOf(measure),
  }
}

export interface FrozenMonthly {
  readonly id: string
  readonly monthly: Monthly
  readonly charts: MonthlyCharts
  /** London wall clock: 'YYYY-MM-DD HH:MM:SS'. */
  readonly frozenAt: string
  readonly frozenBy: string | null
}

/** The digest of a month as it was frozen; null where it is not yet. */
export async function frozenMonthly(tx: Transaction, month: string): Promise<FrozenMonthly | null> {
  const [row] = await tx.query<{ id: string; figures: string; charts: string | null; at: string; by: string | null }>(
    `select id, figures, charts, frozen_at || coalesce(' ' || frozen_at_time, '') as at, frozen_by as by
     from monthly_digest where month = $1::date and withdrawn_at is null order by known_from desc limit 1`,
    [`${month}-01`],
  )
  if (!row) return null
  return {
    id: row.id,
    monthly: JSON.parse(row.figures) as Monthly,
    charts: JSON.parse(row.charts ?? '{}') as MonthlyCharts,
    frozenAt: row.at,
    frozenBy: row.by,
  }
}

/** What was written beside the figures of a month, the last of each. */
export const commentsOf = (tx: Transaction, month: string): Promise<Comment[]> =>
  tx.query<Comment & Record<string, unknown>>(
    `select distinct on (measure) measure, words, author from digest_comment where month = $1::date and withdrawn_at is null order by measure, known_from desc`,
    [`${month}-01`],
  )

/** Writes, changes or (with no words) takes back a comment. What it said before stays as history. */
export async function writeComment(tx: Transaction, month: string, measure: string, words: string, author: string): Promise<void> {
  if (words === '') {
    await tx.run(
      'update digest_comment set withdrawn_at = engine.instant() where month = $1::date and measure = $2 and withdrawn_at is null',
      [`${month}-01`, measure],
    )
    return
  }
  const changed = await tx.run(
    'update digest_comment set words = $3, author = $4 where month = $1::date and measure = $2 and withdrawn_at is null',
    [`${month}-01`, measure, words, author],
  )
  if (changed === 0)
    await tx.run(`insert into digest_comment (month, measure, words, author, source) values ($1, $2, $3, $4, 'goldthread')`, [
      `${month}-01`,
      measure,
      words,
      author,
    ])
}

/**
 * Freezes the digest of a month as it is known. One that is frozen already is replaced: the earlier print stays as history.
 * @param at London wall clock: 'YYYY-MM-DD HH:MM:SS'
 */
export async function freeze(
  tx: Transaction,
  { monthly, charts }: { monthly: Monthly; charts: MonthlyCharts },
  at: string,
  by: string,
): Promise<void> {
  await tx.run('update monthly_digest set withdrawn_at = engine.instant() where month = $1::date and withdrawn_at is null', [
    `${monthly.month}-01`,
  ])
  await tx.run(
    `insert into monthly_digest (month, frozen_at, frozen_at_time, frozen_by, day, figures, charts, source) values ($1, $2, $3, $4, $5, $6, $7, 'goldthread')`,
    [`${monthly.month}-01`, at.slice(0, 10), at.slice(11), by, monthly.day, JSON.stringify(monthly), JSON.stringify(charts)],
  )
}

/** The months of which a digest is frozen, the latest first. */
export const frozenMonths = (tx: Transaction): Promise<{ month: string; at: string; by: string | null }[]> =>
  tx.query<{ month: string; at: string; by: string | null } & Record<string, unknown>>(
    `select to_char(month, 'YYYY-MM') as month, frozen_at || coalesce(' ' || frozen_at_time, '') as at, frozen_by as by
     from monthly_digest where withdrawn_at is null order by month desc`,
  )
