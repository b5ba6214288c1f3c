import { endIn, type Start } from '../../engine/clocks/clock.ts'
import { addMonths, birthday, daysBetween } from '../../engine/clocks/days.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { factKind, whatFellDue, type Fact } from '../../engine/measures/fact.ts'
import { lastingOnce } from '../lasting-facts.ts'
import type { Period } from '../looked-after/care.ts'
import { leftCare } from '../looked-after/care-facts.ts'
import { periodOfCare, placement } from '../looked-after/records.ts'
import { isForAdoption, staysIn, type Stay } from '../looked-after/stays.ts'
import { person } from '../person/records.ts'
import { careOf, planEnds, type Permanence } from './adoption-course.ts'
import { permanence } from './records.ts'
import { waitOfFourteenMonths } from './scorecard-clocks.ts'

/** What is counted of children on their way to a family for good: who left care how, who waits, and whose plan was changed. */

/** Adopted, unopposed or with the parents' consent dispensed with. */
export const endedByAdoption = ['E11', 'E12'] as const
/** E43 and E44; since 2019 E45 to E48. */
export const endedByGuardianship = ['E43', 'E44', 'E45', 'E46', 'E47', 'E48'] as const

const siblings = { label: 'One of brothers and sisters', type: 'yes or no' } as const

export const childrenAdopted = factKind({
  id: 'children-adopted',
  name: 'Children adopted from care',
  about: person,
  says: {
    daysToMovingIn: { label: 'From coming into care to moving in with adopters', type: 'number', unit: 'days' },
    daysToFamily: { label: 'The same, to moving in with foster carers who adopted', type: 'number', unit: 'days' },
    daysToMatch: { label: 'From the placement order to the match', type: 'number', unit: 'days' },
    siblings,
  },
  reads: [...leftCare.reads, placement, permanence],
  facts: (thread, runs, terms) =>
    leftCare.facts(thread, runs, terms).flatMap(({ on, by, says }): Fact[] => {
      const period = thread.all(periodOfCare).find(({ id }) => id === by.id)
      return period && endedByAdoption.some((reason) => reason === says?.reason) ? [{ on, by, says: waitsOf(thread, period) }] : []
    }),
})

/** How long a child who was adopted had waited. */
function waitsOf(thread: Thread, period: Period): NonNullable<Fact['says']> {
  const plan = thread
    .dated(permanence, 'adoptionDecidedOn')
    .findLast(({ record }) => record.decisionReversedOn === null && careOf(record, thread)?.id === period.id)?.record
  const home = adoptiveHome(thread, period)
  const movedIn = plan?.placedForAdoptionOn ?? home?.records.find(({ type }) => isForAdoption(type))?.startedOn ?? null
  const withFamily = [
    movedIn,
    plan?.adoptedByFormerCarer === false ? null : plan?.placedWithFosterCarersOn,
    plan?.earlyPlacementOn,
    // Placed for adoption with the carers of before (A3, A5): the child had come to them when that stay began.
    home?.records.some(({ type }) => type === 'A3' || type === 'A5') ? home.startedOn : null,
  ]
    .filter((day) => typeof day === 'string')
    .sort()[0]
  const { placementOrderOn = null, matchedOn = null } = plan ?? {}
  return {
    daysToMovingIn: days(period.startedOn, movedIn),
    daysToFamily: days(period.startedOn, withFamily ?? null),
    // A match made before the order took no days, as in the scorecard's clock.
    daysToMatch: placementOrderOn !== null && matchedOn !== null && matchedOn < placementOrderOn ? 0 : days(placementOrderOn, matchedOn),
    siblings: plan?.partOfSiblingGroup ?? null,
  }
}

/** What ends before it begins was written down wrongly: no length is told. */
const days = (from: string | null, to: string | null): number | null =>
  from === null || to === null || to < from ? null : daysBetween(from, to)

/** Where the child was placed for adoption, in that period of care: the last of several, for the others ended without an order. */
const adoptiveHome = (thread: Thread, { startedOn, endedOn }: Period): Stay | undefined =>
  staysIn(thread).findLast(
    (stay) =>
      startedOn !== null &&
      startedOn <= stay.startedOn &&
      (endedOn === null || stay.startedOn < endedOn) &&
      stay.records.some(({ type }) => isForAdoption(type)),
  )

/** Children for whom adoption is decided, on the day on which they have been in care for the length of the scorecard's third indicator. */
export const fourteenMonthsUp = whatFellDue(waitOfFourteenMonths, { name: 'Children whose 14 months from coming into care were up' })

/** From the decision until it ends, and for twelve months after: so that at any moment the decisions of the last twelve months stand. One a decision, not a child. */
export const adoptionDecisions = factKind({
  id: 'adoption-decisions-of-a-year',
  name: 'Decisions for adoption that stood in the last 12 months',
  about: person,
  lasts: true,
  says: { reversed: { label: 'Reversed', type: 'yes or no' } },
  reads: [permanence, periodOfCare],
  facts: (thread) =>
    thread.dated(permanence, 'adoptionDecidedOn').flatMap(({ at, record }): Fact[] => {
      const by = { table: permanence.table, id: record.id }
      const reversed = record.decisionReversedOn !== null
      const end = record.decisionReversedOn ?? planEnds(record, thread)?.at ?? null
      if (end === null) return [{ on: at, until: null, by, says: { reversed: false } }]
      if (end < at) return []
      const after: Fact = { on: end, until: addMonths(end, 12), by, says: { reversed } }
      return end === at ? [after] : [{ on: at, until: end, by, says: { reversed: false } }, after]
    }),
})

/** A child with a placement order and not placed: from the order until they move in, and again where that placement ended without an order. */
export const waitingForAdopters = factKind({
  id: 'waiting-for-adopters',
  name: 'Children with a placement order who are not placed',
  about: person,
  lasts: true,
  says: { siblings },
  reads: [permanence, placement, periodOfCare],
  facts: (thread) => {
    const waits = thread.dated(permanence, 'placementOrderOn').map(({ at, record }) => ({ plan: record, from: at }))
    const together = waits.some(({ plan }) => plan.partOfSiblingGroup === true)
    const known = together || waits.some(({ plan }) => plan.partOfSiblingGroup === false)
    return lastingOnce(
      waits.flatMap(({ plan, from }) => waitsUnder(thread, plan, from)),
      { siblings: known ? together : null },
    )
  },
})

function waitsUnder(thread: Thread, plan: Permanence, orderOn: string): Start[] {
  const { bornOn } = thread.about(person)
  const by = { table: permanence.table, id: plan.id }
  const over = earliestOf(
    planEnds(plan, thread),
    endIn(person, thread.about(person), 'diedOn'),
    bornOn === null ? null : { at: birthday(bornOn, 18), by },
  )
  const placed = (after: string): Start['until'] => {
    const found = thread.dated(placement, 'startedOn').find(({ at, record }) => isForAdoption(record.type) && at >= after)
    return found ? { at: found.at, by: { table: placement.table, id: found.record.id } } : null
  }
  const first: Start = { at: orderOn, by, until: earliestOf(endIn(permanence, plan, 'placedForAdoptionOn'), placed(orderOn), over) }
  const ended = plan.adoptivePlacementEndedOn
  return ended === null ? [first] : [first, { at: ended, by, until: earliestOf(placed(ended), over) }]
}
