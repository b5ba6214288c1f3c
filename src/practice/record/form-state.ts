/** What a form holds between being drawn, sent, and drawn again with what is to be mended. */
import type { Transaction } from '../../engine/database/database.ts'
import { dayConcerned, type Values, type Wrong } from '../../engine/records/checked-values.ts'
import type { CodeList, RecordKind } from '../../engine/records/kind.ts'
import { boxesOfAddress, boxId, typedFields } from '../../engine/web/boxes.ts'
import { typedRecord, type ReferenceChoices, type Typed, type TypedError } from '../../engine/web/typed-record.ts'
import { openListsOf } from '../person/field-words.ts'
import { parentOf } from './kinds.ts'
import { referenceChoices } from './reference-choices.ts'

export interface FormState {
  readonly kind: RecordKind
  readonly boxes: URLSearchParams
  readonly errors: readonly TypedError[]
  readonly references: ReadonlyMap<string, ReferenceChoices>
  readonly lists: ReadonlyMap<string, CodeList>
  /** Fields that must be given here, beside those that the kind requires. */
  readonly needed: ReadonlySet<string>
  /** Plain date for which codes are offered. */
  readonly day: string
  /** What the record holds, where it is one that is changed. */
  readonly before?: Values
}

export interface Drawing {
  readonly kind: RecordKind
  /** Every record of the child whom the form is about. */
  readonly ids: readonly string[]
  /** Plain date that counts as today. */
  readonly today: string
  readonly boxes: URLSearchParams
  readonly before?: Values
}

/** A form as its boxes stand. */
export async function drawnForm(tx: Transaction, drawing: Drawing): Promise<FormState> {
  return (await readForm(tx, drawing)).state
}

/** A new form, its boxes filled from the address where that names values. */
export const newForm = (tx: Transaction, drawing: Omit<Drawing, 'boxes'>, query: URLSearchParams): Promise<FormState> =>
  drawnForm(tx, { ...drawing, boxes: boxesOfAddress(drawing.kind, query) })

/** What a form says, and the form with what is wrong in it. */
export async function readForm(
  tx: Transaction,
  { kind, ids, today, boxes, before }: Drawing,
): Promise<{ readonly typed: Typed; readonly state: FormState }> {
  const references = await referenceChoices(tx, { kind, ids, boxes, day: today, ...(before ? { before } : {}) })
  const lists = openListsOf(kind)
  const typed = typedRecord(kind, boxes, { today, references, lists, ...(before ? { before } : {}) })
  const day = dayConcerned(kind, typed.values, today)
  // A record that is part of a child’s without naming the child would be nobody’s without what it is part of.
  const parent = ids.length > 0 ? parentOf(kind) : null
  const lost = parent !== null && typed.values[parent.name] === null ? [partOf(kind, parent.name)] : []
  const needed = new Set(parent === null ? [] : [parent.name])
  const errors = [...lost, ...typed.errors]
  return { typed, state: { kind, boxes, errors, references, lists, needed, day, ...(before ? { before } : {}) } }
}

const partOf = (kind: RecordKind, name: string): TypedError => ({
  field: name,
  for: boxId(name),
  says: `${kind.fields[name]?.label ?? name}: it is not said of which record this is part. Choose one.`,
  parts: [],
})

/** The form with what the writing of it refused. What is wrong with the record as a whole leads to its first box. */
export function refusedForm(state: FormState, wrong: readonly Wrong[]): FormState {
  const [[first = ''] = []] = typedFields(state.kind)
  return {
    ...state,
    errors: wrong.map(({ field, says }) => ({ field: field ?? '', for: firstBox(state.kind, field ?? first), says, parts: [] })),
  }
}

/** The form before anything of it was judged: for drawing it again with other choices. */
export const unjudged = (state: FormState): FormState => ({ ...state, errors: [] })

/** The id of the box that a field begins with. */
export const firstBox = ({ fields }: RecordKind, name: string): string =>
  boxId(name, ['date', 'moment', 'partialDate'].includes(fields[name]?.type ?? '') ? 'day' : undefined)

/** Whether which codes are offered depends on a day that the form asks for. */
export function hasDatedCodes(kind: RecordKind): boolean {
  const fields = typedFields(kind).map(([, field]) => field)
  const asksForDay = fields.some(({ type }) => type === 'date' || type === 'moment')
  return asksForDay && fields.some(({ list }) => list?.codes.some(({ from, until }) => from !== undefined || until !== undefined))
}
