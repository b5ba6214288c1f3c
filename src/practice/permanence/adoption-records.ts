import { professional } from '../../authority/records.ts'
import { date, oneOf, recordKind, reference, text, whole, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { participations } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { panelDecisions, panelMatters } from './code-lists.ts'
import { adopter } from './records.ts'

/** What came before the adoption agency's decision maker about a child, and what became of it. Not every matter goes to a panel first. */
export const adoptionPanel = recordKind({
  name: 'Adoption panel and decision',
  plural: 'Adoption panels and decisions',
  table: 'adoption_panel',
  group: 'Permanence',
  about: person,
  fields: {
    matter: oneOf(panelMatters, 'Matter', { required: true }),
    heldOn: date('Panel met', {
      mayBeAhead: true,
      note: 'Blank where it did not go to a panel: since 1 September 2012 a plan with an application for a placement order does not.',
    }),
    recommendation: text('Panel’s recommendation'),
    minutesReceivedOn: date('Final minutes reached the decision maker'),
    decisionMaker: reference(() => professional, 'Decision maker'),
    decidedOn: date('Decided'),
    decision: oneOf(panelDecisions, 'Decision'),
    reasons: text('Reasons'),
    toldOrallyOn: date('Parents or adopters told by word'),
    toldInWritingOn: date('Parents or adopters told in writing'),
  },
  sameWhen: ['matter', 'heldOn'],
  entries: [
    { on: 'heldOn', line: (r) => `Adoption panel: ${matterOf(r.matter)}` },
    {
      on: 'decidedOn',
      line: (r) => `Adoption decision: ${matterOf(r.matter)}: ${(wordsFor(panelDecisions, r.decision) ?? 'Not recorded').toLowerCase()}`,
    },
    { on: 'toldInWritingOn', line: (r) => `Adoption decision sent in writing: ${matterOf(r.matter)}` },
  ],
  basis: 'Adoption Agencies Regulations 2005, regulations 18, 19, 32 and 33; Adoption National Minimum Standards 2014, standard 17.',
})

/** "match with adopters", to stand inside a line. */
const matterOf = (matter: string | null): string => (wordsFor(panelMatters, matter) ?? 'Matter not recorded').toLowerCase()

/** A review of a child who may be placed for adoption, or is. */
export const adoptionReview = recordKind({
  name: 'Adoption review',
  plural: 'Adoption reviews',
  table: 'adoption_review',
  group: 'Reviews',
  about: person,
  fields: {
    heldOn: date('Held', { required: true }),
    reviewingOfficer: reference(() => professional, 'Reviewing officer'),
    participation: oneOf(participations, 'Child’s participation'),
    visitsEveryWeeks: whole('Weeks between visits from now on', { note: 'As the review sets it for an adoptive placement.' }),
    decisions: text('Decisions'),
  },
  sameWhen: ['heldOn'],
  entries: [{ on: 'heldOn', line: () => 'Adoption review held' }],
  basis: 'Adoption Agencies Regulations 2005, regulations 36 and 37.',
})

/** A child's life story book and later life letter. */
export const lifeStoryWork = recordKind({
  name: 'Life story work',
  plural: 'Life story work',
  table: 'life_story_work',
  group: 'Permanence',
  about: person,
  fields: {
    startedOn: date('Started'),
    worker: reference(() => professional, 'Worker'),
    celebrationOn: date('Celebration hearing', { mayBeAhead: true, note: 'The adoption celebration at court, after the order.' }),
    bookGivenOn: date('Life story book given'),
    laterLifeLetterOn: date('Later life letter given'),
    note: text('Note'),
  },
  sameWhen: ['startedOn'],
  entries: [
    { on: 'startedOn', line: () => 'Life story work began' },
    { on: 'celebrationOn', line: () => 'Adoption celebration hearing' },
    { on: 'bookGivenOn', line: () => 'Life story book given' },
    { on: 'laterLifeLetterOn', line: () => 'Later life letter given' },
  ],
  basis: 'Adoption Agencies Regulations 2005, regulation 35; Statutory Guidance on Adoption 2013, chapter 5.',
})

/** The yearly review of somebody approved to adopt who has no child placed with them. */
export const adopterReview = recordKind({
  name: 'Adopter review',
  plural: 'Adopter reviews',
  table: 'adopter_review',
  group: 'Permanence',
  fields: {
    adopter: reference(() => adopter, 'Adopter', { required: true }),
    heldOn: date('Held', { required: true }),
    reviewedBy: reference(() => professional, 'Reviewed by'),
    stillSuitable: yesNo('Still suitable to adopt'),
    note: text('Note'),
  },
  sameWhen: ['adopter', 'heldOn'],
  entries: [{ on: 'heldOn', line: (r) => `Adopter reviewed${stillSuitable(r.stillSuitable)}` }],
  basis: 'Adoption Agencies Regulations 2005, regulation 30D.',
})

const stillSuitable = (answer: boolean | null): string => (answer === null ? '' : answer ? ': still suitable' : ': no longer suitable')
