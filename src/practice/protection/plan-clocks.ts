import { chain, clock, endIn, links, type Clock, type Start } from '../../engine/clocks/clock.ts'
import { firstOn } from '../../engine/clocks/ends.ts'
import { months, weeks, workingDays } from '../../engine/clocks/length.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { person } from '../person/records.ts'
import { coreGroup } from './core-group.ts'
import { childProtectionPlan, childProtectionReview, childProtectionVisit, initialConference } from './records.ts'

/** While a child is on a child protection plan: core groups, review conferences, visits. */

type Plan = Said<(typeof childProtectionPlan)['fields']>

/** A plan of another authority is run by that authority. */
const ours = ({ belongsToAnotherAuthority }: Plan): boolean => belongsToAnotherAuthority !== true
const another = 'Not for a plan that belongs to another authority'

const groups = links(coreGroup, 'heldOn')
const reviews = links(childProtectionReview, 'heldOn')
/** A visit to the child: not one at which the child was not seen, nor one to the family before the child was born. */
const visits = links(childProtectionVisit, 'visitedOn', ({ childSeen, visitedOn }, thread) => {
  const { bornOn } = thread.about(person)
  return childSeen !== false && bornOn !== null && (visitedOn as string) >= bornOn
})

/** Counted from the conference that made the plan, where that is recorded; the plan starts on the same day, or should. */
const fromTheConference =
  (starts: Clock['starts']): Clock['starts'] =>
  (thread, terms) =>
    starts(thread, terms).map((start) => ({ ...start, at: conferenceDay(thread, start.record as Plan) ?? start.at }))

const conferenceDay = (thread: Thread, { id, conference }: Plan): string | null =>
  thread.dated(initialConference, 'heldOn').find(({ record }) => record.id === conference || record.plan === id)?.at ?? null

export const firstCoreGroup = clock({
  id: 'core-group-first',
  name: 'First core group',
  plural: 'First core groups',
  todo: 'Hold the first core group',
  area: 'Child protection',
  about: person,
  weight: 'statutory guidance',
  source:
    'Working Together 2023, chapter 3: the core group meets within 10 working days of the initial conference. The editions of 2015 and 2018 (chapter 1) said the same',
  ages: { until: 18 },
  starts: fromTheConference(chain(childProtectionPlan, 'startedOn', 'endedOn', [groups], { after: (held) => held === 0, when: ours })),
  due: workingDays(10),
  doneBy: coreGroup,
  reads: [childProtectionPlan, initialConference, coreGroup],
  says: {
    starts: 'The conference that made the child protection plan; where it is not recorded, the first day of the plan',
    stops: 'The first core group is held',
    exceptions: another,
  },
})

export const laterCoreGroup = clock({
  id: 'core-group-next',
  name: 'Core group',
  plural: 'Core groups',
  todo: 'Hold the core group',
  area: 'Child protection',
  about: person,
  weight: 'local',
  source: 'Local safeguarding procedures, commonly every 4 to 6 weeks, in 2015 as now',
  ages: { until: 18 },
  starts: chain(childProtectionPlan, 'startedOn', 'endedOn', [groups], { after: (held) => held > 0, when: ours }),
  due: weeks(6),
  local: true,
  doneBy: coreGroup,
  reads: [childProtectionPlan, coreGroup],
  says: { starts: 'Each core group', stops: 'The next core group is held', repeats: 'Until the plan ends', exceptions: another },
})

const reviewSource =
  'Working Together 2023, chapter 3: the first review conference within 3 months of the initial conference, then within 6 months of the one before. The editions of 2015 and 2018 (chapter 1) said the same'

export const firstReviewConference = clock({
  id: 'rcpc-first',
  name: 'First child protection review conference',
  plural: 'First child protection review conferences',
  todo: 'Hold the first review conference',
  area: 'Child protection',
  about: person,
  weight: 'statutory guidance',
  source: reviewSource,
  lookedUp: true,
  ages: { until: 18 },
  starts: fromTheConference(chain(childProtectionPlan, 'startedOn', 'endedOn', [reviews], { after: (held) => held === 0, when: ours })),
  due: months(3),
  doneBy: childProtectionReview,
  reads: [childProtectionPlan, initialConference, childProtectionReview],
  says: {
    starts: 'The conference that made the child protection plan; where it is not recorded, the first day of the plan',
    stops: 'The first review conference is held',
    exceptions: `${another}. Statistics test only plans that have lasted 3 months. For a child born while on a plan local procedures ask for one sooner: see the review conference after birth`,
  },
})

export const reviewConferenceAfterBirth = clock({
  id: 'rcpc-first-after-birth',
  row: 'rcpc-first',
  name: 'Review conference after birth',
  plural: 'Review conferences after birth',
  todo: 'Hold the review conference after the birth',
  area: 'Child protection',
  about: person,
  weight: 'local',
  source:
    'Local safeguarding procedures: for a child born while on a plan, commonly within 10 working days of birth, or 3 months of the conference if that is sooner',
  lookedUp: true,
  starts: (thread) => {
    const { bornOn } = thread.about(person)
    if (bornOn === null) return []
    return thread.dated(childProtectionPlan, 'startedOn').flatMap(({ at, record }): Start[] => {
      const running = at < bornOn && (record.endedOn === null || record.endedOn > bornOn)
      const reviewed = firstOn(thread, childProtectionReview, 'heldOn', at)
      if (!ours(record) || !running || (reviewed !== null && reviewed.at < bornOn)) return []
      const by = { table: childProtectionPlan.table, id: record.id }
      return [{ at: bornOn, by, until: endIn(childProtectionPlan, record, 'endedOn'), stop: reviewed }]
    })
  },
  due: workingDays(10),
  local: true,
  doneBy: childProtectionReview,
  reads: [childProtectionPlan, childProtectionReview],
  says: {
    starts: 'The birth of a child who is on a plan already and whose plan has not been reviewed',
    stops: 'A review conference is held',
    exceptions: another,
  },
})

export const laterReviewConference = clock({
  id: 'rcpc-next',
  name: 'Child protection review conference',
  plural: 'Child protection review conferences',
  todo: 'Hold the review conference',
  area: 'Child protection',
  about: person,
  weight: 'statutory guidance',
  source: reviewSource,
  lookedUp: true,
  ages: { until: 18 },
  starts: chain(childProtectionPlan, 'startedOn', 'endedOn', [reviews], { after: (held) => held > 0, when: ours }),
  due: months(6),
  doneBy: childProtectionReview,
  reads: [childProtectionPlan, childProtectionReview],
  says: {
    starts: 'Each review conference',
    stops: 'The next review conference is held',
    repeats: 'Until the plan ends',
    exceptions: `${another}. In national statistics a plan is late if any one interval was late in the year`,
  },
})

export const protectionVisit = clock({
  id: 'cp-visit',
  name: 'Child protection visit',
  plural: 'Child protection visits',
  todo: 'Visit and see the child',
  area: 'Child protection',
  about: person,
  weight: 'local',
  source:
    'Local safeguarding procedures, commonly every 10 working days and anything from 5 to 20, in 2015 as now. Working Together leaves it to the plan',
  lookedUp: true,
  ages: { from: 0, until: 18 },
  starts: chain(childProtectionPlan, 'startedOn', 'endedOn', [visits], { when: ours }),
  due: workingDays(10),
  local: true,
  doneBy: childProtectionVisit,
  reads: [childProtectionPlan, childProtectionVisit],
  says: {
    starts: 'The first day of the plan, or the birth if that is later; and each visit after it',
    stops: 'The next visit at which the child is seen',
    repeats: 'Until the plan ends',
    exceptions: `The plan may ask for more. A visit at which the child was not seen does not count. ${another}`,
  },
})

export const planClocks = [
  firstCoreGroup,
  laterCoreGroup,
  firstReviewConference,
  reviewConferenceAfterBirth,
  laterReviewConference,
  protectionVisit,
]
