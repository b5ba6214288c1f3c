import type { Command } from 'commander'
import { clockwork } from '../clocks.ts'
import { settingOf } from '../authority/settings.ts'
import { dayNumber, weekday } from '../engine/clocks/days.ts'
import type { Database } from '../engine/database/database.ts'
import { inLondon } from '../engine/web/words.ts'
import { keepSignals } from '../improvement/signals/kept.ts'
import { weeklyMessages } from '../improvement/signals/weekly.ts'
import { measuredNow } from '../measured.ts'
import { sendSummaries, summariesFor, type KindOfSummary, type Sent, type Summary } from '../oversight/summaries.ts'
import { recordKinds } from '../record-kinds.ts'
import { print } from './json.ts'
import { ForPeople, note, pageDayOf, someone, withDatabase, type AddCommand } from './setting.ts'

/** The daily summaries and the weekly message of signals: sent, or shown without sending. A server that runs sends them by itself. */
export const summariesCommand: AddCommand = (program, told, ends) => {
  program
    .command('summaries')
    .option('--weekly', 'the weekly message of signals instead of the summary of the day')
    .option('--show', 'print them and send none')
    .description('send each person the summary of the day, or what changed in the week: counts and links, no names')
    .action(async ({ show, weekly }: { show?: boolean; weekly?: boolean }, command: Command) => {
      const setting = told(command)
      const kind = weekly === true ? 'week' : 'day'
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        const day = await pageDayOf(database, setting)
        const which = kind === 'week' ? 'weekly messages' : 'daily summaries'
        await note(database, who, show ? `Looked at the ${which}` : `Sent the ${which}`, { detail: day })
        if (show) {
          const all = await messagesOf(database, kind, day)
          print(setting.json, all, () => all.map(({ to, subject, text }) => `To: ${to}\nSubject: ${subject}\n\n${text}`).join('\n'))
          return
        }
        const sent = await send(database, kind, day)
        // So that the page of signals is there at once for whoever opens it first.
        await keepSignals(database, measuredNow, day)
        if (sent === null)
          throw new ForPeople('Say where summaries go: `bin/goldthread settings set mail <folder or smtp://…>`. Nothing was sent.')
        print(setting.json, sent, () => inWords(sent))
        if (sent.failed.length > 0) ends(1)
      })
    })
}

const inWords = ({ sent, left, failed }: Sent): string =>
  [`${sent} sent, ${left} had theirs already.`, ...failed.map(({ account, why }) => `Not sent to ${account}: ${why}`)].join('\n')

const messagesOf = (database: Database, kind: KindOfSummary, day: string): Promise<Summary[]> =>
  kind === 'week' ? weeklyMessages(database, measuredNow, day) : summariesFor(database, clockwork, recordKinds, day)

/** Sends the messages of a day to where the authority has set; null where it has set nothing. */
async function send(database: Database, kind: KindOfSummary, day: string): Promise<Sent | null> {
  const { mail, from } = await database.transaction({ actor: 'daily summary', role: 'reads', keys: ['staff'] }, async (tx) => ({
    mail: await settingOf(tx, 'mail'),
    from: await settingOf(tx, 'mail-from'),
  }))
  if (mail === null) return null
  return sendSummaries(database, kind, await messagesOf(database, kind, day), day, mail, from ?? 'goldthread@localhost')
}

const everyMinutes = 5
/** Signals are worked out before anybody comes in; messages go when people begin. */
const [signalsFrom, from] = ['06:00', '07:00']

/**
 * While the server runs, London time: from six each morning works out the signals of the day, from seven sends what has not been sent that day, on Mondays the
 * weekly message too. Gives what stops it.
 */
export function sendEachMorning(database: Database, dayOf: () => Promise<string>, report: (line: string) => void): () => void {
  let busy = false
  // The trial database does one thing at a time: whoever has just started it is not kept waiting.
  let looksForSignals = database.where === 'server'
  const look = async (): Promise<void> => {
    const { time } = inLondon(new Date())
    if (busy || time < signalsFrom) return
    busy = true
    try {
      const day = await dayOf()
      if (looksForSignals)
        await keepSignals(database, measuredNow, day).catch((error: unknown) =>
          report(`Signals could not be worked out (${error instanceof Error ? error.name : 'unknown'}).`),
        )
      looksForSignals = true
      if (time < from) return
      const isMonday = weekday(dayNumber(day)) === 0
      for (const kind of isMonday ? (['day', 'week'] as const) : (['day'] as const)) {
        const sent = await send(database, kind, day)
        if (sent && (sent.sent > 0 || sent.failed.length > 0))
          report(`${kind === 'day' ? 'Daily summaries' : 'Weekly messages'}: ${sent.sent} sent, ${sent.failed.length} could not be sent.`)
      }
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
