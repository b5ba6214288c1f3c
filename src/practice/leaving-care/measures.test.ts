import { describe, expect, test } from 'vitest'
import { record, type Told } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { periodOfCare, placement } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { leavingCareMeasures } from './measures.ts'
import { speaksOfStayingPut } from './plan-facts.ts'
import { pathwayPlan, pathwayReview } from './pathway-records.ts'
import { careLeaver } from './records.ts'
import { adviserOffer, personalAdviserVisit, stayingPut } from './support-records.ts'

const the = (id: string) => leavingCareMeasures.find((each) => each.id === id) as (typeof leavingCareMeasures)[number]

/** In care from 2012 to the eighteenth birthday, on 15 May 2016, unless the test says otherwise. */
const bornOn = '1998-05-15'
const life = (more: readonly Told[] = [], endedOn = '2016-05-15', endReason = 'E5', who: object = {}): readonly Told[] => [
  record(person, { bornOn, ...who }),
  record(periodOfCare, { startedOn: '2012-01-09', endedOn, endReason }),
  ...more,
]

describe('care leavers supported', () => {
  const at = (month: string, of: readonly Told[]) => figure(the('leavers-number'), [of], month).value

  test('a young person is one from the day they turn 18 in care to the day they are 21', () => {
    expect([at('2016-04', life()), at('2016-05', life()), at('2019-04', life()), at('2019-05', life())]).toEqual([0, 1, 1, 0])
  })

  test('a child who left care at 16 is one, not while in care again, and counts once', () => {
    const back = life([record(periodOfCare, { startedOn: '2015-02-02', endedOn: '2016-05-15', endReason: 'E5' })], '2014-11-03', 'E4A')
    expect([at('2014-10', back), at('2014-11', back), at('2015-01', back), at('2015-02', back), at('2016-06', back)]).toEqual([
      0, 1, 1, 0, 1,
    ])
  })

  test('who was adopted, or was not in care for 13 weeks since 14, is none', () => {
    expect(at('2016-06', life([], '2015-03-02', 'E11'))).toBe(0)
    const short = [record(person, { bornOn }), record(periodOfCare, { startedOn: '2016-03-01', endedOn: '2016-05-15', endReason: 'E5' })]
    expect(at('2016-06', short)).toBe(0)
  })

  test('support after 21 counts while an offer that was accepted goes on, to 25', () => {
    const ended = life([record(adviserOffer, { offeredOn: '2019-04-01', answer: 'accepted', supportEndedOn: '2020-03-31' })])
    expect([at('2019-06', ended), at('2020-02', ended), at('2020-03', ended)]).toEqual([1, 1, 0])
    const later = life([record(adviserOffer, { offeredOn: '2020-09-01', answer: 'accepted' })])
    expect([at('2019-06', later), at('2020-09', later), at('2023-04', later), at('2023-05', later)]).toEqual([0, 1, 1, 0])
    expect(at('2020-09', life([record(adviserOffer, { offeredOn: '2020-09-01', answer: 'declined' })]))).toBe(0)
  })

  test('who has died is none any more', () => {
    expect(at('2018-01', life([], '2016-05-15', 'E5', { diedOn: '2018-01-31' }))).toBe(0)
  })
})

describe('in touch around a birthday', () => {
  const contact = (visitedOn: string, how = 'call') => record(personalAdviserVisit, { visitedOn, how })

  // Nineteen on 15 May 2017: from 15 February to 15 June.
  test.each([
    ['2017-02-14', 0, 'a day too early'],
    ['2017-02-15', 100, 'the first day'],
    ['2017-06-15', 100, 'the last day'],
    ['2017-06-16', 0, 'a day too late'],
  ])('a contact on %s gives %i in 100: %s', (day, value) => {
    expect(figure(the('leavers-touch'), [life([contact(day)])], '2017-06')).toMatchObject({ value, denominator: 1 })
  })

  test('what did not reach them is no contact', () => {
    expect(figure(the('leavers-touch'), [life([contact('2017-05-02', 'not reached')])], '2017-06')).toMatchObject({
      value: 0,
      denominator: 1,
    })
  })

  test('19 to 21 and 17 and 18 are two measures, and the ages can be told apart', () => {
    const lives = [life([contact('2017-05-02')])]
    // Eighteen in May 2016, in the month to June; nineteen in May 2017.
    expect(figure(the('leavers-touch-17-18'), lives, '2016-06')).toMatchObject({ value: 0, denominator: 1 })
    expect(figure(the('leavers-touch-17-18'), lives, '2017-06')).toMatchObject({ value: null })
    expect(figure(the('leavers-touch'), lives, '2017-06', { by: ['turned', '19'] })).toMatchObject({ value: 100 })
    expect(figure(the('leavers-touch'), lives, '2018-06', { by: ['turned', '20'] })).toMatchObject({ value: 0, denominator: 1 })
  })

  test('of whom only the return says it, without a day, nothing is told', () => {
    expect(figure(the('leavers-touch'), [life([record(careLeaver, { inTouch: 'YES' })])], '2017-06')).toMatchObject({ value: null })
  })
})

describe('what care leavers do and where they live', () => {
  const doing = (latestContactOn: string | null, activity: string | null, accommodationSuitable: string | null = '1') =>
    life([record(careLeaver, { latestContactOn, activity, accommodation: 'U', accommodationSuitable })])

  test('of three at 19, one studies, one does neither and of one nothing is known', () => {
    const lives = [doing('2017-05-20', 'F2'), doing('2017-05-20', 'G5', '2'), doing('2016-09-01', 'F2')]
    expect(figure(the('leavers-eet'), lives, '2017-05')).toMatchObject({ value: 100 / 3, numerator: 1, denominator: 3 })
    expect(figure(the('leavers-suitable'), lives, '2017-05')).toMatchObject({ value: 100 / 3, numerator: 1, denominator: 3 })
    expect(figure(the('leavers-eet'), lives, '2017-05', { by: ['activity', 'G5'] })).toMatchObject({ numerator: 0, denominator: 1 })
    expect(figure(the('leavers-suitable'), lives, '2017-05', { by: ['accommodation', 'U'] })).toMatchObject({ denominator: 2 })
  })

  test('a contact from three months before the birthday tells of it, until the next birthday', () => {
    const at19 = (latestContactOn: string) => figure(the('leavers-eet'), [doing(latestContactOn, 'P5')], '2017-05')
    expect(at19('2017-02-14')).toMatchObject({ value: 0, denominator: 1 })
    expect(at19('2017-02-15')).toMatchObject({ value: 100, denominator: 1 })
    expect(at19('2018-05-14')).toMatchObject({ value: 100, denominator: 1 })
    expect(at19('2018-05-15')).toMatchObject({ value: null, denominator: 0 })
  })

  test('at 18 it is the measure of 17 and 18', () => {
    const lives = [doing('2016-06-01', 'F1')]
    expect(figure(the('leavers-eet-17-18'), lives, '2016-05')).toMatchObject({ value: 100, denominator: 1 })
    expect(figure(the('leavers-suitable-17-18'), lives, '2016-05')).toMatchObject({ value: 100, denominator: 1 })
    expect(figure(the('leavers-eet'), lives, '2016-05')).toMatchObject({ value: null })
  })

  test('an activity not reported is not known, and counts in what it is out of', () => {
    expect(figure(the('leavers-eet'), [doing('2017-05-20', '0', null)], '2017-05')).toMatchObject({ value: 0, denominator: 1 })
    expect(figure(the('leavers-suitable'), [doing('2017-05-20', '0', null)], '2017-05')).toMatchObject({ value: 0, denominator: 1 })
  })

  test('where nobody was ever in touch, or the record gives no day, nothing is told', () => {
    expect(figure(the('leavers-eet'), [life(), doing(null, 'F1')], '2017-05')).toMatchObject({ value: null })
  })
})

describe('staying put', () => {
  const fostered = record(placement, { startedOn: '2014-01-06', endedOn: '2016-05-15', type: 'U4' })
  const stays = (endedOn: string | null = null) => record(stayingPut, { startedOn: '2016-05-15', endedOn })

  test('of two who turned 18 in foster care, one lives there 3 months later', () => {
    const lives = [life([fostered, stays()]), life([fostered]), life([record(placement, { startedOn: '2014-01-06', type: 'K2' })])]
    expect(figure(the('leavers-staying-put-18'), lives, '2016-08')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
    expect(figure(the('leavers-staying-put-18'), lives, '2016-07')).toMatchObject({ value: null })
  })

  test('an arrangement that ended on the day is over, and one that ended the day after is not', () => {
    expect(figure(the('leavers-staying-put-18'), [life([fostered, stays('2016-08-15')])], '2016-08')).toMatchObject({ value: 0 })
    expect(figure(the('leavers-staying-put-18'), [life([fostered, stays('2016-08-16')])], '2016-08')).toMatchObject({ value: 100 })
  })

  test('at 19 they stayed and at 20 no more', () => {
    const lives = [life([fostered, stays('2018-01-08')])]
    expect(figure(the('leavers-staying-put-19-20'), lives, '2017-05', { by: ['turned', '19'] })).toMatchObject({
      value: 100,
      denominator: 1,
    })
    expect(figure(the('leavers-staying-put-19-20'), lives, '2018-05')).toMatchObject({ value: 0, denominator: 1 })
  })

  test('a child who left foster care at 17 did not turn 18 in it', () => {
    expect(figure(the('leavers-staying-put-18'), [life([fostered, stays()], '2016-02-01')], '2016-08')).toMatchObject({ value: null })
  })
})

test('at 22 support counts that was accepted and goes on that day, told in the year to March', () => {
  const offer = (supportEndedOn: string | null) => record(adviserOffer, { offeredOn: '2019-06-03', answer: 'accepted', supportEndedOn })
  // Twenty-two on 15 May 2020, in the year to March 2021.
  const lives = [life([offer(null)]), life([offer('2020-05-15')]), life()]
  expect(figure(the('leavers-22-25'), lives, '2021-03')).toMatchObject({ value: 100 / 3, numerator: 1, denominator: 3 })
})

describe('pathway plans', () => {
  test('a plan reviewed within 6 months is in time to the day itself, and late from the day after', () => {
    const reviewed = life([record(pathwayPlan, { madeOn: '2016-02-01' }), record(pathwayReview, { heldOn: '2016-07-31' })])
    expect(figure(the('leavers-pathway'), [reviewed], '2016-08')).toMatchObject({ value: 100, denominator: 1 })
    expect(figure(the('leavers-pathway'), [reviewed], '2017-01')).toMatchObject({ value: 100, denominator: 1 })
    expect(figure(the('leavers-pathway'), [reviewed], '2017-02')).toMatchObject({ value: 0, denominator: 1 })
    expect(figure(the('leavers-pathway'), [life()], '2016-08')).toMatchObject({ value: null })
  })

  test('a plan of somebody who turns 21 before its review is due was in time until then', () => {
    const last = life([record(pathwayPlan, { madeOn: '2019-02-01' })])
    expect(figure(the('leavers-pathway'), [last], '2019-04')).toMatchObject({ value: 100, denominator: 1 })
    expect(figure(the('leavers-pathway'), [last], '2019-05')).toMatchObject({ value: null })
  })

  test('an eligible child has a plan by 16 and 3 months, 15 August 2014, or has not', () => {
    const planned = (madeOn: string) => life([record(pathwayPlan, { madeOn })])
    const lives = [planned('2014-08-15'), planned('2014-08-16'), life()]
    expect(figure(the('eligible-pathway'), lives, '2014-08')).toMatchObject({ value: 100 / 3, numerator: 1, denominator: 3 })
    expect(figure(the('eligible-pathway'), lives, '2014-07')).toMatchObject({ value: null })
  })
})

describe('what pathway plans say', () => {
  test('the young person’s view is written or not', () => {
    const lives = ['Wants to stay.', null].map((view) => [record(pathwayPlan, { madeOn: '2016-02-08', view })])
    expect(figure(the('pathway-view'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
  })

  test('staying put is talked about in a plan, a review or an action before 18, or arranged by then; without a plan nothing is told', () => {
    const fostered = (...more: readonly Told[]) =>
      life([record(placement, { type: 'U6', startedOn: '2014-01-06', endedOn: '2016-05-15' }), ...more])
    const reviewed = (heldOn: string, changes: string | null) => record(pathwayReview, { heldOn, changes })
    const lives = [
      fostered(reviewed('2016-02-01', 'Staying put: the carers want it too.')),
      fostered(reviewed('2016-02-01', null), record(stayingPut, { startedOn: '2016-05-15' })),
      fostered(reviewed('2016-02-01', 'Level 2 begins in September.'), reviewed('2016-05-15', 'Staying put after all.')),
      fostered(),
      life([record(placement, { type: 'K2', startedOn: '2014-01-06' }), reviewed('2016-02-01', 'Staying put')]),
    ]
    expect(figure(the('staying-put-talked'), lives, '2016-05')).toMatchObject({ numerator: 2, denominator: 3 })
  })

  test.each([
    ['Stayed put with the carers.', true],
    ['Would like to live on with her foster carers.', true],
    ['After 18: a flat or the room she has.', true],
    ['Stays in the house for another six months. Carers rang.', false],
    ['Afternoon visits.', false],
  ])('“%s” speaks of staying put: %s', (words, does) => expect(speaksOfStayingPut(words)).toBe(does))
})
