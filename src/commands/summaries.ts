import type { Command } from 'commander'
import { clockwork } from '../clocks.ts'
import { settingOf } from '../authority/settings.ts'
import type { Database } from '../engine/database/database.ts'
import { inLondon } from '../engine/web/words.ts'
import { sendSummaries, summariesFor, type Sent } from '../oversight/summaries.ts'
import { recordKinds } from '../record-kinds.ts'
import { print } from './json.ts'
import { ForPeople, note, pageDayOf, someone, withDatabase, type AddCommand } from './setting.ts'

/** The daily summaries: sent, or shown without sending. A server that runs sends them by itself, each morning. */
export const summariesCommand: AddCommand = (program, told, ends) => {
  program
    .command('summaries')
    .option('--show', 'print them and send none')
    .description('send each person the summary of the day: counts and links, no names')
    .action(async ({ show }: { show?: boolean }, command: Command) => {
      const setting = told(command)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        const day = await pageDayOf(database, setting)
        await note(database, who, show ? 'Looked at the daily summaries' : 'Sent the daily summaries', { detail: day })
        if (show) {
          const all = await summariesFor(database, clockwork, recordKinds, day)
          print(setting.json, all, () => all.map(({ to, subject, text }) => `To: ${to}\nSubject: ${subject}\n\n${text}`).join('\n'))
          return
        }
        const sent = await sendToday(database, day)
        if (sent === null)
          throw new ForPeople('Say where summaries go: `bin/goldthread settings set mail <folder or smtp://…>`. Nothing was sent.')
        print(setting.json, sent, () => inWords(sent))
        if (sent.failed.length > 0) ends(1)
      })
    })
}

const inWords = ({ sent, left, failed }: Sent): string =>
  [`${sent} sent, ${left} had theirs already.`, ...failed.map(({ account, why }) => `Not sent to ${account}: ${why}`)].join('\n')

/** Sends the summaries of a day to where the authority has set; null where it has set nothing. */
async function sendToday(database: Database, day: string): Promise<Sent | null> {
  const { mail, from } = await database.transaction({ actor: 'daily summary', role: 'reads', keys: ['staff'] }, async (tx) => ({
    mail: await settingOf(tx, 'mail'),
    from: await settingOf(tx, 'mail-from'),
  }))
  return mail === null ? null : sendSummaries(database, clockwork, recordKinds, day, mail, from ?? 'goldthread@localhost')
}

const everyMinutes = 5
const from = '07:00'

/** While the server runs: from seven each morning, London time, sends what has not been sent that day. Gives what stops it. */
export function sendEachMorning(database: Database, dayOf: () => Promise<string>, report: (line: string) => void): () => void {
  let busy = false
  const look = async (): Promise<void> => {
    if (busy || inLondon(new Date()).time < from) return
    busy = true
    try {
      const sent = await sendToday(database, await dayOf())
      if (sent && (sent.sent > 0 || sent.failed.length > 0))
        report(`Daily summaries: ${sent.sent} sent, ${sent.failed.length} could not be sent.`)
    } catch (error) {
      report(`Daily summaries could not be sent (${error instanceof Error ? error.name : 'unknown'}).`)
    } finally {
      busy = false
    }
  }
  void look()
  const timer = setInterval(() => void look(), everyMinutes * 60_000)
  return () => clearInterval(timer)
}
