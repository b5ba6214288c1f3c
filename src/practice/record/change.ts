/** A form that changes a record, written, or set beside what somebody else has written of it meanwhile. */
import type { Transaction } from '../../engine/database/database.ts'
import { sameValue, type Values } from '../../engine/records/checked-values.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { findRecord, versionsOf, type ReadRecord } from '../../engine/records/read.ts'
import { ChangedSince, NotAccepted, peopleHere, writeRecord } from '../../engine/records/write.ts'
import { boxesOf, typedFields } from '../../engine/web/boxes.ts'
import { longDate, londonDay } from '../../engine/web/words.ts'
import { fieldInWords, inOneLine } from '../person/field-words.ts'
import { accountNames } from '../person/worker-names.ts'
import { drawnForm, firstBox, readForm, refusedForm, type FormState } from './form-state.ts'

export interface Sent {
  readonly kind: RecordKind
  readonly id: string
  /** `knownFrom` of the version that the form was drawn from, as the form says it. */
  readonly version: string
  readonly boxes: URLSearchParams
  readonly ids: readonly string[]
  /** Plain date that counts as today. */
  readonly today: string
}

/** A field that the two versions say differently, in words. */
export interface Difference {
  readonly field: string
  readonly label: string
  /** What it said when the form was drawn; null where that is not known. */
  readonly was: string | null
  readonly theirs: string
  readonly yours: string
  /** Who changed it: nobody can have, where the version the form was drawn from is not known. */
  readonly changedBy: 'them' | 'you' | 'both'
}

export interface Clash {
  /** Whose version is held now, and since when. */
  readonly by: string
  readonly knownFrom: string
  readonly differences: readonly Difference[]
}

export type Changed =
  | { readonly is: 'written' }
  | { readonly is: 'to mend'; readonly state: FormState; readonly version: string }
  | { readonly is: 'clash'; readonly state: FormState; readonly version: string; readonly clash: Clash }

const valuesOf = ({ record }: ReadRecord): Values => record

/** Writes the change, or says what is to be mended or settled; then nothing is written. @throws Error when the record is not there. */
export async function changeRecord(tx: Transaction, sent: Sent): Promise<Changed> {
  const { kind, id, version, boxes, ids, today } = sent
  const held = await found(tx, kind, id)
  const drawnFrom = (await versionsOf(tx, kind, id)).find(({ record }) => record.knownFrom === version)?.record as Values | undefined
  const before = drawnFrom ?? valuesOf(held)
  const { typed, state } = await readForm(tx, { kind, ids, today, boxes, before })
  if (held.record.withdrawnAt !== null) return { is: 'to mend', version, state: refusedForm(state, [await withdrawnMeanwhile(tx, held)]) }
  if (state.errors.length > 0) return { is: 'to mend', state, version }
  if (held.record.knownFrom !== version) return settle(tx, sent, held, drawnFrom ?? null, typed.values)
  try {
    await writeRecord(tx, kind, { id, version, values: typed.values, source: peopleHere, today })
    return { is: 'written' }
  } catch (failure) {
    if (failure instanceof NotAccepted) return { is: 'to mend', state: refusedForm(state, failure.wrong), version }
    if (failure instanceof ChangedSince) return settle(tx, sent, await found(tx, kind, id), before, typed.values)
    throw failure
  }
}

async function found(tx: Transaction, kind: RecordKind, id: string): Promise<ReadRecord> {
  const read = await findRecord(tx, kind, id)
  if (read === null) throw new Error(`${kind.table}: there is no such record`)
  return read
}

async function withdrawnMeanwhile(tx: Transaction, { record }: ReadRecord): Promise<{ field: null; says: string }> {
  const name = await nameOf(tx, record.changedBy)
  return {
    field: null,
    says: `This record was withdrawn on ${longDate(londonDay(record.withdrawnAt ?? record.knownFrom))}, last changed by ${name}. Restore it before you change it. What you typed stands here.`,
  }
}

const nameOf = async (tx: Transaction, account: string): Promise<string> => (await accountNames(tx, [account])).get(account) ?? account

/**
 * Both versions side by side, and a form that holds both: what only they changed as they left it, what you changed as you typed it. A field
 * that both changed is to be looked at.
 */
async function settle(
  tx: Transaction,
  { kind, ids, today, boxes }: Sent,
  held: ReadRecord,
  before: Values | null,
  yours: Values,
): Promise<Changed> {
  const theirs = valuesOf(held)
  const byYou = (name: string) => before === null || !sameValue(before[name], yours[name])
  const byThem = (name: string) => before === null || !sameValue(before[name], theirs[name])
  const both = new URLSearchParams()
  for (const [name, field] of typedFields(kind))
    for (const [box, text] of byYou(name) ? boxesTyped(name, boxes) : boxesOf(name, field, theirs[name])) both.append(box, text)
  const drawn = await drawnForm(tx, { kind, ids, today, boxes: both, before: theirs })
  const by = await nameOf(tx, held.record.changedBy)
  const inWords = (name: string, value: unknown): string => {
    const choices = drawn.references.get(name)
    if (choices === undefined) return inOneLine(fieldInWords(kind, name, value)) ?? 'Not recorded'
    if (value === null || value === undefined) return 'Not recorded'
    const label =
      choices.is === 'list'
        ? choices.options.find((option) => option.value === value)?.label
        : choices.found?.id === value
          ? choices.found?.words
          : undefined
    return label ?? 'Another record'
  }
  const differences = typedFields(kind)
    .filter(([name]) => !sameValue(theirs[name], yours[name]))
    .map(([name, { label }]): Difference => ({
      field: name,
      label,
      was: before === null ? null : inWords(name, before[name]),
      theirs: inWords(name, theirs[name]),
      yours: inWords(name, yours[name]),
      changedBy: byYou(name) ? (byThem(name) ? 'both' : 'you') : 'them',
    }))
  const errors = differences
    .filter(({ changedBy }) => changedBy === 'both')
    .map(({ field, label, theirs: said }) => ({
      field,
      for: firstBox(kind, field),
      says: `${label}: ${by} has written “${short(said)}” meanwhile. Choose what is to stand.`,
      parts: [],
    }))
  return {
    is: 'clash',
    version: held.record.knownFrom,
    state: { ...drawn, errors },
    clash: { by, knownFrom: held.record.knownFrom, differences },
  }
}

/** The boxes of one field as they were typed. */
const boxesTyped = (name: string, boxes: URLSearchParams): readonly (readonly [string, string])[] =>
  [...boxes].filter(([box]) => box === name || box.startsWith(`${name}-`))

const short = (words: string): string => (words.length > 80 ? `${words.slice(0, 80)}…` : words)
