/** For tests of clocks by which nothing must be done: a day before which something is too soon, and a time within which something counts. */

import { describe, expect, test } from 'vitest'
import type { Clock } from '../../src/engine/clocks/clock.ts'
import { addDays } from '../../src/engine/clocks/days.ts'
import { due, type DatesOfAClock } from './clocks.ts'

/** What a clock with an earliest day must do: too soon the day before it, right on the day and after it, and nobody late when nothing comes. */
export function holdsItsEarliestDay(clock: Clock, { start, stop, dates }: DatesOfAClock): void {
  describe(`${clock.name} (${clock.id})`, () => {
    expect(clock.meaning).toBe('earliest')
    test.each(dates)('started on %s, not before %s: %s', (started, from) => {
      expect(due(clock, start(started), from)).toMatchObject([{ dueAt: from, stoppedAt: null, state: 'running', days: 0 }])
      expect(due(clock, start(started), addDays(from, 1))).toMatchObject([{ state: null }])
    })
    const [started, from] = dates[0] as readonly [string, string, string]
    test.each([
      [addDays(from, -1), 'late', 'the day before is too soon'],
      [from, 'met', 'the day itself is not'],
      [addDays(from, 1), 'met', 'nor is the day after'],
    ])('done on %s: %s, for %s', (day, state) => {
      expect(due(clock, [...start(started), ...stop(day, started)], addDays(day, 400))).toMatchObject([{ state, stoppedAt: day }])
    })
  })
}

/** What a clock with a window must do: what comes by its last day counts, what comes after does not, and nobody is late. */
export function holdsItsWindow(clock: Clock, { start, stop, dates }: DatesOfAClock): void {
  describe(`${clock.name} (${clock.id})`, () => {
    expect(clock.meaning).toBe('window')
    test.each(dates)('started on %s, open until %s: %s', (started, until) => {
      expect(due(clock, start(started), until)).toMatchObject([{ dueAt: until, stoppedAt: null, state: 'running', days: 0 }])
      expect(due(clock, start(started), addDays(until, 1))).toMatchObject([{ state: null }])
    })
    const [started, until] = dates[0] as readonly [string, string, string]
    const after = (day: string) => due(clock, [...start(started), ...stop(day, started)], addDays(day, 400))
    test('what comes the day before or on the last day counts', () => {
      expect(after(addDays(until, -1))).toMatchObject([{ state: 'met' }])
      expect(after(until)).toMatchObject([{ state: 'met', stoppedAt: until }])
    })
    test('what comes the day after does not', () => expect(after(addDays(until, 1))).toMatchObject([{ state: null, stoppedAt: null }]))
  })
}
