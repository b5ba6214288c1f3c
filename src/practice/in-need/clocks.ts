import { chain, clock, each, endIn, links, on, type End, type Start, type Terms } from '../../engine/clocks/clock.ts'
import { earliest, firstOn, onTheSame } from '../../engine/clocks/ends.ts'
import { months, weeks, workingDays } from '../../engine/clocks/length.ts'
import { linked } from '../../engine/clocks/linked.ts'
import { without } from '../../engine/clocks/stretches.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { assessment } from '../assessment/records.ts'
import { caseClosed } from '../front-door/case.ts'
import { referral } from '../front-door/records.ts'
import { careEpisode, lookedAfterVisit, periodOfCare } from '../looked-after/records.ts'
import { saidYes } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { childProtectionPlan, childProtectionVisit } from '../protection/records.ts'
import { isShortBreak } from './short-breaks.ts'
import { childInNeedPlan, childInNeedReview, childInNeedVisit, longStay } from './records.ts'

/** Children in need: the plan, visits and reviews; and children on long stays away from home. */

export const planMade = clock({
  id: 'cin-plan-made',
  name: 'Child in need plan',
  plural: 'Child in need plans',
  todo: 'Make the child in need plan',
  area: 'In need',
  about: person,
  weight: 'local',
  source:
    'Local procedures, commonly 10 working days. Children Act 1989, section 17, and Working Together 2023, chapter 3, give no number; the census has collected the dates of plans since 2021-22',
  lookedUp: true,
  ages: { until: 18 },
  starts: (thread) =>
    thread.dated(assessment, 'authorisedOn').flatMap(({ at, record }): Start[] => {
      if (!saidYes(record.outcomes, 'PROV_OF_SERVICES_FLAG') || isOtherwisePlannedFor(thread, at)) return []
      const until = earliest(
        caseClosed(thread, record, at),
        firstOn(thread, childProtectionPlan, 'startedOn', at),
        firstOn(thread, periodOfCare, 'startedOn', at, ({ startedOn }) => !isShortBreak(thread, startedOn as string)),
      )
      return [{ at, by: { table: assessment.table, id: record.id }, until }]
    }),
  due: workingDays(10),
  local: true,
  stops: [
    // A plan that began during the assessment, or that runs already, is the plan.
    on(childInNeedPlan, 'startedOn', { from: () => '', when: ({ endedOn }, { at }) => endedOn === null || endedOn > at }),
  ],
  reads: [assessment, referral, childProtectionPlan, periodOfCare, careEpisode],
  says: {
    starts: 'An assessment is authorised and leads to services for the child',
    stops: 'A child in need plan is in place',
    exceptions:
      'The dataset has no outcome that says "child in need": services provided is taken as that. None for a child on a child protection plan or in care, short breaks apart. Ends when the case closes, a child protection plan begins or the child comes into care',
  },
})

/** On a child protection plan or in care when the day began. */
const isOtherwisePlannedFor = (thread: Thread, day: string): boolean =>
  ranOn(thread.dated(childProtectionPlan, 'startedOn'), day) || ranOn(timesInCare(thread), day)

const ranOn = (times: readonly { readonly at: string; readonly record: { readonly endedOn: string | null } }[], day: string): boolean =>
  times.some(({ at, record: { endedOn } }) => at < day && (endedOn === null || endedOn > day))

/** Periods of care that are not short breaks, which leave a child in need. */
const timesInCare = (thread: Thread) => thread.dated(periodOfCare, 'startedOn').filter(({ at }) => !isShortBreak(thread, at))

type Visited = { readonly childSeen: boolean | null; readonly visitedOn: string | null }

/** A visit at which the child may have been seen; not one to the family before the child was born. */
const sawTheChild = ({ childSeen, visitedOn }: Visited, thread: Thread): boolean => {
  const { bornOn } = thread.about(person)
  return childSeen !== false && bornOn !== null && (visitedOn as string) >= bornOn
}
/** Plans, without the time that the child is in care: visits and reviews of looked-after children are in their place then. */
const plansAtHome = (thread: Thread, terms: Terms): readonly Start[] =>
  without(
    each(childInNeedPlan, 'startedOn', { until: 'endedOn' })(thread, terms),
    timesInCare(thread).map(({ at, record }): Start => ({
      at,
      by: { table: periodOfCare.table, id: record.id },
      until: endIn(periodOfCare, record, 'endedOn'),
    })),
  )
const atHome =
  'Stands still while the child is in care, when visits and reviews of looked-after children are in its place, and begins again at the return'

const visits = [
  links(childInNeedVisit, 'visitedOn', sawTheChild),
  links(childProtectionVisit, 'visitedOn', sawTheChild),
  links(lookedAfterVisit, 'visitedOn', sawTheChild),
]

export const inNeedVisit = clock({
  id: 'cin-visit',
  name: 'Child in need visit',
  plural: 'Child in need visits',
  todo: 'Visit and see the child',
  area: 'In need',
  about: person,
  weight: 'local',
  source:
    'Local procedures, commonly every 20 working days and anything from 10 working days to 12 weeks, in 2015 as now. No national frequency',
  lookedUp: true,
  ages: { from: 0, until: 18 },
  starts: linked(plansAtHome, visits),
  due: workingDays(20),
  local: true,
  doneBy: childInNeedVisit,
  reads: [childInNeedPlan, childInNeedVisit, childProtectionVisit, lookedAfterVisit, periodOfCare, careEpisode],
  says: {
    starts: 'The first day of the plan, or the birth if that is later; and each visit after it',
    stops: 'The next social work visit of any kind at which the child is seen',
    repeats: 'Until the plan ends',
    exceptions: `${atHome}. Longer for settled packages of disabled children, where the plan says so. A visit at which the child was not seen does not count`,
  },
})

const reviews = links(childInNeedReview, 'heldOn')
const reviewSource =
  'Local procedures, commonly a first review after 6 weeks and then every 3 months, and never later than 6. No national frequency since 2013; Working Together asks that plans are reviewed regularly'

export const firstInNeedReview = clock({
  id: 'cin-review',
  name: 'First child in need review',
  plural: 'First child in need reviews',
  todo: 'Hold the first child in need review',
  area: 'In need',
  about: person,
  weight: 'local',
  source: reviewSource,
  ages: { until: 18 },
  starts: linked(plansAtHome, [reviews], { after: (held) => held === 0 }),
  due: weeks(6),
  local: true,
  doneBy: childInNeedReview,
  reads: [childInNeedPlan, childInNeedReview, periodOfCare, careEpisode],
  says: { starts: 'The first day of the plan', stops: 'The first review is held', exceptions: `Ends with the plan. ${atHome}` },
})

export const laterInNeedReview = clock({
  id: 'cin-review-next',
  row: 'cin-review',
  name: 'Child in need review',
  plural: 'Child in need reviews',
  todo: 'Hold the child in need review',
  area: 'In need',
  about: person,
  weight: 'local',
  source: reviewSource,
  ages: { until: 18 },
  starts: linked(plansAtHome, [reviews], { after: (held) => held > 0 }),
  due: months(3),
  local: true,
  doneBy: childInNeedReview,
  reads: [childInNeedPlan, childInNeedReview, periodOfCare, careEpisode],
  says: { starts: 'Each review', stops: 'The next review is held', repeats: 'Until the plan ends', exceptions: atHome },
})

const longStaySource =
  'Children Act 1989, sections 85 to 86A, and the Visits to Children in Long-Term Residential Care Regulations 2011: whoever accommodates a child for 3 months or more, or means to, tells the council, which sees to the child’s welfare'

export const longStayNotified = clock({
  id: 's85-notification',
  name: 'Notice of a long stay away from home',
  plural: 'Notices of long stays away from home',
  todo: 'Ask for the notice of the long stay',
  area: 'In need',
  about: person,
  weight: 'regulation',
  source: longStaySource,
  ages: { until: 18 },
  starts: (thread) =>
    thread
      .dated(longStay, 'placedOn')
      .map(({ at, record }) => ({ at, by: { table: longStay.table, id: record.id }, until: staysUntil(record) })),
  due: months(3),
  stops: [onTheSame(longStay, 'noticeReceivedOn')],
  reads: [longStay],
  says: {
    starts: 'A child is accommodated by a health body or education authority, or in a care home or independent hospital',
    stops: 'Notice is received',
    exceptions:
      'The notice is for the body that accommodates the child to give, and at once where 3 months are meant from the start. Ends with the stay',
  },
})

const staysUntil = ({ id, endedOn }: Said<(typeof longStay)['fields']>): End | null =>
  endedOn === null ? null : { at: endedOn, by: { table: longStay.table, id } }

export const longStayVisit = clock({
  id: 's85-visit',
  row: 's85-notification',
  name: 'Visit to a child on a long stay away from home',
  plural: 'Visits to children on long stays away from home',
  todo: 'Visit the child',
  area: 'In need',
  about: person,
  weight: 'regulation',
  source: `${longStaySource}, and visits at least every 6 months`,
  ages: { until: 18 },
  starts: chain(longStay, 'noticeReceivedOn', 'endedOn', visits),
  due: months(6),
  doneBy: childInNeedVisit,
  reads: [longStay, childInNeedVisit, childProtectionVisit, lookedAfterVisit],
  says: {
    starts: 'Notice of the stay is received, and each visit after it',
    stops: 'The next social work visit at which the child is seen',
    repeats: 'Until the stay ends',
    exceptions: 'The first visit is commonly sooner, with the welfare check',
  },
})

export const inNeedClocks = [planMade, inNeedVisit, firstInNeedReview, laterInNeedReview, longStayNotified, longStayVisit]
