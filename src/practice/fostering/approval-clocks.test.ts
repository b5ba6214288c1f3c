import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { holdsItsWindow } from '../../../test/support/windows.ts'
import { applicationDecided, challengeOfDetermination, decisionAfterPanel, stage1Result } from './approval-clocks.ts'
import { fosterCarer } from './records.ts'

const household = (says: Parameters<typeof record<typeof fosterCarer.fields>>[1]) => record(fosterCarer, says)

holdsItsDates(stage1Result, {
  start: (day) => [household({ stage1InformationOn: day })],
  stop: (day) => [household({ stage1ToldOn: day })],
  dates: [
    ['2016-01-11', '2016-01-25', 'two plain weeks from a Monday'],
    ['2015-12-18', '2016-01-06', 'Christmas Day, the Boxing Day holiday on the 28th and New Year’s Day are not counted'],
  ],
})

holdsItsDates(applicationDecided, {
  start: (day) => [household({ appliedOn: day })],
  stop: (day) => [household({ decidedOn: day })],
  dates: [
    ['2015-04-25', '2015-12-25', 'eight months run to Christmas Day and do not roll'],
    ['2015-06-30', '2016-02-29', 'February has no 30th: its last day, in a leap year'],
  ],
})

holdsItsDates(decisionAfterPanel, {
  start: (day) => [household({ panelMinutesReceivedOn: day })],
  stop: (day) => [household({ decidedOn: day })],
  dates: [
    ['2016-01-11', '2016-01-20', 'seven days from a Monday: the Wednesday of the week after'],
    ['2016-03-21', '2016-04-01', 'Good Friday and Easter Monday are not counted'],
  ],
})

holdsItsWindow(challengeOfDetermination, {
  start: (day) => [household({ determinationSentOn: day })],
  stop: (day) => [household({ representationsOn: day })],
  dates: [
    ['2016-02-01', '2016-02-29', 'four weeks'],
    ['2015-12-01', '2015-12-29', 'days run through Christmas'],
  ],
})

test('the rule that applicants are told within 10 working days is for information received from 1 July 2013', () => {
  expect(due(stage1Result, [household({ stage1InformationOn: '2013-06-28' })], '2014-01-06')).toEqual([])
  expect(due(stage1Result, [household({ stage1InformationOn: '2013-07-01' })], '2014-01-06')).toMatchObject([{ dueAt: '2013-07-15' }])
})

test('a decision on approval shows that the applicants were told of stage 1', () => {
  expect(due(stage1Result, [household({ stage1InformationOn: '2016-01-11', decidedOn: '2016-01-22' })], '2016-06-01')).toMatchObject([
    { state: 'met' },
  ])
})

test('an application withdrawn before it was due asks for no decision; withdrawn afterwards, the decision was late', () => {
  const applied = (applicationWithdrawnOn: string) => [household({ appliedOn: '2015-04-27', applicationWithdrawnOn })]
  expect(due(applicationDecided, applied('2015-12-01'), '2016-06-01')).toEqual([])
  expect(due(applicationDecided, applied('2016-01-27'), '2016-06-01')).toMatchObject([{ dueAt: '2015-12-27', state: 'late', days: 31 }])
})
