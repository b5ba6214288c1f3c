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
