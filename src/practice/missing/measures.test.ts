import { describe, expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { factsIn, figure, type Life } from '../../../test/support/facts.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { inCareInTheYear } from './facts.ts'
import { missingMeasures } from './measures.ts'
import { missingEpisode, returnHomeInterview } from './records.ts'

const the = (id: string) => missingMeasures.find((each) => each.id === id) as (typeof missingMeasures)[number]
const inCare = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const went = (wentMissingAt: string, says: object = {}) => record(missingEpisode, { wentMissingAt, type: 'M', ...says })
const back = (returnedAt: string, says: object = {}) =>
  record(missingEpisode, { wentMissingAt: '2016-01-31', type: 'M', returnedAt, ...says })

describe('how often', () => {
  test('from care on its first day, from home on the day of leaving it; twice is twice, away is not missing', () => {
    const lives: Life[] = [
      [inCare('2016-02-01', '2016-02-29'), went('2016-02-01 23:10:00'), went('2016-02-29 09:00:00'), went('2016-02-12', { type: 'A' })],
      [inCare('2015-01-05'), went('2016-02-29'), went('2016-02-29 20:00:00', { type: null }), went('2016-03-01')],
    ]
    expect(figure(the('missing-episodes'), lives, '2016-02')).toMatchObject({ value: 3 })
    expect(figure(the('missing-home'), lives, '2016-02')).toMatchObject({ value: 1 })
    expect(figure(the('missing-home'), [], '2016-02')).toMatchObject({ value: 0 })
  })

  test('a care leaver who is 18 is no missing child', () => {
    const bornOn = (day: string): Life => [record(person, { bornOn: day }), went('2016-02-10')]
    expect(figure(the('missing-home'), [bornOn('1998-02-10'), bornOn('1998-02-11')], '2016-02')).toMatchObject({ value: 1 })
  })

  test('children in care at some time in the 12 months, and those of them who went missing, each once', () => {
    const lives: Life[] = [
      [inCare('2015-01-05'), went('2015-04-01'), went('2015-09-01')],
      [inCare('2015-01-05'), went('2015-03-31'), went('2015-09-01', { type: 'A' })],
      [inCare('2014-01-06', '2015-04-01')],
      [inCare('2014-01-06', '2015-03-31')],
      [inCare('2015-06-01', '2015-09-01'), inCare('2015-12-01', '2016-01-04'), went('2015-10-01')],
    ]
    expect(figure(the('missing-children'), lives, '2016-03')).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
    expect(figure(the('missing-children'), [], '2016-03')).toMatchObject({ value: null })
  })

  test('a child who was in care twice within a year is told of in parts that never overlap', () => {
    const life = [inCare('2015-06-01', '2015-09-01'), inCare('2015-12-01', '2016-01-04'), went('2015-12-10'), went('2015-12-24')]
    expect(factsIn(inCareInTheYear, life)).toMatchObject([
      { on: '2015-06-01', until: '2015-12-10', says: { wentMissing: false } },
      { on: '2015-12-10', until: '2015-12-24', says: { wentMissing: true } },
      { on: '2015-12-24', until: '2016-12-10', says: { wentMissing: true } },
      { on: '2016-12-10', until: '2016-12-24', says: { wentMissing: true } },
      { on: '2016-12-24', until: '2017-01-04', says: { wentMissing: false } },
    ])
  })
})

describe('interviews', () => {
  const interview = (says: object) => record(returnHomeInterview, { missingEpisode: 'episode', ...says })

  test('offered to three of four who came back, accepted by two of those', () => {
    const lives: Life[] = [
      [back('2016-02-01', { interviewOffered: 'Y', interviewAccepted: 'Y' })],
      [back('2016-02-29 21:00:00', { interviewOffered: 'Y', interviewAccepted: 'N' })],
      [back('2016-02-10', { id: 'episode', interviewOffered: 'N' }), interview({ heldAt: '2016-02-12' })],
      [back('2016-02-10')],
      [back('2016-02-10', { interviewOffered: 'NA' })],
      [back('2016-02-10', { type: 'A' })],
      [back('2016-03-01')],
      [went('2016-02-10')],
    ]
    expect(figure(the('rhi-offered'), lives, '2016-02')).toMatchObject({ value: 75, numerator: 3, denominator: 4 })
    expect(figure(the('rhi-accepted'), lives, '2016-02')).toMatchObject({ numerator: 2, denominator: 3 })
    expect(figure(the('rhi-accepted'), lives, '2016-03')).toMatchObject({ value: null })
  })

  test('whether the child was in care when they went decides, not where they came back to', () => {
    const lives: Life[] = [
      [inCare('2015-01-05', '2016-02-05'), back('2016-02-10')],
      [inCare('2016-02-05'), back('2016-02-10')],
    ]
    const inCareThen = lives.map((life) => figure(the('rhi-offered'), [life], '2016-02', { by: ['inCare', 'yes'] }).denominator)
    expect(inCareThen).toEqual([1, 0])
  })

  test('held in 72 hours, and an hour late, in the month in which it was due; a child who declined is left out', () => {
    const held = (heldAt: string): Life => [back('2016-01-29 18:40:00', { id: 'episode' }), interview({ heldAt })]
    const declined = [back('2016-01-29 18:40:00', { id: 'episode' }), interview({ response: 'Declined', respondedOn: '2016-01-30' })]
    const lives = [held('2016-02-01 18:40:00'), held('2016-02-01 19:40:00'), declined]
    expect(figure(the('rhi-72h'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
    expect(figure(the('rhi-72h'), lives, '2016-01')).toMatchObject({ value: null })
  })

  test('written up within five working days, whether or not the police have it', () => {
    const held = (writtenUpOn: string | null): Life => [record(returnHomeInterview, { heldAt: '2016-02-01 16:00:00', writtenUpOn })]
    const lives = [held('2016-02-08'), held('2016-02-09'), held(null)]
    expect(figure(the('rhi-uploaded'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 3 })
  })
})

test('an offer is answered where the case system or the interview says so, or it was held', () => {
  const lives: Life[] = [
    [back('2016-02-01', { interviewOffered: 'Y', interviewAccepted: 'N' })],
    [back('2016-02-01', { id: 'e' }), record(returnHomeInterview, { missingEpisode: 'e', offeredAt: '2016-02-02', response: 'Declined' })],
    [back('2016-02-01', { interviewOffered: 'Y' })],
    [back('2016-02-01', { interviewOffered: 'N' })],
  ]
  expect(figure(the('rhi-answered'), lives, '2016-02')).toMatchObject({ numerator: 2, denominator: 3 })
})

test('what was said is on the record within thirty days of the interview, and is told on the thirtieth', () => {
  const held = (says: object): Life => [record(returnHomeInterview, { heldAt: '2016-02-01 16:00:00', ...says })]
  const lives = [
    held({ writtenUpOn: '2016-03-02' }),
    held({ writtenUpOn: '2016-03-03' }),
    held({ whatTheChildSaid: 'That nobody asks.' }),
    held({}),
  ]
  expect(figure(the('rhi-on-record'), lives, '2016-03')).toMatchObject({ numerator: 2, denominator: 4 })
  expect(figure(the('rhi-on-record'), lives, '2016-02')).toMatchObject({ value: null })
})
