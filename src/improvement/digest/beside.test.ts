import { describe, expect, test } from 'vitest'
import { monthNumber } from '../../engine/measures/months.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { measures } from '../../measures.ts'
import { besideFrom } from './beside.ts'
import { publishedFigures } from './published-figures.ts'

/** What stands beside a figure: targets, others, people and new limits, each as of the month it is asked of. */

const given = (id: string): Measure => measures.find((each) => each.id === id) as Measure
const measure: Measure = { ...given('referrals'), id: 'invented', target: null, people: null }
const ofPeople = (from: number, until: number): Measure => ({ ...measure, people: { per: 10_000, from, until } })

const nothing = { people: null, targets: null, others: null, limits: null }
const month = monthNumber

describe('a target', () => {
  const target = (value: number, from: string, until: string | null = null, id = 'invented') => ({
    ...{ measure: id, value, from, until, why: `set for ${value}` },
  })
  const { targetOf } = besideFrom({
    ...nothing,
    targets: [target(80, '2015-04-01'), target(85, '2016-02-29', '2016-06-30'), target(1, '2015-01-01', null, 'another')],
  })
  test.each<readonly [at: string, value: number | null, why: string]>([
    ['2015-03', null, 'none is set yet'],
    ['2015-04', 80, 'set from its first day'],
    ['2016-01', 80, 'the next begins on the last day of February'],
    ['2016-02', 85, 'it begins on the last day of the month, and stands at its end'],
    ['2016-05', 85, 'it still stands'],
    ['2016-06', 80, 'on the last day of June it stands no more, and the one before goes on'],
  ])('at the end of %s is %s: %s', (at, value) => expect(targetOf(measure, month(at))?.value ?? null).toBe(value))

  test('says from when it stands and why', () => {
    expect(targetOf(measure, month('2016-03'))).toEqual({ value: 85, from: '2016-02-29', why: 'set for 85' })
  })
  test('with which a measure comes stands where the authority has set none', () => {
    const own = { ...measure, target: 90 }
    expect(targetOf(own, month('2015-03'))).toEqual({ value: 90, from: null, why: null })
    expect(targetOf(own, month('2015-04'))?.value).toBe(80)
  })
  test('of 0 is a target', () => {
    expect(besideFrom({ ...nothing, targets: [target(0, '2015-04-01')] }).targetOf(measure, month('2016-01'))?.value).toBe(0)
    expect(besideFrom(nothing).targetOf({ ...measure, target: 0 }, month('2016-01'))?.value).toBe(0)
  })
})

describe('people who live there', () => {
  const estimate = (on: string, people: number, from = 0, until = 18) => ({ on, from, until, people, source: 'Mid-year estimate' })
  const { peopleOf, estimateOf } = besideFrom({
    ...nothing,
    people: [estimate('2014-06-30', 40_000), estimate('2014-06-30', 5_000, 16, 18), estimate('2015-06-30', 41_000)],
  })
  test.each([
    ['2015-05', 40_000, 'the estimate of 2015 is not made yet'],
    ['2015-06', 41_000, 'it is of the last day of June'],
    ['2016-02', 41_000, 'the last there is'],
    ['2013-01', 40_000, 'before the first there is nothing nearer'],
  ])('at the end of %s are %s: %s', (at, people) => expect(peopleOf(ofPeople(0, 18))(month(at))).toBe(people))

  test('are those of the same ages, and not known where nobody has said', () => {
    expect(peopleOf(ofPeople(16, 18))(month('2016-02'))).toBe(5_000)
    expect(peopleOf(ofPeople(0, 25))(month('2016-02'))).toBeNull()
    expect(besideFrom(nothing).peopleOf(ofPeople(0, 18))(month('2016-02'))).toBeNull()
  })
  test('are nobody’s where a measure is no rate', () => expect(estimateOf(measure, month('2016-02'))).toBeNull())
})

describe('others', () => {
  const other = (geography: string, year: number, value: number, id = 'invented') => ({
    ...{ measure: id, geography, year, time: `${year - 1}-${year - 2000}`, value, source: 'Invented', note: null },
  })
  // Not in the order of their years: two were written down later.
  const { comparatorsOf } = besideFrom({
    ...nothing,
    others: [
      other('England', 2016, 16),
      other('England', 2014, 14),
      other('England', 2015, 15),
      other('South East', 2018, 18),
      other('South East', 2017, 17),
      other('England', 2015, 99, 'another'),
    ],
  })
  test.each([
    ['2013-06', [14, 17], 'before the first, the first'],
    ['2015-01', [15, 17], 'that of the year'],
    ['2016-12', [16, 17], 'of the South East there is only a later one'],
    ['2019-01', [16, 18], 'the last there is'],
  ])('beside %s are %j: %s', (at, values) => expect(comparatorsOf(measure, month(at)).map(({ value }) => value)).toEqual(values))

  test.each([
    ['2016-02', 2015, 'the year to March 2016 runs still'],
    ['2016-03', 2016, 'it ends with the month'],
  ])('of years to March, beside %s stands that of %s: %s', (at, year) => {
    const others = [2015, 2016].map((of) => ({ ...other('England', of, of), time: `year ending 31 March ${of}` }))
    expect(
      besideFrom({ ...nothing, others })
        .comparatorsOf(measure, month(at))
        .map(({ value }) => value),
    ).toEqual([year])
  })

  test('that come with the product are joined by those an authority has written, one for each geography', () => {
    const [published] = publishedFigures
    if (!published) throw new Error('No figures are published.')
    const own = other('A neighbour', 2015, 33, published.measure)
    const told = besideFrom({ ...nothing, others: [own] }).comparatorsOf(given(published.measure), month('2016-02'))
    expect(told.map(({ geography }) => geography)).toContain(published.geography)
    expect(told.find(({ geography }) => geography === 'A neighbour')?.value).toBe(33)
    expect(new Set(told.map(({ geography }) => geography)).size).toBe(told.length)
  })

  test('an authority’s own figure of a geography and year takes the place of the one that came with the product', () => {
    const [published] = publishedFigures
    if (!published) throw new Error('No figures are published.')
    const own = { ...published, value: published.value + 1, source: 'Published again' }
    const told = besideFrom({ ...nothing, others: [own] }).comparatorsOf(given(published.measure), month(`${published.year}-12`))
    expect(told.filter(({ geography }) => geography === published.geography).map(({ source }) => source)).toEqual(['Published again'])
  })
})

test('limits start afresh once in a month, for the reason given last, and only for their own measure', () => {
  const limit = (period: string, reason: string, id = 'invented') => ({ measure: id, period, reason })
  const { newLimitsOf } = besideFrom({
    ...nothing,
    limits: [
      limit('2015-06', 'New threshold'),
      limit('2015-06', 'New threshold and a new form'),
      limit('2016-01', 'A new team'),
      limit('2015-09', 'Not ours', 'another'),
    ],
  })
  expect(newLimitsOf(measure)).toEqual([
    { period: '2015-06', reason: 'New threshold and a new form' },
    { period: '2016-01', reason: 'A new team' },
  ])
  expect(besideFrom(nothing).newLimitsOf(measure)).toEqual([])
})
