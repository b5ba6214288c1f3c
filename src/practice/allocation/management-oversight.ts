import { professional } from '../../authority/records.ts'
import { date, oneOf, recordKind, reference, text, wordsFor } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { oversightOccasions } from './code-lists.ts'

/** That a manager looked at the work with a child and wrote down what was decided, and why. */
export const managementOversight = recordKind({
  name: 'Management oversight',
  plural: 'Management oversight',
  table: 'management_oversight',
  group: 'Workers',
  about: person,
  fields: {
    recordedOn: date('Recorded', { required: true }),
    by: reference(() => professional, 'Manager'),
    occasion: oneOf(oversightOccasions, 'Occasion'),
    decision: text('Decision'),
    reasons: text('Reasons'),
  },
  sameWhen: ['recordedOn', 'occasion', 'by'],
  entries: [
    {
      on: 'recordedOn',
      line: (r) =>
        `Management oversight (${(wordsFor(oversightOccasions, r.occasion) ?? 'Occasion not recorded').toLowerCase()}): ${r.decision ?? 'decision not recorded'}`,
    },
  ],
  basis: 'Working together to safeguard children: managers oversee assessments and plans, and record their decisions; local procedures.',
})
