import { date, moment, oneOf, recordKind, text, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { secureReviewOutcomes } from './code-lists.ts'

/** An order of the court that a child may be kept in secure accommodation. */
export const secureAccommodationOrder = recordKind({
  name: 'Secure accommodation order',
  plural: 'Secure accommodation orders',
  table: 'secure_accommodation_order',
  group: 'Legal status',
  about: person,
  fields: {
    madeAt: moment('Made'),
    expiresOn: date('Ends', { mayBeAhead: true, note: 'Up to 3 months after the first order, up to 6 months after a later one.' }),
    court: text('Court'),
    grounds: text('Grounds'),
  },
  sameWhen: ['madeAt'],
  entries: [
    { on: 'madeAt', line: () => 'Secure accommodation order made' },
    { on: 'expiresOn', line: () => 'Secure accommodation order ends' },
  ],
  basis: 'Children Act 1989, section 25; Children (Secure Accommodation) Regulations 1991, regulations 11 and 12.',
})

/** A review by three people, one of them independent, whether a child must stay in secure accommodation. */
export const secureReview = recordKind({
  name: 'Secure accommodation review',
  plural: 'Secure accommodation reviews',
  table: 'secure_review',
  group: 'Reviews',
  about: person,
  fields: {
    heldOn: date('Held'),
    panel: text('Panel', { note: 'At least three people.' }),
    independentMember: yesNo('One of them independent of the authority'),
    outcome: oneOf(secureReviewOutcomes, 'Outcome'),
    childsViews: text('What the child said'),
  },
  sameWhen: ['heldOn'],
  entries: [
    {
      on: 'heldOn',
      line: (r) => `Secure accommodation review held: ${wordsFor(secureReviewOutcomes, r.outcome) ?? 'outcome not recorded'}`,
    },
  ],
  basis: 'Children (Secure Accommodation) Regulations 1991, regulations 15 and 16.',
})

/** A time in custody. The child may have been in care before, and have lost that by being sentenced. */
export const custody = recordKind({
  name: 'Time in custody',
  plural: 'Times in custody',
  table: 'custody',
  group: 'Legal status',
  about: person,
  fields: {
    startedOn: date('Detained'),
    endedOn: date('Released'),
    releasePlannedOn: date('Release planned', { mayBeAhead: true }),
    establishment: text('Where'),
    offence: text('For what'),
    firstVisitedOn: date('First visited by the authority'),
    visitedBy: text('Visited by'),
  },
  sameWhen: ['startedOn'],
  entries: [
    { on: 'startedOn', line: (r) => `Detained: ${r.establishment ?? 'where not recorded'}` },
    { on: 'firstVisitedOn', line: () => 'First visit in custody' },
    { on: 'endedOn', line: () => 'Released from custody' },
  ],
  basis: 'Visits to Former Looked After Children in Detention (England) Regulations 2010; Children Act 1989, section 23ZA.',
})
