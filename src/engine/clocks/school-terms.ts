import { addDays } from './days.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

/** One term of a school calendar. A term has its first day and its last; so has the break inside it. */
export interface SchoolTerm {
  readonly name: string
  readonly from: string
  readonly until: string
  readonly breakFrom?: string | null
  readonly breakUntil?: string | null
}

/**
 * The terms that stand where an authority has given none: autumn from September to December, spring from January to March, summer from April to
 * July. They are commonly so and nowhere laid down.
 */
export function commonTerms(firstYear: number, lastYear: number): readonly SchoolTerm[] {
  const terms: SchoolTerm[] = []
  for (let year = firstYear; year <= lastYear; year++)
    terms.push(
      { name: `Spring ${year}`, from: `${year}-01-04`, until: `${year}-03-31` },
      { name: `Summer ${year}`, from: `${year}-04-15`, until: `${year}-07-22` },
      { name: `Autumn ${year}`, from: `${year}-09-02`, until: `${year}-12-20` },
    )
  return terms
}

/** Whether schools are open: a working day inside a term and outside its break. */
export const isSchoolDay = (day: string, terms: readonly SchoolTerm[]): boolean =>
  isWorkingDay(day) &&
  terms.some(
    ({ from, until, breakFrom, breakUntil }) =>
      from <= day && day <= until && !(breakFrom && breakUntil && breakFrom <= day && day <= breakUntil),
  )

/**
 * The school day so many school days after a plain date, or before it. Day 0 is the date itself. Where no term is known so far on, working days
 * are counted instead.
 */
export function addSchoolDays(day: string, days: number, terms: readonly SchoolTerm[]): string {
  const step = days < 0 ? -1 : 1
  const last = terms.reduce((latest, { until }) => (until > latest ? until : latest), '')
  let at = day.slice(0, 10)
  for (let left = Math.abs(days); left > 0;) {
    if (step > 0 && at >= last) return addWorkingDays(at, left)
    at = addDays(at, step)
    if (isSchoolDay(at, terms)) left--
    else if (step < 0 && at < (terms[0]?.from ?? at)) return addWorkingDays(at, -left)
  }
  return at
}
