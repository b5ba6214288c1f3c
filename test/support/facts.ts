/** For tests of measures: records written as the test says, and what is counted of them. No database: facts are pure functions of records. */
import { runsOf } from '../../src/engine/clocks/runs.ts'
import { Thread, type AnySaid } from '../../src/engine/clocks/thread.ts'
import type { Dimension, Spell } from '../../src/engine/measures/dimension.ts'
import type { Fact, FactKind } from '../../src/engine/measures/fact.ts'
import type { Measure } from '../../src/engine/measures/measure.ts'
import { monthNumber } from '../../src/engine/measures/months.ts'
import { pointsOf, pointsOfNumbers, type Point } from '../../src/engine/measures/series.ts'
import { tally } from '../../src/engine/measures/tally.ts'
import type { RecordKind } from '../../src/engine/records/kind.ts'
import type { Clock } from '../../src/engine/clocks/clock.ts'
import { record, usualTerms, type Told } from './clocks.ts'

/** Everything said of one child, worker or household. The record of the kind it is about may be among it; if not, nothing is known of it. */
export type Life = readonly Told[]

/** The facts of a kind in one life. It is given only what it says that it reads, and what its clocks say. */
export function factsIn(kind: FactKind, life: Life): readonly Fact[] {
  const thread = threadOf(kind.about, life, [...kind.reads, ...kind.clocks.flatMap(({ reads }) => reads)])
  const { bornOn = null, diedOn = null } = thread.subject as { readonly bornOn?: string | null; readonly diedOn?: string | null }
  const runs = (clock: Clock) => {
    if (!kind.clocks.includes(clock)) throw new Error(`The facts "${kind.id}" ask for the clock "${clock.id}" and do not say so.`)
    return runsOf(clock, thread, { bornOn, diedOn }, usualTerms)
  }
  return kind.facts(thread, runs, usualTerms)
}

const spellsIn = (by: Dimension, life: Life): readonly Spell[] => by.spells(threadOf(by.about, life, by.reads))

function threadOf(about: RecordKind, life: Life, reads: readonly RecordKind[]): Thread {
  const own = life.find(({ kind }) => kind === about) ?? record(about)
  const byTable = new Map<string, AnySaid[]>([[about.table, [own.record]]])
  for (const { kind, record: said } of life)
    if (kind !== about && reads.includes(kind)) byTable.set(kind.table, [...(byTable.get(kind.table) ?? []), said])
  return new Thread(own.record, byTable)
}

interface Asking {
  /** How many people of the age live in the area, for a rate. */
  readonly people?: number
  /** Only those who stand so by a dimension, or of whom this is said. */
  readonly by?: readonly [Dimension | string, string]
}

/** The figure of a month ('YYYY-MM'): its value, the numbers above and below the line. Lives are of different children. */
export function figure(measure: Measure, lives: readonly Life[], month: string, { people, by }: Asking = {}): Point {
  const at = monthNumber(month)
  const kinds = measure.to === null ? [measure.of] : [measure.of, measure.to.of]
  const told = lives.map((life) => ({
    facts: new Map(kinds.map((kind) => [kind, factsIn(kind, life)])),
    spells: new Map(measure.by.flatMap((each) => (typeof each === 'string' ? [] : [[each, spellsIn(each, life)] as const]))),
  }))
  if (measure.statistic === 'median' || measure.statistic === 'highest')
    return pointsOfNumbers(
      measure,
      told.flatMap(({ facts }) => facts.get(measure.of) ?? []),
      at,
      at,
    )[0] as Point
  const above = new Map<number, number>()
  const below = new Map<number, number>()
  const wanted = by === undefined ? ['', ''] : [typeof by[0] === 'string' ? by[0] : by[0].id, by[1]]
  // Of what is told as shares of the whole, the whole stands below the line.
  const ofWhole = measure.ofWhole.includes(wanted[0] as string)
  for (const known of told)
    tally(known, [measure], (_, name, value, m, up, down) => {
      const meant = name === wanted[0] && value === wanted[1]
      if (meant) above.set(m, (above.get(m) ?? 0) + up)
      if (ofWhole ? name === '' : meant) below.set(m, (below.get(m) ?? 0) + down)
    })
  return pointsOf(measure, { above, below }, at, at, () => people ?? null)[0] as Point
}
