import type { Thread } from '../../engine/clocks/thread.ts'
import { factKind, type Fact } from '../../engine/measures/fact.ts'
import { placement } from '../looked-after/records.ts'
import { timeInCareReads } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import { planAction } from '../planning/records.ts'
import { eligibleIn } from './eligibility.ts'
import { pathwayPlan, pathwayReview } from './pathway-records.ts'
import { birthdayOf } from './support.ts'
import { stayingPut } from './support-records.ts'

/** What pathway plans hold, and whether what the law offers was talked about in time. */

export const pathwayPlansMade = factKind({
  id: 'pathway-plans-made',
  name: 'Pathway plans made',
  about: person,
  says: { view: { label: 'Says what the young person thinks', type: 'yes or no' } },
  reads: [pathwayPlan],
  facts: (thread) =>
    thread
      .dated(pathwayPlan, 'madeOn')
      .map(({ at, record: { id, view } }) => ({ on: at, by: { table: pathwayPlan.table, id }, says: { view: view !== null } })),
})

/**
 * Whether words speak of it: by the name it has (staying put); as staying, remaining or living on with the carers; or as what will be after 18. In one
 * sentence, since an end of a sentence ends what is spoken of.
 */
export const speaksOfStayingPut = (words: string): boolean =>
  /\bstay(s|ed|ing)?[\s-]put\b/i.test(words) ||
  /\b(stay|remain|liv)(e|s|ed|ing|es)?\b[^.]{0,40}\bcarers?\b/i.test(words) ||
  /\bafter (turning |the age of )?(18|eighteen)\b/i.test(words)

/**
 * Those who turned 18 in foster care, on that day: whether a pathway plan, a review of it or an action of it speaks of staying put before then, or an
 * arrangement had been made. Of whom there is neither plan nor review before 18, nothing can be told, and they are left out.
 */
export const turnedEighteenFostered = factKind({
  id: 'turned-18-fostered',
  name: 'Young people who turned 18 in foster care and have a pathway plan',
  about: person,
  says: { talked: { label: 'Staying put talked about', type: 'yes or no' } },
  reads: [...timeInCareReads, placement, pathwayPlan, pathwayReview, planAction, stayingPut],
  facts: (thread): Fact[] => {
    const eighteenth = birthdayOf(thread, 18)?.at
    if (!eighteenth || !eligibleIn(thread).some(({ until, leftCare }) => until === eighteenth && !leftCare)) return []
    const home = thread
      .dated(placement, 'startedOn')
      .findLast(({ at, record: { endedOn } }) => at < eighteenth && (endedOn === null || endedOn >= eighteenth))
    if (!home || !/^U/.test(home.record.type ?? '')) return []
    const said = saidBefore(thread, eighteenth)
    if (said.length === 0) return []
    const arranged = thread.dated(stayingPut, 'startedOn').some(({ at }) => at <= eighteenth)
    return [
      {
        on: eighteenth,
        by: { table: placement.table, id: home.record.id },
        says: { talked: arranged || said.some((words) => words !== null && speaksOfStayingPut(words)) },
      },
    ]
  },
})

/** What pathway plans and their reviews say before a day, and the actions of the plans. */
const saidBefore = (thread: Thread, day: string): readonly (string | null)[] => [
  ...thread.dated(pathwayPlan, 'madeOn').flatMap(({ at, record }) => (at < day ? [record.view] : [])),
  ...thread.dated(pathwayReview, 'heldOn').flatMap(({ at, record }) => (at < day ? [record.changes] : [])),
  ...thread.dated(planAction, 'agreedOn').flatMap(({ at, record }) => (at < day && record.plan === 'pathway' ? [record.what] : [])),
]
