import { addMonths } from '../../engine/clocks/days.ts'
import { after, type Length } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { factKind, whatFellDue } from '../../engine/measures/fact.ts'
import { aYearInCare, ageAt, birthdayOf, factsInCare, timesLookedAfter, yearsInCare } from '../looked-after/facts.ts'
import { timeInCareReads } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import { covers, edgesOf, type Stretch } from '../told-in-parts.ts'
import { initialHealthAssessment, reviewHealthAssessmentFromFive, reviewHealthAssessmentUnderFive } from './assessment-clocks.ts'
import { healthAssessment } from './assessment-records.ts'
import { dentalCheck, sightTest } from './check-clocks.ts'
import { assessmentsOf, checksOf, collectionYear, dentalChecksOf, endOfYear, isSightTest, isYear, type Happening } from './checks.ts'
import { conviction, healthCheck, immunisation, strengthsAndDifficultiesScore, substanceMisuse, yearlyHealthReturn } from './records.ts'

/** The health of children who have been in care for 12 months, as the yearly return (SSDA903, OC2) asks; and the first assessment of those who come. */

export const firstAssessmentsDue = whatFellDue(initialHealthAssessment, { name: 'Initial health assessments due' })

/** For how long something made keeps a child up to date. What a child refused was not made. */
const lasting = (made: readonly Happening[], howLong: (day: string) => Length): readonly Stretch[] =>
  made.filter(({ refused }) => !refused).map(({ at }) => ({ from: at, until: after(at, howLong(at)) }))

/** An assessment holds for as long as the next may wait, which the age on its day says. */
function assessed(thread: Thread): readonly Stretch[] {
  const fifth = birthdayOf(thread, 5)
  return lasting(
    assessmentsOf(thread),
    (day) => (fifth !== null && day < fifth ? reviewHealthAssessmentUnderFive : reviewHealthAssessmentFromFive).due as Length,
  )
}

/** What was said of a child's immunisations, by the case system or by the return, earliest first. */
const saidOfImmunisations = (thread: Thread): readonly { readonly at: string; readonly upToDate: boolean }[] =>
  [
    ...thread.dated(immunisation, 'updatedOn').map(({ at, record: { upToDate } }) => ({ at, upToDate })),
    ...thread
      .all(yearlyHealthReturn)
      .flatMap(({ year, immunisationsUpToDate: upToDate }) => (isYear(year) ? [{ at: endOfYear(year), upToDate }] : [])),
  ]
    .flatMap(({ at, upToDate }) => (upToDate === null ? [] : [{ at, upToDate }]))
    .sort((one, other) => (one.at < other.at ? -1 : 1))

/** What was said holds for a year. */
const saidFor = 12

/**
 * Whether immunisations were said to be up to date in the year before a day. Null where it is said later only: the dataset holds the last word, and
 * what was said before it has been written over.
 */
function immunisedOn(said: ReturnType<typeof saidOfImmunisations>, day: string): boolean | null {
  const last = said.findLast(({ at }) => at <= day)
  if (last && day < addMonths(last.at, saidFor)) return last.upToDate
  return said.some(({ at }) => at > day) ? null : false
}

export const healthInCare = factKind({
  id: 'health-in-care',
  name: 'Children looked after for 12 months, by what was done for their health',
  about: person,
  lasts: true,
  says: {
    assessed: { label: 'Health assessment up to date', type: 'yes or no' },
    teethChecked: { label: 'Teeth checked in 12 months', type: 'yes or no' },
    immunised: { label: 'Immunisations up to date', type: 'yes or no' },
    sightTested: { label: 'Sight test up to date', type: 'yes or no' },
    fourOrOver: { label: 'Aged 4 or over', type: 'yes or no' },
  },
  reads: [...timeInCareReads, healthAssessment, healthCheck, immunisation, yearlyHealthReturn],
  facts: (thread, _, terms) => {
    const assessments = assessed(thread)
    const teeth = lasting(dentalChecksOf(thread), () => dentalCheck.due as Length)
    const sight = lasting(checksOf(thread, isSightTest), () => terms.length(sightTest.id, sightTest.due as Length))
    const immunised = saidOfImmunisations(thread)
    const fourth = birthdayOf(thread, 4)
    const changes = [
      ...timesLookedAfter(thread).map(({ since }) => aYearInCare(since)),
      ...edgesOf([...assessments, ...teeth, ...sight]),
      ...immunised.flatMap(({ at }) => [at, addMonths(at, saidFor)]),
      fourth,
    ]
    return factsInCare(thread, changes, (day, { since }) => {
      if (day < aYearInCare(since)) return null
      return {
        says: {
          assessed: covers(assessments, day),
          teethChecked: covers(teeth, day),
          immunised: immunisedOn(immunised, day),
          sightTested: covers(sight, day),
          fourOrOver: fourth === null ? null : fourth <= day,
        },
      }
    })
  },
})

/** One a child and year, on its 31 March. */
export const yearsOfHealth = factKind({
  id: 'years-in-care-health',
  name: 'Children looked after for 12 months to 31 March',
  about: person,
  says: {
    age: { label: 'Age on 31 March', type: 'number', unit: 'years' },
    developmentChecked: { label: 'Development checks up to date', type: 'yes or no' },
    score: { label: 'Strengths and difficulties score', type: 'number', unit: 'points' },
    scored: { label: 'Strengths and difficulties score recorded', type: 'yes or no' },
    substanceMisuse: { label: 'Substance misuse found', type: 'yes or no' },
    convicted: { label: 'Convicted or cautioned', type: 'yes or no' },
  },
  reads: [...timeInCareReads, yearlyHealthReturn, strengthsAndDifficultiesScore, substanceMisuse, conviction],
  facts: (thread) =>
    yearsInCare(thread).map(({ year, on, by }) => {
      const returned = thread.all(yearlyHealthReturn).find((each) => each.year === year)
      const score = scoreIn(thread, year) ?? returned?.sdqScore ?? null
      const inYear = ({ at }: { readonly at: string }): boolean => collectionYear(at) === year
      return {
        on,
        by: returned ? { table: yearlyHealthReturn.table, id: returned.id } : by,
        says: {
          age: ageAt(thread, on),
          developmentChecked: returned?.healthCheckUpToDate ?? null,
          score,
          scored: score !== null,
          substanceMisuse: returned?.substanceMisuse === true || thread.dated(substanceMisuse, 'identifiedOn').some(inYear),
          convicted: returned?.convicted === true || thread.dated(conviction, 'offenceOn').some(inYear),
        },
      }
    }),
})

/** The last score of a year. */
const scoreIn = (thread: Thread, year: number): number | null =>
  thread
    .dated(strengthsAndDifficultiesScore, 'completedOn')
    .findLast(({ at, record }) => record.score !== null && collectionYear(at) === year)?.record.score ?? null
