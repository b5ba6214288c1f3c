import { describe, expect, test } from 'vitest'
import { comparator, measureTarget, newLimits, population } from '../../../src/authority/figure-records.ts'
import { monthNumber } from '../../../src/engine/measures/months.ts'
import { besideFrom } from '../../../src/improvement/digest/beside.ts'
import { measures } from '../../../src/measures.ts'
import { Telling, type Told } from '../telling.ts'
import { sizes, worldOf, type Size, type WorldAsked } from '../world.ts'
import { childrenLivingHere, limitsAfresh, targets, tellFigures } from './figures.ts'
import { ofKind, wrongOf } from './told-for-tests.ts'

const asked: WorldAsked = { size: sizes.thurrock, seed: 1, from: '2013-01-01', to: '2018-12-31', planted: true }

function toldOf(more: Partial<WorldAsked> = {}): readonly Told[] {
  const telling = new Telling(worldOf({ ...asked, ...more }, 1), 'E1', null)
  tellFigures(telling)
  return telling.records
}

const told = toldOf()
const ids = new Set(measures.map(({ id }) => id))
const measureOf = (id: string) => measures.find((each) => each.id === id) ?? expect.fail(`There is no measure ${id}`)

/** As the digest reads them. */
const beside = besideFrom({
  people: ofKind(told, population).map((each) => ({
    on: String(each['countedOn']),
    from: Number(each['fromAge']),
    until: Number(each['untilAge']),
    people: Number(each['people']),
    source: String(each['publishedIn']),
  })),
  targets: ofKind(told, measureTarget).map((each) => ({
    measure: String(each['measure']),
    value: Number(each['value']),
    from: String(each['since']),
    until: null,
    why: String(each['why']),
  })),
  others: ofKind(told, comparator).map((each) => ({
    measure: String(each['measure']),
    geography: String(each['geography']),
    year: Number(each['year']),
    time: String(each['time']),
    value: Number(each['value']),
    source: String(each['publishedIn']),
    note: null,
  })),
  limits: [],
})

test('every version passes the checks of its kind, and the same seed tells the same', () => {
  expect(wrongOf(told)).toEqual([])
  expect(toldOf()).toEqual(told)
})

describe('how many children live here', () => {
  test('the rates of May 2016 are to 40,120: 341 looked after are 85.0, 258 without unaccompanied children 64.3', () => {
    const people = beside.peopleOf(measureOf('cla-rate'))(monthNumber('2016-05')) as number
    expect(people).toBe(40_120)
    expect([341, 258].map((number) => ((number / people) * 10_000).toFixed(1))).toEqual(['85.0', '64.3'])
  })

  test('every rate finds an estimate of its ages, before the first and after the last too', () => {
    for (const measure of measures.filter(({ people }) => people !== null))
      for (const month of ['2012-01', '2013-01', '2018-12', '2020-01'])
        expect(beside.peopleOf(measure)(monthNumber(month)), measure.id).toBeGreaterThan(20_000)
  })

  test('an authority of another size has its own number, over all of its districts and for all of its years', () => {
    const of = (size: Size) => [2012, 2015, 2018].map((year) => childrenLivingHere(size, year))
    expect(of(sizes.thurrock)).toEqual([38_100, 40_120, 41_500])
    expect(of(sizes.small)).toEqual([1_899, 2_000, 2_069])
    expect(of(sizes.county)).toEqual([379_860, 400_000, 413_759])
    const longer = ofKind(toldOf({ size: sizes.county, from: '2009-01-01' }), population).filter(({ untilAge }) => untilAge === 18)
    expect(longer.map(({ countedOn }) => countedOn)).toEqual(
      [2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018].map((year) => `${year}-06-30`),
    )
  })
})

describe('what the council aims at, and how others stand', () => {
  test('each is of a measure that is counted', () => {
    for (const [measure] of [...targets, ...limitsAfresh]) expect(ids, measure).toContain(measure)
    for (const { measure } of ofKind(told, comparator)) expect(ids).toContain(measure)
  })

  test('targets stand from April 2013, and stay', () => {
    expect(beside.targetOf(measureOf('cla-iha'), monthNumber('2013-03'))).toBe(null)
    for (const month of ['2013-04', '2018-12'])
      expect(beside.targetOf(measureOf('cla-iha'), monthNumber(month))).toMatchObject({ value: 90 })
    expect(ofKind(told, measureTarget)).toHaveLength(targets.length)
  })

  test('neighbours had 66.4 children looked after to 10,000 in March 2015, as was published; the rest says that it is invented', () => {
    const [neighbours] = beside
      .comparatorsOf(measureOf('cla-rate'), monthNumber('2015-03'))
      .filter(({ geography }) => geography.startsWith('Stat'))
    expect(neighbours).toMatchObject({ value: 66.4, year: 2015, time: '31 March 2015' })
    const others = ofKind(told, comparator).filter(({ publishedIn }) => !String(publishedIn).startsWith('Corporate Parenting'))
    expect(new Set(others.map(({ publishedIn }) => publishedIn))).toEqual(new Set(['Invented for Estuary']))
  })

  test('limits start afresh with what was planted, and nowhere else', () => {
    expect(ofKind(told, newLimits)).toHaveLength(limitsAfresh.length)
    expect(ofKind(toldOf({ planted: false }), newLimits)).toEqual([])
  })
})

test('of an earlier day no more is told than was known', () => {
  const earlier = toldOf({ to: '2015-05-31' })
  expect(ofKind(earlier, population).at(-1)).toMatchObject({ countedOn: '2014-06-30' })
  expect(Math.max(...ofKind(earlier, comparator).map(({ year }) => Number(year)))).toBe(2014)
})
