/** What truly happened, by process, place and month: how often a step fell due, and how often it was taken as it should be. */

/** Cases and how many of them were as they should be. */
export interface Count {
  readonly cases: number
  readonly ok: number
}

/** Dimension and value, as `{ team: 'T3' }`; nothing is the whole authority. */
export type Where = Readonly<Record<string, string>>

/** Whom a case is about: everything that a place can be told by. */
export interface Who {
  readonly team: string
  readonly post: number
  readonly age: string
  readonly ethnicity: string
  readonly disability: string
  readonly provider: string
}

const first = 2015 * 12
const months = 10 * 12
const dimensions = ['team', 'age', 'ethnicity', 'disability', 'provider'] as const

export class Truth {
  private readonly kept = new Map<string, Int32Array>()

  /** A step of a process fell due in a month. */
  add(process: string, month: number, who: Who, ok: boolean): void {
    this.one(process, '', month, ok)
    for (const dimension of dimensions) if (who[dimension] !== '') this.one(process, `${dimension}=${who[dimension]}`, month, ok)
  }

  /** Several cases of one place at once, of which that many are as they should be. */
  between(process: string, where: Where, from: number, until: number): Count {
    const counts = this.kept.get(`${process}|${placeOf(where)}`)
    let [cases, ok] = [0, 0]
    for (let month = from; counts && month < until; month += 1) {
      cases += counts[2 * (month - first)] ?? 0
      ok += counts[2 * (month - first) + 1] ?? 0
    }
    return { cases, ok }
  }

  /** Cases by month. */
  monthly(process: string, where: Where): ReadonlyMap<number, number> {
    return new Map(
      Array.from({ length: months }, (_, place) => [first + place, this.between(process, where, first + place, first + place + 1).cases]),
    )
  }

  /** Everything, as text: process and place, then cases and those as they should be for each month. */
  lines(): readonly string[] {
    return [...this.kept].map(([name, counts]) => `${name}: ${counts.join(' ')}`).sort()
  }

  private one(process: string, place: string, month: number, ok: boolean): void {
    const name = `${process}|${place}`
    let counts = this.kept.get(name)
    if (!counts) this.kept.set(name, (counts = new Int32Array(2 * months)))
    const at = 2 * (month - first)
    counts[at] = (counts[at] ?? 0) + 1
    if (ok) counts[at + 1] = (counts[at + 1] ?? 0) + 1
  }
}

const placeOf = (where: Where): string => {
  const [only] = Object.entries(where)
  return only ? only.join('=') : ''
}
