import { professional } from '../../authority/records.ts'
import { Thread, type AnySaid } from '../../engine/clocks/thread.ts'
import type { Transaction } from '../../engine/database/database.ts'
import { columnName, type RecordKind } from '../../engine/records/kind.ts'
import { recordFrom, recordsAbout } from '../../engine/records/read.ts'
import { involvement } from '../allocation/records.ts'
import { person } from '../person/records.ts'

/** What is written about a few children, read for a page: everyone’s is known by facts, which as known at a past moment would all be worked out. */

/** The threads of children, by the record that goes on for them: the records of one kind, and who worked with them. */
export async function threadsWith(tx: Transaction, kind: RecordKind, children: readonly string[]): Promise<ReadonlyMap<string, Thread>> {
  const people = await tx.query<{ root: string; held: Record<string, unknown> }>(
    `select coalesce(p.same_as_id, p.id) as root, to_jsonb(p) - 'seen_by' as held from person p
     where coalesce(p.same_as_id, p.id) in (select coalesce(same_as_id, id) from person where id = any ($1::uuid[]))`,
    [`{${children.join(',')}}`],
  )
  const roots = new Map(people.map(({ root, held }) => [held.id as string, root]))
  const said = new Map<string, Map<string, AnySaid[]>>()
  const put = (root: string, table: string, record: AnySaid): void => {
    const own = said.get(root) ?? new Map<string, AnySaid[]>()
    said.set(root, own)
    own.set(table, [...(own.get(table) ?? []), record])
  }
  for (const { kind: of, record } of await recordsAbout(tx, [kind, involvement], [...roots.keys()])) {
    const root = record.person === null ? undefined : roots.get(record.person)
    if (root !== undefined && record.withdrawnAt === null) put(root, of.table, record)
  }
  return new Map(
    people.flatMap(({ root, held }) =>
      held.id === root
        ? [[root, new Thread(recordFrom(person, held) as unknown as AnySaid, said.get(root) ?? new Map<string, AnySaid[]>())] as const]
        : [],
    ),
  )
}

/** Whose records may have a text like one of this child’s: those of the same families, and those with whom this worker ever worked. */
export async function childrenNear(tx: Transaction, kind: RecordKind, child: string, worker: string | null): Promise<readonly string[]> {
  const writers = [kind, involvement].flatMap(({ table, fields }) =>
    Object.entries(fields)
      .filter(([, field]) => field.to?.() === professional)
      .map(([name]) => `select person_id as id from ${table} where ${columnName(name)}_id = $2::uuid`),
  )
  const rows = await tx.query<{ id: string }>(
    [
      `select o.person_id as id from family_membership m join family_membership o on o.family_id = m.family_id
       where m.person_id = $1::uuid and m.withdrawn_at is null and o.withdrawn_at is null`,
      'select $1::uuid',
      ...writers,
    ].join(' union '),
    [child, worker],
  )
  return rows.map(({ id }) => id)
}
