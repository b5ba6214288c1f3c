/** For tests of clocks that ask nothing of anybody once they have run out: what happens within them counts, what happens afterwards does not. */

import { describe, expect, test } from 'vitest'
import type { Clock } from '../../src/engine/clocks/clock.ts'
import { addDays } from '../../src/engine/clocks/days.ts'
import { due, type DatesOfAClock } from './clocks.ts'

/**
 * What every window must do on its own dates: its last day is the day written out; what happens on that day or before is within it; what happens
 * the day after is not; and when it has closed, nothing is overdue.
 */
export function holdsItsWindow(clock: Clock, { start, stop, dates, which = () => true }: DatesOfAClock): void {
  describe(`${clock.name} (${clock.id})`, () => {
    test.each(dates)('opened on %s, its last day is %s: %s', (started, lastDay) => {
      expect(due(clock, start(started), lastDay).filter(which)).toMatchObject([{ dueAt: lastDay, stoppedAt: null, state: 'running' }])
    })
    const [started, lastDay] = dates[0] as readonly [string, string, string]
    test.each([
      [lastDay, 'on its last day', 'met'],
      [addDays(lastDay, -1), 'the day before that', 'met'],
      [addDays(lastDay, 1), 'the day after', null],
    ])('what happens on %s, %s: %s', (day, _, state) => {
      expect(due(clock, [...start(started), ...stop(day, started)], addDays(lastDay, 400)).find(which)).toMatchObject({ state })
    })
    test('when it has closed, nothing is overdue', () => {
      expect(due(clock, start(started), addDays(lastDay, 1)).find(which)).toMatchObject({ state: null })
    })
  })
}
