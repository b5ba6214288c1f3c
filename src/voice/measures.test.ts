import { describe, expect, test } from 'vitest'
import { record, type Told } from '../../test/support/clocks.ts'
import { figure } from '../../test/support/facts.ts'
import { legalStatus } from '../practice/court/records.ts'
import { childInNeedPlan } from '../practice/in-need/records.ts'
import { periodOfCare } from '../practice/looked-after/records.ts'
import { advocacy, independentVisitor } from '../practice/looked-after/support-records.ts'
import { person } from '../practice/person/records.ts'
import { planAction } from '../practice/planning/records.ts'
import { childProtectionPlan } from '../practice/protection/records.ts'
import { notCounted as exploitationNotCounted } from '../practice/protection/exploitation-not-counted.ts'
import { complaint } from './complaints/records.ts'
import { feedback } from './feedback/records.ts'
import { voiceMeasures } from './measures.ts'

const the = (id: string) => voiceMeasures.find((each) => each.id === id) as (typeof voiceMeasures)[number]
const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })

describe('advocacy offered', () => {
  const offered = (offeredOn: string) => record(advocacy, { offeredOn })

  test('coming into care, a plan and a complaint of a child each ask for it', () => {
    const lives = [
      [care('2015-04-01'), offered('2015-04-20')],
      [care('2016-03-31')],
      [record(childProtectionPlan, { startedOn: '2015-11-02', endedOn: '2016-02-01' }), offered('2016-02-02')],
      [record(complaint, { receivedOn: '2015-12-07', madeBy: 'CHILD', advocateOfferedOn: '2015-12-07' })],
      [record(complaint, { receivedOn: '2015-12-07', madeBy: 'PARENT' })],
    ]
    expect(figure(the('advocacy-offered'), lives, '2016-03')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
    expect(figure(the('advocacy-offered'), lives, '2016-04')).toMatchObject({ value: 100 / 3, denominator: 3 })
    expect(figure(the('advocacy-offered'), lives, '2016-03', { by: ['reason', 'plan'] })).toMatchObject({ value: 0, denominator: 1 })
    expect(figure(the('advocacy-offered'), [], '2016-03')).toMatchObject({ value: null })
  })

  test('an offer on the first or the last day counts, one before does not; a child in care and on a plan counts twice', () => {
    const plan = record(childProtectionPlan, { startedOn: '2015-06-01', endedOn: '2015-09-01' })
    expect(figure(the('advocacy-offered'), [[plan, offered('2015-06-01')]], '2016-03')).toMatchObject({ value: 100 })
    expect(figure(the('advocacy-offered'), [[plan, offered('2015-09-01')]], '2016-03')).toMatchObject({ value: 100 })
    expect(figure(the('advocacy-offered'), [[plan, offered('2015-05-31')]], '2016-03')).toMatchObject({ value: 0 })
    expect(figure(the('advocacy-offered'), [[plan, care('2015-09-01'), offered('2015-07-01')]], '2016-03')).toMatchObject({
      value: 50,
      denominator: 2,
    })
  })

  test('a series of short breaks asks for none', () => {
    const breaks = [care('2015-06-01'), record(legalStatus, { status: 'V4', startedOn: '2015-06-01' })]
    expect(figure(the('advocacy-offered'), [breaks], '2016-03')).toMatchObject({ denominator: 0 })
  })
})

test('a child has an advocate from the day it began to the day it ended, and counts once with two', () => {
  const at = (month: string, ...life: readonly Told[]) => figure(the('advocacy-active'), [life], month).value
  const first = record(advocacy, { startedOn: '2016-01-31', endedOn: '2016-04-30' })
  const second = record(advocacy, { startedOn: '2016-03-01' })
  expect([at('2015-12', first), at('2016-01', first), at('2016-03', first), at('2016-04', first)]).toEqual([0, 1, 1, 0])
  expect([at('2016-03', first, second), at('2016-06', first, second)]).toEqual([1, 1])
  expect(at('2016-06', second, record(person, { diedOn: '2016-05-02' }))).toBe(0)
  expect(at('2016-06', record(advocacy, { offeredOn: '2016-01-04' }))).toBe(0)
})

describe('independent visitors', () => {
  const at = (month: string, ...life: readonly Told[]) => figure(the('iv-matched'), [[care('2015-01-05'), ...life]], month)
  const appoint = (consideredOn: string, more: object = {}) => record(independentVisitor, { consideredOn, decision: 'Appoint', ...more })

  test('one is needed from the decision, and matched from the day of the match', () => {
    const life = appoint('2016-01-31', { matchedOn: '2016-03-31' })
    expect(at('2015-12', life)).toMatchObject({ value: null, denominator: 0 })
    expect(at('2016-01', life)).toMatchObject({ value: 0, denominator: 1 })
    expect(at('2016-02', life)).toMatchObject({ value: 0, denominator: 1 })
    expect(at('2016-03', life)).toMatchObject({ value: 100, denominator: 1 })
  })

  test('when the visitor leaves another is needed, until it is decided that none be', () => {
    const life = [
      appoint('2016-01-11', { matchedOn: '2016-02-01', endedOn: '2016-04-30' }),
      record(independentVisitor, { consideredOn: '2016-06-30', decision: 'Child objects' }),
    ]
    expect(at('2016-03', ...life)).toMatchObject({ value: 100, denominator: 1 })
    expect(at('2016-04', ...life)).toMatchObject({ value: 0, denominator: 1 })
    expect(at('2016-06', ...life)).toMatchObject({ value: null, denominator: 0 })
  })

  test('a child decided for at two reviews counts once, and one who has a visitor without a decision counts', () => {
    expect(at('2016-12', appoint('2016-01-11'), appoint('2016-07-11', { matchedOn: '2016-09-01' }))).toMatchObject({
      value: 100,
      denominator: 1,
    })
    expect(at('2016-12', record(independentVisitor, { matchedOn: '2016-09-01' }))).toMatchObject({ value: 100, denominator: 1 })
  })

  test('of two children in care one has a visitor; a child who left care needs none', () => {
    const lives = [
      [care('2015-01-05'), appoint('2016-01-11', { matchedOn: '2016-02-01' })],
      [care('2015-01-05'), appoint('2016-01-11')],
      [care('2015-01-05', '2016-02-29'), appoint('2016-01-11')],
    ]
    expect(figure(the('iv-matched'), lives, '2016-02')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  })
})

test('rows on exploitation that are not counted say why in a sentence', () => {
  for (const why of Object.values(exploitationNotCounted)) expect(why).toMatch(/^[A-Z].*\.$/)
})

test('with plans an advocate is looked for from ten, where more is held of a child than the dataset asks', () => {
  const planned = (plan: Told, bornOn: string, ...more: readonly Told[]) => [record(person, { bornOn }), plan, ...more]
  const inNeed = record(childInNeedPlan, { startedOn: '2016-02-01' })
  const protection = record(childProtectionPlan, { startedOn: '2016-02-01' })
  const action = record(planAction, { plan: 'in need', what: 'Visit', agreedOn: '2016-02-01' })
  const lives = [
    planned(inNeed, '2006-02-01', action, record(advocacy, { offeredOn: '2016-02-20' })),
    planned(protection, '2006-02-01', action),
    planned(inNeed, '2006-02-02', action),
    planned(inNeed, '2004-02-02'),
  ]
  expect(figure(the('advocacy-offered-plans'), lives, '2016-02')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  expect(figure(the('advocacy-offered-plans'), lives, '2016-02', { by: ['reason', 'need'] })).toMatchObject({ value: 100, denominator: 1 })
  // Those who come into care, are on a protection plan or complain are as before.
  expect(figure(the('advocacy-offered'), lives, '2016-02')).toMatchObject({ denominator: 1 })
})

test('feedback of which a child is known, and what changed because of it', () => {
  const given = (whatChanged: string | null) => [record(feedback, { givenOn: '2016-02-10', givenBy: 'CHILD', whatChanged })]
  const lives = [given('Letters are shorter.'), given(null)]
  expect(figure(the('feedback'), lives, '2016-02')).toMatchObject({ value: 2 })
  expect(figure(the('feedback-changed'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
})
