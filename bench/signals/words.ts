import {
  assessmentOutcomes,
  conferenceOutcomes,
  contactOutcomes,
  enquiryOutcomes,
  flags,
  referralOutcomes,
} from '../../demo/small-authority/ssd-need.ts'
import { lot, purpose } from './chance.ts'
import { quoted } from './tables.ts'

/** Words of the records: outcomes as the dataset has them, and what people write. */

const counted = { TOTAL_NO_OF_OUTCOMES: '1' }
export const outcomes = {
  newReferral: quoted(flags(contactOutcomes, ['NEW_REFERRAL_FLAG'])),
  advice: quoted(flags(contactOutcomes, ['ADVICE_FLAG'])),
  assess: quoted(flags(referralOutcomes, ['SINGLE_ASSESSMENT_FLAG'])),
  nothing: quoted(flags(referralOutcomes, ['NFA_FLAG'])),
  services: quoted(flags(assessmentOutcomes, ['PROV_OF_SERVICES_FLAG'], { ...counted, COMMENTS: '' })),
  noServices: quoted(flags(assessmentOutcomes, ['NFA_FLAG'], { ...counted, COMMENTS: '' })),
  conference: quoted(flags(enquiryOutcomes, ['CP_CONFERENCE_FLAG'], { ...counted, OUTCOME_COMMENTS: '' })),
  noConference: quoted(flags(enquiryOutcomes, ['NFA_CONTINUE_SINGLE_FLAG'], { ...counted, OUTCOME_COMMENTS: '' })),
  plan: quoted(flags(conferenceOutcomes, ['CP_FLAG'], { ...counted, COMMENTS: '' })),
  noPlan: quoted(flags(conferenceOutcomes, ['PROV_OF_SERVICES_FLAG'], { ...counted, COMMENTS: '' })),
} as const

/** Who refers, in code and words, without “other”. */
export const sources: readonly (readonly [readonly [code: string, words: string], number])[] = [
  [['6', 'Police'], 29],
  [['2A', 'Schools'], 20],
  [['3F', 'Other health services'], 9],
  [['3B', 'Health visitor'], 7],
  [['1A', 'Family member'], 8],
  [['5B', 'Other services of the council'], 8],
  [['4', 'Housing'], 3],
  [['9', 'Anonymous'], 2],
  [['5A', 'Social care of adults'], 3],
  [['3E', 'Accident and emergency'], 4],
  [['3A', 'GP'], 2],
]

export const needs = [
  ['N1', 55],
  ['N2', 7],
  ['N3', 5],
  ['N4', 12],
  ['N5', 14],
  ['N6', 5],
  ['N8', 2],
] as const

export const factors: readonly (readonly [readonly string[], number])[] = [
  [['3B', '4B'], 18],
  [['4B'], 12],
  [['3A'], 10],
  [['16A'], 12],
  [['1B', '17A'], 9],
  [['2B', '16A'], 8],
  [['4A'], 8],
  [['18C'], 6],
  [['14A'], 5],
  [['6A'], 4],
  [['15A', '4A'], 4],
  [['7A'], 2],
]

const forWords = purpose('words')

/** Parts of sentences; one of each row is taken, and rows are many enough that two paragraphs are hardly ever alike. */
const rows = [
  [
    'The child',
    'This child',
    'The young person',
    'At home the child',
    'In school and at home the child',
    'By day the child',
    'Since the summer the child',
    'As the eldest, the child',
  ],
  [
    'gets up alone',
    'is often hungry',
    'waits to be fetched',
    'speaks fondly of a grandparent',
    'keeps close to the teacher',
    'looks after the little ones',
    'sleeps badly',
    'has made a friend',
    'likes to draw',
    'stays out late',
    'is quick to anger',
  ],
  [
    'and the kitchen is bare',
    'and money is short',
    'and there is shouting at night',
    'and the flat is cold',
    'while the mother is unwell',
    'while the father drinks',
    'and the neighbours complain',
    'although the parents mean well',
    'and letters from school lie unopened',
    'while a new partner has moved in',
  ],
  [
    'on most days of the week.',
    'at weekends above all.',
    'and has been so since spring.',
    'which the health visitor saw too.',
    'as the school has noted since autumn.',
    'by what the child says.',
    'though less so of late.',
    'and the aunt confirms it.',
  ],
  [
    'The parents',
    'Both parents',
    'The mother',
    'The father',
    'The grandmother, who helps,',
    'The carers',
    'The family',
    'The mother and her sister',
  ],
  [
    'accept that this must change',
    'do not see the harm in it',
    'want help with routines',
    'fear that the children will be taken',
    'have begun to attend the group',
    'missed two appointments',
    'kept every appointment',
    'ask for a bigger home',
    'say that work leaves no time',
  ],
  [
    'and have said how.',
    'but not by when.',
    'and the plan is theirs too.',
    'which the group will hear in May.',
    'and will be seen together.',
    'and we shall return to it.',
    'though debts weigh on them.',
    'and the school will tell us.',
  ],
  [
    'What weighs most is',
    'The harm lies in',
    'For the child it means',
    'What frightens the child is',
    'What would help is',
    'The strength here is',
    'The risk ahead is',
    'The child asks for',
  ],
  [
    'not knowing who will be there',
    'the quarrels about contact',
    'days without a meal',
    'being laughed at for dirty clothes',
    'a room of one’s own',
    'a quiet place for homework',
    'the visits of strangers',
    'the long way to school',
    'time with a brother',
    'an adult who listens',
    'sleep that is broken',
  ],
  [
    'and nights are worst.',
    'and it shows in class.',
    'week after week.',
    'and this is new.',
    'as it was two years ago.',
    'and it can be mended.',
    'unless someone steps in.',
    'and the child says so plainly.',
    'and the worker saw it twice.',
  ],
] as const

/** A paragraph that is the same for the same key, and hardly ever for another. */
export const paragraph = (seed: number, key: number): string =>
  rows.map((parts, row) => parts[Math.floor(lot(seed, forWords, key, row) * parts.length)]).join(' ')

const forDecision = purpose('decision')
const decisions = [
  [
    'Visit weekly until',
    'See the child alone before',
    'Ask the school for a report by',
    'Speak with the father before',
    'Hold the core group before',
    'Write the plan anew by',
    'Go through the chronology by',
    'Ask health for the assessment by',
    'Check the sleeping arrangements before',
  ],
  ['the end of the month', 'the next review', 'half-term', 'the conference', 'the next supervision', 'Friday week', 'the holidays'],
  [
    'because contact has been hard to keep.',
    'because the risk has risen.',
    'as the picture at home has changed.',
    'as the child asked to be heard.',
    'since the mother is expecting.',
    'so that the plan can end.',
    'for the brother worries the school.',
    'for nobody has seen the bedroom.',
  ],
] as const

/** What a manager decides, in words about this child. */
export const decision = (seed: number, key: number, nth: number): string =>
  decisions.map((parts, row) => parts[Math.floor(lot(seed, forDecision + row, key, nth) * parts.length)]).join(' ')

const forView = purpose('view')
const views = [
  ['“I want to', '“I would like to', '“I wish I could', '“I do not want to', '“I am glad to', '“I am scared to', '“It is hard to'],
  [
    'stay with my nan',
    'see my brother',
    'sleep in my own bed',
    'go to my school',
    'be on my own at night',
    'speak to dad',
    'move again',
    'have my friends round',
    'tell mum',
  ],
  [
    'and nobody asks me.”',
    'when it is quiet.”',
    'more than now.”',
    'but not yet.”',
    'like the others do.”',
    'because of the shouting.”',
    'at weekends.”',
  ],
] as const

/** What a child says, in a sentence. */
export const view = (seed: number, key: number): string =>
  views.map((parts, row) => parts[Math.floor(lot(seed, forView, key, row) * parts.length)]).join(' ')
