import { clock, endIn, on, type End } from '../../engine/clocks/clock.ts'
import { earliest, firstOn, onTheSame } from '../../engine/clocks/ends.ts'
import { hours, months, workingDays, type Length } from '../../engine/clocks/length.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { assessment } from '../assessment/records.ts'
import { childInNeedPlan } from '../in-need/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { saidYes, saidYesToAny } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { section47Enquiry } from '../protection/records.ts'
import { mayBelong } from './case.ts'
import { contactOutcomes, referralOutcomes } from './code-lists.ts'
import { contact, referral } from './records.ts'

type Contact = Said<(typeof contact)['fields']>
type Referral = Said<(typeof referral)['fields']>

/** Decision on the response to a referral within one working day of its receipt. */
export const referralDecision = clock({
  id: 'referral-decision',
  name: 'Decision on a referral',
  plural: 'Decisions on referrals',
  todo: 'Decide on the referral',
  area: 'Front door',
  about: person,
  weight: 'statutory guidance',
  source:
    'Working Together to Safeguard Children 2023, chapter 3: a manager decides on next steps and the kind of response within one working day of receiving a referral. The editions of 2015 and 2018 (chapter 1) said the same',
  lookedUp: true,
  ages: { until: 18 },
  starts: (thread) =>
    thread.dated(referral, 'receivedOn').flatMap(({ at, record }) => {
      const stop = decisionOn(thread, record)
      // What was decided is known and no day at all: nobody can say whether it was in time.
      const dayUnknown = stop === null && (record.noFurtherAction === true || saidYesToAny(referralOutcomes, record.outcomes))
      return dayUnknown ? [] : [{ at, by: { table: referral.table, id: record.id }, stop }]
    }),
  due: workingDays(1),
  doneBy: referral,
  doneInItself: true,
  reads: [referral, assessment, section47Enquiry, childInNeedPlan, periodOfCare],
  says: {
    starts: 'The day a referral is received',
    stops:
      'The day the response was decided. Where that is not recorded, the first thing that shows it: the referral is closed, an assessment, a section 47 enquiry or a child in need plan begins, or the child comes into care',
    exceptions:
      'Immediate protection never waits for the day. Where only what was decided is recorded, and no day, nothing is told. Shown by what followed, a decision may have been made sooner than it seems',
  },
})

/** The day of the decision as recorded, else the first day that shows it. */
function decisionOn(thread: Thread, record: Referral): End | null {
  if (record.decidedOn !== null) return endIn(referral, record, 'decidedOn')
  const day = record.receivedOn as string
  const belongs = (other: { readonly referral: string | null }): boolean =>
    mayBelong(other, { by: { table: referral.table, id: record.id } })
  return earliest(
    endIn(referral, record, 'closedOn'),
    firstOn(thread, assessment, 'startedOn', day, belongs),
    firstOn(thread, section47Enquiry, 'strategyDiscussionAt', day, belongs),
    firstOn(thread, childInNeedPlan, 'startedOn', day, belongs),
    firstOn(thread, periodOfCare, 'startedOn', day),
  )
}

/** The referrer is told within one working day. */
export const referralAcknowledged = clock({
  id: 'referral-acknowledge',
  name: 'Answer to a referrer',
  plural: 'Answers to referrers',
  todo: 'Tell the referrer what will happen',
  area: 'Front door',
  about: person,
  weight: 'statutory guidance',
  source:
    'Working Together to Safeguard Children 2023, chapter 3: whoever referred is told that the referral was received and what was decided. The editions of 2015 and 2018 said the same',
  lookedUp: true,
  ages: { until: 18 },
  starts: (thread) =>
    thread.dated(referral, 'receivedOn').flatMap(({ at, record }) => {
      if (record.referrerNotTold !== null || nobodyToTell.has(record.sourceCode ?? '')) return []
      return [{ at, by: { table: referral.table, id: record.id }, until: endIn(referral, record, 'closedOn') }]
    }),
  due: workingDays(1),
  stops: [onTheSame(referral, 'referrerToldOn')],
  reads: [referral],
  says: {
    starts: 'The day a referral is received',
    stops: 'The referrer is told',
    exceptions:
      'Not where a reason is recorded why the referrer was not told, such as a risk to the child, nor where the referrer is anonymous or not known. What is not done when the case closes is late, and no longer asked for',
  },
})

/** Referrals whose source is anonymous (9) or not known (10). */
const nobodyToTell: ReadonlySet<string> = new Set(['9', '10'])

const screeningBy: Readonly<Record<string, Length>> = { red: hours(4), amber: workingDays(1), green: workingDays(3) }

/** Screening of a contact, as soon as its urgency asks. */
export const contactScreening = clock({
  id: 'contact-screening',
  name: 'Screening of a contact',
  plural: 'Screening of contacts',
  todo: 'Decide on the contact',
  area: 'Front door',
  about: person,
  weight: 'local',
  source: 'Local protocol of the front door; no national limit, in 2015 or since',
  ages: { until: 18 },
  starts: (thread) =>
    thread.dated(contact, 'receivedAt').flatMap(({ at, record }) => {
      const stop = screened(thread, record)
      // The outcome is known and not its day: nothing to ask for, and nothing to hold against anyone.
      if (stop === null && saidYesToAny(contactOutcomes, record.outcomes)) return []
      const due = screeningBy[record.urgency ?? '']
      return [{ at, by: { table: contact.table, id: record.id }, stop, ...(due && { due }) }]
    }),
  due: workingDays(1),
  local: true,
  doneBy: contact,
  doneInItself: true,
  reads: [contact, referral],
  says: {
    starts: 'The moment a contact is received',
    due: 'red within 4 hours, amber within 1 working day, green within 3 working days; where no urgency is recorded, within 1 working day or the length set here',
    stops: 'The outcome is decided. Where its day is not recorded, the referral that came of the contact',
    exceptions: 'Where only the outcome is recorded, and no day, nothing is told',
  },
})

/** When a contact was decided on; where that is not recorded, the first referral after it, if it may have come of it. */
function screened(thread: Thread, record: Contact): End | null {
  if (record.decidedAt !== null) return endIn(contact, record, 'decidedAt')
  const mayHaveLedToOne = saidYes(record.outcomes, 'NEW_REFERRAL_FLAG') || !saidYesToAny(contactOutcomes, record.outcomes)
  return mayHaveLedToOne ? firstOn(thread, referral, 'receivedOn', record.receivedAt as string) : null
}

/** A referral within 12 months of the one before is a re-referral. */
export const reReferral = clock({
  id: 're-referral-window',
  name: 'Re-referral within 12 months',
  plural: 'Re-referrals within 12 months',
  todo: 'Count another referral as a re-referral',
  area: 'Front door',
  about: person,
  meaning: 'window',
  weight: 'statistics',
  source: 'Department for Education, characteristics of children in need: a referral within 12 months of a previous one is a re-referral',
  lookedUp: true,
  ages: { until: 18 },
  starts: (thread) => thread.dated(referral, 'receivedOn').map(({ at, record }) => ({ at, by: { table: referral.table, id: record.id } })),
  due: months(12),
  stops: [on(referral, 'receivedOn', { later: true })],
  reads: [referral],
  says: {
    starts: 'Each referral',
    stops: 'The next referral',
    repeats: 'With each referral',
    exceptions: 'Referrals and children are counted apart. Two referrals of one day are one',
  },
})

export const frontDoorClocks = [referralDecision, referralAcknowledged, contactScreening, reReferral]
