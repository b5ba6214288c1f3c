import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { assessment } from '../assessment/records.ts'
import { ageBand } from '../dimensions.ts'
import { person } from '../person/records.ts'
import { frontDoorMeasures } from './measures.ts'
import { contact, referral } from './records.ts'

const the = (id: string) => frontDoorMeasures.find((each) => each.id === id) as (typeof frontDoorMeasures)[number]
const referred = (...days: readonly string[]) => days.map((receivedOn) => record(referral, { receivedOn }))

test('a child referred twice in a month counts twice, on the first and on the last day of it', () => {
  const lives = [referred('2016-01-31', '2016-02-01', '2016-02-29'), referred('2016-03-01')]
  expect(figure(the('referrals'), lives, '2016-02')).toMatchObject({ value: 2 })
})

test('a referral is a re-referral up to the day twelve months after the one before, and not on the same day', () => {
  const lives = [referred('2015-02-28', '2016-02-28'), referred('2015-02-27', '2016-02-28'), referred('2016-02-10', '2016-02-10')]
  // Four in the twelve months to February 2016: those of a year before are in the year before.
  expect(figure(the('re-referrals'), lives, '2016-02')).toEqual({ period: '2016-02', value: 25, numerator: 1, denominator: 4 })
})

test('where nothing happened there is no share, and 0 of a count', () => {
  expect(figure(the('re-referrals'), [], '2016-02')).toMatchObject({ value: null, denominator: 0 })
  expect(figure(the('referrals'), [], '2016-02')).toMatchObject({ value: 0 })
})

test('a rate is to the children under 18 of the area', () => {
  const lives = [referred('2015-02-28', '2015-03-01', '2016-02-29')]
  expect(figure(the('referrals-rate'), lives, '2016-02', { people: 40_000 })).toMatchObject({ numerator: 2, value: 0.5 })
})

test('a child counts in the age band of the day it happened: on the birthday, in the next', () => {
  const lives = ['2006-02-10', '2006-02-11'].map((bornOn) => [record(person, { bornOn }), ...referred('2016-02-10')])
  expect(figure(the('referrals'), lives, '2016-02', { by: [ageBand, '10'] })).toMatchObject({ value: 1 })
  expect(figure(the('referrals'), lives, '2016-02', { by: [ageBand, '5'] })).toMatchObject({ value: 1 })
})

const contacted = (receivedAt: string, outcomes: Readonly<Record<string, string>> | null = null, decidedAt: string | null = null) =>
  record(contact, { receivedAt, outcomes, decidedAt })

test('contacts are counted and not children, by what came of them', () => {
  const lives = [
    [contacted('2016-02-01 09:00:00', { NFA_FLAG: 'Y' }), contacted('2016-02-29 23:59:00', { ADVICE_FLAG: 'Y', MISSING_FLAG: 'Y' })],
    [contacted('2016-03-01 00:00:00', { NFA_FLAG: 'Y' })],
  ]
  expect(figure(the('contacts'), lives, '2016-02')).toMatchObject({ value: 2 })
  expect(figure(the('contacts'), lives, '2016-02', { by: ['outcome', 'NFA_FLAG'] })).toMatchObject({ value: 1 })
  expect(figure(the('contacts'), lives, '2016-02', { by: ['outcome', 'SEVERAL'] })).toMatchObject({ value: 1 })
  expect(figure(the('contacts-rate'), lives, '2016-02', { people: 8_000 })).toMatchObject({ numerator: 2, value: 2.5 })
})

test('a contact becomes a referral where its outcome is a new referral, not where it has another outcome or none', () => {
  const lives = [
    [contacted('2016-02-01', { NEW_REFERRAL_FLAG: 'Y', CP_ENQUIRY_FLAG: 'Y' })],
    [contacted('2016-02-02', { NEW_REFERRAL_FLAG: 'N', NFA_FLAG: 'Y' })],
    [contacted('2016-02-03', { EXISTING_REFERRAL_FLAG: 'Y' })],
    [contacted('2016-02-29')],
  ]
  expect(figure(the('contact-to-referral'), lives, '2016-02')).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
})

test('contacts and referrals of a Friday are to be decided by Monday, whatever the urgency of a contact', () => {
  const lives = [
    // Friday 29 January 2016; the next working day is Monday 1 February.
    [contacted('2016-01-29 16:00:00', { NFA_FLAG: 'Y' }, '2016-02-01 17:30:00')],
    [contacted('2016-01-29 16:00:00', { NFA_FLAG: 'Y' }, '2016-02-02 09:00:00')],
    [record(contact, { receivedAt: '2016-02-10 09:00:00', urgency: 'green', decidedAt: '2016-02-12 09:00:00' })],
    [record(contact, { receivedAt: '2016-02-10 09:00:00', urgency: 'red', decidedAt: '2016-02-10 20:00:00' })],
    [record(referral, { receivedOn: '2016-02-10', decidedOn: '2016-02-11' })],
    // The outcome is known and its day is not: it can be held against nobody.
    [contacted('2016-02-10 09:00:00', { ADVICE_FLAG: 'Y' })],
    // Due on Tuesday 1 March.
    [contacted('2016-02-29 09:00:00', { NFA_FLAG: 'Y' }, '2016-02-29 10:00:00')],
  ]
  expect(figure(the('contact-decision-1wd'), lives, '2016-02')).toMatchObject({ value: 60, numerator: 3, denominator: 5 })
  expect(figure(the('contact-decision-1wd'), lives, '2016-02', { by: ['what', 'referral'] })).toMatchObject({
    numerator: 1,
    denominator: 1,
  })
})

test('a referral that is not decided by the next working day is late, and one never decided too', () => {
  const lives = [
    [record(referral, { receivedOn: '2016-02-10', decidedOn: '2016-02-11' })],
    [record(referral, { receivedOn: '2016-02-10', decidedOn: '2016-02-12' })],
    [record(referral, { receivedOn: '2016-02-10' })],
  ]
  expect(figure(the('referral-decision-1wd'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 3 })
})

test('no further action on a referral is what the record says, and not that nothing is said', () => {
  const lives = [true, false, null].map((noFurtherAction) => [record(referral, { receivedOn: '2016-02-10', noFurtherAction })])
  expect(figure(the('referrals-nfa'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 3 })
})

test('a referral was found not in need by its reason for closure, or where it gives none by its last assessment', () => {
  const closed = (closureReason: string | null, ...more: { readonly authorisedOn: string; readonly noFurtherAction: boolean }[]) => [
    record(referral, { id: 'r', receivedOn: '2016-02-10', closedOn: '2016-03-31', closureReason }),
    ...more.map((each) => record(assessment, { referral: 'r', startedOn: '2016-02-11', ...each })),
  ]
  const lives = [
    closed('RC8'),
    closed('RC9'),
    closed('RC7', { authorisedOn: '2016-03-31', noFurtherAction: true }),
    closed(null, { authorisedOn: '2016-03-01', noFurtherAction: false }, { authorisedOn: '2016-03-31', noFurtherAction: true }),
    closed(null, { authorisedOn: '2016-03-01', noFurtherAction: true }, { authorisedOn: '2016-03-31', noFurtherAction: false }),
    [record(referral, { receivedOn: '2016-02-10' })],
    // Nothing was done at all.
    [record(referral, { receivedOn: '2016-02-10', closedOn: '2016-02-11', closureReason: 'RC8', noFurtherAction: true })],
    [record(referral, { receivedOn: '2016-02-10', closedOn: '2016-02-11', noFurtherAction: true })],
  ]
  expect(figure(the('referrals-not-in-need'), lives, '2016-03')).toMatchObject({ value: 37.5, numerator: 3, denominator: 8 })
  // The last assessment says so, or only the first.
  expect(figure(the('referrals-not-in-need'), lives.slice(3, 4), '2016-03')).toMatchObject({ value: 100 })
  expect(figure(the('referrals-not-in-need'), lives.slice(4, 5), '2016-03')).toMatchObject({ value: 0 })
})

test('answers that say nothing are a share of those given', () => {
  const lives = [
    [record(referral, { receivedOn: '2016-02-01', sourceCode: '10', primaryNeed: 'N0' })],
    [record(referral, { receivedOn: '2016-02-02', sourceCode: '9', primaryNeed: 'N1' })],
    [record(referral, { receivedOn: '2016-02-29' })],
  ]
  expect(figure(the('referral-source-hides'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
  expect(figure(the('need-not-stated'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
  expect(figure(the('referral-days-edge'), lives, '2016-02')).toMatchObject({ numerator: 2, denominator: 3 })
})

test('of cases closed, those “for any other reason”; a referral with no further action opened none', () => {
  const closed = (closureReason: string | null, says: object = {}) => [
    record(referral, { receivedOn: '2015-05-05', closedOn: '2016-02-10', closureReason, ...says }),
  ]
  const lives = [closed('RC7'), closed('RC8'), closed(null), closed('RC7', { noFurtherAction: true })]
  expect(figure(the('closure-other'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
  expect(figure(the('closure-days-edge'), lives, '2016-02')).toMatchObject({ value: 0, denominator: 3 })
})

test('a contact with “other outcomes” alone hides what came of it', () => {
  const received = (...flags: readonly string[]) => [
    record(contact, { receivedAt: '2016-02-10', outcomes: Object.fromEntries(flags.map((flag) => [flag, 'Y'])) }),
  ]
  const lives = [
    received('OTHER_OUTCOMES_EXIST_FLAG'),
    received('ADVICE_FLAG'),
    received('ADVICE_FLAG', 'OTHER_OUTCOMES_EXIST_FLAG'),
    received(),
  ]
  expect(figure(the('contact-outcome-other'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
})
