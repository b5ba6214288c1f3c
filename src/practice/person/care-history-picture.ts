/**
 * Where everything stands on the picture of a care history. Nothing is drawn here: days and words go in, places come out, so that what
 * matters (all of it inside, no two labels over each other) can be tried on any history there may be.
 */
import { longDate } from '../../engine/web/words.ts'
import { beside, labelsOfBars, labelsOfMarks, type Span } from './care-history-labels.ts'
import {
  barHeight,
  laneNames,
  lanePadding,
  left,
  middle,
  right,
  rowHeight,
  toBaseline,
  width,
  type Bar,
  type CareHistory,
  type Happening,
  type Lane,
  type LaneName,
  type Mark,
  type Picture,
} from './care-history-shapes.ts'
import { axisOf, round, type Axis } from './care-history-time.ts'
import { spanInWords } from './care-history-words.ts'
import type { ChronologyPeriod } from './chronology.ts'

/** Below the top of the picture, where the years stand. */
const top = 24
/** Above the foot of the picture, where the word for today stands. */
const foot = 24
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
  return { width, height: y + foot, left, right, axis, lanes, today: endedLongAgo ? null : axis.at(today) }
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
  const label = beside(times, start, end, y + middle + toBaseline, taken)
  return { name: 'Missing', y, height: rowHeight + lanePadding, bars, marks, labels: label ? [label] : [] }
}

const twoYearsBefore = (day: string): string => `${Number(day.slice(0, 4)) - 2}${day.slice(4)}`
