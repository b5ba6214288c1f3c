import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './text.ts'

async function decoded(bytes: Uint8Array, cut = 7) {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += cut) pieces.push(Buffer.from(bytes.subarray(at, at + cut)))
  const reading = decodeText(pieces, 'notes.txt')
  let text = ''
  for await (const piece of reading.text) text += piece
  return [text, reading.encoding()]
}

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

test.each([
  ['plain ASCII', bytes('Zoe'), 'Zoe', 'utf-8'],
  ['UTF-8 with its mark, which is not part of the text', bytes([0xef, 0xbb, 0xbf], 'Zoë €5'), 'Zoë €5', 'utf-8'],
  ['UTF-8 without it', bytes('Zoë €5 👧'), 'Zoë €5 👧', 'utf-8'],
  ['UTF-16 LE with its mark', bytes([0xff, 0xfe], [0x5a, 0, 0xeb, 0]), 'Zë', 'utf-16le'],
  ['UTF-16 BE with its mark', bytes([0xfe, 0xff], [0, 0x5a, 0, 0xeb]), 'Zë', 'utf-16be'],
  ['UTF-16 LE known by its NULs', Buffer.from('name,born\r\nZoë,1', 'utf16le'), 'name,born\r\nZoë,1', 'utf-16le'],
  ['UTF-16 BE known by its NULs', Buffer.from('name,born\r\nZoë,1', 'utf16le').swap16(), 'name,born\r\nZoë,1', 'utf-16be'],
  ['Windows-1252', bytes('Zo', [0xeb], ' O', [0x92], 'Hara ', [0x80], '5'), 'Zoë O’Hara €5', 'windows-1252'],
  ['Windows-1252 whose later bytes would be UTF-8', bytes('Zo', [0xeb], ', CAF', [0xc9, 0x92], 'S'), 'Zoë, CAFÉ’S', 'windows-1252'],
  ['UTF-8 with one byte of Windows-1252', bytes('Zoë,Zo', [0xeb], ',Zoë'), 'Zoë,Zoë,Zoë', 'utf-8 with windows-1252 among it'],
  ['a letter cut off at the end', bytes('Zoë', [0xc3]), 'ZoëÃ', 'utf-8 with windows-1252 among it'],
  ['nothing', bytes(), '', 'utf-8'],
])('%s is read whole, wherever it is cut', async (_what, given, text, encoding) => {
  for (const cut of [1, 2, 3, 5, 8000]) expect(await decoded(given, cut)).toEqual([text, encoding])
})

test.each([
  ['UTF-8', bytes('Zoë €5 👧'), 'Zoë €5 👧', 'utf-8'],
  ['Windows-1252', bytes('Zo', [0xeb], ' ', [0x80], '5 caf', [0xe9]), 'Zoë €5 café', 'windows-1252'],
  ['UTF-8 with Windows-1252 among it', bytes('Zoë,Zo', [0xeb], ',€'), 'Zoë,Zoë,€', 'utf-8 with windows-1252 among it'],
])('%s that begins as 9,000 letters of ASCII is read whole, wherever it is cut', async (_what, given, text, encoding) => {
  const long = 'x'.repeat(9000)
  for (const cut of [1, 2, 3, 4096]) expect(await decoded(bytes(long, [...given]), cut)).toEqual([long + text, encoding])
})

test('a picture named .csv is refused in a sentence', async () => {
  await expect(decoded(bytes([0x89], 'PNG', [0, 0, 0, 13, 1, 2, 3, 4, 5, 6, 7, 8]))).rejects.toThrow(
    'notes.txt: This is not a text file: it holds NUL bytes. A text file is UTF-8, UTF-16 or Windows-1252.',
  )
})

test('any text survives UTF-8 and UTF-16, cut anywhere', async () => {
  const plain = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0') && !text.startsWith('\ufeff'))
  // The first 4 KiB are looked at in one piece; what follows them is decoded as it comes.
  const lead = fc.constantFrom('', 'x'.repeat(4096))
  await fc.assert(
    fc.asyncProperty(plain, lead, fc.integer({ min: 1, max: 9 }), async (ending, before, cut) => {
      const text = before + ending
      expect((await decoded(Buffer.from(text), cut))[0]).toBe(text)
      expect((await decoded(Buffer.from(`\ufeff${text}`, 'utf16le'), cut))[0]).toBe(text)
      expect((await decoded(Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), cut))[0]).toBe(text)
    }),
  )
})
