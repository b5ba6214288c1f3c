import type { Transaction } from '../../engine/database/database.ts'

/** Names of workers and teams by their identifiers; those without a name are absent. */
export async function workerAndTeamNames(tx: Transaction, ids: Iterable<string | null | undefined>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === 'string')
  if (wanted.length === 0) return new Map()
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, name from professional where id = any ($1::uuid[]) and name is not null
     union all select id, name from team where id = any ($1::uuid[]) and name is not null`,
    [`{${wanted.join(',')}}`],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * Names of the people who acted, by account; those who were never listed are absent. Always as listed now: whoever acted then is still
 * called by their name when a page looks at the past.
 */
export async function accountNames(tx: Transaction, accounts: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(accounts)]
  const [here] = await tx.query<{ authority: string }>(`select quote_ident(current_setting('app.authority')) as authority`)
  if (wanted.length === 0 || !here) return new Map()
  const rows = await tx.query<{ subject: string; name: string }>(
    `select subject, name from ${here.authority}.account where subject = any ($1::text[]) order by known_from`,
    [`{${wanted.map((account) => `"${account.replaceAll(/[\\"]/g, '\\$&')}"`).join(',')}}`],
  )
  return new Map(rows.map(({ subject, name }) => [subject, name]))
}
