import type { Figure } from './figure.ts'

/** The lines of a chart at one period. A limit is null where there is nothing to work it out from. */
export interface Lines {
  readonly centre: number
  readonly lower: number | null
  readonly upper: number | null
  /** Two thirds of the way from the centre to a limit; beyond them chance seldom reaches. */
  readonly nearLower: number | null
  readonly nearUpper: number | null
  /** A figure no further than this from the centre lies on it, for whole counts that cannot come nearer. */
  readonly on: number
}

/** What the lines are worked out from, and what they are worked out for. */
export interface Asked {
  /** The figures of one stretch, gaps among them. */
  readonly figures: readonly Figure[]
  /** Those of them that set the limits, from the first on. At least one is known. */
  readonly basis: readonly Figure[]
  /** What a part of a whole or a rate is shown per. */
  readonly per: number
  /** Whether moving ranges that are outliers are left out of their average. */
  readonly screened: boolean
}

/** The chance that a normal number lies beyond three standard deviations, a limit, or beyond two, on one side. */
export const chanceBeyond = { limit: 0.0013498980316300933, near: 0.022750131948179195 } as const

/** Lines for each figure, in the same order; null at a gap of a chart whose limits follow the denominator. */
export type LinesFor = (asked: Asked) => (Lines | null)[]

/** The same lines for all figures. */
export const level = (figures: readonly Figure[], lines: Lines): Lines[] => figures.map(() => lines)
