import { isChange, type Found } from './found.ts'

/**
 * Several signals of one cause are one, with its parts: the same measure in whole and in its places, measures that count the same thing, and those that follow one
 * from another, where what comes first changed first.
 */

export interface Bonds {
  /** The measures that come before one, by identifier: what moves them may move it. */
  readonly upstreamOf: (measure: string) => readonly string[]
  /** How much it matters: the head of several is the one that matters most. */
  readonly weight: (found: Found) => number
}

/** The identifier of the signal that each is part of; null of one that stands for itself. */
export function partsOfOne(all: readonly Found[], { upstreamOf, weight }: Bonds): ReadonlyMap<Found, Found | null> {
  const heads = new Map<Found, Found | null>()
  const wholes: Found[] = []
  // Within a measure: its places belong to its whole, and with no whole to the strongest of them.
  for (const same of Map.groupBy(all, (each) => each.measure.id).values()) {
    const inOrder = same.toSorted((a, b) => rank(a) - rank(b) || b.strength - a.strength)
    const standing: Found[] = []
    for (const each of inOrder) {
      const head = standing.find((other) => isOneOf(each, other))
      heads.set(each, head ?? null)
      if (head === undefined) standing.push(each)
    }
    wholes.push(...standing)
  }
  // Between measures: those bound to each other, heaviest first.
  const inOrder = wholes.toSorted((a, b) => weight(b) - weight(a))
  const taken = new Set<Found>()
  for (const head of inOrder) {
    if (taken.has(head)) continue
    taken.add(head)
    const group = [head]
    for (let place = 0; place < group.length; place++)
      for (const other of inOrder)
        if (!taken.has(other) && areBound(group[place] as Found, other, upstreamOf)) {
          taken.add(other)
          group.push(other)
          heads.set(other, head)
        }
  }
  // Parts of what has become a part belong to its head.
  for (const [each, head] of heads) {
    const above = head === null ? null : (heads.get(head) ?? null)
    if (above !== null) heads.set(each, above)
  }
  return heads
}

/** A change of the whole stands before its level, and both before its places. */
const rank = ({ kind, place }: Found): number => (place === null ? (isChange(kind) ? 0 : 1) : isChange(kind) ? 2 : 3)

/** Within a measure: the same way, unless one says that it is better while a level says it is not enough. */
const isOneOf = (part: Found, head: Found): boolean => part.direction === head.direction

/** How many months may lie between what came first and what followed. */
const apart = { same: 6, before: 9, after: 2 }

function areBound(one: Found, other: Found, upstreamOf: Bonds['upstreamOf']): boolean {
  if (!isChange(one.kind) || !isChange(other.kind)) return false
  if (one.direction === 'better' || other.direction === 'better') return one.direction === other.direction && isSameThing(one, other)
  const places = one.place === null || other.place === null || (one.place.by === other.place.by && one.place.value === other.place.value)
  if (!places) return false
  if (isSameThing(one, other)) return true
  return comesBefore(one, other, upstreamOf) || comesBefore(other, one, upstreamOf)
}

const isSameThing = (one: Found, other: Found): boolean =>
  one.measure.of === other.measure.of && one.direction === other.direction && Math.abs(one.since - other.since) <= apart.same

/** What is upstream changed some months before, or about when the other did. */
export const comesBefore = (first: Found, then: Found, upstreamOf: Bonds['upstreamOf']): boolean =>
  upstreamOf(then.measure.id).includes(first.measure.id) &&
  then.since - first.since <= apart.before &&
  first.since - then.since <= apart.after
