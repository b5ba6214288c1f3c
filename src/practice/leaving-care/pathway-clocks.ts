import { clock, on, type Clock, type End, type Start } from '../../engine/clocks/clock.ts'
import { addMonths } from '../../engine/clocks/days.ts'
import { months } from '../../engine/clocks/length.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { timeInCareReads } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import { eligibleIn, leftCareEligible } from './eligibility.ts'
import { pathwayPlan } from './pathway-records.ts'
import { careLeaver } from './records.ts'
import { birthdayOf, sinceFifteenth } from './support.ts'

/** The pathway plan: the needs assessed and the plan made, for an eligible child and for one who left care without. */

const rule = {
  area: 'Leaving care',
  about: person,
  weight: 'regulation',
  from: '2011-04-01',
  ages: { from: 16, until: 18 },
  due: months(3),
  doneBy: pathwayPlan,
  reads: [...timeInCareReads, pathwayPlan, careLeaver],
} as const

const madeOn = on(pathwayPlan, 'madeOn', { from: sinceFifteenth })
/** The dataset knows one date for a plan, of its start or its latest review. */
const madeOrReviewed = on(careLeaver, 'pathwayPlanReviewedOn', { from: sinceFifteenth })

const eligible = 'The sixteenth birthday of a child who has been in care for 13 weeks since 14, or the later day on which they have'
const leaving = 'Ends at 18, or when the child leaves care: then the clock of a relevant child starts'

/** Needs are assessed within 3 months of the sixteenth birthday, or of becoming eligible after it. */
export const needsAssessed = clock({
  ...rule,
  id: 'pathway-assessment',
  name: 'Needs assessment for a pathway plan',
  plural: 'Needs assessments for pathway plans',
  todo: 'Assess the young person’s needs for leaving care',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 40 to 42',
  lookedUp: true,
  starts: eligibleUntilDone((thread) => [...thread.dated(pathwayPlan, 'needsAssessedOn'), ...plans(thread)].map(({ at }) => at)),
  stops: [on(pathwayPlan, 'needsAssessedOn', { from: sinceFifteenth }), madeOn, madeOrReviewed],
  says: {
    starts: eligible,
    stops: 'The assessment is completed, or a plan is made, which shows that it was',
    exceptions: `May be done from the fifteenth birthday: good practice is to start at 15 years and 9 months. Short breaks do not count. ${leaving}`,
  },
})

/** The plan follows as soon as possible: read as 3 months too. */
export const pathwayPlanMade = clock({
  ...rule,
  id: 'pathway-plan',
  name: 'Pathway plan',
  plural: 'Pathway plans',
  todo: 'Make the pathway plan',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 43: as soon as possible after the assessment, which is read as by 16 years and 3 months',
  starts: eligibleUntilDone((thread) => plans(thread).map(({ at }) => at)),
  stops: [madeOn, madeOrReviewed],
  says: { starts: eligible, stops: 'The plan is made', exceptions: `May be made from the fifteenth birthday. ${leaving}` },
})

/** A child who leaves care at 16 or 17 without a plan is assessed, and has one, within 3 months. */
export const relevantChildPlanned = clock({
  ...rule,
  id: 'pathway-relevant',
  name: 'Assessment and plan for a child who left care without one',
  plural: 'Assessments and plans for children who left care without one',
  todo: 'Assess the young person’s needs and make the pathway plan',
  source: 'Care Leavers (England) Regulations 2010, regulations 4 to 6',
  starts: leftWithoutPlan,
  stops: [on(pathwayPlan, 'madeOn'), on(careLeaver, 'pathwayPlanReviewedOn')],
  steps: [
    {
      name: 'Needs assessed',
      done: (_, thread) => thread.dated(pathwayPlan, 'needsAssessedOn')[0]?.at ?? null,
    },
  ],
  says: {
    starts: 'A child who was eligible leaves care at 16 or 17 and has no pathway plan',
    stops: 'The plan is made',
    exceptions:
      'Not for a child who was adopted, or whom another authority has taken over; ends at 18, when they come into care again, or after 6 months at home with their parents',
  },
})

export const pathwayClocks = [needsAssessed, pathwayPlanMade, relevantChildPlanned]

/** Everything that shows that there was a plan on a day, earliest first. */
const plans = (thread: Thread): readonly { readonly at: string }[] =>
  [...thread.dated(pathwayPlan, 'madeOn'), ...thread.dated(careLeaver, 'pathwayPlanReviewedOn')].sort((a, b) => (a.at < b.at ? -1 : 1))

/** Each stretch in which a child is eligible: the first, and a later one where it was not done by then. */
function eligibleUntilDone(done: (thread: Thread) => readonly string[]): Clock['starts'] {
  return (thread) =>
    eligibleIn(thread).flatMap(({ from, until, leftCare, of }, place): Start[] => {
      const period = { table: periodOfCare.table, id: of.period.id }
      if ((place > 0 && done(thread).some((day) => day < from)) || plannedAtSomeTime(thread, from)) return []
      return [{ at: from, by: period, until: { at: until, by: leftCare ? period : { table: person.table, id: thread.subject.id } } }]
    })
}

/** Where all that is known is a date of the dataset after the first review fell due, it is one review of several: when the plan was made, nobody can tell. */
const plannedAtSomeTime = (thread: Thread, from: string): boolean => {
  const known = thread.dated(careLeaver, 'pathwayPlanReviewedOn')[0]
  return (
    known !== undefined && known.at > addMonths(from, 6) && !thread.all(pathwayPlan).some((plan) => plan.madeOn ?? plan.needsAssessedOn)
  )
}

/** Adopted, or taken over by another authority. */
const notOurs: readonly (string | null)[] = ['E11', 'E12', 'E3']

function leftWithoutPlan(thread: Thread): Start[] {
  return leftCareEligible(thread).flatMap(({ at, by, because }): Start[] => {
    if (notOurs.includes(because) || plans(thread).some((plan) => plan.at <= at) || plannedAtSomeTime(thread, at)) return []
    const back = eligibleIn(thread).find(({ from }) => from >= at)
    const atHome: End | null = because === 'E4A' || because === 'E4B' ? { at: addMonths(at, 6), by } : null
    const again: End | null = back ? { at: back.from, by: { table: periodOfCare.table, id: back.of.period.id } } : null
    return [{ at, by, until: earliestOf(again, atHome, birthdayOf(thread, 18)) }]
  })
}
