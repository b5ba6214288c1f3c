import { describe, expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure, type Life } from '../../../test/support/facts.ts'
import { legalStatus } from '../court/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { educationMeasures } from './measures.ts'
import { notCounted } from './not-counted.ts'
import { canBeMet } from './plan-facts.ts'
import { activePlan, ehcAssessment, ehcRequest, namedPlan, specialEducation, specialEducationalNeed } from './records.ts'
import { phaseOn } from './school-phases.ts'
import { exclusion, homeEducation, missingEducation, personalEducationPlan } from './schooling-records.ts'

const the = (id: string) => educationMeasures.find((each) => each.id === id) as (typeof educationMeasures)[number]
const inCare = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const born = (bornOn: string) => record(person, { bornOn })
const planned = (heldOn: string, quality: string | null = null) => record(personalEducationPlan, { heldOn, quality })

test('every measure is counted or not, and not both', () => {
  expect(educationMeasures.map(({ id }) => id).filter((id) => id in notCounted)).toEqual([])
})

test.each([
  ['2010-08-31', '2015-08-30', 'early', 'five, and before the term that follows'],
  ['2010-08-31', '2015-08-31', 'primary', 'the fifth birthday is the last day of August'],
  ['2004-08-31', '2015-08-31', 'primary', 'eleven, on the last day of the school year'],
  ['2004-08-31', '2015-09-01', 'secondary', 'eleven by the beginning of the school year'],
  ['2004-09-01', '2015-09-01', 'primary', 'eleven on its first day'],
  ['2000-03-01', '2016-06-24', 'secondary', 'the last Friday in June'],
  ['2000-03-01', '2016-06-25', 'after', 'the day after it'],
])('a child born on %s is on %s in the phase %s: %s', (bornOn, day, phase) => expect(phaseOn(bornOn, day)).toBe(phase))

describe('personal education plans', () => {
  test('the first in 10 working days, of those of compulsory school age', () => {
    const came = (bornOn: string, ...more: Life): Life => [born(bornOn), inCare('2016-01-04'), ...more]
    const lives = [
      came('2005-05-05', planned('2016-01-18')),
      came('2005-05-05', planned('2016-01-19')),
      came('2005-05-05'),
      came('2012-05-05', planned('2016-01-18')),
      [born('2005-05-05'), inCare('2016-01-04', '2016-01-15')],
    ]
    expect(figure(the('pep-initial'), lives, '2016-01')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(figure(the('pep-initial'), lives, '2016-01', { by: ['phase', 'primary'] })).toMatchObject({ denominator: 3 })
    expect(figure(the('pep-initial'), [], '2016-01')).toMatchObject({ value: null })
  })

  test('up to date while none is overdue: the term to 31 March had none, until one is held in the next', () => {
    const child: Life = [born('2005-05-05'), inCare('2015-12-01'), planned('2015-12-10')]
    const value = (life: Life, month: string) => figure(the('pep-termly'), [life], month).value
    expect(value(child, '2016-03')).toBe(100)
    expect(value(child, '2016-04')).toBe(0)
    expect(value([...child, planned('2016-03-31')], '2016-04')).toBe(100)
    expect(value([...child, planned('2016-05-10')], '2016-05')).toBe(100)
  })

  test('asked for from the third birthday to the eighteenth, and in time of a child who leaves before the term ends', () => {
    const lives = [
      [born('2013-02-28'), inCare('2013-06-03')],
      [born('2013-03-01'), inCare('2013-06-03')],
      [born('1998-02-28'), inCare('2016-02-01'), planned('2016-02-02')],
      [born('2005-05-05'), inCare('2015-12-01', '2016-03-10'), planned('2015-12-10')],
      [born('2005-05-05'), inCare('2015-12-01'), record(legalStatus, { status: 'V4', startedOn: '2015-12-01' })],
    ]
    expect(figure(the('pep-termly'), lives, '2016-02')).toMatchObject({ numerator: 2, denominator: 2 })
  })

  test('the last plan of each child, where it has a grade; none of a time in care before', () => {
    const child = inCare('2015-01-05')
    const lives = [
      [child, planned('2015-05-05', 'weak'), planned('2016-02-29', 'good')],
      [child, planned('2015-05-05', 'good'), planned('2016-02-01', 'sound')],
      [child, planned('2015-05-05', 'good'), planned('2016-02-01')],
      [inCare('2013-01-07', '2014-01-06'), child, planned('2013-05-05', 'good')],
    ]
    expect(figure(the('pep-quality'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
    expect(figure(the('pep-quality'), lives, '2016-01')).toMatchObject({ numerator: 2, denominator: 3 })
    expect(figure(the('pep-quality'), lives, '2015-04')).toMatchObject({ value: null })
  })
})

describe('of a year to 31 March in care', () => {
  const pupil = (...more: Life): Life => [born('2005-05-05'), inCare('2015-04-01'), ...more]
  const excluded = (type: string, firstDayOn: string) => record(exclusion, { type, firstDayOn })

  test('suspended on the first and on the last day of the year; for good is another thing', () => {
    const lives = [
      pupil(excluded('suspension', '2015-04-01'), excluded('suspension', '2015-05-01')),
      pupil(excluded('suspension', '2016-03-31')),
      pupil(excluded('suspension', '2015-03-31'), excluded('suspension', '2016-04-01')),
      pupil(excluded('permanent', '2015-06-01')),
      [born('2012-01-01'), inCare('2015-04-01'), excluded('suspension', '2015-06-01')],
    ]
    expect(figure(the('cla-suspension'), lives, '2016-03')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
  })

  test('with an education, health and care plan in force on 31 March', () => {
    const asked = [record(specialEducation, { id: 'send' }), record(ehcRequest, { id: 'request', specialEducation: 'send' })]
    const assessed = record(ehcAssessment, { id: 'assessment', request: 'request', outcome: 'Y' })
    const named = (startedOn: string, endedOn: string | null = null) => record(namedPlan, { assessment: 'assessment', startedOn, endedOn })
    const reviewed = (lastReviewedOn: string) => record(activePlan, { request: 'request', lastReviewedOn })
    const lives = [
      pupil(...asked, assessed, named('2016-03-31')),
      pupil(...asked, assessed, named('2015-01-05', '2016-03-31'), reviewed('2016-01-05')),
      pupil(...asked, assessed, named('2016-04-01')),
      pupil(...asked, reviewed('2016-01-05')),
      pupil(),
    ]
    expect(figure(the('cla-sen'), lives, '2016-03')).toMatchObject({ numerator: 2, denominator: 5 })
  })
})

test('plans issued in 20 weeks, by primary need; one with an exception is left out', () => {
  const issued = (startedOn: string, exceptionsApply = false): Life => [
    record(specialEducation, { id: 'send' }),
    record(ehcRequest, { id: 'request', specialEducation: 'send', receivedOn: '2016-01-04' }),
    record(ehcAssessment, { id: 'assessment', request: 'request', exceptionsApply }),
    record(namedPlan, { assessment: 'assessment', startedOn }),
    record(activePlan, { id: 'active', request: 'request' }),
    record(specialEducationalNeed, { plan: 'active', type: 'SLCN', rank: '2' }),
    record(specialEducationalNeed, { plan: 'active', type: 'ASD', rank: '1' }),
  ]
  const lives = [issued('2016-05-23'), issued('2016-05-24'), issued('2016-05-23', true)]
  expect(figure(the('ehcp-20w'), lives, '2016-05')).toMatchObject({ value: 50, denominator: 2 })
  expect(figure(the('ehcp-20w'), lives, '2016-05', { by: ['need', 'ASD'] })).toMatchObject({ denominator: 2 })
  expect(figure(the('ehcp-20w'), lives, '2017-05')).toMatchObject({ value: null })
})

describe('out of school', () => {
  const missing = (noticedOn: string, closedOn: string | null, says: object = {}) =>
    record(missingEducation, { noticedOn, closedOn, ...says })
  const atHome = (noticedOn: string, endedOn: string | null = null) => record(homeEducation, { noticedOn, endedOn })

  test('a child found is on the register until it is closed, and twice on it once', () => {
    const lives = [
      [missing('2016-02-29', null, { missingBecause: 'off roll' })],
      [missing('2016-01-04', '2016-02-29')],
      [missing('2016-01-04', '2016-03-01', { foundOn: '2016-01-10' })],
      [missing('2016-01-04', null, { missingBecause: 'never' }), missing('2016-02-01', '2016-03-01', { missingBecause: 'absent' })],
    ]
    expect(figure(the('cme-number'), lives, '2016-02')).toMatchObject({ value: 3 })
    expect(figure(the('cme-number'), lives, '2016-02', { by: ['reason', 'absent'] })).toMatchObject({ value: 1 })
    expect(figure(the('cme-number'), lives, '2016-03', { by: ['reason', 'never'] })).toMatchObject({ value: 1 })
  })

  test('children educated at home, and how many in 100 of school age', () => {
    const lives = [[atHome('2016-02-29')], [atHome('2015-01-05', '2016-02-29')], [atHome('2015-01-05'), atHome('2015-09-01')]]
    expect(figure(the('ehe-number'), lives, '2016-02')).toMatchObject({ value: 2 })
    expect(figure(the('ehe-rate'), lives, '2016-02', { people: 200 })).toMatchObject({ value: 1 })
    expect(figure(the('ehe-rate'), lives, '2016-02')).toMatchObject({ value: null })
  })
})

test('a plan is asked for what it says where its text is held, and its targets for how much or by when', () => {
  const says = (words: object): Life => [born('2005-05-05'), record(personalEducationPlan, { heldOn: '2016-02-08', ...words })]
  const lives = [
    says({ childsView: 'Wants to be a chef.', carersView: 'Reads at bedtime.', targets: 'Read 20 of 50 words.' }),
    says({ childsView: 'Bored.', targets: 'To improve in English and mathematics.' }),
    says({}),
  ]
  expect(figure(the('pep-targets'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
  expect(figure(the('pep-childs-view'), lives, '2016-02')).toMatchObject({ value: 100, denominator: 2 })
  expect(figure(the('pep-carers-view'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
  expect(figure(the('pep-targets'), lives, '2016-02', { by: ['phase', 'primary'] })).toMatchObject({ denominator: 2 })
})

test.each([
  ['Read 20 of 50 words.', true],
  ['Go up a set by the end of the summer term.', true],
  ['Speak in assembly before half-term.', true],
  ['To improve literacy. School to support.', false],
  ['To be on time for lessons.', false],
])('targets “%s” can be met or missed: %s', (targets, can) => expect(canBeMet(targets)).toBe(can))
