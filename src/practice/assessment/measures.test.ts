import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { factsIn, figure, type Life } from '../../../test/support/facts.ts'
import { ageBand } from '../dimensions.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedPlan, childInNeedVisit } from '../in-need/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { childProtectionPlan, section47Enquiry } from '../protection/records.ts'
import { assessmentsOpen, factorsAtAssessment } from './facts.ts'
import { assessmentMeasures } from './measures.ts'
import { assessment, assessmentFactors } from './records.ts'

const the = (id: string) => assessmentMeasures.find((each) => each.id === id) as (typeof assessmentMeasures)[number]
const assessed = (startedOn: string | null, authorisedOn: string | null = null, more: Parameters<typeof told>[0] = {}) => [
  told({ startedOn, authorisedOn, ...more }),
]
const told = (
  says: Partial<Record<'startedOn' | 'authorisedOn' | 'referral', string | null>> &
    Partial<Record<'childSeen' | 'noFurtherAction', boolean | null>>,
) => record(assessment, says)

// 45 working days after Thursday 1 February 2024, Good Friday and Easter Monday left out, is Monday 8 April.

test('an assessment is in time on the 45th working day from its start, and late on the day after', () => {
  const lives = [assessed('2024-02-01', '2024-04-08'), assessed('2024-02-01', '2024-04-09'), assessed('2024-02-01')]
  expect(figure(the('assessments-45'), lives, '2024-04')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  expect(figure(the('assessments-45'), lives, '2024-03')).toMatchObject({ value: null, denominator: 0 })
})

test('every assessment authorised in the twelve months counts, and is told in time only where it can be', () => {
  const closedBefore = [
    record(referral, { id: 'r', receivedOn: '2024-01-31', closedOn: '2024-03-01' }),
    told({ referral: 'r', startedOn: '2024-02-01', authorisedOn: '2024-03-15' }),
  ]
  const lives = [
    assessed('2023-03-01', '2023-03-31'),
    assessed('2023-03-01', '2023-04-01'),
    assessed('2024-02-01', '2024-03-31'),
    assessed(null, '2024-03-31'),
    closedBefore,
  ]
  expect(figure(the('assessments-rate'), lives, '2024-03', { people: 20_000 })).toMatchObject({ numerator: 4, value: 2 })
  expect(figure(the('assessments-45'), lives, '2024-03')).toMatchObject({ numerator: 2, denominator: 2 })
})

test('a child assessed on the fifth birthday is five', () => {
  const life = [record(person, { bornOn: '2019-03-15' }), ...assessed('2024-02-01', '2024-03-15')]
  expect(figure(the('assessments-rate'), [life], '2024-03', { people: 10_000, by: [ageBand, '5'] })).toMatchObject({ numerator: 1 })
})

test('the median is of working days from the start to the authorisation', () => {
  // 1, 2 and 45 working days.
  const lives = [assessed('2024-02-01', '2024-02-02'), assessed('2024-02-02', '2024-02-06'), assessed('2024-02-01', '2024-04-08')]
  expect(figure(the('assessment-median-days'), lives, '2024-04')).toMatchObject({ value: 2, denominator: 3 })
  expect(figure(the('assessment-median-days'), [], '2024-04')).toMatchObject({ value: null })
})

test('an open assessment is past 45 working days from the day after, until it is authorised or its case closes', () => {
  const closed = (closedOn: string) => [
    record(referral, { id: 'r', receivedOn: '2024-01-31', closedOn }),
    told({ referral: 'r', startedOn: '2024-02-01' }),
  ]
  const lives = [
    assessed('2024-02-01'),
    assessed('2024-04-30'),
    assessed('2024-02-01', '2024-05-01'),
    assessed('2024-02-01', '2024-04-30'),
    closed('2024-04-12'),
    closed('2024-05-20'),
  ]
  expect(figure(the('assessments-open-over-45'), lives, '2024-04')).toMatchObject({ value: 75, numerator: 3, denominator: 4 })
  // Of those of March none was late; the case that would close on 12 April was open.
  expect(figure(the('assessments-open-over-45'), lives, '2024-03')).toMatchObject({ value: 0, numerator: 0, denominator: 5 })
})

test('a case closed within 45 working days leaves its assessment counted while it was open', () => {
  const life = [
    record(referral, { id: 'r', receivedOn: '2024-01-31', closedOn: '2024-03-01' }),
    told({ referral: 'r', startedOn: '2024-02-01' }),
  ]
  expect(factsIn(assessmentsOpen, life)).toMatchObject([{ on: '2024-02-01', until: '2024-03-01', says: { inTime: true } }])
})

test('the child was seen where the assessment says so; a child not yet born could not be', () => {
  const lives = [true, false, null].map((childSeen) => assessed('2024-02-01', '2024-03-15', { childSeen }))
  const unborn = [record(person, { expectedOn: '2024-05-01' }), ...assessed('2024-02-01', '2024-03-15')]
  const bornThatDay = [record(person, { bornOn: '2024-03-15' }), ...assessed('2024-02-01', '2024-03-15', { childSeen: true })]
  const bornAfter = [record(person, { bornOn: '2024-03-16' }), ...assessed('2024-02-01', '2024-03-15')]
  expect(figure(the('assessment-child-seen'), [...lives, unborn, bornThatDay, bornAfter], '2024-03')).toMatchObject({
    value: 50,
    numerator: 2,
    denominator: 4,
  })
})

test('no further action is said outright or by an outcome; where neither is, the assessment is left out', () => {
  const outcome = (code: string) => [record(assessment, { startedOn: '2024-02-01', authorisedOn: '2024-03-15', outcomes: { [code]: 'Y' } })]
  const lives = [
    assessed('2024-02-01', '2024-03-15', { noFurtherAction: true }),
    assessed('2024-02-01', '2024-03-15', { noFurtherAction: false }),
    assessed('2024-02-01', '2024-03-15'),
    outcome('NFA_S47_END_FLAG'),
    outcome('PROV_OF_SERVICES_FLAG'),
  ]
  expect(figure(the('assessment-nfa'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
})

test('a factor’s share is out of all assessments whose factors are recorded', () => {
  const found = (factors: readonly string[] | null, authorisedOn = '2024-03-15') => [
    record(assessment, { id: 'a', startedOn: '2024-02-01', authorisedOn }),
    ...(factors === null ? [] : [record(assessmentFactors, { assessment: 'a', factors })]),
  ]
  const lives = [found(['3B', '4B']), found(['3B']), found(['16A']), found(['21']), found(null), found(['3B'], '2024-04-01')]
  const share = (code: string) => figure(the('assessment-factors'), lives, '2024-03', { by: ['factors', code] })
  expect(share('3B')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
  expect(share('16A')).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
  expect(share('1A')).toMatchObject({ value: 0, numerator: 0, denominator: 4 })
})

test('in whole it is the share of assessments in which any factor was found: "no factors found" is none', () => {
  const found = (...factors: string[]) => [
    record(assessment, { id: 'a', startedOn: '2024-02-01', authorisedOn: '2024-03-15' }),
    record(assessmentFactors, { assessment: 'a', factors }),
  ]
  expect(figure(the('assessment-factors'), [found('3B', '4B'), found('21'), found('16A')], '2024-03')).toMatchObject({
    numerator: 2,
    denominator: 3,
  })
  expect(factsIn(factorsAtAssessment, found('4B', '3B'))).toMatchObject([{ says: { factors: ['3B', '4B'], any: true } }])
})

test('an assessment is asked for what it says of the child only where its text is held, and the child is born', () => {
  const written = (says: object) => [record(assessment, { startedOn: '2024-02-01', authorisedOn: '2024-03-01', ...says })]
  const lives = [
    written({ childsView: 'Tired of moving.', childsIdentity: 'Speaks two languages.', analysis: 'What it means.' }),
    written({ analysis: 'What it means.' }),
    written({}),
    [record(person, { expectedOn: '2024-06-01' }), ...written({ analysis: 'What it means.' })],
  ]
  expect(figure(the('assessment-childs-view'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  expect(figure(the('assessment-identity'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
})

test('days to the start of an assessment are counted from the referral it names, once a referral', () => {
  const received = record(referral, { id: 'r', receivedOn: '2024-02-01' })
  const lives = [
    [received, told({ referral: 'r', startedOn: '2024-02-05' }), told({ referral: 'r', startedOn: '2024-02-26' })],
    [received, told({ referral: 'r', startedOn: '2024-02-11' })],
    assessed('2024-02-11'),
  ]
  expect(figure(the('assessment-start-days'), lives, '2024-02')).toMatchObject({ value: 7, denominator: 2 })
})

test('a child is seen early on the tenth working day, and late on the day after', () => {
  // Ten working days after Thursday 1 February 2024 is Thursday 15 February.
  const visited = (visitedOn: string) => [
    record(person, { bornOn: '2016-05-05' }),
    ...assessed('2024-02-01'),
    record(childInNeedVisit, { visitedOn, childSeen: true }),
  ]
  const lives = [visited('2024-02-15'), visited('2024-02-16'), [record(person, { bornOn: '2016-05-05' }), ...assessed('2024-02-01')]]
  expect(figure(the('assessment-seen-early'), lives, '2024-02')).toMatchObject({ numerator: 1, denominator: 3 })
})

test('an assessment carries a plan in need for twelve months, and nothing is asked of it in care', () => {
  const plan = record(childInNeedPlan, { startedOn: '2023-01-09' })
  const life = [record(person, { bornOn: '2016-05-05' }), ...assessed('2022-12-01', '2023-01-05'), plan]
  const at = (month: string, lives: readonly Life[] = [life]) => figure(the('plans-assessed-12m'), lives, month)
  expect(at('2023-12')).toMatchObject({ value: 100 })
  expect(at('2024-01')).toMatchObject({ value: 0, denominator: 1 })
  expect(at('2024-01', [[...life, record(periodOfCare, { startedOn: '2023-06-01' })]])).toMatchObject({ value: null })
})

test('after an enquiry a child who was assessed before is assessed anew within a month', () => {
  const enquiry = record(section47Enquiry, { strategyDiscussionAt: '2024-02-12 10:00:00' })
  const before = told({ startedOn: '2023-05-01', authorisedOn: '2023-06-01' })
  const lives = [
    [before, enquiry, told({ startedOn: '2024-03-12' })],
    [before, enquiry, told({ startedOn: '2024-03-13' })],
    [before, enquiry, told({ startedOn: '2023-10-02', authorisedOn: '2023-11-12' })],
    [before, enquiry],
    // Nobody had assessed this child; and this one is in care, where other rules are.
    [enquiry],
    [before, enquiry, record(periodOfCare, { startedOn: '2024-02-12' })],
  ]
  expect(figure(the('assessment-renewed'), lives, '2024-03')).toMatchObject({ numerator: 2, denominator: 4 })
  expect(figure(the('assessment-renewed'), lives, '2024-02')).toMatchObject({ value: null })
})

test('after a child protection plan it is asked where a plan in need follows', () => {
  const before = told({ startedOn: '2023-05-01', authorisedOn: '2023-06-01' })
  const ended = record(childProtectionPlan, { startedOn: '2023-06-05', endedOn: '2024-02-12' })
  const lives = [
    [before, ended, record(childInNeedPlan, { startedOn: '2024-02-13' })],
    [before, ended, record(childInNeedPlan, { startedOn: '2024-02-13', endedOn: '2024-03-01' })],
    [before, ended],
  ]
  expect(figure(the('assessment-renewed'), lives, '2024-03', { by: ['change', 'plan ended'] })).toMatchObject({ value: 0, denominator: 1 })
})

test('“other” hides where nothing else was found, and a day is at the edge of its month on the first or last of it', () => {
  const found = (factors: readonly string[], id: string) => [
    record(assessment, { id, startedOn: '2024-02-01', authorisedOn: '2024-02-29' }),
    record(assessmentFactors, { assessment: id, factors }),
  ]
  const lives = [found(['20'], 'a'), found(['20', '4A'], 'b'), found(['21'], 'c'), assessed('2024-02-01', '2024-02-28')]
  expect(figure(the('factors-only-other'), lives, '2024-02')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  expect(figure(the('assessment-days-edge'), lives, '2024-02')).toMatchObject({ value: 75, numerator: 3, denominator: 4 })
})
