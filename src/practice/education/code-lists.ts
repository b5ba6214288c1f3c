import { codeList } from '../../engine/records/kind.ts'

const source = 'SEN2 return; Standard Safeguarding Dataset, education, health and care plan tables (draft)'

export const specialEducationalNeeds = codeList('Special educational need', source, [
  { code: 'SPLD', label: 'Specific learning difficulty' },
  { code: 'MLD', label: 'Moderate learning difficulty' },
  { code: 'SLD', label: 'Severe learning difficulty' },
  { code: 'PMLD', label: 'Profound and multiple learning difficulty' },
  { code: 'SEMH', label: 'Social, emotional and mental health' },
  { code: 'SLCN', label: 'Speech, language and communication needs' },
  { code: 'HI', label: 'Hearing impairment' },
  { code: 'VI', label: 'Vision impairment' },
  { code: 'MSI', label: 'Multi-sensory impairment' },
  { code: 'PD', label: 'Physical disability' },
  { code: 'ASD', label: 'Autistic spectrum disorder' },
  { code: 'OTH', label: 'Other difficulty' },
])

export const needRanks = codeList('Rank of need', source, [
  { code: '1', label: 'Primary' },
  { code: '2', label: 'Secondary' },
])

export const requestOutcomes = codeList('Outcome of a request', source, [
  { code: 'Y', label: 'Went on to assessment' },
  { code: 'N', label: 'Decided not to assess' },
  { code: 'A', label: 'Not yet decided' },
  { code: 'W', label: 'Withdrawn or ceased' },
  { code: 'H', label: 'Historical' },
])

export const assessmentDecisions = codeList('Outcome of an education, health and care assessment', source, [
  { code: 'Y', label: 'Plan to be issued' },
  { code: 'N', label: 'Plan not to be issued' },
  { code: 'A', label: 'Not yet decided' },
  { code: 'W', label: 'Withdrawn or ceased' },
  { code: 'H', label: 'Historical' },
])

export const planEndReasons = codeList('Why a plan ended', source, [
  { code: '1', label: 'Reached the highest age' },
  { code: '2', label: 'Needs met without a plan' },
  { code: '3', label: 'Higher education' },
  { code: '4', label: 'Paid employment, not an apprenticeship' },
  { code: '5', label: 'Transferred to another local authority' },
  { code: '6', label: 'No longer wishes to engage' },
  { code: '7', label: 'Moved outside England' },
  { code: '8', label: 'Died' },
  { code: '9', label: 'Other' },
])

export const educationPlanQualities = codeList(
  'Quality of a personal education plan',
  'Goldthread; virtual schools grade them in words of their own',
  [
    { code: 'good', label: 'Good' },
    { code: 'sound', label: 'Good enough' },
    { code: 'weak', label: 'Needs more work' },
  ],
)

export const schoolPlaceReasons = codeList('Why a school place is sought', 'Goldthread', [
  { code: 'emergency', label: 'Placement changed in an emergency' },
  { code: 'planned', label: 'Placement changed as planned' },
  { code: 'school', label: 'The school place ended' },
  { code: 'arrived', label: 'New to the area or the country' },
  { code: 'other', label: 'Other' },
])

export const exclusionTypes = codeList('Type of exclusion', 'Education Act 2002, section 51A', [
  { code: 'suspension', label: 'Suspension', also: ['Fixed-period exclusion', 'Fixed term'] },
  { code: 'permanent', label: 'Permanent exclusion', also: ['Permanent'] },
])

export const missingEducationReasons = codeList('Why a child may be missing education', 'Children missing education, statutory guidance', [
  { code: 'absent', label: 'Absent without explanation for ten school days' },
  { code: 'off roll', label: 'Taken off a school’s roll, next school not known' },
  { code: 'never', label: 'Never on a school’s roll' },
  { code: 'other', label: 'Other' },
])

export const adviceServices = codeList(
  'Who is asked for advice',
  'Special Educational Needs and Disability Regulations 2014, regulation 6',
  [
    { code: 'social care', label: 'Social care' },
    { code: 'education', label: 'School or other education' },
    { code: 'psychology', label: 'Educational psychologist' },
    { code: 'health', label: 'Health' },
    { code: 'other', label: 'Somebody else' },
  ],
)

export const reviewDecisions = codeList(
  'Decision after a review of an education, health and care plan',
  'Special Educational Needs and Disability Regulations 2014, regulation 20',
  [
    { code: 'keep', label: 'Keep as it is' },
    { code: 'amend', label: 'Amend' },
    { code: 'end', label: 'End' },
  ],
)

export const phases = codeList('Change of phase', 'Special Educational Needs and Disability Regulations 2014, regulations 2 and 18', [
  { code: 'early years', label: 'Early years to school' },
  { code: 'infant', label: 'Infant to junior school' },
  { code: 'to middle', label: 'Primary to middle school' },
  { code: 'primary', label: 'Primary to secondary school' },
  { code: 'middle', label: 'Middle to secondary school' },
  { code: 'post-16', label: 'Secondary school to a post-16 institution' },
  { code: 'between post-16', label: 'From one post-16 institution to another' },
])
