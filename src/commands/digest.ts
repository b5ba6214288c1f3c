import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { settingOf } from '../authority/settings.ts'
import { isMonth, lastWholeMonth, monthNumber } from '../engine/measures/months.ts'
import { commentsOf, frozenMonthly, monthlyNow } from '../improvement/digest/monthly.ts'
import { monthlyDocx, monthlyHtml, monthlyJson, monthlyXlsx, type Paper } from '../improvement/digest/monthly-files.ts'
import { measuredNow } from '../measured.ts'
import { ForPeople, note, pageDayOf, someone, withDatabase, type AddCommand } from './setting.ts'

const formats = ['html', 'docx', 'xlsx', 'json'] as const

/** The monthly digest as a file: as frozen, or as it stands. */
export const digestCommand: AddCommand = (program, told) => {
  program
    .command('digest')
    .requiredOption('--month <month>', 'YYYY-MM')
    .option('--format <format>', 'html, docx, xlsx or json', 'json')
    .option('--out <file>', 'where to write it; on the terminal where it is not said (html and json)')
    .description('the digest of a month: as it was frozen, or as it is known now')
    .action(async ({ month, format, out }: { month: string; format: string; out?: string }, command: Command) => {
      const setting = told(command)
      const as = formats.find((each) => each === format)
      if (!as) throw new ForPeople(`--format ${format} is not one of: ${formats.join(', ')}.`)
      if (!isMonth(month)) throw new ForPeople(`--month ${month} is not a month: write YYYY-MM.`)
      if (out === undefined && (as === 'docx' || as === 'xlsx') && process.stdout.isTTY)
        throw new ForPeople(`Say where to write it: --out digest-${month}.${as}`)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'see figures')
        const day = await pageDayOf(database, setting)
        if (monthNumber(month) > lastWholeMonth(day)) throw new ForPeople(`${month} is not over on ${day}. Ask for a month that is.`)
        await note(database, who, 'Saved a monthly digest', { detail: `${month}, ${as}` })
        const paper = await database.transaction({ ...who, role: 'reads' }, async (tx): Promise<Paper> => {
          const council = (await settingOf(tx, 'council')) ?? 'Your council'
          const comments = await commentsOf(tx, month)
          const frozen = await frozenMonthly(tx, month)
          if (frozen) return { council, comments, monthly: frozen.monthly, frozenAt: frozen.frozenAt }
          const { monthly } = await monthlyNow(tx, await measuredNow(tx), monthNumber(month), day)
          return { council, comments, monthly, frozenAt: null }
        })
        const made =
          as === 'docx'
            ? await monthlyDocx(paper)
            : as === 'xlsx'
              ? monthlyXlsx(paper)
              : as === 'html'
                ? monthlyHtml(paper)
                : `${JSON.stringify(monthlyJson(paper), null, 2)}\n`
        if (out === undefined) process.stdout.write(made)
        else {
          writeFileSync(out, made)
          process.stderr.write(`Written to ${out}\n`)
        }
      })
    })
}
