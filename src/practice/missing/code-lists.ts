import { codeList } from '../../engine/records/kind.ts'

export const missingTypes = codeList('Missing or away', 'Looked-after return (SSDA903), MISSING', [
  { code: 'M', label: 'Missing, whereabouts not known', also: ['Missing', 'Missing from care - whereabouts not known'] },
  {
    code: 'A',
    label: 'Away without authorisation, whereabouts known',
    also: ['Away', 'Absent', 'Away from placement without authorisation - whereabouts known'],
    note: 'Ofsted’s Annex A says Absent.',
  },
])

export const interviewAnswers = codeList(
  'Return home interview',
  'Standard Safeguarding Dataset, miss_missing_rhi_offered and miss_missing_rhi_accepted',
  [
    { code: 'Y', label: 'Yes', also: ['Yes', 'True', '1'] },
    { code: 'N', label: 'No', also: ['No', 'False', '0'] },
    { code: 'NA', label: 'Does not apply', also: ['N/A', 'Not applicable'] },
  ],
)
