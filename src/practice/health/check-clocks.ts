import { clock, on, type Clock, type Start } from '../../engine/clocks/clock.ts'
import { birthday } from '../../engine/clocks/days.ts'
import { months } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { legalStatus } from '../court/records.ts'
import { everBefore } from '../looked-after/care.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { healthSummary } from './assessment-records.ts'
import { checksOf, dentalChecksOf, isSightTest, questionnairesOf, type Happening } from './checks.ts'
import { oneAfterAnother, periodsInCare } from './one-after-another.ts'
import { immunisationsUpToDate } from './immunisation-clocks.ts'
import { healthCheck, strengthsAndDifficultiesScore, yearlyHealthReturn } from './records.ts'

/** Checks that children in care have year by year, and what they take with them. */

const return903 = 'Looked-after return (SSDA903), OC2'
const guidance = 'Promoting the health and well-being of looked-after children (2015)'

/** From coming into care (or the birthday from which it applies), then from each check. */
const fromComingIn =
  (happened: (thread: Thread) => readonly Happening[], age: number): Clock['starts'] =>
  (thread) => {
    const { bornOn } = thread.about(person)
    return periodsInCare(thread).flatMap((period) => {
      const cameIn = period.startedOn as string
      const reached = bornOn === null ? cameIn : birthday(bornOn, age)
      const from = reached > cameIn ? reached : cameIn
      if (period.endedOn !== null && from >= period.endedOn) return []
      return oneAfterAnother(period, happened(thread), { from, beginning: from })
    })
  }

export const dentalCheck = clock({
  id: 'dental-check',
  name: 'Dental check',
  plural: 'Dental checks',
  todo: 'Have the child’s teeth checked',
  area: 'Health',
  about: person,
  weight: 'statistics',
  source: `${return903}: teeth checked in the year; health plan, Care Planning, Placement and Case Review (England) Regulations 2010, schedule 1`,
  lookedUp: true,
  ages: { from: 1, until: 18 },
  starts: fromComingIn(dentalChecksOf, 1),
  due: months(12),
  doneBy: healthCheck,
  reads: [periodOfCare, legalStatus, healthCheck, yearlyHealthReturn],
  says: {
    starts: 'The day a child comes into care, or the first birthday, and each dental check after it',
    stops: 'A dental check is made, or the return says that teeth were checked in the year',
    repeats: 'Each year in care',
    exceptions: 'Infants before the first birthday. After a refusal the next is due a year later. A dentist may ask for the child sooner',
  },
})

export const sightTest = clock({
  id: 'vision-check',
  name: 'Sight test',
  plural: 'Sight tests',
  todo: 'Have the child’s sight tested',
  area: 'Health',
  about: person,
  weight: 'local',
  source:
    'Local, commonly every 12 to 24 months; the health plan covers screening for sight (Care Planning, Placement and Case Review (England) Regulations 2010, schedule 1)',
  lookedUp: true,
  ages: { from: 4, until: 18 },
  starts: (thread) =>
    periodsInCare(thread).flatMap((period) =>
      oneAfterAnother(period, checksOf(thread, isSightTest), { from: period.startedOn as string, beginning: null }),
    ),
  due: months(24),
  local: true,
  doneBy: healthCheck,
  reads: [periodOfCare, legalStatus, healthCheck],
  says: {
    starts: 'Each sight test of a child in care; before the first, nothing is due by this rule',
    stops: 'The next sight test (sight, vision, eye or optician in the kind of check)',
    repeats: 'While the child is in care',
  },
})

export const questionnaire = clock({
  id: 'sdq-yearly',
  name: 'Strengths and difficulties questionnaire',
  plural: 'Strengths and difficulties questionnaires',
  todo: 'Have the carers complete the questionnaire',
  area: 'Health',
  about: person,
  weight: 'statistics',
  source: `${return903}; ${guidance}`,
  lookedUp: true,
  ages: { from: 4, until: 17 },
  starts: fromComingIn(questionnairesOf, 4),
  due: months(12),
  doneBy: strengthsAndDifficultiesScore,
  reads: [periodOfCare, legalStatus, strengthsAndDifficultiesScore, yearlyHealthReturn],
  says: {
    starts: 'The day a child comes into care, or the fourth birthday, and each questionnaire after it',
    stops: 'A questionnaire is completed, or the reason why there is no score is recorded',
    repeats: 'Each year in care, until the seventeenth birthday',
    exceptions:
      'Returned for children in care for the 12 months to 31 March. A score of 17 or more is cause for concern, 14 to 16 is borderline',
  },
})

/** Once in a life: for whoever is in care on or after the sixteenth birthday. */
function sixteenInCare(thread: Thread): Start[] {
  const { bornOn } = thread.about(person)
  const periods = periodsInCare(thread)
  if (bornOn === null || periods.length === 0) return []
  const sixteen = birthday(bornOn, 16)
  const eighteen = birthday(bornOn, 18)
  const period = periods.find(({ startedOn, endedOn }) => (startedOn as string) < eighteen && (endedOn === null || endedOn > sixteen))
  if (!period) return []
  const cameIn = period.startedOn as string
  return [{ at: cameIn > sixteen ? cameIn : sixteen, by: { table: periodOfCare.table, id: period.id } }]
}

export const healthSummaryGiven = clock({
  id: 'health-passport',
  name: 'Leaving care health summary',
  plural: 'Leaving care health summaries',
  todo: 'Give the young person the summary of their health',
  area: 'Health',
  about: person,
  weight: 'statutory guidance',
  source: guidance,
  unit: 'calendar days',
  starts: sixteenInCare,
  due: (_, thread) => {
    const { bornOn } = thread.about(person)
    return bornOn === null ? null : birthday(bornOn, 18)
  },
  stops: [on(healthSummary, 'givenOn', { from: () => everBefore })],
  reads: [periodOfCare, legalStatus],
  says: {
    starts: 'The sixteenth birthday in care, or coming into care after it',
    due: 'by the eighteenth birthday',
    stops: 'The summary is given',
    exceptions: 'It is due to young people who have left care before 18 too',
  },
})

export const checkClocks = [dentalCheck, sightTest, questionnaire, immunisationsUpToDate, healthSummaryGiven]
