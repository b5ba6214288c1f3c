import type { Command } from 'commander'
import { clockwork } from '../clocks.ts'
import type { Transaction } from '../engine/database/database.ts'
import { factsBehind, idOfBy, partsOfMeasure, type By, type Part } from '../engine/measures/breakdown.ts'
import type { Measure } from '../engine/measures/measure.ts'
import { isMonth, lastWholeMonth, monthName, monthNumber } from '../engine/measures/months.ts'
import { isSmall } from '../engine/measures/suppress.ts'
import { knownAtMoment } from '../engine/web/known-at.ts'
import { londonDay } from '../engine/web/words.ts'
import { whatStandsBeside } from '../improvement/digest/beside.ts'
import { bysOf, valueWords } from '../improvement/digest/bys.ts'
import { chartedSpan, chartOf } from '../improvement/digest/measured.ts'
import { figureInWords, monthWords, ofHowMany } from '../improvement/digest/words.ts'
import { measuredNow } from '../measured.ts'
import { notCounted } from '../measures.ts'
import { aligned, print } from './json.ts'
import { ForPeople, note, pageDayOf, someone, withDatabase, type AddCommand } from './setting.ts'

/** Every measure, and how one stood. */
export const measuresCommand: AddCommand = (program, told) => {
  program
    .command('measures')
    .description('every measure: what it counts, over what time, which way is better, its source')
    .action(async (_options, command: Command) => {
      const setting = told(command)
      await withDatabase(setting, async (database) => {
        const { measures: all } = await database.transaction({ actor: 'goldthread', role: 'reads', keys: ['staff'] }, measuredNow)
        const rows = all.map((measure) => ({
          id: measure.id,
          name: measure.name,
          area: measure.area,
          unit: unitOf(measure),
          statistic: measure.statistic,
          period: measure.span,
          better: measure.better,
          target: measure.target,
          counted: measure.says.counted,
          outOf: measure.says.outOf ?? null,
          by: bysOf(measure).map(idOfBy),
          source: measure.source,
          national: measure.national,
          local: measure.local,
          facts: measure.of.id,
        }))
        print(setting.json, rows, () => aligned(rows.map(({ id, name, area, period, source }) => [id, name, area, period, source])))
      })
    })
  program
    .command('measure')
    .argument('<id>', 'as `bin/goldthread measures` lists them')
    .option('--from <month>', 'first month, YYYY-MM; 11 months before the last where it is not said')
    .option('--to <month>', 'last month, YYYY-MM; the last that is over where it is not said')
    .option('--by <what>', 'parted by this, or by two: age or age,team')
    .option('--children', 'the facts behind the last month')
    .option('--known-at <moment>', 'as it was known then: YYYY-MM-DD, or with a time')
    .description('how a measure stood month by month, parted as asked, and what is behind it')
    .action(async (id: string, options: MeasureOptions, command: Command) => {
      const setting = told(command)
      for (const month of [options.from, options.to])
        if (month !== undefined && !isMonth(month)) throw new ForPeople(`${month} is not a month: write YYYY-MM.`)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, options.children ? 'read a child' : 'see figures')
        const then = momentOf(options.knownAt)
        const day = then ? londonDay(then.instant) : await pageDayOf(database, setting)
        const to = options.to === undefined ? lastWholeMonth(day) : monthNumber(options.to)
        const from = options.from === undefined ? to - 11 : monthNumber(options.from)
        if (from > to) throw new ForPeople(`--from ${monthName(from)} is after --to ${monthName(to)}.`)
        if (to - from > 600) throw new ForPeople('That is more than 50 years. Ask for fewer months.')
        await note(database, who, 'Asked for a measure', {
          detail: [id, ...Object.entries(options).map(([name, value]) => `${name} ${String(value)}`)].join(', '),
          knownAt: then?.instant,
        })
        const found = await database.transaction({ ...who, role: 'reads', knownAt: then?.instant }, async (tx) => {
          const measure = (await measuredNow(tx)).measures.find((each) => each.id === id)
          if (!measure)
            throw new ForPeople(
              `There is no measure “${id}”. \`bin/goldthread measures\` lists them.${notCounted[id] === undefined ? '' : ` It is not counted: ${notCounted[id]}`}`,
            )
          return tellMeasure(tx, measure, { from, to, by: bysAsked(measure, options.by), children: options.children === true })
        })
        print(setting.json, found, () => wordsOf(found))
      })
    })
}

interface MeasureOptions {
  readonly from?: string
  readonly to?: string
  readonly by?: string
  readonly children?: boolean
  readonly knownAt?: string
}

function bysAsked(measure: Measure, by: string | undefined): By[] {
  if (by === undefined) return []
  const known = bysOf(measure)
  const asked = by.split(',').map((name) => name.trim())
  if (asked.length > 2) throw new ForPeople(`--by ${by}: give one, or two with a comma between.`)
  return asked.map((name) => {
    const found = known.find((each) => idOfBy(each) === name)
    if (!found) throw new ForPeople(`${measure.id} is not parted by “${name}”. It is by: ${known.map(idOfBy).join(', ') || 'nothing'}.`)
    return found
  })
}

function momentOf(given: string | undefined): ReturnType<typeof knownAtMoment> {
  try {
    return knownAtMoment(given ?? null, new Date())
  } catch (error) {
    throw new ForPeople(error instanceof Error ? error.message : String(error))
  }
}

const unitOf = ({ statistic, unit, people }: Measure): string =>
  statistic === 'share' ? '%' : statistic === 'rate' ? `per ${(people?.per ?? 1).toLocaleString('en-GB')}` : unit === '' ? 'count' : unit

interface Asking {
  readonly from: number
  readonly to: number
  readonly by: readonly By[]
  readonly children: boolean
}

async function tellMeasure(tx: Transaction, measure: Measure, { from, to, by, children }: Asking) {
  const beside = await whatStandsBeside(tx)
  const people = beside.peopleOf(measure)
  const words = await valueWords(tx, by, measure)
  const target = beside.targetOf(measure, to)
  const [whole] = await partsOfMeasure(tx, clockwork, measure, { from, to, people })
  const parts = by.length === 0 ? null : await partsOfMeasure(tx, clockwork, measure, { from, to, by, people })
  // The chart is of six years, however few months are asked for: limits need them.
  const charted = await partsOfMeasure(tx, clockwork, measure, { ...beside.seriesTo(to), people, span: chartedSpan(measure) })
  const drawn = charted[0] ? chartOf(measure, charted[0].points, beside.newLimitsOf(measure), target?.value ?? null) : null
  const behind = children ? await factsBehind(tx, clockwork, measure, to) : null
  const names =
    behind === null
      ? new Map<string, string>()
      : await numbersOf(
          tx,
          measure,
          behind.map(({ subject }) => subject),
        )
  const points = ({ points: all }: Part) => all.map((point) => ({ ...point, suppressed: isSmall(measure, point) }))
  return {
    measure: measure.id,
    name: measure.name,
    unit: unitOf(measure),
    better: measure.better,
    target: target?.value ?? null,
    chart: drawn?.chart.chart ?? null,
    chartBecause: drawn?.chosen.why ?? null,
    points: points(whole as Part),
    ...(parts && {
      parts: parts
        .map((part) => ({
          by: Object.fromEntries(by.map((each, place) => [idOfBy(each), words(place, part.values[place] ?? '')])),
          points: points(part),
        }))
        .sort((a, b) => (JSON.stringify(a.by) < JSON.stringify(b.by) ? -1 : 1)),
    }),
    charted:
      drawn?.chart.points.map(({ period, value, centre, lower, upper, rule, side }) => ({
        period,
        value,
        centre,
        lower,
        upper,
        rule,
        side,
      })) ?? null,
    limits:
      drawn === null || drawn.chart.centre === null
        ? null
        : { centre: drawn.chart.centre, lower: drawn.chart.lower, upper: drawn.chart.upper },
    variation: drawn?.chart.variation ?? null,
    assurance: drawn?.chart.assurance ?? null,
    comparators: beside.comparatorsOf(measure, to),
    population: measure.people === null ? null : beside.estimateOf(measure, to),
    ...(behind && {
      children: behind.map(({ subject, fact, above, below }) => ({
        [measure.of.about.table === 'person' ? 'child' : measure.of.about.table]: names.get(subject) ?? subject,
        on: fact.on,
        until: fact.until ?? null,
        counted: above !== 0,
        ...(below === 0 ? {} : { of: below }),
        says: fact.says ?? {},
        record: `${fact.by.table}/${fact.by.id}`,
      })),
    }),
  }
}

async function numbersOf(tx: Transaction, measure: Measure, subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; number: string | null }>(
    `select id, source_id as number from ${measure.of.about.table} where id = any ($1::uuid[])`,
    [`{${[...new Set(subjects)].join(',')}}`],
  )
  return new Map(rows.map(({ id, number }) => [id, number ?? id]))
}

/** The number of whoever it is about, which stands first. */
const numbered = (each: Readonly<Record<string, unknown>>): string =>
  typeof Object.values(each)[0] === 'string' ? (Object.values(each)[0] as string) : ''

function wordsOf(found: Awaited<ReturnType<typeof tellMeasure>>): string {
  const like = {
    statistic: found.unit === '%' ? 'share' : found.unit.startsWith('per ') ? 'rate' : 'mean',
    unit: found.unit === 'count' || found.unit.startsWith('per ') ? '' : found.unit,
  } as const
  const line = ({ period, value, ...of }: Part['points'][number]) => [
    monthWords(period),
    figureInWords(like, value),
    ofHowMany({ statistic: like.statistic }, of) ?? '',
  ]
  const said = [
    found.name,
    ...(found.variation ? [found.variation.says] : []),
    ...(found.assurance?.is ? [found.assurance.says] : []),
  ].join('\n')
  const table = found.parts
    ? found.parts.map(({ points, by }) => `${Object.values(by).join(', ')}\n${aligned(points.map(line))}`).join('\n\n')
    : aligned(found.points.map(line))
  const children = found.children
    ? `\n\n${aligned(found.children.map((each) => [numbered(each), each.on, each.until ?? '', each.counted ? 'counted' : 'not counted', each.record]))}`
    : ''
  return `${said}\n\n${table}${children}`
}
