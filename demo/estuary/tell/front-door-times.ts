import type { Chance } from '../chance.ts'
import type { ContactCourse, NeedCourse } from '../course.ts'
import { addDays, addWorkingDays, isWorkingDay, workingDay, type Day } from '../days.ts'
import type { World } from '../world.ts'

/** When contacts reach the front door and when they are decided on. */

/** Moments on the London wall clock, 'YYYY-MM-DD HH:MM:SS'. */
export interface Asked {
  readonly receivedAt: string
  readonly decidedAt: string
  /** Null where nobody gave it a colour. */
  readonly urgency: Urgency | null
}

type Urgency = 'red' | 'amber' | 'green'

/** The front door’s team for a family’s district. */
export const frontDoorOf = (world: World, family: string): string => world.workforce.teamFor('front door', family).id

/**
 * The contact that led to a time of need. It came the day the referral was accepted or on one of the four working days before it, so that a
 * child may be known from here that much sooner. Brothers and sisters referred together have one.
 */
export function contactBefore(world: World, need: NeedCourse, family: string): Asked {
  const lot = world.chance(need.together, 'contact')
  const on = need.receivedOn
  const soon = need.enquiry !== null && need.enquiry.discussedOn <= addDays(on, 2) ? 0.85 : 0.06
  const urgency = lot.happens(0.012) ? null : lot.happens(soon) ? 'red' : lot.happens(0.8) ? 'amber' : 'green'
  const slow = lot.happens(0.026 + 0.06 * world.workforce.strain(frontDoorOf(world, family), on))
  const dayBefore = lot.happens(0.22)
  const came = minuteOf(lot, need.source)
  if (urgency === 'red' || !isWorkingDay(on)) return { ...withinTheDay(lot, on, Math.min(came, 21 * 60 + 40), urgency === 'red'), urgency }
  if (slow) {
    const waited = lot.weighed([
      [2, 5],
      [3, 3],
      [4, 1],
    ] as const)
    const decided = lot.between(9 * 60, 17 * 60 + 20)
    return { receivedAt: moment(addWorkingDays(on, -waited), came), decidedAt: moment(on, decided), urgency }
  }
  const before = addDays(on, -1)
  if (dayBefore && isWorkingDay(before)) {
    const received = lot.between(12 * 60, 18 * 60 + 30)
    return {
      receivedAt: moment(before, received),
      decidedAt: moment(on, lot.between(8 * 60 + 50, Math.min(received - 10, 17 * 60))),
      urgency,
    }
  }
  // What came at the weekend, or at the end of the week before, waits for Monday.
  if (!isWorkingDay(before) && lot.happens(0.1)) {
    const received = moment(atAnyHour(need.source) ? addDays(on, -lot.between(1, 2)) : addWorkingDays(on, -1), came)
    return { receivedAt: received, decidedAt: moment(on, lot.between(8 * 60 + 50, 12 * 60)), urgency }
  }
  return { ...withinTheDay(lot, on, Math.min(came, 16 * 60 + 30), false), urgency }
}

/**
 * A contact that led to no referral: 96 in 100 are decided within 24 hours (the inspection of 2016 counted them so). The others came at a
 * weekend, or when the front door had more than it can hold. Brothers and sisters named in one contact share it.
 */
export function contactAsked(world: World, { on: planned, source }: ContactCourse, family: string): Asked {
  const lot = world.chance(family, 'contact', planned, source)
  // Schools and surgeries do not write at weekends.
  const on = atAnyHour(source) ? planned : workingDay(planned)
  const urgency = lot.weighed([
    ['green', 52],
    ['amber', 44],
    ['red', 2.5],
    [null, 1.5],
  ] as const)
  const came = minuteOf(lot, source)
  const receivedAt = moment(on, came)
  if (urgency === 'red') return { ...withinTheDay(lot, on, Math.min(came, 21 * 60 + 40), true), urgency }
  if (lot.happens(0.032 + 0.07 * world.workforce.strain(frontDoorOf(world, family), on)))
    return {
      receivedAt,
      decidedAt: moment(addWorkingDays(on, lot.between(2, urgency === 'green' ? 3 : 4)), lot.between(9 * 60, 17 * 60)),
      urgency,
    }
  const works = isWorkingDay(on)
  const nextWorks = isWorkingDay(addDays(on, 1))
  const ready = Math.max(came + lot.between(35, 260), 9 * 60)
  if (works && came < 16 * 60 + 20 && (came < 9 * 60 + 30 || lot.happens(nextWorks ? 0.72 : 0.97)))
    return { receivedAt, decidedAt: moment(on, Math.min(ready, 17 * 60 + 55)), urgency }
  // Out of hours someone is on duty, who looks at what cannot wait until Monday.
  if ((!nextWorks || (!works && came < 9 * 60 + 30)) && lot.happens(0.86))
    return { receivedAt, decidedAt: moment(on, Math.min(ready, 23 * 60 + 40)), urgency }
  const morning = lot.between(8 * 60 + 50, Math.max(9 * 60, Math.min(came, 17 * 60) - 5))
  return { receivedAt, decidedAt: moment(addWorkingDays(on, 1), morning), urgency }
}

/** Received and decided on one day; what is red within four hours, as a rule. */
function withinTheDay(lot: Chance, on: Day, came: number, red: boolean): Pick<Asked, 'receivedAt' | 'decidedAt'> {
  const took = red ? (lot.happens(0.94) ? lot.between(20, 220) : lot.between(250, 420)) : lot.between(40, 380)
  const latest = red || !isWorkingDay(on) ? 23 * 60 + 50 : Math.max(17 * 60 + 55, came + 20)
  const earliest = red ? came : 8 * 60 + 50
  return { receivedAt: moment(on, came), decidedAt: moment(on, Math.min(Math.max(came + took, earliest), latest)) }
}

const atAnyHour = (source: string): boolean =>
  source === '6' || source === '3E' || source === '9' || source === '10' || source.startsWith('1')

/** Minute of the day at which such people get in touch: schools after lunch, the police and families at any hour. */
function minuteOf(lot: Chance, source: string): number {
  if (source === '6') return lot.happens(0.6) ? lot.between(7 * 60, 17 * 60 + 30) : lot.between(0, 23 * 60 + 30)
  if (source === '3E') return lot.happens(0.55) ? lot.between(9 * 60, 17 * 60) : lot.between(0, 23 * 60 + 30)
  if (source.startsWith('1') || source === '9') return lot.between(8 * 60, 21 * 60 + 15)
  if (source === '2A') return lot.happens(0.6) ? lot.between(13 * 60, 16 * 60 + 40) : lot.between(8 * 60 + 20, 13 * 60)
  return lot.between(8 * 60 + 40, 17 * 60 + 20)
}

const moment = (day: Day, minute: number): string => `${day} ${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`
const two = (number: number): string => (number < 10 ? `0${number}` : String(number))
