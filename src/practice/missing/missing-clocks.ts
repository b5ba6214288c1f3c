import { clock, each, on, type End, type Start } from '../../engine/clocks/clock.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { after, hours, workingDays } from '../../engine/clocks/length.ts'
import { onItself } from '../../engine/clocks/own-dates.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { person } from '../person/records.ts'
import { section47Enquiry } from '../protection/records.ts'
import { asksForInterview, firstDate, interviewsOf, needEnded, type Episode, type Interview } from './interviews.ts'
import { missingEpisode, missingMeeting, returnHomeInterview } from './records.ts'

/** Children who go missing: reported, talked about, and listened to when they are back. */

const guidance = 'Statutory guidance on children who run away or go missing from home or care (Department for Education, January 2014)'

const wasMissing = ({ type }: Episode): boolean => type !== 'A'
const byEpisode = ({ id }: Episode) => ({ table: missingEpisode.table, id })
const episodeOf = ({ record }: Start): Episode => record as Episode

/** 72 hours of the clock, not three days: over a change of the clocks they end an hour sooner or later by the wall. */
export const interviewIn72Hours = clock({
  id: 'rhi-72h',
  name: 'Return home interview',
  plural: 'Return home interviews',
  todo: 'Hold the return home interview',
  area: 'Missing',
  about: person,
  weight: 'statutory guidance',
  source: guidance,
  lookedUp: true,
  from: '2014-01-01',
  ages: { until: 18 },
  starts: (thread) =>
    thread
      .dated(missingEpisode, 'returnedAt')
      .filter(({ record }) => asksForInterview(record, thread))
      .map(({ at, record }) => ({
        at,
        by: byEpisode(record),
        until: needEnded(record, thread),
        stop: firstDate(interviewsOf(record, thread), 'heldAt'),
        record,
      })),
  due: hours(72),
  steps: [
    { name: 'Offered', done: (start, thread) => firstDate(interviewsOf(episodeOf(start), thread), 'offeredAt')?.at ?? null },
    { name: 'Accepted', done: (start, thread) => acceptedOn(interviewsOf(episodeOf(start), thread)) },
    { name: 'Held', done: (start, thread) => firstDate(interviewsOf(episodeOf(start), thread), 'heldAt')?.at ?? null },
    { name: 'On the record', done: (start, thread) => firstDate(interviewsOf(episodeOf(start), thread), 'writtenUpOn')?.at ?? null },
  ],
  doneBy: returnHomeInterview,
  reads: [missingEpisode, returnHomeInterview],
  says: {
    starts: 'A child who was missing is found or comes back',
    stops: 'The interview is held',
    repeats: 'With each missing episode: it is offered every time',
    exceptions:
      'The hours run through weekends. It ends when the child declines, or where the case system says that they did not accept it or that it does not apply. Away without authorisation, whereabouts known, asks for one only where one was offered. Whoever holds it should be independent of the placement',
  },
})

const acceptedOn = (interviews: readonly Interview[]): string | null => {
  const accepted = interviews.find(({ response, heldAt }) => response === 'Accepted' || heldAt !== null)
  return accepted ? (accepted.respondedOn ?? accepted.offeredAt ?? accepted.heldAt) : null
}

/** The end of the day or, where that is later, six hours on. The guidance says at once; the six hours are ours, for who goes late in the evening. */
const atOnce = (at: string): string => {
  const soon = after(at, hours(6))
  return at.length > 10 && soon.slice(0, 10) > at.slice(0, 10) ? soon : at.slice(0, 10)
}

export const reportedToPolice = clock({
  id: 'missing-report-police',
  name: 'Missing child reported to the police',
  plural: 'Missing children reported to the police',
  todo: 'Report the child missing to the police',
  area: 'Missing',
  about: person,
  weight: 'statutory guidance',
  source: guidance,
  from: '2014-01-01',
  ages: { until: 18 },
  unit: 'calendar days',
  starts: each(missingEpisode, 'wentMissingAt', { when: wasMissing, until: 'returnedAt' }),
  due: ({ at }) => atOnce(at),
  stops: [onItself(missingEpisode, 'reportedToPoliceAt')],
  reads: [],
  says: {
    starts: 'A child goes missing',
    due: 'at once, after the checks that the child’s plan asks for: counted as the same day or, for a child who goes late, within six hours',
    stops: 'The police are told',
    exceptions: 'Follow the child’s own risk plan. Away without authorisation, whereabouts known, is not missing',
  },
})

/** How many times in how many days bring a meeting about, besides one long time. */
const often = { times: 3, within: 90 }

/** Each third time missing within 90 days, counted anew after it and after a meeting. */
function missingOften(thread: Thread): Episode[] {
  const meetings = thread.dated(missingMeeting, 'heldAt').map(({ at }) => at.slice(0, 10))
  const triggers: Episode[] = []
  let counted: string[] = []
  for (const { at, record } of thread.dated(missingEpisode, 'wentMissingAt')) {
    if (!wasMissing(record)) continue
    const day = at.slice(0, 10)
    const met = meetings.findLast((meeting) => meeting <= day) ?? ''
    counted = [...counted.filter((earlier) => earlier >= met && earlier > addDays(day, -often.within)), day]
    if (counted.length < often.times) continue
    triggers.push(record)
    counted = []
  }
  return triggers
}

export const missingStrategy = clock({
  id: 'missing-strategy',
  name: 'Meeting about a child missing for long or often',
  plural: 'Meetings about children missing for long or often',
  todo: 'Hold the meeting about the child going missing',
  area: 'Missing',
  about: person,
  weight: 'local',
  source: 'Local protocol with the police, commonly 24, 48 or 72 hours missing, or 3 times in 90 days; in 2015 as now',
  ages: { until: 18 },
  starts: (thread) => {
    const long = thread.dated(missingEpisode, 'wentMissingAt').filter(({ record }) => wasMissing(record))
    return [
      ...long.map(({ at, record }): Start => ({ at, by: byEpisode(record), until: backAt(record), part: 'Missing for long' })),
      ...missingOften(thread).map((record): Start => ({
        at: record.wentMissingAt as string,
        by: byEpisode(record),
        part: 'Third time in 90 days',
      })),
    ]
  },
  due: hours(72),
  local: true,
  stops: [on(missingMeeting, 'heldAt'), on(section47Enquiry, 'strategyDiscussionAt')],
  reads: [missingEpisode],
  says: {
    starts: 'A child goes missing; and the third time within 90 days',
    stops: 'A missing meeting or a strategy discussion is held, on that day or after it',
    exceptions: 'A child who is back within the time needs no meeting for being missing for long. Counted anew after each meeting',
  },
})

const backAt = (episode: Episode): End | null => (episode.returnedAt === null ? null : { at: episode.returnedAt, by: byEpisode(episode) })

/** When an interview was both on the record and with the police; null while it is not. */
function writtenUpAndShared({ id, writtenUpOn, sharedWithPoliceOn }: Interview): End | null {
  if (writtenUpOn === null || sharedWithPoliceOn === null) return null
  return { at: writtenUpOn > sharedWithPoliceOn ? writtenUpOn : sharedWithPoliceOn, by: { table: returnHomeInterview.table, id } }
}

export const interviewShared = clock({
  id: 'rhi-shared',
  name: 'Return home interview written up and shared',
  plural: 'Return home interviews written up and shared',
  todo: 'Write up the interview and share it with the police',
  area: 'Missing',
  about: person,
  weight: 'local',
  source: 'Local protocol with the police, commonly 1 to 5 working days; in 2015 as now',
  ages: { until: 18 },
  starts: (thread) =>
    thread
      .dated(returnHomeInterview, 'heldAt')
      .map(({ at, record }) => ({ at, by: { table: returnHomeInterview.table, id: record.id }, stop: writtenUpAndShared(record), record })),
  due: workingDays(5),
  local: true,
  steps: [
    { name: 'Written up', done: ({ record }) => (record as Interview).writtenUpOn },
    { name: 'Shared with the police', done: ({ record }) => (record as Interview).sharedWithPoliceOn },
  ],
  doneBy: returnHomeInterview,
  doneInItself: true,
  reads: [returnHomeInterview],
  says: {
    starts: 'The interview is held',
    stops: 'It is on the child’s record and shared with the police',
    repeats: 'With each interview',
  },
})

export const missingClocks = [interviewIn72Hours, reportedToPolice, missingStrategy, interviewShared]
