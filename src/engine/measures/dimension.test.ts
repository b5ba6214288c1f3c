import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, plainDay } from '../clocks/days.ts'
import { always, notRecorded, oneAtATime, valueOn, type Spell } from './dimension.ts'

const first = dayNumber('2015-11-20')
const days = Array.from({ length: 140 }, (_, at) => plainDay(first + at))

const aDay = fc.integer({ min: 0, max: days.length - 1 }).map((at) => days[at] as string)
const someSpells: fc.Arbitrary<Spell[]> = fc.array(
  fc.record({ from: fc.option(aDay, { freq: 6 }), until: fc.option(aDay, { freq: 4 }), value: fc.constantFrom('red', 'green', 'blue') }),
  { maxLength: 7 },
)

const standsOn = ({ from, until }: Spell, day: string): boolean => (from === null || from <= day) && (until === null || day < until)

describe('spells, one at a time', () => {
  test('on every day the one that began last is told; of two that began that day, the one given last', () => {
    fc.assert(
      fc.property(someSpells, (spells) => {
        const told = oneAtATime(spells)
        for (const day of ['1990-01-01', ...days, '2040-12-31']) {
          let last: Spell | null = null
          for (const each of spells) if (standsOn(each, day) && (last === null || (each.from ?? '') >= (last.from ?? ''))) last = each
          expect(valueOn(told, day), day).toBe(last === null ? notRecorded : last.value)
        }
      }),
    )
  })

  test('no two stand on one day, they come in order, none is empty, and two that meet differ', () => {
    fc.assert(
      fc.property(someSpells, (spells) => {
        const told = oneAtATime(spells)
        for (const { from, until } of told) if (from !== null && until !== null) expect(from < until).toBe(true)
        for (const [at, spell] of told.entries()) {
          const before = told[at - 1]
          if (before === undefined) continue
          expect(before.until).not.toBeNull()
          expect(spell.from).not.toBeNull()
          expect((before.until as string) <= (spell.from as string)).toBe(true)
          if (before.until === spell.from) expect(before.value).not.toBe(spell.value)
        }
      }),
    )
  })

  test('what is already one at a time stays as it is', () => {
    fc.assert(
      fc.property(someSpells, (spells) => {
        const told = oneAtATime(spells)
        expect(oneAtATime(told)).toEqual(told)
      }),
    )
  })

  test.each<readonly [spells: Spell[], told: Spell[], why: string]>([
    [[], [], 'nothing is known'],
    [
      [
        { from: '2016-01-01', until: null, value: 'red' },
        { from: '2016-02-01', until: '2016-03-01', value: 'green' },
      ],
      [
        { from: '2016-01-01', until: '2016-02-01', value: 'red' },
        { from: '2016-02-01', until: '2016-03-01', value: 'green' },
        { from: '2016-03-01', until: null, value: 'red' },
      ],
      'the later one stands before the earlier, which goes on after it',
    ],
    [
      [
        { from: '2016-01-01', until: '2016-02-01', value: 'red' },
        { from: '2016-02-01', until: '2016-03-01', value: 'red' },
      ],
      [{ from: '2016-01-01', until: '2016-03-01', value: 'red' }],
      'two that meet and say the same are one',
    ],
    [
      [
        { from: '2016-01-01', until: '2016-02-01', value: 'red' },
        { from: '2016-02-02', until: '2016-03-01', value: 'red' },
      ],
      [
        { from: '2016-01-01', until: '2016-02-01', value: 'red' },
        { from: '2016-02-02', until: '2016-03-01', value: 'red' },
      ],
      'a day between them is a gap',
    ],
    [[{ from: '2016-02-01', until: '2016-02-01', value: 'red' }], [], 'it ended on the day it began'],
    [[{ from: '2016-02-02', until: '2016-02-01', value: 'red' }], [], 'a slip of the pen: it ends before it begins'],
    [[{ from: null, until: null, value: 'red' }], [{ from: null, until: null, value: 'red' }], 'always so'],
  ])('%j: %j, for %s', (spells, told) => expect(oneAtATime(spells)).toEqual(told))
})

test('a spell has its first day and not its last', () => {
  const spells: Spell[] = [{ from: '2016-02-01', until: '2016-02-29', value: 'red' }]
  expect(valueOn(spells, '2016-01-31')).toBe(notRecorded)
  expect(valueOn(spells, '2016-02-01')).toBe('red')
  expect(valueOn(spells, addDays('2016-02-29', -1))).toBe('red')
  expect(valueOn(spells, '2016-02-29')).toBe(notRecorded)
})

test('what is so all a life long is so on any day, and what is not known is said of none', () => {
  expect(valueOn(always('red'), '1816-02-29')).toBe('red')
  expect(always(null)).toEqual([])
})
