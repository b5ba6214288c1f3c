import {
  date,
  flags,
  identifier,
  oneOf,
  recordKind,
  reference,
  text,
  whole,
  words,
  wordsFor,
  yesNo,
  type RecordKind,
} from '../../engine/records/kind.ts'
import { addressParts, disabilities, ethnicities, genders, immigrationStatuses, reasonsWithoutUpn, sexes } from './code-lists.ts'

/** A child, or anyone else with a record of their own. The identifier in the source is the authority's own child number. */
export const person = recordKind({
  name: 'Person',
  plural: 'People',
  table: 'person',
  group: 'Family and home',
  fields: {
    legacyId: identifier('Number in an older or linked system', { as: { ssd: 'pers_legacy_id' } }),
    upn: identifier('Unique pupil number', { as: { ssd: 'pers_upn', cin: 'ChildIdentifiers.UPN' } }),
    forename: text('First name', { as: { ssd: 'pers_forename' } }),
    surname: text('Surname', { as: { ssd: 'pers_surname' } }),
    sex: oneOf(sexes, 'Sex', {
      as: { ssd: 'pers_sex', ssda903: 'Header.SEX', cin: 'ChildIdentifiers.Sex' },
      note: 'As on the birth or gender recognition certificate.',
    }),
    gender: oneOf(genders, 'Gender', { as: { ssd: 'pers_gender', cin: 'ChildIdentifiers.GenderCurrent' } }),
    ethnicity: oneOf(ethnicities, 'Ethnicity', {
      as: { ssd: 'pers_ethnicity', ssda903: 'Header.ETHNIC', cin: 'ChildCharacteristics.Ethnicity' },
    }),
    bornOn: date('Date of birth', {
      as: { ssd: 'pers_dob', ssda903: 'Header.DOB', cin: 'ChildIdentifiers.PersonBirthDate' },
      note: 'The 15th of the month where the day is not known.',
    }),
    expectedOn: date('Due to be born', {
      as: { ssd: 'pers_expected_dob', cin: 'ChildIdentifiers.ExpectedPersonBirthDate' },
      mayBeAhead: true,
    }),
    diedOn: date('Date of death', { as: { ssd: 'pers_death_date', cin: 'ChildIdentifiers.PersonDeathDate' } }),
    upnUnknown: oneOf(reasonsWithoutUpn, 'Why there is no unique pupil number', {
      as: { ssd: 'pers_upn_unknown', cin: 'ChildIdentifiers.UPNunknown' },
    }),
    hasEhcPlan: yesNo('Has an education, health and care plan', { as: { ssd: 'pers_send_flag' } }),
    isMother: yesNo('Is a mother', { as: { ssd: 'pers_is_mother', ssda903: 'Header.MOTHER' } }),
    nationality: text('Nationality', { as: { ssd: 'pers_nationality' } }),
    // The dataset's script and its published list call the same item by these two names.
    nhsNumber: identifier('NHS number', { as: { ssd: ['pers_single_unique_id', 'pers_common_child_id'] } }),
    sameAs: reference((): RecordKind => person, 'Is the same child as', {
      byPeopleOnly: true,
      note: 'Said by people, or by equal pupil or NHS numbers; never by a file.',
    }),
  },
  as: {
    ssd: { table: 'ssd_person', key: 'pers_person_id' },
    ssda903: { table: 'Header', key: 'CHILD' },
    cin: { table: 'Child', key: 'LAchildID' },
  },
  alike: ['forename', 'surname'],
  foundBy: [['upn'], ['nhsNumber'], ['legacyId'], ['bornOn'], ['expectedOn']],
  entries: [
    { on: 'bornOn', line: () => 'Born' },
    { on: 'expectedOn', line: (r) => (r.bornOn === null ? 'Due to be born' : 'Had been due to be born') },
    { on: 'diedOn', line: () => 'Died' },
  ],
  basis: 'Standard Safeguarding Dataset, ssd_person; the child’s number, sex, birth and ethnicity are in every statutory return.',
})

export const familyMembership = recordKind({
  name: 'Family membership',
  plural: 'Family memberships',
  table: 'family_membership',
  group: 'Family and home',
  about: person,
  fields: { familyId: identifier('Family number', { as: { ssd: 'fami_family_id' }, required: true }) },
  as: { ssd: { table: 'ssd_family', key: 'fami_table_id', person: 'fami_person_id' } },
  sameWhen: ['familyId'],
  foundBy: [['familyId']],
  basis: 'Standard Safeguarding Dataset, ssd_family.',
})

export const address = recordKind({
  name: 'Address',
  plural: 'Addresses',
  table: 'address',
  group: 'Family and home',
  about: person,
  fields: {
    type: text('Kind of address', { as: { ssd: 'addr_address_type' } }),
    startedOn: date('Lived there from', { as: { ssd: 'addr_address_start_date' } }),
    endedOn: date('Lived there until', { as: { ssd: 'addr_address_end_date' }, mayBeAhead: true }),
    postcode: identifier('Postcode', { as: { ssd: 'addr_address_postcode' } }),
    parts: flags(addressParts, 'Address', { as: { ssd: 'addr_address_json' } }),
  },
  as: { ssd: { table: 'ssd_address', key: 'addr_table_id', person: 'addr_person_id' } },
  sameWhen: ['type', 'startedOn'],
  entries: [
    { on: 'startedOn', line: (r) => `Address began: ${r.type ?? 'kind not recorded'}` },
    { on: 'endedOn', line: (r) => `Address ended: ${r.type ?? 'kind not recorded'}` },
  ],
  basis: 'Standard Safeguarding Dataset, ssd_address.',
})

export const disability = recordKind({
  name: 'Disability',
  plural: 'Disabilities',
  table: 'disability',
  group: 'Health',
  about: person,
  fields: {
    code: oneOf(disabilities, 'Disability', { as: { ssd: 'disa_disability_code', cin: 'Disabilities.Disability' }, required: true }),
  },
  as: { ssd: { table: 'ssd_disability', key: 'disa_table_id', person: 'disa_person_id' } },
  sameWhen: ['code'],
  basis: 'Children in need census, Disabilities; one row for each category.',
})

export const immigrationStatus = recordKind({
  name: 'Immigration status',
  plural: 'Immigration statuses',
  table: 'immigration_status',
  group: 'Legal status',
  about: person,
  fields: {
    status: text('Immigration status', {
      as: { ssd: 'immi_immigration_status' },
      note: 'Councils write statuses of their own beside the known ones.',
    }),
    startedOn: date('From', { as: { ssd: 'immi_immigration_status_start_date' } }),
    endedOn: date('Until', {
      as: { ssd: 'immi_immigration_status_end_date', ssda903: 'UASC.DUC' },
      mayBeAhead: true,
      note: 'For an unaccompanied asylum-seeking child, the day that status ceases, often the eighteenth birthday.',
    }),
  },
  as: { ssd: { table: 'ssd_immigration_status', key: 'immi_immigration_status_id', person: 'immi_person_id' } },
  sameWhen: ['status'],
  entries: [
    { on: 'startedOn', line: (r) => `Immigration status: ${wordsFor(immigrationStatuses, r.status) ?? 'not recorded'}` },
    { on: 'endedOn', line: (r) => `Immigration status ended: ${wordsFor(immigrationStatuses, r.status) ?? 'not recorded'}` },
  ],
  basis: 'Standard Safeguarding Dataset, ssd_immigration_status; looked-after return, UASC.',
})

/** That a young person on record is the mother of a child. The record is about the mother. */
export const motherLink = recordKind({
  name: 'Mother and child',
  plural: 'Mothers and children',
  table: 'mother_link',
  group: 'Family and home',
  about: person,
  fields: {
    child: reference((): RecordKind => person, 'Child', { as: { ssd: 'moth_childs_person_id' } }),
    childBornOn: date('Child’s date of birth', {
      as: { ssd: 'moth_childs_dob', ssda903: 'Header.MC_DOB' },
      note: 'All children are held; the looked-after return asks for the first.',
    }),
  },
  as: { ssd: { table: 'ssd_mother', key: 'moth_table_id', person: 'moth_person_id' } },
  sameWhen: ['childBornOn'],
  foundBy: [['child']],
  entries: [{ on: 'childBornOn', line: () => 'Became a mother' }],
  basis: 'Standard Safeguarding Dataset, ssd_mother; looked-after return, MC_DOB.',
})

export const linkedIdentifier = recordKind({
  name: 'Linked identifier',
  plural: 'Linked identifiers',
  table: 'linked_identifier',
  group: 'Family and home',
  about: person,
  fields: {
    type: text('Kind of identifier', { as: { ssd: 'link_identifier_type' } }),
    value: identifier('Identifier', { as: { ssd: 'link_identifier_value', cin: 'ChildIdentifiers.FormerUPN' } }),
    validFromOn: date('Known from', { as: { ssd: 'link_valid_from_date' } }),
    validUntilOn: date('Known until', { as: { ssd: 'link_valid_to_date' }, mayBeAhead: true }),
  },
  as: { ssd: { table: 'ssd_linked_identifiers', key: 'link_table_id', person: 'link_person_id' } },
  sameWhen: ['type', 'value'],
  foundBy: [['value']],
  basis: 'Standard Safeguarding Dataset, ssd_linked_identifiers (draft).',
})

/** That a child stood on one of the lists given to inspectors, and what the list said that no other record holds. */
export const inspectionListEntry = recordKind({
  name: 'Inspection list entry',
  plural: 'Inspection list entries',
  table: 'inspection_list_entry',
  group: 'Family and home',
  about: person,
  fields: {
    listNumber: whole('List', { required: true, note: '1 to 11.' }),
    alsoSaid: words('What else the list said'),
  },
  basis: 'Ofsted, inspecting local authority children’s services: Annex A, child-level lists.',
})

/** How a child was seen on a visit, in words that leave open what was not recorded. */
export function howSeen(visit: { readonly childSeen: boolean | null; readonly seenAlone: boolean | null }): string {
  if (visit.childSeen === false) return 'child not seen'
  if (visit.seenAlone === true) return 'child seen alone'
  if (visit.childSeen === null) return 'not recorded whether the child was seen'
  return visit.seenAlone === false ? 'child seen, not alone' : 'child seen'
}
