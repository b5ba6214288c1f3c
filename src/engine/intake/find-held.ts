import type { Transaction } from '../database/database.ts'
import { columnsOf, type Field } from '../records/kind.ts'
import { peopleHere } from '../records/write.ts'
import type { Resolved } from './merge.ts'
import { rowState, type StagedPlan } from './staging.ts'
import type { Source } from './telling.ts'

const { fresh, known } = rowState

/** Finds the records already held: by the source's identifier, else by whom it is about and the fields that make it the same. */
export async function findHeld(
  tx: Transaction,
  plan: StagedPlan,
  source: Source,
  loose: boolean,
  { joins, value }: Resolved,
): Promise<void> {
  const { staging, stating } = plan
  const { kind, ownIds } = stating
  if (ownIds)
    await tx.run(
      `update ${staging} s set id = t.id, state = ${known} from ${kind.table} t where t.source_id = s.key and s.state = ${fresh}`,
    )
  const same = stating.same ?? kind.sameWhen
  if ((ownIds && !loose) || (same.length === 0 && ownIds)) return
  const about = kind.about ? `join ${kind.about.table} p on p.source_id = s.subject` : ''
  const join = [
    ...(kind.about ? ['t.person_id = p.id'] : []),
    ...same
      .map((name) => columnsOf(name, kind.fields[name] as Field)[0]?.column ?? '')
      .map((column) => `t.${column} is not distinct from ${value.get(column) ?? 'null'}`),
    // Nothing known is not the same as the same thing: two sources' blanks make no match.
    ...same
      .slice(0, 1)
      .map((name) => columnsOf(name, kind.fields[name] as Field)[0]?.column ?? '')
      .map((column) => `(t.${column} is not null or t.source = '${source.id}')`),
    ...(stating.perYear ? [`t.stated_for is not distinct from (select stated_for from telling)`] : []),
    ...(ownIds ? ['t.source_id is null'] : []),
  ]
  if (join.length === 0) return
  // What people wrote and withdrew was a mistake: it is not what another source says now.
  join.push(`not (t.source = '${peopleHere}' and coalesce(t.others ? '@withdrawn', false))`)
  // A record of the same source is taken first; one of another source only when a single one could be meant.
  const found = `with could as (
      select s.id as row_id, t.id as held_id, t.source = '${source.id}' as own,
             row_number() over (partition by s.id order by (t.source = '${source.id}') desc, t.known_from, t.id) as nth,
             count(*) filter (where t.source <> '${source.id}') over (partition by s.id) as others,
             row_number() over (partition by t.id order by s.line) as claim
      from ${staging} s ${about} ${joins} join ${kind.table} t on ${join.join(' and ')}
      where s.state = ${fresh} ${same.length === 0 && !stating.perYear ? `and t.source = '${source.id}'` : ''}
    )
    select row_id, held_id from could where nth = 1 and claim = 1 and (own or others = 1)`
  await tx.run(`create temp table found on commit drop as ${found}`)
  await tx.run(
    `update ${staging} s set id = f.held_id, state = ${known} from found f where f.row_id = s.id and not exists (select 1 from ${staging} o where o.id = f.held_id)`,
  )
  await tx.run('drop table found')
  if (same.length > 0 && kind.about) await findRenamed(tx, plan, same, about, { joins, value })
}

/**
 * Records of which people have corrected a field by which a source knows them: it still calls them as it did. What that was is kept beside
 * the record (`@was`), so that the correction is not taken for a record gone and another come.
 */
async function findRenamed(
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
