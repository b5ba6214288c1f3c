import type { Chance } from '../chance.ts'
import type { Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { ProblemId } from '../problems.ts'
import type { TeamId, Work } from '../teams.ts'
import type { Told } from '../telling.ts'

/** Where a problem weighs most, by a team’s number in its district or by what teams do, and how much there and elsewhere. */
export interface Weighing {
  readonly most: readonly (`T${number}` | Work)[]
  readonly there: number
  readonly elsewhere: number
}

/** How likely a planted problem touches a case of a team on a day, 0 to 0.97. Nothing where none is planted. */
export function shareTouched({ world }: Living, problem: ProblemId, day: Day, team: TeamId, weighing?: Weighing): number {
  const size = world.problems.size(problem, day)
  if (size === 0 || weighing === undefined) return size
  // Teams of later districts have the district’s number before their own.
  const number = team.slice(team.indexOf('T'))
  const { work } = world.workforce.team(team)
  const there = weighing.most.some((each) => each === number || each === work)
  return Math.min(0.97, size * (there ? weighing.there : weighing.elsewhere))
}

/** Whether one is touched. */
export const isTouched = (lot: Chance, ...asked: Parameters<typeof shareTouched>): boolean => lot.happens(shareTouched(...asked))

/** The team that has the child on a day, or had it last. */
export const teamOn = ({ held, managerOn }: Living, day: Day): TeamId =>
  held.findLast(({ from }) => from <= day)?.team ?? managerOn(day).team

/** The number of a record, for others to refer to; undefined where it was never told, so that nothing refers to it. */
export const numberOf = (told: Told | null): string | undefined => (told !== null && told.versions.length > 0 ? told.id : undefined)
