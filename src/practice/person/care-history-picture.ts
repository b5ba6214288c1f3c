/**
 * Where everything stands on the picture of a care history. Nothing is drawn here: days and words go in, places come out, so that what
 * matters (all of it inside, no two labels over each other) can be tried on any history there may be.
 */
import { longDate } from '../../engine/web/words.ts'
import { axisOf, round, type Axis } from './care-history-time.ts'
import type { ChronologyPeriod } from './chronology.ts'
import { lowerFirst } from './standing-words.ts'

/** Something that happened on one day: a contact, with who made it. */
export interface Happening {
  /** Plain date. */
  readonly on: string
  readonly label: string
  readonly record: string
}

export interface CareHistory {
  readonly periods: readonly ChronologyPeriod[]
  readonly contacts: readonly Happening[]
  /** Plain date: what is open runs to here. */
  readonly today: string
  /** What the line on that day is called: 'Today', or the past day looked at. */
  readonly todayIs: string
}

export interface Bar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly period: ChronologyPeriod
  /** Neighbours on one lane differ. */
  readonly shade: 'one' | 'other'
}

export interface Mark {
  readonly x: number
  readonly y: number
  readonly shape: 'triangle' | 'diamond'
  readonly title: string
}

export interface Label {
  readonly x: number
  readonly y: number
  readonly words: string
  readonly anchor: 'start' | 'end'
  /** On the bar, where it takes the bar's colour for ground. */
  readonly inside: boolean
}

export interface Lane {
  readonly name: LaneName
  readonly y: number
  readonly height: number
  readonly bars: readonly Bar[]
  readonly marks: readonly Mark[]
  readonly labels: readonly Label[]
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly axis: Axis
  readonly lanes: readonly Lane[]
  /** Where the line of today stands; null where everything ended long before. */
  readonly today: number | null
}

export const laneNames = [
  'Contacts',
  'Early help',
  'In need',
  'Protection plan',
  'In care',
  'Legal status',
  'Placement',
  'Missing',
] as const
export type LaneName = (typeof laneNames)[number]

const width = 1180
const left = 136
const right = 1150
const top = 24
const rowHeight = 30
const lanePadding = 8
const barHeight = 22
const leastBar = 3

/** The picture, with the lanes that have something on them; null when there is nothing to draw. */
export function careHistoryPicture({ periods, contacts, today }: CareHistory): Picture | null {
  const begun = [...periods.map(({ from }) => from), ...contacts.map(({ on }) => on)].sort()
  const [first] = begun
  if (first === undefined) return null
  const ends = periods.map(({ to }) => (to === null || to > today ? today : to))
  const last =
    [...ends, ...contacts.map(({ on }) => on)]
      .filter((day) => day <= today)
      .sort()
      .at(-1) ?? today
  const endedLongAgo = last < twoYearsBefore(today)
  const axis = axisOf(first, endedLongAgo ? last : today, left, right)
  const lanes: Lane[] = []
  let y = top
  for (const name of laneNames) {
    const lane = laneOf(name, {
      periods: periods.filter(({ kind }) => kind === name),
      contacts: name === 'Contacts' ? contacts : [],
      axis,
      y,
    })
    if (lane === null) continue
    lanes.push(lane)
    y += lane.height
  }
  return { width, height: y + 24, left, right, axis, lanes, today: endedLongAgo ? null : axis.at(today) }
}

interface LaneInput {
  readonly periods: readonly ChronologyPeriod[]
  readonly contacts: readonly Happening[]
  readonly axis: Axis
  readonly y: number
}

function laneOf(name: LaneName, { periods, contacts, axis, y }: LaneInput): Lane | null {
  if (name === 'Contacts') {
    if (contacts.length === 0) return null
    const sorted = [...contacts].sort((a, b) => (a.on < b.on ? -1 : 1))
    const marks = sorted.map(({ on, label }): Mark => ({
      x: axis.at(on),
      y: y + middle,
      shape: 'triangle',
      title: `${longDate(on)}: contact, ${label}`,
    }))
    return {
      name,
      y,
      height: rowHeight + lanePadding,
      bars: [],
      marks,
      labels: labelsOfMarks(
        marks,
        sorted.map(({ label }) => label),
        y,
      ),
    }
  }
  if (periods.length === 0) return null
  const sorted = [...periods].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  if (name === 'Missing') return missingLane(sorted, axis, y)
  const rows = rowsOf(sorted)
  const bars = rows.map((row, place) => row.map((period, at) => barOf(period, axis, y + place * rowHeight + barTop, at)))
  const labels = bars.flatMap((row) => labelsOfBars(name, row))
  return { name, y, height: rows.length * rowHeight + lanePadding, bars: bars.flat(), marks: [], labels }
}

const middle = (rowHeight + lanePadding) / 2
const barTop = (rowHeight + lanePadding - barHeight) / 2

/** Periods that run at the same time stand one below the other. One that begins on the day another ends follows it. */
function rowsOf(sorted: readonly ChronologyPeriod[]): ChronologyPeriod[][] {
  const rows: ChronologyPeriod[][] = []
  for (const period of sorted) {
    const row = rows.find((each) => (each.at(-1)?.to ?? '9999') <= period.from)
    if (row) row.push(period)
    else rows.push([period])
  }
  return rows
}

function barOf(period: ChronologyPeriod, axis: Axis, y: number, place: number): Bar {
  const from = axis.at(period.from)
  const to = period.to === null ? right : axis.at(period.to)
  // A sliver of ground stays between neighbours; the shortest stay is still to be seen.
  const x = Math.min(from, right - leastBar)
  return {
    x,
    y,
    width: round(Math.max(leastBar, to - x - (period.to === null ? 0 : 1))),
    height: barHeight,
    period,
    shade: place % 2 === 0 ? 'one' : 'other',
  }
}

function missingLane(sorted: readonly ChronologyPeriod[], axis: Axis, y: number): Lane {
  const marks = sorted.map((period): Mark => ({
    x: Math.min(right - 10, axis.at(period.from) + 1),
    y: y + middle,
    shape: 'diamond',
    title: `${period.label}: ${spanInWords(period)}`,
  }))
  const long = sorted.map((period, place) => barOf(period, axis, y + middle - 4, place)).filter((bar) => bar.width > 12)
  const bars = long.map((bar) => ({ ...bar, height: 8 }))
  const times = sorted.length === 1 ? longDate(sorted[0]?.from ?? '') : `${sorted.length} times since ${longDate(sorted[0]?.from ?? '')}`
  const taken: Span[] = [...marks.map(({ x }): Span => [x - 11, x + 11]), ...bars.map(({ x, width: wide }): Span => [x, x + wide])]
  const [start, end] = [Math.min(...taken.map(([from]) => from)), Math.max(...taken.map(([, to]) => to))]
  const label = beside(times, start, end, y + middle + 5, taken)
  return { name: 'Missing', y, height: rowHeight + lanePadding, bars, marks, labels: label ? [label] : [] }
}

type Span = readonly [from: number, to: number]

/** Words stand on their bar where they fit, else beside it, the latest first; what then has none is told together with its neighbours. */
function labelsOfBars(lane: LaneName, row: readonly Bar[]): Label[] {
  const taken: Span[] = row.map(({ x, width: wide }) => [x, x + wide])
  const labels: Label[] = []
  const without: number[] = []
  const y = (row[0]?.y ?? 0) + barHeight / 2 + 5
  for (let place = row.length - 1; place >= 0; place--) {
    const { x, width: wide, period } = row[place] as Bar
    const inside = shorter(period.label).find((words) => textWidth(words) + 12 <= wide)
    if (inside !== undefined) {
      labels.push({ x: round(x + 6), y, words: inside, anchor: 'start', inside: true })
      continue
    }
    // The lane's own name beside its bar would say it twice.
    const told = period.label === lane ? capital(spanInWords(period)) : period.label
    const outside = row.length > 1 && touches(row, place) ? null : beside(told, x, x + wide, y, taken)
    if (outside) labels.push(outside)
    else without.unshift(place)
  }
  for (const run of runsOf(without)) {
    const bars = run.map((place) => row[place] as Bar)
    const [from, last] = [bars[0] as Bar, bars.at(-1) as Bar]
    for (const words of togetherInWords(lane, bars)) {
      const label = beside(words, from.x, last.x + last.width, y, taken)
      if (!label) continue
      labels.push(label)
      break
    }
  }
  return labels
}

/** Words beside a bar that touches its neighbours on both sides would belong to either. */
function touches(row: readonly Bar[], place: number): boolean {
  const [before, { x, width: wide }, after] = [row[place - 1], row[place] as Bar, row[place + 1]]
  const gap = 8
  return (before !== undefined && x - (before.x + before.width) < gap) || (after !== undefined && after.x - (x + wide) < gap)
}

const runsOf = (places: readonly number[]): number[][] => {
  const runs: number[][] = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run && run.at(-1) === place - 1) run.push(place)
    else runs.push([place])
  }
  return runs
}

const counted: Readonly<Record<LaneName, string>> = {
  Contacts: 'contacts',
  'Early help': 'times',
  'In need': 'times',
  'Protection plan': 'plans',
  'In care': 'times',
  'Legal status': 'statuses',
  Placement: 'placements',
  Missing: 'times',
}

function togetherInWords(lane: LaneName, bars: readonly Bar[]): string[] {
  const [one, two] = bars
  if (!one) return []
  if (!two) return shorter(one.period.label)
  const both = bars.length === 2 ? [`${one.period.label}, then ${lowerFirst(two.period.label)}`] : []
  return [...both, `${bars.length} ${counted[lane]} since ${longDate(one.period.from)}`, `${bars.length} ${counted[lane]}`]
}

/** A contact's words stand right of its mark, else left of it, else nowhere: its title and the table have them. */
function labelsOfMarks(marks: readonly Mark[], words: readonly string[], y: number): Label[] {
  const taken: Span[] = marks.map(({ x }) => [x - 8, x + 8])
  return marks.flatMap((_, back) => {
    const place = marks.length - 1 - back
    const { x } = marks[place] as Mark
    const label = beside(words[place] ?? '', x - 7, x + 7, y + middle + 5, taken)
    return label ? [label] : []
  })
}

/** Words right of a stretch, or left of it, where nothing else is; the place is then taken. */
function beside(words: string, from: number, to: number, y: number, taken: Span[]): Label | null {
  const wide = textWidth(words)
  const places: readonly Label[] = [
    { x: round(to + 6), y, words, anchor: 'start', inside: false },
    { x: round(from - 6), y, words, anchor: 'end', inside: false },
  ]
  for (const label of places) {
    const span: Span = label.anchor === 'start' ? [label.x, label.x + wide] : [label.x - wide, label.x]
    const free = span[0] >= left + 2 && span[1] <= right - 4 && taken.every(([start, end]) => span[1] + 4 <= start || span[0] - 4 >= end)
    if (!free) continue
    taken.push(span)
    return label
  }
  return null
}

/** The words, and those that may stand for them where there is less room: up to the first comma, or as many as fit with an ellipsis. */
function shorter(words: string): string[] {
  const start = words.split(/[,:(]/)[0]?.trim() ?? words
  return start === words ? [words] : [words, start]
}

/** About how wide words are at 14 pixels in the fonts we use; rather too wide than too narrow. */
export function textWidth(words: string): number {
  let wide = 0
  for (const letter of words)
    wide += /[iljtfrI.,:;’'|!() -]/.test(letter) ? 5 : /[mwMWÆŒ@%]/.test(letter) ? 12.5 : /[A-Z]/.test(letter) ? 10 : 8
  return wide
}

/** '6 May 2014 to 20 November 2014', or 'since 4 January 2016'. */
export const spanInWords = ({ from, to }: Pick<ChronologyPeriod, 'from' | 'to'>): string =>
  to === null ? `since ${longDate(from)}` : from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const twoYearsBefore = (day: string): string => `${Number(day.slice(0, 4)) - 2}${day.slice(4)}`

/** More than this many stretches are summed up: a sentence of twenty dates is read by nobody, and the table has them. */
const mostTold = 4

/** The picture in words, a sentence for each lane. */
export function careHistoryInWords({ periods, contacts }: CareHistory): string[] {
  return laneNames.flatMap((name) => {
    if (name === 'Contacts')
      return contacts.length === 0 ? [] : [`${countInWords(contacts.length, 'contact', 'contacts')}${onInWords(contacts)}.`]
    const own = periods.filter(({ kind }) => kind === name)
    const [first] = own
    if (!first) return []
    const alike = own.every(({ label }) => label === first.label)
    const named = alike && first.label.toLowerCase() !== name.toLowerCase() ? `${name} (${lowerFirst(first.label)})` : name
    if (own.length > mostTold)
      return [`${named}: ${own.length} times, the first from ${longDate(first.from)}, the last ${spanInWords(own.at(-1) ?? first)}.`]
    return [
      `${named}: ${own.map((period) => (alike ? spanInWords(period) : `${lowerFirst(period.label)}, ${spanInWords(period)}`)).join('; ')}.`,
    ]
  })
}

const countInWords = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

function onInWords(contacts: readonly Happening[]): string {
  const days = contacts.map(({ on }) => on).sort()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  return days.length === 1 ? ` on ${longDate(first)}` : ` between ${longDate(first)} and ${longDate(last)}`
}
