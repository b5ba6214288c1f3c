import { clock, on, type End, type Start } from '../../engine/clocks/clock.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { earliest } from '../../engine/clocks/ends.ts'
import { after, weeks } from '../../engine/clocks/length.ts'
import { addWorkingDays } from '../../engine/clocks/working-days.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { caseClosed, mayBelong } from '../front-door/case.ts'
import { referral } from '../front-door/records.ts'
import { person } from '../person/records.ts'
import { noConference } from '../protection/enquiry.ts'
import { initialConference, section47Enquiry } from '../protection/records.ts'
import { assessment } from './records.ts'

/**
 * What should happen before a child is born, by week of the pregnancy. Weeks are counted back from the day on which the child is expected, which is
 * taken as 40 weeks.
 */
const local =
  'Local safeguarding procedures, commonly an assessment begun by 18 weeks of pregnancy and a conference by 30 to 32 weeks, in 2015 as now'

export const beforeBirthAssessment = clock({
  id: 'prebirth-assessment',
  name: 'Assessment before birth',
  plural: 'Assessments before birth',
  todo: 'Begin the assessment before birth',
  area: 'Assessment',
  about: person,
  weight: 'local',
  source: local,
  starts: (thread) =>
    unborn(thread, (firstDay, born) =>
      thread.dated(referral, 'receivedOn').flatMap(({ at, record }): Start[] => {
        if (at < firstDay || (born !== null && at >= born.at) || record.noFurtherAction === true) return []
        const until = earliest(born, caseClosed(thread, { referral: record.id }, at))
        return [{ at: firstDay, since: at, by: { table: referral.table, id: record.id }, until }]
      }),
    ),
  due: ({ at, since }, _, terms) => {
    const [byWeek, told] = [after(at, terms.length('prebirth-assessment', weeks(18))), since as string]
    return byWeek > told ? byWeek : addWorkingDays(told, 1)
  },
  local: true,
  stops: [
    on(assessment, 'startedOn', {
      when: (record, start) => mayBelong(record, start) && (record.startedOn as string) >= (start.since as string),
    }),
  ],
  reads: [referral, assessment],
  says: {
    starts: 'A child not yet born is referred',
    due: 'by 18 weeks of pregnancy, or the length set here; where the referral came later, by the next working day',
    stops: 'An assessment starts',
    exceptions:
      'A late booking or a concealed pregnancy leaves no more than the days after the referral. None where the referral led to no further action. Ends at birth, or when the case closes',
  },
})

export const beforeBirthConference = clock({
  id: 'prebirth-conference',
  row: 'prebirth-assessment',
  name: 'Conference before birth',
  plural: 'Conferences before birth',
  todo: 'Hold the child protection conference before birth',
  area: 'Assessment',
  about: person,
  weight: 'local',
  source: local,
  starts: (thread) =>
    unborn(thread, (firstDay, born) =>
      thread.dated(section47Enquiry, 'strategyDiscussionAt').flatMap(({ at, record }): Start[] => {
        if (at < firstDay || (born !== null && at >= born.at)) return []
        const without = noConference(record)
        if (without === 'on a day not known') return []
        const until = earliest(born, without, caseClosed(thread, record, at))
        return [{ at: firstDay, since: at, by: { table: section47Enquiry.table, id: record.id }, until }]
      }),
    ),
  due: ({ at, since }, _, terms) => {
    const byWeek = after(at, terms.length('prebirth-conference', weeks(32)))
    return byWeek >= addWorkingDays(since as string, 15) ? byWeek : null
  },
  local: true,
  stops: [
    on(initialConference, 'heldOn', {
      when: ({ transferIn, enquiry, heldOn }, { by, since }) =>
        transferIn !== true && (enquiry === null || enquiry === by.id) && (heldOn as string) >= (since as string).slice(0, 10),
    }),
  ],
  reads: [referral, section47Enquiry, initialConference],
  says: {
    starts: 'A section 47 enquiry begins before the child is born',
    due: 'by 32 weeks of pregnancy, or the length set here',
    stops: 'The initial child protection conference is held',
    exceptions:
      'Where the 15 working days from the strategy discussion end later than that, they stand alone. Ends at birth, when the enquiry ends without a conference, or when the case closes',
  },
})

/** What the records of a child who was expected start: told the first day of the pregnancy, as counted back, and the birth. */
function unborn(thread: Thread, starts: (firstDay: string, born: End | null) => Start[]): Start[] {
  const { id, expectedOn, bornOn } = thread.about(person)
  if (expectedOn === null) return []
  return starts(addDays(expectedOn, -280), bornOn === null ? null : { at: bornOn, by: { table: person.table, id } })
}

export const beforeBirthClocks = [beforeBirthAssessment, beforeBirthConference]
