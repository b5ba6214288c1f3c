import type { Chance } from '../chance.ts'
import type { Day } from '../days.ts'
import type { Living } from '../living.ts'
import { some } from '../words.ts'
import { composedFor, factsOn, suiting, suits, type Suited, type When } from './suited-words.ts'
import { meant } from './who-is-meant.ts'

/** What is written in the papers of looked after reviews and in care plans. */

/** With whom the worker’s report was shared before a review. */
export const sharedWith = (living: Living, day: Day, lot: Chance): string => people(living, day, lot, 1, 3)

/** To whom the decisions and the record of a review went. */
export const sentTo = (living: Living, day: Day, lot: Chance): string => people(living, day, lot, 2, 5)

function people(living: Living, day: Day, lot: Chance, least: number, most: number): string {
  const { mum, name } = meant(living, day)
  const asked = suiting(around, factsOn(living, day)).map((each) =>
    each === '{mum}' ? (mum as string) : each === '{name}' ? (name as string) : each,
  )
  const these = some(lot, asked, least, most)
  const said = these.length < 2 ? (these[0] ?? '') : `${these.slice(0, -1).join(', ')} and ${these.at(-1)}`
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`
}

const around: readonly Suited[] = [
  ['{name}', 'from8'],
  ['the interpreter', 'alone'],
  ['the solicitor', 'alone'],
  ['{mum}', 'not alone', 'not with adopters'],
  ['father', 'not alone', 'not with adopters', 'not with parents'],
  ['grandparents', 'not alone', 'not with adopters'],
  ['the carers', 'with carers', 'not with adopters'],
  ['the adopters', 'with adopters'],
  ['the home’s manager', 'in a home'],
  ['the key worker', 'in lodgings'],
  ['the governor’s office', 'locked up'],
  ['the nursery', 'from3', 'not from5'],
  ['the school', 'from5', 'not from16'],
  ['the college', 'from16'],
  ['the health visitor', 'not from5'],
  ['the nurse', 'from5'],
  ['the virtual school', 'from3'],
  ['the supervising social worker', 'with carers', 'not with adopters'],
]

type Parts = readonly (string | readonly Suited[])[]

const places: readonly Suited[] = [
  'at the contact centre in Wharfside',
  'at the family centre in Oyster Quay',
  ['at the carers’ home', 'with carers'],
  ['in the park at Teal Point', 'not far'],
  'at grandmother’s in Saltings',
  'in the community, with a worker there',
  '',
]
const days: readonly Suited[] = [
  'Saturday mornings',
  'Sundays',
  ['Wednesdays after school', 'from5', 'not from16'],
  ['three mornings a week', 'not from2'],
  ['Tuesdays and Fridays at ten', 'not from5'],
  ['Tuesdays at half past four', 'not far'],
  'every other Saturday',
  'the first Sunday of the month',
  ['Friday teatime', 'from5'],
  ['once in each half-term', 'from5'],
  ['the school holidays', 'from5'],
]

/** Something that changes, and for whom it may. */
interface Change {
  readonly when: readonly When[]
  readonly parts: Parts
}
const change = (when: readonly When[], ...parts: Parts): Change => ({ when, parts })

/** What changes with a review. */
const changes: readonly Change[] = [
  // About a child who has a family here.
  change(
    ['not alone', 'not with adopters', 'not with parents'],
    ['Time with {mum} moves to', 'Time with {mum} is now on', '{Mum} sees {name} on', 'Family time goes to'],
    days,
    places,
    '.',
  ),
  change(
    ['not alone', 'not with adopters', 'not with parents'],
    [
      'Time with {mum} is supervised again',
      'Time with {mum} no longer needs a supervisor',
      'Family time is cut to two hours',
      'Family time is longer by an hour',
      ['Telephone calls to {mum} are added, twice a week,', 'from5'],
    ],
    [
      'from next month',
      ['from half-term', 'from5'],
      'until the next review',
      'after what was seen in the last six visits',
      ['as {name} asked for', 'from5'],
    ],
    '.',
  ),
  change(
    ['siblings', 'not alone', 'not with adopters'],
    ['{name} sees the other children', '{name} and the brothers and sisters meet', 'Brothers and sisters are to be together'],
    [
      'once a month',
      'every three weeks',
      'on birthdays and in the holidays',
      'one Saturday in two',
      ['for a sleepover each half-term', 'from5'],
    ],
    [['; the carers drive in turn', 'with carers'], '; the council pays the fares', '; Estuary hires the hall', ''],
    '.',
  ),
  change(
    ['not alone', 'not with adopters', 'from3'],
    [
      'A letter from {name}’s father',
      'A card from the grandparents',
      'A photograph album from {mum}',
      ['News of the new baby', 'not from16'],
    ],
    ['is to be read together first', 'may be given to {him}', 'is kept on file until {he} asks'],
    '.',
  ),
  change(
    ['not alone', 'not to be adopted', 'not long in care', 'not ordered', 'not with relatives'],
    ['Grandmother in {town}', 'An aunt in {town}', 'The paternal grandfather', 'A cousin of {mum}'],
    ['asked to be assessed; viability by', 'will be seen as a possible carer by', 'is being assessed; report by'],
    ['the end of the month', ['the next hearing', 'court'], 'the next review', 'six weeks from now'],
    '.',
  ),
  change(
    ['not alone', 'not to be adopted'],
    ['Grandmother in {town}', 'The aunt', 'A cousin of {mum}', 'The family friend'],
    [
      ['withdrew as a carer', 'not long in care'],
      ['may have {name} for one weekend in four', 'not court', 'from3'],
      ['was not approved', 'not long in care'],
      'will send photographs instead of visiting',
      'is to be at the next review',
    ],
    '.',
  ),
  // About one who came alone.
  change(
    ['alone'],
    ['Tracing of family', 'A search for {name}’s brother', 'Contact with an uncle abroad'],
    ['through the Red Cross', 'through the refugee council’s tracing desk', 'by a phone number {he} remembered'],
    [['has been started', 'not long in care'], 'is to go on', 'has led nowhere yet', 'found a cousin in another city'],
    '.',
  ),
  change(
    ['alone'],
    ['The solicitor', 'The legal adviser', ['A new solicitor', 'not new in care']],
    ['needs the statement by', 'will meet {name} and an interpreter by', ['asks for the age documents by', 'new in care']],
    ['the end of the month', 'the interview at the Home Office', 'the week after next'],
    '.',
  ),
  change(
    ['alone'],
    ['English lessons', 'ESOL classes', ['A place in the college’s entry class', 'from16']],
    [
      'go up to four mornings a week',
      'begin after the holidays',
      ['move to the college in Wharfside', 'from16', 'not far'],
      'are three afternoons for now',
    ],
    ['; a bus pass is paid', ['; {he} goes with two others from the house', 'in lodgings'], ''],
    '.',
  ),
  change(
    ['alone', 'not long in care'],
    ['{name} is to have', '{He} asked for', ['The carers will find', 'with carers'], ['The key worker will find', 'in lodgings']],
    [
      'a quiet place to pray',
      'a place of prayer {he} can walk to',
      'someone who cooks the food {he} knows',
      'services in {his} language',
      'a football team',
    ],
    '.',
  ),
  change(
    ['alone'],
    [
      ['Sleep is poor', 'not long in care'],
      '{He} does not talk about the journey',
      ['Nightmares are fewer', 'not new in care'],
      'Headaches come before each appointment',
    ],
    ['; the nurse will ask the mental health service', '; a place with the trauma group is sought', '; nothing more unless {he} asks'],
    '.',
  ),
  change(
    ['alone', 'long in care'],
    ['The claim', 'The appeal', 'The renewal of leave'],
    ['is still open', 'has a date in the spring', 'was put back', 'is with a new caseworker'],
    ['; the plan says what happens either way', '; {name} knows', ''],
    '.',
  ),
  // School.
  change(
    ['from5', 'not from16'],
    ['Help with reading', 'One-to-one maths', 'A mentor at school', 'Homework club', 'A reader for tests', 'Catch-up in writing'],
    [
      'is added',
      'goes on to summer',
      'is twice a week from now',
      ['replaces the lessons {he} missed', 'not settled'],
      ['ends, as {he} no longer needs it', 'not new in care'],
    ],
    ['; the virtual school pays', '; from the pupil premium', ''],
    '.',
  ),
  change(
    ['from5', 'not from16', 'not settled'],
    ['School stays the same', '{name} stays at {his} school', 'No change of school'],
    [['although the drive is fifty minutes', 'far'], 'as {name} wants', 'until the summer at least', ['for the examinations', 'from14']],
    '.',
  ),
  change(
    ['from5', 'not from16', 'not settled'],
    [
      'A change of school is put off',
      'A new school is to be found',
      'A visit to the new school is planned',
      'A full timetable is asked for',
    ],
    ['until the summer', 'with the virtual school', 'before the end of term', ['when the carers have looked at two', 'with carers']],
    '.',
  ),
  change(
    ['from3', 'not from5'],
    ['Nursery', 'The place at nursery', 'Playgroup'],
    ['goes up to five mornings', 'begins after the holidays', 'stays the same', 'is to be looked for near the carers'],
    ['; {name} likes the sand', '; the key worker comes to the next review', ''],
    '.',
  ),
  change(
    ['from16'],
    ['College', 'The course', 'The apprenticeship'],
    ['goes on to level two', 'is under threat; a meeting with the tutor follows', 'suits {him}', 'is to be changed in September'],
    ['; the bursary is paid', '; travel is paid', ''],
    '.',
  ),
  // Health.
  change(
    ['from1'],
    [
      ['The dentist wants to see {name} again', 'from2'],
      ['Glasses are to be renewed', 'from5'],
      'The hearing test is repeated',
      ['The asthma plan is rewritten', 'from5'],
      ['Nits again; {he} is treated', 'from4', 'not from14'],
    ],
    ['in three months', 'before the holidays', ['with the carers there', 'with carers'], ['at the surgery near the carers', 'with carers']],
    '.',
  ),
  change(
    [],
    [
      'The paediatrician discharged {name}',
      ['The mental health service has {name} on its list', 'from5'],
      'Immunisations are complete',
      ['The speech therapist sees {name} at school', 'from5', 'not from11'],
      ['The speech therapist sees {name} at home', 'from2', 'not from5'],
      ['The questionnaire came back lower than last year', 'from5', 'long in care'],
      ['Weight and length are on the line', 'not from2'],
      ['{name} sleeps through', 'not from2'],
    ],
    ['; the nurse keeps watch', ['; the carers have the letter', 'with carers'], ['; {mum} is told', 'not alone', 'not to be adopted'], ''],
    '.',
  ),
  // Where the child lives.
  change(
    ['not to be adopted', 'not with parents', 'not locked up'],
    ['The placement is', 'Where {he} lives is', 'This home is'],
    [
      ['to be matched as long term', 'with carers', 'from4', 'not new in care', 'not with relatives'],
      ['settled, and goes to panel', 'settled', 'with carers'],
      ['under strain, and a meeting follows in three weeks', 'not settled', 'not new in care'],
      ['meant to last until 18', 'from8', 'settled'],
      ['what {name} wants', 'from5'],
      ['right for now', 'not settled'],
      ['safe, and that is what it is for', 'new in care'],
    ],
    '.',
  ),
  change(
    ['with carers', 'not with adopters'],
    ['The carers', 'Those who look after {him}'],
    [
      'have help from the therapist',
      'have a weekend in six to themselves',
      'ask for more notice of visits',
      'are to go on the course about trauma',
      'keep a diary of the nights',
      ['are shown how to do {his} hair', 'not from11'],
    ],
    ['from now', 'until the next review', ''],
    '.',
  ),
  change(
    ['with adopters'],
    ['The adopters', 'The new family'],
    [
      'have the therapist’s number',
      'ask for fewer visits',
      'will apply to the court',
      'have letterbox explained to them',
      'keep the bedtime of the foster home',
    ],
    ['', 'from now', 'after the summer'],
    '.',
  ),
  change(
    ['to be adopted', 'not with adopters'],
    ['Family finding', 'The search for a family'],
    ['goes on in this region', 'goes to all agencies', 'has two families to visit', 'has found a family whom panel will meet'],
    ['; the profile is new', '; medical advice is in', ''],
    '.',
  ),
  change(
    ['in a home'],
    ['The home', 'Staff'],
    [
      'keep the same key worker for {him}',
      'are to sanction less and praise more',
      'cook with {him} once a week',
      'meet us each month about the nights',
    ],
    ['', 'from now', 'until the next review'],
    '.',
  ),
  change(
    ['in lodgings'],
    ['Support hours', 'Key work'],
    ['go up to ten a week', 'go down as {he} manages', 'move to the evenings', 'are to be about money first'],
    ['', 'from now', 'until the next review'],
    '.',
  ),
  change(
    ['with parents'],
    ['{name} at home', 'The days at home', '{Mum}'],
    [
      'goes well; visits stay weekly',
      'asks for the order to be discharged',
      'has the worker at breakfast twice a week',
      'has rung before and not after',
    ],
    '.',
  ),
  change(
    ['from5'],
    [
      ['Swimming', 'not from16'],
      ['Drama club', 'from8'],
      'Judo',
      'Horse riding',
      'Football on Thursdays',
      ['The guitar course', 'from8'],
      'The choir',
      ['Boxing at the youth club', 'from11'],
      'Dance',
      ['The gym', 'from14'],
      ['Cubs', 'not from11'],
    ],
    [
      'is paid for',
      'is added to the plan',
      'starts in September',
      ['stops, {he} did not like it', 'not new in care'],
      'is at {his} own wish',
    ],
    '.',
  ),
  change(
    ['from3', 'not alone', 'not with parents'],
    [['Life story work', 'from5'], 'A memory box', ['Work on {his} family tree', 'from5'], 'The book of photographs'],
    [
      ['begins with the new worker', 'not settled'],
      'goes on every second week',
      'is to be finished by summer',
      ['waits until school is settled', 'from5', 'not settled'],
    ],
    '.',
  ),
  change(
    ['from5', 'not locked up'],
    [
      'Pocket money',
      ['The bedtime', 'not from14'],
      ['Use of the phone at night', 'from11'],
      'The clothing allowance',
      ['Staying over with friends', 'from8'],
    ],
    [
      'was talked through',
      'follows the house rules now',
      ['is as for the carers’ own children', 'with carers'],
      ['is decided by the carers', 'with carers'],
      'changes on {his} birthday',
    ],
    '.',
  ),
  change(
    [],
    ['The aim stays as it was', 'No change of aim', 'Nothing new but the dates', 'The plan goes on'],
    [
      ': {name} is doing well',
      ['; the next hearing decides', 'court'],
      'as it is',
      ['; {mum} agrees', 'not alone', 'not to be adopted'],
      '',
    ],
    '.',
  ),
  // For who is to live by themselves one day.
  change(
    ['from14', 'not locked up'],
    [
      ['Cooking two evenings a week', 'from14'],
      'Budgeting with {his} own money',
      ['Travelling alone to college', 'from16'],
      'Washing and shopping for {himself}',
      ['Opening a bank account', 'from16'],
    ],
    [
      ['is practised with the carers', 'with carers'],
      ['is practised with the key worker', 'not with carers'],
      'is the next step',
      'went well',
      'needs more time',
    ],
    [['; the adviser will see {him} in', 'from16'], '; looked at again in'],
    ['a month', 'six weeks', 'the spring'],
    '.',
  ),
  change(
    ['from16'],
    [['Staying put with the carers', 'with carers'], 'A move to a shared house', 'The council’s flat list', 'A training flat in Wharfside'],
    ['was talked about', 'is what {he} wants', 'is not what {he} wants', 'is to be costed', 'goes to the panel'],
    '.',
  ),
]

/** What changed in a care plan after a review: one to three things. */
export function whatChanged(living: Living, day: Day, lot: Chance): string {
  const said = meant(living, day)
  const facts = factsOn(living, day)
  return some(
    lot,
    changes.filter(({ when }) => suits(when, facts)),
    1,
    3,
  )
    .map(({ parts }) => composedFor(lot, parts, facts, said))
    .join(' ')
}

interface Action {
  readonly what: Parts
  readonly who: readonly Suited[]
  readonly measured: readonly Suited[]
  /** What came of it once it was done. */
  readonly came: readonly Suited[]
  readonly when: readonly When[]
}

const actions: readonly Action[] = [
  {
    what: [
      ['Book', 'Arrange', 'Ask for'],
      [
        ['an eye test', 'from4'],
        'a hearing test',
        ['a dental check', 'from1'],
        ['an asthma review', 'from5'],
        ['the weighing and measuring', 'not from2'],
        ['the missed immunisations', 'not settled'],
      ],
      [['at the surgery in {town}', 'not far'], 'near the placement', ['in the holidays', 'from5'], 'before the next review'],
    ],
    when: ['not with adopters', 'not locked up'],
    who: [['Carers', 'with carers'], ['Carers and nurse', 'with carers'], 'Social worker', ['Key worker', 'not with carers']],
    measured: ['Seen, and the result on the health plan', 'Appointment kept', 'Nurse has the result'],
    came: [
      'Seen; no concerns',
      'Seen, and seen again in spring',
      'Done, next check in six months',
      ['Kept, and {name} was brave', 'not from11'],
      'Missed once, seen the week after',
    ],
  },
  {
    what: [
      ['Find', 'Ask the virtual school for', 'Set up'],
      [
        ['one-to-one reading', 'not from11'],
        'a maths tutor',
        ['a place at homework club', 'from8', 'not from16'],
        ['a laptop for school work', 'from8', 'not from16'],
        ['a laptop for college work', 'from16'],
        ['a quiet place to do homework', 'from8', 'not from16'],
      ],
      ['for {name}', 'twice a week', 'from next term', 'until summer'],
    ],
    when: ['from5', 'not locked up'],
    who: ['Virtual school', ['Designated teacher', 'not from16'], ['Carers and school', 'with carers', 'not from16'], 'Social worker'],
    measured: [
      'One level up by summer',
      ['Reads a chapter aloud by half-term', 'not from14'],
      'Nine lessons of ten attended',
      'Homework in on time for six weeks',
    ],
    came: [
      'In place; enjoys it',
      'Started two weeks late',
      ['Moved up a group', 'from8'],
      ['Tutor found in the carers’ town', 'with carers'],
    ],
  },
  {
    what: [
      ['Write down', 'Agree', 'Set out'],
      [
        'who may see {name} and when',
        ['what time with {mum} looks like in the holidays', 'from5'],
        ['how calls to {mum} are made', 'from5'],
        ['what the carers tell {mum} after each visit', 'with carers'],
      ],
    ],
    when: ['not alone', 'not with adopters', 'not with parents', 'not locked up'],
    who: ['Social worker', ['Social worker and supervising worker', 'with carers'], 'Contact supervisor'],
    measured: ['All have the same copy', ['{name} can say when the next visit is', 'from4'], 'No missed visits in eight weeks'],
    came: ['Written, everyone has it', 'Agreed with {mum}', 'Two visits missed, then steady', 'Copy on the fridge'],
  },
  {
    what: [
      ['Start', 'Go on with', 'Finish'],
      [
        ['a photograph book of the family', 'not alone'],
        ['a photograph book of the time here', 'alone'],
        ['the life story book', 'not alone'],
        'the memory box',
        ['a family tree with {name}', 'from5'],
        ['a letter that says why {he} is in care', 'from5', 'not alone'],
      ],
    ],
    when: ['not with parents', 'not locked up'],
    who: ['Social worker', 'Social worker and carers', 'Family support worker'],
    measured: [
      ['{name} can tell the story in {his} own words', 'from5'],
      'There by the review',
      ['Six sessions held', 'from5'],
      ['The carers add to it each month', 'with carers', 'not from5'],
    ],
    came: [
      'Done as far as there are photographs',
      ['Finished; {he} keeps it by the bed', 'from4'],
      ['Three sessions were enough for now', 'from5'],
      ['{name} helped and chose the pictures', 'from4'],
      ['Begun, and the carers go on with it', 'with carers'],
    ],
  },
  {
    what: [
      ['Sign {name} up for', 'Pay for', 'Try out'],
      [
        ['swimming lessons', 'not from14'],
        'football at the leisure centre',
        ['a drama group', 'from8'],
        'a riding taster',
        ['the cadets', 'from11'],
        'a dance class',
        ['guitar lessons', 'from8'],
        ['the gym', 'from14'],
      ],
      ['on Saturdays', ['after school', 'not from16'], ['with the carers’ son', 'with carers'], ''],
    ],
    when: ['from4', 'not locked up', 'not with adopters'],
    who: [
      ['Carers', 'with carers'],
      ['Carers and {name}', 'with carers'],
      ['Key worker', 'not with carers'],
      ['{Mum}', 'with parents'],
    ],
    measured: ['Goes for a term', 'Has a friend there', '{name} says it is fun'],
    came: ['Goes every week', 'Went for a term and asked for something else', ['In the team', 'from8'], 'A place came free in the end'],
  },
  {
    what: [
      ['Assess', 'See', 'Visit'],
      ['the grandmother in {town}', 'the aunt who wrote', 'the father’s parents', 'a family friend'],
      ['as a carer', 'for a viability report', ['and report to the solicitor', 'court']],
    ],
    when: ['not alone', 'not long in care', 'not ordered', 'not to be adopted', 'not with relatives', 'not from16'],
    who: ['Social worker', 'Connected persons assessor', 'Fostering team'],
    measured: ['Report filed', ['Yes or no by the hearing', 'court'], 'Decision at the legal meeting'],
    came: [
      'Positive, full assessment follows',
      'Negative: health',
      'They withdrew',
      ['Report with the court', 'court'],
      'Seen; will help with visits, not more',
    ],
  },
  {
    what: [
      ['Ask for', 'Find', 'Arrange'],
      [
        ['two more mornings at nursery', 'from2'],
        ['a speech and language check', 'from2'],
        'a stay-and-play group',
        ['the two-year check', 'from2', 'not from3'],
        ['baby massage', 'not from1'],
        ['the weaning course', 'not from1'],
      ],
    ],
    when: ['not from5', 'not with adopters'],
    who: ['Carers', 'Health visitor', 'Social worker'],
    measured: [['Twenty words by the next review', 'from1', 'not from3'], 'Settled within eight weeks', 'On track at the next check'],
    came: ['Started, settles well', 'On track', 'Began later than planned', 'Done; the health visitor is content'],
  },
  {
    what: [
      ['Refer to', 'Ask', 'Chase'],
      [
        'the mental health service',
        ['the play therapist', 'not from11'],
        ['the therapist for the carers', 'with carers'],
        'the counsellor',
      ],
      ['about sleep', 'about anger', 'for a first talk', ['and tell the carers what to expect', 'with carers']],
    ],
    when: ['from5'],
    who: ['Social worker', 'Nurse', 'Social worker and manager'],
    measured: ['Seen within eight weeks', 'Score down at the next questionnaire', ['Fewer rows at bedtime', 'not from14']],
    came: ['Assessed; six sessions', 'Taken on at the second asking', 'Seen, after eight weeks of waiting', 'Working well'],
  },
  {
    what: [
      ['Apply for', 'Ask {mum} for', 'Send for'],
      [
        ['the birth certificate', 'not settled'],
        'a passport',
        ['the red book', 'not from5', 'not settled'],
        ['copies of school reports', 'from5', 'not settled'],
      ],
    ],
    when: ['not alone', 'not to be adopted', 'not long in care'],
    who: ['Social worker', 'Team administrator', 'Social worker and {mum}'],
    measured: ['Copy on file', ['In the carers’ drawer', 'with carers'], 'Held before the summer'],
    came: ['Arrived', 'Arrived after the second letter', 'Here; {mum} signed', 'Here; the fee was paid'],
  },
  {
    what: [
      [
        ['Open a savings account', 'not long in care'],
        ['Find out about the trust fund', 'not alone', 'not long in care'],
        ['Ask for a bus pass', 'from11'],
        ['Pay pocket money into an account', 'from8'],
        ['Send for the statements of the savings', 'long in care'],
      ],
      ['for {name}', ''],
    ],
    when: ['from3', 'not with adopters'],
    who: [['Carers', 'with carers'], 'Social worker', 'Team administrator'],
    measured: ['First payment made', ['Card in {his} hand', 'from11'], 'Papers on file'],
    came: ['Done; papers on file', 'Done, after the papers came back once', 'Done'],
  },
  {
    what: [
      ['Practise', 'Learn', 'Plan and do'],
      [
        'cooking three meals',
        ['the bus to college alone', 'from16'],
        'a week’s budget',
        'washing and ironing',
        'a GP appointment by {himself}',
      ],
    ],
    when: ['from14', 'not locked up'],
    who: [
      ['{name} and carers', 'with carers'],
      ['Key worker', 'not with carers'],
      ['Personal adviser', 'from16'],
    ],
    measured: ['Does it alone three times', '{name} says {he} can'],
    came: [
      'Does it without being asked',
      'Twice alone, and it went well',
      'Can do it with somebody near',
      'Done, and {he} was proud of it',
    ],
  },
  {
    what: [
      ['Meet', 'Ring', 'Write to'],
      [
        'the solicitor about the claim',
        'the Home Office about the interview',
        ['the tracing service', 'not long in care'],
        ['the college about fees', 'from16'],
      ],
    ],
    when: ['alone'],
    who: ['Social worker', ['Key worker', 'in lodgings'], 'Solicitor and social worker'],
    measured: ['{name} understands what comes next', 'Date in writing'],
    came: ['Done; the statement is sent', 'Met twice', 'Done; nothing new was learned', 'Done, with the interpreter {he} knows'],
  },
  {
    what: [
      ['Enrol {name} in', 'Find a place in', 'Ask about'],
      [
        'an English class',
        ['year 11', 'not from16'],
        ['the college’s entry course', 'from16'],
        ['the school near the carers', 'not from16', 'with carers'],
      ],
    ],
    when: ['alone', 'not long in care'],
    who: ['Virtual school', ['Carers', 'with carers'], ['Key worker', 'in lodgings']],
    measured: ['In class within four weeks', 'Attends nine days of ten', 'Moves up a level by Easter'],
    came: ['Began on Monday', 'Test taken, level one', 'Place offered', 'Goes with a friend'],
  },
  {
    what: [
      ['Talk with the carers about', 'Ask the supervising worker about', 'Hold a meeting on'],
      [
        ['respite', 'not new in care'],
        ['what helps at bedtime', 'not from14'],
        'the other child in the home',
        ['how to answer when {name} asks about home', 'from3'],
        ['long-term matching', 'from4', 'long in care', 'not with relatives'],
        ['what school says', 'from5'],
      ],
    ],
    when: ['with carers', 'not to be adopted'],
    who: ['Supervising social worker', 'Social worker', 'Team manager'],
    measured: ['Carers say they feel heard', 'Fewer calls to duty'],
    came: ['Talked over; it helped', 'Meeting held', 'Done, and put into the plan', 'Calmer'],
  },
  {
    what: [
      ['Ask', 'Meet', 'Write to'],
      ['the home’s manager', 'the key worker'],
      ['about the nights', 'about the phone', 'about what {name} eats', 'about who may visit'],
    ],
    when: ['in a home'],
    who: ['Social worker', 'Team manager'],
    measured: ['Written into the home’s own plan', 'Fewer incidents in the month'],
    came: ['Done; the home has changed it', 'Met, and agreed', 'Calmer'],
  },
  {
    what: [
      ['Visit', 'See'],
      ['the room and the kitchen', 'the shared house'],
      ['unannounced', 'with {name}', 'with the landlord'],
    ],
    when: ['in lodgings'],
    who: ['Social worker', 'Personal adviser'],
    measured: ['Clean, warm and safe', '{name} can lock the door'],
    came: ['Seen; the heating is mended', 'Seen; good', 'Seen; the landlord was written to'],
  },
  {
    what: [
      ['Agree', 'Write down'],
      ['who comes and when after the order', 'what letters go to whom each year', 'what is told to the adopters’ family'],
    ],
    when: ['with adopters'],
    who: ['Adoption worker', 'Social worker'],
    measured: ['In the support plan', 'Both sides have signed'],
    came: ['Agreed', 'Written, and everyone has it'],
  },
  {
    what: [
      ['Prepare', 'Draw up'],
      ['the day of release', 'where {name} goes from there', 'visits of the family'],
    ],
    when: ['locked up'],
    who: ['Social worker', 'Youth offending service'],
    measured: ['In writing four weeks before', '{name} knows the address'],
    came: ['In writing', 'Done at the meeting there'],
  },
  {
    what: [
      ['See {name} and {mum} together', 'Be at the home'],
      ['at breakfast', 'on a Sunday', 'after school'],
      ['', 'and write what was seen'],
    ],
    when: ['with parents'],
    who: ['Social worker', 'Family support worker'],
    measured: ['Six visits, two unannounced', 'What was seen is in the file'],
    came: ['Seen; it holds', 'Done; the mornings are the hard part'],
  },
]

export interface ActionInWords {
  readonly what: string
  readonly who: string
  readonly measuredBy: string
  readonly whatHappened: string
}

/**
 * Some things that a care plan says somebody does, each another.
 * @param lately what was asked for in the last reviews, by the place in the list: not again so soon; what is asked for now is added
 */
export function actionsInWords(
  living: Living,
  day: Day,
  lot: Chance,
  least: number,
  most: number,
  lately: ReadonlySet<number>,
): readonly (ActionInWords & { readonly place: number })[] {
  const said = meant(living, day)
  const facts = factsOn(living, day)
  const fit = [...actions.entries()].filter(([place, { when }]) => !lately.has(place) && suits(when, facts))
  return some(lot, fit, Math.min(least, fit.length), most).map(([place, { what, who, measured, came }]) => ({
    place,
    what: composedFor(lot, what, facts, said),
    who: composedFor(lot, [who], facts, said),
    measuredBy: composedFor(lot, [measured], facts, said),
    whatHappened: composedFor(lot, [came], facts, said),
  }))
}
