import { codeList } from '../../engine/records/kind.ts'

const source = 'Looked-after return (SSDA903)'

export const previousPermanenceOptions = codeList('Earlier permanence option', `${source}, PREV_PERM`, [
  { code: 'P1', label: 'Adoption' },
  { code: 'P2', label: 'Special guardianship order' },
  { code: 'P3', label: 'Residence order or child arrangements order' },
  { code: 'P4', label: 'Unknown' },
  { code: 'Z1', label: 'None' },
])

export const adopterSexes = codeList('Sex of adopters', `${source}, SEX_ADOPTR`, [
  { code: 'M1', label: 'Single man' },
  { code: 'F1', label: 'Single woman' },
  { code: 'MM', label: 'Male couple' },
  { code: 'FF', label: 'Female couple' },
  { code: 'MF', label: 'Male and female couple' },
])

export const adopterLegalStatuses = codeList('Legal status of adopters', `${source}, LS_ADOPTR`, [
  { code: 'L0', label: 'Single adopter' },
  { code: 'L11', label: 'Married couple of different genders' },
  { code: 'L12', label: 'Married couple of the same gender' },
  { code: 'L2', label: 'Couple in a civil partnership' },
  { code: 'L3', label: 'Unmarried couple of different genders' },
  { code: 'L4', label: 'Couple of the same gender, neither married nor in a civil partnership' },
])

export const reversalReasons = codeList('Why a child should no longer be placed for adoption', `${source}, REASON_PLACED_CEASED`, [
  { code: 'RD1', label: 'The child’s needs changed' },
  { code: 'RD2', label: 'The court did not make a placement order' },
  { code: 'RD3', label: 'Adopters could not be found' },
  { code: 'RD4', label: 'Any other reason' },
])

/** The dataset writes the words. */
export const permanenceOrders = codeList('Permanence order', 'Standard Safeguarding Dataset, perm_permanence_order_type', [
  { code: 'Adoption', label: 'Adoption order' },
  { code: 'Special Guardianship', label: 'Special guardianship order', also: ['Special Guardianship Order', 'SGO'] },
  {
    code: 'Child Arrangements Order/Residence Order',
    label: 'Child arrangements order or residence order',
    also: ['Child Arrangements Order', 'Residence Order', 'CAO', 'RO'],
  },
])

export const reasonsForLeavingAdoption = codeList('Why an adopter left the process', 'Ofsted’s Annex A, list 11', [
  { code: '1', label: 'Adopter withdrew', also: ['Adopter withdrew from process'] },
  { code: '2', label: 'Put on hold', also: ['Process put on hold'] },
  { code: '3', label: 'Application refused' },
])

export const panelMatters = codeList(
  'Matter before the adoption decision maker',
  'Adoption Agencies Regulations 2005, regulations 18, 19 and 32',
  [
    { code: 'plan', label: 'Whether the child should be placed for adoption' },
    { code: 'match', label: 'Match with adopters' },
    { code: 'early placement', label: 'Fostering for adoption' },
  ],
)

export const panelDecisions = codeList('Decision of the adoption decision maker', 'Adoption Agencies Regulations 2005', [
  { code: 'agreed', label: 'Agreed' },
  { code: 'not agreed', label: 'Not agreed' },
  { code: 'put off', label: 'Put off' },
])
