import { daysBetween } from '../../engine/clocks/days.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { factKind, whatFellDue, type Fact } from '../../engine/measures/fact.ts'
import { periodAt } from '../looked-after/care.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { healthAssessmentRequested } from './assessment-clocks.ts'
import { healthAssessment } from './assessment-records.ts'

/** Where an initial health assessment waits on its way: for the paperwork, or for the appointment. Calendar days, as the guidance counts neither. */

type Assessment = Said<(typeof healthAssessment)['fields']>

const openedTo = ({ id }: Assessment) => ({ table: healthAssessment.table, id })

/** The first assessment of a time in care: where its kind is not recorded, it is not taken for one. */
const initial = ({ type }: Assessment): boolean => type === 'Initial'

/** Of children with a record of a health assessment on its way: the dataset has its day alone, and says nothing of a request. */
export const requestsDue = whatFellDue(healthAssessmentRequested, {
  name: 'Requests for initial health assessments due',
  reads: [healthAssessment],
  more: (_, thread) => (thread.all(healthAssessment).length > 0 ? {} : null),
})

/** From coming into care to the day on which the request went to health with the consent, on that day. One sent before is sent at once. */
export const paperworkSent = factKind({
  id: 'initial-health-paperwork-sent',
  name: 'Requests for initial health assessments sent',
  about: person,
  says: { days: { label: 'From coming into care', type: 'number', unit: 'days' } },
  reads: [healthAssessment, periodOfCare],
  facts: (thread: Thread) =>
    thread.dated(healthAssessment, 'paperworkSentOn').flatMap(({ at, record }): Fact[] => {
      const cameIn = periodAt(thread, at)?.startedOn ?? null
      if (!initial(record) || cameIn === null) return []
      return [{ on: at, by: openedTo(record), says: { days: Math.max(0, daysBetween(cameIn, at)) } }]
    }),
})

/** From the request to the appointment, on the day of the appointment. */
export const appointmentsAfterPaperwork = factKind({
  id: 'initial-health-appointments',
  name: 'Appointments for initial health assessments',
  about: person,
  says: { days: { label: 'From the request', type: 'number', unit: 'days' } },
  reads: [healthAssessment],
  facts: (thread: Thread) =>
    thread.dated(healthAssessment, 'appointmentOn').flatMap(({ at, record }): Fact[] => {
      const { paperworkSentOn } = record
      if (!initial(record) || paperworkSentOn === null || paperworkSentOn > at) return []
      return [{ on: at, by: openedTo(record), says: { days: daysBetween(paperworkSentOn, at) } }]
    }),
})
