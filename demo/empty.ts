import type { Database } from '../src/engine/database/database.ts'
import type { Driver } from '../src/engine/database/driver.ts'
import { model } from '../src/model.ts'

/** Throws away all records of the authority and their history, and what follows from them. Who looked at what stays in the log. One transaction. */
export async function emptyAuthority({ driver, schema }: Database & { readonly driver: Driver }): Promise<void> {
  const tables = [
    ...model.kinds.flatMap(({ table }) => [table, `${table}_history`]),
    ...['import', 'import_file', 'import_count', 'import_refusal', 'disagreement', 'feed', 'summary_sent'],
    ...['due_date', 'due_date_basis', 'fact', 'fact_spells', 'fact_count', 'measure_told'],
  ]
  await driver.transaction('owner', schema, (_, connection) =>
    connection.script(`truncate ${tables.map((table) => `"${schema}".${table}`).join(', ')} cascade`),
  )
}
