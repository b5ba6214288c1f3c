import { isSchoolDay } from '../../../src/engine/clocks/school-terms.ts'
import type { Chance } from '../chance.ts'
import type { PlacementKind } from '../course.ts'
import { addDays, daysBetween, type Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { brothersAndSisters } from '../plan/family.ts'
import { composed } from '../words.ts'
import { schoolTerms } from './school-terms.ts'
import { careOn, placementOn, timesInCare } from './while-in-care.ts'

/** Words that suit some children on some days only: a baby says nothing, who has no brother does not see him, and where a court has decided nobody waits for it. */

/** What may be true of a child on a day. From an age on; a family; a life in care; an order. */
const facets = [
  'born',
  'from1',
  'from2',
  'from3',
  'from4',
  'from5',
  'from8',
  'from11',
  'from14',
  'from16',
  'from18',
  // Other children of the family are on record and born.
  'siblings',
  'sister',
  'brother',
  'eldest',
  'alone',
  // The family speaks another language at home.
  'interpreter',
  'black heritage',
  'disabled',
  'schools open',
  // Known to social workers from an earlier time, closed since.
  'known before',
  'moved home',
  'in care',
  // Where a child in care lives.
  'with carers',
  'with relatives',
  'with parents',
  'with adopters',
  'in a home',
  'in lodgings',
  'locked up',
  'far',
  // In this place for nine months; three places and more in the last two years; the first twelve weeks, and from the eighteenth month.
  'settled',
  'moved often',
  'new in care',
  'long in care',
  // The court has been asked and has not decided; it has made its order.
  'court',
  'ordered',
  'to be adopted',
  // What a care leaver does, and where one who has left care lives: with those who cared for them before, too.
  'studies',
  'works',
  'own flat',
  'shared house',
  'family home',
  'former carers',
  // Nobody holds the child but the manager who writes.
  'managed',
  // It is decided today and not after weeks; nothing was planned.
  'at once',
  'no plan',
] as const

export type Facet = (typeof facets)[number]

/** What is true of a child on a day. */
export interface Facts {
  readonly has: (facet: Facet) => boolean
  /** The same for the same facts. */
  readonly key: number
}

/** What must hold, or must not. */
export type When = Facet | `not ${Facet}`

/** Words for every child; or words, and what must hold or not hold. */
export type Suited = string | readonly [words: string, ...when: readonly When[]]

/** Whether all of it holds. */
export const suits = (when: readonly When[], facts: Facts): boolean =>
  when.every((one) => (one.startsWith('not ') ? !facts.has(one.slice(4) as Facet) : facts.has(one as Facet)))

const bits: Readonly<Record<string, number>> = Object.fromEntries(facets.map((facet, place) => [facet, 2 ** place]))

/** Which of these words suit. '' stands for nothing said and suits always; where nothing suits, nothing is said. */
export function suiting(pool: readonly Suited[], facts: Facts): readonly string[] {
  const known = found.get(pool) ?? new Map<number, readonly string[]>()
  found.set(pool, known)
  const before = known.get(facts.key)
  if (before) return before
  const these = pool.flatMap((each) => {
    if (typeof each === 'string') return [each]
    const [words, ...when] = each
    return suits(when, facts) ? [words] : []
  })
  const kept = these.length === 0 ? [''] : these
  known.set(facts.key, kept)
  return kept
}

/** A pool is asked a thousand times for children alike. */
const found = new WeakMap<readonly Suited[], Map<number, readonly string[]>>()

/** Free text of parts as `composed` makes it, of words that suit. */
export const composedFor = (
  lot: Chance,
  parts: readonly (string | readonly Suited[])[],
  facts: Facts,
  given: Readonly<Record<string, string>> = {},
): string =>
  composed(
    lot,
    parts.map((part) => (typeof part === 'string' ? part : suiting(part, facts))),
    given,
  )

/** The same facts, and one more. */
export const andAlso = (facts: Facts, facet: Facet): Facts =>
  facts.has(facet) ? facts : { key: facts.key + (bits[facet] as number), has: (one) => one === facet || facts.has(one) }

const withCarers: ReadonlySet<PlacementKind> = new Set(['own carers', 'agency carers', 'relatives', 'adopters'])
const blackHeritage: ReadonlySet<string> = new Set(['BCRB', 'BAFR', 'BOTH', 'MWBC', 'MWBA'])
const english: ReadonlySet<string> = new Set(['WBRI', 'WIRI', 'WIRT', 'WROM', 'BCRB', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'BOTH'])

/** What is true of a child on a day, as far as words depend on it. */
export function factsOn(living: Living, on: Day): Facts {
  const { child, course } = living
  const day = on.slice(0, 10)
  const born = day >= child.born
  const age = born ? ageThen(living, day) : -1
  let key = 0
  const is = (facet: Facet, holds: boolean): void => {
    if (holds) key += bits[facet] as number
  }
  is('born', born)
  for (const from of [1, 2, 3, 4, 5, 8, 11, 14, 16, 18] as const) is(`from${from}`, age >= from)
  const others = brothersAndSisters(child).filter((each) => each.born <= day)
  is('siblings', others.length > 0)
  is(
    'sister',
    others.some(({ sex }) => sex === 'F'),
  )
  is(
    'brother',
    others.some(({ sex }) => sex === 'M'),
  )
  is('eldest', others.length > 0 && others.every((each) => each.born > child.born))
  is('alone', child.unaccompanied !== null)
  is('interpreter', child.unaccompanied !== null || speaksAnother(living))
  is('black heritage', blackHeritage.has(child.ethnicity))
  is('disabled', child.disabled.length > 0 && born)
  is('schools open', day < '2012-09-04' || day > lastTerm || isSchoolDay(day, schoolTerms))
  is(
    'known before',
    course.needs.some(({ closedOn, assessment }) => closedOn < addDays(day, -60) && assessment !== null),
  )
  is('moved home', child.family.homes.filter(({ from }) => from > child.born && from <= day).length > 0)
  const time = careOn(timesInCare(living), day)
  is('in care', time !== null)
  if (time) {
    const { care, need } = time
    const place = placementOn(care, day)
    const kind = place?.kind
    const weeks = daysBetween(care.from, day) / 7
    is('with carers', kind !== undefined && withCarers.has(kind))
    is('with relatives', kind === 'relatives')
    is('with parents', kind === 'parents')
    is('with adopters', kind === 'adopters')
    is('in a home', kind === 'children’s home' || kind === 'residential school')
    is('in lodgings', kind === 'supported accommodation')
    is('locked up', kind === 'custody' || kind === 'secure home')
    is('far', place !== undefined && place.outsideArea && place.miles >= 20)
    is('settled', place !== undefined && daysBetween(place.from, day) > 270)
    is('moved often', care.placements.filter(({ from }) => from > addDays(day, -730) && from <= day).length >= 3)
    is('new in care', weeks < 12)
    is('long in care', weeks > 78)
    const asked = need.proceedings?.issuedOn ?? null
    const final = need.proceedings?.finalOrderOn ?? null
    is('court', asked !== null && asked <= day && (final === null || final > day))
    is('ordered', final !== null && final <= day)
    is('to be adopted', care.adoption !== null && care.adoption.decidedOn <= day)
  }
  return { key, has: (facet) => Math.floor(key / (bits[facet] as number)) % 2 === 1 }
}

const lastTerm = schoolTerms.at(-1)?.until ?? '2012-09-04'

/** Of families who came from elsewhere some need an interpreter. */
const speaksAnother = ({ child, world }: Living): boolean =>
  !english.has(child.ethnicity) && world.chance('language', child.family.number).happens(0.4)
