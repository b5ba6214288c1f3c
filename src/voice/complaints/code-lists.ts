import { codeList } from '../../engine/records/kind.ts'

/** Which procedure a complaint follows: the stages and their times are those of the Children Act only. */
export const complaintProcedures = codeList(
  'Complaints procedure',
  'Children Act 1989, sections 24D and 26; the authority’s own procedure',
  [
    { code: 'CA89', label: 'Children Act 1989' },
    { code: 'CORP', label: 'The authority’s own procedure', also: ['Corporate'] },
  ],
)

export const complainants = codeList('Who complains', 'Children Act 1989, section 26(3): who may make representations', [
  { code: 'CHILD', label: 'Child or young person' },
  { code: 'PARENT', label: 'Parent, or other person with parental responsibility' },
  { code: 'CARER', label: 'Foster carer' },
  { code: 'ADVOCATE', label: 'Advocate, for a child' },
  { code: 'OTHER', label: 'Someone else with enough interest in the child' },
])

export const complaintOutcomes = codeList('Outcome of a complaint', 'Goldthread: the outcomes that annual reports commonly give', [
  { code: 'UPH', label: 'Upheld' },
  { code: 'PAR', label: 'Partly upheld' },
  { code: 'NOT', label: 'Not upheld' },
  { code: 'NOF', label: 'No finding' },
])
