import { copyCell } from '../database/copy-text.ts'
import type { Database } from '../database/database.ts'
import type { Driver } from '../database/driver.ts'
import type { Model } from './model.ts'
import { openDatabase, type Place } from './open.ts'

/**
 * Carries everything an authority has to another database, row by row: records, their history, imports, and the log of looks.
 * What is due and what measures count follow from records, and are worked out where they arrive when the program next opens it.
 * One transaction there: all of it arrives or none. What is here is not touched.
 * @returns the rows carried, by table.
 * @throws Error when the other database already holds rows of this authority.
 */
export async function moveTo(
  from: Database & { readonly driver: Driver },
  place: Place,
  model: Model,
  progress: (words: string) => void = () => undefined,
): Promise<{ table: string; rows: number }[]> {
  const to = await openDatabase(place, model)
  try {
    return await to.driver.transaction('owner', place.schema, async (there) => {
      await there.run(`set local search_path = "${place.schema}", engine, public`)
      return from.driver.transaction('owner', from.schema, async (here) => {
        // All tables as they stood at one moment, whatever is written here meanwhile.
        await here.run('set transaction isolation level repeatable read, read only')
        await here.run(`set local search_path = "${from.schema}", engine, public`)
        const moved: { table: string; rows: number }[] = []
        for (const table of tablesOf(model)) {
          const [full] = await there.query<{ any: boolean }>(`select exists (select 1 from ${table}) as any`)
          if (full?.any) throw new Error(`The other database already holds rows of ${place.schema} (in ${table}).`)
        }
        for (const table of tablesOf(model)) {
          progress(`Carrying ${table}`)
          moved.push({ table, rows: await carry(here, there, table) })
        }
        return moved
      })
    })
  } finally {
    await to.close()
  }
}

/** Every table of an authority, each after those its rows point to; the few keys that point both ways are checked at the end. */
function tablesOf({ kinds }: Model): string[] {
  return [
    'import',
    'import_file',
    'import_count',
    'import_refusal',
    'disagreement',
    ...kinds.flatMap(({ table }) => [table, `${table}_history`]),
    'feed',
    'summary_sent',
    'look',
  ]
}

interface Reads {
  query<R extends Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<R[]>
  stream<R extends Record<string, unknown>>(sql: string): AsyncIterable<R>
}

async function carry(
  here: Reads,
  there: { copyIn(into: string, chunks: AsyncIterable<string>): Promise<void> },
  table: string,
): Promise<number> {
  const columns = (
    await here.query<{ name: string }>(
      `select a.attname as name from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum`,
      [table],
    )
  ).map(({ name }) => name)
  let rows = 0
  const chunks = async function* (): AsyncGenerator<string> {
    let gathered = ''
    for await (const row of here.stream<Record<string, string | null>>(
      `select ${columns.map((column) => `${column}::text as ${column}`).join(', ')} from ${table}`,
    )) {
      gathered += `${columns.map((column) => copyCell(row[column] ?? null)).join('\t')}\n`
      rows++
      if (gathered.length > 1_000_000) {
        yield gathered
        gathered = ''
      }
    }
    if (gathered !== '') yield gathered
  }
  await there.copyIn(`${table} (${columns.join(', ')})`, chunks())
  return rows
}
