import { addMonths } from '../../engine/clocks/days.ts'
import { after, type Length } from '../../engine/clocks/length.ts'
import { BeyondTheList } from '../../engine/clocks/working-days.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { factKind, whatFellDue } from '../../engine/measures/fact.ts'
import { codeList } from '../../engine/records/kind.ts'
import { assessment } from '../assessment/records.ts'
import { edgeOfMonth, isEdgeOfMonth } from '../edge-of-month.ts'
import { needs, saidYes } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { referralOf } from './case.ts'
import { contactScreening, referralDecision } from './clocks.ts'
import { closureReasons, contactOutcomes, referralSources } from './code-lists.ts'
import { contact, referral } from './records.ts'

/** What happens at the front door. */

/** One a referral, not a child: the national table counts referrals. */
export const referralsReceived = factKind({
  id: 'referrals-received',
  name: 'Referrals received',
  about: person,
  says: {
    source: { label: 'Who referred', type: 'words', codes: referralSources },
    again: { label: 'Within 12 months of an earlier referral', type: 'yes or no' },
    noFurtherAction: { label: 'No further action', type: 'yes or no' },
    notInNeed: { label: 'Assessed and found not in need', type: 'yes or no' },
    need: { label: 'Main need', type: 'words', codes: needs },
    edge: edgeOfMonth,
  },
  reads: [referral, assessment],
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
          notInNeed: wasFoundNotInNeed(thread, record),
          need: record.primaryNeed,
          edge: isEdgeOfMonth(at),
        },
      }
    }),
})

/** Closed after an assessment, no further action; and since 2022, referred to early help. */
const notInNeedReasons: ReadonlySet<string> = new Set(['RC8', 'RC9'])

function wasFoundNotInNeed(thread: Thread, record: Said<(typeof referral)['fields']>): boolean {
  const { id, closureReason, closedOn, noFurtherAction } = record
  // Nothing was done, and so no assessment, whatever reason the case was closed with.
  if (noFurtherAction === true) return false
  if (closureReason !== null) return notInNeedReasons.has(closureReason)
  if (closedOn === null) return false
  const last = thread
    .dated(assessment, 'authorisedOn')
    .findLast(({ at, record }) => referralOf(thread, record, record.startedOn ?? at)?.id === id)
  return last?.record.noFurtherAction === true
}

/** One a case, on the day it was closed. Referrals with no further action opened none. */
export const casesClosed = factKind({
  id: 'cases-closed',
  name: 'Cases closed',
  about: person,
  says: { reason: { label: 'Why it closed', type: 'words', codes: closureReasons }, edge: edgeOfMonth },
  reads: [referral],
  facts: (thread) =>
    thread
      .dated(referral, 'closedOn')
      .filter(({ record }) => record.noFurtherAction !== true)
      .map(({ at, record: { id, closureReason } }) => ({
        on: at,
        by: { table: referral.table, id },
        says: { reason: closureReason, edge: isEdgeOfMonth(at) },
      })),
})

/** What came of a contact, as one word: a source may say several. */
const outcomesOfContacts = codeList('What came of a contact', contactOutcomes.source, [
  ...contactOutcomes.codes,
  { code: 'SEVERAL', label: 'More than one of these' },
])

export const contactsReceived = factKind({
  id: 'contacts-received',
  name: 'Contacts received',
  about: person,
  says: {
    source: { label: 'Who made it', type: 'words', codes: referralSources },
    outcome: { label: 'Outcome', type: 'words', codes: outcomesOfContacts },
    becameReferral: { label: 'Became a referral', type: 'yes or no' },
  },
  reads: [contact],
  facts: (thread) =>
    thread.dated(contact, 'receivedAt').map(({ at, record: { id, sourceCode, outcomes } }) => {
      const said = contactOutcomes.codes.filter(({ code }) => saidYes(outcomes, code))
      return {
        on: at.slice(0, 10),
        by: { table: contact.table, id },
        says: {
          source: sourceCode,
          outcome: said.length > 1 ? 'SEVERAL' : (said[0]?.code ?? null),
          becameReferral: saidYes(outcomes, 'NEW_REFERRAL_FLAG'),
        },
      }
    }),
})

export const referralsDecided = whatFellDue(referralDecision, { name: 'Referrals to be decided' })

/** One working day, as guidance has it for referrals; null of a day so far off that no bank holidays are listed. */
function asSoonAsAReferral(day: string): string | null {
  try {
    return after(day, referralDecision.due as Length)
  } catch (error) {
    if (error instanceof BeyondTheList) return null
    throw error
  }
}

/** Contacts and referrals on the day by which a referral would have to be decided, when each was decided being what their clocks say. */
export const decisionsAtTheDoor = factKind({
  id: 'decisions-at-the-door',
  name: 'Contacts and referrals to be decided',
  about: person,
  says: {
    inOneDay: { label: 'Decided in 1 working day', type: 'yes or no' },
    what: {
      label: 'Contact or referral',
      type: 'words',
      codes: codeList('What came to the front door', 'Goldthread', [
        { code: contact.table, label: contact.name },
        { code: referral.table, label: referral.name },
      ]),
    },
    source: { label: 'Who made it', type: 'words', codes: referralSources },
  },
  reads: [contact, referral],
  clocks: [contactScreening, referralDecision],
  facts: (thread, runs) => {
    const sources = new Map([...thread.all(contact), ...thread.all(referral)].map(({ id, sourceCode }) => [id, sourceCode]))
    return [...runs(contactScreening), ...runs(referralDecision)].flatMap(({ startedAt, startedBy, stoppedAt, done }) => {
      const on = asSoonAsAReferral(startedAt)
      if (on === null) return []
      const inOneDay = done && stoppedAt !== null && stoppedAt.slice(0, 10) <= on
      return [{ on, by: startedBy, says: { inOneDay, what: startedBy.table, source: sources.get(startedBy.id) } }]
    })
  },
})
