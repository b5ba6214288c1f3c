import { birthday } from '../../../src/engine/clocks/days.ts'
import type { Stretch } from '../course.ts'
import type { World } from '../world.ts'
import type { CareSlot } from './care.ts'
import { eighteen } from './care.ts'
import { day, num, toWorking } from './clock.ts'
import { inspectors } from './published.ts'

/** Rights of leaving care, as day numbers. */
export interface LeavingDraft {
  readonly from: number
  readonly until: number
  readonly stayingPut: readonly [number, number] | null
  readonly custody: readonly [number, number] | null
  readonly disabledAdult: boolean
}

/**
 * Who has a right to support after care, and for how long: looked after for 13 weeks since 14 and past the 16th birthday (Children Act 1989,
 * Schedule 2, paragraphs 19A and 19B, and section 23A). Until 21, or 25 for those in education. On the day of the inspection it is those who were counted.
 * @param last for each child, the last time in care
 */
export function planLeaving(world: World, last: readonly CareSlot[]): ReadonlyMap<CareSlot, LeavingDraft> {
  const lot = world.chance('leaving care')
  const leavers = new Map<CareSlot, LeavingDraft>()
  for (const slot of last) {
    const sixteenth = num(birthday(day(slot.born), 16))
    const fourteenth = num(birthday(day(slot.born), 14))
    const since14 = slot.until - Math.max(slot.from, fourteenth)
    if (slot.until < sixteenth + 3 || since14 < 91 || slot.leaving === 'adoption' || slot.leaving === 'guardianship') continue
    if (slot.leaving === 'home' && slot.until < eighteen(slot.born) && !lot.happens(0.6)) continue
    const until21 = num(birthday(day(slot.born), 21))
    const until = lot.happens(0.16) ? until21 + lot.between(120, 900) : until21 - (lot.happens(0.12) ? lot.between(60, 500) : 0)
    if (until <= slot.until) continue
    const custody = lot.happens(0.05) ? toWorking(slot.until + lot.between(60, 500)) : null
    leavers.set(slot, {
      from: slot.until,
      until,
      stayingPut: null,
      custody: custody !== null && custody + 120 < until ? [custody, custody + lot.between(60, 240)] : null,
      disabledAdult: lot.happens(0.11),
    })
  }
  if (world.size.published && world.from <= '2014-04-01' && world.to >= '2016-06-30') countOnInspection(world, last, leavers)
  stayingPut(world, leavers)
  if (world.size.published) inCustody(world, leavers)
  const advisers = world.workforce.teamFor('leaving care', '').id
  for (const { from, until } of leavers.values()) world.workforce.allocate(advisers, day(from), day(Math.min(until, num(world.to) + 30)))
  return leavers
}

/** Brings those who are care leavers on the day to the numbers of each age, 68 of all unaccompanied. */
function countOnInspection(world: World, last: readonly CareSlot[], leavers: Map<CareSlot, LeavingDraft>): void {
  const lot = world.chance('leaving care, counted')
  const on = num(inspectors.day)
  const age = ({ born }: CareSlot): number => {
    const today = day(on)
    const birth = day(born)
    return Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - (today.slice(5) < birth.slice(5) ? 1 : 0)
  }
  const band = (slot: CareSlot): keyof typeof inspectors.careLeavers => (age(slot) <= 18 ? '16–18' : age(slot) <= 21 ? '19–21' : 'over 21')
  const there = (slot: CareSlot): boolean => {
    const draft = leavers.get(slot)
    return draft !== undefined && draft.from <= on && draft.until > on
  }
  const could = last.filter(
    (slot) => slot.until <= on && age(slot) >= 16 && age(slot) < 25 && slot.until - slot.from > 30 && slot.leaving !== 'adoption',
  )
  const aloneWanted = aloneByAge((name, alone) => could.filter((slot) => band(slot) === name && slot.alone === alone).length)
  for (const [name, wanted] of Object.entries(inspectors.careLeavers) as [keyof typeof inspectors.careLeavers, number][]) {
    const alone = aloneWanted[name]
    for (const [mine, number] of [
      [true, alone],
      [false, wanted - alone],
    ] as const) {
      const these = could.filter((slot) => band(slot) === name && slot.alone === mine)
      const now = these.filter(there)
      for (const slot of now.slice(number)) {
        const draft = leavers.get(slot) as LeavingDraft
        // Their rights had ended: they moved away, or did not want more.
        const until = Math.min(draft.until, on - lot.between(5, 200))
        if (until <= draft.from + 14) leavers.delete(slot)
        else leavers.set(slot, { ...draft, until, custody: draft.custody && draft.custody[1] < until ? draft.custody : null })
      }
      let missing = number - now.length
      for (const slot of these.filter((each) => !there(each))) {
        if (missing <= 0) break
        leavers.set(slot, {
          from: slot.until,
          until: Math.max(on + lot.between(60, 700), num(birthday(day(slot.born), 21))),
          stayingPut: null,
          custody: null,
          disabledAdult: false,
        })
        missing--
      }
      if (missing > 0)
        throw new Error(`${missing} care leavers of ${name} are missing on ${inspectors.day} (${mine ? 'unaccompanied' : 'others'})`)
    }
  }
}

/** How many of each age are unaccompanied, so that there are as many as were counted and enough of each. */
function aloneByAge(
  number: (name: keyof typeof inspectors.careLeavers, alone: boolean) => number,
): Record<keyof typeof inspectors.careLeavers, number> {
  const names = ['over 21', '16–18', '19–21'] as const
  const least = Object.fromEntries(names.map((name) => [name, Math.max(0, inspectors.careLeavers[name] - number(name, false))])) as Record<
    (typeof names)[number],
    number
  >
  let left = inspectors.careLeaversUnaccompanied - names.reduce((sum, name) => sum + least[name], 0)
  const usual = { 'over 21': 1, '16–18': 28, '19–21': 92 } as const
  for (const name of names) {
    const more = Math.max(0, Math.min(left, Math.min(usual[name], number(name, true), inspectors.careLeavers[name]) - least[name]))
    least[name] += more
    left -= more
  }
  return least
}

/** Five are in custody on the day of the inspection. */
function inCustody(world: World, leavers: Map<CareSlot, LeavingDraft>): void {
  const lot = world.chance('custody')
  const on = num(inspectors.day)
  const there = [...leavers].filter(([slot, { from, until }]) => from <= on && until > on && !slot.alone && eighteen(slot.born) < on - 100)
  const inside = there.filter(([, { custody }]) => custody && custody[0] <= on && custody[1] > on)
  const others = there.filter(([, { custody, stayingPut: stays, disabledAdult }]) => !custody && !stays && !disabledAdult)
  for (let missing = 5 - inside.length; missing > 0 && others.length > 0; missing--) {
    const [slot, draft] = others.splice(Math.floor(lot.next() * others.length), 1)[0] as [CareSlot, LeavingDraft]
    const from = Math.max(draft.from + 10, toWorking(on - lot.between(20, 90)))
    const until = Math.min(draft.until - 1, on + lot.between(20, 120))
    if (from < on && until > on) leavers.set(slot, { ...draft, custody: [from, until] })
  }
}

/** Seven live on with their former carers on the day of the inspection; few did before, more do since. */
function stayingPut(world: World, leavers: Map<CareSlot, LeavingDraft>): void {
  const lot = world.chance('staying put')
  const on = num(inspectors.day)
  const counted = world.size.published && world.to >= '2016-06-30' && world.from <= '2014-04-01'
  let staying = 0
  for (const [slot, draft] of leavers) {
    const last = slot.anchors.at(-1)?.kind
    // Who lived with carers at the end, as far as a day says.
    if (
      slot.leaving !== 'eighteen' ||
      slot.independent ||
      (last !== undefined && last !== 'own carers' && last !== 'agency carers' && last !== 'relatives')
    )
      continue
    const share = 0.4 * (1 - world.problems.size('staying-put-not-offered', day(Math.min(slot.until, num(world.to)))))
    const length = lot.between(120, 800)
    const wants = lot.happens(share)
    const until = Math.min(draft.until, slot.until + length)
    // Around the day nobody begins or ends but those who are counted.
    const then = slot.until <= on + 10 && until > on - 20
    if (counted && then) {
      if (staying < inspectors.stayingPut && slot.until <= on && until > on + 20 && draft.until > on + 20) {
        staying++
        slot.staysPut = true
        leavers.set(slot, { ...draft, stayingPut: [slot.until, until] })
      }
      continue
    }
    if (!wants) continue
    slot.staysPut = true
    leavers.set(slot, { ...draft, stayingPut: [slot.until, until] })
  }
  if (counted && staying < inspectors.stayingPut) throw new Error(`${staying} stay put on ${inspectors.day}`)
}

export const asStretch = (pair: readonly [number, number] | null): Stretch | null => pair && { from: day(pair[0]), until: day(pair[1]) }
