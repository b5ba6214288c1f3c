import type { Command } from 'commander'
import { clocks, clockwork } from '../clocks.ts'
import { clockTerms, setClock } from '../authority/clock-settings.ts'
import { keepAll } from '../engine/clocks/keep.ts'
import { lengthInWords, type Length, type Unit } from '../engine/clocks/length.ts'
import { dueInWords, weightInWords } from '../engine/clocks/words.ts'
import { addWorkingDays, BeyondTheList, workingDaysBetween } from '../engine/clocks/working-days.ts'
import { isPlainDate } from '../engine/web/words.ts'
import { aligned, print, progressLine } from './json.ts'
import { ForPeople, note, someone, withDatabase, type AddCommand } from './setting.ts'

/** Every clock with its rule; and what the authority decides of them. */
export const clocksCommand: AddCommand = (program, told) => {
  const command = program.command('clocks').description('every clock with its rule; set what is local')
  command
    .command('list', { isDefault: true })
    .description('every clock: its rule, dates in force, source, and whether law, guidance or local')
    .action(async (_options, given: Command) => {
      const setting = told(given)
      await withDatabase(setting, async (database) => {
        const terms = await database.transaction({ actor: 'goldthread', role: 'reads', keys: ['staff'] }, clockTerms)
        const all = clocks.map((clock) => ({
          id: clock.id,
          row: clock.row,
          name: clock.name,
          area: clock.area,
          about: clock.about.table,
          meaning: clock.meaning,
          starts: clock.says.starts,
          due: dueInWords(clock, terms),
          stops: clock.says.stops,
          repeats: clock.says.repeats ?? null,
          pauses: clock.says.pauses ?? null,
          exceptions: clock.says.exceptions ?? null,
          ages: clock.ages,
          from: clock.from,
          until: clock.until,
          inUseFrom: terms.inUseFrom(clock.id),
          strength: clock.weight,
          is: weightInWords(clock),
          local: clock.local,
          lookedUp: clock.lookedUp,
          unit: clock.unit,
          source: clock.source,
        }))
        print(setting.json, all, () => aligned(all.map(({ id, name, due, is, source }) => [id, name, due, is, source])))
      })
    })
  command
    .command('set')
    .argument('<clock>', 'a clock whose length is local')
    .argument('<n>', 'how many')
    .argument('<unit...>', 'hours, calendar days, working days, school days, weeks, months or years')
    .description('set the length of a local clock, and work out afresh what is due')
    .action(async (id: string, n: string, unit: string[], _options, given: Command) => {
      const length = lengthOf(id, n, unit.join(' '))
      await change(told(given), id, { length }, `${id} is now ${lengthInWords(length)}.`)
    })
  command
    .command('use')
    .argument('<clock>')
    .option('--from <date>', 'starts before this day count for nothing: for what was not recorded here before')
    .option('--always', 'from the first record on')
    .description('say from when the authority uses a clock, and work out afresh what is due')
    .action(async (id: string, { from, always }: { from?: string; always?: boolean }, given: Command) => {
      if ((from === undefined) === (always === undefined)) throw new ForPeople('Say either --from YYYY-MM-DD or --always.')
      if (from !== undefined && !isPlainDate(from)) throw new ForPeople(`--from ${from} is not a day: write YYYY-MM-DD.`)
      await change(told(given), id, { inUseFrom: from ?? null }, `${id} is used ${from === undefined ? 'always' : `from ${from}`}.`)
    })
}

const units: readonly Unit[] = ['hours', 'calendar days', 'working days', 'school days', 'weeks', 'months', 'years']

function lengthOf(id: string, n: string, unit: string): Length {
  const clock = clocks.find((each) => each.id === id)
  if (clock && !clock.local)
    throw new ForPeople(
      `${clock.name} is not the authority’s to set: ${clock.source}. Only clocks that \`bin/goldthread clocks\` calls local are.`,
    )
  const found = units.find((each) => each === unit || each.replace(/s$/, '') === unit)
  if (!/^\d{1,4}$/.test(n) || Number(n) === 0 || !found)
    throw new ForPeople(`“${n} ${unit}” is not a length: write for instance 15 working days.`)
  return { n: Number(n), unit: found }
}

async function change(
  setting: Parameters<typeof withDatabase>[0],
  id: string,
  to: { length?: Length; inUseFrom?: string | null },
  words: string,
): Promise<void> {
  if (!clocks.some((each) => each.id === id)) throw new ForPeople(`There is no clock “${id}”. \`bin/goldthread clocks\` lists them.`)
  await withDatabase(setting, async (database) => {
    const who = await someone(database, setting, 'bring in data')
    await note(database, who, 'Changed a clock', { detail: id })
    const progress = progressLine(setting.verbose)
    const kept = await database.transaction({ ...who, role: 'imports', reason: `Clock ${id} changed` }, async (tx) => {
      await setClock(tx, id, to)
      return keepAll(tx, clockwork, (subjects) => progress.say(`Working out what is due: ${subjects.toLocaleString('en-GB')}`))
    })
    progress.end()
    print(setting.json, { clock: id, ...to, ...kept }, () => `${words} ${kept.written} due dates changed, ${kept.removed} are no longer.`)
  })
}

/** Counting working days at the terminal, by the same calendar. */
export const workdayCommand: AddCommand = (program, told) => {
  const command = program.command('workday').description('count working days in England')
  const day = (text: string): string => {
    if (!isPlainDate(text)) throw new ForPeople(`${text} is not a day: write YYYY-MM-DD.`)
    return text
  }
  const counted = <T>(count: () => T): T => {
    try {
      return count()
    } catch (error) {
      throw error instanceof BeyondTheList ? new ForPeople(error.message) : error
    }
  }
  command
    .command('add')
    .argument('<date>', 'YYYY-MM-DD; it is day 0')
    .argument('<n>', 'working days on; before it, with a minus: -- -3')
    .description('the working day so many working days after a day')
    .action((from: string, n: string, _options, given: Command) => {
      if (!/^-?\d{1,5}$/.test(n)) throw new ForPeople(`${n} is not a number of days.`)
      const found = counted(() => addWorkingDays(day(from), Number(n)))
      print(told(given).json, { from, add: Number(n), day: found }, () => found)
    })
  command
    .command('between')
    .argument('<date>', 'YYYY-MM-DD; it is day 0')
    .argument('<date>', 'YYYY-MM-DD; it is counted')
    .description('how many working days lie between two days')
    .action((from: string, to: string, _options, given: Command) => {
      const found = counted(() => workingDaysBetween(day(from), day(to)))
      print(told(given).json, { from, to, workingDays: found }, () => String(found))
    })
}
