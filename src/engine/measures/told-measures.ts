import type { Transaction } from '../database/database.ts'
import type { Measure } from './measure.ts'
import { monthsOf } from './series.ts'

/** Writes down which measures there are, for whoever reads the counts by SQL. */
export async function tellMeasures(tx: Transaction, measures: readonly Measure[]): Promise<void> {
  await tx.run('delete from measure_told')
  const rows = measures.map(({ id, name, area, of, to, statistic, span, unit, better, ofWhole, local }) => ({
    ...{ id, name, area, facts: of.id, statistic, span, unit, better },
    months: monthsOf[span],
    above_lasts: of.lasts,
    below_lasts: (to?.of ?? of).lasts,
    of_whole: `{${ofWhole.join(',')}}`,
    made_here: local,
  }))
  await tx.run(
    `insert into measure_told (id, name, area, facts, statistic, span, months, above_lasts, below_lasts, unit, better, of_whole, made_here)
     select id, name, area, facts, statistic, span, months, above_lasts, below_lasts, unit, better, of_whole::text[], made_here
     from jsonb_to_recordset($1::jsonb) as told(id text, name text, area text, facts text, statistic text, span text, months integer,
       above_lasts boolean, below_lasts boolean, unit text, better text, of_whole text, made_here boolean)`,
    [JSON.stringify(rows)],
  )
}
