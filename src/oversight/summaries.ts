import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { Database, Transaction } from '../engine/database/database.ts'
import { sendEach } from '../engine/mail/send-mail.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { countOf, longDate } from '../engine/web/words.ts'
import { keysOf, mayByRole } from '../authority/permissions.ts'
import { settingOf } from '../authority/settings.ts'
import { myWork, standsFor } from './my-work.ts'
import { teamStanding } from './team.ts'

/** The daily summary: to each person a message with counts and links, and no name of anybody. */

export interface Summary {
  readonly account: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Sent {
  readonly sent: number
  /** Accounts that had theirs already, or have nothing to be told. */
  readonly left: number
  readonly failed: readonly { readonly account: string; readonly why: string }[]
}

const acting = { actor: 'daily summary', keys: ['staff'] } as const

/** The summaries of a day for everyone who works with children or manages a team and has an e-mail address. @param day plain date */
export async function summariesFor(database: Database, work: Clockwork, kinds: readonly RecordKind[], day: string): Promise<Summary[]> {
  const people = await database.transaction({ ...acting, role: 'reads' }, (tx) =>
    tx.query<{ account: string; role: string; email: string }>(
      `select subject as account, role, email from account
       where email is not null and withdrawn_at is null and (ended_on is null or ended_on > current_date) order by subject`,
    ),
  )
  const summaries: Summary[] = []
  for (const { account, role, email } of people) {
    if (!(mayByRole[role] ?? []).includes('read a child')) continue
    // As the person, with the person's keys: a summary counts what they may see and nothing else.
    const text = await database.transaction({ actor: account, keys: keysOf(role), role: 'reads' }, (tx) =>
      textFor(tx, work, kinds, account, role, day),
    )
    if (text !== null) summaries.push({ account, to: email, subject: `Goldthread: what is due, ${longDate(day)}`, text })
  }
  return summaries
}

async function textFor(
  tx: Transaction,
  work: Clockwork,
  kinds: readonly RecordKind[],
  account: string,
  role: string,
  day: string,
): Promise<string | null> {
  const site = ((await settingOf(tx, 'site-address')) ?? '').replace(/\/$/, '')
  const { worker, team } = await standsFor(tx, account)
  const parts: string[] = []
  if (worker !== null) {
    const { children, today, overdue, week } = await myWork(tx, work, account, day)
    if (children.length > 0 || overdue.length + today.length + week.length > 0)
      parts.push(
        `Your work: ${countOf(today.length, 'thing is', 'things are')} due today, ${overdue.length} overdue, ${week.length} in the next 7 days.\n${site}/my-work`,
      )
  }
  const standing = team !== null && (mayByRole[role] ?? []).includes('see teams') ? await teamStanding(tx, work, kinds, team, day) : null
  if (standing !== null) {
    const overdue = standing.clocks.reduce((sum, { late }) => sum + late, 0)
    parts.push(
      `Your team: ${countOf(standing.nobody.length, 'child has', 'children have')} no social worker, ${countOf(overdue, 'thing is', 'things are')} overdue, ` +
        `${countOf(standing.drifting.length, 'child looks', 'children look')} as if they drift.\n${site}/teams/${team}`,
    )
  }
  if (parts.length === 0) return null
  return `${longDate(day)}\n\n${parts.join('\n\n')}\n\nThis message names nobody. What it counts opens in Goldthread, after you have signed in.\n`
}

/** A daily and a weekly message may go out on one day. */
export type KindOfSummary = 'day' | 'week'

/**
 * Sends the summaries of a day to the place that the authority has set: a folder or a mail server. Whoever had theirs already has no second;
 * one that could not be sent is told, and tried again the next time.
 */
export async function sendSummaries(
  database: Database,
  kind: KindOfSummary,
  summaries: readonly Summary[],
  day: string,
  place: string,
  from: string,
): Promise<Sent> {
  // Claimed before they go: two servers that send at one time send one each.
  const mine: Summary[] = []
  for (const summary of summaries) {
    const claimed = await database.transaction({ ...acting, role: 'writes' }, (tx) =>
      tx.run(
        `insert into summary_sent (account, day, kind) values ($1, $2::date, $3)
         on conflict (account, day, kind) do update set failed = false, sent_at = excluded.sent_at where summary_sent.failed`,
        [summary.account, day, kind],
      ),
    )
    if (claimed > 0) mine.push(summary)
  }
  const mails = mine.map(({ to, subject, text }) => ({ from, to, subject, text }))
  const failed = (await sendEach(mails, place)).map(({ mail, why }) => ({ account: (mine[mails.indexOf(mail)] as Summary).account, why }))
  for (const { account } of failed)
    await database.transaction({ ...acting, role: 'writes' }, (tx) =>
      tx.run('update summary_sent set failed = true where account = $1 and day = $2::date and kind = $3', [account, day, kind]),
    )
  return { sent: mine.length - failed.length, left: summaries.length - mine.length, failed }
}
