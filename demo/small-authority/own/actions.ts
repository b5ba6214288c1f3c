import { addDays } from '../days.ts'
import type { Day } from '../days.ts'
import type { Life } from '../life.ts'
import { done } from './promptly.ts'
import { chanceOf, type OwnTelling } from './telling.ts'
import { caseWorkerOn } from './whose.ts'

/** What each plan says is to be done, by when, and what came of it. */
export function actionsOf(life: Life, own: OwnTelling): void {
  for (const { cinPlans, protectionPlans } of life.referrals) {
    for (const plan of cinPlans) agreed(life, own, 'in need', plan, inNeed)
    for (const plan of protectionPlans) agreed(life, own, 'protection', plan, protection)
  }
  for (const care of life.care) for (const plan of care.carePlans) agreed(life, own, 'care', plan, inCare)
}

type Action = readonly [what: string, who: string]

const inNeed: readonly Action[] = [
  ['Breakfast club on school days', 'Mother and school'],
  ['Six meetings of the parents’ group', 'Mother'],
  ['A bed of his or her own', 'Social worker'],
  ['Debts: see the adviser at the family centre', 'Mother'],
]
const protection: readonly Action[] = [
  ['School every day, on time', 'Mother and school'],
  ['Keep every appointment with the health visitor', 'Mother'],
  ['A safety plan that the children know', 'Social worker'],
  ['Finish the course on drink', 'Father'],
]
const inCare: readonly Action[] = [
  ['See the optician', 'Carers'],
  ['Ask for one-to-one reading', 'Virtual school'],
  ['A photograph book of the family', 'Social worker'],
  ['Swimming, once a week', 'Carers'],
  ['Write down who may be visited, and when', 'Social worker'],
]

function agreed(
  life: Life,
  own: OwnTelling,
  plan: string,
  { id, from, until }: { readonly id: string; readonly from: Day; readonly until: Day | null },
  pool: readonly Action[],
): void {
  const chance = chanceOf(id, 'actions')
  const first = chance.between(0, pool.length - 1)
  for (const place of [0, 1]) {
    const [what, who] = pool[(first + place) % pool.length] as Action
    const due = addDays(from, chance.between(4, 12) * 7)
    const ready = done(chance, addDays(from, 7), due, { late: 12, by: 25 })
    const over = until !== null && ready > until
    own.tell('plan_action', life.id, from, {
      plan,
      what,
      agreed_on: from,
      who,
      worker_id: caseWorkerOn(life, from),
      due_on: due,
      done_on: over ? '' : ready,
      given_up_on: over ? until : '',
      what_happened: !over && ready <= own.day ? 'Done' : '',
    })
  }
}
