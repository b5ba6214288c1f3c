import { addDays } from '../engine/clocks/days.ts'
import type { Saying } from '../engine/measures/fact.ts'

/**
 * Days that nobody may have chosen: where forms begin with the first of the month, or backlogs are cleared on its last day, more of them are recorded
 * than the 2 days in 30 or so that chance gives.
 */

/** What facts say of such a day, under the name `edge`. */
export const edgeOfMonth: Saying = { label: 'On the first or last day of a month', type: 'yes or no' }

/** Whether a plain date is the first or the last day of its month. */
export const isEdgeOfMonth = (day: string): boolean =>
  day.slice(8, 10) === '01' || (day.slice(8, 10) >= '28' && addDays(day, 1).slice(8) === '01')

/** What share of days is expected there at the most, in %: about 7 are, and a year of few records may have some more. */
export const usualAtEdges = 12

/** What the measures of such days say beside what they count. */
export const edgeNote = 'about 7 in 100 days are the first or last of a month: many more are a sign of a default, or of days nobody knew'
