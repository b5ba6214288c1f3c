import { clock, type Clock, type End, type Start, type Step } from '../../engine/clocks/clock.ts'
import { addMonths, birthday } from '../../engine/clocks/days.ts'
import { months, workingDays } from '../../engine/clocks/length.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { legalStatus } from '../court/records.ts'
import { endOfPeriod } from '../looked-after/care.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { healthAssessment } from './assessment-records.ts'
import { assessmentsOf, checksOf, isHealthAssessment, isReviewAssessment, type Happening } from './checks.ts'
import { oneAfterAnother, periodsInCare } from './one-after-another.ts'
import { healthCheck, yearlyHealthReturn } from './records.ts'

/** Health assessments of children in care: the initial one with its steps, and the reviews. */

const regulation = 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7'
const guidance = 'Promoting the health and well-being of looked-after children (2015)'
const reads = [periodOfCare, legalStatus, healthAssessment, healthCheck, yearlyHealthReturn]

type Assessment = Said<(typeof healthAssessment)['fields']>

/** From when an assessment counts as made for this time in care: three months before. */
const countsFrom = (cameIn: string): string => addMonths(cameIn, -3)

/** Only a child who understands enough can refuse (regulation 7(4)); under five nobody refuses for themselves. */
const canRefuse = (thread: Thread, day: string): boolean => {
  const { bornOn } = thread.about(person)
  return bornOn === null || birthday(bornOn, 5) <= day
}

const refusalFrom = (thread: Thread, day: string): End | null =>
  assessmentsOf(thread).find(({ at, refused }) => refused && at >= day && canRefuse(thread, at)) ?? null

/** Coming into care, until the child leaves it or refuses. */
const comingIn =
  (stop: (cameIn: string, thread: Thread) => End | null): Clock['starts'] =>
  (thread) =>
    periodsInCare(thread).map((period): Start => {
      const at = period.startedOn as string
      return {
        at,
        by: { table: periodOfCare.table, id: period.id },
        until: earliestOf(endOfPeriod(period), refusalFrom(thread, at)),
        stop: stop(at, thread),
      }
    })

/** Initial assessments under way or made for a time in care, in the order of their first dates. */
const initialOnes = (cameIn: string, thread: Thread): readonly Assessment[] =>
  thread.all(healthAssessment).filter((assessment) => {
    const last = lastDay(assessment)
    return assessment.type !== 'Review' && last !== null && last >= countsFrom(cameIn)
  })

const lastDay = ({ consentOn, paperworkSentOn, appointmentOn, doneOn, reportReceivedOn, refusedOn }: Assessment): string | null =>
  [consentOn, paperworkSentOn, appointmentOn, doneOn, reportReceivedOn, refusedOn].reduce(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  )

type DayOfAssessment = 'consentOn' | 'paperworkSentOn' | 'appointmentOn' | 'doneOn' | 'reportReceivedOn'

/** The earliest day in a field of the initial assessments. */
function first(cameIn: string, thread: Thread, field: DayOfAssessment, when: (assessment: Assessment) => boolean = () => true): End | null {
  const days = initialOnes(cameIn, thread).flatMap((assessment): End[] => {
    const at = assessment[field]
    return at !== null && at >= countsFrom(cameIn) && when(assessment)
      ? [{ at, by: { table: healthAssessment.table, id: assessment.id } }]
      : []
  })
  return earliestOf(...days)
}

/** What the case system or the return says of a first assessment. Neither says when the report came: that the check was made is taken for it. */
const saidElsewhere = (cameIn: string, thread: Thread): End | null => {
  const made = ({ at, refused }: Happening): boolean => !refused && at >= countsFrom(cameIn)
  const check = checksOf(thread, (type) => isHealthAssessment(type) && !isReviewAssessment(type)).find(made)
  const year = assessmentsOf(thread).find((each) => each.by.table === yearlyHealthReturn.table && made(each))
  return earliestOf(check, year)
}

/** A registered medical practitioner must make the first assessment; where it is not recorded who did, it is taken to be one. */
const byADoctor = ({ examiner }: Assessment): boolean => examiner !== 'Nurse' && examiner !== 'Midwife'

const step = (name: string, field: DayOfAssessment): Step => ({ name, done: ({ at }, thread) => first(at, thread, field)?.at ?? null })

export const initialHealthAssessment = clock({
  id: 'iha-20wd',
  name: 'Initial health assessment',
  plural: 'Initial health assessments',
  todo: 'Have the initial health assessment made and its report sent',
  area: 'Health',
  about: person,
  weight: 'regulation',
  source: `${regulation}; ${guidance}`,
  from: '2011-04-01',
  ages: { until: 18 },
  starts: comingIn((cameIn, thread) => earliestOf(first(cameIn, thread, 'reportReceivedOn', byADoctor), saidElsewhere(cameIn, thread))),
  due: workingDays(20),
  steps: [
    step('Consent', 'consentOn'),
    step('Paperwork', 'paperworkSentOn'),
    step('Appointment', 'appointmentOn'),
    step('Assessment', 'doneOn'),
    step('Report', 'reportReceivedOn'),
  ],
  doneBy: healthAssessment,
  reads,
  says: {
    starts: 'The day a child comes into care',
    due: 'in time for the first review: within 20 working days',
    stops:
      'The report of an assessment by a doctor is received, up to three months before counted in; or the case system says that a health assessment was completed',
    exceptions:
      'Waiting for consent, and living far away, do not stop it. A child of five or more who refuses ends it. Not for short breaks',
  },
})

export const healthAssessmentRequested = clock({
  id: 'iha-request',
  name: 'Request for an initial health assessment',
  plural: 'Requests for initial health assessments',
  todo: 'Send the request and the consent to health',
  area: 'Health',
  about: person,
  weight: 'local',
  source: 'Local agreement with health, commonly 2 to 5 working days, in 2015 as now',
  ages: { until: 18 },
  starts: comingIn((cameIn, thread) =>
    earliestOf(first(cameIn, thread, 'paperworkSentOn'), first(cameIn, thread, 'doneOn'), saidElsewhere(cameIn, thread)),
  ),
  due: workingDays(5),
  local: true,
  doneBy: healthAssessment,
  reads,
  says: {
    starts: 'The day a child comes into care',
    stops: 'The paperwork is sent; an assessment that was made was asked for',
    exceptions: 'Not for short breaks, or for a child of five or more who refuses',
  },
})

/** Reviews by age: each begins with the assessment before, and the age on that day says how long it may wait. */
const reviews =
  (isOfAge: (fifthBirthday: string, day: string) => boolean): Clock['starts'] =>
  (thread) => {
    const { bornOn } = thread.about(person)
    const happened = assessmentsOf(thread).filter(({ at, refused }) => !refused || canRefuse(thread, at))
    return periodsInCare(thread).flatMap((period) => {
      const cameIn = period.startedOn as string
      return oneAfterAnother(period, happened, { from: countsFrom(cameIn), beginning: null })
        .filter(({ at, stop }) => !(stop && stop.at < cameIn) && isOfAge(bornOn === null ? '' : birthday(bornOn, 5), at))
        .map((start) => ({ ...start, since: start.at < cameIn ? cameIn : start.at }))
    })
  }

export const reviewHealthAssessmentUnderFive = clock({
  id: 'rha-under5',
  name: 'Review health assessment, under 5',
  plural: 'Review health assessments, under 5',
  todo: 'Have the review health assessment made',
  area: 'Health',
  about: person,
  weight: 'regulation',
  source: `${regulation}(3)(a)`,
  from: '2011-04-01',
  ages: { until: 18 },
  starts: reviews((fifth, day) => day < fifth),
  due: months(6),
  doneBy: healthAssessment,
  reads,
  says: {
    starts: 'Each health assessment of a child in care who is under 5 that day',
    stops: 'The next is made, by a doctor, nurse or midwife',
    repeats: 'Until the fifth birthday',
  },
})

export const reviewHealthAssessmentFromFive = clock({
  id: 'rha-5plus',
  name: 'Review health assessment, 5 and over',
  plural: 'Review health assessments, 5 and over',
  todo: 'Have the review health assessment made',
  area: 'Health',
  about: person,
  weight: 'regulation',
  source: `${regulation}(3)(b)`,
  from: '2011-04-01',
  ages: { until: 18 },
  starts: reviews((fifth, day) => day >= fifth),
  due: months(12),
  doneBy: healthAssessment,
  reads,
  says: {
    starts: 'Each health assessment of a child in care who is 5 or over that day',
    stops: 'The next is made',
    repeats: 'Until the child leaves care',
    exceptions: 'A child who refuses is asked again within 12 months',
  },
})

export const healthAssessmentClocks = [
  initialHealthAssessment,
  healthAssessmentRequested,
  reviewHealthAssessmentUnderFive,
  reviewHealthAssessmentFromFive,
]
