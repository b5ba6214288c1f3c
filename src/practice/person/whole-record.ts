/** A record in a child’s: found only where it is about that child, with all there is to say about it. */
import type { Transaction } from '../../engine/database/database.ts'
import { isRecordId, type RecordKind } from '../../engine/records/kind.ts'
import { findRecord, type ReadRecord } from '../../engine/records/read.ts'
import { NotThere } from '../../engine/web/page.ts'
import { isOfChild, parentOf } from '../record/kinds.ts'
import { wholeRecord, type WholeRecord } from '../record/whole-record.ts'
import { idsOf, type Who } from './child.ts'
import { person } from './records.ts'

/** @throws NotThere when there is no such record, it is not to be seen, or it is about somebody else. */
export async function findRecordOf(
  tx: Transaction,
  kinds: readonly RecordKind[],
  who: Who,
  table: string,
  id: string,
): Promise<ReadRecord> {
  const kind = kinds.find((each) => each.table === table)
  const read = kind && isRecordId(id) ? await findRecord(tx, kind, id) : null
  if (!kind || !read || !(await isAbout(tx, read, who))) throw new NotThere()
  return read
}

/** @throws NotThere as `findRecordOf` does. */
export async function findWholeRecord(
  tx: Transaction,
  kinds: readonly RecordKind[],
  who: Who,
  table: string,
  id: string,
): Promise<WholeRecord> {
  const read = await findRecordOf(tx, kinds, who, table, id)
  return wholeRecord(tx, kinds, read, {
    reaches: async (inside, other) => {
      // Everything about a child refers to nothing of theirs but themselves: on their own record only what stands elsewhere is shown.
      if (read.kind === person && isOfChild(other.kind)) return false
      return !isOfChild(other.kind) || isAbout(inside, other, who)
    },
  })
}

/** The child's own record, a record about the child, or one that is part of such a record (the factors of an assessment). */
async function isAbout(tx: Transaction, { kind, record }: ReadRecord, who: Who): Promise<boolean> {
  const ids = new Set(idsOf(who))
  if (kind === person) return ids.has(record.id)
  if (kind.about) return record.person !== null && ids.has(record.person)
  const parent = parentOf(kind)
  const id = parent && (record as unknown as Readonly<Record<string, unknown>>)[parent.name]
  if (!parent || typeof id !== 'string') return false
  const found = await findRecord(tx, parent.to, id)
  return found !== null && isAbout(tx, found, who)
}
