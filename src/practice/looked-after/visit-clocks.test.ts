import { expect, test } from 'vitest'
import { due, holdsItsDates, record, type Told } from '../../../test/support/clocks.ts'
import { legalStatus } from '../court/records.ts'
import { person } from '../person/records.ts'
import { lookedAfterReview, lookedAfterVisit, periodOfCare, placement } from './records.ts'
import {
  agreedVisit,
  firstVisit,
  firstYearVisit,
  laterVisit,
  permanentVisit,
  visitAtHomeUnderCareOrder,
  visitBeforeParentsAssessed,
  visitClocks,
  visitToCarerApprovedForATime,
} from './visit-clocks.ts'

const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const placed = (startedOn: string, says: Parameters<typeof record<typeof placement.fields>>[1] = {}) =>
  record(placement, { startedOn, type: 'U6', ...says })
const visit = (visitedOn: string, childSeen: boolean | null = true) => record(lookedAfterVisit, { visitedOn, childSeen })
const review = (heldOn: string) => record(lookedAfterReview, { heldOn })
const order = (status: string, startedOn: string, endedOn: string | null = null) => record(legalStatus, { status, startedOn, endedOn })

holdsItsDates(firstVisit, {
  start: (day) => [placed(day)],
  stop: (day) => [visit(day)],
  dates: [
    ['2016-01-04', '2016-01-11', 'a week from a Monday is the next Monday'],
    ['2016-03-24', '2016-03-31', 'Good Friday and Easter Monday count as any day'],
    ['2016-02-26', '2016-03-04', 'over 29 February'],
  ],
})

holdsItsDates(firstYearVisit, {
  start: (day) => [placed('2015-11-02'), visit(day)],
  stop: (day) => [visit(day)],
  dates: [
    ['2015-11-23', '2016-01-04', 'six weeks, straight through Christmas and the New Year'],
    ['2015-11-02', '2015-12-14', 'a visit on the first day is the first visit; the next is counted from it'],
    ['2016-10-31', '2016-12-12', 'the last visit in the first year: the next is still due by the rule of that year'],
  ],
})

holdsItsDates(laterVisit, {
  start: (day) => [placed('2013-05-07'), visit('2014-05-06'), visit(day)],
  stop: (day) => [visit(day)],
  dates: [
    ['2014-05-07', '2014-06-18', 'a year to the day after the placement began'],
    ['2015-12-01', '2016-01-12', 'six weeks over the holidays'],
  ],
  which: ({ startedAt }) => startedAt !== '2014-05-06',
})

holdsItsDates(permanentVisit, {
  start: (day) => [placed('2013-05-07', { type: 'U4' }), visit(day)],
  stop: (day) => [visit(day)],
  dates: [
    ['2015-09-25', '2015-12-25', 'three months to the day: Christmas Day, as months do not roll'],
    ['2015-11-30', '2016-02-29', 'February has no 30th: its last day, in a leap year the 29th'],
  ],
})

holdsItsDates(agreedVisit, {
  start: (day) => [placed('2013-05-07', { type: 'U1', fewerVisitsAgreedOn: '2015-04-20' }), visit(day)],
  stop: (day) => [visit(day)],
  dates: [
    ['2015-06-30', '2015-12-30', 'six months to the day'],
    ['2015-08-31', '2016-02-29', 'the last day of a shorter month'],
  ],
})

holdsItsDates(visitBeforeParentsAssessed, {
  start: (day) => [placed(day, { type: 'P1', beforeAssessment: true })],
  stop: (day) => [visit(day)],
  dates: [
    ['2015-12-21', '2015-12-28', 'a week, the Boxing Day holiday in it'],
    ['2016-02-25', '2016-03-03', 'over 29 February'],
  ],
  which: ({ startedAt }) => startedAt === '2015-12-21' || startedAt === '2016-02-25',
})

holdsItsDates(visitToCarerApprovedForATime, {
  start: (day) => [placed('2015-11-02', { type: 'U3', temporaryApprovalOn: '2015-11-02' }), visit(day), review(day)],
  stop: (day) => [visit(day)],
  dates: [
    ['2015-11-27', '2015-12-25', 'four weeks after the first review end on Christmas Day'],
    ['2016-02-08', '2016-03-07', 'over 29 February'],
  ],
  which: ({ startedAt }) => startedAt === '2015-11-27' || startedAt === '2016-02-08',
})

holdsItsDates(visitAtHomeUnderCareOrder, {
  start: (day) => [placed('2015-09-01', { type: 'P1' }), order('C2', day)],
  stop: (day) => [visit(day)],
  dates: [
    ['2015-12-24', '2015-12-31', 'a week from the order, which was made on Christmas Eve'],
    ['2016-02-29', '2016-03-07', 'made on 29 February'],
  ],
  which: ({ part }) => part === 'First visit',
})

/** What every clock of visits says is due next, and what was late, on a day. */
const standing = (records: readonly Told[], day: string) =>
  visitClocks.flatMap((clock) =>
    due(clock, records, day).map(({ dueAt, state, part }) => [clock.id, dueAt, state, part].filter(Boolean).join(' ')),
  )
const open = (records: readonly Told[], day: string) => standing(records, day).filter((line) => /running|overdue/.test(line))

test('a visit on which the child was not seen is no visit; where that is not recorded, it is one', () => {
  const not = due(firstVisit, [placed('2016-01-04'), visit('2016-01-08', false)], '2016-01-12')
  expect(not).toMatchObject([{ state: 'overdue', days: 1 }])
  expect(due(firstVisit, [placed('2016-01-04'), visit('2016-01-08', null)], '2016-01-12')).toMatchObject([{ state: 'met' }])
})

test('a placement that ends within the week asks for no visit; one that lasted longer shows that it was never visited', () => {
  expect(due(firstVisit, [placed('2016-01-04', { endedOn: '2016-01-09' })], '2016-02-01')).toEqual([])
  expect(due(firstVisit, [placed('2016-01-04', { endedOn: '2016-01-20' })], '2016-02-01')).toMatchObject([{ state: 'late', days: 9 }])
})

test('each placement has a first visit of its own', () => {
  const moved = [placed('2016-01-04', { endedOn: '2016-02-08', urn: 'SC1' }), visit('2016-01-08'), placed('2016-02-08', { urn: 'SC2' })]
  expect(open(moved, '2016-02-10')).toEqual(['lac-visit-first 2016-02-15 running'])
})

test('a child who comes back from hospital to the same carers has not moved: visits go on as before', () => {
  const before = [placed('2016-01-04', { endedOn: '2016-02-01', urn: 'SC1', provider: 'PR1' }), visit('2016-01-08')]
  const away = [...before, placed('2016-02-01', { type: 'T1' })]
  expect(open(away, '2016-02-05')).toEqual(['lac-visit-year1 2016-02-19 running'])
  const back = [...before, placed('2016-02-01', { type: 'T1', endedOn: '2016-02-10' })]
  const same = placed('2016-02-10', { urn: 'SC1', provider: 'PR1' })
  expect(open([...back, same], '2016-02-12')).toEqual(['lac-visit-year1 2016-02-19 running'])
  const another = placed('2016-02-10', { urn: 'SC2', provider: 'PR1' })
  expect(open([...back, another], '2016-02-12')).toEqual(['lac-visit-first 2016-02-17 running'])
})

test('a placement that becomes long term with the same carers is the same placement', () => {
  const matched = [
    placed('2014-05-06', { endedOn: '2015-09-01', changeReason: 'PLACE' }),
    placed('2015-09-01', { type: 'U4' }),
    visit('2015-08-20'),
    visit('2015-09-30'),
  ]
  expect(open(matched, '2015-10-01')).toEqual(['lac-visit-permanent 2015-12-30 running'])
})

test('a decision that a placement is meant to last, and a child who agrees to fewer visits, count from the last visit', () => {
  const decided = [placed('2013-05-06', { type: 'K2', meantToLastDecidedOn: '2015-06-10' }), visit('2015-05-20')]
  expect(open(decided, '2015-06-11')).toEqual(['lac-visit-permanent 2015-08-20 running'])
  const agreed = [placed('2013-05-06', { type: 'U4', fewerVisitsAgreedOn: '2015-06-10' }), visit('2015-05-20')]
  expect(open(agreed, '2015-06-11')).toEqual(['lac-visit-long-term-agreed 2015-11-20 running'])
})

test('a child who asks for more visits again has one within three months of asking, or by the day it was due anyway', () => {
  const asks = placed('2013-05-06', { type: 'U4', fewerVisitsAgreedOn: '2015-06-10', fewerVisitsEndedOn: '2015-11-02' })
  expect(open([asks, visit('2015-10-20')], '2015-11-03')).toEqual(['lac-visit-permanent 2016-02-02 running'])
  expect(open([asks, visit('2015-05-20')], '2015-11-03')).toEqual(['lac-visit-permanent 2015-11-20 running'])
})

test('agreeing to fewer visits was not to be had before 1 April 2015', () => {
  const agreed = [placed('2012-05-07', { type: 'U4', fewerVisitsAgreedOn: '2014-09-01' }), visit('2014-12-01')]
  expect(open(agreed, '2015-02-01')).toEqual(['lac-visit-permanent 2015-03-01 running'])
})

test('visits are weekly until the first review, and the review ends the week that was running', () => {
  const weekly = [placed('2016-01-04', { type: 'U3', temporaryApprovalOn: '2016-01-04' }), visit('2016-01-08'), visit('2016-01-15')]
  expect(open(weekly, '2016-01-18')).toEqual(['lac-visit-temp-approved 2016-01-22 running Until the first review'])
  expect(open([...weekly, review('2016-01-20')], '2016-01-21')).toEqual([
    'lac-visit-temp-approved 2016-02-12 running After the first review',
  ])
})

test('a week that had run out before the first review stays late', () => {
  const slow = [placed('2016-01-04', { type: 'U3', temporaryApprovalOn: '2016-01-04' }), review('2016-01-20')]
  expect(standing(slow, '2016-01-21')).toEqual([
    'lac-visit-temp-approved 2016-01-11 late Until the first review',
    'lac-visit-temp-approved 2016-02-01 running After the first review',
  ])
})

test('when rules take over from one another twice between two visits, what was late before stays apart from what is due now', () => {
  const carer = placed('2016-01-04', { type: 'U3', temporaryApprovalOn: '2016-01-04', fullApprovalOn: '2016-01-28' })
  expect(standing([carer, visit('2016-01-08'), review('2016-01-20')], '2016-01-29')).toEqual([
    'lac-visit-year1 2016-02-19 running',
    'lac-visit-temp-approved 2016-01-11 met Until the first review',
    'lac-visit-temp-approved 2016-01-15 late Until the first review',
  ])
  expect(due(firstYearVisit, [carer, visit('2016-01-08'), review('2016-01-20')], '2016-01-29')).toMatchObject([{ startedAt: '2016-01-20' }])
})

test('a review held long before the move does not make visits to a carer approved for a time rarer', () => {
  const moved = [review('2015-02-02'), placed('2016-01-04', { type: 'U3', temporaryApprovalOn: '2016-01-04' })]
  expect(open(moved, '2016-01-05')).toEqual(['lac-visit-temp-approved 2016-01-11 running Until the first review'])
})

test('once the carer is approved in full, visits come as in any placement', () => {
  const approved = placed('2016-01-04', { type: 'U3', temporaryApprovalOn: '2016-01-04', fullApprovalOn: '2016-02-15' })
  expect(open([approved, visit('2016-02-10'), review('2016-01-28')], '2016-02-16')).toEqual(['lac-visit-year1 2016-03-23 running'])
})

test('at home under an interim care order visits are weekly, and a full order asks for one within its first week', () => {
  const home = [placed('2016-01-04', { type: 'P1' }), order('C1', '2016-01-04', '2016-02-01'), order('Interim care order', '2016-02-01')]
  expect(open([...home, visit('2016-02-03')], '2016-02-04')).toEqual(['lac-visit-temp-approved 2016-02-10 running Until the first review'])
  const full = [placed('2016-01-04', { type: 'P1' }), order('C1', '2016-01-04', '2016-02-15'), order('Care order', '2016-02-15')]
  const held = [...full, review('2016-01-29'), visit('2016-02-10')]
  expect(open(held, '2016-02-16')).toEqual(['lac-visit-care-order-home 2016-02-22 running First visit'])
  expect(open([...held, visit('2016-02-18')], '2016-02-19')).toEqual(['lac-visit-care-order-home 2016-03-31 running Later visits'])
})

test('when it is decided that a child may stay with parents who were not assessed, the care order’s own visits take over', () => {
  const records = [order('C2', '2015-06-01'), visit('2016-01-27')]
  const undecided = placed('2016-01-04', { type: 'P1', beforeAssessment: true })
  expect(open([...records, undecided], '2016-01-28')).toEqual(['lac-visit-parents-interim 2016-02-03 running Until the first review'])
  const decided = placed('2016-01-04', { type: 'P1', beforeAssessment: true, parentsDecidedOn: '2016-02-01' })
  expect(open([...records, decided], '2016-02-02')).toEqual(['lac-visit-care-order-home 2016-03-09 running Later visits'])
})

test('short breaks and children placed for adoption have visits of other rules', () => {
  expect(standing([placed('2016-01-04'), order('V4', '2016-01-01')], '2016-03-01')).toEqual([])
  expect(standing([placed('2016-01-04', { type: 'A5' })], '2016-03-01')).toEqual([])
})

test('nothing is due after care has ended, though nobody ended the placement, or after the eighteenth birthday', () => {
  const left = [care('2016-01-04', '2016-01-29'), placed('2016-01-04'), visit('2016-01-08')]
  expect(open(left, '2016-03-01')).toEqual([])
  const grown = [record(person, { bornOn: '1998-02-10' }), placed('2016-01-04'), visit('2016-01-08')]
  expect(open(grown, '2016-03-01')).toEqual([])
})
