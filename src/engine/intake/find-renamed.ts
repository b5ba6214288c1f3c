import type { Transaction } from '../database/database.ts'
import { columnsOf, type Field } from '../records/kind.ts'
import type { Resolved } from './merge.ts'
import { rowState, type StagedPlan } from './staging.ts'

const { fresh, known } = rowState

/**
 * Records of which people have corrected a field by which a source knows them: it still calls them as it did. What that was is kept beside
 * the record (`@was`), so that the correction is not taken for a record gone and another come.
 */
export async function findRenamed(
  tx: Transaction,
  { staging, stating }: StagedPlan,
  same: readonly string[],
  about: string,
  { joins, value }: Pick<Resolved, 'joins' | 'value'>,
): Promise<void> {
  const { kind, ownIds } = stating
  const [any] = await tx.query<{ any: boolean }>(`select exists (select 1 from ${kind.table} where others ? '@was') as any`)
  if (!any?.any) return
  const alike = same.map((name) => {
    const column = columnsOf(name, kind.fields[name] as Field)[0]?.column ?? ''
    const called = `case when t.others -> '@was' ? '${name}' then nullif(t.others -> '@was' ->> '${name}', '') else t.${column}::text end`
    return `${called} is not distinct from (${value.get(column) ?? 'null'})::text`
  })
  await tx.run(
    `update ${staging} s set id = f.held_id, state = ${known}
     from (select s.id as row_id, t.id as held_id, row_number() over (partition by s.id order by t.known_from, t.id) as nth, row_number() over (partition by t.id order by s.line) as claim
           from ${staging} s ${about} ${joins} join ${kind.table} t on t.person_id = p.id and ${alike.join(' and ')}
           where s.state = ${fresh} and t.others ? '@was' ${ownIds ? 'and t.source_id is null' : ''}
             ${stating.perYear ? 'and t.stated_for is not distinct from (select stated_for from telling)' : ''}
             and not exists (select 1 from ${staging} o where o.id = t.id)) f
     where f.row_id = s.id and f.nth = 1 and f.claim = 1`,
  )
}
