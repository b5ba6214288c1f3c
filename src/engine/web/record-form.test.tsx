import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { codeList, oneOf, recordKind, text } from '../records/kind.ts'
import { RecordFields } from './record-form.tsx'

const flags = codeList('Flag', 'Invented for tests', [
  { code: 'RED', label: 'Red ensign' },
  { code: 'ENSIGN', label: 'Red ensign' },
  { code: 'BLUE', label: 'Blue ensign' },
  { code: '17', label: null },
])
const roles = codeList('Role', 'Invented for tests', [
  { code: 'MA', label: 'Master' },
  { code: 'BO', label: 'Bosun' },
  { code: 'CO', label: 'Cook' },
])
const boat = recordKind({
  name: 'Boat',
  plural: 'Boats',
  table: 'boat',
  group: 'Boats',
  fields: { flag: oneOf(flags, 'Flag'), role: text('Role') },
  basis: 'Invented.',
})

const drawn = (before?: Readonly<Record<string, unknown>>): string =>
  renderToString(
    <RecordFields
      kind={boat}
      boxes={new URLSearchParams(before as Record<string, string> | undefined)}
      errors={[]}
      day="2016-03-03"
      references={new Map()}
      lists={new Map([['role', roles]])}
      {...(before ? { before: before } : {})}
    />,
  )

const offered = (form: string): readonly string[] => [...form.matchAll(/name="flag"[^>]*value="([^"]*)"/g)].map(([, value = '']) => value)

test('nobody is asked to choose a code without words, or between two with the same', () => {
  expect(offered(drawn())).toEqual(['RED', 'BLUE'])
})

test('a code that stands in the record is offered, though it has no words', () => {
  expect(offered(drawn({ flag: '17' }))).toEqual(['RED', 'BLUE', '17'])
  expect(drawn({ flag: '17' })).toContain('Code 17')
})

test('a role that a short list does not word can be typed', () => {
  expect(drawn()).toMatch(/<input[^>]*name="role"[^>]*type="text"/)
})
