import { codeList } from '../../engine/records/kind.ts'

export const workerChangeReasons = codeList(
  'Reason for change of social worker',
  'Looked-after return (SSDA903), SW_REASON, since 2023-24',
  [
    { code: 'MANAGE', label: 'Managing caseloads' },
    { code: 'FCONTA', label: 'First contact or re-referral' },
    { code: 'LEFTRL', label: 'Previous social worker left' },
    { code: 'ORGRST', label: 'Reorganisation' },
    { code: 'TSPROC', label: 'Transferred by the usual process' },
    { code: 'ABSENC', label: 'Absence cover, or return from absence' },
    { code: 'CHCHAN', label: 'Child asked' },
    { code: 'PCCHAN', label: 'Parent or carer asked' },
    { code: 'SWDIED', label: 'Previous social worker died' },
    { code: 'OTHERS', label: 'Other reason' },
  ],
)

/** The one role code that the dataset names, and two that case systems write; they write others too, so the field itself is text. */
export const workerRoles = codeList('Worker’s role', 'Standard Safeguarding Dataset, invo_professional_role_id', [
  { code: 'CW', label: 'Case worker' },
  { code: 'IRO', label: 'Reviewing officer' },
  { code: 'PA', label: 'Personal adviser' },
])

/** On what occasion a manager wrote on a child’s record. */
export const oversightOccasions = codeList('Occasion of management oversight', 'Goldthread', [
  { code: 'supervision', label: 'Supervision' },
  { code: 'allocation', label: 'Allocation' },
  { code: 'assessment review', label: 'Review of an assessment under way' },
  { code: 'panel', label: 'Panel' },
  { code: 'other', label: 'Other' },
])
