import { readDate } from '../../engine/exchange/values.ts'
import { legalStatuses } from '../../practice/looked-after/code-lists.ts'

/**
 * Values of Annex A that are only words. Most stand for one code, and are given here with it. Some are groups of codes ("Individual",
 * "Foster placement"): which code was meant cannot be told, so they go into no field and are kept as words.
 */

/** A value without the letter before it, and as it is compared: 'a) Own LA' → 'own la'. */
const bare = (cell: string): string =>
  cell
    .trim()
    .replace(/^[a-z]{1,2}\d?\)\s*/i, '')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase()

const words = (table: Readonly<Record<string, string | null>>) => {
  const known = new Map(Object.entries(table))
  return (cell: string): string | null => {
    const found = known.get(bare(cell))
    // What is in neither list is given on as it stands, to be found among the codes or refused.
    return found === undefined ? cell : found
  }
}

const group = null

export const ethnicity = words({
  white: group,
  mixed: group,
  'asian or asian british': group,
  'black or black british': group,
  'other ethnic group': group,
  'not stated': group,
})

export const source = words({ individual: group, 'health services': group, 'la services': group })

export const need = words({ "child's disability": 'N2' })

export const closure = words({
  'transfer to another la': 'RC5',
  'transfer to adult social services': 'RC6',
  "'other' incl. child no longer in need": 'RC7',
  'child not in need after assessment': 'RC8',
  'not stated': group,
})

export const ceased = words({
  adopted: group,
  'care taken by another la': 'E3',
  'returned home to live with parents or relatives': group,
  'left care to live with parents, relatives or other person with no parental responsibility': 'E13',
  'residence order granted': 'E41',
  'special guardianship orders': group,
  'moved into independent living': group,
  'transferred to residential care funded by adult social services': 'E7',
  'accommodation on remand ended': 'E14',
  'age assessment determined child was 18 or over': 'E15',
  'child moved abroad': 'E16',
  'care ceased for any other reason': 'E8',
  // X1 says that another episode followed, which is no reason for leaving care.
  'x1:codeerror': group,
})

export const placementType = words({
  'foster placement': group,
  'placed for adoption': group,
  'placed with parents': 'P1',
  'residential accommodation': 'H5',
  "secure children's homes": 'K1',
  "children's homes": 'K2',
  'nhs/health trust': 'R2',
  'other placements': 'Z1',
  'temporary placement': group,
})

export const provider = words({ 'own la': 'PR1', other: group })

export const eligibility = words({ other: group })

export const inTouch = words({ 'not recorded': group, exclude: group })

export const accommodation = words({
  'community home': 'C',
  'semi-independent transitional accommodation': 'D',
  'ordinary lodgings': 'K',
  'no fixed abode / homeless': 'S',
  foyers: 'T',
  'with former foster carer': 'Z',
})

export const suitability = words({ 'not suitable': '2', 'not in touch or not recorded': group, exclude: group })

export const reversal = words({
  "child's needs changed": 'RD1',
  'court did not make a po': 'RD2',
  'prospective adopters cannot be found': 'RD3',
})

export const leftAdoption = words({ withdrew: '1', 'process on hold': '2' })

/** Yes or no; 'Unknown' is neither, and not a no. */
export const yesOrNo = words({ unknown: group, 'not known': group, 'not recorded': group })

const yes = new Set(['yes', 'y', '1', 'true'])
const no = new Set(['no', 'n', '0', 'false'])

/** Whether social care support was needed, turned into whether there was no further action. Other words than yes and no are kept as words. */
export const notNeeded = (cell: string): string | null => (yes.has(bare(cell)) ? 'No' : no.has(bare(cell)) ? 'Yes' : null)

/** The status of a child who came alone, where the list says yes. */
export const whereYes =
  (value: string) =>
  (cell: string): string | null =>
    yes.has(bare(cell)) ? value : null

/** A legal status as its code where it has one, else as its words: the field holds either. */
export function status(cell: string): string {
  const codes = new Set(legalStatuses.codes.map(({ code }) => code))
  const code = /^(?:[a-z]{1,2}\d?\)\s*)?([a-z]\d)\s*(?:[-:–]|$)/i.exec(cell.trim())?.[1]?.toUpperCase()
  if (code !== undefined && codes.has(code)) return code
  return statusWords.get(bare(cell)) ?? cell.trim().replace(/^[a-z]{1,2}\d?\)\s*/i, '')
}

const statusWords = new Map([
  ['interim care orders', 'C1'],
  ['full care orders', 'C2'],
  ['freed for adoption', 'D1'],
  ['placement order granted', 'E1'],
])

const plans = new Map([
  ['adoption', 'ADOPTION'],
  ['supported living in the community', 'SUPPLIV'],
  ['long-term residential placement', 'RESPLMT'],
  ['long-term fostering', 'LTFOST18'],
  ['other', 'OTHERPLN'],
])

/** The permanence plan as the care plan holds it. A return to family (in what time?) and an order out of care have no place there. */
export function permanencePlan(cell: string): string | null {
  const option = plans.get(bare(cell))
  return option === undefined ? null : JSON.stringify({ [option]: 'Y' })
}

/** The day a cell gives, for the key of a record that begins then. Null where it is none: the record's own date is refused for it. */
export function dayOf(cell: string): string | null {
  const read = readDate(cell)
  return 'wrong' in read ? null : read.value
}
