import { describe, expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure, type Life } from '../../../test/support/facts.ts'
import { legalStatus } from '../court/records.ts'
import { involvement } from '../allocation/records.ts'
import { placementType } from '../dimensions.ts'
import { person } from '../person/records.ts'
import { placementMeasures } from './placement-measures.ts'
import { periodOfCare, placement } from './records.ts'

const the = (id: string) => placementMeasures.find((each) => each.id === id) as (typeof placementMeasures)[number]
const inCare = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const placed = (type: string, startedOn: string, endedOn: string | null = null, says: object = {}) =>
  record(placement, { type, startedOn, endedOn, ...says })

describe('where children live', () => {
  const living = (type: string, says: object = {}): Life => [inCare('2016-01-04'), placed(type, '2016-01-04', null, says)]

  test('two of four in foster care, one in a children’s home, one with no placement recorded', () => {
    const lives = [living('U1'), living('U6'), living('K2'), [inCare('2016-01-04')]]
    expect(figure(the('cla-foster-share'), lives, '2016-02')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
    expect(figure(the('cla-residential-share'), lives, '2016-02')).toMatchObject({ value: 25 })
    expect(figure(the('cla-placement-type'), lives, '2016-02')).toMatchObject({ value: 4 })
    expect(figure(the('cla-placement-type'), lives, '2016-02', { by: [placementType, 'foster'] })).toMatchObject({ value: 2 })
    expect(figure(the('cla-foster-share'), [], '2016-02')).toMatchObject({ value: null })
  })

  test('neither a secure home nor a placement for adoption with the foster carers is a home or foster care', () => {
    const lives = [living('K1'), living('A3'), living('U4')]
    expect(figure(the('cla-residential-share'), lives, '2016-02')).toMatchObject({ numerator: 0 })
    expect(figure(the('cla-foster-share'), lives, '2016-02')).toMatchObject({ numerator: 1 })
  })

  test('a child who moves is where the later placement says, and counts once while the earlier is not ended', () => {
    const life = [inCare('2016-01-04'), placed('U6', '2016-01-04'), placed('K2', '2016-02-20')]
    expect(figure(the('cla-residential-share'), [life], '2016-01')).toMatchObject({ numerator: 0, denominator: 1 })
    expect(figure(the('cla-residential-share'), [life], '2016-02')).toMatchObject({ numerator: 1, denominator: 1 })
  })

  test('over 20 miles and outside the area; 20 miles are not over, and 999.9 is not known', () => {
    const lives = [
      living('U6', { distanceMiles: '20.1', outsideArea: true }),
      living('U6', { distanceMiles: '20.0', outsideArea: true }),
      living('U6', { distanceMiles: '999.9', outsideArea: false }),
      living('U6'),
    ]
    expect(figure(the('cla-20-miles'), lives, '2016-02')).toMatchObject({ value: 25, denominator: 4 })
    expect(figure(the('cla-out-of-area'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 4 })
  })

  test('of those aged 16 and 17, from the sixteenth birthday to the eighteenth', () => {
    const aged = (bornOn: string, type: string): Life => [record(person, { bornOn }), ...living(type)]
    const lives = [aged('2000-02-29', 'K3'), aged('2000-03-01', 'H5'), aged('1998-03-01', 'H5'), aged('1999-05-05', 'U4'), living('K3')]
    expect(figure(the('cla-supported-16-17'), lives, '2016-02')).toMatchObject({ numerator: 2, denominator: 3 })
    expect(figure(the('cla-supported-16-17'), lives, '2016-03')).toMatchObject({ numerator: 2, denominator: 3 })
  })

  test('new placements of the year to March: one of three both outside and far, a holiday not counted', () => {
    const life = [
      inCare('2015-03-31'),
      placed('U6', '2015-03-31', '2015-04-01', { outsideArea: true, distanceMiles: '30' }),
      placed('U6', '2015-04-01', '2015-08-01', { outsideArea: true, distanceMiles: '30', postcode: 'A' }),
      placed('T2', '2015-08-01', '2015-08-15', { outsideArea: true, distanceMiles: '200' }),
      placed('U6', '2015-08-15', '2016-01-01', { outsideArea: true, distanceMiles: '30', postcode: 'A' }),
      placed('U6', '2016-01-01', '2016-03-31', { outsideArea: true, distanceMiles: '12' }),
      placed('K2', '2016-03-31', null, { outsideArea: false, distanceMiles: '40' }),
    ]
    expect(figure(the('cla-out-20-new'), [life], '2016-03')).toMatchObject({ numerator: 1, denominator: 3 })
  })
})

describe('how settled children are', () => {
  const moved = (...days: readonly string[]): Life => [
    inCare(days[0] as string),
    ...days.map((day, place) => placed('U6', day, days[place + 1] ?? null)),
  ]

  test('the placement in which the twelve months began is the first of three', () => {
    const lives = [moved('2014-01-06', '2015-06-01', '2015-09-01'), moved('2014-01-06', '2015-06-01'), moved('2014-01-06')]
    expect(figure(the('cla-3-placements'), lives, '2016-03')).toMatchObject({ numerator: 1, denominator: 3 })
  })

  test('a placement that ended on 1 April is of the year to March, one that ended on 31 March is not', () => {
    expect(figure(the('cla-3-placements'), [moved('2014-01-06', '2015-04-01', '2015-09-01')], '2016-03')).toMatchObject({ value: 100 })
    expect(figure(the('cla-3-placements'), [moved('2014-01-06', '2015-03-31', '2015-09-01')], '2016-03')).toMatchObject({ value: 0 })
  })

  test('two years and three placements, of children who have been in care for two years', () => {
    const lives = [moved('2014-03-31', '2014-09-01', '2015-09-01'), moved('2014-04-01', '2014-09-01', '2015-09-01'), moved('2014-01-06')]
    expect(figure(the('cla-3-placements-2y'), lives, '2016-03')).toMatchObject({ numerator: 1, denominator: 2 })
  })

  test('two and a half years in care and two of them in one placement, under 16', () => {
    const born = (bornOn: string, life: Life): Life => [record(person, { bornOn }), ...life]
    const lives = [
      born('2005-01-01', moved('2013-09-30', '2014-03-31')),
      born('2005-01-01', moved('2013-09-30', '2014-04-01')),
      born('2005-01-01', moved('2013-10-01')),
      born('2000-03-31', moved('2013-01-07')),
      moved('2013-01-07'),
    ]
    expect(figure(the('cla-long-term-stability'), lives, '2016-03')).toMatchObject({ numerator: 1, denominator: 2 })
  })

  test('of a child placed for adoption the placement before counts with it', () => {
    const adopted = (fostered: string): Life => [
      record(person, { bornOn: '2012-01-01' }),
      inCare('2013-01-07'),
      placed('U6', fostered, '2015-06-01'),
      placed('A6', '2015-06-01'),
    ]
    expect(figure(the('cla-long-term-stability'), [adopted('2014-03-31')], '2016-03')).toMatchObject({ value: 100 })
    expect(figure(the('cla-long-term-stability'), [adopted('2014-04-01')], '2016-03')).toMatchObject({ value: 0, denominator: 1 })
  })

  test('leaving care and coming back begins the two years anew; short breaks are left out', () => {
    const back: Life = [inCare('2012-01-09', '2015-01-05'), inCare('2015-01-06'), placed('U6', '2015-01-06')]
    expect(figure(the('cla-3-placements-2y'), [back], '2016-03')).toMatchObject({ value: null })
    const breaks: Life = [
      ...moved('2014-01-06', '2015-06-01', '2015-09-01'),
      record(legalStatus, { status: 'V4', startedOn: '2014-01-06' }),
    ]
    expect(figure(the('cla-3-placements'), [breaks], '2016-03')).toMatchObject({ value: null })
  })

  test('three different social workers in the year; one who comes back, a reviewing officer, and one of before are none of them', () => {
    const works = (worker: string, startedOn: string, endedOn: string | null = null, role = 'CW') =>
      record(involvement, { worker, role, startedOn, endedOn })
    const three = [works('a', '2015-01-05', '2015-04-01'), works('b', '2015-04-01', '2016-01-11'), works('c', '2016-01-11')]
    const lives = [
      [inCare('2015-01-05'), ...three],
      [inCare('2015-01-05'), works('a', '2015-01-05', '2015-03-31'), ...three.slice(1)],
      [inCare('2015-01-05'), works('a', '2015-01-05', '2015-05-01'), works('b', '2015-05-01', '2015-09-01'), works('a', '2015-09-01')],
      [inCare('2015-01-05'), ...three.slice(1), works('iro', '2015-05-01', null, 'IRO')],
      [inCare('2015-04-02'), ...three],
    ]
    expect(figure(the('cla-worker-changes'), lives, '2016-03')).toMatchObject({ numerator: 1, denominator: 4 })
  })
})
