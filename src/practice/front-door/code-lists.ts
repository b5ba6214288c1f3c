import { codeList } from '../../engine/records/kind.ts'

/** Who made a contact or referral. */
export const referralSources = codeList('Source of contact or referral', 'Children in need census, ReferralSource', [
  { code: '1A', label: 'Family member, relative or carer', also: ['Individual - family member, relative or carer'] },
  {
    code: '1B',
    label: 'Acquaintance, neighbour or child minder',
    also: ['Individual - acquaintance (incl. neighbours and child minders)'],
  },
  { code: '1C', label: 'The child themselves', also: ['Individual - self'] },
  { code: '1D', label: 'Other individual', also: ['Individual - other (incl. strangers)'] },
  { code: '2A', label: 'Schools' },
  { code: '2B', label: 'Education services' },
  { code: '3A', label: 'GP', also: ['Health services - GP'] },
  { code: '3B', label: 'Health visitor', also: ['Health services - health visitor'] },
  { code: '3C', label: 'School nurse', also: ['Health services - school nurse'] },
  { code: '3D', label: 'Other primary health services', also: ['Health services - other primary health services'] },
  { code: '3E', label: 'Accident and emergency', also: ['Health services - A&E'] },
  { code: '3F', label: 'Other health services', also: ['Health services - other (e.g. hospice)'] },
  { code: '4', label: 'Housing', also: ['Housing - LA housing or housing association'] },
  {
    code: '5A',
    label: 'Social care in this council, such as adult social care',
    also: ['LA services - social care e.g. adults social care'],
  },
  { code: '5B', label: 'Other services of this council', also: ['LA services - other internal'] },
  { code: '5C', label: 'Another local authority', also: ['LA services - external, from another local authority'] },
  {
    code: '5D',
    label: 'Early help',
    from: '2022-04-01',
    also: ['LA services - early help'],
    note: 'First in the census schema of 2023, which is that of 2022-23.',
  },
  { code: '6', label: 'Police' },
  {
    code: '7',
    label: 'Courts, probation, immigration, Cafcass or prison',
    also: ['Other legal agency', 'Other legal agency (courts, probation, immigration, CAFCASS, prison)'],
  },
  {
    code: '8',
    label: 'Other source',
    also: ['Other', "Other (children's centres, independent agency providers, voluntary organisations)"],
  },
  { code: '9', label: 'Anonymous' },
  { code: '10', label: 'Source unknown', also: ['Unknown'] },
])

export const closureReasons = codeList('Reason for closure', 'Children in need census, ReasonForClosure', [
  { code: 'RC1', label: 'Adopted' },
  { code: 'RC2', label: 'Died' },
  { code: 'RC3', label: 'Child arrangements order', also: ['Residence order'] },
  { code: 'RC4', label: 'Special guardianship order' },
  { code: 'RC5', label: 'Transferred to another local authority', also: ['Transferred to services of another local authority'] },
  { code: 'RC6', label: 'Transferred to adult social care', also: ['Transferred to adult social care services'] },
  {
    code: 'RC7',
    label: 'Services ceased for any other reason, including no longer in need',
    also: ['Services ceased for any other reason, including child no longer in need'],
  },
  { code: 'RC8', label: 'No further action after assessment', also: ['Case closed after assessment, no further action'] },
  {
    code: 'RC9',
    label: 'Referred to early help after assessment',
    from: '2022-04-01',
    also: ['Case closed after assessment, referred to early help'],
    note: 'First in the census schema of 2023, which is that of 2022-23.',
  },
])

export const contactOutcomes = codeList(
  'Outcome of a contact',
  'Standard Safeguarding Dataset, cont_contact_outcome_json, whose keys these are',
  [
    { code: 'NEW_REFERRAL_FLAG', label: 'New referral' },
    { code: 'EXISTING_REFERRAL_FLAG', label: 'Added to an open referral' },
    { code: 'CP_ENQUIRY_FLAG', label: 'Child protection enquiry' },
    { code: 'NFA_FLAG', label: 'No further action' },
    { code: 'NON_AGENCY_ADOPTION_FLAG', label: 'Non-agency adoption' },
    { code: 'PRIVATE_FOSTERING_FLAG', label: 'Private fostering' },
    { code: 'ADVICE_FLAG', label: 'Advice given' },
    { code: 'MISSING_FLAG', label: 'Missing' },
    { code: 'OLA_CP_FLAG', label: 'Child protection in another local authority' },
    { code: 'OTHER_OUTCOMES_EXIST_FLAG', label: 'Other outcomes' },
  ],
)

/** How soon a contact is to be decided on. How long each colour may take is for the partners at the front door to agree. */
export const contactUrgencies = codeList('Urgency of a contact', 'Local front-door protocols', [
  { code: 'red', label: 'Red' },
  { code: 'amber', label: 'Amber' },
  { code: 'green', label: 'Green' },
])

export const referralOutcomes = codeList(
  'Outcome of a referral',
  'Standard Safeguarding Dataset, cine_referral_outcome_json, whose keys these are',
  [
    { code: 'SINGLE_ASSESSMENT_FLAG', label: 'Assessment' },
    { code: 'NFA_FLAG', label: 'No further action' },
    { code: 'STRATEGY_DISCUSSION_FLAG', label: 'Strategy discussion' },
    { code: 'CLA_REQUEST_FLAG', label: 'Request to come into care' },
    { code: 'NON_AGENCY_ADOPTION_FLAG', label: 'Non-agency adoption' },
    { code: 'PRIVATE_FOSTERING_FLAG', label: 'Private fostering' },
    { code: 'CP_TRANSFER_IN_FLAG', label: 'Child protection transfer in' },
    { code: 'CP_CONFERENCE_FLAG', label: 'Child protection conference' },
    { code: 'CARE_LEAVER_FLAG', label: 'Care leaver' },
    { code: 'OTHER_OUTCOMES_EXIST_FLAG', label: 'Other outcomes' },
  ],
)
