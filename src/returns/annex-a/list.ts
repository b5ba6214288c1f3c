import type { Column, Stating } from '../../engine/intake/telling.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { professional, team } from '../../authority/records.ts'
import { ethnicity } from './values.ts'

/** What a list of Annex A is: its headings, and the records that a row states. */

/** How a cell becomes a field. Where `as` gives null, the cell has no field and is kept among what else the list said. */
export interface Said {
  readonly field: string
  /** Heading, as Ofsted writes it. */
  readonly heading: string
  readonly as?: (cell: string) => string | null
  readonly by?: Column['by']
}

export interface Statement {
  readonly kind: RecordKind
  readonly said: readonly Said[]
  readonly always?: Readonly<Record<string, string>>
  /** Stated only where one of these headings gives a field something. */
  readonly when?: readonly string[]
  readonly same?: Stating['same']
}

export interface AnnexList {
  readonly number: number
  readonly title: string
  /** The event that makes the row what it is: its date stands beside what else the row said. */
  readonly dated?: string
  /** All are understood or the row is refused whole; in this order they are stated. */
  readonly states: readonly Statement[]
  /** Headings that no field holds. They tell the list, and are kept as they stand. */
  readonly kept: readonly string[]
}

export const childId = 'Child Unique ID'
export const adopterId = 'Individual adopter identifier'
export const born = 'Date of Birth'

/** What every list but the last says of the child. */
export const ofChild: readonly Said[] = [
  { field: 'gender', heading: 'Gender' },
  { field: 'ethnicity', heading: 'Ethnicity', as: ethnicity },
  { field: 'bornOn', heading: born },
]

/** A reference that is the key of a record in the same list: the child, and the day under this heading. */
export const keyed = 'key in this telling' as const
const byName = { field: 'name' } as const

/** Teams and workers are known by their names alone. */
export const teamUnder = (heading: string): Statement => ({
  kind: team,
  said: [{ field: 'name', heading }],
  when: [heading],
  same: ['name'],
})
export const workerUnder = (heading: string): Statement => ({
  kind: professional,
  said: [{ field: 'name', heading }],
  when: [heading],
  same: ['name'],
})
export const ofTeam = (field: string, heading: string): Said => ({ field, heading, by: byName })

/** A heading as it is compared: case, quotes, brackets and spaces do not matter. */
export function plainHeading(heading: string): string {
  const plain = heading
    .toLowerCase()
    .replace(/[‘’'“”"`´]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return otherHeadings[plain] ?? plain
}

/** Headings that other years and other authors write. */
const otherHeadings: Readonly<Record<string, string>> = {
  'child id': 'child unique id',
  'unique id': 'child unique id',
  'age of child years': 'age',
  'age of child': 'age',
  sex: 'gender',
  dob: 'date of birth',
  'number of children placed': 'no of children placed',
}

/** Every heading of the list, plain. */
export const headingsOf = (list: AnnexList): string[] => {
  const own = [...list.states.flatMap(({ said }) => said.map(({ heading }) => heading)), ...list.kept]
  const common = list.number === 11 ? [adopterId] : [childId, ...ofChild.map(({ heading }) => heading), 'Age']
  return [...new Set([...common, ...own].map(plainHeading))]
}
