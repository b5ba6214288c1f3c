import { professional } from '../../authority/records.ts'
import { date, oneOf, recordKind, reference, text, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { familyReviewDecisions } from './code-lists.ts'

export const earlyHelpEpisode = recordKind({
  name: 'Early help episode',
  plural: 'Early help episodes',
  table: 'early_help_episode',
  group: 'Plans',
  about: person,
  fields: {
    startedOn: date('Started', { as: { ssd: 'earl_episode_start_date', annexA: 'List 2.Assessment start date' } }),
    endedOn: date('Ended', { as: { ssd: 'earl_episode_end_date', annexA: 'List 2.Assessment completion date' } }),
    startReason: text('Why it started', { as: { ssd: 'earl_episode_reason' } }),
    endReason: text('Why it ended', { as: { ssd: 'earl_episode_end_reason' } }),
    organisation: text('Organisation leading', {
      as: { ssd: 'earl_episode_organisation', annexA: 'List 2.Organisation completing assessment' },
    }),
    worker: reference(() => professional, 'Worker', { as: { ssd: 'earl_episode_worker_id' } }),
    assessmentCompletedOn: date('Assessment completed'),
  },
  as: { ssd: { table: 'ssd_early_help_episodes', key: 'earl_episode_id', person: 'earl_person_id' } },
  sameWhen: ['startedOn'],
  entries: [
    { on: 'startedOn', line: (r) => `Early help began: ${r.startReason ?? 'reason not recorded'}` },
    { on: 'assessmentCompletedOn', line: () => 'Early help assessment completed' },
    { on: 'endedOn', line: (r) => `Early help ended: ${r.endReason ?? 'reason not recorded'}` },
  ],
  period: { lane: 'Early help', from: 'startedOn', until: 'endedOn', label: (r) => r.organisation ?? 'Early help' },
  basis:
    'Working together to safeguard children; Ofsted’s Annex A, list 2, which asks for the assessment where the dataset holds the episode.',
})

/** A meeting of the family and those who help it, at which the early help plan is looked at. */
export const teamAroundFamilyReview = recordKind({
  name: 'Team around the family review',
  plural: 'Team around the family reviews',
  table: 'team_around_family_review',
  group: 'Reviews',
  about: person,
  fields: {
    episode: reference(() => earlyHelpEpisode, 'Early help episode'),
    heldOn: date('Held', { required: true }),
    ledBy: reference(() => professional, 'Lead professional'),
    attended: text('Who attended'),
    childTookPart: yesNo('Child took part'),
    decision: oneOf(familyReviewDecisions, 'Decision'),
    agreed: text('What was agreed'),
    nextOn: date('Next review', { mayBeAhead: true }),
  },
  sameWhen: ['heldOn'],
  entries: [
    {
      on: 'heldOn',
      line: (r) =>
        `Team around the family review held: ${(wordsFor(familyReviewDecisions, r.decision) ?? 'decision not recorded').toLowerCase()}`,
    },
  ],
  basis: 'Working together to safeguard children, early help; local early help procedures.',
})
