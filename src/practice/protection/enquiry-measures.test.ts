import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { enquiryMeasures } from './enquiry-measures.ts'
import { childProtectionPlan, initialConference, section47Enquiry } from './records.ts'
import { seriousIncident } from './serious-incidents.ts'

const the = (id: string) => enquiryMeasures.find((each) => each.id === id) as (typeof enquiryMeasures)[number]
const enquiry = (strategyDiscussionAt: string, id = 'e') => record(section47Enquiry, { id, strategyDiscussionAt })
const conference = (heldOn: string, more: { enquiry?: string; transferIn?: boolean; targetOn?: string; ledToPlan?: boolean } = {}) =>
  record(initialConference, { heldOn, ...more })

test('enquiries count by the day of the strategy discussion, the first and the last of the twelve months', () => {
  const lives = ['2023-03-31', '2023-04-01 10:00:00', '2024-03-31 23:00:00', '2024-04-01'].map((day) => [enquiry(day)])
  expect(figure(the('s47-rate'), lives, '2024-03', { people: 4_000 })).toMatchObject({ numerator: 2, value: 5 })
})

test('a conference comes of the enquiry that it names, else of the last before it; one from elsewhere of none', () => {
  const lives = [
    [enquiry('2024-02-02', 'a'), enquiry('2024-03-01', 'b'), conference('2024-03-14', { enquiry: 'a' })],
    [enquiry('2024-02-02', 'c'), enquiry('2024-03-01', 'd'), conference('2024-03-14')],
    [enquiry('2024-02-02', 'e'), conference('2024-03-14', { transferIn: true })],
    [enquiry('2024-02-02', 'f'), record(initialConference, { enquiry: 'f', targetOn: '2024-02-23' })],
  ]
  expect(figure(the('s47-to-icpc'), lives, '2024-03')).toMatchObject({ numerator: 2, denominator: 6 })
})

test('an enquiry ended in no further action as it says, or by its outcome; one that says nothing is left out', () => {
  const ended = (says: { noFurtherAction?: boolean; outcomes?: Readonly<Record<string, string>> }) => [
    record(section47Enquiry, { strategyDiscussionAt: '2024-03-01', completedOn: '2024-03-15', ...says }),
  ]
  const lives = [
    ended({ noFurtherAction: true }),
    ended({ outcomes: { NFA_FLAG: 'Y' } }),
    ended({ outcomes: { NFA_CONTINUE_SINGLE_FLAG: 'Y' } }),
    ended({ outcomes: { CP_CONFERENCE_FLAG: 'Y' } }),
    ended({}),
    [enquiry('2024-03-01')],
  ]
  expect(figure(the('s47-nfa'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
})

test('conferences count, transfers apart; a child with two counts twice', () => {
  const lives = [[conference('2024-03-01'), conference('2023-04-01')], [conference('2024-03-31', { transferIn: true })]]
  expect(figure(the('icpc-rate'), lives, '2024-03', { people: 2_000 })).toMatchObject({ numerator: 2, value: 10 })
})

test('a conference is in time on the 15th working day after the strategy discussion', () => {
  // Friday 2 February 2024; 15 working days later is Friday 23 February.
  const lives = [
    [enquiry('2024-02-02 14:00:00'), conference('2024-02-23', { enquiry: 'e' })],
    [enquiry('2024-02-02 14:00:00'), conference('2024-02-26', { enquiry: 'e' })],
    [conference('2024-02-23', { targetOn: '2024-02-23' })],
    // Nothing says since when.
    [conference('2024-02-23')],
  ]
  expect(figure(the('icpc-15'), lives, '2024-02')).toMatchObject({ numerator: 2, denominator: 3 })
  expect(figure(the('icpc-15'), [], '2024-02')).toMatchObject({ value: null })
})

test('a conference led to a plan as it says, or as a plan of its day shows', () => {
  const lives = [
    [conference('2024-02-23', { ledToPlan: true })],
    [conference('2024-02-23', { ledToPlan: false })],
    [conference('2024-02-23'), record(childProtectionPlan, { startedOn: '2024-02-23' })],
    [record(initialConference, { heldOn: '2024-02-23', outcomes: { PROV_OF_SERVICES_FLAG: 'Y' } })],
    [conference('2024-02-23'), record(childProtectionPlan, { startedOn: '2024-03-08' })],
  ]
  expect(figure(the('icpc-to-plan'), lives, '2024-02')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
})

test('a serious incident counts when it is notified', () => {
  const known = { becameAwareOn: '2024-03-28' }
  const lives = [
    [record(seriousIncident, { ...known, notifiedOn: '2024-03-31' })],
    [record(seriousIncident, { ...known, notifiedOn: '2024-04-02' })],
    [record(seriousIncident, { ...known, needNotNotifyOn: '2024-03-29' })],
  ]
  expect(figure(the('serious-incidents'), lives, '2024-03')).toMatchObject({ value: 1 })
  expect(figure(the('serious-incidents'), lives, '2025-03')).toMatchObject({ value: 1 })
  expect(figure(the('serious-incidents'), lives, '2025-04')).toMatchObject({ value: 0 })
})
