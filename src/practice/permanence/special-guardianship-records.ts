import { date, recordKind, reference, text, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'

/** Special guardianship of a child, from the notice to the support that follows the order. */
export const specialGuardianship = recordKind({
  name: 'Special guardianship',
  plural: 'Special guardianships',
  table: 'special_guardianship',
  group: 'Permanence',
  about: person,
  fields: {
    guardians: text('Who asks to be special guardian'),
    relationship: text('Relationship to the child'),
    noticeOn: date('Notice given to the authority'),
    leaveGiven: yesNo('Court gave leave to apply', { note: 'Then no notice of three months is needed.' }),
    appliedOn: date('Applied to the court'),
    reportFiledOn: date('Authority’s report filed'),
    notPursuedOn: date('Given up'),
    orderOn: date('Order made'),
    supportPlanFrom: date('Support plan from'),
    support: text('Support'),
    financialSupport: yesNo('Financial support'),
    supportEndedOn: date('Support ended'),
  },
  sameWhen: ['noticeOn'],
  entries: [
    { on: 'noticeOn', line: () => 'Notice of an application for special guardianship' },
    { on: 'appliedOn', line: () => 'Applied to the court for special guardianship' },
    { on: 'orderOn', line: () => 'Special guardianship order made' },
    { on: 'supportPlanFrom', line: () => 'Special guardianship support began' },
    { on: 'supportEndedOn', line: () => 'Special guardianship support ended' },
  ],
  basis: 'Children Act 1989, sections 14A to 14F; Special Guardianship Regulations 2005.',
})

export const specialGuardianshipReview = recordKind({
  name: 'Special guardianship support review',
  plural: 'Special guardianship support reviews',
  table: 'special_guardianship_review',
  group: 'Reviews',
  about: person,
  fields: {
    specialGuardianship: reference(() => specialGuardianship, 'Special guardianship'),
    heldOn: date('Held', { required: true }),
    financialSupportReviewed: yesNo('Financial support reviewed'),
    outcome: text('Outcome'),
  },
  sameWhen: ['heldOn'],
  entries: [{ on: 'heldOn', line: () => 'Special guardianship support reviewed' }],
  basis: 'Special Guardianship Regulations 2005, regulations 17 and 18.',
})
