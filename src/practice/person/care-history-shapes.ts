/** What a picture of a care history is made of, and how large its parts are, in pixels. */
import type { Axis } from './care-history-time.ts'
import type { ChronologyPeriod } from './chronology.ts'

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

export const width = 1180
/** Where time begins, right of the names of the lanes, and where it ends. */
export const left = 136
export const right = 1150
export const rowHeight = 30
export const lanePadding = 8
export const barHeight = 22
/** From the top of a lane. */
export const middle = (rowHeight + lanePadding) / 2
/** From the middle of a bar or mark to the foot of the letters beside it. */
export const toBaseline = 5
