import { clock, each, endIn, type Start } from '../../engine/clocks/clock.ts'
import { after, calendarDays, months, type Length } from '../../engine/clocks/length.ts'
import { onItself } from '../../engine/clocks/own-dates.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { careOf, planEnds, type Permanence } from './adoption-course.ts'
import { permanence } from './records.ts'

/**
 * The adoption scorecard: how long children wait. Its thresholds are averages of three years, so that no law is broken by one child; they are
 * counted for every child whose decision stands, so that a long wait is seen while it can be shortened.
 */

const scorecard = {
  area: 'Permanence',
  about: person,
  weight: 'statistics',
  meaning: 'threshold',
  lookedUp: true,
  unit: 'calendar days',
} as const

/** The first day of the years in which a threshold was the one counted by: averages to March 2012, 2014, 2015, and 2016 and after. */
const years = ['2008-04-01', '2012-04-01', '2014-04-01', '2015-04-01'] as const

/** The threshold of the year in which it falls due: the latest, which is the strictest, that still does. Null before there was a scorecard. */
const inItsYear =
  (...lengths: readonly [Length, Length, Length, Length]) =>
  ({ at }: Start): Length | null =>
    lengths.findLast((length, place) => after(at, length) >= (years[place] as string)) ?? null

/** A2: from the placement order to the match. A match made before the order took no days. */
export const orderToMatch = clock({
  ...scorecard,
  id: 'a2-121-days',
  name: 'Placement order to match (A2)',
  plural: 'Placement orders to matches (A2)',
  todo: 'Find a match',
  source:
    'Department for Education, adoption scorecards, indicator A2: 121 days since the average to March 2016; 213 to 2012, 182 to 2014, 152 to 2015',
  starts: each(permanence, 'placementOrderOn', { when: stands, until: planEnds }),
  due: inItsYear(calendarDays(213), calendarDays(182), calendarDays(152), calendarDays(121)),
  stops: [onItself(permanence, 'matchedOn')],
  reads: [periodOfCare],
  says: {
    starts: 'The placement order',
    due: 'within 121 days; where that falls before April 2015 152 days, before April 2014 182 and before April 2012 213',
    stops: 'The match with adopters, which may have come before the order',
    exceptions: 'Only while the decision for adoption is not reversed',
  },
})

/** A1: from coming into care to moving in with adopters. */
export const careToAdopters = clock({
  ...scorecard,
  id: 'a1-426-days',
  name: 'Coming into care to moving in with adopters (A1)',
  plural: 'Coming into care to moving in with adopters (A1)',
  todo: 'Place the child with adopters',
  source:
    'Department for Education, adoption scorecards, indicator A1: 426 days since the average to March 2016; 639 to 2012, 547 to 2014, 487 to 2015',
  starts: comingIntoCare,
  due: inItsYear(calendarDays(639), calendarDays(547), calendarDays(487), calendarDays(426)),
  stops: [onItself(permanence, 'placedForAdoptionOn'), onItself(permanence, 'orderMadeOn')],
  reads: [permanence, periodOfCare],
  says: {
    starts: 'The day the child came into care, once it is decided that they should be placed for adoption',
    due: 'within 426 days; where that falls before April 2015 487 days, before April 2014 547 and before April 2012 639',
    stops: 'The child is placed for adoption',
    exceptions: 'Only while the decision for adoption is not reversed',
  },
})

/** A10, by which A1 has been replaced in practice: a child adopted by foster carers had moved in when the foster placement began. */
export const careToAdoptersOrFosterCarers = clock({
  ...scorecard,
  id: 'a10-426-days',
  row: 'a1-426-days',
  name: 'Coming into care to moving in with those who adopt (A10)',
  plural: 'Coming into care to moving in with those who adopt (A10)',
  todo: 'Place the child with adopters',
  source:
    'Department for Education, adoption scorecards, indicator A10: as A1, and stops when the child began to live with foster carers who went on to adopt',
  starts: comingIntoCare,
  due: inItsYear(calendarDays(639), calendarDays(547), calendarDays(487), calendarDays(426)),
  stops: [
    onItself(permanence, 'placedWithFosterCarersOn'),
    onItself(permanence, 'earlyPlacementOn'),
    onItself(permanence, 'placedForAdoptionOn'),
    onItself(permanence, 'orderMadeOn'),
  ],
  reads: [permanence, periodOfCare],
  says: {
    starts: 'The day the child came into care, once it is decided that they should be placed for adoption',
    due: 'within 426 days; where that falls before April 2015 487 days, before April 2014 547 and before April 2012 639',
    stops: 'The child begins to live with foster carers who go on to adopt, or is placed for adoption',
    exceptions: 'Only while the decision for adoption is not reversed',
  },
})

/** A3: children who wait less than 14 months. */
export const waitOfFourteenMonths = clock({
  ...scorecard,
  id: 'a3-14-months',
  name: 'Child waits less than 14 months (A3)',
  plural: 'Children who wait less than 14 months (A3)',
  todo: 'Place the child with adopters',
  source:
    'Department for Education, adoption scorecards, indicator A3: 14 months since the average to March 2016; 20 to 2012, 18 to 2014, 16 to 2015',
  starts: comingIntoCare,
  due: inItsYear(months(20), months(18), months(16), months(14)),
  stops: [onItself(permanence, 'placedForAdoptionOn'), onItself(permanence, 'orderMadeOn')],
  reads: [permanence, periodOfCare],
  says: {
    starts: 'The day the child came into care, once it is decided that they should be placed for adoption',
    due: 'within 14 months; where that falls before April 2015 16 months, before April 2014 18 and before April 2012 20',
    stops: 'The child is placed for adoption',
    exceptions: 'Only while the decision for adoption is not reversed',
  },
})

export const scorecardClocks = [orderToMatch, careToAdopters, careToAdoptersOrFosterCarers, waitOfFourteenMonths]

/** A decision for adoption that was not reversed, and has not ended in another order. */
function stands({ decisionReversedOn, orderType }: Permanence): boolean {
  return decisionReversedOn === null && (orderType === null || orderType === 'Adoption')
}

/** The day a child came into care, for each decision that stands. It is counted since the decision, for until then it was nobody's aim. */
function comingIntoCare(thread: Thread): Start[] {
  return thread.dated(permanence, 'adoptionDecidedOn').flatMap(({ at: decidedOn, record }): Start[] => {
    const care = careOf(record, thread)
    if (!care?.startedOn || !stands(record)) return []
    return [
      {
        at: care.startedOn,
        since: decidedOn,
        by: { table: periodOfCare.table, id: care.id },
        until: endIn(periodOfCare, care, 'endedOn'),
        record,
      },
    ]
  })
}
