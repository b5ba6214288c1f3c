import type { Chance } from '../chance.ts'
import type { Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { composedFor, factsOn, type Suited } from './suited-words.ts'
import { meant } from './who-is-meant.ts'

/** What is written of advocates, independent visitors, savings and papers. */

type Parts = readonly (string | readonly Suited[])[]
const said = (living: Living, day: Day, lot: Chance, parts: Parts): string =>
  composedFor(lot, parts, factsOn(living, day), meant(living, day))

/** What an advocate is offered for. */
export const advocacyFor = (living: Living, day: Day, lot: Chance): string =>
  living.child.unaccompanied
    ? lot.pick([
        'A move',
        'Age assessment',
        'Complaint about the accommodation',
        'Looked after review',
        'The asylum interview',
        'Money for clothes and food',
      ])
    : lot.pick(
        ageThen(living, day) >= 14
          ? [
              'A move',
              'Looked after review',
              'Complaint',
              'Pathway plan',
              'Seeing family',
              'Staying with the carers',
              'A change of social worker',
            ]
          : ['A move', 'Looked after review', 'Complaint', 'Seeing family', 'School', 'A change of social worker'],
      )

/** What came of it. */
export const advocacyOutcome = (living: Living, day: Day, lot: Chance): string =>
  said(living, day, lot, [
    [
      '{name} said what {he} wanted',
      'Views written with the advocate and read out',
      'The advocate wrote for {name}',
      'Met three times',
      '{name} and the advocate met the manager',
      'Went to the meeting together',
    ],
    [
      '; the visits will be changed',
      '; the move is put off',
      '; an answer came in writing',
      '; nothing could be changed, and why was explained',
      '; the plan says it in {his} words now',
      ['; {he} has a new key worker', 'in a home'],
      '; it was settled before the meeting',
      '; {he} was listened to, and said so',
    ],
    ['.', '. {He} would use it again.', '. Closed at {his} wish.', '. Number kept for next time.'],
  ])

/** Why a visitor is appointed, or not. */
export function visitorReason(living: Living, day: Day, decision: string, lot: Chance): string {
  if (decision === 'Appoint')
    return living.child.unaccompanied
      ? said(living, day, lot, [
          ['No family in this country', 'Alone here', 'Knows nobody outside the placement', 'Nobody but paid people around {him}'],
          [
            '; would like to go out and practise English',
            '; an adult of {his} own faith is looked for',
            '; somebody to see the country with',
            '; football and food',
          ],
          '.',
        ])
      : said(living, day, lot, [
          ['{mum} has not come for', 'No visit from family for', 'Nobody of the family has been in touch for'],
          ['six months', 'a year', 'two years', 'as long as {he} has been here'],
          ['; a friend from outside would help', '; {he} would like somebody for outings', '; someone who stays when workers change'],
          '.',
        ])
  if (decision === 'Child objects')
    return said(living, day, lot, [
      ['{name} does not want', '{He} said no to', 'Asked again:'],
      ['another adult', 'one more stranger', 'somebody who is paid to be a friend', 'a visitor'],
      ['; to be asked again at the next review', '; has enough people', ''],
      '.',
    ])
  return said(living, day, lot, [
    [
      ['Sees {mum}', 'not alone', 'not with adopters', 'not with parents'],
      ['Sees grandparents', 'not alone', 'not with adopters'],
      ['Sees brothers and sisters', 'siblings', 'not with adopters'],
      ['In touch with an aunt', 'not alone', 'not with adopters'],
      ['Goes to family', 'not alone', 'not to be adopted'],
      ['Lives with {mum}, and sees the others', 'with parents'],
      ['Rings a cousin in another city', 'alone'],
      ['Plays football with others from {his} country', 'alone'],
      ['Is with a family of {his} own language', 'alone', 'with carers'],
      ['Has the whole family of the carers around {him}', 'with carers'],
    ],
    ['every week', 'every fortnight', 'and talks of it', 'in all holidays', 'on Saturdays'],
    ['; not needed now', '; many people around {him}', '; settled', '; looked at again in six months', ''],
    '.',
  ])
}

/** What the child said of it. */
export const visitorViews = (living: Living, day: Day, decision: string, lot: Chance): string =>
  said(
    living,
    day,
    lot,
    decision === 'Appoint'
      ? [
          ['Yes please', 'Okay', 'I’d like that', 'If they like football', 'Only a woman', 'Someone who can drive'],
          ['.', ', and go swimming.', ', but not someone old.', ', to talk about normal things.', ', when can they start?'],
        ]
      : decision === 'Child objects'
        ? [
            ['No thanks', 'No', 'I don’t need one', 'Leave it'],
            [
              '.',
              ', I’ve got my mates.',
              ', too many people already.',
              [', I’d rather see my nan.', 'not alone'],
              [', I want my own people.', 'alone'],
            ],
          ]
        : [
            ['I’m fine', 'Not now', ['I’ve got Nan', 'not alone'], 'Maybe later', 'Don’t mind', ['I’ve got my friends', 'from8']],
            ['.', [', I see Mum on Saturdays.', 'not alone', 'not with parents'], ', I’m busy.', ', ask me next time.'],
          ],
  )

/** Who holds the papers of an account. */
export const whoKnows = (living: Living, day: Day, lot: Chance): string =>
  said(living, day, lot, [
    ['Papers with', 'Statement with', 'Letter with', 'Number known to'],
    ['the social worker', ['the carers', 'with carers'], 'the team administrator', ['the virtual school', 'from4']],
    [', copy on file', ['; {name} knows of it', 'from8'], ['; {name} not told yet', 'from5'], ''],
    '.',
  ])

/** Why a document is not held. */
export const whyNotHeld = (
  living: Living,
  day: Day,
  type: 'Birth certificate' | 'Passport' | 'National insurance number',
  lot: Chance,
): string =>
  type === 'National insurance number'
    ? said(living, day, lot, [
        [
          'The letter went to the address before',
          'No letter came',
          'Child benefit was never claimed for {name}',
          'Tax office asks for proof of identity',
          'Form not sent yet',
        ],
        ['.', '; to be asked for again.', '; adviser will ring.', '; waits for the pathway plan.'],
      ])
    : type === 'Birth certificate'
      ? said(living, day, lot, [
          [
            '{mum} says it is lost',
            'Asked {mum} twice',
            'Place of birth not clear',
            'Birth registered under another name',
            'With the solicitor',
          ],
          ['.', '; nobody has ordered a copy.', '; to be chased.', '; fee to be agreed.'],
        ])
      : said(living, day, lot, [
          [
            '{mum} does not sign',
            'No birth certificate yet',
            'Father has to agree',
            'Photographs not done',
            'Needs the court’s leave',
            'Form sent back',
            'Nationality to be settled first',
          ],
          ['.', '; legal team asked.', '; waits for the review.', '; no trip abroad is planned.'],
        ])

/** Who sees to a document. */
export const chasedBy = (lot: Chance): string =>
  lot.pick(['Social worker', 'Team administrator', 'Carers', 'Family support worker', 'Team manager, after the list'])
