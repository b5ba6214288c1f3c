import fc from 'fast-check'
import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { factsIn, figure, type Life } from '../../../test/support/facts.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { managementOversight } from '../allocation/management-oversight.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedVisit } from '../in-need/records.ts'
import { missingEpisode, returnHomeInterview } from '../missing/records.ts'
import { childrenBetween, childrenWhoCouldFall } from './facts.ts'
import { betweenMeasures } from './measures.ts'
import { ways } from './ways.ts'

const the = (id: string) => betweenMeasures.find((each) => each.id === id) as (typeof betweenMeasures)[number]
const back = (day: string) => record(missingEpisode, { wentMissingAt: day, returnedAt: day, type: 'M' })
const told = (day: string) => record(returnHomeInterview, { heldAt: day, pullFactors: ['Exploitation'] })

test('a child who falls between in two ways is one child, and counts in both', () => {
  const lives: Life[] = [
    // Told of exploitation after the first time; after the second nobody heard them.
    [back('2016-01-04'), told('2016-01-05'), back('2016-01-30')],
    [back('2016-01-30'), record(managementOversight, { recordedOn: '2015-03-02' })],
    [back('2016-01-30'), record(returnHomeInterview, { heldAt: '2016-01-31' })],
  ]
  expect(figure(the('between'), lives, '2016-02')).toMatchObject({ value: 2 })
  expect(figure(the('between'), lives, '2016-02', { by: ['how', 'missing-unheard'] })).toMatchObject({ value: 2 })
  expect(figure(the('between'), lives, '2016-02', { by: ['how', 'told-unheeded'] })).toMatchObject({ value: 1 })
  expect(figure(the('between-missing-unheard'), lives, '2016-02')).toMatchObject({ numerator: 2, denominator: 3 })
  expect(figure(the('between-told-unheeded'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 1 })
  expect(figure(the('between-missing-unheard'), lives, '2015-12')).toMatchObject({ value: null })
})

test('a child opens to the record behind the way that has stood longest', () => {
  const first = told('2016-01-05')
  const facts = factsIn(childrenBetween, [back('2016-01-04'), first, back('2016-01-30')])
  expect(facts.map(({ on, says }) => [on, says?.['how']])).toEqual([
    ['2016-01-19', ['told-unheeded']],
    ['2016-02-13', ['missing-unheard', 'told-unheeded']],
    ['2016-07-03', ['missing-unheard']],
  ])
  expect(facts[1]?.by.id).toBe(first.record.id)
  expect(facts[2]?.until).toBe('2016-07-28')
})

test('every way has a measure that says its rule, and no fact holds words of the record', () => {
  expect(betweenMeasures.map(({ id }) => id)).toEqual(['between', ...ways.map(({ code }) => `between-${code}`)])
  for (const { says, speaksOf, better } of betweenMeasures)
    expect([speaksOf, better, says.note === undefined]).toEqual(['between', 'lower', false])
})

const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2015-01-01', days))
const lives: fc.Arbitrary<Life> = fc
  .record({
    times: fc.array(fc.tuple(day, fc.integer({ min: 0, max: 20 })), { maxLength: 6 }),
    interviews: fc.array(day, { maxLength: 3 }),
    cases: fc.array(fc.tuple(day, fc.option(fc.integer({ min: -5, max: 300 }))), { maxLength: 3 }),
    visits: fc.array(day, { maxLength: 4 }),
  })
  .map(({ times, interviews, cases, visits }) => [
    ...times.map(([at, long]) => record(missingEpisode, { wentMissingAt: at, returnedAt: addDays(at, long), type: 'M' })),
    ...interviews.map(told),
    ...cases.map(([at, long]) => record(referral, { receivedOn: at, closedOn: long === null ? null : addDays(at, long) })),
    ...visits.map((visitedOn) => record(childInNeedVisit, { visitedOn })),
  ])

test('whatever is recorded, a child is told of once a day in each way, and is between in all that says so', () => {
  fc.assert(
    fc.property(lives, day, (life, on) => {
      const stands = ({ on: from, until }: { readonly on: string; readonly until?: string | null }) => from <= on && (!until || on < until)
      const each = factsIn(childrenWhoCouldFall, life).filter(stands)
      const hows = each.map(({ says }) => says?.['how'])
      expect(new Set(hows).size).toBe(hows.length)
      const all = factsIn(childrenBetween, life).filter(stands)
      expect(all.length).toBeLessThanOrEqual(1)
      expect(all[0]?.says?.['how'] ?? []).toEqual(
        each.flatMap(({ says }) => (says?.['between'] === true ? [says['how'] as string] : [])).sort(),
      )
    }),
    { numRuns: 200 },
  )
})
