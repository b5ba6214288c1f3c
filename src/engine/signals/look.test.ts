import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factKind } from '../measures/fact.ts'
import { measure, type Measure } from '../measures/measure.ts'
import { evenly } from '../measures/made-figures.ts'
import type { Counts } from '../measures/series.ts'
import { date, recordKind } from '../records/kind.ts'
import type { Found } from './found.ts'
import { look, type Watching } from './look.ts'
import { partsOfOne } from './one-cause.ts'

/** What is said at the end of a month of many series together, and what is one of what. */

const boat = recordKind({
  name: 'Boat',
  plural: 'Boats',
  table: 'boat',
  group: 'Boats',
  fields: { builtOn: date('Built') },
  basis: 'Invented.',
})
const sailings = factKind({
  id: 'sailings',
  name: 'Sailings',
  about: boat,
  reads: [],
  says: { prompt: { label: 'Prompt', type: 'yes or no' }, quay: { label: 'Quay', type: 'words' } },
  facts: () => [],
})

const prompt = (more: Partial<Measure> = {}): Measure =>
  measure({
    id: 'prompt',
    name: 'Sailings in time',
    area: 'Boats',
    of: sailings,
    statistic: 'share',
    met: { prompt: [true] },
    span: 'month',
    better: 'higher',
    by: ['quay'],
    source: 'Invented.',
    says: { counted: 'sailings in time' },
    ...more,
  })

const first = 24_000

/** Counts of months of so many of so many, each drawn. */
function drawn(seed: number, levels: readonly number[], of: number): Counts {
  const random = evenly(seed)
  const above = new Map(
    levels.map((level, place) => [first + place, Array.from({ length: of }, random).filter((each) => each < level).length]),
  )
  return { above, below: new Map(levels.map((_, place) => [first + place, of])) }
}

const added = (all: readonly Counts[]): Counts => ({
  above: new Map(
    [...(all[0]?.above.keys() ?? [])].map((month) => [month, all.reduce((sum, { above }) => sum + (above.get(month) ?? 0), 0)]),
  ),
  below: new Map(
    [...(all[0]?.below.keys() ?? [])].map((month) => [month, all.reduce((sum, { below }) => sum + (below.get(month) ?? 0), 0)]),
  ),
})

const watching = (measures: readonly Measure[], more: Partial<Watching> = {}): Watching => ({
  measures,
  from: 0,
  targetOf: () => null,
  placesOf: () => ['quay'],
  alikeBy: () => [{ by: 'quay', ofPeople: false }],
  ...more,
})

const steady = (level: number, months = 36): number[] => Array<number>(months).fill(level)
const stepped = (before: number, after: number, later = 5): number[] => [...steady(before, 36 - later), ...steady(after, later)]

function lookAt(
  quays: Readonly<Record<string, readonly number[]>>,
  one: Measure = prompt(),
  more: Partial<Watching> = {},
  seed = 1,
): Found[] {
  const parts = new Map(Object.entries(quays).map(([quay, levels], place) => [quay, drawn(seed * 100 + place, levels, 40)]))
  const counts = new Map([
    [
      one.id,
      new Map([
        ['', new Map([['', added([...parts.values()])]])],
        ['quay', parts],
      ]),
    ],
  ])
  return look(counts, watching([one], more), first + 35)
}

const said = ({ kind, place, direction }: Found) => ({ kind, place: place?.value ?? null, direction })

describe('what is said of a measure', () => {
  test('nothing, where nothing changed and all quays are alike', () => {
    for (let seed = 1; seed <= 20; seed++)
      expect(lookAt({ north: steady(0.85), south: steady(0.85), east: steady(0.85) }, prompt(), {}, seed)).toEqual([])
  })

  test('a change of the whole, with the quays it came from', () => {
    const found = lookAt({ north: stepped(0.9, 0.5), south: stepped(0.9, 0.5), east: steady(0.9) })
    expect(found.map(said)).toContainEqual({ kind: 'shift', place: null, direction: 'worse' })
    expect(found.map(said)).toContainEqual({ kind: 'shift', place: 'north', direction: 'worse' })
    expect(found.some(({ place }) => place?.value === 'east')).toBe(false)
    const whole = found.find(({ place }) => place === null)
    expect(whole).toMatchObject({ since: first + 31 })
    expect(whole?.seen).toBeLessThanOrEqual(first + 33)
    expect(whole?.to).toBeLessThan(70)
  })

  test('what is better is told as better, and a measure of neither as changed', () => {
    expect(lookAt({ north: stepped(0.6, 0.9) }).map(said)).toContainEqual({ kind: 'shift', place: null, direction: 'better' })
    expect(lookAt({ north: stepped(0.6, 0.9) }, prompt({ better: 'neutral' })).map(said)).toContainEqual({
      kind: 'shift',
      place: null,
      direction: 'changed',
    })
  })

  test('a quay that was always apart, and no other', () => {
    const found = lookAt({ north: steady(0.9), south: steady(0.9), east: steady(0.9), west: steady(0.5) })
    expect(found.map(said)).toEqual([{ kind: 'apart', place: 'west', direction: 'worse' }])
    expect(found[0]?.since).toBeLessThan(first + 5)
  })

  test('what anyone would expect, only where it is surely missed, and never of what changes chance', () => {
    const asked = prompt({ expected: 75, speaksOf: 'record' })
    expect(lookAt({ north: steady(0.5) }, asked).map(said)).toEqual([{ kind: 'unrecorded', place: null, direction: 'worse' }])
    expect(lookAt({ north: steady(0.74) }, asked)).toEqual([])
    expect(lookAt({ north: steady(0.5) }, prompt({ expected: 30, better: 'lower', speaksOf: 'words' })).map(said)).toEqual([
      { kind: 'words', place: null, direction: 'worse' },
    ])
  })

  test('a target that will not be met, once, and not where what anyone would expect is missed too', () => {
    const target = { targetOf: () => 95 }
    expect(lookAt({ north: steady(0.85) }, prompt(), target).map(said)).toEqual([{ kind: 'target', place: null, direction: 'worse' }])
    expect(lookAt({ north: steady(0.95) }, prompt(), target)).toEqual([])
    expect(lookAt({ north: steady(0.5) }, prompt({ expected: 75 }), target).map(said)).toEqual([
      { kind: 'unrecorded', place: null, direction: 'worse' },
    ])
  })

  test('months that do not stand yet are not looked at', () => {
    const levels = [...steady(0.85, 34), 0.2, 0.1]
    expect(lookAt({ north: levels }).length).toBeGreaterThan(0)
    expect(lookAt({ north: levels }, prompt({ settles: 2 }))).toEqual([])
  })

  test('a measure of which months cannot be held beside each other is silent', () => {
    expect(lookAt({ north: stepped(0.9, 0.4) }, prompt({ noTrend: 'Only the latest is kept.' }))).toEqual([])
  })
})

describe('one cause', () => {
  const found = lookAt({ north: stepped(0.9, 0.5), south: stepped(0.9, 0.5), east: steady(0.9) })
  const bonds = { upstreamOf: () => [], weight: ({ strength }: Found) => strength }

  test('the places of a measure are parts of its whole', () => {
    const heads = partsOfOne(found, bonds)
    const whole = found.find(({ kind, place }) => kind === 'shift' && place === null)
    for (const each of found) expect(heads.get(each)).toBe(each === whole ? null : whole)
  })

  test('what follows from a measure upstream is one with it, if that changed first', () => {
    const up = prompt({ id: 'upstream', of: factKind({ ...sailings, id: 'arrivals', facts: () => [] }) })
    const then = found.find(({ place, kind }) => place === null && kind === 'shift') as Found
    const before: Found = { ...then, id: 'upstream.change', measure: up, since: then.since - 3 }
    const upstreamOf = (id: string): string[] => (id === 'prompt' ? ['upstream'] : [])
    const weight = ({ measure: { id } }: Found): number => (id === 'prompt' ? 2 : 1)
    expect(partsOfOne([then, before], { upstreamOf, weight }).get(before)).toBe(then)
    const after: Found = { ...before, since: then.since + 6 }
    expect(partsOfOne([then, after], { upstreamOf, weight }).get(after)).toBeNull()
    expect(partsOfOne([then, { ...before, direction: 'better' }], { upstreamOf, weight }).size).toBe(2)
    expect([...partsOfOne([then, { ...before, direction: 'better' }], { upstreamOf, weight }).values()]).toEqual([null, null])
  })

  test('every head stands for itself, whatever was found', () => {
    const any = fc.array(
      fc.record({
        kind: fc.constantFrom('shift', 'target', 'apart', 'trend'),
        measure: fc.constantFrom('a', 'b', 'c'),
        place: fc.option(fc.record({ by: fc.constant('quay'), value: fc.constantFrom('n', 's') })),
        since: fc.integer({ min: 0, max: 20 }),
        direction: fc.constantFrom('worse', 'better', 'changed'),
        strength: fc.integer({ min: 4, max: 20 }),
      }),
      { maxLength: 12 },
    )
    const measures = new Map(['a', 'b', 'c'].map((id) => [id, prompt({ id: `${id}-boats` })]))
    fc.assert(
      fc.property(any, (all) => {
        const made = all.map((each, place) => ({
          ...(found[0] as Found),
          ...each,
          id: String(place),
          measure: measures.get(each.measure) as Measure,
        }))
        const heads = partsOfOne(made, { upstreamOf: () => ['a-boats', 'b-boats'], weight: ({ strength }) => strength })
        expect(heads.size).toBe(made.length)
        for (const head of heads.values()) if (head !== null) expect(heads.get(head)).toBeNull()
      }),
      { numRuns: 200 },
    )
  })
})
