import { writeCsvRow } from '../../../src/engine/exchange/csv.ts'
import type { Field, RecordKind } from '../../../src/engine/records/kind.ts'
import { recordKinds } from '../../../src/record-kinds.ts'
import { beyondSsd, fileOf, ownTable, type OwnColumn } from '../../../src/returns/own/layout.ts'
import { ownCell } from './cells.ts'
import type { Files } from './files.ts'
import type { Known, KnownBatch } from './known.ts'

/**
 * What the Standard Safeguarding Dataset cannot hold, in the product’s own tables: each kind that it lacks, and of the others the fields that
 * it lacks, of records that have one. A table of which there is no row is not written.
 */

interface OwnPlan {
  readonly file: string
  readonly header: string
  /** Null where the record has nothing that the dataset does not hold. */
  readonly cells: (known: Known, batch: KnownBatch) => (string | null)[] | null
}

const plans = new Map<RecordKind, OwnPlan | null>(recordKinds.map((kind) => [kind, planOf(kind)]))

function planOf(kind: RecordKind): OwnPlan | null {
  const columns = beyondSsd(kind)
  if (columns === null) return null
  const cellOf = (known: Known, { holds, field }: OwnColumn, batch: KnownBatch): string | null => {
    if (holds === 'key') return numberOf(known)
    if (holds === 'person') return known.person
    const declared = kind.fields[field as string] as Field
    const value = known.said[field as string]
    const to = declared.to?.()
    const referred = to && numberFields.has(to) ? batch.referred(to, value) : undefined
    return referred ? numberOf(referred) : ownCell(declared, value)
  }
  return {
    file: `own/${fileOf(kind)}`,
    header: `\uFEFF${writeCsvRow(columns.map(({ name }) => name))}`,
    cells(known, batch) {
      const cells = columns.map((column) => cellOf(known, column, batch))
      const beyond = kind.as['ssd'] === undefined || columns.some(({ holds }, at) => holds === 'field' && cells[at] !== null)
      return beyond ? cells : null
    },
  }
}

/** The field that says the number which the record itself has in the table of its kind: an adopter’s. */
const numberFields = new Map<RecordKind, string>(
  recordKinds.flatMap((kind) => {
    const field = ownTable(kind).columns[0]?.field ?? null
    return field === null ? [] : [[kind, field] as const]
  }),
)

function numberOf({ kind, id, said }: Known): string {
  const field = numberFields.get(kind)
  const number = field === undefined ? null : said[field]
  return typeof number === 'string' ? number : id
}

/** Writes the rows of a batch. @param begun the tables that have a header already; those that gain one are added. */
export function putOwn(files: Files, batch: KnownBatch, begun: Set<string>): void {
  for (const known of batch.all) {
    const plan = plans.get(known.kind)
    const cells = plan?.cells(known, batch)
    if (!plan || !cells) continue
    if (!begun.has(plan.file)) files.put(plan.file, plan.header)
    begun.add(plan.file)
    files.put(plan.file, writeCsvRow(cells))
  }
}
