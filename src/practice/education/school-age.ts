import type { Clock, Start } from '../../engine/clocks/clock.ts'
import { addDays, birthday, dayNumber, plainDay, weekday } from '../../engine/clocks/days.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import { person } from '../person/records.ts'

/**
 * Compulsory school age: from the first 31 August, 31 December or 31 March on or after the fifth birthday, until the last Friday in June of the
 * school year (September to August) in which a child turns 16 (Education Act 1996, section 8, and the orders under it).
 */

/** The first day of compulsory school age, and the first day after it. */
export function compulsorySchoolAge(bornOn: string): { readonly from: string; readonly until: string } {
  const [fifth, sixteenth] = [birthday(bornOn, 5), birthday(bornOn, 16)]
  const year = fifth.slice(0, 4)
  const from = [`${year}-03-31`, `${year}-08-31`, `${year}-12-31`].find((day) => day >= fifth) as string
  const leaves = Number(sixteenth.slice(0, 4)) + (sixteenth.slice(5, 7) >= '09' ? 1 : 0)
  return { from, until: addDays(lastFridayInJune(leaves), 1) }
}

function lastFridayInJune(year: number): string {
  const last = dayNumber(`${year}-06-30`)
  return plainDay(last - ((weekday(last) + 3) % 7))
}

/**
 * Starts while a child is of compulsory school age, each ended with it. What begins earlier waits for that age, or falls away.
 * A child whose birth date is not known is taken to be of that age.
 */
export function whileOfSchoolAge(starts: Clock['starts'], { early }: { readonly early: 'waits' | 'falls away' }): Clock['starts'] {
  return (thread, terms) => {
    const begun = starts(thread, terms)
    const { bornOn } = thread.about(person)
    if (begun.length === 0 || bornOn === null) return begun
    const age = compulsorySchoolAge(bornOn)
    return begun.flatMap((start): Start[] => {
      const at = start.at < age.from && early === 'waits' ? age.from : start.at
      const until = earliestOf(start.until, { at: age.until, by: { table: person.table, id: thread.subject.id } })
      return at < age.from || (until !== null && until.at <= at) ? [] : [{ ...start, at, until }]
    })
  }
}
