import type { Found } from '../../engine/signals/found.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { monthName } from '../../engine/measures/months.ts'
import { countOf, thousands } from '../../engine/web/words.ts'
import { figureInWords, monthWords } from '../digest/words.ts'

/** How a signal is said: one plain sentence of what, where, since when, from what to what; and beneath it how many and how sure. */

/** The words of a place: ' in Family Support South', ' (ethnic group: Mixed)'. */
export interface PlaceWords {
  readonly label: string
  readonly value: string
}

const namesOfPlaces = new Set(['team', 'workers-team', 'organisation'])

const atPlace = (found: Found, words: PlaceWords | null): string => {
  if (found.place === null || words === null) return ''
  return namesOfPlaces.has(found.place.by) ? ` in ${words.value}` : ` (${words.label.toLowerCase()}: ${lowerFirst(words.value)})`
}

const lowerFirst = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

const month = (number: number): string => monthWords(monthName(number))

/** The sentence. */
export function sentenceOf(found: Found, place: PlaceWords | null): string {
  const { measure, from, to, since, months, kind } = found
  const what = `${measure.name}${atPlace(found, place)}`
  const now = figure(measure, to)
  const before = from === null ? '' : figure(measure, from)
  const up = from === null || to > from
  switch (kind) {
    case 'shift':
      return `${what}: ${now}${often(measure)} since ${month(since)}, ${up ? 'up' : 'down'} from ${before}.`
    case 'trend':
      return `${what}: ${now}${often(measure)} since ${month(since)}, ${up ? 'up' : 'down'} from ${before}, and still ${up ? 'rising' : 'falling'}.`
    case 'outlier':
      return `${what}: ${now} in ${month(since)}, ${up ? 'up' : 'down'} from ${before}${often(measure)} before.`
    case 'target':
      return `${what}: ${now} ${duringWords(found)}. As things go the target of ${before} will not be met.`
    case 'apart':
      return `${what}: ${now}, against ${before} elsewhere, ${duringWords(found)}.`
    case 'group':
      return `${what}: ${now}, against ${before} of others, ${duringWords(found)}.`
    case 'unrecorded':
    case 'words':
    case 'text':
    case 'between':
      return `${what}: ${now} ${duringWords(found)}. ${measure.better === 'higher' ? 'At least' : 'No more than'} ${before} could be expected.${
        months[0] > since ? ` It has been so since ${month(since)} or before.` : ''
      }`
  }
}

const duringWords = ({ measure, months }: Found): string =>
  measure.of.lasts
    ? `at the end of ${month(months[1])}`
    : `in the ${countOf(months[1] - months[0] + 1, 'month', 'months')} to ${month(months[1])}`

/** A count of what happens is told as so many a month. */
const often = ({ statistic, of }: Measure): string => (statistic === 'count' && !of.lasts ? ' a month' : '')

function figure(measure: Measure, value: number): string {
  const rounded = measure.statistic === 'count' && value >= 10 ? Math.round(value) : Math.round(value * 10) / 10
  return figureInWords(measure.statistic === 'median' ? { statistic: 'mean', unit: measure.unit } : measure, rounded)
}

/** What stands beneath: '65 children. 73 of 161. Very sure: chance does this less than once in 1,000.' */
export function moreOf(found: Found, whom: string, children: number): string {
  const { measure, above, below, seen, since } = found
  const short = measure.statistic === 'share' && measure.better !== 'neutral'
  const counted = measure.of.lasts
    ? `${thousands(children)} ${whom} at the end of ${month(found.months[1])}`
    : `${thousands(children)} ${whom}`
  const cases =
    measure.statistic === 'share' && !measure.of.lasts
      ? ` ${short ? thousands(Math.round(measure.better === 'higher' ? below - above : above)) : thousands(Math.round(above))} of ${thousands(Math.round(below))} cases.`
      : ''
  const first = seen > since && seen < found.months[1] ? ` It could first be told at the end of ${month(seen)}.` : ''
  return `${counted}.${cases} ${surely(found.confidence)}.${first}`
}

/** How sure, in words. */
function surely(confidence: number): string {
  const chance = 1 - confidence
  if (chance < 1e-4) return 'Very sure: chance does this less than once in 10,000 times'
  if (chance < 1e-3) return 'Very sure: chance does this less than once in 1,000 times'
  if (chance < 1e-2) return 'Sure: chance does this less than once in 100 times'
  return 'Fairly sure: chance does this less than once in 20 times'
}
