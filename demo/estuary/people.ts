import { heritageBy, type Heritage } from '../names.ts'
import type { Chance } from './chance.ts'

/** The names of a family: one heritage, a surname, and different forenames. */
export interface FamilyNames {
  readonly surname: string
  readonly ethnicity: string
  /** Where an unaccompanied child comes from; blank for others. */
  readonly country: string
  readonly mother: { readonly forename: string; readonly surname: string }
  readonly children: readonly { readonly forename: string; readonly sex: 'M' | 'F' }[]
}

/** Countries that unaccompanied children come from, by the heritage whose names they bear. */
const countries: Readonly<Record<string, readonly string[]>> = {
  BAFR: ['Eritrea', 'Sudan', 'Ethiopia', 'Somalia'],
  OOTH: ['Afghanistan', 'Iraq', 'Iran', 'Syria'],
  AOTH: ['Vietnam'],
  WOTH: ['Albania'],
}

/** @param alone an unaccompanied child: most are boys */
export function peopleOf(lot: Chance, alone: boolean, number: number): FamilyNames {
  let heritage: Heritage = heritageBy(lot)
  if (alone) {
    const wanted = lot.weighed([
      ['OOTH', 38],
      ['BAFR', 34],
      ['AOTH', 14],
      ['WOTH', 14],
    ] as const)
    while (!heritage.ethnicities.includes(wanted)) heritage = heritageBy(lot)
  }
  const surname = lot.pick(heritage.surnames)
  const ethnicity = alone
    ? (heritage.ethnicities.find((each) => each in countries) ?? heritage.ethnicities[0]!)
    : lot.pick(heritage.ethnicities)
  const taken = new Set<string>()
  const children = Array.from({ length: number }, () => {
    const sex = lot.happens(alone ? 0.92 : 0.52) ? ('M' as const) : ('F' as const)
    const pool = sex === 'M' ? heritage.boys : heritage.girls
    let forename = lot.pick(pool)
    for (let tries = 0; taken.has(forename); tries++) forename = tries < 20 ? lot.pick(pool) : `${lot.pick(pool)}-${lot.pick(pool)}`
    taken.add(forename)
    return { forename, sex }
  })
  const elsewhere = lot.happens(0.3) ? lot.pick(heritage.surnames) : surname
  return {
    surname,
    ethnicity,
    country: alone ? lot.pick(countries[ethnicity] ?? ['Afghanistan']) : '',
    mother: { forename: lot.pick(heritage.women), surname: elsewhere },
    children,
  }
}
