import type { Course } from '../course.ts'
import { livingOf, type Held, type Living } from '../living.ts'
import { phasesOf } from '../plan/phases.ts'
import { Telling, type Told, type Version } from '../telling.ts'
import type { World } from '../world.ts'
import { tellAssessment } from './assessment.ts'
import { tellCareHistory } from './care-history.ts'
import { tellCareReviews } from './care-reviews.ts'
import { tellCareSupport } from './care-support.ts'
import { tellCareVisits } from './care-visits.ts'
import { tellCourt } from './court.ts'
import { tellEarlyHelp } from './early-help.ts'
import { tellEducation } from './education.ts'
import { tellFrontDoor } from './front-door.ts'
import { tellHealth } from './health.ts'
import { tellInvolvements } from './involvements.ts'
import { knownFrom } from './known-from.ts'
import { tellLeavingCare } from './leaving-care.ts'
import { tellMissing } from './missing.ts'
import { tellNeed } from './need.ts'
import { tellOutOfSchool } from './out-of-school.ts'
import { tellOversight } from './oversight.ts'
import { tellPermanence } from './permanence.ts'
import { tellPerson } from './person.ts'
import { tellPrivateFostering } from './private-fostering.ts'
import { tellProtection } from './protection.ts'
import { tellAudits } from './audits.ts'

/** A course ready to be told: who held the child, and when. */
export const livingFor = (world: World, course: Course): Living =>
  livingOf(world, course, new Telling(world, course.child.number, course.child.number), heldBy(world, course))

/** Everything on record about a child, room by room. Each room finds what it refers to under the names that rooms before it kept. */
export function tellChild(living: Living): readonly Told[] {
  const { course, telling, world } = living
  const first = knownFrom(world, course)
  if (first > world.to) return []
  tellPerson(living, first, world.workforce.someone(world.workforce.teamFor('front door', '').id, course.child.family.number, first))
  for (const room of rooms) room(living)
  knownFirst(telling.records)
  return telling.records
}

/** Nothing is written about a child before the child is: who wrote the first thing wrote who it is about. */
function knownFirst([child, ...others]: readonly Told[]): void {
  const own = child?.versions[0]
  if (!child || !own) return
  const first = others.reduce((at, { versions }) => ((versions[0] as Version).at < at ? (versions[0] as Version).at : at), own.at)
  child.versions[0] = { ...own, at: first }
}

/** In the order in which one refers to another. */
const rooms: readonly ((living: Living) => void)[] = [
  tellFrontDoor,
  tellInvolvements,
  tellEarlyHelp,
  tellAssessment,
  tellProtection,
  tellNeed,
  tellCourt,
  tellCareHistory,
  tellCareReviews,
  tellCareVisits,
  tellCareSupport,
  tellMissing,
  tellHealth,
  tellEducation,
  tellPermanence,
  tellLeavingCare,
  tellPrivateFostering,
  tellOutOfSchool,
  tellOversight,
  tellAudits,
]

function heldBy(world: World, course: Course): readonly Held[] {
  return phasesOf(world, course).flatMap(({ team, from, until, need }) =>
    world.workforce
      .holders(team, course.child.family.number + (need?.together ?? ''), from, until)
      .map((stint) => ({ ...stint, team, need })),
  )
}
