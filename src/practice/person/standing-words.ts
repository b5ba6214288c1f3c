/** How a child's standing is said: the words on the list of those found, on the child's page, and wherever else. */
import type { TagColour } from '../../engine/web/components/content.tsx'
import { ageOn, longDate } from '../../engine/web/words.ts'
import type { Heading, Standing, StandingPlacement } from './standing.ts'

export const headingColours: Readonly<Record<Heading, TagColour>> = {
  'In care': 'teal',
  'Protection plan': 'purple',
  'In need': 'blue',
  'Early help': 'green',
  'Care leaver': 'magenta',
  Closed: 'grey',
  Died: 'grey',
  'Nothing open': 'grey',
}

/** What stands where one asks with whom the child lives, under the name it goes by: 'Lives with', 'Lives at', or 'Closed'. */
export function livesWhere({ placement, home, heading, closedOn }: Standing): { readonly name: string; readonly words: string | null } {
  if (placement) return { name: 'Lives with', words: placementInWords(placement) }
  if (heading === 'Closed' && closedOn !== null) return { name: 'Closed', words: longDate(closedOn) }
  return { name: home ? 'Lives at' : 'Lives with', words: home?.words ?? null }
}

/** What whoever works with the child is called: after care it is a personal adviser. */
export const workerIs = ({ worker, lastWorker }: Standing): string =>
  worker?.code === 'PA' ? 'Personal adviser' : worker || !lastWorker ? 'Social worker' : 'Last social worker'

/** 'Foster care, not long term, 24 miles from home'. The type says what kind of home it is; no source gives the carers' names. */
const placementInWords = ({ words, distanceMiles }: StandingPlacement): string =>
  [words, milesInWords(distanceMiles)].filter((part) => part !== null).join(', ')

/** '24 miles from home'. Null where it is not recorded, or could not be worked out (999.9 in the looked-after return). */
export function milesInWords(distance: string | null): string | null {
  const miles = Number(distance)
  if (distance === null || !Number.isFinite(miles) || miles >= 999) return null
  if (miles < 0.5) return 'less than a mile from home'
  const whole = Math.round(miles)
  return `${whole} ${whole === 1 ? 'mile' : 'miles'} from home`
}

/** 'third': how many there have been, as people say it; in figures from eleven on. */
export const ordinal = (count: number): string =>
  ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'][count] ??
  `${count}${ordinalEnding(count)}`

const ordinalEnding = (count: number): string => {
  if (count % 100 >= 11 && count % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'
}

export interface BornOrDue {
  readonly born: string | null
  readonly expected: string | null
  readonly died: string | null
}

/** Birth and age as a name and its words: 'Born', '9 May 2004, aged 11'. For somebody who has died, the age they reached. */
export function birthInWords({ born, expected, died }: BornOrDue, day: string): { readonly name: string; readonly words: string | null } {
  if (born !== null) return { name: 'Born', words: `${longDate(born)}${agedOn(born, died !== null && died < day ? died : day)}` }
  if (expected !== null) return { name: expected < day ? 'Was due' : 'Due', words: longDate(expected) }
  return { name: 'Born', words: null }
}

const agedOn = (born: string, day: string): string => {
  const age = ageOn(born, day)
  if (age === null) return ''
  return age > 0 ? `, aged ${age}` : ', under 1'
}

/** 'Boy' or 'Girl' until 18, then 'Male' or 'Female'. The record holds the sex, as on the certificate of birth or gender recognition. */
export function sexInWords(sex: string | null, born: string | null, day: string): string {
  const grown = born !== null && (ageOn(born, day) ?? 0) >= 18
  if (sex === 'M') return grown ? 'Male' : 'Boy'
  if (sex === 'F') return grown ? 'Female' : 'Girl'
  return 'Sex not known'
}

export const lowerFirst = (words: string): string => (/^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words)
