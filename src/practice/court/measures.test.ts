import { expect, test } from 'vitest'
import { record, type Told } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { referral } from '../front-door/records.ts'
import { person } from '../person/records.ts'
import { courtMeasures } from './measures.ts'
import { careProceedings } from './proceedings.ts'
import { legalStatus, preProceedings } from './records.ts'

const the = (id: string) => courtMeasures.find((each) => each.id === id) as (typeof courtMeasures)[number]
const proceedings = (issuedOn: string, finalOrderOn: string | null, more: object = {}) => [
  record(careProceedings, { issuedOn, finalOrderOn, ...more }),
]

test('a case issued on 4 January 2016 takes 26 weeks to 4 July, and 30 to 1 August', () => {
  // The court had extended the second to 1 September: it is still not within 26 weeks.
  const lives = [proceedings('2016-01-04', '2016-07-04'), proceedings('2016-01-04', '2016-08-01', { extendedUntilOn: '2016-09-01' })]
  expect(figure(the('proceedings-weeks'), lives, '2016-08')).toMatchObject({ value: 28, numerator: 56, denominator: 2 })
  expect(figure(the('proceedings-26w'), lives, '2016-08')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  expect(figure(the('proceedings-26w'), lives, '2016-07')).toMatchObject({ value: 100, denominator: 1 })
})

test('a case decided a day after the 26 weeks is not within them', () => {
  expect(figure(the('proceedings-26w'), [proceedings('2016-01-04', '2016-07-05')], '2016-07')).toMatchObject({ value: 0, denominator: 1 })
})

test('a case counts on the day it ended: on 1 July 2016 in the year to June 2017 and not in the one before', () => {
  const lives = [proceedings('2016-01-04', '2016-07-01'), proceedings('2016-01-04', null)]
  expect(figure(the('proceedings-weeks'), lives, '2016-06')).toMatchObject({ value: null, denominator: 0 })
  expect(figure(the('proceedings-weeks'), lives, '2017-06')).toMatchObject({ denominator: 1 })
  expect(figure(the('proceedings-weeks'), lives, '2017-07')).toMatchObject({ value: null })
})

test('where no final order is recorded, a care order ends the case; and the outcome parts them', () => {
  const life = [...proceedings('2016-01-04', null), record(legalStatus, { status: 'C2', startedOn: '2016-06-06' })]
  expect(figure(the('proceedings-weeks'), [life], '2016-06')).toMatchObject({ value: 22 })
  const lives = [proceedings('2016-01-04', '2016-06-06', { outcome: 'no order' }), life]
  expect(figure(the('proceedings-26w'), lives, '2016-06', { by: ['outcome', 'no order'] })).toMatchObject({ denominator: 1 })
})

test('children are in pre-proceedings from the decision until it is stepped down or issued', () => {
  const at = (month: string, ...life: readonly Told[]) => figure(the('preproc-open'), [life], month).value
  const stepped = record(preProceedings, { decidedOn: '2016-02-29', outcomeDecidedOn: '2016-06-30' })
  expect([at('2016-01', stepped), at('2016-02', stepped), at('2016-05', stepped), at('2016-06', stepped)]).toEqual([0, 1, 1, 0])
  const open = record(preProceedings, { letterSentOn: '2016-02-29' })
  expect(at('2016-12', open)).toBe(1)
  expect(at('2016-05', open, record(careProceedings, { issuedOn: '2016-05-31' }))).toBe(0)
  expect(at('2016-05', open, record(referral, { receivedOn: '2016-01-04', closedOn: '2016-05-09' }))).toBe(0)
  expect(at('2016-05', open, record(person, { bornOn: '1998-05-31' }))).toBe(0)
  expect(at('2016-04', open, record(person, { bornOn: '1998-05-31' }))).toBe(1)
})

test('a child recorded twice in one time of pre-proceedings counts once, and an outcome without a day is left out', () => {
  const twice = [record(preProceedings, { decidedOn: '2016-02-01' }), record(preProceedings, { decidedOn: '2016-03-01' })]
  expect(figure(the('preproc-open'), [twice], '2016-04')).toMatchObject({ value: 1 })
  const over = [record(preProceedings, { decidedOn: '2016-02-01', outcome: 'Decision to step down' })]
  expect(figure(the('preproc-open'), [over], '2016-04')).toMatchObject({ value: 0 })
})
