import type { Living } from './living.ts'
import { planOf } from './plan/plan.ts'
import { livingFor, tellChild } from './tell/child.ts'
import { tellCouncil } from './tell/council.ts'
import { tellFostering } from './tell/fostering.ts'
import { discussedOver } from './tell/oversight.ts'
import { knownOf } from './tell/registers.ts'
import { tellSchoolTerms } from './tell/school-terms.ts'
import { tellWorkers } from './tell/workers.ts'
import { Telling, type Told } from './telling.ts'
import { worldOf, type World, type WorldAsked } from './world.ts'

/** What is told of one child, or of workers, households or the council: where one record refers to another, both are of one batch, or the other came before. */
export interface Batch {
  readonly world: World
  readonly records: readonly Told[]
  /** How much of the whole has been told with it, 0 to 1. */
  readonly share: number
}

/** Tells the whole authority, district by district, child by child. What is held in memory is one district, however many there are. */
export function* tellAuthority(asked: WorldAsked): Generator<Batch> {
  for (let district = 1; district <= asked.size.districts; district++) {
    const world = worldOf(asked, district)
    const batch = (records: readonly Told[], share: number): Batch => ({
      world,
      records,
      share: (district - 1 + share) / asked.size.districts,
    })
    const courses = planOf(world)
    // Each life is made ready twice, once for what its workers discuss and once to be told: kept, the lives of a district would be most of what is in memory.
    const lives = function* (): Generator<Living> {
      for (const course of courses) yield livingFor(world, course)
    }
    yield batch(tellWorkers(world, discussedOver(lives())), 0)
    if (district === 1) yield batch(schoolTerms(world), 0)
    yield batch(tellFostering(world), 0)
    let told = 0
    for (const living of lives()) yield batch(tellChild(living), ++told / courses.length)
    yield batch(tellCouncil(world, courses.flatMap(knownOf)), 1)
  }
}

function schoolTerms(world: World): readonly Told[] {
  const telling = new Telling(world, 'terms', null)
  tellSchoolTerms(telling, world.workforce.manager(world.workforce.teamFor('virtual school', '').id, world.from))
  return telling.records
}
