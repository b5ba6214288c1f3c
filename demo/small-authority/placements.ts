import type { PlacementOffer } from './life.ts'

/** Kinds of place where Estuary's children live in care. Postcodes begin with XE: no real postcode begins with X. Registration numbers are invented. */

const place = (type: string, provider: string, urn: string, postcode: string, miles: number | null): PlacementOffer => ({
  type,
  provider,
  urn,
  postcode,
  miles,
})

const ourFostering = 'SC900101'
const agencyFostering = 'SC900244'

export const ownCarers = (postcode: string, miles: number) => place('U6', 'PR1', ourFostering, postcode, miles)
export const ownCarersForGood = (postcode: string, miles: number) => place('U4', 'PR1', ourFostering, postcode, miles)
export const agencyCarers = (postcode: string, miles: number) => place('U6', 'PR4', agencyFostering, postcode, miles)
export const agencyCarersForGood = (postcode: string, miles: number) => place('U4', 'PR4', agencyFostering, postcode, miles)
export const relatives = (postcode: string, miles: number) => place('U3', 'PR1', ourFostering, postcode, miles)
export const relativesForGood = (postcode: string, miles: number) => place('U1', 'PR1', ourFostering, postcode, miles)
export const earlyPermanenceCarers = (postcode: string, miles: number) => place('U5', 'PR1', ourFostering, postcode, miles)
export const adopters = (postcode: string, miles: number) => place('A6', 'PR1', 'XXXXXXX', postcode, miles)
export const adoptingCarers = (postcode: string, miles: number) => place('A5', 'PR1', 'XXXXXXX', postcode, miles)
export const childrensHome = (postcode: string, miles: number) => place('K2', 'PR4', 'SC900377', postcode, miles)
export const secureHome = (postcode: string, miles: number) => place('K1', 'PR2', 'SC900412', postcode, miles)
export const supportedFlat = (postcode: string, miles: number) => place('H5', 'PR4', '', postcode, miles)
export const ownFlat = (postcode: string, miles: number) => place('P2', 'PR4', '', postcode, miles)
export const withParent = (postcode: string) => place('P1', 'PR0', '', postcode, 0)
export const residentialSchool = (postcode: string, miles: number) => place('S1', 'PR5', 'SC900518', postcode, miles)
export const motherAndBaby = (postcode: string, miles: number) => place('R3', 'PR5', 'SC900633', postcode, miles)
export const shortBreaks = (postcode: string, miles: number) => place('K2', 'PR1', 'SC900120', postcode, miles)
