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

/** What drives children away from where they live, as they tell it. */
export const pushFactors = codeList('Why they left', 'Goldthread, after what return home interviews commonly find', [
  { code: 'Conflict', label: 'Arguments at home or in the placement' },
  { code: 'Abuse', label: 'Abuse, neglect or fear at home' },
  { code: 'Rules', label: 'Rules and boundaries' },
  { code: 'Unhappy in placement', label: 'Unhappy in the placement, or did not want to be moved' },
  { code: 'Bullying', label: 'Bullied or threatened' },
  { code: 'School', label: 'Trouble at school or college' },
  { code: 'Mental health', label: 'Low mood, self-harm or anxiety' },
  { code: 'Not heard', label: 'Felt that nobody listened' },
  { code: 'Other', label: 'Something else' },
])

/** What draws them elsewhere. */
export const pullFactors = codeList('What drew them', 'Goldthread, after what return home interviews commonly find', [
  { code: 'Family', label: 'To be with family' },
  { code: 'Friends', label: 'To be with friends' },
  { code: 'Partner', label: 'To be with a partner' },
  { code: 'Exploitation', label: 'Somebody who may be exploiting them' },
  { code: 'Gang', label: 'A gang or county lines' },
  { code: 'Drugs or alcohol', label: 'Drugs or alcohol' },
  { code: 'Fun', label: 'A party or something to do' },
  { code: 'Home area', label: 'To be back in the area they know' },
  { code: 'Other', label: 'Something else' },
])
