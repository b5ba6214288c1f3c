import { clock, endIn, on, type End, type Start, type Terms } from '../../engine/clocks/clock.ts'
import { addMonths, birthday } from '../../engine/clocks/days.ts'
import { workingDays } from '../../engine/clocks/length.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { timeInCare, timeInCareReads, type CareStretch } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import { personalEducationPlan } from './schooling-records.ts'

/** The personal education plan of a child in care: the first, and one each term. Nursery children and those over 16 have one too: from 3 to 17. */

const plan = {
  area: 'Education',
  about: person,
  weight: 'statutory guidance',
  ages: { until: 18 },
  stops: [on(personalEducationPlan, 'heldOn')],
  reads: [...timeInCareReads],
} as const

const exceptions =
  'From 3 to 17 years: the duty is for compulsory school age, the guidance for early years and over 16 too. Not for short breaks'

/** The first within 10 working days of coming into care. */
export const firstEducationPlan = clock({
  ...plan,
  id: 'pep-initial',
  name: 'First personal education plan',
  plural: 'First personal education plans',
  todo: 'Complete the first personal education plan',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 4 and 5; Promoting the education of looked-after children, 2018 (July 2014: the same)',
  from: '2011-04-01',
  starts: cameIntoCare,
  due: workingDays(10),
  says: {
    starts: 'A child comes into care',
    stops: 'The plan is completed',
    exceptions: `And ready for the first review. ${exceptions}`,
  },
})

/** One in each school term. */
export const termlyEducationPlan = clock({
  ...plan,
  id: 'pep-termly',
  name: 'Personal education plan for the term',
  plural: 'Personal education plans for the term',
  todo: 'Review the personal education plan this term',
  source:
    'Promoting the education of looked-after and previously looked-after children, February 2018; July 2014: at each review, and each term in practice',
  from: '2014-09-01',
  starts: termsInCare,
  due: ({ due }) => due ?? null,
  unit: 'calendar days',
  says: {
    starts: 'Each school term that begins while a child is in care',
    due: 'by the last day of the term',
    stops: 'The plan is reviewed in the term, or later where it was missed',
    repeats: 'Three times a year until the child leaves care or is 18',
    exceptions: `The term of coming into care has the first plan. ${exceptions}`,
  },
})

export const educationPlanClocks = [firstEducationPlan, termlyEducationPlan]

const isOfAge = (thread: Thread, day: string): boolean => {
  const { bornOn } = thread.about(person)
  return bornOn === null || day >= birthday(bornOn, 3)
}

const leavingCare = ({ period }: CareStretch): End | null => endIn(periodOfCare, period, 'endedOn')

/** The first day of each period of care that is not short breaks. */
function cameIntoCare(thread: Thread): Start[] {
  const care = timeInCare(thread)
  return care.flatMap((stretch, place): Start[] =>
    care[place - 1]?.period.id === stretch.period.id || !isOfAge(thread, stretch.from)
      ? []
      : [{ at: stretch.from, by: { table: periodOfCare.table, id: stretch.period.id }, until: leavingCare(stretch) }],
  )
}

function termsInCare(thread: Thread, terms: Terms): Start[] {
  const { bornOn } = thread.about(person)
  return timeInCare(thread).flatMap((stretch) => {
    const by = { table: periodOfCare.table, id: stretch.period.id }
    // Nothing here may depend on today: terms are worked out ahead to 18 or, where nobody knows when that is, for two years.
    const last = bornOn === null ? addMonths(stretch.from, 24) : birthday(bornOn, 18)
    return terms.school
      .filter(({ from }) => from > stretch.from && (stretch.until === null || from < stretch.until) && from < last && isOfAge(thread, from))
      .map((term): Start => ({
        at: term.from,
        by,
        due: term.until,
        part: term.name,
        until: earliestOf(leavingCare(stretch), stretch.until === null ? null : { at: stretch.until, by }),
      }))
  })
}
