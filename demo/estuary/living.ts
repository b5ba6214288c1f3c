import type { Chance } from './chance.ts'
import type { Child, Course, NeedCourse } from './course.ts'
import { ageOn, type Day } from './days.ts'
import type { Telling, Told } from './telling.ts'
import type { World } from './world.ts'
import type { Stint, Worker } from './workforce.ts'

/** A worker who held the child, and in which of the times of need; null for an adviser after care. */
export interface Held extends Stint {
  readonly team: string
  readonly need: NeedCourse | null
}

/**
 * A course while it is being told. Each room tells its part from it, in the order of `tell/child.ts`; what one room has told and another refers
 * to is kept here under a name: `referral/0` is the referral of the first time of need.
 */
export interface Living {
  readonly world: World
  readonly course: Course
  readonly child: Child
  readonly telling: Telling
  /** Who held the child, in order. */
  readonly held: readonly Held[]
  /** Chance of this child for something. */
  readonly chance: (...about: readonly string[]) => Chance
  /** The worker who holds the child on a day; where nobody does, the manager of the team that had or has the child. */
  readonly workerOn: (day: Day) => Worker
  /** Null where nobody holds the child: what is theirs to do waits. */
  readonly holderOn: (day: Day) => Held | null
  readonly managerOn: (day: Day) => Worker
  /** How far the team that has the child on a day is beyond what it can hold: 0 to 1. */
  readonly strainOn: (day: Day) => number
  readonly keep: (name: string, told: Told) => Told
  /** What was kept under a name. @throws Error when no room has told it yet. */
  readonly kept: (name: string) => Told
}

export function livingOf(world: World, course: Course, telling: Telling, held: readonly Held[]): Living {
  const told = new Map<string, Told>()
  const { workforce } = world
  const lastTeam = (day: Day): string =>
    held.findLast((each) => each.from <= day)?.team ?? held[0]?.team ?? workforce.teamFor('assessment', course.child.family.number).id
  const holderOn = (day: Day): Held | null => held.find((each) => each.from <= day.slice(0, 10) && each.until > day.slice(0, 10)) ?? null
  const managerOn = (day: Day): Worker => workforce.manager(lastTeam(day.slice(0, 10)), day.slice(0, 10))
  return {
    world,
    course,
    child: course.child,
    telling,
    held,
    chance: (...about) => world.chance(course.child.number, ...about),
    holderOn,
    managerOn,
    workerOn: (day) => holderOn(day)?.worker ?? managerOn(day),
    strainOn: (day) => workforce.strain(lastTeam(day.slice(0, 10)), day.slice(0, 10)),
    keep: (name, one) => {
      told.set(name, one)
      return one
    },
    kept: (name) => {
      const found = told.get(name)
      if (!found) throw new Error(`Nothing is told yet under the name ${name}`)
      return found
    },
  }
}

/** Whole years of age of the child on a day. */
export const ageThen = ({ child }: Living, day: Day): number => ageOn(child.born, day.slice(0, 10))
