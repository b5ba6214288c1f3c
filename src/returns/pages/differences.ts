import type { Transaction } from '../../engine/database/database.ts'
import { wordsFor, type Field, type RecordKind } from '../../engine/records/kind.ts'
import { isPlainDate, momentInWords } from '../../engine/web/words.ts'
import { sourceName } from './source-name.ts'

/** What two sources say differently of one record: the one held, and the one listed here for a person to settle. */

export interface Difference {
  readonly what: string
  readonly field: string
  readonly kind: string
  readonly record: string
  /** Whom the record is about, where it is about somebody. */
  readonly person: string | null
  readonly held: string
  readonly heldFrom: string
  readonly said: string
  readonly saidBy: string
}

interface Held extends Record<string, unknown> {
  readonly kind: string
  readonly record: string
  readonly field: string
  readonly held: string | null
  readonly heldFrom: string
  readonly said: string
  readonly saidBy: string
}

export const differencesAPage = 50

/** @param page from 1 */
export async function differencesOf(
  tx: Transaction,
  importId: string,
  kinds: readonly RecordKind[],
  page: number,
  most = differencesAPage,
): Promise<Difference[]> {
  const rows = await tx.query<Held>(
    `select d.kind, d.record_id as record, d.field, d.held, d.held_from as "heldFrom", d.said, d.said_by as "saidBy"
     from disagreement d join import_file f on f.id = d.import_file_id where f.import_id = $1 order by d.kind, d.field, f.number, d.line, d.id limit $2 offset $3`,
    [importId, most, (page - 1) * most],
  )
  const people = await peopleOf(tx, rows, kinds)
  return rows.map(({ kind: table, record, field: name, held, heldFrom, said, saidBy }) => {
    const kind = kinds.find((each) => each.table === table)
    const field = kind?.fields[name]
    return {
      what: kind?.name ?? table,
      field: field?.label ?? (name === 'withdrawnAt' ? 'Whether it stands' : name),
      kind: table,
      record,
      person: people.get(record) ?? null,
      held: held === null ? 'Not recorded' : valueInWords(field, held),
      heldFrom: sourceName(heldFrom),
      said: field?.type === 'reference' ? 'Another record' : valueInWords(field, said),
      saidBy: sourceName(saidBy),
    }
  })
}

/** A value as the database writes it as text, in words. */
export function valueInWords(field: Field | undefined, text: string): string {
  if (field?.type === 'code' && field.list) return `${wordsFor(field.list, text)} (${text})`
  if (field?.type === 'yesNo') return text.startsWith('t') ? 'Yes' : 'No'
  if (field?.type === 'reference') return 'One record'
  if ((field?.type === 'date' || field?.type === 'moment') && isPlainDate(text.slice(0, 10))) return momentInWords(text)
  return text
}

async function peopleOf(tx: Transaction, rows: readonly Held[], kinds: readonly RecordKind[]): Promise<Map<string, string>> {
  const people = new Map<string, string>()
  for (const table of new Set(rows.map(({ kind }) => kind))) {
    const kind = kinds.find((each) => each.table === table)
    if (!kind || (kind.about === null && table !== 'person')) continue
    const ids = rows.filter((row) => row.kind === table).map(({ record }) => record)
    const found = await tx.query<{ id: string; person: string }>(
      `select id, ${kind.about === null ? 'id' : 'person_id'} as person from ${table} where id = any ($1::uuid[])`,
      [`{${ids.join(',')}}`],
    )
    for (const { id, person } of found) people.set(id, person)
  }
  return people
}
