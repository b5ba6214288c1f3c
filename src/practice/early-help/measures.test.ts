import { expect, test } from 'vitest'
import { record, type Told } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { ageBand } from '../dimensions.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedReview } from '../in-need/records.ts'
import { person } from '../person/records.ts'
import { saysOutcomesMet, saysSteppedUp } from './facts.ts'
import { earlyHelpMeasures } from './measures.ts'
import { earlyHelpEpisode, teamAroundFamilyReview } from './records.ts'

const the = (id: string) => earlyHelpMeasures.find((each) => each.id === id) as (typeof earlyHelpMeasures)[number]
const helped = (startedOn: string, endedOn: string | null = null, endReason: string | null = null) =>
  record(earlyHelpEpisode, { startedOn, endedOn, endReason })

test('assessments are counted on the day they were completed, the first and the last of a month', () => {
  const lives = ['2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01'].map((assessmentCompletedOn) => [
    record(earlyHelpEpisode, { startedOn: '2024-01-08', assessmentCompletedOn, organisation: 'Saltmarsh School' }),
  ])
  const unfinished = [helped('2024-03-04')]
  expect(figure(the('eh-assessments'), [...lives, unfinished], '2024-03')).toMatchObject({ value: 2 })
  expect(figure(the('eh-assessments'), lives, '2024-03', { by: ['organisation', 'Saltmarsh School'] })).toMatchObject({ value: 2 })
  expect(figure(the('eh-assessments-rate'), lives, '2024-03', { people: 6_000 })).toMatchObject({ numerator: 3, value: 5 })
})

test('an episode is open from its first day until the day it ends, and one of a child who died no longer', () => {
  const lives = [
    [helped('2024-03-31')],
    [helped('2024-01-08', '2024-04-01')],
    [helped('2024-01-08', '2024-03-31')],
    [helped('2024-04-01')],
    [record(person, { bornOn: '2015-05-05', diedOn: '2024-03-20' }), helped('2024-01-08')],
  ]
  expect(figure(the('eh-open'), lives, '2024-03')).toMatchObject({ value: 2 })
  expect(figure(the('eh-open'), [], '2024-03')).toMatchObject({ value: 0 })
  // A slip of the pen: an end before the beginning.
  expect(figure(the('eh-open'), [[helped('2024-03-20', '2024-02-10')]], '2024-02')).toMatchObject({ value: 0 })
})

test('a child whom two organisations help at once counts twice, in the age band of the day', () => {
  const life = [record(person, { bornOn: '2014-03-31' }), helped('2024-01-08'), helped('2024-02-05')]
  expect(figure(the('eh-open'), [life], '2024-02', { by: [ageBand, '5'] })).toMatchObject({ value: 2 })
  // The tenth birthday is on 31 March.
  expect(figure(the('eh-open'), [life], '2024-03', { by: [ageBand, '10'] })).toMatchObject({ value: 2 })
})

test('how early help ended is read from its words; where there are none, it is left out', () => {
  const lives = ['Stepped up to social care', 'Outcomes achieved', 'Needs met', 'Family withdrew consent', null].map((reason) => [
    helped('2024-01-08', '2024-03-15', reason),
  ])
  expect(figure(the('eh-step-up'), lives, '2024-03')).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
  expect(figure(the('eh-outcomes-met'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
  expect(figure(the('eh-outcomes-met'), lives, '2024-04')).toMatchObject({ value: null, denominator: 0 })
})

test('a family whose last meeting decided to step up was stepped up, though no reason is written', () => {
  const met = (heldOn: string, decision: string) => record(teamAroundFamilyReview, { heldOn, decision })
  const lives = [
    [helped('2024-01-08', '2024-03-15'), met('2024-02-12', 'continue'), met('2024-03-11', 'step up')],
    [helped('2024-01-08', '2024-03-15', 'Closed'), met('2024-02-12', 'step up'), met('2024-03-11', 'continue')],
  ]
  expect(figure(the('eh-step-up'), lives, '2024-03')).toMatchObject({ numerator: 1, denominator: 2 })
})

test.each([
  ['Step-up', true, false],
  ['Escalated', true, false],
  ['Referred to the MASH and accepted', true, false],
  ['Referred to social care, not accepted', false, false],
  ['Goals of the family’s plan reached', false, true],
  ['Met', false, true],
  ['Needs not met', false, false],
  ['Some outcomes achieved', false, false],
  ['Stepped down to universal services', false, false],
])('%s: stepped up %s, outcomes met %s', (words, up, met) => {
  expect(saysSteppedUp(words)).toBe(up)
  expect(saysOutcomesMet(words)).toBe(met)
})

test('a case closed to early help is picked up in time where an episode runs within ten working days', () => {
  // Friday 1 March 2024; ten working days later is Friday 15 March.
  const closed = record(referral, { receivedOn: '2023-06-01', closedOn: '2024-03-01', closureReason: 'RC9' })
  const lives = [
    [closed, helped('2024-03-15')],
    [closed, helped('2024-03-18')],
    [closed, helped('2024-02-01')],
    [closed],
    [record(referral, { receivedOn: '2023-06-01', closedOn: '2024-03-01', closureReason: 'RC7' })],
  ]
  expect(figure(the('eh-step-down'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
})

test('before a reason for closure said so, the last review of the plan in need says that a case was stepped down', () => {
  // Ten working days after Monday 1 February 2016 is Monday 15 February.
  const closed = (decision: string, ...more: readonly Told[]) => [
    record(childInNeedReview, { heldOn: '2016-01-18', decision }),
    record(referral, { receivedOn: '2015-05-05', closedOn: '2016-02-01', closureReason: 'RC7' }),
    ...more,
  ]
  const lives = [
    closed('step down', helped('2016-02-15')),
    closed('step down', helped('2016-02-16')),
    closed('step down', helped('2015-06-01', '2016-02-01')),
    closed('close'),
    closed('step down', record(referral, { receivedOn: '2016-02-10' })),
  ]
  expect(figure(the('eh-step-down'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 3 })
})

test('a family stepped down is reviewed by the team around it within twelve weeks; where only the dataset speaks, nothing is told', () => {
  // Twelve weeks after Monday 4 January 2016 is Monday 28 March.
  const episode = (says: object) =>
    record(earlyHelpEpisode, { id: 'e', startedOn: '2016-01-04', assessmentCompletedOn: '2016-01-25', ...says })
  const met = (heldOn: string) => record(teamAroundFamilyReview, { episode: 'e', heldOn })
  const lives = [
    [episode({ startReason: 'Stepped down from social care' }), met('2016-03-28')],
    [episode({ startReason: 'Stepped down from social care' })],
    [episode({}), record(referral, { receivedOn: '2015-05-05', closedOn: '2015-12-14' })],
    [episode({ startReason: 'Debt' }), met('2016-03-28')],
    [episode({ startReason: 'Step-down', assessmentCompletedOn: null })],
  ]
  expect(figure(the('eh-step-down-reviewed'), lives, '2016-03')).toMatchObject({ numerator: 1, denominator: 3 })
  expect(figure(the('eh-reviews'), lives, '2016-03')).toMatchObject({ numerator: 2, denominator: 4 })
})
