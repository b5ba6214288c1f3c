import { addDays, addWorkingDays, workingDay } from '../days.ts'
import type { Life } from '../life.ts'
import { doneWithin } from './promptly.ts'
import { chanceOf, type OwnTelling } from './telling.ts'
import { managerOn } from './whose.ts'

const mashManager = 'P110'

/** What was decided at the front door and when; and a manager’s eye on each assessment. */
export function frontDoorOf(life: Life, own: OwnTelling): void {
  for (const contact of life.contacts) {
    if (contact.on > own.day) continue
    const chance = chanceOf(contact.id, 'screened')
    const urgency = chance.pick(['amber', 'amber', 'green'])
    const decided = doneWithin(chance, contact.on, urgency === 'amber' ? 1 : 3, { late: 6, by: 3 })
    own.complete('contact', {
      contact_id: contact.id,
      person_id: life.id,
      urgency,
      decided_at: decided,
      decided_by_id: mashManager,
    })
  }
  for (const referral of life.referrals) {
    if (referral.on > own.day) continue
    const chance = chanceOf(referral.id, 'decided')
    const decided = doneWithin(chance, referral.on, 1, { late: 5, by: 2 })
    const told = chance.inHundred(9) ? workingDay(addDays(decided, chance.between(2, 9))) : decided
    own.complete('referral', {
      referral_id: referral.id,
      person_id: life.id,
      decided_on: decided,
      decided_by_id: mashManager,
      referrer_told_on: told,
    })
    for (const assessment of referral.assessments) assessmentReviewed(life, assessment, own)
  }
}

const reviewPoints = [10, 20, 35] as const

function assessmentReviewed(life: Life, { id, from, until }: { id: string; from: string; until: string | null }, own: OwnTelling): void {
  for (const point of reviewPoints) {
    const due = addWorkingDays(from, point)
    if (until !== null && due >= until) return
    const chance = chanceOf(id, 'reviewed', String(point))
    if (chance.inHundred(5)) continue
    const on = doneWithin(chance, addWorkingDays(from, point - 3), 3, { late: 12, by: 8 })
    if (until !== null && on > until) continue
    own.tell('management_oversight', life.id, on, {
      recorded_on: on,
      by_id: managerOn(life, on),
      occasion: 'assessment review',
      decision: chance.pick(steers),
    })
  }
}

const steers = [
  'Carry on as planned. Speak with the school before the next visit.',
  'See the children again this week, apart from their parents.',
  'Speak with the father, who has not been asked yet.',
  'Ask health for the visits that were missed.',
  'Enough is known: write it up.',
]
