import { describe, expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { factsIn, type Life } from '../../../test/support/facts.ts'
import { professional } from '../../authority/records.ts'
import { involvement } from '../allocation/records.ts'
import { schoolPlace } from '../education/schooling-records.ts'
import { pathwayReview } from '../leaving-care/pathway-records.ts'
import { careLeaver } from '../leaving-care/records.ts'
import { personalAdviserVisit } from '../leaving-care/support-records.ts'
import { careEpisode, lookedAfterReview, periodOfCare, placement } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { childrenWhoCouldFall } from './facts.ts'

/** Whether a child falls between in one way on a day; null where it could not happen to them then. */
function between(code: string, life: Life, day: string): boolean | null {
  const fact = factsIn(childrenWhoCouldFall, life).find(
    ({ on, until, says }) => says?.['how'] === code && on <= day && (!until || day < until),
  )
  return (fact?.says?.['between'] as boolean | undefined) ?? null
}

/** On each of some days, in one way. */
const on = (code: string, life: Life, ...days: readonly string[]): readonly (boolean | null)[] =>
  days.map((day) => between(code, life, day))

const born = (bornOn: string) => record(person, { bornOn })
const inCare = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })

describe('in care, and no worker, placement or review', () => {
  const held = (startedOn: string, endedOn: string | null = null) =>
    record(involvement, { role: 'CW', worker: record(professional).record.id, startedOn, endedOn })
  const placed = (startedOn: string, endedOn: string | null = null) => record(placement, { type: 'U1', startedOn, endedOn })
  const reviewed = (heldOn: string) => record(lookedAfterReview, { heldOn })
  const care = inCare('2015-09-01')

  test('asked from the fourth week; a child whom all three hold does not fall between', () => {
    const life = [care, held('2015-09-01'), placed('2015-09-01'), reviewed('2015-12-01')]
    expect(on('in-care-alone', life, '2015-09-28', '2015-09-29', '2016-06-30')).toEqual([null, false, false])
  })

  test('without a worker for two weeks, until another holds the case', () => {
    const life = [care, held('2015-09-01', '2016-01-04'), held('2016-02-01'), placed('2015-09-01'), reviewed('2015-12-01')]
    expect(on('in-care-alone', life, '2016-01-17', '2016-01-18', '2016-01-31', '2016-02-01')).toEqual([false, true, true, false])
  })

  test('without a placement for a week', () => {
    const life = [care, held('2015-09-01'), placed('2015-09-01', '2016-01-04'), reviewed('2015-12-01')]
    expect(on('in-care-alone', life, '2016-01-10', '2016-01-11')).toEqual([false, true])
  })

  test('without a review for seven months', () => {
    const life = [care, held('2015-09-01'), placed('2015-09-01'), reviewed('2015-12-01')]
    expect(on('in-care-alone', life, '2016-06-30', '2016-07-01')).toEqual([false, true])
  })

  test('what is never recorded of a child is not told as missing', () => {
    expect(between('in-care-alone', [care], '2016-07-01')).toBe(false)
  })

  test('nor is anything told of a child who has died, though nobody ended the care', () => {
    const life = [record(person, { diedOn: '2016-01-04' }), care, placed('2015-09-01', '2015-12-01')]
    expect(on('in-care-alone', life, '2016-01-03', '2016-01-04')).toEqual([true, null])
  })

  test('a short break is no time in care', () => {
    expect(between('in-care-alone', [care, record(careEpisode, { legalStatus: 'V3', startedOn: '2015-09-01' })], '2016-07-01')).toBeNull()
  })
})

describe('placement, school and worker changed at once', () => {
  const held = (worker: string, startedOn: string) => record(involvement, { role: 'CW', worker, startedOn })
  const placed = (startedOn: string) => record(placement, { type: 'U1', startedOn })
  const place = (soughtOn: string) => record(schoolPlace, { soughtOn })
  const before = [born('2004-05-05'), inCare('2014-09-01'), placed('2014-09-01'), held('first', '2014-09-01')]

  test('while all three lie in the last 60 days', () => {
    const life = [...before, placed('2016-01-04'), place('2016-01-20'), held('second', '2016-02-01')]
    // 60 days from 4 January is 4 March.
    expect(on('all-moved', life, '2016-01-31', '2016-02-01', '2016-03-03', '2016-03-04')).toEqual([false, true, true, null])
  })

  test('not where the worker stayed, or came with the child into care; nor after school age', () => {
    const moved = [placed('2016-01-04'), place('2016-01-20')]
    expect(between('all-moved', [...before, ...moved, held('first', '2016-02-01')], '2016-02-10')).toBe(false)
    expect(between('all-moved', [born('1999-05-05'), ...before.slice(1), ...moved, held('second', '2016-02-01')], '2016-02-10')).toBeNull()
  })

  test('the first placement is no move, nor where it is recorded from a day later', () => {
    const late = [born('2004-05-05'), inCare('2016-01-04'), placed('2016-01-05'), place('2016-01-20'), held('second', '2016-01-20')]
    expect(between('all-moved', late, '2016-02-10')).toBeNull()
    const life = [born('2004-05-05'), inCare('2016-01-04'), placed('2016-01-04'), place('2016-01-20'), held('second', '2016-01-20')]
    expect(between('all-moved', life, '2016-02-10')).toBeNull()
  })
})

describe('care leavers not in touch, and their plan not reviewed', () => {
  // In care from 15, and 18 on 4 January 2016.
  const leaver = [born('1998-01-04'), inCare('2013-02-01', '2016-01-04')]
  const visited = (visitedOn: string, how = 'home visit') => record(personalAdviserVisit, { visitedOn, how })
  const reviewed = (heldOn: string) => record(pathwayReview, { heldOn })

  test('when both have been missing for long: sixteen weeks without touch, six months without a review', () => {
    const life = [...leaver, visited('2016-02-01'), reviewed('2016-03-01'), visited('2016-10-03')]
    expect(on('leaver-lost', life, '2016-08-31', '2016-09-01', '2016-10-02', '2016-10-03')).toEqual([false, true, true, false])
  })

  test('sixteen weeks to the day, where the last review is longer ago', () => {
    const life = [...leaver, reviewed('2016-02-01'), visited('2016-05-09')]
    expect(on('leaver-lost', life, '2016-08-28', '2016-08-29')).toEqual([false, true])
  })

  test('an attempt that did not reach them is none', () => {
    const life = [...leaver, visited('2016-02-01'), reviewed('2016-03-01'), visited('2016-08-20', 'not reached')]
    expect(between('leaver-lost', life, '2016-09-01')).toBe(true)
  })

  test('from the day of leaving to 21; nothing where neither visits nor reviews are kept, or they want nothing', () => {
    const life = [...leaver, visited('2016-02-01')]
    expect(on('leaver-lost', life, '2016-01-03', '2016-01-04', '2019-01-03', '2019-01-04')).toEqual([null, false, true, null])
    expect(between('leaver-lost', leaver, '2016-09-01')).toBeNull()
    expect(between('leaver-lost', [...life, record(careLeaver, { inTouch: 'NREQ' })], '2016-09-01')).toBeNull()
  })
})
