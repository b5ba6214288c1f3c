import { birthday, dayNumber, plainDay } from '../../../src/engine/clocks/days.ts'
import type { Chance } from '../chance.ts'
import type { PlacementKind } from '../course.ts'
import type { World } from '../world.ts'
import { ordinaryFlow, ordinaryStock, publishedFlow, stockBefore, type Flow } from './care-flow.ts'
import { toWorking, working } from './clock.ts'
import {
  enteredByAge,
  inspectors,
  leftByAge,
  leftUnrecorded,
  onPlacementOrders,
  placedByAge,
  twelveMonths,
  unaccompanied,
  type AgeBand,
  type PlacedWith,
} from './published.ts'

/** How a time in care ends. */
export type Leaving = 'adoption' | 'guardianship' | 'eighteen' | 'home' | 'other'

/** Where a child is to live on a day that is counted. */
export interface Anchor {
  readonly day: number
  readonly kind: PlacementKind
  readonly outside: boolean
}

/** A time in care, as day numbers, before it has a child. */
export interface CareSlot {
  readonly from: number
  /** First day no longer looked after. */
  until: number
  born: number
  alone: boolean
  leaving: Leaving
  anchors: Anchor[]
  /** First day under a placement order, where that is counted. */
  placementOrderOn: number | null
  /** The day on which the leaving was written down, where that was weeks later. */
  leavingRecordedOn: number | null
  /** An earlier time in care of the same child. */
  before: CareSlot | null
  /** Lives on with the carers after 18. */
  staysPut: boolean
  /** Turned 18 into independent living: counted in the year to the inspection. */
  independent: boolean
}

const year = 365.25
const far = dayNumber('2099-01-01')

const slotFrom = (from: number): CareSlot => ({
  from,
  until: far,
  born: 0,
  alone: false,
  leaving: 'home',
  anchors: [],
  placementOrderOn: null,
  leavingRecordedOn: null,
  before: null,
  independent: false,
  staysPut: false,
})

/** The day on which a child born then turns 18. */
export const eighteen = (born: number): number => dayNumber(birthday(plainDay(born), 18))
/** The birth of a child who turns 18 on a day. */
const bornToTurn18 = (day: number): number => {
  const on = plainDay(day)
  return dayNumber(on.slice(5) === '02-29' ? `${Number(on.slice(0, 4)) - 18}-03-01` : `${Number(on.slice(0, 4)) - 18}${on.slice(4)}`)
}

/** All times in care of a district, in the order in which they begin. */
export function planCare(world: World): readonly CareSlot[] {
  const lot = world.chance('care')
  const covers = world.size.published && world.from <= '2014-04-01' && world.to >= '2016-06-30'
  if (!covers) {
    const flows = ordinaryFlow(world.from, world.to, world.size.scale, lot, world.planted)
    const slots = initial(ordinaryStock(world.size.scale), dayNumber(world.from), lot, true)
    return inOrder([...formerlyLookedAfter(world, lot), ...forward(slots, flows, lot)])
  }
  const flows = publishedFlow(world.from, world.to, lot)
  const june = dayNumber('2016-06-01')
  const slots = initial(stockBefore(world.from), dayNumber(world.from), lot, false)
  const all = agesLater(
    slots,
    flows.filter(({ from }) => from < june),
    lot,
  )
  return inOrder([
    ...formerlyLookedAfter(world, lot),
    ...forward(
      all,
      flows.filter(({ from }) => from >= june),
      lot,
    ),
  ])
}

/** Those who turned 18 in care in the four years before the history begins: some are its first care leavers. */
function formerlyLookedAfter({ from, size }: World, lot: Chance): readonly CareSlot[] {
  const begins = dayNumber(from)
  return Array.from({ length: Math.round(size.scale * 120) }, () => {
    const until = begins - 3 - Math.floor(lot.next() * 4 * year)
    const slot = slotFrom(until - Math.round((0.3 + lot.next() * (lot.happens(0.5) ? 2.6 : 9)) * year))
    leave(slot, until, 'eighteen', lot)
    ageAtLeaving(slot, lot)
    return slot
  })
}

const inOrder = (slots: readonly CareSlot[]): readonly CareSlot[] => slots.toSorted((one, other) => one.from - other.from)

/** Those looked after when the history begins: some came lately, some years ago. */
function initial(stock: number, day: number, lot: Chance, aged: boolean): CareSlot[] {
  return Array.from({ length: stock }, () => {
    const slot = slotFrom(day - 2 - Math.round(-Math.log(1 - lot.next()) * 2.1 * year))
    if (slot.from < day - 11 * year) return slotFrom(day - Math.round(lot.next() * 5 * year))
    if (aged) ageAtEntry(slot, lot, day)
    return slot
  })
}

/** An age for who comes into care, when nothing else decides it. Who is still in care on a day cannot have turned 18 before. */
function ageAtEntry(slot: CareSlot, lot: Chance, day: number): void {
  slot.alone = slot.from > day - 1.5 * year && lot.happens(0.17)
  for (let tries = 0; tries < 40; tries++) {
    const [low, high] = slot.alone
      ? [14.6, 17.6]
      : lot.weighed<readonly [number, number]>([
          [[0, 0.9], 17],
          [[1, 5.9], 21],
          [[6, 11.9], 22],
          [[12, 15.9], 28],
          [[16, 17.5], 12],
        ])
    slot.born = slot.from - Math.round((low + (high - low) * lot.next()) * year)
    if (eighteen(slot.born) > day + 3) return
  }
  slot.born = bornToTurn18(day + 400)
}

/**
 * Goes on from those looked after, whose ages are known: who turns 18 leaves, and so many others that the number comes out. Stretch by stretch.
 */
function forward(slots: readonly CareSlot[], flows: readonly Flow[], lot: Chance): readonly CareSlot[] {
  const all = [...slots]
  let open = all.filter(({ until }) => until === far)
  const june2016 = dayNumber('2016-06-30')
  for (const flow of flows) {
    const turning = open.filter(({ born }) => eighteen(born) <= flow.to)
    let entering = flow.entered
    let leaving = flow.left ?? 0
    if (flow.left === null || turning.length > flow.left) {
      // So many turn 18 that others must come, or nobody else leaves.
      leaving = Math.max(turning.length, flow.left ?? 0, open.length + entering - flow.stock)
      entering = flow.stock - open.length + leaving
    }
    for (const slot of turning) leave(slot, eighteen(slot.born), 'eighteen', lot)
    const others = leaving - turning.length
    const went = new Set(turning)
    const staying = open.filter((slot) => !went.has(slot))
    for (let nth = 0; nth < others && staying.length > 0; nth++) {
      const slot = lot.weighed(staying.map((each) => [each, readiness(each, flow.to)] as const))
      staying.splice(staying.indexOf(slot), 1)
      const day = onWorkingDay(flow, Math.max(slot.from + 3, dayIn(flow, lot)), slot.from + 3)
      leave(slot, day, whyLeft(slot, day, lot), lot)
      went.add(slot)
    }
    open = open.filter((slot) => !went.has(slot))
    for (let nth = 0; nth < entering; nth++) {
      const slot = slotFrom(entryIn(flow, lot))
      ageAtEntry(slot, lot, flow.to)
      if (flow.to === june2016) agesOfJune(slot, nth, lot)
      else if (flow.from > june2016 && slot.alone && lot.happens(0.35)) slot.alone = false
      all.push(slot)
      open.push(slot)
    }
  }
  for (const slot of open) expected(slot, lot)
  return all
}

/** June 2016: two unaccompanied children on its first days, so that 85 are looked after four weeks on its last; the other thirteen later. */
function agesOfJune(slot: CareSlot, nth: number, lot: Chance): void {
  const first = nth < 2
  slot.alone = first
  Object.assign(slot, { from: dayNumber(first ? '2016-06-01' : '2016-06-03') + lot.between(0, first ? 1 : 24) })
  slot.born = slot.from - Math.round((first ? 16 + lot.next() : lot.between(0, 15) + lot.next()) * year)
}

/** How ready a child is to leave care before 18. */
function readiness(slot: CareSlot, day: number): number {
  const months = (day - slot.from) / 30.4
  // None of the unaccompanied leaves in June 2016, and few ever do before 18.
  if (slot.alone) return day > dayNumber('2016-07-15') ? 0.3 : 0.0001
  if (slot.placementOrderOn !== null) return day - slot.placementOrderOn > 200 ? 30 : 0.0001
  const age = (day - slot.born) / year
  return (months < 9 ? 1.5 : months < 36 ? 1.2 : 0.4) * (age < 6 ? 1.7 : age < 12 ? 0.8 : 0.7) + 0.0001
}

function whyLeft(slot: CareSlot, day: number, lot: Chance): Leaving {
  const age = (day - slot.born) / year
  const months = (day - slot.from) / 30.4
  if (slot.alone) return 'other'
  if (slot.placementOrderOn !== null) return 'adoption'
  // Where the orders of a day are counted, others come later.
  if (slot.anchors.length > 0 && day < dayNumber('2017-04-01'))
    return months > 5 && age < 14 && lot.happens(0.5) ? 'guardianship' : lot.happens(0.75) ? 'home' : 'other'
  if (months > 13 && age < 8 && lot.happens(age < 5 ? 0.55 : 0.3)) return 'adoption'
  if (months > 5 && age < 14 && lot.happens(0.45)) return 'guardianship'
  return lot.happens(0.75) ? 'home' : 'other'
}

function leave(slot: CareSlot, day: number, leaving: Leaving, lot: Chance): void {
  slot.until = day
  slot.leaving = leaving
  if (leaving === 'eighteen') slot.independent = lot.happens(0.45)
}

/** Those who are still looked after when the history ends would turn 18 one day. */
function expected(slot: CareSlot, lot: Chance): void {
  leave(slot, eighteen(slot.born), 'eighteen', lot)
}

const dayIn = ({ from, to }: Flow, lot: Chance): number => from + Math.floor(lot.next() * (to - from + 1))
/** Courts and councils end a child’s time in care on working days: the nearest one in the stretch, if there is one. */
function onWorkingDay({ from, to }: Flow, day: number, least: number): number {
  const next = toWorking(day)
  if (next <= to) return next
  for (let before = day; before >= Math.max(from, least); before--) if (working(before)) return before
  return day
}
/** Most come into care on a working day; who comes at a weekend comes in an emergency. */
function entryIn(flow: Flow, lot: Chance): number {
  const day = dayIn(flow, lot)
  return day % 5 < 2 ? day : onWorkingDay(flow, day, flow.from)
}

/**
 * Up to the end of May 2016 numbers are known first and ages follow: who leaves is chosen by how long they have been there, and gets an
 * age that fits; who stays gets one of the places of the table of 31 May 2016.
 */
function agesLater(start: readonly CareSlot[], flows: readonly Flow[], lot: Chance): readonly CareSlot[] {
  const all = [...start]
  let open = [...start]
  const inspected = dayNumber(inspectors.day)
  const [yearStart, windowStart, end] = ['2015-02-23', '2016-02-01', '2016-05-31'].map(dayNumber) as [number, number, number]
  const reasonsOfYear = deal<Leaving>(lot, [
    ['adoption', twelveMonths.adopted],
    ['guardianship', twelveMonths.guardianship],
    ['eighteen', 50],
    ['home', 15],
    ['other', twelveMonths.left - twelveMonths.adopted - twelveMonths.guardianship - 65],
  ])
  // Of those who left from 1 to 22 February 2016 four turned 18; 22 more did by the end of May. The rest were younger.
  const reasonsOfFebruary = [
    ...takeOf(reasonsOfYear, (leaving) => leaving === 'eighteen', 4),
    ...takeOf(reasonsOfYear, (leaving) => leaving !== 'eighteen', 4),
  ]
  const reasonsOfSpring = deal<Leaving>(lot, [
    ['eighteen', 22],
    ['adoption', 3],
    ['guardianship', 9],
    ['home', 10],
    ['other', 3],
  ])
  const young: CareSlot[] = []
  for (const flow of flows) {
    const left = flow.left ?? 0
    let reasons: Leaving[]
    if (flow.from > inspected) reasons = reasonsOfSpring.splice(0, left)
    else if (flow.from >= windowStart) reasons = reasonsOfFebruary
    else if (flow.from >= yearStart) reasons = reasonsOfYear.splice(0, left)
    else
      reasons = Array.from({ length: left }, () =>
        lot.weighed<Leaving>([
          ['adoption', 13],
          ['guardianship', 17],
          ['eighteen', 34],
          ['home', 27],
          ['other', 9],
        ]),
      )
    for (const leaving of reasons) {
      // Who came after the inspection is still there at the end of May: the table counts them.
      const could = open.filter((slot) => slot.from < flow.from - 1 && (flow.from <= inspected || slot.from < windowStart))
      const slot = lot.weighed(could.map((each) => [each, fits(each, leaving, flow.to)] as const))
      const day = Math.max(dayIn(flow, lot), slot.from + 2)
      leave(slot, leaving === 'eighteen' ? day : onWorkingDay(flow, day, slot.from + 2), leaving, lot)
      open.splice(open.indexOf(slot), 1)
      if (flow.from >= windowStart && leaving !== 'eighteen') young.push(slot)
      else ageAtLeaving(slot, lot)
    }
    for (let nth = 0; nth < flow.entered; nth++) {
      const slot = slotFrom(entryIn(flow, lot))
      all.push(slot)
      open.push(slot)
    }
  }
  independentOfYear(all, yearStart, inspected, lot)
  agesOfSpring(young, lot)
  unrecorded(all, lot)
  open = open.filter(({ until }) => until === far)
  placesAtEndOfMay(open, windowStart, inspected, end, lot)
  placesAtInspection(all, open, inspected, lot)
  comeBack(all, yearStart, inspected, lot)
  aloneAmongLeavers(all, inspected)
  return all
}

/** How well a time in care fits the way it ends. */
function fits({ from, alone }: CareSlot, leaving: Leaving, day: number): number {
  const months = (day - from) / 30.4
  if (alone) return 0
  if (leaving === 'adoption') return months < 11 ? 0.0001 : months < 34 ? 1 : months < 60 ? 0.15 : 0.002
  if (leaving === 'guardianship') return months < 4 ? 0.001 : months < 30 ? 1 : 0.2
  if (leaving === 'eighteen') return months < 1 ? 0.02 : months < 30 ? 0.7 : months < 100 ? 1 : 0.7
  return months < 0.3 ? 0.3 : months < 7 ? 1 : months < 30 ? 0.5 : 0.12
}

function ageAtLeaving(slot: CareSlot, lot: Chance): void {
  const years = (slot.until - slot.from) / year
  if (slot.leaving === 'eighteen') {
    slot.born = bornToTurn18(slot.until)
    slot.alone = years < 3.4 && lot.happens(slot.until > dayNumber('2014-01-01') ? 0.8 : 0.62)
    return
  }
  const most = Math.max(0.2, 17.8 - years)
  const middle = { adoption: 1.6, guardianship: 4, home: 8.5, other: 10 }[slot.leaving]
  slot.born =
    slot.from - Math.round(Math.min(most, slot.leaving === 'adoption' ? middle * 1.9 * lot.next() : middle * 2 * lot.next()) * year)
}

/** Of those who turned 18 in the year to the inspection, 21 moved on to live by themselves. */
function independentOfYear(all: readonly CareSlot[], from: number, to: number, lot: Chance): void {
  const these = all.filter(({ until, leaving }) => until >= from && until <= to && leaving === 'eighteen')
  for (const [place, slot] of shuffled(these, lot).entries()) slot.independent = place < twelveMonths.independentLiving
}

/** Those who left from February to May 2016 before they were 18: so many of each age. */
function agesOfSpring(young: readonly CareSlot[], lot: Chance): void {
  const bands: readonly (readonly [low: number, high: number])[] = [
    [0.3, 5.9],
    [6, 11.9],
    [12, 15.9],
    [16, 17.9],
  ]
  // The longest in care first: they cannot be the youngest.
  const byYears = young.toSorted((one, other) => one.until - one.from - (other.until - other.from))
  const adoptions = byYears.filter(({ leaving }) => leaving === 'adoption')
  const rest = byYears.filter(({ leaving }) => leaving !== 'adoption')
  const ordered = [
    ...adoptions,
    ...rest.filter(({ leaving }) => leaving === 'guardianship'),
    ...rest.filter(({ leaving }) => leaving !== 'guardianship'),
  ]
  let place = 0
  for (const [band, wanted] of leftByAge.entries()) {
    const [low, high] = bands[band] as readonly [number, number]
    for (let nth = 0; nth < wanted; nth++) {
      const slot = ordered[place++]
      if (!slot) throw new Error(`Too few left care from February to May 2016: ${place - 1}`)
      const years = (slot.until - slot.from) / year
      const least = Math.min(Math.max(low, years + 0.02), high - 0.05)
      // Where the time in care is longer than the age allows, the child was born in care’s first days.
      const age = Math.max(least, low) + (high - Math.max(least, low)) * lot.next() * 0.95
      slot.born = slot.until - Math.round(age * year)
      if (slot.born > slot.from) slot.born = slot.from - 1
    }
  }
}

function unrecorded(all: readonly CareSlot[], lot: Chance): void {
  const [first, last] = [dayNumber(`${leftUnrecorded.month}-20`), dayNumber(`${leftUnrecorded.month}-31`)]
  const month = dayNumber(`${leftUnrecorded.month}-01`)
  const these = shuffled(
    all.filter(
      ({ until, leaving }) => until >= month && until <= last && (leaving === 'home' || leaving === 'other' || leaving === 'guardianship'),
    ),
    lot,
  ).slice(0, leftUnrecorded.children)
  if (these.length < leftUnrecorded.children) throw new Error('Too few left care in March 2015')
  for (const slot of these) {
    slot.until = Math.max(slot.until, toWorking(first))
    slot.leavingRecordedOn = dayNumber(leftUnrecorded.recordedOn)
  }
}

interface Cell {
  readonly band: AgeBand
  readonly placed: PlacedWith | 'placement order'
  alone: boolean
}

const ages: Readonly<Record<AgeBand, readonly [low: number, high: number]>> = {
  'under 1': [0.05, 0.98],
  '1–5': [1.01, 5.97],
  '6–11': [6.01, 11.97],
  '12–15': [12.01, 15.97],
  '16+': [16.01, 17.9],
}
const bandsOf = (band: AgeBand): 0 | 1 | 2 | 3 => (band === '16+' ? 3 : band === '12–15' ? 2 : band === '6–11' ? 1 : 0)

/** Gives everyone who is looked after on 31 May 2016 an age and a place of the table, with unaccompanied children among the eldest. */
function placesAtEndOfMay(open: readonly CareSlot[], windowStart: number, inspected: number, end: number, lot: Chance): void {
  const cells: Cell[] = Object.entries(placedByAge).flatMap(([band, numbers]) =>
    (['own', 'agency', 'residential', 'other'] as const).flatMap((placed, column) =>
      Array.from({ length: numbers[column] as number }, () => ({ band: band as AgeBand, placed, alone: false })),
    ),
  )
  for (let nth = 0; nth < onPlacementOrders; nth++)
    cells.push({ band: nth < 2 ? 'under 1' : '1–5', placed: 'placement order', alone: false })
  const mark = (band: AgeBand, placed: PlacedWith, number: number): void => {
    const these = cells.filter((cell) => cell.band === band && cell.placed === placed)
    for (let nth = 0; nth < number; nth++) (these[nth] as Cell).alone = true
  }
  mark('12–15', 'agency', 13)
  mark('12–15', 'own', 5)
  mark('16+', 'other', 42)
  mark('16+', 'agency', 18)
  mark('16+', 'own', unaccompanied['2016-05-31'] - 78)
  const left = shuffled(cells, lot)
  const take = (wanted: (cell: Cell) => boolean): Cell => {
    const place = left.findIndex(wanted)
    if (place < 0) throw new Error('The table of 31 May 2016 has no such place left')
    return left.splice(place, 1)[0] as Cell
  }
  // Who came from February to May: so many of each age, 16 of those after the inspection unaccompanied.
  const spring = open.filter(({ from }) => from >= windowStart)
  const newcomers = shuffled(spring, lot)
  const early = newcomers.filter(({ from }) => from <= inspected)
  const later = newcomers.filter(({ from }) => from > inspected)
  const aloneLater: number = unaccompanied['2016-05-31'] - unaccompanied['2016-02-22'] + 10
  const given = new Map<CareSlot, Cell>()
  const wantedBands = enteredByAge.map((number, band) => number - ([2, 1, 3, 4][band] as number))
  let alone = 0
  const bandQueue = wantedBands.flatMap((number, band) => Array.from({ length: number }, () => band))
  for (const [place, slot] of later.entries()) {
    const band = bandQueue[place] as number
    const wantsAlone = band >= 2 && alone < aloneLater && (band === 3 ? alone < aloneLater : alone < 4)
    const cell = take((each) => bandsOf(each.band) === band && each.placed !== 'placement order' && each.alone === wantsAlone)
    if (wantsAlone) alone++
    given.set(slot, cell)
  }
  const earlyBands = [0, 0, 1, 2, 2, 2, 3, 3, 3, 3]
  for (const [place, slot] of early.entries())
    given.set(
      slot,
      take(
        (each) =>
          bandsOf(each.band) === earlyBands[place] &&
          each.placed !== 'placement order' &&
          each.band !== 'under 1' &&
          each.alone === place > 4,
      ),
    )
  // The places that ask most of the time in care first.
  const rest = open.filter((slot) => !given.has(slot)).toSorted((one, other) => other.from - one.from)
  const order: readonly ((cell: Cell) => boolean)[] = [
    (cell) => cell.band === 'under 1',
    (cell) => cell.alone && cell.band === '12–15',
    (cell) => cell.alone,
    (cell) => cell.placed === 'placement order',
    (cell) => cell.band === '1–5',
    (cell) => cell.band === '6–11',
    (cell) => cell.band === '12–15',
    () => true,
  ]
  for (const wanted of order) {
    for (const cell of left.filter(wanted)) {
      left.splice(left.indexOf(cell), 1)
      const could = rest.filter((slot) => yearsAllowed(cell, (end - slot.from) / year))
      // Among those who could, the latest for the youngest, and not always the very latest.
      const slot =
        could[
          Math.min(could.length - 1, Math.floor(lot.next() * Math.min(could.length, cell.alone || cell.band === 'under 1' ? 6 : 40)))
        ] ?? rest[0]
      if (!slot) throw new Error('More places than children on 31 May 2016')
      rest.splice(rest.indexOf(slot), 1)
      given.set(slot, cell)
    }
  }
  for (const [slot, cell] of given) settle(slot, cell, end, lot)
}

const yearsAllowed = ({ band, alone, placed }: Cell, years: number): boolean => {
  const [, high] = ages[band]
  if (placed === 'placement order') return band === 'under 1' ? years < 0.8 && years > 0.35 : years > 0.7 && years < 4.5
  if (alone) return years < (band === '12–15' ? 1.6 : 3.2)
  return years < high - 0.1
}

function settle(slot: CareSlot, cell: Cell, end: number, lot: Chance): void {
  const [low, high] = ages[cell.band]
  const years = (end - slot.from) / year
  const band = bandsOf(cell.band)
  const [bandLow] = [[0.02], [6], [12], [16]][band] as [number]
  // Newcomers are counted by their age when they came: on both days they are of one band.
  let least = Math.max(low, years + 0.01, slot.from >= dayNumber('2016-02-01') ? bandLow + years + 0.01 : 0)
  if (cell.alone) least = Math.max(least, Math.min(high - 0.15, years + 13.6))
  least = Math.min(least, high - 0.03)
  slot.alone = cell.alone
  slot.born = Math.min(slot.from, end - Math.round((least + (high - least) * lot.next()) * year))
  // Nobody who is looked after at the end of May 2016 has turned 18.
  if (eighteen(slot.born) <= end) slot.born = bornToTurn18(end + 20)
  const outside = outsideChance[cell.placed]
  const kind = kindOf(cell, slot, lot)
  if (cell.placed === 'placement order') slot.placementOrderOn = Math.max(slot.from + 100, dayNumber('2016-03-05') + lot.between(0, 60))
  slot.anchors.push({ day: end, kind, outside: kind === 'children’s home' || kind === 'residential school' ? true : lot.happens(outside) })
}

const outsideChance: Readonly<Record<Cell['placed'], number>> = {
  own: 0.28,
  agency: 0.86,
  residential: 1,
  other: 0.88,
  'placement order': 0.6,
}

function kindOf({ placed, band }: Cell, slot: CareSlot, lot: Chance): PlacementKind {
  if (placed === 'own') return slot.alone ? 'own carers' : lot.happens(0.25) ? 'relatives' : 'own carers'
  if (placed === 'agency') return 'agency carers'
  if (placed === 'residential') return band === '12–15' && lot.happens(0.08) ? 'residential school' : 'children’s home'
  if (placed === 'placement order') return 'own carers'
  if (band !== '16+') return 'parents'
  return slot.alone || lot.happens(0.86) ? 'supported accommodation' : 'custody'
}

/** Where each child lived on 22 February 2016: most where they live at the end of May; the rest so that the inspectors’ numbers come out. */
function placesAtInspection(all: readonly CareSlot[], atEnd: readonly CareSlot[], inspected: number, lot: Chance): void {
  const there = all.filter(({ from, until }) => from <= inspected && until > inspected)
  const staying = new Set(atEnd)
  const both = shuffled(
    there.filter((slot) => staying.has(slot)),
    lot,
  )
  const leavers = shuffled(
    there.filter((slot) => !staying.has(slot)),
    lot,
  )
  const kinds = new Map<CareSlot, PlacementKind>()
  const may = (slot: CareSlot): PlacementKind => (slot.anchors.at(-1) as Anchor).kind
  const onOrder = both.filter(({ placementOrderOn }) => placementOrderOn !== null).toSorted((one, other) => one.from - other.from)
  const wanted = {
    homes: inspectors.childrensHomes,
    school: inspectors.residentialSchool,
    parents: inspectors.withParents,
    adopters: inspectors.withAdopters,
  }
  // On placement orders: three with adopters already, four still with foster carers; the orders of the others came in spring.
  for (const [place, slot] of onOrder.entries()) {
    if (place < 7) slot.placementOrderOn = Math.max(slot.from + 90, inspected - lot.between(30, 260))
    kinds.set(slot, place < 3 ? 'adopters' : 'own carers')
    if (place < 7) replaceLast(slot, 'adopters')
  }
  const adopted = leavers.filter(({ leaving }) => leaving === 'adoption')
  for (const slot of adopted) {
    kinds.set(slot, 'adopters')
    slot.placementOrderOn = inspected - lot.between(200, 320)
  }
  let schools = 0
  let homes = 0
  for (const slot of both) {
    if (kinds.has(slot)) continue
    const now = may(slot)
    if (now === 'residential school') kinds.set(slot, schools++ < wanted.school ? now : 'agency carers')
    else if (now === 'children’s home') kinds.set(slot, homes++ < wanted.homes - 4 ? now : 'agency carers')
    else kinds.set(slot, now === 'parents' ? 'agency carers' : now)
  }
  let withParents = 0
  for (const slot of both) {
    if (may(slot) !== 'parents' || withParents >= wanted.parents - 2) continue
    kinds.set(slot, 'parents')
    withParents++
  }
  if (schools === 0) {
    const one = both.find((slot) => may(slot) === 'agency carers' && !slot.alone)
    if (one) kinds.set(one, 'residential school')
  }
  // Leavers: two with their parents, the homes that are missing, those who live by themselves among the eldest; all others with carers.
  const pool = leavers.filter((slot) => !kinds.has(slot))
  const eldest = pool.filter(({ leaving }) => leaving === 'eighteen')
  const others = pool.filter(({ leaving }) => leaving !== 'eighteen')
  for (const slot of others.splice(0, wanted.parents - withParents)) kinds.set(slot, 'parents')
  for (let nth = Math.min(homes, wanted.homes - 4); nth < wanted.homes; nth++)
    kinds.set((others.pop() ?? eldest.pop()) as CareSlot, 'children’s home')
  const count = (...these: readonly PlacementKind[]): number => [...kinds.values()].filter((kind) => these.includes(kind)).length
  const foster = ['own carers', 'agency carers', 'relatives'] as const
  const rest = [...others, ...eldest]
  for (const slot of rest) kinds.set(slot, 'agency carers')
  // What is still too many with carers lives by itself: leavers first, then those of 16 and over who will at the end of May, then any.
  const couldLiveAlone = [
    ...eldest,
    ...both.filter((slot) => may(slot) === 'supported accommodation' && foster.includes(kinds.get(slot) as 'own carers')),
  ]
  while (count(...foster) > inspectors.foster) {
    const slot = couldLiveAlone.shift()
    if (!slot) throw new Error('Too many with foster carers on 22 February 2016')
    kinds.set(slot, 'supported accommodation')
  }
  // Or too few: some who live by themselves at the end of May were with carers then.
  const living = shuffled(
    both.filter((slot) => kinds.get(slot) === 'supported accommodation'),
    lot,
  )
  while (count(...foster) < inspectors.foster) kinds.set(living.pop() as CareSlot, 'agency carers')
  const outside = outsideAtInspection(there, kinds, lot)
  for (const slot of there) slot.anchors.unshift({ day: inspected, kind: kinds.get(slot) as PlacementKind, outside: outside.has(slot) })
  unaccompaniedAtInspection(leavers, there, lot)
}

function replaceLast(slot: CareSlot, kind: PlacementKind): void {
  const last = slot.anchors.pop() as Anchor
  slot.anchors.push({ ...last, kind })
}

/** Who lived outside the area: all in homes, so many with carers and parents, and the rest among those who lived by themselves. */
function outsideAtInspection(there: readonly CareSlot[], kinds: ReadonlyMap<CareSlot, PlacementKind>, lot: Chance): ReadonlySet<CareSlot> {
  const outside = new Set<CareSlot>()
  const of = (...these: readonly PlacementKind[]) => there.filter((slot) => these.includes(kinds.get(slot) as PlacementKind))
  // Who lives outside at the end of May most likely did in February.
  const likely = (slots: readonly CareSlot[]) =>
    slots
      .map(
        (slot) =>
          [slot, (slot.anchors.at(-1)?.outside ? 0 : 1) + (kinds.get(slot) === 'agency carers' ? 0 : 0.6) + 0.8 * lot.next()] as const,
      )
      .toSorted((one, other) => one[1] - other[1])
      .map(([slot]) => slot)
  for (const slot of of('children’s home', 'residential school', 'secure home')) outside.add(slot)
  for (const slot of likely(of('own carers', 'agency carers', 'relatives')).slice(0, inspectors.fosterOutside)) outside.add(slot)
  for (const slot of likely(of('parents')).slice(0, inspectors.withParentsOutside)) outside.add(slot)
  for (const slot of likely(of('supported accommodation', 'adopters', 'custody')).slice(0, inspectors.outsideArea - outside.size))
    outside.add(slot)
  if (outside.size !== inspectors.outsideArea) throw new Error(`${outside.size} outside the area on 22 February 2016`)
  return outside
}

/** 77 were unaccompanied on the day: those who stay are known, so the rest are among those who turned 18 soon after. */
function unaccompaniedAtInspection(leavers: readonly CareSlot[], there: readonly CareSlot[], lot: Chance): void {
  const could = shuffled(
    leavers.filter(({ leaving }) => leaving === 'eighteen'),
    lot,
  ).toSorted((one, other) => other.from - one.from)
  for (const slot of could) slot.alone = false
  let missing = unaccompanied['2016-02-22'] - there.filter(({ alone }) => alone).length
  for (const slot of could) {
    if (missing === 0 || slot.from <= slot.until - 3.6 * year) continue
    slot.alone = true
    missing--
  }
  if (missing !== 0) throw new Error(`${missing} unaccompanied children are missing on 22 February 2016`)
}

/** Of the care leavers counted on the day 68 had come alone: of those who turned 18 in the years before, at least so many did. */
function aloneAmongLeavers(all: readonly CareSlot[], inspected: number): void {
  for (const [least, from, until] of [
    [28, inspected - year, inspected],
    [46, inspected - 3.9 * year, inspected - year],
  ] as const) {
    const these = all.filter((each) => each.leaving === 'eighteen' && each.until > from && each.until <= until)
    let missing = least - these.filter(({ alone }) => alone).length
    for (const slot of these) {
      if (missing <= 0) break
      if (slot.alone || slot.until - slot.from > 3.2 * year || all.some(({ before }) => before === slot)) continue
      slot.alone = true
      missing--
    }
  }
}

/** Six of those who went home in the year came back within it: they are the same children. */
function comeBack(all: readonly CareSlot[], yearStart: number, inspected: number, lot: Chance): void {
  const went = shuffled(
    all.filter(({ until, leaving }) => until >= yearStart && until < inspected - 60 && leaving === 'home'),
    lot,
  )
  let back = 0
  for (const slot of went) {
    if (back === twelveMonths.returned) return
    const again = all.find(
      (each) =>
        each.from > slot.until + 20 &&
        each.from <= inspected &&
        each.before === null &&
        !each.alone &&
        each.born > 0 &&
        each.from - each.born > slot.until - slot.from + 400 &&
        each.anchors.length > 0 &&
        all.every((other) => other.before !== each),
    )
    if (!again || again.born > slot.from - 10) continue
    again.before = slot
    slot.born = again.born
    back++
  }
  if (back < twelveMonths.returned) throw new Error(`${back} came back into care`)
}

function shuffled<T>(list: readonly T[], lot: Chance): T[] {
  const mixed = [...list]
  for (let place = mixed.length - 1; place > 0; place--) {
    const other = Math.floor(lot.next() * (place + 1))
    ;[mixed[place], mixed[other]] = [mixed[other] as T, mixed[place] as T]
  }
  return mixed
}

/** Cards of each kind, mixed. */
const deal = <T>(lot: Chance, cards: readonly (readonly [T, number])[]): T[] =>
  shuffled(
    cards.flatMap(([card, number]) => Array.from({ length: number }, () => card)),
    lot,
  )

/** Takes the first so many cards of a kind out of the rest. */
const takeOf = <T>(cards: T[], wanted: (card: T) => boolean, number: number): T[] =>
  Array.from({ length: number }, () => cards.splice(cards.findIndex(wanted), 1)[0] as T)
