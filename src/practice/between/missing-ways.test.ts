import { describe, expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { factsIn, type Life } from '../../../test/support/facts.ts'
import { managementOversight } from '../allocation/management-oversight.ts'
import { assessment } from '../assessment/records.ts'
import { lookedAfterReview } from '../looked-after/records.ts'
import { missingEpisode, missingMeeting, returnHomeInterview } from '../missing/records.ts'
import { person } from '../person/records.ts'
import { planAction } from '../planning/records.ts'
import { section47Enquiry } from '../protection/records.ts'
import { protocolReferral } from '../protection/protocol-referrals.ts'
import { childrenWhoCouldFall } from './facts.ts'

/** Whether a child falls between in one way on a day; null where it could not happen to them then. */
function between(code: string, life: Life, day: string): boolean | null {
  const fact = factsIn(childrenWhoCouldFall, life).find(
    ({ on, until, says }) => says?.['how'] === code && on <= day && (!until || day < until),
  )
  return (fact?.says?.['between'] as boolean | undefined) ?? null
}

/** On each of some days, in one way. */
const on = (code: string, life: Life, ...days: readonly string[]): readonly (boolean | null)[] =>
  days.map((day) => between(code, life, day))

const born = (bornOn: string) => record(person, { bornOn })
const went = (day: string, says: object = {}) => record(missingEpisode, { wentMissingAt: `${day} 21:00:00`, type: 'M', ...says })
const back = (day: string, says: object = {}) => went(day, { returnedAt: `${day} 23:30:00`, ...says })
const interview = (day: string, says: object = {}) => record(returnHomeInterview, { heldAt: `${day} 10:00:00`, ...says })
const assessed = (authorisedOn: string, says: object = {}) =>
  record(assessment, { startedOn: authorisedOn, authorisedOn, outcomes: { PROV_OF_SERVICES_FLAG: 'Y' }, ...says })

describe('missing often, and nobody looked at the risk', () => {
  // The third time within 90 days is 31 January: asked from 14 February until 30 April.
  const three = [went('2015-11-03'), went('2015-12-24'), went('2016-01-31')]
  const kept = record(returnHomeInterview, { offeredAt: '2015-11-04' })

  test('from two weeks after the third time to 90 days after it', () => {
    const days = ['2016-02-13', '2016-02-14', '2016-04-29', '2016-04-30']
    expect(on('missing-often', [...three, kept], ...days)).toEqual([null, true, true, null])
  })

  test.each([
    ['a strategy discussion 90 days before', record(section47Enquiry, { strategyDiscussionAt: '2015-11-02 12:00:00' }), false],
    ['a strategy discussion 91 days before', record(section47Enquiry, { strategyDiscussionAt: '2015-11-01 12:00:00' }), true],
    ['an assessment', assessed('2016-02-20'), false],
    ['a meeting about going missing', record(missingMeeting, { heldAt: '2016-02-20 14:00:00' }), false],
    ['a referral as a victim of slavery', record(protocolReferral, { type: 'NRM', referredOn: '2016-02-20' }), false],
    ['a referral to MARAC, which is about the parents', record(protocolReferral, { type: 'MARAC', referredOn: '2016-02-20' }), true],
    ['a meeting the day after', record(missingMeeting, { heldAt: '2016-02-21 14:00:00' }), true],
  ])('on 20 February after %s', (_, looked, falls) => {
    expect(between('missing-often', [...three, kept, looked], '2016-02-20')).toBe(falls)
  })

  test('three times in 91 days are not three in 90; away is not missing; nothing is told where interviews and meetings are not kept', () => {
    expect(between('missing-often', [went('2015-11-02'), ...three.slice(1), kept], '2016-02-20')).toBeNull()
    expect(between('missing-often', [went('2015-11-03', { type: 'A' }), ...three.slice(1), kept], '2016-02-20')).toBeNull()
    expect(between('missing-often', three, '2016-02-20')).toBeNull()
  })
})

describe('back from being missing, and heard by nobody', () => {
  const kept = record(managementOversight, { recordedOn: '2015-03-02' })
  const home = [back('2016-01-31', { id: 'episode' }), kept]

  test('from two weeks after the return for six months', () => {
    expect(on('missing-unheard', home, '2016-02-13', '2016-02-14', '2016-07-28', '2016-07-29')).toEqual([null, true, true, null])
  })

  test.each([
    ['held', interview('2016-02-20'), [true, false]],
    ['declined', record(returnHomeInterview, { offeredAt: '2016-02-01', response: 'Declined' }), [true, true]],
    ['held before they went', interview('2016-01-30'), [true, true]],
  ])('with an interview that was %s', (_, said, falls) => {
    expect(on('missing-unheard', [...home, said], '2016-02-19', '2016-02-20')).toEqual(falls)
  })

  test('a review, and an interview that the case system says was accepted, are hearing the child; a cancelled review is not', () => {
    const review = (says: object) => record(lookedAfterReview, { heldOn: '2016-02-01', ...says })
    expect(between('missing-unheard', [...home, review({})], '2016-02-20')).toBe(false)
    expect(between('missing-unheard', [...home, review({ cancelled: true })], '2016-02-20')).toBe(true)
    expect(between('missing-unheard', [back('2016-01-31', { interviewAccepted: 'Y' }), kept], '2016-02-20')).toBe(false)
  })

  test('not who turns 18, who was away and was offered none, or to whom it does not apply', () => {
    expect(on('missing-unheard', [born('1998-02-20'), ...home], '2016-02-19', '2016-02-20')).toEqual([true, null])
    expect(between('missing-unheard', [back('2016-01-31', { type: 'A' }), kept], '2016-02-20')).toBeNull()
    expect(between('missing-unheard', [back('2016-01-31', { interviewOffered: 'NA' }), kept], '2016-02-20')).toBeNull()
  })

  test('nothing is told where the council keeps no more than the dataset', () => {
    expect(between('missing-unheard', home.slice(0, 1), '2016-02-20')).toBeNull()
  })
})

describe('told of exploitation, and nothing followed', () => {
  const told = interview('2016-01-31', { pullFactors: ['Friends', 'Gang'] })

  test('from two weeks after the interview for six months; not of a child whom friends drew away', () => {
    expect(on('told-unheeded', [told], '2016-02-13', '2016-02-14', '2016-07-28', '2016-07-29')).toEqual([null, true, true, null])
    expect(between('told-unheeded', [interview('2016-01-31', { pullFactors: ['Friends'] })], '2016-02-14')).toBeNull()
  })

  test.each([
    ['a meeting about going missing', record(missingMeeting, { heldAt: '2016-03-01 09:00:00' })],
    ['a review', record(lookedAfterReview, { heldOn: '2016-03-01' })],
    ['an action in a plan', record(planAction, { agreedOn: '2016-03-01', what: 'Talk with the college' })],
  ])('until %s', (_, followed) => {
    expect(on('told-unheeded', [told, followed], '2016-02-29', '2016-03-01')).toEqual([true, false])
  })

  test('what was agreed the day before the interview does not follow from it', () => {
    const before = record(planAction, { agreedOn: '2016-01-30', what: 'Talk with the college' })
    expect(between('told-unheeded', [told, before], '2016-03-01')).toBe(true)
  })
})

test('a child who has died falls between no longer', () => {
  const life = [record(person, { diedOn: '2016-03-01' }), back('2016-01-31'), record(managementOversight, { recordedOn: '2015-03-02' })]
  expect(on('missing-unheard', life, '2016-02-29', '2016-03-01')).toEqual([true, null])
})
