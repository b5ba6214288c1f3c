import type { Chance } from '../chance.ts'
import type { Day } from '../days.ts'
import type { Living } from '../living.ts'
import { some } from '../words.ts'
import { composedFor, factsOn, type Suited } from './suited-words.ts'
import { meant } from './who-is-meant.ts'

/** What is written on the way to a permanent home. */

type Parts = readonly (string | readonly Suited[])[]

const said = (living: Living, day: Day, lot: Chance, parts: Parts): string =>
  composedFor(lot, parts, factsOn(living, day), meant(living, day))

/** What the adoption panel recommends. */
export const panelRecommends = (living: Living, matter: 'plan' | 'match', day: Day, lot: Chance): string =>
  matter === 'plan'
    ? said(living, day, lot, [
        ['Unanimous:', 'By a majority:', 'Panel recommends that'],
        ['{name} should be placed for adoption', 'adoption is the right plan for {name}', 'a plan of adoption is agreed for {name}'],
        ['; medical report to be brought up to date', '; life story work to start at once', '; letterbox for {mum} twice a year', ''],
        '.',
      ])
    : said(living, day, lot, [
        ['Unanimous:', 'By a majority:', 'Panel recommends the match:'],
        [
          'these adopters suit {name} well',
          '{name} should be placed with these adopters',
          'a good match, with support from a therapist',
          'matched on energy, pets and patience',
        ],
        [
          '; introductions over ten days',
          ['; introductions to be slower, as {he} asked', 'from5'],
          '; support plan to name respite',
          ['; contact with the brother three times a year', 'brother'],
          '',
        ],
        '.',
      ])

/** Why the decision maker decided so. */
export const reasonsOfDecision = (living: Living, matter: 'plan' | 'match', day: Day, lot: Chance): string =>
  matter === 'plan'
    ? said(living, day, lot, [
        [
          '{mum} has not been able to change',
          'Three assessments of relatives were negative',
          'No one in the family can care for {name}',
          ['The older children could not go home either', 'siblings', 'not eldest'],
          'The court’s expert sees no change',
        ],
        [
          'within the time that {name} can wait.',
          ['in eighteen months of help.', 'long in care'],
          'in all this time of help.',
          'and {name} needs a family for good.',
          'and rehabilitation has been ruled out.',
        ],
        [
          ['{He} is young and settles well.', 'not from8'],
          'Parents’ views were read.',
          'A wider search is to begin at once.',
          'Long-term fostering was weighed and is second best.',
          ['{He} has asked for a family of {his} own.', 'from5'],
          '',
        ],
      ])
    : said(living, day, lot, [
        ['The adopters', 'This couple', 'The family'],
        [
          'understand {his} early life',
          'know about loss themselves',
          'live near enough for the visits agreed',
          'have the time {he} will need',
          'share {his} heritage',
        ],
        [
          'and have good people around them.',
          'and their worker knows them well.',
          'and the panel’s questions were answered.',
          'and the match is better than the other two considered.',
        ],
        ['Health is fully shared.', ['The school has a place.', 'from5'], 'Support plan agreed.', ''],
      ])

const reviewDecisions: Readonly<Record<'waiting' | 'placed', readonly Parts[]>> = {
  waiting: [
    [
      ['Search', 'Family finding', 'The search for adopters'],
      [
        'goes on in three regions',
        'is widened to families further off',
        'has two families interested',
        'goes to the exchange website',
        ['is paused for the hearing', 'court'],
      ],
      '.',
    ],
    [
      [['Direct work', 'from3'], 'Life story work', ['Preparation for moving', 'from2'], ['Getting {him} used to new faces', 'not from2']],
      ['keeps pace with the search', 'has begun', 'needs a new worker', 'goes well'],
      '.',
    ],
    [
      ['Contact with {mum}', 'Visits to the grandmother', ['Time with the brother', 'brother']],
      ['is down to six a year', 'ends with a last meeting in the summer', 'is every three weeks until the match', 'stays as it is'],
      '.',
    ],
  ],
  placed: [
    [
      [
        '{name} sleeps and eats well',
        ['{name} follows them from room to room', 'from1'],
        'A tiring start; settling now',
        ['{name} laughs when they come in', 'not from2'],
        ['{name} tests every rule', 'from2'],
        ['{He} calls them Mum and Dad since last week', 'from2'],
      ],
      ['.', '; visits stay as they are.', '; fewer visits from now.', ['; the therapist starts next month.', 'from3']],
    ],
    [
      ['Letterbox', 'The support plan', 'The later life letter', 'The application'],
      ['is agreed', 'is in draft', 'may be made now', 'needs one more month', 'to be shown to them at the next review'],
      '.',
    ],
    [
      [
        ['School', 'from5'],
        ['Nursery', 'from2', 'not from5'],
        ['The health visitor', 'not from5'],
      ],
      ['has met them', 'is told of the new name', 'has no concerns'],
      '.',
    ],
  ],
}

/** What an adoption review decided. */
export const decisionsOfReview = (living: Living, when: 'waiting' | 'placed', day: Day, lot: Chance): string =>
  some(lot, reviewDecisions[when], 1, 3)
    .map((parts) => said(living, day, lot, parts))
    .join(' ')

/** How life story work begins. */
export const lifeStoryNote = (living: Living, day: Day, lot: Chance): string =>
  said(living, day, lot, [
    ['{mum} gave', 'The grandmother found', 'The first carers sent', 'The hospital had'],
    ['two albums', 'a hospital band and a first photograph', 'the story of the name', 'a box of toys', 'letters and a recording'],
    [
      '; the book is in two parts',
      ['; {name} draws the pictures', 'from4'],
      '; six visits planned',
      '; later life letter by the same worker',
      '',
    ],
    '.',
  ])

/** What support goes with a special guardianship order. */
export function guardianshipSupport(living: Living, day: Day, money: boolean, lot: Chance): string {
  const paid = money
    ? said(living, day, lot, [
        [
          'Allowance at the fostering rate',
          'Allowance less child benefit',
          'Allowance for three years, then means tested',
          'Weekly allowance',
        ],
        ['.', ', reviewed yearly.', '; settling-in grant paid.', '; legal costs paid.'],
      ])
    : ''
  const more = said(living, day, lot, [
    ['Supervised time with {mum} for', 'Help with the holidays for', 'A place in the guardians’ group for', 'A worker visits for'],
    ['six months', 'the first year', 'as long as wanted', 'a term'],
    ['; letterbox as well', '; telephone advice after that', '; life story book to follow', ''],
    '.',
  ])
  return [paid, more].filter((each) => each !== '').join(' ')
}

/** What a yearly review of the support found. */
export const supportOutcome = (living: Living, day: Day, money: boolean, lot: Chance): string =>
  said(living, day, lot, [
    money
      ? [
          'Allowance continues.',
          'Allowance raised with the fostering rate.',
          'Allowance unchanged; no change in means.',
          'Allowance lower: guardian works more.',
        ]
      : ['No money asked for.', 'Help, not money, is wanted.'],
    [
      ['{name} does well at school.', 'from5'],
      ['{name} likes the nursery.', 'from3', 'not from5'],
      ['{name} eats, sleeps and grows.', 'not from3'],
      'Visits from {mum} are hard; help with them for three months.',
      'Guardian would like the group again.',
      ['{name} asks about {his} story: a worker will come.', 'from5'],
      'All is well and nothing is asked for.',
      'Guardian’s health is a worry; the aunt steps in.',
      ['Behaviour at home is difficult; therapy applied for.', 'from4'],
    ],
    ['', '', 'Next year by telephone.', 'Visit next time.'],
  ])
