import { professional } from '../../authority/records.ts'
import { date, identifier, oneOf, recordKind, reference, text, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { courtReportTypes, preProceedingsReviewDecisions, proceedingsOutcomes } from './code-lists.ts'
import { preProceedings } from './records.ts'

/** A meeting with the parents, midway in pre-proceedings, on whether enough has changed. */
export const preProceedingsReview = recordKind({
  name: 'Pre-proceedings review',
  plural: 'Pre-proceedings reviews',
  table: 'pre_proceedings_review',
  group: 'Legal status',
  about: person,
  fields: {
    preProceedings: reference(() => preProceedings, 'Pre-proceedings'),
    heldOn: date('Held', { required: true }),
    parentsAttended: yesNo('Parents attended'),
    parentsRepresented: yesNo('Parents had a lawyer'),
    decision: oneOf(preProceedingsReviewDecisions, 'Decision'),
    reasons: text('Reasons'),
    nextOn: date('Next review', { mayBeAhead: true }),
  },
  sameWhen: ['heldOn'],
  entries: [
    {
      on: 'heldOn',
      line: (r) =>
        `Pre-proceedings review held: ${(wordsFor(preProceedingsReviewDecisions, r.decision) ?? 'decision not recorded').toLowerCase()}`,
    },
  ],
  basis: 'Court orders and pre-proceedings: statutory guidance, 2014.',
})

/** A care or supervision case at court, from issue to the final order. */
export const careProceedings = recordKind({
  name: 'Care proceedings',
  plural: 'Care proceedings',
  table: 'care_proceedings',
  group: 'Legal status',
  about: person,
  fields: {
    preProceedings: reference(() => preProceedings, 'Pre-proceedings'),
    courtReference: identifier('Court case number'),
    court: text('Court'),
    issuedOn: date('Application issued', { required: true }),
    caseManagementHearingOn: date('Case management hearing held'),
    extendedUntilOn: date('Extended until', { mayBeAhead: true, note: 'The day to which the court extended the 26 weeks.' }),
    extensionReason: text('Why it was extended'),
    finalOrderOn: date('Decided', { note: 'Final order, or the day the case ended without one.' }),
    outcome: oneOf(proceedingsOutcomes, 'Outcome'),
  },
  sameWhen: ['issuedOn'],
  entries: [
    { on: 'issuedOn', line: () => 'Care proceedings issued' },
    { on: 'caseManagementHearingOn', line: () => 'Case management hearing held' },
    { on: 'finalOrderOn', line: (r) => `Care proceedings decided: ${wordsFor(proceedingsOutcomes, r.outcome) ?? 'outcome not recorded'}` },
  ],
  basis: 'Children Act 1989, sections 31 and 32; Public Law Outline (Family Procedure Rules, practice direction 12A).',
})

/** A report that a family court has asked the council for. */
export const courtReport = recordKind({
  name: 'Court report',
  plural: 'Court reports',
  table: 'court_report',
  group: 'Legal status',
  about: person,
  fields: {
    type: oneOf(courtReportTypes, 'Kind of report', { required: true }),
    court: text('Court'),
    courtReference: identifier('Court case number'),
    directedOn: date('Directed', { required: true }),
    dueOn: date('Due, as the court set it', { mayBeAhead: true }),
    author: reference(() => professional, 'Written by'),
    recommendation: text('Recommendation'),
    filedOn: date('Filed'),
    dischargedOn: date('Direction discharged'),
  },
  sameWhen: ['type', 'directedOn'],
  entries: [
    { on: 'directedOn', line: (r) => `Court asked for a report: ${reportWords(r.type)}` },
    { on: 'filedOn', line: (r) => `Report filed with the court: ${reportWords(r.type)}` },
    { on: 'dischargedOn', line: (r) => `Court no longer asks for a report: ${reportWords(r.type)}` },
  ],
  basis: 'Children Act 1989, sections 7 and 37.',
})

const reportWords = (type: string | null): string => (wordsFor(courtReportTypes, type) ?? 'Kind not recorded').toLowerCase()
