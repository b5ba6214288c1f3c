import { chain, clock, each, links, type End, type Start } from '../../engine/clocks/clock.ts'
import { weeks, workingDays } from '../../engine/clocks/length.ts'
import { linked } from '../../engine/clocks/linked.ts'
import { earliestOf, onItself } from '../../engine/clocks/own-dates.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { lookedAfterReview, lookedAfterVisit, periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { adoptionReviews, adoptivePlacementEnds, type Permanence } from './adoption-course.ts'
import { adoptionReview, lifeStoryWork } from './adoption-records.ts'
import { permanence } from './records.ts'

/** What a child placed with adopters is due: visits, an application in its time, and the story of their life. */

/** A visit at which the child was not seen is no visit. */
const visits = [links(lookedAfterVisit, 'visitedOn', ({ childSeen }) => childSeen !== false)] as const

/** A visit within a week of the placement, and each week until the first review. */
export const weeklyVisit = clock({
  id: 'adoption-visit',
  name: 'Weekly visit to an adoptive placement',
  plural: 'Weekly visits to adoptive placements',
  todo: 'Visit the child and the adopters',
  area: 'Permanence',
  about: person,
  weight: 'regulation',
  source: 'Adoption Agencies Regulations 2005, regulation 36(4)(a)',
  lookedUp: true,
  from: '2005-12-30',
  starts: chain(
    permanence,
    'placedForAdoptionOn',
    (plan, thread) => earliestOf(firstReviewOf(plan, thread), adoptivePlacementEnds(plan, thread)),
    visits,
  ),
  due: weeks(1),
  doneBy: lookedAfterVisit,
  reads: [permanence, periodOfCare, adoptionReview, lookedAfterReview, lookedAfterVisit],
  says: {
    starts: 'The child is placed for adoption, and each visit after that',
    stops: 'The child is visited and seen',
    repeats: 'Every week until the first review of the placement',
    exceptions: 'A written report of each visit. Ends when the child is returned or an order is made',
  },
})

/** After the first review, as often as the last review has set. */
export const visitAsSet = clock({
  id: 'adoption-visit-as-set',
  row: 'adoption-visit',
  name: 'Visit to an adoptive placement, as its review set it',
  plural: 'Visits to adoptive placements, as their reviews set them',
  todo: 'Visit the child and the adopters',
  area: 'Permanence',
  about: person,
  weight: 'regulation',
  source: 'Adoption Agencies Regulations 2005, regulation 36(4)(a): after the first review as often as each review decides',
  lookedUp: true,
  from: '2005-12-30',
  starts: linked(
    (thread) =>
      thread.dated(permanence, 'placedForAdoptionOn').flatMap(({ record }): Start[] => {
        const review = firstReviewOf(record, thread)
        return review ? [{ ...review, until: adoptivePlacementEnds(record, thread), record }] : []
      }),
    visits,
  ),
  due: ({ at }, thread) => {
    const set = thread.dated(adoptionReview, 'heldOn').findLast((review) => review.at <= at && review.record.visitsEveryWeeks !== null)
    return set?.record.visitsEveryWeeks ? weeks(set.record.visitsEveryWeeks) : null
  },
  unit: 'weeks',
  doneBy: lookedAfterVisit,
  reads: [permanence, periodOfCare, adoptionReview, lookedAfterReview, lookedAfterVisit],
  says: {
    starts: 'The first review of the placement, and each visit after it',
    due: 'within the weeks that the last adoption review before it set; nothing is due where none did',
    stops: 'The child is visited and seen',
    repeats: 'Until the adoption order, or until the child is returned',
  },
})

/** Adopters with whom an agency placed a child may apply when it has lived with them for 10 weeks. */
export const adoptionApplication = clock({
  id: 'adoption-application',
  name: 'Earliest application for an adoption order',
  plural: 'Earliest applications for adoption orders',
  todo: 'Wait until the adopters may apply',
  area: 'Permanence',
  about: person,
  weight: 'statute',
  meaning: 'earliest',
  source: 'Adoption and Children Act 2002, section 42(2)',
  from: '2005-12-30',
  starts: each(permanence, 'placedForAdoptionOn', { until: adoptivePlacementEnds }),
  due: weeks(10),
  stops: [onItself(permanence, 'appliedOn')],
  reads: [periodOfCare],
  says: {
    starts: 'The child is placed for adoption',
    due: 'not before 10 weeks',
    stops: 'The adopters apply',
    exceptions:
      'Longer for foster carers with whom the child was not placed for adoption (1 year), step-parents (6 months) and others (3 years)',
  },
})

/** Life story book and later life letter within 10 working days of the celebration hearing. */
export const lifeStoryBook = clock({
  id: 'life-story-book',
  name: 'Life story book and later life letter given',
  plural: 'Life story books and later life letters given',
  todo: 'Give the life story book and the later life letter',
  area: 'Permanence',
  about: person,
  weight: 'statutory guidance',
  source: 'Statutory Guidance on Adoption 2013, chapter 5',
  from: '2011-04-01',
  starts: celebrated,
  due: workingDays(10),
  steps: [
    { name: 'Book given', done: (_, thread) => thread.dated(lifeStoryWork, 'bookGivenOn')[0]?.at ?? null },
    { name: 'Letter given', done: (_, thread) => thread.dated(lifeStoryWork, 'laterLifeLetterOn')[0]?.at ?? null },
  ],
  doneBy: lifeStoryWork,
  doneInItself: true,
  reads: [permanence, lifeStoryWork],
  says: {
    starts: 'The celebration hearing after the adoption order; the order, where no celebration is recorded',
    stops: 'Both the book and the letter are given',
    exceptions: 'Both should be there in draft at the second review of the placement',
  },
})

export const adoptivePlacementClocks = [weeklyVisit, visitAsSet, adoptionApplication, lifeStoryBook]

/** The first review after a placement began. */
function firstReviewOf(plan: Permanence, thread: Thread): End | null {
  const placedOn = plan.placedForAdoptionOn
  if (placedOn === null) return null
  return earliestOf(
    ...adoptionReviews.map(({ table, dated }): End | null => {
      const first = dated(thread).find(({ at }) => at > placedOn)
      return first ? { at: first.at, by: { table, id: first.record.id } } : null
    }),
  )
}

/** The celebration of each adoption, else its order; done when both the book and the letter have been given. */
function celebrated(thread: Thread): Start[] {
  const [celebration] = thread.dated(lifeStoryWork, 'celebrationOn')
  const given = thread.all(lifeStoryWork).flatMap((work): End[] => {
    if (work.bookGivenOn === null || work.laterLifeLetterOn === null) return []
    const at = work.bookGivenOn > work.laterLifeLetterOn ? work.bookGivenOn : work.laterLifeLetterOn
    return [{ at, by: { table: lifeStoryWork.table, id: work.id } }]
  })
  const stop = earliestOf(...given)
  if (celebration) return [{ at: celebration.at, by: { table: lifeStoryWork.table, id: celebration.record.id }, stop }]
  const order = thread.dated(permanence, 'orderMadeOn').find(({ record }) => record.orderType === 'Adoption')
  return order ? [{ at: order.at, by: { table: permanence.table, id: order.record.id }, stop }] : []
}
