import { codeList } from '../engine/records/kind.ts'

/** How a key decision came to be taken with less notice than 28 clear days. */
export const keyDecisionExceptions = codeList(
  'Exception from notice of a key decision',
  'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012, regulations 10 and 11',
  [
    { code: 'GEN', label: 'General exception' },
    { code: 'URG', label: 'Special urgency' },
  ],
)

export const inspectionTypes = codeList('Inspection', 'Ofsted’s frameworks', [
  { code: 'SIF', label: 'Single inspection', from: '2013-11-01', until: '2017-12-31' },
  { code: 'STD', label: 'Standard inspection of children’s services', from: '2018-01-01' },
  { code: 'SHO', label: 'Short inspection of children’s services', from: '2018-01-01' },
  { code: 'FOC', label: 'Focused visit', from: '2018-01-01' },
  { code: 'MON', label: 'Monitoring visit' },
  { code: 'JTAI', label: 'Joint targeted area inspection', from: '2016-02-01' },
  { code: 'OTH', label: 'Other inspection' },
])

/** What an authority must send or publish again and again. Each has a clock of its own. */
export const regularReports = codeList('Return or report', 'The law or guidance that each clock names', [
  { code: 'CIN', label: 'Children in need census' },
  { code: '903', label: 'Looked after children return' },
  { code: 'CSWW', label: 'Social work workforce census' },
  { code: 'SEN2', label: 'Special educational needs return (SEN2)' },
  { code: 'ASGLB', label: 'Adoption and special guardianship quarterly return' },
  { code: 'FOST', label: 'Fostering dataset to Ofsted' },
  { code: 'PRIV', label: 'Private fostering report' },
  { code: 'ADOPT', label: 'Adoption report to the executive' },
  { code: 'FREP', label: 'Fostering report to the executive' },
  { code: 'PART', label: 'Safeguarding partners’ report' },
  { code: 'COMP', label: 'Complaints report' },
  { code: 'SELF', label: 'Self-evaluation' },
  { code: 'MEET', label: 'Annual engagement meeting with Ofsted' },
])
