import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { all, madeFile } from './made-file.ts'
import { bytesOf, defaultLimits } from './source.ts'
import { zipOf } from './zip-write.ts'
import { zipEntries } from './zip.ts'

const named = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-zé0-9]{1,8}(\/[a-z0-9]{1,8})?\.xml$/), fc.uint8Array({ maxLength: 2000 })), {
    selector: ([name]) => name,
    maxLength: 5,
  })
  .filter((entries) => entries.length > 0)

test('any entries are read back by our own reader and by another, the same bytes under the same names', async () => {
  await fc.assert(
    fc.asyncProperty(named, async (given) => {
      const zip = zipOf(given.map(([name, content]) => ({ name, content })))
      expect(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')])).toEqual(
        given.map(([name, content]) => [name, Buffer.from(content).toString('hex')]),
      )
      const found = await zipEntries(madeFile(zip, { path: 'made.zip' }), '', defaultLimits)
      expect(found.map(({ path }) => path)).toEqual(given.map(([name]) => name).sort())
      for (const entry of found) {
        const [, content] = given.find(([name]) => name === entry.path)!
        expect(Buffer.concat(await all(bytesOf(entry))).equals(content)).toBe(true)
      }
    }),
  )
})

test('a text is written as UTF-8', () => {
  expect(Buffer.from(unzipSync(zipOf([{ name: 'a.txt', content: 'Zoë' }]))['a.txt']!).toString()).toBe('Zoë')
})
