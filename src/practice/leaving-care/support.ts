import { endIn, type End, type Start } from '../../engine/clocks/clock.ts'
import { addMonths, birthday } from '../../engine/clocks/days.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { person } from '../person/records.ts'
import { careLeaver } from './records.ts'
import { adviserOffer } from './support-records.ts'

/** How long a care leaver is owed support, and when they want none. */

/** The day on which the young person of a thread reaches an age, as an end; null where the birth date is not known. */
export function birthdayOf(thread: Thread, years: number): End | null {
  const { bornOn } = thread.about(person)
  return bornOn === null ? null : { at: birthday(bornOn, years), by: { table: person.table, id: thread.subject.id } }
}

/** The days on which the return asks whether a young person stays put with former foster carers, each with the age it is asked of; none where the birth date is not known. */
export function daysOfStayingPut(thread: Thread): readonly { readonly day: string; readonly age: string; readonly part: string }[] {
  const [eighteenth, nineteenth, twentieth] = [18, 19, 20].map((age) => birthdayOf(thread, age)?.at)
  if (!eighteenth || !nineteenth || !twentieth) return []
  return [
    { day: addMonths(eighteenth, 3), age: '18', part: '3 months after the 18th birthday' },
    { day: nineteenth, age: '19', part: '19th birthday' },
    { day: twentieth, age: '20', part: '20th birthday' },
  ]
}

/** A plan or an adviser may come before the sixteenth birthday: what was done since the fifteenth counts. */
export const sinceFifteenth = (start: Start, thread: Thread): string => birthdayOf(thread, 15)?.at ?? start.at

/**
 * When support that a young person has on a day ends: on the twenty-first birthday or, where support to 25 was accepted and goes on then, when that
 * ends. Null where they have none on that day, or the birth date is not known.
 */
export function supportEnds(thread: Thread, day: string): End | null {
  const [twentyFirst, twentyFifth] = [birthdayOf(thread, 21), birthdayOf(thread, 25)]
  if (twentyFirst === null) return null
  const asked = day < twentyFirst.at ? twentyFirst.at : day
  const accepted = thread
    .dated(adviserOffer, 'offeredOn')
    .findLast(
      ({ at, record }) => record.answer === 'accepted' && at <= asked && (record.supportEndedOn === null || record.supportEndedOn > asked),
    )
  if (accepted) return endIn(adviserOffer, accepted.record, 'supportEndedOn') ?? twentyFifth
  return day < twentyFirst.at ? twentyFirst : null
}

/** Whether the young person's own record says that they died, went home for 6 months or no longer need the service. It is of now, without a date. */
export const wantsNothing = (thread: Thread): boolean => hasAnswer(thread, 'DIED', 'RHOM', 'NREQ')

/** Whether it says one of these answers. */
export const hasAnswer = (thread: Thread, ...answers: readonly string[]): boolean =>
  thread.all(careLeaver).some(({ inTouch }) => inTouch !== null && answers.includes(inTouch))
