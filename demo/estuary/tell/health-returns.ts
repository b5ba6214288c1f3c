import { collectionYear, endOfYear } from '../../../src/practice/health/checks.ts'
import { yearlyHealthReturn } from '../../../src/practice/health/records.ts'
import { addDays, ageOn, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Misuse, Questionnaire } from './health-checks.ts'
import { analystOn, type TimeInCare } from './while-in-care.ts'

/** What was done for a child's health in a time in care, as far as it happened. */
interface Done {
  readonly assessed: readonly Day[]
  readonly teeth: readonly Day[]
  readonly questionnaires: readonly Questionnaire[]
  readonly immunised: ReadonlyMap<number, boolean>
  readonly misuse: readonly Misuse[]
  /** Days on which a conviction became known. */
  readonly offences: readonly Day[]
}

/**
 * Tells the return of each year of a child who was in care for the whole of it (looked-after return, SSDA903, OC2): put together in the
 * spring after it, from what the other records say.
 */
export function tellYearlyReturns(living: Living, { care }: TimeInCare, done: Done): void {
  const { child, telling, world } = living
  for (let year = collectionYear(care.from); endOfYear(year) < care.until && endOfYear(year) <= world.to; year++) {
    if (care.from > `${year - 1}-04-01`) continue
    const lot = living.chance('yearly return', String(year))
    const inYear = (day: Day): boolean => collectionYear(day) === year
    const age = ageOn(child.born, endOfYear(year))
    const asked = done.questionnaires.findLast(({ on }) => inYear(on))
    const found = done.misuse.filter(({ on }) => inYear(on))
    const on = workingDay(addDays(`${year}-04-10`, lot.between(0, 70)))
    const by = analystOn(living, on)
    const upToDate = done.immunised.get(year) ?? false
    const misread = lot.happens(0.012)
    const [checked, offered] = [lot.happens(0.93), lot.happens(0.6)]
    const told = telling.tell(
      yearlyHealthReturn,
      {
        year,
        sdqScore: age >= 4 && age < 17 ? (asked?.score ?? null) : null,
        sdqReason: age < 4 || age >= 17 ? 'SDQ1' : asked ? asked.reason : 'SDQ4',
        convicted: age >= 10 ? done.offences.some(inYear) : null,
        healthCheckUpToDate: age < 5 ? checked : null,
        immunisationsUpToDate: misread ? !upToDate : upToDate,
        teethChecked: done.teeth.some(inYear),
        healthAssessed: done.assessed.some(inYear),
        substanceMisuse: found.length > 0,
        interventionReceived: found.length > 0 ? found.some(({ helped }) => helped) : null,
        interventionOffered: found.length > 0 && !found.some(({ helped }) => helped) ? offered : null,
      },
      { on, by, recorded: on },
    )
    const seen = addDays(on, lot.between(4, 30))
    if (misread)
      telling.amend(
        told,
        yearlyHealthReturn,
        { immunisationsUpToDate: upToDate },
        { on: seen, by, reason: 'Does not agree with the nurse’s list' },
      )
  }
}
