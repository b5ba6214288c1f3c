import { describe, expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { factsIn, figure, type Life } from '../../../test/support/facts.ts'
import { legalStatus } from '../court/records.ts'
import { immigrationStatus, person } from '../person/records.ts'
import { meetingPaperwork } from '../protection/paperwork.ts'
import { carePlanUpdate } from './plan-records.ts'
import { carePlan, lookedAfterReview, lookedAfterVisit, periodOfCare, placement } from './records.ts'
import { visitsInCare } from './review-facts.ts'
import { reviewMeasures } from './review-measures.ts'
import { identityDocument, savingsAccount } from './support-records.ts'

const the = (id: string) => reviewMeasures.find((each) => each.id === id) as (typeof reviewMeasures)[number]
const inCare = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const reviewed = (heldOn: string, says: object = {}) => record(lookedAfterReview, { heldOn, ...says })
const visited = (visitedOn: string, childSeen = true) => record(lookedAfterVisit, { visitedOn, childSeen })
const placed = (type: string, startedOn: string, endedOn: string | null = null) => record(placement, { type, startedOn, endedOn })

// Monday 4 January 2016: 20 working days later is Monday 1 February, 10 is Monday 18 January.
const monday = '2016-01-04'

describe('reviews', () => {
  test('a child counts from the day the first review is due; late on the day after, and for a year after it was held late', () => {
    const late: Life = [inCare(monday), reviewed('2016-02-02'), reviewed('2016-04-04'), reviewed('2016-09-05'), reviewed('2017-02-06')]
    const inTime: Life = [inCare(monday), reviewed('2016-02-01'), reviewed('2016-04-04'), reviewed('2016-09-05'), reviewed('2017-02-06')]
    expect(figure(the('cla-reviews'), [late, inTime], '2016-01')).toMatchObject({ value: null, denominator: 0 })
    expect(figure(the('cla-reviews'), [late, inTime], '2016-02')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
    expect(figure(the('cla-reviews'), [late], '2017-01')).toMatchObject({ value: 0 })
    expect(figure(the('cla-reviews'), [late], '2017-02')).toMatchObject({ value: 100 })
  })

  test('a review that was never held is late as long as the child is in care', () => {
    const life: Life = [inCare(monday, '2018-01-08')]
    expect(figure(the('cla-reviews'), [life], '2017-12')).toMatchObject({ value: 0, denominator: 1 })
    expect(figure(the('cla-reviews'), [life], '2018-01')).toMatchObject({ value: null })
  })

  test('children of 4 and over took part in two of three reviews; the code of the fourth is not recorded', () => {
    const bornOn = (day: string) => record(person, { bornOn: day })
    const lives = [
      [bornOn('2012-02-10'), inCare(monday), reviewed('2016-02-10', { participation: 'PN1' })],
      [bornOn('2012-02-11'), inCare(monday), reviewed('2016-02-10', { participation: 'PN0' })],
      [
        bornOn('2005-02-11'),
        inCare(monday),
        reviewed('2016-02-10', { participation: 'PN4' }),
        reviewed('2016-03-31', { participation: 'PN7' }),
      ],
      [bornOn('2005-02-11'), inCare(monday), reviewed('2016-02-10'), reviewed('2016-02-11', { participation: 'PN1', cancelled: true })],
    ]
    expect(figure(the('cla-participation'), lives, '2016-03')).toMatchObject({ numerator: 2, denominator: 3 })
    expect(figure(the('cla-participation'), lives, '2017-02')).toMatchObject({ numerator: 0, denominator: 1 })
  })

  test('records of reviews sent in 20 working days: one on the day, one a day late', () => {
    const sent = (minutesSentOn: string): Life => [
      inCare('2015-11-02'),
      reviewed(monday, { id: 'review' }),
      record(meetingPaperwork, { meeting: 'looked after review', lookedAfterReview: 'review', meetingOn: monday, minutesSentOn }),
    ]
    const lives = [sent('2016-02-01'), sent('2016-02-02')]
    expect(figure(the('lac-minutes-time'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
    expect(figure(the('lac-minutes-time'), lives, '2016-01')).toMatchObject({ value: null })
  })

  test('a plan for permanence made by the day of the second review, on the day after, and for the time in care before', () => {
    const planned = (startedOn: string): Life => [
      inCare('2015-06-01', '2015-12-01'),
      inCare(monday),
      reviewed('2016-02-01'),
      reviewed('2016-04-04'),
      record(carePlan, { startedOn, options: { LTFOST18: 'Y' } }),
    ]
    const value = (life: Life) => figure(the('cla-permanence-plan'), [life], '2016-04').value
    expect(['2016-04-04', '2016-04-05', '2015-07-01'].map((day) => value(planned(day)))).toEqual([100, 0, 0])
    expect(figure(the('cla-permanence-plan'), [[inCare(monday), reviewed('2016-02-01')]], '2016-04')).toMatchObject({ value: null })
  })
})

describe('visits', () => {
  // The first visit within a week of the placement, by 11 January; then within six weeks, of 11 January by 22 February.
  const visitedOn = (...days: readonly string[]): Life => [inCare(monday), placed('U6', monday), ...days.map((day) => visited(day))]

  test('a child not visited within six weeks is not visited in time, until somebody comes', () => {
    const lives = [visitedOn('2016-01-11', '2016-02-22'), visitedOn('2016-01-11'), visitedOn('2016-01-11', '2016-03-01')]
    expect(figure(the('cla-visits'), lives, '2016-01')).toMatchObject({ value: 100, denominator: 3 })
    expect(figure(the('cla-visits'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(figure(the('cla-visits'), lives, '2016-03')).toMatchObject({ numerator: 2, denominator: 3 })
  })

  test('a child who left care before the next visit was due was in time on the last day of the month before', () => {
    const left: Life = [inCare(monday, '2016-02-15'), placed('U6', monday, '2016-02-15'), visited('2016-01-11')]
    expect(figure(the('cla-visits'), [left], '2016-01')).toMatchObject({ value: 100, denominator: 1 })
    expect(figure(the('cla-visits'), [left], '2016-02')).toMatchObject({ value: null })
  })

  test('in long-term foster care a year changes the rule to three months, and leaves no day out', () => {
    const days = [
      '2016-01-11',
      '2016-02-22',
      '2016-04-04',
      '2016-05-16',
      '2016-06-27',
      '2016-08-08',
      '2016-09-19',
      '2016-10-31',
      '2016-12-12',
      '2017-01-20',
    ]
    const life: Life = [inCare(monday), placed('U1', monday), ...days.map((day) => visited(day))]
    expect(factsIn(visitsInCare, life)).toMatchObject([
      { on: monday, until: '2017-04-21', says: { inTime: true } },
      { on: '2017-04-21', until: null, says: { inTime: false } },
    ])
  })

  test('a visit on which the child was not seen is none; adoption and no placement are not asked', () => {
    const unseen: Life = [inCare(monday), placed('U6', monday), visited('2016-01-11', false)]
    const lives: Life[] = [unseen, [inCare(monday), placed('A6', monday)], [inCare(monday)]]
    expect(figure(the('cla-visits'), lives, '2016-01')).toMatchObject({ value: 0, denominator: 1 })
  })
})

describe('care plans', () => {
  const plan = (startedOn: string, endedOn: string | null = null) => record(carePlan, { startedOn, endedOn })

  test('asked for from the tenth working day, and of this time in care', () => {
    const lives = [
      [inCare(monday), plan('2016-01-18')],
      [inCare('2015-01-05', '2015-06-01'), inCare(monday), plan('2015-01-12')],
      [inCare(monday)],
    ]
    expect(figure(the('cla-care-plan'), lives, '2016-01')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(figure(the('cla-care-plan'), [[inCare('2016-01-18')]], '2016-01')).toMatchObject({ value: null })
    expect(figure(the('cla-care-plan'), [[inCare(monday), plan(monday, '2016-02-29')]], '2016-02')).toMatchObject({ value: 0 })
  })

  test('up to date until the update after a review is overdue, 10 working days on', () => {
    const life = [inCare(monday), plan('2016-01-11'), reviewed('2016-02-01')]
    expect(figure(the('cla-care-plan'), [life], '2016-01')).toMatchObject({ value: 100 })
    expect(figure(the('cla-care-plan'), [life], '2016-02')).toMatchObject({ value: 0 })
    expect(figure(the('cla-care-plan'), [[...life, record(carePlanUpdate, { updatedOn: '2016-02-15' })]], '2016-02')).toMatchObject({
      value: 100,
    })
  })
})

describe('what is theirs', () => {
  const holds = (type: string, heldOn: string | null, says: object = {}) => record(identityDocument, { type, heldOn, ...says })
  const certificate = holds('Birth certificate', '2016-01-29')
  const passport = holds('Passport', '2016-01-31', { expiresOn: '2016-02-29' })

  test('a birth certificate and a passport that has not run out; at 16 a national insurance number besides', () => {
    const child: Life = [inCare(monday), certificate, passport]
    const lives = [child, [inCare(monday), certificate], [inCare(monday), certificate, holds('Passport', null)]]
    expect(figure(the('cla-id-documents'), lives, '2016-01')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(figure(the('cla-id-documents'), [child], '2016-02')).toMatchObject({ value: 100 })
    expect(figure(the('cla-id-documents'), [child], '2016-03')).toMatchObject({ value: 0 })
    const sixteen = [record(person, { bornOn: '2000-02-29' }), ...child]
    expect(figure(the('cla-id-documents'), [sixteen], '2016-01')).toMatchObject({ value: 100 })
    expect(figure(the('cla-id-documents'), [sixteen], '2016-02')).toMatchObject({ value: 0 })
    expect(figure(the('cla-id-documents'), [[...sixteen, holds('National insurance number', '2016-02-01')]], '2016-02')).toMatchObject({
      value: 100,
    })
  })

  test('an unaccompanied child is asked for no birth certificate', () => {
    const alone = [inCare(monday), record(immigrationStatus, { status: 'UASC' })]
    const lives = [[...alone, holds('Home Office card', '2016-01-29')], alone]
    expect(figure(the('cla-id-documents'), lives, '2016-01')).toMatchObject({ value: 50 })
  })

  test('a Junior ISA or trust fund, of those in care for a year: who came on 1 April is one of them on 31 March', () => {
    const saves = (type: string, openedOn: string | null) => record(savingsAccount, { type, openedOn })
    const lives = [
      [inCare('2015-04-01'), saves('Junior ISA', '2016-03-31')],
      [inCare('2015-04-01'), saves('Child trust fund', null)],
      [inCare('2015-04-01'), saves('Other', '2015-05-01')],
      [inCare('2015-04-01'), saves('Junior ISA', '2016-04-01')],
      [inCare('2015-04-02'), saves('Junior ISA', '2016-01-04')],
      [inCare('2015-04-01'), saves('Junior ISA', '2015-06-01'), record(legalStatus, { status: 'V4', startedOn: '2015-04-01' })],
    ]
    expect(figure(the('cla-savings'), lives, '2016-03')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
  })
})
