import { professional } from '../../authority/records.ts'
import { date, identifier, oneOf, recordKind, reference, text, wordsFor } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { protocols } from './code-lists.ts'

/** That a concern asked for a referral or report under a protocol of its own, and when it was made. */
export const protocolReferral = recordKind({
  name: 'Protocol referral',
  plural: 'Protocol referrals',
  table: 'protocol_referral',
  group: 'Protection',
  about: person,
  fields: {
    type: oneOf(protocols, 'Protocol', { required: true }),
    identifiedOn: date('Concern identified', { required: true }),
    concern: text('Concern'),
    referredOn: date('Referred or reported'),
    referredBy: reference(() => professional, 'By'),
    referredTo: text('To whom'),
    reference: identifier('Reference'),
    outcome: text('Outcome'),
    whyLonger: text('Why it took longer', { note: 'For a report of female genital mutilation: the exceptional circumstances.' }),
  },
  sameWhen: ['type', 'identifiedOn'],
  entries: [
    { on: 'identifiedOn', line: (r) => `Concern identified: ${protocolWords(r.type)}` },
    { on: 'referredOn', line: (r) => `Referred or reported: ${protocolWords(r.type)}${r.outcome === null ? '' : `. ${r.outcome}`}` },
  ],
  basis:
    'Female Genital Mutilation Act 2003, section 5B; Modern Slavery Act 2015, section 52; Counter-Terrorism and Security Act 2015, section 36; local protocols.',
})

const protocolWords = (type: string | null): string => wordsFor(protocols, type) ?? 'Protocol not recorded'
