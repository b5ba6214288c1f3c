import { codeList, date, decimal, identifier, oneOf, recordKind, text } from '../../engine/records/kind.ts'

/** What people answer to a signal: kept, with history, and shown when it is told again. */

// ts-unused-exports:disable-next-line
export const signalAnswers = codeList('Answer to a signal', 'Goldthread', [
  { code: 'look into it', label: 'Look into it' },
  { code: 'known', label: 'Known, in hand' },
  { code: 'not a concern', label: 'Not a concern' },
])

/** The last one that stands is the answer; those before it are what was answered before. */
export const signalAnswer = recordKind({
  name: 'Answer to a signal',
  plural: 'Answers to signals',
  table: 'signal_answer',
  group: 'Figures',
  fields: {
    signal: identifier('Signal', { required: true, note: 'The identifier that `bin/goldthread signals` lists.' }),
    measure: identifier('Measure', { required: true, note: 'The identifier that `bin/goldthread measures` lists.' }),
    answer: oneOf(signalAnswers, 'Answer', { required: true }),
    because: text('Because', { long: true, note: 'Needed where it is not a concern.' }),
    question: text('What do you want to know?', { note: 'Needed where somebody is to look into it.' }),
    whoFindsOut: text('Who will find out?', { note: 'Needed where somebody is to look into it.' }),
    said: text('What the signal said', { required: true, long: true, note: 'Its sentence, as it was answered. It names no child.' }),
    direction: text('Way', { note: 'worse, better or changed.' }),
    since: date('So since', { note: 'The first day of the month in which it began, as it was answered.' }),
    levelBefore: decimal('Level before', { note: 'In the unit of the measure: before, of others, or as expected.' }),
    levelSince: decimal('Level since', { note: 'In the unit of the measure.' }),
    answeredOn: date('Answered', { required: true }),
    answeredBy: text('By'),
  },
  foundBy: [['signal']],
  basis: 'Goldthread: what managers answer to a signal is kept, and shown the next time.',
})
