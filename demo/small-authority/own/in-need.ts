import { addDays } from '../days.ts'
import type { Life, ProtectionPlan } from '../life.ts'
import { again, workingDaysBefore } from './promptly.ts'
import { chanceOf, type OwnTelling } from './telling.ts'
import { caseWorkerOn, never } from './whose.ts'
import { papersOf } from './papers.ts'

/** Reviews of plans in need; core groups and the papers of conferences; why a child was not seen alone. */
export function inNeedOf(life: Life, own: OwnTelling): void {
  for (const referral of life.referrals) {
    for (const plan of referral.cinPlans) {
      const reviews = again(chanceOf(plan.id, 'reviews'), plan.from, plan.until ?? never, {
        every: 91,
        firstWithin: 42,
        lateness: { late: 10, by: 18 },
      })
      for (const on of reviews) {
        const last = plan.until !== null && addDays(on, 60) > plan.until
        own.tell('child_in_need_review', life.id, on, {
          plan_id: plan.id,
          held_on: on,
          chaired_by_id: caseWorkerOn(life, on),
          attended: 'Parent, social worker, school',
          decision: last ? 'close' : 'continue',
          next_on: last ? '' : addDays(on, 88),
        })
      }
    }
    for (const conference of referral.conferences)
      papersOf(life.id, own, {
        meeting: 'initial conference',
        column: 'initial_conference_id',
        id: conference.id,
        on: conference.on,
        reportDue: workingDaysBefore(conference.on, 2),
        recordWithin: 20,
      })
    for (const plan of referral.protectionPlans) protectedBy(life, plan, own)
  }
  for (const visit of life.cinVisits) whyNotAlone(own, 'child_in_need_visit', life.id, visit)
}

function protectedBy(life: Life, plan: ProtectionPlan, own: OwnTelling): void {
  const groups = again(chanceOf(plan.id, 'core groups'), plan.from, plan.until ?? never, {
    every: 42,
    firstWithin: 14,
    lateness: { late: 14, by: 21 },
  })
  for (const [place, on] of groups.entries()) {
    own.tell('core_group', life.id, on, {
      plan_id: plan.id,
      held_on: on,
      led_by_id: caseWorkerOn(life, on),
      attended: place % 3 === 1 ? 'Mother, health visitor, school' : 'Mother, school, school nurse',
      parents_attended: place % 5 === 4 ? 'N' : 'Y',
      child_took_part: 'N',
      next_on: addDays(on, 35),
    })
  }
  for (const review of plan.reviews)
    papersOf(life.id, own, {
      meeting: 'protection review',
      column: 'child_protection_review_id',
      id: review.id,
      on: review.on,
      reportDue: workingDaysBefore(review.on, 5),
      recordWithin: 20,
    })
  for (const visit of plan.visits) whyNotAlone(own, 'child_protection_visit', life.id, visit)
}

interface Visit {
  readonly id: string
  readonly on: string
  readonly seen: boolean
  readonly alone: boolean
  readonly struckOut: boolean
}

const reasons = ['Too young to be seen alone', 'Did not want to', 'A sister stayed in the room', 'Seen at school with a teacher', 'Asleep']

/** Where a child was seen, and not alone, the visit mostly says why. */
export function whyNotAlone(own: OwnTelling, table: string, person: string, visit: Visit): void {
  if (!visit.seen || visit.alone || visit.struckOut || visit.on.slice(0, 10) > own.day) return
  const chance = chanceOf(visit.id, 'alone')
  if (!chance.inHundred(5)) own.complete(table, { [`${table}_id`]: visit.id, person_id: person, why_not_alone: chance.pick(reasons) })
}
