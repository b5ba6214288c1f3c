import type { Chance } from '../chance.ts'
import { composed, some } from '../words.ts'
import type { Phase } from './schools.ts'
import { composedFor, type Facts, type Suited } from './suited-words.ts'

/** What stands in personal education plans: targets that can be measured and views that are the child’s own, or what stands there instead. */

type Meant = Readonly<Record<string, string>>

/** Who is not at a nursery yet has words of their own. */
export type Pool = Phase | 'newcomer' | 'no nursery'

/** Two or three targets, each with what will be done, how it is measured and who sees to it. */
export function targetsFor(lot: Chance, pool: Pool, facts: Facts, meant: Meant): string {
  const subjects = some(lot, targets[pool === 'no nursery' ? 'early years' : pool], 2, 3)
  return subjects
    .map(
      (parts, place) =>
        `${place + 1}. ${composedFor(lot, [...parts, pool === 'no nursery' || pool === 'early years' ? soon : when, who[pool]], facts, { ...meant, n: String(lot.between(2, 9)), m: String(lot.between(10, 40)) })}`,
    )
    .join(' ')
}

/** Targets that say nothing of this child, and have no measure. */
export const generalTargets = (lot: Chance, pool: Pool): string =>
  composed(lot, pool === 'early years' || pool === 'no nursery' ? generalEarly : pool === 'sixth form' ? generalLate : generalParts)

/** Who speaks for the child at home. */
export type Speaker = 'carers' | 'relatives' | 'home' | 'lodgings' | 'unit' | 'parents'

export const childsView = (lot: Chance, pool: Pool, facts: Facts, meant: Meant): string =>
  composedFor(lot, [...childWords[pool], pool === 'early years' || pool === 'no nursery' ? '' : howSaid], facts, meant)
export const carersView = (lot: Chance, pool: Pool, speaker: Speaker, facts: Facts): string =>
  composedFor(
    lot,
    [speakerOpens[speaker], carerSees[pool], pool === 'early years' || pool === 'no nursery' ? carerWantsEarly : carerWants],
    facts,
  )

const soon = ['by half-term', 'by the end of term', 'by the next plan', 'within six weeks', 'before the next visit'] as const
const when = [
  'by half-term',
  'by the end of term',
  'by the next plan',
  'within six weeks',
  'before the next report',
  'by the spring tests',
  'by the last week of term',
] as const
const who: Readonly<Record<Pool, readonly string[]>> = {
  'no nursery': [
    '(carer).',
    '(carer and health visitor).',
    '(speech therapist, fortnightly).',
    '(carer, ten minutes at bedtime).',
    '(carer, at the playgroup).',
  ],
  'early years': [
    '(key worker).',
    '(nursery manager and carer).',
    '(speech therapist, fortnightly).',
    '(carer, ten minutes at bedtime).',
    '(key worker, checked with photographs).',
  ],
  primary: [
    '(class teacher).',
    '(teaching assistant, three mornings a week).',
    '(designated teacher).',
    '(carer, four evenings a week).',
    '(class teacher and carer, in the reading book).',
    '(one-to-one tuition, paid from pupil premium).',
  ],
  secondary: [
    '(head of year).',
    '(subject teacher).',
    '(tutor, Tuesdays after school).',
    '(designated teacher).',
    '(learning mentor, weekly).',
    '(one-to-one tuition, paid from pupil premium).',
    '(form tutor, checked each Friday).',
  ],
  'sixth form': [
    '(course tutor).',
    '(college mentor, weekly).',
    '(careers adviser).',
    '(personal adviser).',
    '(learning support, two hours a week).',
    '(course tutor and the young person).',
  ],
  newcomer: [
    '(English teacher).',
    '(teaching assistant who speaks the language).',
    '(carer, at the table each evening).',
    '(designated teacher).',
    '(college tutor).',
  ],
}

const targets: Readonly<Record<Exclude<Pool, 'no nursery'>, readonly (readonly (string | readonly Suited[])[])[]>> = {
  'early years': [
    [
      [
        '{name} will sit with the group for {n} minutes at story time',
        '{name} will join in {n} songs with actions',
        '{name} will stay at an activity for {n} minutes without an adult',
      ],
    ],
    [
      [
        '{name} will use sentences of three words',
        '{name} will name {m} pictures from the book box',
        '{name} will ask for help in words in {n} of 10 times',
        '{name} will tell what happened in a picture, first and then',
      ],
    ],
    [
      [
        '{name} will say goodbye to the carer without tears on {n} days of ten',
        '{name} will take turns in a game with two others',
        '{name} will play beside one friend for {n} minutes',
      ],
    ],
    [
      [
        '{name} will hold a pencil with three fingers and draw a closed circle',
        '{name} will put on coat and shoes alone',
        '{name} will cut along a straight line',
        '{name} will build a tower of {n} bricks and count them',
      ],
    ],
    [['{name} will be dry all morning on four days of five', '{name} will eat lunch with the others']],
  ],
  primary: [
    [
      [
        '{name} will read {m} more of the first two hundred words at sight',
        '{name} will move up two book bands',
        '{name} will read aloud for {n} minutes a day',
        ['{name} will read {n} chapter books and tell about them', 'from8'],
      ],
    ],
    [
      [
        ['{name} will write first name and {n} short words', 'not from5'],
        ['{name} will write {n} sentences with full stops, without being reminded', 'from5'],
        ['{name} will spell {m} of 50 words from the class list', 'from5'],
        ['{name} will write half a page in a lesson, up from {n} lines', 'from8'],
      ],
    ],
    [
      [
        ['{name} will count to {m} and say which of two numbers is more', 'not from8'],
        ['{name} will know the three, four and eight times tables, {m} of 40 in two minutes', 'from8'],
        ['{name} will add and take away to 100 on paper, {n} of 10 right', 'from8'],
        ['{name} will add and take away to 20 with counters, {n} of 10 right', 'from5', 'not from8'],
        ['{name} will tell the time to five minutes', 'from8'],
        ['{name} will find a half and a quarter of {m} sweets, beads and coins', 'from5'],
      ],
    ],
    [
      [
        ['{name} will stay in class on {n} days of ten and use the time-out card, not the door', 'from5'],
        ['{name} will have no more than {n} yellow cards', 'from5'],
        '{name} will sit on the carpet for {n} minutes without a reminder',
        ['{name} will play football at lunch without a falling-out on four days of five', 'from5'],
      ],
    ],
    [['{name} will be at school by ten to nine on {n} days of ten', '{name} will bring the reading book back four times a week']],
    [
      [
        ['{name} will read to a younger child once a week', 'from8'],
        '{name} will have a part in the assembly',
        '{name} will join gym club and go {n} times',
      ],
    ],
  ],
  secondary: [
    [
      [
        '{name} will move from a 3b to a 4c in English',
        '{name} will read for {m} minutes twice a week in the library',
        ['{name} will plan an essay in {n} points before writing it', 'from14'],
        '{name} will hand in {n} of 10 pieces of homework in English',
      ],
    ],
    [
      [
        '{name} will go up a set in mathematics',
        '{name} will pass the unit test on fractions with {m} marks of 50',
        ['{name} will do {n} past papers and mark them with the tutor', 'from14'],
        '{name} will learn to solve equations with one unknown, {n} of 10 right',
      ],
    ],
    [
      [
        ['{name} will keep a grade C in double science', 'from14'],
        '{name} will finish the {n} practicals that were missed',
        '{name} will write up two experiments with a graph',
      ],
    ],
    [
      [
        'Attendance from {m} sessions missed to under {n}',
        '{name} will be in every lesson on {n} days of ten',
        '{name} will be late to registration no more than {n} times',
      ],
    ],
    [
      [
        '{name} will have fewer than {n} removals from lessons',
        '{name} will see the mentor before the lessons that go wrong',
        '{name} will use the exit card and come back within {n} minutes',
      ],
    ],
    [
      [
        ['{name} will visit two colleges and choose a course', 'from14'],
        ['{name} will do a week of work experience at a garage, a nursery or a kitchen', 'from14'],
        ['{name} will choose options after talking to {n} teachers', 'not from14'],
        ['{name} will write an application and a CV of one page', 'from14'],
        ['{name} will help to show new pupils round the school', 'not from14'],
      ],
    ],
    [
      [
        '{name} will go to drama club {n} times',
        '{name} will train with the rugby team',
        '{name} will play guitar for {m} minutes a day',
        '{name} will represent the school at athletics once',
      ],
    ],
  ],
  'sixth form': [
    [
      [
        '{name} will finish units {n} and 10 of the diploma',
        '{name} will pass English at level 2',
        '{name} will resit mathematics and reach {m} marks of 60 in the mock',
        '{name} will have every assignment in on its day',
      ],
    ],
    [
      [
        '{name} will miss no more than {n} days of college',
        '{name} will be at college by nine on {n} days of ten',
        '{name} will tell the tutor by text when ill',
      ],
    ],
    [
      [
        '{name} will apply to {n} employers for an apprenticeship',
        '{name} will visit two universities',
        '{name} will have one placement of {m} hours',
        '{name} will write a personal statement and show it to the tutor',
      ],
    ],
    [
      [
        ['{name} will pass the theory test', 'not alone'],
        '{name} will earn the food hygiene certificate',
        '{name} will finish the first-aid course',
        '{name} will run the college football session {n} times',
      ],
    ],
    [
      [
        '{name} will keep a budget for fares and lunch',
        '{name} will ask for the bursary and learn what it is for',
        '{name} will plan the week on paper each Sunday',
      ],
    ],
  ],
  newcomer: [
    [
      [
        '{name} will move from pre-entry to entry level 1 in English',
        '{name} will learn {m} new words of the kitchen, the street and the doctor’s',
        '{name} will speak for {n} minutes in English about the week',
        '{name} will read a page of a graded reader aloud',
      ],
    ],
    [
      [
        '{name} will write an address, a date and a short message',
        '{name} will write {n} sentences about the day',
        '{name} will fill in a form without help',
      ],
    ],
    [
      [
        '{name} will do the mathematics of year 9 with words explained, {n} of 10 right',
        '{name} will sit the mathematics test in English and reach {m} marks of 80',
        '{name} will learn the words for shapes, fractions and graphs',
      ],
    ],
    [
      [
        '{name} will play with the football team twice a week',
        '{name} will bring one classmate home',
        '{name} will go to homework club {n} times',
        ['{name} will help in the school kitchen garden', 'not from16'],
        ['{name} will help in the college canteen', 'from16'],
      ],
    ],
    [['{name} will be at lessons on {n} days of ten', '{name} will use the bus alone', '{name} will see the mentor on Mondays']],
  ],
}

const generalEarly = [
  [
    'To develop speech and language.',
    'To continue to make progress.',
    'To reach milestones.',
    'To join in with play.',
    'To get ready for school.',
  ],
  ['To develop confidence.', 'To build friendships.', 'To be more independent.', 'To share and take turns.', 'To settle into routines.'],
  ['', 'Nursery to support.', 'Carers to encourage.', 'Ongoing.', 'To be monitored.', 'Continue with current support.'],
] as const

const generalLate = [
  ['To attend college.', 'To complete the course.', 'To continue to make progress.', 'To reach potential.', 'To pass English and maths.'],
  ['To improve attendance.', 'To be more independent.', 'To develop confidence.', 'To think about next steps.', 'To hand in work on time.'],
  ['', 'College to support.', 'Ongoing.', 'To be monitored.', 'Continue with current support.', 'All to support as appropriate.'],
] as const

const generalParts = [
  [
    'To improve in English and maths.',
    'To continue to make progress.',
    'To reach potential in all subjects.',
    'To work hard and listen to teachers.',
    'To improve literacy.',
    'To make good progress towards age-related expectations.',
    'To keep up with work in class.',
    'To achieve in line with ability.',
  ],
  [
    'To improve attendance.',
    'To behave well in lessons.',
    'To concentrate more.',
    'To develop confidence.',
    'To build friendships.',
    'To be more independent.',
    'To complete homework.',
    'To join in with activities.',
  ],
  [
    '',
    'School to support.',
    'Carers to encourage.',
    'Ongoing.',
    'To be monitored.',
    'Continue with current support.',
    'All to support as appropriate.',
  ],
] as const

const childWords: Readonly<Record<Pool, readonly (readonly Suited[])[]>> = {
  'no nursery': [
    [
      '{name} likes the water, the ball and the story with the bear.',
      '{name} brought every car to the worker, one after another.',
      '{name} laughed at the slide and would not leave it.',
      '{name} points at the book that is wanted.',
      '{name} chose the smiley face for the playgroup and the sad one for going home.',
    ],
    ['', '“Again.”', 'Does not like loud rooms.', ['“Do painting.”', 'from3'], 'Wanted the carer close by.'],
  ],
  'early years': [
    [
      '{name} showed the sand tray and would not leave it.',
      '{name} chose the smiley face for playing and the sad one for going home.',
      '{name} said “my friend” and pointed at a boy with a red jumper.',
      '{name} likes the water, the bikes and the story with the bear.',
      '{name} drew the key worker with very long arms.',
      '{name} took the worker by the hand to see the peg with the boat.',
    ],
    [
      '',
      'Does not like the hand dryer.',
      '“I do painting.”',
      '“Not sleep. Big now.”',
      'Sings at the end.',
      'Wanted the carer in the picture.',
    ],
  ],
  primary: [
    [
      '“I like science because we made a volcano.”',
      ['“Maths is too fast and I don’t put my hand up.”', 'from5'],
      '“My teacher listens.”',
      '“I am good at drawing and bad at sitting.”',
      ['“Reading is boring unless it is about sharks.”', 'from5'],
      '“I want to stay at this school for ever.”',
      '“PE is best, then lunch.”',
      '“I got a certificate for being kind.”',
      '“The corridor is too loud.”',
      '“I like it when Miss does the voices.”',
    ],
    [
      ['“I want help with spellings.”', 'from5'],
      ['“Please can someone sit with me in maths.”', 'from5'],
      ['“I’d like to be in the choir.”', 'from5'],
      ['“I wish people didn’t ask where I live.”', 'from8'],
      ['“I miss my old school a bit.”', 'from5', 'moved often'],
      ['“I want my brother to see my picture.”', 'brother'],
      ['“I want to learn the recorder.”', 'from5'],
      ['“Can meetings not be in lesson time?”', 'from8'],
      '“I want to be first in the line.”',
      '“When I am cross I go to the book corner.”',
      '“I want to be a vet or a bus driver.”',
    ],
  ],
  secondary: [
    [
      '“I like food tech and hate being last to be picked.”',
      '“Maths is OK now I’m with Mr P.”',
      '“School’s fine.”',
      '“Don’t take me out of lessons for meetings, everybody sees.”',
      '“I’m not stupid, I just can’t do it when it’s noisy.”',
      '“Drama is the only place I can be me.”',
      '“I get on with my form tutor.”',
      '“History is better than I thought.”',
      ['“I want to do my GCSEs here, not move again.”', 'moved often'],
      ['“I’m behind because I missed half of year 8.”', 'from14'],
    ],
    [
      '“A laptop would help.”',
      '“I want a tutor for science.”',
      '“I need somewhere quiet for homework.”',
      ['“I’d like to be a mechanic, so I need the C.”', 'from14'],
      '“I want to go on the trip to France.”',
      '“I don’t want my business told to all the teachers.”',
      '“If I use the card, they should let me.”',
      ['“I want to do childcare at college.”', 'from14'],
      '“Ask me, not my carer.”',
      '“Can I do sport leaders?”',
      '“I want my attendance certificate this time.”',
    ],
  ],
  'sixth form': [
    [
      '“College treats you like an adult.”',
      '“I picked the wrong course and would rather do bricklaying.”',
      '“Level 2 is easy, I want level 3.”',
      '“I like the salon days.”',
      '“The bus takes an hour and I’m tired by Thursday.”',
      '“I need English or I can’t get on the course.”',
      '“My tutor is sound.”',
      '“I’d rather work than study, to be honest.”',
      '“I’m the only one in care there and that’s fine.”',
    ],
    [
      '“I want an apprenticeship by summer.”',
      '“I want to be the first in my family at university.”',
      '“Help me with the bursary form.”',
      '“I’d like driving lessons.”',
      '“Stop asking what I want to do in ten years.”',
      '“A week with the army would be good.”',
      '“I want to know what happens when I’m 18.”',
      '“I need a suit for the interview.”',
      '“Nobody told me there was a careers person.”',
    ],
  ],
  newcomer: [
    [
      '“I learn English every day, also at night.”',
      '“I was good student in my country.”',
      '“Maths is same in every language.”',
      '“Teacher speaks fast.”',
      ['“I like school, nobody hits.”', 'not from16'],
      ['“I like college, there are many people like me.”', 'from16'],
      '“My friend is from another country, we speak English together.”',
      '“I did not learn since two years.”',
      'Through an interpreter: would like more hours.',
    ],
    [
      '“I want to be engineer.”',
      '“I want to be doctor, it is long, I know.”',
      '“I need dictionary.”',
      '“Football team, please.”',
      '“I want to go with the others, not only English class.”',
      '“I worry about my papers and cannot think.”',
      '“I like to pray in the break, is there a room?”',
      '“I want exam.”',
      ['Asked whether college can begin before September.', 'from16'],
    ],
  ],
}

const howSaid: readonly Suited[] = [
  '',
  '',
  ['Wrote it alone.', 'from8'],
  ['Said with the mentor beside.', 'from11'],
  ['Filled in on the computer before the meeting.', 'from8'],
  'Came for the first ten minutes.',
  ['Stayed for the whole meeting and asked two questions.', 'from8'],
  ['Did not want to come; said it to the designated teacher.', 'from8', 'not from16'],
  ['Did not want to come; told the tutor on the telephone.', 'from16'],
  ['Drew a picture to it.', 'not from11'],
  ['Said while building with bricks.', 'not from8'],
  ['Chaired the first part.', 'from11'],
]

const speakerOpens: Readonly<Record<Speaker, readonly string[]>> = {
  carers: ['Carer:', 'Foster carer says', 'Carer told the meeting:', 'From the carer:', 'Both carers:', 'Carer wrote:', 'Carer rang in:'],
  relatives: ['Carer:', 'Grandmother told the meeting:', 'From the carer:', 'Carer wrote:', 'Aunt says'],
  home: ['Key worker at the home:', 'From the home:', 'Home’s manager says', 'Staff told the meeting:'],
  lodgings: ['Key worker:', 'From the lodgings:', 'Key worker says', 'Key worker told the meeting:'],
  unit: ['Unit’s teacher:', 'From the unit:', 'Officer on the wing says', 'Staff told the meeting:'],
  parents: ['Mother:', 'Mother told the meeting:', 'From home:', 'Parent says'],
}

const carerSees: Readonly<Record<Pool, readonly Suited[]>> = {
  'no nursery': [
    'settles quicker each week',
    'is ready for a nursery place, two mornings to begin with',
    'sleeps better since there is a rhythm',
    'loves the playgroup at the library',
    'looks at the same book every night',
    'has two new words this week',
  ],
  'early years': [
    'settles quicker at the door each week',
    'talks about nursery in the bath',
    'sleeps better since there is a rhythm',
    'still comes home hungry and tired',
    'plays school with the dolls',
    'has found a friend, they met in the park',
  ],
  primary: [
    ['reads to the dog every evening', 'from5', 'with carers'],
    'mornings are hard and the afternoons are better',
    ['homework takes tears on Thursdays', 'from5'],
    'is proud of the certificate, it hangs in the kitchen',
    'worries before swimming',
    ['asks for times tables in the car', 'from8'],
    'is tired after school and eats everything',
    'is lovely at home, holds it together at school and lets it out after',
    'was invited to a birthday for the first time',
  ],
  secondary: [
    'does homework if nobody mentions it',
    'gets up alone now',
    'is on the phone at night, which we are working on',
    'wants to do well and hides it',
    'has nobody to sit with at lunch',
    'talks about the drama piece all the time',
    ['needs the letters sent to us, not home', 'not with parents'],
    'has come on a lot since the mentor started',
    'was upset by the comment on the report',
  ],
  'sixth form': [
    ['leaves at seven and comes back at six', 'not locked up'],
    ['goes to the workshop every morning', 'locked up'],
    ['has begun English at level 1', 'locked up'],
    ['has been to two open days with us', 'not locked up'],
    ['is tired, the weekend job is too much', 'not locked up'],
    'cooks on college days',
    'does not open letters from college',
    ['found the work placement without help', 'not locked up'],
    ['is brilliant with the little ones', 'with carers'],
  ],
  newcomer: [
    'writes words on slips and sticks them to everything',
    'gets up first in the house',
    'reads the free paper on the bus',
    'is frustrated by easy work',
    'phones a cousin and then cannot settle',
    'has taught us to count in two languages',
    'works at the table until ten',
  ],
}
const carerWantsEarly: readonly Suited[] = [
  '.',
  '. Happy with how it goes.',
  '. Asks what to practise at home.',
  '. Would like the speech therapist to come more often.',
  '. Asks about more hours.',
]

const carerWants: readonly Suited[] = [
  ['. Asks for a weekly word from school.', 'not from16'],
  ['. Asks for a word from college when a day is missed.', 'from16'],
  '. Would like to know what is practised in class.',
  ['. Happy with the school.', 'not from16'],
  ['. Happy with the course.', 'from16'],
  ['. Asks that moves be told to school the same day.', 'not with parents', 'not from16'],
  '. Would like a tutor to go on over the holidays.',
  ['. Wants a say in which set.', 'from11', 'not from16'],
  '.',
  '. Thinks praise works better than cards.',
  ['. Asks who pays for the trip.', 'from5', 'not from16'],
  ['. Will come to parents’ evening.', 'not from16'],
]
