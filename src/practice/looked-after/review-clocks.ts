import { chain, clock } from '../../engine/clocks/clock.ts'
import { legalStatus } from '../court/records.ts'
import { person } from '../person/records.ts'
import { inFullCare } from './care.ts'
import { lookedAfterReview, periodOfCare } from './records.ts'
import { reviewsHeld, reviewWithin } from './reviews.ts'

/** Reviews of children in care: the first, the second, and those after. */
const reviewsFrom = (after: (reviewsBefore: number) => boolean) =>
  chain(periodOfCare, 'startedOn', 'endedOn', [reviewsHeld], { after, when: inFullCare })

/** First review within 20 working days of coming into care; that day is day 0. */
export const firstLookedAfterReview = clock({
  id: 'lac-review-first',
  name: 'First looked after review',
  plural: 'First looked after reviews',
  todo: 'Hold the first looked after review',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(1)',
  lookedUp: true,
  from: '2011-04-01',
  ages: { until: 18 },
  starts: reviewsFrom((reviews) => reviews === 0),
  due: reviewWithin(0),
  doneBy: lookedAfterReview,
  reads: [periodOfCare, legalStatus, lookedAfterReview],
  says: {
    starts: 'The day a child comes into care',
    stops: 'The first looked after review is held',
    exceptions:
      'Earlier if the reviewing officer asks, or before certain changes (regulation 33(3)). Short breaks are reviewed by regulation 48 instead',
  },
})

/** Second review within 3 months of the first. */
export const secondLookedAfterReview = clock({
  id: 'lac-review-second',
  name: 'Second looked after review',
  plural: 'Second looked after reviews',
  todo: 'Hold the second looked after review',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(2)',
  lookedUp: true,
  from: '2011-04-01',
  ages: { until: 18 },
  starts: reviewsFrom((reviews) => reviews === 1),
  due: reviewWithin(1),
  doneBy: lookedAfterReview,
  reads: [periodOfCare, legalStatus, lookedAfterReview],
  says: { starts: 'The first looked after review', stops: 'The second looked after review is held' },
})

/** Later reviews within 6 months of the one before. */
export const laterLookedAfterReview = clock({
  id: 'lac-review-next',
  name: 'Looked after review',
  plural: 'Looked after reviews',
  todo: 'Hold the looked after review',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(2)',
  lookedUp: true,
  from: '2011-04-01',
  ages: { until: 18 },
  starts: reviewsFrom((reviews) => reviews >= 2),
  due: reviewWithin(2),
  doneBy: lookedAfterReview,
  reads: [periodOfCare, legalStatus, lookedAfterReview],
  says: {
    starts: 'The second looked after review, and each one after it',
    stops: 'The next looked after review is held',
    repeats: 'Until the child leaves care',
    exceptions:
      'In a long-term foster placement a meeting once a year is enough from 1 April 2015; the interval between reviews stays 6 months',
  },
})

export const reviewClocks = [firstLookedAfterReview, secondLookedAfterReview, laterLookedAfterReview]
