import { professional, team } from '../../authority/records.ts'
import { date, recordKind, reference, yesNo } from '../../engine/records/kind.ts'
import { referral } from '../front-door/records.ts'
import { howSeen, person } from '../person/records.ts'

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
  },
  as: { ssd: { table: 'ssd_cin_visits', key: 'cinv_cin_visit_id', person: 'cinv_person_id' } },
  sameWhen: ['visitedOn'],
  entries: [{ on: 'visitedOn', line: (r) => `Child in need visit: ${howSeen(r)}` }],
  basis: 'Working together to safeguard children; Standard Safeguarding Dataset, ssd_cin_visits.',
})
