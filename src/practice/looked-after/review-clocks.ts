import { chain, clock, links } from '../../engine/clocks/clock.ts'
import { months, workingDays } from '../../engine/clocks/length.ts'
import { person } from '../person/records.ts'
import { lookedAfterReview, periodOfCare } from './records.ts'

/** Reviews of a child in care: the first, the second, and those after. A review that was cancelled was not held. */
const held = links(lookedAfterReview, 'heldOn', (review) => review.cancelled !== true)

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
  starts: chain(periodOfCare, 'startedOn', 'endedOn', [held], { after: (reviews) => reviews === 0 }),
  due: workingDays(20),
  doneBy: lookedAfterReview,
  reads: [periodOfCare, lookedAfterReview],
  says: {
    starts: 'The day a child comes into care',
    stops: 'The first looked after review is held',
    exceptions: 'Earlier if the reviewing officer asks, or before certain changes (regulation 33(3))',
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
  starts: chain(periodOfCare, 'startedOn', 'endedOn', [held], { after: (reviews) => reviews === 1 }),
  due: months(3),
  doneBy: lookedAfterReview,
  reads: [periodOfCare, lookedAfterReview],
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
  starts: chain(periodOfCare, 'startedOn', 'endedOn', [held], { after: (reviews) => reviews >= 2 }),
  due: months(6),
  doneBy: lookedAfterReview,
  reads: [periodOfCare, lookedAfterReview],
  says: {
    starts: 'The second looked after review, and each one after it',
    stops: 'The next looked after review is held',
    repeats: 'Until the child leaves care',
    exceptions:
      'In a long-term foster placement a meeting once a year is enough from 1 April 2015; the interval between reviews stays 6 months',
  },
})

export const reviewClocks = [firstLookedAfterReview, secondLookedAfterReview, laterLookedAfterReview]
