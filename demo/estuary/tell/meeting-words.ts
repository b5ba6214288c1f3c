import type { Chance } from '../chance.ts'
import type { Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { some } from '../words.ts'
import { composedFor, factsOn, suiting, type Suited } from './suited-words.ts'
import { meant } from './who-is-meant.ts'

/** What meetings about a child say in words: who came, and what was agreed. */

const ofFamily: readonly Suited[] = [
  'grandmother',
  'father',
  'mother’s partner',
  'aunt',
  ['adult sister', 'sister', 'from8'],
  'family friend',
  'grandfather',
]
const ofNetwork: readonly Suited[] = [
  ['midwife', 'not born'],
  ['perinatal mental health nurse', 'not from1'],
  ['midwife', 'born', 'not from1'],
  ['health visitor', 'not from5'],
  ['health visitor', 'not from2'],
  ['community nurse', 'disabled'],
  ['community nurse', 'not from2'],
  ['nursery key worker', 'from2', 'not from5'],
  ['children’s centre', 'not from5'],
  ['speech therapist', 'from2', 'not from8'],
  ['class teacher', 'from5', 'not from11'],
  ['school nurse', 'from5', 'not from16'],
  ['pastoral manager', 'from5', 'not from16'],
  ['family liaison officer', 'from5', 'not from11'],
  ['special needs coordinator', 'from4', 'not from16'],
  ['head of year', 'from11', 'not from16'],
  ['youth worker', 'from11'],
  ['college tutor', 'from16'],
  ['emotional wellbeing worker', 'from11'],
  ['occupational therapist', 'disabled'],
]
const ofParents: readonly Suited[] = [
  'domestic abuse worker',
  'drug and alcohol worker',
  'housing officer',
  'community psychiatric nurse',
  'family support worker',
  'police',
]

/** Who came to a meeting, in words. */
export function attendedBy(
  living: Living,
  day: Day,
  lot: Chance,
  { parents, child }: { readonly parents: boolean; readonly child: boolean },
): string {
  const facts = factsOn(living, day)
  return [
    'Social worker',
    ...(child ? [living.child.forename] : []),
    ...(parents ? ['mother'] : []),
    ...some(lot, suiting(ofFamily, facts), 0, parents ? 1 : 0),
    ...new Set(some(lot, suiting(ofNetwork, facts), 1, 3)),
    ...some(lot, ofParents as readonly string[], 0, 2),
  ].join(', ')
}

const wentWell: readonly Suited[] = [
  ['{name} has been at school on time since the last meeting.', 'from5', 'not from16', 'schools open'],
  ['The health visitor sees a difference at bedtime.', 'born', 'not from5'],
  '{mum} has kept every appointment but one.',
  'The house was warm and there was food in.',
  'No calls to the police since we last met.',
  ['{name} has slept in {his} own bed all month.', 'from3', 'not from14'],
  'Grandmother has stepped in twice, as agreed.',
  ['{name} got a certificate and brought it along.', 'from5', 'not from14'],
  ['Weight is up and so is {mum}’s confidence.', 'born', 'not from3'],
  'Nothing much has moved since the last meeting, and this was said.',
  ['{mum} has been to all scans.', 'not born'],
  ['The cot and the pram are there.', 'not from1'],
  ['{name} feeds well and is on the line.', 'born', 'not from1'],
  ['{name} has begun at nursery and goes in without looking back.', 'from2', 'not from5'],
  ['{name} has twenty new words, nursery counted.', 'from2', 'not from4'],
  ['{name} reads to the teaching assistant.', 'from5', 'not from11'],
  ['{name} went to the club three weeks running.', 'from8'],
  ['{name} came home by ten on most nights.', 'from14'],
  ['{name} rang the worker before it went wrong.', 'from11'],
  ['{name} has a timetable {he} can bear.', 'from11', 'not from16'],
  ['{name} has begun the course and gets up for it.', 'from16'],
  ['{name}’s chair has come.', 'disabled', 'from4'],
  ['The short break went well; {name} came back smiling.', 'disabled', 'from2'],
  'The letters are opened and the rent is paid by the week.',
  '{mum} has said what she needs, for the first time.',
  'The parents came together and did not quarrel.',
  'Both bedrooms are done.',
  '{mum} leads now and the support worker watches.',
]
const worries: readonly Suited[] = [
  'The worry is the weekends.',
  '{mum}’s partner has been seen at the address.',
  'Two appointments were missed and nobody rang.',
  ['{name} was late nine times.', 'from5', 'not from16', 'schools open'],
  'The landlord has given notice.',
  ['{name} says less than {he} did.', 'from4'],
  ['The nursery place may be lost if fees are not paid.', 'from2', 'not from5'],
  'There was one bad evening, which {mum} told us of herself.',
  ['The school had heard something different.', 'from5', 'not from16'],
  'The tests came back mixed.',
  ['{mum} smokes still, and says so.', 'not from1'],
  ['Nobody knows who will be there at night.', 'not from1'],
  ['{name} was in the car seat each time we came.', 'born', 'not from1'],
  ['{name} bites, and nobody knows why.', 'from1', 'not from4'],
  ['{name} was sent home twice.', 'from5', 'not from16'],
  ['{name} has two phones and one is new.', 'from11'],
  ['{name} will not be weighed.', 'from11'],
  ['{name} stays in bed until the afternoon.', 'from14'],
  ['The equipment is still on order.', 'disabled'],
  ['The nights are as bad as ever.', 'disabled', 'from1'],
  'The electricity was off again.',
  'The grandparents are tired.',
  'Father came once and left early.',
  'It all hangs on one neighbour.',
  'Change is said more than seen.',
  'The support worker has been off and nobody came instead.',
]
const next: readonly Suited[] = [
  'Agreed: the family support worker comes at bedtime for six weeks.',
  ['Agreed: school rings the social worker by ten if {name} is not in.', 'from5', 'not from16'],
  ['Agreed: {mum} takes {name} to the dentist on Thursday.', 'from1'],
  ['Agreed: {mum} and the health visitor go to the clinic together.', 'born', 'not from5'],
  'Agreed: a letter to housing this week, with the social worker’s letter attached.',
  'Agreed: {his} father is asked to come next time, and the time is set so that he can.',
  ['Agreed: the safety plan is read with {name} again.', 'from5'],
  'Agreed: visits unannounced, two of three.',
  'Agreed: {mum} brings the diary.',
  'Agreed: what is not done by the next meeting goes to the manager.',
  ['Agreed: the club is paid for until the summer.', 'from5'],
  'Agreed: same plan, one thing less.',
  ['Agreed: {name} is asked what {he} wants to be said.', 'from5'],
  ['Agreed: the hospital has the plan for the birth by Friday.', 'not born'],
  ['Agreed: the midwife rings if an appointment is missed.', 'not born'],
  ['Agreed: nursery on four mornings instead of two.', 'from2', 'not from5'],
  ['Agreed: weighed every week until the next meeting.', 'born', 'not from2'],
  ['Agreed: a later start on Mondays, tried for a month.', 'from11', 'not from16'],
  ['Agreed: the youth worker meets {name} at the centre on Fridays.', 'from11'],
  ['Agreed: the occupational therapist comes before the next meeting.', 'disabled'],
  'Agreed: grandmother has a key and the number of the out of hours team.',
  'Agreed: one worker rings {mum} on Mondays, not five.',
  'Agreed: the written agreement is put into {mum}’s own words.',
  'Agreed: the family meets by itself before we meet again.',
  'Agreed: the debt adviser comes to the house.',
]

/** What a core group or a review agreed: how it went, what worries, what is next. */
export const agreedAt = (living: Living, day: Day, lot: Chance): string =>
  composedFor(lot, [wentWell, worries, next], factsOn(living, day), meant(living, day))

const thin = [
  'Plan to continue.',
  'As per plan.',
  'Agreed.',
  'Continue with plan.',
  'To continue to monitor.',
  'Actions carried forward.',
  'No change.',
]

/** What is written where nobody wrote what was agreed. */
export const agreedThinly = (lot: Chance): string => lot.pick(thin)

const whyNot: readonly Suited[] = [
  '{name} did not want to; asked twice.',
  '{mum} stayed in the room, and it would have been a scene to ask her out.',
  ['A brother stayed with us all the time.', 'brother'],
  'Asleep; looked in on.',
  ['Seen at school with the teaching assistant, as {name} asked.', 'schools open', 'from5', 'not from16'],
  ['The interpreter was there.', 'interpreter'],
  'One room only, with visitors in it.',
  '{name} was ill and in bed.',
  ['It did not feel safe to ask with {mum}’s partner there. Will be seen at school.', 'from5', 'not from16'],
  'It did not feel safe to ask with {mum}’s partner there.',
  ['{name} was just off to training.', 'from8'],
  ['{name} was on the phone and stayed on it.', 'from11'],
  ['{name} hid under the table and stayed there.', 'not from8'],
  ['Seen with {his} sister: they wanted to be together.', 'sister'],
  'Met in the street with the family, and walked with them.',
]
const whyNotMore: readonly Suited[] = [
  '',
  '',
  '',
  ['Arranged for school next time.', 'schools open', 'from5', 'not from16'],
  'Spoke by the gate for a minute.',
  ['Told that {he} can ring.', 'from8'],
  'To be tried again next week.',
]
const tooYoung: readonly Suited[] = [
  'Too young to be seen alone',
  ['Too young; watched at play', 'from1'],
  ['A baby: seen awake, held by {mum}', 'not from1'],
  'Too young, seen with {mum}',
  ['Toddler, would not leave {mum}', 'from1', 'not from3'],
  ['Seen in the cot, asleep', 'not from2'],
  ['Seen awake and asleep, and changed by {mum}', 'not from1'],
  ['Too young: seen at nursery with the key worker', 'from2', 'schools open'],
  ['Seen at the table with the others', 'from2', 'siblings'],
  ['Seen in the bath, splashing', 'from1', 'not from4'],
  ['Showed me the train and would not let go of my hand', 'from2'],
  ['On {mum}’s lap the whole time', 'from1'],
]
const notBorn = ['Not yet born', 'Not yet born: visit to {mum}', 'Baby not born; {mum} seen']
const notIn: readonly Suited[] = [
  'Nobody in',
  'No reply; card left',
  'Not at home: at {his} grandmother’s',
  ['Still at school', 'schools open', 'from5', 'not from16'],
  ['At nursery until three', 'schools open', 'from2', 'not from5'],
  ['Out with friends', 'from8'],
  '{mum} said not to come in',
  ['On a school trip', 'schools open', 'from8', 'not from16'],
  'At {his} father’s for the week',
  ['In hospital overnight', 'not from5'],
  'Gone to the shops, a neighbour said',
  ['At work', 'from16'],
]

/** Why a child was not seen, or not alone. */
export function whyNotAlone(living: Living, day: Day, lot: Chance, seen: boolean): string {
  const given = meant(living, day)
  if (day < living.child.born) return composedFor(lot, [notBorn], factsOn(living, day), given)
  const said = !seen ? [notIn] : ageThen(living, day) < 4 ? [tooYoung] : [whyNot, whyNotMore]
  return composedFor(lot, said, factsOn(living, day), given)
}
