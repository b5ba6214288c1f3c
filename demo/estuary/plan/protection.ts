import type { Chance } from '../chance.ts'
import type { CategoryOfAbuse } from '../course.ts'
import { lastDayOf, monthsFrom } from '../days.ts'
import type { World } from '../world.ts'
import { num, toWorking } from './clock.ts'
import type { ProtectionDraft } from './drafts.ts'
import { inspectors, yearBefore } from './published.ts'

/** A protection plan of brothers and sisters together, before it has children. */
export interface ProtectionGroup {
  readonly from: number
  readonly children: ProtectionDraft[]
}

/** How many children are on protection plans at the end of a stretch. */
interface Step {
  readonly from: number
  readonly to: number
  readonly stock: number
}

/** On plans at the end of a month: it rises through 2015 because plans in need drift, and falls when surgeries look at long ones. */
function stockAt(month: string, scale: number, published: boolean, planted: boolean): number {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - (2015 * 12 + 3)
  if (published && at === 0) return yearBefore.protectionPlans
  const wave = 4 * Math.sin(at / 1.7) + 3 * Math.sin(at / 4.3)
  const level =
    !planted && !published
      ? 195
      : at < 0
        ? 201 + at * 0.8
        : at < 11
          ? 201 + at * 5.6
          : at < 17
            ? 263 + (at - 11) * 3
            : at < 34
              ? 281 - (at - 17) * 3.2
              : 227 + (at - 34) * 2.4
  return Math.max(2, Math.round(scale * (level + wave)))
}

function stepsOf({ from, to, size, planted }: World): readonly Step[] {
  const inspected = num(inspectors.day)
  return monthsFrom(monthsBefore(from, 18), to).flatMap((month): Step[] => {
    const whole: Step = { from: num(`${month}-01`), to: num(lastDayOf(month)), stock: stockAt(month, size.scale, size.published, planted) }
    if (!size.published || inspected < whole.from || inspected > whole.to) return [whole]
    const stock = Object.values(inspectors.protectionPlans).reduce((sum, each) => sum + each, 0)
    return [
      { from: whole.from, to: inspected, stock },
      { from: inspected + 1, to: whole.to, stock: stock + 2 },
    ]
  })
}

export const monthsBefore = (day: string, months: number): string => {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/**
 * Protection plans beside those that end with coming into care, which are planned with care and counted here.
 * @param intoCare plans that end with coming into care
 */
export function planProtection(world: World, intoCare: readonly ProtectionDraft[]): readonly ProtectionGroup[] {
  const lot = world.chance('protection')
  const groups: ProtectionGroup[] = []
  let open: ProtectionGroup[] = []
  const stock = (): number => open.reduce((sum, { children }) => sum + children.filter(({ until }) => until === null).length, 0)
  const counted = (day: number): number => intoCare.filter(({ from, until }) => from <= day && (until ?? Infinity) > day).length
  for (const step of stepsOf(world)) {
    const days = step.to - step.from + 1
    const wanted = step.stock - counted(step.to)
    const usual = Math.round(world.size.scale * (days / 30.4) * 19 * (0.8 + 0.4 * lot.next()) + lot.next() - 0.5)
    let entering = Math.max(usual, wanted - stock())
    const fresh: ProtectionGroup[] = []
    while (entering > 0) {
      const size = Math.min(
        entering,
        lot.weighed([
          [1, 46],
          [2, 29],
          [3, 16],
          [4, 9],
        ]),
      )
      const from = toWorking(step.from + Math.floor(lot.next() * Math.max(1, days - 4)))
      const ripe = lot.weighed([
        [lot.between(2, 4), 22],
        [lot.between(5, 13), 54],
        [lot.between(14, 24), 19],
        [lot.between(25, 38), 5],
      ])
      fresh.push({ from: Math.min(from, step.to), children: Array.from({ length: size }, () => planFor(Math.min(from, step.to), ripe)) })
      entering -= size
    }
    end(open, stock() + fresh.reduce((sum, { children }) => sum + children.length, 0) - wanted, step, lot)
    groups.push(...fresh)
    open = [...open.filter(({ children }) => children.some(({ until }) => until === null)), ...fresh]
  }
  const last = num(world.to)
  for (const { children } of open) for (const plan of children) plan.until ??= last + lot.between(20, 300)
  return groups
}

const planFor = (from: number, ripe: number): ProtectionDraft => ({
  from,
  until: null,
  category: 'NEG',
  changed: null,
  team: '',
  ends: 'plan in need',
  ripe,
  earlier: 0,
})

/** Ends the plans of so many children in a stretch: of the ripest first, brothers and sisters together as far as the number allows. */
function end(open: readonly ProtectionGroup[], number: number, step: Step, lot: Chance): void {
  const ordered = open.toSorted((one, other) => ripeness(other, step.to) - ripeness(one, step.to))
  let left = number
  for (const strict of [true, false])
    for (const { from, children } of ordered) {
      if (left <= 0) return
      const going = children.filter(({ until }) => until === null)
      if (going.length === 0 || (strict && going.length > left)) continue
      const day = Math.min(step.to, toWorking(Math.max(step.from + Math.floor(lot.next() * (step.to - step.from - 2)), from + 20)))
      const ends = lot.weighed([
        ['plan in need', 76],
        ['closure', 24],
      ] as const)
      for (const plan of going.slice(0, left)) Object.assign(plan, { until: Math.max(day, from + 1), ends })
      left -= Math.min(left, going.length)
    }
}

const ripeness = ({ from, children }: ProtectionGroup, day: number): number => (day - from) / 30.4 / (children[0]?.ripe ?? 1)

/** Gives each plan its category; on the day of the inspection exactly those that were counted. Brothers and sisters have one, but where the count asks otherwise. */
export function categorise(world: World, families: readonly (readonly ProtectionDraft[])[]): void {
  const lot = world.chance('categories')
  const inspected = num(inspectors.day)
  const counts: Record<string, number> = world.size.published ? { ...inspectors.protectionPlans } : {}
  const openThen = (plan: ProtectionDraft): boolean =>
    world.size.published && plan.from <= inspected && (plan.until ?? Infinity) > inspected
  // Small categories first, in families that fit; then what is left.
  const then = families.flatMap((plans) => {
    const these = plans.filter(openThen)
    return these.length === 0 ? [] : [these]
  })
  const categories = new Map<ProtectionDraft, CategoryOfAbuse>()
  const waiting = [...then].sort((one, other) => one.length - other.length)
  for (const category of ['SAB', 'PHY'] as const)
    for (let place = 0; place < waiting.length && (counts[category] ?? 0) > 0;) {
      const these = waiting[place] as ProtectionDraft[]
      if (these.length > (counts[category] ?? 0) || !lot.happens(0.25)) {
        place++
        if (place === waiting.length && (counts[category] ?? 0) > 0) place = 0
        continue
      }
      for (const plan of these) categories.set(plan, category)
      counts[category] = (counts[category] ?? 0) - these.length
      waiting.splice(place, 1)
    }
  for (const these of waiting)
    for (const plan of these) {
      const mostLeft: CategoryOfAbuse = (counts.EMO ?? 0) >= (counts.NEG ?? 0) ? 'EMO' : 'NEG'
      categories.set(plan, mostLeft)
      counts[mostLeft] = (counts[mostLeft] ?? 0) - 1
    }
  // One family’s children that fell to two categories are of one where another family can change with them.
  evenOut(waiting, categories)
  for (const plans of families) {
    const family = lot.next()
    const changes = lot.between(num('2015-10-05'), num('2016-01-29'))
    for (const plan of plans)
      categoriseOne(
        world,
        plan,
        categories.get(plan),
        family,
        toWorking(changes) > num('2016-01-29') ? num('2016-01-29') : toWorking(changes),
      )
  }
}

function categoriseOne(world: World, plan: ProtectionDraft, counted: CategoryOfAbuse | undefined, lot: number, changes: number): void {
  const began = Math.max(plan.from, num('2010-01-01'))
  const emotional = 0.26 + 0.24 * Math.max(0, Math.min(1, (began - num('2015-01-01')) / 330))
  const own: CategoryOfAbuse =
    counted ??
    (lot < emotional
      ? 'EMO'
      : lot < emotional + 0.05
        ? 'PHY'
        : lot < emotional + 0.05 + (began > num('2016-01-01') ? 0.05 : 0.012)
          ? 'SAB'
          : 'NEG')
  const hides = world.planted && began < num('2015-10-01') && (own === 'SAB' ? 0.8 : own === 'EMO' ? 0.42 : 0.24) > (lot * 7.3) % 1
  plan.category = own
  if (!hides) return
  plan.category = 'MUL'
  if (plan.until === null || plan.until > changes) plan.changed = { on: Math.max(changes, plan.from + 10), category: own }
}

function evenOut(families: readonly (readonly ProtectionDraft[])[], categories: Map<ProtectionDraft, CategoryOfAbuse>): void {
  const mixed = families.filter((plans) => new Set(plans.map((plan) => categories.get(plan))).size > 1)
  const singles = families.filter((plans) => plans.length === 1)
  for (const plans of mixed) {
    const wanted = categories.get(plans[0] as ProtectionDraft) as CategoryOfAbuse
    for (const plan of plans.slice(1)) {
      const has = categories.get(plan) as CategoryOfAbuse
      if (has === wanted) continue
      const other = singles.find(([single]) => categories.get(single as ProtectionDraft) === wanted)
      if (!other) return
      categories.set(other[0] as ProtectionDraft, has)
      categories.set(plan, wanted)
    }
  }
}
