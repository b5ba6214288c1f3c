import { describe, expect, test } from 'vitest'
import type { RecordKind } from '../../../src/engine/records/kind.ts'
import { childDataHandedOver, reportPublished, statementOfAction } from '../../../src/governance/inspection-clocks.ts'
import { agendaPublished, keyDecisionNotice } from '../../../src/governance/meeting-clocks.ts'
import { inspection, keyDecision, publicMeeting, regularReport } from '../../../src/governance/records.ts'
import { reportClocks } from '../../../src/governance/report-clocks.ts'
import { returnClocks } from '../../../src/governance/return-clocks.ts'
import { allegationClocks } from '../../../src/practice/allegations/clocks.ts'
import { allegation } from '../../../src/practice/allegations/records.ts'
import { laterStageClocks } from '../../../src/voice/complaints/later-stage-clocks.ts'
import { complaint } from '../../../src/voice/complaints/records.ts'
import { stageOneClocks } from '../../../src/voice/complaints/stage-one-clocks.ts'
import { feedback } from '../../../src/voice/feedback/records.ts'
import { informationRequest } from '../../../src/voice/requests/records.ts'
import { freedomOfInformation, subjectAccess, subjectAccessFormerly } from '../../../src/voice/requests/request-clocks.ts'
import { due, type Told as ClockTold } from '../../../test/support/clocks.ts'
import { addDays, ageOn } from '../days.ts'
import type { Told } from '../telling.ts'
import { sizes, worldOf, type World } from '../world.ts'
import { tellCouncil } from './council.ts'
import { between, forClocks, ofKind, shareInTime, shareOf, wordsIn, wrongOf } from './told-for-tests.ts'

const worldWith = (planted: boolean, district = 1): World =>
  worldOf({ size: sizes.thurrock, seed: 1, from: '2013-01-01', to: '2018-12-31', planted }, district)
const children = Array.from({ length: 600 }, (_, place) => {
  const from = addDays('2012-06-01', place * 4)
  const standing = (['at home', 'in care', 'left care'] as const)[place % 3] ?? 'at home'
  return { number: String(100_000 + place), from, until: addDays(from, 400), born: addDays(from, -(place % 17) * 365 - 100), standing }
})
const [told, plain] = [tellCouncil(worldWith(true), children), tellCouncil(worldWith(false), children)]

const eachOf = (all: readonly Told[], kind: RecordKind, by = ''): readonly (readonly ClockTold[])[] =>
  all
    .filter((each) => each.kind === kind)
    .map((one) =>
      forClocks([one, ...(by === '' ? [] : all.filter((each) => each.kind !== kind && each.versions[0]?.values[by] === one.id))]),
    )

describe('what is on record of the council', () => {
  test('the same seed tells the same, and every version passes the checks of its kind', () => {
    expect(tellCouncil(worldWith(true), children)).toEqual(told)
    expect(wrongOf([...told, ...plain])).toEqual([])
  })

  test('no reference stands twice, in any district, and later districts have no council of their own', () => {
    const second = tellCouncil(worldWith(true, 2), children)
    const references = [...told, ...second].flatMap(({ kind, versions: [first] }) =>
      first?.values['reference'] ? [`${kind.table} ${wordsIn(first.values['reference'])}`] : [],
    )
    expect(new Set(references).size).toBe(references.length)
    expect(ofKind(second, publicMeeting)).toEqual([])
    expect(ofKind(second, complaint).length).toBeGreaterThan(200)
  })

  test('children who speak for themselves are old enough, and were worked with that day', () => {
    for (const { child, madeBy, receivedOn } of ofKind(told, complaint)) {
      const found = children.find(({ number }) => number === child)
      if (!found) continue
      expect(found.from <= String(receivedOn) && found.until > String(receivedOn)).toBe(true)
      if (madeBy === 'CHILD' || madeBy === 'ADVOCATE') expect(ageOn(found.born, String(receivedOn))).toBeGreaterThanOrEqual(9)
    }
    const strangers = tellCouncil(
      worldWith(true),
      children.map(({ number, from, until }) => ({ number, from, until })),
    )
    expect(ofKind(strangers, complaint).filter(({ madeBy, child }) => madeBy === 'CHILD' && child !== undefined)).toEqual([])
  })
})

describe('the clocks of the council', () => {
  test('allegations, complaints and requests are mostly in time', () => {
    const binding = allegationClocks.filter(({ meaning }) => meaning !== 'threshold')
    for (const clock of binding) expect(shareInTime(clock, eachOf(told, allegation, 'allegation')), clock.id).toBeGreaterThan(0.82)
    const complaints = eachOf(told, complaint)
    for (const clock of [...stageOneClocks, ...laterStageClocks].filter(
      ({ meaning, id }) =>
        meaning !== 'window' && id !== 'complaint-stage3-panel' && id !== 'complaint-panel-report' && id !== 'complaint-panel-response',
    ))
      expect(shareInTime(clock, complaints), clock.id).toBeGreaterThan(0.72)
    for (const clock of [subjectAccess, subjectAccessFormerly, freedomOfInformation])
      expect(shareInTime(clock, eachOf(told, informationRequest)), clock.id).toBeGreaterThan(0.7)
  })

  test('agendas, key decisions and reports mostly too', () => {
    expect(shareInTime(agendaPublished, eachOf(told, publicMeeting))).toBeGreaterThan(0.85)
    expect(shareInTime(keyDecisionNotice, eachOf(told, keyDecision))).toBe(1)
    const reports = eachOf(told, regularReport, 'report')
    const all = [...reportClocks, ...returnClocks].flatMap((clock) =>
      reports.flatMap((records) =>
        due(
          clock,
          records.filter(({ kind }) => clock.reads.includes(kind)),
          '2018-12-31',
        ),
      ),
    )
    const over = all.filter(
      ({ state, startedAt }) => startedAt > '2012-06-01' && (state === 'met' || state === 'late' || state === 'overdue'),
    )
    expect(over.length).toBeGreaterThan(80)
    expect(shareOf(over, ({ state }) => state === 'met')).toBeGreaterThan(0.8)
    expect(shareOf(over, ({ state }) => state === 'overdue')).toBeLessThan(0.02)
  })

  test('what inspections asked for was done in time, and no more is known than had happened', () => {
    const inspections = eachOf(told, inspection)
    for (const clock of [childDataHandedOver, reportPublished, statementOfAction])
      for (const { state } of inspections.flatMap((records) => due(clock, records, '2018-12-31'))) expect(state, clock.id).toBe('met')
    const earlier = tellCouncil(
      worldOf({ size: sizes.thurrock, seed: 1, from: '2013-01-01', to: '2016-03-31', planted: true }, 1),
      children,
    )
    expect(ofKind(earlier, inspection).map(({ type }) => type)).toEqual(['OTH', 'SIF'])
    expect(ofKind(earlier, inspection)[1]).not.toHaveProperty('reportReceivedOn')
  })

  test('the committee meets each quarter, also on 5 July 2016', () => {
    const meetings = ofKind(told, publicMeeting).filter(({ body }) => body === 'Corporate Parenting Committee')
    const held = meetings.filter(between('meetingOn', '2013-01-01', '2019-01-01'))
    expect(held).toHaveLength(24)
    expect(held.map(({ meetingOn }) => meetingOn)).toEqual(expect.arrayContaining(['2015-12-03', '2016-03-03', '2016-07-05']))
  })
})

describe('feedback', () => {
  const year = (all: readonly Told[], of: string) =>
    ofKind(all, feedback).filter(between('givenOn', `${of}-01-01`, `${Number(of) + 1}-01-01`))
  test('where nobody has the task few are asked, and fewer hear what changed', () => {
    expect(year(plain, '2015').length).toBeGreaterThan(260)
    expect(year(told, '2015').length).toBeLessThan(90)
    expect(year(told, '2018').length).toBeGreaterThan(year(told, '2015').length)
    const heard = ({ toldOn }: Readonly<Record<string, unknown>>): boolean => typeof toldOn === 'string'
    expect(shareOf(year(plain, '2015'), heard)).toBeGreaterThan(0.4)
    expect(shareOf(year(told, '2015'), heard)).toBeLessThan(0.25)
  })

  test('it is said in many ways', () => {
    const said = ofKind(plain, feedback).map(({ whatTheySaid }) => whatTheySaid)
    expect(new Set(said).size).toBeGreaterThan(400)
  })
})
