import { expect, test } from 'vitest'
import { sessionValues } from '../../engine/access/sessions.ts'
import { dayOf } from './known-day.ts'
import { rememberedSearch, rememberSearch } from './past-searches.ts'

const session = () => sessionValues({ subject: 'ruth', startedAt: 0, lastSeenAt: 0, csrf: '', values: new Map() })

test('a search is found by its number, and by nobody else’s session', () => {
  const mine = session()
  const number = rememberSearch(mine, 'jaden wickam')
  expect(number).toBe(1)
  expect(rememberedSearch(mine, '1')).toBe('jaden wickam')
  expect(rememberedSearch(session(), '1')).toBeNull()
})

test('the last ten are remembered, however many there were', () => {
  const mine = session()
  for (let count = 1; count <= 200; count++) rememberSearch(mine, `search ${count}`)
  expect(rememberedSearch(mine, '190')).toBeNull()
  expect(rememberedSearch(mine, '191')).toBe('search 191')
  expect(rememberedSearch(mine, '200')).toBe('search 200')
})

test.each([null, '', 'es', '1e1', '-1', '01x', '99999999'])('the number “%s” finds nothing', (number) => {
  expect(rememberedSearch(session(), number)).toBeNull()
})

test('a page that looks at the past tells how things stood that day; never a day that is still to come', () => {
  const todayOf = () => '2016-03-03'
  const asked = (knownAt: string | null) => dayOf({ knownAt, now: new Date() }, todayOf)
  expect(asked(null)).toBe('2016-03-03')
  expect(asked('2016-02-15T23:59:59.999999Z')).toBe('2016-02-15')
  expect(asked('2015-06-30T22:59:59.999999Z')).toBe('2015-06-30')
  expect(asked('2026-01-01T12:00:00Z')).toBe('2016-03-03')
})
