import { addMonths, daysBetween } from '../../engine/clocks/days.ts'
import { factKind, whatFellDue, type Fact } from '../../engine/measures/fact.ts'
import { codeList } from '../../engine/records/kind.ts'
import { referralOf } from '../front-door/case.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedPlan } from '../in-need/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { childProtectionPlan, section47Enquiry } from '../protection/records.ts'
import { covers, edgesOf, endOfChildhood, inParts, oneByOne, type Stretch } from '../told-in-parts.ts'
import { childSeenInAssessment } from './clocks.ts'
import { assessment } from './records.ts'

/** Whether a child is seen early in an assessment, and whether assessments keep up with what changes in a child's life. */

export const childrenToSee = whatFellDue(childSeenInAssessment, { name: 'Children to be seen in an assessment' })

/** From the referral to the day on which the assessment it led to began: the first of each referral. */
export const assessmentsBegun = factKind({
  id: 'assessments-begun',
  name: 'First assessments after a referral begun',
  about: person,
  says: { days: { label: 'From the referral', type: 'number', unit: 'days' } },
  reads: [assessment, referral],
  facts: (thread) => {
    const begun = new Set<string>()
    return thread.dated(assessment, 'startedOn').flatMap(({ at, record }): Fact[] => {
      const from = referralOf(thread, record, at)
      if (from === null || from.receivedOn === null || from.receivedOn > at || begun.has(from.id)) return []
      begun.add(from.id)
      return [{ on: at, by: { table: assessment.table, id: record.id }, says: { days: daysBetween(from.receivedOn, at) } }]
    })
  },
})

/** For how long an assessment is a picture of a child's life: a year, after which we call it old. No law gives a number. */
const months = 12

/**
 * Children on a plan in need, by whether an assessment was authorised in the last twelve months. While a child is in care, plans and reviews of care
 * are in its place.
 */
export const plansOnAssessments = factKind({
  id: 'plans-on-assessments',
  name: 'Children on a child in need plan, by how old their assessment is',
  about: person,
  lasts: true,
  says: { recent: { label: 'Assessed in the last 12 months', type: 'yes or no' } },
  reads: [assessment, childInNeedPlan, periodOfCare],
  facts: (thread) => {
    const assessed = thread.dated(assessment, 'authorisedOn').map(({ at }): Stretch => ({ from: at, until: addMonths(at, months) }))
    const care = thread.dated(periodOfCare, 'startedOn').map(({ at, record }): Stretch => ({ from: at, until: record.endedOn }))
    const plans = oneByOne(
      thread.all(childInNeedPlan),
      ({ startedOn: from, endedOn: until }) => ({ from, until }),
      endOfChildhood(thread.about(person)),
    )
    return plans.flatMap(({ record: { id }, ...time }) =>
      inParts(
        time,
        { table: childInNeedPlan.table, id },
        {
          recent: {
            changesOn: edgesOf([...assessed, ...care]),
            on: (day) => (covers(care, day) ? null : covers(assessed, day)),
          },
        },
      ),
    )
  },
})

const changes = codeList('What changed in a child’s life', 'Goldthread, from Working Together: assessment is reviewed as things change', [
  { code: 'enquiry', label: 'A section 47 enquiry' },
  { code: 'plan ended', label: 'A child protection plan ended, and a plan in need followed' },
])

/** How long before a change an assessment may have been authorised, and how long after it one may begin, to be one of that change: months, and ours. */
const before = 3
const after = 1

/**
 * A fact a month after something changed for a child who had been assessed before: an enquiry, or a child protection plan that ended while help goes on.
 * It was assessed anew where an assessment began in that month or was under way, or was authorised in the three months before. Children in care are left out.
 */
export const changesToAssess = factKind({
  id: 'changes-to-assess',
  name: 'Changes after which an assessment is to be renewed',
  about: person,
  says: {
    change: { label: 'What changed', type: 'words', codes: changes },
    renewed: { label: 'Assessed anew', type: 'yes or no' },
  },
  reads: [assessment, section47Enquiry, childProtectionPlan, childInNeedPlan, periodOfCare],
  facts: (thread) => {
    const assessments = thread.dated(assessment, 'startedOn')
    if (assessments.length === 0) return []
    const plans = thread.dated(childInNeedPlan, 'startedOn')
    const changed = [
      ...thread
        .dated(section47Enquiry, 'strategyDiscussionAt')
        .map(({ at, record }) => ({ at: at.slice(0, 10), table: section47Enquiry.table, id: record.id, change: 'enquiry' })),
      ...thread
        .dated(childProtectionPlan, 'endedOn')
        .filter(({ at }) => plans.some((plan) => plan.at <= addMonths(at, after) && (plan.record.endedOn ?? '9999') > addMonths(at, after)))
        .map(({ at, record }) => ({ at, table: childProtectionPlan.table, id: record.id, change: 'plan ended' })),
    ]
    const care = thread.dated(periodOfCare, 'startedOn').map(({ at, record }): Stretch => ({ from: at, until: record.endedOn }))
    return changed.flatMap(({ at, table, id, change }): Fact[] => {
      const [since, until] = [addMonths(at, -before), addMonths(at, after)]
      if (!assessments.some(({ at: began }) => began < since) || covers(care, at) || covers(care, until)) return []
      const renewed = assessments.some(({ at: began, record: { authorisedOn } }) => began <= until && (authorisedOn ?? '9999') >= since)
      return [{ on: until, by: { table, id }, says: { change, renewed } }]
    })
  },
})
