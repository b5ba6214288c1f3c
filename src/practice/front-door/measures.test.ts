import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { ageBand } from '../dimensions.ts'
import { person } from '../person/records.ts'
import { frontDoorMeasures } from './measures.ts'
import { referral } from './records.ts'

const the = (id: string) => frontDoorMeasures.find((each) => each.id === id) as (typeof frontDoorMeasures)[number]
const referred = (...days: readonly string[]) => days.map((receivedOn) => record(referral, { receivedOn }))

test('a child referred twice in a month counts twice, on the first and on the last day of it', () => {
  const lives = [referred('2016-01-31', '2016-02-01', '2016-02-29'), referred('2016-03-01')]
  expect(figure(the('referrals'), lives, '2016-02')).toMatchObject({ value: 2 })
})

test('a referral is a re-referral up to the day twelve months after the one before, and not on the same day', () => {
  const lives = [referred('2015-02-28', '2016-02-28'), referred('2015-02-27', '2016-02-28'), referred('2016-02-10', '2016-02-10')]
  // Four in the twelve months to February 2016: those of a year before are in the year before.
  expect(figure(the('re-referrals'), lives, '2016-02')).toEqual({ period: '2016-02', value: 25, numerator: 1, denominator: 4 })
})

test('where nothing happened there is no share, and 0 of a count', () => {
  expect(figure(the('re-referrals'), [], '2016-02')).toMatchObject({ value: null, denominator: 0 })
  expect(figure(the('referrals'), [], '2016-02')).toMatchObject({ value: 0 })
})

test('a rate is to the children under 18 of the area', () => {
  const lives = [referred('2015-02-28', '2015-03-01', '2016-02-29')]
  expect(figure(the('referrals-rate'), lives, '2016-02', { people: 40_000 })).toMatchObject({ numerator: 2, value: 0.5 })
})

test('a child counts in the age band of the day it happened: on the birthday, in the next', () => {
  const lives = ['2006-02-10', '2006-02-11'].map((bornOn) => [record(person, { bornOn }), ...referred('2016-02-10')])
  expect(figure(the('referrals'), lives, '2016-02', { by: [ageBand, '10'] })).toMatchObject({ value: 1 })
  expect(figure(the('referrals'), lives, '2016-02', { by: [ageBand, '5'] })).toMatchObject({ value: 1 })
})
