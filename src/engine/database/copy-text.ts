import type { Transaction } from './database.ts'
/** A cell in COPY's text format: nothing is \\N; backslash, tab and line ends are written out. */
export function copyCell(value: string | null): string {
  if (value === null) return '\\N'
  if (!/[\\\t\n\r]/.test(value)) return value
  return value.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] as string)
}

/** Whether the transaction may copy: the embedded database copies from what it takes for a file, which only who brings files in may read. */
export async function mayCopy(tx: Pick<Transaction, 'query'>): Promise<boolean> {
  const [may] = await tx.query<{ copy: boolean }>(`select current_user = 'goldthread_imports' as copy`)
  return may?.copy === true
}
