import type { End } from '../../engine/clocks/clock.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { healthAssessment } from './assessment-records.ts'
import { healthCheck, strengthsAndDifficultiesScore, yearlyHealthReturn } from './records.ts'

/**
 * What is known to have been done for a child's health, and what was refused, wherever it is recorded: here, in the case system's checks, or in the
 * looked-after return, which says of a year that something was done in it. Councils write the kind of check in words of their own, so the words
 * are read generously, once.
 */
export const isHealthAssessment = (type: string | null): boolean => /health\s*(care\s*)?assess|\bmedical\b|\b[ir]ha\b/i.test(type ?? '')
export const isReviewAssessment = (type: string | null): boolean => /review|\brha\b/i.test(type ?? '')
export const isDentalCheck = (type: string | null): boolean => /dent(al|ist)|teeth|tooth/i.test(type ?? '')
export const isSightTest = (type: string | null): boolean => /\b(eye|sight|vision)|optic|optom/i.test(type ?? '')

/** Something done or refused on a day. */
export interface Happening extends End {
  readonly refused: boolean
}

type Check = Said<(typeof healthCheck)['fields']>

/** A check was made where it says so, or says nothing and gives its day. Planned and cancelled ones were not. */
const wasMade = ({ status }: Check): boolean => status === 'Completed' || status === null

/** Checks of a kind that were made or refused, earliest first. */
export const checksOf = (thread: Thread, isKind: (type: string | null) => boolean): readonly Happening[] =>
  thread.dated(healthCheck, 'checkedOn').flatMap(({ at, record }) => {
    const refused = record.status === 'Refused'
    return isKind(record.type) && (refused || wasMade(record)) ? [{ at, by: { table: healthCheck.table, id: record.id }, refused }] : []
  })

/** Health assessments made or refused. */
export function assessmentsOf(thread: Thread): readonly Happening[] {
  const ours = thread.all(healthAssessment).flatMap(({ id, doneOn, refusedOn }): Happening[] => {
    const at = doneOn ?? refusedOn
    return at === null ? [] : [{ at, by: { table: healthAssessment.table, id }, refused: doneOn === null }]
  })
  return withYears([...ours, ...checksOf(thread, isHealthAssessment)], thread, ({ healthAssessed }) => healthAssessed === true)
}

export const dentalChecksOf = (thread: Thread): readonly Happening[] =>
  withYears(checksOf(thread, isDentalCheck), thread, ({ teethChecked }) => teethChecked === true)

/** Questionnaires returned, or the reason why there is no score. */
export const questionnairesOf = (thread: Thread): readonly Happening[] =>
  withYears(
    thread
      .dated(strengthsAndDifficultiesScore, 'completedOn')
      .map(({ at, record }) => ({ at, by: { table: strengthsAndDifficultiesScore.table, id: record.id }, refused: false })),
    thread,
    ({ sdqScore, sdqReason }) => sdqScore !== null || sdqReason !== null,
  )

type Year = Said<(typeof yearlyHealthReturn)['fields']>

/** With the years of which the return says so and of which no day is recorded: done by 31 March at the latest. */
function withYears(dated: readonly Happening[], thread: Thread, saysSo: (year: Year) => boolean): readonly Happening[] {
  const years = thread.all(yearlyHealthReturn).flatMap((record): Happening[] => {
    if (!isYear(record.year)) return []
    const known = dated.some(({ at, refused }) => !refused && collectionYear(at) === record.year)
    return !known && saysSo(record)
      ? [{ at: endOfYear(record.year), by: { table: yearlyHealthReturn.table, id: record.id }, refused: false }]
      : []
  })
  return [...dated, ...years].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.by.id < other.by.id ? -1 : 1))
}

/** The year of the looked-after return in which a day lies: 2016 is 1 April 2015 to 31 March 2016. */
export const collectionYear = (day: string): number => Number(day.slice(0, 4)) + (day.slice(5) > '03-31' ? 1 : 0)
/** A slip of the pen is no year. */
export const isYear = (year: number | null): year is number => year !== null && year >= 1900 && year <= 2100

export const endOfYear = (year: number): string => `${year}-03-31`
