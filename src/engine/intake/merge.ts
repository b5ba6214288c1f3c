import type { Transaction } from '../database/database.ts'
import { columnName, columnsOf, type Field, type RecordKind } from '../records/kind.ts'
import { peopleHere } from '../records/write.ts'
import { changeHeld } from './change-held.ts'
import { findRenamed } from './find-renamed.ts'
import { refuseContradictions, refuseDangling, refuseOrphans, refuseOthers, refuseUnheld } from './refuse-staged.ts'
import { rowState, type StagedPlan } from './staging.ts'
import type { Source } from './telling.ts'

/** What a merge did with the statements of one plan. */
export interface Merged {
  added: number
  changed: number
  /** Of those changed, how many the telling's own files had stated: for derivations, which say more of some of them. */
  restated: number
  unchanged: number
  /** Nothing of the kind was held before: nothing of it can be absent now. */
  first: boolean
}

export interface Merging {
  readonly source: Source
  readonly ranks: readonly Source[]
  /** What is said follows from everything held, whatever year it was said for: it is tied to no time and may change what any year said. */
  readonly timeless: boolean
  /** For a derivation: the plans of the telling's own files, which have been counted. */
  readonly stated: readonly StagedPlan[]
  /** Plans of the same telling, to find what a statement refers to by its key. */
  readonly plans: readonly StagedPlan[]
}

const { fresh, known, judged } = rowState

/**
 * Merges a staged plan into its table: refuses what is about nobody and what contradicts itself, finds the records that are
 * already held, changes those of which something new is said, and adds the rest. One statement of SQL after another, nothing in memory.
 */
export async function merge(tx: Transaction, plan: StagedPlan, merging: Merging): Promise<Merged> {
  const { staging, stating } = plan
  await tx.run(`analyze ${staging}`)
  const [held] = await tx.query<{ any: boolean; loose: boolean }>(
    `select exists (select 1 from ${stating.kind.table}) as any, exists (select 1 from ${stating.kind.table} where source_id is null) as loose`,
  )
  let refusals = await refuseUnheld(tx, plan)
  refusals += await refuseOrphans(tx, plan)
  refusals += await refuseContradictions(tx, plan)
  const resolved = await resolveReferences(tx, plan, merging)
  refusals += await refuseDangling(tx, plan, resolved)
  if (held?.any) refusals += await findHeld(tx, plan, merging.source, held.loose, resolved)
  const { changed, restated, refused } = held?.any ? await changeHeld(tx, plan, merging, resolved) : { changed: 0, restated: 0, refused: 0 }
  const added = await addFresh(tx, plan, merging, resolved)
  return { added, changed, restated, unchanged: plan.count() - added - changed - refusals - refused, first: !held?.any }
}

/**
 * Finds the records already held: by the source's identifier (ours, where a record that was written out had none), else by whom it is
 * about and the fields that make it the same. What is held under the identifier about somebody else is refused.
 * @returns how many rows were refused.
 */
async function findHeld(tx: Transaction, plan: StagedPlan, source: Source, loose: boolean, { joins, value }: Resolved): Promise<number> {
  const { staging, stating } = plan
  const { kind, ownIds } = stating
  let refusals = 0
  if (ownIds) {
    const subject = kind.about ? `join ${kind.about.table} p on p.id = t.person_id` : ''
    const found = kind.about ? `case when p.source_id = s.subject then ${known} else ${judged} end` : known
    for (const identifier of loose ? ['t.source_id', `case when t.source_id is null then t.id::text end`] : ['t.source_id'])
      await tx.run(
        `update ${staging} s set id = t.id, state = ${found} from ${kind.table} t ${subject} where ${identifier} = s.key and s.state = ${fresh}`,
      )
    refusals = await refuseOthers(tx, plan)
  }
  const same = stating.same ?? kind.sameWhen
  if ((ownIds && !loose) || (same.length === 0 && ownIds)) return refusals
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
  if (join.length === 0) return refusals
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
  return refusals
}

export interface Resolved {
  readonly joins: string
  /** SQL of the value of each column of the table that the plan states. */
  readonly value: ReadonlyMap<string, string>
  /** SQL of the jsonb of references that were said and not found, or null. */
  readonly unresolved: string
  /** The references that can be kept as said, each with the SQL of what was said and not found. */
  readonly unfound: readonly { readonly name: string; readonly sql: string }[]
}

/** How the references of the plan are found. What is not found yet is kept as said, and found later. */
async function resolveReferences(tx: Transaction, plan: StagedPlan, merging: Merging): Promise<Resolved> {
  const joins: string[] = []
  const value = new Map<string, string>()
  const unfound: { name: string; sql: string }[] = []
  for (const [place, { name, field, columns, by }] of plan.fields.entries()) {
    if (field.type !== 'reference') {
      for (const column of columns) value.set(column, `s.${column}`)
      continue
    }
    const to = (field.to as () => RecordKind)()
    const text = `s.${columns[0]}`
    const alias = `r${place}`
    if (by === 'key in this telling') {
      const stagings = merging.plans.filter((other) => other.stating.kind === to).map(({ staging }) => staging)
      const union =
        stagings.map((staging) => `select key, id from ${staging} where state in (${fresh}, ${known})`).join(' union ') ||
        'select null::text as key, null::uuid as id where false'
      const keys = `keys_${plan.number}_${place}`
      await tx.run(`create temp table ${keys} on commit drop as select key, (array_agg(id))[1] as id from (${union}) k group by key`)
      await tx.run(`analyze ${keys}`)
      // The row it points to must be in by now: a record of a kind merged later is found at the end instead.
      joins.push(`left join ${keys} k${place} on k${place}.key = ${text} left join ${to.table} ${alias} on ${alias}.id = k${place}.id`)
    } else if (typeof by === 'object') {
      joins.push(
        `left join lateral (select (array_agg(t.id))[1] as id from ${to.table} t where t.${columnName(by.field)} = ${text} having count(*) = 1) ${alias} on true`,
      )
    } else {
      joins.push(`left join ${to.table} ${alias} on ${alias}.source_id = ${text}`)
    }
    value.set(`${columnName(name)}_id`, `${alias}.id`)
    if (by === undefined || by === 'source id') unfound.push({ name, sql: `case when ${alias}.id is null then ${text} end` })
  }
  const missing = unfound.map(({ name, sql }) => `'${name}', ${sql}`)
  const unresolved = missing.length === 0 ? 'null::jsonb' : `nullif(jsonb_strip_nulls(jsonb_build_object(${missing.join(', ')})), '{}')`
  return { joins: joins.join(' '), value, unresolved, unfound }
}

async function addFresh(
  tx: Transaction,
  plan: StagedPlan,
  { source, timeless }: Merging,
  { joins, value, unresolved }: Resolved,
): Promise<number> {
  const { staging, stating, fileId } = plan
  const { kind, ownIds } = stating
  const columns = [...value.keys()]
  return tx.run(
    `insert into ${kind.table} (id, ${kind.about ? 'person_id, ' : ''}${columns.map((column) => `${column}, `).join('')}source, source_id, stated_for, unresolved, came_from, line)
     select s.id, ${kind.about ? 'p.id, ' : ''}${columns.map((column) => `${value.get(column)}, `).join('')}'${source.id}', ${ownIds ? 's.key' : 'null'}, ${timeless ? 'null' : 'telling.stated_for'}, ${unresolved}, '${fileId}', s.line
     from ${staging} s cross join telling ${kind.about ? `join ${kind.about.table} p on p.source_id = s.subject` : ''} ${joins}
     where s.state = ${fresh}`,
  )
}
