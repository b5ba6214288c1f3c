import type { Thread } from '../../engine/clocks/thread.ts'
import { factKind, type Fact } from '../../engine/measures/fact.ts'
import { signatureOf } from '../../engine/text/signature.ts'
import { person } from '../person/records.ts'
import { sortsOfText } from './code-lists.ts'
import { maskOf, paragraphsIn, shinglesIn, textsOf, writtenKinds } from './texts.ts'

/** More than these in one text are not held against others. */
const mostParagraphs = 12

/**
 * Every long text about a child, with a mark of each of its paragraphs by which it can be held against texts about other children: no word of it, and nobody’s
 * name, is in them.
 */
export const textsWritten = factKind({
  id: 'texts-written',
  name: 'Long texts written',
  about: person,
  says: {
    sort: { label: 'Sort of text', type: 'words', codes: sortsOfText },
    paragraphs: { label: 'Marks of its paragraphs', type: 'several words' },
    worker: { label: 'Written by', type: 'words' },
    team: { label: 'Team', type: 'words' },
  },
  reads: writtenKinds,
  facts: (thread) => factsOfTexts(thread),
})

/** The same of a thread in which only some kinds of record are. */
export function factsOfTexts(thread: Thread): readonly Fact[] {
  const mask = maskOf(thread)
  return textsOf(thread).flatMap((text): Fact[] => {
    const paragraphs = paragraphsIn(text)
      .slice(0, mostParagraphs)
      .map((pieces) => signatureOf(shinglesIn(pieces, mask)))
      .filter((signature) => signature !== '')
    const { on, by, sort, worker, team } = text
    return paragraphs.length === 0 ? [] : [{ on, by, says: { sort, paragraphs, worker, team } }]
  })
}
