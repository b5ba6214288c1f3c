/** Everything there is to say about one record: itself, what it refers to and what refers to it, where each version came from, and what others say. */
import type { Transaction } from '../../engine/database/database.ts'
import { isRecordId, type RecordKind } from '../../engine/records/kind.ts'
import { findRecord, recordsReferringTo, versionsOf, type ReadRecord, type Version } from '../../engine/records/read.ts'
import { NotThere } from '../../engine/web/page.ts'
import { fullName, idsOf, type Who } from './child.ts'
import { changesBetweenVersions, readableVersions, type Change } from './field-words.ts'
import { filesBrought, type BroughtFile } from './provenance.ts'
import { person } from './records.ts'
import { accountNames } from './worker-names.ts'

export type Referred =
  | { readonly is: 'named'; readonly words: string }
  | { readonly is: 'person'; readonly id: string; readonly words: string }
  | { readonly is: 'record'; readonly record: ReadRecord }
  /** It is there and not to be seen, or of another child. */
  | { readonly is: 'gone' }

/** A version, and what it says otherwise than the one before. */
export interface Step {
  readonly version: Version
  readonly changes: readonly Change[]
  readonly first: boolean
}

export interface Disagreement {
  readonly field: string
  /** As the database writes the value in text. */
  readonly said: string
  /** The source that says so. */
  readonly by: string
}

export interface WholeRecord {
  readonly read: ReadRecord
  /** By field. */
  readonly referred: ReadonlyMap<string, Referred>
  readonly related: readonly ReadRecord[]
  readonly disagreements: readonly Disagreement[]
  readonly file: BroughtFile | null
  readonly files: ReadonlyMap<string, BroughtFile>
  /** Newest first. */
  readonly steps: readonly Step[]
  readonly accounts: ReadonlyMap<string, string>
}

/** @throws NotThere when there is no such record, it is not to be seen, or it is about somebody else. */
export async function findWholeRecord(
  tx: Transaction,
  kinds: readonly RecordKind[],
  who: Who,
  table: string,
  id: string,
): Promise<WholeRecord> {
  const kind = kinds.find((each) => each.table === table)
  const read = kind && isRecordId(id) ? await findRecord(tx, kind, id) : null
  if (!kind || !read || !(await isAbout(tx, read, who))) throw new NotThere()
  const versions = readableVersions(await versionsOf(tx, kind, read.record.id))
  const files = await filesBrought(
    tx,
    versions.map(({ record }) => record.cameFrom),
  )
  const accounts = new Set([...versions.map(({ record }) => record.changedBy), ...[...files.values()].map(({ broughtBy }) => broughtBy)])
  return {
    read,
    referred: await referredTo(tx, read, who),
    related: await relatedTo(tx, kinds, read, who),
    disagreements: await disagreementsOn(tx, read),
    file: files.get(read.record.cameFrom ?? '') ?? null,
    files,
    steps: stepsOf(kind, versions),
    accounts: await accountNames(tx, accounts),
  }
}

/** The child's own record, a record about the child, or one that belongs to such a record (the factors of an assessment). */
async function isAbout(tx: Transaction, { kind, record }: ReadRecord, who: Who): Promise<boolean> {
  const ids = new Set(idsOf(who))
  if (kind === person) return ids.has(record.id)
  if (kind.about) return record.person !== null && ids.has(record.person)
  for (const [name, field] of Object.entries(kind.fields)) {
    const to = field.to?.()
    const parent = (record as unknown as Readonly<Record<string, unknown>>)[name]
    if (!to?.about || typeof parent !== 'string') continue
    const found = await findRecord(tx, to, parent)
    return found?.record.person !== null && found?.record.person !== undefined && ids.has(found.record.person)
  }
  return false
}

async function referredTo(tx: Transaction, { kind, record }: ReadRecord, who: Who): Promise<ReadonlyMap<string, Referred>> {
  const referred = new Map<string, Referred>()
  for (const [name, field] of Object.entries(kind.fields)) {
    const to = field.to?.()
    const id = (record as unknown as Readonly<Record<string, unknown>>)[name]
    if (!to || typeof id !== 'string') continue
    referred.set(name, await referredAs(tx, await findRecord(tx, to, id), who))
  }
  return referred
}

async function referredAs(tx: Transaction, found: ReadRecord | null, who: Who): Promise<Referred> {
  if (!found) return { is: 'gone' }
  const values = found.record as unknown as Readonly<Record<string, string | null>>
  if (found.kind === person)
    return {
      is: 'person',
      id: found.record.id,
      words: fullName({ forename: values.forename ?? null, surname: values.surname ?? null, sourceId: found.record.sourceId }),
    }
  if (found.kind.about === null && 'name' in found.kind.fields)
    return { is: 'named', words: values.name ?? `${found.kind.name} ${found.record.sourceId ?? 'without a name'}` }
  return (await isAbout(tx, found, who)) ? { is: 'record', record: found } : { is: 'gone' }
}

async function relatedTo(
  tx: Transaction,
  kinds: readonly RecordKind[],
  { kind, record }: ReadRecord,
  who: Who,
): Promise<readonly ReadRecord[]> {
  const ids = new Set(idsOf(who))
  const related = await recordsReferringTo(tx, kinds, kind, record.id)
  return related.filter(
    ({ kind: other, record: { person: about, withdrawnAt } }) =>
      withdrawnAt === null && (other.about === null ? kind !== person : about !== null && ids.has(about)),
  )
}

/** What other sources say and we do not hold, each once: a source says it again with every file. */
async function disagreementsOn(tx: Transaction, { kind, record }: ReadRecord): Promise<readonly Disagreement[]> {
  return tx.query<Disagreement & Record<string, unknown>>(
    `select distinct d.field, d.said, d.said_by as by from disagreement d join import_file f on f.id = d.import_file_id join import i on i.id = f.import_id
     where d.kind = $1 and d.record_id = $2 and i.taken_back_at is null
       and i.brought_at <= coalesce(nullif(current_setting('app.known_at', true), '')::timestamptz, 'infinity')
     order by d.field, d.said`,
    [kind.table, record.id],
  )
}

/** Versions that say the same as the one before are left out: a file said it again, or a reference was found. */
function stepsOf(kind: RecordKind, versions: readonly Version[]): Step[] {
  return versions.flatMap((version, place) => {
    const before = versions[place + 1]
    const changes = before ? changesBetweenVersions(kind, before, version) : []
    return before && changes.length === 0 ? [] : [{ version, changes, first: before === undefined }]
  })
}
