import { expect, test } from 'vitest'
import type { RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { legalStatus } from '../court/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { missingEpisode } from '../missing/records.ts'
import { chronologyOf, periodsOf } from './chronology.ts'

const held = (kind: RecordKind, id: string, said: Readonly<Record<string, unknown>>): ReadRecord => {
  const blank = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, null]))
  const provenance = {
    id,
    person: 'child',
    source: 'ssd',
    sourceId: null,
    withdrawnAt: null,
    cameFrom: null,
    line: null,
    knownFrom: '2016-02-01T08:30:00Z',
    changedBy: 'imran',
    reason: null,
    others: null,
    unresolved: null,
  }
  return { kind, record: { ...blank, ...provenance, ...said } }
}

const care = held(periodOfCare, 'c1', { startedOn: '2014-05-06', endedOn: '2014-11-20', endReason: 'E4A' })
const missing = held(missingEpisode, 'm1', { wentMissingAt: '2014-05-06 19:20:00', type: 'M', returnedAt: null })

test('everything stands in order of day and time, and a day without a time comes before its times', () => {
  expect(chronologyOf([missing, care]).map(({ on, line }) => [on, line])).toEqual([
    ['2014-05-06', 'Came into care'],
    ['2014-05-06 19:20:00', 'Went missing'],
    ['2014-11-20', 'Left care: Returned home to parents, relatives or others with parental responsibility, as planned'],
  ])
})

test('a record joined to another says the same of the same day once; one record that says it twice is not hushed', () => {
  const joined = held(periodOfCare, 'c2', { person: 'the same child', startedOn: '2014-05-06' })
  expect(chronologyOf([care, joined]).filter(({ line }) => line === 'Came into care')).toHaveLength(1)
  expect(
    chronologyOf([care, held(periodOfCare, 'c3', { startedOn: '2014-05-06' })]).filter(({ line }) => line === 'Came into care'),
  ).toHaveLength(2)
})

test('what was withdrawn stays in the list, marked, and is not on the picture', () => {
  const withdrawn = held(legalStatus, 'l1', { status: 'C1', startedOn: '2014-05-06', withdrawnAt: '2016-03-01T08:30:00Z' })
  expect(chronologyOf([withdrawn])).toMatchObject([{ line: 'Legal status began: Interim care order', withdrawn: true }])
  expect(periodsOf([withdrawn])).toEqual([])
})

test('the bars have plain dates and stay open where nothing ended them', () => {
  expect(periodsOf([missing, care])).toEqual([
    { kind: 'In care', label: 'In care', from: '2014-05-06', to: '2014-11-20', record: 'period_of_care/c1' },
    { kind: 'Missing', label: 'Missing, whereabouts not known', from: '2014-05-06', to: null, record: 'missing_episode/m1' },
  ])
})
