import type { Chance } from '../chance.ts'
import type { NeedCourse } from '../course.ts'
import type { Day } from '../days.ts'
import type { Living } from '../living.ts'
import { composed } from '../words.ts'
import { composedFor, factsOn, suits, type Suited, type When } from './suited-words.ts'
import { meant, themesOf, type Theme } from './who-is-meant.ts'

/** What plans say in words: what somebody is to do, who does it, how anybody will know that it helped, and what came of it. */

interface Task {
  readonly what: readonly (string | readonly Suited[])[]
  readonly who: readonly Suited[]
  readonly measure: readonly Suited[]
  /** For which children it is. */
  readonly when?: readonly When[]
}

const place: readonly Suited[] = [
  ['at the children’s centre in {town}', 'not from5'],
  'at the family hub',
  'at the clinic',
  'in {town}',
  'at Wharfside',
  ['at school', 'from5', 'not from16'],
]
const often: readonly Suited[] = [
  'each week',
  'every Tuesday',
  'twice a week',
  ['on Thursdays after school', 'from5', 'not from16'],
  ['on two mornings', 'not from5'],
  'for ten weeks',
  'until the next review',
  'from Monday',
]

const tasksOf: Readonly<Record<Theme, readonly Task[]>> = {
  violence: [
    {
      what: ['{mum} to go to the domestic abuse group', place, often],
      who: ['{mum}', '{mum} and the domestic abuse worker'],
      measure: [
        'Six sessions or more attended, and {mum} can say what she would do',
        '{mum} rings before and not after',
        'No police call in three months',
      ],
    },
    {
      what: [
        'Safety plan for the home',
        [
          'to be gone through room by room',
          ['to be written with {name}, in {his} words', 'from5'],
          ['to be practised with the children', 'from4'],
        ],
        ['', ['and kept at school too', 'from5']],
      ],
      who: ['Domestic abuse worker', 'Social worker', 'Social worker and {mum}'],
      measure: [
        ['{name} can say whom {he} would ring', 'from5'],
        ['School hold a copy', 'from5'],
        ['{name} has practised it once', 'from4'],
        '{mum} can say where the bag and the keys are',
        ['Health visitor and police hold a copy', 'not from5'],
        ['The police hold a copy', 'from5'],
      ],
    },
    {
      what: ['{name}’s father to begin the course on stopping abuse', often],
      who: ['{name}’s father', 'Probation officer'],
      measure: ['Assessed as fit for the course, and eight sessions done', 'The group leader’s report says more than that he came'],
    },
    {
      when: ['from5'],
      what: ['{name} to join the group for children who have lived with violence', place],
      who: ['School', 'Children’s worker', 'Social worker'],
      measure: [
        '{name} sleeps through on most nights',
        '{name} puts home at six or more on {his} line',
        'Two outbursts at school a term, down from one a week',
      ],
    },
    {
      what: ['Locks changed and the alarm fitted', ['at the front', 'at the back door', 'on both doors'], ['', 'by the housing officer']],
      who: ['Housing officer', '{mum}'],
      measure: ['Fitted and tested', '{mum} says that she sleeps'],
    },
  ],
  drink: [
    {
      what: ['{mum} to see the drug and alcohol worker', often],
      who: ['{mum}', 'Drug and alcohol worker'],
      measure: [
        'Three clear tests in a row',
        'Nine appointments of ten kept',
        ['{name} says that mornings have been the same', 'from5'],
        'Seen sober at each visit, announced or not',
      ],
    },
    {
      what: ['Agree who has {name}', ['when {mum} has been drinking', 'on the nights after payday', 'if the plan does not hold']],
      who: ['{mum} and grandmother', 'Social worker', 'Family, at a family meeting'],
      measure: ['Written down and signed, and used when needed', ['{name} knows it by heart', 'from5']],
    },
    {
      what: ['Hair strand test', ['to be arranged', 'to be done again', 'for {mum} and her partner']],
      who: ['Social worker', 'Consultant practitioner'],
      measure: ['Result in the file and talked through with {mum}', 'Falling in each of the three months'],
    },
    {
      when: ['from8'],
      what: ['{name} to have somebody to talk to about the drinking', often],
      who: ['School counsellor', 'Young people’s worker', 'Learning mentor'],
      measure: ['{name} has been six times and would tell a friend to go', '{name} can say that it is not {his} job'],
    },
    {
      what: [
        'Household money to be sorted',
        ['so that food is bought first', 'with the advice worker', 'and the arrears paid off by the week'],
      ],
      who: ['{mum}', 'Advice worker', 'Family support worker'],
      measure: ['Food in on the last day of the month', 'No new arrears'],
    },
  ],
  mind: [
    {
      what: ['{mum} to keep her appointments with the mental health team', often],
      who: ['{mum}', 'Community psychiatric nurse'],
      measure: ['Four of five kept', '{mum} tells us when it is getting worse, before it is'],
    },
    {
      what: [
        'Plan for the days on which {mum} is unwell',
        [
          ['written with {name}', 'from8'],
          'so that {name} is fed and looked after',
          ['so that {name} is collected from school', 'from5'],
          'agreed with the aunt',
        ],
      ],
      who: ['Social worker and {mum}', 'Family support worker', '{mum} and her sister'],
      measure: ['Used at least once and it held', ['{name} was at school on each bad day', 'from5'], 'Three people have a copy and a key'],
    },
    {
      when: ['from5'],
      what: ['Somebody to explain {mum}’s illness to {name}', ['in words for {his} age', 'with the book', 'with {mum} there']],
      who: ['Community psychiatric nurse', 'School nurse', 'Social worker'],
      measure: ['{name} can say in {his} words what it is', ['{name} no longer stays home to watch over her', 'from8']],
    },
    {
      when: ['not from5', 'from1'],
      what: ['Nursery hours for {name}', often],
      who: ['Family support worker', 'Health visitor'],
      measure: ['Settled by half-term', '{mum} has two mornings for herself'],
    },
  ],
  neglect: [
    {
      when: ['not from3'],
      what: ['Health visitor to weigh {name}', ['each week', 'every other week', 'at the clinic on Mondays']],
      who: ['Health visitor', '{mum}'],
      measure: ['Back on {his} line within two months', 'Nine weighings of ten kept'],
    },
    {
      when: ['not from2'],
      what: [
        'Safe place to sleep',
        ['in {mum}’s room', 'with nothing in the cot', 'seen and shown'],
        ['', ', and nobody asleep with {name} on the sofa'],
      ],
      who: ['{mum}', 'Health visitor and {mum}'],
      measure: ['Seen at each visit, day or evening', 'The cot is used'],
    },
    {
      when: ['from1', 'not from5'],
      what: ['{name} to go to', ['nursery', 'stay-and-play', 'the two-year-old’s place'], often],
      who: ['{mum}', 'Family support worker'],
      measure: ['There on four days of five', 'Twenty words by the summer', 'Settled by half-term'],
    },
    {
      when: ['from2'],
      what: ['Bedroom to be cleared and a bed', ['with bedding', 'and a lamp', 'bought from the fund'], 'in place for {name}'],
      who: ['{mum}', 'Family support worker and {mum}', 'Social worker'],
      measure: ['Seen at two visits unannounced', '{name} sleeps in it'],
    },
    {
      when: ['from1'],
      what: [
        'Breakfast and a hot meal',
        ['every day', ['on school days', 'from5'], 'at weekends too'],
        ', with a shopping list made together',
      ],
      who: ['{mum}', 'Family support worker'],
      measure: [['School say {name} has eaten, four mornings in five', 'from5'], 'Weight back on {his} line'],
    },
    {
      what: [
        '{name} to be taken to',
        [
          ['the dentist', 'from1'],
          ['the optician', 'from4'],
          'the audiologist',
          'the paediatrician',
          ['the health visitor’s check', 'not from4'],
        ],
        ['', 'and the treatment finished'],
      ],
      who: ['{mum}', 'Grandmother', ['Health visitor', 'not from5']],
      measure: ['Seen, and the next date kept', 'No pain, and nothing outstanding'],
    },
    {
      when: ['from5', 'not from16'],
      what: ['{name} at school by ten to nine', ['every day', 'in clean clothes', 'with a coat'], ['', ', and collected on time']],
      who: ['{mum}', 'School and {mum}'],
      measure: ['Attendance over 95 per cent by half-term', 'Late once a week at most', 'Comfortable in class, says {his} teacher'],
    },
    {
      what: ['Family support worker to be at the home', ['at breakfast', 'at bedtime', 'at tea'], often, 'and to show and not to do'],
      who: ['Family support worker'],
      measure: ['By week eight {mum} leads and the worker watches', 'The same routine on four evenings of five'],
    },
    {
      what: ['Home conditions scored', ['with {mum}', 'together, room by room'], ['again each month', 'before each meeting']],
      who: ['Social worker', 'Family support worker'],
      measure: ['From “poor” to “adequate” in each room, and staying there for three months'],
    },
  ],
  hurt: [
    {
      what: ['{mum} to do the parenting course', place, often],
      who: ['{mum}', 'Parenting worker'],
      measure: [
        'All sessions but one, and {mum} uses what she chose',
        ['{name} says nobody has hit {him} since', 'from4'],
        'Seen to work at two visits at bedtime',
      ],
    },
    {
      what: ['No physical chastisement', ['by anyone', 'by either parent', 'by any adult in the home'], ': written agreement signed'],
      who: ['Both parents', '{mum} and her partner'],
      measure: [
        ['{name}, seen alone, says so at each visit', 'from4'],
        ['No new marks, seen by school', 'from5'],
        ['No new marks, seen at each bath', 'not from4'],
      ],
    },
    {
      when: ['siblings', 'from3'],
      what: [
        'Time alone with each child',
        often,
        ['so that {name} is not always the one in trouble', 'with the parenting worker', 'to begin with'],
      ],
      who: ['{mum}', 'Parenting worker'],
      measure: ['{name} names one good thing of the week', 'Fewer rows at bedtime, by the chart'],
    },
    {
      what: ['{name} to be seen by the paediatrician', ['again', 'for the report', 'with {mum}']],
      who: ['Social worker', '{mum}'],
      measure: ['Report in the file and its advice followed'],
    },
  ],
  sexual: [
    {
      what: ['No time alone with', ['the cousin', 'the man named', 'anyone who has not been checked'], ', at home or elsewhere'],
      who: ['{mum}', 'Both parents', 'Family'],
      measure: [['{name} says that it has been kept', 'from5'], 'Checked at each visit, unannounced'],
    },
    {
      when: ['from5'],
      what: ['Sessions on', [['keeping safe online', 'from8'], ['what a good relationship is', 'from11'], 'bodies and secrets'], often],
      who: ['School nurse', ['Exploitation worker', 'from11'], 'Social worker'],
      measure: ['{name} can say what {he} would do, in {his} own words', ['Risk tool: lower at the second scoring', 'from11']],
    },
    {
      when: ['from4'],
      what: ['{name} to be offered therapy', ['without waiting for the court', 'at a place {he} chooses', 'once {he} is ready']],
      who: ['Social worker', 'Therapy service'],
      measure: ['Begun, and {name} goes of {his} own accord', '{name} sleeps and eats as before'],
    },
    {
      when: ['from11'],
      what: ['Phone rules', ['agreed together', 'written by {name}', 'with {mum} and {name}'], ', and looked at', often],
      who: ['{mum} and {name}', '{mum}'],
      measure: ['Kept four weeks running', 'No unknown contacts'],
    },
  ],
  sad: [
    {
      when: ['from5'],
      what: ['{name} to be seen by the emotional wellbeing service', often],
      who: ['Emotional wellbeing service', '{mum}', 'Social worker'],
      measure: ['Score down by five points', ['{name} has not hurt {himself} for four weeks', 'from11'], 'Seen within the month'],
    },
    {
      when: ['from8'],
      what: ['Safety plan', ['for the nights', 'with {name}’s own list of what helps', 'and tablets locked away']],
      who: ['{mum}', 'Emotional wellbeing service', '{name} and {mum}'],
      measure: ['{name} has used it and told somebody', 'Cupboard checked at visits'],
    },
    {
      when: ['from5', 'not from16'],
      what: ['Way back into school', ['by half days', 'through the quiet entrance', 'with one lesson a day of {his} choice'], often],
      who: ['School', 'School and {name}', ['Head of year', 'from11']],
      measure: ['Attendance from 40 to 80 per cent in a term', '{name} has somebody to eat lunch with'],
    },
  ],
  disability: [
    {
      when: ['from2'],
      what: ['Short breaks', ['at weekends', 'of four hours', 'overnight, once a month'], place],
      who: ['Disabled children’s team', 'Short breaks service'],
      measure: ['{name} is glad to go, by {his} picture card', '{mum} has slept through on those nights'],
    },
    {
      when: ['from1'],
      what: ['Occupational therapist to look at', ['the bathroom', 'the stairs', 'the bed', ['the car seat', 'not from11']]],
      who: ['Occupational therapist', 'Social worker'],
      measure: ['Fitted and in use', ['{name} can do it on {his} own', 'from5']],
    },
    {
      when: ['from1'],
      what: ['Sleep clinic', place, ', and a sleep diary kept', ['by {mum}', 'by both parents']],
      who: ['{mum}', 'Community nurse'],
      measure: ['From three hours to six within eight weeks', 'Two good nights in three, by the diary'],
    },
    {
      what: [
        'One meeting with',
        [
          'everyone who sends forms',
          ['health, school and us', 'from5'],
          ['the school and the transport', 'from5'],
          ['health, nursery and us', 'not from5'],
        ],
        ['so that there is one plan', 'so that {mum} says it once'],
      ],
      who: ['Social worker', ['Special needs coordinator', 'from4']],
      measure: ['One plan, which {mum} has in her hand', ['{name}’s pictures are in it', 'from4']],
    },
    {
      what: [
        ['Portage', 'Play sessions at home', 'A place in the group for families'],
        'to be asked for',
        ['', 'this month', 'with the paediatrician’s letter'],
      ],
      when: ['not from5'],
      who: ['Health visitor', 'Social worker', 'Community nurse'],
      measure: ['Begun within eight weeks', '{mum} has met another family'],
    },
    {
      what: ['Carer’s assessment', ['for {mum}', 'for both parents'], ['', 'with what would help in the holidays']],
      who: ['Social worker', 'Carers’ service'],
      measure: ['Done within six weeks and agreed', 'Four hours a week that are {mum}’s own'],
    },
    {
      when: ['from8'],
      what: ['Club or scheme', ['in the holidays', 'on Saturdays', 'with a worker who signs'], 'for {name}'],
      who: ['Short breaks service', 'Disabled children’s team'],
      measure: ['{name} goes and is glad, by {his} picture card', 'Six times by the next review'],
    },
  ],
  away: [
    {
      what: ['Time to be in agreed with {name}', ['for school nights', 'for weekends', 'for each day'], ', and {mum} to wait up'],
      who: ['{name} and {mum}', '{mum}'],
      measure: ['In on time five nights of seven', 'One missing report or none in the month'],
    },
    {
      what: ['Youth worker to meet {name}', often, ['where {he} is', ['at the boxing club', 'from11'], 'away from the arcade']],
      who: ['Youth worker', 'Adolescents team'],
      measure: ['Eight meetings, and {name} comes without being fetched', 'Risk tool: from high to medium'],
    },
    {
      what: [
        'Return home interview',
        ['after each time', 'by somebody {name} knows', 'within three days'],
        'and what is said brought here',
      ],
      who: ['Interviewing service', 'Social worker'],
      measure: ['Each offered, and two of three held', 'Places and names known to the risk group'],
    },
    {
      what: ['Police to', ['visit the address', 'serve the warning notice', 'trace the number'], ['', 'and report back']],
      who: ['Police', 'Exploitation coordinator'],
      measure: ['Done, and {name} has not been seen there since'],
    },
  ],
  alone: [
    {
      what: ['Solicitor for the asylum claim', ['to be found', 'to be met with an interpreter', 'to be met again']],
      who: ['Social worker', 'Carer'],
      measure: ['Statement made before the date of the interview'],
    },
    {
      what: ['English lessons', often, place],
      who: ['Carer', 'Virtual school'],
      measure: ['From none to entry level 1 by the summer'],
    },
    {
      what: ['Family tracing', ['through the tracing service', 'if {name} wishes it', 'begun with {name}']],
      who: ['Social worker', 'Carer'],
      measure: ['Form sent; {name} knows what can and cannot be found'],
    },
  ],
  behaviour: [
    {
      what: ['{name} to have one adult at school to go to', often],
      who: [['Head of year', 'from11'], 'Learning mentor', ['Class teacher', 'not from11']],
      measure: ['Days out of school: from five a term to one', '{name} has gone to them and not walked out'],
    },
    {
      when: ['from8'],
      what: [[['Boxing club', 'from11'], 'Football', 'Karate'], often, ', paid from the fund'],
      who: ['Youth worker', '{mum} and {name}'],
      measure: ['Goes, and says so gladly', 'No police contact in three months'],
    },
    {
      when: ['from11'],
      what: [
        'Youth offending service to',
        ['see {name}', 'run the prevention programme with {name}', 'arrange that {name} repairs the damage'],
        often,
      ],
      who: ['Youth offending service', '{name}'],
      measure: ['Completed', '{name} has said sorry in {his} own way'],
    },
    {
      what: ['{name}’s father to see {him}', often, ['and to come when he says', ', rain or shine']],
      who: ['{name}’s father'],
      measure: ['Eight Saturdays of ten', '{name} stops waiting at the window'],
    },
  ],
  caring: [
    {
      when: ['from8'],
      what: ['Young carer’s assessment', ['for {name}', 'and the club'], place],
      who: ['Young carers service', 'Social worker'],
      measure: ['Done within six weeks, and {name} was asked first', 'Three hours of {his} own a week'],
    },
    {
      what: [
        'Adult social care to assess {mum}',
        [['so that {name} does not do the washing', 'from8'], 'for help at bedtime', 'for help in the mornings'],
      ],
      who: ['Adult social care', 'Social worker'],
      measure: ['Care in place and kept to for a month', ['Care in place; {name} says what {he} no longer does', 'from8']],
    },
    {
      when: ['from8', 'not from16'],
      what: ['School to know that {name} cares for {mum}', ['and to be easy about homework', 'and to let {him} ring home at lunch']],
      who: ['School', ['Head of year', 'from11']],
      measure: ['No detentions for lateness', '{name} has told two friends'],
    },
  ],
  strain: [
    {
      what: [
        'Housing application',
        ['to be completed', 'to be supported with a letter', 'to be chased'],
        ['', 'with the proofs', 'for medical priority'],
      ],
      who: ['{mum}', 'Housing officer', 'Social worker'],
      measure: ['Banded by the next meeting', 'A place with a door for {name}'],
    },
    {
      what: ['Debts to be gone through', place, ['and the rent put first', 'and a plan agreed']],
      who: ['{mum}', 'Advice worker'],
      measure: ['No notice to quit', 'Ten pounds a week over by the end'],
    },
    {
      what: ['Family meeting', place, ['about who helps when', 'with both sides of the family', 'led by the family group service']],
      who: ['Family group service', 'Family'],
      measure: ['A plan of their own, which three people have kept', ['{name} was heard at it', 'from5']],
    },
    {
      when: ['from8', 'not from16'],
      what: ['{name} to go to the homework club', often],
      who: ['School', '{mum}'],
      measure: ['Work handed in three weeks of four', '{name} has somewhere quiet'],
    },
    {
      when: ['not from5', 'from1'],
      what: ['{name} to go to', ['nursery', 'stay-and-play'], often],
      who: ['{mum}', 'Family support worker'],
      measure: ['There on four days of five', 'Settled by half-term'],
    },
    {
      what: ['Somebody to be with {mum}', ['at bedtime', 'on the worst evenings', 'when the letters come'], often],
      who: ['Family support worker', 'Volunteer of the home visiting scheme'],
      measure: ['{mum} says what is easier', 'Six visits kept'],
    },
  ],
}

const ofEverybody: readonly Task[] = [
  {
    when: ['from4'],
    what: [
      'Social worker to see {name} alone',
      [['at school', 'from5'], 'at home', ['where {he} wishes', 'from8']],
      ['every four weeks', 'before each meeting', 'every other week'],
    ],
    who: ['Social worker'],
    measure: [['{name} can say what the plan is for', 'from8'], '{His} words are in each report'],
  },
  {
    when: ['from5'],
    what: ['{name}’s own three wishes', ['to be asked again', 'to be put on the first page', 'to be read out at the meeting']],
    who: ['Social worker', ['{name}', 'from8'], 'Learning mentor'],
    measure: ['One of the three has come about'],
  },
  {
    what: ['{name}’s father to be', ['found and asked', 'met', 'told of the plan', 'asked what he can do']],
    who: ['Social worker'],
    measure: ['His part is in the plan', 'He has come once'],
  },
  {
    when: ['from5', 'not from16'],
    what: ['School to keep a note of how {name} comes in', ['each morning', 'on Mondays', 'after weekends with {his} father']],
    who: ['School', ['Class teacher', 'not from11'], 'Pastoral manager'],
    measure: ['Note read out at each meeting', 'Four calm mornings in five'],
  },
  {
    when: ['from2', 'not from5'],
    what: ['Nursery to keep a note of', ['how {name} comes in', 'what {name} plays', 'who brings and fetches {name}']],
    who: ['Nursery key worker'],
    measure: ['Note read out at each meeting', 'Four calm mornings in five'],
  },
  {
    when: ['not from1'],
    what: ['Immunisations and the eight-week check', ['to be booked', 'to be caught up'], ['', 'with the health visitor']],
    who: ['{mum}', 'Health visitor'],
    measure: ['In the red book', 'Done by the next meeting'],
  },
  {
    when: ['not from3'],
    what: ['{mum} and {name} to the', ['baby group', 'stay-and-play', 'massage course'], often],
    who: ['{mum}', 'Family support worker'],
    measure: ['Six times by the next meeting', '{mum} has met two other mothers'],
  },
  {
    what: ['Family group conference', ['to be asked for', 'to be held', 'with both sides of the family']],
    who: ['Family group service', 'Social worker'],
    measure: ['A plan of the family’s own', 'Three people have said what they will do'],
  },
]

/** Before the birth a plan is made for it: what the mother does, and who will be there. */
const beforeBirth: readonly Task[] = [
  {
    what: ['{mum} to keep her appointments with the midwife', ['', 'and the scans', 'each fortnight from now']],
    who: ['{mum}', 'Midwife'],
    measure: ['Nine of ten kept', 'The midwife’s note at each meeting'],
  },
  {
    what: ['Plan for the birth', ['to be written with the hospital', 'to be on the ward and with us', 'with who may visit']],
    who: ['Social worker', 'Safeguarding midwife'],
    measure: ['On the ward four weeks before', 'Everybody has the same copy'],
  },
  {
    what: ['Home to be ready:', ['cot, bath and bottles', 'a bed, heating and a stair gate', 'the room cleared and dry']],
    who: ['{mum}', 'Family support worker and {mum}'],
    measure: ['Seen at a visit before the birth'],
  },
  {
    what: ['The baby’s father', ['to be found and asked', 'to be assessed', 'to say what he will do']],
    who: ['Social worker'],
    measure: ['His part is in the plan', 'Checks back from the police'],
  },
  {
    what: ['Parenting assessment', ['to begin', 'of both', 'to report four weeks before the birth']],
    who: ['Social worker', 'Family centre'],
    measure: ['Report with us in time', 'Six sessions kept'],
  },
  {
    what: ['Family meeting', ['about who will be there at night', 'with both grandmothers', 'led by the family group service']],
    who: ['Family group service', 'Family'],
    measure: ['Three people have said what they will do'],
  },
  {
    what: [
      '{mum} to see',
      ['the drug and alcohol midwife', 'the perinatal mental health nurse', 'the domestic abuse worker'],
      ['each week', 'every fortnight', 'as often as it takes'],
    ],
    who: ['{mum}'],
    measure: ['Eight of ten kept', '{mum} says herself what has changed'],
  },
]

/** An action of a plan, in words. */
export interface ActionWords {
  readonly what: string
  readonly who: string | null
  readonly measuredBy: string | null
}

/**
 * One thing that somebody does for this child, with who does it and by what anyone would know that it helped.
 * @param used what the plan asks for already, by the beginnings of its tasks: nothing is asked for twice
 * @returns null where nothing is left to ask for
 */
export function actionOf(living: Living, need: NeedCourse, day: Day, lot: Chance, used: Set<string>): ActionWords | null {
  const given = meant(living, day)
  const facts = factsOn(living, day)
  const free = (task: Task): boolean => suits(task.when ?? [], facts) && !used.has(nameOf(task))
  const forAny = lot.happens(0.22) && !living.child.unaccompanied
  const [first, second] = facts.has('born')
    ? [
        themesOf(living, need)
          .flatMap((theme) => tasksOf[theme])
          .filter(free),
        living.child.unaccompanied ? [] : ofEverybody.filter(free),
      ]
    : [beforeBirth.filter(free), []]
  const from = (forAny && second.length > 0) || first.length === 0 ? second : first
  if (from.length === 0) return null
  const task = lot.pick(from)
  used.add(nameOf(task))
  return {
    what: upper(composedFor(lot, task.what, facts, given)),
    who: upper(composedFor(lot, [task.who], facts, given)) || null,
    measuredBy: upper(composedFor(lot, [task.measure], facts, given)) || null,
  }
}

const nameOf = ({ what: [first] }: Task): string => String(first)

const vagueVerbs = [
  'Continue to',
  'Parents to',
  'Professionals to',
  'All to',
  'Family to',
  'Mother to',
  'To',
  'Need to',
  'Agencies to',
  'Social worker to continue to',
]
/** Of families with pupils, and of all. */
const vagueForPupils = 'ensure good school attendance'
const vagueThings = [
  'engage with services',
  'monitor the situation',
  'work openly with professionals',
  'improve routines and boundaries',
  'ensure that the children’s needs are met',
  'attend all appointments',
  'improve home conditions',
  'keep the children safe',
  'provide support with parenting',
  'support emotional wellbeing',
  'share information',
  'prioritise the needs of the children',
  'address substance misuse',
  'access appropriate support',
  'undertake direct work',
]
const vagueEnds = ['', '', '', 'as appropriate', 'as required', 'where necessary', 'on an ongoing basis', 'and report any concerns']

/** An action that nobody could be held to: no person, no day, nothing to tell by. */
export const vagueAction = (lot: Chance, pupils: boolean): ActionWords => ({
  what: composed(lot, [vagueVerbs, pupils ? [...vagueThings, vagueForPupils] : vagueThings, vagueEnds]),
  who: lot.happens(0.75) ? null : lot.pick(['All', 'Professionals', 'Parents', 'Network', 'Family and agencies']),
  measuredBy: null,
})

const cameOfIt: readonly Suited[] = [
  'Done.',
  'Done. It took two reminders.',
  ['Done, and {name} says that it is better.', 'from4'],
  'Done, and to be kept up.',
  'Done; it made less difference than we hoped.',
  'Done, and it has held so far.',
  'Done, and seen at a visit.',
  'Half of it came about, and that half has held.',
  'In place.',
  ['Done. {Mum} asked for it to go on.', 'not alone'],
  'Done in part; the rest is not needed.',
  'Done, and nobody noticed how much had changed until the meeting.',
  'Done with some coaxing.',
  'Tried, and something better came of it.',
  'Done at the second attempt.',
  'Done, though not as it was first meant.',
]
const cameLate: readonly Suited[] = [
  'Done late, because of a waiting list.',
  'Done after the day; nobody had taken it on.',
  'Late. The worker who was to see to it had left.',
  'Late, and done well.',
  'Done some weeks later than agreed: illness in the family.',
]
const cameMore: readonly Suited[] = [
  '',
  '',
  '',
  ['The health visitor agrees.', 'not from5'],
  'Taken off the plan.',
  'To be looked at again at the next meeting.',
  ['School say the same.', 'from5', 'schools open'],
  ['{name} was told.', 'from8'],
]

/** What came of an action that was done: by what it was to be measured, where that was said. */
export function whatCameOfIt(living: Living, day: Day, lot: Chance, { measuredBy }: ActionWords, late: boolean): string {
  if (!late && measuredBy !== null && lot.happens(0.3) && !measuredBy.startsWith('Feedback') && !measuredBy.startsWith('Reports'))
    return `Done. ${measuredBy}.`
  return upper(composedFor(lot, [late ? cameLate : cameOfIt, cameMore], factsOn(living, day), meant(living, day)))
}

const gaveUp: readonly Suited[] = [
  'No longer needed: things are different at home.',
  'The service has closed its list.',
  ['{mum} would rather do it in her own way, and is doing so.', 'not alone'],
  ['{name} did not want it.', 'from8'],
  'Replaced by what was agreed at the review.',
  'Asked for twice; there is no such service here.',
  'Overtaken by what happened since.',
  'Nobody had time for it, and it is not what is needed now.',
]
const endedWithIt: readonly Suited[] = [
  'The plan has ended.',
  'No longer needed: things are different at home.',
  ['Goes on without a plan, with the school.', 'from5', 'not from16'],
  'Left to the family, who will see to it.',
  'The service has closed its list.',
]
const movedOn: readonly Suited[] = [
  'Another plan has taken its place.',
  'Replaced by what was agreed at the conference.',
  'Taken into the new plan in other words.',
]

/** Why an action was given up: at a review, with the plan, or because another plan came. */
export const whyGivenUp = (living: Living, day: Day, lot: Chance, at: 'review' | 'end' | 'another plan'): string =>
  upper(composedFor(lot, [at === 'review' ? gaveUp : at === 'end' ? endedWithIt : movedOn], factsOn(living, day), meant(living, day)))

const upper = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
