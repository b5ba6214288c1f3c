import { expect, test } from 'vitest'
import { namedUpstream, upstreamOf } from '../../src/improvement/signals/upstream.ts'
import { differsByNature, watchingOf } from '../../src/improvement/signals/watching.ts'
import { nearHarm } from '../../src/improvement/signals/weight.ts'
import { measures } from '../../src/measures.ts'

/** What is said of measures by their names is said of measures that there are. */

const ids = measures.map(({ id }) => id)

test('what stands upstream, and what differs by nature, are measures', () => {
  expect([...namedUpstream, ...differsByNature].filter((id) => !ids.includes(id))).toEqual([])
})

test('nothing is upstream of itself, by however many steps', () => {
  const reached = (id: string, seen: ReadonlySet<string>): boolean =>
    upstreamOf(id).some((before) => seen.has(before) || reached(before, new Set([...seen, before])))
  expect(ids.filter((id) => reached(id, new Set([id])))).toEqual([])
})

test('how near to harm is told of pages of the digest, and of every one that is about children', () => {
  const areas = new Set(measures.map(({ area }) => area))
  expect(Object.keys(nearHarm).filter((area) => !areas.has(area))).toEqual([])
  const ofChildren = measures.filter(({ of, speaksOf }) => of.about.table === 'person' && speaksOf === 'practice').map(({ area }) => area)
  expect([...new Set(ofChildren)].filter((area) => !(area in nearHarm)).sort()).toEqual(['Audits', 'Early help', 'Fostering'])
})

test('every measure is watched, but those that are told twice and those without a trend', () => {
  const { measures: watched } = watchingOf(measures, { targetOf: () => null, seriesTo: (month) => ({ from: month, to: month }) }, 24_000)
  const left = measures.filter((each) => !watched.includes(each))
  expect(left.filter(({ statistic }) => statistic !== 'rate')).toEqual([])
  expect(left.length).toBeGreaterThan(3)
})
