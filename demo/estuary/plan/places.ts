import { birthday } from '../../../src/engine/clocks/days.ts'
import type { Chance } from '../chance.ts'
import type { CareCourse, PlacementCourse, PlacementKind, ProceedingsCourse } from '../course.ts'
import { householdsOf, type Household } from '../tell/fostering.ts'

import type { World } from '../world.ts'
import type { CareSlot } from './care.ts'
import { day, minusWorking, num, toWorking, working } from './clock.ts'

/** Where a child lives in care, under which status, and how it goes to the end. */

interface Stay {
  from: number
  until: number
  kind: PlacementKind
  outside: boolean
}

const year = 365.25

/**
 * A time in care with its placements and legal statuses, and the proceedings that led to orders.
 * @param family chance of brothers and sisters together, whose proceedings are one, and the day on which the first of them came into care
 */
export function careOf(
  world: World,
  slot: CareSlot,
  emergency: boolean,
  lot: Chance,
  family: { readonly chance: Chance; readonly from: number },
): { care: CareCourse; proceedings: ProceedingsCourse | null } {
  const adoption = adoptionOf(slot, lot)
  const stays = staysOf(slot, adoption, lot)
  const legal = legalOf(slot, stays, adoption, emergency, family)
  const until = day(slot.until)
  return {
    care: {
      from: day(slot.from),
      until,
      emergency,
      leaves: whyLeft(slot, stays.at(-1) as Stay, lot),
      placements: stays.map((stay, place) => placementOf(world, stay, stays[place + 1] ?? null, slot, lot)),
      legal: legal.map((each) => ({ status: each.status, from: day(each.from), until: day(each.until) })),
      adoption: adoption && {
        decidedOn: day(adoption.decided),
        placementOrderOn: day(adoption.ordered),
        matchedOn: day(adoption.matched),
        placedOn: day(adoption.placed),
        orderOn: until,
      },
      leavingRecordedOn: slot.leavingRecordedOn === null ? null : day(slot.leavingRecordedOn),
      guardianshipOn: slot.leaving === 'guardianship' ? until : null,
    },
    proceedings: proceedingsOf(slot, legal, adoption, family.chance),
  }
}

interface AdoptionDays {
  readonly decided: number
  readonly ordered: number
  readonly matched: number
  readonly placed: number
}

/** From the decision to the order that ends care. The days from the placement order to the match are about those of the scorecard. */
function adoptionOf(slot: CareSlot, lot: Chance): AdoptionDays | null {
  const { from, until, placementOrderOn, anchors } = slot
  if (slot.leaving !== 'adoption' && placementOrderOn === null) return null
  const span = until - from
  const withAdopters = anchors.find(({ kind }) => kind === 'adopters')?.day ?? Infinity
  let placed = Math.round(until - Math.max(75, Math.min(300, span * 0.27)))
  placed = Math.min(placed, withAdopters === Infinity ? placed : withAdopters - lot.between(5, 60))
  const not = anchors.filter(({ kind }) => kind !== 'adopters').map(({ day: on }) => on)
  placed = Math.max(placed, from + 20, ...not.map((on) => on + 3))
  if (placed >= withAdopters) placed = withAdopters - 1
  placed = Math.min(placed, until - 5)
  // Placement orders are counted on two days of 2016: another child’s comes after them.
  const earliest = anchors.length > 0 && placementOrderOn === null ? num('2016-06-02') : 0
  placed = nearWorking(placed, Math.min(until - 5, withAdopters - 1))
  const ordered = nearWorking(
    Math.max(from + 12, earliest, Math.min(placementOrderOn ?? Math.round(placed - Math.min(span * 0.3, lot.about(205, 0.3))), placed - 8)),
    placed - 6,
  )
  const matched = nearWorking(Math.max(ordered + 4, Math.min(placed - 4, placed - lot.between(18, 50))), placed - 1)
  return { decided: nearWorking(Math.max(from + 8, ordered - lot.between(30, 95)), ordered - 1), ordered, matched, placed }
}

/** Courts, panels and moves of small children keep to working days: the next one, or the one before where that is too late. */
const nearWorking = (on: number, latest: number): number => (toWorking(on) <= latest ? toWorking(on) : minusWorking(latest + 1, 1))

/** Stays one after another that agree with what is counted on two days. */
function staysOf(slot: CareSlot, adoption: AdoptionDays | null, lot: Chance): readonly Stay[] {
  const { from, until } = slot
  const fixed: Stay[] = []
  for (const anchor of slot.anchors) {
    const before = fixed.at(-1)
    if (before && before.kind === anchor.kind && before.outside === anchor.outside) {
      before.until = anchor.day + 1
      continue
    }
    fixed.push({ from: anchor.day, until: anchor.day + 1, kind: anchor.kind, outside: anchor.outside })
  }
  const stays: Stay[] = []
  let at = from
  for (const [place, stay] of fixed.entries()) {
    const before = fixed[place - 1]
    let begins: number
    if (before) {
      // Between two days that are counted one move is enough.
      begins =
        stay.kind === 'adopters' && adoption && adoption.placed > before.until - 1 && adoption.placed <= stay.from
          ? adoption.placed
          : toWorking(before.until + Math.floor(lot.next() * (stay.from - before.until)))
      if (stay.kind === 'supported accommodation') begins = Math.max(begins, num(birthday(day(slot.born), 16)))
      begins = Math.max(before.until, Math.min(begins, stay.from))
      ;(stays.at(-1) as Stay).until = begins
    } else {
      // Nobody lives by themselves, with support, before they are 16.
      const earliest =
        stay.kind === 'adopters' && adoption
          ? Math.max(from, adoption.placed)
          : stay.kind === 'supported accommodation'
            ? Math.max(from, Math.min(stay.from, num(birthday(day(slot.born), 16))))
            : from
      begins =
        lot.happens(stay.from - from < 60 ? 0.85 : 0.45) && earliest === from
          ? from
          : Math.max(earliest, toWorking(stay.from - Math.floor(lot.next() * Math.min(700, stay.from - earliest + 1))))
      if (stay.kind === 'adopters' && adoption && adoption.placed <= stay.from) begins = Math.max(from, adoption.placed)
      begins = Math.min(begins, stay.from)
      stays.push(...ordinaryStays(slot, at, begins, lot))
    }
    stays.push({ ...stay, from: begins })
    at = stay.until
  }
  const lastFixed = fixed.at(-1)
  if (lastFixed) {
    const last = stays.at(-1) as Stay
    const goesOn =
      slot.staysPut && last.kind !== 'adopters'
        ? until
        : Math.max(
            lastFixed.until,
            Math.min(
              until,
              adoption && last.kind !== 'adopters' ? adoption.placed : until,
              lastFixed.until + Math.round(lot.about(420, 0.8)),
            ),
          )
    last.until = last.kind === 'adopters' ? until : goesOn
    at = last.until
  }
  const adopters = adoption && !stays.some(({ kind }) => kind === 'adopters') ? Math.max(adoption.placed, at) : null
  stays.push(...ordinaryStays(slot, at, adopters ?? until, lot))
  if (adopters !== null && adopters < until) stays.push({ from: adopters, until, kind: 'adopters', outside: lot.happens(0.7) })
  return joined(
    stays.filter((stay) => stay.until > stay.from),
    slot,
  )
}

/** From a day until a day: a short first stay for some, then longer ones; towards 18 a place of one’s own. */
function ordinaryStays(slot: CareSlot, from: number, until: number, lot: Chance): readonly Stay[] {
  const stays: Stay[] = []
  let at = from
  let kind = kindAt(slot, at, lot)
  while (at < until && stays.length < 9) {
    const short = stays.length === 0 && at === slot.from && lot.happens(0.3)
    // A first stay of some days is with carers or in a home that has a bed.
    if (short && (kind === 'residential school' || kind === 'secure home' || kind === 'parents')) kind = 'agency carers'
    let next = toWorking(
      at +
        Math.max(
          2,
          Math.round(short ? lot.about(16, 0.7) : lot.about(kind === 'children’s home' ? 260 : kind === 'custody' ? 60 : 560, 0.85)),
        ),
    )
    const sixteenAndHalf = slot.born + Math.round(16.5 * year)
    if (at < sixteenAndHalf && next > sixteenAndHalf && sixteenAndHalf < until && slot.alone) next = Math.max(at + 2, sixteenAndHalf)
    if (next > until - 12) next = until
    stays.push({ from: at, until: next, kind, outside: outsideFor(kind, lot) })
    at = next
    kind = kindAt(slot, at, lot)
  }
  const last = stays.at(-1)
  if (last && last.until < until) last.until = until
  return stays
}

function kindAt(slot: CareSlot, at: number, lot: Chance): PlacementKind {
  const age = (at - slot.born) / year
  if (slot.staysPut && age >= 16) return lot.happens(0.7) ? 'agency carers' : 'own carers'
  if (age >= 16.2)
    return lot.weighed<PlacementKind>([
      ['supported accommodation', slot.alone ? 55 : 30],
      ['agency carers', 32],
      ['own carers', 14],
      ['children’s home', slot.alone ? 2 : 15],
      ['custody', slot.alone ? 0 : 1],
    ])
  if (slot.alone)
    return lot.weighed<PlacementKind>([
      ['agency carers', 70],
      ['own carers', 24],
      ['children’s home', 6],
    ])
  if (age >= 11)
    return lot.weighed<PlacementKind>([
      ['agency carers', 50],
      ['own carers', 23],
      ['children’s home', 17],
      ['relatives', 7],
      ['residential school', 0.6],
      ['secure home', 0.4],
      ['parents', 2],
    ])
  return lot.weighed<PlacementKind>([
    ['agency carers', 43],
    ['own carers', 36],
    ['relatives', 15],
    ['children’s home', age > 8 ? 4 : 0.5],
    ['parents', 3],
  ])
}

const outsideFor = (kind: PlacementKind, lot: Chance): boolean =>
  kind === 'children’s home' || kind === 'residential school' || kind === 'secure home' || kind === 'custody'
    ? true
    : lot.happens(
        { 'own carers': 0.26, relatives: 0.35, 'agency carers': 0.85, 'supported accommodation': 0.84, parents: 0.3, adopters: 0.7 }[kind],
      )

/** Neighbouring stays of one kind and place are one; the last lasts until the child leaves care. */
function joined(stays: readonly Stay[], slot: CareSlot): readonly Stay[] {
  const found: Stay[] = []
  for (const stay of stays) {
    const before = found.at(-1)
    if (before && before.until < stay.from) before.until = stay.from
    found.push({ ...stay, from: before?.until ?? slot.from })
  }
  const last = found.at(-1) as Stay
  last.until = slot.until
  return found.filter((stay) => stay.until > stay.from)
}

function placementOf(world: World, { from, until, kind, outside }: Stay, next: Stay | null, slot: CareSlot, lot: Chance): PlacementCourse {
  const household = kind === 'own carers' || kind === 'relatives' ? householdFor(world, day(from), outside, lot) : null
  const provider = household?.reference ?? providerOf(kind, lot)
  return {
    from: day(from),
    until: day(until),
    kind,
    outsideArea: outside,
    place: provider,
    postcode: household
      ? household.postcode
      : outside
        ? `${lot.pick(['XF1', 'XF2', 'XF4', 'XG1', 'XG3', 'XH2', 'XH5', 'XK1', 'XK7'])} ${lot.between(1, 9)}${lot.pick(letters)}${lot.pick(letters)}`
        : inAreaPostcode(lot),
    miles: outside ? Math.round(lot.about(24, 0.6)) : lot.between(1, 8),
    endReason: next === null ? '' : endReason(kind, next, slot, from, until, lot),
  }
}

const letters = [...'ABDEFGHJLNPQRSTUWXYZ']
export const inAreaPostcode = (lot: Chance): string => `XE${lot.between(1, 6)} ${lot.between(1, 9)}${lot.pick(letters)}${lot.pick(letters)}`

/** One of our own households, approved that day, in the area or outside it as is wanted where there is one. */
function householdFor(world: World, on: string, outside: boolean, lot: Chance): Household | null {
  const there = householdsOf(world).filter(({ from, until }) => from <= on && until > on)
  const fit = there.filter(({ outsideArea }) => outsideArea === outside)
  return fit.length > 0 ? lot.pick(fit) : null
}

/** Numbers of the regulator, all invented: twelve agencies, sixteen homes; our own households have references of ours. */
function providerOf(kind: PlacementKind, lot: Chance): string {
  if (kind === 'agency carers') return `SC91${String(lot.between(1, 12) * 7).padStart(4, '0')}`
  if (kind === 'children’s home') return `SC92${String(lot.between(1, 16) * 11).padStart(4, '0')}`
  if (kind === 'residential school') return `SC93${String(lot.between(1, 4) * 13).padStart(4, '0')}`
  if (kind === 'secure home') return 'SC940017'
  if (kind === 'supported accommodation')
    return lot.pick(['Harbour Keys', 'Northbank Support', 'Own Front Door', 'Sallow Street Lodgings', 'Tidepool Living'])
  return ''
}

function endReason(kind: PlacementKind, next: Stay, slot: CareSlot, from: number, until: number, lot: Chance): string {
  if (next.kind === 'adopters' || next.kind === 'parents' || (kind === 'parents' && next.kind !== 'custody')) return 'CARPL'
  if (next.kind === 'custody' || kind === 'custody') return 'OTHER'
  if (until - from < 40) return 'CARPL'
  if (next.kind === 'supported accommodation')
    return lot.weighed([
      ['CARPL', 70],
      ['CREQB', 15],
      ['CHILD', 15],
    ])
  if (next.kind === 'children’s home')
    return lot.weighed([
      ['CREQB', 70],
      ['CREQO', 12],
      ['LAREQ', 8],
      ['ALLEG', 10],
    ])
  return lot.weighed([
    ['CARPL', 45],
    ['CREQB', slot.alone ? 8 : 22],
    ['CREQO', 13],
    ['CHILD', 8],
    ['CLOSE', 5],
    ['ALLEG', 3],
    ['LAREQ', 4],
  ])
}

function whyLeft(slot: CareSlot, last: Stay, lot: Chance): string {
  if (slot.leaving === 'adoption') return lot.happens(0.2) ? 'E11' : 'E12'
  if (slot.leaving === 'guardianship') return last.kind === 'relatives' || lot.happens(0.3) ? 'E43' : 'E44'
  if (slot.leaving === 'home')
    return lot.weighed([
      ['E4A', 76],
      ['E4B', 24],
    ])
  // From July 2016 unaccompanied children go to other authorities under the national scheme.
  if (slot.leaving === 'other')
    return slot.alone
      ? lot.weighed([
          ['E15', 25],
          ['E3', day(slot.until) >= '2016-07-01' ? 75 : 10],
        ])
      : lot.weighed([
          ['E41', 55],
          ['E13', 20],
          ['E3', 15],
          ['E8', 10],
        ])
  if (slot.staysPut) return 'E17'
  if (slot.independent) return lot.happens(0.8) ? 'E5' : 'E6'
  return last.kind === 'own carers' || last.kind === 'agency carers' || last.kind === 'relatives'
    ? lot.weighed([
        ['E8', 88],
        ['E7', 12],
      ])
    : lot.weighed([
        ['E7', 22],
        ['E8', 78],
      ])
}

interface Status {
  readonly status: string
  readonly from: number
  readonly until: number
}

/**
 * Accommodated, or under an interim order, then under a care order; for who is to be adopted, a placement order. Interim orders end: with a care order, or
 * with leaving care. A court sits on working days; before it can, the police protect a child for up to three days. Nobody of 17 is put under a care order
 * (Children Act 1989, sections 31(3), 38 and 46(6)).
 */
function legalOf(
  slot: CareSlot,
  stays: readonly Stay[],
  adoption: AdoptionDays | null,
  emergency: boolean,
  { chance: lot, from: first }: { readonly chance: Chance; readonly from: number },
): readonly Status[] {
  const { from, until } = slot
  const span = until - from
  const changes: { status: string; from: number }[] = []
  const begin = (status: string, on: number): void => {
    const at = Math.min(on, until - 1)
    const before = changes.at(-1)
    if (before && at <= before.from) return
    if (before?.status !== status) changes.push({ status, from: at })
  }
  // Drawn for all alike, so that brothers and sisters have the same days where their lives allow it.
  const [police, byOrder, days, agreed, seeks, wait, length] = [
    lot.happens(0.22),
    lot.happens(0.3),
    lot.between(1, 3),
    lot.happens(0.62),
    lot.happens(0.6),
    lot.about(70, 0.6),
    lot.about(day(first) < '2013-10-01' ? 270 : 188, 0.22),
  ] as const
  const tooOld = !adoption && slot.born + 17 * year < first + length
  if (slot.alone || tooOld) {
    if (!slot.alone && emergency && police) begin('L1', from)
    begin('V2', changes.length > 0 ? from + days : from)
  } else {
    const court = toWorking(from + days)
    if (emergency && police) {
      begin(byOrder && working(from) ? 'L2' : 'L1', from)
      begin(agreed || court > from + 3 ? 'V2' : 'C1', court > from + 3 ? from + days : court)
    } else if (!agreed && working(from)) begin('C1', from)
    else if (!agreed && court <= from + 3) {
      begin('L1', from)
      begin('C1', court)
    } else begin('V2', from)
    const began = changes.find(({ status }) => status === 'C1')
    const home = stays.find(({ kind }) => kind === 'parents')
    const asks =
      began !== undefined ||
      home !== undefined ||
      (slot.leaving === 'home' || slot.leaving === 'other'
        ? span > 300 && seeks
        : slot.leaving === 'eighteen'
          ? span > 200 && (seeks || agreed)
          : true)
    if (asks && (span > 60 || began)) {
      const wanted = began?.from ?? toWorking(Math.max(from + 1, first + Math.round(Math.min(span * 0.3, wait))))
      const interim = Math.min(wanted, adoption ? adoption.ordered - 8 : until, home ? Math.max(from, home.from) : until)
      if (interim > from) begin('C1', began ? interim : nearWorking(interim, interim))
      else if (!began && changes[0]) changes[0].status = 'C1'
      const final = toWorking(Math.max(interim, first) + Math.round(length))
      // An order made together with the placement order comes the same day.
      if (adoption) {
        if (final < adoption.ordered) begin('C2', final)
        begin('E1', adoption.ordered)
      } else if (slot.leaving !== 'guardianship' && final < until - 10) begin('C2', final)
    } else if (adoption) begin('E1', adoption.ordered)
  }
  return changes.map((each, place) => ({ status: each.status, from: each.from, until: changes[place + 1]?.from ?? until }))
}

function proceedingsOf(slot: CareSlot, legal: readonly Status[], adoption: AdoptionDays | null, lot: Chance): ProceedingsCourse | null {
  const interim = legal.find(({ status }) => status === 'C1')
  const before = lot.happens(0.6) ? lot.between(40, 200) : 0
  const unsure = lot.pick(['supervision order', 'no order'] as const)
  if (!interim || slot.alone) return null
  const order = legal.find(({ status, from }) => (status === 'C2' || status === 'E1') && from > interim.from)
  const issued = interim.from
  const letter = before > 0 ? toWorking(issued - before + 9) : issued
  return {
    decidedOn: day(before > 0 ? toWorking(issued - before) : issued),
    letterOn: day(Math.min(letter, issued)),
    issuedOn: day(issued),
    // Without a care order they end as the child leaves care.
    finalOrderOn: day(order?.from ?? slot.until),
    outcome:
      order?.status === 'E1'
        ? 'placement order'
        : order || adoption
          ? 'care order'
          : slot.leaving === 'guardianship'
            ? 'special guardianship'
            : unsure,
  }
}
