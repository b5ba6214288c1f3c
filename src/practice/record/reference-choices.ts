/** What the references of a form may be set to: the child’s own records, workers and teams, or whoever has a number. */
import type { Transaction } from '../../engine/database/database.ts'
import { columnName, isRecordId, type RecordKind } from '../../engine/records/kind.ts'
import type { Values } from '../../engine/records/checked-values.ts'
import { findRecord, recordFrom, type ReadRecord } from '../../engine/records/read.ts'
import { typedFields } from '../../engine/web/boxes.ts'
import type { ReferenceChoices } from '../../engine/web/typed-record.ts'
import { longDate } from '../../engine/web/words.ts'
import { professional } from '../../authority/records.ts'
import { findPersonId, fullName } from '../person/child.ts'
import { person } from '../person/records.ts'
import { birthInWords } from '../person/standing-words.ts'
import { isOfChild, parentOf } from './kinds.ts'
import { recordDay, recordTitle, tellingFields } from './record-title.ts'
import { fieldInWords, inOneLine } from '../person/field-words.ts'

export interface ReferenceSearch {
  readonly kind: RecordKind
  /** Every record of the child whom the form is about; none where it is about no child. */
  readonly ids: readonly string[]
  /** What stands in the boxes: whoever’s number was typed there is looked up. */
  readonly boxes: URLSearchParams
  /** What the record holds: it is offered, though withdrawn since. */
  readonly before?: Values
  /** Plain date on which ages are told. */
  readonly day: string
}

/** A list longer than this is not to be chosen from; nor is there a council with so many workers. */
const mostOptions = 5_000

/** For each reference that the form asks for, by field. */
export async function referenceChoices(tx: Transaction, search: ReferenceSearch): Promise<ReadonlyMap<string, ReferenceChoices>> {
  const choices = new Map<string, ReferenceChoices>()
  const lists = new Map<RecordKind, readonly ReadRecord[]>()
  for (const [name, field] of typedFields(search.kind)) {
    const to = field.to?.()
    if (to === undefined) continue
    if (to === person) {
      choices.set(name, await whoeverHas(tx, search.boxes.get(name) ?? '', search.day))
      continue
    }
    const records = lists.get(to) ?? (await recordsOf(tx, to, search.ids))
    lists.set(to, records)
    const standing = records.filter(({ record }) => record.withdrawnAt === null)
    const there = [search.before?.[name], search.boxes.get(name)].filter((id) => typeof id === 'string' && isRecordId(id)) as string[]
    const more = [...new Set(there)].filter((id) => !standing.some(({ record }) => record.id === id))
    const kept = await keptRecords(tx, to, more, search)
    choices.set(name, { is: 'list', options: optionsFor(to, [...standing, ...kept], search.day), none: noneOf(to, search.ids.length > 0) })
  }
  return choices
}

async function whoeverHas(tx: Transaction, typed: string, day: string): Promise<ReferenceChoices> {
  const allowed = 'the council’s own number, a pupil number or an NHS number'
  const id = typed.trim() === '' ? null : await findPersonId(tx, typed)
  const found = id === null ? null : await findRecord(tx, person, id)
  if (!found) return { is: 'number', allowed, found: null }
  const { forename, surname, bornOn, expectedOn, diedOn } = found.record as unknown as Readonly<Record<string, string | null>>
  const { sourceId } = found.record
  const birth = birthInWords({ born: bornOn ?? null, expected: expectedOn ?? null, died: diedOn ?? null }, day)
  const name = fullName({ forename: forename ?? null, surname: surname ?? null, sourceId })
  return {
    is: 'number',
    allowed,
    found: {
      id: found.record.id,
      number: sourceId ?? found.record.id,
      words: birth.words === null ? name : `${name}, ${birth.name.toLowerCase()} ${birth.words}`,
    },
  }
}

/** The child’s own, newest first; of kinds about no child, all, by name. */
async function recordsOf(tx: Transaction, kind: RecordKind, ids: readonly string[]): Promise<readonly ReadRecord[]> {
  const ofChild = isOfChild(kind)
  if (ofChild && ids.length === 0) return []
  const rows = await tx.query<{ held: Record<string, unknown> }>(
    `select to_jsonb(t) - 'seen_by' as held from ${kind.table} t where withdrawn_at is null ${ofChild ? `and ${theirs(kind)}` : ''} limit ${mostOptions}`,
    ofChild ? [`{${ids.join(',')}}`] : [],
  )
  const records = rows.map(({ held }) => ({ kind, record: recordFrom(kind, held) }))
  const byDay = (one: ReadRecord, other: ReadRecord) => (recordDay(one) < recordDay(other) ? 1 : -1)
  return ofChild ? records.sort(byDay) : records.sort((one, other) => recordTitle(one).localeCompare(recordTitle(other), 'en-GB'))
}

/** The day on which a worker left, where it has come: those who are here are offered first. */
function leftBy({ kind, record }: ReadRecord, day: string): string | null {
  const { leftOn } = record as unknown as Readonly<Record<string, unknown>>
  return kind === professional && typeof leftOn === 'string' && leftOn <= day ? leftOn : null
}

/** SQL of whether a record is in the child’s, by its person or by what it is part of. Takes the child’s records as $1. */
function theirs(kind: RecordKind): string {
  const parent = parentOf(kind)
  if (parent === null) return 'person_id = any ($1::uuid[])'
  return `${columnName(parent.name)}_id in (select id from ${parent.to.table} where ${theirs(parent.to)})`
}

/** What stands in the record, or came with the address to a form about no child: never another child’s on a child’s form. */
async function keptRecords(
  tx: Transaction,
  kind: RecordKind,
  ids: readonly string[],
  { before, ids: people }: ReferenceSearch,
): Promise<ReadRecord[]> {
  const kept: ReadRecord[] = []
  for (const id of ids) {
    const found = await findRecord(tx, kind, id)
    const held = Object.values(before ?? {}).includes(id)
    if (found && (held || (people.length === 0 && found.record.withdrawnAt === null))) kept.push(found)
  }
  return kept
}

/** Two that would read alike are told apart by what else they say. */
function optionsFor(kind: RecordKind, all: readonly ReadRecord[], day: string): { value: string; label: string }[] {
  const gone = (read: ReadRecord) => leftBy(read, day) !== null
  const records = [...all.filter((read) => !gone(read)), ...all.filter(gone)]
  const titles = records.map(recordTitle)
  const count = new Map<string, number>()
  for (const title of titles) count.set(title, (count.get(title) ?? 0) + 1)
  const fields = tellingFields(kind).filter((name) => name !== 'name')
  return records.map((read, place) => {
    const { record } = read
    const left = leftBy(read, day)
    const title = titles[place] ?? ''
    const values = record as unknown as Readonly<Record<string, unknown>>
    const more = fields.flatMap((name) => inOneLine(fieldInWords(kind, name, values[name])) ?? []).filter((words) => !title.includes(words))
    const label = (count.get(title) ?? 0) > 1 && more.length > 0 ? `${title} (${more.slice(0, 2).join(', ')})` : title
    const marks = [...(left === null ? [] : [`left ${longDate(left)}`]), ...(record.withdrawnAt === null ? [] : ['withdrawn'])]
    return { value: record.id, label: marks.length === 0 ? label : `${label} (${marks.join(', ')})` }
  })
}

const noneOf = (kind: RecordKind, ofChild: boolean): string => {
  if (!isOfChild(kind)) return `No ${kind.name.toLowerCase()} is recorded.`
  return ofChild ? `No ${kind.name.toLowerCase()} of this child is recorded.` : 'Add it from that record, on the child’s page.'
}
