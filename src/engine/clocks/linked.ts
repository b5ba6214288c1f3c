import type { Clock, End, Link, Start } from './clock.ts'
import type { Dated, Thread } from './thread.ts'

/**
 * Something that must come again and again while each start runs, until the start's own end: each start is the beginning or a link, and what
 * stops it is the next link. Several links on one day are one. A link on the first day is the beginning met at once: it is the first link, not
 * another beginning.
 * @param starts the beginnings, each with its end; what they say of a stop is not asked
 * @param after which starts are meant, by how many links have gone before: 0 is the beginning. All, when absent.
 */
export function linked(
  starts: Clock['starts'],
  of: readonly Link[],
  {
    after = () => true,
  }: { readonly after?: ((linksBefore: number, start: Start, at: string, thread: Thread) => boolean) | undefined } = {},
): Clock['starts'] {
  return (thread, terms) => {
    const beginnings = starts(thread, terms)
    if (beginnings.length === 0) return []
    const all = mergedByDay(of.map((link) => ({ table: link.table, dated: link.dated(thread) })))
    return beginnings.flatMap((start): Start[] => {
      const ends = start.until ?? null
      const inside = all.filter(
        ({ at }) => at.slice(0, 10) >= start.at.slice(0, 10) && (ends === null || at.slice(0, 10) <= ends.at.slice(0, 10)),
      )
      const points: End[] = [{ at: start.at, by: start.by }, ...inside]
      return points.flatMap((point, place): Start[] =>
        after(place, start, point.at, thread)
          ? [{ ...point, until: ends, stop: points[place + 1] ?? null, ...(start.record === undefined ? {} : { record: start.record }) }]
          : [],
      )
    })
  }
}

function mergedByDay(of: readonly { table: string; dated: readonly Dated[] }[]): End[] {
  const all = of.flatMap(({ table, dated }) => dated.map(({ at, record }): End => ({ at, by: { table, id: record.id } })))
  if (of.length > 1) all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.by.id < b.by.id ? -1 : 1))
  return all.filter(({ at }, place) => place === 0 || at.slice(0, 10) !== all[place - 1]?.at.slice(0, 10))
}
