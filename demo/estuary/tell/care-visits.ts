import { after } from '../../../src/engine/clocks/length.ts'
import type { Thread } from '../../../src/engine/clocks/thread.ts'
import { lookedAfterVisit } from '../../../src/practice/looked-after/records.ts'
import { visitRequest, transferSchemeMove } from '../../../src/practice/looked-after/request-records.ts'
import { isForAdoption, staysIn, type Stay } from '../../../src/practice/looked-after/stays.ts'
import { turningPoints, visitRegimeOn, type VisitRegime } from '../../../src/practice/looked-after/visit-regime.ts'
import { visitEvery } from '../../../src/practice/looked-after/visits-due.ts'
import type { Chance } from '../chance.ts'
import { addDays, addWorkingDays, daysBetween, earlier, later, workingDay, type Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import type { Worker } from '../workforce.ts'
import { tellPlacementPapers } from './care-placements.ts'
import { reviewsOf, threadOf, careTold, whenHeld, workingDayBy, type CareTold } from './care-times.ts'
import { tellDated } from './while-in-care.ts'
import { numberOf, shareTouched, teamOn, type Weighing } from './touched.ts'
import { whyAsked, whyDelayed, whyNotAlone, whyWithdrawn } from './care-visit-words.ts'

/**
 * Tells the visits to a child in care, with what a placement asks for at its beginning, the visits that somebody asks for, and moves of
 * unaccompanied children to other authorities. Needs the periods of care, placements, legal statuses and reviews. How often a child is visited
 * follows from the rule in force on each day (regulation 28 of the Care Planning Regulations 2010).
 */
export function tellCareVisits(living: Living): void {
  const times = careTold(living)
  if (times.length === 0) return
  const thread = threadOf(living)
  const stays = staysIn(thread)
  for (const time of times) {
    const here = stays.filter(({ placement }) => placement.periodOfCare === time.period.id)
    const requests = tellRequests(living, time, here)
    for (const [place, stay] of here.entries()) {
      const until = earlier(stay.until?.at ?? time.care.until, time.care.until)
      tellPlacementPapers(living, time, stay, thread)
      if (isForAdoption(stay.placement.type)) tellVisitsToAdopters(living, time, stay, until)
      else tellVisits(living, time, { stay, until, first: place === 0, thread, requests })
    }
    if (living.child.unaccompanied) tellTransfer(living, time)
  }
}

interface Visiting {
  readonly stay: Stay
  readonly until: Day
  /** The first placement of the time in care. */
  readonly first: boolean
  readonly thread: Thread
  /** Days on which somebody asked for a visit. */
  readonly requests: readonly Day[]
}

function tellVisits(living: Living, time: CareTold, visiting: Visiting): void {
  const { world } = living
  const { stay, until, thread, requests } = visiting
  const points = turningPoints(stay, thread).map(({ at }) => at.slice(0, 10))
  let last: Day | null = null
  let base = stay.startedOn
  while (base < until && base <= world.to) {
    const due = dueFrom(visiting, points, base, last)
    if (due === null) return
    const lot = living.chance('visit', base)
    let on = nextVisit(living, visiting, base, due, last === null, lot)
    const asked = requests.find((day) => day > base && day < on)
    if (asked !== undefined && lot.happens(0.93)) on = earlier(on, workingDay(addDays(asked, lot.between(1, 4))))
    on = on <= base ? addWorkingDays(base, 1) : workingDay(on)
    if (on >= until || on > world.to) return
    const seen = !lot.happens(last === null ? 0.02 : 0.035)
    tellVisit(living, time, on, visitor(living, on, lot), seen, lot)
    // One on which the child was not seen is made good within days.
    if (!seen) {
      const again = addWorkingDays(on, lot.between(1, 6))
      if (again >= until || again > world.to) return
      tellVisit(living, time, again, visitor(living, again, lot), true, lot)
      on = again
    }
    last = on
    base = on
  }
}

/** Who has the child goes; where nobody does, somebody of the team. */
function visitor(living: Living, on: Day, lot: Chance): Worker {
  const { workforce } = living.world
  const holder = living.holderOn(on)
  const team = teamOn(living, on)
  if (holder !== null && !lot.happens(0.04)) return holder.worker
  return workforce.someone(team, living.child.number, on)
}

/** By when the next visit is due: by the rule in force, and by the one that takes over in between where it asks for more. */
function dueFrom({ stay, thread }: Visiting, points: readonly Day[], base: Day, last: Day | null): Day | null {
  const regime = visitRegimeOn(stay, base, last, thread)
  if (regime === null) return null
  let due = dueBy(base, regime)
  let now: VisitRegime = regime
  for (const point of points) {
    if (point <= base || point >= due) continue
    const next = visitRegimeOn(stay, point, last, thread)
    if (next === null || (next.rule === now.rule && next.stage === now.stage && next.since === now.since)) continue
    due = next.since !== point && dueBy(base, next) >= due ? dueBy(base, next) : earlier(due, dueBy(point, next))
    now = next
  }
  return due
}

const dueBy = (from: Day, { rule, stage }: VisitRegime): Day => after(from, visitEvery(rule, stage))

const unaccompaniedLate: Weighing = { most: ['T43', 'T21', 'T22'], there: 1.3, elsewhere: 0.8 }
const turnover: Weighing = { most: ['T41', 'T43'], there: 1.3, elsewhere: 0 }

/** The day of the next visit: mostly some days before it is due. */
function nextVisit(living: Living, { first, until }: Visiting, base: Day, due: Day, isFirst: boolean, lot: Chance): Day {
  const span = daysBetween(base, due)
  const [ahead, late, wait, duty, gap] = [lot.next(), lot.next(), lot.next(), lot.next(), lot.next()]
  const share = span <= 8 ? 0.4 + 0.58 * ahead : 0.55 + 0.43 * ahead
  const planned = later(workingDayBy(addDays(base, Math.max(1, Math.round(span * share)))), addDays(base, 1))
  const lateOne = (): Day => addWorkingDays(due, 1 + Math.round(wait * (5 + 16 * living.strainOn(due))))
  if (isFirst && first && living.child.unaccompanied) {
    if (gap < shareTouched(living, 'unaccompanied-seen-late', base, teamOn(living, base), unaccompaniedLate))
      return addWorkingDays(base, 9 + Math.round(wait * 24))
  }
  const missed = isFirst && first ? null : missedByTurnover(living, base, due, gap, wait)
  if (missed !== null) return missed
  if (living.holderOn(planned) === null && duty < 0.6) {
    const held = whenHeld(living, planned, lot)
    if (held < until) return later(planned, held)
  }
  return late < 0.045 + 0.13 * living.strainOn(due) ? lateOne() : planned
}

/**
 * In the teams whose workers leave: visits stop in the worker’s last weeks, the next worker begins with a full list, and months go by.
 * @returns the day of the next visit all the same; null where turnover does not touch it
 */
function missedByTurnover(living: Living, base: Day, due: Day, gap: number, wait: number): Day | null {
  const size = shareTouched(living, 'visits-missed-by-turnover', due, teamOn(living, due), turnover)
  if (size === 0) return null
  const change = living.held.findLast(({ from, why }) => why !== null && from <= addDays(due, 25))
  if (change === undefined || change.from < addDays(base, -150)) return null
  const atChange = change.from > base
  if (gap >= size * (atChange ? 1.3 : 1)) return null
  return atChange ? addWorkingDays(later(change.from, due), 10 + Math.round(wait * 38)) : addWorkingDays(due, 5 + Math.round(wait * 26))
}

function tellVisit(living: Living, { period }: CareTold, visitedOn: Day, by: Worker, childSeen: boolean, lot: Chance): void {
  const age = ageThen(living, visitedOn)
  // A child of three is seen by themselves now and then, a smaller one never.
  const alone = !childSeen ? null : age < 4 ? age === 3 && lot.happens(0.3) : lot.happens(0.88)
  const seenAlone = alone !== null && lot.happens(0.015) ? null : alone
  const why = seenAlone === false && lot.happens(0.93) ? whyNotAlone(living, visitedOn, lot) : null
  tellDated(
    living,
    lookedAfterVisit,
    'visitedOn',
    { periodOfCare: numberOf(period), visitedOn, childSeen, seenAlone, whyNotAlone: why },
    { on: visitedOn, by },
    lot,
  )
}

/** Weekly until the first review of the placement, then as the reviews set it (Adoption Agencies Regulations 2005, regulation 36). */
function tellVisitsToAdopters(living: Living, time: CareTold, { startedOn }: Stay, until: Day): void {
  const { world } = living
  const reviews = reviewsOf(living, time).filter(({ adoption }) => adoption === 'placed')
  let base = startedOn
  while (base < until && base <= world.to) {
    const lot = living.chance('visit to adopters', base)
    const review = reviews.findLast(({ heldOn }) => heldOn <= base)
    const span = 7 * (review === undefined ? 1 : visitsEveryWeeks(living, review.heldOn))
    const late = lot.happens(0.05)
    const on = late
      ? addWorkingDays(addDays(base, span), lot.between(1, 4))
      : later(workingDayBy(addDays(base, span - lot.between(0, Math.ceil(span / 5)))), addDays(base, 1))
    const day = workingDay(on)
    if (day >= until || day > world.to) return
    tellVisit(living, time, day, visitor(living, day, lot), true, lot)
    base = day
  }
}

/** How many weeks may lie between visits to an adoptive placement, as its review on a day sets it. */
export const visitsEveryWeeks = (living: Living, reviewedOn: Day): number =>
  living.chance('weeks between visits', reviewedOn).pick([2, 3, 3, 4, 4, 6])

/** Now and then a child, a carer or a parent asks for a visit. */
function tellRequests(living: Living, { care }: CareTold, stays: readonly Stay[]): readonly Day[] {
  const { world, telling } = living
  const lot = living.chance('visits asked for', care.from)
  const found: Day[] = []
  for (
    let day = addDays(care.from, 20 + Math.round(lot.about(2000, 1)));
    day < care.until && day <= world.to;
    day = addDays(day, 30 + Math.round(lot.about(2000, 1)))
  ) {
    const stay = stays.findLast(({ startedOn, until }) => startedOn <= day && (until === null || day < until.at))
    if (stay === undefined || isForAdoption(stay.placement.type)) continue
    const old = ageThen(living, day) >= 8
    const askedBy = lot.weighed([
      ['Child', old ? 45 : 3],
      ['Carer', 35],
      ['Parent', living.child.unaccompanied ? 0 : 20],
      ['Regulator', stay.placement.type === 'K2' ? 8 : 0],
      ['Other', 5],
    ])
    const notice = askedBy === 'Regulator'
    const told = telling.tell(
      visitRequest,
      {
        placement: stay.placement.id,
        requestedOn: day,
        askedBy,
        noticeAboutTheHome: notice ? true : null,
        askedFor: notice ? null : whyAsked(living, day, lot, askedBy),
      },
      { on: day, by: living.workerOn(day), prompt: true },
    )
    if (lot.happens(0.06)) {
      const off = addDays(day, lot.between(1, 5))
      if (off < care.until) telling.amend(told, visitRequest, { withdrawnOn: off }, { on: off, by: living.workerOn(off) })
    } else found.push(day)
  }
  return found
}

/** The national scheme began in July 2016: for years it was voluntary, and few authorities had room. */
function tellTransfer(living: Living, { care }: CareTold): void {
  const { telling, world } = living
  if (care.from < '2016-07-01' && !(care.leaves === 'E3' && care.until >= '2016-07-20')) return
  const lot = living.chance('transfer scheme', care.from)
  const to = lot.pick(receiving)
  if (care.leaves === 'E3') {
    const allocatedOn = addWorkingDays(care.until, -(lot.happens(0.8) ? lot.between(3, 9) : lot.between(12, 30)))
    const referredOn = later(addWorkingDays(care.from, 1), addDays(allocatedOn, -lot.between(4, 25)))
    if (referredOn < '2016-07-01' || allocatedOn < referredOn) return
    const told = telling.tell(
      transferSchemeMove,
      { referredOn, fromAuthority: 'Estuary Council' },
      { on: referredOn, by: living.workerOn(referredOn) },
    )
    telling.amend(told, transferSchemeMove, { allocatedOn, toAuthority: to }, { on: allocatedOn, by: living.workerOn(allocatedOn) })
    telling.amend(told, transferSchemeMove, { transferredOn: care.until }, { on: care.until, by: living.workerOn(care.until) })
    return
  }
  // Others are put forward and stay after all.
  if (!lot.happens(0.4)) return
  const referredOn = addWorkingDays(care.from, lot.between(1, 6))
  const allocated = lot.happens(0.3) ? addWorkingDays(referredOn, lot.between(4, 20)) : null
  const withdrawnOn = addWorkingDays(allocated ?? referredOn, lot.between(4, 30))
  if (withdrawnOn >= care.until || referredOn > world.to) return
  const told = telling.tell(
    transferSchemeMove,
    { referredOn, fromAuthority: 'Estuary Council' },
    { on: referredOn, by: living.workerOn(referredOn) },
  )
  if (allocated !== null)
    telling.amend(told, transferSchemeMove, { allocatedOn: allocated, toAuthority: to }, { on: allocated, by: living.workerOn(allocated) })
  const why = allocated === null ? whyWithdrawn(living, withdrawnOn, lot) : whyDelayed(living, withdrawnOn, lot)
  telling.amend(told, transferSchemeMove, { withdrawnOn, whyDelayed: why }, { on: withdrawnOn, by: living.workerOn(withdrawnOn) })
}

const receiving = [
  'Wexmoor County Council',
  'Fenhithe City Council',
  'Colderby Borough Council',
  'Ostermarch Council',
  'Brackenshire County Council',
] as const
