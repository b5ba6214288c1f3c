import { codeList, wordsFor, type CodeList } from '../../engine/records/kind.ts'

const census = 'Children in need census, code lists to 2026'
const returnAndCensus = 'Looked-after return (SSDA903) and children in need census'

export const sexes = codeList('Sex', `${returnAndCensus}, M, F and U from 2024-25; before, 1 and 2`, [
  { code: 'M', label: 'Male', also: ['1', 'Male', 'Boy'] },
  { code: 'F', label: 'Female', also: ['2', 'Female', 'Girl'] },
  {
    code: 'U',
    label: 'Unknown',
    also: ['0', 'Unknown', 'Not known', 'Not recorded', 'Not stated', 'Not stated/recorded'],
    note: 'A child not yet born is U.',
  },
])

/** Gender identity. The Standard Safeguarding Dataset's script expects letters, its guidance numbers; the census had 0, 1, 2 and 9 until 2023-24. */
export const genders = codeList('Gender', 'Standard Safeguarding Dataset, pers_gender; census GenderCurrent to 2023-24', [
  { code: 'M', label: 'Male', also: ['1', '01', 'Male', 'Man', 'Boy'] },
  { code: 'F', label: 'Female', also: ['2', '02', 'Female', 'Woman', 'Girl'] },
  { code: 'U', label: 'Not known', also: ['0', '00', 'Unknown', 'Not known', 'Not recorded', 'Not stated', 'Not stated/recorded'] },
  {
    code: 'I',
    label: 'Indeterminate',
    also: ['9', 'Indeterminate', 'Neither'],
    note: '9 is the census code; Neither is the word of Ofsted’s Annex A.',
  },
  { code: '09', label: 'Prefers to self-describe' },
  ...Array.from({ length: 90 }, (_, index) => ({
    code: String(index + 10),
    label: null,
    note: 'A code of the council’s own, beneath 09.',
  })),
])

export const ethnicities = codeList('Ethnicity', `${returnAndCensus}, main categories`, [
  { code: 'WBRI', label: 'White British' },
  { code: 'WIRI', label: 'White Irish' },
  { code: 'WIRT', label: 'Traveller of Irish heritage' },
  { code: 'WOTH', label: 'Any other White background' },
  { code: 'WROM', label: 'Gypsy/Roma' },
  { code: 'MWBC', label: 'White and Black Caribbean' },
  { code: 'MWBA', label: 'White and Black African' },
  { code: 'MWAS', label: 'White and Asian' },
  { code: 'MOTH', label: 'Any other mixed background' },
  { code: 'AIND', label: 'Indian' },
  { code: 'APKN', label: 'Pakistani' },
  { code: 'ABAN', label: 'Bangladeshi' },
  { code: 'AOTH', label: 'Any other Asian background' },
  { code: 'BCRB', label: 'Caribbean' },
  { code: 'BAFR', label: 'African' },
  { code: 'BOTH', label: 'Any other Black background' },
  { code: 'CHNE', label: 'Chinese' },
  { code: 'OOTH', label: 'Any other ethnic group' },
  { code: 'REFU', label: 'Refused' },
  { code: 'NOBT', label: 'Information not yet obtained' },
  { code: 'UNKNOWN', label: 'Not known', also: ['UNKN'], note: 'Ofsted’s Annex A only, where it stands beside NOBT.' },
])

export const reasonsWithoutUpn = codeList(
  'Reason there is no unique pupil number',
  `${returnAndCensus}; UN8 to UN10 from the Standard Safeguarding Dataset, ssd_send`,
  [
    { code: 'UN1', label: 'Not of school age and not yet assigned a UPN' },
    { code: 'UN2', label: 'Never attended a maintained school in England' },
    { code: 'UN3', label: 'Educated outside England' },
    { code: 'UN4', label: 'UPN not yet known', note: 'The looked-after return says: newly looked after and UPN not yet known.' },
    { code: 'UN5', label: 'Sources disagree, so the UPN cannot be matched reliably' },
    { code: 'UN6', label: null, note: 'In the census; its meaning is not in our sources.' },
    { code: 'UN7', label: null, note: 'In the census; its meaning is not in our sources.' },
    { code: 'UN8', label: 'New to the authority, UPN or ULN not yet known' },
    { code: 'UN9', label: 'Never attended school or further education in England' },
    { code: 'UN10', label: 'Request ended before the UPN or ULN was known' },
  ],
)

export const disabilities = codeList('Disability', census, [
  { code: 'NONE', label: 'No disability' },
  { code: 'MOB', label: 'Mobility' },
  { code: 'HAND', label: 'Hand function' },
  { code: 'PC', label: 'Personal care' },
  { code: 'INC', label: 'Incontinence' },
  { code: 'COMM', label: 'Communication' },
  { code: 'LD', label: 'Learning' },
  { code: 'HEAR', label: 'Hearing' },
  { code: 'VIS', label: 'Vision' },
  { code: 'BEH', label: 'Behaviour' },
  { code: 'CON', label: 'Consciousness' },
  { code: 'AUT', label: 'Diagnosed with autism or Asperger syndrome' },
  { code: 'DDA', label: 'Other disability under the Disability Discrimination Act', also: ['Other DDA'] },
])

/** One list for the census and the looked-after return; the return uses N1 to N8. */
export const needs = codeList('Category of need', returnAndCensus, [
  {
    code: 'N1',
    label: 'Abuse or neglect',
    also: ['Abuse, neglect and exploitation'],
    note: 'The 2026 census schema says: Abuse, neglect and exploitation.',
  },
  { code: 'N2', label: 'Child’s disability', also: ["Child's disability"] },
  { code: 'N3', label: 'Parental disability or illness', also: ['Parental illness or disability', 'Parents illness or disability'] },
  { code: 'N4', label: 'Family in acute stress' },
  { code: 'N5', label: 'Family dysfunction' },
  { code: 'N6', label: 'Socially unacceptable behaviour' },
  { code: 'N7', label: 'Low income' },
  { code: 'N8', label: 'Absent parenting' },
  {
    code: 'N9',
    label: 'Cases other than children in need',
    also: ['Not CIN'],
    note: 'Census only: adoption support straight after being in need.',
  },
  { code: 'N0', label: 'Not stated', note: 'Census only.' },
])

/** How a child took part in a review. */
export const participations = codeList('Child’s participation', 'Looked-after return (SSDA903), REVIEW_CODE', [
  { code: 'PN0', label: 'Under 4 at the time of the review' },
  { code: 'PN1', label: 'Attended and spoke for themselves' },
  { code: 'PN2', label: 'Attended and an advocate spoke for them' },
  { code: 'PN3', label: 'Attended and conveyed their views without speaking' },
  { code: 'PN4', label: 'Attended but did not convey their views or ask an advocate to' },
  { code: 'PN5', label: 'Did not attend but briefed an advocate to speak' },
  { code: 'PN6', label: 'Did not attend but sent their views' },
  { code: 'PN7', label: 'Did not attend and sent no views' },
])

export const addressParts = codeList('Parts of an address', 'Standard Safeguarding Dataset, addr_address_json, whose keys these are', [
  { code: 'ROOM', label: 'Room', inWords: true },
  { code: 'FLOOR', label: 'Floor', inWords: true },
  { code: 'FLAT', label: 'Flat', inWords: true },
  { code: 'BUILDING', label: 'Building', inWords: true },
  { code: 'HOUSE', label: 'House', inWords: true },
  { code: 'STREET', label: 'Street', inWords: true },
  { code: 'TOWN', label: 'Town', inWords: true },
  { code: 'UPRN', label: 'Unique property reference number', inWords: true },
  { code: 'EASTING', label: 'Easting', inWords: true },
  { code: 'NORTHING', label: 'Northing', inWords: true },
])

/** Words for the immigration statuses we know; councils write others, so the field itself is text. */
export const immigrationStatuses = codeList('Immigration status', 'Standard Safeguarding Dataset, draft category list', [
  { code: 'U', label: 'Unaccompanied asylum-seeking child' },
  { code: 'UASC', label: 'Unaccompanied asylum-seeking child' },
  { code: 'Unaccompanied Asylum Seeking Child', label: 'Unaccompanied asylum-seeking child' },
  { code: 'Indefinite Leave to Remain in the UK (ILR)', label: 'Indefinite leave to remain in the UK' },
  { code: 'Discretionary Leave to Remain in the UK to 18 (DLR)', label: 'Discretionary leave to remain in the UK until 18' },
  { code: 'Refugee Status', label: 'Refugee' },
  { code: 'Adult Asylum Seeker', label: 'Adult asylum seeker' },
])

/** The kinds of identifier the Standard Safeguarding Dataset names; others are allowed. */
export const identifierTypes = codeList('Kind of identifier', 'Standard Safeguarding Dataset, ssd_linked_identifiers', [
  { code: 'Case Number', label: 'Case number' },
  { code: 'Unique Pupil Number', label: 'Unique pupil number' },
  { code: 'Former Unique Pupil Number', label: 'Former unique pupil number' },
  { code: 'NHS Number', label: 'NHS number' },
  { code: 'Home Office Registration', label: 'Home Office registration' },
  { code: 'National Insurance Number', label: 'National Insurance number' },
  { code: 'YOT Number', label: 'Youth offending team number' },
  { code: 'Court Case Number', label: 'Court case number' },
  { code: 'RAA ID', label: 'Regional adoption agency number' },
  { code: 'Incident ID', label: 'Incident number' },
])

/** Whether one of the questions was answered yes. What was not answered was not. */
export const saidYes = (answers: Readonly<Record<string, string>> | null, code: string): boolean =>
  /^(y|yes|true|1)$/i.test(answers?.[code] ?? '')

/** Whether any of them was. */
export const saidYesToAny = (list: CodeList, answers: Readonly<Record<string, string>> | null): boolean =>
  list.codes.some(({ code, inWords }) => inWords !== true && saidYes(answers, code))

/** The questions answered yes, in the order of their list, as words: "Strategy discussion; Legal action". Null when none was. */
export function answeredYes(list: CodeList, answers: Readonly<Record<string, string>> | null): string | null {
  const yes = list.codes.filter(({ code, inWords }) => inWords !== true && saidYes(answers, code))
  return yes.length === 0 ? null : yes.map(({ code }) => wordsFor(list, code)).join('; ')
}

/** What was answered to something offered: an advocate, an interview. Given and done are other things. */
export const offerResponses = codeList('Answer to an offer', 'Goldthread', [
  { code: 'Accepted', label: 'Accepted' },
  { code: 'Declined', label: 'Declined' },
  { code: 'No reply', label: 'No reply' },
])
