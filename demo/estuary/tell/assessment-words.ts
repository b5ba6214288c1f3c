import type { Chance } from '../chance.ts'
import type { AssessmentCourse, NeedCourse } from '../course.ts'
import type { Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { composed } from '../words.ts'
import { composedFor, factsOn, type Suited } from './suited-words.ts'
import { meant, themesOf, type Theme } from './who-is-meant.ts'

/** What assessments say in words: what the child said, who the child is, and what it all means for the child. */

const opened: readonly Suited[] = [
  ['When we drew three houses together {name} said that', 'not from14'],
  ['On the walk back from school {name} told me that', 'from5', 'not from14', 'schools open'],
  ['{name} chose the worry card first and said that', 'not from14'],
  ['Seen alone in the quiet room at school, {name} said that', 'from5', 'not from16', 'schools open'],
  ['In {his} bedroom, with the door pulled to, {name} told me that', 'from8'],
  ['Over a game of cards {name} said that', 'from5'],
  ['{name} wrote on the sheet that', 'from8'],
  'At the second visit, once {he} knew me a little, {name} said that',
  ['With the learning mentor sitting in at {his} wish, {name} said that', 'from8', 'not from16', 'schools open'],
  ['{name} did not want to talk at home; in the car {he} said that', 'from8'],
  ['Using the bears {name} showed me that', 'not from8'],
  ['Asked what I should know about {his} family, {name} said that', 'from5'],
  ['On the floor with the farm animals {name} said that', 'not from5'],
  ['At nursery, with {his} key worker beside {him}, {name} let me know that', 'not from5', 'schools open'],
  ['On a bench by the water {name} told me that', 'from11'],
  ['By message first, and then when we met, {name} said that', 'from14'],
]

const openedFar: readonly Suited[] = [
  'Through an interpreter {name} said that',
  'At the second meeting, with the interpreter {he} trusts, {name} said that',
  'Over tea {name} told me that',
  'On the way to the clinic {name} said that',
  '{name} drew the way {he} came and said that',
  'With a map between us {name} said that',
]
const interpreted: readonly Suited[] = [
  '',
  'The interpreter was on the telephone and the line was poor.',
  'I read it back and it was put right twice.',
  '{He} spoke low and looked at the door.',
  '{He} smiled for the first time at this.',
  'A break was taken when {he} asked for one.',
]

const saidOf: Readonly<Record<Theme, readonly Suited[]>> = {
  violence: [
    ['the shouting wakes {him} and {he} counts until it stops', 'from5'],
    ['{he} takes the little ones upstairs when voices get loud', 'from8', 'eldest'],
    ['{he} listens for the key in the door to hear what mood it will be', 'from5'],
    ['it is quieter now, but {he} still sleeps with the light on', 'not from14'],
    ['{he} saw the plate thrown and cleaned it up before school', 'from5'],
    ['{mum} says nothing happened, and {he} knows that it did', 'from5'],
    ['{he} hates Fridays because that is when it starts', 'from5'],
    ['{he} once rang the police from the landing and was told off for it', 'from8'],
    ['nobody asks {him} who {he} wants to live with, and that {he} would say', 'from8'],
    ['the big bear shouts and the little bear hides', 'not from8'],
    ['{mum} cries when the door bangs', 'not from8'],
    ['{he} has stood between them and will not do it again', 'from11'],
  ],
  drink: [
    ['{he} can tell by how {mum} says hello whether there has been drinking', 'from8'],
    ['{he} hides the house keys so that nobody goes out again at night', 'from8'],
    ['some mornings nobody gets up, and {he} makes the breakfast', 'from5'],
    ['the money for the trip was gone, and {he} told the teacher {he} was ill', 'from8'],
    ['{he} is proud of {mum} for the weeks without, and scared of the day it starts again', 'from8'],
    'people come to the flat whom {he} does not know',
    ['{he} pours it down the sink when {he} finds it', 'from8'],
    'the smell of it makes {him} want to be at Nan’s',
    ['{mum} sleeps on the sofa and does not wake up', 'not from8'],
    ['{he} does not bring anybody home', 'from11'],
  ],
  mind: [
    '{mum} has sad days when the curtains stay shut',
    ['{he} stays at home from school sometimes to see that {mum} is all right', 'from5', 'not from16'],
    ['{he} worries that it is {his} fault when {mum} cries', 'from5'],
    ['{mum} was taken to hospital and nobody told {him} for how long', 'from5'],
    'good days are when {mum} sings in the kitchen',
    ['{mum} is in bed and the toys have to be quiet', 'not from8'],
    ['{he} knows where the tablets are and checks them', 'from8'],
    ['{he} does not tell friends because they would not understand', 'from8'],
    ['the nurse explained it to {him} once, and that helped', 'from8'],
  ],
  neglect: [
    ['{he} is hungry when {he} gets in, and there is toast if {he} makes it', 'from5'],
    'the bed has no sheet and {he} sleeps in {his} coat when it is cold',
    ['children at school say that {his} clothes smell', 'from5', 'not from16'],
    ['nobody comes to parents’ evening, and {he} has stopped giving out the letters', 'from5', 'not from16'],
    'the dog has made a mess in {his} room and it is still there',
    ['{he} puts {his} brother to bed because nobody else does', 'from8', 'brother', 'eldest'],
    '{his} tooth has hurt since the holidays',
    'the electric runs out, and then they all sit in one room',
    ['there are no socks that go together', 'not from8'],
    ['crisps are for tea', 'not from8'],
    ['{he} eats at a friend’s and says that {he} is on the way home', 'from11'],
    ['{he} likes school dinners best because you can ask for more', 'from5', 'not from16'],
  ],
  hurt: [
    ['{he} was hit on the leg with the slipper and showed me where', 'not from14'],
    ['{he} gets into trouble for things the little one did', 'from5', 'siblings'],
    ['{he} told the teacher because it was not the first time', 'from5', 'not from16'],
    ['{he} fell, and then, later, that {he} did not fall', 'not from14'],
    ['{he} is not scared of {mum}, only of {mum} cross', 'from5'],
    ['{he} wishes that they would shout rather than hit', 'from8'],
    '{his} uncle grabbed {him} by the arm and it was still sore on Monday',
    ['the teddy was naughty and got a smack', 'not from8'],
    ['{he} hit back for the first time, and it frightened {him}', 'from14'],
    ['{he} was sorry for telling, because now everyone is upset', 'from5'],
  ],
  sexual: [
    '{he} does not like it when {his} cousin comes to stay, and will not say more yet',
    ['the messages were from somebody {he} has never met', 'from11'],
    ['{he} wanted it to stop and did not know whom to tell', 'from5'],
    ['everyone keeps asking the same questions and {he} is tired of them', 'from5'],
    ['{he} feels safe now that there is a lock on the bathroom door', 'from8'],
    ['the man bought {him} things and then wanted something for them', 'from11'],
    ['{he} blames {himself} for sending the picture', 'from11'],
    ['{he} told {his} friend first, and the friend’s mother rang', 'from8'],
  ],
  sad: [
    ['{he} cannot sleep until two or three and then cannot get up', 'from11'],
    ['cutting makes the noise in {his} head go quiet for a bit', 'from11'],
    ['{he} used to like drama and has stopped going', 'from11'],
    ['{he} feels that nobody would notice if {he} was not there', 'from11'],
    ['{he} has been on a waiting list since the spring and has given up on it', 'from11'],
    ['lunchtimes are the worst because {he} has nobody to sit with', 'from5', 'not from16'],
    ['{he} can talk to the school counsellor, but only on Wednesdays', 'from8', 'not from16'],
    ['the worry is like a stone and it is there when {he} wakes up', 'from5'],
  ],
  disability: [
    'swimming is the best day of the week (shown with the picture cards)',
    ['{he} wants to go to the same club as {his} sister', 'sister', 'from5'],
    'changes make {him} upset, and {he} would like to be told the day before',
    ['{he} does not want the taxi with the loud driver', 'from5'],
    'nights are long for everyone, because {he} wakes and wants to play',
    '{he} likes the respite carer who does the voices (eye gaze: yes, twice)',
    ['{he} would like to choose {his} own clothes', 'from8'],
    'people talk to {mum} and not to {him}',
  ],
  away: [
    ['{he} goes out because home is boring, and {his} phone is always full of people asking where {he} is', 'from11'],
    ['the older ones look after {him}, and {he} owes one of them money', 'from11'],
    ['{he} stayed at a mate’s and does not see why the police were called', 'from8'],
    ['{he} will not say whose the second phone is', 'from11'],
    '{he} got on a train because somebody told {him} to and paid for the ticket',
    '{he} feels more at home on the seafront than in the house',
    ['it is not safe for {him} to go past the arcade any more', 'from11'],
    '{he} would come in on time if somebody waited up who did not shout',
  ],
  alone: [
    'the journey took seven months and {he} does not want to speak of the boat',
    '{he} does not know whether {his} mother is alive',
    '{he} wants to go to school as soon as it can be, and learn English first',
    'food here has no taste, and {he} would like to cook {his} own',
    '{he} has {his} brother’s number abroad and is afraid to lose it',
    '{he} prays five times and would like to know which way to face',
    '{he} was told to say another age and did not',
    'nights are bad, and the door must stay open',
  ],
  behaviour: [
    '{he} gets angry so quickly that {he} does not remember starting',
    ['teachers look at {him} first when something is broken', 'from5', 'not from16'],
    ['{he} smokes with the others behind the garages because that is where the others are', 'from11'],
    ['being put out of class is better than being laughed at', 'from5', 'not from16'],
    '{he} did smash the door, and helped to mend it',
    ['boxing calms {him} down and it costs four pounds', 'from8'],
    '{he} is sick of meetings about {him}',
    '{he} wishes {his} dad would come when he says he will',
  ],
  caring: [
    ['{he} does the shopping on the way home and knows what things cost', 'from8'],
    '{he} helps {mum} up the stairs in the evening and listens out at night',
    ['homework is done on the bus, because after that there is no time', 'from8'],
    '{he} does not mind helping; {he} minds that nobody asks',
    ['the young carers’ group is the only place where others know what it is like', 'from8'],
    '{he} is afraid of what happens to {mum} when {he} is at school',
    ['{he} gives the injection now because the nurse showed {him} how', 'from8'],
    ['friends have stopped asking {him} to come out', 'from8'],
  ],
  strain: [
    ['there are five of them in two rooms and {he} does homework on the stairs', 'from8', 'siblings'],
    ['they have moved three times and {he} has stopped unpacking the last box', 'from5', 'moved home'],
    ['{mum} and {his} sister argue about everything, and {he} turns the music up', 'from11', 'sister'],
    ['{he} misses the cat that could not come to the new place', 'moved home'],
    ['the letters from the council make {mum} cry', 'from5'],
    ['{he} goes to Nan’s to get some peace', 'from8'],
    ['money is tight and {he} does not ask for things any more', 'from8'],
    ['{he} would like to have a door to shut', 'from8'],
    'everybody is cross in the mornings',
    ['{his} bed is where the washing goes', 'not from11'],
  ],
}

const wished: readonly Suited[] = [
  ['{He} would like somebody to talk to who does not tell everyone else.', 'from8'],
  ['What {he} wants most is that it stays as it has been these two weeks.', 'from8'],
  ['{He} asked whether {he} will have to move, and I said what I know.', 'from5'],
  ['{His} three wishes were a dog, a bigger room, and no more rows.', 'not from14'],
  ['{He} wants {mum} to be asked too, because “she knows”.', 'from5'],
  ['{He} does not want {his} teacher to be told what {he} said.', 'from5', 'not from16'],
  ['On a line from one to ten {he} put home at four, and seven when Nan is there.', 'from5'],
  ['{He} wants to see {his} dad, somewhere that is not at home.', 'from5'],
  ['{He} said I could write down all of it except one thing, and I have kept to that.', 'from8'],
  ['If {he} could change one thing, it would be mornings.', 'from5'],
  ['{He} would rather be seen at school than at home.', 'from5', 'not from16'],
  ['{He} wants us to tell {him} what was decided, not only {mum}.', 'from8'],
  'Asked what is good, {he} said football, toast and the sea.',
  ['{He} thinks that it will be better once there is a bigger place to live.', 'from8'],
  ['{He} wants {his} own cup and the blue coat.', 'not from8'],
  ['{He} gave me a stone to keep.', 'not from8'],
  ['{He} would like to live at {his} girlfriend’s, and knows that it will not be.', 'from16'],
  ['{He} wants to be left in peace until the examinations are over.', 'from14', 'not from16'],
]

const wishedFar: readonly Suited[] = [
  '{He} would like to go to school.',
  '{He} asked when the Home Office will write.',
  '{He} wants to play cricket, and was shown where.',
  '{He} would like a lock for {his} cupboard.',
  '{He} asked to live with somebody who speaks {his} language.',
  '{He} wants to ring home on Friday.',
  '{He} asked twice who would be told what {he} says.',
]

const noticed: readonly Suited[] = [
  '',
  '',
  ['{He} drew throughout and looked up only when the talk turned to {mum}.', 'not from14'],
  '{He} chatted easily until {his} stepfather came in.',
  ['{He} laughed when I got the rules wrong and explained them twice.', 'from5'],
  '{His} voice went very quiet here.',
  ['I read this back to {him} and {he} changed one word.', 'from8'],
  ['{He} asked for the drawing to be kept with this assessment.', 'not from11'],
  ['An interpreter was there by telephone.', 'interpreter'],
  '{He} had chosen what to wear for the visit.',
  '{He} held the cat for all of it.',
  'This is {his} own word for it.',
  ['{He} said the same to the school nurse in the spring.', 'from5', 'not from16'],
]

const babySeen: readonly Suited[] = [
  '{name} is too young to say what {he} thinks, so I watched {him} at home twice.',
  ['{name} has no words yet. I saw {him} at home and once at the children’s centre.', 'not from2'],
  'What {name} would say has to be read from how {he} is with those around {him}.',
  '{name} was seen awake and asleep, with {mum} and with {his} grandmother.',
  ['I sat on the floor with {name} for most of an hour.', 'from1'],
]
const babyDoes: readonly Suited[] = [
  '{He} looks for {mum} when {he} is put down and settles at once when picked up.',
  ['{He} goes to whoever comes through the door and does not look back.', 'from1'],
  '{He} watches faces for a long time and startles at loud voices.',
  ['{He} babbled and passed me every brick in the box.', 'from1', 'not from3'],
  '{He} cried little, and stopped sooner than I would expect.',
  ['{He} was in the car seat for the whole of the visit and looked at the ceiling.', 'not from1'],
  ['{He} fed well and held on to {mum}’s finger.', 'not from1'],
  ['{He} crawled straight to the stair gate and shook it.', 'from1', 'not from2'],
  ['{He} hid behind {his} sister, and came out for the puppet.', 'from1', 'sister'],
  ['{He} slept, woke, and lay looking at the light.', 'not from1'],
  ['{He} lined up the cars and told each where to park.', 'from2'],
  ['{He} fetched {his} shoes when the voices rose.', 'from2'],
  ['{He} took my hand and showed me the bed.', 'from2'],
]
const babyMeans: readonly Suited[] = [
  'I take from it that {he} feels safe with {mum} and less so with visitors.',
  'It tells me that {he} is used to being handed from one person to the next.',
  ['A warm, ordinary baby, whose day is too loud for {him}.', 'not from2'],
  'The health visitor has seen the same.',
  '{He} would say, I think: keep the days alike.',
  ['{He} needs more floor and less screen.', 'from1'],
  ['Nursery say {he} is most content in the mornings.', 'from2', 'schools open'],
  '{He} wants what {he} has with {his} grandmother on a Tuesday.',
  ['{He} is held when {he} cries, and knows it.', 'not from2'],
]

const unborn = [
  'The baby is not yet born. {Mum} speaks of the baby by name and has kept every scan picture.',
  'Not yet born. {Mum} talks to the bump and says it kicks when there is music.',
  'The child is not born yet; what the baby will need was gone through with {mum}, week by week.',
  'Before birth. {Mum} found it hard to picture a baby, and easier to speak of what must be bought.',
]

const wishedBefore = [
  '',
  'The baby would say, I think: sleep, and be ready.',
  'The baby needs a voice that stays calm, and there is one, most days.',
  'What the baby wants is what {mum} wants on her good days.',
]

/**
 * What the child said, or what was seen of a child too young to say it.
 * @param lot chance of its own
 */
export function childsViewOf(living: Living, need: NeedCourse, day: Day, lot: Chance): string {
  const given = meant(living, day)
  const age = ageThen(living, day)
  const facts = factsOn(living, day)
  if (day < living.child.born) return composed(lot, [unborn, wishedBefore], given)
  if (age < 4) return composedFor(lot, [babySeen, babyDoes, babyMeans], facts, given)
  const theme = lot.pick(themesOf(living, need))
  return composedFor(
    lot,
    theme === 'alone' ? [openedFar, saidOf.alone, '.', wishedFar, interpreted] : [opened, saidOf[theme], '.', wished, noticed],
    facts,
    given,
  )
}

const heritageIs: readonly Suited[] = [
  ['{name} describes {himself} as {heritage}.', 'from8'],
  '{name}’s heritage is {heritage}; {mum} spoke of it with warmth.',
  'The family’s heritage is {heritage}.',
  ['Asked, the family said {heritage}; {name} has {his} own words for it.', 'from5'],
  ['{name} is of {heritage} heritage and knows both sides of the family.', 'from5'],
]
const heritageFar: readonly Suited[] = [
  '{name} comes from {country}.',
  '{name} is from a village in {country}, a day from the sea.',
  '{name} grew up in {country} with {his} grandparents.',
  '{name}’s family are from {country}, and moved twice within it.',
]
const itMeansFar: readonly Suited[] = [
  'It makes the days here easier, and the evenings not.',
  'This is what {he} holds on to.',
  ['It sets {him} apart at school, and {he} does not mind.', 'not from16'],
  'It is why {he} will not be called by a short name.',
  'We know too little of it, and {he} can tell.',
]
const matters: readonly Suited[] = [
  ['Church on Sundays matters to the family, and {name} sings there.', 'from5'],
  ['No faith is practised at home, and {name} is curious about it.', 'from5'],
  ['{His} grandmother cooks what her own mother cooked, and {name} is learning it.', 'from5'],
  ['{name} has never met {his} father’s family and would like to see a photograph.', 'from5'],
  ['Hair and skin care are done at an aunt’s on Saturdays; this is {name}’s favourite time.', 'from2', 'black heritage'],
  ['Family far away is rung every Sunday, and {name} looks forward to it.', 'interpreter', 'from4'],
  ['{name} was teased for {his} surname at school, and the school has dealt with it.', 'from5', 'not from16'],
  ['The family have lived in {town} for four generations, and {name} knows everybody.', 'from5', 'not moved home', 'not interpreter'],
  ['They are new to {town}, and {name} is the only child in the class who speaks two languages.', 'from5', 'not from16', 'interpreter'],
  ['Being the eldest means something in this family, and {name} feels it.', 'eldest', 'from5'],
  ['{name} is asking who {he} is, and wants to be asked too.', 'from11'],
  ['The family name is {his} grandfather’s, and there are stories to it.', 'not from5'],
  ['Two languages are sung to {name} at night.', 'interpreter', 'not from4'],
  ['Sundays are at grandmother’s, whoever else quarrels.', 'not from5'],
  ['The christening was put off, and is meant to be in the spring.', 'not from2'],
  ['{name} knows every bus and who drives it; it comes from {his} grandfather.', 'from5', 'not from14'],
]
const muslim: readonly Suited[] = [
  'The family keeps Ramadan; visits in that month were arranged round it.',
  ['The mosque is where {name} has most of {his} friends.', 'from8'],
  ['What {name} eats and does not eat is known at school and kept to.', 'from5', 'not from16'],
  ['Eid was the happiest day of the year, {name} said.', 'from5'],
  'Faith is lived easily in this family, with room for questions.',
]
const muslimHeritages: ReadonlySet<string> = new Set(['APKN', 'ABAN', 'OOTH'])
const fromFar: readonly Suited[] = [
  'Faith holds {him}: a mat, a compass and the times of prayer were the first things {he} asked for.',
  '{He} is the eldest son, sent ahead, and feels what is owed.',
  '{He} cooks what {his} mother cooked and will show anybody how.',
  'There are few here who speak {his} language, and {he} has found two of them.',
  '{He} was at school for four years and is proud of it.',
  '{He} did not want to say yet which faith {he} keeps, and need not.',
  'Music from home is on {his} phone and is what {he} sleeps by.',
]
const itMeans: readonly Suited[] = [
  'That leaves {him} proud and sometimes alone with it.',
  'It is a strength to build on.',
  ['It makes it harder to say at school what happens at home.', 'from5', 'not from16'],
  'It means that family come first, and outsiders, such as us, a good deal later.',
  'It is one reason why {mum} waited before asking for help.',
  'In this it protects {him}.',
  '{He} may be more exposed to unkindness because of it.',
  ['{He} says that it does not matter, and draws it each time.', 'from5', 'not from11'],
]
const follows: readonly Suited[] = [
  'The plan keeps Saturdays free for it.',
  ['A worker who shares the language is asked for.', 'interpreter'],
  ['School will ask {him} to help with the display, as {he} wished.', 'from5', 'not from11'],
  ['The club in {town} was visited together.', 'from5'],
  'Photographs will be asked for from {his} father’s sister.',
  ['Letters go out in both languages.', 'interpreter'],
  'Nothing more is asked for now.',
  ['{name} asked for a female worker, and this is kept to.', 'from11'],
]
const followsFar: readonly Suited[] = [
  ['A worker who shares the language is asked for.', 'interpreter'],
  'Tracing of families was explained and left with {him} to decide.',
  'The mosque in Wharfside was visited together.',
  ['The carer has the food that {he} named.', 'with carers'],
  'A dictionary and a telephone card were given.',
  ['English lessons begin before school does.', 'not from16'],
]
const disabled: readonly Suited[] = [
  ['What {he} can and cannot do changes from day to day, and others see only the bad days.', 'from2'],
  ['The diagnosis is part of {him} and not all of {him}: {mum} asks that we write of the trains first.', 'from3'],
  ['{name} uses signs and pictures; those who do not know them take {him} to be younger than {he} is.', 'from3'],
  ['Being driven to a school far off leaves {him} without friends nearby.', 'from5'],
  ['People speak over {him}, and this was the thing {he} minded most.', 'from5'],
]

/** Who the child is, what it means to them, and what follows for the work. */
export function identityOf(living: Living, day: Day, lot: Chance): string {
  const given = meant(living, day)
  const small = ageThen(living, day) < 4
  return composedFor(
    lot,
    [
      living.child.unaccompanied ? heritageFar : heritageIs,
      ...(living.child.disabled.length > 0 ? [disabled] : []),
      living.child.unaccompanied ? fromFar : muslimHeritages.has(living.child.ethnicity) && lot.happens(0.6) ? muslim : matters,
      living.child.unaccompanied ? itMeansFar : small ? '' : itMeans,
      living.child.unaccompanied ? followsFar : follows,
    ],
    factsOn(living, day),
    given,
  )
}

const meansOf: Readonly<Record<Theme, readonly Suited[]>> = {
  violence: [
    ['{name} has learned to read the room before {he} takes off {his} coat.', 'from5'],
    'The violence is spoken of as between the adults, yet it is {name} who lies awake.',
    '{name} is growing up with arguments that {he} can neither stop nor leave.',
    ['{name} cannot say that {he} is afraid; {he} stiffens, and that says it.', 'not from4'],
    ['Calm at home depends on one person’s temper, and there is a small child in the next room.', 'not from5'],
    ['Calm at home depends on one person’s temper, and {name} arranges {his} day around it.', 'from8'],
    ['What {name} knows of how people who love each other behave, {he} has learned here.', 'from4'],
  ],
  drink: [
    'Drink decides in this home whether there is supper and who answers the door.',
    ['Who picks {name} up at night depends on who is sober, and that is left to chance.', 'not from5'],
    ['{name} does not know from one day to the next which parent {he} will come home to.', 'from4'],
    ['The good weeks are real, and {name} spends them waiting for the end of them.', 'from5'],
    ['{name} carries a secret that is too big, and lies at school to keep it.', 'from8'],
    ['Money and patience run out in the same week of the month, and {name} has noticed.', 'from5'],
  ],
  mind: [
    ['{name} looks after {his} mother’s mood as other children look after a pet.', 'from5'],
    ['When {mum} is unwell nobody holds the day together, and {name} does it instead.', 'from8'],
    ['The illness comes and goes; what stays is that {name} is never told what is going on.', 'from4'],
    ['{name} takes {mum}’s silence as a sign that {he} did something wrong.', 'from5'],
    'Love is not in doubt here. Somebody to be there when {mum} cannot is.',
    'When {mum} is unwell nobody holds the day together.',
    ['{name} has learned to be a quiet baby, and that is not a good sign.', 'not from2'],
  ],
  neglect: [
    'No single thing here is grave; that every day lacks the same things is.',
    ['Weight went down between two clinics, and nobody had an explanation.', 'not from2'],
    'Things get better while we visit and slip back within a month.',
    ['{name} has stopped asking for what {he} needs, because asking has not worked.', 'from2'],
    'Meals, sleep and clean clothes come and go with the adults’ energy, and {name} is tired and cold by turns.',
    ['Things get better while we visit and slip back within a month; {name} has lived through this three times.', 'known before'],
    ['{name} is behind in speech and in weight, and what is missing at home explains most of it.', 'from2', 'not from8'],
  ],
  hurt: [
    'What we were told does not explain the mark.',
    ['{name} was hurt as a punishment, and {mum} knows no other way to make {him} listen.', 'from2'],
    ['The mark will fade sooner than the lesson that telling brings trouble.', 'from4'],
    ['The account of the injury changed twice, and {name} has been left to keep the story straight.', 'from5'],
    ['{name} flinches when an arm is raised; this was not one slap on one day.', 'from1'],
    ['Discipline at home is fast and hard, and {name} passes it on to {his} brother.', 'from4', 'brother'],
  ],
  sexual: [
    ['{name} was made to keep something secret that no child should have to hold.', 'from4'],
    ['What was seen cannot be explained, and {name} cannot tell us.', 'not from4'],
    'Who was in the house that weekend is still not clear, and it has to be.',
    ['What happened has taken away the places where {name} felt safe: {his} phone and {his} cousin’s house.', 'from11'],
    ['{name} does not see that {he} was used, and whoever did it counts on that.', 'from8'],
    ['{name} believes that it was {his} own doing, and every question we ask twice makes that worse.', 'from5'],
  ],
  sad: [
    ['{name} hurts {himself} when {he} feels too much, and at present there is nothing else that helps.', 'from11'],
    'Sleep, school and friends have gone in that order, and each loss makes the next more likely.',
    '{name} has put a lot of effort into not being noticed, and it has worked.',
    'The sadness has a beginning: it was the week {his} father left.',
  ],
  disability: [
    'Nights without sleep wear down everybody in the home, {name} least of all able to say so.',
    ['{name} could do more than {he} is allowed to, because each day is planned around getting through it.', 'from2'],
    'Without a break the family will manage until one day they do not.',
    'What {name} needs is known; that it comes from five services on five forms is what exhausts {mum}.',
  ],
  away: [
    'Adults who mean {name} no good are kinder to {him} than those at home, and {he} has drawn {his} conclusion.',
    '{name} is being used, and thinks of it as friendship and of the debt as {his} own.',
    'Each time {name} stays away {he} comes back with something new and tells us less.',
    'Being sent for at all hours has cost {name} school, sleep and most of {his} old friends.',
  ],
  alone: [
    '{name} has been the only one to look after {himself} for the better part of a year.',
    'Everything {name} knows about officials {he} learned on the way here; trust will take time and should.',
    '{name} is safe and does not yet feel it.',
    'Not knowing about {his} family takes up the room that learning should have.',
  ],
  behaviour: [
    '{name} is at {his} loudest where {he} feels least sure, and that is in class.',
    'Anger has been the one thing that makes adults look up.',
    '{name} is called difficult so often that {he} has come to see it as {his} part.',
    ['Set apart from others at school, {name} found company where there is no register.', 'from8'],
  ],
  caring: [
    ['{name} is a child until half past three and a carer after that.', 'from5', 'not from16'],
    'What {name} does at home is too much, and done with love; both are true.',
    'Nobody decided that {name} should do it. It came about by a step at a time.',
    '{name} has given up the things that other children of {his} age do, without ever being asked to.',
  ],
  strain: [
    ['Too many people in too few rooms leave {name} without a place of {his} own to be quiet.', 'from3'],
    ['Each move cost {name} a school and whoever {he} sat next to.', 'from5', 'moved home'],
    ['The worry about money has come down from the adults to {name}.', 'from5'],
    'Nobody here means {name} harm; they are at the end of what they can do.',
    'Everything in this home is done for the first time and nobody has shown them how.',
    'Two families live in it and each has its own rules.',
    'The quarrel about money is every day, and everything else is seen through it.',
  ],
}
const atThisAge: readonly Suited[] = [
  '{atAge} that settles into how {he} expects people to be.',
  ['{atAge} {he} cannot yet know that it could be otherwise.', 'not from8'],
  '{atAge} a year of this is a large part of a life.',
  ['{atAge} the effect shows in sleep first, and in learning by the end of the year.', 'from5', 'not from16'],
  ['{atAge} {he} still turns to adults when hurt, which is the best sign I saw.', 'from1', 'not from8'],
  ['{atAge} {he} needs somebody to put into words what {he} sees.', 'from3', 'not from14'],
  ['It shows at school as tiredness, and at home as silence.', 'from5', 'not from16'],
  ['If it goes on, {he} will stop telling anyone; {he} has already begun to.', 'from5'],
  'The history matters: {mum} grew up with the same and says so.',
  ['The same was found before, and what was agreed then did not last.', 'known before'],
  ['{atAge} weeks count as months do later.', 'not from2'],
  ['{atAge} {he} can say it, and has, and that must count.', 'from8'],
  ['{atAge} {he} will vote with {his} feet if nobody listens.', 'from14'],
]
const atThisAgeFar = atThisAge.slice(2, 6)
const helps: readonly Suited[] = [
  'What helps is {his} grandmother, who has {him} on Wednesdays and keeps to it.',
  ['What holds is school: {he} has missed four days this year.', 'from5', 'not from16'],
  '{Mum} sees it, said it in her own words, and has begun to do something about it.',
  '{His} aunt in {town} would have {him} for as long as it takes.',
  ['The health visitor’s appointments have all been kept since we came.', 'not from5'],
  'There is warmth: {he} is spoken to kindly and is missed when {he} is out.',
  ['{His} older sister is a comfort, and should not have to be.', 'sister', 'not eldest'],
  'There is little that helps at present, and this should not be glossed over.',
  ['The football coach has noticed and asked; {he} counts for {name}.', 'from8'],
  'That {mum} asked for help before we had to is to her credit.',
  'The neighbour across the landing has a key and uses it well.',
  ['The nursery has seen it and said it kindly.', 'from2', 'not from5'],
  ['{He} has one friend, and the friend’s mother.', 'from5'],
]
const helpsFar: readonly Suited[] = [
  ['What helps is that the carer cooks with {him}.', 'with carers'],
  ['What holds is the other boy in the house, who came the same way.', 'not with relatives'],
  '{He} is bright, and quick with people once {he} has watched them.',
  ['The college has a place and has kept it.', 'from16'],
  'A solicitor has been found who explains things twice.',
  'There is a cousin in the north, and they speak.',
]
const leadsFar: readonly Suited[] = [
  '{name} is a child who has nobody here, and must be looked after.',
  ['For {name} to settle, three things have to be settled first: {his} age, {his} papers and a school.', 'not from16'],
  'What {name} needs most is that nobody else disappears.',
  'Health comes first; much has been put up with that should be treated.',
  'A placement where {his} language is spoken would do more than anything we can write here.',
]
const leads: Readonly<Record<AssessmentCourse['leadsTo'], readonly Suited[]>> = {
  closure: [
    'What has changed has changed for good reason, and {name} does not need a social worker for it to last.',
    ['On balance {name} is safe and loved, and school and family can do what remains.', 'from5', 'not from16'],
    ['On balance {name} is safe and loved, and the family can do what remains.', 'born'],
    'The worry that brought us here was real and has been met; no more is needed from us.',
    'I find no reason to stay involved against the family’s wish.',
  ],
  'early help': [
    'What {name} needs now is steady and ordinary, and early help can give it.',
    ['A lead professional at school knows {him} better than we do; the work goes there.', 'from5', 'not from16'],
    'Support should go on, and without us.',
    'For {name} it will matter most that somebody still asks in three months’ time.',
  ],
  plan: [
    'For {name} to be all right, mornings, meals and bedtimes have to be the same for three months and not three weeks.',
    'Left alone it will slide; with a plan that says who does what, there is a fair chance.',
    ['{name} will know that it is better when {he} no longer listens at the door.', 'from4'],
    'What must change is small enough to name, and that is what the plan does.',
    'Without help of some weight {name} will not reach what other children of {his} age do.',
  ],
  protection: [
    'I judge that {name} is likely to go on being harmed, and that the family cannot stop it alone.',
    ['Promises were made before, and {name} paid for it when they did not hold; a conference is needed.', 'known before'],
    'The harm is there already and is still happening.',
    'For {name} the risk is of tomorrow and not of some day.',
    'Help was offered and it has not been enough; a conference is needed.',
  ],
  care: [
    '{name} cannot safely stay at home while this is worked on.',
    'What {name} needs can at present not be given at home, whatever support we put in.',
    'Time for {name} runs faster than change does for {his} parents.',
    'Nobody in the family can take {him} now; that will be asked again.',
  ],
}

/** What was found means for this child: cause, effect, what holds and what follows. */
export function analysisOf(living: Living, need: NeedCourse, leadsTo: AssessmentCourse['leadsTo'], day: Day, lot: Chance): string {
  const given = meant(living, day)
  const themes = themesOf(living, need)
  const born = day >= living.child.born
  const [first] = themes as [Theme]
  const second = themes[1] !== undefined && lot.happens(0.4) ? meansOf[themes[1]] : ''
  const facts = factsOn(living, day)
  return born
    ? composedFor(
        lot,
        first === 'alone' ? [meansOf.alone, atThisAgeFar, helpsFar, leadsFar] : [meansOf[first], second, atThisAge, helps, leads[leadsTo]],
        facts,
        given,
      )
    : composedFor(lot, [beforeBirth, helpsBefore, leadsTo === 'closure' || leadsTo === 'early help' ? leadsOn : leadsToMore], facts, {
        ...given,
        name: 'the baby',
        him: 'the baby',
        he: 'the baby',
        his: 'the baby’s',
      })
}

const beforeBirth: readonly Suited[] = [
  'There is time until the birth, if it is used.',
  ['What would reach the baby is what reached the older ones, unless the months until the birth are used.', 'siblings'],
  '{Mum} has come late to the midwife, and to us; there are weeks and not months to see what changes.',
  'A newborn cannot wait for {mum} to be well enough, and somebody must be named who is there at night.',
  'The baby’s father is not spoken of, and what he means for the baby is the largest thing not known.',
  ['What happened with {mum}’s first child need not happen again, and would if nothing were done differently.', 'siblings'],
]

const helpsBefore = [
  '{Mum} sees it, said it in her own words, and has begun to do something about it.',
  'An aunt in {town} would be there from the first night.',
  'That {mum} asked for help before we had to is to her credit.',
  'The midwife’s appointments have all been kept since we came.',
  'There is little that helps at present, and this should not be glossed over.',
]
const leadsOn = [
  'The midwife and the health visitor can do what remains.',
  'The worry that brought us here was real and has been met; no more is needed from us.',
  'Support should go on, and without us.',
]
const leadsToMore = [
  'A plan must stand before the birth, and everybody must have it.',
  'For {name} the first weeks decide, and nobody should be alone with them.',
  'What must change is small enough to name, and there are weeks to do it in.',
]

const copiedFirst = [
  'The children are well presented and appear to have a good relationship with their parents.',
  'The family have engaged with the assessment and the home conditions were adequate at the time of the visit.',
  'There are concerns about the care that the children receive and the impact on their emotional wellbeing.',
  'Parents have acknowledged the concerns and state that they are willing to work with professionals.',
  'The children have witnessed incidents in the home which are likely to have affected them.',
  'Home conditions have been poor and there is a history of previous involvement.',
]
const copiedOfPupils = [
  'Strengths: supportive extended family, children attend school, mother is open to support.',
  'Risk factors include the previous history, housing and finances. Protective factors include school and family.',
]
const copiedSecond = [
  'Strengths: good attendance, home is warm and clean. Risks: previous incidents, lack of routine.',
  'Risk factors include the previous history, housing and finances. Protective factors include the wider family.',
  'Positives were that parents attended meetings and allowed visits. Worries were that incidents may occur again.',
  'Strengths and difficulties were discussed with the parents, who agreed with them.',
  'There are strengths and risks within the family and these have been considered.',
]
const copiedEnds = [
  'There are no further concerns at this time.',
  'Universal services to continue to monitor and support the family.',
  'The threshold for a service is not met and the case will be closed.',
]
const copiedThird = [
  'The children would benefit from support at this time.',
  'It is assessed that support is required to improve outcomes for the children.',
  'Services to be offered in order to meet the needs identified.',
  'The threshold is met for a plan and the case will continue to be monitored.',
  'Professionals to continue to monitor and support the family.',
  'There are no further concerns at this time beyond those set out above.',
]

/** A paragraph that fits anybody and says nothing of this child: as it is when the last form is copied for the next child. */
export const copiedAnalysis = (lot: Chance, closes: boolean, pupils: boolean): string =>
  composed(lot, [copiedFirst, pupils ? [...copiedSecond, ...copiedOfPupils] : copiedSecond, closes ? copiedEnds : copiedThird])

const whyLong: readonly Suited[] = [
  ['A second paternal address had to be found before {his} father could be seen.', 'not alone'],
  'The allocated worker left in the middle of it, and a new one had to get to know {name}.',
  ['The family were away for three weeks and visits were made up after that.', 'not alone'],
  'We waited for the paediatrician’s report, without which the injury could not be understood.',
  ['An interpreter for the second language was found only at the third attempt.', 'interpreter'],
  'A specialist risk assessment was asked for, and came after five weeks.',
  ['{name} was moved between relatives twice, and was to be seen where {he} settled.', 'from1', 'not alone'],
  ['{Mum} went into hospital, and it would not have been fair to finish without her.', 'not alone'],
  'Waited with the manager for authorisation.',
  'The police asked us to wait until {name} had been interviewed.',
]
const whyMore: readonly Suited[] = [
  '',
  '',
  'Agreed with the manager.',
  ['The child was seen throughout.', 'born'],
  'The plan ran meanwhile.',
  'Nothing was left undone because of it.',
]

/** Why an assessment took more than 45 working days. */
export const whyItTookLonger = (living: Living, day: Day, lot: Chance): string =>
  composedFor(lot, [whyLong, whyMore], factsOn(living, day), meant(living, day))
