import type { Database, Transaction } from '../../engine/database/database.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { countOf, longDate, thousands } from '../../engine/web/words.ts'
import { keysOf, mayByRole } from '../../authority/permissions.ts'
import { settingOf } from '../../authority/settings.ts'
import type { MeasuredNow } from '../digest/measured.ts'
import { keepSignals, keptSignals } from './kept.ts'
import { reachOf, rowsFor, type SignalRow } from './reach.ts'

/** The weekly message of signals: to each who answers them, in their reach, with counts and links; no name and no sentence of a signal. */

export interface WeeklyMessage {
  readonly account: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** The messages of the week that ends on a day. What there is to tell is worked out first. @param day plain date */
export async function weeklyMessages(database: Database, measuredNow: MeasuredNow, day: string): Promise<WeeklyMessage[]> {
  await keepSignals(database, measuredNow, day)
  const people = await database.transaction({ actor: 'weekly message', keys: ['staff'], role: 'reads' }, (tx) =>
    tx.query<{ account: string; role: string; email: string }>(
      `select subject as account, role, email from account
       where email is not null and withdrawn_at is null and (ended_on is null or ended_on > current_date) order by subject`,
    ),
  )
  const messages: WeeklyMessage[] = []
  for (const { account, role, email } of people) {
    if (!(mayByRole[role] ?? []).includes('answer signals')) continue
    // As the person, with the person's keys.
    const text = await database.transaction({ actor: account, keys: keysOf(role), role: 'reads' }, (tx) => textFor(tx, account, role, day))
    if (text !== null) messages.push({ account, to: email, subject: `Goldthread: what changed, week to ${longDate(day)}`, text })
  }
  return messages
}

async function textFor(tx: Transaction, account: string, role: string, day: string): Promise<string | null> {
  const run = await keptSignals(tx, day)
  if (run === null || run.looked === 0) return null
  const site = ((await settingOf(tx, 'site-address')) ?? '').replace(/\/$/, '')
  const rows = (await rowsFor(tx, run, await reachOf(tx, account, role))).filter(({ inReach }) => inReach)
  return weeklyText(rows, day, site)
}

/** The words of the message. @param site the address of the pages, without / at its end */
export function weeklyText(rows: readonly SignalRow[], day: string, site: string): string {
  const since = longDate(addDays(day, -7))
  const fresh = rows.filter(({ isNew }) => isNew)
  const worse = fresh.filter(({ signal }) => signal.direction === 'worse').length
  const waiting = rows.filter(({ standing }) => standing !== 'answered')
  const back = waiting.filter(({ standing }) => standing === 'come back').length
  const first =
    fresh.length === 0
      ? `No signal is new since ${since}.`
      : `${countOf(fresh.length, 'signal is', 'signals are')} new since ${since}${worse === 0 ? '' : `, ${worse} of them worse`}.`
  const second =
    waiting.length === 0
      ? 'None waits for an answer.'
      : `${waiting.length === 1 ? '1 waits' : `${waiting.length} wait`} for an answer${back === 0 ? '' : `, ${back} of them answered before and worse or other since`}.`
  const byArea = [...Map.groupBy(fresh, ({ signal }) => signal.area)].map(([area, those]) => {
    const most = few(Math.max(...those.map(({ signal }) => signal.children)))
    const counting = those.length === 1 ? `counting ${most}` : `the largest counting ${most}`
    return `${area}: ${countOf(those.length, 'signal', 'signals')}, ${counting}\n${site}/signals?area=${encodeURIComponent(area)}`
  })
  return `${longDate(day)}\n\n${[`${first} ${second}\n${site}/signals`, ...byArea].join('\n\n')}\n\nThis message names nobody. What it counts opens in Goldthread, after you have signed in.\n`
}

/** Few could be told who they are. */
const few = (count: number): string => (count < 6 ? 'a few' : thousands(count))
