import { addDays, addWorkingDays, addYears, ageOn, workingDay } from './days.ts'
import type { Day } from './days.ts'
import type { ChildStory } from './story.ts'

/** The last day of which anything is told. */
export const lastDay: Day = '2016-02-29'

export interface CareRoutine {
  /** How the child takes part in reviews from the age of 4. */
  readonly takesPart?: string
  /** The day from which nothing of the routine is told; the day the story ends when absent. */
  readonly until?: Day
  /** Total difficulties score of the first questionnaire. */
  readonly score?: number
  readonly dentist?: boolean
}

/** What the law asks for in a stretch of care, done in time: visits, reviews, health, the yearly questionnaire. The child must be in care. */
export function careAsItShouldBe(
  child: ChildStory,
  from: Day,
  { takesPart = 'PN1', until = addDays(lastDay, 1), score = 14, dentist = true }: CareRoutine = {},
): ChildStory {
  const { born } = child.life
  const age = (day: Day) => (born === null ? 0 : ageOn(born, day))
  child.visited(workingDay(addDays(from, 5)), { alone: age(from) >= 4 })
  child.visitedEvery(41, addDays(from, 33), until)
  for (const [place, day] of reviewDays(from, until).entries()) {
    child.reviewed(day, age(day) < 4 ? 'PN0' : place % 4 === 3 ? 'PN6' : takesPart)
    child.seenByReviewer(day)
  }
  for (let day = addWorkingDays(from, 17); day < until; day = workingDay(age(day) < 5 ? addDays(day, 178) : addDays(day, 358)))
    child.healthAssessed(day)
  if (dentist)
    for (let day = workingDay(addDays(from, 75)); day < until; day = workingDay(addDays(day, 340))) if (age(day) >= 2) child.dentist(day)
  let told = score
  for (let day = workingDay(addDays(from, 120)); day < until; day = workingDay(addYears(day, 1))) {
    if (age(day) < 4 || age(day) > 16) continue
    child.strengthsAndDifficulties(day, told)
    told = Math.max(4, told - 1)
  }
  const checked = workingDay(addDays(from, 60))
  if (checked < until) child.immunised(checked, true)
  return child
}

function reviewDays(from: Day, until: Day): readonly Day[] {
  const found: Day[] = []
  for (let day = addWorkingDays(from, 18); day < until; day = workingDay(addDays(day, found.length === 1 ? 86 : 175))) found.push(day)
  return found
}
