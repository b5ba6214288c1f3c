import type { Chance } from '../chance.ts'
import { addDays, busyness, type Day } from '../days.ts'
import type { Team, TeamId } from '../teams.ts'
import type { Workforce } from '../workforce.ts'
import type { World } from '../world.ts'
import type { CareSlot } from './care.ts'
import { day, minusWorking, num, plusWorking, toWorking } from './clock.ts'
import { needFor, type ChildDraft, type FamilyDraft, type NeedDraft, type ProtectionDraft } from './drafts.ts'
import { categorise, planProtection, type ProtectionGroup } from './protection.ts'
import { inspectors, yearBefore } from './published.ts'

/** All times of need in a district: those that led to care, those that led to protection, and the rest, so many that the numbers in need come out. */
export interface Needs {
  readonly families: readonly FamilyDraft[]
  readonly children: readonly ChildDraft[]
}

const year = 365.25
const far = num('2098-12-31')

export function planNeeds(world: World, slots: readonly CareSlot[]): Needs {
  const families: FamilyDraft[] = []
  const newFamily = (lot: Chance): FamilyDraft => {
    const family: FamilyDraft = { place: families.length, children: [], restless: lot.next() }
    families.push(family)
    return family
  }
  const needs: NeedDraft[] = []
  const intoCare = needsOfCare(world, slots, newFamily, needs)
  const groups = planProtection(world, intoCare)
  const known: FamilyDraft[] = []
  for (const group of groups.toSorted((one, other) => one.from - other.from)) {
    const referral = referralFor(world, group.from, families.length)
    const again = conferencedBefore(world, group, referral.received, known)
    const family = again ?? newFamily(world.chance('family', String(families.length)))
    if (!again) known.push(family)
    needs.push(...needsOfProtection(world, group, family, referral))
  }
  categorise(world, [...byFamily(needs).values()])
  for (const need of needs) account(world, need)
  ordinaryNeeds(world, needs, newFamily)
  if (world.size.published) for (const { day: on, inNeed } of [yearBefore, inspectors]) settle(families, num(on), inNeed)
  const begins = num(world.from)
  for (const family of families)
    for (const child of family.children) {
      child.needs.sort((one, other) => one.received - other.received)
      // What was over before the history begins is not told, but the time in care of those who may have rights after it.
      while (child.needs[0] && (child.needs[0].closed ?? far) < begins && (child.needs[0].care === null || begins - child.born > 25 * year))
        child.needs.shift()
    }
  const children = families.flatMap((family) => family.children)
  return { families, children }
}

function byFamily(needs: readonly NeedDraft[]): Map<string, ProtectionDraft[]> {
  const found = new Map<string, ProtectionDraft[]>()
  for (const { together, protection } of needs) if (protection) found.set(together, [...(found.get(together) ?? []), protection])
  return found
}

const togetherOf = (received: number, place: number): string => `R${String(received)}${String(place).padStart(5, '0')}`

// ---------------------------------------------------------------- care

/** The children of times in care, some of them brothers and sisters, and what went before. Gives the protection plans that ended with care. */
function needsOfCare(
  world: World,
  slots: readonly CareSlot[],
  newFamily: (lot: Chance) => FamilyDraft,
  needs: NeedDraft[],
): readonly ProtectionDraft[] {
  const lot = world.chance('needs of care')
  const plans: ProtectionDraft[] = []
  const childOf = new Map<CareSlot, ChildDraft>()
  let last: { slot: CareSlot; family: FamilyDraft; protectedFor: number; received: number; need: NeedDraft } | null = null
  for (const [place, slot] of slots.entries()) {
    const emergency = lot.happens(0.22 + world.problems.size('emergency-entries', day(slot.from)))
    if (slot.before) {
      const child = childOf.get(slot.before) as ChildDraft
      const before = child.needs.at(-1) as NeedDraft
      before.closed = Math.min(before.closed ?? far, toWorking(slot.from - 17))
      for (const plan of before.plans) plan.until = Math.min(plan.until ?? far, before.closed)
      needs.push(careNeed(world, child, slot, Math.max(before.closed + 1, slot.from - lot.between(0, 9)), 0, `R${place}`, null, lot, plans))
      continue
    }
    // Brothers and sisters come within days of each other.
    const joins: boolean =
      last !== null &&
      !slot.alone &&
      !last.slot.alone &&
      slot.from - last.slot.from <= 12 &&
      Math.abs(slot.born - last.slot.born) > 300 &&
      !last.family.children.some(({ born }) => Math.abs(born - slot.born) < 300) &&
      lot.happens(0.72)
    const family: FamilyDraft = joins && last ? last.family : newFamily(lot)
    const child: ChildDraft = { born: slot.born, alone: slot.alone, family, needs: [], disabled: !slot.alone && lot.happens(0.1) }
    family.children.push(child)
    childOf.set(slot, child)
    const lead = slot.alone ? 0 : emergency ? (lot.happens(0.5) ? 0 : lot.between(1, 24)) : lot.between(70, 420)
    const received: number =
      joins && last
        ? Math.min(last.received, slot.from)
        : slot.alone
          ? slot.from
          : toWorking(slot.from - lead) > slot.from
            ? slot.from
            : toWorking(slot.from - lead)
    const protectedFor: number =
      joins && last
        ? last.protectedFor
        : slot.from - received > 75 && lot.happens(0.7)
          ? lot.between(35, Math.min(400, slot.from - received - 32))
          : 0
    const together: string =
      joins && last ? ((last.family.children[0] as ChildDraft).needs[0] as NeedDraft).together : togetherOf(received, place)
    const need = careNeed(world, child, slot, received, protectedFor, together, joins && last ? last.need : null, lot, plans)
    needs.push(need)
    if (!slot.alone) last = { slot, family, protectedFor, received, need }
  }
  return plans
}

function careNeed(
  world: World,
  child: ChildDraft,
  slot: CareSlot,
  received: number,
  protectedFor: number,
  together: string,
  sibling: NeedDraft | null,
  lot: Chance,
  plans: ProtectionDraft[],
): NeedDraft {
  const need = needFor(child, received, together)
  const { workforce } = world
  need.care = slot
  const source = slot.alone ? lot.pick(['6', '7', '5B']) : lot.pick(['6', '6', '3E', '2A', '5C', '1A'])
  const kind = slot.alone
    ? 'N8'
    : lot.weighed([
        ['N1', 64],
        ['N5', 13],
        ['N4', 8],
        ['N6', 7],
        ['N3', 4],
      ])
  need.source = sibling?.source ?? (slot.alone ? source : fittingSource(source, (received - child.born) / year))
  need.need = fitting(sibling?.need ?? kind, child, received)
  const team = workforce.teamFor('assessment', together).id
  const started = slot.alone
    ? toWorking(slot.from + 1 + Math.round(lot.about(2) * (1 + 6 * world.problems.size('unaccompanied-seen-late', day(slot.from)))))
    : plusWorking(received, lot.between(0, 2))
  need.assessment = {
    team,
    startedOn: started,
    finishedOn: Math.max(
      started,
      Math.min(plusWorking(started, Math.round(Math.min(75, lot.about(34, 0.35)))), minusWorking(child.born + Math.floor(18 * year), 2)),
    ),
    leadsTo: 'care',
  }
  if (protectedFor > 0) {
    const from = toWorking(slot.from - protectedFor)
    const discussed = Math.max(received, minusWorking(from, lot.between(9, 16)))
    need.enquiry = { discussedOn: discussed, completedOn: plusWorking(discussed, lot.between(5, 9)), substantiated: true }
    if (from < slot.from - 5 && from > received) {
      const plan: ProtectionDraft = {
        from,
        until: slot.from,
        category: 'NEG',
        changed: null,
        team: workforce.teamFor('family support', together).id,
        ends: 'care',
        ripe: 99,
        earlier: earlierPlans(child, world.chance('plan long ago', together).happens(0.15), from),
      }
      need.protection = plan
      plans.push(plan)
    }
  } else if (!slot.alone && lot.happens(0.45)) {
    const discussed = Math.max(received, slot.from - lot.between(0, 6))
    need.enquiry = { discussedOn: discussed, completedOn: plusWorking(discussed, lot.between(2, 9)), substantiated: true }
  }
  const first = need.protection?.from ?? slot.from
  const done = need.assessment.finishedOn
  if (first - done > 25) {
    // The child stays at home for now, with a plan.
    need.plans.push({ from: done, until: first, team: teamOfPlan(world, child, together, done, lot) })
    need.assessment.leadsTo = 'plan'
  } else if (need.protection) need.assessment.leadsTo = 'protection'
  const { until, leaving } = slot
  if (leaving === 'home') {
    const closed = Math.max(until + 1, Math.min(toWorking(until + lot.between(45, 190)), child.born + Math.floor(18 * year)))
    need.plans.push({ from: until, until: closed, team: workforce.teamFor('family support', together).id })
    need.closed = closed
    need.closure = 'RC7'
  } else {
    need.closed = leaving === 'eighteen' ? until : toWorking(until + lot.between(0, 12))
    need.closure = leaving === 'adoption' ? 'RC1' : leaving === 'guardianship' ? 'RC4' : leaving === 'eighteen' ? 'RC6' : 'RC5'
  }
  return need
}

// ---------------------------------------------------------------- protection

/** From the referral to the day on which harm is discussed. */
interface ReferralDraft {
  readonly lot: Chance
  /** The child has a plan in need before anyone speaks of harm. */
  readonly early: boolean
  readonly discussed: number
  readonly received: number
}

function referralFor(world: World, from: number, place: number): ReferralDraft {
  const lot = world.chance('needs of protection', String(place), String(from))
  const early = lot.happens(0.3)
  const discussed = minusWorking(from, Math.round(Math.max(6, Math.min(24, lot.about(11, 0.28)))))
  const received = early ? toWorking(discussed - lot.between(60, 260)) : minusWorking(discussed, lot.between(0, 4))
  return { lot, early, discussed, received }
}

/** Of the families of whom a conference speaks, so many had a plan before: here, or, of older children, before anything that is told. */
const [hadAPlanHere, hadAPlanLongAgo] = [0.125, 0.05] as const

/**
 * A family with as many children whose plan ended in the years before, for whom another conference is held. Null for most, and where none of those
 * known fits: nothing of it may be open, and its children must be no babies, and young enough for the plan to end in their childhood.
 */
function conferencedBefore(
  world: World,
  { from, children: plans }: ProtectionGroup,
  received: number,
  known: readonly FamilyDraft[],
): FamilyDraft | null {
  const lot = world.chance('conferenced before', String(from), String(plans.length), String(received))
  if (!lot.happens(hadAPlanHere)) return null
  const latest = Math.max(...plans.map(({ until }) => until ?? far))
  const fitting = known.filter(
    ({ children }) =>
      children.length === plans.length &&
      children.every(
        ({ born, needs }) =>
          needs.length < 3 &&
          born + 1.5 * year < received &&
          needs.every(({ closed }) => closed !== null && closed < received - 45) &&
          born + 18 * year >= latest + 15 &&
          received - (needs.at(-1)?.closed ?? 0) < 5 * year,
      ),
  )
  // The more lately it was closed, the likelier it is back.
  return fitting.length === 0 ? null : (fitting[Math.floor(fitting.length * Math.sqrt(lot.next()))] as FamilyDraft)
}

function needsOfProtection(
  world: World,
  { from, children: plans }: ProtectionGroup,
  family: FamilyDraft,
  { lot, early, discussed, received }: ReferralDraft,
): readonly NeedDraft[] {
  const together = togetherOf(received, family.place)
  const team = world.workforce.teamFor('family support', together).id
  const assessed = plusWorking(received, lot.between(1, 2))
  const finished = Math.max(
    toWorking(assessed + 6),
    early
      ? plusWorking(assessed, Math.round(lot.about(32, 0.3)))
      : Math.min(plusWorking(assessed, Math.round(lot.about(28, 0.3))), toWorking(from + 12)),
  )
  const source = lot.weighed([
    ['6', 30],
    ['2A', 18],
    ['3E', 12],
    ['3A', 7],
    ['5C', 6],
    ['1A', 5],
    ['5B', 8],
    ['3B', 6],
    ['8', 4],
    ['9', 4],
  ])
  const kind = lot.weighed([
    ['N1', 78],
    ['N5', 10],
    ['N4', 6],
    ['N3', 6],
  ])
  // A plan ends before a child is grown up.
  const again = family.children.length > 0
  let ages = again ? family.children.map(({ born }) => born) : agesOf(lot, plans.length, received)
  for (
    let tries = 0;
    !again && tries < 60 && ages.some((born, place) => born + 18 * year < ((plans[place] as ProtectionDraft).until ?? far) + 15);
    tries++
  )
    ages = agesOf(lot, plans.length, received)
  const longAgo = !again && lot.happens(hadAPlanLongAgo)
  const after = lot.between(70, 230)
  const afterwards = lot.between(1, 9)
  return plans.map((plan, place) => {
    const child: ChildDraft = family.children[place] ?? {
      born: ages[place] as number,
      alone: false,
      family,
      needs: [],
      disabled: lot.happens(0.035),
    }
    if (!again) family.children.push(child)
    plan.earlier = earlierPlans(child, longAgo, from)
    const need = needFor(child, received, together)
    need.source = fittingSource(source, (received - Math.min(...ages)) / year, (received - Math.max(...ages)) / year)
    need.need = fitting(kind, child, received)
    plan.team = team
    need.assessment = {
      team: world.workforce.teamFor('assessment', together).id,
      startedOn: assessed,
      finishedOn: finished,
      leadsTo: early && from - finished > 25 ? 'plan' : 'protection',
    }
    need.enquiry = { discussedOn: discussed, completedOn: plusWorking(discussed, lot.between(6, 10)), substantiated: true }
    need.protection = plan
    if (early && from - finished > 25) need.plans.push({ from: finished, until: from, team })
    const until = plan.until ?? far
    if (plan.ends === 'plan in need') {
      need.closed = toWorking(until + after)
      need.plans.push({ from: until, until: need.closed, team })
    } else need.closed = toWorking(until + afterwards)
    need.closure = 'RC7'
    const eighteenth = child.born + Math.floor(18 * year)
    if ((need.closed ?? 0) > eighteenth && eighteenth > until) need.closed = eighteenth
    for (const each of need.plans) if ((each.until ?? 0) > (need.closed ?? far)) each.until = need.closed
    if ((until - from) / 30.4 > 9 && lot.happens(0.3))
      need.proceedings = {
        decidedOn: toWorking(from + 200),
        letterOn: plusWorking(from + 200, 8),
        issuedOn: null,
        finalOrderOn: null,
        outcome: 'no order',
      }
    return need
  })
}

/** Plans that the child had before one begins. @param longAgo the family had one years ago: those count it who had been born */
const earlierPlans = ({ born, needs }: ChildDraft, longAgo: boolean, from: number): number =>
  needs.reduce(
    (most, { protection }) => (protection ? Math.max(most, protection.earlier + 1) : most),
    longAgo && from - born > 4 * year ? 1 : 0,
  )

/** Birth days of brothers and sisters, the eldest first, at least eleven months apart. */
function agesOf(lot: Chance, number: number, on: number): readonly number[] {
  const youngest = lot.weighed<readonly [number, number]>([
    [[-0.35, 0], 5],
    [[0, 0.99], 15],
    [[1, 4.99], 31],
    [[5, 9.99], 26],
    [[10, 14.99], 19],
    [[15, 17.2], number > 1 ? 0 : 5],
  ])
  let age = youngest[0] + (youngest[1] - youngest[0]) * lot.next()
  const ages = [age]
  for (let nth = 1; nth < number; nth++) {
    age += 1.1 + 2.6 * lot.next()
    if (age > 17) break
    ages.push(age)
  }
  while (ages.length < number)
    ages.push(Math.max(0.02, (ages[0] as number) - 0.96 * (ages.length + 1 - number) - 0.9 * lot.next()) + 0.001 * ages.length)
  return ages.sort((one, other) => other - one).map((each) => on - Math.round(each * year))
}

// ---------------------------------------------------------------- the rest

/** How many families are referred in a week, at the size of the published authority. */
function referredInAWeek(monday: number, planted: boolean): number {
  const on = day(monday)
  if (!planted) return 24
  const level = on < '2014-09-01' ? 22.5 : on < '2015-03-01' ? 25 : on < '2016-09-01' ? 27.5 : on < '2018-01-15' ? 25 : 32
  return level
}

/** In need altogether at the end of a week. */
function inNeedOn(on: number, world: World): number {
  const { size, planted } = world
  const at = day(on)
  const points: readonly (readonly [string, number])[] =
    planted || size.published
      ? [
          ['2011-01-01', 1400],
          ['2013-01-01', 1455],
          ['2014-06-30', 1520],
          [yearBefore.day, yearBefore.inNeed],
          ['2015-09-30', 1590],
          [inspectors.day, inspectors.inNeed],
          ['2016-10-31', 1590],
          ['2017-06-30', 1530],
          ['2017-12-31', 1540],
          ['2018-07-31', 1735],
          ['2018-12-31', 1690],
          ['2040-01-01', 1600],
        ]
      : [
          ['2000-01-01', 1480],
          ['2040-01-01', 1480],
        ]
  const next = points.findIndex(([each]) => each >= at)
  const [before, after] = [points[Math.max(0, next - 1)], points[Math.max(1, next)]] as [
    readonly [string, number],
    readonly [string, number],
  ]
  const share = Math.max(0, Math.min(1, (on - num(before[0])) / (num(after[0]) - num(before[0]))))
  return Math.round(size.scale * (before[1] + share * (after[1] - before[1])))
}

interface Waiting {
  readonly need: NeedDraft
  /** The day on which work would be done if there were time for it. */
  readonly ripe: number
}

/** Weeks from long before the history begins; a week ends on the days for which numbers are held. */
function weeksOf(world: World): readonly (readonly [from: number, to: number])[] {
  const stops = world.size.published ? [num(yearBefore.day), num(inspectors.day)] : []
  const weeks: [number, number][] = []
  const end = num(world.to)
  for (let from = num(addDays(world.from, -540)); from <= end;) {
    const to = Math.min(from + 6, ...stops.filter((stop) => stop >= from), end)
    weeks.push([from, to])
    from = to + 1
  }
  return weeks
}

function ordinaryNeeds(world: World, planned: readonly NeedDraft[], newFamily: (lot: Chance) => FamilyDraft): void {
  const lot = world.chance('ordinary needs')
  const weeks = weeksOf(world)
  const first = (weeks[0] as readonly [number, number])[0]
  // Those planned already, day by day.
  const changes = new Int32Array(num(world.to) - first + 2)
  for (const { received, closed } of planned) {
    const [from, until] = [Math.max(0, received - first), Math.max(0, (closed ?? far) - first)]
    if (until <= from) continue
    if (from < changes.length) changes[from] = (changes[from] as number) + 1
    if (until < changes.length) changes[until] = (changes[until] as number) - 1
  }
  const plannedOn: number[] = []
  let sum = 0
  for (const change of changes) plannedOn.push((sum += change))

  /** Families whose case was closed, the latest last. */
  const lately: FamilyDraft[] = []
  /** Plans that ended, the latest last. */
  const done: NeedDraft[] = []
  let waiting: Waiting[] = []
  const short: NeedDraft[] = []
  for (const [from, to] of weeks) {
    let arriving = (world.size.scale * referredInAWeek(from, world.planted) * (to - from + 1)) / 7 + lot.next() - 0.5
    for (; arriving > 0.5; arriving--) {
      let on = from + Math.floor(lot.next() * (to - from + 1))
      for (let tries = 0; tries < 3 && !lot.happens(busyness(day(on)) / 1.12); tries++) on = from + Math.floor(lot.next() * (to - from + 1))
      const family = lot.happens(0.36) ? (again(lately, on, lot) ?? newFamily(lot)) : newFamily(lot)
      if (family.children.length === 0) {
        for (const born of agesOf(
          lot,
          lot.weighed([
            [1, 49],
            [2, 30],
            [3, 15],
            [4, 6],
          ]),
          on,
        ))
          family.children.push({ born, alone: false, family, needs: [], disabled: lot.happens(0.045) })
      }
      for (const need of refer(world, family, on, lot)) {
        if (need.plans.length > 0) {
          const plan = need.plans[0] as NeedDraft['plans'][number]
          const months = need.child.disabled ? lot.about(16, 0.5) : lot.about(5.2, 0.6)
          waiting.push({ need, ripe: plan.from + Math.round(months * 30.4) })
        } else short.push(need)
      }
      if (family.children.every(({ needs }) => needs.at(-1)?.plans.length === 0)) lately.push(family)
    }
    // So many plans end as the numbers ask: the ripest first.
    const openShort = openOf(short, to)
    const target = inNeedOn(to, world) - (plannedOn[to - first] ?? 0) - openShort
    let closing = waiting.filter(({ need }) => need.received <= to).length - target
    if (closing < 0) closing += stayOpen(world, done, to, -closing, lot)
    waiting.sort((one, other) => one.ripe - other.ripe)
    const latest = Math.max(minusWorking(to + 1, 1), from)
    const kept: Waiting[] = []
    for (const each of waiting) {
      const plan = each.need.plans[0] as NeedDraft['plans'][number]
      const eighteenth = each.need.child.born + Math.floor(18 * year)
      const could = each.need.received <= to && plan.from < to - 12
      if (could && (closing > 0 || eighteenth <= to)) {
        const ended = Math.min(
          latest,
          Math.max(toWorking(plan.from + 8), Math.min(eighteenth, toWorking(from + Math.floor(lot.next() * (to - from))))),
        )
        endPlan(world, each.need, Math.max(ended, from), lot)
        lately.push(each.need.child.family)
        done.push(each.need)
        closing--
      } else kept.push(each)
    }
    // Nothing is ripe: what was assessed is closed where it stands, as any council does when numbers press.
    for (const each of kept.filter(({ need }) => need.received <= to - 30)) {
      if (closing <= 0) break
      const plan = each.need.plans[0] as NeedDraft['plans'][number]
      if (plan.from >= to) each.need.plans.length = 0
      endPlan(world, each.need, latest, lot)
      kept.splice(kept.indexOf(each), 1)
      closing--
    }
    waiting = kept
  }
  const last = num(world.to)
  for (const { need, ripe } of waiting) endPlan(world, need, Math.max(last + 5, ripe + 60), lot)
}

/** The last differences on a day that is counted: a plan ends a little sooner or later than it would. */
function settle(families: readonly FamilyDraft[], on: number, wanted: number): void {
  const open = ({ received, closed }: NeedDraft): boolean => received <= on && (closed ?? far) > on
  const children = families.flatMap((family) => family.children)
  let more = wanted - children.filter(({ needs }) => needs.some(open)).length
  for (const { needs, born } of children) {
    if (more === 0) return
    const last = needs.at(-1)
    const plan = last?.plans[0]
    if (!last || !plan || last.protection || last.care || last.closed === null || plan.from > on - 60) continue
    const lately = last.closed <= on && last.closed > on - 45 && needs.length === 1 && on - born < 17 * year
    const soon = last.closed > on && last.closed < on + 45
    if (more > 0 ? !lately : !soon) continue
    last.closed = more > 0 ? toWorking(on + 6) : minusWorking(on, 3)
    plan.until = last.closed
    more -= Math.sign(more)
  }
}

/** Where a day is counted and too few are open, some that were closed in the weeks before stayed open a little longer. */
function stayOpen(world: World, done: readonly NeedDraft[], on: number, number: number, lot: Chance): number {
  if (!world.size.published || (on !== num(yearBefore.day) && on !== num(inspectors.day))) return 0
  let kept = 0
  for (const need of done.toReversed()) {
    if (kept === number) break
    const plan = need.plans[0]
    const eighteenth = need.child.born + Math.floor(18 * year)
    if (!plan || need.closed === null || need.closed > on || need.child.needs.at(-1) !== need || eighteenth < on + 60) continue
    need.closed = toWorking(on + lot.between(4, 40))
    plan.until = need.closed
    kept++
  }
  return kept
}

let pruned = 0
function openOf(short: NeedDraft[], on: number): number {
  // Those closed long ago are let go, so that counting stays quick.
  if (++pruned % 16 === 0) short.splice(0, short.length, ...short.filter(({ closed }) => (closed ?? far) > on))
  return short.filter(({ received, closed }) => received <= on && (closed ?? far) > on).length
}

/** A family whose case was closed in the last months and has nothing open: the more restless, the sooner it is back. */
function again(lately: readonly FamilyDraft[], on: number, lot: Chance): FamilyDraft | null {
  const first = Math.max(0, lately.length - 1_100)
  for (let tries = 0; tries < 14 && lately.length > 0; tries++) {
    const family = lately[first + Math.floor(lot.next() * (lately.length - first))] as FamilyDraft
    // Back again and again, but no family is referred every few months for years.
    if (family.restless < 0.5 || family.children.some(({ needs }) => needs.length >= 6)) continue
    const free = family.children.every(
      ({ needs, born }) =>
        needs.every(({ received, closed }) => closed !== null && closed < on - 10 && received < on) && on - born < 16.5 * year,
    )
    if (free) return family
  }
  return null
}

/** A referral of a family’s children, and what comes of it. */
function refer(world: World, family: FamilyDraft, on: number, lot: Chance): readonly NeedDraft[] {
  const together = togetherOf(on, family.place)
  const disabled = family.children.some((child) => child.disabled)
  const source = lot.weighed([
    ['6', 27],
    ['2A', 17],
    ['2B', 3],
    ['3A', 6],
    ['3B', 5],
    ['3C', 3],
    ['3E', 8],
    ['3F', 2],
    ['4', 4],
    ['5A', 3],
    ['5B', 8],
    ['5C', 2],
    ['1A', 5],
    ['1B', 2],
    ['8', 2],
    ['9', 2],
    ['10', 1],
  ])
  const kind = lot.weighed([
    ['N1', 52],
    ['N5', 17],
    ['N4', 14],
    ['N3', 5],
    ['N6', 8],
    ['N7', 2],
    ['N8', 1],
  ])
  const course = lot.weighed<'no further action' | 'closed' | 'early help' | 'plan'>([
    ['no further action', 13],
    ['closed', 40],
    ['early help', 9],
    ['plan', disabled ? 140 : 38],
  ])
  const team = world.workforce.teamFor('assessment', together).id
  const started = plusWorking(on, lot.between(0, 2))
  const strain = world.workforce.strain(team, day(Math.min(started, num(world.to))))
  const days = Math.max(4, Math.min(140, Math.round(lot.about(22, 0.34) * (1 + 0.6 * strain))))
  const finished = plusWorking(started, days)
  const enquired = course !== 'no further action' && lot.happens(0.17)
  // Harm was found of nearly half of those for whom a plan in need then follows: of some of them a conference says so.
  const substantiated = enquired && course === 'plan' && world.chance('harm found', together).happens(0.44)
  return family.children
    .filter(({ born, needs }) => on - born < 17.6 * year && on - born > -200 && needs.every(({ closed }) => (closed ?? far) < on))
    .map((child) => {
      const need = needFor(child, on, together)
      const born = family.children.map((each) => each.born)
      need.source = fittingSource(source, (on - Math.min(...born)) / year, (on - Math.max(...born)) / year)
      need.need = child.disabled && child.born <= on ? 'N2' : fitting(kind, child, on)
      if (course === 'no further action') {
        need.closed = plusWorking(on, 1 + Math.floor(lot.next() * 2))
        need.closure = 'RC8'
        return need
      }
      need.assessment = { team, startedOn: started, finishedOn: finished, leadsTo: course === 'closed' ? 'closure' : course }
      if (enquired) need.enquiry = { discussedOn: plusWorking(on, 1), completedOn: plusWorking(on, 8), substantiated }
      world.workforce.allocate(team, day(started), day(finished))
      if (course === 'plan') need.plans.push({ from: finished, until: null, team: teamOfPlan(world, child, together, finished, lot) })
      else {
        need.closed = plusWorking(finished, lot.between(0, 3))
        need.closure = course === 'early help' ? 'RC9' : 'RC8'
      }
      return need
    })
}

/** Who refers, where the family’s children are of an age for it: schools speak of pupils, health visitors of small ones, and of who is not yet born the midwife does. */
export function fittingSource(source: string, eldest: number, youngest = eldest): string {
  if (eldest < 0) return ['2A', '2B', '3A', '3B', '3C', '8', '9'].includes(source) ? '3D' : source
  if (eldest < 4.2) return source === '2A' || source === '3C' ? '3B' : source === '2B' ? '8' : source
  return source === '3B' && youngest > 5 ? '3C' : source
}

/** The need at referral, where the child is of an age for it: what a child does in the street is not said of a small one, nor anything of one not yet born. */
function fitting(kind: string, { born }: ChildDraft, on: number): string {
  const age = (on - born) / year
  if (kind === 'N6' && age < 10) return age < 0 ? 'N1' : 'N5'
  return age < 0 && (kind === 'N7' || kind === 'N8') ? 'N4' : kind
}

function teamOfPlan(world: World, child: ChildDraft, together: string, on: number, lot: Chance): string {
  const { workforce } = world
  if (child.disabled && on > child.born && lot.happens(0.8)) return workforce.teamFor('disabled children', together).id
  if (on - child.born > 12 * year && lot.happens(0.85)) return workforce.teamFor('adolescents', together).id
  return workforce.teamFor('family support', together).id
}

function endPlan(world: World, need: NeedDraft, closed: number, lot: Chance): void {
  const plan = need.plans[0]
  need.closed = Math.max(closed, need.received + 1)
  need.closure = lot.weighed([
    ['RC7', 95],
    ['RC5', 5],
  ])
  if (!plan) return
  plan.until = need.closed
  if (plan.until <= plan.from) need.plans.length = 0
  else world.workforce.allocate(plan.team, day(plan.from), day(Math.min(plan.until, num(world.to) + 30)))
}

/** Says to the teams who has the children that protection and care brought. */
function account({ workforce, to }: World, { assessment, protection, plans, care, together, received }: NeedDraft): void {
  const end = num(to) + 30
  const has = (team: string, from: number, until: number): void => {
    if (team !== '' && until > from) workforce.allocate(team, day(from), day(Math.min(until, end)))
  }
  if (assessment) has(assessment.team, assessment.startedOn, assessment.finishedOn)
  if (protection) has(protection.team, protection.from, protection.until ?? end)
  for (const { from, until, team } of plans) has(team, from, until ?? end)
  const reviewers = workforce.teamFor('reviewing', together).id
  if (protection) has(reviewers, protection.from, protection.until ?? end)
  if (!care) return
  has(lookedAfterTeam(workforce, care.alone, together, day(received)), care.from, care.until)
  has(reviewers, care.from, care.until)
}

/** Unaccompanied children have a team of their own; brothers and sisters are in one. @param received day of the referral */
export function lookedAfterTeam(workforce: Workforce, alone: boolean, together: string, received: Day): TeamId {
  const teams = workforce.teams.filter(({ work }) => work === 'looked after')
  const last = (teams.at(-1) as Team).id
  if (alone || teams.length < 3) return last
  const usual = workforce.teamFor('looked after', together).id
  // Its other children are few while many come alone.
  return usual === last &&
    received > '2014-09-01' &&
    received < '2016-10-01' &&
    workforce.teamFor('looked after', `${together} again`).id !== last
    ? (teams[Number(together.slice(-1)) % 2] as Team).id
    : usual
}
