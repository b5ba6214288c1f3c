import { professional } from '../../authority/records.ts'
import { date, moment, oneOf, recordKind, reference, text, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { howSeen, person } from '../person/records.ts'
import { noticeGivers, privateFosteringChanges } from './code-lists.ts'

/** A child under 16 (18 if disabled) who lives, or is to live, for 28 days or more with somebody who is neither a parent nor a close relative. */
export const privateFostering = recordKind({
  name: 'Private fostering',
  plural: 'Private fostering',
  table: 'private_fostering',
  group: 'Private fostering',
  about: person,
  fields: {
    arrangedOn: date('Arranged', { note: 'When it was agreed that the child should live there.' }),
    plannedFrom: date('Planned to start', { mayBeAhead: true, note: 'Blank where nobody planned it: it began in an emergency.' }),
    startedOn: date('Child moved in'),
    noticeReceivedOn: date('Notice received'),
    noticeFrom: oneOf(noticeGivers, 'Notice from'),
    becameAwareOn: date('Authority became aware of it'),
    howAware: text('How the authority became aware'),
    carer: text('Private foster carer'),
    relationship: text('Relationship to the child'),
    childDisabled: yesNo('Child is disabled'),
    suitable: yesNo('Found suitable'),
    endedOn: date('Ended'),
    endReason: text('Why it ended'),
  },
  sameWhen: ['startedOn', 'carer'],
  entries: [
    {
      on: 'noticeReceivedOn',
      line: (r) => `Notice of private fostering from ${(wordsFor(noticeGivers, r.noticeFrom) ?? 'Somebody not recorded').toLowerCase()}`,
    },
    { on: 'becameAwareOn', line: () => 'Authority became aware of private fostering' },
    { on: 'startedOn', line: () => 'Private fostering began' },
    { on: 'endedOn', line: (r) => `Private fostering ended: ${r.endReason ?? 'reason not recorded'}` },
  ],
  basis: 'Children Act 1989, section 66 and schedule 8; Children (Private Arrangements for Fostering) Regulations 2005.',
})

export const privateFosteringVisit = recordKind({
  name: 'Private fostering visit',
  plural: 'Private fostering visits',
  table: 'private_fostering_visit',
  group: 'Visits',
  about: person,
  fields: {
    privateFostering: reference(() => privateFostering, 'Private fostering'),
    visitedOn: date('Visited', { required: true }),
    worker: reference(() => professional, 'Worker'),
    childSeen: yesNo('Child seen'),
    seenAlone: yesNo('Seen alone'),
    whyNotAlone: text('Why it was not right to see the child alone'),
    reportWrittenOn: date('Report written'),
  },
  sameWhen: ['visitedOn'],
  entries: [{ on: 'visitedOn', line: (r) => `Private fostering visit: ${howSeen(r)}` }],
  basis: 'Children (Private Arrangements for Fostering) Regulations 2005, regulations 4, 7 and 8.',
})

/** Something that the carer or a parent must tell the authority of. */
export const privateFosteringChange = recordKind({
  name: 'Change in private fostering',
  plural: 'Changes in private fostering',
  table: 'private_fostering_change',
  group: 'Private fostering',
  about: person,
  fields: {
    privateFostering: reference(() => privateFostering, 'Private fostering'),
    changedAt: moment('Changed', { required: true }),
    change: oneOf(privateFosteringChanges, 'Change'),
    toldAt: moment('Authority told'),
    note: text('Note'),
  },
  sameWhen: ['changedAt', 'change'],
  entries: [
    {
      on: 'changedAt',
      line: (r) => `Change in private fostering: ${(wordsFor(privateFosteringChanges, r.change) ?? 'Which is not recorded').toLowerCase()}`,
    },
  ],
  basis: 'Children (Private Arrangements for Fostering) Regulations 2005, regulations 9 and 10.',
})
