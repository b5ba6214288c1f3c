import { clock, dated, type Clock, type Start } from '../../engine/clocks/clock.ts'
import { addMonths } from '../../engine/clocks/days.ts'
import { calendarDays, weeks, workingDays, type Length } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import { person } from '../person/records.ts'
import { endOfPeriod, periodAt } from './care.ts'
import { periodOfCare, placement } from './records.ts'
import { endSaid, isTemporaryMove, placementStart, saidOf, staysIn, type Placement, type Stay } from './stays.ts'

/** Placements that may only last so long as they are: in an emergency, before an assessment, with temporary approval, away for a while. */

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'
const coronavirus = 'the Adoption and Children (Coronavirus) (Amendment) Regulations 2020'

/** Starts with each stay for which `start` gives one. */
const stays =
  (start: (stay: Stay) => Start | null): Clock['starts'] =>
  (thread) =>
    staysIn(thread).flatMap((stay) => start(stay) ?? [])

/** Placed with parents before these were assessed. */
const beforeAssessment = ({ placement: { type, beforeAssessment: placedBefore } }: Stay): boolean => type === 'P1' && placedBefore === true

export const parentsAssessed = clock({
  id: 'parents-immediate-placement',
  name: 'Assessment of parents with whom a child is already placed',
  plural: 'Assessments of parents with whom children are already placed',
  todo: 'Complete the assessment of the parents',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: `${regulations}, regulation 19`,
  from: '2011-04-01',
  ages: { until: 18 },
  starts: stays((stay) =>
    beforeAssessment(stay)
      ? { ...placementStart(stay), stop: earliestOf(endSaid(stay, 'parentsAssessedOn'), endSaid(stay, 'parentsDecidedOn')) }
      : null,
  ),
  due: workingDays(10),
  doneBy: placement,
  doneInItself: true,
  reads: [placement, periodOfCare],
  says: {
    starts: 'The day a child is placed with parents before these were assessed',
    stops: 'The assessment is completed, or it is decided whether the child may stay',
    exceptions: 'Only where the child’s welfare needs it at once',
  },
})

export const parentsDecided = clock({
  id: 'parents-immediate-decision',
  row: 'parents-immediate-placement',
  name: 'Decision after an assessment of parents',
  plural: 'Decisions after assessments of parents',
  todo: 'Decide whether the child may stay with the parents',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: `${regulations}, regulation 19`,
  from: '2011-04-01',
  ages: { until: 18 },
  starts: stays((stay) => {
    const assessed = beforeAssessment(stay) ? endSaid(stay, 'parentsAssessedOn') : null
    return assessed && { ...assessed, until: stay.until, stop: endSaid(stay, 'parentsDecidedOn') }
  }),
  due: workingDays(10),
  doneBy: placement,
  doneInItself: true,
  reads: [placement, periodOfCare],
  says: {
    starts: 'The assessment of parents with whom a child was placed beforehand is completed',
    stops: 'It is decided whether the child may stay with them',
  },
})

const temporaryApproval = dated(['2011-04-01', weeks(16)], ['2020-04-24', weeks(24)], ['2020-09-26', weeks(16)])

export const temporaryApprovalEnds = clock({
  id: 'connected-person-temporary',
  name: 'End of a connected person’s temporary approval',
  plural: 'Ends of connected persons’ temporary approval',
  todo: 'Approve the carer in full, extend the temporary approval, or end the placement',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: `${regulations}, regulations 24 and 25; 24 weeks for approvals from 24 April to 25 September 2020 by ${coronavirus}`,
  from: '2011-04-01',
  ages: { until: 18 },
  unit: 'calendar days',
  starts: stays((stay) => {
    const approved = endSaid(stay, 'temporaryApprovalOn')
    return approved && { ...approved, stop: earliestOf(endSaid(stay, 'fullApprovalOn'), stay.until), record: stay }
  }),
  due: (start) => {
    const first = temporaryApproval(start)
    const extended = saidOf(start.record as Stay, 'temporaryApprovalExtendedOn') !== null
    return first && weeks(first.n + (extended ? 8 : 0))
  },
  doneBy: placement,
  doneInItself: true,
  reads: [placement, periodOfCare],
  says: {
    starts: 'The day a connected person is approved for a time',
    due: 'within 16 weeks, or 24 where the approval was extended by its 8 weeks',
    stops: 'The carer is approved in full, or the placement ends',
    exceptions: 'A carer who has been refused may go on until a review of the refusal is decided',
  },
})

export const emergencyPlacementEnds = clock({
  id: 'emergency-foster-placement',
  name: 'End of an emergency placement in foster care',
  plural: 'Ends of emergency placements in foster care',
  todo: 'Move the child, or have the carer’s terms of approval changed',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: `${regulations}, regulation 23; 24 weeks for placements from 24 April to 25 September 2020 by ${coronavirus}`,
  from: '2011-04-01',
  ages: { until: 18 },
  unit: 'working days',
  starts: stays((stay) =>
    stay.placement.emergencyPlacement === true
      ? { ...placementStart(stay), until: null, stop: earliestOf(endSaid(stay, 'approvalTermsChangedOn'), stay.until) }
      : null,
  ),
  due: dated(['2011-04-01', workingDays(6)], ['2020-04-24', weeks(24)], ['2020-09-26', workingDays(6)]),
  doneBy: placement,
  doneInItself: true,
  reads: [placement, periodOfCare],
  says: {
    starts: 'The day of an emergency placement with a foster carer whose terms of approval do not cover the child',
    due: 'within 6 working days',
    stops: 'The placement ends, or the terms of approval are changed',
  },
})

/** How long a move of each kind may last and still begin no placement. A third time with the carers on holiday within 12 months is one at once. */
function limitOf({ type, startedOn }: Placement, thread: Thread): Length {
  if (type === 'T1') return weeks(6)
  if (type !== 'T2' && type !== 'T3') return calendarDays(7)
  const aYearBefore = addMonths(startedOn as string, -12)
  const earlier = thread
    .dated(placement, 'startedOn')
    .filter(({ at, record }) => record.type === 'T3' && at > aYearBefore && at < (startedOn as string))
  return type === 'T3' && earlier.length >= 2 ? calendarDays(0) : weeks(3)
}

/** When a temporary move ended: when it says so, when another placement began, or when the child left care. */
function backFrom(move: Placement, thread: Thread) {
  const at = move.startedOn as string
  const next = thread.dated(placement, 'startedOn').find((each) => each.at > at)
  const period = periodAt(thread, at)
  return earliestOf(
    move.endedOn === null ? null : { at: move.endedOn, by: { table: placement.table, id: move.id } },
    next ? { at: next.at, by: { table: placement.table, id: next.record.id } } : null,
    period && endOfPeriod(period),
  )
}

export const temporaryMoveLimit = clock({
  id: 'temporary-placement-limits',
  name: 'End of a temporary move',
  plural: 'Ends of temporary moves',
  todo: 'Bring the child back, or record a new placement',
  area: 'In care',
  about: person,
  meaning: 'threshold',
  weight: 'statistics',
  source: 'Looked-after return (SSDA903), guide and checks',
  lookedUp: true,
  ages: { until: 18 },
  unit: 'calendar days',
  starts: (thread) =>
    thread
      .dated(placement, 'startedOn')
      .flatMap(({ at, record }) =>
        isTemporaryMove(record.type) ? { at, by: { table: placement.table, id: record.id }, stop: backFrom(record, thread), record } : [],
      ),
  due: ({ record }, thread) => limitOf(record as Placement, thread),
  doneBy: placement,
  doneInItself: true,
  reads: [placement, periodOfCare],
  says: {
    starts: 'The day of a temporary move (T0 to T4)',
    due: 'within 3 weeks for a holiday, 6 weeks for a stay in hospital and 7 days for any other; at once where the carers have been on holiday twice before within 12 months',
    stops: 'The child is back, or another placement begins',
    exceptions: 'Past its limit the move is a placement of its own in the return',
  },
})

export const arrangementClocks = [parentsAssessed, parentsDecided, temporaryApprovalEnds, emergencyPlacementEnds, temporaryMoveLimit]
