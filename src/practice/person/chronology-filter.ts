/** Which entries of a chronology are shown, and in what order: read from an address, and said in one again. The address holds nothing about the child. */
import type { FieldError } from '../../engine/web/components/messages.tsx'
import { typedDay } from '../../engine/web/words.ts'
import type { ChronologyEntry } from './chronology.ts'

export const periods = ['all', 'year', 'care'] as const
export type Period = (typeof periods)[number]

export interface Choice {
  /** Headings; none chosen means all. */
  readonly groups: readonly string[]
  readonly period: Period
  /** As typed. Days that somebody typed stand over the period. */
  readonly from: string
  readonly until: string
  readonly order: 'newest' | 'oldest'
  /** From 1. */
  readonly page: number
  /** Everything chosen at once: for printing. */
  readonly all: boolean
}

/** A stretch of days, both days included; null where it is open. */
export interface Days {
  readonly from: string | null
  readonly until: string | null
}

export function choiceFrom(query: URLSearchParams): Choice {
  const period = query.get('period')
  const page = query.get('page') ?? ''
  return {
    groups: query.getAll('show'),
    period: periods.find((each) => each === period) ?? 'all',
    from: (query.get('from') ?? '').trim().slice(0, 40),
    until: (query.get('until') ?? '').trim().slice(0, 40),
    order: query.get('order') === 'oldest' ? 'oldest' : 'newest',
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
    all: query.get('all') === '1',
  }
}

/** The same choice as an address says it, with what is to be otherwise; what is usual is left out. */
export function asQuery(choice: Choice, changed: Partial<Choice> = {}): [string, string][] {
  const { groups, period, from, until, order, page, all } = { ...choice, page: 1, all: false, ...changed }
  return [
    ...groups.map((group): [string, string] => ['show', group]),
    ...(period === 'all' ? [] : ([['period', period]] as [string, string][])),
    ...(from === '' ? [] : ([['from', from]] as [string, string][])),
    ...(until === '' ? [] : ([['until', until]] as [string, string][])),
    ...(order === 'oldest' ? ([['order', order]] as [string, string][]) : []),
    ...(page > 1 ? ([['page', String(page)]] as [string, string][]) : []),
    ...(all ? ([['all', '1']] as [string, string][]) : []),
  ]
}

/** The days that the choice spans, and what is wrong with days that were typed. @param care the time in care that 'care' means. */
export function daysOf(
  { period, from, until }: Choice,
  day: string,
  care: Days | null,
): { readonly days: Days; readonly errors: readonly FieldError[] } {
  if (from === '' && until === '') {
    const days = { all: everything, year: { from: aYearBefore(day), until: day }, care: care ?? everything }[period]
    return { days, errors: [] }
  }
  const [first, last] = [typedDay(from), typedDay(until)]
  const errors = [
    ...(from !== '' && first === null ? [{ for: 'from', says: 'Give the first day as a date, for example 27 March 2015' }] : []),
    ...(until !== '' && last === null ? [{ for: 'until', says: 'Give the last day as a date, for example 27 March 2015' }] : []),
    ...(first !== null && last !== null && last < first ? [{ for: 'until', says: 'The last day must be on or after the first day' }] : []),
  ]
  return { days: errors.length > 0 ? everything : { from: first, until: last }, errors }
}

const everything: Days = { from: null, until: null }

const aYearBefore = (day: string): string =>
  `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`

/** Entries within the days, both included. */
export const entriesWithin = (entries: readonly ChronologyEntry[], { from, until }: Days): readonly ChronologyEntry[] =>
  entries.filter(({ on }) => (from === null || on.slice(0, 10) >= from) && (until === null || on.slice(0, 10) <= until))

/** Entries under the chosen headings, in the chosen order. Entries come in oldest first. */
export function chosenEntries(entries: readonly ChronologyEntry[], { groups, order }: Choice): readonly ChronologyEntry[] {
  const chosen = groups.length === 0 ? [...entries] : entries.filter(({ group }) => groups.includes(group))
  return order === 'oldest' ? chosen : chosen.reverse()
}

/** The headings there are, by the alphabet so that each stands in the same place for every child, with how many entries of `within` stand under it. */
export const groupCounts = (
  entries: readonly ChronologyEntry[],
  within: readonly ChronologyEntry[],
): readonly { readonly group: string; readonly count: number }[] =>
  [...new Set(entries.map(({ group }) => group))]
    .sort()
    .map((group) => ({ group, count: within.filter((entry) => entry.group === group).length }))

/** Entries in the order given, under the month they fall in: 'YYYY-MM'. */
export function byMonth(
  entries: readonly ChronologyEntry[],
): readonly { readonly month: string; readonly entries: readonly ChronologyEntry[] }[] {
  const months: { month: string; entries: ChronologyEntry[] }[] = []
  for (const entry of entries) {
    const month = entry.on.slice(0, 7)
    const last = months.at(-1)
    if (last?.month === month) last.entries.push(entry)
    else months.push({ month, entries: [entry] })
  }
  return months
}
