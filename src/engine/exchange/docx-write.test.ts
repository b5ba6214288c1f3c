import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { documentOf, type Report, type ReportPart } from './docx-write.ts'
import { madeFile } from './made-file.ts'
import { bytesOf, defaultLimits } from './source.ts'
import { zipEntries } from './zip.ts'

const madeAt = new Date('2016-03-03T09:42:10Z')
const report = (parts: readonly ReportPart[] = [], more: Partial<Report> = {}): Report => ({
  title: 'Boats at 29 February 2016',
  language: 'en-GB',
  madeAt,
  parts,
  ...more,
})

async function partsOf(given: Report): Promise<ReadonlyMap<string, string>> {
  const bytes = await documentOf(given)
  const found = new Map<string, string>()
  for (const entry of await zipEntries(madeFile(bytes, { path: 'report.docx' }), '', defaultLimits)) {
    const pieces: Buffer[] = []
    for await (const piece of bytesOf(entry)) pieces.push(piece)
    found.set(entry.path, Buffer.concat(pieces).toString())
  }
  return found
}

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly inside: Node[]
  text: string
}

/** Throws where it is not well-formed. */
function tree(xml: string): Node {
  const root: Node = { name: '', attributes: {}, inside: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes, inside: [], text: '' }
    open.at(-1)?.inside.push(node)
    open.push(node)
  })
  parser.on('text', (text) => (open.at(-1)!.text += text))
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return root
}

const every = (node: Node, name: string): Node[] => [
  ...(node.name === name ? [node] : []),
  ...node.inside.flatMap((inside) => every(inside, name)),
]
const words = (node: Node): string =>
  node.name === 'w:t' ? node.text : node.name === 'w:br' ? '\n' : node.inside.map((inside) => words(inside)).join('')

async function bodyOf(given: Report): Promise<Node> {
  return tree((await partsOf(given)).get('word/document.xml') ?? '')
}

const boats: ReportPart = {
  caption: 'Boats by skipper',
  columns: [
    { heading: 'Skipper', names: true, share: 3 },
    { heading: 'Boats', numeric: true },
  ],
  rows: [
    ['Ormsby', '24'],
    ['Bell', '18'],
  ],
}

describe('a report as a document', () => {
  test('title, headings, paragraphs and tables stand in their order, under styles that a reader can find its way by', async () => {
    const body = await bodyOf(
      report(
        [
          { heading: 'Waiting' },
          { paragraph: 'Two wait.\nOne sails.' },
          { heading: 'By skipper', level: 2 },
          boats,
          { paragraph: 'From the log.', small: true },
        ],
        { subtitle: 'As known on 3 March 2016' },
      ),
    )
    const blocks = (every(body, 'w:body')[0]?.inside ?? []).map((block) => [
      block.name,
      every(block, 'w:pStyle')[0]?.attributes['w:val'],
      words(block),
    ])
    expect(blocks).toEqual([
      ['w:p', 'Title', 'Boats at 29 February 2016'],
      ['w:p', undefined, 'As known on 3 March 2016'],
      ['w:p', 'Heading1', 'Waiting'],
      ['w:p', undefined, 'Two wait.\nOne sails.'],
      ['w:p', 'Heading2', 'By skipper'],
      ['w:p', undefined, 'Boats by skipper'],
      ['w:tbl', undefined, 'SkipperBoatsOrmsby24Bell18'],
      ['w:p', undefined, ''],
      ['w:p', undefined, 'From the log.'],
      ['w:sectPr', undefined, ''],
    ])
  })

  test('the heading row of a table comes again on every page, no row is broken, numbers stand on the right, and names are bold', async () => {
    const body = await bodyOf(report([boats]))
    const rows = every(body, 'w:tr')
    expect(rows.map((row) => every(row, 'w:tblHeader').length)).toEqual([1, 0, 0])
    expect(rows.map((row) => every(row, 'w:cantSplit').length)).toEqual([1, 1, 1])
    const [name, number] = every(rows[1]!, 'w:tc')
    expect([name, number].map((cell) => every(cell!, 'w:jc')[0]?.attributes['w:val'])).toEqual(['start', 'end'])
    expect([name, number].map((cell) => every(cell!, 'w:b').some(({ attributes }) => attributes['w:val'] !== 'false'))).toEqual([
      true,
      false,
    ])
    const widths = every(body, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']))
    // 9,638 twentieths of a point lie between the margins; three parts of four, and one.
    expect(widths).toEqual([7228, 2409])
  })

  test('the title stands above each page and its number of all pages below', async () => {
    const parts = await partsOf(report())
    expect(words(tree(parts.get('word/header1.xml') ?? ''))).toBe('Boats at 29 February 2016')
    const footer = tree(parts.get('word/footer1.xml') ?? '')
    expect(words(footer)).toBe('Page  of ')
    expect(every(footer, 'w:instrText').map(({ text }) => text)).toEqual(['PAGE', 'NUMPAGES'])
    const body = tree(parts.get('word/document.xml') ?? '')
    expect(every(body, 'w:headerReference')).toHaveLength(1)
    expect(every(body, 'w:footerReference')).toHaveLength(1)
  })

  test.each([
    [false, { 'w:w': '11906', 'w:h': '16838', 'w:orient': 'portrait' }],
    [true, { 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' }],
  ])('the page is A4; landscape: %s', async (landscape, size) => {
    const body = await bodyOf(report([boats], { landscape }))
    expect(every(body, 'w:pgSz')[0]?.attributes).toMatchObject(size)
    const across = every(body, 'w:gridCol').reduce((sum, { attributes }) => sum + Number(attributes['w:w']), 0)
    expect(across).toBeGreaterThan(Number(size['w:w']) - 2 * 1134 - 3)
  })

  test('it is in British English, and says what it is and when it was made', async () => {
    const parts = await partsOf(report())
    expect(every(tree(parts.get('word/styles.xml') ?? ''), 'w:lang')[0]?.attributes['w:val']).toBe('en-GB')
    const properties = tree(parts.get('docProps/core.xml') ?? '')
    const said = (name: string) => every(properties, name).map(({ text }) => text)
    expect(said('dc:title')).toEqual(['Boats at 29 February 2016'])
    expect(said('dc:creator')).toEqual(['Goldthread'])
    expect([...said('dcterms:created'), ...said('dcterms:modified')]).toEqual(['2016-03-03T09:42:10Z', '2016-03-03T09:42:10Z'])
  })

  test('the same report gives the same bytes, and another moment others', async () => {
    const given = report([{ heading: 'Waiting' }, boats, boats])
    const first = await documentOf(given)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect((await documentOf(given)).equals(first)).toBe(true)
    expect((await documentOf({ ...given, madeAt: new Date('2016-03-04T09:00:00Z') })).equals(first)).toBe(false)
  })

  test.each([
    ['Zoë & <Co> "quoted"', 'Zoë & <Co> "quoted"'],
    ['=1+1', '=1+1'],
    ['a\u0001b\ud800c\uffffd', 'ab\ufffdcd'],
    ['  two  spaces  ', '  two  spaces  '],
    ['{{placeholder}} %1$s', '{{placeholder}} %1$s'],
    ['😀', '😀'],
  ])('%j is text wherever it stands, in every part well-formed', async (given, shown) => {
    const parts = await partsOf(
      report([{ heading: given }, { paragraph: given }, { caption: given, columns: [{ heading: given }], rows: [[given]] }], {
        title: given,
        subtitle: given,
      }),
    )
    for (const [name, xml] of parts) if (/\.(xml|rels)$/.test(name)) tree(xml)
    const texts = every(tree(parts.get('word/document.xml') ?? ''), 'w:t').map(({ text }) => text)
    expect(texts).toEqual(Array.from({ length: 7 }, () => shown))
  })

  test('every part has its kind in the list, which stands first, and every relation leads to a part', async () => {
    const parts = await partsOf(report([boats]))
    const bytes = await documentOf(report([boats]))
    expect(bytes.subarray(30, 30 + 19).toString()).toBe('[Content_Types].xml')
    const list = tree(parts.get('[Content_Types].xml') ?? '')
    for (const { attributes } of every(list, 'Override'))
      expect(parts.has(attributes['PartName']!.slice(1)), attributes['PartName']).toBe(true)
    for (const { attributes } of every(tree(parts.get('word/_rels/document.xml.rels') ?? ''), 'Relationship'))
      expect(parts.has(`word/${attributes['Target']!.replace(/^\/?word\//, '')}`), attributes['Target']).toBe(true)
  })

  test('a table of 2,000 rows is written whole; a short row has empty cells, and one without columns is refused', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => (at === 7 ? ['only'] : [`Boat ${at}`, String(at)]))
    const body = await bodyOf(report([{ ...boats, rows }]))
    expect(every(body, 'w:tr')).toHaveLength(2001)
    expect(every(body, 'w:tc')).toHaveLength(4002)
    expect(words(every(body, 'w:tr')[8]!)).toBe('only')
    await expect(documentOf(report([{ caption: 'Nothing', columns: [], rows: [] }]))).rejects.toThrow(
      'The table "Nothing" has no columns. Give each a heading.',
    )
  })
})
