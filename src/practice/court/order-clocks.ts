import { clock, each, on, type Start } from '../../engine/clocks/clock.ts'
import { addDays, addMonths, dayNumber, weekday } from '../../engine/clocks/days.ts'
import { onTheSame } from '../../engine/clocks/ends.ts'
import { calendarDays, hours, months } from '../../engine/clocks/length.ts'
import { isWorkingDay } from '../../engine/clocks/working-days.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { careProceedings } from './proceedings.ts'
import { legalStatus } from './records.ts'
import { isStatus } from './statuses.ts'

/** How long orders and police powers last. What is due is that they end, or that something takes their place. */

type LegalStatus = Said<(typeof legalStatus)['fields']>

const ended = onTheSame(legalStatus, 'endedOn')

export const policeProtection = clock({
  id: 'police-protection',
  name: 'Police protection',
  plural: 'Police protection',
  todo: 'Police protection ends: decide what follows',
  area: 'Child protection',
  about: person,
  weight: 'statute',
  source: 'Children Act 1989, section 46(6): no child is kept in police protection for more than 72 hours. The same since 1991',
  ages: { until: 18 },
  starts: each(legalStatus, 'startedOn', { when: ({ status }) => isStatus(status, 'L1') }),
  due: hours(72),
  stops: [
    ended,
    on(legalStatus, 'startedOn', { when: ({ id, status }, { by }) => id !== by.id && !isStatus(status, 'L1') }),
    on(periodOfCare, 'endedOn'),
  ],
  reads: [legalStatus],
  says: {
    starts: 'The child is taken into police protection',
    due: 'within 72 hours, which run through weekends and holidays; the hour is not held, so by the end of the third day',
    stops: 'The child is released, another legal status begins, or the child leaves care',
  },
})

export const emergencyProtection = clock({
  id: 'emergency-protection-order',
  name: 'Emergency protection order',
  plural: 'Emergency protection orders',
  todo: 'The order ends: decide what follows',
  area: 'Child protection',
  about: person,
  weight: 'statute',
  source: 'Children Act 1989, section 45(1) to (6): 8 days, extended once by up to 7. The same since 1991',
  lookedUp: true,
  ages: { until: 18 },
  starts: each(legalStatus, 'startedOn', { when: ({ status }) => isStatus(status, 'L2') }),
  due: (start, thread) => emergencyProtectionEnds(start, thread),
  stops: [ended],
  reads: [legalStatus],
  says: {
    starts: 'The order is made',
    due: 'within 8 days; where the court extended it, by the day set, and within 15 days at most',
    stops: 'The order ends',
    repeats: 'One extension of up to 7 days, recorded on the order or as an order that follows on it',
    exceptions:
      'Where the eighth day is a public holiday the court may let the order run to the next day that is none: an order that ended then ended in time',
  },
})

function emergencyProtectionEnds({ at, by, record }: Start, thread: Thread): string {
  const { setUntilOn, endedOn } = record as LegalStatus
  const extends_ = thread.all(legalStatus).some(({ id, status, endedOn }) => id !== by.id && endedOn === at && isStatus(status, 'L2'))
  if (extends_) return addDays(at, 7)
  const [eighth, last] = [addDays(at, 8), addDays(at, 15)]
  if (setUntilOn !== null) return setUntilOn < last ? setUntilOn : last
  return isPublicHoliday(eighth) && endedOn === nextOrdinaryDay(eighth) ? endedOn : eighth
}

/** Christmas Day, Good Friday, a bank holiday or a Sunday (Children Act 1989, section 45(2)). A Saturday is none. */
const isPublicHoliday = (day: string): boolean => {
  const at = weekday(dayNumber(day))
  return at === 6 || day.endsWith('-12-25') || (at < 5 && !isWorkingDay(day))
}

function nextOrdinaryDay(day: string): string {
  let next = addDays(day, 1)
  while (isPublicHoliday(next)) next = addDays(next, 1)
  return next
}

export const childAssessmentOrder = clock({
  id: 'child-assessment-order',
  name: 'Child assessment order',
  plural: 'Child assessment orders',
  todo: 'The order ends: finish the assessment',
  area: 'Child protection',
  about: person,
  weight: 'statute',
  source: 'Children Act 1989, section 43(5): no longer than 7 days from the day it begins. The same since 1991',
  lookedUp: true,
  ages: { until: 18 },
  starts: each(legalStatus, 'startedOn', { when: ({ status }) => isStatus(status, 'L3') }),
  due: calendarDays(7),
  stops: [ended],
  reads: [legalStatus],
  says: { starts: 'The day the order begins', stops: 'The order ends' },
})

export const interimCareOrder = clock({
  id: 'interim-care-order',
  name: 'Interim care order',
  plural: 'Interim care orders',
  todo: 'The order ends: see that it is renewed, or what follows',
  area: 'Care proceedings',
  about: person,
  weight: 'statute',
  source:
    'Children Act 1989, section 38(4), as amended on 22 April 2014: until the case ends or the day the court sets. Before, at first up to 8 weeks and then up to 4 at a time',
  from: '2014-04-22',
  ages: { until: 18 },
  starts: each(legalStatus, 'startedOn', { when: ({ status }) => isStatus(status, 'C1') }),
  due: ({ record }) => (record as LegalStatus).setUntilOn ?? (record as LegalStatus).endedOn,
  unit: 'calendar days',
  stops: [
    ended,
    on(legalStatus, 'startedOn', { when: ({ id }, { by }) => id !== by.id, later: true }),
    on(careProceedings, 'finalOrderOn'),
  ],
  reads: [legalStatus],
  says: {
    starts: 'An interim care order is made, from 22 April 2014',
    due: 'on the day the court set; where it set none, nothing falls due before the case ends',
    stops: 'The order ends, another legal status begins, or the case is decided',
    exceptions:
      'Orders made before that day are not run: each lasted 8 weeks, then 4 at a time, and records hold the status and not its renewals',
  },
})

export const supervisionOrder = clock({
  id: 'supervision-order',
  name: 'Supervision order',
  plural: 'Supervision orders',
  todo: 'The order ends: decide whether to ask for more',
  area: 'In need',
  about: person,
  weight: 'statute',
  source: 'Children Act 1989, schedule 3, paragraph 6: 12 months, extended to 3 years in all. The same since 1991',
  ages: { until: 18 },
  starts: each(legalStatus, 'startedOn', { when: ({ status }) => isStatus(status, 'supervision order') }),
  due: ({ at, record }) => {
    const { setUntilOn } = record as LegalStatus
    const last = addMonths(at, 36)
    return setUntilOn === null ? months(12) : setUntilOn < last ? setUntilOn : last
  },
  unit: 'calendar days',
  stops: [
    ended,
    on(legalStatus, 'startedOn', { when: ({ id, status }, { by }) => id !== by.id && isStatus(status, 'C1', 'C2', 'supervision order') }),
  ],
  reads: [legalStatus],
  says: {
    starts: 'A supervision order is made',
    due: 'within 12 months; where the court set or extended it to another day, by that day, and within 3 years at most',
    stops: 'The order ends, or a care order or another supervision order begins',
    exceptions:
      'Not for interim supervision orders, nor for education supervision orders. How often to visit is local: visits are those of a child in need',
  },
})

export const orderClocks = [policeProtection, emergencyProtection, childAssessmentOrder, interimCareOrder, supervisionOrder]
