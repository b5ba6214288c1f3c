import { professional } from '../authority/records.ts'
import { date, oneOf, recordKind, reference, text, wordsFor, yesNo } from '../engine/records/kind.ts'
import { person } from '../practice/person/records.ts'
import { absenceReasons, auditGrades, newlyQualifiedOutcomes, newlyQualifiedStages } from './code-lists.ts'

/** A supervision of a worker. What is said of a child in it belongs on the child's record, as management oversight. */
export const supervision = recordKind({
  name: 'Supervision',
  plural: 'Supervisions',
  table: 'supervision',
  group: 'Workers',
  fields: {
    worker: reference(() => professional, 'Worker', { required: true }),
    heldOn: date('Held', { required: true }),
    heldBy: reference(() => professional, 'Held by'),
    reflective: yesNo('Reflective'),
    childrenDiscussed: text('Children discussed', {
      note: 'By number, not by name. What was decided for a child stands on the child’s record.',
    }),
    actions: text('Actions'),
    nextOn: date('Next', { mayBeAhead: true }),
  },
  sameWhen: ['worker', 'heldOn'],
  basis: 'Standards for Employers of Social Workers; the authority’s supervision policy.',
})

/** A time in which a worker was away. */
export const workerAbsence = recordKind({
  name: 'Absence of a worker',
  plural: 'Absences of workers',
  table: 'worker_absence',
  group: 'Workers',
  fields: {
    worker: reference(() => professional, 'Worker', { required: true }),
    startedOn: date('First day away', { required: true, mayBeAhead: true }),
    endedOn: date('Back', { mayBeAhead: true, note: 'First day at work again.' }),
    awayBecause: oneOf(absenceReasons, 'Reason'),
  },
  sameWhen: ['worker', 'startedOn'],
  basis: 'Goldthread: supervision stands still while a worker is away for more than four weeks.',
})

export const newlyQualifiedReview = recordKind({
  name: 'Review of a newly qualified social worker',
  plural: 'Reviews of newly qualified social workers',
  table: 'newly_qualified_review',
  group: 'Workers',
  fields: {
    worker: reference(() => professional, 'Worker', { required: true }),
    stage: oneOf(newlyQualifiedStages, 'Review', { required: true }),
    heldOn: date('Held', { required: true }),
    assessor: reference(() => professional, 'Assessor'),
    outcome: oneOf(newlyQualifiedOutcomes, 'Outcome'),
    notes: text('Notes'),
  },
  sameWhen: ['worker', 'stage', 'heldOn'],
  basis: 'Assessed and supported year in employment for child and family social workers.',
})

export const registrationRenewal = recordKind({
  name: 'Renewal of a social worker’s registration',
  plural: 'Renewals of social workers’ registration',
  table: 'registration_renewal',
  group: 'Workers',
  fields: {
    worker: reference(() => professional, 'Worker', { required: true }),
    renewedOn: date('Renewed', { required: true }),
    learningRecorded: yesNo('Continuing professional development recorded'),
  },
  sameWhen: ['worker', 'renewedOn'],
  basis: 'Social Work England registration rules, since 2 December 2019; before, the Health and Care Professions Council.',
})

/** An audit of the work with one child. */
export const caseAudit = recordKind({
  name: 'Case audit',
  plural: 'Case audits',
  table: 'case_audit',
  group: 'Oversight',
  about: person,
  fields: {
    askedOn: date('Asked for', { required: true }),
    auditor: reference(() => professional, 'Auditor'),
    theme: text('Theme'),
    completedOn: date('Completed'),
    grade: oneOf(auditGrades, 'Grade'),
    toBeModerated: yesNo('To be moderated', { note: 'Yes: it is done when it is moderated, not when it is completed.' }),
    moderatedOn: date('Moderated'),
    moderatedGrade: oneOf(auditGrades, 'Grade after moderation'),
    actions: text('Actions asked for'),
    actionsDoneOn: date('Actions done'),
  },
  sameWhen: ['askedOn', 'theme'],
  entries: [
    { on: 'completedOn', line: (r) => `Case audit completed: ${wordsFor(auditGrades, r.moderatedGrade ?? r.grade) ?? 'not graded'}` },
    { on: 'actionsDoneOn', line: () => 'Actions of the case audit done' },
  ],
  basis: 'The authority’s quality assurance framework.',
})
