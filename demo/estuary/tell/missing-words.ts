import type { Chance } from '../chance.ts'
import type { Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { composed, some } from '../words.ts'
import type { World } from '../world.ts'
import { composedFor, factsOn, suiting, type Facts, type Suited } from './suited-words.ts'
import { meant } from './who-is-meant.ts'

/** What is written when a child who was missing is back, and what the child said. */

type Parts = readonly (string | readonly Suited[])[]

/** Why they left, by the codes of the list: one or two. */
export function driven(facts: Facts, lot: Chance): readonly string[] {
  const inCare = facts.has('in care')
  const one = lot.weighed<string>([
    ['Conflict', 24],
    ['Abuse', inCare ? 1 : 9],
    ['Rules', 20],
    ['Unhappy in placement', inCare ? 22 : 0],
    ['Bullying', 7],
    ['School', 9],
    ['Mental health', 11],
    ['Not heard', 10],
    ['Other', 5],
  ])
  const other = lot.weighed<string>([
    ['', 62],
    ['Rules', 10],
    ['Not heard', 12],
    ['Mental health', 8],
    ['School', 8],
  ])
  return other === '' || other === one ? [one] : [one, other]
}

/**
 * What drew them, by the codes of the list: one or two. Who came to the country alone has neither family nor an area to go back to, and who lives
 * at home is in theirs.
 */
export function drawn(facts: Facts, lot: Chance): readonly string[] {
  const [alone, elsewhere] = [facts.has('alone'), facts.has('in care') || facts.has('moved home')]
  const one = lot.weighed<string>([
    ['Family', alone ? 0 : 20],
    ['Friends', alone ? 45 : 32],
    ['Partner', facts.has('from14') ? 11 : 1],
    ['Exploitation', 7],
    ['Gang', 5],
    ['Drugs or alcohol', 8],
    ['Fun', 9],
    ['Home area', alone || !elsewhere ? 0 : 11],
    ['Other', 3],
  ])
  const other = lot.weighed<string>([
    ['', 66],
    ['Friends', 12],
    ['Drugs or alcohol', 8],
    ['Home area', alone || !elsewhere ? 0 : 8],
    ['Fun', 6],
  ])
  return other === '' || other === one ? [one] : [one, other]
}

/** What they said of why they left, by what it was: in the first person. `{them}` is whom they live with. */
const pushes: Readonly<Record<string, readonly Parts[]>> = {
  Conflict: [
    [
      ['Me and {them} had a row about', '{Them} started on me over', 'It kicked off over', 'We were shouting about'],
      [
        'my phone',
        'the state of my room',
        'money',
        'who I’d been with',
        'the washing up',
        ['what I said to the little one', 'siblings'],
        'a text',
      ],
      ['so I walked.', 'and I wasn’t staying for that.', 'and I just went.', 'and I climbed out the back.'],
    ],
    [
      ['I’d had enough of', 'I can’t be doing with', 'I needed to get away from'],
      ['the arguing', '{them} going on at me', 'being blamed for everything', 'the shouting'],
      ['.', ', it’s every night.', ', my head was banging.'],
    ],
  ],
  Abuse: [
    [
      ['I’m not going back when', 'I don’t like it there when', 'I go out when'],
      ['he’s been drinking', 'they start fighting', 'his mates are round', 'she’s in one of her moods'],
      ['.', '. You’d go too.', ['. I take my sister if I can.', 'sister', 'not in care']],
    ],
    [
      ['He grabbed me by the hair', 'She chucked my stuff down the stairs', 'He said he’d finish me'],
      ['so I ran.', 'and I was scared.', 'and nobody did anything.'],
    ],
  ],
  Rules: [
    [
      ['Half nine', 'Nine o’clock', 'Ten on a Friday'],
      ['is for babies', 'is a joke', 'isn’t fair, nobody else has to be in then'],
      ['.', 'and I told them.', '. I’m {years}.'],
    ],
    [
      [
        'They take my phone off me at night',
        'You have to ask for everything',
        ['They want a date of birth for anyone I see', 'in care'],
        'There’s a rule for every single thing',
      ],
      ['.', ', it’s like prison.', ', and they write it down.', ', so I didn’t ask.'],
    ],
  ],
  'Unhappy in placement': [
    [
      [
        'I never wanted to come here',
        'I don’t belong here',
        'They only have me for the money',
        'It’s in the middle of nowhere',
        ['I had four days’ notice I was moving', 'not settled'],
      ],
      ['.', 'and I’ve said so.', ['. I liked my last lot.', 'moved often'], ['and there’s no bus.', 'far']],
    ],
    [
      ['The other kid here', 'The new girl', ['The lad upstairs', 'not with carers']],
      ['goes in my room', 'never stops screaming', 'nicks my stuff', 'gets everything'],
      ['.', 'and they do nothing.', ', I can’t sleep.'],
    ],
  ],
  Bullying: [
    [
      ['There’s a group that', 'Two girls from year eleven', 'These boys at the station'],
      ['are waiting for me', 'filmed me', 'want to batter me', 'keep messaging me'],
      ['.', 'so I stayed away.', 'and I’m not saying who.'],
    ],
    [
      [['They call me a care kid', 'in care'], 'They found out where I live', ['They said stuff about my mum', 'not alone']],
      ['.', 'in front of everyone.', '. I’d rather walk round all night.'],
    ],
  ],
  School: [
    [
      [
        'I got put in isolation',
        'I’d been excluded',
        'They rang about my attendance',
        ['I’ve got exams and I can’t do them', 'from14'],
        'The teacher had a go at me',
      ],
      ['and I knew there’d be a scene.', 'so I didn’t get on the bus home.', 'and I couldn’t face it.', '.'],
    ],
  ],
  'Mental health': [
    [
      ['My head was all over the place', 'I couldn’t breathe in there', 'I wanted everything to stop', 'I hadn’t slept'],
      ['.', 'so I walked.', 'and I didn’t know what else to do.', '. Walking helps.'],
    ],
    [
      ['I’d cut', 'I felt rubbish', 'I had one of my days'],
      ['and I didn’t want them to see.', 'and no one notices.', 'and I wanted to be on my own.'],
    ],
  ],
  'Not heard': [
    [
      ['I’ve asked and asked', 'I told my last social worker', 'I went on at my review', 'I wrote to them'],
      [
        ['about seeing my brother', 'brother', 'in care'],
        ['about moving nearer', 'far'],
        ['about a different school', 'not from16'],
        ['about a key of my own', 'in care'],
        ['about seeing my nan', 'not alone'],
        ['about my passport', 'in care'],
        ['about my papers', 'alone'],
        ['about moving', 'moved home', 'not in care'],
        'about someone to talk to',
      ],
      ['and nothing happens.', 'and I’m still waiting.', '. Nobody listens unless I go.'],
    ],
    [
      ['I’ve had', 'That’s'],
      ['three', 'four', 'five'],
      ['social workers', 'people'],
      ['since summer', 'in a year', 'and not one rings back'],
      '.',
    ],
  ],
  Other: [
    [
      ['I just felt like it', 'No reason', 'I don’t know', 'I couldn’t sleep'],
      ['.', ', stop asking.', ', I was coming back.'],
    ],
  ],
}

const pulls: Readonly<Record<string, readonly Parts[]>> = {
  Family: [
    [
      ['I went to', 'I stayed at', 'I was with'],
      ['my mum’s', 'my nan’s', 'my sister’s', 'my dad’s', 'my cousin’s'],
      ['.', 'and she made me dinner.', 'because nobody takes me.', '. She didn’t want to send me back.', '. I miss them.'],
    ],
  ],
  Friends: [
    [
      ['I was at', 'We were at', 'We hung about at'],
      ['a mate’s', 'the skate park', 'Wharfside', 'the retail park', 'the beach at Marram Bay', 'someone’s flat', 'the multi-storey'],
      ['.', 'and lost track of time.', 'and my phone died.', ', just chatting.', ', there were loads of us.'],
    ],
  ],
  Partner: [
    [
      ['I was with my', 'I went to see my', 'I stopped at my'],
      ['boyfriend', 'girlfriend'],
      ['.', ', and that’s fine.', ', we’d made up.', '. They wouldn’t have let me.', '. You lot think it’s too old, it’s not.'],
    ],
  ],
  Exploitation: [
    [
      ['A friend picked me up', 'Someone I know from online came', 'He sent a taxi', 'He’s got a car'],
      ['.', 'and we drove about.', 'and got me food and a phone.', '. I don’t know his other name.', '. You don’t need to know him.'],
    ],
  ],
  Gang: [
    [
      ['I had to do something for someone', 'I owed some people', 'I went on a train for the olders', 'I was looking after something'],
      ['.', 'and that’s all I’m saying.', ['. If I don’t they come to my mum’s.', 'not alone'], '. It’s two days and then it’s done.'],
    ],
  ],
  'Drugs or alcohol': [
    [
      ['We had a smoke', 'We were drinking', 'I’d had a bottle of vodka', 'There was some weed'],
      ['.', 'and I was sick.', 'and I slept it off.', ', I wasn’t coming back like that.'],
    ],
  ],
  Fun: [
    [
      ['There was a party', 'It was the fair at Sandling Cross', 'There was a fight everyone went to see', 'We got the train for a laugh'],
      ['.', 'and it went on.', 'and it was the best night.', '. You’d have gone.'],
    ],
  ],
  'Home area': [
    [
      ['I just wanted to be back', 'I know everyone', 'I got two trains back'],
      ['in Oyster Quay', 'in Saltings', 'in Teal Point', 'round my old road', 'where I’m from'],
      ['.', 'for one night.', ['. Here I know nobody.', 'not settled']],
    ],
  ],
  Other: [
    [
      ['I walked about', 'I slept in a stairwell', 'I sat by the water', 'I was on the night bus'],
      ['.', 'till it got light.', 'and nobody asked me anything.'],
    ],
  ],
}

const closings: readonly Suited[] = [
  '',
  '',
  '',
  'I knew you’d all be looking.',
  'I’ll probably do it again.',
  'I won’t do it again.',
  'The police were all right this time.',
  'Nobody asked if I was hungry.',
  ['Can you tell my social worker I want to see my brother?', 'brother', 'in care'],
  'I don’t want it in a meeting.',
  'It’s not that deep.',
  'I’d come back if I could ring someone.',
]

/** With whom they live. */
const whoItWas: readonly Suited[] = [
  ['them', 'in care', 'not with parents'],
  ['the staff', 'in a home'],
  ['the staff', 'in lodgings'],
  ['my key worker', 'in lodgings'],
  ['my carer', 'with carers', 'not with relatives'],
  ['her', 'with carers', 'not with relatives'],
  ['the carers', 'with carers', 'not with relatives'],
  ['my nan', 'with relatives'],
  ['my auntie', 'with relatives'],
  ...['Mum', 'my stepdad', 'my mum', 'Dad', 'my nan'].flatMap((who): readonly Suited[] => [
    [who, 'not in care', 'not alone'],
    [who, 'with parents'],
  ]),
  ['my uncle', 'alone', 'not in care'],
]

/** In their own words, why they went and where to. */
export function whatTheySaid(living: Living, day: Day, push: readonly string[], pull: readonly string[], lot: Chance): string {
  const facts = factsOn(living, day)
  const them = lot.pick(suiting(whoItWas, facts))
  const Them = them === 'them' ? 'They' : them === 'her' ? 'She' : `${them.charAt(0).toUpperCase()}${them.slice(1)}`
  const given = { ...meant(living, day), them, Them, years: String(ageThen(living, day)) }
  const said = [...push.map((code) => pushes[code]), ...pull.map((code) => pulls[code])].flatMap((pool) =>
    pool ? [composedFor(lot, lot.pick(pool), facts, given)] : [],
  )
  const closing = lot.pick(suiting(closings, facts))
  return [...said, ...(closing === '' ? [] : [closing])].join(' ')
}

/** Where the child had been, as the interviewer sums it up. */
export function whereTheyWere(living: Living, day: Day, pull: readonly string[], lot: Chance): string {
  const [first = 'Other'] = pull
  const where: Readonly<Record<string, readonly Suited[]>> = {
    Family: [
      ['At {mum}’s', 'in care', 'not with parents'],
      'At the grandmother’s in {town}',
      'With an adult sister',
      'At the father’s flat',
      'With cousins',
    ],
    Partner: ['At the boyfriend’s', 'With the girlfriend’s family', 'In a hotel room with the partner'],
    Exploitation: [
      'In a car with an adult man',
      'In a flat in {town}, address not given',
      'With a man met online',
      'In a hotel by the motorway',
    ],
    Gang: ['In a house two counties away', 'On trains', 'In a flat used for selling'],
  }
  const others = [
    'With friends in Wharfside',
    'At Marram Bay, on the beach',
    'Round the shops in Oyster Quay',
    'At a friend’s house in Saltings',
    'In the park at Teal Point',
    'Walking about',
    'In a stairwell in Sandling Cross',
  ]
  return composedFor(
    lot,
    [
      where[first] ?? others,
      [', then with friends', ', then on the street', ', slept there', ', moved on twice', ''],
      ['; confirmed by the police', '; not confirmed', '; nobody else seen', '; names given', ''],
      '.',
    ],
    factsOn(living, day),
    meant(living, day),
  )
}

const changes: readonly Parts[] = [
  [
    [
      'Social worker to',
      ['Key worker to', 'in a home'],
      ['Key worker to', 'in lodgings'],
      ['Carers and social worker to', 'with carers'],
      ['{Mum} and social worker to', 'not in care', 'not alone'],
    ],
    [
      'agree a later time on Fridays',
      ['ask about visits to the family', 'in care', 'not alone', 'not with parents'],
      'look at the house rules with {him}',
      'write a plan for when {he} is angry',
      ['find out about a nearer school', 'far', 'not from16'],
      ['speak with the school', 'not from16'],
      'call {him} back about the review',
    ],
    ['by', 'before', 'not later than'],
    ['the end of the week', 'the next visit', 'the next missing meeting'],
    '.',
  ],
  [
    ['Exploitation tool', 'Risk assessment', 'Trigger plan', 'Grab pack for the police'],
    [
      'to be done again',
      'updated with the names',
      'to go to the risk group',
      ['shared with the home', 'in a home'],
      ['shared with the carers', 'with carers'],
    ],
    '.',
  ],
  [
    ['Referred to', 'Offered', 'To be asked about'],
    ['the drug and alcohol worker', 'a mentor', 'the youth worker in Wharfside', 'the mental health service', 'an advocate'],
    ['; {he} will think about it', '; {he} agreed', '; not now', ''],
    '.',
  ],
  [
    ['{He} gave us', 'We have', 'Police have'],
    ['two addresses', 'a telephone number', 'the friend’s first name', 'the name of the street'],
    ['to check first next time', 'for the plan', ''],
    '.',
  ],
]

/** What will be done after the interview. */
export function whatWillChange(living: Living, day: Day, push: readonly string[], lot: Chance): string {
  const [given, facts] = [meant(living, day), factsOn(living, day)]
  const inCare = facts.has('in care')
  const heard = push.includes('Not heard')
    ? composed(lot, [
        ['The question goes to', 'I shall take it to', 'To be answered in writing by'],
        [inCare ? 'the reviewing officer' : 'the chair', 'the team manager', 'the social worker'],
        ['this week', 'tomorrow', 'before the review'],
        '.',
      ])
    : ''
  const moved =
    inCare && push.includes('Unhappy in placement')
      ? composedFor(
          lot,
          [
            ['A placement meeting', 'Talk with the provider', ['Mediation with the carers', 'with carers']],
            ['within ten days', 'is asked for', 'next week'],
            '.',
          ],
          facts,
        )
      : ''
  return [...some(lot, changes, 1, 2).map((parts) => composedFor(lot, parts, facts, given)), heard, moved]
    .filter((said) => said !== '')
    .join(' ')
}

/** Who held it: a worker of the council’s own until the end of March 2015, then of the provider. */
export function heldBy(world: World, day: Day, lot: Chance): string {
  const provider = day >= '2015-04-01'
  const name = world.workforce.outsider(
    world.chance('interviewer', provider ? day.slice(0, 4) : 'own', String(lot.between(1, provider ? 4 : 2))),
  )
  return `${name}, ${provider ? 'return interview service' : 'missing children’s worker'}`
}

const comers: readonly Suited[] = [
  ['carers', 'with carers', 'not with relatives'],
  ['grandmother', 'with relatives'],
  ['key worker', 'in a home'],
  ['key worker', 'in lodgings'],
  ['agency', 'with carers', 'not with relatives'],
  ['manager of the home', 'in a home'],
  ['mother', 'not in care', 'not alone'],
  ['mother', 'with parents'],
  ['school', 'not from16'],
  ['college', 'from16'],
  ['youth offending service', 'from14'],
  'health',
  'exploitation coordinator',
  'emergency duty team',
]

/** Who came to a meeting about a child going missing. */
export function whoCame(living: Living, day: Day, police: boolean, lot: Chance): string {
  const others = some(lot, suiting(comers, factsOn(living, day)), 1, 4)
  const all = [...(police ? ['police missing unit'] : []), 'social worker', ...others]
  const said = all.join(', ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`
}

/** While nobody knows where the child is. */
const whileAway: readonly Parts[] = [
  [
    ['Police', 'Officer in the case', 'Missing coordinator'],
    [
      'to visit the known addresses',
      'to ask for the telephone data',
      'to check the transport cameras',
      'to hold the risk at medium',
      'to raise the risk to high',
    ],
    ['today', 'within 24 hours', ''],
    '.',
  ],
  [
    ['Social worker', ['Key worker', 'in a home'], ['Key worker', 'in lodgings'], 'Out of hours team'],
    [
      'to ring {name}’s friends’ parents',
      ['to speak with {mum}', 'not alone'],
      'to keep sending texts',
      'to see {name} the day {he} is back',
    ],
    '.',
  ],
  [
    ['Publicity', 'A press appeal', ['Notice to the borders', 'alone']],
    ['agreed', 'not yet', 'if not back by Sunday', 'with the police'],
    '.',
  ],
]

/** When the child is back. */
const onceBack: readonly Parts[] = [
  [
    ['Police', 'Officer in the case', 'Missing coordinator'],
    [
      'to send an abduction warning notice',
      'to visit the address named',
      'to talk with {him} about the two adults',
      'to hold the risk at medium',
      'to raise the risk to high',
      'to close the report',
    ],
    ['this week', 'by Friday', ''],
    '.',
  ],
  [
    ['Social worker', ['Key worker', 'in a home'], ['Key worker', 'in lodgings']],
    [
      'to see {name} and ask what would help',
      ['to speak with {mum}', 'not alone'],
      'to write the missing plan anew',
      'to see that the return interview is held',
      'to ring {name}’s friends’ parents',
    ],
    '.',
  ],
  [
    ['Disruption of the two adults', 'Mapping of the friends', 'The exploitation tool'],
    ['agreed', 'with the police', 'for the risk group'],
    '.',
  ],
]

const meetingActions: readonly Parts[] = [
  [
    [
      ['Placement:', 'in care', 'not with parents'],
      ['Placement to be looked at:', 'in care', 'not with parents'],
      ['Home:', 'not in care'],
      ['Home:', 'with parents'],
    ],
    [
      ['waking night staff for a week', 'in a home'],
      ['move out of the area discussed, not agreed', 'in care', 'not far', 'not with parents'],
      ['no move', 'in care', 'not with parents'],
      ['respite for the carers', 'with carers'],
      ['parenting worker to visit this week', 'not in care'],
      'a later time in, tried for two weeks',
      'agreed times and a call each evening',
    ],
    '.',
  ],
]

/** What such a meeting decides. */
export function actionsOfMeeting(living: Living, day: Day, back: boolean, lot: Chance): string {
  const facts = factsOn(living, day)
  return some(lot, [...(back ? onceBack : whileAway), ...meetingActions], 2, 3)
    .map((parts) => composedFor(lot, parts, facts, meant(living, day)))
    .join(' ')
}
