import type { Course } from '../course.ts'
import { earlier, type Day } from '../days.ts'
import type { World } from '../world.ts'
import { contactBefore } from './front-door-times.ts'
import { awareFrom } from './private-fostering.ts'

/**
 * The first day of which anything about a child is told: that of the first contact, of early help, of a notice of private fostering … A contact comes
 * before the referral it leads to, so that this may be some days before the first day of the course.
 */
export function knownFrom(world: World, course: Course): Day {
  const { child, contacts, earlyHelp, needs, leaving, privateFostering, missingEducation, homeEducation } = course
  const [need] = needs
  return [
    contacts[0]?.on,
    earlyHelp[0]?.from,
    need && contactBefore(world, need, child.family.number).receivedAt.slice(0, 10),
    leaving?.from,
    privateFostering && awareFrom(world, child, privateFostering),
    missingEducation?.from,
    homeEducation?.from,
  ].reduce<Day>((first, day) => (day ? earlier(first, day) : first), '9999-12-31')
}
