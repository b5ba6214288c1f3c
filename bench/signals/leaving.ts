import { lot, purpose } from './chance.ts'
import { birthdayOf, lastTold, monthOf, told } from './calendar.ts'
import type { Telling } from './telling.ts'

/** Leaving care: a pathway plan, its reviews, and an adviser who keeps in touch. */

const [forPlan, forTouch] = ['pathway plan', 'in touch'].map(purpose) as [number, number]

export function leaving(telling: Telling, key: number, from: number, left: number): void {
  const { seed, child } = telling
  const sixteen = birthdayOf(child.born, 16)
  // 13 weeks in care, and old enough.
  const eligible = Math.max(sixteen, from + 92)
  if (eligible >= left || eligible > lastTold) return
  const until = Math.min(birthdayOf(child.born, 21), lastTold + 1)
  telling.openUntil = Math.max(telling.openUntil, until)
  const post = telling.postIn('leaving', 0)
  const made = Math.min(left - 1, eligible + 40 + Math.floor(lot(seed, forPlan, key) * 45))
  if (made > lastTold) return
  telling.put('pathway_plan', `PP${key}`, child.id, told(made))
  if (left > lastTold) return
  telling.held(post, left, until, '', 'PA')
  if (telling.records('pathwayReview')) {
    telling.course({
      process: 'pathwayReview',
      key,
      from: left,
      until,
      // The first counts from the last review of the time in care.
      due: (last, n) => last + (n === 0 ? 60 : 181),
      spare: [3, 25],
      late: [30, 200],
      who: (day) => ({ ...telling.who(day, null), team: '' }),
      then: (day, n) => telling.put('pathway_review', `PR${key}.${n}`, child.id, `PP${key}`, told(day)),
    })
  }
  for (let day = left + 20, nth = 0; day < until && day <= lastTold; nth += 1) {
    telling.put('personal_adviser_visit', `PV${key}.${nth}`, child.id, told(day), nth % 3 === 0 ? 'call' : 'home visit', 'Y')
    day += 35 + Math.floor(lot(seed, forTouch, key, nth) * 20) + (monthOf(day) % 12 === 7 ? 5 : 0)
  }
}
