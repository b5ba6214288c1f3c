import { clock, links } from '../../engine/clocks/clock.ts'
import { months, workingDays } from '../../engine/clocks/length.ts'
import { itself } from '../../engine/clocks/itself.ts'
import { linked } from '../../engine/clocks/linked.ts'
import { onItself } from '../../engine/clocks/own-dates.ts'
import type { Said } from '../../engine/clocks/thread.ts'
import { allegation, allegationReview } from './records.ts'

/** Allegations against adults who work with children. Where only advice was given, nothing follows the first decision. */

const ofAllegation = { area: 'Allegations', about: allegation, reads: [allegation] } as const

/** Not recorded is not no. */
const meetsThreshold = (each: Said<typeof allegation.fields>): boolean => each.meetsThreshold !== false
const networkStandards = 'National LADO Network, proposed minimum standards'

/** The employer tells the designated officer within one working day. */
export const allegationReferred = clock({
  ...ofAllegation,
  id: 'lado-referral',
  name: 'Allegation referred to the designated officer',
  plural: 'Allegations referred to the designated officer',
  todo: 'Refer the allegation to the designated officer',
  weight: 'statutory guidance',
  source:
    'Working Together to Safeguard Children 2023, chapter 4, and Keeping Children Safe in Education, part 4; in Working Together 2015 it stood in chapter 2',
  lookedUp: true,
  starts: itself(allegation, 'employerKnewOn'),
  stops: [onItself(allegation, 'referredOn')],
  due: workingDays(1),
  says: { starts: 'The employer comes to know of the allegation', stops: 'The designated officer is told' },
})

/** The designated officer evaluates and decides within one working day. */
export const allegationFirstDecision = clock({
  ...ofAllegation,
  id: 'lado-first-decision',
  name: 'First decision on an allegation',
  plural: 'First decisions on allegations',
  todo: 'Record the first decision on the allegation',
  weight: 'local',
  source: networkStandards,
  lookedUp: true,
  local: true,
  starts: itself(allegation, 'referredOn'),
  stops: [onItself(allegation, 'firstDecisionOn'), onItself(allegation, 'meetingOn'), onItself(allegation, 'concludedOn')],
  due: workingDays(1),
  says: {
    starts: 'The allegation is referred',
    stops: 'The first decision is recorded; a meeting or a conclusion shows that one was made',
  },
})

/** Where a meeting is needed, it is held within five working days. */
export const allegationMeeting = clock({
  ...ofAllegation,
  id: 'lado-meeting',
  name: 'Evaluation or strategy meeting on an allegation',
  plural: 'Evaluation or strategy meetings on allegations',
  todo: 'Hold the evaluation or strategy meeting',
  weight: 'local',
  source: networkStandards,
  lookedUp: true,
  local: true,
  starts: itself(allegation, 'referredOn', {
    when: (each) => meetsThreshold(each) && each.meetingNeeded !== false,
    until: ['concludedOn'],
  }),
  stops: [onItself(allegation, 'meetingOn')],
  due: workingDays(5),
  says: {
    starts: 'The allegation is referred',
    stops: 'The meeting is held',
    exceptions: 'None where the threshold is not met or a meeting is recorded as not needed; ends when the allegation is concluded',
  },
})

/** What is not concluded is looked at every month. */
export const allegationReviewed = clock({
  ...ofAllegation,
  id: 'lado-review',
  row: 'lado-meeting',
  name: 'Monthly review of an open allegation',
  plural: 'Monthly reviews of open allegations',
  todo: 'Review the open allegation',
  weight: 'local',
  source: networkStandards,
  lookedUp: true,
  local: true,
  starts: linked(
    itself(allegation, ({ meetingOn, referredOn }) => meetingOn ?? referredOn, { when: meetsThreshold, until: ['concludedOn'] }),
    [links(allegationReview, 'reviewedOn')],
  ),
  due: months(1),
  doneBy: allegationReview,
  reads: [allegation, allegationReview],
  says: {
    starts: 'The meeting on the allegation (the referral, where none is recorded), and each review',
    stops: 'The next review',
    repeats: 'Every month until the allegation is concluded',
    exceptions: 'None where the threshold is not met',
  },
})

const watchedAt = { '1 month': months(1), '3 months': months(3), '12 months': months(12) } as const

/** How long allegations take. The guidance of 2012 expected 80 in 100 within one month, 90 within three, all but the most exceptional within twelve. */
export const allegationConcluded = clock({
  ...ofAllegation,
  id: 'lado-conclude',
  name: 'Allegation concluded',
  plural: 'Allegations concluded',
  todo: 'Conclude the allegation',
  meaning: 'threshold',
  weight: 'standard',
  source:
    'Dealing with allegations of abuse against teachers and other staff (2012): 80 in 100 within 1 month, 90 in 100 within 3, all but the most exceptional within 12; later editions dropped the percentages, and the National LADO Network asks for 3 months wherever possible',
  lookedUp: true,
  starts: (thread, terms) =>
    itself(allegation, 'referredOn', { when: meetsThreshold })(thread, terms).flatMap((start) =>
      Object.keys(watchedAt).map((part) => ({ ...start, part })),
    ),
  stops: [onItself(allegation, 'concludedOn')],
  due: ({ part }) => watchedAt[part as keyof typeof watchedAt],
  unit: 'months',
  says: {
    starts: 'The allegation is referred',
    due: 'watched at 1, 3 and 12 months',
    stops: 'The outcome is recorded',
    exceptions: 'A measure of length, not a date by which one allegation must end; none where the threshold is not met',
  },
})

/** Whoever is removed from work for harm is referred to the Disclosure and Barring Service: promptly, says the Act; the number is local. */
export const barringReferral = clock({
  ...ofAllegation,
  id: 'dbs-referral',
  name: 'Referral to the Disclosure and Barring Service',
  plural: 'Referrals to the Disclosure and Barring Service',
  todo: 'Refer to the Disclosure and Barring Service',
  weight: 'statute',
  source: 'Safeguarding Vulnerable Groups Act 2006, section 35: without delay, and no number; a month is a common local limit',
  local: true,
  starts: itself(allegation, 'removedFromWorkOn', {
    when: ({ barringReferralNeeded }) => barringReferralNeeded !== false,
  }),
  stops: [onItself(allegation, 'barringReferralOn')],
  due: months(1),
  says: {
    starts: 'The adult is removed from work with children, or would have been',
    stops: 'The referral is sent',
    exceptions: 'None where it is recorded that no referral is needed',
  },
})

export const allegationClocks = [
  allegationReferred,
  allegationFirstDecision,
  allegationMeeting,
  allegationReviewed,
  allegationConcluded,
  barringReferral,
]
