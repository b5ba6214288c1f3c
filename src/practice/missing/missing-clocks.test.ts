import { expect, test } from 'vitest'
import { due, holdsItsDates, record, usualTerms, type Told } from '../../../test/support/clocks.ts'
import { hours } from '../../engine/clocks/length.ts'
import { person } from '../person/records.ts'
import { section47Enquiry } from '../protection/records.ts'
import { interviewIn72Hours, interviewShared, missingStrategy, reportedToPolice } from './missing-clocks.ts'
import { missingEpisode, missingMeeting, returnHomeInterview } from './records.ts'

const missing = (says: object): Told => record(missingEpisode, { id: 'episode', type: 'M', ...says })
const back = (returnedAt: string, says: object = {}) => missing({ wentMissingAt: '2013-12-01', returnedAt, ...says })
const interview = (says: object): Told => record(returnHomeInterview, { id: 'interview', missingEpisode: 'episode', ...says })

holdsItsDates(interviewIn72Hours, {
  start: (day) => [back(day)],
  stop: (day) => [interview({ heldAt: day })],
  dates: [
    ['2016-03-24', '2016-03-27', 'back on Maundy Thursday: the hours run through Good Friday to Easter Sunday'],
    ['2016-02-27', '2016-03-01', 'over 29 February'],
  ],
})

test.each([
  ['2024-10-18 18:40:00', '2024-10-21 18:40:00', 'back on Friday evening, due by Monday evening'],
  ['2024-10-25 18:40:00', '2024-10-28 17:40:00', 'the clocks go back that weekend: Monday comes an hour sooner by the clock on the wall'],
  ['2024-03-29 18:40:00', '2024-04-01 19:40:00', 'the clocks go forward that weekend: an hour later by the clock on the wall'],
  ['2016-03-26 00:30:00', '2016-03-29 01:30:00', 'the clocks go forward at Easter'],
])('a child back at %s is due an interview by %s: %s', (returnedAt, by) => {
  expect(due(interviewIn72Hours, [back(returnedAt)], by.slice(0, 10))).toMatchObject([{ dueAt: by, state: 'running' }])
  const heldIn = (heldAt: string) => due(interviewIn72Hours, [back(returnedAt), interview({ heldAt })], '2024-12-01')[0]?.state
  expect(heldIn(by)).toBe('met')
  expect(heldIn(`${by.slice(0, 17)}01`)).toBe('late')
})

test('each step says when it was done: offered, accepted, held and on the record are four things', () => {
  const offered = interview({ offeredAt: '2016-01-05 10:00:00', response: 'Accepted', respondedOn: '2016-01-06' })
  expect(due(interviewIn72Hours, [back('2016-01-04 21:00:00'), offered], '2016-01-09')).toMatchObject([
    { state: 'overdue', days: 2, steps: ['2016-01-05 10:00:00', '2016-01-06', null, null] },
  ])
  const done = interview({ heldAt: '2016-01-07 15:00:00', writtenUpOn: '2016-01-11' })
  expect(due(interviewIn72Hours, [back('2016-01-04 21:00:00'), offered, done], '2016-02-01')).toMatchObject([
    { state: 'met', steps: ['2016-01-05 10:00:00', '2016-01-06', '2016-01-07 15:00:00', '2016-01-11'] },
  ])
})

test('a child who declines in time ends it; one to whom it was offered too late shows as late', () => {
  const declined = (respondedOn: string) => interview({ offeredAt: respondedOn, response: 'Declined', respondedOn })
  expect(due(interviewIn72Hours, [back('2016-01-04'), declined('2016-01-06')], '2016-02-01')).toEqual([])
  expect(due(interviewIn72Hours, [back('2016-01-04'), declined('2016-01-12')], '2016-02-01')).toMatchObject([
    { stoppedAt: '2016-01-12', state: 'late', days: 5 },
  ])
  const noReply = interview({ offeredAt: '2016-01-05', response: 'No reply' })
  expect(due(interviewIn72Hours, [back('2016-01-04'), noReply], '2016-02-01')).toMatchObject([{ state: 'overdue' }])
})

test.each([
  ['offered and not accepted', { interviewOffered: 'Y', interviewAccepted: 'N' }, 0],
  ['does not apply', { interviewOffered: 'NA', interviewAccepted: 'NA' }, 0],
  ['not offered', { interviewOffered: 'N' }, 1],
  ['accepted, which is not yet held', { interviewOffered: 'Y', interviewAccepted: 'Y' }, 1],
  ['nothing recorded', {}, 1],
])('the case system says of the interview: %s', (_, says, overdue) => {
  expect(due(interviewIn72Hours, [back('2016-01-04', says)], '2016-02-01')).toHaveLength(overdue)
})

test('a child away without authorisation, whereabouts known, is due none unless one was offered', () => {
  expect(due(interviewIn72Hours, [back('2016-01-04', { type: 'A' })], '2016-02-01')).toEqual([])
  expect(due(interviewIn72Hours, [back('2016-01-04', { type: 'A', interviewOffered: 'Y' })], '2016-02-01')).toMatchObject([
    { state: 'overdue' },
  ])
  expect(due(interviewIn72Hours, [back('2016-01-04', { type: null })], '2016-02-01')).toMatchObject([{ state: 'overdue' }])
})

test('an interview that names no episode is of the one before it, and each episode needs its own', () => {
  const twice = [
    record(missingEpisode, { type: 'M', wentMissingAt: '2016-01-02', returnedAt: '2016-01-04' }),
    record(missingEpisode, { type: 'M', wentMissingAt: '2016-01-08', returnedAt: '2016-01-09' }),
  ]
  const held = record(returnHomeInterview, { heldAt: '2016-01-06' })
  expect(due(interviewIn72Hours, [...twice, held], '2016-02-01').map(({ state }) => state)).toEqual(['met', 'overdue'])
  const later = record(returnHomeInterview, { heldAt: '2016-01-11' })
  expect(due(interviewIn72Hours, [...twice, later], '2016-02-01').map(({ state }) => state)).toEqual(['overdue', 'met'])
})

test('none is due of a child still missing, or once they are 18', () => {
  expect(due(interviewIn72Hours, [missing({ wentMissingAt: '2016-01-02' })], '2016-02-01')).toEqual([])
  const grown = record(person, { bornOn: '1998-01-05' })
  expect(due(interviewIn72Hours, [grown, back('2016-01-04')], '2016-02-01')).toEqual([])
})

holdsItsDates(reportedToPolice, {
  start: (day) => [missing({ wentMissingAt: day })],
  stop: (day) => [missing({ reportedToPoliceAt: day })],
  dates: [
    ['2016-01-04', '2016-01-04', 'the same day'],
    ['2015-12-25', '2015-12-25', 'Christmas Day'],
  ],
})

test.each([
  ['2016-01-04 10:00:00', '2016-01-04 23:50:00', 'met'],
  ['2016-01-04 23:30:00', '2016-01-05 00:40:00', 'met'],
  ['2016-01-04 23:30:00', '2016-01-05 05:31:00', 'late'],
  ['2016-01-04 10:00:00', '2016-01-05 00:01:00', 'late'],
])('missing at %s and reported at %s: %s', (wentMissingAt, reportedToPoliceAt, state) => {
  expect(due(reportedToPolice, [missing({ wentMissingAt, reportedToPoliceAt })], '2016-02-01')).toMatchObject([{ state }])
})

test('a child who was back the same day, or away with their whereabouts known, need not be reported', () => {
  expect(due(reportedToPolice, [missing({ wentMissingAt: '2016-01-04', returnedAt: '2016-01-04' })], '2016-02-01')).toEqual([])
  expect(due(reportedToPolice, [missing({ wentMissingAt: '2016-01-04', type: 'A' })], '2016-02-01')).toEqual([])
})

holdsItsDates(missingStrategy, {
  start: (day) => [missing({ wentMissingAt: day })],
  stop: (day) => [record(missingMeeting, { heldAt: day })],
  dates: [
    ['2016-03-24', '2016-03-27', '72 hours, straight through Good Friday to Easter Sunday'],
    ['2016-02-27', '2016-03-01', 'over 29 February'],
  ],
})

const went = (wentMissingAt: string, returnedAt = wentMissingAt) => record(missingEpisode, { type: 'M', wentMissingAt, returnedAt })

test('a child back within the time needs no meeting for one long time; the third time in 90 days brings one about', () => {
  const twice = [went('2016-01-04'), went('2016-02-01')]
  expect(due(missingStrategy, twice, '2016-06-01')).toEqual([])
  expect(due(missingStrategy, [...twice, went('2016-04-02')], '2016-04-04')).toMatchObject([
    { startedAt: '2016-04-02', dueAt: '2016-04-05', part: 'Third time in 90 days', state: 'running' },
  ])
  expect(due(missingStrategy, [...twice, went('2016-04-03')], '2016-04-04')).toEqual([])
})

test('it is counted anew after a meeting, and after each third time', () => {
  const often = ['2016-01-04', '2016-01-11', '2016-01-18', '2016-01-25', '2016-02-01'].map((day) => went(day))
  expect(due(missingStrategy, often, '2016-03-01')).toMatchObject([{ startedAt: '2016-01-18', state: 'overdue' }])
  const met = record(missingMeeting, { heldAt: '2016-01-14' })
  expect(due(missingStrategy, [...often.slice(0, 4), met], '2016-03-01')).toEqual([])
})

test('a strategy discussion is such a meeting, and the length is the authority’s', () => {
  const enquiry = record(section47Enquiry, { strategyDiscussionAt: '2016-01-06' })
  expect(due(missingStrategy, [went('2016-01-04', '2016-02-01'), enquiry], '2016-03-01')).toMatchObject([{ state: 'met' }])
  const terms = { ...usualTerms, length: () => hours(24) }
  expect(due(missingStrategy, [missing({ wentMissingAt: '2016-01-04 20:00:00' })], '2016-01-05', terms)).toMatchObject([
    { dueAt: '2016-01-05 20:00:00' },
  ])
})

holdsItsDates(interviewShared, {
  start: (day) => [interview({ heldAt: day })],
  stop: (day) => [interview({ writtenUpOn: day, sharedWithPoliceOn: day })],
  dates: [
    ['2016-01-04', '2016-01-11', 'one plain week from a Monday'],
    ['2016-03-23', '2016-04-01', 'Good Friday and Easter Monday are not counted'],
  ],
})

test('written up and not shared with the police, it is not done; it is done with the later of the two', () => {
  const written = interview({ heldAt: '2016-01-04 16:00:00', writtenUpOn: '2016-01-06' })
  expect(due(interviewShared, [written], '2016-01-13')).toMatchObject([{ state: 'overdue', days: 2, steps: ['2016-01-06', null] }])
  const shared = interview({ sharedWithPoliceOn: '2016-01-12' })
  expect(due(interviewShared, [written, shared], '2016-02-01')).toMatchObject([{ stoppedAt: '2016-01-12', state: 'late', days: 1 }])
})
