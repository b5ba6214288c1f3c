import { factKind } from '../../engine/measures/fact.ts'
import { person } from '../../practice/person/records.ts'
import { feedbackGivers } from './code-lists.ts'
import { feedback } from './records.ts'

/** One a piece of feedback in which a child is named. What was given without one is about nobody, and cannot be counted here. */
export const feedbackGiven = factKind({
  id: 'feedback-given',
  name: 'Feedback of which the child is known',
  about: person,
  says: {
    giver: { label: 'Who gave it', type: 'words', codes: feedbackGivers },
    changed: { label: 'What changed because of it is written', type: 'yes or no' },
  },
  reads: [feedback],
  facts: (thread) =>
    thread.dated(feedback, 'givenOn').map(({ at, record: { id, givenBy, whatChanged } }) => ({
      on: at,
      by: { table: feedback.table, id },
      says: { giver: givenBy, changed: whatChanged !== null },
    })),
})
