import { expect, test } from 'vitest'
import { daysOn, stateOn, type Dates } from './state.ts'

const run = (more: Partial<Dates> = {}): Dates => ({
  startedAt: '2016-02-01',
  dueAt: '2016-02-29',
  stoppedAt: null,
  done: false,
  pausedOn: null,
  resumedOn: null,
  ...more,
})

test.each([
  ['2016-01-31', run(), null, 'it has not started'],
  ['2016-02-01', run(), 'running', 'the day it starts'],
  ['2016-02-29', run(), 'running', 'what is due today is not overdue today'],
  ['2016-03-01', run(), 'overdue', 'the day after'],
  ['2016-02-20', run({ stoppedAt: '2016-02-15', done: true }), 'met', 'done before it was due'],
  ['2016-02-10', run({ stoppedAt: '2016-02-15', done: true }), 'running', 'asked of a day before it was done'],
  ['2016-03-09', run({ stoppedAt: '2016-02-29', done: true }), 'met', 'done on the day'],
  ['2016-03-09', run({ stoppedAt: '2016-03-01', done: true }), 'late', 'done the day after'],
  ['2016-02-29', run({ stoppedAt: '2016-03-01', done: true }), 'running', 'and not yet done the day before that'],
  ['2016-03-09', run({ stoppedAt: '2016-03-04' }), 'late', 'never done, and no longer needed after it was due'],
  ['2016-03-09', run({ stoppedAt: '2016-02-10' }), null, 'no longer needed before it was due'],
  ['2016-02-10', run({ pausedOn: '2016-02-08' }), 'paused', 'it stands still'],
  ['2016-02-10', run({ pausedOn: '2016-02-08', resumedOn: '2016-02-10' }), 'running', 'it runs again'],
  ['2016-03-09', run({ dueAt: '2016-02-29 18:40:00', stoppedAt: '2016-02-29 19:10:00', done: true }), 'late', 'half an hour late'],
  ['2016-03-09', run({ dueAt: '2016-02-29 18:40:00', stoppedAt: '2016-02-29', done: true }), 'met', 'the hour is not known'],
] as const)('on %s %j is %s: %s', (day, dates, expected, _why) => expect(stateOn(dates, day)).toBe(expected))

test.each([
  ['window', '2016-03-09', run(), null, 'a window that has closed asks nothing'],
  ['window', '2016-02-20', run({ stoppedAt: '2016-02-15', done: true }), 'met', 'what happened within it'],
  ['threshold', '2016-03-09', run(), 'overdue', 'a threshold that has been passed'],
  ['earliest', '2016-03-09', run(), null, 'it may be done from then on, and need not be'],
  ['earliest', '2016-03-09', run({ stoppedAt: '2016-02-15', done: true }), 'late', 'done too soon'],
  ['earliest', '2016-03-09', run({ stoppedAt: '2016-03-02', done: true }), 'met', 'done when it was allowed'],
] as const)('for a %s, on %s %j is %s: %s', (meaning, day, dates, expected, _why) => expect(stateOn(dates, day, meaning)).toBe(expected))

test.each([
  ['overdue', '2016-03-03', run(), 'working days', 3, 'Tuesday, Wednesday, Thursday'],
  ['overdue', '2016-03-07', run(), 'working days', 5, 'a weekend is not counted'],
  ['overdue', '2016-03-07', run(), 'days', 7, 'days are counted all'],
  ['running', '2016-02-25', run(), 'working days', 2, 'left'],
  ['late', '2016-03-09', run({ stoppedAt: '2016-03-02', done: true }), 'working days', 2, 'late when it was done'],
  ['met', '2016-03-09', run({ stoppedAt: '2016-02-26', done: true }), 'working days', 1, 'to spare'],
] as const)('%s on %s, %j in %s is %i: %s', (state, day, dates, unit, expected, _why) =>
  expect(daysOn(dates, state, day, unit)).toBe(expected),
)
