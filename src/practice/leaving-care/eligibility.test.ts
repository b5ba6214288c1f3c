import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, birthday } from '../../engine/clocks/days.ts'
import type { Stretch } from '../looked-after/time-in-care.ts'
import { eligibleStretches } from './eligibility.ts'

// Born on Saturday 4 March 2000: 14 on 4 March 2014, 16 on 4 March 2016, 18 on 4 March 2018.
const bornOn = '2000-03-04'
const told = (care: readonly Stretch[], born = bornOn) =>
  eligibleStretches(born, care).map(({ from, until, leftCare }) => [from, until, leftCare ? 'left care' : 'turned 18'])

describe('an eligible child', () => {
  test.each<[string, [string, string | null][], string[][]]>([
    ['in care since childhood: from the sixteenth birthday', [['2008-05-12', null]], [['2016-03-04', '2018-03-04', 'turned 18']]],
    [
      'came into care at 15 years and 11 months: after 13 weeks, 91 days',
      [['2016-02-01', null]],
      [['2016-05-02', '2018-03-04', 'turned 18']],
    ],
    ['left care after 90 days: never', [['2016-02-01', '2016-05-01']], []],
    ['left care on the 91st day: never, for then she was in care no more', [['2016-02-01', '2016-05-02']], []],
    ['left care the day after: for that one day', [['2016-02-01', '2016-05-03']], [['2016-05-02', '2016-05-03', 'left care']]],
    [
      'seven weeks at 14 and seven at 16: on the day after the thirteenth week in all',
      [
        ['2014-06-02', '2014-07-21'],
        ['2016-04-04', '2016-05-23'],
      ],
      [['2016-05-16', '2016-05-23', 'left care']],
    ],
    [
      'weeks before the fourteenth birthday count for nothing',
      [
        ['2013-01-07', '2014-03-04'],
        ['2016-04-04', null],
      ],
      [['2016-07-04', '2018-03-04', 'turned 18']],
    ],
    ['left care before the sixteenth birthday: never', [['2012-01-09', '2016-03-04']], []],
    [
      'came back after leaving at 16: at once',
      [
        ['2012-01-09', '2016-04-11'],
        ['2016-09-05', '2016-10-10'],
      ],
      [
        ['2016-03-04', '2016-04-11', 'left care'],
        ['2016-09-05', '2016-10-10', 'left care'],
      ],
    ],
    ['came into care 13 weeks before 18: never', [['2017-12-04', null]], []],
    ['the day before that: for a day', [['2017-12-02', null]], [['2018-03-03', '2018-03-04', 'turned 18']]],
    [
      'two records of the same weeks are counted once',
      [
        ['2016-02-01', '2016-03-21'],
        ['2016-02-01', '2016-03-21'],
        ['2016-03-21', null],
      ],
      [['2016-05-02', '2018-03-04', 'turned 18']],
    ],
  ])('%s', (_, care, expected) => {
    expect(
      told(
        care.map(([from, until]) => ({ from, until })),
        bornOn,
      ),
    ).toEqual(expected)
  })

  test('born on a leap day is 16 on a leap day, and 18 on 1 March', () => {
    expect(told([{ from: '2008-05-12', until: null }], '2000-02-29')).toEqual([['2016-02-29', '2018-03-01', 'turned 18']])
  })
})

test('whoever is eligible on a day is 16 or 17 and in care then, and has been in care on 91 days since 14; and the other way round', () => {
  const stretches = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 200 })), { minLength: 1, maxLength: 5 })
    .map((parts) => {
      let day = '2013-12-01'
      return parts.map(([gap, length]): Stretch => {
        const from = addDays(day, gap * 5)
        day = addDays(from, length)
        return { from, until: day }
      })
    })
  const within = ({ from, until }: Stretch, day: string): boolean => from <= day && (until === null || day < until)
  fc.assert(
    fc.property(stretches, (care) => {
      const eligible = eligibleStretches(bornOn, care)
      let days = 0
      for (let day = birthday(bornOn, 14); day < '2018-06-01'; day = addDays(day, 1)) {
        const inCare = care.some((stretch) => within(stretch, day))
        const expected = inCare && days >= 91 && day >= '2016-03-04' && day < '2018-03-04'
        expect([day, eligible.some((stretch) => within(stretch, day))]).toEqual([day, expected])
        if (inCare) days++
      }
    }),
    { numRuns: 25 },
  )
})
