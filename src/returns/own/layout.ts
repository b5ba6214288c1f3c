import { columnName, type Field, type RecordKind } from '../../engine/records/kind.ts'
import { inspectionListEntry } from '../../practice/person/records.ts'

/**
 * Goldthread’s own tables: for each kind of record one CSV, in the manner of the Standard Safeguarding Dataset. The names follow from the
 * declaration and are written nowhere else: the table is the kind’s; `<table>_id` is the identifier that the record has in its own source;
 * `person_id` says whom it is about; a field has its column’s name, a reference that name with `_id`.
 */

/** Says whom a record is about, in every table. */
export const personColumn = 'person_id'

/** What a cell of a column holds: the record’s identifier, the identifier of whom it is about, or a field. */
export interface OwnColumn {
  readonly name: string
  readonly holds: 'key' | 'person' | 'field'
  /** The field’s name. The key’s column may say a field as well: the number by which an adopter is known is the record’s own. */
  readonly field: string | null
}

export interface OwnTable {
  readonly kind: RecordKind
  /** In the order in which a template has them; a file may have them in any. */
  readonly columns: readonly OwnColumn[]
  readonly key: string
  /** The columns that a new record needs: whom it is about, what is required, what tells it from another (of a child, the names). A file without one of them completes what is held. */
  readonly needed: readonly string[]
}

/**
 * The table of a kind.
 * @throws Error when two of its columns would have one name: a mistake in the declaration.
 */
export function ownTable(kind: RecordKind): OwnTable {
  const key = `${kind.table}_id`
  const fields = importedFields(kind).map(([field, declared]) => ({ field, name: fieldColumn(field, declared), declared }))
  const alsoKey = fields.find(({ name }) => name === key)
  if (alsoKey && alsoKey.declared.type !== 'identifier')
    throw new Error(
      `${kind.table}.${alsoKey.field} would have the column ${key}, which is the table’s own identifier. Give it another name.`,
    )
  const columns: OwnColumn[] = [
    { name: key, holds: 'key', field: alsoKey?.field ?? null },
    ...(kind.about ? [{ name: personColumn, holds: 'person', field: null } as const] : []),
    ...fields.filter((each) => each !== alsoKey).map(({ field, name }) => ({ name, holds: 'field', field }) as const),
  ]
  const needed = columns.filter(({ holds, field }) => holds === 'person' || (holds === 'field' && isNeeded(kind, field as string)))
  return { kind, columns, key, needed: needed.map(({ name }) => name) }
}

/** The fields that a file may say, with their names. */
const importedFields = (kind: RecordKind): [string, Field][] => Object.entries(kind.fields).filter(([, field]) => !field.byPeopleOnly)

const fieldColumn = (name: string, field: Field): string => (field.type === 'reference' ? `${columnName(name)}_id` : columnName(name))

const isNeeded = (kind: RecordKind, field: string): boolean =>
  kind.fields[field]?.required === true || kind.sameWhen.includes(field) || (kind.alike ?? []).includes(field)

/** The name of its file, in templates and exports. A file is known by its columns, whatever it is called. */
export const fileOf = (kind: RecordKind): string => `${kind.table}.csv`

/** Whether no other format that is brought in says anything of this kind: what our own tables say of it is all that is said. */
export const isOnlyOurs = (kind: RecordKind): boolean =>
  Object.keys(kind.as).length === 0 && Object.values(kind.fields).every(({ as }) => as === undefined) && kind !== annexA

/** Ofsted’s lists state this kind, and no heading of theirs is a field of it. */
const annexA: RecordKind = inspectionListEntry

/**
 * The columns of a kind that the Standard Safeguarding Dataset cannot hold: all of them where it has no table for the kind, else the key,
 * the person, and the fields it lacks. Null where it has everything.
 */
export function beyondSsd(kind: RecordKind): readonly OwnColumn[] | null {
  const { columns } = ownTable(kind)
  if (kind.as.ssd === undefined) return columns
  const some = columns.filter(({ holds, field }) => holds !== 'field' || kind.fields[field as string]?.as?.ssd === undefined)
  return some.some(({ holds }) => holds === 'field') ? some : null
}
