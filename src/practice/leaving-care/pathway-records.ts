import { professional } from '../../authority/records.ts'
import { date, oneOf, recordKind, reference, text, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { pathwayReviewOccasions } from './code-lists.ts'

/** The assessment of what a young person needs to leave care well, and the plan that follows from it. */
export const pathwayPlan = recordKind({
  name: 'Pathway plan',
  plural: 'Pathway plans',
  table: 'pathway_plan',
  group: 'Leaving care',
  about: person,
  fields: {
    needsAssessedOn: date('Needs assessed'),
    madeOn: date('Plan made'),
    personalAdviser: reference(() => professional, 'Personal adviser'),
    youngPersonAgreed: yesNo('Young person agrees with it'),
    view: text('What the young person says'),
    endedOn: date('Plan ended', { note: 'The young person needs none any more. A plan that another replaces has not ended.' }),
    endReason: text('Why it ended'),
  },
  sameWhen: ['madeOn'],
  entries: [
    { on: 'needsAssessedOn', line: () => 'Needs assessed for the pathway plan' },
    { on: 'madeOn', line: () => 'Pathway plan made' },
    { on: 'endedOn', line: (r) => `Pathway plan ended: ${r.endReason ?? 'reason not recorded'}` },
  ],
  basis:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 41 to 43; Care Leavers (England) Regulations 2010, regulations 5 and 6.',
})

export const pathwayReview = recordKind({
  name: 'Pathway plan review',
  plural: 'Pathway plan reviews',
  table: 'pathway_review',
  group: 'Leaving care',
  about: person,
  fields: {
    plan: reference(() => pathwayPlan, 'Pathway plan'),
    heldOn: date('Held', { required: true }),
    occasion: oneOf(pathwayReviewOccasions, 'Occasion'),
    chair: reference(() => professional, 'Chaired by'),
    youngPersonPresent: yesNo('Young person took part'),
    changes: text('What changes'),
  },
  sameWhen: ['heldOn'],
  entries: [
    {
      on: 'heldOn',
      line: (r) => `Pathway plan reviewed: ${(wordsFor(pathwayReviewOccasions, r.occasion) ?? 'Occasion not recorded').toLowerCase()}`,
    },
  ],
  basis: 'Care Leavers (England) Regulations 2010, regulation 7.',
})
