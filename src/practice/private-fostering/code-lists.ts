import { codeList } from '../../engine/records/kind.ts'

const source = 'Children (Private Arrangements for Fostering) Regulations 2005'

export const noticeGivers = codeList('Who gave notice of private fostering', `${source}, regulation 3`, [
  { code: 'carer', label: 'Private foster carer' },
  { code: 'parent', label: 'Parent' },
  { code: 'arranger', label: 'Somebody else involved in the arrangement' },
])

export const privateFosteringChanges = codeList('Change in private fostering', `${source}, regulations 9 and 10`, [
  { code: 'address', label: 'The carer moved' },
  { code: 'household', label: 'Somebody joined or left the household' },
  { code: 'offence', label: 'Offence, disqualification or prohibition' },
  { code: 'ended', label: 'The child left, and it ended' },
  { code: 'other', label: 'Another change' },
])
