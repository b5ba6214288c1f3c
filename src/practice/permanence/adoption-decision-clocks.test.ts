import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { carePlan, periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import {
  adoptionDecision,
  decisionAfterPanel,
  matchConsidered,
  toldOfDecisionByWord,
  toldOfDecisionInWriting,
} from './adoption-decision-clocks.ts'
import { adoptionPanel } from './adoption-records.ts'
import { permanence } from './records.ts'

const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const plan = (startedOn: string, option = 'ADOPTION') => record(carePlan, { startedOn, options: { [option]: 'Y' } })
const decided = (adoptionDecidedOn: string, more = {}) => record(permanence, { id: 'decision', adoptionDecidedOn, ...more })
const panel = (more: object) => record(adoptionPanel, { id: 'panel', matter: 'plan', ...more })

holdsItsDates(adoptionDecision, {
  start: (day) => [care('2014-06-02'), plan(day)],
  stop: (day) => [decided(day)],
  dates: [
    ['2015-06-30', '2015-08-30', 'two months to the day, a Sunday'],
    ['2015-12-31', '2016-02-29', 'February has no 31st: its last day, in a leap year the 29th'],
    ['2015-10-25', '2015-12-25', 'months run through holidays: Christmas Day itself'],
  ],
})

test('a plan that goes on at the next review, or is renewed after the decision, asks for no second decision', () => {
  const goesOn = [care('2014-06-02'), plan('2015-06-30'), plan('2015-08-03')]
  expect(due(adoptionDecision, goesOn, '2015-08-10')).toMatchObject([{ startedAt: '2015-06-30', state: 'running' }])
  const changedTwice = [...goesOn, decided('2015-08-20'), plan('2015-10-05', 'LTFOST18'), plan('2015-11-02')]
  expect(due(adoptionDecision, changedTwice, '2016-01-29')).toMatchObject([{ startedAt: '2015-06-30', state: 'met' }])
  const renewed = [care('2014-06-02'), decided('2015-06-10'), plan('2015-06-30')]
  expect(due(adoptionDecision, renewed, '2015-09-30')).toEqual([])
})

test('a plan of adoption that another plan takes the place of before 2 months needs no decision', () => {
  expect(due(adoptionDecision, [care('2014-06-02'), plan('2015-06-30'), plan('2015-08-03', 'RETURN6M')], '2015-12-01')).toEqual([])
})

test('adoption planned again after a decision was reversed is decided again', () => {
  const again = [care('2013-06-03'), decided('2013-12-02', { decisionReversedOn: '2015-01-12' }), plan('2015-06-30')]
  expect(due(adoptionDecision, again, '2015-09-01')).toMatchObject([{ dueAt: '2015-08-30', state: 'overdue', days: 2 }])
})

test('a plan that answers no to adoption starts nothing', () => {
  const not = record(carePlan, { startedOn: '2015-06-30', options: { ADOPTION: 'N', LTFOST18: 'Y' } })
  expect(due(adoptionDecision, [care('2014-06-02'), not], '2015-12-01')).toEqual([])
})

holdsItsDates(decisionAfterPanel, {
  start: (day) => [panel({ heldOn: day, minutesReceivedOn: day })],
  stop: (day) => [panel({ decidedOn: day, decision: 'agreed' })],
  dates: [
    ['2016-02-01', '2016-02-10', 'seven plain working days from a Monday'],
    ['2016-03-17', '2016-03-30', 'Good Friday, 25 March, and Easter Monday, the 28th, are not counted'],
    ['2015-12-21', '2016-01-04', 'Christmas Day, Monday the 28th for Boxing Day and New Year’s Day are not counted'],
  ],
})

test('a decision made before the minutes came is a decision', () => {
  const early = panel({ minutesReceivedOn: '2016-02-01', decidedOn: '2016-01-29' })
  expect(due(decisionAfterPanel, [early], '2016-03-01')).toMatchObject([{ state: 'met' }])
})

test('the decision on another matter does not answer this panel', () => {
  const other = record(adoptionPanel, { matter: 'match', decidedOn: '2016-02-03' })
  const lines = due(decisionAfterPanel, [panel({ minutesReceivedOn: '2016-02-01' }), other], '2016-02-11')
  expect(lines).toMatchObject([{ stoppedAt: null, state: 'overdue', days: 1 }])
})

holdsItsDates(toldOfDecisionByWord, {
  start: (day) => [panel({ decidedOn: day })],
  stop: (day) => [panel({ toldOrallyOn: day })],
  dates: [
    ['2016-03-02', '2016-03-04', 'Wednesday to Friday'],
    ['2016-03-23', '2016-03-29', 'the Wednesday before Easter: Thursday is the first working day, Tuesday the second'],
  ],
})

test('parents who have the decision in writing have been told', () => {
  const written = panel({ decidedOn: '2016-03-02', toldInWritingOn: '2016-03-04' })
  expect(due(toldOfDecisionByWord, [written], '2016-04-01')).toMatchObject([{ state: 'met', stoppedAt: '2016-03-04' }])
})

holdsItsDates(toldOfDecisionInWriting, {
  start: (day) => [panel({ decidedOn: day })],
  stop: (day) => [panel({ toldInWritingOn: day })],
  dates: [
    ['2016-02-08', '2016-02-15', 'Monday to Monday'],
    ['2015-12-23', '2016-01-04', 'the Wednesday before Christmas: three holidays and two weekends are not counted'],
    ['2016-05-26', '2016-06-03', 'the spring bank holiday, 30 May, is not counted'],
  ],
})

test('parents told by word only have not been told in writing', () => {
  const byWord = panel({ decidedOn: '2016-02-08', toldOrallyOn: '2016-02-09' })
  expect(due(toldOfDecisionInWriting, [byWord], '2016-02-16')).toMatchObject([{ stoppedAt: null, state: 'overdue' }])
})

holdsItsDates(matchConsidered, {
  start: (day) => [care('2014-01-06'), decided(day)],
  stop: (day) => [record(adoptionPanel, { matter: 'match', heldOn: day })],
  dates: [
    ['2015-01-05', '2015-07-05', 'six months to the day, a Sunday'],
    ['2015-08-31', '2016-02-29', 'the last day of a shorter month'],
    ['2015-06-25', '2015-12-25', 'months run through holidays'],
  ],
})

test('a baby under 6 months whose parents ask for adoption should be matched within 3', () => {
  const asked = decided('2015-11-30', { parentsAskedForAdoption: true })
  const born = (bornOn: string) => record(person, { bornOn })
  expect(due(matchConsidered, [born('2015-09-01'), asked], '2015-12-01')).toMatchObject([{ dueAt: '2016-02-29' }])
  expect(due(matchConsidered, [born('2015-06-01'), asked], '2015-12-01')).toMatchObject([{ dueAt: '2016-02-29' }])
  expect(due(matchConsidered, [born('2015-05-30'), asked], '2015-12-01')).toMatchObject([{ dueAt: '2016-05-30' }])
})

test('a match is no longer looked for when the decision is reversed, an order is made or the child goes home', () => {
  for (const ended of [
    [decided('2015-01-05', { decisionReversedOn: '2015-05-11' })],
    [decided('2015-01-05', { orderMadeOn: '2015-05-11', orderType: 'Special Guardianship' })],
    [care('2014-01-06', '2015-05-11'), decided('2015-01-05')],
  ])
    expect(due(matchConsidered, ended, '2015-12-01')).toEqual([])
})

test('a panel about the plan is no panel about a match', () => {
  expect(due(matchConsidered, [decided('2015-01-05'), panel({ heldOn: '2015-03-02' })], '2015-07-06')).toMatchObject([{ state: 'overdue' }])
})
