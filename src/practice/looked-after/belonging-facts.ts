import { addDays } from '../../engine/clocks/days.ts'
import { factKind } from '../../engine/measures/fact.ts'
import { wasUnaccompanied } from '../dimensions.ts'
import { immigrationStatus, person } from '../person/records.ts'
import { aYearInCare, birthdayOf, factsInCare, timesLookedAfter } from './facts.ts'
import { beyondTheDataset, keepsMore } from './recorded-facts.ts'
import { identityDocument, savingsAccount } from './support-records.ts'
import { timeInCareReads } from './time-in-care.ts'

/** What children in care own: papers that say who they are, and savings. */

/** A national insurance number comes shortly before the sixteenth birthday. */
const numberFrom = 16

export const childrensBelongings = factKind({
  id: 'belongings-in-care',
  name: 'Children looked after, by the documents and savings they have',
  about: person,
  lasts: true,
  says: {
    documents: { label: 'Has the documents for their age', type: 'yes or no' },
    birthCertificate: { label: 'Has a birth certificate', type: 'yes or no' },
    passport: { label: 'Has a passport or Home Office card', type: 'yes or no' },
    savings: { label: 'Junior ISA or child trust fund recorded', type: 'yes or no' },
    yearInCare: { label: 'In care for 12 months or more', type: 'yes or no' },
  },
  reads: [...timeInCareReads, ...beyondTheDataset, immigrationStatus],
  facts: (thread) => {
    const told = keepsMore(thread)
    const unaccompanied = thread.all(immigrationStatus).some(wasUnaccompanied)
    const documents = thread
      .dated(identityDocument, 'heldOn')
      .map(({ at, record: { type, expiresOn } }) => ({ type, from: at, until: expiresOn && addDays(expiresOn, 1) }))
    // An account whose day is not recorded is recorded all the same.
    const accounts = thread.all(savingsAccount).flatMap(({ type, openedOn }) => (type === 'Other' ? [] : [openedOn ?? '']))
    const ofAge = birthdayOf(thread, numberFrom)
    const changes = [
      ...documents.flatMap(({ from, until }) => [from, until]),
      ...accounts,
      ...timesLookedAfter(thread).map(({ since }) => aYearInCare(since)),
      ofAge,
    ]
    return factsInCare(thread, changes, (day, { since }) => {
      const has = (...types: readonly string[]): boolean =>
        documents.some(({ type, from, until }) => types.includes(type ?? '') && from <= day && (until === null || day < until))
      const born = unaccompanied || has('Birth certificate')
      const numbered = ofAge === null || day < ofAge || has('National insurance number')
      return {
        says: {
          documents: born && has('Passport', 'Home Office card') && numbered,
          ...(told && { birthCertificate: unaccompanied ? null : born, passport: has('Passport', 'Home Office card') }),
          savings: accounts.some((opened) => opened <= day),
          yearInCare: aYearInCare(since) <= day,
        },
      }
    })
  },
})
