import type { Transaction } from '../database/database.ts'
import { columnName, columnsOf, type Field } from '../records/kind.ts'
import { listDisagreements, listWithdrawnHere } from './list-disagreements.ts'
import type { Merging, Resolved } from './merge.ts'
import { refuseDisordered } from './refuse-staged.ts'
import { rowState, type StagedField, type StagedPlan } from './staging.ts'

const { known } = rowState

/**
 * Changes held records of which something new is said. A field belongs to the source that first said it; a source of lower rank
 * takes it over; another only fills what is blank, unless the blank itself was said (by people: `others` then names them). The record itself, which its source may withdraw, goes to whoever is named first
 * among the sources. An older statement of the same source changes nothing. What another source says differently is listed as a
 * disagreement and not held. What people have withdrawn stays withdrawn. A row by which a record would end before it begins is refused.
 */
export async function changeHeld(
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
  const standsAgain = `(t.withdrawn_at is not null and not coalesce(t.others ? '@withdrawn', false))`
  // Most statements of a later extract say what is held already: they are left aside before anything is weighed.
  await tx.run(
    `create temp table weighed on commit drop as
     select t.id, s.line, s.key as said_key, ${said ? `${said}, ` : ''}${unresolved} as said_unresolved,
            ${timeless ? 'true' : `(${lastSaid} is null or telling.stated_for is null or telling.stated_for >= ${lastSaid})`} as newer,
            ${namedBehind} as outranks, t.source = '${source.id}' as own
     from ${staging} s cross join telling join ${kind.table} t on t.id = s.id ${joins}
     where s.state = ${known}
       and (${differs} or ${standsAgain}${ownIds ? ' or t.source_id is null' : ''} or ${namedBehind}${saysOther}${saysLater})`,
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
    const unsaid = `(${blank} and t.others ->> '${name}' is null)`
    // A blank that the field's own source says now takes the value away; a blank of another source says nothing.
    const taken = `case when ${held} = '${source.id}' then w.newer and not ${saidBefore(plan, staged, merging)} else w.newer and ${says} and (${unsaid} or ${rank(held)} > ${source.rank}) end`
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
  const ownerOf = (name: string, sql: string): string => {
    const field = kind.fields[name] as Field
    const column = columnsOf(name, field)[0]?.column as string
    const wasBlank = field.type === 'reference' ? `coalesce(t.${column}::text, t.unresolved ->> '${name}') is null` : `t.${column} is null`
    return `case when ${presence(name)} then nullif(${sql}, ${mainSource}) when ${wasBlank} then t.others ->> '${name}' end`
  }
  // Whose each field is, where it is not the main source's. Built in parts: a function takes at most 100 arguments.
  const parts: string[] = []
  const pairs = [...owner].map(([name, sql]) => `'${name}', ${ownerOf(name, sql)}`)
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
            ${stating.completes ? 't.withdrawn_at' : `case when t.others ? '@withdrawn' then t.withdrawn_at end`} as new_withdrawn_at
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
  for (const staged of fields) await listDisagreements(tx, plan, staged, source, saidBefore(plan, staged, merging))
  await listWithdrawnHere(tx, plan, source)
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
