import { addDays, addYears, workingDay } from '../days.ts'
import type { Day } from '../days.ts'
import type { Care, Life } from '../life.ts'
import { whyNotAlone } from './in-need.ts'
import { papersOf } from './papers.ts'
import { done, doneWithin, workingDaysBefore } from './promptly.ts'
import { chanceOf, type OwnTelling } from './telling.ts'
import { caseWorkerOn, managerOn } from './whose.ts'
import { workers } from '../people.ts'

/** What care asks for besides visits and reviews: plans and notices of placements, papers of reviews, a visitor, savings. */
export function careOf(life: Life, own: OwnTelling): void {
  for (const care of life.care) {
    if (care.episodes.some(({ legal }) => legal === 'V3' || legal === 'V4')) continue
    placed(life, care, own)
    reviewed(life, care, own)
    saved(life, care, own)
    if (care.until === null) stoodBy(life, care, own)
    for (const visit of care.visits) whyNotAlone(own, 'looked_after_visit', life.id, visit)
  }
}

function placed(life: Life, care: Care, own: OwnTelling): void {
  for (const placement of care.placements) {
    if (placement.type.startsWith('A')) continue
    const chance = chanceOf(placement.id, 'placement')
    const made = doneWithin(chance, workingDaysBefore(placement.from, 1), 5, { late: 9, by: 9 })
    own.tell('placement_plan', life.id, made, {
      placement_id: placement.id,
      type: 'Placement plan',
      made_on: made,
      delegated_authority: 'Haircuts, school trips of a day, sleepovers with friends. Parents decide on faith and medical treatment.',
      agreed_with: 'Parent, carers, social worker',
      next_review_on: addDays(made, 90),
    })
    const sent = doneWithin(chance, placement.from, 5, { late: 8, by: 8 })
    own.tell('placement_notice', life.id, sent, { placement_id: placement.id, sent_on: sent, assessment_and_plan_sent: 'Y' })
  }
}

const changes = [
  'Nothing but the dates.',
  'More time with brothers and sisters.',
  'Help with reading, twice a week.',
  'Time with mother moves to Saturdays.',
  'The carers may now agree to trips of up to a week.',
]

function reviewed(life: Life, care: Care, own: OwnTelling): void {
  for (const review of care.reviews.filter(({ cancelled }) => !cancelled)) {
    papersOf(life.id, own, {
      meeting: 'looked after review',
      column: 'looked_after_review_id',
      id: review.id,
      on: review.on,
      reportDue: workingDaysBefore(review.on, 3),
      recordWithin: 20,
    })
    const chance = chanceOf(review.id, 'after')
    const updated = doneWithin(chance, review.on, 10, { late: 18, by: 30 })
    const worker = workers.find(({ id }) => id === caseWorkerOn(life, updated))
    if (care.until === null || updated < care.until)
      own.tell('care_plan_update', life.id, updated, {
        updated_on: updated,
        review_id: review.id,
        what_changed: chance.pick(changes),
        updated_by: worker?.name ?? '',
      })
    if (!chance.inHundred(4))
      own.tell('independent_visitor', life.id, review.on, {
        considered_on: review.on,
        decision: 'Not needed',
        decision_reason: 'Sees family each week',
      })
  }
}

function saved(life: Life, care: Care, own: OwnTelling): void {
  const { born } = life
  if (born === null) return
  const chance = chanceOf(life.id, care.id, 'savings')
  const hasTrust = born >= '2002-09-01' && born <= '2011-01-02'
  const opened = hasTrust ? addDays(born, 120) : done(chance, addDays(care.from, 90), addYears(care.from, 1), { late: 12, by: 60 })
  if (care !== life.care[0] || (care.until !== null && opened >= care.until)) return
  own.tell('savings_account', life.id, opened < care.from ? care.from : opened, {
    type: hasTrust ? 'Child trust fund' : 'Junior ISA',
    opened_on: opened,
    provider: hasTrust ? 'Building society, as it was opened' : 'The Share Foundation',
    who_knows: 'Social worker and carers',
  })
}

/** Papers of their own, and an advocate. */
function stoodBy(life: Life, care: Care, own: OwnTelling): void {
  const chance = chanceOf(life.id, 'stood by')
  const certificate = workingDay(addDays(care.from, chance.between(20, 60)))
  if (life.nationality === null)
    own.tell('identity_document', life.id, certificate, {
      type: 'Birth certificate',
      applied_on: addDays(care.from, 10),
      held_on: certificate,
    })
  const { born } = life
  if (born !== null && addDays(care.from, 300) < own.day && chance.inHundred(60)) {
    const applied = workingDay(addDays(care.from, chance.between(150, 260)))
    own.tell('identity_document', life.id, applied, {
      type: 'Passport',
      applied_on: applied,
      held_on: workingDay(addDays(applied, 35)),
      expires_on: addYears(addDays(applied, 35), 5),
    })
  }
  if (born !== null && addYears(born, 7) <= care.from && chance.inHundred(50)) {
    const offered = doneWithin(chance, care.from, 12)
    const accepted = chance.inHundred(40)
    own.tell('advocacy', life.id, offered, {
      offered_on: offered,
      response: accepted ? 'Accepted' : 'Declined',
      offered_for: 'Coming into care',
      started_on: accepted ? workingDay(addDays(offered, 8)) : '',
      advocate: accepted ? 'Estuary Children’s Rights Service' : '',
    })
  }
}

/** What a manager wants of whoever takes a case on. */
export function steered(life: Life, own: OwnTelling): void {
  let team = ''
  let ended: Day | null = ''
  for (const work of life.involvements.filter(({ role }) => role === 'CW')) {
    const { team: other } = workers.find(({ name }) => name === work.worker) ?? { team: '' }
    const opens = other !== team || ended === null ? other !== team : ended < addDays(work.from, -7)
    team = other
    ended = work.until
    if (!opens) continue
    const chance = chanceOf(work.id, 'steer')
    const on = doneWithin(chance, workingDaysBefore(work.from, 1), 2, { late: 6, by: 5 })
    own.tell('management_oversight', life.id, on, {
      recorded_on: on,
      by_id: managerOn(life, work.from),
      occasion: 'allocation',
      decision: chance.pick([
        'See the children within a week and read the history first.',
        'Meet the family with the worker before.',
        'Take the plan on as it stands.',
      ]),
    })
  }
}
