import { after, hours } from '../../../src/engine/clocks/length.ts'
import { missingEpisode, missingMeeting, returnHomeInterview } from '../../../src/practice/missing/records.ts'
import type { Chance } from '../chance.ts'
import { addDays, addWorkingDays, birthday, daysBetween, earlier, isWorkingDay, later, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Told } from '../telling.ts'
import { isOutside } from './care-times.ts'
import { actionsOfMeeting, drawn, driven, heldBy, whatTheySaid, whatWillChange, whereTheyWere, whoCame } from './missing-words.ts'
import { factsOn } from './suited-words.ts'
import { isTouched, numberOf, teamOn, type Weighing } from './touched.ts'
import { careOn, timesInCare, type TimeInCare } from './while-in-care.ts'

/**
 * Tells when a child of 11 to 17 went missing, from care or from home: reported to the police, offered an interview after each return, talked
 * about in a meeting when it was for long or often. Most never do; few do many times. (Statutory guidance on children who run away or go missing
 * from home or care, January 2014.)
 */
export function tellMissing(living: Living): void {
  if (birthday(living.child.born, 11) > living.world.to) return
  const times = timesInCare(living)
  const gone = [...timesAway(living, times)]
  let counted: readonly Day[] = []
  let metOn = ''
  for (const away of gone) {
    const day = away.from.slice(0, 10)
    const lot = living.chance('missing', away.from)
    const episode = tellEpisode(living, away, lot)
    tellInterview(living, away, episode, careOn(times, day), lot)
    if (away.type === 'A') continue
    // The third time within ninety days brings a meeting, and so does being away for three days; counted anew after each.
    counted = [...counted.filter((before) => before >= metOn && before > addDays(day, -90)), day]
    const long = away.until === null || away.until > after(away.from, hours(72))
    if (!long && counted.length < 3) continue
    const met = tellMeeting(living, away, episode, lot)
    if (met !== null) metOn = met
    if (counted.length >= 3) counted = []
  }
}

interface Away {
  /** Moments. */
  readonly from: string
  /** Null for who has not come back. */
  readonly until: string | null
  readonly type: 'M' | 'A'
}

interface Stretch {
  readonly from: Day
  readonly until: Day
  /** Times a year. */
  readonly rate: number
  readonly inCare: boolean
}

/** When the child was away, in order. */
function* timesAway(living: Living, times: readonly TimeInCare[]): Generator<Away> {
  const { world } = living
  let free = ''
  for (const [place, { from, until, rate, inCare }] of stretches(living, times).entries()) {
    const lot = living.chance('goes missing', String(place), from)
    let day = later(from, free)
    for (;;) {
      day = addDays(day, 1 + Math.round(lot.about(Math.min(500, 260 / rate), 0.9)))
      if (day >= until || day > world.to) break
      const away = timeAway(living, day, inCare, until, lot)
      free = addDays((away.until ?? addDays(until, 1)).slice(0, 10), 1)
      yield away
      if (away.until === null) return
      day = free
    }
  }
}

/** The times in which the child might go missing, and how often they would. */
function stretches({ course, child, chance }: Living, times: readonly TimeInCare[]): readonly Stretch[] {
  const [eleven, eighteen] = [birthday(child.born, 11), birthday(child.born, 18)]
  const within = (from: Day, until: Day): { from: Day; until: Day } => ({ from: later(from, eleven), until: earlier(until, eighteen) })
  const found = course.needs.flatMap((need): Stretch[] => {
    if (need.closedOn <= eleven || need.receivedOn >= eighteen) return []
    const lot = chance('who goes missing', need.together)
    const [goes, goesFromHome, often, few] = [lot.next(), lot.next(), lot.about(5, 0.9), lot.about(3.2, 0.7)]
    const told = need.factors.includes('10A')
    const likely = told || need.factors.includes('11A') || need.factors.includes('13A')
    const care = times.find((time) => time.need === need)?.care
    const fromHome = goesFromHome < (told ? 0.75 : likely ? 0.35 : 0.03)
    const rate = Math.min(26, often)
    const careRate = goes < (child.unaccompanied ? 0.07 : likely ? 0.55 : 0.19) ? (child.unaccompanied ? 1.2 : rate) : 0
    const before = within(need.receivedOn, care?.from ?? need.closedOn)
    const during = care ? within(care.from, care.until) : null
    const afterwards = care && care.until < eighteen ? within(care.until, need.closedOn) : null
    return [
      { ...before, rate: fromHome ? few : 0, inCare: false },
      ...(during ? [{ ...during, rate: careRate, inCare: true }] : []),
      ...(afterwards ? [{ ...afterwards, rate: fromHome ? few : 0, inCare: false }] : []),
    ]
  })
  return found.filter(({ from, until, rate }) => rate > 0 && from < until)
}

function timeAway(living: Living, day: Day, inCare: boolean, until: Day, lot: Chance): Away {
  const hour = lot.weighed([
    [8, 4],
    [12, 3],
    [15, 9],
    [16, 12],
    [17, 12],
    [18, 12],
    [19, 11],
    [20, 11],
    [21, 10],
    [22, 8],
    [2, 3],
    [5, 2],
  ])
  const minute = lot.between(0, 59)
  const [days, type] = [
    lot.weighed<readonly [number, number]>([
      [[2, 9], 50],
      [[9, 20], 27],
      [[20, 70], 15],
      [[70, 200], living.child.unaccompanied ? 14 : 5],
      [[200, 800], living.child.unaccompanied ? 12 : 1],
    ]),
    lot.happens(inCare ? 0.2 : 0.04) ? ('A' as const) : ('M' as const),
  ]
  const [least, most] = type === 'A' ? ([2, 9] as const) : days
  const from = `${day} ${two(hour)}:${two(minute)}:00`
  const lost = living.child.unaccompanied !== null && most > 200 && lot.happens(0.6)
  const back = after(from, hours(least + (most - least) * lot.next()))
  // Whoever is away when the time ends comes back on its last day, as far as anybody knows.
  const returned = back.slice(0, 10) >= until ? `${earlier(until, addDays(day, 1))} ${two(lot.between(9, 21))}:${two(minute)}:00` : back
  return { from, until: lost ? null : returned > from ? returned : back, type }
}

const two = (number: number): string => String(number).padStart(2, '0')

function tellEpisode(living: Living, { from, until, type }: Away, lot: Chance): Told {
  const { telling } = living
  const hoursAway = until === null ? 99 : hoursBetween(from, until)
  const reported =
    type === 'M' && !lot.happens(0.02)
      ? after(from, hours(Math.min(hoursAway * 0.8, lot.happens(0.94) ? 0.3 + 4.6 * lot.next() : 9 + 14 * lot.next())))
      : null
  const on = reported ?? from
  const slip = lot.happens(0.012)
  const told = telling.tell(
    missingEpisode,
    { wentMissingAt: from, type: slip ? (type === 'M' ? 'A' : 'M') : type, reportedToPoliceAt: reported },
    { on, by: living.workerOn(from), prompt: true },
  )
  if (until !== null) telling.amend(told, missingEpisode, { returnedAt: until }, { on: until, by: living.workerOn(until), prompt: true })
  if (slip) {
    const then = addDays((until ?? on).slice(0, 10), lot.between(2, 12))
    telling.amend(told, missingEpisode, { type }, { on: then, by: living.workerOn(then), reason: 'Whereabouts: see the police log' })
  }
  return told
}

function hoursBetween(from: string, until: string): number {
  const minutes = (moment: string): number => Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16))
  return daysBetween(from.slice(0, 10), until.slice(0, 10)) * 24 + (minutes(until) - minutes(from)) / 60
}

/** The provider’s form has no box for a placement outside the area. */
const farAway: Weighing = { most: [], there: 0, elsewhere: 1.05 }
const nearBy: Weighing = { most: [], there: 0, elsewhere: 0.4 }

/** An interview is offered after each return and held within 72 hours; what is said is written on the child’s record and shared with the police. */
function tellInterview(living: Living, away: Away, episode: Told, time: TimeInCare | null, lot: Chance): void {
  const { from, until, type } = away
  if (until === null) return
  const { telling } = living
  const back = until.slice(0, 10)
  const outside = time !== null && isOutside(time.care, from.slice(0, 10))
  const team = teamOn(living, back)
  const passedOver = time !== null && isTouched(lot, living, 'interviews-not-offered', back, team, outside ? farAway : nearBy)
  const never = lot.happens(0.025)
  if (passedOver || never || (type === 'A' && lot.happens(0.85))) {
    const then = addDays(back, lot.between(4, 20))
    const answers = type === 'A' && !passedOver ? { interviewOffered: 'NA', interviewAccepted: 'NA' } : { interviewOffered: 'N' }
    telling.amend(episode, missingEpisode, answers, { on: then, by: living.workerOn(then) })
    if (answers.interviewOffered === 'N') offerAtLast(living, away, episode, then)
    return
  }
  const offeredAt = offer(until, lot)
  const offered = offeredAt.slice(0, 10)
  const response = isTouched(lot, living, 'interviews-declined', offered, team)
    ? lot.weighed([
        ['Declined', 74],
        ['No reply', 26],
      ] as const)
    : lot.weighed([
        ['Accepted', 74],
        ['Declined', 20],
        ['No reply', 6],
      ] as const)
  const answered = addDays(
    offered,
    response === 'No reply'
      ? lot.between(4, 9)
      : lot.weighed([
          [0, 78],
          [1, 18],
          [2, 4],
        ]),
  )
  const interview = telling.tell(
    returnHomeInterview,
    { missingEpisode: numberOf(episode), offeredAt },
    { on: offeredAt, by: living.workerOn(offered) },
  )
  telling.amend(interview, returnHomeInterview, response === 'No reply' ? { response } : { response, respondedOn: answered }, {
    on: answered,
    by: living.workerOn(answered),
  })
  const accepted = response === 'Accepted' ? 'Y' : response === 'Declined' ? 'N' : null
  telling.amend(
    episode,
    missingEpisode,
    { interviewOffered: 'Y', ...(accepted && { interviewAccepted: accepted }) },
    { on: answered, by: living.workerOn(answered) },
  )
  if (response === 'No reply') giveUpAsking(living, away, episode, answered)
  if (response === 'Accepted') tellHeld(living, { until, answered }, interview, lot)
}

/** Nobody offered it in time. Some weeks on somebody mostly asks, and the child has nothing more to say about it. */
function offerAtLast(living: Living, { from }: Away, episode: Told, then: Day): void {
  const lot = living.chance('interview offered at last', from)
  if (!lot.happens(0.8)) return
  const day = addWorkingDays(addDays(then, lot.between(6, 40)), 1)
  const given = addDays(day, lot.between(0, 6))
  if (!asksAfter(living, from, given)) return
  const offeredAt = `${day} ${two(lot.between(10, 17))}:${two(lot.between(0, 59))}:00`
  const interview = living.telling.tell(
    returnHomeInterview,
    { missingEpisode: numberOf(episode), offeredAt },
    { on: offeredAt, by: living.workerOn(day) },
  )
  const said = { on: given, by: living.workerOn(given) }
  living.telling.amend(interview, returnHomeInterview, { response: 'Declined', respondedOn: given }, said)
}

/** No answer came to a second letter either: it counts as not accepted, mostly. */
function giveUpAsking(living: Living, { from }: Away, episode: Told, answered: Day): void {
  const lot = living.chance('no reply', from)
  const then = addWorkingDays(addDays(answered, lot.between(9, 30)), 1)
  if (lot.happens(0.88) && asksAfter(living, from, then))
    living.telling.amend(episode, missingEpisode, { interviewAccepted: 'N' }, { on: then, by: living.workerOn(then) })
}

/** Whether anybody would still ask: the child is not grown up, and has not been away again since. */
const asksAfter = ({ child, course }: Living, from: string, day: Day): boolean =>
  day < birthday(child.born, 18) && course.needs.some(({ receivedOn, closedOn }) => receivedOn <= from && closedOn > day)

/** The next day mostly, also on a weekend. */
function offer(until: string, lot: Chance): string {
  const back = until.slice(0, 10)
  const soon =
    until.slice(11, 13) < '14'
      ? lot.weighed([
          [0, 42],
          [1, 53],
          [2, 5],
        ])
      : lot.weighed([
          [1, 92],
          [2, 8],
        ])
  const day = addDays(back, soon)
  const on = !isWorkingDay(day) && lot.happens(0.2) ? workingDay(day) : day
  return `${on} ${two(lot.between(on === back ? 15 : 9, 18))}:${two(lot.between(0, 59))}:00`
}

interface Asked {
  readonly until: string
  readonly answered: Day
}

function tellHeld(living: Living, { until, answered }: Asked, interview: Told, lot: Chance): void {
  const { telling, world } = living
  const inTime = lot.happens(0.95 - 0.1 * living.strainOn(answered))
  const soon = later(
    answered,
    addDays(
      until.slice(0, 10),
      lot.weighed([
        [1, 38],
        [2, 62],
      ]),
    ),
  )
  const day = inTime ? soon : addDays(answered, lot.between(3, 14))
  const heldAt = `${day} ${two(day === answered ? 19 : lot.between(10, 18))}:${two(lot.between(0, 59))}:00`
  const who = { heldAt, heldBy: heldBy(world, day, lot), independent: !lot.happens(0.06) }
  // Its report stays with the provider: on record is that it was held.
  const notOnRecord = lot.happens(world.problems.size('interviews-declined', day) * 0.8)
  const facts = factsOn(living, day)
  const push = driven(facts, lot)
  const pull = drawn(facts, lot)
  if (notOnRecord) {
    telling.amend(interview, returnHomeInterview, who, { on: heldAt, by: living.workerOn(day) })
    return
  }
  const writtenUpOn = addWorkingDays(day, lot.happens(0.93) ? lot.between(0, 4) : lot.between(6, 15))
  const shared = lot.happens(0.97) ? addWorkingDays(writtenUpOn, lot.happens(0.93) ? 0 : 2) : null
  telling.amend(
    interview,
    returnHomeInterview,
    {
      ...who,
      whereTheyWere: whereTheyWere(living, day, pull, lot),
      pushFactors: push,
      pullFactors: pull,
      whatTheChildSaid: whatTheySaid(living, day, push, pull, lot),
      whatWillChange: whatWillChange(living, day, push, lot),
      writtenUpOn,
    },
    { on: writtenUpOn, by: living.workerOn(writtenUpOn) },
  )
  if (shared !== null)
    telling.amend(interview, returnHomeInterview, { sharedWithPoliceOn: shared }, { on: shared, by: living.workerOn(shared) })
}

/** Within 72 hours of the going: the local protocol with the police. @returns the day it was held; null where it was not */
function tellMeeting(living: Living, { from, until }: Away, episode: Told, lot: Chance): Day | null {
  const { telling, world } = living
  if (lot.happens(0.03)) return null
  const day = from.slice(0, 10)
  const inTime = lot.happens(0.94 - 0.12 * living.strainOn(day))
  const soon = addWorkingDays(day, lot.between(1, 2))
  const on = inTime ? (daysBetween(day, soon) > 3 ? addWorkingDays(day, 1) : soon) : addWorkingDays(day, lot.between(4, 12))
  const heldAt = `${on} ${two(lot.between(10, inTime && daysBetween(day, on) >= 3 ? 11 : 16))}:${lot.pick(['00', '00', '30', '30', '15'])}:00`
  if (heldAt <= from || on > world.to) return null
  const police = !lot.happens(0.12)
  const chair = living.managerOn(on)
  telling.tell(
    missingMeeting,
    {
      missingEpisode: numberOf(episode),
      heldAt,
      chairedBy: `${chair.name}, ${chair.title.toLowerCase()}`,
      attended: whoCame(living, on, police, lot),
      policeCame: police,
      actions: actionsOfMeeting(living, on, until !== null && until < heldAt, lot),
    },
    { on: heldAt, by: living.workerOn(on) },
  )
  return on
}
