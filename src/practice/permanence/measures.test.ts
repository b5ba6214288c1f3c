import { describe, expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { ageBand } from '../dimensions.ts'
import { careEpisode, periodOfCare, placement } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { permanenceMeasures } from './measures.ts'
import { permanence } from './records.ts'

const the = (id: string) => permanenceMeasures.find((each) => each.id === id) as (typeof permanenceMeasures)[number]
const care = (startedOn: string, endedOn: string | null = null, endReason: string | null = null) =>
  record(periodOfCare, { startedOn, endedOn, endReason })

describe('children who left care for a family', () => {
  // In care on 4 January 2013; decided in June, ordered on 1 October, matched on 20 December, moved in on 3 February 2014.
  const adopted = [
    care('2013-01-04', '2015-04-01', 'E11'),
    record(permanence, {
      adoptionDecidedOn: '2013-06-03',
      placementOrderOn: '2013-10-01',
      matchedOn: '2013-12-20',
      placedForAdoptionOn: '2014-02-03',
      partOfSiblingGroup: true,
    }),
  ]
  // Adopted by the foster carers to whom they came on 10 April 2013, as A5 since 1 December: matched before the order.
  const byFosterCarers = [
    care('2013-03-01', '2015-06-30', 'E12'),
    record(permanence, { adoptionDecidedOn: '2013-08-01', placementOrderOn: '2013-11-15', matchedOn: '2013-11-10' }),
    record(placement, { startedOn: '2013-03-01', endedOn: '2013-04-10', type: 'U6' }),
    record(placement, { startedOn: '2013-04-10', endedOn: '2013-12-01', type: 'U6', changeReason: 'PLACE' }),
    record(placement, { startedOn: '2013-12-01', endedOn: '2015-06-30', type: 'A5' }),
  ]
  const wentHome = [care('2014-01-01', '2015-06-30', 'E4A')]
  const withGuardians = [care('2014-01-01', '2015-05-01', 'E45')]
  const lives = [adopted, byFosterCarers, wentHome, withGuardians]

  test('a child adopted on 1 April counts in the year that begins with it and not in the one before, nor 12 months later', () => {
    expect(figure(the('adoption-number'), [adopted], '2015-03')).toMatchObject({ value: 0 })
    expect(figure(the('adoption-number'), [adopted], '2016-03')).toMatchObject({ value: 1 })
    expect(figure(the('adoption-number'), [adopted], '2016-04')).toMatchObject({ value: 0 })
    expect(figure(the('adoption-number'), lives, '2015-06')).toMatchObject({ value: 2 })
  })

  test('of four who left care two were adopted and one went to special guardians', () => {
    expect(figure(the('adoption-share'), lives, '2015-06')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
    expect(figure(the('sgo-share'), lives, '2015-06')).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
  })

  test('where nobody left care there is no share', () => {
    expect(figure(the('adoption-share'), [[care('2014-01-01')]], '2015-06')).toMatchObject({ value: null, denominator: 0 })
  })

  test('a child who left care twice counts twice, and one whose reason is not recorded counts as an end', () => {
    const twice = [care('2014-01-01', '2014-09-01', 'E4B'), care('2014-12-01', '2015-03-31', null)]
    expect(figure(the('adoption-share'), [twice], '2015-06')).toMatchObject({ value: 0, denominator: 2 })
  })

  test('a series of short breaks that ends is no end of care', () => {
    const breaks = [
      care('2014-01-01', '2015-02-01', 'E4A'),
      record(careEpisode, { startedOn: '2014-01-01', endedOn: '2015-02-01', legalStatus: 'V4' }),
    ]
    expect(figure(the('adoption-share'), [breaks], '2015-06')).toMatchObject({ value: null, denominator: 0 })
  })

  test('the wait is told of those adopted in the three years: 395 and 275 days to moving in (A1)', () => {
    expect(figure(the('adoption-a1'), lives, '2015-06')).toMatchObject({ value: 335, numerator: 670, denominator: 2 })
    expect(figure(the('adoption-a1'), lives, '2018-03')).toMatchObject({ value: 335, denominator: 2 })
    expect(figure(the('adoption-a1'), lives, '2018-04')).toMatchObject({ value: 275, denominator: 1 })
  })

  test('with foster carers who adopted, the wait ends when the child came to them: 40 days (A10)', () => {
    expect(figure(the('adoption-a10'), [byFosterCarers], '2015-06')).toMatchObject({ value: 40 })
    expect(figure(the('adoption-a10'), [adopted], '2015-06')).toMatchObject({ value: 395 })
  })

  test('fostering for adoption counts from the day of that placement (A10), and for A1 from the placement for adoption', () => {
    const early = [
      care('2014-01-01', '2015-06-30', 'E11'),
      record(permanence, { adoptionDecidedOn: '2014-03-03', earlyPlacementOn: '2014-01-31', placedForAdoptionOn: '2014-12-01' }),
    ]
    expect(figure(the('adoption-a10'), [early], '2015-06')).toMatchObject({ value: 30 })
    expect(figure(the('adoption-a1'), [early], '2015-06')).toMatchObject({ value: 334 })
  })

  test('from order to match is 80 days, and none where the match came first (A2)', () => {
    expect(figure(the('adoption-a2'), [adopted], '2015-06')).toMatchObject({ value: 80, denominator: 1 })
    expect(figure(the('adoption-a2'), lives, '2015-06')).toMatchObject({ value: 40, denominator: 2 })
  })

  test('a day of moving in before the child came into care is a slip, and no wait is told', () => {
    const slip = [
      care('2014-01-01', '2015-06-30', 'E11'),
      record(permanence, { adoptionDecidedOn: '2014-03-03', placedForAdoptionOn: '2013-02-01' }),
    ]
    expect(figure(the('adoption-a1'), [slip], '2015-06')).toMatchObject({ value: null, denominator: 0 })
    expect(figure(the('adoption-number'), [slip], '2015-06')).toMatchObject({ value: 1 })
  })

  test('brothers and sisters can be told apart', () => {
    expect(figure(the('adoption-a1'), lives, '2015-06', { by: ['siblings', 'yes'] })).toMatchObject({ value: 395 })
  })
})

describe('14 months from coming into care (A3)', () => {
  // Into care on 10 February 2016: the 14 months are up on 10 April 2017.
  const child = (placedForAdoptionOn: string | null, decisionReversedOn: string | null = null) => [
    care('2016-02-10'),
    record(permanence, { adoptionDecidedOn: '2016-08-01', placedForAdoptionOn, decisionReversedOn }),
  ]

  test('a child who moved in on the day is in time, a day later is not, and one who still waits is not', () => {
    const lives = [child('2017-04-10'), child('2017-04-11'), child(null), child(null, '2017-01-09')]
    expect(figure(the('adoption-a3'), lives, '2017-04')).toMatchObject({ value: 100 / 3, numerator: 1, denominator: 3 })
    expect(figure(the('adoption-a3'), lives, '2017-03')).toMatchObject({ value: null, denominator: 0 })
    expect(figure(the('adoption-a3'), lives, '2020-03')).toMatchObject({ denominator: 3 })
    expect(figure(the('adoption-a3'), lives, '2020-04')).toMatchObject({ value: null })
  })
})

describe('plans changed away from adoption (A5)', () => {
  const decided = (adoptionDecidedOn: string, more: object = {}) => [care('2013-01-01'), record(permanence, { adoptionDecidedOn, ...more })]

  test('a decision reversed on the last day of March counts in that month and eleven after it', () => {
    const reversed = decided('2015-06-01', { decisionReversedOn: '2016-03-31' })
    const lives = [reversed, decided('2015-09-01')]
    expect(figure(the('adoption-reversed'), lives, '2016-02')).toMatchObject({ value: 0, denominator: 2 })
    expect(figure(the('adoption-reversed'), lives, '2016-03')).toMatchObject({ value: 50, denominator: 2 })
    expect(figure(the('adoption-reversed'), lives, '2017-02')).toMatchObject({ value: 50, denominator: 2 })
    expect(figure(the('adoption-reversed'), lives, '2017-03')).toMatchObject({ value: 0, denominator: 1 })
  })

  test('a decision that ended in an adoption stands for twelve months after it, not reversed', () => {
    const life = [decided('2014-02-03', { orderMadeOn: '2015-05-20', orderType: 'Adoption' })]
    expect(figure(the('adoption-reversed'), life, '2016-04')).toMatchObject({ value: 0, denominator: 1 })
    expect(figure(the('adoption-reversed'), life, '2016-05')).toMatchObject({ value: null, denominator: 0 })
  })

  test('a child decided for again within the year has two decisions', () => {
    const again = [
      care('2013-01-01'),
      record(permanence, { adoptionDecidedOn: '2015-06-01', decisionReversedOn: '2015-12-01' }),
      record(permanence, { adoptionDecidedOn: '2016-02-01' }),
    ]
    expect(figure(the('adoption-reversed'), [again], '2016-03')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  })
})

describe('waiting with a placement order', () => {
  const waiting = (more: object = {}) => [
    care('2013-01-01'),
    record(permanence, { adoptionDecidedOn: '2014-01-06', placementOrderOn: '2014-03-31', ...more }),
  ]
  const at = (month: string, ...lives: readonly (readonly ReturnType<typeof record>[])[]) =>
    figure(the('adoption-waiting'), lives, month).value

  test('a child waits from the day of the order, and on the day of moving in no more', () => {
    const life = waiting({ placedForAdoptionOn: '2014-06-30' })
    expect([at('2014-02', life), at('2014-03', life), at('2014-05', life), at('2014-06', life)]).toEqual([0, 1, 1, 0])
  })

  test.each([
    ['the decision is reversed', waiting({ decisionReversedOn: '2014-06-10' })],
    ['another order is made', waiting({ orderMadeOn: '2014-06-10', orderType: 'Special Guardianship' })],
    ['the placement is one for adoption', [...waiting(), record(placement, { startedOn: '2014-06-10', type: 'A6' })]],
    ['the child leaves care', [care('2013-01-01', '2014-06-10', 'E4A'), ...waiting().slice(1)]],
    ['the child turns 18', [record(person, { bornOn: '1996-06-10' }), ...waiting()]],
    ['the child dies', [record(person, { bornOn: '2012-01-01', diedOn: '2014-06-10' }), ...waiting()]],
  ])('a child waits no more when %s', (_, life) => {
    expect([at('2014-05', life), at('2014-06', life)]).toEqual([1, 0])
  })

  test('a child whose adoptive placement ended without an order waits again', () => {
    const life = waiting({ placedForAdoptionOn: '2014-05-12', adoptivePlacementEndedOn: '2014-09-01' })
    expect([at('2014-04', life), at('2014-06', life), at('2014-09', life)]).toEqual([1, 0, 1])
  })

  test('a child with two records of one wait counts once', () => {
    const life = [...waiting(), record(permanence, { placementOrderOn: '2014-04-10' })]
    expect(at('2014-06', life)).toBe(1)
  })

  test('a child is of an age up to the birthday', () => {
    const life = [record(person, { bornOn: '2009-06-30' }), ...waiting()]
    expect(figure(the('adoption-waiting'), [life], '2014-05', { by: [ageBand, '1'] }).value).toBe(1)
    expect(figure(the('adoption-waiting'), [life], '2014-06', { by: [ageBand, '5'] }).value).toBe(1)
  })
})
