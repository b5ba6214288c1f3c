import type { Transaction } from '../database/database.ts'
import { columnName, type RecordKind } from '../records/kind.ts'
import type { Resolved } from './merge.ts'
import { rowState, type StagedPlan } from './staging.ts'

/** What cannot be believed of a staged plan, refused in SQL with its reason before anything is merged. */

const { fresh, refused, again, judged } = rowState

/** Statements that only complete what is held, of which nothing is held; the others learn whom they are about, where they do not say it. */
export async function refuseUnheld(tx: Transaction, plan: StagedPlan): Promise<number> {
  const { staging, stating, fileId } = plan
  const { kind, completes } = stating
  if (!completes) return 0
  const named = kind.name.toLowerCase()
  const without = completes.without.join(', ')
  const marked = await tx.run(
    `update ${staging} s set state = ${judged} where s.state = ${fresh} and not exists (select 1 from ${kind.table} t where coalesce(t.source_id, t.id::text) = s.key)`,
  )
  if (marked > 0) {
    await tx.run(
      `insert into import_refusal (import_file_id, kind, line, field, found, allowed, why)
       select $1, $2, s.line, 'identifier', s.key, $3, $4 from ${staging} s where s.state = ${judged}`,
      [
        fileId,
        kind.table,
        `The identifier of a record that is here, or a file that has ${without} too`,
        `No ${named} is held under this identifier, and the file has not all that a new one needs: ${without}.`,
      ],
    )
    await tx.run(`update ${staging} set state = ${refused} where state = ${judged}`)
  }
  if (kind.about)
    await tx.run(
      `update ${staging} s set subject = p.source_id from ${kind.table} t join ${kind.about.table} p on p.id = t.person_id
       where s.subject is null and s.state = ${fresh} and coalesce(t.source_id, t.id::text) = s.key`,
    )
  return marked
}

/** Statements under the identifier of a record that is about somebody else: those marked as judged. */
export async function refuseOthers(tx: Transaction, { staging, stating, fileId }: StagedPlan): Promise<number> {
  const { kind } = stating
  if (!kind.about) return 0
  const named = kind.about.name.toLowerCase()
  const marked = await tx.run(
    `insert into import_refusal (import_file_id, kind, line, field, found, allowed, why)
     select $1, $2, s.line, 'whom it is about', s.subject, $3, $4 from ${staging} s where s.state = ${judged}`,
    [
      fileId,
      kind.table,
      `The ${named} whom the record held under this identifier is about`,
      `The record held under this identifier is about another ${named}.`,
    ],
  )
  if (marked > 0) await tx.run(`update ${staging} set state = ${refused} where state = ${judged}`)
  return marked
}

/** Statements about someone who is not here, or whose repeated date is not theirs. */
export async function refuseOrphans(tx: Transaction, plan: StagedPlan): Promise<number> {
  const { staging, stating, fileId } = plan
  const { kind, agrees } = stating
  if (!kind.about) return 0
  const subject = kind.about
  const named = subject.name.toLowerCase()
  const marked = await tx.run(
    `update ${staging} s set state = ${judged} where s.state = ${fresh} and not exists (select 1 from ${subject.table} p where p.source_id = s.subject)`,
  )
  if (marked > 0) {
    await tx.run(
      `insert into import_refusal (import_file_id, kind, line, field, found, allowed, why)
       select $1, $2, s.line, 'identifier', s.subject, $3, $4 from ${staging} s where s.state = ${judged}`,
      [
        fileId,
        kind.table,
        `The identifier of a ${named} in these files, or already here`,
        `There is no ${named} with this identifier here or in these files, or the row that would have brought it in was refused.`,
      ],
    )
    await tx.run(`update ${staging} set state = ${refused} where state = ${judged}`)
  }
  if (!agrees) return marked
  const column = columnName(agrees.field)
  const differing = `from ${subject.table} p where p.source_id = s.subject and s.agree <> p.${column}`
  const others = await tx.run(`update ${staging} s set state = ${judged} ${differing} and s.state = ${fresh}`)
  if (others > 0) {
    await tx.run(
      `insert into import_refusal (import_file_id, kind, line, field, found, allowed, why)
       select $1, $2, s.line, $3, to_char(s.agree, 'DD/MM/YYYY'), 'The date held: ' || to_char(p.${column}, 'DD/MM/YYYY'), $4
       from ${staging} s join ${subject.table} p on p.source_id = s.subject where s.state = ${judged}`,
      [fileId, kind.table, agrees.column, 'The row repeats a date that is not the one held: it may be about someone else.'],
    )
    await tx.run(`update ${staging} set state = ${refused} where state = ${judged}`)
  }
  return marked + others
}

/** Statements that mean nothing without another record which is not here. */
export async function refuseDangling(
  tx: Transaction,
  { staging, stating, fileId, fields }: StagedPlan,
  { joins, value }: Resolved,
): Promise<number> {
  let count = 0
  for (const { name, field } of fields) {
    if (field.type !== 'reference' || field.required !== true) continue
    const column = stating.columns.find((each) => each.field === name)?.column ?? name
    const to = (field.to as () => RecordKind)().name.toLowerCase()
    const marked = await tx.run(
      `update ${staging} t set state = ${judged} from (select s.id from ${staging} s ${joins} where s.state = ${fresh} and ${value.get(`${columnName(name)}_id`)} is null) gone where gone.id = t.id`,
    )
    if (marked === 0) continue
    await tx.run(
      `insert into import_refusal (import_file_id, kind, line, field, found, allowed, why)
       select $1, $2, s.line, $3, replace(rtrim(s.to_${columnName(name)}, '|'), '|', ', '), $4, $5 from ${staging} s where s.state = ${judged}`,
      [
        fileId,
        stating.kind.table,
        column,
        `The ${to} of these files, or one already here`,
        `It belongs to a record (${to}) that is not here, or whose row was refused.`,
      ],
    )
    await tx.run(`update ${staging} set state = ${refused} where state = ${judged}`)
    count += marked
  }
  return count
}

/**
 * Statements that are right in themselves, and by which the record they change (in the tables `weighed` and `renewed` of the merge) would
 * end before it begins: the file said only one of the two dates, or another source holds one of them.
 */
export async function refuseDisordered(tx: Transaction, { staging, stating, fileId, fields }: StagedPlan): Promise<number> {
  const { kind, columns } = stating
  if (!kind.period) return 0
  const [from, until] = [kind.period.from, kind.period.until].map((name) => {
    const field = fields.find((each) => each.name === name)
    const column = columnName(name)
    return {
      column,
      said: field !== undefined,
      value: field ? `n.new_${column}` : `t.${column}`,
      at: columns.find((each) => each.field === name)?.column,
    }
  }) as [Dated, Dated]
  if (!from.said && !until.said) return 0
  const [told, other, order] = until.said ? [until, from, 'after'] : [from, until, 'before']
  const count = await tx.run(
    `insert into import_refusal (import_file_id, kind, line, field, found, allowed, why)
     select $1, $2, n.line, $3, to_char(s.${told.column}, 'DD/MM/YYYY'), $4 || ' (' || to_char(${other.value}, 'DD/MM/YYYY') || ')', $5
     from renewed n join ${kind.table} t using (id) join ${staging} s on s.id = n.id where ${until.value} < ${from.value}`,
    [fileId, kind.table, told.at ?? null, `A date on or ${order} ${other.column}`, 'With what is held, it would end before it begins.'],
  )
  if (count === 0) return 0
  await tx.run(
    `update ${staging} s set state = ${refused} from renewed n join ${kind.table} t using (id) where s.id = n.id and ${until.value} < ${from.value}`,
  )
  for (const table of ['renewed', 'weighed']) {
    await tx.run(
      `create temp table in_order on commit drop as select w.* from ${table} w where not exists (select 1 from ${staging} s where s.id = w.id and s.state = ${refused})`,
    )
    await tx.run(`drop table ${table}`)
    await tx.run(`alter table in_order rename to ${table}`)
  }
  return count
}

/** A date of a period: its column in the table, the SQL of what it would be, and its column in the file, where that has one. */
interface Dated {
  readonly column: string
  readonly said: boolean
  readonly value: string
  readonly at: string | undefined
}

/** The same record said twice: once is enough when both say the same; when they differ, neither can be believed. */
export async function refuseContradictions(tx: Transaction, plan: StagedPlan): Promise<number> {
  const { staging, stating, fileId, fields } = plan
  const [twice] = await tx.query<{ twice: boolean }>(
    `select exists (select 1 from ${staging} where state = ${fresh} group by key having count(*) > 1) as twice`,
  )
  if (!twice?.twice) return 0
  const said = fields.flatMap((field) => field.columns).map((column) => `s.${column}`)
  const row = said.length > 0 ? `row(${said.join(', ')})::text` : `''`
  const repeats = `select s.id, min(s.line) over same as first_line, max(s.line) over same as last_line, count(*) over same as copies, row_number() over same_in_order as place, min(${row}) over same = max(${row}) over same as alike
    from ${staging} s join (select key from ${staging} where state = ${fresh} group by key having count(*) > 1) k using (key) where s.state = ${fresh}
    window same as (partition by s.key), same_in_order as (partition by s.key order by s.line)`
  await tx.run(`create temp table repeats on commit drop as ${repeats}`)
  await tx.run(`update ${staging} s set state = ${again} from repeats r where r.id = s.id and r.alike and r.place > 1`)
  const count = await tx.run(`update ${staging} s set state = ${refused} from repeats r where r.id = s.id and not r.alike`)
  if (count > 0) {
    await tx.run(
      `insert into import_refusal (import_file_id, kind, line, field, found, allowed, why)
       select $1, $2, s.line, null, replace(rtrim(s.key, '|'), '|', ', '), 'One row for each record',
              'Lines ' || r.first_line || case when r.copies = 2 then ' and ' else ' to ' end || r.last_line || ' say different things of the same record, and nothing tells which is right.'
       from ${staging} s join repeats r using (id) where not r.alike`,
      [fileId, stating.kind.table],
    )
  }
  await tx.run('drop table repeats')
  return count
}
