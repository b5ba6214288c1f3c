import { professional, team } from '../../authority/records.ts'
import { date, flags, moment, oneOf, recordKind, reference, text, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { answeredYes, needs } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { closureReasons, contactOutcomes, contactUrgencies, referralOutcomes, referralSources } from './code-lists.ts'

export const contact = recordKind({
  name: 'Contact',
  plural: 'Contacts',
  table: 'contact',
  group: 'Contacts',
  about: person,
  fields: {
    receivedAt: moment('Received', { as: { ssd: 'cont_contact_date', annexA: 'List 1.Date of Contact' } }),
    sourceCode: oneOf(referralSources, 'Who made it', { as: { ssd: 'cont_contact_source_code', annexA: 'List 1.Contact Source' } }),
    sourceDescription: text('Who made it, in words', { as: { ssd: 'cont_contact_source_desc' } }),
    outcomes: flags(contactOutcomes, 'Outcome', { as: { ssd: 'cont_contact_outcome_json' } }),
    urgency: oneOf(contactUrgencies, 'Urgency'),
    decidedAt: moment('Outcome decided'),
    decidedBy: reference(() => professional, 'Decided by'),
  },
  as: { ssd: { table: 'ssd_contacts', key: 'cont_contact_id', person: 'cont_person_id' } },
  sameWhen: ['receivedAt', 'sourceCode'],
  entries: [
    {
      on: 'receivedAt',
      line: (r) => {
        const source = wordsFor(referralSources, r.sourceCode) ?? r.sourceDescription ?? 'source not recorded'
        const outcome = answeredYes(contactOutcomes, r.outcomes)
        return `Contact received: ${source}${outcome === null ? '' : `. Outcome: ${outcome}`}`
      },
    },
  ],
  basis: 'Ofsted’s Annex A, list 1; Standard Safeguarding Dataset, ssd_contacts.',
})

/** A referral and the time in need that it opens, until the case is closed. */
export const referral = recordKind({
  name: 'Referral',
  plural: 'Referrals',
  table: 'referral',
  group: 'Referrals',
  about: person,
  fields: {
    receivedOn: date('Received', {
      as: { ssd: 'cine_referral_date', cin: 'CINdetails.CINreferralDate', annexA: 'List 3.Date of referral' },
    }),
    primaryNeed: oneOf(needs, 'Main need', {
      as: { ssd: 'cine_cin_primary_need_code', cin: 'CINdetails.PrimaryNeedCode', annexA: 'List 6.Primary Need Code' },
    }),
    sourceCode: oneOf(referralSources, 'Who referred', {
      as: { ssd: 'cine_referral_source_code', cin: 'CINdetails.ReferralSource', annexA: 'List 3.Referral Source' },
    }),
    sourceDescription: text('Who referred, in words', { as: { ssd: 'cine_referral_source_desc' } }),
    outcomes: flags(referralOutcomes, 'Outcome', { as: { ssd: 'cine_referral_outcome_json' } }),
    noFurtherAction: yesNo('No further action', {
      as: { ssd: 'cine_referral_nfa', cin: 'CINdetails.ReferralNFA', annexA: 'List 3.Referral NFA?' },
    }),
    closureReason: oneOf(closureReasons, 'Why it closed', {
      as: { ssd: 'cine_close_reason', cin: 'CINdetails.ReasonForClosure', annexA: 'List 6.Reason for Closure' },
    }),
    closedOn: date('Closed', { as: { ssd: 'cine_close_date', cin: 'CINdetails.CINclosureDate', annexA: 'List 6.CIN Closure Date' } }),
    team: reference(() => team, 'Team', { as: { ssd: 'cine_referral_team' } }),
    worker: reference(() => professional, 'Worker', { as: { ssd: 'cine_referral_worker_id' } }),
    decidedOn: date('Response decided', { note: 'By a manager: what happens next, and how soon.' }),
    decidedBy: reference(() => professional, 'Decided by'),
    referrerToldOn: date('Referrer told', { note: 'That the referral was received, and what was decided.' }),
    referrerNotTold: text('Why the referrer was not told', { note: 'For instance because it would put the child at risk.' }),
  },
  as: { ssd: { table: 'ssd_cin_episodes', key: 'cine_referral_id', person: 'cine_person_id' } },
  sameWhen: ['receivedOn'],
  foundBy: [['closedOn', 'team']],
  entries: [
    {
      on: 'receivedOn',
      line: (r) => {
        const source = wordsFor(referralSources, r.sourceCode) ?? r.sourceDescription
        return `Referral received${source === null ? ', source not recorded' : `: ${source}`}${r.noFurtherAction === true ? '. No further action' : ''}`
      },
    },
    { on: 'decidedOn', line: () => 'Response to the referral decided' },
    { on: 'referrerToldOn', line: () => 'Referrer told what was decided' },
    { on: 'closedOn', line: (r) => `Referral closed: ${wordsFor(closureReasons, r.closureReason) ?? 'reason not recorded'}` },
  ],
  period: { lane: 'In need', from: 'receivedOn', until: 'closedOn', label: (r) => wordsFor(needs, r.primaryNeed) ?? 'Need not recorded' },
  basis: 'Children Act 1989, section 17; Working together to safeguard children; children in need census, CINdetails.',
})
