/**
 * The pages on which records are added, changed, withdrawn and restored are the same for a child’s records and for those about no child.
 * What differs is where they stand, who may, and whose records they are: that is a family.
 */
import type { Transaction } from '../../engine/database/database.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { NotNow, type PageRequest } from '../../engine/web/page.ts'
import type { SourceNames } from '../person/provenance.ts'
import type { Frame } from './form-views.tsx'

/** What is done in the transaction of each write, after it: what follows from the records is worked out again. */
export type AfterWrite = (tx: Transaction, kind: RecordKind, ids: readonly string[]) => Promise<void>

export type Request = PageRequest<string>

/** Where a page stands, once it is known whom it is about. */
export interface Place {
  /** Plain date that counts as today. */
  readonly today: string
  /** Whom new records are about; null for records about no child. */
  readonly person: string | null
  /** Every record of the child; none where it is about no child. */
  readonly ids: readonly string[]
  readonly frame: Frame
  /** Address of the form that adds a record of the kind. */
  addHref(kind: RecordKind): string
  /** Address of a record: its forms stand beneath it. */
  recordHref(kind: RecordKind, id: string): string
  /** Where one comes from to change a record, and is led afterwards: its page, for those who may open it. */
  backTo(kind: RecordKind, id: string): string
  /** Where one comes from to add, and goes back to. */
  from(kind: RecordKind): { readonly href: string; readonly label: string }
  /** Where one is led after adding a record. */
  afterAdding(kind: RecordKind, id: string): string
}

export interface Family {
  readonly may: string
  /** After 'Added a record': ' of a child', or nothing. */
  readonly whose: string
  /** Paths of the form that adds, with :kind, and of a record’s page, with :kind and :record. */
  readonly paths: { readonly add: string; readonly record: string }
  /** Finds whom the page is about. @throws NotThere */
  open(tx: Transaction, request: Request): Promise<Place>
  /** @throws NotThere for a kind of which no record can be added there. */
  kindToAdd(table: string): RecordKind
  /** @throws NotThere for a record that is not of this family, or not there. */
  find(tx: Transaction, request: Request, table: string, id: string): Promise<ReadRecord>
  readonly kinds: readonly RecordKind[]
  readonly names: SourceNames
  readonly afterWrite: AfterWrite
}

/** @throws NotNow when the address looks at the past: a form that could not be sent is not drawn. */
export function refusePast({ knownAt }: Pick<Request, 'knownAt'>): void {
  if (knownAt !== null) throw new NotNow('You are looking at the past. You can look, not write. Go back to now and do it there.')
}

/** @throws NotNow, and NotThere as the family does */
export async function placeOf(tx: Transaction, family: Family, request: Request): Promise<Place> {
  refusePast(request)
  return family.open(tx, request)
}

/** The record that the address names, and where its page stands. @throws NotThere, NotNow */
export async function recordAt(tx: Transaction, family: Family, request: Request): Promise<{ place: Place; read: ReadRecord }> {
  const place = await placeOf(tx, family, request)
  return { place, read: await family.find(tx, request, request.params.kind ?? '', request.params.record ?? '') }
}
