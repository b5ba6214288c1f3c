import type { Chance } from '../chance.ts'
import type { CareCourse, LeavingCourse, Stretch } from '../course.ts'
import { addDays, ageOn, daysBetween, earlier, later, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { World } from '../world.ts'
import { careOn, placementOn, type TimeInCare } from './while-in-care.ts'

/** How a young person who has left care, or will, is doing on a day: where they live, what they do, whether anybody is in touch. */

/** A home after care. */
export interface HomeAfter extends Stretch {
  /** Code of accommodation of the looked-after return (OC3). */
  readonly type: string
  readonly suitable: boolean
  /** Under what the council gives it; null where it does not. */
  readonly givenUnder: '23B' | '24B' | 'other' | null
  readonly postcode: string | null
  readonly endReason: string
}

/** A time out of care, from a day until a day. */
export interface AfterCare {
  readonly homes: readonly HomeAfter[]
  readonly inCareOn: (day: Day) => CareCourse | null
  /** Whether anybody is in touch, and the code where nobody is. */
  readonly inTouchOn: (day: Day) => 'YES' | 'NO' | 'REFU'
  readonly activityOn: (day: Day) => string
}

/**
 * How likely somebody is in touch with a young person of 19 or over who is not bound to be (who stays put, is in custody or a disabled adult is). Counted
 * with those, 79 of a hundred in 2014–15 and 97 in 2016 (report of 2016, paragraph 86). Two advisers moved to the youth service in 2015, where young
 * people come anyway.
 */
function likelyInTouch({ planted }: World, day: Day): number {
  if (!planted) return 0.94
  return along(day, [
    ['2013-01-01', 0.76],
    ['2014-04-01', 0.74],
    ['2015-04-15', 0.74],
    ['2015-12-15', 0.965],
  ])
}

/**
 * How likely a young person of 19 or over with whom somebody is in touch studies, works or trains. Of all 19 to 21 year olds, those who are not reached
 * counted too, 41 of a hundred do in March 2015 and 62 in February 2016 (paragraph 84).
 */
function likelyActive({ planted }: World, day: Day): number {
  if (!planted) return 0.58
  return along(day, [
    ['2013-01-01', 0.45],
    ['2015-04-15', 0.42],
    ['2015-12-15', 0.6],
  ])
}

/** A value that goes in a straight line from one day to the next. */
function along(day: Day, points: readonly (readonly [Day, number])[]): number {
  const next = points.findIndex(([at]) => at > day)
  const [before, after] = [points[next < 0 ? points.length - 1 : next - 1], points[next]]
  if (!before || !after) return (before ?? after)?.[1] ?? 0
  return before[1] + ((after[1] - before[1]) * daysBetween(before[0], day)) / daysBetween(before[0], after[0])
}

/** @param leaving null for who has no right to support after care, and is asked about while in care only */
export function afterCareOf(living: Living, leaving: LeavingCourse | null, times: readonly TimeInCare[]): AfterCare {
  const { child, world } = living
  const inCareOn = (day: Day): CareCourse | null => careOn(times, day)?.care ?? null
  // What holds for a year of age holds from about the birthday on: a little later for everyone.
  const behind = living.chance('years of age after care').between(0, 110)
  const yearOf = (day: Day): number => ageOn(child.born, addDays(day, -behind))
  const inTouchOn: AfterCare['inTouchOn'] = (day) => {
    if (inCareOn(day) || leaving?.disabledAdult || within(leaving?.stayingPut, day) || within(leaving?.custody, day)) return 'YES'
    const year = yearOf(day)
    const lot = living.chance('in touch', String(year))
    const share = ageOn(child.born, day) >= 19 ? likelyInTouch(world, day) : 0.98
    return lot.next() < share ? 'YES' : lot.happens(0.2) ? 'REFU' : 'NO'
  }
  const activityOn = (day: Day): string => {
    const lot = living.chance('activity', String(yearOf(day)))
    if (within(leaving?.custody, day)) return 'G5'
    const grown = ageOn(child.born, day) >= 19
    const share = grown ? likelyActive(world, day) * (child.unaccompanied ? 1.12 : 0.94) : child.unaccompanied ? 0.9 : 0.72
    const active = lot.next() < share
    // Support after 21 is for those who study, or mean to.
    if (ageOn(child.born, day) >= 21 && lot.happens(0.7))
      return lot.weighed([
        ['F1', 30],
        ['F2', 62],
        ['P2', 8],
      ] as const)
    if (leaving?.disabledAdult) return active ? 'F2' : 'G4'
    if (active)
      return grown
        ? lot.weighed([
            ['F1', 13],
            ['F2', child.unaccompanied ? 60 : 36],
            ['P2', 7],
            ['F3', 32],
            ['P3', 9],
          ] as const)
        : lot.weighed([
            ['F2', child.unaccompanied ? 95 : 68],
            ['P2', 7],
            ['F3', 18],
            ['P3', 6],
          ] as const)
    return child.sex === 'F' && grown
      ? lot.weighed([
          ['G5', 52],
          ['G6', 34],
          ['G4', 14],
        ] as const)
      : lot.weighed([
          ['G5', 80],
          ['G4', 20],
        ] as const)
  }
  return { homes: leaving === null ? [] : homesOf(living, leaving, times), inCareOn, inTouchOn, activityOn }
}

const within = (stretch: Stretch | null | undefined, day: Day): boolean =>
  stretch !== null && stretch !== undefined && stretch.from <= day && day < stretch.until

/** One home after another in every time between entitlement and its end in which the young person is not in care. */
function homesOf(living: Living, leaving: LeavingCourse, times: readonly TimeInCare[]): readonly HomeAfter[] {
  const ends = earlier(leaving.until, addDays(living.world.to, 30))
  const found: HomeAfter[] = []
  let day = leaving.from
  while (day < ends) {
    const care = careOn(times, day)?.care
    if (care) {
      day = care.until
      continue
    }
    const next = times.find((time) => time.care.from > day)?.care.from ?? ends
    homesBetween(living, leaving, day, earlier(next, ends), times, found)
    day = next
  }
  return found
}

function homesBetween(
  living: Living,
  leaving: LeavingCourse,
  from: Day,
  until: Day,
  times: readonly TimeInCare[],
  found: HomeAfter[],
): void {
  const { child } = living
  const fixed = [
    ...(leaving.stayingPut ? [{ ...leaving.stayingPut, type: 'Z' }] : []),
    ...(leaving.custody ? [{ ...leaving.custody, type: 'X' }] : []),
  ].toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const outward = outwardOf(living, times)
  let day = from
  while (day < until) {
    const lot = living.chance('home after care', day)
    const inside = fixed.find((stretch) => within(stretch, day))
    const next = fixed.find((stretch) => stretch.from > day)?.from ?? until
    const length = Math.round(lot.about(leaving.disabledAdult ? 1500 : 400, 0.6)) + 40
    const ends = inside ? earlier(inside.until, until) : [workingDay(addDays(day, length)), next, until].reduce(earlier)
    const type = inside?.type ?? typeOf(living, leaving, day, times, lot)
    const poor = type === 'X' || type === 'S' || ((type === 'W' || type === 'V') && lot.happens(0.7)) || lot.happens(0.01)
    const given = ['D', 'E', 'T', 'U', 'W', 'V', 'C'].includes(type)
    const before = found.at(-1)
    if (before && before.until === day && before.endReason === '') found[found.length - 1] = { ...before, endReason: whyMovedTo(type, lot) }
    found.push({
      from: day,
      until: ends,
      type,
      suitable: leaving.disabledAdult || !poor,
      givenUnder: !given
        ? null
        : ageOn(child.born, day) < 18
          ? '23B'
          : ['D', 'E', 'T'].includes(type) && lot.happens(0.45)
            ? '24B'
            : 'other',
      postcode:
        given || type === 'K' || type === 'B'
          ? `${outward} ${lot.between(1, 9)}${lot.pick([...'ABDEFGHJLNPQRSTUWXYZ'])}${lot.pick([...'ABDEFGHJLNPQRSTUWXYZ'])}`
          : null,
      endReason: ends === leaving.custody?.from ? 'Went into custody' : ends === until ? lot.pick(whyMoved) : '',
    })
    day = later(ends, addDays(day, 1))
  }
}

/** Where they live, as the return counts it: most who come alone share houses, most others have a room with support and then a flat of their own. */
function typeOf(living: Living, leaving: LeavingCourse, day: Day, times: readonly TimeInCare[], lot: Chance): string {
  if (leaving.disabledAdult)
    return living.chance('home of a disabled adult').weighed([
      ['C', 50],
      ['E', 35],
      ['D', 15],
    ] as const)
  const age = ageOn(living.child.born, day)
  const last = times.findLast(({ care }) => care.until <= day)?.care
  if (age < 18)
    return last && ['E4A', 'E4B', 'E13', 'E41'].includes(last.leaves)
      ? 'B'
      : lot.weighed([
          ['D', 58],
          ['E', 24],
          ['T', 12],
          ['B', 6],
        ] as const)
  if (age < 19)
    return living.child.unaccompanied
      ? lot.weighed([
          ['D', 62],
          ['E', 12],
          ['U', 12],
          ['K', 10],
          ['T', 3],
          ['S', 1],
        ] as const)
      : lot.weighed([
          ['D', 36],
          ['E', 14],
          ['T', 7],
          ['U', 16],
          ['B', 19],
          ['K', 5],
          ['S', 1],
          ['W', 1],
          ['V', 1],
        ] as const)
  return lot.weighed([
    ['U', 46],
    ['D', 20],
    ['B', living.child.unaccompanied ? 3 : 15],
    ['K', living.child.unaccompanied ? 16 : 6],
    ['E', 6],
    ['T', 4],
    ['S', 0.8],
    ['W', 0.7],
    ['V', 0.5],
  ] as const)
}

/** First half of a postcode near where they lived. */
function outwardOf({ child }: Living, times: readonly TimeInCare[]): string {
  const care = times.at(-1)?.care
  const postcode = child.family.homes.at(-1)?.postcode ?? (care && placementOn(care, care.until)?.postcode) ?? 'XE1 1AA'
  return postcode.split(' ')[0] ?? 'XE1'
}

const whyMoved = [
  'Moved nearer to college',
  'Moved nearer to work',
  'Notice from the landlord',
  'Support no longer needed',
  'Planned move on',
  'Did not feel safe there',
]

/** Why they moved on, by the kind of place they moved to. */
function whyMovedTo(type: string, lot: Chance): string {
  if (type === 'B') return 'Went to live with family'
  if (type === 'Z') return 'Went back to the former carers'
  if (type === 'S' || type === 'V' || type === 'W')
    return lot.pick(['Rent arrears', 'Asked to leave', 'Did not feel safe there', 'Fell out with the others in the house'])
  if (type === 'U')
    return lot.pick([
      'Offered a flat of their own',
      'Offered a flat of their own',
      'Moved in with a partner',
      'Planned move on',
      'Support no longer needed',
    ])
  return lot.pick([
    ...whyMoved,
    'Fell out with the others in the house',
    'Needed more support',
    'Provider closed the house',
    'Rent arrears',
  ])
}
