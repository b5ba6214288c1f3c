import { expect, test } from 'vitest'
import { clocks } from '../../clocks.ts'
import { notRun } from './not-run.ts'

test('a row that is said not to run is run by no clock, and why is a sentence', () => {
  for (const [row, why] of Object.entries(notRun)) {
    expect(clocks.map((clock) => clock.row)).not.toContain(row)
    expect(why).toMatch(/^[A-Z].*\.$/)
  }
})
