import { wordsIn, type Mask } from './words.ts'

/**
 * How alike two texts are, by the runs of words that they share: Broder, "On the resemblance and containment of documents" (Proceedings of Compression and
 * Complexity of Sequences, 1997). A run of `n` words is a shingle; a text is the set of its shingles.
 */

/** Every run of `n` words, each once. Fewer words than that are one run. */
export function shinglesOf(words: readonly string[], n: number): ReadonlySet<string> {
  const shingles = new Set<string>()
  if (words.length === 0) return shingles
  for (let first = 0; first + n <= words.length; first++) shingles.add(words.slice(first, first + n).join(' '))
  if (shingles.size === 0) shingles.add(words.join(' '))
  return shingles
}

/** How many of the runs of either both have, from 0 to 1: 1 where they are the same, 0 where one has none. */
export function resemblance(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = shared(one, other)
  const either = one.size + other.size - both
  return either === 0 ? 0 : both / either
}

/** How much of the first stands in the second too, from 0 to 1. */
export const containment = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  one.size === 0 ? 0 : shared(one, other) / one.size

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one]
  let both = 0
  for (const shingle of fewer) if (more.has(shingle)) both++
  return both
}

/** A stretch of a text, and whether another text has it too. */
export interface TextStretch {
  readonly text: string
  readonly shared: boolean
}

/**
 * A text in stretches, those that another text has too marked: every word that stands in a run of `n` words which is among the other’s. What is left out in
 * reading, names and signs, goes with the words round it. Put together they are the text, to the letter.
 */
export function stretchesOf(text: string, others: ReadonlySet<string>, n: number, mask?: Mask): readonly TextStretch[] {
  const words = wordsIn(text, mask)
  const marked = new Array<boolean>(words.length).fill(false)
  const run = Math.min(n, words.length)
  for (let first = 0; run > 0 && first + run <= words.length; first++) {
    const shingle = words.slice(first, first + run)
    if (others.has(shingle.map(({ word }) => word).join(' '))) marked.fill(true, first, first + run)
  }
  const stretches: TextStretch[] = []
  let from = 0
  for (let first = 0; first < words.length;) {
    let last = first
    while (last + 1 < words.length && marked[last + 1] === marked[first]) last++
    if (marked[first] === true) {
      const until = withSigns(text, words[last]?.until ?? from)
      put(stretches, text.slice(from, words[first]?.from), false)
      put(stretches, text.slice(words[first]?.from, until), true)
      from = until
    }
    first = last + 1
  }
  put(stretches, text.slice(from), false)
  return stretches
}

/** The signs that close a word go with it. */
const withSigns = (text: string, until: number): number => until + (/^[.,;:!?'"’”)\]]+/.exec(text.slice(until))?.[0].length ?? 0)

function put(stretches: TextStretch[], text: string, isShared: boolean): void {
  if (text === '') return
  const last = stretches.at(-1)
  if (last?.shared === isShared) stretches[stretches.length - 1] = { text: last.text + text, shared: isShared }
  else stretches.push({ text, shared: isShared })
}
