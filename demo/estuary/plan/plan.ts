import type {
  AssessmentCourse,
  Child,
  ContactCourse,
  Course,
  EarlyHelpCourse,
  EnquiryCourse,
  Family,
  Home,
  NeedCourse,
  ProceedingsCourse,
} from '../course.ts'
import { addDays, birthday, busyness, later, type Day } from '../days.ts'
import type { Chance } from '../chance.ts'
import { peopleOf, type FamilyNames } from '../people.ts'
import type { World } from '../world.ts'
import { planCare, type CareSlot } from './care.ts'
import { day, minusWorking, num, plusWorking, toWorking } from './clock.ts'
import type { ChildDraft, FamilyDraft, NeedDraft } from './drafts.ts'
import { noteChildren } from './family.ts'
import { asStretch, planLeaving, type LeavingDraft } from './leaving.ts'
import { fittingSource, planNeeds } from './need.ts'
import { homeEducation, missingEducation, privateFostering, type Span } from './out-of-school.ts'
import { careOf, inAreaPostcode } from './places.ts'
import { documents } from './published.ts'

/**
 * The courses of all children of a district who come to be known: planned together, because the numbers of children and the days they are counted
 * on are given, and then given out one by one. The same world gives the same courses in the same order: brothers and sisters stand together.
 */
export function planOf(world: World): readonly Course[] {
  const slots = planCare(world)
  const { families } = planNeeds(world, slots)
  const lasts = lastSlots(slots)
  const leaving = planLeaving(world, lasts)
  const extra = new Extras(world)
  const known = families.filter(({ children }) => children.length > 0)
  const courses: Course[] = []
  let number = 100_000 + (world.district - 1) * 80_000
  const add = (family: FamilyDraft): void => {
    const firstNumber = number + 1
    number += family.children.length
    courses.push(...coursesOf(world, family, firstNumber, leaving, extra))
  }
  for (const family of known) add(family)
  // Families of whom no more is known than a contact, early help, a child out of school.
  for (let place = families.length; extra.left(); place++) {
    const family: FamilyDraft = { place, children: [], restless: 0 }
    const lot = world.chance('contact family', String(place))
    family.children.push({ born: extra.bornFor(lot), alone: false, family, needs: [], disabled: lot.happens(0.02) })
    add(family)
  }
  documentsHeld(world, courses)
  return courses
}

/** Who of those looked after for four weeks on 30 June 2016 has both a birth certificate and a passport: as many as were counted. */
function documentsHeld(world: World, courses: readonly Course[]): void {
  if (!world.size.published || world.to < documents.day) return
  const longEnough = addDays(documents.day, -28)
  const these = courses.filter(
    ({ child, needs }) =>
      child.unaccompanied === null && needs.some(({ care }) => care && care.from <= longEnough && care.until > documents.day),
  )
  const ordered = these
    .map((course) => [course, world.chance('documents', course.child.number).next()] as const)
    .toSorted((one, other) => one[1] - other[1])
  for (const [place, [{ child }]] of ordered.entries()) child.bothDocuments = place < documents.both
}

/** The last time in care of each child. */
function lastSlots(slots: readonly CareSlot[]): readonly CareSlot[] {
  const followed = new Set(slots.map(({ before }) => before))
  return slots.filter((slot) => !followed.has(slot))
}

function coursesOf(
  world: World,
  family: FamilyDraft,
  firstNumber: number,
  leaving: ReadonlyMap<CareSlot, LeavingDraft>,
  extra: Extras,
): readonly Course[] {
  const lot = world.chance('who', String(family.place))
  const alone = family.children.every((child) => child.alone)
  const people = peopleOf(lot, alone, family.children.length)
  const numbers = family.children.map((_, place) => String(firstNumber + place))
  const eldest = Math.min(...family.children.map(({ born }) => born))
  const shared: Family = {
    number: `F${firstNumber}`,
    mother: alone ? null : { number: `M${firstNumber}`, ...people.mother, born: day(eldest - Math.round((18 + 16 * lot.next()) * 365)) },
    homes: homesOf(world, family, alone, lot),
    children: numbers,
  }
  const courses = family.children.map((child, place) =>
    courseOf(world, child, place, numbers[place] as string, shared, people, leaving, extra),
  )
  noteChildren(shared, courses)
  return courses
}

function courseOf(
  world: World,
  draft: ChildDraft,
  place: number,
  number: string,
  family: Family,
  people: FamilyNames,
  leaving: ReadonlyMap<CareSlot, LeavingDraft>,
  extra: Extras,
): Course {
  const lot = world.chance('course', number)
  const named = people.children[place] as FamilyNames['children'][number]
  const slots = draft.needs.flatMap(({ care }) => (care ? [care] : []))
  const child: Child = {
    number,
    forename: named.forename,
    surname: people.surname,
    sex: named.sex,
    ethnicity: people.ethnicity,
    born: day(draft.born),
    unaccompanied: draft.alone ? { arrived: day((slots[0]?.from ?? draft.born) - lot.between(0, 2)), country: people.country } : null,
    disabled: draft.disabled
      ? lot.weighed<readonly string[]>([
          [['LD'], 30],
          [['AUT'], 28],
          [['LD', 'AUT'], 14],
          [['MOB'], 8],
          [['LD', 'MOB', 'PC'], 8],
          [['COMM'], 6],
          [['HEAR'], 3],
          [['VIS'], 3],
        ])
      : [],
    bothDocuments: null,
    educationPlan: draft.disabled ? lot.happens(0.7) : slots.length > 0 && lot.happens(0.16),
    family,
  }
  const needs = draft.needs.map((need) => needOf(world, need, child.disabled))
  const draftLeaving = slots.at(-1) && leaving.get(slots.at(-1) as CareSlot)
  const helped = earlyHelpOf(world, draft, needs, extra, lot)
  const taken = extra.take(draft)
  return {
    child,
    contacts: contactsOf(world, draft, needs, helped, extra, lot),
    earlyHelp: helped,
    needs,
    leaving: draftLeaving
      ? {
          from: day(draftLeaving.from),
          until: day(draftLeaving.until),
          adviserTeam: world.workforce.teamFor('leaving care', number).id,
          stayingPut: asStretch(draftLeaving.stayingPut),
          custody: asStretch(draftLeaving.custody),
          disabledAdult: draftLeaving.disabledAdult,
        }
      : null,
    privateFostering: asStretch(taken.privateFostering),
    missingEducation: asStretch(taken.missingEducation),
    homeEducation: asStretch(taken.homeEducation),
  }
}

function needOf(world: World, need: NeedDraft, disabled: readonly string[]): NeedCourse {
  const lot = world.chance('need', need.together, String(need.child.born))
  const emergency = need.care !== null && need.care.from - need.received < 26
  const together = need.child.family.children.flatMap(({ needs }) => needs.filter((each) => each.together === need.together))
  const first = Math.min(...together.flatMap((each) => each.care?.from ?? []))
  const care = need.care && careOf(world, need.care, emergency, lot, { chance: world.chance('proceedings', need.together), from: first })
  const closed = need.closed ?? num('2098-12-31')
  return {
    together: need.together,
    receivedOn: day(need.received),
    source: need.source,
    need: need.need,
    factors: factorsFor(need, disabled, world.chance('factors', need.together)),
    assessment: need.assessment && dated<AssessmentCourse>(need.assessment),
    enquiry: need.enquiry && dated<EnquiryCourse>(need.enquiry),
    protection: need.protection && {
      from: day(need.protection.from),
      until: day(need.protection.until ?? closed),
      category: need.protection.category,
      changed: need.protection.changed && { on: day(need.protection.changed.on), category: need.protection.changed.category },
      earlier: need.protection.earlier,
      team: need.protection.team,
      ends: need.protection.ends,
    },
    plans: need.plans
      .filter(({ from, until }) => (until ?? closed) > from)
      .map(({ from, until, team }) => ({ from: day(from), until: day(until ?? closed), team })),
    proceedings: inTime(care?.proceedings ?? (need.proceedings && dated<ProceedingsCourse>(need.proceedings)), day(need.received)),
    care: care?.care ?? null,
    closedOn: day(closed),
    closure: need.closure,
  }
}

/** Nothing is decided before the child has been known for some weeks; where there was no time for that, it is decided as the court is asked. */
function inTime(proceedings: ProceedingsCourse | null, known: Day): ProceedingsCourse | null {
  if (!proceedings || proceedings.decidedOn >= addDays(known, 21)) return proceedings
  const on = later(proceedings.issuedOn ?? proceedings.decidedOn, known)
  return { ...proceedings, decidedOn: on, letterOn: later(proceedings.issuedOn === null ? proceedings.letterOn : on, on) }
}

/** Day numbers under names that end in On become days. */
const dated = <T>(draft: object): T =>
  Object.fromEntries(
    Object.entries(draft).map(([name, value]) => [
      name,
      name.endsWith('On') && typeof value === 'number' ? day(value) : (value as unknown),
    ]),
  ) as T

/** What is found of a child only from an age: own drink, drugs, moods, going missing, exploitation, gangs, what is done in the street. */
const fromAge: Readonly<Record<string, number>> = { '1A': 11, '2A': 12, '4A': 7, '10A': 9, '11A': 11, '12A': 10, '13A': 10, '14A': 8 }

/** What an assessment finds: codes of the census. */
function factorsFor({ need, child, received }: NeedDraft, disabled: readonly string[], lot: Chance): readonly string[] {
  if (child.alone) return ['9A', ...(lot.happens(0.2) ? ['4B'] : []), ...(lot.happens(0.07) ? ['12A'] : [])]
  const likely: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
    N1: [
      ['3B', 45],
      ['16A', 40],
      ['17A', 28],
      ['4B', 30],
      ['2B', 22],
      ['1B', 20],
      ['18A', 3],
      ['19B', 5],
      ['22A', 0.4],
    ],
    N2: [
      ['5A', disabled.some((code) => code === 'LD' || code === 'AUT') ? 100 : 0],
      ['6A', disabled.some((code) => code !== 'LD' && code !== 'AUT') ? 100 : 0],
      ['4A', 10],
    ],
    N3: [
      ['4B', 55],
      ['5B', 25],
      ['2B', 15],
    ],
    N4: [
      ['3B', 50],
      ['4B', 35],
      ['20', 15],
    ],
    N5: [
      ['3B', 35],
      ['10A', 12],
      ['4A', 25],
      ['14A', 12],
    ],
    N6: [
      ['13A', 15],
      ['14A', 12],
      ['11A', 14],
      ['2A', 22],
      ['4A', 26],
      ['10A', 10],
    ],
    N7: [['20', 70]],
    N8: [
      ['20', 40],
      ['4A', 30],
    ],
  }
  const age = (received - child.born) / 365.25
  const found = (likely[need] ?? [['20', 60]])
    .filter(([, share]) => lot.happens(share / 100))
    .map(([code]) => code)
    .filter((code) => age >= (fromAge[code] ?? -1))
  return found.length > 0 ? found : ['21']
}

const towns = [
  ['Oyster Quay', 'XE1'],
  ['Saltings', 'XE2'],
  ['Teal Point', 'XE3'],
  ['Marram Bay', 'XE4'],
  ['Wharfside', 'XE5'],
  ['Sandling Cross', 'XE6'],
] as const
const streets =
  'Dunlin Road|Harbour Street|Windmill Street|Ropewalk|Tern Walk|Estuary Road|Slipway|Beacon Hill|Capstan Way|Pilot Gardens|Samphire Close|Lapwing Drive|Chandlers Row|Curlew Crescent|Mooring Lane|Saltern Avenue|Kestrel House|Tidemill Court|Lighterman Way|Brent Goose Road|Sextant Close|Marsh View|Ferry Lane|Quarry Hill|Jetty Mews|Gantry Street|Sluice Lane|Breakwater Road|Cordage Yard|Wherry Close'.split(
    '|',
  )

function homesOf(world: World, family: FamilyDraft, alone: boolean, lot: Chance): readonly Home[] {
  const first = Math.min(...family.children.map(({ born, needs }) => (alone ? (needs[0]?.received ?? born) : born)))
  const homes: Home[] = []
  let from = first
  while (homes.length < 4) {
    const [town, district] = lot.pick(towns)
    homes.push({
      from: day(from),
      house: String(lot.between(1, 180)),
      street: lot.pick(streets),
      town,
      postcode: inAreaPostcode(lot).replace(/^XE\d/, district),
    })
    from += Math.round(lot.about(alone ? 99_999 : 4_600, 0.8)) + 120
    if (from > num(world.to)) break
  }
  return homes
}

/** Contacts that led to no referral: the earlier worries about a family that comes to be known, and of those of whom no more is ever heard. */
function contactsOf(
  world: World,
  { needs: drafts, born, alone }: ChildDraft,
  needs: readonly NeedCourse[],
  helped: readonly EarlyHelpCourse[],
  extra: Extras,
  lot: Chance,
): readonly ContactCourse[] {
  const contacts: ContactCourse[] = helped
    .filter(({ steppedDown }) => !steppedDown)
    .map(({ from }) => ({
      on: addDays(from, -lot.between(3, 12)),
      source: fittingSource(sourceFor(lot), (num(from) - born) / 365.25),
      outcome: 'early help' as const,
    }))
  if (alone) return contacts
  const free = (on: number): boolean =>
    on > born &&
    on < born + 17.8 * 365.25 &&
    on >= num(world.from) &&
    on <= num(world.to) &&
    drafts.every(({ received, closed }) => on < received - 2 || on > (closed ?? Infinity))
  const number =
    needs.length === 0
      ? helped.length > 0
        ? lot.happens(0.2)
          ? 1
          : 0
        : 1 + (lot.happens(0.18) ? 1 : 0)
      : lot.weighed([
          [0, 46],
          [1, 31],
          [2, 16],
          [3, 7],
        ])
  const anchor = drafts[0]?.received ?? extra.contactDay(born, lot)
  for (let nth = 0; nth < number; nth++) {
    const on = needs.length === 0 && nth === 0 ? anchor : anchor + Math.round((lot.happens(0.7) ? -1 : 1) * lot.about(240, 0.9))
    if (lot.happens(0.9 - 0.8 * busyness(day(on)))) continue
    if (free(on))
      contacts.push({
        on: day(on),
        source: fittingSource(sourceFor(lot), (on - born) / 365.25),
        outcome: lot.weighed([
          ['advice', 45],
          ['no further action', 55],
        ] as const),
      })
  }
  for (const { on } of contacts) world.workforce.allocate(world.workforce.teamFor('front door', '').id, on, addDays(on, 2))
  return contacts.sort((one, other) => (one.on < other.on ? -1 : 1))
}

const sourceFor = (lot: Chance): string =>
  lot.weighed([
    ['6', 38],
    ['2A', 16],
    ['3A', 7],
    ['3B', 6],
    ['3E', 6],
    ['5B', 6],
    ['8', 4],
    ['1A', 5],
    ['1B', 2],
    ['4', 5],
    ['9', 3],
    ['10', 2],
  ])

function earlyHelpOf(
  world: World,
  { needs: drafts, born }: ChildDraft,
  needs: readonly NeedCourse[],
  extra: Extras,
  lot: Chance,
): readonly EarlyHelpCourse[] {
  const helped: EarlyHelpCourse[] = []
  for (const [place, need] of needs.entries()) {
    const draft = drafts[place] as NeedDraft
    const next = drafts[place + 1]
    const steppedDown = need.plans.length > 0 && need.care === null && draft.closed !== null && lot.happens(0.3)
    if (!steppedDown && !(need.assessment?.leadsTo === 'early help')) continue
    const from = plusWorking(draft.closed ?? 0, lot.between(1, 6))
    const grown = num(birthday(day(born), 18))
    const most = next ? minusWorking(next.received, 1) : Infinity
    const until = Math.min(most, grown, toWorking(from + Math.round(lot.about(150, 0.5))))
    if (from <= num(world.to) && until > from + 10)
      helped.push({
        from: day(from),
        until: day(until),
        reason: reasonFor((from - born) / 365.25, world.chance(need.together, 'reason of early help')),
        steppedDown,
        ended:
          until === most
            ? 'stepped up'
            : lot.weighed([
                ['needs met', 70],
                ['family withdrew', 30],
              ] as const),
      })
  }
  if (needs.length === 0 && extra.helpsEarly()) {
    const from = toWorking(extra.contactDay(born, lot) + lot.between(6, 15))
    const until = Math.min(toWorking(from + Math.round(lot.about(170, 0.5))), num(birthday(day(born), 18)))
    const ended = lot.weighed([
      ['needs met', 72],
      ['family withdrew', 28],
    ] as const)
    if (until > from + 10)
      helped.push({
        from: day(from),
        until: day(until),
        reason: reasonFor((from - born) / 365.25, lot),
        steppedDown: false,
        ended,
      })
  }
  for (const { from, until } of helped) world.workforce.allocate(world.workforce.teamFor('early help', '').id, from, until)
  return helped
}

const reasonFor = (age: number, lot: Chance): string => {
  const reason = lot.pick(reasons)
  return age < reason.from || age > (reason.to ?? 18) ? 'Help asked for by the family' : reason.said
}

/** Why a family has early help, and from which age of a child on. */
const reasons: readonly { readonly said: string; readonly from: number; readonly to?: number }[] = [
  { said: 'Behaviour at home', from: 2 },
  { said: 'School attendance', from: 5, to: 16 },
  { said: 'Parents’ separation', from: 0 },
  { said: 'Housing', from: 0 },
  { said: 'Parent’s low mood', from: 0 },
  { said: 'Young carer', from: 8 },
  { said: 'Debt and money', from: 0 },
  { said: 'Routines and boundaries', from: 1 },
  { said: 'Domestic abuse in the past', from: 0 },
  { said: 'Help asked for by the family', from: 0 },
  { said: 'Bereavement', from: 2 },
  { said: 'A child’s anxiety', from: 4 },
]

/** What befalls children beside need: drawn from, child by child, until it is all given. */
class Extras {
  private readonly world: World
  private readonly lot: Chance
  private contactsLeft: number
  private helpLeft: number
  private readonly missing: Span[]
  private readonly home: Span[]
  private readonly fostered: Span[]

  constructor(world: World) {
    this.world = world
    this.lot = world.chance('extras')
    const years = (num(world.to) - num(world.from)) / 365
    this.contactsLeft = Math.round(world.size.scale * 1_650 * years)
    this.helpLeft = Math.round(world.size.scale * 260 * years)
    this.missing = [...missingEducation(world)]
    this.home = [...homeEducation(world)]
    this.fostered = [...privateFostering(world)]
  }

  left(): boolean {
    return this.contactsLeft > 0 || this.missing.length > 0 || this.home.length > 0 || this.fostered.length > 0
  }

  /** A day of the history on which the child is one. */
  contactDay(born: number, lot: Chance): number {
    const from = Math.max(num(this.world.from), born + 2)
    const until = Math.min(num(this.world.to), born + Math.floor(17.5 * 365.25))
    return from + Math.floor(lot.next() * Math.max(1, until - from))
  }

  /** A birth day that fits what is still to be given. */
  bornFor(lot: Chance): number {
    const [from, until] = this.missing.at(-1) ?? this.home.at(-1) ?? this.fostered.at(-1) ?? [0, 0]
    if (from === 0) return num(this.world.from) - Math.floor((15 * lot.next() - 2.5) * 365)
    const length = (until - from) / 365
    return from - Math.round((6 + Math.max(0, 9.5 - length) * lot.next()) * 365)
  }

  helpsEarly(): boolean {
    if (this.helpLeft <= 0) return false
    if (!this.lot.happens(0.16)) return false
    this.helpLeft--
    return true
  }

  /** Takes what is given to this child: most of it goes to children of whom not much else is known. */
  take({ needs, born, alone }: ChildDraft): { missingEducation: Span | null; homeEducation: Span | null; privateFostering: Span | null } {
    const given: { missingEducation: Span | null; homeEducation: Span | null; privateFostering: Span | null } = {
      missingEducation: null,
      homeEducation: null,
      privateFostering: null,
    }
    if (needs.length === 0) this.contactsLeft--
    else if (alone || needs.some(({ care }) => care) || !this.lot.happens(0.02)) return given
    const fits = ([from, until]: Span): boolean => from - born > 5.1 * 365 && (Math.min(until, num(this.world.to)) - born) / 365.25 < 16.4
    for (const [name, list] of [
      ['missingEducation', this.missing],
      ['homeEducation', this.home],
      ['privateFostering', this.fostered],
    ] as const) {
      const span = list.at(-1)
      if (!span || !fits(span)) continue
      list.pop()
      given[name] = span
      return given
    }
    return given
  }
}
