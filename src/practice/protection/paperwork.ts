import { date, oneOf, recordKind, reference, text, wordsFor } from '../../engine/records/kind.ts'
import { lookedAfterReview } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { meetings } from './code-lists.ts'
import { childProtectionReview, initialConference } from './records.ts'

/** What was written for a meeting and after it, and when it reached those it was for. A row for each child and meeting. */
export const meetingPaperwork = recordKind({
  name: 'Meeting paperwork',
  plural: 'Meeting paperwork',
  table: 'meeting_paperwork',
  group: 'Reviews',
  about: person,
  fields: {
    meeting: oneOf(meetings, 'Which meeting', { required: true }),
    meetingOn: date('Day of the meeting', { required: true, mayBeAhead: true, note: 'The day it is for, where it has not been held.' }),
    initialConference: reference(() => initialConference, 'Initial child protection conference'),
    childProtectionReview: reference(() => childProtectionReview, 'Child protection review'),
    lookedAfterReview: reference(() => lookedAfterReview, 'Looked after review'),
    reportSharedOn: date('Worker’s report shared', { note: 'With the child or the family, before the meeting.' }),
    reportSharedWith: text('Report shared with'),
    decisionsSentOn: date('Decisions sent'),
    minutesWrittenOn: date('Record of the meeting written'),
    minutesSentOn: date('Record of the meeting sent'),
    sentTo: text('Sent to'),
  },
  sameWhen: ['meeting', 'meetingOn'],
  entries: [
    {
      on: 'reportSharedOn',
      line: (r) => `Report shared${r.reportSharedWith === null ? '' : ` with ${r.reportSharedWith}`}: ${meetingWords(r.meeting)}`,
    },
    { on: 'decisionsSentOn', line: (r) => `Decisions sent${to(r.sentTo)}: ${meetingWords(r.meeting)}` },
    { on: 'minutesWrittenOn', line: (r) => `Record of the meeting written: ${meetingWords(r.meeting)}` },
    { on: 'minutesSentOn', line: (r) => `Record of the meeting sent${to(r.sentTo)}: ${meetingWords(r.meeting)}` },
  ],
  basis:
    'Working together to safeguard children; Care Planning, Placement and Case Review (England) Regulations 2010, regulations 36 to 38; local procedures.',
})

const to = (whom: string | null): string => (whom === null ? '' : ` to ${whom}`)

/** "child protection review conference", to stand inside a line. */
const meetingWords = (meeting: string | null): string => (wordsFor(meetings, meeting) ?? 'Meeting not recorded').toLowerCase()
