import { childInNeedPlan, childInNeedReview, childInNeedVisit, longStay } from '../../../src/practice/in-need/records.ts'
import type { NeedCourse, Stretch } from '../course.ts'
import { addDays, addWorkingDays, daysBetween, workingDay, type Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import type { Told } from '../telling.ts'
import { tellAdvocacy } from './advocacy.ts'
import { inNeedVisits, saidOfVisit } from './home-visits.ts'
import { agreedAt, agreedThinly, attendedBy } from './meeting-words.ts'
import { tellActions } from './plan-actions.ts'
import { tellAsWritten } from './slips.ts'
import { numberOf } from './touched.ts'

/**
 * Children in need at home: plans, their actions and reviews, and visits while the child is neither in care nor on a protection plan. Kept:
 * `need plan/<place of the need>/<place of the plan>`. It needs `referral/<place>`.
 */
export function tellNeed(living: Living): void {
  for (const [place, need] of living.course.needs.entries()) {
    tellVisits(living, place)
    for (const nth of need.plans.keys()) tellPlan(living, need, place, nth)
  }
}

function tellVisits(living: Living, place: number): void {
  const lot = living.chance('in need visits as written', String(place))
  for (const visit of inNeedVisits(living, place))
    tellAsWritten(
      living,
      childInNeedVisit,
      'visitedOn',
      saidOfVisit(living, visit, lot),
      { on: visit.on, by: living.workerOn(visit.on) },
      lot,
    )
}

function tellPlan(living: Living, need: NeedCourse, place: number, nth: number): void {
  const { telling } = living
  const plan = need.plans[nth] as NeedCourse['plans'][number]
  const lot = living.chance('need plan', String(place), String(nth))
  const by = living.workerOn(plan.from)
  const told = living.keep(
    `need plan/${place}/${nth}`,
    telling.tell(
      childInNeedPlan,
      { referral: numberOf(living.kept(`referral/${place}`)), startedOn: plan.from, team: plan.team, worker: by.id },
      { on: plan.from, by, prompt: true },
    ),
  )
  telling.amend(
    told,
    childInNeedPlan,
    { endedOn: plan.until },
    { on: plan.until, by: living.workerOn(plan.until), prompt: lot.happens(0.85) },
  )
  const reviews = reviewsOf(living, need, plan)
  for (const [each, review] of reviews.entries()) tellReview(living, told, `${place}/${nth}/${each}`, review)
  tellActions(living, need, `${place}/${nth}`, {
    plan: 'in need',
    team: plan.team,
    until: plan.until,
    followed: need.protection?.from === plan.until || need.care?.from === plan.until,
    points: [
      { on: plan.from, least: 3, most: 4, updated: true },
      ...reviews
        .filter(({ decision }) => decision === 'continue')
        .map(({ on }, each) => ({
          on,
          least: 1,
          most: 2,
          updated: !living.chance('plan updated', `${place}/${nth}/${each}`).happens(0.08),
        })),
    ],
  })
  tellLongStay(living, plan, `${place}/${nth}`)
  if (ageThen(living, plan.from) >= 8) {
    const offer = living.chance('advocacy for a plan in need', `${place}/${nth}`)
    if (offer.happens(0.5))
      tellAdvocacy(
        living,
        { by: addWorkingDays(plan.from, offer.between(2, 15)), until: plan.until, what: 'Child in need plan', team: plan.team },
        offer,
      )
  }
}

type Decision = 'continue' | 'step up' | 'step down' | 'close'

interface Review {
  readonly on: Day
  readonly decision: Decision
  /** When the next was to be. */
  readonly next: Day | null
}

/**
 * Reviews of a plan: the first within 6 weeks, then every 3 months, the last shortly before the plan ends. The same days for brothers and
 * sisters.
 */
function reviewsOf({ world, course }: Living, need: NeedCourse, plan: NeedCourse['plans'][number]): readonly Review[] {
  const lot = world.chance(need.together, 'reviews of a plan in need', plan.from)
  const decided = whatEnded(course.earlyHelp, need, plan)
  const strain = world.workforce.strain(plan.team, plan.from)
  const days: Day[] = []
  let last = plan.from
  while (last < plan.until && last <= world.to) {
    const within = days.length === 0 ? 42 : 91
    const late = lot.happens(0.06 + 0.09 * strain)
    const wanted = workingDay(addDays(last, late ? within + lot.between(3, 30) : within - 4 - lot.between(0, Math.round(within / 4))))
    if (wanted >= plan.until) break
    days.push(wanted)
    last = wanted
  }
  // A plan that closes is closed by a meeting, unless the last one was not long ago.
  const closing = addWorkingDays(plan.until, -lot.between(1, 6))
  const recent = days.at(-1)
  if (decided !== 'step up' && closing > plan.from) {
    if (recent !== undefined && daysBetween(recent, closing) < 24) days.pop()
    days.push(closing)
  }
  return days.map((on, each): Review => {
    const deciding = each === days.length - 1 && daysBetween(on, plan.until) < 45
    return {
      on,
      decision: deciding ? decided : 'continue',
      next: deciding && decided !== 'continue' ? null : workingDay(addDays(on, 84 + lot.between(-4, 5))),
    }
  })
}

function whatEnded(
  earlyHelp: readonly (Stretch & { readonly steppedDown: boolean })[],
  { protection, care, closedOn }: NeedCourse,
  { until }: Stretch,
): Decision {
  const follows = (stretch: Stretch | null): boolean =>
    stretch !== null && stretch.from >= addDays(until, -30) && stretch.from <= addDays(until, 60)
  if (follows(protection) || follows(care)) return 'step up'
  if (earlyHelp.some(({ steppedDown, ...stretch }) => steppedDown && follows(stretch))) return 'step down'
  return closedOn <= addDays(until, 60) ? 'close' : 'continue'
}

function tellReview(living: Living, plan: Told, about: string, { on, decision, next }: Review): void {
  const lot = living.chance('need review', about)
  const age = ageThen(living, on)
  const childTookPart = age >= 4 && lot.happens(age >= 11 ? 0.6 : 0.3)
  const by = living.workerOn(on)
  const thin = lot.happens(Math.max(0.04, 0.6 * living.world.problems.size('plans-without-date-or-person', on)))
  tellAsWritten(
    living,
    childInNeedReview,
    'heldOn',
    {
      plan: numberOf(plan),
      heldOn: on,
      chairedBy: (lot.happens(0.45) ? living.managerOn(on) : by).id,
      attended: attendedBy(living, on, lot, { parents: lot.happens(0.9), child: childTookPart }),
      childTookPart,
      decision,
      agreed: thin ? agreedThinly(lot) : agreedAt(living, on, lot),
      ...(next === null ? {} : { nextOn: next }),
    },
    { on, by },
    lot,
  )
}

/** A disabled child who stays in a hospital or a residential school for months: rare, and the council is told of most in time. */
function tellLongStay(living: Living, plan: Stretch, about: string): void {
  const { telling, child, world } = living
  if (child.disabled.length === 0 || daysBetween(plan.from, plan.until) < 200) return
  const lot = living.chance('long stay', about)
  if (!lot.happens(0.06)) return
  const placedOn = workingDay(addDays(plan.from, lot.between(10, 90)))
  const endedOn = addDays(placedOn, lot.between(95, 320))
  const noticeOn = workingDay(addDays(placedOn, lot.happens(0.85) ? lot.between(1, 60) : lot.between(95, 130)))
  if (noticeOn > world.to) return
  const hospital = lot.happens(child.educationPlan ? 0.25 : 0.8) || ageThen(living, placedOn) < 6 || ageThen(living, placedOn) > 16
  const told = telling.tell(
    longStay,
    {
      section: lot.happens(0.85) ? '85' : '86',
      placedOn,
      placedBy: hospital
        ? lot.pick(['The children’s hospital', 'The hospital trust', 'Children’s mental health inpatient service'])
        : 'Estuary Council, special educational needs',
      livesAt: hospital
        ? lot.pick([
            'Children’s ward',
            ageThen(living, placedOn) >= 12 ? 'Adolescent unit, 70 miles away' : 'Children’s hospital, 70 miles away',
            'Rehabilitation unit',
            'Ward for long stays',
          ])
        : lot.pick(['Residential school, weekly boarder', 'Residential school, 52 weeks', 'Residential school near the coast']),
      intendedUntilOn: addDays(placedOn, lot.between(100, 300)),
      noticeReceivedOn: noticeOn,
    },
    { on: noticeOn, by: living.workerOn(noticeOn) },
  )
  telling.amend(told, longStay, { endedOn }, { on: endedOn > noticeOn ? endedOn : noticeOn, by: living.workerOn(endedOn) })
}
