/** Which entries of a chronology once read otherwise: a later extract, or a person, changed what we held. */
import type { Transaction } from '../../engine/database/database.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { versionsOfAll, type ReadRecord, type Version } from '../../engine/records/read.ts'
import { londonDay, longDate } from '../../engine/web/words.ts'
import type { ChronologyEntry } from './chronology.ts'
import { changesBetweenVersions, readableVersions } from './field-words.ts'

/** The words by which an entry is found among corrections: a record may have several entries, each with its own day. */
export const entryKey = ({ record, on, line }: Pick<ChronologyEntry, 'record' | 'on' | 'line'>): string => `${record} ${on} ${line}`

/** By `entryKey`: 'Corrected on 1 March 2016: was 25 January 2016'. */
export async function correctionsOf(
  tx: Transaction,
  entries: readonly ChronologyEntry[],
  readOf: (record: string) => ReadRecord | undefined,
): Promise<ReadonlyMap<string, string>> {
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
      const told = read && correctionInWords(read.kind, dayField(read, entry), versions.get(entry.record) ?? [])
      return told ? [[entryKey(entry), told] as const] : []
    }),
  )
}

/** Which field gives the entry its day. */
const dayField = ({ kind, record }: ReadRecord, { on, line }: ChronologyEntry): string | undefined =>
  kind.entries.find((each) => (record as unknown as Readonly<Record<string, unknown>>)[each.on] === on && each.line(record) === line)?.on

/**
 * The last time the entry's day, or what it says, was changed. Null when it never was. The day of another entry of the same record is that
 * entry's correction; an end that was open and is now known is news; and another number for the same worker is neither.
 * @param all newest first
 */
export function correctionInWords(kind: RecordKind, day: string | undefined, all: readonly Version[]): string | null {
  const versions = readableVersions(all)
  for (const [place, after] of versions.entries()) {
    const before = versions[place + 1]
    if (!before) return null
    const changes = changesBetweenVersions(kind, before, after).filter((change) => change.before !== null)
    const own = changes.find(({ field }) => field === day)
    const said = changes.find(({ field }) => !silent.has(kind.fields[field]?.type ?? 'reference'))
    const on = longDate(londonDay(after.record.knownFrom))
    if (own) return `Corrected on ${on}: was ${own.before}`
    if (said) return `Corrected on ${on}: “${said.label}” was “${said.before}”`
  }
  return null
}

const silent: ReadonlySet<string> = new Set(['date', 'moment', 'reference'])
