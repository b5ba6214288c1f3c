import { expect, test } from 'vitest'
import { professional } from '../../authority/records.ts'
import { fosterCarer, fosterCarerVisit } from '../fostering/records.ts'
import { adopter } from '../permanence/records.ts'
import { askedFrom, listedFields } from './records-list.tsx'

const asked = (kind: Parameters<typeof askedFrom>[1], query: string) => askedFrom(new URLSearchParams(query), kind, '')

test('a list of what has no name or number of its own says to whom each belongs', () => {
  expect(listedFields(fosterCarerVisit).slice(0, 3)).toEqual(['visitedOn', 'household', 'visitor'])
})

test('a name comes first, then numbers, and neither needs what it refers to', () => {
  expect(listedFields(professional).slice(0, 3)).toEqual(['name', 'staffId', 'registration'])
  expect(listedFields(fosterCarer)[0]).toBe('name')
  expect(listedFields(adopter).slice(0, 2)).toEqual(['adopterId', 'familyId'])
})

test('days are listed from the latest back, names from A to Z, unless the address says otherwise', () => {
  expect(asked(fosterCarerVisit, '')).toMatchObject({ sort: 'visitedOn', order: 'down' })
  expect(asked(fosterCarerVisit, 'order=up')).toMatchObject({ sort: 'visitedOn', order: 'up' })
  expect(asked(professional, '')).toMatchObject({ sort: 'name', order: 'up' })
  expect(asked(professional, 'sort=staffId&order=down')).toMatchObject({ sort: 'staffId', order: 'down' })
})

test.each(['sort=household', 'sort=nonsense', 'sort=', 'page=0', 'page=-1', 'page=1e9'])(
  'an address that asks for %s has the usual list',
  (query) => {
    expect(asked(fosterCarerVisit, query)).toEqual(asked(fosterCarerVisit, ''))
  },
)
