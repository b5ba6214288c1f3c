import type { Chance } from '../chance.ts'
import { some } from '../words.ts'
import { composedFor, type Facts, type Suited } from './suited-words.ts'

/** What stands in pathway plans, their reviews and advisers’ notes. */

type Meant = Readonly<Record<string, string>>

export const viewOf = (lot: Chance, facts: Facts, meant: Meant): string =>
  composedFor(lot, facts.has('locked up') ? [viewOfHelp] : [viewOfHome, viewOfWork, viewOfHelp], facts, meant)

/** Two or three things that change with a review, and who does what. */
export const changesOf = (lot: Chance, facts: Facts, meant: Meant): string =>
  some(
    lot,
    facts.has('locked up')
      ? [changesInCustody, changesOfHealth, changesOfPeople]
      : [changesOfHome, changesOfWork, changesOfMoney, changesOfHealth, changesOfPeople],
    2,
    3,
  )
    .map((from) => composedFor(lot, [from], facts, meant))
    .join(' ')

/** That living on with the carers after 18 was talked about. */
export const stayingPutTalk = (lot: Chance, facts: Facts, meant: Meant): string =>
  composedFor(lot, [talkOpens, talkSays, talkNext], facts, meant)

export const stayingPutAgreed = (lot: Chance, facts: Facts, meant: Meant): string =>
  composedFor(lot, [agreedOpens, agreedMoney, agreedRules], facts, meant)

interface Met {
  readonly how: 'home visit' | 'met elsewhere' | 'call' | 'message' | 'not reached'
  readonly seen: boolean
  readonly place: 'custody' | 'in care' | 'after care'
  /** Code of what they do. */
  readonly activity: string
  /** Whether the youth service is where advisers meet them by then. */
  readonly youthService: boolean
}

export function noteOf(lot: Chance, { how, seen, place, activity, youthService }: Met, facts: Facts, meant: Meant): string {
  if (how === 'not reached') return composedFor(lot, [notReached, triedNext], facts, meant)
  if (how === 'home visit' && !seen) return composedFor(lot, [notIn, notInNext], facts, meant)
  if (place === 'custody') return composedFor(lot, [how === 'call' ? fromCustody : inCustody, custodyNext], facts, meant)
  const opens =
    how === 'home visit'
      ? atHome
      : how === 'met elsewhere'
        ? youthService && lot.happens(0.5)
          ? atYouthService
          : elsewhere
        : how === 'call'
          ? onThePhone
          : written
  const does =
    place === 'in care'
      ? stillInCare
      : /^[FP]1/.test(activity)
        ? atUniversity
        : /^[FP]2/.test(activity)
          ? atCollege
          : /^[FP]3/.test(activity)
            ? atWork
            : activity === 'G6'
              ? withBaby
              : activity === 'G4'
                ? notWell
                : notWorking
  return composedFor(lot, [opens, does, life, next], facts, meant)
}

const viewOfHome: readonly Suited[] = [
  '“I want my own front door, but not yet.”',
  ['“I want to stay where I am.”', 'not locked up'],
  ['“A flat near my nan.”', 'not alone'],
  '“Not a shared house, I like it quiet.”',
  '“I’d live with my mate if they let us.”',
  '“Somewhere with a proper kitchen.”',
  ['“I don’t mind sharing with others from my country.”', 'alone'],
  '“I want to know a year before where I’ll live.”',
  ['“Not out of the area again.”', 'far'],
]
const viewOfWork: readonly Suited[] = [
  '“I want to finish college.”',
  '“I want to be an electrician, I’m good with my hands.”',
  ['“I’d like to work with horses.”', 'not alone'],
  '“I want to have my own shop.”',
  '“University, if I get the grades.”',
  '“Just a job, any job, then we’ll see.”',
  ['“I want to join the navy.”', 'not alone', 'not disabled'],
  ['“I will be nurse.”', 'alone'],
  '“I don’t know what I want and that’s allowed.”',
  '“Cooking. I want to be a chef.”',
]
const viewOfHelp: readonly Suited[] = [
  '',
  '“I need help with forms and money.”',
  '“Don’t change my worker.”',
  ['“I want to see my brother more.”', 'brother', 'not alone'],
  '“Text me, I don’t do letters.”',
  '“Nobody showed me how bills work.”',
  ['“I worry about my papers.”', 'alone'],
  '“I’d like my driving licence.”',
  '“This form is boring.”',
  '“I can look after myself.”',
  ['“Help me find my dad.”', 'not alone'],
  ['“Help me find my family.”', 'alone'],
]

const changesOfHome: readonly Suited[] = [
  ['{name} goes on the list for a flat; form done together by Friday.', 'not own flat'],
  ['A shared house was looked at for later.', 'in care'],
  ['Stays in the lodgings for another six months.', 'in lodgings'],
  ['Stays in the house for another six months.', 'shared house'],
  ['Tenancy course begins on Tuesday evenings.', 'not own flat'],
  ['Rent arrears of £140 to be paid at £5 a week.', 'own flat'],
  ['A reference for the landlord, by the adviser.', 'shared house'],
  ['{name} tries a week in the training flat.', 'in care'],
  ['Repairs reported: boiler and a lock.', 'own flat'],
  ['Neighbour’s complaint answered; music off at ten.', 'own flat'],
  'Nothing changes about where {name} lives.',
  ['Key worker hours go down from ten to six.', 'in lodgings'],
  ['Key worker hours go down from ten to six.', 'shared house'],
  ['House rules talked over after noise at night.', 'not own flat'],
  ['Deposit asked for from the leaving care grant.', 'shared house'],
  ['Pays towards the food at home now.', 'family home'],
  ['What {name} pays the carers is written down again.', 'former carers'],
]
const changesOfWork: readonly Suited[] = [
  ['Level 2 begins in September; bursary form signed.', 'not works'],
  ['Apprenticeship with a boat builder to be applied for this month.', 'not works'],
  ['Work trial at the garden centre for two weeks.', 'not works', 'not studies'],
  'Careers appointment, adviser comes along.',
  ['A course in January was found; enrolled together.', 'not works', 'not studies'],
  ['Resit of English in the next round.', 'studies'],
  ['English lessons go up to three evenings.', 'alone'],
  ['Trainee place at a nursery to be asked for.', 'not works'],
  ['CV written; ten places to take it to.', 'not works'],
  ['College warned about attendance; weekly call with the tutor.', 'studies'],
  ['Reference and suit for the interview.', 'not works'],
  ['Personal statement for university, draft by half-term.', 'studies'],
  ['Construction card test paid for.', 'not studies'],
  ['Hours at work go up to full time.', 'works'],
  ['Talks with the boss about the early shifts.', 'works'],
  ['Night classes looked at, work goes on.', 'works'],
]
const changesOfMoney: readonly Suited[] = [
  'Budget made: fares, phone, food.',
  ['Grant used for bed, cooker and pans.', 'own flat'],
  'Saves £10 a week.',
  ['Claim made; first payment in five weeks, food parcel for now.', 'from18', 'not works', 'not studies'],
  ['Council tax form sent.', 'own flat'],
  ['Debt for the phone: letter to the company.', 'from18'],
  ['{name} keeps receipts of the setting-up grant.', 'own flat'],
  ['Pocket money paid in on Fridays, {name} decides.', 'in care'],
  ['Clothing money goes to {name} directly.', 'in care'],
  'Travel card renewed.',
]
const changesOfHealth: readonly Suited[] = [
  ['Registered with a dentist near the flat.', 'own flat'],
  'Registered with a dentist.',
  'Counselling goes on, every other week.',
  ['Stops the tablets only after asking the doctor.', 'disabled'],
  ['{name} has the health history on paper.', 'not alone'],
  'Eye test and glasses.',
  'Sexual health clinic, knows where and when.',
  'Sleep is bad; GP appointment made.',
  ['Gym pass for three months.', 'not locked up'],
]
const changesOfPeople: readonly Suited[] = [
  ['Sees a sister each month, fares paid.', 'sister', 'not alone'],
  ['Carers of before ask {name} to Sunday dinner.', 'own flat'],
  'Mentor from the scheme to be matched.',
  ['Contact with mother as {name} wishes, no more.', 'not alone'],
  ['Legal advice about the papers: letter this week.', 'alone'],
  ['Tracing of family through a tracing service talked about.', 'alone'],
  'Birthday is planned.',
  ['An emergency number that is not ours: the aunt.', 'not alone'],
  ['An emergency number that is not ours: a friend from college.', 'alone'],
]

const talkOpens: readonly Suited[] = [
  'Staying put:',
  'Living on with the carers after 18 was talked through:',
  'Talked about staying put with {name} and the carers:',
  'After 18:',
]
const talkSays: readonly Suited[] = [
  '{name} wants to stay, and the carers want it too.',
  '{name} would rather have a flat by then.',
  '{name} is not sure and has time until the spring.',
  'carers would like to know what it pays before they say.',
  '{name} would like to, as long as college lasts.',
  ['carers have asked their agency.', 'not with relatives'],
  '{name} did not know that this could be.',
  'what each would have to pay is written down.',
]
const talkNext: readonly Suited[] = [
  '',
  'Again at the next review.',
  'The supervising social worker comes next time.',
  'Leaflet given.',
  'Decision by the birthday.',
  'A plan B is written too.',
]

const agreedOpens: readonly Suited[] = [
  '{name} stays in the same room.',
  '{name} stays until college is finished.',
  'A year to begin with.',
  'Until a flat is found that {name} likes.',
  'For as long as all three want it.',
]
const agreedMoney: readonly Suited[] = [
  '{name} pays £20 a week for food.',
  'Housing benefit goes to the carers.',
  'The council pays an allowance, less rent.',
  '{name} buys own clothes and phone.',
  ['The fee ends, an allowance begins.', 'not with relatives'],
  'Payment as in the policy.',
]
const agreedRules: readonly Suited[] = [
  'Home by midnight, or a text.',
  'Cooks twice a week.',
  'Friends may stay, after asking.',
  'Own key.',
  'Notice of a month on both sides.',
  'Looks after the dog on Thursdays.',
  'Rules reviewed each quarter.',
]

const atHome: readonly Suited[] = [
  'Visited {name} at home.',
  ['At the flat, which is tidy but cold.', 'own flat'],
  ['Seen in the room, curtains drawn at noon.', 'not own flat'],
  'Coffee in the kitchen with {name}.',
  ['{name} showed the cooker from the grant.', 'own flat'],
  'Seen at home with a friend there.',
  ['At the shared house; {name} has the back room.', 'shared house'],
  ['At the lodgings, in the common room.', 'in lodgings'],
  ['Visited at the home, talked in the garden.', 'in a home'],
  ['Tea with {name} and the carer, then with {name} alone.', 'with carers'],
  ['Tea with {name} and the carers of before.', 'former carers'],
  ['At the family’s home, spoke in the front room.', 'family home'],
  'Visit brought forward, {name} was in.',
  ['{name} had cooked rice for two.', 'not with carers'],
  ['Visited after work, {name} had just come in.', 'works'],
  ['Visited after college, {name} had just come in.', 'studies'],
]
const elsewhere: readonly Suited[] = [
  'Met at the café by the station.',
  'Met at the council offices.',
  'Walked along the front with {name}.',
  'Met in town, bought a coat.',
  ['Went along to the job centre.', 'from18', 'not studies', 'not works'],
  'Went along to the doctor’s.',
  ['Saw {name} at college between lessons.', 'studies'],
  ['Met in the lunch break at work.', 'works'],
  'Lunch in town.',
  ['Drove {name} to a viewing.', 'not own flat', 'not in care'],
  ['Went along to the solicitor’s.', 'alone'],
]
const atYouthService: readonly Suited[] = [
  'Seen at the youth service, {name} came for the football.',
  'At the drop-in of the youth service.',
  'Met {name} at the youth centre after the music session.',
  '{name} came to the award scheme’s evening.',
  'Cooking night at the youth centre.',
]
const onThePhone: readonly Suited[] = [
  'Spoke on the telephone.',
  'Video call, {name} on the bus.',
  '{name} rang back.',
  'Long call in the evening.',
  ['{name} called on the way home from work.', 'works'],
  ['Called in a break at college.', 'studies'],
]
const written: readonly Suited[] = [
  'Messages back and forth.',
  '{name} answered by text.',
  ['A thumb and a photograph of the flat.', 'own flat'],
  'Sent a photograph of a meal {he} had cooked.',
  'Short message: all fine.',
]

const stillInCare: readonly Suited[] = [
  'Getting to know each other before {name} turns 18.',
  'Talked about what an adviser is for.',
  'Went through the entitlements, {name} had three questions.',
  'Practised a week’s shopping on £30.',
  'Bank card has come.',
  ['College is going well, {name} says.', 'studies'],
  ['Nothing planned for September yet, looked at courses.', 'not studies', 'not works'],
  ['Work goes well, {name} says.', 'works'],
  'National insurance number asked for.',
  ['Passport form filled in together.', 'not alone'],
  ['Solicitor’s letter read together.', 'alone'],
  'Talked about where {name} might live next year.',
  'Read through the pathway plan; {name} crossed out two lines.',
  'Talked about who would be there in a crisis.',
  ['Registered with the dentist without help.', 'from16'],
  'Looked at what rent, food and fares come to.',
  ['Talked about staying put with the carers.', 'with carers'],
  'Cooked a curry from the list.',
]
const atUniversity: readonly Suited[] = [
  'The course is going well.',
  'Passed the module on statistics.',
  'Works in the union bar two evenings.',
  'Essays late but passing.',
  'Likes the course, dislikes the flatmates.',
  'Finance for next year applied for.',
  'Placement begins in the spring.',
  'Homesick at weekends.',
]
const atCollege: readonly Suited[] = [
  'College on four days of five.',
  'Passed the first unit.',
  'Attendance has dropped, mornings are hard.',
  'Level 2 nearly finished.',
  'The tutor is pleased.',
  ['English lessons twice a week now.', 'alone'],
  'Thinks of changing to plumbing.',
  'Assignment next week.',
  'Work experience at a garage went well.',
  'Bursary has come.',
]
const atWork: readonly Suited[] = [
  'Works five days at the warehouse.',
  'Shifts in the kitchen of the Mermaid.',
  'Second year of the apprenticeship.',
  'Weekend work became full time.',
  'Trial went well, contract signed.',
  'Traineeship until June.',
  'Boss is fair, hours are long.',
  'On a building site in the next town.',
]
const withBaby: readonly Suited[] = [
  'Baby sleeps through at last.',
  'Health visitor comes on Mondays.',
  'Goes to the mother and baby group.',
  'Baby was weighed and thrives.',
  'Nursery place from the second birthday.',
]
const notWell: readonly Suited[] = [
  'Not well enough to work, sees the doctor.',
  'Goes to the day centre on three days.',
  'Waits for an answer about the benefit.',
  'Medicine was changed, less tired now.',
  'Hospital appointment on Thursday.',
  'Back and knee trouble, waits for a letter.',
]
const notWorking: readonly Suited[] = [
  'Nothing to do at present and bored.',
  'Three applications, no answer.',
  'Left the course.',
  ['Sanctioned for a missed appointment.', 'from18', 'not alone'],
  'Gets up at two.',
  'Would like to work, not study.',
  'Interview on Thursday.',
  'Helps a neighbour with the garden.',
]
const life: readonly Suited[] = [
  ['Money is tight until the end of the month.', 'not in care'],
  ['Sees a brother at weekends.', 'brother', 'not alone', 'not family home'],
  ['Home Office letter came, looked at it together.', 'alone'],
  'New phone number noted.',
  'Sleeps badly.',
  ['A new partner, a kind one, {name} says.', 'not disabled'],
  'Proud of the savings.',
  ['Argument with the neighbour about music.', 'own flat'],
  'Eats well.',
  ['Misses the old place, rings there on Sundays.', 'not in care', 'not former carers', 'not family home'],
  ['Electric key was empty, topped up.', 'own flat'],
  ['Friends stay too long.', 'not in care', 'not former carers', 'not family home'],
  'Smokes less.',
  ['Talked about contact with mum.', 'not alone', 'not family home'],
  ['The hearing is put off again.', 'alone'],
  ['Was with friends from home for the feast.', 'alone'],
  ['A letter from court about a fine.', 'from18'],
  'Well in health.',
  'Lonely in the evenings.',
  'Plays football on Sundays.',
  'Has a bicycle now.',
  'Laughed a lot.',
]
const next: readonly Suited[] = [
  '',
  'Next time at home.',
  ['To ring about the claim.', 'from18', 'not works'],
  'Will send the form.',
  'Comes along to the appointment on Monday.',
  'Reminded of the dentist.',
  'Agreed a text every Friday.',
  ['To bring the rent book.', 'own flat'],
  'Nothing needed for now.',
  ['Asks about driving lessons.', 'from16', 'not disabled'],
  ['Housing officer to be asked about the damp.', 'own flat'],
]

const fromCustody: readonly Suited[] = [
  'Video link from custody.',
  '{name} rang from the wing.',
  'Spoke with {name} over the officer’s telephone.',
]
const inCustody: readonly Suited[] = [
  'Visited {name} in custody.',
  'Legal visits hall, an hour.',
  'Saw {name} at the institution, thinner than last time.',
  'Visit with the offender manager.',
]
const changesInCustody: readonly Suited[] = [
  'Room for the day of release is asked for.',
  'Visits every six weeks, with the officer.',
  'Mathematics and a building course inside.',
  'Probation and the adviser write one plan.',
  'Things are stored until release.',
  'A tag to an address: two are looked at.',
]
const notIn: readonly Suited[] = [
  'Called as agreed, {name} was not in.',
  'Nobody opened, {name} had forgotten.',
  '{name} had gone out, spoke through the intercom with a friend.',
  '{name} rang as I stood at the door: still at the doctor’s.',
  'Not in; a text came an hour later.',
]
const notInNext: readonly Suited[] = ['Note left.', 'Again on Thursday.', 'Says all is well.', 'New time agreed by text.', '']
const custodyNext: readonly Suited[] = [
  'Release plan begun: a room is needed by the date.',
  'Works in the kitchen there.',
  'Asked for books and a radio.',
  'Has had no other visit.',
  'Room given up, things are stored.',
  'Does mathematics in the mornings.',
  'Gate pick-up agreed.',
  'Worried about where to live after.',
  'Calm, keeps to {himself}, says the officer.',
  'Probation comes to the next review.',
]

const notReached: readonly Suited[] = [
  'No answer at the last address, nor by telephone.',
  'Three calls, straight to voicemail.',
  'Letter came back.',
  ['Somebody in the house says {name} moved out a month ago.', 'shared house'],
  'Messages read, not answered.',
  'Called by, curtains shut, post on the mat.',
  'Number no longer in use.',
  'Did not come to the café, waited an hour.',
  ['Aunt has not heard either.', 'not alone'],
  'Asked not to be rung any more.',
]
const triedNext: readonly Suited[] = [
  '',
  'Another try next week.',
  ['Asked the college.', 'studies'],
  'Former carers asked to pass on a message.',
  'Card left with a number.',
  'Housing office asked.',
  'Wrote to the last three addresses.',
  'Manager knows.',
  'Friend passed on a message.',
]
