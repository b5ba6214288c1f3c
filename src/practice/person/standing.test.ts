import { describe, expect, test } from 'vitest'
import type { RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { involvement } from '../allocation/records.ts'
import { legalStatus } from '../court/records.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedPlan, childInNeedVisit } from '../in-need/records.ts'
import { careLeaver } from '../leaving-care/records.ts'
import { pathwayPlan } from '../leaving-care/pathway-records.ts'
import { personalAdviserVisit } from '../leaving-care/support-records.ts'
import { carePlan, lookedAfterVisit, periodOfCare, placement } from '../looked-after/records.ts'
import { childProtectionPlan } from '../protection/records.ts'
import { address } from './records.ts'
import { addressInWords, postcodeInWords, standingOn } from './standing.ts'

let number = 0

/** A record as it is read; what is not said is not recorded. */
function held(kind: RecordKind, said: Readonly<Record<string, unknown>>): ReadRecord {
  const blank = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, null]))
  const provenance = {
    id: `record-${++number}`,
    person: 'child',
    source: 'ssd',
    sourceId: null,
    withdrawnAt: null,
    cameFrom: null,
    line: null,
    knownFrom: '2016-02-01T08:30:00Z',
    changedBy: 'somebody',
    reason: null,
    others: null,
    unresolved: null,
  }
  return { kind, record: { ...blank, ...provenance, ...said } }
}

const day = '2016-03-03'
const inCare = held(periodOfCare, { startedOn: '2016-01-04' })
const leftCare = held(periodOfCare, { startedOn: '2008-01-04', endedOn: '2013-01-01' })
const needed = held(referral, { receivedOn: '2015-05-21' })

describe('the word at the head', () => {
  test.each<[string, readonly ReadRecord[], string | null, string]>([
    ['In care', [inCare, held(childProtectionPlan, { startedOn: '2015-06-24' }), needed], null, 'care goes before a protection plan'],
    ['Protection plan', [held(childProtectionPlan, { startedOn: '2015-06-24' }), needed], null, 'a protection plan goes before need'],
    ['In need', [needed], null, 'an open referral is a child in need'],
    ['Closed', [held(referral, { receivedOn: '2013-11-04', closedOn: '2014-07-14' })], null, 'all was closed'],
    ['In need', [held(referral, { receivedOn: '2013-11-04', closedOn: '2016-03-04' })], null, 'it closes tomorrow'],
    ['Closed', [held(referral, { receivedOn: '2013-11-04', closedOn: '2016-03-03' })], null, 'a period has not its last day'],
    ['Nothing open', [], null, 'nothing was ever recorded'],
    [
      'Nothing open',
      [held(periodOfCare, { startedOn: '2016-01-04', withdrawnAt: '2016-03-01T08:30:00Z' })],
      null,
      'what was withdrawn counts for nothing',
    ],
    ['Care leaver', [leftCare, held(careLeaver, { eligibility: 'Former Relevant', inTouch: 'YES' })], null, 'left care, and is supported'],
    ['Closed', [leftCare, held(careLeaver, { eligibility: 'No Current Eligibility', inTouch: 'YES' })], null, 'support has ended'],
    ['Died', [inCare], '2016-03-01', 'death goes before all'],
  ])('is %s (%#)', (heading, records, diedOn, _because) => {
    expect(standingOn(records, day, diedOn).heading).toBe(heading)
  })
})

describe('what stands now', () => {
  test('of several legal statuses, the one that began last', () => {
    const statuses = [
      held(legalStatus, { status: 'V2', startedOn: '2016-01-04' }),
      held(legalStatus, { status: 'C1', startedOn: '2016-01-22' }),
    ]
    expect(standingOn(statuses, day).legalStatus).toMatchObject({ words: 'Interim care order', since: '2016-01-22' })
    expect(standingOn(statuses, '2016-01-21').legalStatus).toMatchObject({ words: 'Section 20, single period' })
  })

  test('a protection plan is told before a care plan, a care plan before a plan in need', () => {
    const plans = [
      held(childInNeedPlan, { startedOn: '2015-07-01' }),
      held(carePlan, { startedOn: '2016-02-12', options: { LTFOST18: 'Y' } }),
    ]
    expect(standingOn(plans, day).plan?.words).toBe('Long-term foster care until 18')
    expect(standingOn([...plans, held(childProtectionPlan, { startedOn: '2015-06-24', initialCategory: 'NEG' })], day).plan?.words).toBe(
      'Child protection plan: Neglect',
    )
  })

  test('after care, the pathway plan that was made last, unless it ended', () => {
    const plans = [held(pathwayPlan, { madeOn: '2014-12-01' }), held(pathwayPlan, { madeOn: '2015-10-05' })]
    expect(standingOn(plans, day).plan).toMatchObject({ words: 'Pathway plan', since: '2015-10-05' })
    expect(standingOn([held(pathwayPlan, { madeOn: '2014-12-01', endedOn: '2016-01-01' })], day).plan).toBeNull()
  })

  test('where no legal status stands, the one that ended last is told as ended', () => {
    const ended = [
      held(legalStatus, { status: 'V2', startedOn: '2010-01-04', endedOn: '2010-06-01' }),
      held(legalStatus, { status: 'C2', startedOn: '2012-01-04', endedOn: '2016-03-01' }),
    ]
    expect(standingOn(ended, day)).toMatchObject({ legalStatus: null, lastLegalStatus: { words: 'Full care order', until: '2016-03-01' } })
    expect(standingOn(ended, '2016-02-29').lastLegalStatus).toBeNull()
    expect(standingOn([], day).lastLegalStatus).toBeNull()
  })

  test('placements of the twelve months are counted, the one before them is not', () => {
    const moves = ['2015-03-03', '2015-06-01', '2016-02-26'].map((startedOn) =>
      held(placement, { startedOn, type: 'U6', endedOn: startedOn === '2016-02-26' ? null : '2016-02-26' }),
    )
    expect(standingOn(moves, day).placement?.thisYear).toBe(2)
  })

  test('the address stands where the child lives when there is no placement', () => {
    const homes = [
      held(address, { startedOn: '2010-09-01', endedOn: '2012-06-11' }),
      held(address, { startedOn: '2012-06-11', postcode: 'XE11QY', parts: { HOUSE: '18', STREET: 'Oyster Quay', TOWN: 'Estuary' } }),
    ]
    expect(standingOn(homes, day).home).toMatchObject({ words: '18 Oyster Quay, Estuary, XE1\u00a01QY', since: '2012-06-11' })
  })

  test('a closed child has the day the last thing ended', () => {
    const closed = [
      held(referral, { receivedOn: '2013-11-04', closedOn: '2014-07-14' }),
      held(periodOfCare, { startedOn: '2010-01-01', endedOn: '2011-01-01' }),
    ]
    expect(standingOn(closed, day).closedOn).toBe('2014-07-14')
    expect(standingOn([...closed, needed], day).closedOn).toBeNull()
  })
})

describe('the worker', () => {
  const ruth = held(involvement, { worker: 'ruth', team: 'team', role: 'CW', startedOn: '2016-01-11' })
  const helen = held(involvement, { worker: 'helen', role: 'IRO', startedOn: '2016-01-15' })
  const temi = held(involvement, { worker: 'temi', role: 'CW', startedOn: '2015-05-21', endedOn: '2016-01-11' })

  test('is the case worker, though a reviewing officer came later', () => {
    const standing = standingOn([helen, ruth, temi], day)
    expect(standing.worker?.worker).toBe('ruth')
    expect(standing.team?.team).toBe('team')
    expect(standing.otherWorkers.map(({ worker, role }) => [worker, role])).toEqual([['helen', 'Reviewing officer']])
    expect(standing.lastWorker).toBeNull()
  })

  test('whose work ended is the last one, where nobody came after', () => {
    expect(standingOn([temi], day)).toMatchObject({ worker: null, lastWorker: { worker: 'temi' } })
  })

  test('each is counted once in three years; somebody of long ago, and the reviewing officer, are not', () => {
    const again = held(involvement, { worker: 'temi', role: 'CW', startedOn: '2014-01-01', endedOn: '2014-06-01' })
    const longAgo = held(involvement, { worker: 'aidan', role: 'CW', startedOn: '2010-01-01', endedOn: '2013-03-03' })
    expect(standingOn([ruth, helen, temi, again, longAgo], day).workersInThreeYears).toBe(2)
  })
})

describe('last seen', () => {
  test('is the last visit at which the child was seen; a later one at which they were not is told beside it', () => {
    const visits = [
      held(lookedAfterVisit, { visitedOn: '2016-02-18', childSeen: true, seenAlone: true }),
      held(childInNeedVisit, { visitedOn: '2016-02-25', childSeen: false }),
      held(lookedAfterVisit, { visitedOn: '2016-03-10', childSeen: true, seenAlone: true }),
    ]
    const standing = standingOn(visits, day)
    expect(standing.lastSeen).toMatchObject({ since: '2016-02-18', words: 'alone' })
    expect(standing.notSeenSince).toMatchObject({ since: '2016-02-25' })
  })

  test('is the personal adviser’s visit after care, and no call or visit at which the young person was not met', () => {
    const seen = (visitedOn: string, how: string, youngPersonSeen: boolean) =>
      held(personalAdviserVisit, { visitedOn, how, youngPersonSeen })
    const visits = [
      held(lookedAfterVisit, { visitedOn: '2015-02-18', childSeen: true, seenAlone: true }),
      seen('2015-12-01', 'home visit', true),
      seen('2016-02-01', 'call', false),
      seen('2016-04-01', 'home visit', true),
    ]
    expect(standingOn(visits, day).lastSeen).toMatchObject({ since: '2015-12-01', words: 'visited where they live' })
    expect(standingOn(visits, day).notSeenSince).toBeNull()
  })

  test('whether the child was seen is not guessed where it is not recorded', () => {
    expect(standingOn([held(lookedAfterVisit, { visitedOn: '2016-02-18' })], day).lastSeen).toBeNull()
  })
})

test.each([
  ['XE11QY', 'XE1\u00a01QY'],
  ['xe1 1qy', 'XE1\u00a01QY'],
  ['XE1', 'XE1'],
  ['not known', 'not known'],
])('the postcode %s is written %s', (written, shown) => {
  expect(postcodeInWords(written)).toBe(shown)
})

test('an address of which nothing is recorded has no words', () => {
  expect(addressInWords({ parts: null, postcode: null })).toBeNull()
  expect(addressInWords({ parts: { FLAT: '41B', STREET: 'Ropewalk', TOWN: ' ' }, postcode: null })).toBe('Flat 41B, Ropewalk')
})
