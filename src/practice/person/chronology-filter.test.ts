import { describe, expect, test } from 'vitest'
import { asQuery, byMonth, choiceFrom, chosenEntries, daysOf, entriesWithin, groupCounts } from './chronology-filter.ts'
import type { ChronologyEntry } from './chronology.ts'

const entry = (on: string, group: string): ChronologyEntry => ({
  on,
  group,
  kind: group,
  line: `${group} on ${on}`,
  record: `table/${on}`,
  source: 'ssd',
  withdrawn: false,
})

const entries = [
  entry('2014-05-06', 'Care'),
  entry('2016-01-04', 'Care'),
  entry('2016-01-08 16:10:00', 'Visits'),
  entry('2016-02-13 19:20:00', 'Missing'),
]
const choice = (query: string) => choiceFrom(new URLSearchParams(query))
const day = '2016-03-03'
const care = { from: '2016-01-04', until: null }

describe('an address says what is shown', () => {
  test('without a word, everything, the newest first', () => {
    const all = choice('')
    expect(chosenEntries(entriesWithin(entries, daysOf(all, day, care).days), all).map(({ on }) => on)).toEqual([
      '2016-02-13 19:20:00',
      '2016-01-08 16:10:00',
      '2016-01-04',
      '2014-05-06',
    ])
  })

  test('with headings, only those', () => {
    expect(chosenEntries(entries, choice('show=Care&show=Missing&order=oldest')).map(({ group }) => group)).toEqual([
      'Care',
      'Care',
      'Missing',
    ])
  })

  test('what an address says is said the same again, and nothing of it is about the child', () => {
    const query = 'show=Care&show=Visits&period=care&order=oldest'
    expect(new URLSearchParams(asQuery(choice(query))).toString()).toBe(query)
    expect(asQuery(choice(query), { page: 3 })).toContainEqual(['page', '3'])
    expect(asQuery(choice(`${query}&page=3`), { order: 'newest' })).not.toContainEqual(['page', '3'])
  })

  test.each(['page=0', 'page=-1', 'page=many', 'page=99999999', 'order=sideways', 'period=ever'])(
    'nonsense (%s) means what is usual',
    (query) => {
      expect(choice(query)).toEqual(choice(''))
    },
  )
})

describe('periods', () => {
  const shown = (query: string, times: typeof care | null = care) => entriesWithin(entries, daysOf(choice(query), day, times).days).length

  test.each([
    ['period=all', 4, 'everything'],
    ['period=year', 3, 'from 3 March 2015'],
    ['period=care', 3, 'from the day the child came into care, that day included'],
    ['from=8/1/2016', 2, 'from a day on; a time of day on it counts'],
    ['until=4 January 2016', 2, 'to a day, that day included'],
    ['from=2016-01-04&until=2016-01-04', 1, 'one day'],
    ['from=5/1/2016&period=care', 2, 'typed days stand over the period'],
  ])('%s shows %i of 4: %s', (query, count) => {
    expect(shown(query)).toBe(count)
  })

  test('a year before a leap day begins on 28 February', () => {
    expect(daysOf(choice('period=year'), '2016-02-29', null).days.from).toBe('2015-02-28')
  })

  test('a day that cannot be read is told at its field, and everything is shown', () => {
    const { days, errors } = daysOf(choice('from=banana&until=31/2/2016'), day, care)
    expect(errors).toEqual([
      { for: 'from', says: 'Give the first day as a date, for example 27 March 2015' },
      { for: 'until', says: 'Give the last day as a date, for example 27 March 2015' },
    ])
    expect(days).toEqual({ from: null, until: null })
  })

  test('days the wrong way round are told', () => {
    expect(daysOf(choice('from=1/2/2016&until=1/1/2016'), day, care).errors).toEqual([
      { for: 'until', says: 'The last day must be on or after the first day' },
    ])
  })
})

test('headings are counted within the period; one with nothing in it keeps its place', () => {
  expect(groupCounts(entries, entries.slice(1))).toEqual([
    { group: 'Care', count: 1 },
    { group: 'Missing', count: 1 },
    { group: 'Visits', count: 1 },
  ])
  expect(groupCounts(entries, [])[1]).toEqual({ group: 'Missing', count: 0 })
})

test('entries stand under their months in the order they come', () => {
  expect(byMonth([...entries].reverse()).map(({ month, entries: some }) => [month, some.length])).toEqual([
    ['2016-02', 1],
    ['2016-01', 2],
    ['2014-05', 1],
  ])
})
