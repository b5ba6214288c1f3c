import { date, manyOf, moment, oneOf, recordKind, reference, text, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { offerResponses } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { interviewAnswers, missingTypes, pullFactors, pushFactors } from './code-lists.ts'

export const missingEpisode = recordKind({
  name: 'Missing episode',
  plural: 'Missing episodes',
  table: 'missing_episode',
  group: 'Missing',
  about: person,
  fields: {
    wentMissingAt: moment('Went missing', {
      as: { ssd: 'miss_missing_episode_start_date', ssda903: 'Missing.MIS_START' },
      note: 'Left where they live, or last seen, whichever is later.',
    }),
    type: oneOf(missingTypes, 'Missing or away', { as: { ssd: 'miss_missing_episode_type', ssda903: 'Missing.MISSING' } }),
    returnedAt: moment('Returned', { as: { ssd: 'miss_missing_episode_end_date', ssda903: 'Missing.MIS_END' } }),
    interviewOffered: oneOf(interviewAnswers, 'Return home interview offered', {
      as: {
        ssd: 'miss_missing_rhi_offered',
        annexA: 'List 8.Was the child offered a Return Interview after their last missing episode (Y/N)?',
      },
    }),
    interviewAccepted: oneOf(interviewAnswers, 'Return home interview accepted', {
      as: {
        ssd: 'miss_missing_rhi_accepted',
        annexA: 'List 8.Did the child accept a Return Interview after their last missing episode (Y/N)?',
      },
    }),
    reportedToPoliceAt: moment('Reported to the police'),
  },
  as: { ssd: { table: 'ssd_missing', key: 'miss_table_id', person: 'miss_person_id' } },
  sameWhen: ['wentMissingAt', 'type'],
  entries: [
    { on: 'wentMissingAt', line: (r) => (r.type === 'A' ? 'Went away without authorisation, whereabouts known' : 'Went missing') },
    { on: 'reportedToPoliceAt', line: () => 'Reported missing to the police' },
    { on: 'returnedAt', line: (r) => `Returned. Return home interview ${interviewWords(r.interviewOffered, r.interviewAccepted)}` },
  ],
  period: { lane: 'Missing', from: 'wentMissingAt', until: 'returnedAt', label: (r) => wordsFor(missingTypes, r.type) ?? 'Missing' },
  basis: 'Statutory guidance on children who run away or go missing from home or care (January 2014); looked-after return, Missing.',
})

function interviewWords(offered: string | null, accepted: string | null): string {
  if (accepted === 'Y') return 'offered and accepted'
  if (offered === 'Y') return accepted === 'N' ? 'offered, not accepted' : 'offered'
  if (offered === 'N') return 'not offered'
  return offered === 'NA' ? 'did not apply' : 'not recorded'
}

/** The talk with a child who has come back. Offered, accepted and held are three things, and what was said must reach the record. */
export const returnHomeInterview = recordKind({
  name: 'Return home interview',
  plural: 'Return home interviews',
  table: 'return_home_interview',
  group: 'Missing',
  about: person,
  fields: {
    missingEpisode: reference(() => missingEpisode, 'Missing episode'),
    offeredAt: moment('Offered'),
    response: oneOf(offerResponses, 'Answer'),
    respondedOn: date('Answered'),
    heldAt: moment('Held'),
    heldBy: text('Held by'),
    independent: yesNo('Held by somebody independent', { note: 'Not the carers, the home or the child’s own worker.' }),
    whereTheyWere: text('Where the child had been'),
    pushFactors: manyOf(pushFactors, 'Why they left'),
    pullFactors: manyOf(pullFactors, 'What drew them'),
    whatTheChildSaid: text('What the child said'),
    whatWillChange: text('What will be done'),
    writtenUpOn: date('On the child’s record'),
    sharedWithPoliceOn: date('Shared with the police'),
  },
  sameWhen: ['offeredAt'],
  entries: [
    { on: 'offeredAt', line: () => 'Return home interview offered' },
    {
      on: 'respondedOn',
      line: (r) => `Return home interview: ${wordsFor(offerResponses, r.response)?.toLowerCase() ?? 'answer not recorded'}`,
    },
    { on: 'heldAt', line: (r) => (r.heldBy === null ? 'Return home interview held' : `Return home interview held by ${r.heldBy}`) },
    { on: 'writtenUpOn', line: () => 'Return home interview written up' },
    { on: 'sharedWithPoliceOn', line: () => 'Return home interview shared with the police' },
  ],
  basis: 'Statutory guidance on children who run away or go missing from home or care (January 2014).',
})

/** A meeting about a child who has been missing for long, or often. */
export const missingMeeting = recordKind({
  name: 'Missing meeting',
  plural: 'Missing meetings',
  table: 'missing_meeting',
  group: 'Missing',
  about: person,
  fields: {
    missingEpisode: reference(() => missingEpisode, 'Missing episode'),
    heldAt: moment('Held'),
    chairedBy: text('Chaired by'),
    attended: text('Who came'),
    policeCame: yesNo('Police came'),
    actions: text('What will be done'),
  },
  sameWhen: ['heldAt'],
  entries: [{ on: 'heldAt', line: () => 'Meeting held about the child going missing' }],
  basis: 'Statutory guidance on children who run away or go missing from home or care (January 2014); local protocols with the police.',
})
