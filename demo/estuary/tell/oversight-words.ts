import type { Chance } from '../chance.ts'
import { composedFor, type Facts, type Suited } from './suited-words.ts'

/** What managers write on a child’s record: a decision, and the reasons for it. */
interface Written {
  readonly decision: string
  readonly reasons: string | null
}

/** On what occasion something is written, as far as it changes the words. */
export type Occasion =
  | 'allocation'
  | 'hand-over'
  | 'assessment'
  | 'protection'
  | 'in need'
  | 'care'
  | 'waiting'
  | 'after care'
  | 'threshold panel'
  | 'after the emergency'
  | 'legal gateway'
  | 'surgery'
  | 'placement panel'
  | 'permanence panel'
  | 'closing'
  | 'closed after care'
  | 'care of the youngest'
  | 'alone'
  | 'allocated alone'

type Parts = readonly (string | readonly Suited[])[]

/** Decision and reasons as managers write them who have read the record. */
export const reasoned = (lot: Chance, occasion: Occasion, facts: Facts, given: Readonly<Record<string, string>>): Written => {
  const [decision, reasons] = words[occasion]
  return { decision: sentences(composedFor(lot, decision, facts, given)), reasons: sentences(composedFor(lot, reasons, facts, given)) }
}

/** Each sentence with a capital. */
const sentences = (text: string): string =>
  text.replaceAll(/(^|[.!?] )([a-z])/g, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`)

/** What stands there where nobody has looked: the manager agrees. */
export const onlyAgreed = (lot: Chance): Written => ({ decision: lot.pick(agreed), reasons: null })

const agreed = [
  'Agreed.',
  'Agree.',
  'Agreed',
  'Agree with plan.',
  'Agree with the plan.',
  'Seen and agreed.',
  'Seen and agreed',
  'Read and agreed.',
  'Agreed as above.',
  'Agree with SW.',
  'Agree with the worker’s plan.',
  'Noted and agreed.',
  'Agreed, thank you.',
  'I agree.',
  'Approved.',
]

/** What is worrying, in half a sentence, by code of need. */
const worries: Readonly<Record<string, readonly Suited[]>> = {
  N1: [
    'the marks on the arms',
    'who {name} is left with at night',
    'what {name} saw between the adults',
    'the dirty and cold bedroom',
    'the missed medical appointments',
    'the uncle who has moved in',
    'the drinking at weekends',
    'the shouting that neighbours hear',
    'how thin {name} has become',
    'the explanations that keep changing',
    ['the days without breakfast', 'from5'],
    ['the nappies that are not changed', 'not from2'],
    ['the dog in the cot', 'not from2'],
    ['the hours alone in the evening', 'from8'],
    'the men who come and go',
    'the smell and the broken window',
  ],
  N2: [
    'the short breaks that stopped',
    'who lifts {name} when {mother} is ill',
    'the equipment that has not come',
    'how {name} tells what hurts',
    'nights without sleep',
    ['how {name} is lifted and fed', 'not from5'],
    ['the taxi that does not come', 'from5'],
    'that everything hangs on one person',
  ],
  N3: [
    '{mother}’s illness',
    'how often {mother} is in hospital',
    'who gets up with {name} in the morning',
    ['all that {name} does in the house', 'from8'],
    'the days on which nobody opens the door',
    ['the lessons missed on bad days', 'from5'],
    'medicines within reach',
  ],
  N4: [
    'the notice from the landlord',
    'the months since the separation',
    'how tired the adults are',
    'three moves in a year',
    'the stepfather who has left again',
    'the debts and the empty cupboards',
    'the grandfather’s death',
  ],
  N5: [
    'the fights between the parents',
    'the arrest in the kitchen',
    'what the arguments do to {name}',
    'who decides anything at home',
    'the new partner',
    'the doors that are kicked in',
  ],
  N6: [
    'the nights out',
    'who the older friends are',
    'the phone with two cards',
    'the days missed at {school}',
    'the knife found in the bag',
    'the new clothes nobody bought',
  ],
  N7: [
    'no money of their own to live on',
    'one room for four people',
    'food from the pantry only',
    'rent three months behind',
    'what happens when the visa ends',
  ],
  N8: [
    'what {he} left behind',
    'what the journey did to {him}',
    'the uncle whose number does not answer',
    'how alone {he} is',
    'nightmares and headaches',
  ],
}
const others: readonly Suited[] = [
  'what is behind the referral',
  'how the family sees it',
  'who really looks after {name}',
  ['why they moved so often', 'moved home'],
  'who else comes to the house',
  'what the neighbours said',
]
const beforeBirth: readonly Suited[] = [
  'the missed scans',
  ['what happened to the older children', 'siblings'],
  'the drinking in the first months',
  'the flat without heating',
  'the father of the baby',
  'who will be there after the birth',
  'the blood test',
]

const reviewWhen = [
  'I shall look at it again on {back}.',
  'Back to me by {back}.',
  'To be looked at in supervision before {back}.',
  'If nothing has changed by {back} we meet again.',
  'Tell me by {back} what came of it.',
  '',
  '',
]
const since: readonly Suited[] = [
  'I have read the chronology.',
  'I have read the last visits.',
  ['I have read what there is and spoken with {worker}.', 'not managed'],
  ['The case notes and what {worker} says agree.', 'not managed'],
  ['The history matters here.', 'known before'],
  ['I spoke with {worker} this morning.', 'not managed'],
  ['I hold this myself until somebody can take it.', 'managed'],
  ['{worker} and I went through the file together.', 'not managed'],
  '',
  '',
]
const ofChild: Readonly<Record<Age, readonly Suited[]>> = {
  unborn: [
    'The baby is due and nothing is ready at home.',
    '{mother} has kept every midwife appointment so far.',
    'The midwife sees what we see.',
    'We know little about the father of this baby.',
    ['What happened with the older children must be part of it.', 'siblings'],
    'Before the birth is the time to decide.',
  ],
  young: [
    ['{name} goes to anybody, which I do not like.', 'from1'],
    ['{name} lights up when {mother} comes in.', 'not with adopters'],
    ['{name} has gained weight.', 'not from2'],
    '{name} cannot tell us, so we have to watch.',
    'What a day is like for {name} I still cannot picture.',
    ['{name} is behind with words and walking.', 'from1'],
    ['{name} sleeps and eats well in that house.', 'in care'],
    ['Nobody has described how {name} is held and fed.', 'not from2'],
    ['{name} is quieter than a child of that age should be.', 'from1'],
    ['{name} has words for everything now.', 'from2'],
    ['The feeds are written down and they add up.', 'not from1'],
    ['{name} plays for longer than {he} did.', 'from2'],
    ['{name} startles when a door goes.', 'not from3'],
    ['{name} clings and cannot be put down.', 'from1'],
    ['The health visitor has {name} on the line again.', 'not from3'],
  ],
  older: [
    '{name} has said more to {school} than to us.',
    'What {name} thinks is not written anywhere yet.',
    'Nobody has asked {name} what would help.',
    '{name} is quieter than a child of that age should be.',
    ['{name} trusts {worker}, and that is worth keeping.', 'not managed'],
    '{name}’s own words are in the file and must stay in the plan.',
    'What a day is like for {name} I still cannot picture.',
    '{name} has a good word for {school}.',
    ['{name} asked {worker} not to tell, and {he} had to be told why we must.', 'not managed'],
    ['{name} draws better than {he} talks; use that.', 'not from14'],
    ['{name} wants to be told things first and not last.', 'from11'],
    ['{name} laughs again, says {school}.', 'from5'],
    '{name} has asked when we come next.',
    ['{name} looks after everybody but {himself}.', 'from8'],
    ['{name} says fine to every question.', 'from8'],
    ['{name} sleeps badly and says so.', 'from5'],
    ['{name} did not want to be seen at school.', 'from11', 'not from16'],
    ['{name} has made a friend, the first for a long time.', 'from5'],
  ],
}
const worryReasons: readonly Suited[] = [
  'What worries me is {worry}.',
  'We do not know enough about {worry}.',
  'What has not changed: {worry}.',
  '{mother} sees {worry} otherwise than we do.',
  'This turns on {worry}.',
  ['{worker} is right about {worry}.', 'not managed'],
  'There is more to be known about {worry}.',
  'Less is said now about {worry}, and I do not know why.',
  'I am less sure than I was about {worry}.',
]
const strengthsSeen: readonly Suited[] = [
  'The grandparents are near and willing.',
  '{mother} has come to every meeting.',
  ['Attendance at {school} is up.', 'from5'],
  'An aunt helps on Fridays.',
  'The neighbours look out for them.',
  'There was a meal on the table at the last visit.',
  ['The older ones help without being asked.', 'siblings'],
  'The father has begun to answer.',
  'There is warmth between {name} and {mother}.',
  ['The family has used help well before.', 'known before'],
  '',
  '',
]
const steps: Readonly<Record<Age, readonly Suited[]>> = {
  unborn: [
    'Visit {mother} at home by {by}: {see}.',
    'Meet the midwife and {mother} together by {by}.',
    'Plan for the birth to be written with the hospital by {by}.',
    'Find out by {by} who the father is and what he wants.',
    'Family group conference to be asked for by {by}.',
    ['Read the older children’s files by {by} and bring me one page.', 'siblings'],
    'Ask the midwife for the bookings and scans kept, by {by}.',
    'Meeting before the birth to be called by {by}.',
  ],
  young: [
    'See {name} by {by}: {see}.',
    'On the next visit, by {by}, {see}.',
    'Ask the health visitor for the growth chart by {by}.',
    'Speak to the father by {by}; a letter alone is not enough.',
    'Home visit unannounced before {by}, at a meal.',
    'Family group conference to be asked for by {by}.',
    'Write to the GP and the health visitor, answers by {by}.',
    ['Ask {school} by {by} how {name} comes in the morning.', 'from2'],
    'Draw the family tree with {mother} by {by}: who could step in.',
    'Explain to {mother} in plain words what must be different, and write it down by {by}.',
    'Check with the police what came of the last call, by {by}.',
    ['Safe sleep: look again by {by}.', 'not from1'],
    ['Stair gate and fireguard: look again by {by}.', 'from1'],
    ['Two-year check: ask for the result by {by}.', 'from2'],
  ],
  older: [
    'See {name} by {by}: {see}.',
    'On the next visit, by {by}, {see}.',
    ['Ask {school} for attendance and what they see on Mondays, by {by}.', 'schools open'],
    ['Find out by {by} what {name} does all day in the holidays.', 'not schools open'],
    'Speak to the father by {by}; a letter alone is not enough.',
    'Home visit unannounced before {by}.',
    'Family group conference to be asked for by {by}.',
    'Write to the GP, answer by {by}.',
    ['Joint visit with the school nurse by {by}.', 'schools open'],
    'Call the network together by {by}, without the family first.',
    'Write down by {by} in half a page what a week is like for {name}.',
    'Draw the family tree with {mother} by {by}: who could step in.',
    'Explain to {mother} in plain words what must be different, and write it down by {by}.',
    'Check with the police what came of the last call, by {by}.',
    ['Offer {name} an advocate by {by}.', 'from8'],
  ],
}

const looks: Readonly<Record<Age, readonly Suited[]>> = {
  unborn: [
    'look where the baby will sleep',
    'ask who will be at the birth',
    'ask what {mother} is afraid of',
    ['ask what went wrong the last time', 'siblings'],
    'ask who is a help and who is not',
  ],
  young: [
    ['watch {name} at play', 'from1'],
    'look where {name} sleeps',
    ['see {name} fed and changed', 'not from2'],
    ['stay for a meal', 'from1'],
    'see {name} with each parent',
    ['see {name} undressed for the bath', 'not from2'],
    ['look into the fridge and the cot', 'not from2'],
    ['look into the fridge', 'from2'],
  ],
  older: [
    ['see {name} alone and ask about school and sleep', 'from5', 'not from16'],
    ['see {name} alone and ask about college and sleep', 'from16'],
    'see the bedroom',
    'ask {name} what a good day is',
    'ask {name} who {he} tells when something is wrong',
    'ask about {worry}, with {mother} out of the room',
    ['walk somewhere with {name} and let {him} talk', 'from8'],
    ['do the three houses with {name}', 'not from14'],
    ['take the bears and the feelings cards', 'not from8'],
    ['ask {name} to show you the phone only if {he} wants to', 'from11'],
    'ask {name} what must not change',
  ],
}

export type Age = 'unborn' | 'young' | 'older'

/**
 * What the sentences are about: names, and what is said of a child of that age in that trouble.
 * @param given name, he, him, his, mother, school, worker; by and back: days ahead, in words
 */
export function subjectOf(
  lot: Chance,
  age: Age,
  need: string,
  facts: Facts,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const worry = composedFor(
    lot,
    [age === 'unborn' ? beforeBirth : (worries[age === 'young' && need === 'N6' ? 'N1' : need] ?? others)],
    facts,
    given,
  )
  const more = { ...given, worry }
  const see = composedFor(lot, [looks[age]], facts, more)
  return {
    ...more,
    child: composedFor(lot, [ofChild[age]], facts, more),
    see,
    step: composedFor(lot, [steps[age]], facts, { ...more, see }),
  }
}

const words: Readonly<Record<Occasion, readonly [decision: Parts, reasons: Parts]>> = {
  allocation: [
    [
      [
        'Allocated to {worker}.',
        'To {worker} for assessment and help.',
        '{worker} takes this on.',
        'Case to {worker} from today.',
        ['I have given this to {worker}, who knows the family’s street.', 'not managed'],
      ],
      [
        'First visit by {by}: {see}.',
        'Be there by {by}, and {see}.',
        'Visit by {by}; start with {worry}.',
        'Ring {mother} today and go by {by}.',
        ['Read the old file first, then visit by {by}.', 'known before'],
        'See {name} by {by} and tell me the same day what you found.',
      ],
      [
        ['Speak to {school} before you go.', 'from3', 'schools open'],
        ['Take the health visitor along if you can.', 'not from5'],
        'Find the father’s address.',
        'Ask who else lives there.',
        ['An interpreter is to be booked, not a cousin.', 'interpreter'],
        ['Brothers and sisters are to be seen too.', 'siblings'],
        'Two of you for the first visit.',
        ['Check the history of moves.', 'moved home'],
        'Ask what the family calls the problem.',
        '',
      ],
    ],
    [
      worryReasons,
      since,
      [
        ['{worker} has room for this.', 'not managed'],
        'It needs somebody with time.',
        ['{worker} has worked with the family before.', 'known before', 'not managed'],
        ['The family asked for somebody who would stay.', 'known before'],
        'It should not wait for the new post.',
        ['Nobody else is free this week.', 'managed'],
        '',
      ],
    ],
  ],
  'hand-over': [
    [
      ['{worker} takes over.', 'From today with {worker}.', 'Hand-over to {worker} agreed with both.', 'New worker: {worker}.'],
      [
        ['Joint visit by {by} so that {name} hears it from both.', 'from4'],
        ['Joint visit by {by}, so that the adults hear it from both.', 'not from4'],
        ['Meet {name} by {by} and say why the worker changes.', 'from4'],
        'Read the last plan and the last three reviews before the visit by {by}.',
        'Visit by {by}; dates in the diary stay as they are.',
      ],
      [
        ['The contact plan does not change.', 'in care'],
        'Open actions: ask me for the list.',
        'The next review is not to be moved.',
        ['Tell {school} and the carers today.', 'in care'],
        ['Tell {school} and the family today.', 'not in care', 'from5'],
        '{name} has had enough new faces; be patient.',
        '',
      ],
    ],
    [
      [
        'The last worker has left.',
        'Caseloads had to be evened out.',
        'A change within the team.',
        ['This is not the family’s wish and we should say so.', 'not alone'],
        'The hand-over note is good.',
        'There is no hand-over note; see me.',
      ],
      '{child}',
      worryReasons,
    ],
  ],
  assessment: [
    [
      '{step}',
      [
        'Go on with the assessment.',
        'The assessment needs the father’s side before it ends.',
        'Aim to finish by {by}.',
        'No more visits are needed to decide; write it up by {by}.',
        'Half way: the history is there, the analysis is not.',
        ['Hold a meeting with health and {school} before {by}.', 'from3'],
        'Hold a meeting with health before {by}.',
        'Consider a strategy discussion if there is more about {worry}.',
      ],
      reviewWhen,
    ],
    [since, worryReasons, '{child}', strengthsSeen],
  ],
  protection: [
    [
      '{step}',
      [
        'The plan stays in force.',
        'The core group is to test {worry} and not only note it.',
        'Bring the review forward if {name} is not seen weekly.',
        'Legal advice if the written agreement is broken.',
        'Ask each of the core group what they have seen themselves.',
        'Prepare for the review: what has changed, what has not.',
        'The contingency is to be written into the plan.',
        'Step down only when three months have gone well.',
        'Written agreement to be renewed in words the family uses.',
      ],
      reviewWhen,
    ],
    [
      worryReasons,
      '{child}',
      [
        'Visits have been regular.',
        'The core group met and the father was there.',
        'Two visits were announced; the next should not be.',
        'Change is real but young.',
        'Change is said more than seen.',
        ['We have been here before.', 'known before'],
        'The plan has run for long enough to know.',
      ],
      strengthsSeen,
    ],
  ],
  'in need': [
    [
      '{step}',
      [
        'Continue the plan until the next review.',
        'Step down to early help if the next review agrees.',
        'Move to a conference if nothing changes about {worry}.',
        'Help with money and beds now, not after the review.',
        'Parenting course: check who went, and to how much of it.',
        'Make the plan shorter: three things.',
        ['Ask the lead professional at {school} to hold the next meeting.', 'from3'],
        'The network can hold the next meeting without us.',
      ],
      reviewWhen,
    ],
    [
      worryReasons,
      '{child}',
      strengthsSeen,
      [
        'The plan has drifted since the last meeting.',
        'This has gone on for some months and I want to see an end.',
        'The family finds the plan useful.',
        'It is the right level of help.',
        'Progress is small and steady.',
        '',
      ],
    ],
  ],
  care: [
    [
      [
        'Visit {name} by {by}: {see}.',
        ['Ask the carers what they may decide, and write it down by {by}.', 'with carers', 'not settled'],
        ['Time with brothers and sisters to be in the diary by {by}.', 'siblings', 'not with adopters'],
        ['Ask {school} for the last report before {by}.', 'from5'],
        ['Life story work to begin by {by}.', 'not long in care'],
        ['Life story book: where is it, and who has it? By {by}.', 'long in care', 'not from16'],
        ['Health assessment: date and place to me by {by}.', 'new in care'],
        ['Dentist and optician: dates to be in the carers’ diary by {by}.', 'with carers'],
        ['Passport and savings account: who is doing what, by {by}.', 'not new in care'],
        ['Visit {mother} by {by} about contact.', 'not with adopters'],
        ['Ask {name} by {by} who should come to the review.', 'from8'],
        ['Talk with the supervising social worker about respite by {by}.', 'with carers', 'not with adopters'],
        ['Independent visitor to be offered by {by}.', 'from8', 'far'],
        ['Key worker and I to meet by {by} about the nights.', 'in a home'],
        ['Ask the home for its own record of incidents by {by}.', 'in a home'],
        ['Inspect the room and the kitchen by {by}, unannounced.', 'in lodgings'],
        ['Visit {name} inside by {by} and ask about the day of release.', 'locked up'],
        ['Support for the adopters: who comes when, by {by}.', 'with adopters'],
        ['See {name} and {mother} together at home by {by}.', 'with parents'],
        ['Relatives named so far: who has been asked, by {by}.', 'court'],
        ['Statement to the solicitor by {by}.', 'court'],
        ['Ask {name} by {by} what works in this home and what does not.', 'settled', 'from8'],
        ['Club, music or sport: something of {his} own by {by}.', 'from5', 'not new in care'],
        ['Pathway plan: first draft with {name} by {by}.', 'from16'],
        ['Staying put: ask {name} and the carers by {by}.', 'from16', 'with carers', 'not from18'],
      ],
      [
        ['The placement holds.', 'not with parents'],
        ['The placement is fragile; a meeting of carers and {school} by {by}.', 'with carers', 'not settled', 'from5'],
        ['This is the third place in two years; not a fourth.', 'moved often'],
        ['The permanence plan is to be clear by the next review.', 'not ordered', 'not with adopters'],
        ['Contact stays as it is until the review.', 'not with adopters'],
        'No move without my word.',
        'Care plan to be updated after the review.',
        ['The report for the review goes to {name} five days before.', 'from8'],
        ['Consider return home only with a full assessment.', 'not long in care', 'not to be adopted'],
        ['Long-term matching to panel.', 'settled', 'long in care', 'with carers', 'not with relatives', 'not to be adopted'],
        ['Independence at {his} pace and not the calendar’s.', 'from16'],
        ['Discharge of the order to be thought of.', 'with parents', 'ordered'],
        '',
        '',
      ],
      reviewWhen,
    ],
    [
      '{child}',
      [
        ['{name} has settled.', 'settled'],
        ['{name} is still arriving.', 'new in care'],
        ['{name} has moved too often.', 'moved often'],
        ['The carers do more than they need to.', 'with carers'],
        ['Contact upsets {name} and matters to {him}.', 'not with adopters', 'not with parents'],
        ['The distance is the difficulty.', 'far'],
        ['School is the steady thing.', 'from5', 'not from16'],
        ['College is the steady thing.', 'from16'],
        ['The court has not decided yet.', 'court'],
        ['Everybody waits for somebody else here.', 'not ordered'],
        ['{name} asks when it will be decided.', 'court', 'from5'],
        ['The staff know {him} by now.', 'in a home', 'settled'],
        ['{name} belongs there, and says so.', 'settled', 'with carers', 'from5'],
        ['Nothing is urgent, and that is when things are forgotten.', 'long in care', 'settled'],
        ['The carers are tired and do not say it.', 'with carers', 'not with adopters'],
        ['{mother} is doing what the plan asks.', 'with parents'],
        ['{name} is alone too much.', 'in lodgings'],
        ['{name} counts the days.', 'locked up'],
        ['They are becoming a family, with tears.', 'with adopters'],
        ['{name} has been heard, and it changed the plan.', 'from8'],
        '',
      ],
      since,
    ],
  ],
  'care of the youngest': [
    [
      [
        'See {name} with the carers by {by}: {see}.',
        'Ask the carers what they may decide, and write it down by {by}.',
        ['Observe contact by {by} and write what {name} did, not what the adults did.', 'not with adopters'],
        ['Life story box to be begun by {by}: photographs, first shoes, who visited.', 'not long in care'],
        ['Health assessment: date and place to me by {by}.', 'new in care'],
        ['Birth certificate by {by}.', 'not long in care'],
        ['Ask the foster carer for the log of sleep and feeding by {by}.', 'not from2', 'with carers', 'not with adopters'],
        ['Time with brothers and sisters to be in the diary by {by}.', 'siblings', 'not with adopters'],
        ['Support for the adopters: who comes when, by {by}.', 'with adopters'],
        ['Later life letter: who writes it, by {by}.', 'to be adopted'],
        ['Nursery place or stay-and-play: what {name} would like, by {by}.', 'from1'],
        ['Developmental check: ask the nurse by {by}.', 'from1'],
        ['Relatives named so far: who has been asked, by {by}.', 'court'],
      ],
      [
        'The placement holds.',
        ['Early permanence to be thought of now.', 'not to be adopted', 'not long in care'],
        ['The permanence plan is to be clear by the next review.', 'not to be adopted', 'not ordered'],
        ['Contact stays as it is until the review.', 'not with adopters'],
        ['Relatives’ assessments to be in before the court asks.', 'court'],
        'Care plan to be updated after the review.',
        ['No move without my word.', 'not to be adopted'],
        ['Family finding goes on every week.', 'to be adopted', 'not with adopters'],
        ['Introductions to go at {name}’s pace.', 'to be adopted', 'not with adopters'],
        '',
      ],
      reviewWhen,
    ],
    [
      '{child}',
      [
        ['{name} has settled.', 'settled'],
        'Every month counts at that age.',
        ['Contact five times a week wears {name} out.', 'court', 'not from2'],
        ['The court has not decided yet.', 'court'],
        ['Everybody waits for somebody else here.', 'not ordered'],
        ['The carers know every sound {name} makes.', 'with carers', 'not with adopters'],
        ['{name} looks for them when {he} wakes.', 'with adopters'],
        ['Another move must be the last.', 'moved often'],
        ['{name} has known no other home.', 'settled', 'with carers', 'not from2'],
        '',
      ],
      since,
    ],
  ],
  waiting: [
    [
      '{step}',
      [
        'Keep open for now.',
        'Decide by {by} whether anything is left for us to do.',
        'Close after the next visit if there is nothing new about {worry}.',
        ['Await the other local authority’s answer until {by}.', 'moved home'],
        'Ask once more by {by} what the family wants of us.',
      ],
      reviewWhen,
    ],
    [worryReasons, '{child}', strengthsSeen],
  ],
  'after care': [
    [
      [
        'See {name} by {by}, at home.',
        'Ask {name} by {by} how the money lasts.',
        'Pathway plan to be written with {name}, not for {him}, by {by}.',
        'Tenancy: visit with the housing officer by {by}.',
        'College or work: what is new, by {by}.',
        'Ask {name} by {by} who {his} people are.',
        'Birthday: say something by {by}.',
        'Bank, benefits, bursary: one list by {by}.',
        'Apprenticeship: ring the college by {by}.',
        'GP and dentist near the new flat by {by}.',
        'Go through the rights and entitlements again by {by}.',
      ],
      [
        'Keep in touch by text; it works.',
        'Offer breakfast at the drop-in.',
        'Rent arrears: speak before the letter comes.',
        'Say in the plan who is still a support.',
        'Plan for the next holidays, when everything is shut.',
        'Review of the plan is not to slip.',
        'Ask who {name} would ring at night.',
        '',
      ],
      reviewWhen,
    ],
    [
      [
        '{name} manages better than {he} says.',
        '{name} has not answered for three weeks.',
        'Work has made the difference.',
        '{name} is lonely.',
        'The flat is good and far from everybody.',
        'The course ends and nothing follows it.',
        '{name} asked for help early this time.',
        '{name} has debts {he} does not speak of.',
        '{name} has somebody who rings back.',
        '{name} wants to be left alone, and still should be asked.',
      ],
      [
        ['{worker} has kept contact through a bad time.', 'not managed'],
        'The last three calls were about forms and not about {him}.',
        'The last plan was too long to be read.',
        'Nothing in the plan says what happens at the weekend.',
        '',
      ],
    ],
  ],
  'threshold panel': [
    [
      [
        'Panel agrees that {name} comes into care.',
        'Threshold for care is met.',
        'Accommodation agreed.',
        'Panel supports the plan for {name} to be looked after.',
      ],
      [
        ['Foster family near {school}.', 'from5'],
        'Relatives to be assessed at the same time.',
        'Return home to be tried within six months.',
        'Legal advice by {by}.',
        ['With brothers and sisters if any way can be found.', 'siblings'],
        'Placement search from today.',
      ],
      ['Placement plan meeting by {by}.', 'Back to panel on {back}.', 'Health consent to be signed before the move.', ''],
    ],
    [
      worryReasons,
      [
        'Help at the edge of care was tried for months.',
        'Family members were asked and cannot.',
        'The conference had no answer left.',
        'Nobody else can keep {him} safe.',
        'The alternatives were weighed one by one.',
      ],
      '{child}',
    ],
  ],
  'after the emergency': [
    [
      [
        'Panel reviewed the move after the event.',
        'The emergency placement was looked at today.',
        'Panel confirms the placement of {name}.',
        'Panel would have agreed.',
      ],
      [
        'Matching form to be completed by {by}.',
        'Look for a placement nearer home by {by}.',
        'Relatives to be asked by {by}.',
        'Legal position to be clear by {by}.',
        '{name} can stay if the carers agree.',
        ['School place to be kept.', 'from5'],
      ],
      ['Ask what would have prevented it.', 'Learning: the plan had no contingency.', 'Back on {back}.', ''],
    ],
    [
      worryReasons,
      [
        'There was no time to ask beforehand.',
        'The police had no other place.',
        'It was a Friday evening.',
        'Signs were there for weeks.',
        ['The plan in need had drifted.', 'known before'],
      ],
      '{child}',
    ],
  ],
  'legal gateway': [
    [
      [
        ['Letter before proceedings to be sent.', 'not at once'],
        ['Threshold is met; begin pre-proceedings.', 'not at once'],
        ['Panel agrees to issue if the letter changes nothing.', 'not at once'],
        ['Pre-proceedings for twelve weeks.', 'not at once'],
        ['Issue at once.', 'at once'],
        ['Threshold is met and it cannot wait: application today.', 'at once'],
        ['Panel agrees to go to court without a letter first.', 'at once'],
      ],
      [
        ['First meeting by {by}, solicitor present.', 'not at once'],
        ['Statement and chronology to the solicitor today.', 'at once'],
        ['The parents’ solicitor to be told before noon.', 'at once'],
        'Viability of the grandmother and the aunt by {by}.',
        ['Letter in plain words by {by}.', 'not at once'],
        ['Hair strand tests to be agreed at the meeting.', 'not at once'],
        'Parenting assessment to begin by {by}.',
        'Family group conference before {by}.',
      ],
      ['Track weekly.', 'Parallel plan from now.', ''],
    ],
    [
      worryReasons,
      [
        ['The plan has been tried and has not kept {name} safe.', 'not at once'],
        ['The same harm as before.', 'known before'],
        ['There is no safe place at home tonight.', 'at once'],
        'The delay hurts {name} more than the decision.',
        ['The parents should hear it now and have a chance.', 'not at once'],
      ],
      since,
    ],
  ],
  surgery: [
    [
      [
        'Nine months and more on a plan.',
        'Surgery looked at why the plan goes on.',
        'Plan reviewed with the service manager.',
        'Plan of long standing reviewed.',
      ],
      [
        'Legal planning meeting by {by} unless we need not worry about {worry} any more.',
        'Step down at the next review if the chair agrees.',
        'Three things must be different by {by}; {worker} writes them to the family.',
        'Change of approach: work with the father first.',
        'Graded care profile again by {by} and compare.',
      ],
      reviewWhen,
    ],
    [
      worryReasons,
      '{child}',
      [
        'Change comes and goes.',
        'The plan has become a habit.',
        'The parents say what we want to hear.',
        'There is real change since the last core group.',
        'The core group is tired.',
      ],
    ],
  ],
  'placement panel': [
    [
      [
        'Placement outside Estuary agreed.',
        'Panel agrees the placement for {name}.',
        'Agreed for twelve weeks.',
        'Placement agreed, with regret about the distance.',
      ],
      [
        ['School place to be secured first.', 'from5', 'not from16'],
        'Tell the other local authority and its nurse by {by}.',
        'Search for somewhere nearer goes on.',
        'Visits every four weeks whatever the distance.',
        ['Independent visitor to be offered.', 'from8'],
        'Cost to be looked at again on {back}.',
      ],
      ['Back to panel on {back}.', ''],
    ],
    [
      [
        'No carers of our own with a free bed.',
        'The match is good: they know trauma.',
        ['{name} must be away from those who harm {him}.', 'from11'],
        ['It keeps brothers and sisters together.', 'siblings'],
        ['{name} has family there.', 'not alone'],
        ['Others there speak {his} language.', 'alone'],
        'Choice was one of one.',
      ],
      '{child}',
    ],
  ],
  'permanence panel': [
    [
      [
        ['Long-term fostering where {name} is.', 'from5', 'with carers', 'not to be adopted'],
        ['Plan: return home if the work with {mother} holds.', 'not to be adopted'],
        ['Special guardianship with the grandmother to be assessed.', 'not from14', 'not to be adopted'],
        ['Parallel plan: adoption and a relative.', 'not from5', 'not to be adopted'],
        ['Permanence with the present carers, to be matched.', 'from5', 'with carers', 'not to be adopted'],
        ['Independence, with staying put.', 'from16'],
        ['Adoption: family finding goes on.', 'to be adopted', 'not with adopters'],
        ['Adoption: the match holds.', 'with adopters'],
        ['The home for as long as {he} needs it, and a family sought beside it.', 'in a home'],
      ],
      [
        'Match at panel by {by}.',
        ['Sibling assessment by {by}.', 'siblings'],
        'Life story work begins now.',
        'Family finding from {by}.',
        ['Wishes of {name} in writing by {by}.', 'from5'],
        'Report to the next review by {by}.',
      ],
      ['Decision to the next review.', ''],
    ],
    [
      '{child}',
      [
        '{name} has waited long enough.',
        ['The carers have asked to keep {him}.', 'with carers', 'not with adopters'],
        'Relatives were looked at and ruled out.',
        ['The court needs one plan.', 'court'],
        'Drift since the last review.',
      ],
    ],
  ],
  closing: [
    [
      [
        'Close.',
        'Case to be closed.',
        'Agreed to close after the last visit.',
        'I agree to close, for these reasons.',
        'Closure agreed at the meeting.',
      ],
      [
        'Letter to the family by {by} that says who helps now.',
        ['{school} keeps an eye on it.', 'from3'],
        ['Health visitor goes on visiting.', 'not from5'],
        'Early help knows and has a name.',
        'Tell the referrer.',
        'Closing summary by {by}.',
        ['Thank {name} for the drawings and give them back.', 'from4', 'not from11'],
        ['Say goodbye to {name} in person.', 'from5'],
      ],
      ['Come back to us at once about {worry}.', 'No further action for us.', ''],
    ],
    [
      [
        'The reason for the referral is resolved.',
        'What we came for is done.',
        '{mother} asks for help early now.',
        'The risk is lower and others see the child weekly.',
        ['The family declined, and the threshold for more is not met.', 'no plan'],
        ['Three months without a worry.', 'not no plan'],
        ['The plan has done what it was for.', 'not no plan'],
      ],
      strengthsSeen,
      '{child}',
    ],
  ],
  'closed after care': [
    [
      ['Close.', 'Case to be closed.', 'Closed as {name} leaves care.', 'I agree to close.'],
      [
        ['The order is with us and on the file.', 'to be adopted'],
        ['Adoption support goes on; the plan says from whom.', 'to be adopted'],
        ['Life story book and letter to be handed over by {by}.', 'to be adopted'],
        ['Support plan of the guardians stands.', 'not to be adopted', 'not from16'],
        ['{name} and the family know whom to ring.', 'not to be adopted', 'not from18'],
        ['The adviser has it from here.', 'from16'],
        'Closing summary by {by}.',
        'Thank the carers in writing.',
      ],
      ['No further action for us.', '', ''],
    ],
    [
      [
        ['{name} has a family for good.', 'not from14'],
        ['What care was to do is done.', 'not from18'],
        ['{name} is of age, and that is not the end of it.', 'from18'],
        ['{name} has asked to go, and it is the right time.', 'from14', 'not from18'],
        'It was decided with everybody at the table.',
      ],
      ['', '', '{worker} has seen it through.', 'Too many people on the way, and a good end.'],
    ],
  ],
  'allocated alone': [
    [
      ['Allocated to {worker}.', '{worker} takes this on today.', 'To {worker}, who has worked with young people from there.'],
      [
        'Visit by {by} with an interpreter of {his} own choosing.',
        'Be there by {by}; book the interpreter first.',
        'See {name} by {by} and explain who everybody is.',
      ],
      [
        'Health first: sleep, teeth, headaches.',
        'Solicitor by {by}.',
        'Ask about the journey only as far as {he} wants.',
        'School or college place from this week.',
        'Ask whom {he} wants us to ring.',
        '',
      ],
    ],
    [
      [
        '{name} has nobody here.',
        '{name} has slept in three places since {he} came.',
        '{name} understands less than {he} nods.',
        '{name} has an uncle somewhere in England.',
      ],
      ['It cannot wait for the next duty day.', '{worker} speaks the language a little.', 'The Home Office has a date for {him}.', ''],
    ],
  ],
  alone: [
    [
      [
        ['See {name} by {by} with an interpreter.', 'not long in care'],
        'Solicitor’s letter to be answered by {by}.',
        'Ask {name} by {by} about {worry}.',
        ['Tracing of family: offer it by {by}.', 'not long in care'],
        ['Tracing of family: ask {name} by {by} whether {he} has changed {his} mind.', 'long in care'],
        ['English classes five days a week from {by}.', 'new in care'],
        ['Which English class {name} is in now, by {by}.', 'not new in care'],
        ['Home Office card: ask again by {by}.', 'not long in care'],
        'Doctor by {by} about the sleep.',
        ['Find the place of prayer {he} would like to go to, by {by}.', 'not long in care'],
        ['Talk with the carers about food and prayer by {by}.', 'with carers', 'not settled'],
        ['Age assessment to be finished by {by}.', 'new in care'],
        ['Bank account by {by}.', 'from16', 'not long in care'],
        ['Ask {name} by {by} what a good day is.', 'not new in care'],
        ['Look at the room and the kitchen by {by}.', 'in lodgings'],
        ['Budget for a week, with {name}, by {by}.', 'in lodgings'],
        ['Dentist and glasses: dates by {by}.', 'not new in care'],
        ['Ask {school} how {name} is getting on, by {by}.', 'not new in care'],
        ['Football, cricket or the gym: pay for it by {by}.', 'not new in care'],
        ['Ask {name} by {by} who {his} friends are.', 'long in care'],
        ['Pathway plan with {name} by {by}.', 'from16', 'not new in care'],
        ['Staying put: ask {name} and the carers by {by}.', 'from16', 'with carers', 'long in care'],
        ['Travel document: who applies, by {by}.', 'long in care'],
        ['Explain to {name} by {by} what happens on the birthday.', 'from16', 'long in care'],
      ],
      [
        'The placement is right for now.',
        ['Somewhere with others who speak the language would be better.', 'not settled'],
        ['Plan for what happens if the claim fails, and for what happens if it does not.', 'from16'],
        ['The pathway plan has to say both.', 'from16'],
        ['Keep the same interpreter.', 'not long in care'],
        ['No move without my word.', 'settled'],
        ['Move on only when {he} can cook and shop.', 'from16', 'with carers'],
        ['The report for the review is to be read to {name} in {his} language.', 'not long in care'],
        '',
        '',
      ],
      reviewWhen,
    ],
    [
      [
        ['{name} is polite and tells us nothing.', 'not long in care'],
        ['{name} has begun to laugh.', 'not new in care'],
        '{name} lies awake.',
        ['{name} sends money {he} does not have.', 'from16'],
        ['{name} wants to work, and may not.', 'from16'],
        '{name} has a friend from the journey in another town.',
        'We know little about {worry}.',
        ['{name} speaks English to us now and dreams in another language.', 'long in care'],
        ['{name} has heard from home, and it was not good news.', 'not new in care'],
        ['{name} helps the younger ones who came after {him}.', 'long in care'],
        ['{name} is afraid of the birthday.', 'from16', 'long in care'],
        ['{name} keeps every appointment, and eats nothing before them.', 'not new in care'],
        ['{name} has not asked for anything yet.', 'new in care'],
        ['{name} sleeps with the light on.', 'new in care'],
      ],
      [
        ['The distance makes visits short.', 'far'],
        ['The college speaks well of {him}.', 'from16'],
        ['The teachers speak well of {him}.', 'not from16', 'not new in care'],
        ['The carers have learned to cook for {him}.', 'with carers'],
        'The claim is still open.',
        ['Nobody has written down what {he} said at the first interview.', 'new in care'],
        ['The landlord’s support worker knows more than we do.', 'in lodgings'],
        ['{worker} has learned how to ask.', 'not managed', 'not new in care'],
        ['The carers treat {him} as their own.', 'with carers', 'settled'],
        since[0] as string,
        '',
        '',
      ],
    ],
  ],
}
