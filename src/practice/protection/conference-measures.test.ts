import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { person } from '../person/records.ts'
import { planAction } from '../planning/records.ts'
import { readQuorate } from './conference-facts.ts'
import { conferenceMeasures } from './conference-measures.ts'
import { paperMeasures } from './paper-measures.ts'
import { meetingPaperwork } from './paperwork.ts'
import { childProtectionPlan, childProtectionReview, initialConference, section47Enquiry } from './records.ts'

const the = (id: string) => conferenceMeasures.find((each) => each.id === id) as (typeof conferenceMeasures)[number]

/** An initial conference on Monday 18 March 2024, two weeks after the strategy discussion. */
const initial = (papers: { reportSharedOn?: string; minutesSentOn?: string } = {}) => [
  record(section47Enquiry, { id: 'e', strategyDiscussionAt: '2024-03-04' }),
  record(initialConference, { id: 'c', enquiry: 'e', heldOn: '2024-03-18' }),
  record(meetingPaperwork, { meeting: 'initial conference', meetingOn: '2024-03-18', initialConference: 'c', ...papers }),
]

/** A review on Monday 18 March 2024. */
const review = (papers: { reportSharedOn?: string; minutesSentOn?: string } = {}) => [
  record(childProtectionPlan, { id: 'p', startedOn: '2024-01-08' }),
  record(childProtectionReview, { id: 'r', plan: 'p', heldOn: '2024-03-18' }),
  record(meetingPaperwork, { meeting: 'protection review', meetingOn: '2024-03-18', childProtectionReview: 'r', ...papers }),
]

test('a report is on time two working days before an initial conference, five before a review', () => {
  const lives = [
    initial({ reportSharedOn: '2024-03-14' }),
    initial({ reportSharedOn: '2024-03-15' }),
    initial(),
    review({ reportSharedOn: '2024-03-11' }),
    review({ reportSharedOn: '2024-03-12' }),
  ]
  expect(figure(the('conf-reports-time'), lives, '2024-03')).toMatchObject({ value: 40, numerator: 2, denominator: 5 })
})

test('a conference held on the day of the strategy discussion gave no time for a report', () => {
  const life = [
    record(section47Enquiry, { id: 'e', strategyDiscussionAt: '2024-03-18' }),
    record(initialConference, { id: 'c', enquiry: 'e', heldOn: '2024-03-18' }),
  ]
  expect(figure(the('conf-reports-time'), [life], '2024-03')).toMatchObject({ value: null, denominator: 0 })
})

test('the record of a conference counts in the month in which it was due', () => {
  // 20 working days after Monday 18 March 2024, with Easter, is Wednesday 17 April.
  const lives = [initial({ minutesSentOn: '2024-04-17' }), review({ minutesSentOn: '2024-04-18' }), review()]
  expect(figure(the('conf-minutes-time'), lives, '2024-04')).toMatchObject({ numerator: 1, denominator: 3 })
  expect(figure(the('conf-minutes-time'), lives, '2024-03')).toMatchObject({ denominator: 0 })
})

test('reviews are quorate as they say, in whichever words; one that does not say is left out', () => {
  const lives = ['Y', 'Quorate', 'No', 'one agency sent a report', null].map((quorate) => [
    record(childProtectionReview, { heldOn: '2024-03-31', quorate }),
  ])
  expect(figure(the('conf-quorate'), lives, '2024-03')).toMatchObject({ numerator: 2, denominator: 3 })
  expect(['yes', 'Inquorate', 'Non-quorate', ''].map(readQuorate)).toEqual([true, false, false, null])
})

test('the child’s part is asked from the fourth birthday, and to be there without a view is not to take part', () => {
  const held = (participation: string | null, bornOn: string | null = '2016-05-05') => [
    record(person, { bornOn }),
    record(childProtectionReview, { heldOn: '2024-03-15', participation }),
  ]
  const lives = [
    held('PN1'),
    held('PN6'),
    held('PN4'),
    held('PN7'),
    held(null),
    held('PN0', '2020-03-16'),
    held('PN0', '2020-03-15'),
    held('PN3', '2020-03-15'),
    held('PN1', null),
  ]
  expect(figure(the('conf-participation'), lives, '2024-03')).toMatchObject({ value: 60, numerator: 3, denominator: 5 })
  expect(figure(the('conf-participation'), lives, '2025-02')).toMatchObject({ denominator: 5 })
  expect(figure(the('conf-participation'), lives, '2025-03')).toMatchObject({ value: null })
})

const paper = (id: string) => paperMeasures.find((each) => each.id === id) as (typeof paperMeasures)[number]
const papersOf = (says: object) => [record(meetingPaperwork, { meeting: 'looked after review', meetingOn: '2016-02-10', ...says })]

test('a report shared on the day of the meeting was not shared before it; a meeting of whose papers nothing is dated is left out', () => {
  const lives = [
    papersOf({ reportSharedOn: '2016-02-09' }),
    papersOf({ reportSharedOn: '2016-02-10' }),
    papersOf({ minutesSentOn: '2016-03-01' }),
    papersOf({ sentTo: 'Mother' }),
  ]
  expect(figure(paper('report-before-meeting'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 3 })
})

test('what was sent later than three months after the meeting was not sent, and is told three months after it', () => {
  const lives = [
    papersOf({ minutesSentOn: '2016-05-10' }),
    papersOf({ minutesSentOn: '2016-05-11' }),
    papersOf({ minutesWrittenOn: '2016-03-01' }),
  ]
  expect(figure(paper('minutes-sent'), lives, '2016-05')).toMatchObject({ numerator: 1, denominator: 3 })
  expect(figure(paper('minutes-sent'), lives, '2016-04')).toMatchObject({ value: null })
})

test('a plan is updated by an action agreed from the review to ten working days after it', () => {
  // Ten working days after Monday 1 February 2016 is Monday 15 February.
  const held = record(childProtectionReview, { heldOn: '2016-02-01' })
  const plan = (endedOn: string | null = null) => record(childProtectionPlan, { startedOn: '2015-10-05', endedOn })
  const agreed = (agreedOn: string, plan = 'protection') => record(planAction, { plan, what: 'Visit', agreedOn })
  const lives = [
    [plan(), held, agreed('2016-02-01')],
    [plan(), held, agreed('2016-02-15')],
    [plan(), held, agreed('2016-02-16')],
    [plan(), held, agreed('2015-10-05'), agreed('2016-02-05', 'in need')],
    // The plan ended; and of this child no action is recorded at all.
    [plan('2016-02-10'), held, agreed('2015-10-05')],
    [plan(), held],
  ]
  expect(figure(paper('cpp-plan-updated'), lives, '2016-02')).toMatchObject({ numerator: 2, denominator: 4 })
})
