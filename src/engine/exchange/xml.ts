/** Elements of an XML file, one at a time, however large the file. */
import { defaultLimits, firstBytes, UnreadableFile, type Limits, type SourceFile } from './source.ts'
import { decodeText } from './text.ts'
import { walkXml, type XmlListener } from './xml-walk.ts'

export interface Element {
  /** Without the prefix of its namespace. */
  readonly name: string
  /** The line its tag stands on, counted from 1. */
  readonly line: number
  /** Its own text, trimmed; null if blank, and null where the element holds others. */
  readonly text: string | null
  readonly inside: readonly Element[]
  /** Text found beside elements inside it, where there should be none. */
  readonly stray?: string
}

/** Counted for each element beside its letters, so that a million empty ones are not free. */
const weightOfElement = 64

/**
 * Each complete element whose path, the names from the root to itself, satisfies `at`. Only that element is held in memory,
 * and may weigh `limits.row` characters. Inside an element given, `at` is not asked again. Attributes are not kept.
 * Throws UnreadableFile, naming the line, for what is not well-formed XML, has a DOCTYPE or unknown entities, or is too large.
 */
export async function* readElements(
  file: SourceFile,
  at: (path: readonly string[]) => boolean,
  limits: Partial<Limits> = {},
): AsyncGenerator<Element> {
  const within = { ...defaultLimits, ...limits }
  for await (const batch of walkXml<Element>(file, within, (emit) => gather(file.path, within, at, emit))) yield* batch
}

/**
 * The name of the outermost element, without prefix; null where the file does not begin as XML does. Only the beginning is
 * read. Throws UnreadableFile where it begins as XML and then breaks its rules or has a DOCTYPE.
 */
export async function rootName(file: SourceFile): Promise<string | null> {
  if (!(await beginsAsXml(file))) return null
  let root: string | null = null
  const walk = walkXml<string>(file, defaultLimits, (emit) => ({
    open: (name) => {
      if (root === null) emit(name)
      root ??= name
    },
    close: () => undefined,
    text: () => undefined,
  }))
  try {
    for await (const [name] of walk) return name ?? null
  } catch (error) {
    // What is wrong further on is for whoever reads the file to say.
    if (root === null) throw error
  }
  return root
}

async function beginsAsXml(file: SourceFile): Promise<boolean> {
  try {
    for await (const text of decodeText([await firstBytes(file, 8192)], file.path).text) return /^\s*<[?!A-Za-z_]/.test(text)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
  }
  return false
}

interface Growing {
  name: string
  line: number
  text: string
  inside: Element[]
}

function gather(path: string, limits: Limits, at: (path: readonly string[]) => boolean, emit: (element: Element) => void): XmlListener {
  const names: string[] = []
  const open: Growing[] = []
  let weight = 0
  const weigh = (more: number) => {
    weight += more
    if (weight <= limits.row) return
    throw new UnreadableFile(
      path,
      `The element "${open[0]?.name ?? ''}" that begins here holds more than ${limits.row.toLocaleString('en-GB')} characters.`,
      'Check that this is the file that was meant.',
      open[0]?.line ?? null,
    )
  }
  return {
    open(name, _attributes, line) {
      names.push(name)
      if (open.length === 0 && !at(names)) return
      open.push({ name, line, text: '', inside: [] })
      weigh(name.length + weightOfElement)
    },
    text(text) {
      const element = open.at(-1)
      if (!element) return
      weigh(text.length)
      element.text += text
    },
    close() {
      names.pop()
      const element = open.pop()
      if (!element) return
      const done = finished(element)
      const parent = open.at(-1)
      if (parent) {
        parent.inside.push(done)
        return
      }
      weight = 0
      emit(done)
    },
  }
}

function finished({ name, line, text, inside }: Growing): Element {
  const trimmed = text.trim()
  if (inside.length === 0) return { name, line, text: trimmed === '' ? null : trimmed, inside }
  return trimmed === '' ? { name, line, text: null, inside } : { name, line, text: null, inside, stray: trimmed }
}
