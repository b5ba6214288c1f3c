import { moment, oneOf, recordKind, wordsFor } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { interviewAnswers, missingTypes } from './code-lists.ts'

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
  },
  as: { ssd: { table: 'ssd_missing', key: 'miss_table_id', person: 'miss_person_id' } },
  sameWhen: ['wentMissingAt', 'type'],
  entries: [
    { on: 'wentMissingAt', line: (r) => (r.type === 'A' ? 'Went away without authorisation, whereabouts known' : 'Went missing') },
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
