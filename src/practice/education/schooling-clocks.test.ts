import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record, usualTerms } from '../../../test/support/clocks.ts'
import { months, schoolDays } from '../../engine/clocks/length.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import {
  educationFromDayOne,
  educationFromDaySix,
  firstHomeEducationContact,
  missingEducationEnquiry,
  schoolPlaceFound,
  yearlyHomeEducationContact,
} from './schooling-clocks.ts'
import { exclusion, homeEducation, homeEducationContact, missingEducation, schoolPlace } from './schooling-records.ts'

// The usual terms of tests: spring from 4 January to 31 March, summer from 15 April to 22 July, autumn from 2 September to 20 December.

const born = (bornOn: string) => record(person, { bornOn })
const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const place = (more: object) => record(schoolPlace, { id: 'place', neededBecause: 'emergency', ...more })

holdsItsDates(schoolPlaceFound, {
  start: (day) => [born('2006-05-08'), care('2014-06-02'), place({ soughtOn: day })],
  stop: (day) => [place({ startedOn: day })],
  dates: [
    ['2016-02-01', '2016-02-29', 'four plain weeks of school from a Monday'],
    ['2016-03-07', '2016-04-20', 'Good Friday, Easter Monday and the holidays from 1 to 14 April are no school days'],
    ['2015-11-30', '2016-01-11', 'the holidays from 21 December to 3 January are no school days'],
  ],
})

describe('a school place', () => {
  const told = (more: object) => [born('2006-05-08'), care('2014-06-02'), place({ soughtOn: '2016-02-01', ...more })]

  test('sought for another reason than an emergency has no 20 school days; where the reason is not known, it has', () => {
    expect(due(schoolPlaceFound, told({ neededBecause: 'planned' }), '2016-03-03')).toEqual([])
    expect(due(schoolPlaceFound, told({ neededBecause: null }), '2016-03-01')).toMatchObject([{ state: 'overdue' }])
  })

  test('is found within 20 school days for children in care only', () => {
    expect(due(schoolPlaceFound, [born('2006-05-08'), place({ soughtOn: '2016-02-01' })], '2016-03-03')).toEqual([])
    const left = [born('2006-05-08'), care('2014-06-02', '2016-02-22'), place({ soughtOn: '2016-02-01' })]
    expect(due(schoolPlaceFound, left, '2016-03-03')).toEqual([])
  })

  test('no longer sought, or for a child of nursery age, is not due', () => {
    expect(due(schoolPlaceFound, told({ closedOn: '2016-02-08' }), '2016-03-03')).toEqual([])
    expect(due(schoolPlaceFound, [born('2012-05-08'), ...told({}).slice(1)], '2016-03-03')).toEqual([])
  })
})

const excluded = (more: object) => record(exclusion, { id: 'exclusion', type: 'permanent', ...more })

holdsItsDates(educationFromDaySix, {
  start: (day) => [born('2003-05-08'), excluded({ firstDayOn: day })],
  stop: (day) => [excluded({ provisionFrom: day })],
  dates: [
    ['2016-02-01', '2016-02-08', 'Monday is the first day, the next Monday the sixth'],
    ['2016-04-25', '2016-05-03', 'the May bank holiday, Monday 2, is no school day'],
    ['2015-12-14', '2016-01-04', 'five days before the holidays, the sixth after them'],
  ],
})

describe('education during an exclusion', () => {
  const child = born('2003-05-08')

  test.each<[more: object, number: number, what: string]>([
    [{ type: 'suspension', schoolDays: 5 }, 0, 'a suspension of five days'],
    [{ type: 'suspension', schoolDays: 6 }, 1, 'a suspension of six days'],
    [{ type: 'suspension', schoolDays: null }, 0, 'a suspension of unknown length'],
    [{ type: 'permanent', schoolDays: null }, 1, 'a permanent exclusion'],
  ])('%o: %i runs: %s', (more, number) => {
    expect(due(educationFromDaySix, [child, excluded({ firstDayOn: '2016-02-01', ...more })], '2016-02-02')).toHaveLength(number)
  })

  test('is not due where the child was taken back before, nor for a child under or over school age', () => {
    expect(due(educationFromDaySix, [child, excluded({ firstDayOn: '2016-02-01', endedOn: '2016-02-05' })], '2016-03-03')).toEqual([])
    expect(due(educationFromDaySix, [born('2011-04-01'), excluded({ firstDayOn: '2016-04-25' })], '2016-05-04')).toEqual([])
    expect(due(educationFromDaySix, [born('1999-08-31'), excluded({ firstDayOn: '2016-04-25' })], '2016-05-04')).toEqual([])
    expect(due(educationFromDaySix, [born('1999-09-01'), excluded({ firstDayOn: '2016-04-25' })], '2016-05-04')).toMatchObject([
      { state: 'overdue' },
    ])
  })
})

holdsItsDates(educationFromDayOne, {
  start: (day) => [born('2003-05-08'), care('2014-06-02'), excluded({ firstDayOn: day })],
  stop: (day) => [excluded({ provisionFrom: day })],
  dates: [
    ['2016-02-01', '2016-02-01', 'the first day itself'],
    ['2016-05-02', '2016-05-03', 'a bank holiday is no school day: the Tuesday'],
  ],
})

test('a child not in care has the sixth day only', () => {
  expect(due(educationFromDayOne, [born('2003-05-08'), excluded({ firstDayOn: '2016-02-01' })], '2016-02-02')).toEqual([])
})

const missing = (more: object) => record(missingEducation, { id: 'missing', ...more })

holdsItsDates(missingEducationEnquiry, {
  start: (day) => [born('2006-05-08'), missing({ noticedOn: day })],
  stop: (day) => [missing({ foundOn: day })],
  dates: [
    ['2016-02-01', '2016-02-15', 'two plain weeks of school'],
    ['2016-04-25', '2016-05-10', 'the May bank holiday is no school day'],
    ['2015-12-14', '2016-01-11', 'the holidays are no school days'],
  ],
})

describe('a child missing education', () => {
  test.each(['passedOn', 'closedOn'] as const)('is looked for no more when %s is recorded', (field) => {
    const told = [born('2006-05-08'), missing({ noticedOn: '2016-02-01', [field]: '2016-02-12' })]
    expect(due(missingEducationEnquiry, told, '2016-03-03')).toMatchObject([{ state: 'met', stoppedAt: '2016-02-12' }])
  })

  test('is looked for as long as the authority says', () => {
    const five = { ...usualTerms, length: () => schoolDays(5) }
    expect(due(missingEducationEnquiry, [born('2006-05-08'), missing({ noticedOn: '2016-04-28' })], '2016-05-03', five)).toMatchObject([
      { dueAt: '2016-05-06' },
    ])
  })

  test('who has left school age is not missing it', () => {
    expect(due(missingEducationEnquiry, [born('1999-08-31'), missing({ noticedOn: '2015-09-14' })], '2016-03-03')).toEqual([])
  })
})

const atHome = (noticedOn: string, more: object = {}) => record(homeEducation, { noticedOn, ...more })
const contact = (contactedOn: string, answered: boolean | null = null) => record(homeEducationContact, { contactedOn, answered })

holdsItsDates(firstHomeEducationContact, {
  start: (day) => [born('2006-05-08'), atHome(day)],
  stop: (day) => [contact(day)],
  dates: [
    ['2016-02-01', '2016-02-15', 'two plain weeks of school'],
    ['2016-04-25', '2016-05-10', 'the May bank holiday is no school day'],
  ],
})

holdsItsDates(yearlyHomeEducationContact, {
  start: (day) => [born('2006-05-08'), atHome('2014-09-08'), contact(day)],
  stop: (day) => [contact(day)],
  which: ({ startedAt }) => ['2015-01-12', '2014-12-25', '2016-02-29'].includes(startedAt),
  dates: [
    ['2015-01-12', '2016-01-12', 'a year to the day'],
    ['2014-12-25', '2015-12-25', 'a year to Christmas Day'],
    ['2016-02-29', '2017-02-28', 'a leap day has no anniversary in a common year'],
  ],
})

describe('a family that teaches at home', () => {
  test('that did not answer has not been in touch', () => {
    const told = [born('2006-05-08'), atHome('2016-02-01'), contact('2016-02-08', false)]
    expect(due(firstHomeEducationContact, told, '2016-02-16')).toMatchObject([{ state: 'overdue', days: 1 }])
  })

  test('is asked when the child reaches school age, not before, and no more when it goes to school or is past that age', () => {
    expect(due(firstHomeEducationContact, [born('2011-01-10'), atHome('2015-09-07')], '2016-04-01')).toMatchObject([
      { startedAt: '2016-03-31', state: 'running' },
    ])
    expect(due(firstHomeEducationContact, [born('2006-05-08'), atHome('2016-02-01', { endedOn: '2016-02-12' })], '2016-03-03')).toEqual([])
    const leaving = [born('2000-02-29'), atHome('2014-09-08'), contact('2015-09-14')]
    expect(due(yearlyHomeEducationContact, leaving, '2016-12-01')).toEqual([])
  })

  test('has its own number of days from the authority, and of months', () => {
    const local = { ...usualTerms, length: (clock: string) => (clock === 'ehe-contact' ? schoolDays(5) : months(6)) }
    const told = [born('2006-05-08'), atHome('2016-02-01'), contact('2016-02-08')]
    expect(due(firstHomeEducationContact, told, '2016-03-03', local)).toMatchObject([{ dueAt: '2016-02-08', state: 'met' }])
    expect(due(yearlyHomeEducationContact, told, '2016-03-03', local)).toMatchObject([{ dueAt: '2016-08-08', state: 'running' }])
  })
})
