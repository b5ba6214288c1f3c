import { codeList } from '../../engine/records/kind.ts'

/** Where a health check stands. The dataset writes the words. */
export const healthCheckStatuses = codeList('State of a health check', 'Standard Safeguarding Dataset, clah_health_check_status', [
  { code: 'Planned', label: 'Planned' },
  { code: 'Refused', label: 'Refused' },
  { code: 'Cancelled', label: 'Cancelled' },
  { code: 'Completed', label: 'Completed' },
])

/** The kinds of check the dataset names; councils write others, so the field itself is text. */
export const healthCheckTypes = codeList('Kind of health check', 'Standard Safeguarding Dataset, clah_health_check_type', [
  { code: 'Health Assessment', label: 'Health assessment' },
  { code: 'Dental Check', label: 'Dental check' },
])

export const noScoreReasons = codeList('Why there is no strengths and difficulties score', 'Looked-after return (SSDA903), SDQ_REASON', [
  { code: 'SDQ1', label: 'Under 4 or over 16 at the latest assessment' },
  { code: 'SDQ2', label: 'Carers refused to complete and return the questionnaire' },
  { code: 'SDQ3', label: 'Not possible because of the severity of the child’s disability' },
  { code: 'SDQ4', label: 'Other' },
  { code: 'SDQ5', label: 'Child or young person refused' },
])

export const healthAssessmentTypes = codeList(
  'Kind of health assessment',
  'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7',
  [
    { code: 'Initial', label: 'Initial health assessment', also: ['IHA'] },
    { code: 'Review', label: 'Review health assessment', also: ['RHA'] },
  ],
)

export const healthExaminers = codeList(
  'Who assessed',
  'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7',
  [
    { code: 'Doctor', label: 'Doctor', note: 'A registered medical practitioner, who must make the initial assessment.' },
    { code: 'Nurse', label: 'Nurse' },
    { code: 'Midwife', label: 'Midwife' },
  ],
)
