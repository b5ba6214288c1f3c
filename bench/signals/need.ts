import { between, lot, purpose, weighed } from './chance.ts'
import { birthdayOf, firstOf, lastTold, monthOf, told, workingAfter } from './calendar.ts'
import { care } from './care.ts'
import { inNeed, protection } from './plans.ts'
import type { Post } from './authority.ts'
import { quoted } from './tables.ts'
import type { Telling } from './telling.ts'
import { factors, needs, outcomes, paragraph, sources, view } from './words.ts'
import { missing } from './missing.ts'

/** A referral and what follows from it: assessment, enquiry, conference, plan, care, until the case closes. */

const [
  forContacts,
  forSource,
  forNeed,
  forRoute,
  forGap,
  forReturn,
  forLengthOfAssessment,
  forEnquiry,
  forFactors,
  forCare,
  forFirstVisit,
] = [
  'contacts',
  'source',
  'need',
  'route',
  'gap',
  'return after a year',
  'length of assessment',
  'enquiry',
  'factors',
  'care',
  'first visit',
].map(purpose) as [number, number, number, number, number, number, number, number, number, number, number]

/** All referrals of a child, from the first. `brothers` tells how many of the family came in together. */
export function childhood(telling: Telling, from: number, brothers: number): void {
  const { seed, child } = telling
  const eighteen = birthdayOf(child.born, 18)
  let day = from
  let again = false
  for (let turn = 0; turn < 6 && day < eighteen - 60 && day <= lastTold; turn += 1) {
    const key = child.id * 8 + turn
    const who = telling.who(day, telling.postIn('assessment', turn))
    telling.truth.add('referral', monthOf(day), { ...who, team: '' }, true)
    telling.truth.add('comingBack', monthOf(day), who, again)
    const closed = referral(telling, key, turn, day, brothers)
    telling.openUntil = Math.max(telling.openUntil, Math.min(closed, lastTold + 1))
    telling.open.push([day, closed])
    // Within 12 months of this referral, once it is closed. Whether the child comes back is decided in the month in which that would be.
    const room = day + 355 - (closed + 10)
    const back = closed + 10 + Math.floor(lot(seed, forGap, key) * Math.max(1, room))
    again = room > 0 && telling.step('comingBack', back, telling.who(back, telling.postIn('assessment', turn)), key, 0, false)
    if (!again && lot(seed, forReturn, key) > 0.1) return
    day = again ? back : closed + between(lot(seed, forReturn, key, 1), 380, 1300)
  }
}

/** @returns the day on which it closes, were every step in time: what follows hangs on it, so that no delay moves another process */
function referral(telling: Telling, key: number, turn: number, from: number, brothers: number): number {
  const { seed, child } = telling
  const post = telling.postIn('assessment', turn)
  const who = telling.who(from, post)
  const worker = (day: number) => post.held.find((tenure) => tenure.from <= day && day < tenure.until)?.worker ?? null
  const id = `R${key}`
  const other = telling.step('otherSource', from, { ...who, team: '' }, key)
  const [code, said] = other ? ['8', 'Other'] : weighed(lot(seed, forSource, child.family, turn), sources)
  const need = weighed(lot(seed, forNeed, child.family, turn), needs)
  // Others tell of the child while the case goes on.
  const heardAgain = from + between(lot(seed, forContacts, key, 1), 3, 200)
  if (lot(seed, forContacts, key) < 0.5 && heardAgain <= lastTold)
    telling.put('ssd_contacts', `C${key}a`, child.id, told(heardAgain), code, said, outcomes.advice)
  telling.put('ssd_contacts', `C${key}b`, child.id, told(from), code, said, outcomes.newReferral)
  const decided = telling.step('decision', workingAfter(from, 1), who, key)
  if (telling.records('decision') && workingAfter(from, 1) <= lastTold)
    telling.put('referral', id, told(workingAfter(from, decided ? 1 : 2 + (key % 4))))
  const route = lot(seed, forRoute, key)
  const close = (reason: string, day: number, nothing = false) =>
    telling.put(
      'ssd_cin_episodes',
      id,
      child.id,
      told(from),
      need,
      code,
      said,
      nothing ? outcomes.nothing : outcomes.assess,
      nothing ? 'Y' : 'N',
      day <= lastTold ? reason : '',
      told(day),
      post.team,
      worker(from),
    )
  if (route < 0.07) {
    const day = workingAfter(from, 6)
    close('RC8', day, true)
    telling.held(post, from, day, id)
    return day
  }

  // The assessment. `planned` is the day on which it would end in time; what follows begins then, whether or not it is late.
  const started = workingAfter(from, between(lot(seed, forLengthOfAssessment, key, 1), 1, 3))
  const teamPlace = Number(post.team.slice(1))
  const middle = 29 + (teamPlace % 5) - 2
  const planned = workingAfter(started, telling.length(forLengthOfAssessment, key, 0, middle, 0.35, 8, 43))
  const limit = workingAfter(started, 45)
  const inTime = telling.step('assessment', limit, telling.who(limit, post), key)
  const authorised = inTime ? planned : workingAfter(limit, telling.length(forLengthOfAssessment, key, 2, 11, 0.8, 1, 70))
  seenEarly(telling, key, started, post)
  const turned = route - 0.07
  const way = turned < 0.16 ? 'enquiry' : turned < 0.202 ? 'care' : turned < 0.56 ? 'plan' : 'nothing'
  const done = authorised <= lastTold
  const was = seen(telling, planned, key, post, done)
  if (started <= lastTold)
    telling.put(
      'ssd_cin_assessments',
      `S${key}`,
      child.id,
      id,
      told(started),
      was,
      told(authorised),
      done ? (way === 'nothing' ? outcomes.noServices : outcomes.services) : '',
      done ? (way === 'nothing' ? 'Y' : 'N') : '',
      post.team,
      worker(started),
    )
  foundAndWritten(telling, key, turn, planned, post, brothers, done)

  // The team that assesses holds the child until the assessment is authorised, and hands over on the next day.
  const handover = authorised + 1
  telling.held(post, from, handover, id)
  const closed = follows(telling, key, id, from, planned, handover, way)
  close(way === 'nothing' ? (key % 4 === 0 ? 'RC9' : 'RC8') : 'RC7', closing(telling, closed, Math.max(closed, handover), key))
  return closed
}

/** Some put the last day of the month for whatever day it was. By chance one day in fifteen is the first or the last of a month. */
function closing(telling: Telling, planned: number, day: number, key: number): number {
  const who = { ...telling.who(planned, null), team: '' }
  const moved = telling.step('edge', planned, who, key, 0, false)
  const atEdge = planned === firstOf(monthOf(planned)) || planned === firstOf(monthOf(planned) + 1) - 1
  if (planned <= lastTold) telling.truth.add('edge', monthOf(planned), who, moved || atEdge)
  return moved ? firstOf(monthOf(day) + 1) - 1 : day
}

/** The first visit of an assessment, within 10 working days of its start. */
function seenEarly(telling: Telling, key: number, started: number, post: Post): void {
  const due = workingAfter(started, 10)
  const early = telling.step('seenEarly', due, telling.who(due, post), key)
  const share = lot(telling.seed, forFirstVisit, key)
  const day = workingAfter(started, early ? between(share, 1, 9) : between(share, 12, 28))
  if (day <= lastTold) telling.put('ssd_cin_visits', `YA${key}`, telling.child.id, told(day), 'Y', share < 0.6 ? 'Y' : 'N', 'Y')
}

// What an assessment says is decided as on the day on which it would end in time, and so whether or not it is late.

function seen(telling: Telling, day: number, key: number, post: Post, done: boolean): string {
  const was = telling.step('seen', day, telling.who(day, post), key)
  return done && telling.records('seen') ? (was ? 'Y' : key % 3 === 0 ? 'N' : '') : ''
}

function foundAndWritten(telling: Telling, key: number, turn: number, day: number, post: Post, brothers: number, done: boolean): void {
  const { seed, child } = telling
  const who = telling.who(day, post)
  const other = telling.step('otherFactor', day, { ...who, team: '' }, key)
  if (done && telling.records('otherFactor'))
    telling.put(
      'ssd_assessment_factors',
      `SF${key}`,
      `S${key}`,
      quoted(JSON.stringify(other ? ['20'] : weighed(lot(seed, forFactors, key), factors))),
    )
  if (!telling.records('sameText')) return
  // One decision for a family or a worker, so that all of them have the same text or none has.
  const copied = brothers > 1 && telling.step('sameText', day, who, child.family * 8 + turn)
  const everyones = telling.step('workersText', day, who, key)
  const text = everyones ? paragraph(seed, 900_000_000 + post.number) : paragraph(seed, copied ? child.family * 8 + turn : key)
  const heard = telling.step('childsView', day, who, key) && telling.records('childsView')
  if (done) telling.put('assessment', `S${key}`, quoted(text), heard ? quoted(view(seed, key)) : '')
}

/** What follows an assessment. @returns the day on which the case closes */
function follows(
  telling: Telling,
  key: number,
  id: string,
  from: number,
  ready: number,
  handover: number,
  way: 'enquiry' | 'care' | 'plan' | 'nothing',
): number {
  const { seed, child } = telling
  if (way === 'nothing') return ready + 2
  if (way === 'plan') return inNeed(telling, key, id, ready, handover, 190)
  if (way === 'care') {
    const emergency = lot(seed, forCare, key) < 0.2
    const starts = emergency ? from + 2 : ready + between(lot(seed, forCare, key, 1), 5, 90)
    telling.held(telling.postIn('family', 0), handover, starts, id)
    return care(telling, key, id, starts, handover, emergency) + 20
  }
  const conferred = lot(seed, forEnquiry, key, 2) < 0.47
  const post = telling.postIn('assessment', 0)
  // The day of the conference stands; one that is late had its strategy discussion longer ago. So what comes after it is as it was.
  const conference = workingAfter(from, between(lot(seed, forEnquiry, key, 4), 23, 33))
  const inTime = conferred ? telling.step('conference', conference, telling.who(conference, post), key) : true
  const [least, most]: readonly [number, number] = inTime ? [8, 15] : [16, 22]
  const discussed = workingAfter(conference, -between(lot(seed, forEnquiry, key), least, most))
  const completed = workingAfter(discussed, between(lot(seed, forEnquiry, key, 1), 3, 7))
  const over = completed <= lastTold
  const outcome = conferred ? outcomes.conference : outcomes.noConference
  if (discussed <= lastTold)
    telling.put(
      'ssd_s47_enquiry',
      `E${key}`,
      id,
      child.id,
      told(discussed),
      told(completed),
      over ? 'N' : '',
      over ? outcome : '',
      post.team,
      '',
    )
  if (!conferred) {
    if (lot(seed, forEnquiry, key, 3) < 0.5) return ready + 4
    missing(telling, key, ready, ready + 150, false)
    return inNeed(telling, key, id, ready, handover, 150)
  }
  return protection(telling, key, id, conference, workingAfter(discussed, 15), ready, handover)
}
