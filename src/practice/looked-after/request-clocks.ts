import { clock, each, on, type Start } from '../../engine/clocks/clock.ts'
import { addDays, birthday } from '../../engine/clocks/days.ts'
import { calendarDays, weeks, workingDays } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { addWorkingDays } from '../../engine/clocks/working-days.ts'
import { earliestOf, onItself } from '../../engine/clocks/own-dates.ts'
import { legalStatus } from '../court/records.ts'
import { person } from '../person/records.ts'
import { leftCare, type Period } from './care.ts'
import { legalStatusesOn } from './legal-status-on.ts'
import { lookedAfterVisit, periodOfCare } from './records.ts'
import { contactRefusal, transferSchemeMove, visitRequest } from './request-records.ts'

/** What an event in care asks for: a visit that somebody wants, contact refused, a move between authorities, leaving care. */

export const visitOnRequest = clock({
  id: 'lac-visit-on-request',
  name: 'Visit that was asked for',
  plural: 'Visits that were asked for',
  todo: 'Make the visit that was asked for',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28(7); Care Standards Act 2000, section 30A',
  from: '2011-04-01',
  ages: { until: 18 },
  starts: each(visitRequest, 'requestedOn', {
    until: ({ id, requestedOn, withdrawnOn }, thread) =>
      earliestOf(
        withdrawnOn === null ? null : { at: withdrawnOn, by: { table: visitRequest.table, id } },
        leftCare(thread, requestedOn as string),
      ),
  }),
  due: weeks(1),
  stops: [on(lookedAfterVisit, 'visitedOn', { when: ({ childSeen }) => childSeen !== false })],
  reads: [visitRequest, periodOfCare],
  says: {
    starts: 'A child, carer or parent asks for a visit, or notice is received that the regulator means to act against the home',
    stops: 'The child is visited. A visit on which they were not seen does not count',
    repeats: 'Each time',
    exceptions:
      'The week is the law’s after a notice; when somebody asks, the law says "whenever reasonably requested", and a week is used',
  },
})

export const contactRefused = clock({
  id: 'contact-refusal',
  name: 'Contact refused without an order',
  plural: 'Contact refused without orders',
  todo: 'Allow contact again, or ask the court for an order',
  area: 'In care',
  about: person,
  weight: 'statute',
  source: 'Children Act 1989, section 34(6)',
  ages: { until: 18 },
  starts: each(contactRefusal, 'refusedOn', { until: ({ refusedOn }, thread) => leftCare(thread, refusedOn as string) }),
  due: calendarDays(7),
  stops: [onItself(contactRefusal, 'resumedOn'), onItself(contactRefusal, 'orderMadeOn')],
  reads: [contactRefusal, periodOfCare],
  says: {
    starts: 'The day contact with a child in care is refused without an order',
    stops: 'Contact is allowed again, or the court makes an order',
    exceptions: 'Only where it is urgent and needed to safeguard the child’s welfare',
  },
})

export const transferCompleted = clock({
  id: 'uasc-transfer',
  name: 'National transfer scheme move',
  plural: 'National transfer scheme moves',
  todo: 'Complete the move to the receiving authority',
  area: 'In care',
  about: person,
  weight: 'statutory guidance',
  source:
    'National Transfer Scheme protocol, version 7.0 (June 2025); Immigration Act 2016, sections 69 to 72. Voluntary from July 2016, mandatory since December 2021',
  lookedUp: true,
  from: '2016-07-01',
  ages: { until: 18 },
  starts: each(transferSchemeMove, 'allocatedOn', { until: 'withdrawnOn' }),
  due: workingDays(10),
  stops: [onItself(transferSchemeMove, 'transferredOn')],
  reads: [transferSchemeMove],
  says: {
    starts: 'A receiving authority is named for an unaccompanied child',
    stops: 'The child has moved',
    exceptions: 'Until then the authority of entry keeps its duties',
  },
})

/** How care ended where the authority did not decide it: death, adoption, another authority, an order or a sentence, or growing up. */
const notDecidedByUs = new Set(['E2', 'E3', 'E11', 'E12', 'E41', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48', 'E9', 'E14', 'E15', 'E17'])

/** The director's approval for those of 16 and 17 was brought in on 27 January 2014; a nominated officer's for every child on 1 April 2015. */
const forEveryChildFrom = '2015-04-01'

function leavingStart(period: Period, thread: Thread): Start | null {
  const at = period.endedOn ?? period.leavingPlannedOn
  if (at === null || period.startedOn === null || (period.endReason !== null && notDecidedByUs.has(period.endReason))) return null
  const approvalFrom = addWorkingDays(period.startedOn, 20)
  const { bornOn } = thread.about(person)
  if (at < approvalFrom || (bornOn !== null && at >= birthday(bornOn, 18))) return null
  if (at < forEveryChildFrom && (bornOn === null || at < birthday(bornOn, 16))) return null
  if (!legalStatusesOn(thread, addDays(at, -1)).includes('V2')) return null
  const by = { table: periodOfCare.table, id: period.id }
  const approved = period.ceaseApprovedOn === null ? null : { at: period.ceaseApprovedOn, by }
  return { at, by, since: period.endedOn === null ? approvalFrom : at, stop: approved }
}

export const leavingApproved = clock({
  id: 'leaving-care-decision',
  name: 'Approval of a decision to stop looking after a child',
  plural: 'Approvals of decisions to stop looking after children',
  todo: 'Have the decision to stop looking after the child approved',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 39, as amended from 27 January 2014 (for those of 16 and 17) and from 1 April 2015 (for every child)',
  lookedUp: true,
  from: '2014-01-27',
  unit: 'calendar days',
  starts: (thread) => thread.dated(periodOfCare, 'startedOn').flatMap(({ record }) => leavingStart(record, thread) ?? []),
  due: ({ at }) => at,
  doneBy: periodOfCare,
  doneInItself: true,
  reads: [periodOfCare, legalStatus],
  says: {
    starts: 'It is planned that a child under section 20 leaves care after at least 20 working days, or they have left',
    due: 'before the child leaves care',
    stops: 'The nominated officer approves; the director of children’s services for a child of 16 or 17',
    exceptions:
      'Not where the authority did not decide: an order, an adoption, a sentence, another authority, or turning 18. The new arrangements and the child’s wishes must be assessed first',
  },
})

export const requestClocks = [visitOnRequest, contactRefused, transferCompleted, leavingApproved]
