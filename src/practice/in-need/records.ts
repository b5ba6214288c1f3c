import { professional, team } from '../../authority/records.ts'
import { date, oneOf, recordKind, reference, text, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { referral } from '../front-door/records.ts'
import { howSeen, person } from '../person/records.ts'
import { inNeedReviewDecisions, longStaySections } from './code-lists.ts'

export const childInNeedPlan = recordKind({
  name: 'Child in need plan',
  plural: 'Child in need plans',
  table: 'child_in_need_plan',
  group: 'Plans',
  about: person,
  fields: {
    referral: reference(() => referral, 'Referral', { as: { ssd: 'cinp_referral_id' } }),
    startedOn: date('Started', { as: { ssd: 'cinp_cin_plan_start_date', cin: 'CINPlanDates.CINPlanStartDate' } }),
    endedOn: date('Ended', { as: { ssd: 'cinp_cin_plan_end_date', cin: 'CINPlanDates.CINPlanEndDate' } }),
    team: reference(() => team, 'Team', { as: { ssd: 'cinp_cin_plan_team' } }),
    worker: reference(() => professional, 'Worker', { as: { ssd: 'cinp_cin_plan_worker_id' } }),
  },
  as: { ssd: { table: 'ssd_cin_plans', key: 'cinp_cin_plan_id', person: 'cinp_person_id' } },
  sameWhen: ['startedOn'],
  foundBy: [['endedOn', 'team']],
  entries: [
    { on: 'startedOn', line: () => 'Child in need plan began' },
    { on: 'endedOn', line: () => 'Child in need plan ended' },
  ],
  basis: 'Children Act 1989, section 17; children in need census, CINPlanDates, since 2021-22.',
})

export const childInNeedVisit = recordKind({
  name: 'Child in need visit',
  plural: 'Child in need visits',
  table: 'child_in_need_visit',
  group: 'Visits',
  about: person,
  fields: {
    visitedOn: date('Visited', { as: { ssd: 'cinv_cin_visit_date' } }),
    childSeen: yesNo('Child seen', { as: { ssd: 'cinv_cin_visit_seen' } }),
    seenAlone: yesNo('Seen alone', { as: { ssd: 'cinv_cin_visit_seen_alone' } }),
    bedroomSeen: yesNo('Bedroom seen', { as: { ssd: 'cinv_cin_visit_bedroom' } }),
    whyNotAlone: text('Why not seen alone', { note: 'Too young, did not want to, or not safe.' }),
  },
  as: { ssd: { table: 'ssd_cin_visits', key: 'cinv_cin_visit_id', person: 'cinv_person_id' } },
  sameWhen: ['visitedOn'],
  entries: [{ on: 'visitedOn', line: (r) => `Child in need visit: ${howSeen(r)}` }],
  basis: 'Working together to safeguard children; Standard Safeguarding Dataset, ssd_cin_visits.',
})

/** A meeting of the family and those who work with it, at which the child in need plan is looked at. */
export const childInNeedReview = recordKind({
  name: 'Child in need review',
  plural: 'Child in need reviews',
  table: 'child_in_need_review',
  group: 'Reviews',
  about: person,
  fields: {
    plan: reference(() => childInNeedPlan, 'Child in need plan'),
    heldOn: date('Held', { required: true }),
    chairedBy: reference(() => professional, 'Chaired by'),
    attended: text('Who attended'),
    childTookPart: yesNo('Child took part'),
    decision: oneOf(inNeedReviewDecisions, 'Decision'),
    agreed: text('What was agreed'),
    nextOn: date('Next review', { mayBeAhead: true }),
  },
  sameWhen: ['heldOn'],
  entries: [
    {
      on: 'heldOn',
      line: (r) => `Child in need review held: ${(wordsFor(inNeedReviewDecisions, r.decision) ?? 'decision not recorded').toLowerCase()}`,
    },
  ],
  basis: 'Children Act 1989, section 17; Working together to safeguard children, which asks that plans are reviewed regularly.',
})

/** That a hospital, a care home or a residential school has a child for three months or more, and when the council was told. */
export const longStay = recordKind({
  name: 'Long stay away from home',
  plural: 'Long stays away from home',
  table: 'long_stay',
  group: 'Placements',
  about: person,
  fields: {
    section: oneOf(longStaySections, 'Who accommodates the child'),
    placedOn: date('Stay began', { required: true }),
    placedBy: text('Accommodated by', { note: 'The health body, education authority, home or hospital.' }),
    livesAt: text('Where'),
    intendedUntilOn: date('Meant to last until', { mayBeAhead: true }),
    noticeReceivedOn: date('Council told'),
    endedOn: date('Stay ended'),
  },
  sameWhen: ['placedOn'],
  entries: [
    { on: 'placedOn', line: (r) => `Stay away from home began: ${r.livesAt ?? 'where is not recorded'}` },
    { on: 'noticeReceivedOn', line: () => 'Council told of a stay of three months or more away from home' },
    { on: 'endedOn', line: () => 'Stay away from home ended' },
  ],
  basis: 'Children Act 1989, sections 85 to 86A; Visits to Children in Long-Term Residential Care Regulations 2011.',
})
