import { factKind, whatFellDue } from '../../engine/measures/fact.ts'
import { measure, type Measure } from '../../engine/measures/measure.ts'
import { addMonths } from '../../engine/clocks/days.ts'
import { ofChildren } from '../dimensions.ts'
import { saidYesToAny } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { referralDecision } from './clocks.ts'
import { contactOutcomes, referralSources } from './code-lists.ts'
import { contact, referral } from './records.ts'

/** How many children come to the front door, and what happens with them. */

const area = 'Front door'
const table = (name: string) => `Department for Education, children in need: table ${name}`

/** One a referral, not a child: the national table counts referrals. */
export const referralsReceived = factKind({
  id: 'referrals-received',
  name: 'Referrals received',
  about: person,
  says: {
    source: { label: 'Who referred', type: 'words', codes: referralSources },
    again: { label: 'Within 12 months of an earlier referral', type: 'yes or no' },
    noFurtherAction: { label: 'No further action', type: 'yes or no' },
  },
  reads: [referral],
  facts: (thread) =>
    thread.dated(referral, 'receivedOn').map(({ at, record }, _, all) => {
      const before = all.findLast((earlier) => earlier.at < at)?.at
      return {
        on: at,
        by: { table: referral.table, id: record.id },
        says: {
          source: record.sourceCode,
          again: before !== undefined && before >= addMonths(at, -12),
          noFurtherAction: record.noFurtherAction === true,
        },
      }
    }),
})

export const contactsReceived = factKind({
  id: 'contacts-received',
  name: 'Contacts received',
  about: person,
  says: {
    source: { label: 'Who made it', type: 'words', codes: referralSources },
    becameReferral: { label: 'Became a referral', type: 'yes or no' },
  },
  reads: [contact],
  facts: (thread) =>
    thread.dated(contact, 'receivedAt').map(({ at, record }) => ({
      on: at.slice(0, 10),
      by: { table: contact.table, id: record.id },
      says: { source: record.sourceCode, becameReferral: saidYesToAny(contactOutcomes, record.outcomes) },
    })),
})

export const referralsDecided = whatFellDue(referralDecision, { name: 'Referrals to be decided' })

export const frontDoorMeasures: readonly Measure[] = [
  measure({
    id: 'referrals',
    name: 'Referrals',
    area,
    of: referralsReceived,
    statistic: 'count',
    span: 'month',
    better: 'neutral',
    by: [...ofChildren, 'source'],
    source: table('C1'),
    national: true,
    says: { counted: 'referrals received; a child referred twice counts twice' },
  }),
  measure({
    id: 'referrals-rate',
    name: 'Referrals per 10,000 children',
    area,
    of: referralsReceived,
    statistic: 'rate',
    people: { per: 10_000, from: 0, until: 18 },
    span: '12 months',
    better: 'neutral',
    by: ['source'],
    source: table('C1'),
    national: true,
    says: { counted: 'referrals received in the 12 months', outOf: 'children under 18 who live in the area, by the mid-year estimate' },
  }),
  measure({
    id: 're-referrals',
    name: 'Re-referrals within 12 months',
    area,
    of: referralsReceived,
    statistic: 'share',
    met: { again: [true] },
    span: '12 months',
    better: 'lower',
    by: [...ofChildren, 'source'],
    source: table('C1'),
    national: true,
    says: { counted: 'referrals of a child who had been referred within the 12 months before', outOf: 'referrals received' },
  }),
  measure({
    id: 'referral-decision-1wd',
    name: 'Referrals decided in 1 working day',
    area,
    of: referralsDecided,
    statistic: 'share',
    met: { inTime: [true] },
    span: 'month',
    better: 'higher',
    by: ofChildren,
    source: referralDecision.source,
    says: { counted: 'referrals decided by the end of the next working day', outOf: 'referrals whose decision fell due in the month' },
  }),
]
