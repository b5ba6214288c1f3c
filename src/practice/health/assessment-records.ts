import { date, oneOf, recordKind, text, wordsFor } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { healthAssessmentTypes, healthExaminers } from './code-lists.ts'

/** A health assessment of a child in care on its way: consent, paperwork, appointment, assessment, report. The dataset holds its day alone. */
export const healthAssessment = recordKind({
  name: 'Health assessment',
  plural: 'Health assessments',
  table: 'health_assessment',
  group: 'Health',
  about: person,
  fields: {
    type: oneOf(healthAssessmentTypes, 'Kind of assessment'),
    consentOn: date('Consent received'),
    consentFrom: text('Consent from'),
    paperworkSentOn: date('Paperwork sent to health', { note: 'Request and consent.' }),
    appointmentOn: date('Appointment', { mayBeAhead: true }),
    place: text('Where', { note: 'Clinic, home, or the area in which the child is placed.' }),
    doneOn: date('Assessed'),
    examiner: oneOf(healthExaminers, 'Who assessed'),
    reportReceivedOn: date('Report received'),
    refusedOn: date('Refused by the child', {
      note: 'Only a child who understands enough can refuse. Consent that others withhold does not end the need.',
    }),
    delay: text('Why it waits'),
  },
  sameWhen: ['type', 'doneOn'],
  entries: [
    { on: 'consentOn', line: (r) => `${kindOf(r.type)}: consent received` },
    { on: 'paperworkSentOn', line: (r) => `${kindOf(r.type)}: paperwork sent to health` },
    { on: 'appointmentOn', line: (r) => `${kindOf(r.type)}: appointment` },
    { on: 'doneOn', line: (r) => `${kindOf(r.type)} made` },
    { on: 'reportReceivedOn', line: (r) => `${kindOf(r.type)}: report received` },
    { on: 'refusedOn', line: (r) => `${kindOf(r.type)}: refused by the child` },
  ],
  basis:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7; Promoting the health and well-being of looked-after children (2015).',
})

const kindOf = (type: string | null): string => wordsFor(healthAssessmentTypes, type) ?? 'Health assessment'

/** The summary of their health that a young person takes with them. */
export const healthSummary = recordKind({
  name: 'Leaving care health summary',
  plural: 'Leaving care health summaries',
  table: 'health_summary',
  group: 'Health',
  about: person,
  fields: {
    givenOn: date('Given to the young person'),
    givenBy: text('Given by'),
    form: text('In what form', { note: 'Paper, app, letter.' }),
    talkedThroughWith: text('Talked through with'),
  },
  sameWhen: ['givenOn'],
  entries: [{ on: 'givenOn', line: () => 'Leaving care health summary given' }],
  basis: 'Promoting the health and well-being of looked-after children (2015).',
})
