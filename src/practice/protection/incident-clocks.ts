import { clock, each, on } from '../../engine/clocks/clock.ts'
import { birthday } from '../../engine/clocks/days.ts'
import { onTheSame } from '../../engine/clocks/ends.ts'
import { hours, months, workingDays } from '../../engine/clocks/length.ts'
import { person } from '../person/records.ts'
import { childDeathNotification, seriousIncident } from './serious-incidents.ts'

/** Serious incidents and deaths: whom to tell, and what is learned. They go on after the child has died, and after the eighteenth birthday. */

const panelBegan = '2018-06-29'

export const incidentNotified = clock({
  id: 'serious-incident-notify',
  name: 'Notification of a serious incident',
  plural: 'Notifications of serious incidents',
  todo: 'Notify the national panel',
  area: 'Child protection',
  about: person,
  weight: 'statute',
  source:
    'Children Act 2004, section 16C, since 29 June 2018; Working Together 2023, chapter 5: to the Child Safeguarding Practice Review Panel within 5 working days. Before, Working Together 2015: to Ofsted and the local safeguarding board, within 5 working days',
  lookedUp: true,
  afterDeath: true,
  starts: each(seriousIncident, 'becameAwareOn', { until: 'needNotNotifyOn' }),
  due: workingDays(5),
  stops: [onTheSame(seriousIncident, 'notifiedOn')],
  reads: [seriousIncident],
  says: {
    starts: 'The day the council becomes aware that a child has died or been seriously harmed, and abuse or neglect is known or suspected',
    stops: 'The incident is notified',
    exceptions: 'Ends when it is decided that it need not be notified. The death of any child in care is notified too',
  },
})

export const rapidReviewSent = clock({
  id: 'rapid-review',
  name: 'Rapid review',
  plural: 'Rapid reviews',
  todo: 'Complete the rapid review and send it to the panel',
  area: 'Child protection',
  about: person,
  weight: 'statutory guidance',
  source: 'Working Together 2023, chapter 5: within 15 working days of the notification. New in 2018',
  lookedUp: true,
  from: panelBegan,
  afterDeath: true,
  starts: each(seriousIncident, 'notifiedOn'),
  due: workingDays(15),
  stops: [onTheSame(seriousIncident, 'rapidReviewSentOn')],
  reads: [seriousIncident],
  says: { starts: 'The serious incident is notified', stops: 'The rapid review is sent to the national panel' },
})

export const seriousCaseReviewDecided = clock({
  id: 'serious-case-review-decision',
  row: 'rapid-review',
  name: 'Decision on a serious case review',
  plural: 'Decisions on serious case reviews',
  todo: 'Decide whether to hold a serious case review',
  area: 'Child protection',
  about: person,
  weight: 'statutory guidance',
  source:
    'Working Together 2015, chapter 4: the chair of the local safeguarding board decides, normally within one month of the notification. Succeeded in 2018 by the rapid review',
  lookedUp: true,
  until: '2018-06-28',
  afterDeath: true,
  starts: each(seriousIncident, 'notifiedOn'),
  due: months(1),
  stops: [onTheSame(seriousIncident, 'reviewDecidedOn'), onTheSame(seriousIncident, 'noReviewDecidedOn')],
  reads: [seriousIncident],
  says: {
    starts: 'The serious incident is notified',
    stops: 'It is decided whether to hold a serious case review',
    exceptions: 'Normally: the guidance left room for longer',
  },
})

export const practiceReviewPublished = clock({
  id: 'lcspr-publish',
  name: 'Safeguarding practice review published',
  plural: 'Safeguarding practice reviews published',
  todo: 'Complete and publish the review',
  area: 'Child protection',
  about: person,
  weight: 'statutory guidance',
  source:
    'Working Together 2023, chapter 5: a local child safeguarding practice review is published within 6 months of the decision to hold it. Working Together 2015 said the same of serious case reviews',
  afterDeath: true,
  starts: each(seriousIncident, 'reviewDecidedOn'),
  due: months(6),
  stops: [onTheSame(seriousIncident, 'reviewPublishedOn')],
  reads: [seriousIncident],
  says: {
    starts: 'The decision to hold a review',
    stops: 'The review is published',
    exceptions: 'A court case or a police enquiry may delay it; the reasons are recorded',
  },
})

export const deathNotified = clock({
  id: 'child-death-notify',
  name: 'Notification of a child’s death',
  plural: 'Notifications of children’s deaths',
  todo: 'Tell the child death review partners',
  area: 'Child protection',
  about: person,
  weight: 'statutory guidance',
  source:
    'Child Death Review Statutory and Operational Guidance (England), October 2018: within 48 hours. Before, deaths went to the child death overview panel of the local safeguarding board',
  from: '2018-10-01',
  afterDeath: true,
  starts: (thread) => {
    const { id, bornOn, diedOn } = thread.about(person)
    if (diedOn === null || (bornOn !== null && diedOn >= birthday(bornOn, 18))) return []
    return [{ at: diedOn, by: { table: person.table, id } }]
  },
  due: hours(48),
  stops: [on(childDeathNotification, 'notifiedAt')],
  reads: [childDeathNotification],
  says: {
    starts: 'The child dies; the hour is not held, so that the last of the 48 hours is the end of the second day after',
    stops: 'The notification is sent',
    exceptions: 'Not for somebody who had turned 18',
  },
})

export const incidentClocks = [incidentNotified, rapidReviewSent, seriousCaseReviewDecided, practiceReviewPublished, deathNotified]
