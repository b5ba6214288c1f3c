import { describe, expect, test } from 'vitest'
import { collectionYearOf, collectionYears, namedYear, type DatedFile } from './collection-year.ts'

const file = (path: string, inYear: string[] = [], byThen: string[] = []): DatedFile => ({ path, dates: { inYear, byThen } })
const ends = (files: readonly DatedFile[]) => collectionYears(files).map((each) => each.ends)

describe('The collection year of a day', () => {
  test('turns on 1 April', () => {
    expect(collectionYearOf('2018-03-31')).toBe(2018)
    expect(collectionYearOf('2018-04-01')).toBe(2019)
  })
})

describe('A year in a name', () => {
  test.each([
    ['2017-18/header.csv', 2018],
    ['SSDA903 2017 to 2018 episodes.csv', 2018],
    ['ssda903_201718_reviews.csv', 2018],
    ['1999-2000/header 2017–2018.csv', 2018],
    ['return_2018-03-31.csv', 2018],
    ['return at 31 March 2018.csv', 2018],
    ['header_2019_2020.csv', 2020],
  ])('%s leaves nothing open: it ends in %i', (path, year) => {
    expect(namedYear(path)).toEqual({ says: 'a collection year', ends: year })
  })

  test('a lone year may begin or end there', () => {
    expect(namedYear('returns/2017-episodes.csv')).toEqual({ says: 'a year', year: 2017, group: 'returns' })
    expect(namedYear('returns/2017/episodes.csv')).toEqual({ says: 'a year', year: 2017, group: 'returns' })
  })

  test('two different years, a long number or no year say nothing', () => {
    expect(namedYear('2017 sent in 2019.csv')).toEqual({ says: 'nothing' })
    expect(namedYear('120171234.csv')).toEqual({ says: 'nothing' })
    expect(namedYear('header.csv')).toEqual({ says: 'nothing' })
  })
})

describe('The year of a file', () => {
  test('named 2017 with episodes that end between April 2017 and March 2018 is that which begins in 2017', () => {
    const [found] = collectionYears([file('2017-episodes.csv', ['2017-05-02', '2018-03-30'], ['2015-06-01', '2018-01-08'])])
    expect(found).toEqual({
      ends: 2018,
      because: 'Taken as the return for 2017 to 2018: by its dates, 2017 is the year in which it begins.',
    })
  })

  test('named 2020 with episodes that end between April 2019 and March 2020 is that which ends in 2020', () => {
    expect(ends([file('SSDA903_2020_episodes.csv', ['2019-07-18', '2019-09-26'], ['2018-12-02', '2019-05-16'])])).toEqual([2020])
  })

  test('a header, which has no dates, follows the episodes named alike', () => {
    const files = [
      file('a/2017-header.csv'),
      file('a/2017-episodes.csv', ['2017-05-02'], ['2017-04-30']),
      file('a/2018-header.csv'),
      file('b/2018-header.csv'),
    ]
    expect(ends(files)).toEqual([2018, 2018, 2019, 2018])
  })

  test('where nothing tells, it is taken to end in the year named, and that is said', () => {
    const [found] = collectionYears([file('2019 header.csv')])
    expect(found?.ends).toBe(2019)
    expect(found?.because).toContain('no date in these files tells whether it begins or ends then')
  })

  test('without a name is that of its episodes, for the files beside it too', () => {
    const files = [file('x/episodes.csv', ['2017-05-02', '2018-03-30'], ['2015-06-01']), file('x/header.csv'), file('y/header.csv')]
    expect(ends(files)).toEqual([2018, 2018, null])
  })

  test('is not that of the files beside it when its own dates lie after', () => {
    const files = [file('episodes.csv', ['2017-05-02', '2018-03-30'], ['2015-06-01']), file('dolo.csv', [], ['2025-01-01'])]
    expect(ends(files)).toEqual([2018, null])
  })

  test('is none when one file holds the episodes of several years', () => {
    const [found] = collectionYears([file('all.csv', ['2017-05-02', '2019-05-02', '2021-02-03'], [])])
    expect(found).toEqual({
      ends: null,
      because:
        'Nothing tells which year this return is for, so what it says is not tied to a year. Put the year in its name, such as 2017-18.',
    })
  })
})
