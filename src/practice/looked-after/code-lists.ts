import { codeList } from '../../engine/records/kind.ts'

const source = 'Looked-after return (SSDA903), code lists to 2026-27'

/** Legal statuses of the looked-after return. Councils hold others too (orders outside care), so the legal status record is text. */
export const legalStatuses = codeList('Legal status', source, [
  { code: 'C1', label: 'Interim care order' },
  { code: 'C2', label: 'Full care order' },
  { code: 'D1', label: 'Freeing order', until: '2005-12-30', note: 'Not for episodes that start after December 2005.' },
  { code: 'E1', label: 'Placement order', from: '2005-12-01', note: 'Not for episodes that start before December 2005.' },
  { code: 'J1', label: 'Remanded to the local authority or to youth detention' },
  { code: 'J2', label: 'In local authority accommodation under the Police and Criminal Evidence Act 1984' },
  { code: 'J3', label: 'Youth rehabilitation order with residence or intensive fostering' },
  { code: 'L1', label: 'Police protection' },
  { code: 'L2', label: 'Emergency protection order' },
  { code: 'L3', label: 'Child assessment order' },
  { code: 'V2', label: 'Section 20, single period' },
  { code: 'V3', label: 'Short breaks, each recorded' },
  { code: 'V4', label: 'Short breaks, agreement recorded' },
])

export const episodeStartReasons = codeList('Reason for new episode', source, [
  { code: 'S', label: 'Came into care' },
  { code: 'L', label: 'Legal status changed' },
  { code: 'P', label: 'Placement and carers changed' },
  { code: 'T', label: 'Placement changed, same carers' },
  { code: 'B', label: 'Legal status, placement and carers changed' },
  { code: 'U', label: 'Legal status and placement changed, same carers' },
])

export const careEndReasons = codeList('Reason episode ceased', source, [
  { code: 'X1', label: 'Next episode began the same day' },
  { code: 'E11', label: 'Adopted, application unopposed' },
  { code: 'E12', label: 'Adopted, consent dispensed with by the court' },
  { code: 'E2', label: 'Died' },
  { code: 'E3', label: 'Care taken over by another UK local authority' },
  { code: 'E4A', label: 'Returned home to parents, relatives or others with parental responsibility, as planned' },
  { code: 'E4B', label: 'Returned home to parents, relatives or others with parental responsibility, not as planned' },
  { code: 'E13', label: 'Left to live with parents, relatives or others without parental responsibility' },
  { code: 'E41', label: 'Child arrangements order or residence order' },
  {
    code: 'E43',
    label: 'Special guardianship order (code E43)',
    note: 'Replaced by E45 to E48 from 2019. To whom the order was made is not in our sources.',
  },
  {
    code: 'E44',
    label: 'Special guardianship order (code E44)',
    note: 'Replaced by E45 to E48 from 2019. To whom the order was made is not in our sources.',
  },
  { code: 'E45', label: 'Special guardianship order to former foster carers who are relatives or friends', note: 'Since 2019.' },
  { code: 'E46', label: 'Special guardianship order to former foster carers who are not relatives or friends', note: 'Since 2019.' },
  { code: 'E47', label: 'Special guardianship order to relatives or friends who were not foster carers', note: 'Since 2019.' },
  {
    code: 'E48',
    label: 'Special guardianship order to others',
    note: 'Since 2019. Neither former foster carers nor relatives or friends.',
  },
  { code: 'E5', label: 'Independent living with supportive accommodation' },
  { code: 'E6', label: 'Independent living without formal support' },
  { code: 'E7', label: 'Residential care funded by adult social care' },
  { code: 'E9', label: 'Sentenced to custody' },
  { code: 'E14', label: 'Remand ended' },
  { code: 'E15', label: 'Age assessment found them to be 18 or over', note: 'And E5, E6 and E7 do not apply.' },
  { code: 'E16', label: 'Moved abroad' },
  { code: 'E17', label: 'Turned 18 and stayed with current carers', note: 'Includes staying put.' },
  { code: 'E8', label: 'Any other reason' },
])

export const placementTypes = codeList('Placement type', source, [
  { code: 'A3', label: 'Placed for adoption by consent, with current foster carers' },
  { code: 'A4', label: 'Placed for adoption by consent, not with current foster carers' },
  { code: 'A5', label: 'Placed for adoption under a placement order, with current foster carers' },
  { code: 'A6', label: 'Placed for adoption under a placement order, not with current foster carers' },
  {
    code: 'H5',
    label: 'Semi-independent living',
    note: 'Not regulated as a children’s home. Dropped in 2024-25 or 2025-26: our sources differ.',
  },
  { code: 'K1', label: 'Secure children’s home' },
  { code: 'K2', label: 'Children’s home' },
  {
    code: 'K3',
    label: 'Registered supported accommodation',
    note: 'First in the checks for 2024-25; the day it began is not in our sources.',
  },
  { code: 'P1', label: 'With own parents or others with parental responsibility' },
  { code: 'P2', label: 'Independent living', until: '2023-10-27' },
  { code: 'P3', label: 'Residential employment' },
  { code: 'R1', label: 'Residential care home' },
  { code: 'R2', label: 'NHS or other medical or nursing care' },
  { code: 'R3', label: 'Family centre or mother and baby unit' },
  { code: 'R5', label: 'Young offender institution' },
  { code: 'S1', label: 'Residential school' },
  { code: 'T0', label: 'Temporary move' },
  { code: 'T1', label: 'Temporary: in hospital' },
  { code: 'T2', label: 'Temporary: on holiday' },
  { code: 'T3', label: 'Temporary: while foster carers are on holiday' },
  { code: 'T4', label: 'Temporary: seven days or less' },
  { code: 'U1', label: 'Foster care with relatives or friends, long term' },
  {
    code: 'U2',
    label: 'Foster care with relatives or friends approved as adopters',
    note: 'Fostering for adoption or concurrent planning.',
  },
  { code: 'U3', label: 'Foster care with relatives or friends, not long term' },
  { code: 'U4', label: 'Foster care, long term' },
  { code: 'U5', label: 'Foster care with carers approved as adopters', note: 'Fostering for adoption or concurrent planning.' },
  { code: 'U6', label: 'Foster care, not long term' },
  {
    code: 'Z1',
    label: 'Other placement',
    note: 'Listed on a schedule sent to the department. Our sources differ on whether it is still given in 2025-26.',
  },
  { code: 'Z11', label: null, from: '2025-04-01', note: 'Its words are not in our sources.' },
  { code: 'Z12', label: null, from: '2025-04-01', note: 'Its words are not in our sources. Allowed with a deprivation of liberty order.' },
  { code: 'Z13', label: null, from: '2025-04-01', note: 'Its words are not in our sources. Allowed with a deprivation of liberty order.' },
  { code: 'Z14', label: null, from: '2025-04-01', note: 'Its words are not in our sources.' },
])

export const placementProviders = codeList('Placement provider', source, [
  { code: 'PR0', label: 'Parents or others with parental responsibility' },
  { code: 'PR1', label: 'Own provision' },
  { code: 'PR2', label: 'Another local authority' },
  { code: 'PR3', label: 'Other public provision' },
  { code: 'PR4', label: 'Private' },
  { code: 'PR5', label: 'Voluntary or third sector' },
])

export const placementChangeReasons = codeList('Reason for placement change', source, [
  { code: 'CARPL', label: 'Care plan changed or carried out' },
  { code: 'CLOSE', label: 'Carers resigned or provision closed' },
  { code: 'ALLEG', label: 'Allegation (section 47)' },
  { code: 'STAND', label: 'Concern about standards of care' },
  { code: 'APPRR', label: 'Approval removed' },
  { code: 'CREQB', label: 'Carers asked, because of the child’s behaviour' },
  { code: 'CREQO', label: 'Carers asked, for another reason' },
  { code: 'CHILD', label: 'Child asked' },
  { code: 'LAREQ', label: 'Responsible or area authority asked' },
  { code: 'PLACE', label: 'Status of the placement changed only' },
  { code: 'CUSTOD', label: 'Custody', note: 'Added in 2019; not for a child under 10.' },
  { code: 'OTHER', label: 'Other' },
])

/** What a child's care plan aims for. */
export const carePlanOptions = codeList('Permanence plan', 'Standard Safeguarding Dataset, lacp_cla_care_plan_json, whose keys these are', [
  { code: 'REMAINSUP', label: 'Remain with birth family, with shared care or short breaks' },
  { code: 'RETURN1M', label: 'Return to birth family within one month' },
  { code: 'RETURN6M', label: 'Return to birth family within six months' },
  { code: 'RETURNEV', label: 'Return to birth family eventually' },
  { code: 'LTRELFR', label: 'Long term with relatives or friends' },
  { code: 'LTFOST18', label: 'Long-term foster care until 18' },
  { code: 'RESPLMT', label: 'Residential care until independence' },
  { code: 'SUPPLIV', label: 'Supported living in the community' },
  { code: 'ADOPTION', label: 'Adoption' },
  { code: 'OTHERPLN', label: 'Other plan' },
])

/** Whom the responsible authority tells of a placement: regulation 13, and for one outside its area regulation 13(4). */
export const noticeRecipients = codeList(
  'Told of a placement',
  'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 13',
  [
    { code: 'Parents', label: 'Parents and others with parental responsibility' },
    { code: 'Health', label: 'Health: the commissioning body and the family doctor' },
    { code: 'School', label: 'School or early years setting' },
    { code: 'Reviewing officer', label: 'Independent reviewing officer' },
    { code: 'Area authority', label: 'Authority of the area' },
    { code: 'Carer before', label: 'Whoever cared for the child before' },
  ],
)

export const placementPlanTypes = codeList(
  'Kind of placement plan',
  'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 9 and 47C',
  [
    { code: 'Placement plan', label: 'Placement plan' },
    { code: 'Detention placement plan', label: 'Detention placement plan', from: '2013-04-19' },
  ],
)

export const visitAskers = codeList(
  'Who asked for a visit',
  'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28(7)',
  [
    { code: 'Child', label: 'Child' },
    { code: 'Carer', label: 'Carer or the manager of the home' },
    { code: 'Parent', label: 'Parent' },
    { code: 'Regulator', label: 'Nobody: notice was received about the home', note: 'Section 30A of the Care Standards Act 2000.' },
    { code: 'Other', label: 'Somebody else' },
  ],
)

export const secureReviewOutcomes = codeList(
  'Outcome of a secure accommodation review',
  'Children (Secure Accommodation) Regulations 1991, regulation 16',
  [
    { code: 'Keep', label: 'The criteria still apply and the placement is still needed' },
    { code: 'End', label: 'The criteria no longer apply, or another placement would be right' },
  ],
)

export const visitorDecisions = codeList('Independent visitor: what was decided', 'Children Act 1989, section 23ZB', [
  { code: 'Appoint', label: 'To be appointed' },
  { code: 'Not needed', label: 'Not in the child’s interests now' },
  { code: 'Child objects', label: 'Child objects' },
])

export const savingsAccountTypes = codeList('Kind of savings account', 'Children in care: Junior ISA and child trust fund schemes', [
  { code: 'Junior ISA', label: 'Junior ISA' },
  { code: 'Child trust fund', label: 'Child trust fund', note: 'For children born from September 2002 to 2 January 2011.' },
  { code: 'Other', label: 'Other savings account' },
])

export const identityDocumentTypes = codeList('Identity document', 'Goldthread: what young people are asked for when they leave care', [
  { code: 'Birth certificate', label: 'Birth certificate' },
  { code: 'Passport', label: 'Passport' },
  { code: 'Home Office card', label: 'Home Office card or eVisa', also: ['Biometric residence permit', 'BRP'] },
  { code: 'National insurance number', label: 'National insurance number', also: ['NI number'] },
  { code: 'Provisional licence', label: 'Provisional driving licence' },
  { code: 'Bank account', label: 'Bank account' },
  { code: 'Other', label: 'Other document' },
])
