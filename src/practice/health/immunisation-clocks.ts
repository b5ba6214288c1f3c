import { clock, type End, type Start } from '../../engine/clocks/clock.ts'
import { addMonths } from '../../engine/clocks/days.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { legalStatus } from '../court/records.ts'
import { endOfPeriod, type Period } from '../looked-after/care.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { collectionYear, endOfYear, isYear } from './checks.ts'
import { periodsInCare } from './one-after-another.ts'
import { immunisation, yearlyHealthReturn } from './records.ts'

/** Days on which immunisations were said to be up to date. The dataset holds the last of them only; the return says of each 31 March. */
function saidUpToDate(thread: Thread): readonly End[] {
  const said = thread
    .dated(immunisation, 'updatedOn')
    .filter(({ record }) => record.upToDate === true)
    .map(({ at, record }): End => ({ at, by: { table: immunisation.table, id: record.id } }))
  const years = thread
    .all(yearlyHealthReturn)
    .flatMap((record): End[] =>
      record.immunisationsUpToDate === true && isYear(record.year) && !said.some(({ at }) => collectionYear(at) === record.year)
        ? [{ at: endOfYear(record.year), by: { table: yearlyHealthReturn.table, id: record.id } }]
        : [],
    )
  return [...said, ...years].sort((one, other) => (one.at < other.at ? -1 : 1))
}

/**
 * For each 31 March it is said once in the year before it. What is said more than six months after a 31 March says nothing of it: the dataset
 * holds one row a child, and what was said in time has since been written over.
 */
function immunisationYears(period: Period, thread: Thread): Start[] {
  const cameIn = period.startedOn as string
  const until = endOfPeriod(period)
  const said = saidUpToDate(thread)
  const firstYear = collectionYear(cameIn) + (cameIn.endsWith('-03-31') ? 1 : 0)
  const begun: Start[] = [{ at: cameIn, by: { table: periodOfCare.table, id: period.id }, until }]
  const followed = said
    .filter(
      ({ at }, place) =>
        collectionYear(at) >= firstYear &&
        (until === null || at <= until.at) &&
        said.findIndex((other) => collectionYear(other.at) === collectionYear(at)) === place,
    )
    .map(({ at, by }): Start => ({ at, by, until, since: `${collectionYear(at)}-04-01` }))
  return [...begun, ...followed].flatMap((start, place): Start[] => {
    const year = place === 0 ? firstYear : collectionYear(start.at) + 1
    const stop = said.find(({ at }) => at > endOfYear(year - 1)) ?? null
    return stop !== null && stop.at > addMonths(endOfYear(year), 6) ? [] : [{ ...start, due: endOfYear(year), stop }]
  })
}

export const immunisationsUpToDate = clock({
  id: 'immunisations',
  name: 'Immunisations up to date',
  plural: 'Immunisations up to date',
  todo: 'See that immunisations are up to date, and record it',
  area: 'Health',
  about: person,
  weight: 'statistics',
  source: 'Looked-after return (SSDA903), OC2',
  lookedUp: true,
  ages: { until: 18 },
  unit: 'calendar days',
  starts: (thread) => periodsInCare(thread).flatMap((period) => immunisationYears(period, thread)),
  due: () => null,
  doneBy: immunisation,
  reads: [periodOfCare, legalStatus, immunisation, yearlyHealthReturn],
  says: {
    starts: 'The day a child comes into care, then each 1 April',
    due: 'by 31 March',
    stops: 'Immunisations are said to be up to date, in the year to that 31 March',
    repeats: 'Each year in care',
    exceptions: 'Up to date for the child’s age in the national schedule, whose own dates are not followed here',
  },
})
