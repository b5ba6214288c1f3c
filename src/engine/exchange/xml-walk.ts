/**
 * A walk through an XML file, in bounded memory and with nothing fetched or expanded: a DOCTYPE and every entity of its
 * own making are refused, prefixes of namespaces are left out of names, and what grows or nests too far stops the walk.
 */
import { SaxesParser } from 'saxes'
import { bytesOf, firstBytes, UnreadableFile, type Limits, type SourceFile } from './source.ts'
import { decodeText, fromWindows1252 } from './text.ts'

export interface XmlListener {
  /** Names are without prefix; `line` is the line of the tag, counted from 1. */
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void
  close(name: string, line: number): void
  text(text: string, line: number): void
}

const wellFormed = 'An XML file is well formed: each element is closed, in order, and < and & in text are written &lt; and &amp;.'
const noDoctype =
  'Give the file without a DOCTYPE and without entities of its own; &amp; &lt; &gt; &quot; &apos; and numbered letters are read.'
const sliceLength = 64 * 1024

/**
 * Walks the file and gives what the listener emits, many at a time, as it becomes ready. Leaving the loop early closes the
 * file. Throws UnreadableFile, naming the line, for a file that is not well-formed XML or holds what is refused.
 */
export async function* walkXml<T>(file: SourceFile, limits: Limits, listen: (emit: (item: T) => void) => XmlListener): AsyncGenerator<T[]> {
  let ready: T[] = []
  const walk = startWalk(
    file.path,
    limits,
    listen((item) => ready.push(item)),
  )
  for await (const text of await textOf(file)) {
    for (let at = 0; at < text.length; at += sliceLength) {
      walk.write(text.length <= sliceLength ? text : text.slice(at, at + sliceLength))
      if (ready.length === 0) continue
      const batch = ready
      ready = []
      yield batch
    }
  }
  walk.end()
  if (ready.length > 0) yield ready
}

function startWalk(path: string, limits: Limits, listener: XmlListener) {
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  let heard = false
  let quiet = 0
  let tagLine = 1
  const refuse = (found: string, allowed: string): never => {
    throw new UnreadableFile(path, found, allowed, parser.line)
  }
  // After a line break the parser is on the next line already.
  const lineNow = () => (parser.columnIndex === 0 && parser.line > 1 ? parser.line - 1 : parser.line)

  parser.on('error', (error) => refuseInWords(error.message, refuse))
  parser.on('doctype', () => refuse('The file has a DOCTYPE, which can make a reader fetch or repeat things without end.', noDoctype))
  parser.on('opentagstart', () => (tagLine = lineNow()))
  parser.on('opentag', (tag) => {
    heard = true
    depth++
    if (depth > limits.depth)
      refuse(`Elements stand more than ${limits.depth} deep inside one another.`, 'Check that this is the file that was meant.')
    listener.open(withoutPrefix(tag.name), tag.attributes, tagLine)
  })
  parser.on('closetag', (tag) => {
    heard = true
    depth--
    listener.close(withoutPrefix(tag.name), lineNow())
  })
  const text = (found: string) => {
    heard = true
    if (found.length > limits.cell) {
      refuse(
        `A text that ends here is longer than ${limits.cell.toLocaleString('en-GB')} characters.`,
        'Check that this is the file that was meant.',
      )
    }
    if (depth > 0) listener.text(found, lineNow())
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('comment', () => (heard = true))
  parser.on('processinginstruction', () => (heard = true))

  return {
    write(piece: string): void {
      heard = false
      parser.write(piece)
      // A tag, text or comment that never ends says nothing for as long as it is read.
      quiet = heard ? 0 : quiet + piece.length
      if (quiet > limits.row) {
        refuse(
          `A tag, text or comment is longer than ${limits.row.toLocaleString('en-GB')} characters.`,
          'Check that this is the file that was meant.',
        )
      }
    },
    end(): void {
      parser.close()
    },
  }
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1)

/** What the parser says of its trouble ("12:4: unmatched closing tag: b."), for people. */
function refuseInWords(message: string, refuse: (found: string, allowed: string) => never): never {
  const what = message.replace(/^(?:[^:]*:)?\d+:\d+: /, '')
  const name = /: ([^\s:]{1,80}?)\.?$/.exec(what)?.[1] ?? ''
  if (/undefined entity|in entity name/.test(what)) refuse('The text uses an entity that XML itself does not have.', noDoctype)
  if (/unmatched closing tag/.test(what)) refuse(`The element "${name}" is closed here but was not opened.`, wellFormed)
  if (/unexpected close tag/.test(what)) refuse('An element is closed here while one inside it is still open.', wellFormed)
  if (/unclosed tag/.test(what)) refuse(`The file ends before the element "${name}" is closed: it may have been cut short.`, wellFormed)
  if (/unexpected end|must contain a root/.test(what)) refuse('The file ends too early: it may have been cut short.', wellFormed)
  if (/text data outside/.test(what)) refuse('There is text outside the outermost element.', wellFormed)
  if (/only one root/.test(what)) refuse('A second outermost element begins here: two files may have been joined.', wellFormed)
  if (/doctype/.test(what)) refuse('The file has a DOCTYPE.', noDoctype)
  if (/duplicate attribute/.test(what)) refuse(`The attribute "${name}" is given twice in one tag.`, wellFormed)
  if (/^disallowed character\.?$|character entity/.test(what)) refuse('There is a character here that XML does not allow.', wellFormed)
  return refuse('This is not well-formed XML.', wellFormed)
}

/** The file's text. A declared one-byte encoding is believed; otherwise the bytes tell (see `decodeText`). */
async function textOf(file: SourceFile): Promise<AsyncIterable<string>> {
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(
    (await firstBytes(file, 256)).toString('latin1'),
  )?.[1]
  const encoding = declared?.toLowerCase() ?? 'utf-8'
  if (['windows-1252', 'iso-8859-1', 'latin1'].includes(encoding)) return oneByteText(file)
  if (['utf-8', 'utf8', 'utf-16', 'utf-16le', 'utf-16be', 'us-ascii', 'ascii'].includes(encoding))
    return decodeText(bytesOf(file), file.path).text
  throw new UnreadableFile(
    file.path,
    `The file says that its encoding is ${declared ?? ''}.`,
    'UTF-8, UTF-16, Windows-1252, ISO-8859-1 and US-ASCII are read.',
    1,
  )
}

async function* oneByteText(file: SourceFile): AsyncGenerator<string> {
  for await (const piece of bytesOf(file)) yield fromWindows1252(piece)
}
