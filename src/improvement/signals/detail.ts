import type { Transaction } from '../../engine/database/database.ts'
import { idOfBy } from '../../engine/measures/breakdown.ts'
import type { FunnelGroup } from '../../engine/measures/funnel.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { isChange } from '../../engine/signals/found.ts'
import { thousands } from '../../engine/web/words.ts'
import type { Choice } from '../digest/choice.ts'
import { byOf, findMeasureTold, findParts, type MeasureTold, type Parted } from '../digest/find-measure.ts'
import type { Measured } from '../digest/measured.ts'
import { foundAgain, hasKeptCounts, measureOf, type KeptSignal, type Run } from './kept.ts'
import { linesOf, type Lines } from './lines.ts'
import { isOfTeams } from './reach.ts'
import { explainShare, type ShareExplained } from './where-it-went.ts'

/** One signal in full: what moved before it, where its points went, who stands apart. */
export interface Detail {
  readonly measure: Measure
  /** Signals of the same cause, whose head is first; without the signal itself. */
  readonly others: readonly KeptSignal[]
  readonly lines: Lines | null
  /** Its own chart, where nothing moved before it. */
  readonly told: MeasureTold | null
  readonly choice: Choice
  readonly explained: ShareExplained | null
  /** By what one place or group stands apart. */
  readonly parted: Parted | null
  /** Which teams stand apart, in a sentence; null where nobody can tell. */
  readonly apart: string | null
}

/** How many lines of what moved before it are drawn. */
const mostBefore = 3

/** As known to the transaction; null where the measure is counted no longer. */
export async function detailOf(tx: Transaction, measured: Measured, run: Run, kept: KeptSignal): Promise<Detail | null> {
  const measure = measureOf(measured, kept.signal.measure)
  if (measure === null) return null
  const { kind, place, change } = kept.working
  const choice: Choice = { month: run.month, latest: run.month, among: [], group: null, without: false, errors: [] }
  const headId = kept.signal.partOf ?? kept.signal.id
  const others = run.signals.filter(({ signal }) => signal !== kept.signal && (signal.id === headId || signal.partOf === headId))
  const before = run.signals.filter(({ signal }) => kept.signal.movedBefore.includes(signal.id)).slice(0, mostBefore)
  if (!hasKeptCounts(measure)) return { measure, others, choice, lines: await linesOf(tx, measured, [kept], run.month), ...nothingMore }
  const inLines = isChange(kind) && (before.length > 0 || place !== null)
  const ofWhole = !inLines && place === null
  return {
    measure,
    others,
    choice,
    lines: inLines ? await linesOf(tx, measured, [...before.toSorted((a, b) => a.working.since - b.working.since), kept], run.month) : null,
    told: ofWhole || (place !== null && !isChange(kind)) ? await findMeasureTold(tx, measured, measure, choice) : null,
    explained: place === null ? await explainShare(tx, measured, measure, change, run.month) : null,
    parted: place !== null && !isChange(kind) ? await partedAt(tx, measured, kept, measure, choice) : null,
    apart: place === null ? await teamsApart(tx, measured, measure, choice) : null,
  }
}

const nothingMore = { told: null, explained: null, parted: null, apart: null } as const

async function partedAt(tx: Transaction, measured: Measured, kept: KeptSignal, measure: Measure, choice: Choice): Promise<Parted | null> {
  const by = byOf(measure, foundAgain(kept, measure).place?.by ?? null)
  return by === null ? null : findParts(tx, measured, measure, [by], choice)
}

async function teamsApart(tx: Transaction, measured: Measured, measure: Measure, choice: Choice): Promise<string | null> {
  const by = measure.by.find((each) => isOfTeams(idOfBy(each)))
  if (by === undefined || measure.statistic !== 'share') return null
  const { funnel } = await findParts(tx, measured, measure, [by], choice)
  return funnel === null || funnel.groups.length < 2 ? null : apartInWords(funnel.groups)
}

/** 'Young People’s Team stands apart: 7 of 34. The other four teams are alike.' */
export function apartInWords(groups: readonly FunnelGroup[]): string {
  const apart = groups.filter(({ is }) => is !== 'within chance' && is !== 'nothing to compare')
  const rest = groups.length - apart.length
  if (apart.length === 0) return `None of the ${groups.length} teams stands apart.`
  const named = apart.map(({ name, numerator, denominator }) => `${name} (${thousands(numerator)} of ${thousands(denominator)})`)
  const list = named.length === 1 ? (named[0] as string) : `${named.slice(0, -1).join(', ')} and ${named.at(-1) as string}`
  const others = rest === 0 ? '' : rest === 1 ? ' The other is within chance.' : ` The other ${rest} teams are alike.`
  return `${list} ${apart.length === 1 ? 'stands' : 'stand'} apart from all together.${others}`
}
