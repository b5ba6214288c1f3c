import { managementOversight } from '../../../src/practice/allocation/management-oversight.ts'
import type { Chance } from '../chance.ts'
import type { NeedCourse, Stretch } from '../course.ts'
import { addDays, addMonths, addWorkingDays, daysBetween, later, workingDay, type Day } from '../days.ts'
import { ageThen, type Held, type Living } from '../living.ts'
import type { Worker } from '../workforce.ts'
import { onlyAgreed, reasoned, subjectOf, type Age, type Occasion } from './oversight-words.ts'
import { schoolOf } from './schooling.ts'
import { onChildrenFrom, sessionsOf, upToWorkingDay } from './sessions.ts'
import { andAlso, factsOn, type Facts } from './suited-words.ts'
import type { Discussed } from './workers.ts'

/**
 * Tells what managers wrote on the child’s record: at each allocation, at the points of an assessment, in supervision for as long as the child is
 * worked with, at panels, and when the case was closed (Working Together: managers oversee assessments and plans, and record their decisions).
 */
export function tellOversight(living: Living): void {
  tellAllocations(living)
  for (const [place, need] of living.course.needs.entries()) {
    tellAssessmentReviews(living, need, place)
    tellPanels(living, need, place)
    tellClosing(living, need, place)
  }
  const lot = living.chance('supervision on the record')
  for (const { on } of discussedIn(living)) write(living, lot, 'supervision', occasionOn(living, on), on)
}

/** A child discussed: on which day, and in whose supervision; null where a manager looked at the child between supervisions. */
interface Discussion {
  readonly on: Day
  readonly worker: string | null
}

/** When the child was discussed in supervision. It hangs on nothing but who held the child, so it can be asked before anything is told. */
export function discussedIn(living: Living): readonly Discussion[] {
  const lot = living.chance('discussed')
  const { needs } = living.course
  const planned = united(
    needs.flatMap(({ protection, plans, care }) => [...(protection ? [protection] : []), ...plans, ...(care ? [care] : [])]),
  )
  const worked = without(united(living.held.filter(({ need }) => need !== null)), planned)
  const advised = without(united(living.held.filter(({ need }) => need === null)), planned)
  const found: Discussion[] = []
  const begun = onChildrenFrom(living.world)
  const discuss = (stretches: readonly Stretch[], dueAfter: (day: Day) => Day): void => {
    for (const { from, until } of stretches)
      for (let day = from < begun ? addDays(begun, lot.between(-40, 0)) : from; ;) {
        const next = nextDiscussion(living, lot, day, dueAfter(day))
        if (next.on >= until || next.on > living.world.to) break
        found.push(next)
        day = next.on
      }
  }
  // The authority’s supervision policy: every six weeks where there is a plan or care, every three months otherwise; after care twice a year.
  discuss(planned, (day) => addDays(day, 42))
  discuss(worked, (day) => addMonths(day, 3))
  discuss(advised, (day) => addMonths(day, 6))
  return found.sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** Which children were discussed in a worker’s supervision on a day, of many children. */
export function discussedOver(lives: Iterable<Living>): Discussed {
  const found = new Map<string, string[]>()
  for (const living of lives)
    for (const { on, worker } of discussedIn(living)) {
      if (worker === null) continue
      const there = found.get(`${worker} ${on}`)
      if (there) there.push(living.child.number)
      else found.set(`${worker} ${on}`, [living.child.number])
    }
  return (worker, day) => found.get(`${worker} ${day}`) ?? []
}

/** Mostly in the worker’s own supervision, where that falls into the weeks before it is due; where supervision is missed, the child waits for the next. */
function nextDiscussion(living: Living, lot: Chance, after: Day, due: Day): Discussion {
  const holder = living.holderOn(due)
  const late = lot.happens(0.05 + 0.1 * living.strainOn(due))
  if (holder === null) {
    const next = living.held.find(({ from }) => from > due)
    const on = addWorkingDays(next && next.from < addDays(due, 45) ? next.from : addDays(due, 10), lot.between(1, 8))
    return { on, worker: null }
  }
  const sessions = sessionsOf(living.world, holder.worker)
  const following = sessions.findIndex(({ on }) => on > due)
  const own = sessions[following < 0 ? sessions.length - 1 : following - 1]
  const notBefore = addDays(after, Math.round(daysBetween(after, due) * 0.78))
  if (own && own.on >= notBefore && own.on > holder.from && !late && lot.happens(0.8)) return { on: own.on, worker: holder.worker.id }
  // Nobody supervised the worker around then: nobody looked at the children either.
  const next = following < 0 ? undefined : sessions[following]
  const missed = next !== undefined && next.on > addDays(due, 21) && (!own || own.on <= addDays(due, -32))
  if (missed && lot.happens(0.85))
    return next.on < holder.until ? { on: next.on, worker: holder.worker.id } : { on: workingDay(addDays(next.on, 5)), worker: null }
  return { on: late ? workingDay(addDays(due, lot.between(2, 16))) : upToWorkingDay(addDays(due, -lot.between(0, 5))), worker: null }
}

/** A steer for whoever takes the child on, by the next working day. Fewer words where the child only changes hands within the team. */
function tellAllocations(living: Living): void {
  const lot = living.chance('steer')
  for (const [place, { worker, from, team, need, until }] of living.held.entries()) {
    const before = living.held[place - 1]
    const moved = before === undefined || before.team !== team || before.until < addDays(from, -7)
    const day = workingDay(from)
    const late = lot.happens(0.06 + 0.14 * living.strainOn(from))
    const on = late ? addWorkingDays(day, lot.between(2, 8)) : addWorkingDays(day, lot.between(0, 1))
    const written = lot.happens(moved && need !== null ? 0.97 : 0.12)
    if (!written || on >= later(until, addDays(from, 1))) continue
    const alone = living.child.unaccompanied !== null
    write(
      living,
      lot,
      'allocation',
      moved && need !== null ? (alone ? 'allocated alone' : 'allocation') : 'hand-over',
      on,
      living.world.workforce.manager(team, on),
      worker,
    )
  }
}

/**
 * After 10, 20 and 35 working days, while the assessment is under way (local protocol for assessment). The first is mostly the internal review that
 * stands on the assessment itself, and no more is written about it.
 */
function tellAssessmentReviews(living: Living, { assessment }: NeedCourse, place: number): void {
  if (!assessment) return
  const lot = living.chance('assessment reviews', String(place))
  let last = assessment.startedOn
  for (const point of [10, 20, 35]) {
    const strain = living.world.workforce.strain(assessment.team, last)
    if (point === 10 && lot.happens(0.72)) continue
    const days = lot.happens(0.9 - 0.2 * strain) ? point - lot.between(0, 2) : lot.happens(0.6) ? point + lot.between(1, 5) : null
    if (days === null) continue
    const on = addWorkingDays(assessment.startedOn, days)
    if (on >= assessment.finishedOn || on <= last) continue
    write(living, lot, 'assessment review', living.child.unaccompanied ? 'alone' : 'assessment', on)
    last = on
  }
}

/** Panels and surgeries of senior managers: before care and after an emergency, before court, over long plans, moves outside the area, permanence. */
function tellPanels(living: Living, { care, protection, proceedings }: NeedCourse, place: number): void {
  const lot = living.chance('panels', String(place))
  const panel = (occasion: Occasion, on: Day): void => write(living, lot, 'panel', occasion, on, seniorOn(living, on))
  const alone = living.child.unaccompanied !== null
  if (care && !alone && !care.emergency && lot.happens(0.92)) panel('threshold panel', addWorkingDays(care.from, -lot.between(2, 12)))
  if (care && !alone && care.emergency && lot.happens(0.75)) panel('after the emergency', addWorkingDays(care.from, lot.between(3, 14)))
  if (proceedings && lot.happens(0.9)) panel('legal gateway', workingDay(proceedings.decidedOn))
  if (protection)
    for (const months of [9, 12, 15, 18, 24]) {
      const on = addWorkingDays(addMonths(protection.from, months), lot.between(0, 18))
      if (on < protection.until && lot.happens(0.7)) panel('surgery', on)
    }
  if (!care) return
  for (const [nth, { outsideArea, from }] of care.placements.entries())
    if (outsideArea && (nth > 0 || care.emergency) && lot.happens(0.45)) panel('placement panel', addWorkingDays(from, -lot.between(0, 5)))
  const permanence = addWorkingDays(addMonths(care.from, 4), lot.between(-8, 15))
  if (!alone && permanence < care.until && lot.happens(0.7)) panel('permanence panel', permanence)
}

/** Why the case is closed, by whoever manages the team that had it. */
function tellClosing(living: Living, need: NeedCourse, place: number): void {
  const lot = living.chance('closing', String(place))
  const worked = need.plans.length > 0 || need.protection !== null || need.care !== null
  const on = upToWorkingDay(need.closedOn)
  const occasion = need.care && need.care.until >= addDays(need.closedOn, -20) ? 'closed after care' : 'closing'
  if (on >= need.receivedOn && lot.happens(worked ? 0.95 : need.assessment ? 0.25 : 0)) write(living, lot, 'other', occasion, on)
}

/** What the child’s case is on a day, for the words. */
function occasionOn({ course, child }: Living, on: Day): Occasion {
  const need = needOn(course.needs, on)
  const young = addMonths(child.born, 36) > on
  if (!need || need.closedOn <= on) return course.leaving && course.leaving.from <= on ? 'after care' : 'waiting'
  if (child.unaccompanied) return 'alone'
  if (need.care && covers(need.care, on)) return young ? 'care of the youngest' : 'care'
  if (need.protection && covers(need.protection, on)) return 'protection'
  return need.plans.some((plan) => covers(plan, on)) ? 'in need' : 'waiting'
}

const covers = ({ from, until }: Stretch, on: Day): boolean => from <= on && until > on
const needOn = (needs: readonly NeedCourse[], on: Day): NeedCourse | undefined => needs.findLast(({ receivedOn }) => receivedOn <= on)

/** Panels are chaired by the head of service, where the district has one. */
const seniorOn = (living: Living, on: Day): Worker => {
  const { workers } = living.world.workforce
  return (
    workers.find(
      (each) => each.manager && each.team === 'T01' && /head of service/i.test(each.title) && each.from <= on && each.until > on,
    ) ?? living.managerOn(on)
  )
}

/** Worst in Family Support South and both assessment teams, and with managers who are new or from an agency (`oversight-only-agrees`). */
function shareOnlyAgreed(living: Living, by: Worker, on: Day): number {
  // Teams of later districts have the district’s number before their own.
  const team = by.team.slice(by.team.indexOf('T'))
  const ofTeam = team === 'T32' || team === 'T21' || team === 'T22' ? 1.25 : team === 'T01' ? 0.4 : 0.75
  const ofManager = by.agency || addDays(by.from, 180) > on ? 1.2 : 0.95
  // A few are short in any year.
  return 0.02 + living.world.problems.size('oversight-only-agrees', on) * ofTeam * ofManager
}

function write(
  living: Living,
  lot: Chance,
  said: string,
  occasion: Occasion,
  on: Day,
  by = living.managerOn(on),
  worker = living.workerOn(on),
): void {
  const { telling } = living
  const written = lot.happens(shareOnlyAgreed(living, by, on)) ? onlyAgreed(lot) : thoughtOver(living, lot, occasion, on, by, worker)
  // One in a hundred has a wrong date until somebody sees it.
  const slip = lot.happens(0.012)
  const recordedOn = slip ? addDays(on, -lot.pick([1, 7, 30, 31])) : on
  const told = telling.tell(managementOversight, { recordedOn, by: by.id, occasion: said, ...written }, { on, by })
  if (slip)
    telling.amend(
      told,
      managementOversight,
      { recordedOn: on },
      { on: addDays(on, lot.between(2, 40)), by, reason: lot.pick(['Date corrected', 'Wrong date typed', 'Dated by mistake']) },
    )
  else if (lot.happens(0.003))
    telling.withdraw(told, lot.pick(['Entered on the wrong child', 'Meant for the brother’s record', 'Entered twice']), {
      on: addDays(on, lot.between(1, 20)),
      by,
    })
}

/** What a manager writes who has looked: about this child, of this age, where the child lives now. */
function thoughtOver(living: Living, lot: Chance, occasion: Occasion, on: Day, by: Worker, worker: Worker) {
  const given = namesFor(living, on, lot, worker, occasion === 'allocation' || occasion === 'allocated alone' || occasion === 'hand-over')
  const facts = factsFor(living, occasion, on, by === worker)
  return reasoned(lot, occasion, facts, subjectOf(lot, ageOf(living, on), needCode(living, on), facts, given))
}

function factsFor(living: Living, occasion: Occasion, on: Day, managed: boolean): Facts {
  const need = needOn(living.course.needs, on)
  let facts = factsOn(living, on)
  if (managed) facts = andAlso(facts, 'managed')
  if (occasion === 'legal gateway' && need?.proceedings && need.proceedings.issuedOn === need.proceedings.decidedOn)
    facts = andAlso(facts, 'at once')
  return need && need.plans.length === 0 && need.protection === null ? andAlso(facts, 'no plan') : facts
}

const needCode = ({ course }: Living, on: Day): string => needOn(course.needs, on)?.need ?? 'N9'

const ageOf = (living: Living, on: Day): Age => (on < living.child.born ? 'unborn' : ageThen(living, on) < 4 ? 'young' : 'older')

function namesFor(living: Living, on: Day, lot: Chance, worker: Worker, soon: boolean): Readonly<Record<string, string>> {
  const { child } = living
  const he = child.sex === 'F' ? 'she' : 'he'
  const born = child.born <= on
  return {
    name: born ? child.forename : 'Baby',
    he,
    him: he === 'she' ? 'her' : 'him',
    his: he === 'she' ? 'her' : 'his',
    himself: he === 'she' ? 'herself' : 'himself',
    mother: child.family.mother?.forename ?? 'the key worker',
    school: born ? schoolInWords(living, on) : 'the midwife',
    worker: worker.name.split(' ')[0] ?? worker.name,
    by: dayInWords(workingDay(addDays(on, soon ? lot.between(1, 9) : lot.between(4, 22)))),
    back: dayInWords(workingDay(addDays(on, lot.between(20, 42)))),
  }
}

function schoolInWords(living: Living, on: Day): string {
  const age = ageThen(living, on)
  return schoolOf(living, on)?.name ?? (age < 5 ? 'the children’s centre' : age < 16 ? 'the education team' : 'the college')
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** 14 March. */
const dayInWords = (day: Day): string => `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ''}`

/** Stretches that touch or overlap, as one. */
function united(stretches: readonly (Stretch | Held)[]): readonly Stretch[] {
  const found: { from: Day; until: Day }[] = []
  for (const { from, until } of stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = found.at(-1)
    if (last && from <= last.until) last.until = later(last.until, until)
    else found.push({ from, until })
  }
  return found
}

/** What of some stretches lies in none of others. */
function without(stretches: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  return stretches.flatMap((stretch) => {
    const found: Stretch[] = []
    let from = stretch.from
    for (const other of others) {
      if (other.until <= from || other.from >= stretch.until) continue
      if (other.from > from) found.push({ from, until: other.from })
      from = later(from, other.until)
    }
    if (from < stretch.until) found.push({ from, until: stretch.until })
    return found
  })
}
