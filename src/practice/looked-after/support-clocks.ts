import { clock, on, each, type End, type Start } from '../../engine/clocks/clock.ts'
import { after, months, workingDays } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { involvement } from '../allocation/records.ts'
import { legalStatus } from '../court/records.ts'
import { person } from '../person/records.ts'
import { endOfPeriod, everBefore, inFullCare, runsFromThenOn } from './care.ts'
import { careEpisode, lookedAfterReview, periodOfCare } from './records.ts'
import { isReviewingOfficer, reviewingOfficersOf } from './reviewing-officer.ts'
import { reviewsHeld, reviewWithin } from './reviews.ts'
import { independentVisitor, savingsAccount } from './support-records.ts'

/** Who and what stands by a child in care: the reviewing officer, an independent visitor, savings. */

/** Coming into care, and each time a reviewing officer leaves and no other has taken over. */
function withoutReviewingOfficer(thread: Thread): Start[] {
  const officers = reviewingOfficersOf(thread)
  return thread.dated(periodOfCare, 'startedOn').flatMap(({ at, record: period }): Start[] => {
    if (!inFullCare(period, thread)) return []
    const until = endOfPeriod(period)
    const left = officers.flatMap(({ id, endedOn }): Start[] => {
      const inside = endedOn !== null && endedOn > at && (until === null || endedOn < until.at)
      const another = officers.some((other) => inside && (other.startedOn as string) <= endedOn && runsFromThenOn(other.endedOn, endedOn))
      return inside && !another ? [{ at: endedOn, by: { table: involvement.table, id }, until, part: 'After the one before left' }] : []
    })
    return [{ at, by: { table: periodOfCare.table, id: period.id }, until }, ...left]
  })
}

export const reviewingOfficerNamed = clock({
  id: 'iro-appointed',
  name: 'Independent reviewing officer named',
  plural: 'Independent reviewing officers named',
  todo: 'Name the independent reviewing officer',
  area: 'In care',
  about: person,
  weight: 'statutory guidance',
  source: 'IRO Handbook 2010; Children Act 1989, section 25A',
  lookedUp: true,
  from: '2011-04-01',
  ages: { until: 18 },
  starts: withoutReviewingOfficer,
  due: workingDays(5),
  stops: [
    on(involvement, 'startedOn', {
      from: () => everBefore,
      when: ({ role, endedOn, startedOn }, { at }) =>
        isReviewingOfficer(role) && ((startedOn as string) >= at || runsFromThenOn(endedOn, at)),
    }),
    on(careEpisode, 'lastReviewingOfficerContactOn'),
    on(lookedAfterReview, 'heldOn', { when: ({ cancelled }) => cancelled !== true }),
  ],
  reads: [periodOfCare, legalStatus],
  says: {
    starts: 'The day a child comes into care, and the day a reviewing officer leaves while no other has taken over',
    stops:
      'A worker whose role says reviewing officer (or IRO) is allocated. A contact with the reviewing officer, or a review held, shows that there was one',
    repeats: 'Each time the reviewing officer leaves',
  },
})

/** Junior ISAs exist since 1 November 2011. */
const juniorIsasFrom = '2011-11-01'

export const savingsOpened = clock({
  id: 'jisa-12-months',
  name: 'Junior ISA or child trust fund',
  plural: 'Junior ISAs and child trust funds',
  todo: 'See that a Junior ISA is opened, or find the child trust fund',
  area: 'In care',
  about: person,
  weight: 'standard',
  source: 'Department for Education scheme of Junior ISAs for children in care',
  from: juniorIsasFrom,
  ages: { until: 18 },
  starts: each(periodOfCare, 'startedOn', { when: inFullCare, until: 'endedOn' }),
  due: months(12),
  stops: [on(savingsAccount, 'openedOn', { from: () => everBefore, when: ({ type }) => type !== 'Other' })],
  reads: [periodOfCare, legalStatus],
  says: {
    starts: 'The day a child comes into care',
    due: 'when they have been in care for 12 months without a break',
    stops: 'An account is opened. One from before counts: children born from September 2002 to 2 January 2011 have a child trust fund',
  },
})

/** The visitor a child has on a day. */
const hasVisitor = (thread: Thread, day: string): boolean =>
  thread.dated(independentVisitor, 'matchedOn').some(({ at, record }) => at <= day && runsFromThenOn(record.endedOn, day))

/** Between two reviews (or from coming into care to the first) it is considered once, by the day of the next or the day that is due. */
function toConsider(thread: Thread): Start[] {
  const reviews = reviewsHeld.dated(thread)
  return thread.dated(periodOfCare, 'startedOn').flatMap(({ at, record: period }): Start[] => {
    if (!inFullCare(period, thread)) return []
    const until = endOfPeriod(period)
    const held = reviews.filter((review) => review.at > at && (until === null || review.at <= until.at))
    const points: End[] = [
      { at, by: { table: periodOfCare.table, id: period.id } },
      ...held.map((review) => ({ at: review.at, by: { table: lookedAfterReview.table, id: review.record.id } })),
    ]
    return points.flatMap((point, place): Start[] =>
      hasVisitor(thread, point.at) ? [] : [{ ...point, until, due: points[place + 1]?.at ?? after(point.at, reviewWithin(place)) }],
    )
  })
}

export const visitorConsidered = clock({
  id: 'independent-visitor-offer',
  name: 'Independent visitor considered',
  plural: 'Independent visitors considered',
  todo: 'Consider whether the child should have an independent visitor',
  area: 'In care',
  about: person,
  weight: 'statute',
  source: 'Children Act 1989, section 23ZB; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 47',
  from: '2011-04-01',
  ages: { until: 18 },
  unit: 'calendar days',
  starts: toConsider,
  due: () => null,
  stops: [on(independentVisitor, 'consideredOn', { later: true }), on(independentVisitor, 'matchedOn', { later: true })],
  reads: [periodOfCare, legalStatus, lookedAfterReview],
  says: {
    starts: 'The day a child comes into care, and each review',
    due: 'by the day of the next review, or the day that is due while it is not held',
    stops: 'It is recorded that an independent visitor was considered, or matched, since the review before',
    repeats: 'With each review, while the child has no visitor',
    exceptions: 'Where contact with parents is rare, or a visitor would be in the child’s interests; not where the child objects',
  },
})

export const supportClocks = [reviewingOfficerNamed, savingsOpened, visitorConsidered]
