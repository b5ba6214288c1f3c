/** Which entries of a chronology once read otherwise: a later extract, or a person, changed what we held. */
import type { Transaction } from '../../engine/database/database.ts'
import { versionsOfAll, type ReadRecord } from '../../engine/records/read.ts'
import { londonDay, longDate } from '../../engine/web/words.ts'
import { changesBetweenVersions } from './field-words.ts'

/** By 'table/identifier': 'Corrected on 1 March 2016: From was 25 January 2016'. Only what a reader would read otherwise is told. */
export async function correctionsOf(tx: Transaction, records: readonly ReadRecord[]): Promise<ReadonlyMap<string, string>> {
  const corrections = new Map<string, string>()
  const byKind = new Map(records.map(({ kind }) => [kind, records.filter((each) => each.kind === kind).map(({ record }) => record.id)]))
  for (const [kind, ids] of byKind) {
    for (const [id, versions] of await versionsOfAll(tx, kind, [...new Set(ids)])) {
      for (const [place, after] of versions.entries()) {
        const before = versions[place + 1]
        const change = before && changesBetweenVersions(kind, before, after).find(({ field, before: was }) => was !== null && isTold(kind.fields[field]?.type))
        if (!change) continue
        corrections.set(`${kind.table}/${id}`, `Corrected on ${longDate(londonDay(after.record.knownFrom))}: ${change.label.toLowerCase()} was ${change.before}`)
        break
      }
    }
  }
  return corrections
}

/** An end that was open and is now known is news, not a correction: it had no words before. Nor is another number for the same worker. */
const isTold = (type: string | undefined): boolean => type !== undefined && type !== 'reference'
