/**
 * Text as words that can be held against other words. Two texts that differ in nothing but whose names, what numbers and which capitals stand in them
 * read the same here: a paragraph that was copied and had its names changed is a copied paragraph.
 */

/** What does not tell one text from another. */
export interface Mask {
  /** Names of whoever the text is about, in small letters. They are left out wherever they stand. */
  readonly names?: ReadonlySet<string>
  /** Words, in small letters, that stand for each other: each with the word that is read in its place. */
  readonly alike?: ReadonlyMap<string, string>
}

/** A word as it is read, with its place in the text: from a character, and up to but not with another. */
export interface Word {
  readonly word: string
  readonly from: number
  readonly until: number
}

const eachWord = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu

/** Letters of which the first is a capital and another is small: how a name is written. */
const writtenAsName = /^\p{Lu}.*\p{Ll}/u

/** Stands in place of every number. */
const someNumber = '0'

/**
 * The words of a text, in order, in small letters. A word that begins with a capital inside a sentence is taken for a name and left out, and so is the
 * same word where it begins a sentence; "I" and words in capitals throughout are kept. Every number reads as the same number.
 */
export function wordsIn(text: string, { names, alike }: Mask = {}): readonly Word[] {
  const found = [...text.matchAll(eachWord)].map((match) => {
    const written = match[0].replaceAll('’', "'")
    const [bare = ''] = written.split("'")
    return { written, bare: bare.toLowerCase(), from: match.index, until: match.index + match[0].length }
  })
  const capital = (written: string): boolean => writtenAsName.test(written) && !written.startsWith("I'")
  const known = new Set(found.filter(({ written, from }) => capital(written) && !beginsASentence(text, from)).map(({ bare }) => bare))
  return found.flatMap(({ written, bare, from, until }): Word[] => {
    if (names?.has(bare) || (capital(written) && known.has(bare))) return []
    const small = written.toLowerCase()
    return [{ word: /^\p{N}/u.test(small) ? someNumber : (alike?.get(small) ?? small), from, until }]
  })
}

/** Whether nothing stands before a place but spaces, quotation marks and brackets, back to the end of a sentence or of a line. */
function beginsASentence(text: string, place: number): boolean {
  for (let at = place - 1; at >= 0; at--) {
    const sign = text.charAt(at)
    if (/[.!?:;\n\r•*–—-]/.test(sign)) return true
    if (!/[\s"'“”‘’([]/.test(sign)) return false
  }
  return true
}

export const wordsOf = (text: string, mask?: Mask): readonly string[] => wordsIn(text, mask).map(({ word }) => word)

/**
 * The paragraphs of a text, each of at least so many words: lines that are shorter (headings, the points of a list) go with those that follow, and the
 * last with those before. A text that is shorter as a whole has none.
 */
export function paragraphsOf(text: string, least: number): readonly string[] {
  const paragraphs: string[] = []
  let held = ''
  for (const line of text.split(/[\n\r]+/)) {
    if (line.trim() === '') continue
    held = held === '' ? line.trim() : `${held}\n${line.trim()}`
    if (lengthOf(held) < least) continue
    paragraphs.push(held)
    held = ''
  }
  const last = paragraphs.pop()
  if (last === undefined) return []
  return [...paragraphs, held === '' ? last : `${last}\n${held}`]
}

const lengthOf = (text: string): number => text.match(eachWord)?.length ?? 0
