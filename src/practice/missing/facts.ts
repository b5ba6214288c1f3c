import { addDays, addMonths } from '../../engine/clocks/days.ts'
import { factKind, whatFellDue } from '../../engine/measures/fact.ts'
import { birthdayOf, timesLookedAfter } from '../looked-after/facts.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { timeInCareReads, type Stretch } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import { covers } from '../told-in-parts.ts'
import { asksForInterview, interviewsOf } from './interviews.ts'
import { interviewIn72Hours, interviewShared } from './missing-clocks.ts'
import { missingEpisode, returnHomeInterview } from './records.ts'

/** Children who go missing, and whether anybody listened to them when they were back. */

const inCare = { label: 'Looked after at the time', type: 'yes or no' } as const

/** Away without authorisation, whereabouts known, is not missing; where it is not recorded which, the child was missing. */
export const timesMissing = factKind({
  id: 'missing-episodes-begun',
  name: 'Times children went missing',
  about: person,
  says: { inCare },
  reads: [...timeInCareReads, missingEpisode],
  facts: (thread) => {
    const eighteen = birthdayOf(thread, 18)
    const times = timesLookedAfter(thread)
    return thread.dated(missingEpisode, 'wentMissingAt').flatMap(({ at, record: { id, type } }) => {
      const on = at.slice(0, 10)
      if (type === 'A' || (eighteen !== null && eighteen <= on)) return []
      return [{ on, by: { table: missingEpisode.table, id }, says: { inCare: covers(times, on) } }]
    })
  },
})

/** A child is one of those of the last 12 months from coming into care until 12 months after leaving it. */
export const inCareInTheYear = factKind({
  id: 'in-care-in-12-months',
  name: 'Children looked after at any time in 12 months',
  about: person,
  lasts: true,
  says: { wentMissing: { label: 'Went missing from care in those 12 months', type: 'yes or no' } },
  reads: [...timeInCareReads, missingEpisode],
  facts: (thread) => {
    const times = timesLookedAfter(thread)
    const missing = thread.dated(missingEpisode, 'wentMissingAt').flatMap(({ at, record: { id, type } }) => {
      const day = at.slice(0, 10)
      return type === 'A' || !covers(times, day) ? [] : [{ from: day, until: addMonths(day, 12), id }]
    })
    const ever = merged(times.map(({ from, until, period }) => ({ from, until: until && addMonths(until, 12), id: period.id })))
    return ever.flatMap(({ from, until, id }) => {
      const inside = missing.flatMap((each) => [each.from, each.until]).filter((day) => from < day && (until === null || day < until))
      const days = [from, ...[...new Set(inside)].sort()]
      return days.map((on, place) => {
        const episode = missing.findLast((each) => covers([each], on))
        const by = episode ? { table: missingEpisode.table, id: episode.id } : { table: periodOfCare.table, id }
        return { on, until: days[place + 1] ?? until, by, says: { wentMissing: episode !== undefined } }
      })
    })
  },
})

interface Known extends Stretch {
  readonly id: string
}

/** Stretches that meet or overlap as one, which keeps the identifier of its first. In order of their beginnings. */
const merged = (stretches: readonly Known[]): readonly Known[] =>
  stretches.reduce<Known[]>((found, next) => {
    const before = found.at(-1)
    if (!before || (before.until !== null && before.until < next.from)) return [...found, next]
    const until = before.until === null || next.until === null ? null : before.until > next.until ? before.until : next.until
    return [...found.slice(0, -1), { ...before, until }]
  }, [])

/** The day the child was back. What the case system says does not apply is left out. */
export const returnsToInterview = factKind({
  id: 'returns-to-interview',
  name: 'Missing children who came back',
  about: person,
  says: {
    inCare,
    offered: { label: 'Return home interview offered', type: 'yes or no' },
    accepted: { label: 'Return home interview accepted', type: 'yes or no' },
    answered: { label: 'Answer to the offer recorded', type: 'yes or no' },
  },
  reads: [...timeInCareReads, missingEpisode, returnHomeInterview],
  facts: (thread) => {
    const eighteen = birthdayOf(thread, 18)
    const times = timesLookedAfter(thread)
    return thread.dated(missingEpisode, 'returnedAt').flatMap(({ at, record }) => {
      const on = at.slice(0, 10)
      const { id, interviewOffered, interviewAccepted, wentMissingAt } = record
      if (!asksForInterview(record, thread) || interviewOffered === 'NA' || (eighteen !== null && eighteen <= on)) return []
      const interviews = interviewsOf(record, thread)
      const accepted = interviewAccepted === 'Y' || interviews.some(({ response, heldAt }) => response === 'Accepted' || heldAt !== null)
      const offered =
        accepted || interviewOffered === 'Y' || interviews.some(({ offeredAt, response }) => offeredAt !== null || response !== null)
      const answered = accepted || interviewAccepted !== null || interviews.some(({ response }) => response !== null)
      const says = { inCare: covers(times, (wentMissingAt ?? at).slice(0, 10)), offered, accepted, answered }
      return [{ on, by: { table: missingEpisode.table, id }, says }]
    })
  },
})

export const interviewsDue = whatFellDue(interviewIn72Hours, { name: 'Return home interviews due' })

/** The clock asks that the interview is shared with the police too; whether it was written up in the same time is said apart. */
export const interviewsToWriteUp = whatFellDue(interviewShared, {
  name: 'Return home interviews to be written up',
  says: { writtenUp: { label: 'On the child’s record in time', type: 'yes or no' } },
  more: ({ dueAt, steps: [writtenUpOn] }) => ({ writtenUp: !!writtenUpOn && writtenUpOn.slice(0, 10) <= dueAt.slice(0, 10) }),
})

/** After how many days what was said in an interview is taken never to have reached the record. Ours: local limits are 1 to 5 working days. */
const reachesTheRecord = 30

/** One an interview that was held, on the thirtieth day after it, so that a month that has passed does not change any more. */
export const interviewsHeld = factKind({
  id: 'return-interviews-held',
  name: 'Return home interviews held thirty days ago',
  about: person,
  says: {
    inCare,
    onRecord: { label: 'On the child’s record', type: 'yes or no' },
  },
  reads: [...timeInCareReads, returnHomeInterview],
  facts: (thread) => {
    const times = timesLookedAfter(thread)
    return thread.dated(returnHomeInterview, 'heldAt').map(({ at, record: { id, writtenUpOn, whatTheChildSaid } }) => {
      const held = at.slice(0, 10)
      const on = addDays(held, reachesTheRecord)
      const onRecord = writtenUpOn === null ? whatTheChildSaid !== null : writtenUpOn <= on
      return { on, by: { table: returnHomeInterview.table, id }, says: { inCare: covers(times, held), onRecord } }
    })
  },
})
