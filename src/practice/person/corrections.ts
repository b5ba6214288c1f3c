/** What became of the entries of a chronology: who first wrote them, and which once read otherwise because a later extract, or a person, said so. */
import type { Transaction } from '../../engine/database/database.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { versionsOfAll, type ReadRecord, type Version } from '../../engine/records/read.ts'
import { londonDay, longDate } from '../../engine/web/words.ts'
import type { ChronologyEntry } from './chronology.ts'
import { changesBetweenVersions, readableVersions } from './field-words.ts'

/** The words by which an entry is found among histories: a record may have several entries, each with its own day. */
export const entryKey = ({ record, on, line }: Pick<ChronologyEntry, 'record' | 'on' | 'line'>): string => `${record} ${on} ${line}`

export interface EntryHistory {
  /** The version that first said it: what the record said later of other things is not the entry's. */
  readonly written: Version
  /** 'Corrected on 1 March 2016: was 25 January 2016'; null when it never read otherwise. */
  readonly correction: string | null
}

/** By `entryKey`. */
export async function entryHistories(
  tx: Transaction,
  entries: readonly ChronologyEntry[],
  readOf: (record: string) => ReadRecord | undefined,
): Promise<ReadonlyMap<string, EntryHistory>> {
  const idsByKind = new Map<RecordKind, string[]>()
  for (const { record } of entries) {
    const read = readOf(record)
    if (read) idsByKind.set(read.kind, [...(idsByKind.get(read.kind) ?? []), read.record.id])
  }
  const versions = new Map<string, readonly Version[]>()
  for (const [kind, ids] of idsByKind)
    for (const [id, some] of await versionsOfAll(tx, kind, [...new Set(ids)])) versions.set(`${kind.table}/${id}`, some)
  return new Map(
    entries.flatMap((entry) => {
      const read = readOf(entry.record)
      const told = read && historyOfEntry(read.kind, declared(read, entry), versions.get(entry.record) ?? [])
      return told ? [[entryKey(entry), told] as const] : []
    }),
  )
}

type Entry = RecordKind['entries'][number]

/** Which of the kind's entries it is. */
const declared = ({ kind, record }: ReadRecord, { on, line }: ChronologyEntry): Entry | undefined =>
  kind.entries.find((each) => (record as unknown as Readonly<Record<string, unknown>>)[each.on] === on && each.line(record) === line)

/**
 * Follows an entry back through the versions of its record, as far as they speak of the same thing.
 * @param all newest first
 */
export function historyOfEntry(kind: RecordKind, entry: Entry | undefined, all: readonly Version[]): EntryHistory | null {
  const versions = readableVersions(all)
  let correction: string | null = null
  for (const [place, after] of versions.entries()) {
    const before = versions[place + 1]
    if (!before || !entry || isNews(entry, before, after)) return { written: after, correction }
    correction ??= correctionBetween(kind, entry, before, after)
  }
  return null
}

/**
 * Whether the later version tells of something that the earlier one could not: an end that was open, or a day that had not come when the
 * earlier was written, as the latest contact is another one every time.
 */
function isNews(entry: Entry, before: Version, after: Version): boolean {
  const [was, is] = [dayIn(before, entry), dayIn(after, entry)]
  if (was === null || is === null) return was === null
  return was !== is && !wasAhead(entry, before) && is > londonDay(before.record.knownFrom)
}

/** The last change of the entry's own day, or of what it says. What was planned and came about is no correction. */
function correctionBetween(kind: RecordKind, { on, line }: Entry, before: Version, after: Version): string | null {
  const changes = changesBetweenVersions(kind, before, after).filter((change) => change.before !== null)
  const ahead = wasAhead({ on }, before)
  const when = longDate(londonDay(after.record.knownFrom))
  const own = changes.find(({ field }) => field === on)
  if (own) return `${ahead ? 'Changed' : 'Corrected'} on ${when}: was ${own.before}`
  if (ahead) return null
  const said = changes.find(({ field }) => {
    const is = (after.record as unknown as Readonly<Record<string, unknown>>)[field]
    return !silent.has(kind.fields[field]?.type ?? 'reference') && line({ ...before.record, [field]: is }) !== line(before.record)
  })
  return said ? `Corrected on ${when}: “${said.label}” was “${said.before}”` : null
}

const silent: ReadonlySet<string> = new Set(['date', 'moment', 'reference'])

function dayIn({ record }: Version, { on }: Pick<Entry, 'on'>): string | null {
  const day = (record as unknown as Readonly<Record<string, unknown>>)[on]
  return typeof day === 'string' ? day.slice(0, 10) : null
}

/** Whether the day was still to come when it was written. */
const wasAhead = (entry: Pick<Entry, 'on'>, version: Version): boolean =>
  (dayIn(version, entry) ?? '') > londonDay(version.record.knownFrom)
