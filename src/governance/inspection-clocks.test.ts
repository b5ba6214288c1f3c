import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../test/support/clocks.ts'
import { childDataHandedOver, jointStatement, nextGradedInspection, reportPublished, statementOfAction } from './inspection-clocks.ts'
import { inspection } from './records.ts'

const inspected = (type: string, says: Parameters<typeof record<typeof inspection.fields>>[1] = {}) => record(inspection, { type, ...says })
const more = (says: Parameters<typeof record<typeof inspection.fields>>[1]) => record(inspection, says)

holdsItsDates(childDataHandedOver, {
  start: (day) => [inspected('STD', { noticeOn: day })],
  stop: (day) => [more({ childDataSentOn: day })],
  dates: [
    ['2018-06-04', '2018-06-11', 'a plain week from the Monday call'],
    ['2019-04-15', '2019-04-24', 'Good Friday and Easter Monday are not counted'],
  ],
})

holdsItsDates(reportPublished, {
  start: (day) => [inspected('SIF', { reportReceivedOn: day })],
  stop: (day) => [more({ reportPublishedOn: day })],
  dates: [
    ['2016-01-11', '2016-02-22', 'six plain weeks from a Monday'],
    ['2016-03-14', '2016-04-27', 'Good Friday and Easter Monday are not counted'],
  ],
})

holdsItsDates(statementOfAction, {
  start: (day) => [inspected('SIF', { reportReceivedOn: day })],
  stop: (day) => [more({ statementSentOn: day })],
  dates: [['2016-01-11', '2016-04-20', 'fourteen weeks, and two days for Good Friday and Easter Monday']],
})

holdsItsDates(jointStatement, {
  start: (day) => [inspected('JTAI', { reportReceivedOn: day })],
  stop: (day) => [more({ statementSentOn: day })],
  dates: [['2016-03-14', '2016-06-24', 'fourteen weeks, and four days for the holidays of Easter and May']],
})

holdsItsDates(nextGradedInspection, {
  start: (day) => [inspected('SHO', { onSiteFrom: day })],
  stop: (day) => [more({ followedOn: day })],
  dates: [
    ['2018-12-25', '2021-12-25', 'years run to the day and do not roll'],
    ['2020-02-29', '2023-02-28', 'from a leap day'],
  ],
})

test('a single inspection asked for the lists on its first day on site', () => {
  const single = inspected('SIF', { noticeOn: '2016-02-22', onSiteFrom: '2016-02-24' })
  expect(due(childDataHandedOver, [single], '2016-02-25')).toMatchObject([{ dueAt: '2016-02-24', state: 'overdue', days: 1 }])
  expect(due(childDataHandedOver, [inspected('SIF', { noticeOn: '2016-02-22' })], '2016-02-25')).toEqual([])
})

test('a focused visit asks for the lists, and for a statement only where it asks for priority action', () => {
  const visit = { noticeOn: '2019-01-07', reportReceivedOn: '2019-02-11' }
  expect(due(childDataHandedOver, [inspected('FOC', visit)], '2019-01-10')).toHaveLength(1)
  expect(due(statementOfAction, [inspected('FOC', visit)], '2019-03-01')).toEqual([])
  expect(due(statementOfAction, [inspected('FOC', { ...visit, priorityAction: true })], '2019-03-01')).toHaveLength(1)
})

test('a monitoring visit asks for neither lists nor report nor statement, and starts no round of three years', () => {
  const visit = inspected('MON', { noticeOn: '2019-01-07', onSiteFrom: '2019-01-14', reportReceivedOn: '2019-02-11' })
  for (const clock of [childDataHandedOver, reportPublished, statementOfAction, jointStatement, nextGradedInspection])
    expect(due(clock, [visit], '2019-06-03')).toEqual([])
})

test('the single inspection of 2013 to 2017 starts no round of three years', () => {
  expect(due(nextGradedInspection, [inspected('SIF', { onSiteFrom: '2016-02-24' })], '2019-06-03')).toEqual([])
})

test('a joint inspection has its own statement, and no other', () => {
  const joint = inspected('JTAI', { reportReceivedOn: '2016-03-14' })
  expect(due(statementOfAction, [joint], '2016-06-27')).toEqual([])
  expect(due(jointStatement, [joint], '2016-06-27')).toMatchObject([{ state: 'overdue', days: 1 }])
})
