import { date, manyOf, oneOf, recordKind, reference, text, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { carePlanOptions, noticeRecipients, placementPlanTypes } from './code-lists.ts'
import { carePlan, lookedAfterReview, placement } from './records.ts'

/** A change to a running care plan. Each is a record of its own, so that the one before is not lost. */
export const carePlanUpdate = recordKind({
  name: 'Care plan update',
  plural: 'Care plan updates',
  table: 'care_plan_update',
  group: 'Plans',
  about: person,
  fields: {
    carePlan: reference(() => carePlan, 'Care plan'),
    updatedOn: date('Updated'),
    review: reference(() => lookedAfterReview, 'After the review'),
    permanence: oneOf(carePlanOptions, 'Plan for permanence', { note: 'What the plan aims for since this change.' }),
    whatChanged: text('What changed'),
    updatedBy: text('Updated by'),
  },
  sameWhen: ['updatedOn'],
  entries: [
    {
      on: 'updatedOn',
      line: (r) => (r.permanence === null ? 'Care plan updated' : `Care plan updated: ${wordsFor(carePlanOptions, r.permanence)}`),
    },
  ],
  basis: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 6.',
})

/** How the placement is to meet the child's needs, and what the carers may decide themselves. */
export const placementPlan = recordKind({
  name: 'Placement plan',
  plural: 'Placement plans',
  table: 'placement_plan',
  group: 'Plans',
  about: person,
  fields: {
    placement: reference(() => placement, 'Placement'),
    type: oneOf(placementPlanTypes, 'Kind of plan'),
    madeOn: date('Made', { note: 'The day it was agreed.' }),
    delegatedAuthority: text('What the carers may decide', { note: 'And what parents and the authority keep for themselves.' }),
    agreedWith: text('Agreed with'),
    nextReviewOn: date('To be looked at again', { mayBeAhead: true }),
  },
  sameWhen: ['madeOn'],
  entries: [{ on: 'madeOn', line: (r) => `${wordsFor(placementPlanTypes, r.type) ?? 'Placement plan'} made` }],
  basis: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 9 and 47C and schedules 2 and 2A.',
})

/** That people were told where a child was placed. One record may say it of several. */
export const placementNotice = recordKind({
  name: 'Notice of placement',
  plural: 'Notices of placement',
  table: 'placement_notice',
  group: 'Placements',
  about: person,
  fields: {
    placement: reference(() => placement, 'Placement'),
    sentOn: date('Sent'),
    toWhom: manyOf(noticeRecipients, 'To whom', { note: 'Blank: to everybody who had to be told.' }),
    notToTell: manyOf(noticeRecipients, 'Not to be told', {
      note: 'No school, for instance, or family members whose knowing would put the child at risk of significant harm.',
    }),
    whyNot: text('Why not'),
    assessmentAndPlanSent: yesNo('Assessment of needs and care plan sent with it'),
  },
  sameWhen: ['sentOn'],
  entries: [
    {
      on: 'sentOn',
      line: (r) => {
        const told = (r.toWhom ?? []).map((code) => wordsFor(noticeRecipients, code))
        return `Notice of the placement sent: ${told.length === 0 ? 'to whom not recorded' : told.join('; ')}`
      },
    },
  ],
  basis: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 13.',
})
