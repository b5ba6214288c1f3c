/** Everything there is to say about one record: itself, what it refers to and what refers to it, where each version came from, and what others say. */
import type { Transaction } from '../../engine/database/database.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { findRecord, recordsReferringTo, versionsOf, type ReadRecord, type Version } from '../../engine/records/read.ts'
import { changesBetweenVersions, readableVersions, type Change } from '../person/field-words.ts'
import { filesBrought, type BroughtFile } from '../person/provenance.ts'
import { person } from '../person/records.ts'
import { accountNames } from '../person/worker-names.ts'
import { isOfChild } from './kinds.ts'
import { recordDay, recordTitle } from './record-title.ts'
import { referredTitle } from './reference-titles.ts'

export type Referred =
  | { readonly is: 'person'; readonly id: string; readonly words: string }
  | { readonly is: 'record'; readonly record: ReadRecord }
  /** It is there and not to be seen, or of another child. */
  | { readonly is: 'gone' }

/** A version, and what it says otherwise than the one before. */
export interface Step {
  readonly version: Version
  readonly changes: readonly Change[]
  readonly first: boolean
  /** The file that said it; null where a person wrote it. */
  readonly file: BroughtFile | null
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
  /** Kinds of which so many refer to it that the rest was not looked for. */
  readonly many: ReadonlySet<RecordKind>
  readonly disagreements: readonly Disagreement[]
  readonly file: BroughtFile | null
  /** Newest first. */
  readonly steps: readonly Step[]
  readonly accounts: ReadonlyMap<string, string>
}

/** Which records the page that shows the record may lead to. */
export interface Reach {
  /** Whether a record that this one refers to, or that refers to it, is to be shown there. */
  reaches(tx: Transaction, other: ReadRecord): Promise<boolean>
}

/** @param read a record that may be seen */
export async function wholeRecord(tx: Transaction, kinds: readonly RecordKind[], read: ReadRecord, reach: Reach): Promise<WholeRecord> {
  const versions = readableVersions(await versionsOf(tx, read.kind, read.record.id))
  const files = await filesBrought(
    tx,
    versions.map(({ record }) => record.cameFrom),
  )
  const accounts = new Set([...versions.map(({ record }) => record.changedBy), ...[...files.values()].map(({ broughtBy }) => broughtBy)])
  return {
    read,
    referred: await referredTo(tx, read, reach),
    ...(await relatedTo(tx, kinds, read, reach)),
    disagreements: await disagreementsOn(tx, read),
    file: files.get(read.record.cameFrom ?? '') ?? null,
    steps: stepsOf(read.kind, versions, files, await titlesInHistory(tx, read.kind, versions, reach)),
    accounts: await accountNames(tx, accounts),
  }
}

async function referredTo(tx: Transaction, { kind, record }: ReadRecord, reach: Reach): Promise<ReadonlyMap<string, Referred>> {
  const referred = new Map<string, Referred>()
  for (const [name, field] of Object.entries(kind.fields)) {
    const to = field.to?.()
    const id = (record as unknown as Readonly<Record<string, unknown>>)[name]
    if (!to || typeof id !== 'string') continue
    referred.set(name, await referredAs(tx, await findRecord(tx, to, id), reach))
  }
  return referred
}

async function referredAs(tx: Transaction, found: ReadRecord | null, reach: Reach): Promise<Referred> {
  if (!found) return { is: 'gone' }
  if (found.kind === person) return { is: 'person', id: found.record.id, words: referredTitle(found) }
  return (await mayBeShown(tx, found, reach)) ? { is: 'record', record: found } : { is: 'gone' }
}

async function relatedTo(
  tx: Transaction,
  kinds: readonly RecordKind[],
  { kind, record }: ReadRecord,
  reach: Reach,
): Promise<Pick<WholeRecord, 'related' | 'many'>> {
  const related: ReadRecord[] = []
  const referring = await recordsReferringTo(tx, kinds, kind, record.id, mostOfAKind)
  for (const other of referring) if (other.record.withdrawnAt === null && (await reach.reaches(tx, other))) related.push(other)
  return {
    many: new Set(kinds.filter((each) => referring.filter((other) => other.kind === each).length === mostOfAKind)),
    related: related.toSorted(
      (one, other) =>
        compare(one.kind.plural, other.kind.plural) ||
        compare(recordDay(other), recordDay(one)) ||
        compare(recordTitle(one), recordTitle(other)),
    ),
  }
}

/** How many of one kind that refer to a record are looked for. */
const mostOfAKind = 60

const compare = (one: string, other: string): number => one.localeCompare(other, 'en-GB')

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

/** What the records are called to which a reference has changed: a history of workers names them. */
async function titlesInHistory(
  tx: Transaction,
  kind: RecordKind,
  versions: readonly Version[],
  reach: Reach,
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  for (const [name, field] of Object.entries(kind.fields)) {
    const to = field.to?.()
    const ids = new Set(versions.map(({ record }) => (record as unknown as Readonly<Record<string, unknown>>)[name]))
    if (!to || ids.size < 2) continue
    for (const id of ids) {
      if (typeof id !== 'string' || titles.has(id)) continue
      const found = await findRecord(tx, to, id)
      if (found && (to === person || (await mayBeShown(tx, found, reach)))) titles.set(id, referredTitle(found))
    }
  }
  return titles
}

const mayBeShown = async (tx: Transaction, found: ReadRecord, reach: Reach): Promise<boolean> =>
  !isOfChild(found.kind) || reach.reaches(tx, found)

/** Versions that say the same as the one before are left out: a file said it again, or a reference was found. */
function stepsOf(
  kind: RecordKind,
  versions: readonly Version[],
  files: ReadonlyMap<string, BroughtFile>,
  titles: ReadonlyMap<string, string>,
): Step[] {
  return versions.flatMap((version, place) => {
    const before = versions[place + 1]
    const changes = before ? changesBetweenVersions(kind, before, version, titles) : []
    if (before && changes.length === 0) return []
    const { cameFrom, line } = version.record
    // A change by hand leaves the file that brought the record in beside it: only a version with another file or line is of that file.
    const byFile = before === undefined || before.record.cameFrom !== cameFrom || before.record.line !== line
    return [{ version, changes, first: before === undefined, file: (byFile ? files.get(cameFrom ?? '') : null) ?? null }]
  })
}
