import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { permanence } from './records.ts'
import { careToAdopters, careToAdoptersOrFosterCarers, orderToMatch, waitOfFourteenMonths } from './scorecard-clocks.ts'

const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { id: 'care', startedOn, endedOn })
const plan = (more: object) => record(permanence, { id: 'plan', periodOfCare: 'care', ...more })

holdsItsDates(orderToMatch, {
  start: (day) => [care('2010-01-04'), plan({ adoptionDecidedOn: '2010-06-01', placementOrderOn: day })],
  stop: (day) => [plan({ matchedOn: day })],
  dates: [
    ['2015-06-01', '2015-09-30', 'a year of 121 days; the August bank holiday is counted'],
    ['2014-12-01', '2015-04-01', '121 days reach the first day of the new threshold'],
    ['2014-11-30', '2015-05-01', '121 days would end on 31 March 2015, in a year of 152'],
    ['2013-09-01', '2014-03-02', 'a year of 182 days'],
    ['2011-01-10', '2011-08-11', 'a year of 213 days'],
  ],
})

test('a match made before the placement order took no days', () => {
  const early = plan({ placementOrderOn: '2015-06-01', matchedOn: '2015-05-11' })
  expect(due(orderToMatch, [care('2014-06-02'), early], '2016-03-03')).toMatchObject([{ state: 'met', stoppedAt: '2015-05-11' }])
})

test('a child whose decision was reversed, or who got another order, is counted in no threshold of adoption', () => {
  for (const more of [{ decisionReversedOn: '2016-02-01' }, { orderMadeOn: '2016-02-01', orderType: 'Special Guardianship' }] as const)
    for (const clock of [orderToMatch, careToAdopters, careToAdoptersOrFosterCarers, waitOfFourteenMonths]) {
      const told = [care('2014-06-02'), plan({ adoptionDecidedOn: '2015-01-05', placementOrderOn: '2015-06-01', ...more })]
      expect(due(clock, told, '2016-03-03')).toEqual([])
    }
})

for (const clock of [careToAdopters, careToAdoptersOrFosterCarers])
  holdsItsDates(clock, {
    start: (day) => [care(day), plan({ adoptionDecidedOn: day })],
    stop: (day) => [plan({ placedForAdoptionOn: day })],
    dates: [
      ['2014-06-02', '2015-08-02', '426 days, straight through Christmas and Easter'],
      ['2014-01-30', '2015-04-01', '426 days reach the first day of the new threshold'],
      ['2014-01-29', '2015-05-31', '426 days would end on 31 March 2015, in a year of 487'],
      ['2012-05-01', '2013-10-30', 'a year of 547 days'],
      ['2010-01-04', '2011-10-05', 'a year of 639 days'],
    ],
  })

test('the wait is counted from coming into care, and is told since the decision', () => {
  const lines = due(careToAdopters, [care('2014-06-02'), plan({ adoptionDecidedOn: '2015-01-05' })], '2016-03-03')
  expect(lines).toMatchObject([{ startedAt: '2015-01-05', dueAt: '2015-08-02', state: 'overdue', days: 214 }])
})

test('the period of care may be told by the day of the decision alone', () => {
  const unlinked = record(permanence, { adoptionDecidedOn: '2015-01-05' })
  expect(due(careToAdopters, [care('2014-06-02'), unlinked], '2015-02-02')).toMatchObject([{ dueAt: '2015-08-02' }])
  expect(due(careToAdopters, [unlinked], '2015-02-02')).toEqual([])
})

test('a child adopted by the foster carers she came to waited by A1 until she was placed with them for adoption, and not at all by A10', () => {
  const told = [
    care('2014-06-09', '2015-09-07'),
    plan({
      adoptionDecidedOn: '2014-10-20',
      placedWithFosterCarersOn: '2014-06-09',
      placedForAdoptionOn: '2015-08-24',
      orderMadeOn: '2015-09-07',
      orderType: 'Adoption',
    }),
  ]
  expect(due(careToAdopters, told, '2016-03-03')).toMatchObject([{ dueAt: '2015-08-09', stoppedAt: '2015-08-24', state: 'late', days: 15 }])
  expect(due(careToAdoptersOrFosterCarers, told, '2016-03-03')).toMatchObject([{ stoppedAt: '2014-06-09', state: 'met' }])
})

test('a child with adopters under fostering for adoption lives with those who adopt', () => {
  const told = [care('2014-06-09'), plan({ adoptionDecidedOn: '2014-10-20', earlyPlacementOn: '2014-07-07' })]
  expect(due(careToAdoptersOrFosterCarers, told, '2016-03-03')).toMatchObject([{ stoppedAt: '2014-07-07', state: 'met' }])
})

holdsItsDates(waitOfFourteenMonths, {
  start: (day) => [care(day), plan({ adoptionDecidedOn: day })],
  stop: (day) => [plan({ placedForAdoptionOn: day })],
  dates: [
    ['2015-01-12', '2016-03-12', 'fourteen months to the day'],
    ['2014-12-31', '2016-02-29', 'February has no 31st: its last day'],
    ['2014-10-25', '2015-12-25', 'months run through holidays'],
    ['2013-11-30', '2015-03-30', 'a year of 16 months: 14 would have ended before April 2015'],
    ['2012-06-15', '2013-12-15', 'a year of 18 months'],
    ['2010-05-31', '2012-01-31', 'a year of 20 months'],
  ],
})
