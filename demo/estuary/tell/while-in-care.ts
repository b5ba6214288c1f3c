import type { Field, Fields, RecordKind } from '../../../src/engine/records/kind.ts'
import type { Chance } from '../chance.ts'
import type { CareCourse, NeedCourse, PlacementCourse } from '../course.ts'
import { addDays, type Day } from '../days.ts'
import type { Held, Living } from '../living.ts'
import type { Told, Values, Writing } from '../telling.ts'
import type { Worker } from '../workforce.ts'

/** A time in care, and the time of need it is part of. */
export interface TimeInCare {
  readonly need: NeedCourse
  readonly care: CareCourse
}

/** The times in care to which the rules of health and education apply: not series of short breaks (regulation 48). */
export const timesInCare = ({ course }: Living): readonly TimeInCare[] =>
  course.needs.flatMap((need) =>
    need.care === null || need.care.legal.some(({ status }) => status === 'V3' || status === 'V4') ? [] : [{ need, care: need.care }],
  )

/** The time in care in which a day lies; the day of leaving is not in it. */
export const careOn = (times: readonly TimeInCare[], day: Day): TimeInCare | null =>
  times.find(({ care }) => care.from <= day && day < care.until) ?? null

/** Where a child in care lives on a day: before the first placement begins, there. */
export const placementOn = ({ placements }: CareCourse, day: Day): PlacementCourse | undefined =>
  placements.findLast(({ from }) => from <= day) ?? placements[0]

/** That day, or the first after it on which somebody holds the child: what only their worker can do waits until then. */
export function onceHeld({ held, holderOn }: Living, day: Day): Day {
  if (holderOn(day)) return day
  const next = held.find(({ from }: Held) => from >= day)
  return next?.from ?? day
}

/** Someone of the team that does this work, by the words their title begins with; null where the district has none in post. */
function titled({ world }: Living, work: 'virtual school' | 'management', title: string, day: Day): Worker | null {
  const team = world.workforce.teamFor(work, title)
  return team.work === work ? (world.workforce.inPost(team.id, day).find((each) => each.title.startsWith(title)) ?? null) : null
}

/** Who writes what the clinics say: the designated nurse, where the district has one; else the child’s worker. */
export const nurseOn = (living: Living, day: Day): Worker =>
  titled(living, 'virtual school', 'Designated nurse', day) ?? living.workerOn(day)

/** Who prepares the returns: the performance analyst, where the district has one. */
export const analystOn = (living: Living, day: Day): Worker =>
  titled(living, 'management', 'Performance analyst', day) ?? living.managerOn(day)

/** Who writes for the virtual school. */
export function virtualSchoolOn(living: Living, day: Day): Worker {
  const { workforce } = living.world
  const { id } = workforce.teamFor('virtual school', living.child.number)
  const there = workforce.inPost(id, day).filter(({ title }) => title === 'Education adviser')
  return there.length === 0 ? workforce.manager(id, day) : living.chance('virtual school', day.slice(0, 4)).pick(there)
}

/** Days by which a date is commonly written wrong: the day before, another week, another month. */
const slips = [1, 1, 2, 7, 10, 28, 30, 31]
const reasons = [
  'Wrong date entered at first',
  'Date corrected after checking with the service',
  'Date was that of the letter',
  'Typed one month early',
  'Mistake found at the monthly data check',
  'Date of the appointment before, not of this one',
]
const strays = [
  'Entered on the wrong child',
  'Belongs to a brother or sister',
  'Entered on the wrong record: the child has the same surname',
  'Entered twice by mistake',
]

/**
 * Tells a record that hangs on one day. In one of about seventy that day is wrong at first and corrected later; in a few of a thousand another is
 * written beside it by mistake, and withdrawn.
 * @param field the date that the record hangs on
 */
export function tellDated<F extends Fields>(
  { telling }: Living,
  kind: RecordKind<F>,
  field: keyof F & string,
  values: Values<F>,
  writing: Writing,
  lot: Chance,
): Told {
  const right: unknown = values[field]
  const [slipped, strayed] = [lot.happens(0.014), lot.happens(0.003)]
  if (typeof right !== 'string' || !(slipped || strayed)) return telling.tell(kind, values, writing)
  const other = (days: number): Values<F> => ({ ...values, [field]: addDays(right, -days) })
  if (strayed) {
    const stray = telling.tell(kind, other(lot.between(1, 12)), writing)
    telling.withdraw(stray, lot.pick(strays), { by: writing.by, on: addDays(writing.on.slice(0, 10), lot.between(2, 40)) })
  }
  if (!slipped) return telling.tell(kind, values, writing)
  const told = telling.tell(kind, other(lot.pick(slips)), writing)
  const again = { [field]: right } as { readonly [K in keyof F]?: F[K] extends Field<infer V> ? V : never }
  telling.amend(told, kind, again, {
    by: writing.by,
    on: addDays(writing.on.slice(0, 10), lot.between(3, 60)),
    reason: lot.pick(reasons),
  })
  return told
}
