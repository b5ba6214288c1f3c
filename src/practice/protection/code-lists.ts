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

/** The meetings whose paperwork is recorded. */
export const meetings = codeList('Meeting', 'Goldthread', [
  { code: 'initial conference', label: 'Initial child protection conference' },
  { code: 'protection review', label: 'Child protection review conference' },
  { code: 'looked after review', label: 'Looked after review' },
])

/** Concerns that have a referral or report of their own. */
export const protocols = codeList('Protocol of a referral or report', 'Goldthread', [
  { code: 'FGM', label: 'Female genital mutilation, report to the police' },
  { code: 'NRM', label: 'Modern slavery, National Referral Mechanism' },
  { code: 'Prevent', label: 'Radicalisation, Prevent and Channel' },
  { code: 'MARAC', label: 'Domestic abuse, multi-agency risk assessment conference' },
  { code: 'homeless 16-17', label: 'Homeless at 16 or 17, joint housing protocol' },
])
