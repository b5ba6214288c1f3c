import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Acting, Database } from '../engine/database/database.ts'
import type { Driver } from '../engine/database/driver.ts'
import { isKeptBy, keepAll } from '../engine/clocks/keep.ts'
import { openDatabase, type Place } from '../engine/records/open.ts'
import { londonDay } from '../engine/web/words.ts'
import { keysOf, mayByRole, type Permission } from '../authority/permissions.ts'
import { settingOf } from '../authority/settings.ts'
import { clockwork } from '../clocks.ts'
import { model } from '../model.ts'
import { progressLine } from './json.ts'

/** What every command is told: where the data is, whose eyes to use, which day it is. */
export interface Setting {
  readonly data: string
  readonly authority: string
  readonly as?: string | undefined
  readonly today?: string | undefined
  readonly json?: boolean | undefined
  /** Say every step as it begins, not only what takes longer than a second. */
  readonly verbose?: boolean | undefined
}

/** An error whose message is a sentence for the person at the terminal; nothing else is printed. */
export class ForPeople extends Error {}

/** The plain date in London that counts as today. */
export const todayOf = ({ today }: Setting): string => today ?? londonDay(new Date())

/** The plain date that counts as today where a child is shown: --today, else the demonstration's day, else the day it is. */
export async function pageDayOf(database: Database, setting: Setting): Promise<string> {
  if (setting.today !== undefined) return setting.today
  return (
    (await database.transaction({ actor: 'goldthread', role: 'reads', keys: ['staff'] }, (tx) => settingOf(tx, 'today'))) ??
    todayOf(setting)
  )
}

/** Where the authority’s database is. */
export const placeOf = ({ data, authority }: Setting): Place => ({
  url: process.env.DATABASE_URL || undefined,
  folder: resolve(data),
  schema: authority,
})

/** Opens the authority's database, does the work, closes it. */
export async function withDatabase<T>(
  setting: Setting,
  work: (database: Database & { readonly driver: Driver }) => Promise<T>,
): Promise<T> {
  const place = placeOf(setting)
  const there = place.url !== undefined || existsSync(place.folder)
  const slow = setTimeout(
    () => process.stderr.write(there ? 'Opening the database\n' : `Making the database in ${setting.data}, which takes some seconds\n`),
    1_500,
  )
  const database = await openDatabase(place, model)
    .catch((error: unknown) => {
      throw new ForPeople(error instanceof Error ? error.message : String(error))
    })
    .finally(() => clearTimeout(slow))
  try {
    await keepDue(database)
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Where the rules have changed since what is due was last worked out, works it out afresh. Otherwise it only looks. */
async function keepDue(database: Database): Promise<void> {
  const acting = { actor: 'goldthread', keys: ['staff'] } as const
  if (await database.transaction({ ...acting, role: 'reads' }, (tx) => isKeptBy(tx, clockwork))) return
  const progress = progressLine()
  await database.transaction({ ...acting, role: 'imports', reason: 'The rules of what is due have changed' }, async (tx) => {
    await tx.run('select pg_advisory_xact_lock(715401)')
    if (await isKeptBy(tx, clockwork)) return
    await keepAll(tx, clockwork, (subjects) =>
      progress.say(`The rules have changed. Working out afresh what is due: ${subjects.toLocaleString('en-GB')}`),
    )
  })
  progress.end()
}

/** Who acts at the terminal: the operating-system account as operator, or the person named by --as, with that person's role and keys. */
export interface Someone extends Omit<Acting, 'role'> {
  readonly named: string
  readonly as: string
}

/**
 * Finds who acts, and checks that they may.
 * @throws ForPeople when nobody of that name may sign in, or their role may not do this.
 */
export async function someone(database: Database, setting: Setting, permission: Permission): Promise<Someone> {
  const terminal = `terminal:${userInfo().username}`
  const found =
    setting.as === undefined
      ? { subject: terminal, name: userInfo().username, role: 'operator' }
      : await accountOf(database, terminal, setting.as)
  if (!(mayByRole[found.role] ?? []).includes(permission))
    throw new ForPeople(`${found.name}, ${found.role}, may not do this: it needs the permission “${permission}”.`)
  const actor = setting.as === undefined ? terminal : `${terminal} as ${found.subject}`
  return { actor, keys: keysOf(found.role), named: found.name, as: found.role }
}

async function accountOf(database: Database, terminal: string, wanted: string): Promise<{ subject: string; name: string; role: string }> {
  const rows = await database.transaction({ actor: terminal, role: 'reads', keys: ['staff'] }, (tx) =>
    tx.query<{ subject: string; name: string; role: string }>(
      `select subject, name, role from account where (subject = $1 or lower(name) = lower($1)) and withdrawn_at is null and (ended_on is null or ended_on > current_date)`,
      [wanted],
    ),
  )
  const [found] = rows
  if (!found || rows.length > 1)
    throw new ForPeople(
      found
        ? `More than one person is called “${wanted}”: name the account.`
        : `Nobody called “${wanted}” may sign in. \`bin/goldthread people\` lists who may.`,
    )
  return found
}

/** Notes a look in the log, in a transaction of its own, before anything is shown. */
export async function note(
  database: Database,
  who: Someone,
  name: string,
  look: { subject?: string | null; detail?: string; knownAt?: string | undefined } = {},
): Promise<void> {
  await database.transaction({ actor: who.actor, keys: who.keys, role: 'reads' }, (tx) =>
    tx.run('insert into look (role, name, subject, known_at, detail) values ($1, $2, $3, $4, $5::jsonb)', [
      who.as,
      name,
      look.subject ?? null,
      look.knownAt ?? null,
      look.detail === undefined ? null : JSON.stringify({ detail: look.detail }),
    ]),
  )
}

/** What each command is given: where to add itself, how to read the options, how to say its exit code. */
export interface AddCommand {
  (program: Command, told: (command: Command) => Setting, ends: (code: number) => void): void
}
