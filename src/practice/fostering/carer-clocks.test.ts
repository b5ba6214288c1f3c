import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import {
  carerChecksRenewed,
  developmentStandards,
  firstApprovalReview,
  laterApprovalReview,
  resignation,
  supervisingVisit,
  unannouncedVisit,
} from './carer-clocks.ts'
import { fosterCarer, fosterCarerCheck, fosterCarerReview, fosterCarerVisit } from './records.ts'

const household = (says: Parameters<typeof record<typeof fosterCarer.fields>>[1]) => record(fosterCarer, says)
const approved = (approvedOn: string) => household({ approvedOn })
const review = (decidedOn: string) => record(fosterCarerReview, { decidedOn })
const visit = (visitedOn: string, says: { unannounced?: boolean; carerSeen?: boolean } = {}) =>
  record(fosterCarerVisit, { visitedOn, ...says })

holdsItsDates(firstApprovalReview, {
  start: (day) => [approved(day)],
  stop: (day) => [review(day)],
  dates: [
    ['2014-12-25', '2015-12-25', 'a year runs to Christmas Day and does not roll'],
    ['2016-02-29', '2017-02-28', 'approved on a leap day: the last of February'],
  ],
})

holdsItsDates(laterApprovalReview, {
  start: (day) => [approved('2012-01-09'), review(day)],
  stop: (day) => [review(day)],
  dates: [
    ['2015-03-28', '2016-03-28', 'to Easter Monday: years do not roll'],
    ['2015-02-28', '2016-02-28', 'the 28th, not the 29th, of a leap year'],
  ],
})

holdsItsDates(unannouncedVisit, {
  start: (day) => [approved(day)],
  stop: (day) => [visit(day, { unannounced: true })],
  dates: [
    ['2014-12-25', '2015-12-25', 'a year runs to Christmas Day'],
    ['2015-01-31', '2016-01-31', 'a Sunday'],
  ],
})

holdsItsDates(supervisingVisit, {
  start: (day) => [approved('2013-01-07'), visit(day)],
  stop: (day) => [visit(day)],
  which: (line) => line.startedAt !== '2013-01-07',
  dates: [
    ['2016-01-04', '2016-02-15', 'six weeks from a Monday'],
    ['2015-11-13', '2015-12-25', 'weeks run to Christmas Day and do not roll'],
  ],
})

holdsItsDates(developmentStandards, {
  start: (day) => [approved(day)],
  stop: (day) => [household({ standardsMetOn: day })],
  dates: [
    ['2014-12-25', '2015-12-25', 'a year runs to Christmas Day'],
    ['2016-02-29', '2017-02-28', 'approved on a leap day'],
  ],
})

holdsItsDates(carerChecksRenewed, {
  start: (day) => [approved('2012-01-09'), record(fosterCarerCheck, { type: 'DBS', member: 'FIRST', checkedOn: day })],
  stop: (day) => [record(fosterCarerCheck, { type: 'DBS', member: 'FIRST', checkedOn: day })],
  dates: [
    ['2012-12-25', '2015-12-25', 'three years run to Christmas Day'],
    ['2016-02-29', '2019-02-28', 'checked on a leap day'],
  ],
})

holdsItsDates(resignation, {
  start: (day) => [household({ approvedOn: '2012-01-09', resignationReceivedOn: day })],
  stop: (day) => [household({ approvalEndedOn: day })],
  dates: [
    ['2016-02-01', '2016-02-29', 'four weeks'],
    ['2015-12-11', '2016-01-08', 'days run through Christmas and New Year'],
  ],
})

test('the second review counts from the first, not from approval', () => {
  const records = [approved('2014-01-06'), review('2014-12-01')]
  expect(due(firstApprovalReview, records, '2015-12-02')).toMatchObject([{ state: 'met' }])
  expect(due(laterApprovalReview, records, '2015-12-02')).toMatchObject([{ dueAt: '2015-12-01', state: 'overdue', days: 1 }])
})

test('a review that was held and not decided stops nothing', () => {
  const held = record(fosterCarerReview, { heldOn: '2015-01-05' })
  expect(due(firstApprovalReview, [approved('2014-01-06'), held], '2015-01-07')).toMatchObject([{ state: 'overdue', days: 1 }])
})

test('a household decided on as approved is reviewed from that day, where no day of approval is recorded', () => {
  const decided = household({ decidedOn: '2014-01-06', decision: 'APP' })
  expect(due(firstApprovalReview, [decided], '2014-06-02')).toMatchObject([{ dueAt: '2015-01-06' }])
  expect(due(firstApprovalReview, [household({ decidedOn: '2014-01-06', decision: 'NOT' })], '2014-06-02')).toEqual([])
})

test('an announced visit, and one at which nobody was in, are no unannounced visits', () => {
  const records = [
    approved('2014-01-06'),
    visit('2014-06-02', { unannounced: false }),
    visit('2014-07-01', { unannounced: true, carerSeen: false }),
  ]
  expect(due(unannouncedVisit, records, '2015-01-07')).toMatchObject([{ startedAt: '2014-01-06', state: 'overdue', days: 1 }])
})

test('an unannounced visit is a supervising visit too', () => {
  expect(due(supervisingVisit, [approved('2016-01-04'), visit('2016-02-12', { unannounced: true })], '2016-02-20')).toMatchObject([
    { state: 'met' },
    { startedAt: '2016-02-12', state: 'running' },
  ])
})

test('a relative or friend has 18 months to meet the standards', () => {
  const kin = household({ approvedOn: '2015-08-31', relativeOrFriend: true })
  expect(due(developmentStandards, [kin], '2017-03-01')).toMatchObject([{ dueAt: '2017-02-28', state: 'overdue', days: 1 }])
})

test('a medical renews no check of the Disclosure and Barring Service, nor does that of the other carer', () => {
  const records = [
    approved('2013-01-07'),
    record(fosterCarerCheck, { type: 'DBS', member: 'FIRST', checkedOn: '2013-01-07' }),
    record(fosterCarerCheck, { type: 'DBS', member: 'SECOND', checkedOn: '2015-12-01' }),
    record(fosterCarerCheck, { type: 'MED', member: 'FIRST', checkedOn: '2015-12-02' }),
  ]
  expect(due(carerChecksRenewed, records, '2016-01-08').map(({ part, state }) => [part, state])).toEqual([
    ['Disclosure and Barring Service check, first carer', 'overdue'],
    ['Disclosure and Barring Service check, second carer', 'running'],
    ['Medical, first carer', 'running'],
  ])
})

test('checks of a household that was never approved are not renewed', () => {
  expect(
    due(carerChecksRenewed, [household({}), record(fosterCarerCheck, { type: 'DBS', checkedOn: '2013-01-07' })], '2016-06-01'),
  ).toEqual([])
})

test('after a resignation nothing more is due than the end of approval, recorded or not', () => {
  const resigned = [household({ approvedOn: '2015-02-02', resignationReceivedOn: '2016-01-11' })]
  expect(due(resignation, resigned, '2016-03-01')).toMatchObject([{ dueAt: '2016-02-08', state: 'overdue' }])
  for (const clock of [firstApprovalReview, developmentStandards])
    expect(due(clock, resigned, '2016-03-01')).toMatchObject([{ dueAt: '2016-02-02', state: 'late', stoppedAt: '2016-02-08' }])
  const resignedEarlier = [household({ approvedOn: '2015-02-02', resignationReceivedOn: '2015-12-07' })]
  for (const clock of [firstApprovalReview, developmentStandards, unannouncedVisit])
    expect(due(clock, resignedEarlier, '2016-03-01')).toEqual([])
})
