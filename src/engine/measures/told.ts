/** What a chart says, in the words of the pages. */
import { inARow, type Rule, type Side } from './rules.ts'

export type Better = 'higher' | 'lower' | 'neutral'

/** The NHS’s names, for the working. */
export type Variation =
  | 'special cause, improving'
  | 'special cause, concerning'
  | 'special cause, neither better nor worse'
  | 'common cause'
  | 'no variation'
  | 'too few to judge'

export type Assurance = 'consistently hit' | 'consistently fail' | 'hit and miss' | 'too few to judge'

export interface Told<Word> {
  readonly is: Word
  readonly says: string
}

/** How many figures it takes to set limits that can be relied on. */
export const fewest = 12

/** What is true of the latest figure that is known, or null where there is none. */
export interface Latest {
  readonly rule: Rule | null
  readonly side: Side | null
  readonly going: 'up' | 'down' | null
  /** How many figures in a row the rule is true of, with the latest. */
  readonly run: number
  /** The period the run began with, or the number of the figure. */
  readonly since: string
}

/** The state of the stretch that the latest figure lies in. */
export interface Stretch {
  /** How many figures set its limits. */
  readonly setBy: number
  readonly constant: number | null
  readonly latest: Latest | null
}

export function variationOf({ setBy, constant, latest }: Stretch, better: Better): Told<Variation> {
  if (setBy < fewest || latest === null)
    return { is: 'too few to judge', says: `Too few to judge: ${setBy === 1 ? '1 figure' : `${setBy} figures`}, and it takes ${fewest}.` }
  if (constant !== null) return { is: 'no variation', says: `No variation: every figure is ${plain(constant)}.` }
  if (latest.rule === null) return { is: 'common cause', says: 'No real change: it moves no more than chance moves it.' }
  const up = latest.rule === 'trend' ? latest.going === 'up' : latest.side === 'above'
  const because = reasons[latest.rule](latest, up)
  const when = latest.rule === 'outside' && latest.run === 1 ? 'at' : 'since'
  if (better === 'neutral') return { is: 'special cause, neither better nor worse', says: `Changed ${when} ${latest.since}: ${because}.` }
  return up === (better === 'higher')
    ? { is: 'special cause, improving', says: `Better ${when} ${latest.since}: ${because}.` }
    : { is: 'special cause, concerning', says: `Worse ${when} ${latest.since}: ${because}.` }
}

const reasons: Readonly<Record<Rule, (latest: Latest, up: boolean) => string>> = {
  outside: ({ run }, up) =>
    run === 1
      ? `the latest figure is ${up ? 'above' : 'below'} what chance explains`
      : `${run} in a row are ${up ? 'above' : 'below'} what chance explains`,
  trend: ({ run }, up) => `${Math.max(run, inARow)} in a row, each ${up ? 'higher' : 'lower'} than the one before`,
  'two-of-three': (_, up) => `two of the last three are near the ${up ? 'upper' : 'lower'} limit`,
  shift: ({ run }, up) => `${run} in a row ${up ? 'above' : 'below'} average`,
}

/** Whether the target will be met as things are: it will where chance does not reach across it. Null where there is no target. */
export function assuranceOf(
  { setBy, constant }: Stretch,
  limits: { readonly lower: number | null; readonly upper: number | null },
  better: Better,
  target: number | null,
): Told<Assurance | null> {
  if (target === null) return { is: null, says: 'No target is set.' }
  if (better === 'neutral') return { is: null, says: `There is a target of ${plain(target)}, but not which way is better.` }
  if (setBy < fewest) return { is: 'too few to judge', says: `Too few to judge whether the target of ${plain(target)} will be met.` }
  const { lower, upper } = constant === null ? limits : { lower: constant, upper: constant }
  if (lower === null || upper === null)
    return { is: 'too few to judge', says: `There are no limits to hold against the target of ${plain(target)}.` }
  // A sum of decimals that should be the target is the target.
  const within = Math.abs(target) * 1e-12
  const [meets, misses] =
    better === 'higher' ? [lower >= target - within, upper < target - within] : [upper <= target + within, lower > target + within]
  if (meets) return { is: 'consistently hit', says: `Will meet the target of ${plain(target)} as things are.` }
  if (misses) return { is: 'consistently fail', says: `Will miss the target of ${plain(target)} as things are.` }
  return { is: 'hit and miss', says: `Hit or miss by chance: the target of ${plain(target)} lies between the limits.` }
}

/** A number with no more digits than people read: two decimals, or three digits of what is below 1. */
export const plain = (number: number): string =>
  number.toLocaleString('en-GB', Math.abs(number) < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 })
