import { codeList } from '../../engine/records/kind.ts'

export const approvalDecisions = codeList(
  'Decision on approval as a foster carer',
  'Fostering Services (England) Regulations 2011, regulation 27',
  [
    { code: 'APP', label: 'Approved' },
    { code: 'NOT', label: 'Not approved' },
  ],
)

export const approvalEndReasons = codeList('Why an approval ended', 'Fostering Services (England) Regulations 2011, regulation 28', [
  { code: 'RES', label: 'Resigned' },
  { code: 'TER', label: 'Approval terminated by the fostering service' },
  { code: 'MOV', label: 'Moved to another fostering service' },
  { code: 'DIE', label: 'Carer died' },
  { code: 'OTH', label: 'Other reason' },
])

export const representationRoutes = codeList(
  'To whom a foster carer turned',
  'Fostering Services (England) Regulations 2011, regulations 27 and 28',
  [
    { code: 'SER', label: 'Representations to the fostering service' },
    { code: 'IRM', label: 'Independent Review Mechanism' },
  ],
)

export const approvalReviewDecisions = codeList(
  'Decision after a review of approval',
  'Fostering Services (England) Regulations 2011, regulation 28',
  [
    { code: 'SAME', label: 'Still suitable, terms unchanged' },
    { code: 'TERMS', label: 'Still suitable, terms changed' },
    { code: 'END', label: 'No longer suitable' },
  ],
)

export const carerChecks = codeList('Check of a foster carer', 'Goldthread: the checks that fostering services commonly renew', [
  { code: 'DBS', label: 'Disclosure and Barring Service check' },
  { code: 'MED', label: 'Medical' },
])

export const householdMembers = codeList('Member of a fostering household', 'Goldthread: told apart without a name', [
  { code: 'FIRST', label: 'First carer' },
  { code: 'SECOND', label: 'Second carer' },
  { code: 'ADULT', label: 'Other adult' },
])
