import { codeList } from '../../engine/records/kind.ts'

const source = 'Looked-after return (SSDA903), OC3'

/** The dataset writes the words. */
export const eligibilities = codeList(
  'Leaving-care eligibility',
  'Standard Safeguarding Dataset, clea_care_leaver_eligibility; Children Act 1989, sections 23A to 24',
  [
    { code: 'Relevant', label: 'Relevant', also: ['Relevant child'] },
    { code: 'Former Relevant', label: 'Former relevant', also: ['Former relevant child'] },
    { code: 'Eligible', label: 'Eligible', also: ['Eligible child'] },
    { code: 'Qualifying', label: 'Qualifying', also: ['Qualifying care leaver'] },
    { code: 'No Current Eligibility', label: 'Not eligible now' },
  ],
)

export const inTouchAnswers = codeList('In touch', `${source}, IN_TOUCH`, [
  { code: 'YES', label: 'In touch', also: ['Yes', 'Y'] },
  { code: 'NO', label: 'Not in touch', also: ['No', 'N'] },
  { code: 'DIED', label: 'Died after leaving care' },
  { code: 'REFU', label: 'Refuses contact' },
  { code: 'NREQ', label: 'No longer requires services' },
  {
    code: 'RHOM',
    label: 'Returned home for 6 months or more',
    note: 'To parents or someone with parental responsibility, without a break.',
  },
])

/** In the return the letter is followed by 1, suitable, or 2, unsuitable. */
export const accommodations = codeList('Accommodation', `${source}, ACCOM, first character`, [
  { code: 'B', label: 'With parents or relatives' },
  { code: 'C', label: 'Community home or other residential care' },
  { code: 'D', label: 'Semi-independent, transitional or self-contained accommodation with support' },
  { code: 'E', label: 'Supported lodgings' },
  { code: 'G', label: 'Gone abroad' },
  { code: 'H', label: 'Deported' },
  { code: 'K', label: 'Ordinary lodgings, without formal support' },
  { code: 'R', label: 'Residence not known' },
  { code: 'S', label: 'No fixed abode or homeless' },
  { code: 'T', label: 'Foyer or similar supported accommodation' },
  { code: 'U', label: 'Independent living' },
  { code: 'V', label: 'Emergency accommodation' },
  { code: 'W', label: 'Bed and breakfast' },
  { code: 'X', label: 'In custody' },
  { code: 'Y', label: 'Other accommodation' },
  { code: 'Z', label: 'With former foster carers' },
  { code: '0', label: null, note: 'Given where accommodation is not reported; its words are not in our sources.' },
])

export const suitabilities = codeList('Suitability of accommodation', `${source}, ACCOM, second character`, [
  { code: '1', label: 'Suitable', also: ['Accommodation considered suitable', 'Suitable', 'Y'] },
  { code: '2', label: 'Unsuitable', also: ['Accommodation considered unsuitable', 'Unsuitable', 'N'] },
])

export const activities = codeList('Main activity', `${source}, ACTIV`, [
  { code: 'F1', label: 'Full time in higher education' },
  { code: 'P1', label: 'Part time in higher education' },
  { code: 'F2', label: 'Full time in other education' },
  { code: 'P2', label: 'Part time in other education' },
  { code: 'F3', label: 'Full time in training or employment', note: 'To 2021; then F4 and F5.' },
  { code: 'P3', label: 'Part time in training or employment', note: 'To 2021; then P4 and P5.' },
  { code: 'F4', label: 'Full time in an apprenticeship', note: 'Since 2022.' },
  { code: 'P4', label: 'Part time in an apprenticeship', note: 'Since 2022.' },
  { code: 'F5', label: 'Full time in training or employment, not an apprenticeship', note: 'Since 2022.' },
  { code: 'P5', label: 'Part time in training or employment, not an apprenticeship', note: 'Since 2022.' },
  { code: 'G4', label: 'Not in education, employment or training: illness or disability' },
  { code: 'G5', label: 'Not in education, employment or training: other circumstances' },
  { code: 'G6', label: 'Not in education, employment or training: pregnancy or parenting' },
  { code: '0', label: null, note: 'Given where activity is not reported; its words are not in our sources.' },
])

export const pathwayReviewOccasions = codeList('Occasion of a pathway review', 'Care Leavers (England) Regulations 2010, regulation 7', [
  { code: 'regular', label: 'Every six months' },
  { code: 'asked for', label: 'The young person or the adviser asked' },
  { code: 'move', label: 'After moving into accommodation' },
  { code: 'other', label: 'Other' },
])

export const accommodationPowers = codeList('Under what accommodation is given', 'Children Act 1989', [
  { code: '23B', label: 'Section 23B: accommodation of a relevant child' },
  { code: '24B', label: 'Section 24B: accommodation in connection with education or training' },
  { code: 'other', label: 'Not given by the authority' },
])

export const adviserContactWays = codeList('How a personal adviser was in touch', 'Goldthread', [
  { code: 'home visit', label: 'Visited where they live' },
  { code: 'met elsewhere', label: 'Met elsewhere' },
  { code: 'call', label: 'Telephone or video call' },
  { code: 'message', label: 'Messages or letter, answered' },
  { code: 'not reached', label: 'Tried and not reached' },
])

export const offerAnswers = codeList('Answer to an offer of support', 'Children Act 1989, section 23CZB', [
  { code: 'accepted', label: 'Accepted' },
  { code: 'declined', label: 'Declined' },
  { code: 'no answer', label: 'No answer' },
])
