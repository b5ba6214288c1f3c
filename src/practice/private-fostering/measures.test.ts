import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { person } from '../person/records.ts'
import { privateFosteringMeasures } from './measures.ts'
import { privateFostering, privateFosteringVisit } from './records.ts'

const the = (id: string) => privateFosteringMeasures.find((each) => each.id === id) as (typeof privateFosteringMeasures)[number]
const number = (month: string, ...life: Parameters<typeof figure>[1][number]) => figure(the('pf-number'), [life], month).value

test('a child is privately fostered from the day the authority knew, until the day it ended', () => {
  const life = record(privateFostering, { startedOn: '2016-01-04', becameAwareOn: '2016-02-29', endedOn: '2016-06-30' })
  expect([number('2016-01', life), number('2016-02', life), number('2016-05', life), number('2016-06', life)]).toEqual([0, 1, 1, 0])
})

test('until 16, and until 18 where disabled', () => {
  const born = record(person, { bornOn: '2000-05-31' })
  const began = { startedOn: '2015-01-05', becameAwareOn: '2015-01-05' }
  const life = record(privateFostering, began)
  expect([number('2016-04', born, life), number('2016-05', born, life)]).toEqual([1, 0])
  const disabled = record(privateFostering, { ...began, childDisabled: true })
  expect([number('2016-05', born, disabled), number('2018-04', born, disabled), number('2018-05', born, disabled)]).toEqual([1, 1, 0])
})

test('a child counts once while one arrangement follows another or overlaps it, and not after death', () => {
  const first = record(privateFostering, { startedOn: '2016-01-04', becameAwareOn: '2016-01-04', endedOn: '2016-03-31' })
  const second = record(privateFostering, { startedOn: '2016-03-14', becameAwareOn: '2016-03-14' })
  expect([number('2016-02', first, second), number('2016-03', first, second), number('2016-12', first, second)]).toEqual([1, 1, 1])
  expect(number('2016-12', record(person, { diedOn: '2016-11-30' }), second)).toBe(0)
})

test('one that is only planned has not begun', () => {
  expect(number('2016-12', record(privateFostering, { plannedFrom: '2017-01-09', noticeReceivedOn: '2016-11-28' }))).toBe(0)
})

test('visits fall due 7 working days after a notice and every 6 weeks', () => {
  // Notice and knowledge on Monday 4 January 2016: due by 13 January, and by 15 February; seen on 13 January, so then by 24 February.
  const began = record(privateFostering, { startedOn: '2016-01-04', becameAwareOn: '2016-01-04', noticeReceivedOn: '2016-01-04' })
  const seen = record(privateFosteringVisit, { visitedOn: '2016-01-13', childSeen: true })
  expect(figure(the('pf-visits'), [[began, seen]], '2016-01')).toMatchObject({ value: 100, denominator: 1 })
  expect(figure(the('pf-visits'), [[began, seen]], '2016-02')).toMatchObject({ value: 200 / 3, numerator: 2, denominator: 3 })
  const nobodyIn = record(privateFosteringVisit, { visitedOn: '2016-01-13', childSeen: false })
  expect(figure(the('pf-visits'), [[began, nobodyIn]], '2016-02')).toMatchObject({ value: 0, denominator: 2 })
  expect(figure(the('pf-visits'), [], '2016-02')).toMatchObject({ value: null })
})
