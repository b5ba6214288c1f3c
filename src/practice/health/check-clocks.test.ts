import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { healthSummary } from './assessment-records.ts'
import { dentalCheck, healthSummaryGiven, questionnaire, sightTest } from './check-clocks.ts'
import { immunisationsUpToDate } from './immunisation-clocks.ts'
import { healthCheck, immunisation, strengthsAndDifficultiesScore, yearlyHealthReturn } from './records.ts'

const child = (bornOn: string) => record(person, { bornOn })
const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const check = (type: string, checkedOn: string, status: string | null = 'Completed') => record(healthCheck, { checkedOn, status, type })
const score = (completedOn: string, says: object = { score: 12 }) => record(strengthsAndDifficultiesScore, { completedOn, ...says })

const twelveMonths = [
  ['2014-12-25', '2015-12-25', 'twelve months to the day, Christmas Day'],
  ['2016-02-29', '2017-02-28', 'there is no 29 February in 2017'],
] as const
const startsThen = ({ startedAt }: { startedAt: string }) => startedAt === '2014-12-25' || startedAt === '2016-02-29'

holdsItsDates(dentalCheck, {
  start: (day) => [child('2005-01-10'), care('2014-12-01'), check('Dental Check', day)],
  stop: (day) => [check('Dental Check', day)],
  dates: twelveMonths,
  which: startsThen,
})

test('the first dental check is due a year after coming into care, for an infant a year after the first birthday', () => {
  expect(due(dentalCheck, [child('2005-01-10'), care('2015-06-01')], '2015-07-01')).toMatchObject([{ dueAt: '2016-06-01' }])
  expect(due(dentalCheck, [child('2015-03-01'), care('2015-06-01')], '2016-07-01')).toMatchObject([
    { startedAt: '2016-03-01', dueAt: '2017-03-01' },
  ])
  expect(due(dentalCheck, [child('2015-03-01'), care('2015-06-01', '2016-02-01')], '2016-07-01')).toEqual([])
})

test('a refusal ends the wait and begins the next; a planned or cancelled check is none', () => {
  const refused = [child('2002-01-10'), care('2014-12-01'), check('Dental Check', '2015-11-02', 'Refused')]
  expect(due(dentalCheck, refused, '2015-12-15')).toMatchObject([{ startedAt: '2015-11-02', dueAt: '2016-11-02', state: 'running' }])
  for (const status of ['Planned', 'Cancelled'])
    expect(
      due(dentalCheck, [child('2002-01-10'), care('2014-12-01'), check('Dental Check', '2015-11-02', status)], '2015-12-15'),
    ).toMatchObject([{ dueAt: '2015-12-01', state: 'overdue', days: 14 }])
})

test('the return’s word for a year stands for a check whose day nobody recorded', () => {
  const year = record(yearlyHealthReturn, { year: 2015, teethChecked: true })
  expect(due(dentalCheck, [child('2002-01-10'), care('2014-12-01'), year], '2015-12-15')).toMatchObject([
    { stoppedAt: '2015-03-31', state: 'met' },
    { dueAt: '2016-03-31', state: 'running' },
  ])
})

holdsItsDates(sightTest, {
  start: (day) => [child('2005-01-10'), care('2012-12-03'), check('Optician', day)],
  stop: (day) => [check('Sight test', day)],
  dates: [
    ['2013-12-25', '2015-12-25', 'two years to the day, Christmas Day'],
    ['2016-02-29', '2018-02-28', 'there is no 29 February in 2018'],
  ],
  which: ({ startedAt }) => startedAt === '2013-12-25' || startedAt === '2016-02-29',
})

test('without a first sight test nothing is due by this rule, nor after the eighteenth birthday', () => {
  expect(due(sightTest, [child('2005-01-10'), care('2012-12-03')], '2016-03-01')).toEqual([])
  const grown = [child('1997-05-01'), care('2012-12-03'), check('Optician', '2014-02-03')]
  expect(due(sightTest, grown, '2016-03-01')).toEqual([])
})

holdsItsDates(questionnaire, {
  start: (day) => [child('2005-01-10'), care('2014-12-01'), score(day)],
  stop: (day) => [score(day)],
  dates: twelveMonths,
  which: startsThen,
})

test('the first questionnaire is due a year after coming into care, for a child under four a year after the fourth birthday', () => {
  expect(due(questionnaire, [child('2005-01-10'), care('2015-06-01')], '2015-07-01')).toMatchObject([{ dueAt: '2016-06-01' }])
  expect(due(questionnaire, [child('2012-08-15'), care('2015-06-01')], '2016-10-01')).toMatchObject([
    { startedAt: '2016-08-15', dueAt: '2017-08-15' },
  ])
  expect(due(questionnaire, [child('1999-04-01'), care('2015-06-01')], '2016-10-01')).toEqual([])
})

test('a reason why there is no score stops it as a score does', () => {
  const refused = [child('2002-01-10'), care('2014-12-01'), score('2015-11-20', { noScoreReason: 'SDQ2' })]
  expect(due(questionnaire, refused, '2015-12-15')[0]).toMatchObject({ stoppedAt: '2015-11-20', state: 'met' })
})

const said = (updatedOn: string, upToDate = true) => record(immunisation, { updatedOn, upToDate })

holdsItsDates(immunisationsUpToDate, {
  start: (day) => [child('2005-01-10'), care(day)],
  stop: (day) => [said(day)],
  dates: [
    ['2015-06-01', '2016-03-31', 'the 31 March after coming into care'],
    ['2016-03-20', '2016-03-31', 'though that is soon, and Easter lies between'],
    ['2016-03-31', '2017-03-31', 'came on 31 March: the next'],
  ],
  which: ({ dueAt, startedAt }) => startedAt !== '2016-04-01' && dueAt !== '2018-03-31' && startedAt !== '2017-04-01',
})

test('what was said in a year is said again by the next 31 March', () => {
  expect(due(immunisationsUpToDate, [care('2015-06-01'), said('2015-09-14')], '2016-05-01')).toMatchObject([
    { dueAt: '2016-03-31', state: 'met' },
    { startedAt: '2016-04-01', dueAt: '2017-03-31', state: 'running' },
  ])
})

test('that they are not up to date stops nothing', () => {
  expect(due(immunisationsUpToDate, [care('2015-06-01'), said('2015-09-14', false)], '2016-05-01')).toMatchObject([{ state: 'overdue' }])
})

test('as only the last statement is held, nothing is said of years long before it; the return fills them', () => {
  const long = [care('2013-06-03'), said('2016-01-11')]
  expect(due(immunisationsUpToDate, long, '2016-05-01')).toMatchObject([{ dueAt: '2017-03-31' }])
  const year = record(yearlyHealthReturn, { year: 2015, immunisationsUpToDate: true })
  expect(due(immunisationsUpToDate, [...long, year], '2016-05-01').map(({ dueAt, state }) => [dueAt, state])).toEqual([
    ['2016-03-31', 'met'],
    ['2017-03-31', 'running'],
  ])
})

const given = (givenOn: string) => record(healthSummary, { givenOn })

holdsItsDates(healthSummaryGiven, {
  start: (day) => [child(bornOn[day]!), care('2013-06-03')],
  stop: (day) => [given(day)],
  dates: [
    ['2014-12-25', '2016-12-25', 'the eighteenth birthday, Christmas Day'],
    ['2016-02-29', '2018-03-01', 'born on 29 February: 18 on 1 March'],
  ],
})
const bornOn: Readonly<Record<string, string>> = { '2014-12-25': '1998-12-25', '2016-02-29': '2000-02-29' }

test('it is due to whoever was in care at 16 or after, though they have left; not to whoever left before', () => {
  expect(due(healthSummaryGiven, [child('1999-05-01'), care('2015-06-01', '2015-12-01')], '2016-02-01')).toMatchObject([
    { startedAt: '2015-06-01', dueAt: '2017-05-01', state: 'running' },
  ])
  expect(due(healthSummaryGiven, [child('1999-05-01'), care('2013-06-03', '2015-05-01')], '2016-02-01')).toEqual([])
})
