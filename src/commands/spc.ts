import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import { UnreadableFile } from '../engine/exchange/source.ts'
import { chartNames, chooseChart, kindsOfNumber, type ChartName, type Chosen, type KindOfNumber } from '../engine/measures/choose-chart.ts'
import { controlChart, type ControlChart } from '../engine/measures/control-chart.ts'
import { fraction, type Figure } from '../engine/measures/figure.ts'
import { funnel, type Funnel } from '../engine/measures/funnel.ts'
import { NotChartable } from '../engine/measures/stretches.ts'
import { plain, type Better } from '../engine/measures/told.ts'
import { readFigures, readGroups, type Read } from '../engine/measures/values-file.ts'
import { aligned, print } from './json.ts'
import { ForPeople, type AddCommand } from './setting.ts'

interface SpcOptions {
  readonly values: string
  readonly better: Better
  readonly target?: string
  readonly kind?: KindOfNumber
  readonly chart?: ChartName
  readonly per?: string
  readonly rebase: readonly string[]
  readonly baselineTo?: string
  readonly screened?: boolean
  readonly funnel?: boolean
}

/** The chart rules on any figures, without a database. */
export const spcCommand: AddCommand = (program, told) => {
  const each = (one: string, before: readonly string[]): string[] => [...before, one]
  program
    .command('spc')
    .description('a control chart of any figures by the NHS’s “making data count” rules, with what it says in words')
    .requiredOption(
      '--values <file>',
      'one number a line, or a CSV of period and value, or of period, numerator and denominator; - reads what is typed in',
    )
    .addOption(new Option('--better <way>', 'which way is better').choices(['higher', 'lower', 'neutral']).default('neutral'))
    .option('--target <n>', 'what is aimed at')
    .addOption(new Option('--kind <kind>', 'what the figures are; it chooses the chart').choices(kindsOfNumber))
    .addOption(new Option('--chart <chart>', 'this chart, whatever the figures are').choices(chartNames))
    .option('--per <n>', 'show a share or a rate per so many; a share is shown per 100 otherwise, a rate per 1')
    .option('--rebase <period: reason>', 'limits start afresh at this period; may be given more than once', each, [])
    .option('--baseline-to <period>', 'limits are those of the figures up to this period')
    .option('--screened', 'leave moving ranges that are outliers out of the limits')
    .option('--funnel', 'compare groups instead: a CSV of group, numerator and denominator')
    .action(async (options: SpcOptions, given: Command) => {
      const { json } = told(given)
      try {
        if (options.funnel) {
          const found = await funnelOf(options)
          print(json, found, () => funnelInWords(found))
        } else {
          const { chart, why } = await chartOf(options)
          print(json, inJson(chart, why, options.better), () => inWords(chart, why))
        }
      } catch (error) {
        throw error instanceof UnreadableFile || error instanceof NotChartable ? new ForPeople(error.message) : error
      }
    })
}

async function chartOf(options: SpcOptions): Promise<{ chart: ControlChart; why: string }> {
  const { chart: wanted, better, baselineTo = null, screened = false } = options
  const isShare = wanted?.startsWith('p') ?? (options.kind === undefined || options.kind === 'percent')
  const { bytes, path } = await bytesAt(options.values)
  const gathered = options.kind === 'wait' || wanted === 'median'
  const first = await readFigures(bytes, path, { gathered })
  const kind = options.kind ?? kindOf(first)
  const per = numberAt('--per', options.per) ?? (isShare && kind === 'percent' ? 100 : 1)
  if (per <= 0) throw new ForPeople(`--per ${options.per} must be above 0.`)
  const figures = counted(first.figures, kind, wanted, per)
  const { chart, why }: Chosen =
    wanted === undefined ? chooseChart(kind, figures) : { chart: wanted, why: `The chart that was asked for: ${wanted}.` }
  const target = numberAt('--target', options.target)
  return { chart: controlChart(figures, chart, { better, target, per, rebase: options.rebase.map(rebaseAt), baselineTo, screened }), why }
}

/** A numerator and a denominator are a share where they can be one. */
function kindOf({ figures, counted: areCounted }: Read): KindOfNumber {
  if (!areCounted) return 'number'
  const canBeShare = figures.every(
    ({ counted: each }) =>
      !each || (each.numerator <= each.denominator && Number.isInteger(each.numerator) && Number.isInteger(each.denominator)),
  )
  return canBeShare ? 'percent' : 'rate'
}

/** The figures as they are shown. A count alone is a rate of equal chances. */
function counted(figures: readonly Figure[], kind: KindOfNumber, wanted: ChartName | undefined, per: number): Figure[] {
  const isCount = kind === 'count' || wanted?.startsWith('u')
  return figures.map((figure) =>
    figure.counted
      ? fraction(figure.period, figure.counted.numerator, figure.counted.denominator, per)
      : isCount
        ? fraction(figure.period, figure.value, 1)
        : figure,
  )
}

function rebaseAt(said: string): { period: string; reason: string } {
  const [, period, reason] = /^\s*(.+?)\s*:\s*(\S.*)$/.exec(said) ?? []
  if (period === undefined || reason === undefined)
    throw new ForPeople(`--rebase “${said}” does not say why. Write the period, a colon and the reason: --rebase "2016-04: new form".`)
  return { period, reason }
}

function numberAt(option: string, said: string | undefined): number | null {
  if (said === undefined) return null
  const number = Number(said.trim().replace(/ ?%$/, ''))
  if (said.trim() === '' || !Number.isFinite(number)) throw new ForPeople(`${option} ${said} is not a number.`)
  return number
}

async function bytesAt(values: string): Promise<{ bytes: Buffer; path: string }> {
  if (values === '-') return { bytes: await buffer(process.stdin), path: 'What was typed in' }
  const bytes = await readFile(values).catch(() => {
    throw new ForPeople(`There is no file ${values}, or it may not be read.`)
  })
  return { bytes, path: basename(values) }
}

const inJson = ({ variation, assurance, ...chart }: ControlChart, why: string, better: Better) => ({
  ...chart,
  why,
  better,
  variation: variation.is,
  variationInWords: variation.says,
  assurance: assurance.is,
  assuranceInWords: assurance.says,
})

function inWords({ points, phases, variation, assurance }: ControlChart, why: string): string {
  const shown = (number: number | null): string => (number === null ? '–' : plain(number))
  const rows = points.map(({ period, value, centre, lower, upper, rule, side }, n) => [
    period ?? String(n + 1),
    shown(value),
    shown(centre),
    shown(lower),
    shown(upper),
    rule === null ? '' : `${rule}, ${side ?? 'on the line'}`,
  ])
  const afresh = phases.flatMap(({ from, reason, baselineTo }) => [
    ...(reason === null ? [] : [`Limits start afresh at ${from}: ${reason}.`]),
    ...(baselineTo === null ? [] : [`Limits are those of ${from} to ${baselineTo}.`]),
  ])
  const table = aligned([['', 'value', 'average', 'lower', 'upper', ''], ...rows])
  return [table, '', variation.says, assurance.says, '', why, ...afresh].join('\n')
}

async function funnelOf(options: SpcOptions): Promise<Funnel> {
  const { bytes, path } = await bytesAt(options.values)
  const groups = await readGroups(bytes, path)
  const canBeShare = groups.every(
    ({ numerator, denominator }) => numerator <= denominator && Number.isInteger(numerator) && Number.isInteger(denominator),
  )
  const sort = options.kind === 'rate' || options.kind === 'count' || !canBeShare ? 'rate' : 'part'
  const per = numberAt('--per', options.per) ?? (sort === 'part' ? 100 : 1)
  return funnel(groups, { sort, per, better: options.better })
}

function funnelInWords({ groups }: Funnel): string {
  const shown = (number: number | null): string => (number === null ? '–' : plain(number))
  const rows = groups.map((group) => [
    group.name,
    `${group.numerator} of ${group.denominator}`,
    ...[group.value, group.lower95, group.upper95, group.lower998, group.upper998].map(shown),
  ])
  const headings = ['', '', 'value', 'lower 95%', 'upper 95%', 'lower 99.8%', 'upper 99.8%']
  return [aligned([headings, ...rows]), '', ...groups.map(({ says }) => says)].join('\n')
}
