import type { Transaction } from '../database/database.ts'
import { columnName, columnsOf, type Field, type RecordKind } from '../records/kind.ts'
import { refuseContradictions, refuseDangling, refuseDisordered, refuseOrphans, refuseOthers, refuseUnheld } from './refuse-staged.ts'
import { rowState, type StagedField, type StagedPlan } from './staging.ts'
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
  // A record of the same source is taken first; one of another source only when a single one could be meant.
  const found = `with could as (
      select s.id as row_id, t.id as held_id, t.source = '${source.id}' as own,
             row_number() over (partition by s.id order by (t.source = '${source.id}') desc, t.known_from, t.id) as nth,
             count(*) filter (where t.source <> '${source.id}') over (partition by s.id) as others,
             row_number() over (partition by t.id order by s.line) as claim
      from ${staging} s ${kind.about ? `join ${kind.about.table} p on p.source_id = s.subject` : ''} ${joins} join ${kind.table} t on ${join.join(' and ')}
      where s.state = ${fresh} ${same.length === 0 && !stating.perYear ? `and t.source = '${source.id}'` : ''}
    )
    select row_id, held_id from could where nth = 1 and claim = 1 and (own or others = 1)`
  await tx.run(`create temp table found on commit drop as ${found}`)
  await tx.run(
    `update ${staging} s set id = f.held_id, state = ${known} from found f where f.row_id = s.id and not exists (select 1 from ${staging} o where o.id = f.held_id)`,
  )
  await tx.run('drop table found')
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

/**
 * Changes held records of which something new is said. A field belongs to the source that first said it; a source of lower rank
 * takes it over; another only fills what is blank. The record itself, which its source may withdraw, goes to whoever is named first
 * among the sources. An older statement of the same source changes nothing. What another source says differently is listed as a
 * disagreement and not held. A row by which a record would end before it begins is refused.
 */
async function changeHeld(
  tx: Transaction,
  plan: StagedPlan,
  merging: Merging,
  { joins, value, unresolved, unfound }: Resolved,
): Promise<{ changed: number; restated: number; refused: number }> {
  const { staging, stating, fileId, fields } = plan
  const { kind, ownIds } = stating
  const { source, ranks, timeless } = merging
  const rank = (owner: string): string => `case ${owner} ${ranks.map(({ id, rank: of }) => `when '${id}' then ${of}`).join(' ')} else 0 end`
  const place = ranks.findIndex(({ id }) => id === source.id)
  const namedBehind = `case t.source ${ranks.map(({ id }, at) => `when '${id}' then ${at}`).join(' ')} else 0 end > ${place}`
  // For when this source last said something of the record: on the row where the row is its own, else beside the fields it gave.
  const lastSaid = `case when t.source = '${source.id}' then t.stated_for else (t.others ->> '@${source.id}')::date end`
  const columnsStated = [...value.keys()]
  const said = columnsStated.map((column) => `${value.get(column)} as said_${column}`).join(', ')
  const differs =
    columnsStated.length === 0
      ? 'false'
      : `(${columnsStated.map((column) => `${value.get(column)} is distinct from t.${column}`).join(' or ')})`
  const saysOther = unfound
    .map(
      ({ name, sql }) =>
        ` or ${sql} is distinct from t.unresolved ->> '${name}' and (${sql} is not null or coalesce(t.others ->> '${name}', t.source) = '${source.id}')`,
    )
    .join('')
  // That a later return still says it is kept too: otherwise one between the two, brought in afterwards, would be taken for the newest.
  const saysLater = timeless
    ? ''
    : ` or telling.stated_for > case when t.source = '${source.id}' then t.stated_for else coalesce((t.others ->> '@${source.id}')::date, '-infinity') end`
  // Most statements of a later extract say what is held already: they are left aside before anything is weighed.
  await tx.run(
    `create temp table weighed on commit drop as
     select t.id, s.line, s.key as said_key, ${said ? `${said}, ` : ''}${unresolved} as said_unresolved,
            ${timeless ? 'true' : `(${lastSaid} is null or telling.stated_for is null or telling.stated_for >= ${lastSaid})`} as newer,
            ${namedBehind} as outranks, t.source = '${source.id}' as own
     from ${staging} s cross join telling join ${kind.table} t on t.id = s.id ${joins}
     where s.state = ${known}
       and (${differs} or t.withdrawn_at is not null${ownIds ? ' or t.source_id is null' : ''} or ${namedBehind}${saysOther}${saysLater})`,
  )
  const take = new Map<string, string>()
  const takeUnfound = new Map<string, string>()
  const owner = new Map<string, string>()
  for (const staged of fields) {
    const { name, columns, field } = staged
    const own = field.type === 'reference' ? [`${columnName(name)}_id`] : columns
    const first = own[0] as string
    const held = `coalesce(t.others ->> '${name}', t.source)`
    // A reference that was said and is not found yet is said all the same, and held all the same.
    const keptAsSaid = unfound.some((each) => each.name === name)
    const says = keptAsSaid ? `(w.said_${first} is not null or w.said_unresolved ->> '${name}' is not null)` : `w.said_${first} is not null`
    const blank = keptAsSaid ? `(t.${first} is null and t.unresolved ->> '${name}' is null)` : `t.${first} is null`
    // A blank that the field's own source says now takes the value away; a blank of another source says nothing.
    const taken = `case when ${held} = '${source.id}' then w.newer and not ${saidBefore(plan, staged, merging)} else w.newer and ${says} and (${blank} or ${rank(held)} > ${source.rank}) end`
    for (const column of own) take.set(column, `case when ${taken} then w.said_${column} else t.${column} end`)
    if (keptAsSaid) takeUnfound.set(name, `case when ${taken} then w.said_unresolved ->> '${name}' else t.unresolved ->> '${name}' end`)
    owner.set(name, `case when ${taken} then '${source.id}' else ${held} end`)
  }
  for (const name of Object.keys(kind.fields)) if (!owner.has(name)) owner.set(name, `coalesce(t.others ->> '${name}', t.source)`)
  const mainSource = `case when w.outranks then '${source.id}' else t.source end`
  const presence = (name: string): string => {
    const field = kind.fields[name] as Field
    const column = columnsOf(name, field)[0]?.column as string
    const value = take.get(column) ?? `t.${column}`
    if (field.type !== 'reference') return `${value} is not null`
    return `coalesce((${value})::text, ${takeUnfound.get(name) ?? `t.unresolved ->> '${name}'`}) is not null`
  }
  // Whose each field is, where it is not the main source's. Built in parts: a function takes at most 100 arguments.
  const parts: string[] = []
  const pairs = [...owner].map(([name, sql]) => `'${name}', case when ${presence(name)} then nullif(${sql}, ${mainSource}) end`)
  for (let at = 0; at < pairs.length; at += 40) parts.push(`jsonb_build_object(${pairs.slice(at, at + 40).join(', ')})`)
  const saidFor = timeless ? 'null::date' : '(select stated_for from telling)'
  parts.push(
    `coalesce((select jsonb_object_agg(kept.key, kept.value) from jsonb_each(t.others) kept where kept.key like '@%'), '{}')`,
    `case when w.outranks and t.stated_for is not null then jsonb_build_object('@' || t.source, t.stated_for) else '{}' end`,
    `case when not w.own and not w.outranks then jsonb_build_object('@${source.id}', greatest(${lastSaid}, ${saidFor})) else '{}' end`,
  )
  const others = `nullif(jsonb_strip_nulls(${parts.join(' || ')}), '{}')`
  // A reference that this plan does not state stays as it was said before.
  const unfoundAnew = [...takeUnfound].map(([name, sql]) => `'${name}', ${sql}`)
  const unresolvedAnew =
    unfoundAnew.length === 0
      ? 't.unresolved'
      : `nullif(jsonb_strip_nulls(coalesce(t.unresolved, '{}') || jsonb_build_object(${unfoundAnew.join(', ')})), '{}')`
  const sets = [...take.keys()].map((column) => `${column} = n.new_${column}`)
  await tx.run(
    `create temp table renewed on commit drop as
     select t.id, w.line, ${[...take].map(([column, sql]) => `${sql} as new_${column}, `).join('')}${others} as new_others, ${mainSource} as new_source,
            ${unresolvedAnew} as new_unresolved,
            ${ownIds ? 'coalesce(t.source_id, w.said_key)' : 't.source_id'} as new_source_id,
            ${stating.completes ? 't.withdrawn_at' : 'null::timestamptz'} as new_withdrawn_at
     from weighed w join ${kind.table} t using (id)`,
  )
  const refused = await refuseDisordered(tx, plan)
  const moved = [...take.keys()].map((column) => `t.${column} is distinct from n.new_${column}`)
  const anew = [
    ...moved,
    't.withdrawn_at is distinct from n.new_withdrawn_at',
    't.source is distinct from n.new_source',
    't.source_id is distinct from n.new_source_id',
    't.unresolved is distinct from n.new_unresolved',
  ].join(' or ')
  const saidLater = timeless
    ? ''
    : ` or case when t.source = '${source.id}' then ${saidFor} > t.stated_for else n.new_others ->> '@${source.id}' is distinct from t.others ->> '@${source.id}' end`
  // What this telling itself added and now completes was never held otherwise, and does not count as changed.
  const stated = merging.stated
    .filter((other) => other.stating.kind === kind)
    .map(({ staging: other }) => `exists (select 1 from ${other} o where o.id = t.id)`)
  const [before] = await tx.query<{ changed: number; restated: number }>(
    `select count(*) as changed, count(*) filter (where ${stated.join(' or ') || 'true'}) as restated from renewed n join ${kind.table} t using (id) where t.known_from < engine.instant() and (${anew})`,
  )
  await tx.run(
    `update ${kind.table} t set ${sets.map((each) => `${each}, `).join('')}others = n.new_others, source = n.new_source, source_id = n.new_source_id, unresolved = n.new_unresolved,
            ${timeless ? '' : `stated_for = case when n.new_source <> '${source.id}' then t.stated_for when t.source = '${source.id}' then greatest(t.stated_for, ${saidFor}) else ${saidFor} end, `} came_from = '${fileId}', line = n.line, withdrawn_at = n.new_withdrawn_at
     from renewed n where n.id = t.id and (${anew}${saidLater})`,
  )
  for (const staged of fields) {
    const { name, columns, field } = staged
    const column = field.type === 'reference' ? `${columnName(name)}_id` : (columns[0] as string)
    await tx.run(
      `insert into disagreement (import_file_id, kind, record_id, line, field, held, held_from, said, said_by)
       select '${fileId}', $1, t.id, w.line, $2, t.${column}::text, coalesce(t.others ->> $2, t.source), w.said_${column}::text, $3
       from weighed w join ${kind.table} t using (id)
       where w.said_${column} is not null and t.${column} is not null and w.said_${column} <> t.${column} 
         and (coalesce(t.others ->> $2, t.source) <> $3 or ${saidBefore(plan, staged, merging)})`,
      [kind.table, name, source.id],
    )
  }
  await tx.run('drop table weighed, renewed')
  return { changed: before?.changed ?? 0, restated: before?.restated ?? 0, refused }
}

/** SQL of whether another file of the same telling has already said this field of the record `t`: the first one stands, whichever day it is asked. */
function saidBefore({ number, stating }: StagedPlan, { name, columns }: StagedField, { plans, timeless }: Merging): string {
  if (timeless) return 'false'
  const earlier = plans.filter(
    (other) => other.number < number && other.stating.kind === stating.kind && other.fields.some((each) => each.name === name),
  )
  const said = earlier.map(({ staging }) => `exists (select 1 from ${staging} e where e.id = t.id and e.${columns[0]} is not null)`)
  return said.length === 0 ? 'false' : `(${said.join(' or ')})`
}
