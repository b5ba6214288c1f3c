import { expect, test } from 'vitest'
import type { RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { fosterCarerCheck, fosterCarerVisit } from '../fostering/records.ts'
import { lookedAfterReview } from '../looked-after/records.ts'
import { adopter } from '../permanence/records.ts'
import { recordDay, recordTitle, titleBesideKind } from './record-title.ts'

/** A record as it is read; what is not said is not recorded. */
function read(kind: RecordKind, said: Readonly<Record<string, unknown>>): ReadRecord {
  const blank = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, null]))
  const provenance = {
    id: 'one',
    person: null,
    source: 'goldthread',
    sourceId: null,
    withdrawnAt: null,
    cameFrom: null,
    line: null,
    knownFrom: '2016-02-01T08:30:00Z',
    changedBy: 'tom',
    reason: null,
    others: null,
    unresolved: null,
  }
  return { kind, record: { ...blank, ...provenance, ...said } }
}

test.each<[string, RecordKind, Readonly<Record<string, unknown>>, string]>([
  [
    'Check of a foster carer: First carer, Medical, 19 January 2010',
    fosterCarerCheck,
    { member: 'FIRST', type: 'MED', checkedOn: '2010-01-19' },
    'the day tells two checks apart',
  ],
  [
    'Visit to a fostering household: 1 July 2010',
    fosterCarerVisit,
    { visitedOn: '2010-07-01', unannounced: false },
    'a “No” by itself says nothing',
  ],
  ['Adopter: AF326B, AF326', adopter, { adopterId: 'AF326B', familyId: 'AF326', bornOn: '1972-08-14' }, 'a number tells it without a day'],
  ['Looked after review: 28 May 2018', lookedAfterReview, { dueOn: '2018-05-28', remote: true }, 'one that has not been held'],
  ['Adopter', adopter, { disabled: null }, 'nothing tells it apart'],
])('a record that has no line on the chronology is called “%s” (%#: %s)', (title, kind, said, _because) => {
  expect(recordTitle(read(kind, said))).toBe(title)
})

test('beside its kind a title does not say it again', () => {
  expect(titleBesideKind(read(adopter, { adopterId: 'AF326B' }))).toBe('AF326B')
  expect(titleBesideKind(read(adopter, {}))).toBe('Adopter')
})

test('a record without a line on the chronology has the first day that it says, so that the latest come first', () => {
  expect(recordDay(read(fosterCarerVisit, { visitedOn: '2010-07-01' }))).toBe('2010-07-01')
  expect(recordDay(read(fosterCarerVisit, {}))).toBe('')
})
