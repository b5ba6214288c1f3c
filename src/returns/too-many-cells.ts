import type { TableRow } from '../engine/exchange/csv.ts'
import type { FileIntake } from '../engine/intake/telling.ts'
import type { RecordKind } from '../engine/records/kind.ts'

/** Refuses a row of a table in which something stands beyond the last column. */
export const refuseExtra = (
  intake: FileIntake,
  kind: RecordKind | undefined,
  { line, extra }: TableRow,
  columns: readonly string[],
): void =>
  intake.refuse({
    kind: kind?.table ?? '',
    line,
    field: null,
    found: (extra ?? []).join(', ').slice(0, 200),
    allowed: `${columns.length} cells, as in the header`,
    why: 'The row has more cells than the header names, so nothing tells which is which.',
  })
