import type { Transaction } from '../../engine/database/database.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { isMonth, lastDay, monthNumber } from '../../engine/measures/months.ts'
import type { PeopleAt } from '../../engine/measures/series.ts'
import { publishedFigures } from './published-figures.ts'

/** What stands beside a figure: the target, how others stand, how many people live there, and where limits start afresh. */

export interface Target {
  readonly value: number
  /** Plain date; null where the measure itself comes with it. */
  readonly from: string | null
  readonly why: string | null
}

export interface Comparator {
  readonly geography: string
  readonly year: number
  readonly time: string
  readonly value: number
  readonly source: string
  readonly note: string | null
}

export interface PeopleEstimate {
  readonly on: string
  readonly from: number
  readonly until: number
  readonly people: number
  readonly source: string | null
}

export interface NewLimits {
  /** 'YYYY-MM'. */
  readonly period: string
  readonly reason: string
}

export interface Beside {
  /** The target that stands at the end of a month. */
  readonly targetOf: (measure: Measure, month: number) => Target | null
  /** One figure for each geography: of the last time that had ended by then, else of the first after. */
  readonly comparatorsOf: (measure: Measure, month: number) => readonly Comparator[]
  readonly peopleOf: (measure: Measure) => PeopleAt
  /** The estimate by which a rate of a month is counted. */
  readonly estimateOf: (measure: Measure, month: number) => PeopleEstimate | null
  readonly newLimitsOf: (measure: Measure) => readonly NewLimits[]
  /** The months of a series that ends with a month: six years, and none before figures are told. */
  readonly seriesTo: (month: number) => { readonly from: number; readonly to: number }
}

/** Over how many months a series is looked at: six years. */
const monthsShown = 72

interface Rows {
  readonly people: PeopleEstimate[] | null
  readonly targets: { measure: string; value: number; from: string; until: string | null; why: string | null }[] | null
  readonly others: ({ measure: string } & Comparator)[] | null
  readonly limits: { measure: string; period: string; reason: string }[] | null
  /** 'YYYY-MM'. */
  readonly from?: string | null
}

export async function whatStandsBeside(tx: Transaction): Promise<Beside> {
  const [rows] = await tx.query<Rows & Record<string, unknown>>(
    `select (select json_agg(json_build_object('on', counted_on, 'from', from_age, 'until', until_age, 'people', people, 'source', published_in) order by counted_on, id)
             from population where withdrawn_at is null) as people,
            (select json_agg(json_build_object('measure', measure, 'value', value::float8, 'from', since, 'until', until, 'why', why) order by since, id)
             from measure_target where withdrawn_at is null) as targets,
            (select json_agg(json_build_object('measure', measure, 'geography', geography, 'year', year, 'time', coalesce(time, year::text),
                                               'value', value::float8, 'source', published_in, 'note', note) order by year, id)
             from comparator where withdrawn_at is null) as others,
            (select json_agg(json_build_object('measure', measure, 'period', to_char(since, 'YYYY-MM'), 'reason', why) order by since, id)
             from new_limits where withdrawn_at is null) as limits,
            (select value from setting where name = 'figures-from' and withdrawn_at is null order by known_from desc, id limit 1) as "from"`,
  )
  return besideFrom(rows ?? { people: null, targets: null, others: null, limits: null })
}

/** The same from rows in the order of their days. */
export function besideFrom({ people, targets, others, limits, from: told = null }: Rows): Beside {
  const estimateOf = ({ people: of }: Measure, month: number): PeopleEstimate | null => {
    if (of === null) return null
    const fitting = (people ?? []).filter(({ from, until }) => from === of.from && until === of.until)
    return fitting.findLast(({ on }) => on <= lastDay(month)) ?? fitting[0] ?? null
  }
  return {
    estimateOf,
    peopleOf: (measure) => (month) => estimateOf(measure, month)?.people ?? null,
    targetOf: (measure, month) => {
      const day = lastDay(month)
      const set = (targets ?? []).findLast(
        (each) => each.measure === measure.id && each.from <= day && (each.until === null || day < each.until),
      )
      if (set) return { value: set.value, from: set.from, why: set.why }
      return measure.target === null ? null : { value: measure.target, from: null, why: null }
    },
    comparatorsOf: (measure, month) => {
      const all = [
        ...publishedFigures.filter((each) => each.measure === measure.id),
        ...(others ?? []).filter((each) => each.measure === measure.id),
      ]
      const byGeography = Map.groupBy(all, ({ geography }) => geography)
      return [...byGeography.values()].flatMap((figures) => {
        const inOrder = figures.toSorted((a, b) => a.year - b.year)
        const nearest = inOrder.findLast((each) => hadEnded(each, month)) ?? inOrder[0]
        return nearest ?? []
      })
    },
    seriesTo: (month) => {
      const first = told !== null && isMonth(told) ? monthNumber(told) : null
      return { from: Math.min(month, Math.max(month - monthsShown + 1, first ?? -Infinity)), to: month }
    },
    newLimitsOf: ({ id }) => {
      const byPeriod = new Map((limits ?? []).filter(({ measure }) => measure === id).map(({ period, reason }) => [period, reason]))
      return [...byPeriod].map(([period, reason]) => ({ period, reason }))
    },
  }
}

const monthsInWords = 'January February March April May June July August September October November December'.split(' ')
const lastOfIt = new RegExp(`(${monthsInWords.join('|')}) (\\d{4})$`)

/** Whether the time of a published figure had ended by the end of a month: by the month that its words end with (year ending 31 March 2016), else by its year. */
function hadEnded({ time, year }: Pick<Comparator, 'time' | 'year'>, month: number): boolean {
  const [, name, of] = lastOfIt.exec(time) ?? []
  return name === undefined ? year <= Math.floor(month / 12) : Number(of) * 12 + monthsInWords.indexOf(name) <= month
}
