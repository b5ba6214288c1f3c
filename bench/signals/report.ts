import { monthText } from './calendar.ts'
import { inTimeUntil, type Episode } from './matching.ts'
import { plantKinds, type Plant } from './plants.ts'
import type { Seen } from './visible.ts'

/** What was found of what was planted, and what was told that was not there. */

export interface Looked {
  readonly seed: number
  readonly size: number
  readonly plants: readonly (Plant & { readonly seen: Seen })[]
  readonly episodes: readonly Episode[]
  /** Measures that had data. */
  readonly measures: number
  readonly years: number
  /** Month number of the first look. */
  readonly start: number
  readonly seconds: Readonly<Record<'generated' | 'imported' | 'asked', number>>
  readonly rows: number
  readonly open: readonly number[]
}

interface PlantResult {
  readonly authority: string
  readonly id: string
  readonly kind: string
  readonly size: string
  readonly says: string
  readonly where: Plant['where']
  readonly onset: string
  readonly amount: number
  readonly visible: boolean
  readonly z: number
  readonly casesAMonth: number
  /** Months from the onset to the first signal, both counted; null where there was none. */
  readonly months: number | null
  readonly inTime: boolean
  readonly by: string | null
}

/** How each planted problem fared. */
export const resultsOf = ({ seed, size, plants, episodes, start }: Looked): readonly PlantResult[] =>
  plants.map((plant) => {
    const first = episodes.find(({ tells }) => tells.some(({ id }) => id === plant.id))
    const begins = plant.kind === 'apart' ? start : plant.onset
    return {
      authority: `${seed}/${size}`,
      id: plant.id,
      kind: plant.kind,
      size: plant.size,
      says: plant.says,
      where: plant.where,
      onset: plant.kind === 'apart' ? 'always' : monthText(plant.onset),
      amount: plant.amount,
      visible: plant.seen.visible,
      z: round(plant.seen.z),
      casesAMonth: round(plant.seen.casesAMonth),
      months: first ? Math.max(1, first.first - begins + 1) : null,
      inTime: first !== undefined && first.first <= inTimeUntil(plant, start),
      by: first ? first.signal.sentence : null,
    }
  })

/** Signals that tell of nothing planted and follow from nothing planted. Parts of others are not counted by themselves. */
export const falseOnes = ({ episodes }: Looked): readonly Episode[] =>
  episodes.filter(({ standing, follows, signal }) => !standing && !follows && signal.partOf === null)

export interface Report {
  readonly markdown: string
  readonly json: unknown
}

export function reportOf(all: readonly Looked[]): Report {
  const results = all.flatMap(resultsOf)
  const rows = plantKinds.flatMap((kind) =>
    (['small', 'middling', 'large'] as const).flatMap((size) => {
      const some = results.filter((each) => each.kind === kind && each.size === size)
      return some.length === 0 ? [] : [[kind, size, ...summed(some)]]
    }),
  )
  const visible = results.filter((each) => each.visible)
  const wrong = all.flatMap((one) => falseOnes(one).map((episode) => ({ authority: `${one.seed}/${one.size}`, ...told(episode) })))
  const levels = wrong.filter((each) => each.level).length
  const measureYears = all.reduce((sum, { measures, years }) => sum + measures * years, 0)
  const standing = all.reduce(
    (sum, { episodes }) => sum + episodes.filter((each) => each.standing && !each.follows && each.signal.partOf === null).length,
    0,
  )
  const perHundred = measureYears === 0 ? 0 : (wrong.length * 100) / measureYears
  const share =
    visible.length === 0
      ? 'none visible'
      : `${percent(visible.filter((each) => each.inTime).length, visible.length)} of the ${visible.length} visible`
  const markdown = [
    table(
      [
        'Kind',
        'Size',
        'Planted',
        'Visible',
        'Found in time, of the visible',
        'Share',
        'Found at all, of the visible',
        'Found, not visible',
        'Median months',
      ],
      [...rows, ['**All**', '', ...summed(results)]],
    ),
    '',
    `Found in time: ${share}.`,
    `False signals: ${wrong.length} in ${measureYears} measure-years, ${round(perHundred)} per 100. Without those that speak of a level which is truly so (${levels}): ${round(((wrong.length - levels) * 100) / Math.max(1, measureYears))} per 100. Standing when the look began, and of nothing planted: ${standing}.`,
    '',
    table(
      ['Authority', 'Open', 'Rows', 'Measures with data', 'Planted', 'False', 'Generated', 'Imported', 'Asked'],
      all.map((one) => [
        `${one.seed}/${one.size}`,
        String(one.open.at(-1) ?? 0),
        String(one.rows),
        String(one.measures),
        String(one.plants.length),
        String(falseOnes(one).length),
        ...(['generated', 'imported', 'asked'] as const).map((what) => `${round(one.seconds[what])} s`),
      ]),
    ),
  ].join('\n')
  const json = {
    foundInTimeOfVisible: { found: visible.filter((each) => each.inTime).length, visible: visible.length },
    falsePer100MeasureYears: perHundred,
    levels,
    measureYears,
    plants: results,
    falseSignals: wrong,
  }
  return { markdown, json }
}

function summed(some: readonly PlantResult[]): readonly string[] {
  const visible = some.filter((each) => each.visible)
  const inTime = visible.filter((each) => each.inTime).length
  const months = some.flatMap((each) => (each.months === null ? [] : [each.months])).sort((one, other) => one - other)
  return [
    String(some.length),
    String(visible.length),
    String(inTime),
    percent(inTime, visible.length),
    String(visible.filter((each) => each.months !== null).length),
    String(some.filter((each) => !each.visible && each.months !== null).length),
    months.length === 0 ? '' : String(months[Math.floor((months.length - 1) / 2)]),
  ]
}

const told = ({ signal, first, since, level }: Episode) => ({
  level,
  id: signal.id,
  measure: signal.measure,
  kind: signal.kind,
  where: signal.where,
  since: monthText(since),
  first: monthText(first),
  direction: signal.direction,
  sentence: signal.sentence,
})

const percent = (some: number, all: number): string => (all === 0 ? '' : `${Math.round((some * 100) / all)}%`)
const round = (value: number): number => Math.round(value * 100) / 100
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
