import { clock, each, endIn, links, chain, on, type Start } from '../../engine/clocks/clock.ts'
import { addDays, daysBetween } from '../../engine/clocks/days.ts'
import { months, workingDays } from '../../engine/clocks/length.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { earliestOf, onItself } from '../../engine/clocks/own-dates.ts'
import { legalStatus } from '../court/records.ts'
import { person } from '../person/records.ts'
import { periodAt } from './care.ts'
import { custody, secureAccommodationOrder, secureReview } from './detention-records.ts'
import { codeOfLegalStatus, legalStatusesOn } from './legal-status-on.ts'
import { carePlanUpdate, placementPlan } from './plan-records.ts'
import { carePlan, periodOfCare, placement } from './records.ts'
import { isDetention, type Placement } from './stays.ts'

/** Children on remand, in secure accommodation and in custody. */

type Status = Said<(typeof legalStatus)['fields']>

const onRemand = ({ status }: Status): boolean => codeOfLegalStatus(status) === 'J1'

/** The first placement in youth detention during a remand. */
const detainedDuring = ({ startedOn, endedOn }: Status, thread: Thread): Placement | null =>
  thread
    .dated(placement, 'startedOn')
    .find(
      ({ at, record }) =>
        isDetention(record.type) &&
        (endedOn === null || at < endedOn) &&
        (record.endedOn === null || record.endedOn > (startedOn as string)),
    )?.record ?? null

/** In care for no other reason than the remand. */
const cameInByRemand = ({ startedOn }: Status, thread: Thread): boolean => {
  const period = periodAt(thread, startedOn as string)
  return period === null || period.startedOn === startedOn
}

export const remandCarePlan = clock({
  id: 'remand-care-plan',
  name: 'Care plan for a child on remand',
  plural: 'Care plans for children on remand',
  todo: 'Make the care plan',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, part 8A, added by the Care Planning, Placement and Case Review (England) (Miscellaneous Amendments) Regulations 2013',
  from: '2013-04-19',
  ages: { until: 18 },
  starts: each(legalStatus, 'startedOn', {
    when: (status, thread) => onRemand(status) && cameInByRemand(status, thread) && detainedDuring(status, thread) === null,
    until: 'endedOn',
  }),
  due: workingDays(5),
  stops: [on(carePlan, 'startedOn'), on(carePlanUpdate, 'updatedOn')],
  reads: [legalStatus, placement, periodOfCare],
  says: {
    starts: 'The day a child is remanded to local authority accommodation (J1), who was not in care before',
    stops: 'A care plan begins or is updated, on that day or after it',
    exceptions: 'In youth detention there is a detention placement plan instead. Reviews come as for any child in care',
  },
})

export const detentionPlacementPlan = clock({
  id: 'detention-placement-plan',
  name: 'Detention placement plan',
  plural: 'Detention placement plans',
  todo: 'Make the detention placement plan',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 47B and 47C, added in 2013; Legal Aid, Sentencing and Punishment of Offenders Act 2012, section 104',
  from: '2013-04-19',
  ages: { until: 18 },
  starts: (thread) =>
    thread.dated(legalStatus, 'startedOn').flatMap(({ at, record: status }): Start[] => {
      const detained = onRemand(status) ? detainedDuring(status, thread) : null
      if (detained === null) return []
      const placedOn = detained.startedOn as string
      const until = earliestOf(endIn(legalStatus, status, 'endedOn'), endIn(placement, detained, 'endedOn'))
      return [{ at: placedOn > at ? placedOn : at, by: { table: placement.table, id: detained.id }, until }]
    }),
  due: workingDays(10),
  stops: [on(placementPlan, 'madeOn', { when: ({ placement: named }, { by }) => named === null || named === by.id })],
  reads: [legalStatus, placement],
  says: {
    starts: 'The day a child is remanded to youth detention: legal status J1 in a young offender institution or a secure children’s home',
    stops: 'The detention placement plan is made',
    exceptions: 'A remand to local authority accommodation asks for a care plan instead',
  },
})

type Custody = Said<(typeof custody)['fields']>

/** The child was in care until they were detained, and is not any more: care ended that week because of it, or on the very day. */
function lostCareBy({ startedOn }: Custody, thread: Thread): boolean {
  const day = startedOn as string
  return thread.all(periodOfCare).some(({ endedOn, endReason }) => {
    if (endedOn === null) return false
    return endedOn === day || (endReason === 'E9' && Math.abs(daysBetween(day, endedOn)) <= 7)
  })
}

export const visitInCustody = clock({
  id: 'custody-visit-former-lac',
  name: 'Visit to a child in custody who was in care',
  plural: 'Visits to children in custody who were in care',
  todo: 'Visit the child in custody',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: 'Visits to Former Looked After Children in Detention (England) Regulations 2010',
  from: '2011-04-01',
  ages: { until: 18 },
  starts: each(custody, 'startedOn', { when: lostCareBy, until: 'endedOn' }),
  due: workingDays(10),
  stops: [onItself(custody, 'firstVisitedOn')],
  reads: [custody, periodOfCare],
  says: {
    starts: 'The day a child is detained who is no longer in care because of it',
    stops: 'The child is visited',
    repeats: 'Later visits are made when asked for, or as the first one recommends',
  },
})

/** Nights in secure accommodation that count towards the 72 hours: those of the 28 days up to a day, without an order of the court. */
function nightsBefore({ id, startedOn }: Placement, thread: Thread): number {
  const day = startedOn as string
  const from = addDays(day, -27)
  return thread
    .dated(placement, 'startedOn')
    .filter(
      ({ record }) => record.type === 'K1' && record.id !== id && record.endedOn !== null && record.endedOn > from && record.endedOn <= day,
    )
    .filter(({ at }) => orderRunning(at, thread) === null)
    .reduce((nights, { at, record }) => nights + daysBetween(at > from ? at : from, record.endedOn as string), 0)
}

const orderRunning = (day: string, thread: Thread): Said<(typeof secureAccommodationOrder)['fields']> | null =>
  thread
    .dated(secureAccommodationOrder, 'madeAt')
    .find(({ at, record: { expiresOn } }) => at.slice(0, 10) <= day && (expiresOn === null || expiresOn > day))?.record ?? null

/** In a secure children's home for their own welfare: not on remand to youth detention, which needs no such order. */
const securedForWelfare = ({ type, startedOn }: Placement, thread: Thread): boolean =>
  type === 'K1' && !legalStatusesOn(thread, startedOn as string).includes('J1')

export const secureWithoutCourt = clock({
  id: 'secure-without-court',
  name: 'Secure accommodation without an order',
  plural: 'Secure accommodation without orders',
  todo: 'Have an order made, or move the child out of secure accommodation',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: 'Children (Secure Accommodation) Regulations 1991, regulations 4 and 10; Children Act 1989, section 25',
  lookedUp: true,
  ages: { until: 18 },
  unit: 'calendar days',
  starts: (thread) =>
    thread.dated(placement, 'startedOn').flatMap(({ at, record }): Start[] => {
      if (!securedForWelfare(record, thread) || orderRunning(at, thread) !== null) return []
      const made = thread.dated(secureAccommodationOrder, 'madeAt').find((order) => order.at >= at)
      const order = made ? { at: made.at, by: { table: secureAccommodationOrder.table, id: made.record.id } } : null
      return [{ at, by: { table: placement.table, id: record.id }, stop: earliestOf(order, endIn(placement, record, 'endedOn')), record }]
    }),
  due: ({ at, record }, thread) => addDays(at, Math.max(0, 3 - nightsBefore(record as Placement, thread))),
  doneBy: secureAccommodationOrder,
  reads: [placement, legalStatus, secureAccommodationOrder],
  says: {
    starts: 'The day a child is placed in a secure children’s home (K1) without an order of the court',
    due: 'within 72 hours, counted as three days, less the days without an order in the 28 days up to that day',
    stops: 'An order is made, or the placement ends',
    exceptions:
      'Not for children on remand to youth detention. The small allowance across Sundays and public holidays (regulation 10(3)) is not counted. Under 13 only with the Secretary of State’s consent',
  },
})

const reviewOfSecurity = links(secureReview, 'heldOn')

export const secureAccommodationReview = clock({
  id: 'secure-review',
  name: 'Secure accommodation review',
  plural: 'Secure accommodation reviews',
  todo: 'Hold the secure accommodation review',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: 'Children (Secure Accommodation) Regulations 1991, regulations 15 and 16',
  ages: { until: 18 },
  unit: 'calendar days',
  starts: chain(placement, 'startedOn', 'endedOn', [reviewOfSecurity], { when: securedForWelfare }),
  due: ({ by }) => (by.table === placement.table ? months(1) : months(3)),
  doneBy: secureReview,
  reads: [placement, legalStatus, secureReview],
  says: {
    starts: 'The day a child is placed in a secure children’s home, and each review after it',
    due: 'within 1 month, then within 3 months',
    stops: 'A review is held by three people, one of them independent of the authority',
    repeats: 'While the placement lasts',
    exceptions: 'Not for children on remand to youth detention',
  },
})

export const detentionClocks = [remandCarePlan, detentionPlacementPlan, visitInCustody, secureWithoutCourt, secureAccommodationReview]
