import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { holdsItsWindow } from '../../../test/support/windows.ts'
import { complaint } from './records.ts'
import { complaintAcknowledged, complaintInTime, stage1Answered, stage1Longest } from './stage-one-clocks.ts'

const said = (says: Parameters<typeof record<typeof complaint.fields>>[1]) => record(complaint, says)

holdsItsDates(complaintAcknowledged, {
  start: (day) => [said({ receivedOn: day })],
  stop: (day) => [said({ acknowledgedOn: day })],
  dates: [
    ['2016-01-11', '2016-01-13', 'from a Monday to the Wednesday'],
    ['2016-03-24', '2016-03-30', 'Good Friday and Easter Monday are not counted'],
  ],
})

holdsItsDates(stage1Answered, {
  start: (day) => [said({ receivedOn: day })],
  stop: (day) => [said({ stage1AnsweredOn: day })],
  dates: [
    ['2016-01-11', '2016-01-25', 'two plain weeks from a Monday'],
    ['2015-12-18', '2016-01-06', 'Christmas Day, the Boxing Day holiday on the 28th and New Year’s Day are not counted'],
  ],
})

holdsItsDates(stage1Longest, {
  start: (day) => [said({ receivedOn: day })],
  stop: (day) => [said({ stage1AnsweredOn: day })],
  dates: [
    ['2016-01-11', '2016-02-08', 'four plain weeks from a Monday'],
    ['2015-12-14', '2016-01-14', 'three holidays are not counted'],
  ],
})

holdsItsWindow(complaintInTime, {
  start: (day) => [said({ eventOn: day })],
  stop: (day) => [said({ receivedOn: day })],
  dates: [
    ['2014-12-25', '2015-12-25', 'a year runs to Christmas Day'],
    ['2016-02-29', '2017-02-28', 'from a leap day'],
  ],
})

test('a complex complaint has 20 working days at stage 1; one of which that is not recorded has 10', () => {
  expect(due(stage1Answered, [said({ receivedOn: '2015-12-14', complex: true })], '2016-01-14')).toMatchObject([{ dueAt: '2016-01-14' }])
  expect(due(stage1Answered, [said({ receivedOn: '2016-01-11' })], '2016-01-14')).toMatchObject([{ dueAt: '2016-01-25' }])
})

test('an answer at stage 1 shows that the complaint was acknowledged', () => {
  expect(due(complaintAcknowledged, [said({ receivedOn: '2016-01-11', stage1AnsweredOn: '2016-01-12' })], '2016-06-01')).toMatchObject([
    { state: 'met' },
  ])
})

test('a complaint that went straight to stage 2 has no stage 1 due', () => {
  const straight = [said({ receivedOn: '2016-01-11', stage2RequestedOn: '2016-01-11' })]
  for (const clock of [complaintAcknowledged, stage1Answered, stage1Longest]) expect(due(clock, straight, '2016-06-01')).toEqual([])
})

test('stage 1 never answered before stage 2 was asked for is late from the day it fell due', () => {
  expect(due(stage1Answered, [said({ receivedOn: '2016-01-11', stage2RequestedOn: '2016-02-09' })], '2016-06-01')).toMatchObject([
    { dueAt: '2016-01-25', state: 'late', days: 11 },
  ])
})

test('a withdrawn complaint asks for nothing more', () => {
  expect(due(stage1Answered, [said({ receivedOn: '2016-01-11', withdrawnOn: '2016-01-20' })], '2016-06-01')).toEqual([])
})

test('a complaint under the authority’s own procedure is acknowledged, and has none of the Act’s stages', () => {
  const corporate = [said({ procedure: 'CORP', eventOn: '2015-06-01', receivedOn: '2016-01-11' })]
  expect(due(complaintAcknowledged, corporate, '2016-01-14')).toMatchObject([{ state: 'overdue', days: 1 }])
  for (const clock of [stage1Answered, stage1Longest, complaintInTime]) expect(due(clock, corporate, '2016-06-01')).toEqual([])
})
