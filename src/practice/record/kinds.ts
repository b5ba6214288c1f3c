/** Whose records a kind’s are: a child’s, or nobody’s in particular (workers, teams, carers, complaints). */
import type { Field, RecordKind } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'

/**
 * The reference by which a record is part of a child’s record, though it names no child itself: the assessment of its factors, the request
 * of an assessment that hangs beneath a child’s special educational needs. It is the kind’s first field. Null where there is none.
 */
export function parentOf(kind: RecordKind, passed: readonly RecordKind[] = []): { readonly name: string; readonly to: RecordKind } | null {
  if (kind.about !== null) return null
  const [[name, field] = ['', undefined]] = Object.entries(kind.fields) as [string, Field][]
  const to = field?.type === 'reference' ? field.to?.() : undefined
  if (to === undefined || to === person || [...passed, kind].includes(to)) return null
  return to.about !== null || parentOf(to, [...passed, kind]) !== null ? { name, to } : null
}

/** Whether records of the kind stand in a child’s record. The child’s own is one of them. */
export const isOfChild = (kind: RecordKind): boolean => kind === person || kind.about === person || parentOf(kind) !== null

/** The kinds of which a record may be added to a child’s. */
export const kindsOfChild = (kinds: readonly RecordKind[]): readonly RecordKind[] =>
  kinds.filter((kind) => kind !== person && isOfChild(kind))

/** The kinds that stand in no child’s record. */
export const otherKinds = (kinds: readonly RecordKind[]): readonly RecordKind[] => kinds.filter((kind) => !isOfChild(kind))

/** Kinds under the headings of the chronology, headings and kinds by the alphabet. */
export function byGroup(kinds: readonly RecordKind[]): readonly { readonly group: string; readonly kinds: readonly RecordKind[] }[] {
  const groups = [...new Set(kinds.map(({ group }) => group))].sort()
  return groups.map((group) => ({
    group,
    kinds: kinds.filter((kind) => kind.group === group).toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB')),
  }))
}

/** The references by which records of a kind name a record of another, by the names of their fields. */
export const referencesTo = (kind: RecordKind, to: RecordKind): readonly string[] =>
  Object.entries(kind.fields)
    .filter(([, field]) => field.byPeopleOnly !== true && field.to?.() === to)
    .map(([name]) => name)
