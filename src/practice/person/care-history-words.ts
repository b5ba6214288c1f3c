/** A care history in words: what the picture shows, for those who hear the page. */
import { longDate } from '../../engine/web/words.ts'
import { laneNames, type CareHistory, type Happening } from './care-history-shapes.ts'
import type { ChronologyPeriod } from './chronology.ts'
import { lowerFirst } from './standing-words.ts'

/** '6 May 2014 to 20 November 2014', or 'since 4 January 2016'. */
export const spanInWords = ({ from, to }: Pick<ChronologyPeriod, 'from' | 'to'>): string =>
  to === null ? `since ${longDate(from)}` : from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`

/** More than this many stretches are summed up: a sentence of twenty dates is read by nobody, and the table has them. */
const mostTold = 4

/** The picture in words, a sentence for each lane. */
export function careHistoryInWords({ periods, contacts }: CareHistory): string[] {
  return laneNames.flatMap((name) => {
    if (name === 'Contacts')
      return contacts.length === 0 ? [] : [`${countInWords(contacts.length, 'contact', 'contacts')}${onInWords(contacts)}.`]
    const own = periods.filter(({ kind }) => kind === name)
    const [first] = own
    if (!first) return []
    const alike = own.every(({ label }) => label === first.label)
    const named = alike && first.label.toLowerCase() !== name.toLowerCase() ? `${name} (${lowerFirst(first.label)})` : name
    if (own.length > mostTold)
      return [`${named}: ${own.length} times, the first from ${longDate(first.from)}, the last ${spanInWords(own.at(-1) ?? first)}.`]
    return [
      `${named}: ${own.map((period) => (alike ? spanInWords(period) : `${lowerFirst(period.label)}, ${spanInWords(period)}`)).join('; ')}.`,
    ]
  })
}

const countInWords = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

function onInWords(contacts: readonly Happening[]): string {
  const days = contacts.map(({ on }) => on).sort()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  return days.length === 1 ? ` on ${longDate(first)}` : ` between ${longDate(first)} and ${longDate(last)}`
}
