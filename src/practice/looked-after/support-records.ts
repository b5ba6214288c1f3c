import { date, oneOf, recordKind, text, wordsFor } from '../../engine/records/kind.ts'
import { offerResponses } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { identityDocumentTypes, savingsAccountTypes, visitorDecisions } from './code-lists.ts'

/** Whether a child is to have an independent visitor, and the one they have. Considered again at each review: a record each time. */
export const independentVisitor = recordKind({
  name: 'Independent visitor',
  plural: 'Independent visitors',
  table: 'independent_visitor',
  group: 'Voice',
  about: person,
  fields: {
    consideredOn: date('Considered'),
    decision: oneOf(visitorDecisions, 'Decided'),
    decisionReason: text('Why'),
    childsViews: text('What the child said'),
    matchedOn: date('Matched'),
    visitor: text('Visitor'),
    endedOn: date('Ended'),
  },
  sameWhen: ['consideredOn'],
  entries: [
    {
      on: 'consideredOn',
      line: (r) => `Independent visitor considered: ${lower(wordsFor(visitorDecisions, r.decision)) ?? 'decision not recorded'}`,
    },
    { on: 'matchedOn', line: () => 'Independent visitor matched' },
    { on: 'endedOn', line: () => 'Independent visitor ended' },
  ],
  basis: 'Children Act 1989, section 23ZB; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 47.',
})

export const advocacy = recordKind({
  name: 'Advocacy',
  plural: 'Advocacy',
  table: 'advocacy',
  group: 'Voice',
  about: person,
  fields: {
    offeredOn: date('Offered'),
    response: oneOf(offerResponses, 'Answer'),
    offeredFor: text('What for', { note: 'A complaint, a review, a conference, a move.' }),
    startedOn: date('Started'),
    advocate: text('Advocate'),
    endedOn: date('Ended'),
    outcome: text('What came of it'),
  },
  sameWhen: ['offeredOn'],
  entries: [
    { on: 'offeredOn', line: (r) => `Advocacy offered: ${lower(wordsFor(offerResponses, r.response)) ?? 'answer not recorded'}` },
    { on: 'startedOn', line: () => 'Advocacy began' },
    { on: 'endedOn', line: () => 'Advocacy ended' },
  ],
  basis: 'Children Act 1989, section 26A; Advocacy Services and Representations Procedure (Children) (Amendment) Regulations 2004.',
})

export const savingsAccount = recordKind({
  name: 'Savings account',
  plural: 'Savings accounts',
  table: 'savings_account',
  group: 'Care',
  about: person,
  fields: {
    type: oneOf(savingsAccountTypes, 'Kind of account'),
    openedOn: date('Opened'),
    provider: text('Provider'),
    whoKnows: text('Who holds the papers'),
    handedOverOn: date('Handed over to the young person'),
  },
  sameWhen: ['type', 'openedOn'],
  entries: [
    { on: 'openedOn', line: (r) => `${wordsFor(savingsAccountTypes, r.type) ?? 'Savings account'} opened` },
    { on: 'handedOverOn', line: (r) => `${wordsFor(savingsAccountTypes, r.type) ?? 'Savings account'} handed over` },
  ],
  basis: 'Department for Education scheme of Junior ISAs for children in care for 12 months.',
})

export const identityDocument = recordKind({
  name: 'Identity document',
  plural: 'Identity documents',
  table: 'identity_document',
  group: 'Care',
  about: person,
  fields: {
    type: oneOf(identityDocumentTypes, 'Document', { required: true }),
    appliedOn: date('Applied for'),
    heldOn: date('Held since'),
    expiresOn: date('Runs out', { mayBeAhead: true }),
    whyNot: text('Why not held'),
    chasedBy: text('Who is seeing to it'),
    givenOn: date('Given to the young person'),
  },
  sameWhen: ['type'],
  entries: [
    { on: 'appliedOn', line: (r) => `${documentOf(r.type)} applied for` },
    { on: 'heldOn', line: (r) => `${documentOf(r.type)} held` },
    { on: 'givenOn', line: (r) => `${documentOf(r.type)} given to the young person` },
  ],
  basis: 'Children Act 1989 guidance, volume 3: planning transition to adulthood for care leavers.',
})

const documentOf = (type: string | null): string => wordsFor(identityDocumentTypes, type) ?? 'Identity document'
const lower = (words: string | null): string | null => words?.toLowerCase() ?? null
