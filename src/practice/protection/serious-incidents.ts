import { professional } from '../../authority/records.ts'
import { date, identifier, moment, recordKind, reference, text, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'

/** A child has died or been seriously harmed, and abuse or neglect is known or suspected; and what the partners did about it. */
export const seriousIncident = recordKind({
  name: 'Serious incident',
  plural: 'Serious incidents',
  table: 'serious_incident',
  group: 'Protection',
  about: person,
  fields: {
    happenedOn: date('Happened'),
    becameAwareOn: date('Council became aware', { required: true }),
    whatHappened: text('What happened'),
    abuseSuspected: yesNo('Abuse or neglect known or suspected'),
    needNotNotifyOn: date('Decided that it need not be notified'),
    notifiedOn: date('Notified', { note: 'To the national panel since 29 June 2018; before, to Ofsted and the local board.' }),
    rapidReviewSentOn: date('Rapid review sent to the panel'),
    reviewDecidedOn: date('Decided to hold a review', {
      note: 'A local child safeguarding practice review; before 2018, a serious case review.',
    }),
    noReviewDecidedOn: date('Decided not to hold a review'),
    reviewPublishedOn: date('Review published'),
    delayReason: text('Why publishing was delayed'),
  },
  sameWhen: ['becameAwareOn'],
  entries: [
    { on: 'happenedOn', line: () => 'Serious incident' },
    { on: 'becameAwareOn', line: () => 'Council became aware of a serious incident' },
    { on: 'notifiedOn', line: () => 'Serious incident notified' },
    { on: 'rapidReviewSentOn', line: () => 'Rapid review sent to the national panel' },
    { on: 'reviewDecidedOn', line: () => 'Decided to hold a safeguarding practice review' },
    { on: 'noReviewDecidedOn', line: () => 'Decided not to hold a safeguarding practice review' },
    { on: 'reviewPublishedOn', line: () => 'Safeguarding practice review published' },
  ],
  basis: 'Children Act 2004, section 16C; Working together to safeguard children, on serious incidents and reviews.',
})

/** That the child death review partners were told of a death. */
export const childDeathNotification = recordKind({
  name: 'Child death notification',
  plural: 'Child death notifications',
  table: 'child_death_notification',
  group: 'Protection',
  about: person,
  fields: {
    notifiedAt: moment('Sent', { required: true }),
    notifiedBy: reference(() => professional, 'Sent by'),
    sentTo: text('Sent to'),
    reference: identifier('Reference'),
    unexpected: yesNo('Death was unexpected'),
  },
  sameWhen: ['notifiedAt'],
  entries: [{ on: 'notifiedAt', line: () => 'Child death review partners told of the death' }],
  basis: 'Child Death Review Statutory and Operational Guidance (England), 2018.',
})
