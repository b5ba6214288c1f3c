import type { Database } from '../src/engine/database/database.ts'
import type { Driver } from '../src/engine/database/driver.ts'
import { longDate, typedDay } from '../src/engine/web/words.ts'
import type { DemoAsked } from '../src/commands/demo-asked.ts'
import { madeHere, makeAgain, todayOf } from './demonstration.ts'

type Filled = Database & { readonly driver: Driver }

/** The day that counts as today in the demonstration, and going to another: all of it is made again as things stood then. */
export interface DemoDays {
  /** The day, in words, and which days there are; null where the demonstration has one day only. */
  readonly about: () => { readonly today: string; readonly first: string; readonly last: string } | null
  /** What is being made just now: nothing else can be shown meanwhile. */
  readonly busy: () => { readonly words: string; readonly share: number } | null
  /** Begins to go to a day as somebody typed it; gives a sentence where it is not one of the history. */
  readonly goTo: (typed: string) => string | null
}

export async function demoDays(database: () => Filled, say: (words: string) => void): Promise<DemoDays> {
  let made: DemoAsked | null = await madeHere(database())
  let busy: { words: string; share: number } | null = null
  const whole = (): Exclude<DemoAsked, { size: 'told' }> | null => (made === null || made.size === 'told' ? null : made)
  return {
    about: () => {
      const asked = whole()
      return asked && { today: longDate(todayOf(asked)), first: `${asked.from}`, last: `${asked.to}` }
    },
    busy: () => busy,
    goTo: (typed) => {
      const asked = whole()
      if (asked === null || busy !== null) return 'This demonstration has one day only.'
      const day = typedDay(typed)
      if (day === null || day < `${asked.from}-01-01` || day > `${asked.to}-12-31`)
        return `${typed === '' ? 'Nothing' : `“${typed.slice(0, 40)}”`} is not a day from ${asked.from} to ${asked.to}. Give one, such as 3 March 2016.`
      const wanted = { ...asked, today: day }
      busy = { words: `Going to ${longDate(day)}`, share: 0 }
      makeAgain(database(), wanted, (words, share) => (busy = { words, share }))
        .then(() => (made = wanted))
        .catch((error: unknown) => say(`Going to another day did not succeed: ${error instanceof Error ? error.message : String(error)}`))
        .finally(() => (busy = null))
      return null
    },
  }
}
