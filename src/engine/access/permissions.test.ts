import { expect, test } from 'vitest'
import { admitted, mayDo, rolesThatMay, type Permissions } from './permissions.ts'

const permissions: Permissions = { sailor: ['see boats'], captain: ['see boats', 'name boats'], stowaway: [] }
const somebody = (role: string) => ({ account: 'a@harbour.example', name: 'Ana Marsh', role, keys: [] })

test.each<[may: string, role: string | null, answer: string, because: string]>([
  ['anyone', null, 'admitted', 'the page is open to all'],
  ['signed in', null, 'sign in first', 'nobody has signed in'],
  ['see boats', null, 'sign in first', 'nobody has signed in'],
  ['signed in', 'stowaway', 'admitted', 'signing in is enough'],
  ['see boats', 'sailor', 'admitted', 'the role has the permission'],
  ['name boats', 'sailor', 'refused', 'another role has it'],
  ['see boats', 'stowaway', 'refused', 'the role has none'],
  ['see boats', 'pirate', 'refused', 'the role is not in the table'],
  ['see boats', 'constructor', 'refused', 'what every object has is not a role'],
  ['', 'captain', 'refused', 'nothing was asked'],
])('%j by %s → %s: %s', (may, role, answer) => {
  expect(admitted(permissions, may, role === null ? null : somebody(role))).toBe(answer)
})

test('a permission is matched whole', () => expect(mayDo(permissions, somebody('captain'), 'name')).toBe(false))

test('the roles that may are said as a person would', () => {
  expect(rolesThatMay(permissions, 'see boats')).toBe('sailor or captain')
  expect(rolesThatMay(permissions, 'name boats')).toBe('captain')
  expect(rolesThatMay(permissions, 'sink boats')).toBeNull()
})
