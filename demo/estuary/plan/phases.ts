import type { Course, NeedCourse } from '../course.ts'
import { addDays, earlier, type Day } from '../days.ts'
import type { World } from '../world.ts'
import { lookedAfterTeam } from './need.ts'

/** Which team has a child from when until when. */
export interface Phase {
  readonly team: string
  readonly from: Day
  readonly until: Day
  readonly need: NeedCourse | null
}

/** The teams of a course, one after another: assessment, then whoever has the plan, care, or the adviser. A child is with one at a time. */
export function phasesOf(world: World, { child, needs, leaving }: Course): readonly Phase[] {
  const phases: Phase[] = []
  const has = (team: string, from: Day, until: Day, need: NeedCourse | null): void => {
    const before = phases.at(-1)
    const begins = before && before.until > from ? before.until : from
    if (until > begins) phases.push({ team, from: begins, until, need })
  }
  for (const need of needs) {
    const { assessment, protection, plans, care, closedOn, together } = need
    const later = earlier(protection?.from ?? '9999', earlier(care?.from ?? '9999', plans[0]?.from ?? '9999'))
    if (assessment) has(assessment.team, assessment.startedOn, earlier(later === '9999' ? closedOn : later, closedOn), need)
    const stretches = [
      ...plans.map(({ from, until, team }) => ({ from, until, team })),
      ...(protection ? [{ from: protection.from, until: protection.until, team: protection.team }] : []),
      ...careStretches(world, need, child.unaccompanied !== null, together),
    ].sort((one, other) => (one.from < other.from ? -1 : 1))
    for (const { team, from, until } of stretches) has(team, from, earlier(until, closedOn), need)
  }
  if (leaving) has(leaving.adviserTeam, leaving.from, leaving.until, null)
  return phases
}

/** In care a child soon has the looked after team; once a court has said adoption, the permanence team. */
function careStretches(
  { workforce }: World,
  { care, receivedOn }: NeedCourse,
  alone: boolean,
  together: string,
): readonly { team: string; from: Day; until: Day }[] {
  if (!care) return []
  const team = lookedAfterTeam(workforce, alone, together, receivedOn)
  const ordered = care.adoption && addDays(care.adoption.placementOrderOn, 14)
  if (ordered === null || ordered >= care.until) return [{ team, from: care.from, until: care.until }]
  return [
    { team, from: care.from, until: ordered },
    { team: workforce.teamFor('permanence', together).id, from: ordered, until: care.until },
  ]
}
