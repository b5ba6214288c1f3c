import { describe, expect, test } from 'vitest'
import type { RecordKind } from '../../engine/records/kind.ts'
import type { Version } from '../../engine/records/read.ts'
import { legalStatus } from '../court/records.ts'
import { referral } from '../front-door/records.ts'
import { healthCheck } from '../health/records.ts'
import { careLeaver } from '../leaving-care/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { historyOfEntry } from './corrections.ts'
import { person } from './records.ts'

/** A version as it is read; what is not said is not recorded. */
function held(kind: RecordKind, said: Readonly<Record<string, unknown>>, knownFrom: string, changedBy = 'ruth'): Version {
  const blank = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, null]))
  const provenance = {
    id: 'one',
    person: 'child',
    source: 'goldthread',
    sourceId: null,
    withdrawnAt: null,
    cameFrom: null,
    line: null,
    reason: null,
    others: null,
    unresolved: null,
  }
  return { record: { ...blank, ...provenance, ...said, knownFrom, changedBy }, knownUntil: null, endedBy: null }
}

/** What became of the entry that stands on the day of this field. @param versions newest first */
const told = (kind: RecordKind, on: string, versions: readonly Version[]) => {
  const history = historyOfEntry(
    kind,
    kind.entries.find((each) => each.on === on),
    versions,
  )
  return [history?.written.record.knownFrom.slice(0, 10), history?.written.record.changedBy, history?.correction]
}

describe('an entry of the chronology', () => {
  const january = held(legalStatus, { status: 'C1', startedOn: '2016-01-25' }, '2016-02-01T08:30:00Z')
  const february = held(legalStatus, { status: 'C1', startedOn: '2016-01-22' }, '2016-03-01T08:30:00Z', 'imran')

  test('whose day was corrected says so, and who wrote it first', () => {
    expect(told(legalStatus, 'startedOn', [february, january])).toEqual([
      '2016-02-01',
      'ruth',
      'Corrected on 1 March 2016: was 25 January 2016',
    ])
  })

  test('that says otherwise what happened tells the field', () => {
    const other = held(legalStatus, { status: 'V2', startedOn: '2016-01-25' }, '2016-03-01T08:30:00Z')
    expect(told(legalStatus, 'startedOn', [other, january])[2]).toBe('Corrected on 1 March 2016: “Legal status” was “Interim care order”')
  })

  test('is not corrected by what the record says of other things', () => {
    const unborn = held(person, { bornOn: '2012-12-01', upnUnknown: 'UN1' }, '2012-12-13T09:00:00Z')
    const atSchool = held(person, { bornOn: '2012-12-01', upn: 'A989', upnUnknown: 'UN4' }, '2017-09-13T09:00:00Z')
    expect(told(person, 'bornOn', [atSchool, unborn])).toEqual(['2012-12-13', 'ruth', null])
  })

  test('was written when it was first said, though the record was closed years later by somebody else', () => {
    const received = held(referral, { receivedOn: '2004-06-10' }, '2004-06-10T12:00:00Z')
    const closed = held(referral, { receivedOn: '2004-06-10', closedOn: '2017-12-21' }, '2017-12-21T12:00:00Z', 'yvonne')
    expect(told(referral, 'receivedOn', [closed, received])).toEqual(['2004-06-10', 'ruth', null])
    expect(told(referral, 'closedOn', [closed, received])).toEqual(['2017-12-21', 'yvonne', null])
  })

  test('of an end that was open is news and no correction', () => {
    const inCare = held(periodOfCare, { startedOn: '2016-01-04' }, '2016-01-05T09:00:00Z')
    const left = held(periodOfCare, { startedOn: '2016-01-04', endedOn: '2016-02-26', endReason: 'E4A' }, '2016-03-01T09:00:00Z')
    expect(told(periodOfCare, 'endedOn', [left, inCare])).toEqual(['2016-03-01', 'ruth', null])
  })

  test('of the latest contact is another contact each time, and the one before it was no mistake', () => {
    const october = held(careLeaver, { latestContactOn: '2018-10-08', inTouch: 'NO' }, '2018-10-10T09:00:00Z')
    const november = held(careLeaver, { latestContactOn: '2018-11-26', inTouch: 'YES' }, '2018-11-26T09:00:00Z', 'reece')
    expect(told(careLeaver, 'latestContactOn', [november, october])).toEqual(['2018-11-26', 'reece', null])
  })

  test('of what was planned is changed, not corrected, when it comes about on another day', () => {
    const planned = held(healthCheck, { type: 'Dental Check', checkedOn: '2018-11-28', status: 'Planned' }, '2018-11-01T09:00:00Z')
    const done = (checkedOn: string) => held(healthCheck, { type: 'Dental Check', checkedOn, status: 'Completed' }, '2018-12-03T09:00:00Z')
    expect(told(healthCheck, 'checkedOn', [done('2018-11-30'), planned])[2]).toBe('Changed on 3 December 2018: was 28 November 2018')
    expect(told(healthCheck, 'checkedOn', [done('2018-11-28'), planned])[2]).toBeNull()
  })
})
