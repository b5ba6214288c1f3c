import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyCell } from './copy-text.ts'

test.each<[string | null, string, string]>([
  ['plain words', 'plain words', 'words go as they are'],
  [null, '\\N', 'nothing is written \\N'],
  ['', '', 'an empty text is not nothing'],
  ['\\N', '\\\\N', 'the two letters \\N are not nothing either'],
  ['a\tb\nc\rd', 'a\\tb\\nc\\rd', 'what would end a cell or a line is written out'],
  ['C:\\temp\\new', 'C:\\\\temp\\\\new', 'a backslash is doubled'],
])('%j is written %j: %s', (value, written, _why) => {
  expect(copyCell(value)).toBe(written)
})

test('whatever the text, it stays on its line and in its cell, and can be read back', () => {
  const readBack = (written: string): string | null =>
    written === '\\N' ? null : written.replace(/\\(.)/g, (_, sign: string) => ({ t: '\t', n: '\n', r: '\r' })[sign] ?? sign)
  const anyText = fc.oneof(
    fc.string({ unit: fc.integer({ min: 0, max: 0x2ffff }).map((code) => String.fromCodePoint(code)) }),
    fc.string({ unit: fc.constantFrom('\\', 'N', 't', 'n', '\t', '\n', '\r', '.') }),
  )
  fc.assert(
    fc.property(fc.option(anyText), (value) => {
      const written = copyCell(value)
      return !/[\t\n\r]/.test(written) && readBack(written) === value
    }),
  )
})
