import type { Command } from 'commander'
import type { Database, Transaction } from '../engine/database/database.ts'
import { monthName } from '../engine/measures/months.ts'
import { isPlainDate, lastInstantOf, londonDay } from '../engine/web/words.ts'
import { behindSignal, monthToldOn, tellSignals, type ToldOfMonth } from '../improvement/signals/tell-signals.ts'
import { measuredNow } from '../measured.ts'
import { aligned, print } from './json.ts'
import { ForPeople, note, pageDayOf, someone, withDatabase, type AddCommand, type Setting, type Someone } from './setting.ts'

/** What changed, where, since when, how sure, which children: of all measures and everything they are parted by. */
export const signalsCommand: AddCommand = (program, told) => {
  program
    .command('signals')
    .option('--as-at <date>', 'as it could be told that day, YYYY-MM-DD: from what had been recorded by then')
    .description('what changed, differs or is missing, beyond chance; those that matter most to children first')
    .action(async (options: { readonly asAt?: string }, command: Command) => {
      const setting = told(command)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'see figures')
        const asked = await askedFor(database, setting, options.asAt)
        await note(database, who, 'Asked for signals', { detail: asked.day })
        const { told: all, silent, month } = await asAt(database, who, asked, tellAll)
        print(
          setting.json,
          all.map(({ signal }) => signal),
          () =>
            [
              ...all.map(
                ({ signal }) =>
                  `${signal.partOf === null ? '\n' : '    '}${signal.sentence}\n${signal.partOf === null ? '' : '    '}  ${signal.more}\n${signal.partOf === null ? '' : '    '}  ${signal.id}`,
              ),
              `\n${all.length === 0 ? 'Nothing shows a change beyond chance' : 'Of the other measures nothing is beyond chance'}: ${silent} of them were looked at, to the end of ${monthName(month)}.`,
            ].join('\n'),
        )
      })
    })
  program
    .command('signal')
    .argument('<id>', 'as `bin/goldthread signals` lists them')
    .option('--as-at <date>', 'as it could be told that day, YYYY-MM-DD')
    .option('--children', 'whom it counts')
    .description('one signal: what it says, its parts, what moved before it, and whom it counts')
    .action(async (id: string, options: { readonly asAt?: string; readonly children?: boolean }, command: Command) => {
      const setting = told(command)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, options.children === true ? 'read a child' : 'see figures')
        const asked = await askedFor(database, setting, options.asAt)
        await note(database, who, 'Asked for a signal', { detail: `${id}, ${asked.day}${options.children === true ? ', children' : ''}` })
        const { told: all } = await asAt(database, who, asked, tellAll)
        const one = all.find(({ signal }) => signal.id === id)
        if (!one)
          throw new ForPeople(`There is no signal “${id}” as at ${asked.day}. \`bin/goldthread signals --as-at ${asked.day}\` lists them.`)
        const parts = all.filter(({ signal }) => signal.partOf === id).map(({ signal }) => signal)
        const before = all.filter(({ signal }) => one.signal.movedBefore.includes(signal.id)).map(({ signal }) => signal)
        const children = options.children === true ? await asAt(database, who, asked, (tx) => behindOf(tx, one)) : undefined
        print(setting.json, { ...one.signal, parts, before, ...(children && { behind: children }) }, () =>
          [
            one.signal.sentence,
            one.signal.more,
            ...(before.length > 0 ? ['\nWhat moved before it', ...before.map(({ sentence }) => `  ${sentence}`)] : []),
            ...(parts.length > 0 ? ['\nParts of it', ...parts.map(({ sentence }) => `  ${sentence}`)] : []),
            ...(children ? [`\n${aligned(children.map((each) => [each.child, each.on, each.until ?? '', each.record]))}`] : []),
          ].join('\n'),
        )
      })
    })
}

/** Of which day signals are asked, and whether as they could be told then: else from everything that is recorded. */
interface Asked {
  readonly day: string
  readonly then: boolean
}

/** @throws ForPeople where the date given is none, or still to come */
async function askedFor(database: Database, setting: Setting, given: string | undefined): Promise<Asked> {
  if (given === undefined) return { day: await pageDayOf(database, setting), then: false }
  if (!isPlainDate(given)) throw new ForPeople(`--as-at ${given} is not a date: write YYYY-MM-DD.`)
  const today = londonDay(new Date())
  if (given > today) throw new ForPeople(`--as-at ${given} is still to come: give a day up to today, ${today}.`)
  return { day: given, then: given < today }
}

const tellAll = async (tx: Transaction, { day }: Asked, promptly: boolean): Promise<ToldOfMonth> =>
  tellSignals(tx, await measuredNow(tx), monthToldOn(day, promptly))

/** All signals as they could be told on a past day. */
export const signalsAsAt = (database: Database, who: Pick<Someone, 'actor' | 'keys'>, day: string): Promise<ToldOfMonth> =>
  asAt(database, who, { day, then: true }, tellAll)

/**
 * In a transaction that sees what had been recorded by the end of a day. A day before anything had been recorded here lies in a history that was brought in later:
 * then everything is taken as known on the day it bears, since nobody can say when it was.
 */
async function asAt<T>(
  database: Database,
  who: Pick<Someone, 'actor' | 'keys'>,
  asked: Asked,
  work: (tx: Transaction, asked: Asked, promptly: boolean) => Promise<T>,
): Promise<T> {
  const acting = { actor: who.actor, keys: who.keys, role: 'reads' } as const
  if (!asked.then) return database.transaction(acting, (tx) => work(tx, asked, false))
  const first = await database.transaction(acting, firstRecorded)
  if (first !== null && asked.day < first) return database.transaction(acting, (tx) => work(tx, asked, true))
  return database.transaction({ ...acting, knownAt: lastInstantOf(asked.day) }, (tx) => work(tx, asked, false))
}

/** The day on which the first person was recorded here; null where none is. */
async function firstRecorded(tx: Transaction): Promise<string | null> {
  const [row] = await tx.query<{ first: string | null }>(
    `select min(first)::text as first from (select min(known_from) as first from person union all select min(known_from) from person_history) known`,
  )
  return row?.first === undefined || row.first === null ? null : londonDay(row.first)
}

async function behindOf(tx: Transaction, { found }: ToldOfMonth['told'][number]) {
  const measured = await measuredNow(tx)
  const behind = await behindSignal(tx, measured, found)
  const table = found.measure.of.about.table
  const rows = await tx.query<{ id: string; number: string | null }>(
    `select id, source_id as number from ${table} where id = any ($1::uuid[])`,
    [`{${[...new Set(behind.map(({ subject }) => subject))].join(',')}}`],
  )
  const numbers = new Map(rows.map(({ id, number }) => [id, number ?? id]))
  return behind.map(({ subject, fact }) => ({
    child: numbers.get(subject) ?? subject,
    on: fact.on,
    until: fact.until ?? null,
    says: fact.says ?? {},
    record: `${fact.by.table}/${fact.by.id}`,
  }))
}
