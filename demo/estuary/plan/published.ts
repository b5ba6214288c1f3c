/**
 * Figures that were published of the authority whose size and shape Estuary has: item 6 of the committee of 5 July 2016, and the inspection of
 * February 2016. The planner holds them by construction, and `published.test.ts` asks the database for each.
 */

/** Children looked after at the end of each month, as known then (item 6, table 1). */
export const lookedAfterAtMonthEnd: Readonly<Record<string, number>> = {
  ...ofYear(2014, [287, 293, 292, 297, 302, 299, 294, 293, 290, 286, 276, 282]),
  ...ofYear(2015, [280, 285, 295, 303, 313, 320, 330, 332, 344, 334, 335, 338]),
  ...ofYear(2016, [342, 341]),
}

/** April to March. */
function ofYear(year: number, numbers: readonly number[]): Record<string, number> {
  return Object.fromEntries(
    numbers.map((number, place) => [place < 9 ? `${year}-${String(place + 4).padStart(2, '0')}` : `${year + 1}-0${place - 8}`, number]),
  )
}

/**
 * In March 2015 two children left care and the council wrote it down weeks later: 282 was believed at the month’s end and is in its table;
 * 280 is what the inspectors were given a year on.
 */
export const leftUnrecorded = { month: '2015-03', children: 2, recordedOn: '2015-04-21' } as const

/** Entered care and left it before 18, from 1 February to 31 May 2016, by age: 0–5, 6–11, 12–15, 16 and over (item 6, table 2). */
export const enteredByAge = [13, 6, 17, 26] as const
export const leftByAge = [9, 8, 7, 5] as const

export type AgeBand = 'under 1' | '1–5' | '6–11' | '12–15' | '16+'
export type PlacedWith = 'own' | 'agency' | 'residential' | 'other'

/** Where the looked after children lived on 31 May 2016 (item 6, table 3); those on placement orders are not in it. */
export const placedByAge: Readonly<Record<AgeBand, readonly [own: number, agency: number, residential: number, other: number]>> = {
  'under 1': [5, 5, 1, 0],
  '1–5': [9, 7, 2, 2],
  '6–11': [20, 36, 6, 8],
  '12–15': [30, 52, 12, 6],
  '16+': [14, 35, 18, 60],
}
export const onPlacementOrders = 13
export const unaccompanied = { '2016-02-22': 77, '2016-05-31': 83, '2016-06-30': 85 } as const

/** On 22 February 2016 (inspection report, information about the area). */
export const inspectors = {
  day: '2016-02-22',
  lookedAfter: 336,
  outsideArea: 245,
  childrensHomes: 31,
  residentialSchool: 1,
  foster: 238,
  fosterOutside: 155,
  withParents: 5,
  withParentsOutside: 2,
  placementOrders: 10,
  withAdopters: 6,
  inNeed: 1609,
  protectionPlans: { EMO: 125, NEG: 120, PHY: 6, SAB: 12 },
  privateFostering: 2,
  careLeavers: { '16–18': 61, '19–21': 92, 'over 21': 4 },
  careLeaversUnaccompanied: 68,
  missingEducation: 79,
  homeEducated: 173,
  stayingPut: 7,
} as const

/** On 31 March 2015. */
export const yearBefore = { day: '2015-03-31', inNeed: 1563, protectionPlans: 201, lookedAfter: 280, privateFostering: 7 } as const

/** In the twelve months to 22 February 2016. */
export const twelveMonths = { adopted: 18, guardianship: 25, left: 114, returned: 6, independentLiving: 21 } as const

/** On 30 June 2016, leaving out those looked after under 4 weeks (item 7). */
export const documents = {
  day: '2016-06-30',
  lookedAfter: 336,
  both: 155,
  notBoth: 83,
  unaccompaniedWithout: 85,
  underFourWeeks: 13,
} as const
