import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Transaction } from '../engine/database/database.ts'
import { moveTo } from '../engine/records/move.ts'
import { countOf, thousands } from '../engine/web/words.ts'
import { model } from '../model.ts'
import { recordKinds } from '../record-kinds.ts'
import { exportOwn } from '../returns/own/export.ts'
import { exportSsd } from '../returns/ssd/export.ts'
import { aligned, print, progressLine } from './json.ts'
import { ForPeople, note, someone, withDatabase, type AddCommand } from './setting.ts'

/** What can be exported: under which name the look is logged, and what writes it. */
const exports = new Map([
  ['ssd', { look: 'Exported the dataset', write: exportSsd }],
  [
    'own',
    {
      look: 'Exported our own tables',
      write: (tx: Transaction, folder: string, say: (words: string) => void) => exportOwn(tx, folder, recordKinds, say),
    },
  ],
])

export const exportCommand: AddCommand = (program, told) => {
  program
    .command('export')
    .argument('<what>', 'ssd or own')
    .argument('<folder>', 'where to write')
    .description('write the Standard Safeguarding Dataset (ssd), or what it cannot hold (own), one CSV for each table')
    .action(async (what: string, folder: string, _options, command: Command) => {
      const writes = exports.get(what)
      if (writes === undefined)
        throw new ForPeople(
          `“${what}” cannot be exported: write \`bin/goldthread export ssd ${folder}\` or \`bin/goldthread export own ${folder}\`.`,
        )
      const setting = told(command)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        await note(database, who, writes.look, { detail: resolve(folder) })
        const progress = progressLine(setting.verbose)
        const written = await database.transaction({ ...who, role: 'reads' }, (tx) => writes.write(tx, resolve(folder), progress.say))
        progress.end()
        print(setting.json, written, () => aligned(written.map(({ path, rows }) => [path, thousands(rows)])))
      })
    })
}

export const sqlCommand: AddCommand = (program, told) => {
  program
    .command('sql')
    .argument('<select>', 'one SELECT; the authority’s schema comes first, with the ssd_ views in it')
    .description('ask the database; nothing can be changed')
    .action(async (select: string, _options, command: Command) => {
      const setting = told(command)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        await note(database, who, 'Asked the database', { detail: select })
        const rows = await database
          .transaction({ ...who, role: 'reads' }, async (tx) => {
            await tx.run('set transaction read only')
            return tx.query(select, [])
          })
          .catch((error: unknown) => {
            throw new ForPeople(`The database did not answer: ${error instanceof Error ? error.message : String(error)}`)
          })
        print(setting.json, rows, () => table(rows))
      })
    })
}

function table(rows: readonly Record<string, unknown>[]): string {
  const [first] = rows
  if (!first) return 'No rows.'
  const columns = Object.keys(first)
  const cell = (value: unknown): string =>
    value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  return `${aligned([columns, ...rows.map((row) => columns.map((column) => cell(row[column])))])}\n(${countOf(rows.length, 'row', 'rows')})`
}

export const moveCommand: AddCommand = (program, told) => {
  program
    .command('move')
    .requiredOption('--to <url>', 'address of the PostgreSQL server, or the folder of another embedded database')
    .description('carry everything, history included, to another database that has nothing in it yet')
    .action(async ({ to }: { to: string }, command: Command) => {
      const setting = told(command)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        await note(database, who, 'Moved the database')
        const progress = progressLine(setting.verbose)
        const place = /^postgres(ql)?:\/\//.test(to)
          ? { url: to, folder: '', schema: setting.authority }
          : { folder: resolve(to), schema: setting.authority }
        const moved = await moveTo(database, place, model, progress.say).catch((error: unknown) => {
          throw new ForPeople(`Nothing was moved. ${error instanceof Error ? error.message : String(error)}`)
        })
        progress.end()
        print(
          setting.json,
          moved,
          () =>
            `${thousands(moved.reduce((sum, { rows }) => sum + rows, 0))} rows of ${moved.length} tables are there now; what is here stays as it is.`,
        )
      })
    })
}
