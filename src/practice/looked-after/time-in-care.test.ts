import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { record, type Told } from '../../../test/support/clocks.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { Thread, type AnySaid } from '../../engine/clocks/thread.ts'
import { legalStatus } from '../court/records.ts'
import { careEpisode, periodOfCare } from './records.ts'
import { periodOn, timeInCare, without, type Stretch } from './time-in-care.ts'

const threadOf = (...records: readonly Told[]): Thread => {
  const byTable = new Map<string, AnySaid[]>()
  for (const { kind, record: said } of records) byTable.set(kind.table, [...(byTable.get(kind.table) ?? []), said])
  return new Thread({ id: 'child' }, byTable)
}
const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const status = (code: string, startedOn: string, endedOn: string | null = null) => record(legalStatus, { status: code, startedOn, endedOn })
const told = (thread: Thread) => timeInCare(thread).map(({ from, until }) => [from, until])

test('a child is in care on the first day of a period and not on its last', () => {
  const thread = threadOf(care('2015-03-02', '2015-06-01'))
  expect(periodOn(thread, '2015-03-01')).toBeNull()
  expect(periodOn(thread, '2015-03-02')).toMatchObject({ endedOn: '2015-06-01' })
  expect(periodOn(thread, '2015-05-31')).not.toBeNull()
  expect(periodOn(thread, '2015-06-01')).toBeNull()
})

describe('time in care', () => {
  test('is every period, earliest first', () => {
    expect(told(threadOf(care('2016-01-04'), care('2014-01-06', '2014-03-03')))).toEqual([
      ['2014-01-06', '2014-03-03'],
      ['2016-01-04', null],
    ])
  })

  test.each([
    ['V4', 'a code of the return'],
    ['V3', 'a code of the return'],
    ['Section 20 (short breaks)', 'words of the council’s own'],
    ['Short-term break', 'words of the council’s own'],
  ])('leaves out a series of short breaks: %s, %s', (code) => {
    expect(told(threadOf(care('2015-01-05'), status(code, '2015-01-05', '2015-09-07'), status('V2', '2015-09-07')))).toEqual([
      ['2015-09-07', null],
    ])
  })

  test('leaves short breaks out where only the care episode says so', () => {
    const episode = record(careEpisode, { startedOn: '2015-01-05', legalStatus: 'V4' })
    expect(told(threadOf(care('2015-01-05'), episode))).toEqual([])
  })

  test('is not shortened by a status that ends before it begins', () => {
    expect(told(threadOf(care('2015-01-05'), status('V4', '2015-09-07', '2015-02-02')))).toEqual([['2015-01-05', null]])
  })
})

test('a day is left over exactly when it was in the stretch and in nothing that was cut out', () => {
  const day = (n: number): string => addDays('2015-01-01', n)
  const stretch = fc
    .tuple(fc.nat(40), fc.option(fc.integer({ min: 1, max: 40 })))
    .map(([from, days]): Stretch => ({ from: day(from), until: days === null ? null : day(from + days) }))
  const has = ({ from, until }: Stretch, on: string): boolean => from <= on && (until === null || on < until)
  fc.assert(
    fc.property(stretch, fc.array(stretch, { maxLength: 4 }), (whole, cuts) => {
      const left = without(whole, cuts)
      for (let n = 0; n < 90; n++) {
        const times = left.filter((each) => has(each, day(n))).length
        expect(times).toBe(has(whole, day(n)) && !cuts.some((cut) => has(cut, day(n))) ? 1 : 0)
      }
    }),
  )
})
