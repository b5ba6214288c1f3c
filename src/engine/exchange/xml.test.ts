import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { all, endlessFile, madeFile } from './made-file.ts'
import type { Limits } from './source.ts'
import { readElements, rootName } from './xml.ts'

const items = (path: readonly string[]) => path.join('/') === 'list/items/item'

const read = (text: string | Uint8Array, limits: Partial<Limits> = {}, cut = 7) =>
  all(readElements(madeFile(text, { path: 'list.xml', cut }), items, limits))

describe('reading', () => {
  test('each element at the path is given whole, with its lines', async () => {
    const text =
      '<?xml version="1.0"?>\n<list>\n<items>\n<item>\n <id>1</id>\n <name> Ada &amp; Co </name>\n <none/>\n</item>\n<item><id><![CDATA[<2>]]></id></item></items>\n<item/></list>'
    expect(await read(text)).toEqual([
      {
        name: 'item',
        line: 4,
        text: null,
        inside: [
          { name: 'id', line: 5, text: '1', inside: [] },
          { name: 'name', line: 6, text: 'Ada & Co', inside: [] },
          { name: 'none', line: 7, text: null, inside: [] },
        ],
      },
      { name: 'item', line: 9, text: null, inside: [{ name: 'id', line: 9, text: '<2>', inside: [] }] },
    ])
  })

  test('text beside elements inside it is told apart', async () => {
    expect(await read('<list><items><item>oops<id>1</id></item></items></list>')).toMatchObject([
      { text: null, stray: 'oops', inside: [{ text: '1' }] },
    ])
  })

  test('prefixes are left out, bound or not', async () => {
    expect(await read('<a:list xmlns:a="urn:a"><a:items><b:item>1</b:item></a:items></a:list>')).toMatchObject([
      { name: 'item', text: '1' },
    ])
  })

  test('a tag over several lines stands on its first', async () => {
    expect(await read('<list>\n<items>\n<item\n a="1"\n b="2">x</item></items></list>')).toMatchObject([{ line: 3 }])
  })

  test.each([
    ['UTF-8', Buffer.from('<list><items><item>Zoë</item></items></list>')],
    ['UTF-16', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><list><items><item>Zoë</item></items></list>', 'utf16le')],
    [
      'a declared ISO-8859-1',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><list><items><item>Zoë</item></items></list>', 'latin1'),
    ],
    ['Windows-1252 that says nothing', Buffer.from('<list><items><item>Zoë</item></items></list>', 'latin1')],
  ])('%s is read', async (_what, bytes) => {
    expect(await read(bytes)).toMatchObject([{ text: 'Zoë' }])
  })

  test('any text written with entities is read back, wherever the file is cut', async () => {
    const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/[\0-\x1f\x7f-\x9f\ufffe\uffff]/.test(text) && text === text.trim())
    await fc.assert(
      fc.asyncProperty(plain, fc.boolean(), fc.integer({ min: 1, max: 20 }), async (text, numbered, cut) => {
        const written = numbered
          ? [...text].map((letter) => `&#x${letter.codePointAt(0)!.toString(16)};`).join('')
          : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
        expect((await read(`<list><items><item>${written}</item></items></list>`, {}, cut))[0]?.text).toBe(text === '' ? null : text)
      }),
    )
  })
})

describe('the outermost element', () => {
  test.each([
    ['<?xml version="1.0"?>\n<!-- made -->\n<a:list/>', 'list'],
    ['\ufeff<list>', 'list'],
    ['a,b\n1,2\n', null],
    ['', null],
    ['{"a": 1}', null],
    ['PK\x03\x04\0\0', null],
  ])('of %j is %s', async (text, name) => {
    expect(await rootName(madeFile(text))).toBe(name)
  })
})

describe('refusing', () => {
  const laughs = '<!DOCTYPE list [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
  test.each([
    [
      'an entity bomb',
      `<?xml version="1.0"?>\n${laughs}\n<list><items><item>&b;</item></items></list>`,
      'list.xml, line 2: The file has a DOCTYPE',
    ],
    ['a file from elsewhere', '<!DOCTYPE list SYSTEM "file:///etc/passwd"><list/>', 'list.xml, line 1: The file has a DOCTYPE'],
    [
      'an unknown entity',
      '<list>\n<items><item>&nbsp;</item></items></list>',
      'list.xml, line 2: The text uses an entity that XML itself does not have.',
    ],
    ['an entity that is a property of objects', '<list>&constructor;</list>', 'The text uses an entity that XML itself does not have.'],
    [
      'elements out of order',
      '<list>\n<items><item></items></list>',
      'list.xml, line 2: An element is closed here while one inside it is still open.',
    ],
    [
      'a file cut short',
      '<list>\n<items>\n<item>1',
      'list.xml, line 3: The file ends before the element "item" is closed: it may have been cut short.',
    ],
    ['nothing', '', 'The file ends too early: it may have been cut short.'],
    ['a bare ampersand', '<list><items><item>Ada & Co</item></items></list>', 'list.xml, line 1:'],
    ['two files joined', '<list/>\n<list/>', 'list.xml, line 2: A second outermost element begins here'],
    ['text that is not XML', 'a,b\n1,2\n', 'There is text outside the outermost element.'],
    ['a control character', '<list>\n\x01</list>', 'list.xml, line 2: There is a character here that XML does not allow.'],
    [
      'an encoding that is not read',
      '<?xml version="1.0" encoding="EBCDIC-UK"?><list/>',
      'list.xml, line 1: The file says that its encoding is EBCDIC-UK.',
    ],
    ['elements too deep', '<list>'.repeat(70), 'Elements stand more than 64 deep inside one another.'],
  ])('%s', async (_what, text, sentence) => {
    await expect(read(text)).rejects.toThrow(sentence)
  })

  test.each([
    ['an element with too much in it', '<list><items><item>', '<a>some text</a>', 'The element "item" that begins here holds more than'],
    ['an element of a million empty ones', '<list><items><item>', '<a/>', 'The element "item" that begins here holds more than'],
    ['a text without end', '<list><items><item>', 'text', 'A tag, text or comment is longer than'],
    ['a tag without end', '<list><items><item ', 'a="1" ', 'longer than|given twice'],
    ['a comment without end', '<list><!-- ', 'x', 'A tag, text or comment is longer than'],
    ['a DOCTYPE without end', '<!DOCTYPE list [', '<!ENTITY a "ha">', 'A tag, text or comment is longer than'],
  ])('300 MB of %s is refused early and in bounded memory', async (_what, beginning, piece, sentence) => {
    const file = endlessFile(beginning, piece, 300e6, 'endless.xml')
    const before = process.memoryUsage().rss
    await expect(all(readElements(file, items, { row: 2_000_000, cell: 2_000_000 }))).rejects.toThrow(new RegExp(sentence))
    expect(file.taken()).toBeLessThan(6e6)
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
  })
})
