import type { RecordKind } from '../records/kind.ts'
import type { Dimension } from './dimension.ts'
import type { Fact, FactKind, Value } from './fact.ts'
import type { Better } from './told.ts'

/**
 * What a measure is: which facts it counts, out of which, over what time, and which way is better. It is declared in the room it belongs to,
 * as plain data; the figures, the series, the breakdowns and the list behind each of them are the same machinery for all.
 */

/** Of what is said, which values are meant: any of these, or a number from one up to (and not with) another. */
export type Condition = readonly Value[] | { readonly from?: number; readonly until?: number }
/** All of these hold. */
export type Filter = Readonly<Record<string, Condition>>

/**
 * `count`: how many. `share`: how many of them meet the standard. `mean` and `median`: of a number that they say. `ratio`: one number that they
 * say over another, or their number over that of others. `rate`: how many to so many people of an age. `highest`: the largest number said.
 */
export type Statistic = 'count' | 'share' | 'mean' | 'median' | 'ratio' | 'rate' | 'highest'

/** Over what time a figure is told: how things stand at the end of a month, what happened in one, or in the months up to its end. */
export type Span = 'moment' | 'month' | '12 months' | '3 years' | 'year to March'

/** What a rate is to. */
export interface People {
  /** To how many: 10,000. */
  readonly per: number
  /** Ages in whole years: from, and up to but not with. */
  readonly from: number
  readonly until: number
}

export interface Measure {
  readonly id: string
  readonly name: string
  /** The page of the digest it stands on. */
  readonly area: string
  readonly of: FactKind
  /** Which of the facts; all, where it is not said. */
  readonly where: Filter | null
  readonly statistic: Statistic
  /** Of a share: which of them meet the standard. */
  readonly met: Filter | null
  /** Of a mean, a median, a ratio or the highest: the number, by the name under which facts say it. */
  readonly value: string | null
  /** Of a ratio of two numbers that the facts say: the one below. */
  readonly over: string | null
  /** Of a ratio to other facts: which, and their number where each says one. */
  readonly to: { readonly of: FactKind; readonly where?: Filter; readonly value?: string } | null
  readonly people: People | null
  readonly span: Span
  readonly better: Better
  /** The figure aimed at, where the measure comes with one; an authority sets its own. */
  readonly target: number | null
  /** 'working days', 'weeks': after a figure that is neither a share nor a plain count. */
  readonly unit: string
  /** By what it is parted: a dimension, or the name of something that its facts say. */
  readonly by: readonly (Dimension | string)[]
  /** Of what it is parted by (by identifier), what is told as shares of the whole: how many of all have this category, or this factor. */
  readonly ofWhole: readonly string[]
  /**
   * What anyone would expect of a share, in its unit: where a year lies surely on the wrong side of it, that is said even if it was never otherwise. For
   * what the law or plain practice asks of every case; well short of perfect, so that an ordinary service is silent. Null where nothing can be said.
   */
  readonly expected: number | null
  /** How many months it takes until the figure of a month stands: of what follows something, such as what came of it. No change is told before. */
  readonly settles: number
  /** What it tells of: what is done, whether it is on the record, words that say nothing, text that stands elsewhere too, or those who fall between. */
  readonly speaksOf: 'practice' | 'record' | 'words' | 'text' | 'between'
  /** Why figures of different months cannot be held beside each other, where they cannot: then there is no chart of them. */
  readonly noTrend: string | null
  readonly source: string
  /** Whether it is defined by the nation, so that others' figures can stand beside it. */
  readonly national: boolean
  readonly says: Counting
  /** Made here by an analyst, not declared. */
  readonly local: boolean
}

/** What is counted, for whoever reads the figure. */
export interface Counting {
  readonly counted: string
  readonly outOf?: string
  readonly leftOut?: string
  /** What must be known to read it rightly. */
  readonly note?: string
}

export type MeasureDeclaration = Pick<Measure, 'id' | 'name' | 'area' | 'of' | 'statistic' | 'span' | 'better' | 'source' | 'says'> &
  Partial<Omit<Measure, 'local'>>

/**
 * Declares a measure.
 * @throws Error when what it needs is missing, or names something that its facts do not say
 */
export function measure(declared: MeasureDeclaration): Measure {
  const made: Measure = {
    where: null,
    met: null,
    value: null,
    over: null,
    to: null,
    people: null,
    target: null,
    unit: '',
    by: [],
    ofWhole: [],
    expected: null,
    settles: 0,
    speaksOf: 'practice',
    noTrend: null,
    national: false,
    ...declared,
    local: false,
  }
  const wrong = whatIsWrong(made)
  if (wrong !== null) throw new Error(`The measure "${made.id}" ${wrong}`)
  return made
}

/** Why a measure cannot be counted, in words after its name; null where it can. */
export function whatIsWrong({ id, of, where, statistic, met, value, over, to, people, span, by }: Measure): string | null {
  if (!/^[a-z0-9][a-z0-9-]{1,58}$/.test(id))
    return 'has an identifier that cannot stand in an address: use small letters, digits and hyphens.'
  const unknown = [
    ...Object.keys({ ...where, ...met }),
    ...[value, over].flatMap((name) => name ?? []),
    ...by.flatMap((each) => (typeof each === 'string' ? each : [])),
  ].find((name) => !(name in of.says))
  if (unknown !== undefined) return `speaks of "${unknown}", which its facts (${of.id}) do not say.`
  if (statistic === 'share' && met === null) return 'is a share and does not say what meets the standard (met).'
  if (['mean', 'median', 'highest'].includes(statistic) && value === null) return `is a ${statistic} and does not say of what (value).`
  if (['mean', 'median', 'highest'].includes(statistic) && of.says[value as string]?.type !== 'number')
    return `is a ${statistic} of "${value as string}", which is not a number.`
  if (statistic === 'ratio' && (over === null) === (to === null)) return 'is a ratio and needs one of `over` and `to`.'
  if (statistic === 'rate' && people === null) return 'is a rate and does not say to whom (people).'
  if ((span === 'moment') !== of.lasts)
    return `is told of ${span === 'moment' ? 'a moment, but its facts happen on a day' : 'a time, but its facts last'}.`
  const twice = by.find((each) => typeof each === 'string' && by.some((other) => typeof other !== 'string' && other.id === each))
  if (twice !== undefined) return `is parted twice by "${twice as string}": as facts say it, and as a dimension.`
  const stranger = by.find((each): each is Dimension => typeof each !== 'string' && each.about !== of.about)
  return stranger ? `is parted by "${stranger.id}", which is of others (${stranger.about.table}).` : null
}

/** Whether what a fact says meets a filter. What is not said meets nothing. */
function meets(says: Fact['says'], filter: Filter | null): boolean {
  if (filter === null) return true
  for (const [name, wanted] of Object.entries(filter)) {
    const said = says?.[name]
    if (said === null || said === undefined) return false
    if (isList(wanted)) {
      if (!(isList(said) ? said.some((each) => wanted.includes(each)) : wanted.includes(said))) return false
    } else {
      const { from, until } = wanted
      if (typeof said !== 'number' || (from !== undefined && said < from) || (until !== undefined && said >= until)) return false
    }
  }
  return true
}

const isList = <Each, Other>(value: readonly Each[] | Other): value is readonly Each[] => Array.isArray(value)

/** What a fact adds to a measure: above the line and below it. */
export interface Adds {
  readonly above: number
  readonly below: number
}

const one: Adds = { above: 1, below: 0 }

/** What a fact adds, or null where the measure does not count it. Of a median and of the highest only how many there are is added. */
export function adds(measure: Measure, kind: FactKind, says: Fact['says']): Adds | null {
  const { to } = measure
  if (to !== null) {
    const above = kind === measure.of && meets(says, measure.where) ? (measure.value === null ? 1 : number(says, measure.value)) : 0
    const below = kind === to.of && meets(says, to.where ?? null) ? (to.value === undefined ? 1 : number(says, to.value)) : 0
    return above === 0 && below === 0 ? null : { above, below }
  }
  if (kind !== measure.of || !meets(says, measure.where)) return null
  switch (measure.statistic) {
    case 'count':
    case 'rate':
      return one
    case 'share':
      return { above: meets(says, measure.met) ? 1 : 0, below: 1 }
    case 'mean':
    case 'median':
    case 'highest':
      return typeof says?.[measure.value as string] === 'number' ? { above: number(says, measure.value as string), below: 1 } : null
    case 'ratio':
      return { above: measure.value === null ? 1 : number(says, measure.value), below: number(says, measure.over as string) }
  }
}

function number(says: Fact['says'], name: string): number {
  const said = says?.[name]
  return typeof said === 'number' ? said : said === true ? 1 : 0
}

/** The kinds of fact that measures count. */
export const kindsCounted = (measures: readonly Measure[]): readonly FactKind[] => [
  ...new Set(measures.flatMap(({ of, to }) => (to === null ? [of] : [of, to.of]))),
]

/** All that is measured, and by what. */
export interface Measuring {
  readonly measures: readonly Measure[]
  readonly facts: readonly FactKind[]
  readonly dimensions: readonly Dimension[]
}

/** All kinds of record that the facts and dimensions about a kind read, the clocks' included. */
export const readFor = ({ facts, dimensions }: Pick<Measuring, 'facts' | 'dimensions'>, about: RecordKind): readonly RecordKind[] => [
  ...new Set([
    ...facts.filter((each) => each.about === about).flatMap(({ reads, clocks }) => [...reads, ...clocks.flatMap((clock) => clock.reads)]),
    ...dimensions.filter((each) => each.about === about).flatMap(({ reads }) => reads),
  ]),
]
