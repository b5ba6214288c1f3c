import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { meetingPaperwork } from '../protection/paperwork.ts'
import { lookedAfterReview, periodOfCare } from './records.ts'
import { reviewDecisions, reviewRecord, reviewRecordSent, reviewReport } from './review-paper-clocks.ts'

const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const review = (says: object) => record(lookedAfterReview, says)
const papers = (meetingOn: string, says: object) => record(meetingPaperwork, { meeting: 'looked after review', meetingOn, ...says })

/** The day a review is planned for, by the day the child came into care. */
const plannedFor: Readonly<Record<string, string>> = { '2016-01-04': '2016-01-28', '2016-03-01': '2016-03-29', '2016-01-11': '2016-01-30' }

holdsItsDates(reviewReport, {
  start: (day) => [care(day), review({ dueOn: plannedFor[day] })],
  stop: (day, started) => [papers(plannedFor[started]!, { reportSharedOn: day })],
  dates: [
    ['2016-01-04', '2016-01-25', 'three working days before Thursday 28 January'],
    ['2016-03-01', '2016-03-22', 'before the Tuesday after Easter: Good Friday and Easter Monday are not counted'],
    ['2016-01-11', '2016-01-27', 'planned for a Saturday: the first working day before it is the Friday'],
  ],
})

test('a review held on another day than planned is counted back from the day it was held, and a report after it came too late', () => {
  const held = review({ dueOn: '2016-01-28', heldOn: '2016-02-04' })
  expect(due(reviewReport, [care('2016-01-04'), held], '2016-02-01')).toMatchObject([{ dueAt: '2016-02-01', state: 'running' }])
  const after = papers('2016-02-04', { reportSharedOn: '2016-02-05' })
  expect(due(reviewReport, [care('2016-01-04'), held, after], '2016-03-01')).toMatchObject([{ stoppedAt: '2016-02-04', state: 'late' }])
})

test('the report of another meeting on the same day is not that of the review; one that names the review is', () => {
  const planned = review({ id: 'review', dueOn: '2016-01-28' })
  const state = (says: object) => due(reviewReport, [care('2016-01-04'), planned, papers('2016-01-28', says)], '2016-02-01')[0]?.state
  expect(state({ reportSharedOn: '2016-01-22', meeting: 'protection review' })).toBe('overdue')
  expect(state({ reportSharedOn: '2016-01-22', lookedAfterReview: 'another' })).toBe('overdue')
  expect(state({ reportSharedOn: '2016-01-22', lookedAfterReview: 'review', meetingOn: '2016-02-03' })).toBe('met')
})

test('no report is due for a review that was cancelled; for one that was planned and never held it is asked for until the next is', () => {
  expect(due(reviewReport, [care('2016-01-04'), review({ dueOn: '2016-01-28', cancelled: true })], '2016-02-01')).toEqual([])
  const replaced = [care('2015-06-01'), review({ dueOn: '2015-09-14' }), review({ heldOn: '2015-12-07' })]
  expect(due(reviewReport, replaced, '2015-12-08')[0]).toMatchObject({ dueAt: '2015-09-09', stoppedAt: '2015-12-07', state: 'late' })
})

holdsItsDates(reviewDecisions, {
  start: (day) => [care('2015-06-01'), review({ heldOn: day })],
  stop: (day, held) => [papers(held, { decisionsSentOn: day })],
  dates: [
    ['2016-01-04', '2016-01-11', 'one plain week from a Monday'],
    ['2015-12-21', '2015-12-30', 'Christmas Day and the Boxing Day holiday are not counted'],
  ],
})

holdsItsDates(reviewRecord, {
  start: (day) => [care('2015-06-01'), review({ heldOn: day })],
  stop: (day, held) => [papers(held, { minutesWrittenOn: day })],
  dates: [
    ['2016-01-04', '2016-01-25', 'three plain weeks from a Monday'],
    ['2016-03-21', '2016-04-13', 'Good Friday and Easter Monday are not counted'],
  ],
})

holdsItsDates(reviewRecordSent, {
  start: (day) => [care('2015-06-01'), review({ heldOn: day })],
  stop: (day, held) => [papers(held, { minutesSentOn: day })],
  dates: [
    ['2016-01-04', '2016-02-01', 'four plain weeks from a Monday'],
    ['2015-12-14', '2016-01-14', 'Christmas Day, the Boxing Day holiday and New Year’s Day are not counted'],
  ],
})

test('a record that was sent was written; decisions are another paper', () => {
  const sent = [care('2015-06-01'), review({ heldOn: '2016-01-04' }), papers('2016-01-04', { minutesSentOn: '2016-01-20' })]
  expect(due(reviewRecord, sent, '2016-02-05')).toMatchObject([{ stoppedAt: '2016-01-20', state: 'met' }])
  expect(due(reviewDecisions, sent, '2016-02-05')).toMatchObject([{ state: 'overdue' }])
})

test('papers still owed when the next review is held, or when the child leaves care, are late and asked for no more', () => {
  const next = [care('2015-06-01'), review({ heldOn: '2015-09-14' }), review({ heldOn: '2015-12-07' })]
  expect(due(reviewRecordSent, next, '2015-12-08')).toMatchObject([{ stoppedAt: '2015-12-07', state: 'late' }, { state: 'running' }])
  const left = [care('2015-06-01', '2015-09-18'), review({ heldOn: '2015-09-14' })]
  expect(due(reviewDecisions, left, '2015-12-08')).toEqual([])
})
