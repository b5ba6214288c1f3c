/** What the records that others refer to are called, many at once. */
import type { Transaction } from '../../engine/database/database.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { recordFrom, type ReadRecord } from '../../engine/records/read.ts'
import { fullName } from '../person/child.ts'
import { person } from '../person/records.ts'
import { titleBesideKind } from './record-title.ts'

/** A person by their name, another record by its title without the kind: that stands beside it. */
export function referredTitle(read: ReadRecord): string {
  if (read.kind !== person) return titleBesideKind(read)
  const { forename = null, surname = null } = read.record as unknown as Readonly<Record<string, string | null>>
  return fullName({ forename, surname, sourceId: read.record.sourceId })
}

/** By identifier; those that are not there, or not to be seen, are absent. */
export async function titlesOf(
  tx: Transaction,
  referred: readonly { readonly kind: RecordKind; readonly id: string }[],
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  for (const kind of new Set(referred.map((each) => each.kind))) {
    const ids = [...new Set(referred.filter((each) => each.kind === kind).map(({ id }) => id))]
    const rows = await tx.query<{ held: Record<string, unknown> }>(
      `select to_jsonb(t) - 'seen_by' as held from ${kind.table} t where id = any ($1::uuid[])`,
      [`{${ids.join(',')}}`],
    )
    for (const { held } of rows) {
      const record = recordFrom(kind, held)
      titles.set(record.id, referredTitle({ kind, record }))
    }
  }
  return titles
}
