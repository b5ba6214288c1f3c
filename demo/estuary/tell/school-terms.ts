import { schoolTerm } from '../../../src/authority/clock-settings.ts'
import type { SchoolTerm } from '../../../src/engine/clocks/school-terms.ts'
import { workingDay, type Day } from '../days.ts'
import type { Telling } from '../telling.ts'
import type { Worker } from '../workforce.ts'

/** The terms of Estuary’s schools, each with its half-term break, in order. */
export const schoolTerms: readonly SchoolTerm[] = (
  [
    ['Autumn 2012', '2012-09-04', '2012-12-20', '2012-10-29', '2012-11-02'],
    ['Spring 2013', '2013-01-07', '2013-03-28', '2013-02-18', '2013-02-22'],
    ['Summer 2013', '2013-04-15', '2013-07-23', '2013-05-27', '2013-05-31'],
    ['Autumn 2013', '2013-09-03', '2013-12-19', '2013-10-28', '2013-11-01'],
    ['Spring 2014', '2014-01-06', '2014-04-04', '2014-02-17', '2014-02-21'],
    ['Summer 2014', '2014-04-22', '2014-07-22', '2014-05-26', '2014-05-30'],
    ['Autumn 2014', '2014-09-02', '2014-12-19', '2014-10-27', '2014-10-31'],
    ['Spring 2015', '2015-01-05', '2015-03-27', '2015-02-16', '2015-02-20'],
    ['Summer 2015', '2015-04-13', '2015-07-21', '2015-05-25', '2015-05-29'],
    ['Autumn 2015', '2015-09-03', '2015-12-18', '2015-10-26', '2015-10-30'],
    ['Spring 2016', '2016-01-04', '2016-03-24', '2016-02-15', '2016-02-19'],
    ['Summer 2016', '2016-04-11', '2016-07-22', '2016-05-30', '2016-06-03'],
    ['Autumn 2016', '2016-09-05', '2016-12-16', '2016-10-24', '2016-10-28'],
    ['Spring 2017', '2017-01-03', '2017-03-31', '2017-02-13', '2017-02-17'],
    ['Summer 2017', '2017-04-18', '2017-07-21', '2017-05-29', '2017-06-02'],
    ['Autumn 2017', '2017-09-04', '2017-12-20', '2017-10-23', '2017-10-27'],
    ['Spring 2018', '2018-01-04', '2018-03-28', '2018-02-12', '2018-02-16'],
    ['Summer 2018', '2018-04-16', '2018-07-20', '2018-05-28', '2018-06-01'],
    ['Autumn 2018', '2018-09-04', '2018-12-20', '2018-10-22', '2018-10-26'],
    ['Spring 2019', '2019-01-07', '2019-04-05', '2019-02-18', '2019-02-22'],
    ['Summer 2019', '2019-04-23', '2019-07-23', '2019-05-27', '2019-05-31'],
  ] as const
).map(([name, from, until, breakFrom, breakUntil]) => ({ name, from, until, breakFrom, breakUntil }))

/** The term in which a day lies, or the last before it; undefined before the first that is known. */
export const termOn = (day: Day): SchoolTerm | undefined => schoolTerms.findLast(({ from }) => from <= day)

/** Tells the terms of each school year, set in the March before it: the terms of years to come are known ahead. */
export function tellSchoolTerms(telling: Telling, by: Worker): void {
  for (const { name, from, until, breakFrom, breakUntil } of schoolTerms) {
    const schoolYear = Number(from.slice(0, 4)) - (from.slice(5, 7) < '08' ? 1 : 0)
    telling.tell(
      schoolTerm,
      { name, startedOn: from, endedOn: until, breakFrom, breakUntil },
      { on: workingDay(`${schoolYear}-03-01`), by, prompt: true },
    )
  }
}
