import { describe, expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { factsIn, figure, type Life } from '../../../test/support/facts.ts'
import { legalStatus } from '../court/records.ts'
import { ageBand, legalStatus as byLegalStatus, unaccompanied } from '../dimensions.ts'
import { immigrationStatus, person } from '../person/records.ts'
import { cameIntoCare, childrenLookedAfter } from './care-facts.ts'
import { lookedAfterMeasures } from './measures.ts'
import { notCounted } from './not-counted.ts'
import { carePlanUpdate, placementPlan } from './plan-records.ts'
import { careEpisode, carePlan, lookedAfterReview, lookedAfterVisit, periodOfCare, placement } from './records.ts'
import { identityDocument, independentVisitor } from './support-records.ts'

const the = (id: string) => lookedAfterMeasures.find((each) => each.id === id) as (typeof lookedAfterMeasures)[number]
const inCare = (startedOn: string, endedOn: string | null = null, says: object = {}) =>
  record(periodOfCare, { startedOn, endedOn, ...says })
const status = (code: string, startedOn: string, endedOn: string | null = null) => record(legalStatus, { status: code, startedOn, endedOn })
const alone = record(immigrationStatus, { status: 'Unaccompanied Asylum Seeking Child', startedOn: '2015-01-01' })

test('every measure is counted or not, and not both', () => {
  const ids = lookedAfterMeasures.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => id in notCounted)).toEqual([])
})

describe('children looked after', () => {
  test('a child who comes on the last day of the month is counted, one who leaves on it is not', () => {
    const lives = [[inCare('2016-02-29')], [inCare('2015-06-01', '2016-02-29')], [inCare('2015-06-01', '2016-03-01')]]
    expect(figure(the('cla-number'), lives, '2016-02')).toMatchObject({ value: 2 })
    expect(figure(the('cla-number'), lives, '2016-03')).toMatchObject({ value: 1 })
  })

  test('nobody in care is 0', () => expect(figure(the('cla-number'), [], '2016-02')).toMatchObject({ value: 0 }))

  test('a child in a series of short breaks is not looked after, until it becomes something else', () => {
    const breaks: Life = [inCare('2016-01-04'), status('V4', '2016-01-04', '2016-03-10'), status('V2', '2016-03-10')]
    expect(figure(the('cla-number'), [breaks], '2016-02')).toMatchObject({ value: 0 })
    expect(figure(the('cla-number'), [breaks], '2016-03')).toMatchObject({ value: 1 })
    expect(figure(the('cla-starts'), [breaks], '2016-01')).toMatchObject({ value: 0 })
    expect(figure(the('cla-starts'), [breaks], '2016-03')).toMatchObject({ value: 1 })
  })

  test('a child with two periods that overlap counts once, and comes into care once', () => {
    const twice: Life = [inCare('2016-01-04', '2016-03-31'), inCare('2016-02-01', '2016-05-31')]
    const months = ['2016-02', '2016-03', '2016-04', '2016-05'].map((month) => figure(the('cla-number'), [twice], month).value)
    expect(months).toEqual([1, 1, 1, 0])
    expect(factsIn(cameIntoCare, twice).map(({ on }) => on)).toEqual(['2016-01-04'])
    expect(figure(the('cla-ends'), [twice], '2016-03')).toMatchObject({ value: 0 })
    expect(figure(the('cla-ends'), [twice], '2016-05')).toMatchObject({ value: 1 })
    const open: Life = [inCare('2016-01-04'), inCare('2016-02-01', '2016-05-31')]
    expect(['2016-03', '2016-12'].map((month) => figure(the('cla-number'), [open], month).value)).toEqual([1, 1])
  })

  test('the rates of a council of 40,000 children, with and without unaccompanied children', () => {
    const lives: Life[] = [[inCare('2016-01-04')], [inCare('2016-01-04')], [inCare('2016-01-04'), alone]]
    expect(figure(the('cla-rate'), lives, '2016-02', { people: 40_000 })).toMatchObject({ numerator: 3, value: 0.75 })
    expect(figure(the('cla-rate'), lives, '2016-02', { people: 40_000, by: [unaccompanied, 'no'] })).toMatchObject({ value: 0.5 })
    expect(figure(the('uasc-number'), lives, '2016-02')).toMatchObject({ value: 1 })
    expect(figure(the('uasc-share'), lives, '2016-02', { people: 40_000 })).toMatchObject({ value: 0.0025 })
  })

  test('one of two children is looked after under section 20, until the care order', () => {
    const lives = [
      [inCare('2016-01-04'), status('Section 20', '2016-01-04', '2016-03-10'), status('C1', '2016-03-10')],
      [inCare('2016-01-04')],
    ]
    expect(figure(the('cla-legal-s20'), lives, '2016-02')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
    expect(figure(the('cla-legal-s20'), lives, '2016-03')).toMatchObject({ value: 0 })
    expect(figure(the('cla-number'), lives, '2016-03', { by: [byLegalStatus, 'C1'] })).toMatchObject({ value: 1 })
  })

  test('where no legal status is recorded, the care episodes say it', () => {
    const life = [inCare('2016-01-04'), record(careEpisode, { startedOn: '2016-01-04', legalStatus: 'V2' })]
    expect(figure(the('cla-legal-s20'), [life], '2016-02')).toMatchObject({ value: 100 })
  })

  test('a child who left care is looked after no longer, whatever legal status still runs', () => {
    const life = [inCare('2016-01-04', '2016-02-10'), status('V2', '2016-01-04', '2016-03-10')]
    expect(factsIn(childrenLookedAfter, life)).toMatchObject([{ on: '2016-01-04', until: '2016-02-10' }])
  })

  test('a life is told in parts that meet and never overlap', () => {
    const life = [inCare('2016-01-04', '2016-06-01'), status('V2', '2016-01-04', '2016-03-10'), status('C1', '2016-03-10')]
    expect(factsIn(childrenLookedAfter, life)).toMatchObject([
      { on: '2016-01-04', until: '2016-03-10', says: { section20: true } },
      { on: '2016-03-10', until: '2016-06-01', says: { section20: false } },
    ])
  })
})

describe('coming into care and leaving it', () => {
  test('on the first and the last day of the month, each time', () => {
    const lives = [[inCare('2016-02-01', '2016-02-10'), inCare('2016-02-29')], [inCare('2016-03-01')]]
    expect(figure(the('cla-starts'), lives, '2016-02')).toMatchObject({ value: 2 })
    expect(figure(the('cla-starts-rate'), lives, '2016-03', { people: 40_000 })).toMatchObject({ numerator: 3, value: 0.75 })
  })

  test('a child comes with the category of need of the first episode that says one', () => {
    const period = inCare('2016-02-01', null, { id: 'period' })
    const episode = (startedOn: string, categoryOfNeed: string | null) =>
      record(careEpisode, { periodOfCare: 'period', startedOn, categoryOfNeed })
    const life = [period, episode('2016-02-01', null), episode('2016-02-20', 'N1'), episode('2016-03-01', 'N5')]
    expect(figure(the('cla-starts'), [life], '2016-02', { by: ['need', 'N1'] })).toMatchObject({ value: 1 })
  })

  test('under police protection or an emergency order; whose legal status nobody recorded is left out', () => {
    const lives = [
      [inCare('2016-02-01'), status('L1', '2016-02-01', '2016-02-04')],
      [inCare('2016-02-01'), status('L2', '2016-02-01', '2016-02-09')],
      [inCare('2016-02-01'), status('V2', '2016-02-01')],
      [inCare('2016-02-01'), status('C1', '2016-02-01')],
      [inCare('2016-02-01')],
    ]
    expect(figure(the('cla-emergency-starts'), lives, '2016-02')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
  })

  test('a child has come back up to the day twelve months after leaving, and not where one period follows on another', () => {
    const lives = [
      [inCare('2014-01-06', '2015-02-10'), inCare('2016-02-10')],
      [inCare('2014-01-06', '2015-02-09'), inCare('2016-02-10')],
      [inCare('2015-01-06', '2016-02-10'), inCare('2016-02-10')],
    ]
    expect(figure(the('cla-return-12m'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 3 })
  })

  test('children leave for reasons, in the band of their age that day', () => {
    const lives = [
      [record(person, { bornOn: '1998-02-10' }), inCare('2012-01-04', '2016-02-10', { endReason: 'E17' })],
      [inCare('2012-01-04', '2016-02-29', { endReason: 'E4A' })],
    ]
    expect(figure(the('cla-ends'), lives, '2016-02')).toMatchObject({ value: 2 })
    expect(figure(the('cla-ends'), lives, '2016-02', { by: ['reason', 'E17'] })).toMatchObject({ value: 1 })
    expect(figure(the('cla-ends'), lives, '2016-02', { by: [ageBand, '18'] })).toMatchObject({ value: 1 })
    expect(figure(the('cla-ends-rate'), lives, '2017-01', { people: 10_000 })).toMatchObject({ value: 2 })
    expect(figure(the('cla-ends-rate'), lives, '2017-02', { people: 10_000 })).toMatchObject({ value: 0 })
  })
})

test('one of two care leavers came unaccompanied', () => {
  const grown = record(person, { bornOn: '1998-02-10' })
  const left = inCare('2014-01-06', '2016-02-10', { endReason: 'E17' })
  expect(
    figure(
      the('uasc-leavers'),
      [
        [grown, left],
        [grown, left, alone],
      ],
      '2016-03',
    ),
  ).toMatchObject({ value: 50, denominator: 2 })
  expect(figure(the('uasc-leavers'), [[grown, left, alone]], '2016-01')).toMatchObject({ value: null })
})

describe('what is to be on the record', () => {
  const came = (startedOn: string, ...more: Life): Life => [
    record(person, { bornOn: '2008-05-05' }),
    record(periodOfCare, { startedOn }),
    ...more,
  ]

  test('a child came by a plan that was made by the day, for this time in care; nobody plans for who comes to the country alone', () => {
    const lives = [
      came('2016-02-01', record(carePlan, { startedOn: '2016-02-01' })),
      came('2016-02-01', record(placementPlan, { madeOn: '2016-01-28' })),
      came('2016-02-01', record(carePlan, { startedOn: '2016-02-02' })),
      came('2016-02-01', record(carePlan, { startedOn: '2015-01-31' })),
      came('2016-02-01', record(immigrationStatus, { status: 'UASC' })),
    ]
    expect(figure(the('cla-planned-starts'), lives, '2016-02')).toMatchObject({ numerator: 2, denominator: 4 })
  })

  test('a placement plan says what carers may decide, or not', () => {
    const lives = ['Haircuts and sleepovers', null].map((delegatedAuthority) =>
      came('2016-02-01', record(placementPlan, { madeOn: '2016-02-03', delegatedAuthority })),
    )
    expect(figure(the('placement-plan-delegated'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
  })

  test('a care plan is updated within ten working days of a review, and a visitor considered by it', () => {
    // Ten working days after Monday 1 February 2016 is Monday 15 February.
    const reviewed = (...more: Life): Life =>
      came('2016-01-04', record(lookedAfterReview, { heldOn: '2016-02-01' }), record(placementPlan, { madeOn: '2016-01-06' }), ...more)
    const lives = [
      reviewed(
        record(carePlanUpdate, { updatedOn: '2016-02-15' }),
        record(independentVisitor, { consideredOn: '2016-02-01', decision: 'Not needed' }),
      ),
      reviewed(record(carePlanUpdate, { updatedOn: '2016-02-16' })),
      reviewed(),
    ]
    expect(figure(the('cla-plan-updated'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(figure(the('iv-considered'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 3 })
    const datasetOnly = [came('2016-01-04', record(lookedAfterReview, { heldOn: '2016-02-01' }))]
    for (const id of ['cla-plan-updated', 'iv-considered', 'cla-birth-certificate', 'cla-passport'])
      expect(figure(the(id), datasetOnly, '2016-02'), id).toMatchObject({ value: null })
  })

  test('a first visit on the seventh day of a placement is in time', () => {
    const placed = (visitedOn: string): Life =>
      came(
        '2016-02-01',
        record(placement, { type: 'U6', startedOn: '2016-02-01' }),
        record(lookedAfterVisit, { visitedOn, childSeen: true }),
      )
    expect(figure(the('cla-first-visit'), [placed('2016-02-08'), placed('2016-02-09')], '2016-02')).toMatchObject({
      numerator: 1,
      denominator: 2,
    })
  })

  test('a birth certificate is not asked of who came alone; a passport runs out', () => {
    const holds = (type: string, expiresOn: string | null = null) => record(identityDocument, { type, heldOn: '2016-01-11', expiresOn })
    const lives = [
      came('2015-01-05', holds('Birth certificate'), holds('Passport', '2016-02-28')),
      came('2015-01-05', holds('Passport', '2016-02-29')),
      came('2015-01-05', record(immigrationStatus, { status: 'UASC' }), holds('Home Office card')),
    ]
    expect(figure(the('cla-birth-certificate'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 2 })
    expect(figure(the('cla-passport'), lives, '2016-02')).toMatchObject({ numerator: 2, denominator: 3 })
  })

  test('“other” as the reason of a move is a share of the reasons given; a placement that ended with the care has none', () => {
    const moved = (changeReason: string | null): Life =>
      came(
        '2015-01-05',
        record(placement, { startedOn: '2015-01-05', endedOn: '2016-02-10', changeReason }),
        record(placement, { startedOn: '2016-02-10', endedOn: '2016-02-20', changeReason: 'OTHER' }),
      )
    expect(figure(the('placement-change-other'), [moved('OTHER'), moved('CHILD'), moved(null)], '2016-02')).toMatchObject({
      numerator: 1,
      denominator: 2,
    })
  })
})
