import { planAction } from '../../../src/practice/planning/records.ts'
import type { Chance } from '../chance.ts'
import type { NeedCourse } from '../course.ts'
import { addDays, addWorkingDays, daysBetween, later, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import { agesIn } from './early-help-words.ts'
import { actionOf, vagueAction, whatCameOfIt, whyGivenUp, type ActionWords } from './plan-words.ts'
import { isTouched, type Weighing } from './touched.ts'

/** A plan for as long as it ran, and the days on which actions were agreed: the first day, and reviews. */
interface Planned {
  readonly plan: 'in need' | 'protection'
  readonly team: string
  readonly until: Day
  /** Whether another plan, or care, follows on the day on which this one ends. */
  readonly followed: boolean
  readonly points: readonly { readonly on: Day; readonly least: number; readonly most: number; readonly updated: boolean }[]
}

const sameWords: Weighing = { most: ['T32'], there: 1.6, elsewhere: 0.4 }

/**
 * The actions of a plan: agreed, done or given up. Working Together asks who does what by when; where a planted problem touches them they
 * lack the day, the person and the measure, or are the same in brothers’ and sisters’ plans. After a review that did not update the plan
 * no actions are added, and what was done is written down months later.
 */
export function tellActions(living: Living, need: NeedCourse, about: string, { plan, team, until, followed, points }: Planned): void {
  // What is asked for is not asked for again in the months that follow.
  const lately: Set<string>[] = []
  for (const [place, { on, least, most, updated }] of points.entries()) {
    if (on > living.world.to) return
    const lot = living.chance('actions', about, String(place))
    const shared = living.world.chance(need.together, 'actions', plan, String(place))
    const copies = living.child.family.children.length > 1 && isTouched(shared, living, 'same-words', on, team, sameWords)
    const many = updated ? lot.between(least, most) : 0
    const used = new Set(lately.slice(-3).flatMap((each) => [...each]))
    const before = new Set(used)
    const pupils = agesIn(living.child, on).has('pupils')
    for (let nth = 0; nth < many; nth++) {
      const bare = isTouched(lot, living, 'plans-without-date-or-person', on, team) || lot.happens(0.03)
      const words: ActionWords | null = bare
        ? vagueAction(lot, pupils)
        : copies
          ? copiedWords(shared, pupils)
          : actionOf(living, need, on, lot, used)
      if (words === null || used.has(words.what)) continue
      used.add(words.what)
      const next = points[place + 1]
      tellAction(
        living,
        plan,
        {
          agreedOn: on,
          until,
          followed,
          reviews: points.slice(place + 1).flatMap((each) => (each.updated ? [each.on] : [])),
          words,
          bare,
          writtenLate: next !== undefined && !next.updated,
        },
        lot,
      )
    }
    lately.push(new Set([...used].filter((each) => !before.has(each))))
  }
}

const copiedWords = (shared: Chance, pupils: boolean): ActionWords => ({
  ...vagueAction(shared, pupils),
  who: shared.pick(['Mother', 'Parents', 'Social worker', 'Family support worker']),
  measuredBy: shared.pick(['Reports from professionals', 'Feedback at the next meeting', 'No further concerns']),
})

interface Action {
  readonly agreedOn: Day
  readonly until: Day
  readonly followed: boolean
  /** Later reviews at which the plan was brought up to date. */
  readonly reviews: readonly Day[]
  readonly words: ActionWords
  readonly bare: boolean
  readonly writtenLate: boolean
}

function tellAction(
  living: Living,
  plan: Planned['plan'],
  { agreedOn, until, followed, reviews, words, bare, writtenLate }: Action,
  lot: Chance,
): void {
  const { telling } = living
  const by = living.workerOn(agreedOn)
  const dueOn = bare ? null : workingDay(addDays(agreedOn, lot.pick([14, 21, 28, 28, 35, 42, 42, 56, 70, 84])))
  const told = telling.tell(
    planAction,
    {
      plan,
      what: words.what,
      agreedOn,
      who: words.who,
      ...(bare ? {} : { dueOn, ...(lot.happens(0.6) ? { worker: by.id } : {}) }),
      ...(words.measuredBy !== null && lot.happens(0.86) ? { measuredBy: words.measuredBy } : {}),
    },
    { on: agreedOn, by },
  )
  const done = dueOn === null ? doneSomeTime(agreedOn, lot) : doneBy(living, agreedOn, dueOn, lot)
  const recorded = writtenLate ? addWorkingDays(later(done ?? agreedOn, agreedOn), lot.between(35, 90)) : undefined
  if (done !== null && done <= until) {
    telling.amend(
      told,
      planAction,
      {
        doneOn: done,
        ...(lot.happens(0.8) ? { whatHappened: whatCameOfIt(living, done, lot, words, dueOn !== null && done > dueOn) } : {}),
      },
      { on: done, by: living.workerOn(done), recorded },
    )
  } else if (lot.happens(0.995)) {
    // What was not done by a review is looked at there, and no action is kept for longer than a year; with the plan its actions end.
    const on = lookedAtOn({ agreedOn, until, reviews }, later(done ?? agreedOn, dueOn ?? addDays(agreedOn, 60)), lot)
    const ended = { on, by: living.workerOn(on) }
    if (lot.happens(on === until ? 0.45 : 0.3))
      telling.amend(
        told,
        planAction,
        { doneOn: on, ...(lot.happens(0.5) ? { whatHappened: whatCameOfIt(living, on, lot, words, dueOn !== null && on > dueOn) } : {}) },
        ended,
      )
    else
      telling.amend(
        told,
        planAction,
        { givenUpOn: on, whatHappened: whyGivenUp(living, on, lot, on !== until ? 'review' : followed ? 'another plan' : 'end') },
        ended,
      )
  }
}

/** The day on which an action that was not done is called done or given up: at a review after its day, within a year, or with the plan. */
function lookedAtOn({ agreedOn, until, reviews }: Pick<Action, 'agreedOn' | 'until' | 'reviews'>, due: Day, lot: Chance): Day {
  const aYearOn = workingDay(addDays(agreedOn, lot.between(310, 365)))
  const review = reviews.find((on) => on > due && lot.happens(0.7))
  return [review ?? aYearOn, aYearOn, until].reduce((one, other) => (one < other ? one : other))
}

function doneBy(living: Living, agreedOn: Day, dueOn: Day, lot: Chance): Day | null {
  const days = daysBetween(agreedOn, dueOn)
  const late = 0.09 + 0.1 * living.strainOn(dueOn)
  const how = lot.next()
  if (how > 0.97) return null
  return workingDayBy(
    how < late ? addDays(dueOn, lot.between(3, 40)) : addDays(agreedOn, lot.between(Math.round(days / 3), days)),
    how < late ? null : dueOn,
  )
}

/** A working day at or after this one, where that is not too late; else the one before. */
const workingDayBy = (day: Day, last: Day | null): Day => {
  const found = workingDay(day)
  return last !== null && found > last ? addWorkingDays(last, -1) : found
}

const doneSomeTime = (agreedOn: Day, lot: Chance): Day | null =>
  lot.happens(0.4) ? workingDay(addDays(agreedOn, lot.between(20, 160))) : null
