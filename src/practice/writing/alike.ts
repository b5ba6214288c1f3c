import { daysBetween } from '../../engine/clocks/days.ts'
import { pairsAlike } from '../../engine/text/banding.ts'

/** Which texts stand in another child’s record too: pure, of texts that are known by the marks of their paragraphs. */

/** A long text, as it is held against others. */
export interface MarkedText {
  /** Whom it is about. */
  readonly subject: string
  /** The record that says it, and its table. */
  readonly kind: string
  readonly record: string
  readonly on: string
  /** Of the list of sorts of text. */
  readonly sort: string
  /** Who wrote it: as the record says, else who held the case that day. Empty where neither is known. */
  readonly worker: string
  /** In which team. Empty where it is not known. */
  readonly team: string
  /** The marks of its paragraphs. */
  readonly paragraphs: readonly string[]
}

/** The other text, written before or on the same day. */
export interface Alike {
  readonly how: 'brother or sister' | 'one worker'
  readonly subject: string
  readonly kind: string
  readonly record: string
  readonly on: string
  /** How alike the paragraphs are that are most alike, from 0 to 1, estimated. */
  readonly likeness: number
}

export interface HeldText extends MarkedText {
  /** The text of a brother or sister that is most like it, else one of another child by the same worker; null where none is. */
  readonly alike: Alike | null
}

/** Paragraphs of which fewer than eight in ten runs of three words are the same are not called alike. */
export const alikeFrom = 0.8

/** Texts are held against those of so many days before. */
export const daysBack = 365

/** A paragraph that stands in more families than this, by more workers than this, and in more than this share of all texts of its sort, is the form’s. */
const ofTheForm = { families: 8, workers: 4, share: 0.3 }

/**
 * Holds each text against those of its sort, in the same kind of record, that were written in the year before it, or on the same day, about a brother or
 * sister, or about another child by the same worker. What was written later changes nothing of what is said of a text, so that figures of past months stay
 * as they are; only that a paragraph is the form’s is told from all that are given.
 *
 * Left out is what the form itself says: a paragraph that stands, names and numbers aside, word for word with more than eight families by more than four
 * workers and in more than three of ten texts of its sort. What people copy from each other stands in fewer.
 *
 * Reviews are of a whole family where brothers and sisters are concerned, and their minutes may stand with each: they are held against those of other
 * families alone.
 * @param familiesOf the families of a subject
 */
export function heldTogether(texts: readonly MarkedText[], familiesOf: (subject: string) => readonly string[]): readonly HeldText[] {
  const found = new Map<MarkedText, Alike>()
  for (const ofSort of groupedBy(texts, ({ kind, sort }) => [`${kind} ${sort}`]).values()) {
    const own = withoutForm(ofSort, familiesOf)
    const keep = (alike: Alike, text: MarkedText): void => {
      const before = found.get(text)
      if (before === undefined || (before.how === alike.how && isNearer(alike, before))) found.set(text, alike)
    }
    const related = (one: string, other: string): boolean => {
      const families = familiesOf(one)
      return familiesOf(other).some((family) => families.includes(family))
    }
    const ofFamilies = ofSort[0]?.sort === 'review'
    if (!ofFamilies)
      for (const family of groupedBy(own, ({ text }) => familiesOf(text.subject)).values())
        holdAll(family, { how: 'brother or sister', keep, leaveOut: () => false })
    for (const worker of groupedBy(own, ({ text }) => (text.worker === '' ? [] : [text.worker])).values())
      holdAll(worker, { how: 'one worker', keep, leaveOut: ofFamilies ? related : () => false })
  }
  return texts.map((text) => ({ ...text, alike: found.get(text) ?? null }))
}

/** More alike; as alike and later; else by identifier, so that it is the same whichever way the texts came. */
const isNearer = (one: Alike, other: Alike): boolean =>
  one.likeness !== other.likeness ? one.likeness > other.likeness : one.on !== other.on ? one.on > other.on : one.record < other.record

/** Where a text and the one that it is like are shown side by side. */
export const addressOfAlike = ({ kind, record, alike }: HeldText): string =>
  `/writing/alike/${kind}/${record}${alike === null ? '' : `?beside=${alike.record}`}`

/** One paragraph of a text. */
interface Paragraph {
  readonly text: MarkedText
  readonly mark: string
}

function groupedBy<Each>(all: readonly Each[], keysOf: (each: Each) => readonly string[]): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>()
  for (const each of all)
    for (const key of keysOf(each)) {
      const group = groups.get(key)
      if (group) group.push(each)
      else groups.set(key, [each])
    }
  return groups
}

function withoutForm(texts: readonly MarkedText[], familiesOf: (subject: string) => readonly string[]): readonly Paragraph[] {
  const all = texts.flatMap((text) => [...new Set(text.paragraphs)].map((mark) => ({ text, mark })))
  const few = Math.max(ofTheForm.families, texts.length * ofTheForm.share)
  const form = new Set<string>()
  for (const [mark, same] of groupedBy(all, (each) => [each.mark])) {
    if (same.length <= few) continue
    const families = new Set(same.map(({ text }) => familiesOf(text.subject)[0] ?? text.subject))
    // Who is not known counts as one of their own.
    const workers = new Set(same.map(({ text }) => text.worker || text.subject))
    if (families.size > ofTheForm.families && workers.size > ofTheForm.workers) form.add(mark)
  }
  return form.size === 0 ? all : all.filter(({ mark }) => !form.has(mark))
}

interface Holding {
  readonly how: Alike['how']
  /** Whether texts about these two children are not held against each other. */
  readonly leaveOut: (one: string, other: string) => boolean
  readonly keep: (alike: Alike, text: MarkedText) => void
}

/** Holds the paragraphs of one family or of one worker against each other. */
function holdAll(paragraphs: readonly Paragraph[], { how, leaveOut, keep }: Holding): void {
  const [first] = paragraphs
  if (first === undefined || paragraphs.every(({ text }) => text.subject === first.text.subject)) return
  const byMark = [...groupedBy(paragraphs, ({ mark }) => [mark])].map(([mark, each]) => ({
    mark,
    inOrder: each.map(({ text }) => text).sort(byDay),
  }))
  for (const { inOrder } of byMark) if (inOrder.length > 1) for (const text of inOrder) hold(text, inOrder, 1)
  for (const { one, other, likeness } of pairsAlike(
    byMark.map(({ mark }) => mark),
    alikeFrom,
  )) {
    const [a, b] = [byMark[one]?.inOrder ?? [], byMark[other]?.inOrder ?? []]
    for (const text of a) hold(text, b, likeness)
    for (const text of b) hold(text, a, likeness)
  }

  function hold(text: MarkedText, others: readonly MarkedText[], likeness: number): void {
    const other = latestBefore(text, others, leaveOut)
    if (other !== null) keep({ how, subject: other.subject, kind: other.kind, record: other.record, on: other.on, likeness }, text)
  }
}

const byDay = (a: MarkedText, b: MarkedText): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.record < b.record ? -1 : 1)

/** The last of texts in order that was written by then about another child, within a year. */
function latestBefore({ subject, on }: MarkedText, inOrder: readonly MarkedText[], leaveOut: Holding['leaveOut']): MarkedText | null {
  let [low, high] = [0, inOrder.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((inOrder[middle]?.on ?? '') <= on) low = middle + 1
    else high = middle
  }
  for (let at = low - 1; at >= 0; at--) {
    const other = inOrder[at] as MarkedText
    if (daysBetween(other.on, on) > daysBack) return null
    if (other.subject !== subject && !leaveOut(subject, other.subject)) return other
  }
  return null
}
