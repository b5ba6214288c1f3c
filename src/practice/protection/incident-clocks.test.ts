import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record, usualTerms } from '../../../test/support/clocks.ts'
import { person } from '../person/records.ts'
import { deathNotified, incidentNotified, practiceReviewPublished, rapidReviewSent, seriousCaseReviewDecided } from './incident-clocks.ts'
import { mutilationReported, slaveryReferred } from './protocol-clocks.ts'
import { protocolReferral } from './protocol-referrals.ts'
import { childDeathNotification, seriousIncident } from './serious-incidents.ts'

/** The incident as it is first recorded, or as it reads later: the same record. */
const incident = (says: Parameters<typeof record<(typeof seriousIncident)['fields']>>[1]) => record(seriousIncident, { id: 'it', ...says })

holdsItsDates(incidentNotified, {
  start: (day) => [incident({ becameAwareOn: day })],
  stop: (day) => [incident({ notifiedOn: day })],
  dates: [
    ['2024-11-04', '2024-11-11', 'a plain week from a Monday'],
    ['2024-12-23', '2025-01-02', 'Christmas Day, Boxing Day and New Year’s Day are not counted'],
    ['2016-03-22', '2016-03-31', 'before the panel there were the same five working days, to Ofsted'],
  ],
})

holdsItsDates(rapidReviewSent, {
  start: (day) => [incident({ notifiedOn: day })],
  stop: (day) => [incident({ rapidReviewSentOn: day })],
  dates: [
    ['2024-11-04', '2024-11-25', 'three plain weeks from a Monday'],
    ['2024-04-22', '2024-05-14', 'the May bank holiday is not counted'],
  ],
})

holdsItsDates(seriousCaseReviewDecided, {
  start: (day) => [incident({ notifiedOn: day })],
  stop: (day) => [incident({ noReviewDecidedOn: day })],
  dates: [
    ['2016-02-15', '2016-03-15', 'one month to the day'],
    ['2016-01-31', '2016-02-29', 'the last day of February'],
    ['2015-11-25', '2015-12-25', 'Christmas Day, and stays there'],
  ],
})

holdsItsDates(practiceReviewPublished, {
  start: (day) => [incident({ reviewDecidedOn: day })],
  stop: (day) => [incident({ reviewPublishedOn: day })],
  dates: [
    ['2024-01-15', '2024-07-15', 'six months to the day'],
    ['2023-08-31', '2024-02-29', 'the last day of February in a leap year'],
    ['2024-06-25', '2024-12-25', 'Christmas Day, and stays there'],
  ],
})

describe('the change of 2018', () => {
  test.each([
    ['2018-06-28', ['2018-07-28'], []],
    ['2018-06-29', [], ['2018-07-20']],
  ])('an incident notified on %s', (notifiedOn, decision, rapid) => {
    expect(due(seriousCaseReviewDecided, [incident({ notifiedOn })], notifiedOn).map(({ dueAt }) => dueAt)).toEqual(decision)
    expect(due(rapidReviewSent, [incident({ notifiedOn })], notifiedOn).map(({ dueAt }) => dueAt)).toEqual(rapid)
  })
})

test('an incident of which a child died is notified and reviewed all the same, and past the eighteenth birthday', () => {
  const child = record(person, { bornOn: '2006-11-10', diedOn: '2024-11-01' })
  const made = incident({ becameAwareOn: '2024-11-04', notifiedOn: '2024-11-06', reviewDecidedOn: '2024-12-02' })
  expect(due(incidentNotified, [child, made], '2025-01-01')).toMatchObject([{ state: 'met' }])
  expect(due(rapidReviewSent, [child, made], '2025-01-01')).toMatchObject([{ dueAt: '2024-11-27', state: 'overdue' }])
  expect(due(practiceReviewPublished, [child, made], '2025-01-01')).toMatchObject([{ state: 'running' }])
  const before = [record(person, { diedOn: '2016-02-01' }), incident({ notifiedOn: '2016-02-03' })]
  expect(due(seriousCaseReviewDecided, before, '2016-02-10')).toMatchObject([{ dueAt: '2016-03-03', state: 'running' }])
})

test('an incident that was found not to need notifying is not asked for', () => {
  expect(due(incidentNotified, [incident({ becameAwareOn: '2024-11-04', needNotNotifyOn: '2024-11-08' })], '2025-01-01')).toEqual([])
})

holdsItsDates(deathNotified, {
  start: (day) => [record(person, { bornOn: '2010-05-01', diedOn: day })],
  stop: (day) => [record(childDeathNotification, { notifiedAt: `${day} 09:00:00` })],
  dates: [
    ['2024-11-04', '2024-11-06', 'two days, the hour not being held'],
    ['2024-12-24', '2024-12-26', 'hours run through Christmas'],
  ],
})

test.each([
  ['somebody who had turned 18', { bornOn: '2006-11-04', diedOn: '2024-11-04' }],
  ['a death before the guidance of October 2018', { bornOn: '2010-05-01', diedOn: '2018-09-30' }],
])('no notification is due for %s', (_, says) => {
  expect(due(deathNotified, [record(person, says)], '2025-01-01')).toEqual([])
})

test('a child who died the day before turning 18 was a child', () => {
  expect(due(deathNotified, [record(person, { bornOn: '2006-11-05', diedOn: '2024-11-04' })], '2024-11-04')).toHaveLength(1)
})

const identified = (type: string, identifiedOn: string, says: Parameters<typeof record<(typeof protocolReferral)['fields']>>[1] = {}) =>
  record(protocolReferral, { id: 'it', type, identifiedOn, ...says })

holdsItsDates(mutilationReported, {
  start: (day) => [identified('FGM', day)],
  stop: (day) => [record(protocolReferral, { id: 'it', type: 'FGM', referredOn: day })],
  dates: [
    ['2016-02-01', '2016-02-02', 'learned of on a Monday'],
    ['2016-02-05', '2016-02-08', 'on a Friday: by the end of Monday'],
    ['2015-12-24', '2015-12-29', 'Christmas Day and the Boxing Day holiday on the 28th are not counted'],
  ],
})

test('exceptional circumstances, recorded, leave a month; before the duty began nothing was due', () => {
  expect(
    due(mutilationReported, [identified('FGM', '2016-02-01', { whyLonger: 'Reporting at once would endanger her.' })], '2016-02-01'),
  ).toMatchObject([{ dueAt: '2016-03-01' }])
  expect(due(mutilationReported, [identified('FGM', '2015-10-30')], '2016-02-01')).toEqual([])
})

holdsItsDates(slaveryReferred, {
  start: (day) => [identified('NRM', day)],
  stop: (day) => [record(protocolReferral, { id: 'it', type: 'NRM', referredOn: day })],
  dates: [
    ['2016-02-01', '2016-02-01', 'the same day'],
    ['2016-08-29', '2016-08-29', 'a bank holiday too'],
  ],
})

test('how soon to refer is the authority’s to set', () => {
  const terms = { ...usualTerms, length: () => ({ n: 2, unit: 'working days' as const }) }
  expect(due(slaveryReferred, [identified('NRM', '2016-02-05')], '2016-02-05', terms)).toMatchObject([{ dueAt: '2016-02-09' }])
})

test('other protocols start neither', () => {
  expect(due(mutilationReported, [identified('MARAC', '2016-02-01')], '2016-03-01')).toEqual([])
  expect(due(slaveryReferred, [identified('Prevent', '2016-02-01')], '2016-03-01')).toEqual([])
})
