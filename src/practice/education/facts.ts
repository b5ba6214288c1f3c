import type { Thread } from '../../engine/clocks/thread.ts'
import { factKind, whatFellDue, whatWasDone } from '../../engine/measures/fact.ts'
import { collectionYear } from '../health/checks.ts'
import { birthdayOf, factsInCare, timesLookedAfter, yearsInCare } from '../looked-after/facts.ts'
import { timeInCareReads, type Stretch } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import { covers, edgesOf, overdueIn, toldSince } from '../told-in-parts.ts'
import { educationPlanQualities, specialEducationalNeeds } from './code-lists.ts'
import { educationPlanClocks, firstEducationPlan } from './education-plan-clocks.ts'
import { finalPlan } from './ehc-request-clocks.ts'
import { requestOf } from './ehc-way.ts'
import { activePlan, ehcAssessment, ehcRequest, namedPlan, specialEducation, specialEducationalNeed } from './records.ts'
import { isOfSchoolAge, phaseChanges, phaseOn, schoolPhases } from './school-phases.ts'
import { exclusion, personalEducationPlan } from './schooling-records.ts'

/** The education of children in care, and plans for special educational needs. */

const phase = { label: 'School phase', type: 'words', codes: schoolPhases } as const
const schoolAge = { label: 'Of compulsory school age', type: 'yes or no' } as const

export const firstEducationPlansDue = whatFellDue(firstEducationPlan, {
  name: 'First personal education plans due',
  says: { phase, schoolAge },
  more: ({ startedAt }, thread) => {
    const was = phaseOn(thread.about(person).bornOn, startedAt.slice(0, 10))
    return { phase: was, schoolAge: isOfSchoolAge(was) }
  },
})

/** Personal education plans are for 3 to 17 years. */
const ages = { from: 3, until: 18 } as const

/**
 * A term that ends early for a child, who leaves care, leaves no due date; it was in time while it lasted. So time counts as in time unless a plan was
 * overdue.
 */
export const educationPlansInCare = factKind({
  id: 'education-plans-in-care',
  name: 'Children looked after, by whether their education plan is up to date',
  about: person,
  lasts: true,
  says: { phase, inTime: { label: 'No plan overdue', type: 'yes or no' } },
  reads: [...timeInCareReads],
  clocks: educationPlanClocks,
  facts: (thread, runsOf, terms) => {
    const { bornOn } = thread.about(person)
    const runs = educationPlanClocks.flatMap((clock) => runsOf(clock))
    const overdue = overdueIn(runs)
    const told = new Map(timesLookedAfter(thread).map((time) => [time.from, toldSince(educationPlanClocks, runs, terms, time)]))
    const [first, last] = [birthdayOf(thread, ages.from), birthdayOf(thread, ages.until)]
    return factsInCare(thread, [...edgesOf(overdue), ...told.values(), ...phaseChanges(bornOn), first, last], (day, { from }) => {
      const since = told.get(from) ?? null
      if (since === null || day < since || (first !== null && day < first) || (last !== null && day >= last)) return null
      return { says: { phase: phaseOn(bornOn, day), inTime: !covers(overdue, day) } }
    })
  },
})

/** The last plan of a time in care, from its day until the next. */
export const educationPlansGraded = factKind({
  id: 'education-plans-graded',
  name: 'Children looked after, by the quality of their last education plan',
  about: person,
  lasts: true,
  says: { phase, quality: { label: 'Quality', type: 'words', codes: educationPlanQualities } },
  reads: [...timeInCareReads, personalEducationPlan],
  facts: (thread) => {
    const { bornOn } = thread.about(person)
    const plans = thread.dated(personalEducationPlan, 'heldOn')
    return factsInCare(thread, [...plans.map(({ at }) => at), ...phaseChanges(bornOn)], (day, { since }) => {
      const last = plans.findLast(({ at }) => since <= at && at <= day)
      if (!last) return null
      const by = { table: personalEducationPlan.table, id: last.record.id }
      return { by, says: { phase: phaseOn(bornOn, day), quality: last.record.quality } }
    })
  },
})

/** One a child and year, on its 31 March. */
export const yearsOfEducation = factKind({
  id: 'years-in-care-education',
  name: 'Children looked after for 12 months to 31 March, and their education',
  about: person,
  says: {
    phase,
    schoolAge,
    suspended: { label: 'Suspended in the year', type: 'yes or no' },
    ehcPlan: { label: 'Education, health and care plan in force', type: 'yes or no' },
  },
  reads: [...timeInCareReads, exclusion, specialEducation, ehcRequest, ehcAssessment, namedPlan, activePlan],
  facts: (thread) => {
    const plans = ehcPlans(thread)
    return yearsInCare(thread).map(({ year, on, by }) => {
      const was = phaseOn(thread.about(person).bornOn, on)
      const suspensions = thread.dated(exclusion, 'firstDayOn').filter(({ record: { type } }) => type === 'suspension')
      const suspended = suspensions.some(({ at }) => collectionYear(at) === year)
      return { on, by, says: { phase: was, schoolAge: isOfSchoolAge(was), suspended, ehcPlan: covers(plans, on) } }
    })
  },
})

/** When a plan was in force. Of one whose beginning nobody recorded, since the review that is known of. */
function ehcPlans(thread: Thread): readonly Stretch[] {
  const named = thread.dated(namedPlan, 'startedOn')
  const known = new Set(named.map(({ record }) => requestOf(record, thread)))
  const reviewed = thread.dated(activePlan, 'lastReviewedOn').filter(({ record }) => !known.has(record.request))
  return [
    ...named.map(({ at, record }) => ({ from: at, until: record.endedOn })),
    ...reviewed.map(({ at }): Stretch => ({ from: at, until: null })),
  ]
}

export const ehcPlansIssued = whatWasDone(finalPlan, {
  id: 'ehc-plans-issued',
  name: 'Education, health and care plans issued',
  says: { need: { label: 'Primary need', type: 'words', codes: specialEducationalNeeds } },
  reads: [specialEducation, specialEducationalNeed],
  more: ({ startedBy }, thread) => {
    const plan = thread.all(activePlan).find(({ request }) => request === startedBy.id)
    const need = thread.all(specialEducationalNeed).find((each) => plan !== undefined && each.plan === plan.id && each.rank === '1')
    return { need: need?.type ?? null }
  },
})
