import { chanceFor, type Chance } from './chance.ts'
import type { Day } from './days.ts'
import { problems, type Problems } from './problems.ts'
import { workforceOf, type Workforce } from './workforce.ts'

/** How large an authority is shown: one district or several, each of so many children. */
export interface Size {
  readonly name: 'small' | 'thurrock' | 'county'
  readonly districts: number
  /** Children under 18 who live in each district, and how that stands to the authority whose figures were published. */
  readonly children: number
  readonly scale: number
  /** Holds the published figures exactly. */
  readonly published: boolean
}

/** A county is ten districts, told one after another: what is held in memory is one district, however many there are. */
export const sizes: Readonly<Record<Size['name'], Size>> = {
  small: { name: 'small', districts: 1, children: 2_000, scale: 0.05, published: false },
  thurrock: { name: 'thurrock', districts: 1, children: 40_120, scale: 1, published: true },
  county: { name: 'county', districts: 10, children: 40_000, scale: 1, published: false },
}

export interface WorldAsked {
  readonly size: Size
  readonly seed: number
  /** First and last day of the history. */
  readonly from: Day
  readonly to: Day
  readonly planted: boolean
}

/** A district in which lives are led: what every telling is told with. */
export interface World extends WorldAsked {
  /** From 1. */
  readonly district: number
  readonly problems: Problems
  readonly workforce: Workforce
  /** Chance for something in this district. */
  readonly chance: (...about: readonly string[]) => Chance
}

export function worldOf(asked: WorldAsked, district: number): World {
  const seed = asked.seed * 31 + district
  const chance = (...about: readonly string[]): Chance => chanceFor(seed, ...about)
  const held = problems(asked.planted)
  return { ...asked, seed, district, problems: held, chance, workforce: workforceOf({ ...asked, district, chance, problems: held }) }
}
