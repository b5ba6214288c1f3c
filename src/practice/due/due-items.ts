import type { Clock, Ref, Terms } from '../../engine/clocks/clock.ts'
import { allDueDates, type Asked, type DueDate } from '../../engine/clocks/due-dates.ts'
import type { Clockwork } from '../../engine/clocks/subjects.ts'
import { dueInWords, weightInWords } from '../../engine/clocks/words.ts'
import type { Transaction } from '../../engine/database/database.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { recordFrom } from '../../engine/records/read.ts'
import { longDate, momentInWords } from '../../engine/web/words.ts'
import { fullName } from '../person/child.ts'

/** What is due, with what a page needs to tell it: for whom, why, and where it can be done. */

/** Whom it is about, in few words. */
export interface Brief {
  readonly id: string
  readonly name: string
  readonly bornOn: string | null
  readonly expectedOn: string | null
  /** The authority's own number. */
  readonly number: string | null
}

export interface DueItem {
  readonly due: DueDate
  /** Whom it is about: a child, or the worker or household that the clock is about. */
  readonly about: Brief
  /** What started it: 'Came into care, 4 January 2016'. */
  readonly because: string
  /** The rule and how binding it is: 'Within 20 working days. In law.' */
  readonly rule: string
  /** What to do, with the step where it waits: 'Initial health assessment: send the paperwork'. */
  readonly todo: string
  /** The address where it can be done. */
  readonly href: string
}

/** Due dates of some children (or all), each ready to be told. */
export async function dueItems(tx: Transaction, work: Clockwork, kinds: readonly RecordKind[], asked: Asked): Promise<DueItem[]> {
  return itemsOf(tx, work, kinds, await allDueDates(tx, work, asked))
}

/** The same for due dates that have been found already. */
async function itemsOf(tx: Transaction, work: Clockwork, kinds: readonly RecordKind[], due: readonly DueDate[]): Promise<DueItem[]> {
  const words = wordsWith(await work.termsOf(tx))
  await findNames(tx, due, words)
  await findReasons(tx, kinds, due, words)
  return due.map((one) => itemOf(one, words))
}

/**
 * What is said of due dates beyond themselves. A long list finds it for the rows that are told and no others: what is not found is told
 * without a name or a reason.
 */
export interface DueWords {
  readonly terms: Terms
  /** By identifier of whom they are about. */
  readonly names: Map<string, Brief>
  /** What started them, by record and day. */
  readonly reasons: Map<string, string>
}

export const wordsWith = (terms: Terms): DueWords => ({ terms, names: new Map(), reasons: new Map() })

export const itemOf = (due: DueDate, words: DueWords): DueItem => ({
  due,
  about: aboutOf(due, words),
  because: words.reasons.get(lineKey(due.startedBy, due.startedAt)) ?? `Since ${momentInWords(due.startedAt)}`,
  rule: ruleInWords(due.rule, words.terms),
  todo: todoInWords(due),
  href: whereToDo(due),
})

/** 'Within 20 working days. In law.' */
const ruleInWords = (rule: Clock, terms: Terms): string => `${upperFirst(dueInWords(rule, terms))}. ${weightInWords(rule)}.`

/** The instruction, with the first step that is not done where there are steps, or which of several it is. */
export function todoInWords({ rule, steps, part }: Pick<DueDate, 'rule' | 'steps' | 'part'>): string {
  const waits = rule.steps.find((_, place) => (steps[place] ?? null) === null)
  if (waits !== undefined) return `${rule.name}: ${waits.name.toLowerCase()}`
  return part === null ? rule.todo : `${rule.todo} (${part})`
}

/**
 * Where it is done: the form of the record that stops it, with what is known filled in; where that is the record that started it, the form of that record.
 */
function whereToDo({ rule, startedBy, subject }: Pick<DueDate, 'rule' | 'startedBy' | 'subject'>): string {
  const child = rule.about.table === 'person'
  const base = child ? `/children/${subject}` : ''
  const { doneBy, doneInItself } = rule
  if (doneBy === null || (doneInItself && doneBy.table === startedBy.table))
    return `${base}/records/${startedBy.table}/${startedBy.id}${doneBy === null ? '' : '/change'}`
  const refers = Object.entries(doneBy.fields).find(([, field]) => field.to?.().table === startedBy.table)?.[0]
  const subjectField = child ? undefined : Object.entries(doneBy.fields).find(([, field]) => field.to?.() === rule.about)?.[0]
  const filled = new URLSearchParams({
    ...(refers ? { [refers]: startedBy.id } : {}),
    ...(subjectField ? { [subjectField]: subject } : {}),
  })
  const query = filled.size > 0 ? `?${filled.toString()}` : ''
  return child ? `${base}/add/${doneBy.table}${query}` : `/records/${doneBy.table}/add${query}`
}

/** Whom it is about. */
export const aboutOf = ({ subject, rule }: Pick<DueDate, 'subject' | 'rule'>, { names }: DueWords): Brief =>
  names.get(subject) ?? { id: subject, name: rule.about.name, bornOn: null, expectedOn: null, number: null }

/** Finds the names of all whom these are about. */
export async function findNames(tx: Transaction, due: readonly Pick<DueDate, 'subject' | 'rule'>[], { names }: DueWords): Promise<void> {
  const byKind = new Map<RecordKind, Set<string>>()
  for (const { subject, rule } of due) byKind.set(rule.about, (byKind.get(rule.about) ?? new Set()).add(subject))
  for (const [kind, ids] of byKind)
    for (const brief of kind.table === 'person' ? await childBriefs(tx, [...ids]) : await otherBriefs(tx, kind, [...ids]))
      names.set(brief.id, brief)
}

export async function childBriefs(tx: Transaction, ids: readonly string[]): Promise<Brief[]> {
  const rows = await tx.query<{
    id: string
    forename: string | null
    surname: string | null
    number: string | null
    bornOn: string | null
    expectedOn: string | null
  }>(
    `select id, forename, surname, source_id as number, born_on as "bornOn", expected_on as "expectedOn" from person where id = any ($1::uuid[])`,
    [`{${ids.join(',')}}`],
  )
  return rows.map(({ id, forename, surname, number, bornOn, expectedOn }) => ({
    id,
    name: fullName({ forename, surname, sourceId: number }),
    bornOn,
    expectedOn,
    number,
  }))
}

/** Others are called by the first of their text fields, or the kind and their number. */
async function otherBriefs(tx: Transaction, kind: RecordKind, ids: readonly string[]): Promise<Brief[]> {
  const called = Object.entries(kind.fields).find(([, { type }]) => type === 'text' || type === 'identifier')?.[0]
  const rows = await tx.query<{ id: string; held: Record<string, unknown> }>(
    `select id, to_jsonb(t) as held from ${kind.table} t where id = any ($1::uuid[])`,
    [`{${ids.join(',')}}`],
  )
  return rows.map(({ id, held }) => {
    const record = recordFrom(kind, held)
    const name = called === undefined ? null : (record as unknown as Record<string, string | null>)[called]
    return { id, name: name ?? `${kind.name} ${record.sourceId ?? ''}`.trim(), bornOn: null, expectedOn: null, number: record.sourceId }
  })
}

const lineKey = ({ table, id }: Ref, at: string): string => `${table}/${id} ${at.slice(0, 10)}`

/** Finds what the records that started these said on the day, as their chronology says it. */
export async function findReasons(
  tx: Transaction,
  kinds: readonly RecordKind[],
  due: readonly Pick<DueDate, 'startedBy' | 'startedAt'>[],
  { reasons }: DueWords,
): Promise<void> {
  const byTable = new Map<string, { readonly ref: Ref; readonly at: string }[]>()
  for (const { startedBy: ref, startedAt: at } of due) {
    const held = byTable.get(ref.table)
    if (held) held.push({ ref, at })
    else byTable.set(ref.table, [{ ref, at }])
  }
  for (const [table, those] of byTable) {
    const kind = kinds.find((each) => each.table === table)
    if (!kind) continue
    const rows = await tx.query<{ id: string; held: Record<string, unknown> }>(
      `select id, to_jsonb(t) - 'seen_by' as held from ${table} t where id = any ($1::uuid[])`,
      [`{${[...new Set(those.map(({ ref }) => ref.id))].join(',')}}`],
    )
    const records = new Map(rows.map(({ id, held }) => [id, recordFrom(kind, held)]))
    for (const { ref, at } of those) {
      const record = records.get(ref.id)
      if (record) reasons.set(lineKey(ref, at), lineOf(kind, record, at.slice(0, 10)))
    }
  }
}

/** The line that the record writes on that day; on a day of which it says nothing (a birthday), what the day is counted from. */
function lineOf(kind: RecordKind, record: ReturnType<typeof recordFrom>, day: string): string {
  const said = record as unknown as Readonly<Record<string, unknown>>
  const entry = kind.entries.find(({ on }) => typeof said[on] === 'string' && said[on].startsWith(day))
  if (entry) return `${entry.line(record)}, ${longDate(day)}`
  return kind.table === 'person' ? `Counted from ${longDate(day)}` : `${kind.name}, ${longDate(day)}`
}

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
