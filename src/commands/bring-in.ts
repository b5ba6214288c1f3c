import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import type { FileResult } from '../engine/intake/result.ts'
import { thousands } from '../engine/web/words.ts'
import { model } from '../model.ts'
import { bringInFiles, takeBackImport } from '../returns/bring-in.ts'
import { aligned, print, progressLine } from './json.ts'
import { ForPeople, note, someone, todayOf, withDatabase, type AddCommand } from './setting.ts'

export const bringInCommand: AddCommand = (program, told, ends) => {
  program
    .command('import')
    .argument('<paths...>', 'files, folders or zips')
    .description('bring files in: SSD, Goldthread’s own tables, SSDA903, children in need census, Annex A')
    .action(async (paths: string[], _options, command: Command) => {
      const setting = told(command)
      const missing = paths.find((path) => !existsSync(path))
      if (missing !== undefined) throw new ForPeople(`There is no file or folder ${missing}. Nothing was brought in.`)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        await note(database, who, 'Brought files in', { detail: paths.join(', ') })
        const progress = progressLine(setting.verbose)
        const brought = await bringInFiles(database, who, paths, todayOf(setting), progress.say)
        progress.end()
        print(setting.json, brought, () => report(brought.import, brought.files))
        // Refused rows are told and the rest is in: that is done. Only where nothing could be read at all is it not.
        if (brought.files.every(({ format }) => format === 'not recognised')) ends(3)
      })
    })
}

const shownRefusals = 40

/** With its full stop, once. */
const sentence = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`)

function report(id: string, files: readonly FileResult[]): string {
  const rows = files.map(({ path, format, kind, saidFor, added, changed, unchanged, withdrawn, refused }) => [
    path,
    saidFor ? `${format}, ${saidFor}` : format,
    kind ?? '',
    ...[added, changed, unchanged, withdrawn, refused.length].map(thousands),
  ])
  const refused = files.flatMap(({ path, refused: some }) => some.map((each) => ({ path, ...each })))
  const lines = refused
    .slice(0, shownRefusals)
    .map(
      ({ path, line, field, found, allowed, why }) =>
        `${path}${line ? `, line ${line}` : ''}${field ? `, ${field}` : ''}: ${sentence(why)}${found === null ? '' : ` Found: ${sentence(found)}`}${allowed === null ? '' : ` Allowed: ${sentence(allowed)}`}`,
    )
  const disagreements = files.reduce((sum, file) => sum + file.disagreements.length, 0)
  return [
    aligned([['File', 'What it is', 'Records', 'Added', 'Changed', 'Unchanged', 'Withdrawn', 'Refused'], ...rows]),
    '',
    ...files.flatMap(({ path, remarks }) => remarks.map((remark) => `${path}: ${remark}`)),
    ...lines,
    refused.length > shownRefusals ? `… and ${thousands(refused.length - shownRefusals)} more refused rows (--json prints all).` : '',
    disagreements > 0
      ? `${thousands(disagreements)} times two sources say different things: the one held is kept, the other is listed on the page of this import.`
      : '',
    `Import ${id}. \`bin/goldthread take-back ${id}\` takes it back.`,
  ]
    .filter((line, at, all) => line !== '' || all[at - 1] !== '')
    .join('\n')
}

export const takeBackCommand: AddCommand = (program, told) => {
  program
    .command('take-back')
    .argument('<import>', 'the number of the import')
    .description('take an import back: what it added is withdrawn, what it changed is as before')
    .action(async (id: string, _options, command: Command) => {
      const setting = told(command)
      if (!/^[0-9a-f-]{36}$/i.test(id)) throw new ForPeople(`${id} is not the number of an import.`)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        await note(database, who, 'Took an import back', { detail: id })
        const done = await takeBackImport(database, who, id, model.kinds).catch((error: unknown) => {
          throw new ForPeople(error instanceof Error ? error.message : String(error))
        })
        print(setting.json, done, () => `${thousands(done.withdrawn)} records withdrawn, ${thousands(done.putBack)} put back as they were.`)
      })
    })
}
