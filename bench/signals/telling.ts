import type { Authority, Post } from './authority.ts'
import { between, lot, normal, purpose } from './chance.ts'
import { firstTold, lastTold, monthOf, onWorkday, told, workingAfter } from './calendar.ts'
import type { TeamKind } from './process.ts'
import { isLost } from './plants.ts'
import { processList, type ProcessId } from './processes.ts'
import type { Cell, Table } from './tables.ts'
import type { Truth, Who } from './truth.ts'

/** Tells one child: keeps the rows until it is known whether the child belongs to the extract, decides steps and counts them. */

export interface Child {
  readonly id: number
  readonly born: number
  readonly ethnicity: string
  readonly disabled: boolean
  /** Where the family lives, from 0 to 1: which team holds them. */
  readonly area: number
  /** Brothers and sisters have the same. */
  readonly family: number
}

const purposes = new Map(processList.map(({ id }) => [id, purpose(`step: ${id}`)]))
const [forPost, forDay, forDelay] = ['post', 'day of a step', 'delay of a step'].map(purpose) as [number, number, number]

/** Steps that fall due one after another, each counted from the last. */
export interface Course {
  readonly process: ProcessId
  /** Tells these from the child’s others of the process. */
  readonly key: number
  readonly from: number
  /** The first day on which nothing falls due any more. */
  readonly until: number
  /** The last day in time, after a day; `nth` is 0 for the first. */
  readonly due: (last: number, nth: number) => number
  /** Days before the due date on which it is done, if in time: from, to. */
  readonly spare: readonly [number, number]
  /**
   * Days after the due date on which it is done, if late: from, to. Of a visit that is missed, about another turn: so the share of children overdue
   * at the end of a month is about the share of visits that are late.
   */
  readonly late: readonly [number, number] | 'a turn'
  readonly who: (day: number) => Who
  readonly then: (day: number, nth: number) => void
}

export class Telling {
  readonly authority: Authority
  readonly truth: Truth
  readonly child: Child
  readonly rows: (readonly [Table, readonly Cell[]])[] = []
  /** The last day on which something goes on. */
  openUntil = 0
  /** The times in which the case was open: from, until. */
  readonly open: (readonly [number, number])[] = []
  private readonly group: string
  private involvements = 0

  constructor(authority: Authority, truth: Truth, child: Child) {
    this.authority = authority
    this.truth = truth
    this.child = child
    const { ethnicity } = child
    this.group = ethnicity === 'NOBT' ? '' : ethnicity === 'OOTH' ? 'O' : ethnicity.charAt(0)
  }

  get seed(): number {
    return this.authority.seed
  }

  put(table: Table, ...cells: readonly Cell[]): void {
    this.rows.push([table, cells])
  }

  /** Whether the child is one of those that are told: open at some time in the six years. */
  get isTold(): boolean {
    return this.openUntil >= firstTold
  }

  postIn(kind: TeamKind, nth: number): Post {
    const teams = this.authority.byKind[kind]
    const team = teams[Math.floor(this.child.area * teams.length)]
    const post = team?.posts[Math.floor(lot(this.seed, forPost ^ purpose(kind), this.child.family, nth) * (team?.posts.length ?? 0))]
    if (!post) throw new Error(`No team of the kind ${kind} has a post.`)
    return post
  }

  who(day: number, post: Post | null, provider = ''): Who {
    const age = (day - this.child.born) / 365.25
    return {
      team: post?.team ?? '',
      post: post?.number ?? -1,
      age: age < 1 ? '0' : age < 5 ? '1' : age < 10 ? '5' : age < 16 ? '10' : age < 18 ? '16' : '18',
      ethnicity: this.group,
      disability: this.child.disabled ? 'yes' : 'no',
      provider,
    }
  }

  /** Whether a step is taken as it should be. Counted, unless told not to. */
  step(process: ProcessId, due: number, who: Who, key: number, nth = 0, counted = true): boolean {
    const month = monthOf(due)
    const ok = lot(this.seed, purposes.get(process) ?? 0, key, nth) < this.authority.chance(process, month, who)
    if (counted && due <= lastTold) this.truth.add(process, month, who, ok)
    return ok
  }

  records(process: ProcessId): boolean {
    return this.authority.records(process)
  }

  /** Whether what was not taken in time was taken, and nobody recorded it. */
  isLost(process: ProcessId, due: number, who: Who): boolean {
    return isLost(this.authority.plants, process, monthOf(due), who)
  }

  /** Steps one after another until the end. Of several that fall due in one month, the last is counted: an analyst sees month ends. */
  course({ process, key, from, until, due, spare, late, who, then }: Course): void {
    const own = purposes.get(process) ?? 0
    let last = from
    let waiting: { month: number; who: Who; ok: boolean } | null = null
    const count = () => waiting && this.truth.add(process, waiting.month, waiting.who, waiting.ok)
    for (let nth = 0; ; nth += 1) {
      const limit = due(last, nth)
      const whom = who(limit)
      const ok = this.step(process, limit, whom, key, nth, false)
      if (limit < until && limit <= lastTold) {
        const month = monthOf(limit)
        if (waiting && waiting.month !== month) count()
        waiting = { month, who: whom, ok }
      }
      const [least, most] = late === 'a turn' ? [Math.ceil((limit - last) * 0.3), Math.ceil((limit - last) * 1.7)] : late
      const lost = !ok && this.isLost(process, limit, whom)
      const day =
        ok || lost
          ? Math.max(last + 1, workingAfter(limit - between(lot(this.seed, own ^ forDay, key, nth), ...spare), 0))
          : onWorkday(limit + between(lot(this.seed, own ^ forDelay, key, nth), least, most))
      if (day >= until || day > lastTold) break
      if (!lost) then(day, nth)
      last = day
    }
    count()
  }

  /** The case is held by a post: a row for each worker who has it in that time. */
  held(post: Post, from: number, until: number, referral: string, role = 'CW'): void {
    let first = true
    for (const tenure of post.held) {
      const begins = Math.max(from, tenure.from)
      const ends = Math.min(until, tenure.until)
      if (ends <= begins || begins > lastTold) continue
      for (const [one, end] of this.heldParts(post, begins, ends)) {
        this.involvements += 1
        const reason = first ? (this.involvements === 1 ? 'FCONTA' : 'TSPROC') : 'LEFTRL'
        this.put(
          'ssd_involvements',
          `W${this.child.id}${this.involvements}`,
          tenure.worker,
          role,
          post.team,
          this.child.id,
          told(one),
          told(end),
          reason,
          referral,
        )
        first = false
      }
    }
  }

  /** Without the time in which the post is vacant. */
  private heldParts(post: Post, from: number, until: number): readonly (readonly [number, number])[] {
    const gone = this.authority.vacant(post.number)
    if (!gone || gone[1] <= from || gone[0] >= until) return [[from, until]]
    const parts: [number, number][] = []
    if (gone[0] > from) parts.push([from, gone[0]])
    if (gone[1] < until) parts.push([gone[1], until])
    return parts
  }

  /** A length around a middle. */
  length(about: number, who: number, nth: number, middle: number, spread: number, least: number, most: number): number {
    return Math.round(Math.min(most, Math.max(least, middle * Math.exp(spread * normal(lot(this.seed, about, who, nth))))))
  }
}
