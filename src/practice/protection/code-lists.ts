import { codeList } from '../../engine/records/kind.ts'

/** Category of abuse of a child protection plan. The Standard Safeguarding Dataset writes the label, the census the code. */
export const categoriesOfAbuse = codeList(
  'Category of abuse',
  'Children in need census, CategoryOfAbuse; the Standard Safeguarding Dataset writes the labels',
  [
    { code: 'NEG', label: 'Neglect' },
    { code: 'PHY', label: 'Physical abuse' },
    { code: 'SAB', label: 'Sexual abuse' },
    { code: 'EMO', label: 'Emotional abuse' },
    { code: 'MUL', label: 'Multiple', also: ['Multiple/not recommended'], note: 'The dataset may list the categories after the word.' },
  ],
)

export const enquiryOutcomes = codeList(
  'Outcome of a section 47 enquiry',
  'Standard Safeguarding Dataset, s47e_s47_outcome_json, whose keys these are',
  [
    { code: 'NFA_FLAG', label: 'No further action' },
    { code: 'LEGAL_ACTION_FLAG', label: 'Legal action' },
    { code: 'PROV_OF_SERVICES_FLAG', label: 'Services provided' },
    {
      code: 'PROV_OF_SB_CARE_FLAG',
      label: 'Short-break care provided',
      note: 'SB is read as short break; the dataset does not spell it out.',
    },
    { code: 'CP_CONFERENCE_FLAG', label: 'Child protection conference' },
    { code: 'NFA_CONTINUE_SINGLE_FLAG', label: 'No further action, assessment continues' },
    { code: 'MONITOR_FLAG', label: 'Monitoring' },
    { code: 'OTHER_OUTCOMES_EXIST_FLAG', label: 'Other outcomes' },
    { code: 'TOTAL_NO_OF_OUTCOMES', label: 'Number of outcomes', inWords: true },
    { code: 'OUTCOME_COMMENTS', label: 'Comments', inWords: true },
  ],
)

export const conferenceOutcomes = codeList(
  'Outcome of an initial child protection conference',
  'Standard Safeguarding Dataset, icpc_icpc_outcome_json, whose keys these are',
  [
    { code: 'NFA_FLAG', label: 'No further action' },
    { code: 'REFERRAL_TO_OTHER_AGENCY_FLAG', label: 'Referred to another agency' },
    { code: 'SINGLE_ASSESSMENT_FLAG', label: 'Assessment' },
    { code: 'PROV_OF_SERVICES_FLAG', label: 'Services provided' },
    { code: 'CP_FLAG', label: 'Child protection plan' },
    { code: 'OTHER_OUTCOMES_EXIST_FLAG', label: 'Other outcomes' },
    { code: 'TOTAL_NO_OF_OUTCOMES', label: 'Number of outcomes', inWords: true },
    { code: 'COMMENTS', label: 'Comments', inWords: true },
  ],
)
