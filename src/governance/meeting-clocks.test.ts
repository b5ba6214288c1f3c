import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../test/support/clocks.ts'
import { holdsItsWindow } from '../../test/support/windows.ts'
import { agendaPublished, callIn, keyDecisionNotice } from './meeting-clocks.ts'
import { keyDecision, publicMeeting } from './records.ts'

const meeting = (says: Parameters<typeof record<typeof publicMeeting.fields>>[1]) => record(publicMeeting, says)
const decision = (says: Parameters<typeof record<typeof keyDecision.fields>>[1]) => record(keyDecision, says)

// The day in the first column is that of the meeting, or of the decision: what is due lies before it.
holdsItsDates(agendaPublished, {
  start: (day) => [meeting({ meetingOn: day })],
  stop: (day) => [meeting({ agendaPublishedOn: day })],
  dates: [
    ['2016-03-17', '2016-03-09', 'a Thursday: 16, 15, 14, 11 and 10 March are clear, and Wednesday the 9th is the day of publication'],
    ['2016-03-31', '2016-03-21', 'a Thursday: 30, 29, 24, 23 and 22 March are clear; Good Friday and Easter Monday do not count'],
    ['2016-03-19', '2016-03-11', 'a Saturday: the five working days before it are clear'],
  ],
})

holdsItsDates(keyDecisionNotice, {
  start: (day) => [decision({ dueOn: day })],
  stop: (day) => [decision({ noticePublishedOn: day })],
  dates: [
    ['2016-03-31', '2016-03-02', '28 days from 3 to 30 March are clear, Good Friday and Easter Monday among them'],
    ['2016-01-14', '2015-12-16', '28 days from 17 December to 13 January are clear, through Christmas'],
  ],
})

holdsItsWindow(callIn, {
  start: (day) => [decision({ decisionPublishedOn: day })],
  stop: (day) => [decision({ calledInOn: day })],
  dates: [
    ['2016-01-11', '2016-01-18', 'a plain week from a Monday'],
    ['2015-12-21', '2015-12-30', 'Christmas Day and the Boxing Day holiday on the 28th are not counted'],
  ],
})

test('papers published the day before they are due are in time, and a day later they are late', () => {
  const published = (agendaPublishedOn: string) =>
    due(agendaPublished, [meeting({ meetingOn: '2016-03-17', agendaPublishedOn })], '2016-06-01')
  expect(published('2016-03-08')).toMatchObject([{ state: 'met' }])
  expect(published('2016-03-10')).toMatchObject([{ state: 'late', days: 1 }])
})

test('papers are looked to from the day a meeting is called, or for four weeks before it', () => {
  expect(due(agendaPublished, [meeting({ meetingOn: '2016-03-17', calledOn: '2016-01-04' })], '2016-02-01')).toMatchObject([
    { startedAt: '2016-01-04', state: 'running' },
  ])
  expect(due(agendaPublished, [meeting({ meetingOn: '2016-03-17' })], '2016-02-01')).toMatchObject([
    { startedAt: '2016-02-18', state: null },
  ])
})

test('a meeting called with two days to go has its papers open on the day it is called', () => {
  expect(due(agendaPublished, [meeting({ meetingOn: '2016-03-17', calledOn: '2016-03-15' })], '2016-03-16')).toMatchObject([
    { dueAt: '2016-03-15', state: 'overdue' },
  ])
})

test('a meeting cancelled before its papers were due asks for none; one held without them had them late', () => {
  expect(due(agendaPublished, [meeting({ meetingOn: '2016-03-17', cancelledOn: '2016-03-07' })], '2016-06-01')).toEqual([])
  expect(due(agendaPublished, [meeting({ meetingOn: '2016-03-17' })], '2016-06-01')).toMatchObject([
    { state: 'late', stoppedAt: '2016-03-17' },
  ])
})

test('no notice is due of a key decision under special urgency, nor of one no longer proposed', () => {
  expect(due(keyDecisionNotice, [decision({ dueOn: '2016-03-31', exception: 'URG' })], '2016-03-20')).toEqual([])
  expect(due(keyDecisionNotice, [decision({ dueOn: '2016-03-31', droppedOn: '2016-02-22' })], '2016-03-20')).toEqual([])
})

test('the rule of 28 clear days is for decisions from 10 September 2012', () => {
  expect(due(keyDecisionNotice, [decision({ dueOn: '2012-09-07' })], '2012-09-06')).toEqual([])
  expect(due(keyDecisionNotice, [decision({ dueOn: '2012-09-10' })], '2012-09-06')).toMatchObject([{ dueAt: '2012-08-12' }])
})
