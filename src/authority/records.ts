import { date, decimal, identifier, recordKind, reference, text, whole, yesNo, type RecordKind } from '../engine/records/kind.ts'

export const team = recordKind({
  name: 'Team',
  plural: 'Teams',
  table: 'team',
  group: 'Workers',
  fields: {
    name: text('Team', { as: { ssd: 'dept_team_name' } }),
    parent: reference((): RecordKind => team, 'Part of', { as: { ssd: 'dept_team_parent_id' } }),
    parentName: text('Part of, as written', { as: { ssd: 'dept_team_parent_name' } }),
  },
  as: { ssd: { table: 'ssd_department', key: 'dept_team_id' } },
  sameWhen: ['name'],
  basis: 'Standard Safeguarding Dataset, ssd_department.',
})

/** Anyone who works with a child for the authority: social worker, personal adviser, reviewing officer, early help worker. */
export const professional = recordKind({
  name: 'Professional',
  plural: 'Professionals',
  table: 'professional',
  group: 'Workers',
  fields: {
    staffId: identifier('Staff number', { as: { ssd: 'prof_staff_id' }, note: 'May be blank for someone another organisation employs.' }),
    name: text('Name', { as: { ssd: 'prof_professional_name' } }),
    registration: identifier('Social Work England number', {
      as: { ssd: 'prof_social_worker_registration_no', ssda903: 'SWEpisodes.SW_ID' },
      note: 'Starts with SW; up to 12 characters.',
    }),
    agencyWorker: yesNo('Agency worker', { as: { ssd: 'prof_agency_worker_flag' } }),
    jobTitle: text('Job title', { as: { ssd: 'prof_professional_job_title' } }),
    caseload: whole('Children allocated', {
      as: { ssd: 'prof_professional_caseload' },
      note: 'As stated by the source, at the last 30 September. What we count ourselves comes from involvements.',
    }),
    department: text('Team or organisation, as written', { as: { ssd: 'prof_professional_department' } }),
    fullTimeEquivalent: decimal('Full-time equivalent', { as: { ssd: 'prof_full_time_equivalency' }, note: '1 is full time.' }),
    newlyQualifiedFrom: date('Start of the assessed year', {
      note: 'First day of the assessed and supported year of a newly qualified social worker. Blank for anyone else.',
    }),
    caseloadLimit: whole('Children allocated at most', { note: 'As agreed for this worker: a newly qualified one has fewer.' }),
    leftOn: date('Left', { mayBeAhead: true, note: 'First day on which they no longer work for the authority.' }),
  },
  as: { ssd: { table: 'ssd_professionals', key: 'prof_professional_id' } },
  sameWhen: ['registration'],
  basis: 'Standard Safeguarding Dataset, ssd_professionals; the Social Work England number is in the looked-after return from 2023-24.',
})
