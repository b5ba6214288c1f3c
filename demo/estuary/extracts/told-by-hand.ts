import { professional, team } from '../../../src/authority/records.ts'
import type { Fields, RecordKind } from '../../../src/engine/records/kind.ts'
import { involvement } from '../../../src/practice/allocation/records.ts'
import { assessment, assessmentFactors } from '../../../src/practice/assessment/records.ts'
import { legalStatus } from '../../../src/practice/court/records.ts'
import { contact, referral } from '../../../src/practice/front-door/records.ts'
import { healthCheck, strengthsAndDifficultiesScore } from '../../../src/practice/health/records.ts'
import { childInNeedPlan } from '../../../src/practice/in-need/records.ts'
import { careLeaver } from '../../../src/practice/leaving-care/records.ts'
import {
  careEpisode,
  carePlan,
  lookedAfterReview,
  lookedAfterVisit,
  periodOfCare,
  placement,
} from '../../../src/practice/looked-after/records.ts'
import { missingEpisode } from '../../../src/practice/missing/records.ts'
import { adopter, permanence, previousPermanence } from '../../../src/practice/permanence/records.ts'
import { address, disability, immigrationStatus, person } from '../../../src/practice/person/records.ts'
import {
  childProtectionPlan,
  childProtectionReview,
  childProtectionVisit,
  initialConference,
  section47Enquiry,
} from '../../../src/practice/protection/records.ts'
import { addDays, addMonths, addWorkingDays, birthday, type Day } from '../days.ts'
import { Telling, type Told, type Values } from '../telling.ts'
import type { Worker } from '../workforce.ts'
import type { World } from '../world.ts'

/** For tests: a few courses told by hand, so that what extracts make of them can be said day by day. */

export const history = { from: '2013-01-01', to: '2018-12-31' } as const

/** All that a telling needs of a world: nothing is late here. */
const world = { ...history, seed: 1, workforce: { strain: () => 0 } } as unknown as World
const clerk = { id: 'P1', name: 'Rosalind Tern', team: 'T1', from: '2000-01-03', until: '2099-12-31' } as Worker

type Tell = <F extends Fields>(kind: RecordKind<F>, on: Day, values: Values<F>, id?: string) => Told
interface Life {
  readonly number: string
  readonly born: Day
  readonly tell: Tell
  /** Says later, on its own day, what was not known at first. */
  readonly then: <F extends Fields>(told: Told, kind: RecordKind<F>, on: Day, values: Values<F>, reason?: string) => void
  readonly telling: Telling
}

/** The team and its workers, an adopter, and so many children: each of five courses comes again and again, some days apart. */
export function toldByHand(children: number): readonly (readonly Told[])[] {
  const common = lifeOf('T', '', null)
  common.tell(team, '2012-01-02', { name: 'Assessment, Oyster Quay' }, 'T1')
  common.tell(professional, '2012-01-02', { name: clerk.name, registration: 'SW300001', department: 'Assessment, Oyster Quay' }, 'P1')
  const adopting = lifeOf('A', '', null)
  adopting.tell(adopter, '2016-05-03', { adopterId: 'A1', enquiredOn: '2016-04-25', gender: 'F', ethnicity: 'WBRI', disabled: 'No' }, 'A1')
  const courses = [inCare, protectedAtHome, adopted, cameToLeave, cameAlone]
  return [
    common.telling.records,
    adopting.telling.records,
    ...Array.from({ length: children }, (_, at) => {
      const later = Math.floor(at / courses.length) * 3
      const born = addDays(['2008-04-09', '2006-09-30', '2013-06-15', '1998-02-10', '2000-07-07'][at % courses.length] as Day, later)
      const life = lifeOf(String(1000 + at), born, String(1000 + at))
      courses[at % courses.length]?.(life, (day) => addWorkingDays(day, later))
      return life.telling.records
    }),
  ]
}

function lifeOf(number: string, born: Day, about: string | null): Life {
  const telling = new Telling(world, number, about)
  const tell: Tell = (kind, on, values, id) => telling.tell(kind, values, { on, by: clerk, recorded: addDays(on.slice(0, 10), 1) }, id)
  return {
    number,
    born,
    telling,
    tell,
    then: (told, kind, on, values, reason) =>
      telling.amend(told, kind, values, { on, by: clerk, recorded: addDays(on.slice(0, 10), 2), reason }),
  }
}

function known({ tell, born, number }: Life, on: Day): void {
  tell(
    person,
    on,
    { forename: `Wren ${number}`, surname: 'Saltmarsh', sex: 'F', gender: 'F', ethnicity: 'WBRI', bornOn: born, upnUnknown: 'UN1' },
    number,
  )
  tell(address, on, { type: 'Home', startedOn: born, postcode: 'XE1 2AB', parts: { HOUSE: '4', STREET: 'Quay "Row", north' } })
}

/** From the contact until the assessment is authorised. */
function referred({ tell, then }: Life, on: Day): Told {
  tell(contact, on, { receivedAt: `${on} 10:15:00`, sourceCode: '6', outcomes: { NEW_REFERRAL_FLAG: 'Y' } })
  const told = tell(referral, on, { receivedOn: on, sourceCode: '6', primaryNeed: 'N1', noFurtherAction: false, team: 'T1', worker: 'P1' })
  const assessed = tell(assessment, addDays(on, 1), { referral: told.id, startedOn: addDays(on, 1), team: 'T1', worker: 'P1' })
  const authorisedOn = addWorkingDays(on, 30)
  then(assessed, assessment, authorisedOn, { authorisedOn, childSeen: true, noFurtherAction: false })
  tell(assessmentFactors, authorisedOn, { assessment: assessed.id, factors: ['2A', '3B'] })
  const held = tell(involvement, addDays(on, 1), { worker: 'P1', role: 'CW', team: 'T1', startedOn: addDays(on, 1), referral: told.id })
  then(held, involvement, addMonths(on, 30), { endedOn: addMonths(on, 30) })
  return told
}

const closed = ({ then }: Life, told: Told, on: Day): void => then(told, referral, on, { closedOn: on, closureReason: 'RC7' })

/** In care for two years under two statuses and in two placements; missing twice, once across 31 March; home again. */
function inCare(life: Life, at: (day: Day) => Day): void {
  const { tell, then } = life
  const [from, order, moved, home] = [at('2015-02-16'), at('2015-05-05'), at('2016-01-11'), at('2017-01-30')]
  known(life, at('2015-02-02'))
  const need = referred(life, at('2015-02-02'))
  const period = tell(periodOfCare, from, { startedOn: from })
  then(period, periodOfCare, home, { endedOn: home, endReason: 'E4A' })
  const [first, second] = [
    tell(placement, from, {
      periodOfCare: period.id,
      startedOn: from,
      type: 'U6',
      provider: 'PR1',
      postcode: 'XE3 4CD',
      urn: 'SC123456',
      outsideArea: false,
    }),
    tell(placement, moved, {
      periodOfCare: period.id,
      startedOn: moved,
      type: 'K2',
      provider: 'PR4',
      postcode: 'XQ9 1ZZ',
      outsideArea: true,
    }),
  ]
  then(first, placement, moved, { endedOn: moved, changeReason: 'CARPL' })
  then(second, placement, home, { endedOn: home })
  const stretch = (startedOn: Day, startReason: string, status: string, place: Told, endedOn: Day, endReason: string): void => {
    const common = { periodOfCare: period.id, placement: place.id, referral: need.id, startedOn, startReason, categoryOfNeed: 'N1' }
    const told = tell(careEpisode, startedOn, { ...common, enteredCareOn: from, legalStatus: status })
    then(told, careEpisode, endedOn, { endedOn, endReason, placeChangeReason: endedOn === moved ? 'CARPL' : null })
  }
  stretch(from, 'S', 'V2', first, order, 'X1')
  stretch(order, 'L', 'C1', first, moved, 'X1')
  stretch(moved, 'P', 'C1', second, home, 'E4A')
  then(tell(legalStatus, from, { status: 'V2', startedOn: from }), legalStatus, order, { endedOn: order })
  then(tell(legalStatus, order, { status: 'C1', startedOn: order }), legalStatus, home, { endedOn: home })
  for (const heldOn of [addDays(from, 18), addMonths(from, 4), addMonths(from, 10)])
    tell(lookedAfterReview, heldOn, { periodOfCare: period.id, heldOn, participation: 'PN1' })
  // Called off: the return does not have it.
  tell(lookedAfterReview, addMonths(from, 9), { periodOfCare: period.id, heldOn: addMonths(from, 9), cancelled: true })
  for (let month = 0; month < 20; month++)
    tell(lookedAfterVisit, addMonths(from, month), {
      periodOfCare: period.id,
      visitedOn: addMonths(from, month),
      childSeen: true,
      seenAlone: true,
    })
  tell(carePlan, addDays(from, 9), { startedOn: addDays(from, 9), options: { RETURN6M: 'Y', ADOPTION: 'N' } })
  tell(healthCheck, addMonths(from, 5), { type: 'Health Assessment', checkedOn: addMonths(from, 5), status: 'Completed' })
  tell(healthCheck, addMonths(from, 6), { type: 'Dental Check', checkedOn: addMonths(from, 6), status: 'Completed' })
  tell(strengthsAndDifficultiesScore, addMonths(from, 12), { completedOn: addMonths(from, 12), score: 14 })
  const gone = tell(missingEpisode, '2016-03-30 22:10:00', { wentMissingAt: '2016-03-30 22:10:00', type: 'M', interviewOffered: 'Y' })
  then(gone, missingEpisode, '2016-04-02', { returnedAt: '2016-04-02 06:45:00', interviewAccepted: 'N' })
  // Of another child: written down, and withdrawn.
  const stray = tell(missingEpisode, '2016-05-01 21:00:00', { wentMissingAt: '2016-05-01 21:00:00', type: 'M' })
  life.telling.withdraw(stray, 'Entered on the wrong child', { on: '2016-05-03', by: clerk })
  closed(life, need, addMonths(home, 2))
}

/** On a protection plan for neglect, then emotional abuse, for fourteen months. The first review was dated wrong and put right. */
function protectedAtHome(life: Life, at: (day: Day) => Day): void {
  const { tell, then } = life
  const [discussed, held, ended] = [at('2015-10-01'), at('2015-10-19'), at('2016-12-12')]
  known(life, at('2015-09-14'))
  tell(disability, at('2015-09-20'), { code: 'LD' })
  const need = referred(life, at('2015-09-14'))
  const enquiry = tell(section47Enquiry, discussed, {
    referral: need.id,
    strategyDiscussionAt: `${discussed} 14:00:00`,
    team: 'T1',
    worker: 'P1',
  })
  then(enquiry, section47Enquiry, addDays(held, -3), {
    completedOn: addDays(held, -3),
    outcomes: { CP_CONFERENCE_FLAG: 'Y' },
    conferenceNotRequired: false,
  })
  const conference = tell(initialConference, held, {
    meetingId: 'M1',
    enquiry: enquiry.id,
    referral: need.id,
    heldOn: held,
    targetOn: addWorkingDays(discussed, 15),
    ledToPlan: true,
  })
  const plan = tell(childProtectionPlan, held, {
    referral: need.id,
    conference: conference.id,
    startedOn: held,
    initialCategory: 'NEG',
    latestCategory: 'NEG',
    previousPlans: 0,
  })
  then(conference, initialConference, held, { plan: plan.id })
  const first = tell(childProtectionReview, addMonths(held, 3), { plan: plan.id, heldOn: addMonths(held, 2), planToContinue: true })
  then(first, childProtectionReview, addMonths(held, 4), { heldOn: addMonths(held, 3) }, 'Wrong month')
  then(plan, childProtectionPlan, addMonths(held, 9), { latestCategory: 'EMO' })
  tell(childProtectionReview, addMonths(held, 9), { plan: plan.id, heldOn: addMonths(held, 9), planToContinue: true })
  tell(childProtectionReview, ended, { plan: plan.id, heldOn: ended, planToContinue: false })
  then(plan, childProtectionPlan, ended, { endedOn: ended })
  for (let week = 1; week < 50; week += 2)
    tell(childProtectionVisit, addDays(held, week * 7), {
      plan: plan.id,
      visitedOn: addDays(held, week * 7),
      childSeen: true,
      seenAlone: week % 3 === 0,
    })
  const after = tell(childInNeedPlan, ended, { referral: need.id, startedOn: ended, team: 'T1', worker: 'P1' })
  then(after, childInNeedPlan, addMonths(ended, 5), { endedOn: addMonths(ended, 5) })
  closed(life, need, addMonths(ended, 5))
}

/** In care from birth to adoption. */
function adopted(life: Life, at: (day: Day) => Day): void {
  const { tell, then } = life
  const [from, decided, placed, ordered] = [at('2013-07-01'), at('2014-02-03'), at('2014-12-08'), at('2015-06-22')]
  known(life, at('2013-06-24'))
  const need = referred(life, at('2013-06-24'))
  const period = tell(periodOfCare, from, { startedOn: from })
  then(period, periodOfCare, ordered, { endedOn: ordered, endReason: 'E12' })
  const common = { periodOfCare: period.id, referral: need.id, categoryOfNeed: 'N1', enteredCareOn: from, homePostcode: 'XE1 2AB' }
  const [carers, adopters] = [
    tell(placement, from, { periodOfCare: period.id, startedOn: from, type: 'U6', provider: 'PR1', postcode: 'XE3 4CD' }),
    tell(placement, placed, { periodOfCare: period.id, startedOn: placed, type: 'A6', provider: 'PR1', postcode: 'XQ2 2QQ' }),
  ]
  then(carers, placement, placed, { endedOn: placed, changeReason: 'CARPL' })
  then(adopters, placement, ordered, { endedOn: ordered })
  const first = tell(careEpisode, from, { ...common, placement: carers.id, startedOn: from, startReason: 'S', legalStatus: 'E1' })
  then(first, careEpisode, placed, { endedOn: placed, endReason: 'X1' })
  const last = tell(careEpisode, placed, { ...common, placement: adopters.id, startedOn: placed, startReason: 'P', legalStatus: 'E1' })
  then(last, careEpisode, ordered, { endedOn: ordered, endReason: 'E12' })
  then(tell(legalStatus, from, { status: 'E1', startedOn: from }), legalStatus, ordered, { endedOn: ordered })
  tell(previousPermanence, from, { option: 'Z1' })
  const way = tell(permanence, decided, { periodOfCare: period.id, adoptionDecidedOn: decided, placementOrderOn: decided })
  then(way, permanence, placed, {
    matchedOn: addDays(placed, -20),
    placedForAdoptionOn: placed,
    numberOfAdopters: 2,
    adopterSex: 'MF',
    adopterLegalStatus: 'L11',
  })
  then(way, permanence, ordered, { orderMadeOn: ordered, orderType: 'Adoption', adoptedByFormerCarer: false })
  closed(life, need, ordered)
}

/** In care from before the history until 18, then a care leaver in touch at 19, not at 20. */
function cameToLeave(life: Life, at: (day: Day) => Day): void {
  const { born, tell, then } = life
  const [from, left] = [at('2011-03-07'), birthday(born, 18)]
  known(life, at('2011-03-01'))
  const period = tell(periodOfCare, from, { startedOn: from })
  then(period, periodOfCare, left, { endedOn: left, endReason: 'E5' })
  const place = tell(placement, from, {
    periodOfCare: period.id,
    startedOn: from,
    type: 'U4',
    provider: 'PR4',
    postcode: 'XE5 5EE',
    outsideArea: false,
  })
  then(place, placement, left, { endedOn: left })
  const episode = tell(careEpisode, from, {
    periodOfCare: period.id,
    placement: place.id,
    startedOn: from,
    startReason: 'S',
    categoryOfNeed: 'N5',
    legalStatus: 'C2',
    enteredCareOn: from,
  })
  then(episode, careEpisode, left, { endedOn: left, endReason: 'E5' })
  then(tell(legalStatus, from, { status: 'C2', startedOn: from }), legalStatus, left, { endedOn: left })
  const leaver = tell(careLeaver, left, {
    eligibility: 'Former Relevant',
    inTouch: 'YES',
    accommodation: 'U',
    accommodationSuitable: '1',
    activity: 'F2',
    team: 'T1',
    worker: 'P1',
    personalAdviser: 'P1',
    latestContactOn: left,
  })
  const [nineteenth, twentieth] = [birthday(born, 19), birthday(born, 20)]
  then(leaver, careLeaver, nineteenth, { latestContactOn: nineteenth, accommodation: 'T' })
  then(leaver, careLeaver, twentieth, { inTouch: 'NO', accommodation: 'R', accommodationSuitable: null, activity: null })
}

/** Came to the country alone at fifteen and was looked after until 18. */
function cameAlone(life: Life, at: (day: Day) => Day): void {
  const { born, tell, then } = life
  const [from, left] = [at('2015-11-02'), birthday(born, 18)]
  known(life, from)
  tell(immigrationStatus, from, { status: 'Unaccompanied asylum-seeking child', startedOn: from, endedOn: left })
  const period = tell(periodOfCare, from, { startedOn: from })
  then(period, periodOfCare, left, { endedOn: left, endReason: 'E6' })
  const place = tell(placement, from, {
    periodOfCare: period.id,
    startedOn: from,
    type: 'U6',
    provider: 'PR4',
    postcode: 'XQ7 7QQ',
    outsideArea: true,
  })
  then(place, placement, left, { endedOn: left })
  const episode = tell(careEpisode, from, {
    periodOfCare: period.id,
    placement: place.id,
    startedOn: from,
    startReason: 'S',
    categoryOfNeed: 'N8',
    legalStatus: 'V2',
    enteredCareOn: from,
  })
  then(episode, careEpisode, left, { endedOn: left, endReason: 'E6' })
  then(tell(legalStatus, from, { status: 'V2', startedOn: from }), legalStatus, left, { endedOn: left })
}
