import type { Transaction } from '../../engine/database/database.ts'
import type { FactKind } from '../../engine/measures/fact.ts'
import { whatIsWrong, type Measure, type Measuring } from '../../engine/measures/measure.ts'
import { conditionsOf, NotACondition } from './conditions.ts'

/** Measures that people here have made of facts that are declared: kept as words, read as measures like any other, and marked as local. */

export interface Written {
  readonly measure: string
  readonly name: string
  readonly area: string
  readonly facts: string
  readonly statistic: 'count' | 'share' | 'mean' | 'median'
  readonly onlyThose: string | null
  readonly met: string | null
  readonly number: string | null
  readonly span: Measure['span']
  readonly better: Measure['better']
  readonly target: number | null
  readonly why: string | null
  readonly shared: boolean
  readonly madeBy: string | null
}

/** Those that can still be counted: one whose facts are no longer declared is left out. */
export async function measuresMadeHere(tx: Transaction, { facts, measures }: Measuring): Promise<readonly Measure[]> {
  const rows = await writtenMeasures(tx)
  return rows.flatMap((written) => {
    const made = measureFrom(written, facts, measures)
    return typeof made === 'string' ? [] : [made]
  })
}

export const writtenMeasures = (tx: Transaction): Promise<(Written & { id: string })[]> =>
  tx.query<Written & { id: string } & Record<string, unknown>>(
    `select id, measure, name, area, facts, statistic, only_those as "onlyThose", met, number, span, better, target::float8 as target, why, coalesce(shared, false) as shared, made_by as "madeBy"
     from local_measure where withdrawn_at is null order by name, id`,
  )

/** The measure, or a sentence that says why it cannot be counted. */
export function measureFrom(written: Written, facts: readonly FactKind[], declared: readonly Measure[]): Measure | string {
  const of = facts.find(({ id }) => id === written.facts)
  if (!of) return `There are no facts called “${written.facts}”.`
  if (declared.some(({ id }) => id === written.measure))
    return `“${written.measure}” is the identifier of another measure. Give another name.`
  try {
    const like = declared.find((each) => each.of === of)
    const measure: Measure = {
      id: written.measure,
      name: written.name,
      area: written.area,
      of,
      where: conditionsOf(written.onlyThose, of),
      statistic: written.statistic,
      met: conditionsOf(written.met, of),
      value: written.number,
      over: null,
      to: null,
      people: null,
      span: written.span,
      better: written.better,
      target: written.target,
      unit: (written.number === null ? undefined : of.says[written.number]?.unit) ?? '',
      // By what its facts are parted in the measures that are declared.
      by: like?.by ?? [],
      ofWhole: like?.ofWhole ?? [],
      noTrend: like?.noTrend ?? null,
      expected: null,
      settles: like?.settles ?? 0,
      speaksOf: 'practice',
      source: `Made here${written.madeBy === null ? '' : ` by ${written.madeBy}`}${written.why === null ? '' : `: ${written.why}`}`,
      national: false,
      says: {
        counted: [of.name.toLowerCase(), written.onlyThose, written.statistic === 'share' ? written.met : null].filter(Boolean).join(', '),
        ...(written.statistic === 'share' ? { outOf: [of.name.toLowerCase(), written.onlyThose].filter(Boolean).join(', ') } : {}),
      },
      local: true,
    }
    const wrong = whatIsWrong(measure)
    return wrong === null ? measure : `This measure ${wrong}`
  } catch (error) {
    if (error instanceof NotACondition) return error.message
    throw error
  }
}
