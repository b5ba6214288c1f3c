import { measure, type Measure } from '../../engine/measures/measure.ts'
import { inCare, ofChildren, unaccompanied } from '../dimensions.ts'
import { leftCare } from '../looked-after/care-facts.ts'
import { adoptionDecisions, childrenAdopted, endedByAdoption, endedByGuardianship, fourteenMonthsUp, waitingForAdopters } from './facts.ts'
import { waitOfFourteenMonths } from './scorecard-clocks.ts'

/** How many children leave care for a family for good, and how long they wait for it. */

const area = 'Permanence'
const scorecard = (indicator: string) => `Department for Education, adoption scorecards: indicator ${indicator}`

/** Of somebody who has left care, how they lived in care is no longer so on that day: the measures are not parted by it. */
const ofThoseWhoLeft = [...ofChildren, unaccompanied] as const

/** What the three averages of waiting share. */
const wait = {
  area,
  of: childrenAdopted,
  statistic: 'mean',
  span: '3 years',
  better: 'lower',
  unit: 'days',
  by: [...ofThoseWhoLeft, 'siblings'],
  national: true,
} as const

const endsOut = 'all ends of care in the 12 months; a child who left twice counts twice'
const noShortBreaks = 'series of short breaks'

export const permanenceMeasures: readonly Measure[] = [
  measure({
    ...wait,
    id: 'adoption-a1',
    name: 'Days from coming into care to moving in with adopters',
    value: 'daysToMovingIn',
    source: scorecard('A1'),
    says: {
      counted: 'days from coming into care to being placed for adoption',
      outOf: 'children who were adopted in the 3 years',
      leftOut: 'children of whom no day of being placed for adoption is recorded',
    },
  }),
  measure({
    ...wait,
    id: 'adoption-a10',
    name: 'Days from coming into care to moving in with those who adopted',
    value: 'daysToFamily',
    source: scorecard('A10'),
    says: {
      counted: 'days from coming into care to being placed for adoption, or to moving in with the foster carers who went on to adopt',
      outOf: 'children who were adopted in the 3 years',
      leftOut: 'children of whom neither day is recorded',
      note: 'fostering for adoption counts from the day of that placement',
    },
  }),
  measure({
    ...wait,
    id: 'adoption-a2',
    name: 'Days from placement order to match',
    value: 'daysToMatch',
    source: scorecard('A2'),
    says: {
      counted: 'days from the placement order to the match with adopters; none where the match came first',
      outOf: 'children who were adopted in the 3 years',
      leftOut: 'children without a placement order or a match on record',
    },
  }),
  measure({
    id: 'adoption-a3',
    name: 'Children who moved in with adopters within 14 months',
    area,
    of: fourteenMonthsUp,
    statistic: 'share',
    met: { inTime: [true] },
    span: '3 years',
    better: 'higher',
    by: [...ofChildren, ...inCare],
    source: waitOfFourteenMonths.source,
    says: {
      counted: 'children who moved in with adopters by then',
      outOf: 'children with a decision for adoption that stands, whose 14 months from coming into care were up in the 3 years',
      leftOut: 'children whose decision was reversed or who left care another way before then',
      note: 'our reading: the scorecard counts those adopted and those waiting on one day, so its figures cannot stand beside this one',
    },
  }),
  measure({
    id: 'adoption-number',
    name: 'Children adopted from care',
    area,
    of: childrenAdopted,
    statistic: 'count',
    span: '12 months',
    better: 'neutral',
    by: [...ofThoseWhoLeft, 'siblings'],
    source: 'Looked-after return (SSDA903): episodes that ceased with E11 or E12',
    national: true,
    says: { counted: 'children who left care by adoption in the 12 months' },
  }),
  measure({
    id: 'adoption-share',
    name: 'Left care by adoption',
    area,
    of: leftCare,
    statistic: 'share',
    met: { reason: endedByAdoption },
    span: '12 months',
    better: 'neutral',
    by: ofThoseWhoLeft,
    source: `${scorecard('A4')}; looked-after return (SSDA903)`,
    national: true,
    says: { counted: 'ends of care by adoption', outOf: endsOut, leftOut: noShortBreaks },
  }),
  measure({
    id: 'sgo-share',
    name: 'Left care by special guardianship',
    area,
    of: leftCare,
    statistic: 'share',
    met: { reason: endedByGuardianship },
    span: '12 months',
    better: 'neutral',
    by: ofThoseWhoLeft,
    source: 'Looked-after return (SSDA903): episodes that ceased with E43 or E44, since 2019 E45 to E48',
    national: true,
    says: { counted: 'ends of care by a special guardianship order', outOf: endsOut, leftOut: noShortBreaks },
  }),
  measure({
    id: 'adoption-reversed',
    name: 'Plan changed away from adoption',
    area,
    of: adoptionDecisions,
    statistic: 'share',
    met: { reversed: [true] },
    span: 'moment',
    better: 'lower',
    by: ofThoseWhoLeft,
    source: scorecard('A5'),
    says: {
      counted: 'decisions for adoption that were reversed in the last 12 months',
      outOf: 'decisions for adoption that stood at some time in the last 12 months',
      note: 'decisions, not children; out of which the scorecard tells its share is not in our sources, so its figures cannot stand beside this one',
    },
  }),
  measure({
    id: 'adoption-waiting',
    name: 'Children with a placement order who are not placed',
    area,
    of: waitingForAdopters,
    statistic: 'count',
    span: 'moment',
    better: 'lower',
    by: [...ofChildren, ...inCare, 'siblings'],
    source: `${scorecard('A9')}; Adoption and Special Guardianship Leadership Board`,
    national: true,
    says: {
      counted: 'children with a placement order who are not placed for adoption',
      leftOut: 'children whose decision was reversed',
      note: 'a child fostered by those who are to adopt waits until the placement is one for adoption',
    },
  }),
]
