import { addMonths } from '../../engine/clocks/days.ts'
import { factKind } from '../../engine/measures/fact.ts'
import { referral } from '../front-door/records.ts'
import { careEpisode, periodOfCare } from '../looked-after/records.ts'
import { needs } from '../person/code-lists.ts'
import { disability, person } from '../person/records.ts'
import { endOfChildhood, fromThenOn, inParts, inTime, oneByOne, overdueIn, toldSince, type Stretch } from '../told-in-parts.ts'
import { firstInNeedReview, inNeedVisit, laterInNeedReview } from './clocks.ts'
import { childInNeedPlan } from './records.ts'
import { isShortBreak } from './short-breaks.ts'

/** Children in need and their plans, on every day. */

/** Given to cases that are none of a child in need, such as adoption support. */
const notInNeed = 'N9'

/**
 * Open episodes of need, a child once a day: from the referral until the case closes, children in care and on protection plans among them, as the
 * census has it. Some go on after eighteen.
 */
export const childrenInNeed = factKind({
  id: 'children-in-need',
  name: 'Children in need',
  about: person,
  lasts: true,
  says: {
    need: { label: 'Main need', type: 'words', codes: needs },
    disabled: { label: 'Disability recorded', type: 'yes or no' },
    ethnicityKnown: { label: 'Ethnic group known', type: 'yes or no' },
  },
  reads: [referral, disability],
  facts: (thread) => {
    const open = thread.all(referral).filter(({ noFurtherAction, primaryNeed }) => noFurtherAction !== true && primaryNeed !== notInNeed)
    const disabled = thread.all(disability).some(({ code }) => code !== null && code !== 'NONE')
    const { ethnicity } = thread.about(person)
    const ethnicityKnown = ethnicity !== null && !['REFU', 'NOBT', 'UNKNOWN'].includes(ethnicity)
    return oneByOne(open, (each) => ({ from: each.receivedOn, until: each.closedOn }), thread.about(person).diedOn).map(
      ({ from, until, record }) => ({
        on: from,
        until,
        by: { table: referral.table, id: record.id },
        says: { need: record.primaryNeed, disabled, ethnicityKnown },
      }),
    )
  },
})

const reviewClocks = [firstInNeedReview, laterInNeedReview]

/** Children on a child in need plan, each once a day. */
export const childrenOnInNeedPlans = factKind({
  id: 'children-on-in-need-plans',
  name: 'Children on a child in need plan',
  about: person,
  lasts: true,
  says: {
    nineMonths: { label: '9 months or more', type: 'yes or no' },
    visitInTime: { label: 'Visited on time', type: 'yes or no' },
    reviewInTime: { label: 'Reviewed on time', type: 'yes or no' },
  },
  reads: [childInNeedPlan, periodOfCare, careEpisode],
  clocks: [inNeedVisit, ...reviewClocks],
  facts: (thread, runs, terms) => {
    const self = thread.about(person)
    const visits = runs(inNeedVisit)
    const reviews = reviewClocks.flatMap((clock) => runs(clock))
    // The clocks stand still then: visits and reviews of children in care are in their place.
    const inCare: readonly Stretch[] = thread
      .dated(periodOfCare, 'startedOn')
      .filter(({ at }) => !isShortBreak(thread, at))
      .map(({ at, record }) => ({ from: at, until: record.endedOn }))
    const plans = oneByOne(thread.all(childInNeedPlan), (each) => ({ from: each.startedOn, until: each.endedOn }), endOfChildhood(self))
    return plans.flatMap(({ record, ...time }) => {
      const visitsSince = toldSince([inNeedVisit], visits, terms, time)
      const seenSince = visitsSince === null || self.bornOn === null ? null : visitsSince < self.bornOn ? self.bornOn : visitsSince
      return inParts(
        time,
        { table: childInNeedPlan.table, id: record.id },
        {
          nineMonths: fromThenOn(addMonths(record.startedOn as string, 9)),
          visitInTime: inTime(overdueIn(visits), seenSince, inCare),
          reviewInTime: inTime(overdueIn(reviews), toldSince(reviewClocks, reviews, terms, time), inCare),
        },
      )
    })
  },
})
