import type { Transaction } from '../database/database.ts'
import { columnName } from '../records/kind.ts'
import { rowState, type StagedField, type StagedPlan } from './staging.ts'
import type { Source } from './telling.ts'

/** What a source says otherwise than is held, kept for people to see. Reads the temporary table `weighed` of the merge. */

/** @param saidBefore SQL of whether another file of the same telling has said this field of the record already. */
export async function listDisagreements(
  tx: Transaction,
  { stating, fileId }: StagedPlan,
  { name, columns, field }: StagedField,
  source: Source,
  saidBefore: string,
): Promise<void> {
  const column = field.type === 'reference' ? `${columnName(name)}_id` : (columns[0] as string)
  const time = field.type === 'moment' ? `${column}_time` : null
  const text = (value: (column: string) => string): string =>
    time === null ? `${value(column)}::text` : `${value(column)}::text || coalesce(' ' || ${value(time)}::text, '')`
  const said = (each: string) => `w.said_${each}`
  const held = (each: string) => `t.${each}`
  // What is blank is no disagreement, unless somebody said that it is blank.
  const differs = [
    `w.said_${column} <> t.${column}`,
    ...(time === null ? [] : [`w.said_${time} <> t.${time}`]),
    `t.${column} is null and t.others ->> $2 is not null`,
  ]
  await tx.run(
    `insert into disagreement (import_file_id, kind, record_id, line, field, held, held_from, said, said_by)
     select '${fileId}', $1, t.id, w.line, $2, ${text(held)}, coalesce(t.others ->> $2, t.source), ${text(said)}, $3
     from weighed w join ${stating.kind.table} t using (id)
     where w.said_${column} is not null and (${differs.join(' or ')})
       and (coalesce(t.others ->> $2, t.source) <> $3 or ${saidBefore})`,
    [stating.kind.table, name, source.id],
  )
}

/** Records that people have withdrawn and the source still says. */
export async function listWithdrawnHere(tx: Transaction, { staging, stating, fileId }: StagedPlan, source: Source): Promise<void> {
  await tx.run(
    `insert into disagreement (import_file_id, kind, record_id, line, field, held, held_from, said, said_by)
     select '${fileId}', $1, t.id, s.line, 'withdrawnAt', 'withdrawn', t.others ->> '@withdrawn', 'stands', $2
     from ${staging} s join ${stating.kind.table} t on t.id = s.id
     where s.state = ${rowState.known} and t.withdrawn_at is not null and t.others ? '@withdrawn'`,
    [stating.kind.table, source.id],
  )
}
