import { eligibleStretches } from '../../../src/practice/leaving-care/eligibility.ts'
import { pathwayPlan, pathwayReview } from '../../../src/practice/leaving-care/pathway-records.ts'
import { careLeaver } from '../../../src/practice/leaving-care/records.ts'
import {
  adviserOffer,
  leavingCareAccommodation,
  personalAdviserVisit,
  stayingPut,
  stayingPutCheck,
} from '../../../src/practice/leaving-care/support-records.ts'
import type { LeavingCourse } from '../course.ts'
import { addDays, addMonths, ageOn, birthday, earlier, later, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Told, Values } from '../telling.ts'
import type { TeamId, Worker } from '../workforce.ts'
import { afterCareOf, type AfterCare, type HomeAfter } from './after-care.ts'
import { changesOf, noteOf, stayingPutAgreed, stayingPutTalk, viewOf } from './leaving-care-words.ts'
import { andAlso, factsOn, type Facet, type Facts } from './suited-words.ts'
import { meant } from './who-is-meant.ts'
import { placementOn, tellDated, timesInCare, type TimeInCare } from './while-in-care.ts'

/** What the rooms below need of one young person. */
interface Leaver {
  readonly living: Living
  readonly times: readonly TimeInCare[]
  readonly leaving: LeavingCourse | null
  readonly after: AfterCare
  /** From the day on which they are eligible or, where they never were, have left care with rights: until support ends. */
  readonly from: Day
  readonly until: Day
  readonly everEligible: boolean
  readonly team: TeamId
  readonly adviserOn: (day: Day) => Worker
  /** What the record of the young person says anew, and when. */
  readonly changes: Change[]
}

interface Change {
  readonly on: Day
  readonly values: Values<typeof careLeaver.fields>
  /** Written on that very day: rights begin and end whatever day it is. */
  readonly atOnce?: boolean
  /** Why it was corrected. */
  readonly reason?: string
}

/**
 * Tells what was done for a young person who will leave care or has: from the sixteenth birthday in care (Children Act 1989, schedule 2, paragraphs
 * 19A to 19C, and sections 23A to 24D; Care Leavers (England) Regulations 2010): pathway plan and reviews, the personal adviser’s visits, where they
 * live, staying put, and the one record that says how they are now.
 */
export function tellLeavingCare(living: Living): void {
  const leaver = leaverOf(living)
  if (!leaver) return
  tellPathway(leaver)
  tellHomes(leaver)
  tellContacts(leaver, leaver.from, leaver.until)
  tellStayingPut(leaver)
  tellOffers(leaver)
  tellRights(leaver)
  tellRecord(leaver)
}

function leaverOf(living: Living): Leaver | null {
  const { child, course, world } = living
  const times = timesInCare(living)
  const eligible = eligibleStretches(
    child.born,
    times.map(({ care }) => care),
  )
  const { leaving } = course
  const first = eligible[0]
  const from = first && (!leaving || first.from < leaving.from) ? first.from : leaving?.from
  if (from === undefined || from > world.to) return null
  const team = leaving?.adviserTeam ?? world.workforce.teamFor('leaving care', child.number).id
  const until = later(leaving?.until ?? eligible.at(-1)?.until ?? from, addDays(from, 1))
  const own = world.workforce.holders(team, `${child.number} adviser`, from, until)
  const advisers = living.held.filter(({ need }) => need === null)
  const then = advisers[0]
  const adviserOn = (day: Day): Worker => {
    const held = advisers.find((each) => each.from <= day && day < each.until)?.worker
    // Whoever is to be the adviser after care is it before, where they work here by then.
    if (held || !then || day >= then.from || then.worker.from > day)
      return held ?? own.find((each) => each.from <= day && day < each.until)?.worker ?? world.workforce.manager(team, day)
    return then.worker
  }
  return {
    living,
    times,
    leaving,
    after: afterCareOf(living, leaving, times),
    from,
    until,
    everEligible: first !== undefined,
    team,
    adviserOn,
    changes: [],
  }
}

/** What words depend on: what they do and where they live, too. */
function factsOf({ living, after }: Leaver, day: Day): Facts {
  const activity = after.activityOn(day)
  const home = after.inCareOn(day) ? undefined : after.homes.find((each) => each.from <= day && day < each.until)
  const does = /^[FP][12]/.test(activity) ? 'studies' : /^[FP]3/.test(activity) ? 'works' : null
  const lives = home && homeFacets[home.type]
  const facts = does ? andAlso(factsOn(living, day), does) : factsOn(living, day)
  return lives ? andAlso(facts, lives) : facts
}

const homeFacets: Readonly<Record<string, Facet>> = {
  U: 'own flat',
  D: 'shared house',
  E: 'shared house',
  T: 'shared house',
  B: 'family home',
  Z: 'former carers',
  X: 'locked up',
}

/** The plan within three months of the sixteenth birthday, or of becoming eligible; reviewed every six months from then on. */
function tellPathway(leaver: Leaver): void {
  const { living, from, until, changes, adviserOn } = leaver
  const { world, telling } = living
  const lot = living.chance('pathway plan')
  const strain = world.workforce.strain(leaver.team, from)
  const [slips, assessedIn, madeIn, behind] = [
    lot.happens(0.1 + 0.12 * strain),
    lot.between(18, 58),
    lot.between(7, 24),
    lot.between(40, 130),
  ]
  const assessed = workingDay(addDays(from, assessedIn + (slips ? behind : 0)))
  const made = workingDay(addDays(assessed, madeIn))
  if (assessed >= until || assessed > world.to) return
  const adviser = adviserOn(assessed)
  const plan = tellDated(
    living,
    pathwayPlan,
    'needsAssessedOn',
    { needsAssessedOn: assessed, personalAdviser: adviser.id },
    { on: assessed, by: adviser },
    lot,
  )
  if (made >= until || made > world.to) return
  const [agreed, speaks] = [lot.happens(0.88), lot.happens(0.86)]
  telling.amend(
    plan,
    pathwayPlan,
    { madeOn: made, youngPersonAgreed: agreed, view: speaks ? viewOf(lot, factsOf(leaver, made), meant(living, made)) : null },
    { on: made, by: adviserOn(made) },
  )
  changes.push({ on: made, values: { pathwayPlanReviewedOn: made } })
  tellReviews(leaver, plan, made)
  if (until <= world.to) {
    const endReason =
      leaver.leaving === null
        ? lot.pick(['Back with the family', 'Lives with relatives under an order', 'No longer looked after, needs nothing more'])
        : ageOn(living.child.born, until) >= 21
          ? lot.pick(['Turned 21', 'Turned 21, knows where to come', 'Support ended as planned'])
          : lot.pick(['Wants no more support', 'Moved away, settled there', 'Does not need the service any more'])
    telling.amend(plan, pathwayPlan, { endedOn: until, endReason }, { on: until, by: adviserOn(addDays(until, -1)), prompt: true })
  }
}

/** Every six months, and after a move into accommodation that the council gives. */
function tellReviews(leaver: Leaver, plan: Told, made: Day): void {
  const { living, until, changes, adviserOn, after } = leaver
  const { world } = living
  const talk = stayingPutTalkAt(leaver)
  let last = made
  let talked = false
  for (let nth = 1; nth < 40; nth++) {
    const lot = living.chance('pathway review', String(nth))
    const due = addMonths(last, 6)
    const size = world.problems.size('pathway-reviews-late', due)
    const [drifts, slips] = [lot.happens(after.inCareOn(due) ? size * 0.5 : size), lot.happens(0.08)]
    const [early, behind, drifted] = [lot.between(2, 18), lot.between(3, 32), Math.round(lot.about(95, 0.5)) + 25]
    const moved = after.homes.find((home) => home.from > last && home.from < due && home.givenUnder !== null && home.givenUnder !== 'other')
    const [seesMove, afterMove] = [lot.happens(0.6), lot.between(29, 50)]
    const atMove = moved && seesMove && !drifts ? workingDay(addDays(moved.from, afterMove)) : null
    const heldOn = atMove !== null && atMove < due ? atMove : workingDay(addDays(due, drifts ? drifted : slips ? behind : -early))
    if (heldOn >= until || heldOn > world.to) return
    const inTouch = after.inTouchOn(heldOn) === 'YES'
    const [present, asked, byManager] = [lot.happens(0.87), lot.happens(0.06), lot.happens(0.2)]
    const chair = byManager ? world.workforce.manager(leaver.team, heldOn) : adviserOn(heldOn)
    const talksNow = !talked && talk.from <= heldOn && heldOn < talk.until
    if (talksNow) talked = true
    const [facts, given] = [factsOf(leaver, heldOn), meant(living, heldOn)]
    tellDated(
      living,
      pathwayReview,
      'heldOn',
      {
        plan: plan.id,
        heldOn,
        occasion: heldOn === atMove ? 'move' : asked ? 'asked for' : 'regular',
        chair: chair.id,
        youngPersonPresent: inTouch && present,
        changes: [changesOf(lot, facts, given), ...(talksNow ? [stayingPutTalk(lot, facts, given)] : [])].join(' '),
      },
      { on: heldOn, by: adviserOn(heldOn) },
      lot,
    )
    changes.push({ on: heldOn, values: { pathwayPlanReviewedOn: heldOn } })
    last = heldOn
  }
}

/**
 * In which time the review is to talk of staying put with foster carers: from 17 on. Where the problem touches the young person it never is. It touches
 * most those whose carers work for an agency.
 */
function stayingPutTalkAt({ living }: Leaver): { readonly from: Day; readonly until: Day } {
  const { child, world } = living
  const [from, until] = [birthday(child.born, 17), birthday(child.born, 18)]
  const care = timesInCare(living).find((time) => time.care.from < until && time.care.until > from)?.care
  const kind = care && placementOn(care, earlier(addDays(care.until, -1), until))?.kind
  const fostered = kind === 'own carers' || kind === 'agency carers' || kind === 'relatives'
  const size = world.problems.size('staying-put-not-offered', addDays(from, 120)) * (kind === 'agency carers' ? 1.25 : 0.5)
  const lot = living.chance('staying put talked about')
  const forgotten = lot.happens(Math.max(0.08, Math.min(0.95, size)))
  return fostered && !forgotten ? { from, until: earlier(until, care?.until ?? until) } : { from: '9', until: '9' }
}

/** Accommodation that the council gives or finds, from the day they move in until they move on. */
function tellHomes({ living, after, adviserOn, until, team }: Leaver): void {
  const { telling, world } = living
  for (const home of after.homes) {
    if (home.givenUnder === null || home.from > world.to || home.from >= until) continue
    const by = adviserOn(home.from)
    const { from: providedOn, type, givenUnder, suitable, postcode } = home
    const told = tellDated(
      living,
      leavingCareAccommodation,
      'providedOn',
      { providedOn, type, givenUnder, suitable: suitable ? '1' : '2', postcode },
      { on: providedOn, by },
      living.chance('accommodation', providedOn),
    )
    if (home.until < until || givenUnder !== 'other')
      telling.amend(
        told,
        leavingCareAccommodation,
        { endedOn: home.until, endReason: home.until >= until ? 'Support ended' : home.endReason },
        { on: home.until, by: home.until < until ? adviserOn(home.until) : world.workforce.manager(team, home.until) },
      )
  }
}

const isGiven = ({ givenUnder }: HomeAfter): boolean => givenUnder === '23B' || givenUnder === '24B'

/** The adviser visits, meets or speaks with the young person: every eight weeks, every two to three months while they are in care. */
function tellContacts(leaver: Leaver, from: Day, until: Day): void {
  const { living, after, changes, adviserOn } = leaver
  const { world } = living
  const end = earlier(until, addDays(world.to, 1))
  const begins = living.chance('adviser’s contacts', from)
  let day = addDays(
    from,
    after.inCareOn(from) ? begins.between(20, 80) : begins.between(2, after.homes[0] && isGiven(after.homes[0]) ? 6 : 30),
  )
  for (let nth = 0; ; nth++) {
    const on = workingDay(day)
    if (on >= end) return
    const lot = living.chance('adviser’s contact', from, String(nth))
    const home = after.homes.find((each) => each.from <= on && on < each.until)
    const inCare = after.inCareOn(on) !== null
    const touch = after.inTouchOn(on)
    const reached = touch === 'YES'
    const [way, seen, slips, behind] = [
      lot.next(),
      lot.happens(0.97),
      lot.happens(0.07 + 0.08 * world.workforce.strain(leaver.team, on)),
      lot.between(6, 26),
    ]
    const how = !reached
      ? 'not reached'
      : home?.type === 'X'
        ? way < 0.75
          ? 'met elsewhere'
          : 'call'
        : waysOf(home !== undefined && isGiven(home) && on <= addDays(home.from, 25) ? 0 : way, home !== undefined && isGiven(home), inCare)
    const activity = after.activityOn(on)
    const adviser = adviserOn(on)
    const facts = factsOf(leaver, on)
    tellDated(
      living,
      personalAdviserVisit,
      'visitedOn',
      {
        visitedOn: on,
        adviser: adviser.id,
        how,
        youngPersonSeen: how === 'home visit' || how === 'met elsewhere' ? seen || how === 'met elsewhere' : false,
        note: noteOf(
          lot,
          {
            how,
            seen,
            activity,
            place: home?.type === 'X' || facts.has('locked up') ? 'custody' : inCare ? 'in care' : 'after care',
            youthService: world.planted ? on >= '2015-06-01' : true,
          },
          facts,
          meant(living, on),
        ),
      },
      { on, by: adviser },
      lot,
    )
    const state = stateOn(touch, reached ? on : null, inCare, home, activity)
    const [miscoded, seenAfter] = [lot.happens(0.004), lot.between(3, 25)]
    if (miscoded && reached) {
      changes.push({ on, values: { ...state, activity: activity === 'F2' ? 'F3' : 'F2' } })
      changes.push({ on: addDays(on, seenAfter), values: { activity }, reason: 'Wrong code of activity' })
    } else changes.push({ on, values: state })
    const usual = inCare ? lot.between(55, 90) : reached ? lot.between(34, 52) : lot.between(24, 50)
    const next = addDays(on, usual + (slips ? (home && isGiven(home) ? Math.ceil(behind / 2) : behind) : 0))
    // Where the young person moves into accommodation that the council gives, the adviser is there within seven days.
    const moved = after.homes.find((each) => isGiven(each) && each.from > on && each.from <= next)
    const [soon, days, late] = [lot.happens(0.95), lot.between(1, 6), lot.between(8, 22)]
    day = moved
      ? later(soon ? workingDayUntil(addDays(moved.from, days), addDays(moved.from, 7)) : addDays(moved.from, late), addDays(on, 2))
      : next
  }
}

/** That day, or the working day before it where it and what follows until the last day are none. */
function workingDayUntil(day: Day, last: Day): Day {
  const on = workingDay(day)
  return on <= last ? on : workingDay(addDays(last, -4))
}

const waysOf = (way: number, given: boolean, inCare: boolean): 'home visit' | 'met elsewhere' | 'call' | 'message' =>
  given
    ? way < 0.94
      ? 'home visit'
      : 'call'
    : inCare
      ? way < 0.7
        ? 'home visit'
        : way < 0.9
          ? 'met elsewhere'
          : 'call'
      : way < 0.44
        ? 'home visit'
        : way < 0.7
          ? 'met elsewhere'
          : way < 0.9
            ? 'call'
            : 'message'

/** What the record of the young person says after a contact; where nobody reaches them, that nothing is known. */
function stateOn(
  inTouch: string,
  latestContactOn: Day | null,
  inCare: boolean,
  home: HomeAfter | undefined,
  activity: string,
): Change['values'] {
  if (latestContactOn === null) return { inTouch, accommodation: 'R', accommodationSuitable: '2', activity: null }
  const lives = inCare || !home ? {} : { accommodation: home.type, accommodationSuitable: home.suitable ? '1' : '2' }
  return { inTouch, latestContactOn, activity, ...lives }
}

/** Living on with former foster carers, looked at three months after 18 and at 19 and 20 (Children Act 1989, section 23CZA). */
function tellStayingPut(leaver: Leaver): void {
  const { living, leaving, times, adviserOn } = leaver
  const stays = leaving?.stayingPut
  if (!stays || stays.from > living.world.to) return
  const { telling, child } = living
  const lot = living.chance('staying put')
  const care = times.findLast((time) => time.care.from < stays.from)?.care
  const place = care && placementOn(care, addDays(stays.from, -1))
  const carer =
    place?.kind === 'relatives'
      ? `Relatives, household ${place.place}`
      : place?.kind === 'own carers'
        ? `Foster carers, household ${place.place}`
        : `Foster carers of an agency, ${place?.place ?? 'number not known'}`
  const told = telling.tell(
    stayingPut,
    { startedOn: stays.from, carer, agreed: stayingPutAgreed(lot, factsOn(living, addDays(stays.from, -1)), meant(living, stays.from)) },
    { on: stays.from, by: adviserOn(stays.from) },
  )
  const days = [addMonths(birthday(child.born, 18), 3), birthday(child.born, 19), birthday(child.born, 20)]
  for (const due of days) {
    const [late, before, behind] = [lot.happens(0.1), lot.between(3, 50), lot.between(3, 40)]
    const on = workingDay(addDays(due, late ? behind : -before))
    if (on <= stays.from || on >= stays.until || due <= stays.from) continue
    const by = adviserOn(on)
    tellDated(
      living,
      stayingPutCheck,
      'checkedOn',
      { stayingPut: told.id, checkedOn: on, stillThere: true, note: lot.pick(checkNotes) },
      { on, by },
      lot,
    )
  }
  if (stays.until <= (leaving?.until ?? ''))
    telling.amend(
      told,
      stayingPut,
      {
        endedOn: stays.until,
        endReason: lot.pick([
          ...(leaver.after.homes.find(({ from }) => from === stays.until)?.type === 'U'
            ? ['Moved to a flat', 'Moved to a flat', 'Moved in with a partner']
            : ['Carers retired', 'Asked to leave after arguments']),
          'Planned move',
        ]),
      },
      { on: stays.until, by: adviserOn(stays.until) },
    )
}

const checkNotes = [
  'Goes well, all content.',
  'Carers ask for the payment to be on time.',
  'House rules changed a little.',
  'Would like to stay until the summer.',
  'Looking at flats together.',
  'Pays rent, saves some.',
  'Arguments about washing up, no more than in any house.',
  'Carers’ own son has moved back in, room is shared for now.',
]

/** The first day of support to 25 for all care leavers. */
const supportTo25: Day = '2018-04-01'

/** At 21 and after it support is offered: before 2018 to those in education, since then to all until 25 (section 23CZB). */
function tellOffers(leaver: Leaver): void {
  const { living, leaving, everEligible, team, adviserOn } = leaver
  const { child, telling, world } = living
  const twentyFirst = birthday(child.born, 21)
  const lot = living.chance('support after 21')
  const goesOn = leaving !== null && leaving.until > addDays(twentyFirst, 14)
  const [soon, waits, answers, later2018] = [lot.between(0, 9), lot.between(15, 250), lot.next(), lot.between(10, 200)]
  if (goesOn) {
    const on = workingDay(addDays(twentyFirst, soon))
    const told = telling.tell(
      adviserOffer,
      {
        offeredOn: on,
        how: lot.pick(['At the pathway review', 'At the visit before the birthday', 'In a letter and by telephone']),
        answer: 'accepted',
      },
      { on, by: adviserOn(on) },
    )
    telling.amend(told, adviserOffer, { supportEndedOn: leaving.until }, { on: leaving.until, by: adviserOn(addDays(leaving.until, -1)) })
  }
  if (!everEligible && !leaving) return
  const since = later(twentyFirst, supportTo25)
  const on = workingDay(addDays(since, goesOn && twentyFirst < supportTo25 ? later2018 : waits))
  if (
    on > world.to ||
    birthday(child.born, 25) <= on ||
    (goesOn && twentyFirst >= supportTo25) ||
    (leaving !== null && !goesOn && on < leaving.until)
  )
    return
  const stillWith = goesOn && leaving.until > on
  const by = stillWith ? adviserOn(on) : world.workforce.someone(team, child.number, on)
  const answer = stillWith || answers < 0.22 ? 'accepted' : answers < 0.58 ? 'declined' : 'no answer'
  telling.tell(
    adviserOffer,
    {
      offeredOn: on,
      how: lot.pick(['Letter to the last address', 'Text and letter', 'Telephone', 'At the drop-in', 'Message through the former carers']),
      answer,
    },
    { on, by },
  )
  if (answer !== 'accepted' || stillWith) return
  leaver.changes.push({ on, values: { eligibility: 'Former Relevant', personalAdviser: by.id, worker: by.id, team } })
  tellContacts({ ...leaver, adviserOn: (day) => (by.until > day ? by : world.workforce.manager(team, day)) }, on, birthday(child.born, 25))
}

/** What rights they have, from the day on which they have them, and who works with them. */
function tellRights({ living, leaving, after, from, until, everEligible, team, adviserOn, changes }: Leaver): void {
  const { world, child } = living
  const eighteen = birthday(child.born, 18)
  const rights = (day: Day): string =>
    !everEligible ? 'Qualifying' : after.inCareOn(day) ? 'Eligible' : day < eighteen ? 'Relevant' : 'Former Relevant'
  const homeOn = (day: Day): Change['values'] => {
    const home = after.homes.find((each) => each.from <= day && day < each.until)
    return home && !after.inCareOn(day) ? { accommodation: home.type, accommodationSuitable: home.suitable ? '1' : '2' } : {}
  }
  const turns = [from, ...(leaving ? [leaving.from, ...(eighteen > leaving.from ? [eighteen] : [])] : [])]
  for (const on of new Set(turns)) {
    if (on >= until) continue
    const worker = after.inCareOn(on) ? living.workerOn(on) : adviserOn(on)
    changes.push({
      on,
      values: {
        eligibility: rights(on),
        inTouch: 'YES',
        personalAdviser: adviserOn(on).id,
        worker: worker.id,
        team: worker.team,
        activity: after.activityOn(on),
        ...homeOn(on),
      },
      atOnce: true,
    })
  }
  for (const { from: began } of [...living.held]) {
    if (began <= from || began >= until) continue
    const worker = after.inCareOn(began) ? living.workerOn(began) : adviserOn(began)
    changes.push({
      on: began,
      values: { personalAdviser: adviserOn(began).id, worker: worker.id, team: after.inCareOn(began) ? worker.team : team },
    })
  }
  if (until > world.to) return
  const wantsNoMore = leaving !== null && until < birthday(child.born, 21)
  changes.push({
    on: until,
    values: { eligibility: 'No Current Eligibility', ...(wantsNoMore ? { inTouch: 'NREQ' } : {}) },
    atOnce: true,
  })
  if (leaving === null) changes.push({ on: addDays(until, 183), values: { inTouch: 'RHOM' } })
}

/** The one record of how the young person is, written over each time something is known anew. */
function tellRecord({ living, changes, adviserOn, team }: Leaver): void {
  const { telling, world } = living
  let told: Told | null = null
  const held: Record<string, unknown> = {}
  // Of several things on one day, rights are written first.
  const inOrder = changes.toSorted((one, other) =>
    one.on !== other.on ? (one.on < other.on ? -1 : 1) : Number(other.atOnce ?? false) - Number(one.atOnce ?? false),
  )
  for (const { on, values, atOnce, reason } of inOrder) {
    if (on > world.to) return
    const anew = Object.fromEntries(Object.entries(values).filter(([name, value]) => held[name] !== value)) as Values<
      typeof careLeaver.fields
    >
    if (Object.keys(anew).length === 0) continue
    Object.assign(held, anew)
    const worker = adviserOn(on)
    const by = worker.until > on ? worker : world.workforce.manager(team, on)
    const writing = { on, by, prompt: true, ...(atOnce ? { recorded: on } : {}), reason }
    if (told === null) told = telling.tell(careLeaver, anew, writing)
    else telling.amend(told, careLeaver, anew, writing)
  }
}
