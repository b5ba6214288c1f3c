import { clock, each } from '../../engine/clocks/clock.ts'
import { onTheSame } from '../../engine/clocks/ends.ts'
import { calendarDays, months, workingDays } from '../../engine/clocks/length.ts'
import type { Said } from '../../engine/clocks/thread.ts'
import { person } from '../person/records.ts'
import { protocolReferral } from './protocol-referrals.ts'

/** Reports and referrals that a concern of its own kind asks for. */

export const mutilationReported = clock({
  id: 'fgm-mandatory-report',
  name: 'Report of female genital mutilation',
  plural: 'Reports of female genital mutilation',
  todo: 'Report to the police',
  area: 'Child protection',
  about: person,
  weight: 'statute',
  source:
    'Female Genital Mutilation Act 2003, section 5B, since 31 October 2015, and the Home Office’s procedural information: by the end of the next working day',
  from: '2015-10-31',
  ages: { until: 18 },
  starts: each(protocolReferral, 'identifiedOn', { when: ({ type }) => type === 'FGM' }),
  due: ({ record }) => ((record as Said<(typeof protocolReferral)['fields']>).whyLonger === null ? workingDays(1) : months(1)),
  unit: 'working days',
  stops: [onTheSame(protocolReferral, 'referredOn')],
  reads: [protocolReferral],
  says: {
    starts: 'The child tells a practitioner of it, or the practitioner sees it',
    due: 'by the end of the next working day',
    stops: 'It is reported to the police',
    exceptions: 'Within one month where exceptional circumstances are recorded',
  },
})

export const slaveryReferred = clock({
  id: 'nrm-referral',
  name: 'Referral to the National Referral Mechanism',
  plural: 'Referrals to the National Referral Mechanism',
  todo: 'Refer to the National Referral Mechanism',
  area: 'Child protection',
  about: person,
  weight: 'standard',
  source:
    'Modern Slavery Act 2015, section 52, since November 2015, and its statutory guidance, which gives first responders no number of days; commonly the same day locally',
  ages: { until: 18 },
  starts: each(protocolReferral, 'identifiedOn', { when: ({ type }) => type === 'NRM' }),
  due: calendarDays(0),
  local: true,
  stops: [onTheSame(protocolReferral, 'referredOn')],
  reads: [protocolReferral],
  says: {
    starts: 'It is suspected that the child is a victim of modern slavery',
    due: 'on the same day',
    stops: 'The referral is made',
    exceptions:
      'A child need not consent. The Home Office aims to decide on reasonable grounds within 5 working days, which is its own clock and not ours',
  },
})

export const protocolClocks = [mutilationReported, slaveryReferred]
