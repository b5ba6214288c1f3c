import { between, lot, purpose } from './chance.ts'
import { lastTold, told, workingAfter } from './calendar.ts'
import { dayNumber } from '../../src/engine/clocks/days.ts'
import type { Put } from './tables.ts'
import type { Telling } from './telling.ts'
import type { Who } from './truth.ts'

/** Health and education of a child in care. */

const [forFirst, forPlan, forQuality] = ['first health assessment', 'education plan', 'quality of plan'].map(purpose) as [
  number,
  number,
  number,
]

export function careHealth(telling: Telling, key: number, from: number, until: number, who: (day: number) => Who): void {
  const { seed, child } = telling
  const due = workingAfter(from, 20)
  const inTime = telling.step('firstHealth', due, who(due), key, 0, due < until)
  const share = lot(seed, forFirst, key)
  const report = inTime ? workingAfter(from, between(share, 12, 20)) : workingAfter(due, between(share, 2, 40))
  // The steps lie between coming into care and the report.
  const step = (part: number) => from + Math.floor((report - from) * part)
  const lost = !inTime && telling.isLost('firstHealth', due, who(due))
  if (telling.records('firstHealth') && !lost && step(0.2) < until && step(0.2) <= lastTold) {
    const done = step(0.75) < until ? told(step(0.75)) : ''
    telling.put(
      'health_assessment',
      `HA${key}`,
      child.id,
      'Initial',
      told(step(0.1)),
      told(step(0.2)),
      step(0.75) < until ? told(step(0.75)) : '',
      done,
      done === '' ? '' : 'Doctor',
      done === '' ? '' : told(report),
    )
  }
  const young = (day: number) => day - child.born < 5 * 365.25
  telling.course({
    process: 'healthReview',
    key,
    // Counted as if the first were in time.
    from: from + 21,
    until,
    due: (last) => last + (young(last) ? 181 : 364),
    spare: [2, 30],
    late: [60, 300],
    who,
    then: (day, n) => telling.put('ssd_cla_health', `U${key}.${n}`, child.id, 'Review Health Assessment', told(day), 'Completed'),
  })
  if (!telling.records('dental')) return
  telling.course({
    process: 'dental',
    key,
    from,
    until,
    due: (last) => last + 364,
    spare: [5, 150],
    late: [60, 300],
    who,
    then: (day, n) => telling.put('ssd_cla_health', `UD${key}.${n}`, child.id, 'Dental Check', told(day), 'Completed'),
  })
}

/** The school’s terms: a name, the first and the last day. */
const terms = Array.from({ length: 10 }, (_, place) => 2015 + place).flatMap((year) => [
  ...(year === 2015
    ? []
    : [[`Spring ${year}`, `${year}-01-05`, `${year}-03-30`] as const, [`Summer ${year}`, `${year}-04-17`, `${year}-07-21`] as const]),
  [`Autumn ${year}`, `${year}-09-04`, `${year}-12-18`] as const,
])
const termDays = terms.map(([name, from, until]) => ({ name, from: dayNumber(from), until: dayNumber(until) }))

export function schoolTerms(put: Put): void {
  terms.forEach(([name, from, until], place) => put('school_term', `TM${place + 1}`, name, from, until))
}

export function educationPlans(telling: Telling, key: number, from: number, until: number, who: (day: number) => Who): void {
  const { seed, child } = telling
  const three = child.born + 3 * 365.25 + 2
  const put = (id: string, day: number, name: string, nth: number) => {
    if (day >= until || day > lastTold) return
    const quality = lot(seed, forQuality, key, nth)
    telling.put('personal_education_plan', id, child.id, told(day), name, quality < 0.7 ? 'good' : quality < 0.9 ? 'sound' : 'weak')
  }
  if (telling.records('firstEducationPlan') && from >= three) {
    const due = workingAfter(from, 10)
    const inTime = telling.step('firstEducationPlan', due, who(due), key, 0, due < until)
    const share = lot(seed, forPlan, key)
    put(`PF${key}`, inTime ? workingAfter(from, between(share, 4, 10)) : workingAfter(due, between(share, 1, 20)), 'First', 200)
  }
  if (!telling.records('educationPlan')) return
  termDays.forEach((term, nth) => {
    if (term.from <= from || term.from < three || term.until >= until || term.from > lastTold) return
    const inTime = telling.step('educationPlan', term.until, who(term.until), key, nth)
    if (inTime) put(`PT${key}.${nth}`, term.from + between(lot(seed, forPlan, key, nth + 1), 5, term.until - term.from - 3), term.name, nth)
  })
}
