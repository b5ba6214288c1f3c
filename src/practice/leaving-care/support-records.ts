import { professional } from '../../authority/records.ts'
import { date, identifier, oneOf, recordKind, reference, text, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { accommodationPowers, accommodations, adviserContactWays, offerAnswers, suitabilities } from './code-lists.ts'

/** Where a young person who has left care lives, where the authority provides it. */
export const leavingCareAccommodation = recordKind({
  name: 'Leaving-care accommodation',
  plural: 'Leaving-care accommodation',
  table: 'leaving_care_accommodation',
  group: 'Leaving care',
  about: person,
  fields: {
    providedOn: date('First provided', { required: true }),
    type: oneOf(accommodations, 'Accommodation'),
    givenUnder: oneOf(accommodationPowers, 'Given under'),
    suitable: oneOf(suitabilities, 'Suitability of accommodation'),
    postcode: identifier('Postcode'),
    endedOn: date('Moved out'),
    endReason: text('Why they moved'),
  },
  sameWhen: ['providedOn'],
  entries: [
    { on: 'providedOn', line: (r) => `Leaving-care accommodation provided: ${wordsFor(accommodations, r.type) ?? 'type not recorded'}` },
    { on: 'endedOn', line: (r) => `Moved out of leaving-care accommodation: ${r.endReason ?? 'reason not recorded'}` },
  ],
  basis: 'Children Act 1989, sections 23B and 24B; Care Leavers (England) Regulations 2010, regulations 7(3), 8 and 9.',
})

/** That a personal adviser visited, met or spoke with a young person, or tried to. */
export const personalAdviserVisit = recordKind({
  name: 'Personal adviser’s visit or contact',
  plural: 'Personal advisers’ visits and contacts',
  table: 'personal_adviser_visit',
  group: 'Visits',
  about: person,
  fields: {
    visitedOn: date('Visited or in touch', { required: true }),
    adviser: reference(() => professional, 'Personal adviser'),
    how: oneOf(adviserContactWays, 'How'),
    youngPersonSeen: yesNo('Young person seen'),
    note: text('How they are doing'),
  },
  sameWhen: ['visitedOn', 'how'],
  entries: [
    {
      on: 'visitedOn',
      line: (r) =>
        `Personal adviser: ${(wordsFor(adviserContactWays, r.how) ?? 'Way not recorded').toLowerCase()}${r.youngPersonSeen === false ? ', not seen' : ''}`,
    },
  ],
  basis: 'Children Act 1989, sections 23B to 23D; Care Leavers (England) Regulations 2010, regulation 8.',
})

/** That support of a personal adviser was offered to a young person of 21 to 24, and what they said. */
export const adviserOffer = recordKind({
  name: 'Offer of adviser support',
  plural: 'Offers of adviser support',
  table: 'adviser_offer',
  group: 'Leaving care',
  about: person,
  fields: {
    offeredOn: date('Offered', { required: true }),
    how: text('How it was offered'),
    answer: oneOf(offerAnswers, 'Answer'),
    supportEndedOn: date('Support ended', { note: 'Where it was accepted.' }),
  },
  sameWhen: ['offeredOn'],
  entries: [
    {
      on: 'offeredOn',
      line: (r) => `Adviser support offered: ${(wordsFor(offerAnswers, r.answer) ?? 'Answer not recorded').toLowerCase()}`,
    },
    { on: 'supportEndedOn', line: () => 'Adviser support ended' },
  ],
  basis: 'Children Act 1989, section 23CZB (Children and Social Work Act 2017, section 3).',
})

/** A young person goes on living with their former foster carer after 18. */
export const stayingPut = recordKind({
  name: 'Staying put arrangement',
  plural: 'Staying put arrangements',
  table: 'staying_put',
  group: 'Leaving care',
  about: person,
  fields: {
    startedOn: date('Started', { required: true }),
    carer: text('Former foster carer'),
    agreed: text('What was agreed'),
    endedOn: date('Ended'),
    endReason: text('Why it ended'),
  },
  sameWhen: ['startedOn'],
  entries: [
    { on: 'startedOn', line: () => 'Staying put with former foster carers began' },
    { on: 'endedOn', line: (r) => `Staying put ended: ${r.endReason ?? 'reason not recorded'}` },
  ],
  basis: 'Children Act 1989, section 23CZA (Children and Families Act 2014, section 98).',
})

export const stayingPutCheck = recordKind({
  name: 'Check of a staying put arrangement',
  plural: 'Checks of staying put arrangements',
  table: 'staying_put_check',
  group: 'Leaving care',
  about: person,
  fields: {
    stayingPut: reference(() => stayingPut, 'Staying put arrangement'),
    checkedOn: date('Checked', { required: true }),
    stillThere: yesNo('Still living there'),
    note: text('Note'),
  },
  sameWhen: ['checkedOn'],
  entries: [
    {
      on: 'checkedOn',
      line: (r) => `Staying put arrangement checked${r.stillThere === null ? '' : r.stillThere ? ': goes on' : ': has ended'}`,
    },
  ],
  basis: 'Children Act 1989, section 23CZA; looked-after return, staying put.',
})
