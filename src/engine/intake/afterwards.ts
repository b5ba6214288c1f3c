import type { Transaction } from '../database/database.ts'
import { columnName, type RecordKind } from '../records/kind.ts'
import type { Merging } from './merge.ts'
import { rowState, type StagedPlan } from './staging.ts'

/** Marks what this source said of the subjects of the telling and says no longer. The record stays; where people have said that it stands, unmarked. */
export async function withdraw(
  tx: Transaction,
  kind: RecordKind,
  plans: readonly StagedPlan[],
  subjects: string | null,
  { source }: Merging,
): Promise<number> {
  // A file that only completes what is held may lie beside one that says everything: its rows are said, and nothing is absent from it.
  const whole = plans.filter(({ stating }) => stating.withdraws !== 'nothing')
  const [first] = whole
  if (!first) return 0
  const { withdraws: how, within } = first.stating
  const itsOwn = whole.map(({ staging }) => `select subject from ${staging}`).join(' union ')
  const reach =
    typeof within === 'object'
      ? reachBy(kind, within.field, whole)
      : reachOf(kind, within === 'own rows' ? itsOwn : (subjects ?? itsOwn), 't')
  if (reach === null) return 0
  const restated = plans.map(({ staging }) => `and not exists (select 1 from ${staging} s where s.id = t.id)`).join(' ')
  // A row refused this time is not absent: what is held of it stays.
  const spared = plans
    .map(({ staging, stating }) =>
      stating.ownIds
        ? `and not exists (select 1 from ${staging} s where s.key = t.source_id)`
        : kind.about
          ? `and not exists (select 1 from ${staging} s join ${kind.about.table} p on p.source_id = s.subject where s.state = ${rowState.refused} and p.id = t.person_id)`
          : '',
    )
    .join(' ')
  return tx.run(
    `update ${kind.table} t set withdrawn_at = engine.instant()
     where t.source = $1 and t.withdrawn_at is null and not coalesce(t.others ? '@stands', false) and ${reach} ${how === 'same year' ? 'and t.stated_for is not distinct from (select stated_for from telling)' : ''} ${restated} ${spared}`,
    [source.id],
  )
}

/** SQL of whether a record refers, by this field, to one of those to which the statements that stand refer by it. */
function reachBy(kind: RecordKind, field: string, plans: readonly StagedPlan[]): string {
  const column = `${columnName(field)}_id`
  const referred = plans.map(({ staging }) => `select o.${column} from ${staging} s join ${kind.table} o on o.id = s.id`).join(' union ')
  return `t.${column} in (${referred})`
}

/**
 * SQL of whether a record is about one of those whom the telling speaks of: someone who has left the extract is not someone whose records
 * were mistaken. A record about nobody is within reach by way of the records it refers to; null where that leads to nobody (a team, and
 * the people themselves).
 */
function reachOf(kind: RecordKind, spoken: string, alias: string, passed: readonly RecordKind[] = []): string | null {
  if (kind.about) return `${alias}.person_id in (select p.id from ${kind.about.table} p join (${spoken}) o on o.subject = p.source_id)`
  for (const [name, field] of Object.entries(kind.fields)) {
    const to = field.to?.()
    if (!to || to === kind || passed.includes(to)) continue
    const further = `${alias}_of`
    const reach = reachOf(to, spoken, further, [...passed, kind])
    if (reach !== null) return `${alias}.${columnName(name)}_id in (select ${further}.id from ${to.table} ${further} where ${reach})`
  }
  return null
}

/** Finds what earlier statements referred to and only now is here. */
export async function findReferred(tx: Transaction, kinds: readonly RecordKind[], arrived: ReadonlySet<RecordKind>): Promise<void> {
  for (const kind of kinds) {
    for (const [name, field] of Object.entries(kind.fields)) {
      const to = field.to?.()
      if (!to || !arrived.has(to)) continue
      await tx.run(
        `update ${kind.table} t set ${columnName(name)}_id = r.id, unresolved = nullif(t.unresolved - '${name}', '{}')
         from ${to.table} r where t.unresolved is not null and t.unresolved ->> '${name}' = r.source_id`,
      )
    }
  }
}
