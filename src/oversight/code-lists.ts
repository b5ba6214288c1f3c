import { codeList } from '../engine/records/kind.ts'

export const newlyQualifiedStages = codeList(
  'Review in the assessed year',
  'Guidance on the assessed and supported year in employment for child and family social work',
  [
    { code: '3', label: 'Three months' },
    { code: '6', label: 'Six months' },
    { code: '12', label: 'Twelve months, final' },
  ],
)

export const newlyQualifiedOutcomes = codeList('Outcome of a review in the assessed year', 'Goldthread: as programmes commonly record it', [
  { code: 'ON', label: 'On course' },
  { code: 'MORE', label: 'More support needed' },
  { code: 'PASS', label: 'Passed' },
  { code: 'FAIL', label: 'Not passed' },
  { code: 'DEFER', label: 'Put off' },
])

export const absenceReasons = codeList('Why a worker is away', 'Goldthread', [
  { code: 'PARENT', label: 'Maternity, paternity or adoption leave' },
  { code: 'ILL', label: 'Illness' },
  { code: 'LEAVE', label: 'Other leave' },
])

export const auditGrades = codeList('Grade of a case audit', 'Ofsted’s four grades, as local audit commonly uses them', [
  { code: 'O', label: 'Outstanding' },
  { code: 'G', label: 'Good' },
  { code: 'R', label: 'Requires improvement' },
  { code: 'I', label: 'Inadequate' },
])
