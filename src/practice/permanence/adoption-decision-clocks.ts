import { clock, each, endIn, on, type Clock, type End, type Start } from '../../engine/clocks/clock.ts'
import { birthday } from '../../engine/clocks/days.ts'
import { months, workingDays } from '../../engine/clocks/length.ts'
import { earliestOf, onItself } from '../../engine/clocks/own-dates.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { carePlan, periodOfCare } from '../looked-after/records.ts'
import { periodOn } from '../looked-after/time-in-care.ts'
import { carePlanOptions } from '../looked-after/code-lists.ts'
import { answeredYes } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { planEnds, type Permanence } from './adoption-course.ts'
import { adoptionPanel } from './adoption-records.ts'
import { permanence } from './records.ts'

/** From the review at which adoption became the plan to the match: what the agency decides, and whom it tells. */

const standard = {
  area: 'Permanence',
  about: person,
  weight: 'standard',
  lookedUp: false,
  from: '2011-04-01',
} as const

/** The agency decides within 2 months of the review at which adoption became the plan. */
export const adoptionDecision = clock({
  ...standard,
  id: 'adoption-plan-adm',
  name: 'Agency decision that the child should be placed for adoption',
  plural: 'Agency decisions that children should be placed for adoption',
  todo: 'Bring the adoption plan to the decision maker',
  source: 'Adoption National Minimum Standards 2014, standard 17; the edition of 2011 said the same',
  starts: adoptionBecomesThePlan,
  due: months(2),
  stops: [on(permanence, 'adoptionDecidedOn'), on(adoptionPanel, 'decidedOn', { when: ({ matter }) => matter === 'plan' })],
  reads: [carePlan, periodOfCare, permanence],
  says: {
    starts: 'The first care plan that names adoption as the permanence plan',
    stops: 'The decision maker decides on the plan',
    exceptions: 'Not where a decision that the child should be placed for adoption stands already; ends when another plan takes its place',
  },
})

/** The decision maker decides within 7 working days of the panel's final minutes. */
export const decisionAfterPanel = clock({
  ...standard,
  id: 'adm-after-panel',
  name: 'Decision after adoption panel',
  plural: 'Decisions after adoption panel',
  todo: 'Decide after the adoption panel',
  source: 'Adoption National Minimum Standards 2014, standard 17; Statutory Guidance on Adoption 2013, chapter 1',
  starts: each(adoptionPanel, 'minutesReceivedOn'),
  due: workingDays(7),
  stops: [onItself(adoptionPanel, 'decidedOn')],
  reads: [],
  says: {
    starts: 'The final minutes and recommendation of the panel reach the decision maker',
    stops: 'The decision maker decides',
    exceptions: 'Since 1 September 2012 a plan of adoption with an application for a placement order does not go to a panel',
  },
})

/** Parents or adopters are told of the decision by word within 2 working days. */
export const toldOfDecisionByWord = clock({
  ...standard,
  id: 'adm-tell-orally',
  name: 'Adoption decision told by word',
  plural: 'Adoption decisions told by word',
  todo: 'Tell the parents or adopters of the decision',
  source: 'Adoption National Minimum Standards 2014, standard 17',
  starts: each(adoptionPanel, 'decidedOn'),
  due: workingDays(2),
  stops: [onItself(adoptionPanel, 'toldOrallyOn'), onItself(adoptionPanel, 'toldInWritingOn')],
  reads: [],
  says: { starts: 'The decision maker decides', stops: 'Parents or adopters are told, by word or in writing' },
})

/** And in writing within 5 working days. */
export const toldOfDecisionInWriting = clock({
  ...standard,
  id: 'adm-tell-writing',
  name: 'Adoption decision sent in writing',
  plural: 'Adoption decisions sent in writing',
  todo: 'Send the adoption decision in writing',
  source: 'Adoption National Minimum Standards 2014, standard 17',
  starts: each(adoptionPanel, 'decidedOn'),
  due: workingDays(5),
  stops: [onItself(adoptionPanel, 'toldInWritingOn')],
  reads: [],
  says: { starts: 'The decision maker decides', stops: 'The decision is sent in writing' },
})

/** A match is considered within 6 months of the decision; within 3 for a baby whose parents ask for adoption. */
export const matchConsidered = clock({
  ...standard,
  id: 'match-6-months',
  name: 'Match considered by adoption panel',
  plural: 'Matches considered by adoption panel',
  todo: 'Bring a match to the adoption panel',
  source: 'Adoption National Minimum Standards 2014, standard 17',
  starts: each(permanence, 'adoptionDecidedOn', { until: planEnds }),
  due: ({ at, record }: Start, thread) =>
    (record as Permanence).parentsAskedForAdoption === true && isUnderSixMonths(thread, at) ? months(3) : months(6),
  unit: 'months',
  stops: [
    on(adoptionPanel, 'heldOn', { when: ({ matter }) => matter === 'match' }),
    onItself(permanence, 'matchedOn'),
    onItself(permanence, 'placedForAdoptionOn'),
  ],
  doneBy: adoptionPanel,
  reads: [permanence, periodOfCare],
  says: {
    starts: 'The decision that the child should be placed for adoption',
    due: 'within 6 months; within 3 months for a baby under 6 months whose parents ask for adoption',
    stops: 'The panel considers a match, or the child is matched or placed',
    exceptions: 'Ends when the decision is reversed, an order is made or the child leaves care',
  },
})

export const adoptionDecisionClocks = [adoptionDecision, decisionAfterPanel, toldOfDecisionByWord, toldOfDecisionInWriting, matchConsidered]

function isUnderSixMonths(thread: Thread, day: string): boolean {
  const { bornOn } = thread.about(person)
  return bornOn !== null && day < birthday(bornOn, 0, 6)
}

type CarePlan = Said<(typeof carePlan)['fields']>

const namesAdoption = ({ options }: CarePlan): boolean =>
  answeredYes({ ...carePlanOptions, codes: carePlanOptions.codes.filter(({ code }) => code === 'ADOPTION') }, options) !== null

/** Each care plan that names adoption when the one before it in the same period of care did not, and no decision stood. */
function adoptionBecomesThePlan(thread: Thread): ReturnType<Clock['starts']> {
  const plans = thread.dated(carePlan, 'startedOn')
  return plans.flatMap(({ at, record }, place): Start[] => {
    const before = plans[place - 1]
    const care = periodOn(thread, at)
    const goesOn = before && namesAdoption(before.record) && (care === null || before.at >= (care.startedOn ?? ''))
    if (!namesAdoption(record) || goesOn || decisionStood(thread, at)) return []
    const next = plans.slice(place + 1).find((later) => !namesAdoption(later.record))
    const last = plans[plans.length - 1]?.record
    const until = earliestOf(
      next && { at: next.at, by: { table: carePlan.table, id: next.record.id } },
      last && namesAdoption(last) ? endIn(carePlan, last, 'endedOn') : null,
      care && endIn(periodOfCare, care, 'endedOn'),
    )
    return [{ at, by: { table: carePlan.table, id: record.id }, until }]
  })
}

const decisionStood = (thread: Thread, day: string): boolean =>
  thread.all(permanence).some((plan) => {
    const ended: End | null = earliestOf(endIn(permanence, plan, 'decisionReversedOn'), endIn(permanence, plan, 'orderMadeOn'))
    return plan.adoptionDecidedOn !== null && plan.adoptionDecidedOn < day && (ended === null || ended.at > day)
  })
