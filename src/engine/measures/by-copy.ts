import { copyCell, mayCopy } from '../database/copy-text.ts'
import type { Transaction } from '../database/database.ts'

/** Many rows at once. They are copied through a table of its own, since none can be copied into one that row-level security guards. */
export async function byCopy(
  tx: Transaction,
  table: string,
  columns: string,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  const typed = columns.split(', ').map((column) => column.split(' ') as [name: string, type: string])
  const names = typed.map(([name]) => name).join(', ')
  if (!(await mayCopy(tx))) {
    await tx.run(
      `insert into ${table} (${names}) select ${typed.map(([, type], at) => `(r.cells ->> ${at})::${type}`).join(', ')}
       from jsonb_array_elements($1::jsonb) as r(cells)`,
      [JSON.stringify(rows)],
    )
    return
  }
  await tx.run(`create temp table if not exists fresh_${table} (${columns}) on commit drop`)
  await tx.copyIn(`fresh_${table}`, [
    `${rows.map((row) => row.map((cell) => copyCell(cell === null ? null : String(cell))).join('\t')).join('\n')}\n`,
  ])
  await tx.run(`insert into ${table} (${names}) select ${names} from fresh_${table}`)
  await tx.run(`truncate fresh_${table}`)
}
