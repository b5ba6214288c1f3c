import type { Chance } from '../chance.ts'
import type { Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { composed, some } from '../words.ts'
import { composedFor, factsOn, suiting, type Suited } from './suited-words.ts'
import { meant } from './who-is-meant.ts'

/** What is written of visits, placements and moves in care. */

type Parts = readonly (string | readonly Suited[])[]

const tooYoung: readonly Parts[] = [
  [
    ['Too young', '{name} is {years} and was', '{name} is too young;', 'Too small to be seen alone:'],
    [
      'seen with the carer',
      ['seen on the carer’s lap', 'not from2'],
      ['seen at play, carer in the room', 'from1'],
      ['asleep, then fed while I was there', 'not from1'],
      ['on the floor with toys', 'from1'],
      ['clinging to the carer', 'from1'],
      ['in the high chair, eating', 'from1', 'not from3'],
      ['in the garden with the carer', 'from1'],
    ],
    ['.', '; settled and clean.', '; smiled at everyone.', '; bedroom seen.'],
  ],
  [
    ['Too young', 'Under four', 'Too little to talk alone'],
    [': observed with', [': watched at play with', 'from1'], ': bath time, with'],
    [
      ['the carer', 'not with adopters', 'not with parents'],
      ['the carer and an older child', 'not with adopters', 'not with parents'],
      ['the foster father', 'with carers', 'not with adopters', 'not with relatives'],
      ['both adopters', 'with adopters'],
      ['{mum}', 'with parents'],
      ['the grandmother who has {him}', 'with relatives'],
    ],
    '.',
  ],
]
const unwilling: readonly Parts[] = [
  [
    [
      '{name} did not want to',
      '{He} preferred not to',
      '{name} asked not to',
      'Offered a walk; {he} did not want to',
      '{He} said everything was fine and would not',
    ],
    [
      ['talk by {himself}', 'from5'],
      'leave the others',
      ['come away from the game', 'not from14'],
      ['go upstairs with me', 'not from14'],
      ['be seen without the carer', 'with carers'],
      ['come out of {his} room', 'from11'],
    ],
    [
      'this time',
      'today',
      ', as last time',
      ['after a long day at school', 'schools open', 'from5', 'not from16'],
      'with visitors in the house',
    ],
    '.',
  ],
  [
    [
      'Friends were',
      ['A friend from school was', 'from5', 'not from16'],
      ['The carers’ grandchildren were', 'with carers'],
      'The whole house was',
    ],
    ['there the whole time', 'round for tea', 'about and {name} joined in'],
    ['; we spoke in the kitchen', '; a word at the door', '; to be seen alone next time', ''],
    '.',
  ],
  [
    [
      ['No private room', 'not with adopters'],
      ['The only quiet room was in use', 'in a home'],
      ['Seen at school between lessons; others came and went', 'schools open', 'from5', 'not from16'],
      ['Seen at school with the teaching assistant', 'schools open', 'from5', 'not from11'],
      ['Seen in the car and at contact', 'not with adopters', 'not with parents', 'not alone'],
      ['Met in a café', 'from11'],
      'Met in the park with the others',
    ],
    ['', '; a word at the door', '; to be seen alone next time'],
    '.',
  ],
  [
    [
      ['Interpreter stayed throughout', 'interpreter'],
      ['Key worker stayed for all of it', 'in lodgings'],
      ['Supervising social worker was there as well', 'with carers', 'not with adopters'],
      ['The adopters stayed near', 'with adopters'],
      ['{mum} stayed in the room', 'with parents'],
      ['An officer had to be in sight', 'locked up'],
      ['A joint visit with the nurse', 'from4'],
    ],
    ['; no time alone with {name}', '; {name} seemed at ease', ''],
    '.',
  ],
]
const notSafe: readonly Parts[] = [
  [
    ['Not safe:', 'Two of us needed:', 'Staff in the room:'],
    [
      '{name} was very upset',
      'after yesterday’s incident',
      ['{he} had been restrained in the morning', 'from8'],
      'risk assessment says so',
    ],
    '.',
  ],
]

/** Why a child was not seen alone: too young, unwilling, or there was no way. */
export function whyNotAlone(living: Living, day: Day, lot: Chance): string {
  const age = ageThen(living, day)
  const facts = factsOn(living, day)
  const institution = facts.has('in a home') || facts.has('locked up')
  const pool = age < 4 ? tooYoung : institution && lot.happens(0.3) ? notSafe : unwilling
  return composedFor(lot, lot.pick(pool), facts, { ...meant(living, day), years: age < 1 ? 'a baby' : String(age) })
}

/** Why somebody asked for a visit. */
export const whyAsked = (living: Living, day: Day, lot: Chance, askedBy: string): string =>
  composedFor(
    lot,
    askedBy === 'Parent' || askedBy === 'Other'
      ? [
          [
            ['{Mum} heard from {name}', 'from4', 'not alone'],
            ['At contact {mum} thought', 'not from4', 'not alone'],
            ['Grandmother rang:', 'not alone'],
            ['The independent visitor rang:', 'alone'],
            ['A teacher rang:', 'from5'],
          ],
          [
            'that {he} is unhappy there',
            ['that {he} does not get enough to eat', 'from4'],
            'that {he} has a bruise',
            'that nobody has been for weeks',
            ['that {he} cries at night', 'not from8'],
          ],
          '.',
        ]
      : lot.pick<Parts>([
          [
            askedBy === 'Child' ? ['{name} rang: {he}', '{name} asked for it: {he}'] : ['Carer says {name}', 'Carer rang: {name}'],
            ['wants to talk about', 'is worried about', 'keeps asking about', ['cried about', 'not from14'], 'is angry about'],
            [
              'the move',
              ['the new school', 'schools open', 'from5'],
              ['contact on Saturday', 'not alone', 'not with parents'],
              ['what the judge said', 'court', 'from8'],
              'a falling out with another child in the home',
              ['going home', 'not alone', 'not long in care'],
              ['a letter from the Home Office', 'alone'],
              ['what happens at 18', 'from16'],
            ],
            ['.', ', and soon.', '; not on the telephone.'],
          ],
          [
            ['Row about', 'Argument over', 'Upset over'],
            [
              ['the telephone', 'from8'],
              ['coming in late', 'from11'],
              ['money that went missing', 'from8'],
              'bedtimes',
              'what was said at the table',
            ],
            askedBy === 'Child'
              ? ['; {name} wants {his} worker', '; {name} would like somebody there']
              : ['; it should be talked through with {him}', '; both would like somebody there'],
            '.',
          ],
        ]),
    factsOn(living, day),
    meant(living, day),
  )

const mayDecide: readonly Suited[] = [
  ['haircuts', 'from2'],
  ['school trips of a day', 'from5', 'not from16'],
  ['school trips with nights away', 'from8', 'not from16'],
  ['sleepovers with friends', 'from5'],
  ['swimming', 'from1'],
  ['school photographs', 'from5', 'not from16'],
  ['clubs and sports', 'from5'],
  ['the dentist', 'from1'],
  ['eye tests', 'from3'],
  ['pocket money', 'from5'],
  ['what time to be in', 'from11'],
  ['mobile telephone and internet', 'from11'],
  'holidays in this country up to a week',
  ['babysitters', 'not from14'],
  ['day care', 'not from5'],
  ['nursery and playgroups', 'not from5'],
  ['feeding and weaning', 'not from2'],
  ['who looks after {him} for an hour', 'not from5'],
  ['bike rides with friends', 'from8'],
  ['parents’ evenings', 'from5', 'not from16'],
  'immunisations on the usual list',
  ['piercings, after talking with us', 'from14'],
  ['learning to drive', 'from16'],
  ['jobs on Saturdays', 'from14'],
]
const weDecide: readonly Suited[] = [
  'passports',
  'holidays abroad',
  ['changes of school', 'from5', 'not from16'],
  ['a place at nursery', 'not from5'],
  'contact with family',
  ['social media with a picture', 'from8'],
  'overnight stays of more than three nights',
  'any surgery',
  'photographs in the press',
  ['joining the cadets', 'from11'],
  ['hair cut short or dyed', 'from11'],
  ['who may fetch {him}', 'not from8'],
]
const theyDecide: readonly Suited[] = [
  'faith',
  'a change of name',
  ['first haircut', 'not from3'],
  ['religious school', 'from4', 'not from14'],
  ['tattoos', 'from14'],
  'anaesthetics',
  'emigration',
]

/** What the carers may decide themselves, what the council decides, and what stays with parents. */
export function delegatedAuthority(living: Living, day: Day, lot: Chance): string {
  const given = meant(living, day)
  const { name, mum } = given
  const facts = factsOn(living, day)
  // Who lives in a home, in lodgings or with parents has no carers to say it of.
  const [carers, theCarers] = facts.has('in a home')
    ? ['Staff', 'the staff']
    : facts.has('in lodgings')
      ? ['The key worker and {name}', 'the key worker and {name}']
      : facts.has('with parents')
        ? ['{Mum}', '{mum}']
        : ['Carers', 'the carers']
  const listed = (from: readonly Suited[], least: number, most: number): string => {
    const these = some(lot, suiting(from, facts), least, most)
    return these.length < 2 ? (these[0] ?? '') : `${these.slice(0, -1).join(', ')} and ${these.at(-1)}`
  }
  const parents = living.child.family.mother === null ? null : mum
  return [
    composed(
      lot,
      [
        [`${carers} may decide on`, 'Without asking:', `Left to ${theCarers}:`, `For ${name} ${theCarers} may settle`],
        listed(mayDecide, 3, 8),
        '.',
      ],
      given,
    ),
    composed(
      lot,
      [
        ['Estuary Council decides on', 'Ask the social worker about', 'With us first:', 'Kept by the council:'],
        listed(weDecide, 2, 4),
        '.',
      ],
      given,
    ),
    parents === null || facts.has('with parents')
      ? ''
      : composed(lot, [[`${parents} keeps`, 'Parents decide on', 'Parents are asked about'], listed(theyDecide, 1, 3), '.'], given),
  ]
    .filter((said) => said !== '')
    .join(' ')
}

/** What stands there where nothing was delegated. */
export const notYetDelegated = (lot: Chance): string =>
  lot.pick([
    'To be agreed.',
    'Social worker to be asked.',
    'As discussed.',
    'See care plan.',
    'TBC',
    'Carers to contact the duty worker.',
    'To follow.',
  ])

/** Who agreed the placement plan. */
export function agreedWith(living: Living, day: Day, type: string | null, provider: string | null, lot: Chance): string {
  const { name, Mum } = meant(living, day)
  const carers =
    type === 'K2' || type === 'R1' || type === 'S1'
      ? 'home’s manager'
      : type === 'H5' || type === 'P2'
        ? 'key worker'
        : type === 'P1'
          ? 'family'
          : 'carers'
  const parents = living.child.family.mother === null ? ['interpreter'] : [Mum as string, 'father']
  const all = [
    ...some(lot, parents, 0, 2),
    ...(ageThen(living, day) >= 8 && lot.happens(0.7) ? [name as string] : []),
    carers,
    ...some(
      lot,
      [...(carers === 'carers' ? ['supervising social worker'] : []), ...(provider === 'PR4' ? ['agency'] : []), 'team manager'],
      0,
      2,
    ),
    'social worker',
  ]
  const said = all.join(', ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`
}

/** Why somebody is not told of a placement. */
export function whyNotTold(living: Living, day: Day, codes: readonly string[], lot: Chance): string {
  const alone = living.child.unaccompanied !== null
  const parents = alone
    ? [
        'No family in this country.',
        'Parents not found.',
        'Whereabouts of parents not known.',
        'Father dead, mother not traced.',
        'Family abroad; telling them could put them at risk.',
        'Came alone, no contact with parents.',
      ]
    : [
        'Address withheld: threats to the last carers.',
        'Court allows the address to be kept back.',
        'Risk that the child would be taken.',
        'Parent came to the last placement in the night.',
        'Honour-based threats; the police agree.',
        'Father has been charged; address kept from him.',
      ]
  return [
    ...(codes.includes('Parents') ? [lot.pick(parents)] : []),
    ...(codes.includes('School')
      ? [
          lot.pick(
            ageThen(living, day) >= 16
              ? ['No college yet.', 'Not enrolled anywhere yet.', 'New here; no course yet.']
              : ['No school yet.', 'Not yet on a school’s roll.', 'New here; no school place.', 'School still to be found.'],
          ),
        ]
      : []),
  ].join(' ')
}

/** Why a move under the national scheme did not come about though an authority was named. */
export const whyDelayed = (living: Living, day: Day, lot: Chance): string =>
  composed(
    lot,
    [
      ['The receiving authority', 'The authority named', 'They'],
      ['had no carers', 'had no place after all', 'asked for an age assessment first', 'withdrew the offer', 'did not answer in time'],
      ['; {name} has settled', '; {he} is at college here', '; a cousin lives nearby', ''],
      '.',
    ],
    meant(living, day),
  )

/** Why a child was taken out of the national scheme again. */
export const whyWithdrawn = (living: Living, day: Day, lot: Chance): string =>
  composed(
    lot,
    [
      ['{name}', '{He}', 'The guardian says that {name}'],
      [
        'has a brother here',
        'settled with the carers',
        'did not want to go',
        'is too unwell to move',
        'is nearly eighteen',
        'goes to school here and has friends',
      ],
      ['; withdrawn', '; stays with us', '; no authority came forward either', ''],
      '.',
    ],
    meant(living, day),
  )
