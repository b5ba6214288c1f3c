import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { holdsItsWindow } from '../../../test/support/windows.ts'
import { panelAnswered, panelReport, reviewPanel, stage2Answered, stage2Longest, stage3Request } from './later-stage-clocks.ts'
import { complaint } from './records.ts'

const said = (says: Parameters<typeof record<typeof complaint.fields>>[1]) => record(complaint, says)

holdsItsDates(stage2Answered, {
  start: (day) => [said({ stage2RequestedOn: day })],
  stop: (day) => [said({ stage2AnsweredOn: day })],
  dates: [
    ['2016-01-11', '2016-02-15', 'five plain weeks from a Monday'],
    ['2016-03-14', '2016-04-20', 'Good Friday and Easter Monday are not counted'],
  ],
})

holdsItsDates(stage2Longest, {
  start: (day) => [said({ stage2RequestedOn: day })],
  stop: (day) => [said({ stage2AnsweredOn: day })],
  dates: [['2016-01-11', '2016-04-13', 'thirteen weeks, and two days for Good Friday and Easter Monday']],
})

holdsItsWindow(stage3Request, {
  start: (day) => [said({ stage2AnsweredOn: day })],
  stop: (day) => [said({ stage3RequestedOn: day })],
  dates: [
    ['2016-01-11', '2016-02-08', 'four plain weeks from a Monday'],
    ['2015-12-14', '2016-01-14', 'three holidays are not counted'],
  ],
})

holdsItsDates(reviewPanel, {
  start: (day) => [said({ stage3RequestedOn: day })],
  stop: (day) => [said({ panelOn: day })],
  dates: [
    ['2016-01-11', '2016-02-22', 'six plain weeks from a Monday'],
    ['2016-03-14', '2016-04-27', 'Good Friday and Easter Monday are not counted'],
  ],
})

holdsItsDates(panelReport, {
  start: (day) => [said({ panelOn: day })],
  stop: (day) => [said({ panelReportSentOn: day })],
  dates: [
    ['2016-01-11', '2016-01-18', 'a plain week from a Monday'],
    ['2015-12-21', '2015-12-30', 'Christmas Day and the Boxing Day holiday on the 28th are not counted'],
  ],
})

holdsItsDates(panelAnswered, {
  start: (day) => [said({ panelReportReceivedOn: day })],
  stop: (day) => [said({ panelAnsweredOn: day })],
  dates: [
    ['2016-01-11', '2016-02-01', 'three plain weeks from a Monday'],
    ['2016-03-14', '2016-04-06', 'Good Friday and Easter Monday are not counted'],
  ],
})

test('stage 2 counts from the agreed statement of complaint where there is one', () => {
  const agreed = [said({ stage2RequestedOn: '2016-01-04', statementAgreedOn: '2016-01-11' })]
  for (const [clock, dueAt] of [
    [stage2Answered, '2016-02-15'],
    [stage2Longest, '2016-04-13'],
  ] as const)
    expect(due(clock, agreed, '2016-01-12')).toMatchObject([{ startedAt: '2016-01-11', dueAt }])
})

test('with notice of more time, stage 2 has 65 working days', () => {
  expect(due(stage2Answered, [said({ stage2RequestedOn: '2016-01-11', stage2ExtendedOn: '2016-02-12' })], '2016-03-01')).toMatchObject([
    { dueAt: '2016-04-13', state: 'running' },
  ])
})

test('a complaint withdrawn during stage 2 has nothing due any more', () => {
  const withdrawn = [said({ stage2RequestedOn: '2016-01-11', withdrawnOn: '2016-02-01' })]
  for (const clock of [stage2Answered, stage2Longest]) expect(due(clock, withdrawn, '2016-06-01')).toEqual([])
})

test('the panel’s report is answered from the day it was sent, where no day of receiving it is recorded', () => {
  expect(due(panelAnswered, [said({ panelReportSentOn: '2016-01-11' })], '2016-01-12')).toMatchObject([{ dueAt: '2016-02-01' }])
  expect(due(panelAnswered, [said({ panelReportSentOn: '2016-01-08', panelReportReceivedOn: '2016-01-11' })], '2016-01-12')).toMatchObject([
    { startedAt: '2016-01-11' },
  ])
})

test('a report that the authority has received was sent', () => {
  expect(due(panelReport, [said({ panelOn: '2016-01-11', panelReportReceivedOn: '2016-01-15' })], '2016-06-01')).toMatchObject([
    { state: 'met' },
  ])
})

test('the authority’s own procedure has no stages of the Act', () => {
  const corporate = [
    said({ procedure: 'CORP', stage2RequestedOn: '2016-01-11', stage2AnsweredOn: '2016-06-06', stage3RequestedOn: '2016-06-07' }),
  ]
  for (const clock of [stage2Answered, stage2Longest, stage3Request, reviewPanel]) expect(due(clock, corporate, '2016-09-01')).toEqual([])
})
