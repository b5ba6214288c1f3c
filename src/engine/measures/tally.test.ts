import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, plainDay } from '../clocks/days.ts'
import { date, recordKind } from '../records/kind.ts'
import { dimension, notRecorded, oneAtATime, valueOn, type Spell } from './dimension.ts'
import { factKind, type Fact, type FactKind } from './fact.ts'
import { measure, type Measure } from './measure.ts'
import { lastDay, monthNumber } from './months.ts'
import { pointsOf, type Point } from './series.ts'
import { partsBy, tally, wordOf, type Known } from './tally.ts'

/** Counts added up from their beginnings and ends are what one counts who walks through the days and looks. */

const boat = recordKind({
  name: 'Boat',
  plural: 'Boats',
  table: 'boat',
  group: 'Boats',
  fields: { builtOn: date('Built') },
  basis: 'Invented.',
})

const harbour = dimension({ id: 'harbour', label: 'Harbour', about: boat, reads: [], spells: () => [] })
const crewed = dimension({ id: 'crew', label: 'Crew', about: boat, reads: [], spells: () => [] })
const mast = dimension({ id: 'mast', label: 'Mast', about: boat, reads: [], counted: false, spells: () => [] })

const says = {
  flag: { label: 'Flag', type: 'words' },
  sound: { label: 'Sound', type: 'yes or no' },
  tons: { label: 'Tons', type: 'number' },
  crew: { label: 'Crew that day', type: 'words' },
  loads: { label: 'Loads', type: 'several words' },
} as const
const made = (id: string, lasts: boolean): FactKind => factKind({ id, name: id, about: boat, lasts, says, reads: [], facts: () => [] })
const sailings = made('sailings', false)
const voyages = made('voyages', true)

const of = (kind: FactKind, more: Partial<Measure> & Pick<Measure, 'statistic'>): Measure =>
  measure({
    id: `${kind.id}-${more.statistic}`,
    name: 'Boats',
    area: 'Boats',
    of: kind,
    span: kind.lasts ? 'moment' : 'month',
    better: 'neutral',
    source: 'Invented',
    says: { counted: 'boats' },
    by: [harbour, 'flag', 'loads', 'sound'],
    ...more,
  })

// Four months and a few days, with the end of a leap February in them; days at the ends of months come more often than others.
const [from, to] = [monthNumber('2015-12'), monthNumber('2016-04')]
const firstDay = dayNumber('2015-12-01')
const aDay = fc.oneof(
  fc.integer({ min: 0, max: 151 }).map((at) => plainDay(firstDay + at)),
  fc.constantFrom(
    '2015-12-31',
    '2016-01-01',
    '2016-01-31',
    '2016-02-01',
    '2016-02-28',
    '2016-02-29',
    '2016-03-01',
    '2016-03-31',
    '2016-04-30',
  ),
)

const saying = fc.record(
  {
    flag: fc.constantFrom('red', 'green'),
    sound: fc.boolean(),
    tons: fc.integer({ min: 0, max: 9 }),
    loads: fc.array(fc.constantFrom('salt', 'tar', 'oars'), { maxLength: 3 }),
  },
  { requiredKeys: [] },
)
const by = { table: 'boat', id: 'a' }
const anEvent: fc.Arbitrary<Fact> = fc.record({ on: aDay, by: fc.constant(by), says: saying })
const aLasting: fc.Arbitrary<Fact> = fc
  .record({ on: aDay, until: fc.option(aDay, { freq: 4 }), by: fc.constant(by), says: saying })
  .filter(({ on, until }) => until === null || on < until)
const someSpells: fc.Arbitrary<readonly Spell[]> = fc
  .array(fc.record({ from: fc.option(aDay, { freq: 5 }), until: fc.option(aDay, { freq: 3 }), value: fc.constantFrom('north', 'south') }), {
    maxLength: 5,
  })
  .map(oneAtATime)

interface Boat {
  readonly sailed: readonly Fact[]
  readonly away: readonly Fact[]
  readonly lay: readonly Spell[]
}
const fleet: fc.Arbitrary<readonly Boat[]> = fc.array(
  fc.record({ sailed: fc.array(anEvent, { maxLength: 4 }), away: fc.array(aLasting, { maxLength: 3 }), lay: someSpells }),
  { maxLength: 5 },
)

const knownOf = ({ sailed, away, lay }: Boat): Known => ({
  facts: new Map([
    [sailings, sailed],
    [voyages, away],
  ]),
  spells: new Map([[harbour, lay]]),
})

/** The points of a measure by each value of what it is parted by; '' and '' for the whole. */
function counted(boats: readonly Known[], one: Measure): (id: string, value: string) => Point[] {
  const parts = new Map<string, { above: Map<number, number>; below: Map<number, number> }>()
  for (const known of boats)
    tally(known, [one], (_, id, value, month, above, below) => {
      const key = `${id} ${value}`
      const part = parts.get(key) ?? { above: new Map<number, number>(), below: new Map<number, number>() }
      parts.set(key, part)
      part.above.set(month, (part.above.get(month) ?? 0) + above)
      part.below.set(month, (part.below.get(month) ?? 0) + below)
    })
  const nothing = { above: new Map<number, number>(), below: new Map<number, number>() }
  return (id, value) => pointsOf(one, parts.get(`${id} ${value}`) ?? nothing, from, to, () => 1_000)
}

const pairs = (points: readonly Point[]) => points.map(({ numerator, denominator }) => [numerator, denominator])

/** Walks through the days of each month and counts what happened. */
const walkedEvents = (boats: readonly Boat[], meant: (fact: Fact, boat: Boat) => boolean): number[] =>
  months.map((month) => {
    let sum = 0
    for (const boat of boats)
      for (let day = `${lastDay(month).slice(0, 8)}01`; day <= lastDay(month); day = addDays(day, 1))
        for (const fact of boat.sailed) if (fact.on === day && meant(fact, boat)) sum++
    return sum
  })

/** Stands at the end of the last day of each month, and counts what is still so when the next day begins. */
const walkedLasting = (boats: readonly Boat[], meant: (fact: Fact, boat: Boat, day: string) => boolean): number[] =>
  months.map((month) => {
    const day = lastDay(month)
    let sum = 0
    for (const boat of boats)
      for (const fact of boat.away) if (fact.on <= day && (fact.until ?? '9999') > day && meant(fact, boat, day)) sum++
    return sum
  })

const months = Array.from({ length: to - from + 1 }, (_, at) => from + at)
const flagOf = (fact: Fact) => fact.says?.['flag'] ?? notRecorded
const loadsOf = (fact: Fact) => (fact.says?.['loads'] ?? []) as readonly string[]

/** How a boat stood on the day it sailed: the day on which it leaves a harbour for nowhere is of the harbour it leaves. */
const sailedFrom = (fact: Fact, { lay }: Boat): string => {
  const stood = valueOn(lay, fact.on)
  return stood === notRecorded ? valueOn(lay, addDays(fact.on, -1)) : stood
}

describe('what happens on a day', () => {
  const count = of(sailings, { statistic: 'count' })
  test('counts in its month: in whole, by the spells, by a word and by several', () => {
    fc.assert(
      fc.property(fleet, (boats) => {
        const told = counted(boats.map(knownOf), count)
        const numbers = (id: string, value: string) => told(id, value).map(({ value: number }) => number)
        expect(numbers('', '')).toEqual(walkedEvents(boats, () => true))
        for (const place of ['north', 'south', notRecorded])
          expect(numbers('harbour', place), place).toEqual(walkedEvents(boats, (fact, each) => sailedFrom(fact, each) === place))
        for (const flag of ['red', 'green', notRecorded])
          expect(numbers('flag', flag), flag).toEqual(walkedEvents(boats, (fact) => flagOf(fact) === flag))
        for (const load of ['salt', 'tar', 'oars'])
          expect(numbers('loads', load), load).toEqual(walkedEvents(boats, (fact) => loadsOf(fact).includes(load)))
        expect(numbers('loads', notRecorded)).toEqual(walkedEvents(boats, (fact) => loadsOf(fact).length === 0))
      }),
    )
  })

  test('of a share, those that meet stand above the line and all below it', () => {
    const share = of(sailings, { statistic: 'share', where: { tons: { from: 3, until: 8 } }, met: { sound: [true] } })
    const heavy = (fact: Fact) => Number(fact.says?.['tons'] ?? -1) >= 3 && Number(fact.says?.['tons'] ?? -1) < 8
    fc.assert(
      fc.property(fleet, (boats) => {
        const all = walkedEvents(boats, heavy)
        const met = walkedEvents(boats, (fact) => heavy(fact) && fact.says?.['sound'] === true)
        expect(pairs(counted(boats.map(knownOf), share)('', ''))).toEqual(met.map((number, at) => [number, all[at]]))
      }),
    )
  })
})

describe('what lasts', () => {
  const count = of(voyages, { statistic: 'count' })
  test('counts at the end of each month while it is so: in whole, by how its boat stood that day, by words', () => {
    fc.assert(
      fc.property(fleet, (boats) => {
        const told = counted(boats.map(knownOf), count)
        const numbers = (id: string, value: string) => told(id, value).map(({ value: number }) => number)
        expect(numbers('', '')).toEqual(walkedLasting(boats, () => true))
        for (const place of ['north', 'south', notRecorded])
          expect(numbers('harbour', place), place).toEqual(walkedLasting(boats, (_fact, { lay }, day) => valueOn(lay, day) === place))
        for (const flag of ['red', 'green', notRecorded])
          expect(numbers('flag', flag), flag).toEqual(walkedLasting(boats, (fact) => flagOf(fact) === flag))
        for (const load of ['salt', 'tar', 'oars'])
          expect(numbers('loads', load), load).toEqual(walkedLasting(boats, (fact) => loadsOf(fact).includes(load)))
      }),
    )
  })

  test('the parts by one thing add up to the whole, month for month', () => {
    const mean = of(voyages, { statistic: 'mean', value: 'tons' })
    fc.assert(
      fc.property(fleet, (boats) => {
        for (const one of [count, mean]) {
          const told = counted(boats.map(knownOf), one)
          const whole = pairs(told('', ''))
          for (const [id, values] of [
            ['harbour', ['north', 'south', notRecorded]],
            ['flag', ['red', 'green', notRecorded]],
            ['sound', ['yes', 'no', notRecorded]],
          ] as const) {
            const parts = values.map((value) => pairs(told(id, value)))
            const sums = whole.map((_, at) => [0, 1].map((line) => parts.reduce((sum, part) => sum + (part[at]?.[line] ?? 0), 0)))
            expect(sums, id).toEqual(whole.map(([above, below]) => [above, below ?? 0]))
          }
        }
      }),
    )
  })

  const one = (fact: Omit<Fact, 'by'>, lay: readonly Spell[] = []) =>
    counted([knownOf({ sailed: [], away: [{ ...fact, by }], lay })], count)('', '').map(({ value }) => value)
  test.each<readonly [on: string, until: string | null, expected: number[], why: string]>([
    ['2016-01-31', '2016-02-01', [0, 1, 0, 0, 0], 'one night, over the end of a month'],
    ['2016-01-30', '2016-01-31', [0, 0, 0, 0, 0], 'it was over on the last day'],
    ['2016-01-01', '2016-01-31', [0, 0, 0, 0, 0], 'a whole month but for its last day'],
    ['2016-01-01', '2016-02-29', [0, 1, 0, 0, 0], 'over on leap day, it does not stand at the end of February'],
    ['2016-01-01', '2016-03-01', [0, 1, 1, 0, 0], 'over the day after, it does'],
    ['2015-11-30', null, [1, 1, 1, 1, 1], 'it began before, and lasts'],
    ['2016-02-29', null, [0, 0, 1, 1, 1], 'it began on the last day'],
  ])('from %s until %s: %j, for %s', (on, until, expected) => expect(one({ on, until })).toEqual(expected))

  test('a spell that ends on the last day of a month has lost its part by the end of that day', () => {
    const lay: Spell[] = [
      { from: '2016-01-10', until: '2016-02-29', value: 'north' },
      { from: '2016-02-29', until: '2016-03-31', value: 'south' },
    ]
    const told = counted([knownOf({ sailed: [], away: [{ on: '2015-12-05', until: null, by }], lay })], count)
    const numbers = (value: string) => told('harbour', value).map(({ value: number }) => number)
    expect(numbers('north')).toEqual([0, 1, 0, 0, 0])
    expect(numbers('south')).toEqual([0, 0, 1, 0, 0])
    expect(numbers(notRecorded)).toEqual([1, 0, 0, 1, 1])
  })
})

test('the parts of what lasts cover it from its first day to its last, in order, and leave nothing out', () => {
  fc.assert(
    fc.property(aLasting, someSpells, (fact, lay) => {
      const parts = partsBy(lay, fact)
      expect(parts[0]?.[1]).toBe(fact.on)
      expect(parts.at(-1)?.[2]).toBe(fact.until ?? null)
      for (const [at, [value, begins, ends]] of parts.entries()) {
        if (at > 0) expect(parts[at - 1]?.[2]).toBe(begins)
        expect(valueOn(lay, begins)).toBe(value)
        if (ends !== null) expect(begins < ends).toBe(true)
      }
    }),
  )
})

test('how a boat stood is as the fact itself says, where it does', () => {
  const count = of(sailings, { statistic: 'count', by: [crewed] })
  const known = (said?: string): Known => ({
    facts: new Map([[sailings, [{ on: '2016-01-05', by, ...(said && { says: { crew: said } }) }]]]),
    spells: new Map([[crewed, [{ from: null, until: null, value: 'hired' }]]]),
  })
  expect(counted([known('own')], count)('crew', 'own')[1]?.value).toBe(1)
  expect(counted([known('own')], count)('crew', 'hired')[1]?.value).toBe(0)
  expect(counted([known()], count)('crew', 'hired')[1]?.value).toBe(1)
})

test('of what has very many values no counts are kept', () => {
  const put: string[] = []
  const known: Known = { facts: new Map([[sailings, [{ on: '2016-01-05', by }]]]), spells: new Map() }
  tally(known, [of(sailings, { statistic: 'count', by: [mast, harbour] })], (_, id) => put.push(id))
  expect(put).toEqual(['', 'harbour'])
})

test('told as shares of the whole, parts stand above the line alone', () => {
  const share = of(sailings, { statistic: 'share', met: { sound: [true] }, by: ['loads', harbour], ofWhole: ['loads'] })
  const sound: Fact = { on: '2016-01-05', by, says: { sound: true, loads: ['salt', 'tar'] } }
  const put: (readonly [string, string, number, number])[] = []
  tally({ facts: new Map([[sailings, [sound]]]), spells: new Map() }, [share], (_, id, value, _month, above, below) =>
    put.push([id, value, above, below]),
  )
  expect(put).toEqual([
    ['', '', 1, 1],
    ['loads', 'salt', 1, 0],
    ['loads', 'tar', 1, 0],
    ['harbour', notRecorded, 1, 1],
  ])
})

test('one number over that of others: each side of the line counts its own facts, of events and of what lasts alike', () => {
  const ratio = of(voyages, { statistic: 'ratio', value: 'tons', to: { of: sailings, where: { sound: [true] } }, by: [] })
  fc.assert(
    fc.property(fleet, (boats) => {
      const tons = months.map((month) => {
        const day = lastDay(month)
        return boats
          .flatMap(({ away }) => away)
          .reduce((sum, { on, until, says: said }) => sum + (on <= day && (until ?? '9999') > day ? Number(said?.['tons'] ?? 0) : 0), 0)
      })
      const sound = walkedEvents(boats, (fact) => fact.says?.['sound'] === true)
      expect(pairs(counted(boats.map(knownOf), ratio)('', ''))).toEqual(tons.map((number, at) => [number, sound[at]]))
    }),
  )
})

test.each([
  [true, 'yes'],
  [false, 'no'],
  [3, '3'],
  ['red', 'red'],
  [['salt', 'tar'], 'salt, tar'],
  [null, notRecorded],
  [undefined, notRecorded],
])('%j is parted under %j', (said, word) => expect(wordOf(said)).toBe(word))
