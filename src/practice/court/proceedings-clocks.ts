import { clock, each, endIn, on, type Start } from '../../engine/clocks/clock.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { earliest, firstOn, onTheSame } from '../../engine/clocks/ends.ts'
import { weeks, workingDays } from '../../engine/clocks/length.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { caseClosed } from '../front-door/case.ts'
import { referral } from '../front-door/records.ts'
import { person } from '../person/records.ts'
import { careProceedings, preProceedingsReview } from './proceedings.ts'
import { legalStatus, preProceedings } from './records.ts'
import { isStatus } from './statuses.ts'

/** Care proceedings and what comes before them. */

type PreProceedings = Said<(typeof preProceedings)['fields']>

/** The Children and Families Act 2014, section 14, and the Public Law Outline of that year. */
const since2014 = '2014-04-22'

export const casesDecided = clock({
  id: 'care-proceedings-26w',
  name: 'Care proceedings decided',
  plural: 'Care proceedings decided',
  todo: 'Have the case ready to be decided',
  area: 'Care proceedings',
  about: person,
  weight: 'statute',
  source:
    'Children Act 1989, section 32, as substituted by the Children and Families Act 2014, section 14: within 26 weeks of issue, for applications from 22 April 2014. Before, there was no limit',
  lookedUp: true,
  from: since2014,
  ages: { until: 18 },
  starts: (thread) => [...issued(thread), ...appliedFor(thread)],
  due: weeks(26),
  stops: [
    onTheSame(careProceedings, 'finalOrderOn'),
    on(legalStatus, 'startedOn', { when: ({ status }) => isStatus(status, 'C2', 'supervision order', 'special guardianship order') }),
  ],
  reads: [careProceedings, preProceedings],
  says: {
    starts: 'The application is issued; where no proceedings are recorded, the day of the application to court',
    due: 'within 26 weeks; where the court extended it, by the day set',
    stops: 'The final order is made, or a care order, supervision order or special guardianship order begins',
    exceptions: 'The court may extend by up to 8 weeks at a time where that is needed to decide the case justly',
  },
})

const issued = (thread: Thread): Start[] =>
  thread.dated(careProceedings, 'issuedOn').map(({ at, record: { id, extendedUntilOn } }) => ({
    at,
    by: { table: careProceedings.table, id },
    ...(extendedUntilOn !== null && extendedUntilOn > addDays(at, 26 * 7) ? { due: extendedUntilOn } : {}),
  }))

/** Applications that no proceedings are recorded for. */
const appliedFor = (thread: Thread): Start[] =>
  thread
    .dated(preProceedings, 'courtAppliedOn')
    .filter(({ at, record }) =>
      thread.all(careProceedings).every((each) => each.preProceedings !== record.id && (each.issuedOn === null || each.issuedOn < at)),
    )
    .map(({ at, record }) => ({ at, by: { table: preProceedings.table, id: record.id } }))

const hearingSource =
  'Family Procedure Rules, practice direction 12A (Public Law Outline), from April 2014: not before working day 12 and not later than working day 18'

export const caseManagementHearing = clock({
  id: 'plo-cmh',
  name: 'Case management hearing',
  plural: 'Case management hearings',
  todo: 'Be ready for the case management hearing',
  area: 'Care proceedings',
  about: person,
  weight: 'court rule',
  source: hearingSource,
  from: since2014,
  ages: { until: 18 },
  starts: each(careProceedings, 'issuedOn', { until: 'finalOrderOn' }),
  due: workingDays(18),
  stops: [onTheSame(careProceedings, 'caseManagementHearingOn')],
  reads: [careProceedings],
  says: {
    starts: 'The application is issued',
    stops: 'The hearing is held',
    exceptions: 'A contested interim hearing is held sooner, and is another hearing',
  },
})

export const earliestCaseManagementHearing = clock({
  id: 'plo-cmh-earliest',
  row: 'plo-cmh',
  name: 'Earliest day for the case management hearing',
  plural: 'Earliest days for case management hearings',
  todo: 'Not before this day: the case management hearing',
  area: 'Care proceedings',
  about: person,
  meaning: 'earliest',
  weight: 'court rule',
  source: hearingSource,
  from: since2014,
  ages: { until: 18 },
  starts: each(careProceedings, 'issuedOn', { until: 'finalOrderOn' }),
  due: workingDays(12),
  stops: [onTheSame(careProceedings, 'caseManagementHearingOn')],
  reads: [careProceedings],
  says: { starts: 'The application is issued', due: 'not before working day 12', stops: 'The hearing is held' },
})

/** What shows that pre-proceedings have ended, whether by stepping down or by going to court. */
export const overBy = (thread: Thread, record: PreProceedings, day: string) =>
  earliest(
    endIn(preProceedings, record, 'outcomeDecidedOn'),
    endIn(preProceedings, record, 'courtAppliedOn'),
    endIn(preProceedings, record, 'issueLetterSentOn'),
    firstOn(thread, careProceedings, 'issuedOn', day),
  )

export const preProceedingsEnd = clock({
  id: 'pre-proceedings-length',
  name: 'End of pre-proceedings',
  plural: 'Ends of pre-proceedings',
  todo: 'Decide: step down or issue',
  area: 'Care proceedings',
  about: person,
  weight: 'local',
  source:
    'Local practice, commonly 12 to 16 weeks, after the best practice guidance of the public law working group of the Family Justice Board, 2021. The statutory guidance on court orders and pre-proceedings, 2014, sets no limit',
  ages: { until: 18 },
  starts: (thread) =>
    thread.all(preProceedings).flatMap((record): Start[] => {
      const at = record.letterSentOn ?? record.decidedOn
      const stop = at === null ? null : overBy(thread, record, at)
      // The outcome is known and no day: it is over, and nobody can say whether in time.
      if (at === null || (stop === null && record.outcome !== null)) return []
      const { extendedUntilOn } = record
      const until = caseClosed(thread, { referral: null }, at)
      return [
        {
          at,
          by: { table: preProceedings.table, id: record.id },
          until,
          stop,
          ...(extendedUntilOn === null ? {} : { due: extendedUntilOn }),
        },
      ]
    }),
  due: weeks(16),
  local: true,
  doneBy: preProceedings,
  doneInItself: true,
  reads: [preProceedings, careProceedings, referral],
  says: {
    starts: 'The letter before proceedings is sent; where that is not recorded, the decision to start',
    stops: 'It is decided to step down or to issue, or the council applies to court',
    exceptions: 'Extended with a manager’s reasons, to the day recorded. Ends when the case closes',
  },
})

export const preProceedingsReviewed = clock({
  id: 'pre-proceedings-review',
  name: 'Pre-proceedings review',
  plural: 'Pre-proceedings reviews',
  todo: 'Hold the pre-proceedings review',
  area: 'Care proceedings',
  about: person,
  weight: 'local',
  source:
    'Court orders and pre-proceedings: statutory guidance, 2014, which asks for a review midway and gives no number; commonly 6 weeks',
  ages: { until: 18 },
  starts: (thread) => thread.dated(preProceedings, 'firstMeetingOn').flatMap(({ at, record }) => reviewsDue(thread, record, at)),
  due: weeks(6),
  local: true,
  doneBy: preProceedingsReview,
  reads: [preProceedings, preProceedingsReview, careProceedings, referral],
  says: {
    starts: 'The first pre-proceedings meeting, and each review after it',
    stops: 'The next review is held',
    repeats: 'Until it is decided to step down or to issue',
    exceptions: 'Reviews that are only counted and not dated are taken as held. Ends when the case closes',
  },
})

function reviewsDue(thread: Thread, record: PreProceedings, firstMeeting: string): Start[] {
  const until = earliest(overBy(thread, record, firstMeeting), caseClosed(thread, { referral: null }, firstMeeting))
  const held = thread
    .dated(preProceedingsReview, 'heldOn')
    .filter(({ at, record: each }) => (each.preProceedings ?? record.id) === record.id && at > firstMeeting && (!until || at <= until.at))
    .map(({ at, record: { id } }) => ({ at, by: { table: preProceedingsReview.table, id } }))
  const points = [{ at: firstMeeting, by: { table: preProceedings.table, id: record.id } }, ...held]
  return points.flatMap((point, place) => {
    const stop = points[place + 1] ?? null
    return stop === null && place < (record.reviewMeetings ?? 0) ? [] : [{ ...point, until, stop }]
  })
}

export const proceedingsClocks = [
  casesDecided,
  caseManagementHearing,
  earliestCaseManagementHearing,
  preProceedingsEnd,
  preProceedingsReviewed,
]
