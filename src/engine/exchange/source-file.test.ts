import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { all } from './made-file.ts'
import { readTable } from './csv.ts'
import { bytesOf } from './source.ts'
import { firstBytes, sourceFiles, UnreadableFile, type Limits } from './source-file.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'source-files-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

const zip = (files: Record<string, string | Uint8Array>, level: 0 | 9 = 9) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(Object.entries(files).map(([name, each]) => [name, typeof each === 'string' ? strToU8(each) : each])) as Zippable,
      { level },
    ),
  )

const workbook = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }

const names = async (paths: string[], limits: Partial<Limits> = {}) => (await all(sourceFiles(paths, limits))).map((file) => file.path)

async function contents(paths: string[], limits: Partial<Limits> = {}) {
  const found: Record<string, string> = {}
  for await (const file of sourceFiles(paths, limits)) found[file.path] = Buffer.concat(await all(bytesOf(file))).toString()
  return found
}

describe('what is found', () => {
  test('a file is itself, and is opened afresh each time', async () => {
    const [file] = await all(sourceFiles([put('one.csv', 'a,b\n1,2\n')]))
    expect(file).toMatchObject({ path: 'one.csv', size: 8 })
    expect((await firstBytes(file!, 3)).toString()).toBe('a,b')
    expect((await firstBytes(file!, 100)).toString()).toBe('a,b\n1,2\n')
  })

  test('a folder gives its files and those of its folders, sorted, without hidden files and loops', async () => {
    put('extract/b.csv', 'b')
    put('extract/a/two.csv', 'a')
    put('extract/.hidden.csv', 'h')
    put('extract/~$open.xlsx', 'lock')
    put('extract/.git/config', 'g')
    symlinkSync(join(folder, 'extract'), join(folder, 'extract/again'))
    expect(await names([join(folder, 'extract')])).toEqual(['a/two.csv', 'b.csv'])
  })

  test('a zip, known by its content, gives its entries sorted, without what macOS adds', async () => {
    const path = put('extract.dat', zip({ 'b.csv': 'bee', 'a/one.csv': 'one', '__MACOSX/._b.csv': 'x', '.DS_Store': 'x' }))
    expect(await contents([path])).toEqual({ 'a/one.csv': 'one', 'b.csv': 'bee' })
  })

  test('with several paths each name leads', async () => {
    const one = put('2023.zip', zip({ 'episodes.csv': '1' }))
    const other = put('2024.zip', zip({ 'episodes.csv': '2' }, 0))
    expect(await contents([one, other])).toEqual({ '2023.zip/episodes.csv': '1', '2024.zip/episodes.csv': '2' })
  })

  test('a workbook is one file, also inside a zip', async () => {
    const path = put('lists.xlsx', zip(workbook))
    expect(await names([path])).toEqual(['lists.xlsx'])
    expect(await names([put('books.zip', zip({ 'lists.xlsx': zip(workbook), 'a.csv': 'a' }))])).toEqual(['a.csv', 'lists.xlsx'])
  })

  test('a zip inside a zip is opened, one inside that is not', async () => {
    const inner = zip({ 'a.csv': 'a' })
    expect(await contents([put('once.zip', zip({ 'year.zip': inner }))])).toEqual({ 'year.zip/a.csv': 'a' })
    await expect(names([put('twice.zip', zip({ 'o.zip': zip({ 'year.zip': inner }) }))])).rejects.toThrow(
      'o.zip/year.zip: This zip lies in a zip that lies in a zip. Give it outside the others.',
    )
  })

  test('an entry can be read after the list is done, twice, and left half read', async () => {
    const [file] = await all(sourceFiles([put('later.zip', zip({ 'a.csv': `a,b\n${'1,2\n'.repeat(50_000)}` }))]))
    expect((await firstBytes(file!, 3)).toString()).toBe('a,b')
    expect(await all((await readTable(file!)).rows)).toHaveLength(50_000)
  })
})

describe('what is refused', () => {
  test('a path that is not there', async () => {
    await expect(names([join(folder, 'none.csv')])).rejects.toThrow('There is no file or folder of this name, or it may not be read.')
  })

  test.each(['../../etc/passwd', '/etc/passwd', 'a/../../b.csv', 'C:\\b.csv'])('an entry named %s', async (name) => {
    await expect(names([put('outside.zip', zip({ [name]: 'x' }))])).rejects.toThrow(
      'outside.zip: A name in this zip points outside the zip.',
    )
  })

  test('an entry locked with a password', async () => {
    const bytes = zip({ 'a.csv': 'a,b\n1,2\n'.repeat(20) })
    bytes[bytes.lastIndexOf('PK\x01\x02') + 8]! |= 1
    await expect(names([put('locked.zip', bytes)])).rejects.toThrow('locked.zip: "a.csv" in this zip is locked with a password.')
  })

  test('more than 2,000 entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`${at}.csv`, '']))
    await expect(names([put('many.zip', zip(many, 0))])).rejects.toThrow('many.zip: This zip holds more than 2,000 files.')
  })

  test('a zip bomb that says its size', async () => {
    const bomb = put('bomb.zip', zip({ 'a.csv': new Uint8Array(11 * 1024 * 1024) }))
    await expect(names([bomb])).rejects.toThrow('bomb.zip: "a.csv" unpacks to more than 200 times its packed size')
  })

  test('a zip bomb that lies about its size is stopped while it unpacks', async () => {
    const bytes = zip({ 'a.csv': new Uint8Array(16 * 1024 * 1024) })
    bytes.writeUInt32LE(1000, bytes.lastIndexOf('PK\x01\x02') + 24)
    const [file] = await all(sourceFiles([put('liar.zip', bytes)]))
    let taken = 0
    const reading = (async () => {
      for await (const piece of bytesOf(file!)) taken += piece.length
    })()
    await expect(reading).rejects.toThrow('a.csv: "a.csv" unpacks to more than 200 times its packed size')
    expect(taken).toBeLessThan(11 * 1024 * 1024)
  })

  test('an entry over the limit of bytes', async () => {
    const path = put('large.zip', zip({ 'a.csv': '0123456789' }))
    await expect(names([path], { bytes: 9 })).rejects.toThrow('large.zip: "a.csv" unpacks to more than 9 bytes.')
  })

  test('entries that lie over one another', async () => {
    const bytes = zip({ 'a.csv': '0123456789'.repeat(40), 'b.csv': '0123456789'.repeat(40) }, 0)
    // Both entries of the list are made to say that they take the whole zip.
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1)) {
      bytes.writeUInt32LE(bytes.length, at + 20)
      bytes.writeUInt32LE(bytes.length, at + 24)
    }
    await expect(names([put('over.zip', bytes)])).rejects.toThrow('over.zip: The entries of this zip lie over one another')
  })

  test('a zip whose content was changed, and one cut short', async () => {
    const bytes = zip({ 'a.csv': 'a,b\n1,2\n' }, 0)
    const changed = Buffer.from(bytes)
    changed[changed.indexOf('1,2')] = 0x39
    await expect(contents([put('changed.zip', changed)])).rejects.toThrow(
      'a.csv: The file is damaged: it does not unpack to what its zip says it holds.',
    )
    await expect(names([put('cut.zip', bytes.subarray(0, 40))])).rejects.toThrow('cut.zip: This zip is damaged or cut short.')
  })

  test('the refusal tells what was found and what is allowed apart', async () => {
    const error = await names([put('cut.zip', zip({ 'a.csv': 'a' }).subarray(0, 40))]).catch((found: unknown) => found)
    expect(error).toBeInstanceOf(UnreadableFile)
    expect(error).toMatchObject({
      path: 'cut.zip',
      found: 'This zip is damaged or cut short.',
      allowed: 'Make the zip again, or give the files without zipping them.',
      line: null,
    })
  })
})
