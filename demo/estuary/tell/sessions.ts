import { addDays, addMonths, addWorkingDays, earlier, isWorkingDay, later, workingDay, type Day } from '../days.ts'
import type { Work } from '../teams.ts'
import type { World } from '../world.ts'
import type { Worker } from '../workforce.ts'

/** A supervision that a worker had. */
export interface Session {
  readonly on: Day
  readonly by: Worker
  readonly reflective: boolean
  /** Whether what was agreed the time before was taken up. */
  readonly followedUp: boolean
  /** When the next was meant to be. */
  readonly nextOn: Day
}

/** A time in which a worker was away: first day, and the first day back. */
interface Away {
  readonly from: Day
  readonly until: Day
  readonly because: 'PARENT' | 'ILL' | 'LEAVE'
}

/** Supervision was written down in the case system from then on. */
export const writtenFrom = (world: World): Day => addDays(world.from, -400)
/** And on the records of children some months later. */
export const onChildrenFrom = (world: World): Day => addDays(world.from, -75)

const known = new WeakMap<World, Map<string, readonly Session[]>>()

/**
 * The supervisions of a worker, in order, for as long as they work here: at least monthly, and weekly, then fortnightly for the newly qualified
 * (Standards for Employers of Social Workers; guidance on the assessed and supported year). Always the same for a world.
 */
export function sessionsOf(world: World, worker: Worker): readonly Session[] {
  const held = known.get(world) ?? new Map<string, readonly Session[]>()
  known.set(world, held)
  const found = held.get(worker.id) ?? sessions(world, worker)
  held.set(worker.id, found)
  return found
}

/** When a worker was away. Rarely for long: whoever is away still holds the children. */
export function awayOf(world: World, worker: Worker): readonly Away[] {
  const lot = world.chance('away', worker.id)
  const found: Away[] = []
  let day = later(worker.from, writtenFrom(world))
  const until = earlier(worker.until, world.to)
  while ((day = workingDay(addDays(day, lot.between(90, 1300)))) < until) {
    const long = !worker.agency && lot.happens(0.1)
    const because = long
      ? lot.weighed([
          ['ILL', 5],
          ['PARENT', 2],
          ['LEAVE', 1],
        ] as const)
      : lot.weighed([
          ['ILL', 6],
          ['LEAVE', 1],
        ] as const)
    const days = because === 'PARENT' ? (lot.happens(0.3) ? 14 : lot.between(180, 300)) : long ? lot.between(35, 110) : lot.between(6, 20)
    const back = workingDay(addDays(day, days))
    if (back >= worker.until) return found
    found.push({ from: day, until: back, because })
    day = back
  }
  return found
}

/** Whoever supervises a worker on a day: the manager of the team; of a manager, the head of service. */
export function supervisorOf({ workforce }: World, worker: Worker, day: Day): Worker {
  if (!worker.manager && worker.team !== 'T01') return workforce.manager(worker.team, day)
  const there = workforce.workers.filter((each) => each.manager && each.id !== worker.id && each.from <= day && each.until > day)
  return there.find(({ team }) => team === 'T01') ?? there[0] ?? workforce.manager(worker.team, day)
}

/** Assessment and family support teams had it worst (`supervision-missed`); the newly qualified, whose academy saw to it, hardly. */
const weights: Partial<Record<Work, number>> = { assessment: 1.3, 'family support': 1.3 }
const elsewhere = 0.55

function sessions(world: World, worker: Worker): readonly Session[] {
  const { workforce } = world
  const { work } = workforce.team(worker.team)
  if (/director/i.test(worker.title) || (work === 'management' && worker.registration === null)) return []
  const lot = world.chance('supervision', worker.id)
  const away = awayOf(world, worker)
  const until = earlier(worker.until, addDays(world.to, 200))
  const found: Session[] = []
  const began = writtenFrom(world)
  let day = worker.from >= began ? addWorkingDays(worker.from, lot.between(1, 4)) : workingDay(addDays(began, lot.between(0, 27)))
  let missed = false
  while (day < until) {
    const absent = away.find(({ from, until: back }) => from <= day && back > day)
    if (absent) day = addWorkingDays(absent.until, lot.between(0, 3))
    if (day >= until) break
    const due = dueAfter(worker, day)
    found.push({
      on: day,
      by: supervisorOf(world, worker, day),
      reflective: lot.happens(missed ? 0.12 : 0.78),
      followedUp: lot.happens(missed ? 0.08 : 0.86),
      nextOn: upToWorkingDay(addDays(due, -1)),
    })
    const weight = isNew(worker, day) ? 0.35 : (weights[work] ?? elsewhere)
    missed = lot.happens(Math.min(0.95, world.problems.size('supervision-missed', day) * weight))
    const late = lot.happens(0.06 + 0.12 * workforce.strain(worker.team, day))
    const days = lot.between(1, late ? 12 : due < addDays(day, 15) ? 2 : 4)
    if (missed) day = workingDay(addDays(due, isNew(worker, day) ? lot.between(7, 30) : lot.between(20, 95)))
    else day = late ? workingDay(addDays(due, days)) : upToWorkingDay(addDays(due, 1 - days))
  }
  return found
}

const isNew = ({ newlyQualifiedFrom }: Worker, day: Day): boolean => newlyQualifiedFrom !== null && addMonths(newlyQualifiedFrom, 12) > day

function dueAfter(worker: Worker, day: Day): Day {
  const from = worker.newlyQualifiedFrom
  if (from === null || !isNew(worker, day)) return addMonths(day, 1)
  if (day < addDays(from, 42)) return addDays(day, 7)
  return day < addMonths(from, 6) ? addDays(day, 14) : addMonths(day, 1)
}

/** That day if it is a working day, else the last one before it. */
export const upToWorkingDay = (day: Day): Day => (isWorkingDay(day) ? day : addWorkingDays(day, -1))
