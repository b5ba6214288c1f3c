import { clock, each, links, on, type Clock, type Start } from '../engine/clocks/clock.ts'
import { addDays } from '../engine/clocks/days.ts'
import { before, months, weeks, workingDays } from '../engine/clocks/length.ts'
import { linked } from '../engine/clocks/linked.ts'
import { united, without } from '../engine/clocks/stretches.ts'
import type { Said, Thread } from '../engine/clocks/thread.ts'
import { managementOversight } from '../practice/allocation/management-oversight.ts'
import { involvement } from '../practice/allocation/records.ts'
import { childInNeedPlan } from '../practice/in-need/records.ts'
import { periodOfCare } from '../practice/looked-after/records.ts'
import { person } from '../practice/person/records.ts'
import { childProtectionPlan } from '../practice/protection/records.ts'

/** A manager's eye on the work with each child: when the case is allocated, and in supervision ever after. */

const aboutChild = { area: 'Supervision', about: person, weight: 'local', local: true, doneBy: managementOversight } as const
const discussed = links(managementOversight, 'recordedOn', ({ occasion }) => occasion === 'supervision')

/** While any plan or period of care runs, all of them as one. */
const onPlanOrInCare: Clock['starts'] = (thread, terms) =>
  united([
    ...each(childProtectionPlan, 'startedOn', { until: 'endedOn' })(thread, terms),
    ...each(childInNeedPlan, 'startedOn', { until: 'endedOn' })(thread, terms),
    ...each(periodOfCare, 'startedOn', { until: 'endedOn' })(thread, terms),
  ])

const allocated = each(involvement, 'startedOn', { when: ({ role }) => role === 'CW', until: 'endedOn' })
const kindsOfPlan = [childProtectionPlan, childInNeedPlan, periodOfCare]

/** Each child on a plan or in care is discussed in supervision as often as the authority says. */
export const caseSupervision = clock({
  ...aboutChild,
  id: 'case-supervision',
  name: 'Case discussed in supervision',
  plural: 'Cases discussed in supervision',
  todo: 'Discuss the child in supervision and record it',
  source: 'The authority’s supervision policy: commonly every 4 to 6 weeks for plans and care',
  starts: linked(onPlanOrInCare, [discussed]),
  due: weeks(6),
  reads: [managementOversight, ...kindsOfPlan],
  says: {
    starts: 'A child protection plan, child in need plan or period of care begins, and each discussion in supervision',
    stops: 'Management oversight is recorded on the occasion of supervision',
    repeats: 'While any plan or care goes on',
  },
})

/** Other allocated children are discussed less often. */
export const otherCaseSupervision = clock({
  ...aboutChild,
  id: 'case-supervision-other',
  row: 'case-supervision',
  name: 'Case without plan or care discussed in supervision',
  plural: 'Cases without plan or care discussed in supervision',
  todo: 'Discuss the child in supervision and record it',
  source: 'The authority’s supervision policy: commonly every 3 months where there is neither plan nor care',
  starts: linked((thread, terms) => without(united(allocated(thread, terms)), onPlanOrInCare(thread, terms)), [discussed]),
  due: months(3),
  reads: [managementOversight, involvement, ...kindsOfPlan],
  says: {
    starts: 'A case worker is allocated, or the last plan or period of care ends, and each discussion in supervision',
    stops: 'Management oversight is recorded on the occasion of supervision',
    repeats: 'While a case worker is allocated and there is neither plan nor care',
  },
})

/** A steer given when it was decided to allocate stands, if it is not older than this. */
const daysOfSteer = 10

/** Whoever takes a case on knows what the manager wants. */
export const allocatedWithSteer = clock({
  ...aboutChild,
  id: 'manager-oversight-allocation',
  name: 'Case allocated with the manager’s steer',
  plural: 'Cases allocated with the manager’s steer',
  todo: 'Record what is wanted of whoever takes the case on',
  source: 'The authority’s own policy: commonly the next working day',
  starts: (thread, terms) => allocated(thread, terms).filter((start) => opensOrMoves(start, thread)),
  due: workingDays(1),
  stops: [
    on(managementOversight, 'recordedOn', {
      when: ({ occasion }) => occasion === 'allocation',
      from: ({ at }) => before(at, workingDays(daysOfSteer)),
    }),
  ],
  reads: [involvement, managementOversight],
  says: {
    starts: 'A case worker is allocated where there was none, or one of another team',
    stops: 'Management oversight is recorded on the occasion of allocation, up to 10 working days before',
    repeats: 'With each allocation that opens a case or moves it to another team',
    exceptions: 'Not when the case goes from one worker to another of the same team; ends when the worker is no longer allocated',
  },
})

type Involvement = Said<typeof involvement.fields>

/** A case that went from one worker to the next within this long was not closed in between. */
const daysOfHandOver = 7

/** Whether an allocation opens the case, or moves it to a team that is known to be another. */
function opensOrMoves({ at, record }: Start, thread: Thread): boolean {
  const { id, team } = record as Involvement
  const held = thread
    .dated(involvement, 'startedOn')
    .filter(({ at: from, record: other }) => other.role === 'CW' && (from < at || (from === at && other.id < id)))
    .filter(({ record: { endedOn } }) => endedOn === null || endedOn >= addDays(at, -daysOfHandOver))
  if (held.length === 0) return true
  return team !== null && held.every(({ record: other }) => other.team !== null && other.team !== team)
}

export const caseClocks = [caseSupervision, otherCaseSupervision, allocatedWithSteer]
