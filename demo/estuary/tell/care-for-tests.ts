import { periodOfCare } from '../../../src/practice/looked-after/records.ts'
import type { Course } from '../course.ts'
import { livingOf, type Living } from '../living.ts'
import { phasesOf } from '../plan/phases.ts'
import { planOf } from '../plan/plan.ts'
import { Telling } from '../telling.ts'
import { sizes, worldOf, type World } from '../world.ts'
import type { Life } from './lives-for-tests.ts'
import { tellPerson } from './person.ts'

/** Lives for the tests of health, education and leaving care: courses as they are planned, of a third of the authority. */

interface Place {
  readonly world: World
  /** Of children who are in care at some time, have left it or have an education plan. */
  readonly courses: readonly Course[]
}

export function placeWith(planted: boolean): Place {
  const size = { ...sizes.thurrock, scale: 0.35, published: false }
  const world = worldOf({ size, seed: 1, from: '2013-01-01', to: '2018-12-31', planted }, 1)
  const courses = planOf(world).filter(({ child, needs, leaving }) => leaving || child.educationPlan || needs.some(({ care }) => care))
  return { world, courses }
}

/** What a room tells of each course, with the periods of care that clocks ask for. */
export const livesIn = ({ world, courses }: Place, room: (living: Living) => void): readonly Life[] =>
  courses.map((course) => {
    const { number, family } = course.child
    const telling = new Telling(world, number, number)
    const held = phasesOf(world, course).flatMap(({ team, from, until, need }) =>
      world.workforce.holders(team, family.number + (need?.together ?? ''), from, until).map((stint) => ({ ...stint, team, need })),
    )
    const living = livingOf(world, course, telling, held)
    tellPerson(living, world.from, living.workerOn(world.from))
    for (const { care } of course.needs) {
      if (!care || care.from > world.to) continue
      const by = living.workerOn(care.from)
      const told = telling.tell(periodOfCare, { startedOn: care.from }, { on: care.from, by, prompt: true })
      telling.amend(told, periodOfCare, { endedOn: care.until, endReason: care.leaves }, { on: care.until, by, prompt: true })
    }
    room(living)
    return { course, records: telling.records }
  })
