import { clock, each, on, type Start } from '../../engine/clocks/clock.ts'
import { earliest, onTheSame } from '../../engine/clocks/ends.ts'
import { calendarDays, workingDays } from '../../engine/clocks/length.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { caseClosed } from '../front-door/case.ts'
import { referral } from '../front-door/records.ts'
import { saidYes } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { noConference, outcomeKnown, wasOnAPlan } from './enquiry.ts'
import { childProtectionPlan, initialConference, section47Enquiry } from './records.ts'

/** From the suspicion of harm to the conference, and the plan it makes. */

type Conference = Said<(typeof initialConference)['fields']>

export const strategyDiscussion = clock({
  id: 'strategy-discussion',
  name: 'Strategy discussion',
  plural: 'Strategy discussions',
  todo: 'Hold the strategy discussion',
  area: 'Child protection',
  about: person,
  weight: 'local',
  source:
    'Local safeguarding procedures, commonly the same or the next working day, 3 working days where there is no immediate risk. Children Act 1989, section 47, and Working Together (2015 to 2023) give no number',
  ages: { until: 18 },
  starts: each(section47Enquiry, 'harmSuspectedOn', { until: 'completedOn' }),
  due: workingDays(1),
  local: true,
  stops: [onTheSame(section47Enquiry, 'strategyDiscussionAt')],
  reads: [section47Enquiry],
  says: {
    starts: 'The day on which it is decided that there is cause to suspect significant harm',
    stops: 'The strategy discussion is held',
    repeats: 'With each such decision',
  },
})

export const enquiryCompleted = clock({
  id: 's47-duration',
  name: 'Section 47 enquiry completed',
  plural: 'Section 47 enquiries completed',
  todo: 'Complete the section 47 enquiry',
  area: 'Child protection',
  about: person,
  weight: 'statutory guidance',
  source:
    'Children Act 1989, section 47; Working Together 2023, chapter 3: in time for a conference within 15 working days of the strategy discussion. The editions of 2015 and 2018 (chapter 1) said the same. Commonly 10 working days locally',
  ages: { until: 18 },
  starts: each(section47Enquiry, 'strategyDiscussionAt', {
    // Over on a day that nobody recorded, and no conference to show it: it cannot be told whether it was in time.
    when: (record, thread) => record.completedOn !== null || !outcomeKnown(record) || conferenceOf(thread, record.id),
    until: (record, thread) => caseClosed(thread, record, record.strategyDiscussionAt as string),
  }),
  due: workingDays(15),
  stops: [
    onTheSame(section47Enquiry, 'completedOn'),
    on(initialConference, 'heldOn', { when: ({ enquiry }, { by }) => enquiry === by.id }),
  ],
  reads: [section47Enquiry, referral],
  says: {
    starts: 'The strategy discussion that began the enquiry',
    stops: 'The enquiry is completed, or the conference it led to is held',
    exceptions:
      'No separate national limit stands for an enquiry that leads to no conference. Where only the outcome is recorded, and no day, nothing is told. Ends when the case closes',
  },
})

const conferenceOf = (thread: Thread, enquiry: string): boolean =>
  thread.dated(initialConference, 'heldOn').some(({ record }) => record.enquiry === enquiry)

export const conferenceHeld = clock({
  id: 'icpc-15wd',
  name: 'Initial child protection conference',
  plural: 'Initial child protection conferences',
  todo: 'Hold the initial child protection conference',
  area: 'Child protection',
  about: person,
  weight: 'statutory guidance',
  source:
    'Working Together 2023, chapter 3: within 15 working days of the strategy discussion that began the section 47 enquiry. The editions of 2010, 2013, 2015 and 2018 said the same',
  lookedUp: true,
  ages: { until: 18 },
  starts: (thread) =>
    thread.dated(section47Enquiry, 'strategyDiscussionAt').flatMap(({ at, record }): Start[] => {
      const without = noConference(record)
      if (without === 'on a day not known' || wasOnAPlan(thread, at)) return []
      return [{ at, by: { table: section47Enquiry.table, id: record.id }, until: earliest(without, caseClosed(thread, record, at)) }]
    }),
  due: workingDays(15),
  stops: [
    on(initialConference, 'heldOn', {
      when: ({ enquiry, transferIn }, { by }) => transferIn !== true && (enquiry === null || enquiry === by.id),
    }),
    // A plan is made by a conference: where the conference itself is not held here, the plan shows it.
    on(childProtectionPlan, 'startedOn', { when: ({ belongsToAnotherAuthority }) => belongsToAnotherAuthority !== true }),
  ],
  reads: [section47Enquiry, referral],
  says: {
    starts: 'The strategy discussion that began the section 47 enquiry',
    stops: 'The conference that the enquiry led to is held, or a plan begins',
    exceptions:
      'None where the enquiry ended without a conference being needed, nor where the child is on a plan already: then a review conference is held. Transfer-in conferences are counted apart. Ends when the case closes',
  },
})

export const transferIn = clock({
  id: 'transfer-in-conference',
  name: 'Transfer-in conference',
  plural: 'Transfer-in conferences',
  todo: 'Hold the transfer-in conference',
  area: 'Child protection',
  about: person,
  weight: 'local',
  source: 'Regional safeguarding procedures, commonly 15 working days, in 2015 as now; the census counts these conferences apart',
  ages: { until: 18 },
  starts: each(initialConference, 'transferNoticeOn', { when: (record) => record.transferIn !== false }),
  due: workingDays(15),
  local: true,
  stops: [onTheSame(initialConference, 'heldOn')],
  reads: [initialConference],
  says: {
    starts: 'The day the other authority gave notice of the move',
    stops: 'The transfer-in conference is held',
    exceptions: 'Until then the plan stays with the first authority',
  },
})

export const planFromTheConference = clock({
  id: 'cpp-start-same-day',
  name: 'Child protection plan recorded from its conference',
  plural: 'Child protection plans recorded from their conference',
  todo: 'Record the child protection plan',
  area: 'Child protection',
  about: person,
  meaning: 'threshold',
  weight: 'statistics',
  source: 'Children in need census: a plan starts on the day of the conference that made it; one that starts on another day is queried',
  lookedUp: true,
  ages: { until: 18 },
  starts: each(initialConference, 'heldOn', {
    when: (record) => record.ledToPlan ?? saidYes(record.outcomes, 'CP_FLAG'),
    until: (record, thread) => caseClosed(thread, record, record.heldOn as string),
  }),
  due: calendarDays(0),
  stops: [
    on(childProtectionPlan, 'startedOn', {
      from: () => '',
      when: (plan, { record }) => isMadeBy(plan, record as Conference),
    }),
  ],
  reads: [initialConference, referral],
  says: {
    starts: 'A conference decides on a child protection plan',
    due: 'on the same day',
    stops: 'The plan starts',
    exceptions: 'Ends when the case closes',
  },
})

const isMadeBy = (plan: Said<(typeof childProtectionPlan)['fields']>, conference: Conference): boolean => {
  if (plan.conference !== null || conference.plan !== null) return plan.conference === conference.id || conference.plan === plan.id
  return plan.belongsToAnotherAuthority !== true && (plan.startedOn as string) >= (conference.heldOn as string)
}

export const enquiryClocks = [strategyDiscussion, enquiryCompleted, conferenceHeld, transferIn, planFromTheConference]
