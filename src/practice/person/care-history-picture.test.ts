import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisOf } from './care-history-time.ts'
import { textWidth } from './care-history-labels.ts'
import { careHistoryPicture } from './care-history-picture.ts'
import { laneNames, type CareHistory, type Lane } from './care-history-shapes.ts'
import { careHistoryInWords } from './care-history-words.ts'
import type { ChronologyPeriod } from './chronology.ts'

const period = (kind: string, label: string, from: string, to: string | null): ChronologyPeriod => ({
  kind,
  label,
  from,
  to,
  record: `table/${from}`,
})

/** In care twice, moved far away in the second time, and missing once. */
const jaden: CareHistory = {
  periods: [
    period('In need', 'Abuse or neglect', '2013-09-10', '2015-01-30'),
    period('In need', 'Abuse or neglect', '2015-05-21', null),
    period('In care', 'In care', '2014-05-06', '2014-11-20'),
    period('In care', 'In care', '2016-01-04', null),
    period('Legal status', 'Section 20', '2016-01-04', '2016-01-22'),
    period('Legal status', 'Interim care order', '2016-01-22', null),
    period('Missing', 'Missing', '2016-02-13', '2016-02-14'),
  ],
  contacts: [{ on: '2013-02-11', label: 'Police', record: 'contact/1' }],
  today: '2016-03-03',
  todayIs: 'Today',
}

const laneOf = (history: CareHistory, name: string): Lane => careHistoryPicture(history)?.lanes.find((lane) => lane.name === name) as Lane

describe('the picture', () => {
  test('has the lanes with something on them, in their order, and no others', () => {
    expect(careHistoryPicture(jaden)?.lanes.map(({ name }) => name)).toEqual(['Contacts', 'In need', 'In care', 'Legal status', 'Missing'])
  })

  test('is nothing where nothing happened', () => {
    expect(careHistoryPicture({ ...jaden, periods: [], contacts: [] })).toBeNull()
  })

  test('what is open runs to today, at the right end', () => {
    const picture = careHistoryPicture(jaden)
    const open = laneOf(jaden, 'In care').bars[1]
    expect(picture?.today).toBe(1150)
    expect((open?.x ?? 0) + (open?.width ?? 0)).toBe(1150)
  })

  test('words stand on a bar that has room, beside one that has not, and short neighbours are told together', () => {
    expect(laneOf(jaden, 'In need').labels.map(({ words, inside }) => [words, inside])).toContainEqual(['Abuse or neglect', true])
    expect(laneOf(jaden, 'In care').labels.map(({ words, inside }) => [words, inside])).toContainEqual(['Since 4 January 2016', false])
    expect(laneOf(jaden, 'Legal status').labels.map(({ words }) => words)).toEqual(['Section 20, then interim care order'])
  })

  test('what runs at the same time stands one below the other; what follows on the same day stands beside', () => {
    const together = [
      period('In need', 'One', '2014-01-01', '2015-01-01'),
      period('In need', 'Other', '2014-06-01', null),
      period('In need', 'Third', '2015-01-01', null),
    ]
    const rows = laneOf({ ...jaden, periods: together }, 'In need').bars.map(({ y, period: { label } }) => [label, y])
    const [one, third, other] = ['One', 'Third', 'Other'].map((label) => rows.find(([name]) => name === label)?.[1])
    expect(one).toBe(third)
    expect(other).not.toBe(one)
  })

  test('a child whose file closed in 2010 is not squeezed by the years since', () => {
    const closed = careHistoryPicture({
      ...jaden,
      contacts: [],
      periods: [period('In need', 'Family dysfunction', '2008-03-01', '2010-02-01')],
    })
    expect(closed?.axis.until).toBe('2010-02-01')
    expect(closed?.today).toBeNull()
  })

  test('contacts are named while there is room, and counted where there is not', () => {
    const contacts = (days: readonly string[]) => days.map((on) => ({ on, label: 'Police', record: `contact/${on}` }))
    const words = (days: readonly string[]) => laneOf({ ...jaden, contacts: contacts(days) }, 'Contacts').labels.map((label) => label.words)
    expect(words(['2013-02-11', '2014-02-11'])).toEqual(['Police', 'Police'])
    expect(words(Array.from({ length: 20 }, (_, day) => `2015-05-${String(day + 1).padStart(2, '0')}`))).toEqual(['20 contacts'])
  })

  test('twenty-four placements in two years are all drawn, and told as a number where words do not fit', () => {
    const months = Array.from(
      { length: 24 },
      (_, month) => `${2014 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`,
    )
    const moves = months.map((from, place) => period('Placement', 'Foster care, not long term', from, months[place + 1] ?? null))
    const lane = laneOf({ ...jaden, periods: [...moves, period('In care', 'In care', '2002-01-01', null)] }, 'Placement')
    expect(lane.bars).toHaveLength(24)
    expect(new Set(lane.bars.map(({ y }) => y)).size).toBe(1)
    expect(lane.labels.map(({ words }) => words)).toEqual(['24 placements since 1 January 2014'])
  })
})

describe('the time axis', () => {
  test.each([
    ['2016-01-04', '2016-03-03', 'Sep 2015', 'months, and at least half a year'],
    ['2014-06-20', '2016-03-03', 'Apr 2014', 'quarters'],
    ['2013-02-11', '2016-03-03', '2013', 'years'],
    ['1998-02-11', '2016-03-03', '1998', 'still years at eighteen'],
    ['1994-02-11', '2016-03-03', '1994', 'every second year from twenty on'],
    ['0204-05-09', '2016-03-03', '1990', 'a birth mistyped by centuries does not squeeze the rest'],
  ])('from %s to %s begins with %s: %s', (first, last, label) => {
    expect(axisOf(first, last, 136, 1150).ticks[0]?.label).toBe(label)
  })

  test('labels of eighteen years do not touch', () => {
    const { ticks } = axisOf('1998-02-11', '2016-03-03', 136, 1150)
    expect(ticks).toHaveLength(19)
    expect(ticks.every(({ at, label }, place) => at + 5 + textWidth(label) < (ticks[place + 1]?.at ?? Infinity))).toBe(true)
  })
})

test('the words have a sentence for each lane', () => {
  expect(careHistoryInWords(jaden)).toEqual([
    '1 contact on 11 February 2013.',
    'In need (abuse or neglect): 10 September 2013 to 30 January 2015; since 21 May 2015.',
    'In care: 6 May 2014 to 20 November 2014; since 4 January 2016.',
    'Legal status: section 20, 4 January 2016 to 22 January 2016; interim care order, since 22 January 2016.',
    'Missing: 13 February 2016 to 14 February 2016.',
  ])
})

const anyDay = fc
  .integer({ min: Date.parse('1900-01-01') / 86_400_000, max: Date.parse('2035-12-31') / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
const anyPeriod = fc
  .record({ kind: fc.constantFrom(...laneNames.slice(1)), label: fc.string({ maxLength: 60 }), one: anyDay, other: fc.option(anyDay) })
  .map(({ kind, label, one, other }) =>
    period(kind, label, other !== null && other < one ? other : one, other === null ? null : other < one ? one : other),
  )
const anyHistory: fc.Arbitrary<CareHistory> = fc.record({
  periods: fc.array(anyPeriod, { maxLength: 40 }),
  contacts: fc.array(fc.record({ on: anyDay, label: fc.string({ maxLength: 40 }), record: fc.constant('contact/1') }), { maxLength: 20 }),
  today: fc.constantFrom('2016-03-03', '2024-02-29'),
  todayIs: fc.constant('Today'),
})

test('whatever happened, everything stands inside the picture and no words stand over a bar or over other words', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const picture = careHistoryPicture(history)
      if (picture === null) {
        expect(history.periods.length + history.contacts.length).toBe(0)
        return
      }
      expect(JSON.stringify(picture)).not.toMatch(/NaN|Infinity/)
      for (const lane of picture.lanes) {
        for (const { x, y, width, height } of lane.bars) {
          expect(x).toBeGreaterThanOrEqual(picture.left)
          expect(width).toBeGreaterThanOrEqual(3)
          expect(x + width).toBeLessThanOrEqual(picture.right + 0.05)
          expect(y).toBeGreaterThanOrEqual(lane.y)
          expect(y + height).toBeLessThanOrEqual(lane.y + lane.height)
        }
        for (const { x } of lane.marks) expect(x >= picture.left && x <= picture.right).toBe(true)
        const spans = lane.labels.map(({ x, y, words, anchor, inside }) => ({
          y,
          inside,
          from: anchor === 'start' ? x : x - textWidth(words),
          to: anchor === 'start' ? x + textWidth(words) : x,
        }))
        for (const [place, { y, inside, from, to }] of spans.entries()) {
          const ground = lane.bars.filter((bar) => bar.y < y && y - 5 < bar.y + bar.height)
          if (inside) expect(ground.some((bar) => from >= bar.x && to <= bar.x + bar.width)).toBe(true)
          else expect(ground.every((bar) => to <= bar.x + 0.1 || from >= bar.x + bar.width - 0.1)).toBe(true)
          expect(spans.slice(place + 1).every((other) => other.y !== y || to <= other.from + 0.1 || from >= other.to - 0.1)).toBe(true)
          expect(from).toBeGreaterThanOrEqual(picture.left)
          expect(to).toBeLessThanOrEqual(picture.right)
        }
      }
      expect(JSON.stringify(careHistoryPicture(history))).toBe(JSON.stringify(picture))
    }),
    { numRuns: 150 },
  )
})
