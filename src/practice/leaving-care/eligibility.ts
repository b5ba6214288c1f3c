import type { End } from '../../engine/clocks/clock.ts'
import { addDays, birthday, daysBetween } from '../../engine/clocks/days.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { timeInCare, type Stretch } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'

/**
 * Who is a care leaver, or will be. A child is eligible who is 16 or 17 and in care, and has been in care for 13 weeks in all since the fourteenth
 * birthday; leaving care then makes them relevant, and 18 former relevant (Children Act 1989, schedule 2, paragraph 19B, and sections 23A
 * and 23C; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 40). Series of short breaks do not count.
 */

/** A stretch of care in which a child is eligible. */
export interface EligibleStretch<S extends Stretch = Stretch> {
  readonly from: string
  /** The day of leaving care, or the eighteenth birthday where that comes first. */
  readonly until: string
  /** Whether it ended by leaving care before 18. */
  readonly leftCare: boolean
  readonly of: S
}

/** 13 weeks, wherever they lie since the fourteenth birthday. */
const daysNeeded = 13 * 7

/**
 * The stretches in which a child born on a day was eligible, earliest first. The first begins on the sixteenth birthday, or on the day after 13 weeks
 * in care where that is later.
 * @param care the times in care, short breaks left out, earliest first
 */
export function eligibleStretches<S extends Stretch>(bornOn: string, care: readonly S[]): readonly EligibleStretch<S>[] {
  const [fourteenth, sixteenth, eighteenth] = [birthday(bornOn, 14), birthday(bornOn, 16), birthday(bornOn, 18)]
  const found: EligibleStretch<S>[] = []
  let counted = 0
  let countedUntil = fourteenth
  for (const stretch of care) {
    const until = stretch.until ?? eighteenth
    const from = latest(stretch.from, countedUntil)
    if (from >= until) continue
    const eligible = latest(from, addDays(from, Math.max(0, daysNeeded - counted)), sixteenth)
    const ends = until < eighteenth ? until : eighteenth
    if (eligible < ends) found.push({ from: eligible, until: ends, leftCare: until < eighteenth, of: stretch })
    counted += daysBetween(from, until)
    countedUntil = until
  }
  return found
}

/** The stretches in which the child of a thread was eligible; none where the birth date is not known. */
export function eligibleIn(thread: Thread): ReturnType<typeof eligibleStretches<ReturnType<typeof timeInCare>[number]>> {
  const { bornOn } = thread.about(person)
  return bornOn === null ? [] : eligibleStretches(bornOn, timeInCare(thread))
}

/** Whether a young person was eligible at some time, so that leaving care made them a care leaver. */
export const wasEligible = (thread: Thread): boolean => eligibleIn(thread).length > 0

/** The day of leaving care before 18 that made a child relevant, each time, and why they left. */
export function leftCareEligible(thread: Thread): readonly (End & { readonly because: string | null })[] {
  return eligibleIn(thread)
    .filter(({ leftCare, until, of }) => leftCare && until === of.period.endedOn)
    .map(({ until, of }) => ({ at: until, by: { table: periodOfCare.table, id: of.period.id }, because: of.period.endReason }))
}

const latest = (...days: readonly string[]): string => days.reduce((a, b) => (a > b ? a : b))
