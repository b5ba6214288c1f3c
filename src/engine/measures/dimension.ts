import type { Thread } from '../clocks/thread.ts'
import type { CodeList, RecordKind } from '../records/kind.ts'

/** By what measures are parted: how old somebody was, who worked with them, where they lived, each on every day of a life. */

/** That something was so from a day until another (first day, and first day on which it is not; null for always). */
export interface Spell {
  readonly from: string | null
  readonly until: string | null
  readonly value: string
}

export interface Dimension {
  readonly id: string
  /** 'Age', 'Team': after "By". */
  readonly label: string
  readonly about: RecordKind
  readonly reads: readonly RecordKind[]
  /** What its values mean: a list of codes, a kind of record whose name is meant, or null where they are words. */
  readonly values: CodeList | RecordKind | null
  /** Whether counts by it are kept. Of what has very many values (workers) they are counted when asked. */
  readonly counted: boolean
  /** No two at once; a day in no spell is "not recorded". */
  readonly spells: (thread: Thread) => readonly Spell[]
}

export const dimension = (declared: Omit<Dimension, 'counted' | 'values'> & Partial<Pick<Dimension, 'counted' | 'values'>>): Dimension => ({
  counted: true,
  values: null,
  ...declared,
})

/** Stands for what no spell says. */
export const notRecorded = ''

/** The same all a life long; nothing where it is not known. */
export const always = (value: string | null): readonly Spell[] => (value === null ? [] : [{ from: null, until: null, value }])

/** Spells that may overlap, as one at a time: where two would stand at once, the one that began last. Those of equal value that meet are one. */
export function oneAtATime(spells: readonly Spell[]): readonly Spell[] {
  const inOrder = [...spells].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0))
  const edges = [...new Set(inOrder.flatMap(({ from, until }) => [from ?? '', until ?? lastOfDays]))].sort()
  const told: Spell[] = []
  for (let place = 0; place + 1 < edges.length; place++) {
    const [from, until] = [edges[place] as string, edges[place + 1] as string]
    const standing = inOrder.findLast((each) => (each.from ?? '') <= from && from < (each.until ?? lastOfDays))
    if (!standing) continue
    const before = told.at(-1)
    const spell = { from: from === '' ? null : from, until: until === lastOfDays ? null : until, value: standing.value }
    if (before?.until === spell.from && before.value === spell.value) told[told.length - 1] = { ...before, until: spell.until }
    else told.push(spell)
  }
  return told
}

const lastOfDays = '9999-12-31'

/** The value on a day. */
export const valueOn = (spells: readonly Spell[], day: string): string =>
  spells.find(({ from, until }) => (from === null || from <= day) && (until === null || day < until))?.value ?? notRecorded
