import type { Field, Fields, RecordKind } from '../../src/engine/records/kind.ts'
import { chanceFor, type Chance } from './chance.ts'
import { addDays, addWorkingDays, isWorkingDay, type Day } from './days.ts'
import type { World } from './world.ts'
import type { Worker } from './workforce.ts'

/** What a kind’s fields may hold when told: as read, references by the number the other record has. */
export type Values<F extends Fields> = { readonly [K in keyof F]?: (F[K] extends Field<infer V> ? V : never) | undefined }

/** One version of a record: from when it was held, who wrote it, and what was said anew. */
export interface Version {
  /** London wall clock, 'YYYY-MM-DD HH:MM:SS'. */
  readonly at: string
  readonly by: Worker
  readonly values: Readonly<Record<string, unknown>>
  /** Why the record was withdrawn with this version. */
  readonly withdrawn?: string
  /** Why it was corrected. */
  readonly reason?: string
}

/** A record as it was written and rewritten. */
export interface Told {
  readonly kind: RecordKind
  /** The number the record has in the authority: unique in its table. */
  readonly id: string
  /** Number of whom it is about. */
  readonly person: string | null
  readonly versions: Version[]
}

export interface Writing {
  /** The day, or the moment, on which what is written happened or was decided. */
  readonly on: Day
  readonly by: Worker
  /** The day on which it was written, where that is planned. Otherwise it follows from how the worker’s team copes. */
  readonly recorded?: Day | undefined
  /** Written on the day itself or the next working day: what a duty system holds at once. */
  readonly prompt?: boolean | undefined
  readonly reason?: string | undefined
}

/** The telling of what one child, or one worker, household or council, has on record. */
export class Telling {
  readonly records: Told[] = []
  readonly world: World
  readonly person: string | null
  /** What the records’ numbers begin with: the child’s, or what else the telling is about. */
  private readonly whose: string
  private readonly chance: Chance
  private readonly numbers = new Map<string, number>()

  constructor(world: World, whose: string, person: string | null) {
    this.world = world
    this.whose = whose
    this.person = person
    this.chance = chanceFor(world.seed, 'recording', whose)
  }

  /**
   * Tells a record. It is written some time after it happened; what is written after the last day of the history is not told.
   * @returns the number it has, for others to refer to.
   * @throws Error when a date that cannot lie ahead is after the day of writing: tell it later, with `amend`.
   */
  tell<F extends Fields>(kind: RecordKind<F>, values: Values<F>, writing: Writing, id?: string): Told {
    const told: Told = {
      kind: kind,
      id: id ?? this.numberFor(kind.table),
      person: kind.about ? this.person : null,
      versions: [],
    }
    this.write(told, values, writing)
    if (told.versions.length > 0) this.records.push(told)
    return told
  }

  /** Tells more of a record, or corrects it. Nothing where the record itself was never told. */
  amend<F extends Fields>(told: Told, kind: RecordKind<F>, values: Values<F>, writing: Writing): void {
    if (told.kind !== (kind as unknown as RecordKind)) throw new Error(`${told.id} is a ${told.kind.table}, not a ${kind.table}`)
    if (told.versions.length > 0) this.write(told, values, writing)
  }

  /** Strikes a record out, because it was written by mistake. */
  withdraw(told: Told, why: string, writing: Writing): void {
    const at = this.momentOf(told, writing)
    if (told.versions.length > 0 && at !== null) told.versions.push({ at, by: writing.by, values: {}, withdrawn: why })
  }

  private write(told: Told, values: Readonly<Record<string, unknown>>, writing: Writing): void {
    const at = this.momentOf(told, writing)
    if (at === null) return
    for (const name in values) {
      const field = told.kind.fields[name]
      if (field === undefined) throw new Error(`${told.kind.table} has no field ${name}`)
      const value = values[name]
      if (
        (field.type === 'date' || field.type === 'moment') &&
        !field.mayBeAhead &&
        typeof value === 'string' &&
        value.slice(0, 10) > at.slice(0, 10)
      )
        throw new Error(`${told.kind.table}.${name} of ${told.id}: ${value} lies after ${at}, when it was written`)
    }
    told.versions.push({
      at,
      by: this.writerOn(at.slice(0, 10), writing.by),
      values,
      ...(writing.reason === undefined ? {} : { reason: writing.reason }),
    })
  }

  /** Who is not there on a day cannot write: the manager does. */
  private writerOn(day: Day, by: Worker): Worker {
    return by.from <= day && day < by.until ? by : this.world.workforce.manager(by.team, day)
  }

  private numberFor(table: string): string {
    const next = (this.numbers.get(table) ?? 0) + 1
    this.numbers.set(table, next)
    return `${this.whose}-${String(next).padStart(3, '0')}`
  }

  /** When it was written, or null where that is after the last day. Always after the version before. */
  private momentOf({ versions }: Told, { on, by, recorded, prompt }: Writing): string | null {
    const happened = on.slice(0, 10)
    const written = recorded ?? (prompt ? this.promptly(happened) : this.inTime(happened, by))
    // Who leaves writes up before they go.
    const last = addDays(by.until, -1)
    const day = recorded === undefined && written > last && last >= happened ? last : written
    const before = versions.at(-1)?.at
    let at = `${day} ${this.timeOfDay(day === happened ? on.slice(11, 16) : '')}`
    if (before !== undefined && at <= before) at = minuteAfter(before)
    return at.slice(0, 10) > this.world.to ? null : at
  }

  private promptly(day: Day): Day {
    return isWorkingDay(day) ? day : this.chance.happens(0.4) ? day : addWorkingDays(day, 0)
  }

  /** Most is written the same day or the next; the more a team has to do, the more waits. */
  private inTime(day: Day, by: Worker): Day {
    const strain = this.world.workforce.strain(by.team, day)
    const from = isWorkingDay(day) ? day : addWorkingDays(day, 0)
    const lot = this.chance.next()
    if (lot < 0.62 - 0.25 * strain) return from
    if (lot < 0.86 - 0.2 * strain) return addWorkingDays(from, this.chance.between(1, 2))
    if (lot < 0.975 - 0.06 * strain) return addWorkingDays(from, this.chance.between(3, 9))
    return addDays(addWorkingDays(from, this.chance.between(10, 40)), 0)
  }

  private timeOfDay(notBefore: string): string {
    const minute = Math.max(
      this.chance.between(8 * 60 + 40, 17 * 60 + 50),
      notBefore === '' ? 0 : Number(notBefore.slice(0, 2)) * 60 + Number(notBefore.slice(3, 5)) + 3,
    )
    const whole = Math.min(minute, 23 * 60 + 58)
    return `${two(Math.floor(whole / 60))}:${two(whole % 60)}:${two(this.chance.between(0, 59))}`
  }
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

function minuteAfter(moment: string): string {
  const [hours, minutes] = [Number(moment.slice(11, 13)), Number(moment.slice(14, 16))]
  if (hours === 23 && minutes === 59) return `${addDays(moment.slice(0, 10), 1)} 08:41:00`
  const next = hours * 60 + minutes + 1
  return `${moment.slice(0, 10)} ${two(Math.floor(next / 60))}:${two(next % 60)}:${moment.slice(17, 19)}`
}
