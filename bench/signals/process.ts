/**
 * The processes of an authority: steps that fall due again and again, each taken as it should be or not. A process has a chance of its own in each
 * authority, and problems are planted in it. Which measures it moves is told by the identifiers of docs/measures.md.
 */

export type TeamKind = 'assessment' | 'family' | 'care' | 'leaving'

export interface Process {
  readonly id: string
  /** What goes well or wrong, in words. */
  readonly says: string
  readonly measures: readonly string[]
  /** Measures that follow from it, so that a signal there is no false one. */
  readonly follows?: readonly string[]
  /** Between these the chance of an authority is drawn. */
  readonly chance: readonly [number, number]
  /** Whether “as it should be” is the wrong word: the share is of something unwelcome. */
  readonly unwelcome?: true
  /** Teams that do it; null where only the authority as a whole is told. */
  readonly by: TeamKind | null
  /** Some authorities never record it. */
  readonly mayBeUnrecorded?: true
}

/** Between these lies the share of what is done in time in most authorities. */
export const good = [0.7, 0.95] as const
