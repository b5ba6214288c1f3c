import { describe, expect, test } from 'vitest'
import type { RecordKind } from '../../engine/records/kind.ts'
import type { Version } from '../../engine/records/read.ts'
import { involvement } from '../allocation/records.ts'
import { assessment } from '../assessment/records.ts'
import { legalStatus } from '../court/records.ts'
import { contact } from '../front-door/records.ts'
import { managementOversight } from '../allocation/management-oversight.ts'
import { healthCheck } from '../health/records.ts'
import { periodOfCare, placement } from '../looked-after/records.ts'
import { missingEpisode } from '../missing/records.ts'
import { childProtectionVisit } from '../protection/records.ts'
import { changesBetweenVersions, fieldInWords, readableVersions, recordInALine, statedInWords } from './field-words.ts'
import { address, person } from './records.ts'

describe('what a field holds, in words', () => {
  test.each<[RecordKind, string, unknown, unknown]>([
    [person, 'bornOn', '2004-05-09', '9 May 2004'],
    [person, 'ethnicity', 'WBRI', 'White British'],
    [person, 'isMother', false, 'No'],
    [person, 'isMother', null, null],
    [person, 'gender', '17', 'Code 17, whose meaning is not in our sources'],
    [healthCheck, 'status', 'Planned', 'Planned'],
    [missingEpisode, 'wentMissingAt', '2016-02-13 19:20:00', '13 February 2016 at 7:20pm'],
    [missingEpisode, 'wentMissingAt', '2016-02-13', '13 February 2016'],
    [legalStatus, 'status', 'C1', 'Interim care order'],
    [legalStatus, 'status', 'Wardship', 'Wardship'],
    [involvement, 'role', 'CW', 'Case worker'],
    [placement, 'distanceMiles', '24.0', '24.0'],
    [address, 'postcode', 'XE42LN', 'XE4\u00a02LN'],
    [
      contact,
      'outcomes',
      { NFA_FLAG: 'N', NEW_REFERRAL_FLAG: 'Y', ADVICE_FLAG: 'N', OF_THEIR_OWN: 'maybe' },
      ['New referral: yes', 'OF_THEIR_OWN: maybe', 'No: No further action; Advice given'],
    ],
    [contact, 'outcomes', {}, []],
  ])('%o %s', (kind, name, value, words) => {
    expect(fieldInWords(kind, name, value)).toEqual(words)
  })

  test('another source’s statement is worded from the text the database keeps', () => {
    expect(statedInWords(person, 'bornOn', '2004-09-05')).toBe('5 September 2004')
    expect(statedInWords(childProtectionVisit, 'seenAlone', 'false')).toBe('No')
    expect(statedInWords(person, 'ethnicity', 'WIRI')).toBe('White Irish')
    expect(statedInWords(assessment, 'worker', '0c9f7a1e-0000-4000-8000-000000000000')).toBe('another worker')
  })
})

const versionOf = (kind: RecordKind, said: Readonly<Record<string, unknown>>): Version => {
  const blank = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, null]))
  const provenance = {
    id: 'one',
    person: 'child',
    source: 'ssd',
    sourceId: 'J2',
    withdrawnAt: null,
    cameFrom: 'file',
    line: 3,
    knownFrom: '2016-02-01T08:30:00Z',
    changedBy: 'imran',
    reason: null,
    others: null,
    unresolved: null,
  }
  return { record: { ...blank, ...provenance, ...said }, knownUntil: null, endedBy: null }
}

describe('what changed', () => {
  const january = versionOf(legalStatus, { status: 'C1', startedOn: '2016-01-25' })
  const february = versionOf(legalStatus, {
    status: 'C1',
    startedOn: '2016-01-22',
    line: 4,
    cameFrom: 'another file',
    knownFrom: '2016-03-01T08:30:00Z',
  })

  test('is told field by field, in words; another line of another file is no change', () => {
    expect(changesBetweenVersions(legalStatus, january, february)).toEqual([
      { field: 'startedOn', label: 'From', before: '25 January 2016', after: '22 January 2016' },
    ])
    expect(changesBetweenVersions(legalStatus, january, { ...january, record: { ...january.record, line: 9 } })).toEqual([])
  })

  test('another worker is named where it is known who they are', () => {
    const [ruth, tom] = ['0c9f7a1e-0000-4000-8000-000000000001', '0c9f7a1e-0000-4000-8000-000000000002']
    const before = versionOf(involvement, { worker: ruth })
    const after = versionOf(involvement, { worker: tom })
    const said = (titles?: ReadonlyMap<string, string>) =>
      changesBetweenVersions(involvement, before, after, titles).map((change) => [change.before, change.after])
    expect(said(new Map([[ruth, 'Ruth Adeyemi']]))).toEqual([['Ruth Adeyemi', 'another record']])
    expect(said()).toEqual([['one record', 'another record']])
  })

  test('a record that its source no longer says is withdrawn, and may come back', () => {
    const gone = versionOf(legalStatus, { status: 'C1', startedOn: '2016-01-25', withdrawnAt: '2016-03-01T08:30:00Z' })
    expect(changesBetweenVersions(legalStatus, january, gone).map(({ before, after }) => [before, after])).toEqual([['Yes', 'Withdrawn']])
    expect(changesBetweenVersions(legalStatus, gone, january).map(({ before, after }) => [before, after])).toEqual([
      ['Withdrawn', 'Yes, again'],
    ])
  })

  test('what one import said and unsaid within a second was never held', () => {
    const between = {
      ...versionOf(legalStatus, { status: 'C1', startedOn: '2016-01-01', knownFrom: '2016-03-01T08:30:00.000001+00:00' }),
      knownUntil: '2016-03-01T08:30:00.000002+00:00',
    }
    const before = { ...january, knownUntil: '2016-03-01T08:30:00.000001+00:00' }
    expect(readableVersions([february, between, before])).toEqual([february, before])
    const atOnce = { ...january, knownUntil: '2016-03-01T08:30:00.4+00:00' }
    const written = { ...atOnce, record: { ...atOnce.record, knownFrom: '2016-03-01T08:30:00.399+00:00' } }
    expect(readableVersions([february, written])).toEqual([february, written])
  })
})

test('a record in a line is what it says first, with its day; without a day it is its kind', () => {
  expect(recordInALine({ kind: periodOfCare, record: versionOf(periodOfCare, { startedOn: '2016-01-04' }).record })).toBe(
    'Came into care, 4 January 2016',
  )
  expect(recordInALine({ kind: periodOfCare, record: versionOf(periodOfCare, {}).record })).toBe('Period of care')
})

test('a line is only the beginning of what somebody wrote at length, and goes on after a full stop without it', () => {
  const line = (decision: string) =>
    recordInALine({
      kind: managementOversight,
      record: versionOf(managementOversight, { recordedOn: '2016-01-04', occasion: 'supervision', decision }).record,
    })
  expect(line('Read and agreed.')).toBe('Management oversight (supervision): Read and agreed, 4 January 2016')
  expect(line('See him alone by Friday.\nAsk the school about Mondays, then write to both parents with what was agreed.')).toBe(
    'Management oversight (supervision): See him alone by Friday. Ask the school about Mondays, then …, 4 January 2016',
  )
})
