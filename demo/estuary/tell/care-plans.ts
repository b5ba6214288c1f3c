import { carePlanUpdate } from '../../../src/practice/looked-after/plan-records.ts'
import { carePlan } from '../../../src/practice/looked-after/records.ts'
import { planAction } from '../../../src/practice/planning/records.ts'
import type { Chance } from '../chance.ts'
import type { CareCourse } from '../course.ts'
import { addDays, addWorkingDays, ageOn, daysBetween, later, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Told } from '../telling.ts'
import { actionsInWords, whatChanged } from './care-review-words.ts'
import { whenHeld, workingDayBy, type Review, type CareTold } from './care-times.ts'
import { tellDated } from './while-in-care.ts'
import { isTouched, teamOn, type Weighing } from './touched.ts'

/** A review with its record, and whether its minutes were late: who has no decisions at hand does not update the plan. */
export interface ReviewFollowed extends Review {
  readonly told: Told
  readonly minutesLate: boolean
}

/**
 * Tells the care plans of a time in care, what was changed in them after reviews, and what they say is to be done. Made within 10 working days
 * (regulation 4), with a plan for permanence by the second review (guidance volume 2, chapter 2), brought up to date after each review.
 */
export function tellCarePlans(living: Living, time: CareTold, reviews: readonly ReviewFollowed[]): void {
  const { care } = time
  const { world } = living
  const startedOn = firstPlanOn(living, time)
  if (startedOn >= care.until || startedOn > world.to) return
  const aim = aimOf(living, care)
  // Until adoption is the plan, work goes on towards a return.
  const meanwhile = aim === 'ADOPTION' ? 'RETURNEV' : aim
  const known = permanenceKnown(living, time, reviews)
  const plans = tellPlans(living, time, startedOn, known === 'at once' ? aim : null, reviews, aim)
  const lately: number[][] = []
  let saidAim = known === 'at once'
  if (typeof known === 'object' && 'day' in known && known.day < care.until) {
    const last = planOn(plans, known.day)
    tellUpdate(living, last, known.day, { permanence: last.aim ?? meanwhile }, 'permanence meeting')
    saidAim = true
  }
  for (const [place, review] of reviews.entries()) {
    const updatedOn = updatedAfter(living, time, review, reviews[place + 1])
    if (updatedOn === null || updatedOn > world.to) continue
    const last = planOn(plans, updatedOn)
    // A plan made anew since the review is up to date.
    if (last.from >= review.heldOn && last.from <= updatedOn) saidAim = true
    else {
      const now = !saidAim && typeof known === 'object' && 'review' in known && place >= known.review
      const again = saidAim && living.chance('aim again', updatedOn).happens(0.3)
      tellUpdate(living, last, updatedOn, { permanence: now || again ? (last.aim ?? meanwhile) : null, review: review.told.id }, 'review')
      if (now) saidAim = true
    }
    tellActions(living, care, updatedOn, 1, 2, lately)
  }
}

interface Plan {
  readonly told: Told
  readonly from: Day
  /** What it aims for, where it says so. */
  readonly aim: string | null
}

const planOn = (plans: readonly Plan[], day: Day): Plan => plans.findLast(({ from }) => from <= day) ?? (plans[0] as Plan)

/** Before the first placement where it was planned, else within ten working days; later where a team cannot cope or nobody has the child. */
function firstPlanOn(living: Living, { need, care }: CareTold): Day {
  const lot = living.world.chance(need.together, 'care plan', care.from)
  const [inTime, days, before, ahead, wait] = [lot.next(), lot.between(1, 9), lot.next(), lot.between(1, 5), lot.between(11, 24)]
  if (!care.emergency && before < 0.35)
    return later(addWorkingDays(care.from, -ahead), workingDayBy(later(need.receivedOn, addDays(care.from, -10))))
  if (inTime < 0.95 - 0.16 * living.strainOn(care.from)) return addWorkingDays(whenHeld(living, care.from, lot), days)
  return addWorkingDays(care.from, wait)
}

/** The first plan; another where adoption becomes the aim, or the court makes a care order. Told from the first to the last. */
function tellPlans(
  living: Living,
  time: CareTold,
  first: Day,
  aimAtFirst: string | null,
  reviews: readonly Review[],
  aim: string,
): readonly Plan[] {
  const { care } = time
  const { telling } = living
  const lot = living.chance('care plans', care.from)
  const anew = newPlanOn(living, time, reviews, lot)
  const firstAim = aimAtFirst === 'ADOPTION' ? null : aimAtFirst
  const days = [first, ...(anew !== null && anew > first && anew < care.until ? [anew] : [])]
  return days.map((from, place): Plan => {
    const says = place === 0 ? firstAim : aim
    const told = telling.tell(
      carePlan,
      { startedOn: from, options: says === null ? null : { [says]: 'Y' } },
      { on: from, by: living.workerOn(from) },
    )
    if (place === 0 || living.chance('actions of plan', from).happens(0.9))
      tellActions(living, care, from, place === 0 ? 2 : 1, place === 0 ? 4 : 3, [])
    const ended = days[place + 1] ?? (lot.happens(0.88) ? care.until : null)
    if (ended !== null) telling.amend(told, carePlan, { endedOn: ended }, { on: ended, by: living.workerOn(ended) })
    return { told, from, aim: says }
  })
}

/** When adoption becomes the plan: at the last review before the decision that lies within two months of it, else some weeks before. */
function newPlanOn(living: Living, { care }: CareTold, reviews: readonly Review[], lot: Chance): Day | null {
  if (care.adoption !== null) {
    const { decidedOn } = care.adoption
    const review = reviews.findLast(({ heldOn }) => heldOn < decidedOn && heldOn >= addDays(decidedOn, -56))
    if (lot.happens(0.08 + 0.25 * living.world.problems.size('permanence-drift', decidedOn)))
      return workingDayBy(addDays(decidedOn, -lot.between(68, 120)))
    return review?.heldOn ?? workingDayBy(addDays(decidedOn, -lot.between(14, 52)))
  }
  const order = care.legal.find(({ status, from }) => status === 'C2' && from > addDays(care.from, 60))
  return order && lot.happens(0.75) ? addWorkingDays(order.from, lot.between(0, 8)) : null
}

/** What the plan aims for in the end, by how the time in care goes: a code of the care plan’s options. */
function aimOf({ world, child, chance }: Living, care: CareCourse): string {
  if (care.adoption !== null) return 'ADOPTION'
  if (care.guardianshipOn !== null || ['E13', 'E41', 'E43', 'E44'].includes(care.leaves)) return 'LTRELFR'
  if (care.leaves === 'E4A' || care.leaves === 'E4B') return daysBetween(care.from, care.until) < 300 ? 'RETURN6M' : 'RETURNEV'
  if (care.leaves === 'E3') return 'OTHERPLN'
  // Of a small child who is still there when the history ends nobody means that it stays until 18.
  if (care.until > addDays(world.to, 300) && ageOn(child.born, care.from) < 9)
    return chance('aim', care.from).weighed([
      ['LTRELFR', 32],
      ['RETURNEV', 24],
      ['LTFOST18', 44],
    ])
  const longest = care.placements.toSorted((one, other) => daysBetween(other.from, other.until) - daysBetween(one.from, one.until))[0]
  return aims[longest?.kind ?? ''] ?? 'LTFOST18'
}

const aims: Readonly<Record<string, string>> = {
  relatives: 'LTRELFR',
  'children’s home': 'RESPLMT',
  'residential school': 'RESPLMT',
  'secure home': 'RESPLMT',
  custody: 'SUPPLIV',
  'supported accommodation': 'SUPPLIV',
  parents: 'RETURNEV',
}

/** When the plan for permanence was first written: with the plan, on a day between the reviews, with the update after one of them, or never. */
type Known = 'at once' | 'never' | { readonly day: Day } | { readonly review: number }

/** Who is held by a front-line team waits for the final order; elsewhere permanence is thought of sooner. */
const waitForTheOrder: Weighing = { most: ['T41', 'T42', 'T31', 'T32', 'T33', 'T21', 'T22'], there: 1.3, elsewhere: 0.6 }

function permanenceKnown(living: Living, { care }: CareTold, reviews: readonly Review[]): Known {
  const lot = living.chance('plan for permanence', care.from)
  const middle = addDays(care.from, 100)
  const team = teamOn(living, middle)
  const alone = living.child.unaccompanied !== null
  const drifts = isTouched(lot, living, 'permanence-drift', middle, team, alone ? { most: [], there: 0, elsewhere: 0.3 } : waitForTheOrder)
  if (drifts) return lot.happens(0.3) ? 'never' : { review: lot.between(2, 4) }
  const home = care.leaves.startsWith('E4')
  if (care.adoption === null && lot.happens(alone ? 0.75 : home ? 0.6 : 0.3)) return 'at once'
  if (lot.happens(0.07)) return { review: 1 }
  const [first, second] = reviews
  if (lot.happens(0.6) || first === undefined || second === undefined) return { review: 0 }
  // A meeting about permanence between the first review and the second.
  return {
    day: workingDayBy(addDays(first.heldOn, Math.max(2, Math.round(daysBetween(first.heldOn, second.heldOn) * (0.3 + 0.6 * lot.next()))))),
  }
}

/** Within ten working days of the review; null where nobody did it before the next, or before the child left. */
function updatedAfter(living: Living, { care }: CareTold, { heldOn, minutesLate }: ReviewFollowed, next: Review | undefined): Day | null {
  const lot = living.chance('plan updated', heldOn)
  const [none, soon, latish, long] = [lot.next(), lot.between(1, 9), lot.between(11, 24), lot.between(22, 65)]
  const size = living.world.problems.size('plans-not-updated', heldOn)
  const touched = lot.happens(Math.min(0.95, size * (minutesLate ? 1.5 : 0.5)))
  const inTime = lot.happens(0.93 - 0.14 * living.strainOn(heldOn))
  if (touched ? none < 0.7 : none < 0.02) return null
  const day = touched
    ? addWorkingDays(heldOn, long)
    : inTime
      ? whenHeld(living, addWorkingDays(heldOn, soon), lot)
      : addWorkingDays(heldOn, latish)
  return day < care.until && (next === undefined || day < next.heldOn) ? day : null
}

function tellUpdate(
  living: Living,
  { told }: Plan,
  updatedOn: Day,
  says: { readonly permanence: string | null; readonly review?: string },
  about: string,
): void {
  const lot = living.chance('care plan update', about, updatedOn)
  const by = living.workerOn(updatedOn)
  const values = { carePlan: told.id, updatedOn, ...says, whatChanged: whatChanged(living, updatedOn, lot), updatedBy: by.name }
  tellDated(living, carePlanUpdate, 'updatedOn', values, { on: updatedOn, by }, lot)
}

/**
 * What somebody is to do, by when, and what came of it. What nobody did is given up some months after its day, or as the child leaves care.
 * @param lately what was asked for, review by review
 */
function tellActions(living: Living, care: CareCourse, agreedOn: Day, least: number, most: number, lately: number[][]): void {
  const { telling, world } = living
  const lot = living.chance('care plan actions', agreedOn)
  const asked = actionsInWords(living, agreedOn, lot, least, most, new Set(lately.slice(-3).flat()))
  lately.push(asked.map(({ place }) => place))
  for (const { what, who, measuredBy, whatHappened } of asked) {
    const dueOn = workingDay(addDays(agreedOn, lot.between(3, 22) * 7))
    const worker = living.workerOn(agreedOn)
    const vague = lot.happens(0.05)
    const told = telling.tell(
      planAction,
      {
        plan: 'care',
        what,
        agreedOn,
        who: vague || who === '' ? null : who,
        worker: living.holderOn(agreedOn) === null ? null : worker.id,
        dueOn: lot.happens(0.04) ? null : dueOn,
        measuredBy: lot.happens(0.22) || measuredBy === '' ? null : measuredBy,
      },
      { on: agreedOn, by: worker },
    )
    const doneOn = doneOnOf(living, agreedOn, dueOn, lot)
    const [dropped, leftOpen] = [workingDay(addDays(dueOn, lot.between(30, 190))), lot.happens(0.06)]
    const given = doneOn === null && !leftOpen
    const last = doneOn ?? (leftOpen ? null : dropped)
    const over = last !== null && last < care.until ? last : null
    if (over !== null && over <= world.to) {
      const by = living.workerOn(over)
      if (given || lot.happens(0.05))
        telling.amend(told, planAction, { givenUpOn: over, whatHappened: lot.pick(givenUp) }, { on: over, by })
      else telling.amend(told, planAction, { doneOn: over, whatHappened }, { on: over, by })
    } else if (care.until <= world.to)
      telling.amend(
        told,
        planAction,
        { givenUpOn: care.until, whatHappened: lot.pick(leftCare) },
        { on: care.until, by: living.workerOn(care.until) },
      )
  }
}

function doneOnOf(living: Living, agreedOn: Day, dueOn: Day, lot: Chance): Day | null {
  const share = lot.next()
  const strain = living.strainOn(dueOn)
  if (share < 0.9 - 0.18 * strain)
    return workingDayBy(later(addDays(agreedOn, 1), addDays(dueOn, -Math.round(daysBetween(agreedOn, dueOn) * 0.7 * lot.next()))))
  return share < 0.97 ? addWorkingDays(dueOn, lot.between(1, 12 + Math.round(30 * strain))) : null
}

const givenUp = [
  'No longer wanted',
  'Not needed since the move',
  'Done in another way',
  'Service has closed',
  'Overtaken by what happened since',
  'Nobody took it on; asked for anew',
] as const
const leftCare = ['Left care', 'No longer looked after', 'Passed to the family', 'Ended with the time in care'] as const
