import { date, manyOf, oneOf, recordKind, reference, text } from '../../engine/records/kind.ts'
import { person } from '../../practice/person/records.ts'
import { feedbackGivers, feedbackThemes, feedbackWays } from './code-lists.ts'

/** What a child, a family or somebody who works with them thinks of the help they had, and what changed because they said so. */
export const feedback = recordKind({
  name: 'Feedback',
  plural: 'Feedback',
  table: 'feedback',
  group: 'Feedback',
  fields: {
    child: reference(() => person, 'Child, where one is known'),
    givenOn: date('Given', { required: true }),
    givenBy: oneOf(feedbackGivers, 'Given by'),
    how: oneOf(feedbackWays, 'How it was given'),
    about: text('Service it is about', { long: false }),
    whatTheySaid: text('What they said', { long: true }),
    themes: manyOf(feedbackThemes, 'Themes'),
    whatChanged: text('What changed because of it', { long: true }),
    toldOn: date('Told what changed', { note: 'When those who gave it heard what became of it.' }),
  },
  sameWhen: [],
  basis:
    'Children Act 1989, section 22(4) and (5): wishes and feelings are found out and heeded, and section 26: representations; inspectors ask how views shape services.',
})
