import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { addDays, birthday } from '../../engine/clocks/days.ts'
import { legalStatus } from '../court/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { firstEducationPlan, termlyEducationPlan } from './education-plan-clocks.ts'
import { personalEducationPlan } from './schooling-records.ts'

// The usual terms of tests: spring from 4 January to 31 March, summer from 15 April to 22 July, autumn from 2 September to 20 December.

const born = (bornOn: string) => record(person, { bornOn })
const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const plan = (heldOn: string) => record(personalEducationPlan, { heldOn })

holdsItsDates(firstEducationPlan, {
  start: (day) => [born('2006-05-08'), care(day)],
  stop: (day) => [plan(day)],
  dates: [
    ['2016-01-04', '2016-01-18', 'two plain weeks from a Monday'],
    ['2015-12-14', '2015-12-30', 'Christmas Day and Monday the 28th for Boxing Day are not counted'],
    ['2016-03-19', '2016-04-05', 'came on a Saturday; Good Friday and Easter Monday are not counted'],
  ],
})

describe('the first personal education plan', () => {
  test.each([
    ['2013-01-05', 0, 'is not due for a child of 2'],
    ['2013-01-04', 1, 'is due for a child who is 3 that day'],
    ['1998-01-19', 1, 'is due for a child who turns 18 the day after it falls due'],
    ['1998-01-18', 0, 'is not due for a child who turns 18 on the day'],
  ])('born on %s: %i; it %s', (bornOn, number) => {
    expect(due(firstEducationPlan, [born(bornOn), care('2016-01-04')], '2016-01-11')).toHaveLength(number)
  })

  test('is due where the birth date is not known', () => {
    expect(due(firstEducationPlan, [care('2016-01-04')], '2016-01-19')).toMatchObject([{ state: 'overdue', days: 1 }])
  })

  test('is not due for short breaks, and counts from the day they become care', () => {
    const told = [
      born('2006-05-08'),
      care('2015-06-01'),
      record(legalStatus, { status: 'V4', startedOn: '2015-06-01', endedOn: '2016-01-04' }),
    ]
    expect(due(firstEducationPlan, told, '2016-01-11')).toMatchObject([{ startedAt: '2016-01-04', dueAt: '2016-01-18' }])
  })

  test('is not due for a child who has left care by then, and is due again for one who comes back', () => {
    expect(due(firstEducationPlan, [born('2006-05-08'), care('2016-01-04', '2016-01-15')], '2016-03-03')).toEqual([])
    const back = [born('2006-05-08'), care('2014-01-06', '2014-09-01'), plan('2014-01-13'), care('2016-01-04')]
    expect(due(firstEducationPlan, back, '2016-01-19')).toMatchObject([{ state: 'met' }, { state: 'overdue' }])
  })
})

for (const term of [
  ['2016-01-04', '2016-03-31', 'the spring term, with Easter inside it'],
  ['2015-09-02', '2015-12-20', 'the autumn term'],
  ['2016-04-15', '2016-07-22', 'the summer term, with two bank holidays inside it'],
] as const)
  holdsItsDates(termlyEducationPlan, {
    start: (day) => [born('2006-05-08'), care(addDays(day, -30))],
    stop: (day) => [plan(day)],
    which: ({ startedAt }) => startedAt === term[0],
    dates: [term],
  })

describe('the personal education plan of each term', () => {
  const states = (told: Parameters<typeof due>[1], day: string) =>
    due(termlyEducationPlan, told, day)
      .filter(({ state }) => state !== null)
      .map(({ part, state }) => [part, state])

  test('begins with the term after the one in which the child came into care', () => {
    expect(states([born('2006-05-08'), care('2015-09-02')], '2016-04-01')).toEqual([['Spring 2016', 'overdue']])
    expect(states([born('2006-05-08'), care('2015-09-01')], '2016-01-04')).toEqual([
      ['Autumn 2015', 'overdue'],
      ['Spring 2016', 'running'],
    ])
  })

  test('missed in one term is late when it is held in the next, for which it counts too', () => {
    expect(states([born('2006-05-08'), care('2015-06-01'), plan('2016-01-11')], '2016-01-18')).toEqual([
      ['Autumn 2015', 'late'],
      ['Spring 2016', 'met'],
    ])
  })

  test('is not due in a term in which the child leaves care', () => {
    expect(states([born('2006-05-08'), care('2015-06-01', '2015-12-18')], '2016-03-03')).toEqual([])
    expect(states([born('2006-05-08'), care('2015-06-01', '2015-12-21')], '2016-03-03')).toEqual([['Autumn 2015', 'late']])
  })

  test('begins in the first term after the third birthday', () => {
    expect(states([born('2013-01-04'), care('2014-06-02')], '2016-02-01')).toEqual([['Spring 2016', 'running']])
    expect(states([born('2013-01-05'), care('2014-06-02')], '2016-02-01')).toEqual([])
  })

  test('is worked out ahead to the eighteenth birthday, whatever day it is', () => {
    const parts = due(termlyEducationPlan, [born('1999-03-31'), care('2016-02-01')], '2016-03-03').map(({ part }) => part)
    expect(parts).toEqual(['Summer 2016', 'Autumn 2016'])
  })

  test('is worked out for two years where the birth date is not known', () => {
    const lines = due(termlyEducationPlan, [care('2016-01-04')], '2016-03-03')
    expect([lines.length, lines[0]?.part, lines.at(-1)?.part]).toEqual([5, 'Summer 2016', 'Autumn 2017'])
  })

  test('runs once for each term that begins in care between 3 and 18, in order, whenever a child came and left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6_000 }),
        fc.integer({ min: 0, max: 5_000 }),
        fc.integer({ min: 1, max: 3_000 }),
        (age, after, stay) => {
          const bornOn = addDays('1999-01-01', age)
          const from = addDays('2014-09-01', after)
          const until = addDays(from, stay)
          const told = [born(bornOn), care(from, until)]
          const lines = due(termlyEducationPlan, told, '2016-03-03')
          expect(new Set(lines.map(({ part }) => part)).size).toBe(lines.length)
          for (const { startedAt, dueAt } of lines) {
            expect(startedAt > from && dueAt < until && startedAt >= birthday(bornOn, 3) && dueAt < birthday(bornOn, 18)).toBe(true)
          }
        },
      ),
      { numRuns: 50 },
    )
  })
})
