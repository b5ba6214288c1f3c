import { professional, team } from '../../authority/records.ts'
import { date, oneOf, recordKind, reference, wordsFor } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { accommodations, activities, eligibilities, inTouchAnswers, suitabilities } from './code-lists.ts'

/** How a young person who left care, or will, is doing. The return states it for a year; the dataset as it is now. */
export const careLeaver = recordKind({
  name: 'Care leaver',
  plural: 'Care leavers',
  table: 'care_leaver',
  group: 'Leaving care',
  about: person,
  fields: {
    eligibility: oneOf(eligibilities, 'Eligibility', {
      as: { ssd: 'clea_care_leaver_eligibility', annexA: 'List 9.Eligibility Category' },
    }),
    inTouch: oneOf(inTouchAnswers, 'In touch', {
      as: { ssd: 'clea_care_leaver_in_touch', ssda903: 'OC3.IN_TOUCH', annexA: 'List 9.LA in Touch' },
    }),
    latestContactOn: date('Latest contact', { as: { ssd: 'clea_care_leaver_latest_contact', annexA: 'List 9.Latest Date of Contact' } }),
    accommodation: oneOf(accommodations, 'Accommodation', {
      as: { ssd: 'clea_care_leaver_accommodation', annexA: 'List 9.Type of Accommodation' },
      note: 'In the looked-after return, the first character of ACCOM.',
    }),
    accommodationSuitable: oneOf(suitabilities, 'Suitability of accommodation', {
      as: { ssd: 'clea_care_leaver_accom_suitable', annexA: 'List 9.Suitability of Accommodation' },
      note: 'In the looked-after return, the second character of ACCOM.',
    }),
    activity: oneOf(activities, 'Main activity', {
      as: { ssd: 'clea_care_leaver_activity', ssda903: 'OC3.ACTIV', annexA: 'List 9.Activity Status' },
    }),
    pathwayPlanReviewedOn: date('Pathway plan made or reviewed', {
      as: { ssd: 'clea_pathway_plan_review_date', annexA: 'List 9.Latest Pathway Plan Review Date' },
      note: 'Its start or its latest review, whichever is later.',
    }),
    personalAdviser: reference(() => professional, 'Personal adviser', { as: { ssd: 'clea_care_leaver_personal_advisor' } }),
    team: reference(() => team, 'Team', { as: { ssd: 'clea_care_leaver_allocated_team' } }),
    worker: reference(() => professional, 'Worker', { as: { ssd: 'clea_care_leaver_worker_id' } }),
  },
  as: { ssd: { table: 'ssd_care_leavers', key: 'clea_table_id', person: 'clea_person_id' } },
  entries: [
    {
      on: 'latestContactOn',
      line: (r) =>
        `Latest contact as a care leaver: ${wordsFor(inTouchAnswers, r.inTouch)?.toLowerCase() ?? 'not recorded whether in touch'}`,
    },
    { on: 'pathwayPlanReviewedOn', line: () => 'Pathway plan made or reviewed' },
  ],
  basis: 'Children Act 1989, sections 23A to 24D; Care Leavers (England) Regulations 2010; looked-after return, OC3.',
})
