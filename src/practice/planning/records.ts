import { professional } from '../../authority/records.ts'
import { codeList, date, oneOf, recordKind, reference, text, wordsFor } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'

/** Which plan an action belongs to. */
// Exported for the data dictionary, which finds lists by looking.
// ts-unused-exports:disable-next-line
export const plansWithActions = codeList('Plan with actions', 'Goldthread', [
  { code: 'early help', label: 'Early help plan' },
  { code: 'in need', label: 'Child in need plan' },
  { code: 'protection', label: 'Child protection plan' },
  { code: 'care', label: 'Care plan' },
  { code: 'pathway', label: 'Pathway plan' },
  { code: 'other', label: 'Another plan' },
])

/** One thing that a plan says somebody does, by when. */
export const planAction = recordKind({
  name: 'Plan action',
  plural: 'Plan actions',
  table: 'plan_action',
  group: 'Plans',
  about: person,
  fields: {
    plan: oneOf(plansWithActions, 'Plan'),
    what: text('What is to be done', { required: true }),
    agreedOn: date('Agreed', { required: true }),
    who: text('Who does it', { note: 'A worker, a parent, another agency: in words.' }),
    worker: reference(() => professional, 'Worker who sees to it'),
    dueOn: date('By when', { mayBeAhead: true }),
    measuredBy: text('How we shall know that it helped'),
    doneOn: date('Done'),
    whatHappened: text('What came of it'),
    givenUpOn: date('Given up'),
  },
  sameWhen: ['agreedOn', 'what'],
  entries: [
    { on: 'agreedOn', line: (r) => `${wordsFor(plansWithActions, r.plan) ?? 'Plan'}: ${r.what ?? 'action'} agreed` },
    { on: 'doneOn', line: (r) => `${wordsFor(plansWithActions, r.plan) ?? 'Plan'}: ${r.what ?? 'action'} done` },
    { on: 'givenUpOn', line: (r) => `${wordsFor(plansWithActions, r.plan) ?? 'Plan'}: ${r.what ?? 'action'} given up` },
  ],
  basis: 'Working together to safeguard children: plans set out what is to change, who does what, and by when.',
})
