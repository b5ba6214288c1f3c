import { Command, CommanderError } from 'commander'
import { bringInCommand, takeBackCommand } from './bring-in.ts'
import { clocksCommand, workdayCommand } from './clocks.ts'
import { childCommand, findCommand } from './children.ts'
import { exportCommand, moveCommand, sqlCommand } from './data.ts'
import { demoCommand } from './demo.ts'
import { digestCommand } from './digest.ts'
import { docsCommand } from './docs.ts'
import { dueCommand } from './due.ts'
import { measuresCommand } from './measures.ts'
import { peopleCommand } from './people.ts'
import { serveCommand } from './serve.ts'
import { signalsCommand } from './signals.ts'
import { settingsCommand } from './settings.ts'
import { spcCommand } from './spc.ts'
import { templateCommand } from './template.ts'
import { ForPeople, type Setting } from './setting.ts'
import { summariesCommand } from './summaries.ts'

/**
 * The terminal program. Gives the exit code: 0 done; 1 could not be done, with a sentence on the error stream; 2 the words of the
 * command were not understood; 3 there was nothing to do it with: no such child, or no file of a kind that can be read.
 */
export async function runCommand(words: readonly string[]): Promise<number> {
  let code = 0
  const program = programOf((given) => void (code = given))
  try {
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof ForPeople) {
      process.stderr.write(`${error.message}\n`)
      return 1
    }
    // What went wrong inside may name a child: only its kind and place are said.
    const { name, code: kind, stack } = error as Error & { code?: string }
    process.stderr.write(`Something went wrong (${name}${kind ? ` ${kind}` : ''}). Nothing was half-done.\n`)
    if (process.env.GOLDTHREAD_DEBUG) process.stderr.write(`${stack}\n`)
    return 1
  }
}

/** The program with all its commands, not yet run. `ends` is told the exit code where it is not 0. */
export function programOf(ends: (code: number) => void): Command {
  const program = new Command('goldthread')
    .description('Goldthread: children’s services, from the record to the evidence.')
    .option(
      '--data <folder>',
      'folder of the embedded database (DATABASE_URL names a PostgreSQL server instead)',
      process.env.GOLDTHREAD_DATA ?? 'data',
    )
    .option('--authority <name>', 'the authority’s schema', process.env.GOLDTHREAD_AUTHORITY ?? 'estuary')
    .option('--as <person>', 'try the eyes of this person: a name or an account')
    .option('--today <date>', 'ask as of this day, YYYY-MM-DD', process.env.GOLDTHREAD_TODAY)
    .option('--json', 'print JSON')
    .option('--verbose', 'say every step as it begins')
    .showHelpAfterError('Try `bin/goldthread help`.')
    .exitOverride()
  const told = (command: Command): Setting => {
    const setting = command.optsWithGlobals<Setting>()
    if (setting.today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(setting.today))
      throw new ForPeople(`--today ${setting.today} is not a day: write YYYY-MM-DD.`)
    return setting
  }
  for (const add of [
    bringInCommand,
    takeBackCommand,
    findCommand,
    childCommand,
    dueCommand,
    measuresCommand,
    signalsCommand,
    digestCommand,
    clocksCommand,
    workdayCommand,
    spcCommand,
    templateCommand,
    exportCommand,
    sqlCommand,
    moveCommand,
    peopleCommand,
    settingsCommand,
    summariesCommand,
    demoCommand,
    docsCommand,
    serveCommand,
  ])
    add(program, told, ends)
  return program
}
