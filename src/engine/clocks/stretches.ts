import type { Start } from './clock.ts'
import { addDays } from './days.ts'

/** Starts with their ends as stretches of time, in which something must come again and again: joined where they overlap, or cut by others. */

/**
 * Stretches made one where they overlap or meet, earliest first. One that has not ended takes in all that begins after it. What is joined is
 * told by its first.
 * @param gap how many days may lie between two that are still one
 */
export function united(stretches: readonly Start[], gap = 0): readonly Start[] {
  const one: Start[] = []
  for (const next of [...stretches].sort(byBeginning)) {
    const last = one.at(-1)
    const ends = last?.until ?? null
    if (last === undefined || (ends !== null && next.at > addDays(ends.at, gap))) one.push(next)
    else if (ends !== null && (!next.until || next.until.at > ends.at)) one[one.length - 1] = { ...last, until: next.until ?? null }
  }
  return one
}

const byBeginning = (a: Start, b: Start): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.by.id < b.by.id ? -1 : 1)

/** What is left of stretches when others are taken out of them. What begins where another ends is told by that end. */
export function without(stretches: readonly Start[], taken: readonly Start[]): readonly Start[] {
  return taken.reduce<readonly Start[]>(
    (left, { at, by, until = null }) =>
      left.flatMap((stretch): Start[] => {
        const ends = stretch.until ?? null
        const before = stretch.at < at ? [{ ...stretch, until: ends !== null && ends.at < at ? ends : { at, by } }] : []
        if (until === null || (ends !== null && ends.at <= until.at)) return before
        return [...before, stretch.at > until.at ? stretch : { ...stretch, at: until.at, by: until.by }]
      }),
    stretches,
  )
}
