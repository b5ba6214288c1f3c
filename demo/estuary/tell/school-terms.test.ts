import { expect, test } from 'vitest'
import { addDays, isWorkingDay } from '../days.ts'
import { Telling } from '../telling.ts'
import { sizes, worldOf } from '../world.ts'
import { schoolTerms, tellSchoolTerms, termOn } from './school-terms.ts'

const world = worldOf({ size: sizes.small, seed: 1, from: '2013-01-01', to: '2018-12-31', planted: true }, 1)

test('terms follow one another, begin and end on days on which schools can be open, and have their break inside', () => {
  for (const [place, { from, until, breakFrom, breakUntil }] of schoolTerms.entries()) {
    expect(isWorkingDay(from) && isWorkingDay(until)).toBe(true)
    expect([from, breakFrom, breakUntil, until].toSorted()).toEqual([from, breakFrom, breakUntil, until])
    const next = schoolTerms[place + 1]
    if (next) expect(next.from > addDays(until, 7)).toBe(true)
  }
})

test('a day in the holidays belongs to the term before it', () => {
  expect(termOn('2016-03-30')?.name).toBe('Spring 2016')
  expect(termOn('2012-08-01')).toBeUndefined()
})

test('each school year’s terms are told ahead of it, the last ones too', () => {
  const telling = new Telling(world, 'terms', null)
  tellSchoolTerms(telling, world.workforce.manager('T91', '2013-01-01'))
  expect(telling.records).toHaveLength(schoolTerms.length)
  for (const { versions, person } of telling.records) {
    expect(person).toBeNull()
    expect(String(versions[0]?.at) < String(versions[0]?.values['startedOn'])).toBe(true)
  }
})
