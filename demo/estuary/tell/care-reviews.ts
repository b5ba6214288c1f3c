import { involvement } from '../../../src/practice/allocation/records.ts'
import { lookedAfterReview } from '../../../src/practice/looked-after/records.ts'
import { meetingPaperwork } from '../../../src/practice/protection/paperwork.ts'
import type { Chance } from '../chance.ts'
import { addDays, addMonths, addWorkingDays, earlier, type Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import type { Told } from '../telling.ts'
import type { Stint } from '../workforce.ts'
import { tellCarePlans } from './care-plans.ts'
import { sharedWith, sentTo } from './care-review-words.ts'
import { isOutside, officerOn, officersOf, reviewingTeam, reviewsOf, careTold, type Review, type CareTold } from './care-times.ts'
import { numberOf } from './touched.ts'

/**
 * Tells the reviews of each time in care with who chairs them, their papers, and the care plans that they keep up. Needs the periods of care.
 * Regulations 33 and 36 to 38 of the Care Planning Regulations 2010; IRO Handbook 2010, chapter 3.
 */
export function tellCareReviews(living: Living): void {
  for (const time of careTold(living)) {
    const officers = officersOf(living, time)
    tellOfficers(living, time, officers)
    const reviews = reviewsOf(living, time)
    const told = tellReviews(living, time, reviews, officers)
    const followed = reviews.map((review, place) => {
      const papers = papersOf(living, review)
      tellPapers(living, review, papers, told[place] as Told, officers)
      return { ...review, told: told[place] as Told, minutesLate: papers.minutesLate }
    })
    tellCarePlans(living, time, followed)
  }
}

/** Who chairs the reviews, named within five working days of coming into care (IRO Handbook). */
function tellOfficers(living: Living, { care }: CareTold, officers: readonly Stint[]): void {
  const lot = living.chance('reviewing officer', care.from)
  const team = reviewingTeam(living)
  for (const [place, { worker, from, until }] of officers.entries()) {
    const named = namedOn(officers[place - 1] ?? null, from, from > care.from, lot)
    if (named >= until) continue
    const by = living.world.workforce.manager(team, named)
    const told = living.telling.tell(involvement, { worker: worker.id, role: 'IRO', team, startedOn: named }, { on: named, by })
    living.telling.amend(told, involvement, { endedOn: until }, { on: until, by: living.world.workforce.manager(team, until) })
  }
}

/** The first within days; after one who left, mostly before the post is filled, as the others take their children on. */
function namedOn(before: Stint | null, from: Day, later: boolean, lot: Chance): Day {
  const [prompt, soon, wait] = [lot.happens(0.94), lot.between(0, 4), lot.between(6, 15)]
  if (before !== null) return prompt ? earlier(from, addWorkingDays(before.until, soon)) : from
  return later ? from : addWorkingDays(from, prompt ? soon : wait)
}

/** Each is opened with the day by which it is due when the one before is over, and completed when it has been held. */
function tellReviews(living: Living, time: CareTold, reviews: readonly Review[], officers: readonly Stint[]): readonly Told[] {
  const { telling } = living
  const { care, period } = time
  let known = care.from
  const told = reviews.map((review): Told => {
    const by = officerOn(living, officers, known)
    const opened = { periodOfCare: numberOf(period), dueOn: review.dueOn }
    let one = telling.tell(lookedAfterReview, opened, { on: known, by })
    if (review.cancelledOn !== null) {
      const then = { on: review.cancelledOn, by: officerOn(living, officers, review.cancelledOn) }
      telling.amend(one, lookedAfterReview, { heldOn: review.cancelledOn, cancelled: true }, then)
      one = telling.tell(lookedAfterReview, opened, then)
    }
    known = review.heldOn
    return hold(living, one, review, { on: review.heldOn, by: officerOn(living, officers, review.heldOn) }, isOutside(care, review.heldOn))
  })
  if (care.until <= living.world.to) tellNotNeeded(living, time, reviews.at(-1), officers)
  return told
}

function hold(
  living: Living,
  told: Told,
  { heldOn }: Review,
  writing: { readonly on: Day; readonly by: Stint['worker'] },
  outside: boolean,
): Told {
  const lot = living.chance('review written', heldOn)
  const participation = participationIn(living, heldOn, outside)
  const slip = lot.happens(0.01) && participation !== 'PN0'
  living.telling.amend(
    told,
    lookedAfterReview,
    { heldOn, cancelled: false, participation: lot.happens(0.008) ? null : slip ? lot.pick(['PN1', 'PN6', 'PN7']) : participation },
    writing,
  )
  if (slip) {
    const on = addDays(heldOn, lot.between(10, 60))
    living.telling.amend(
      told,
      lookedAfterReview,
      { participation },
      { on, by: writing.by, reason: 'Wrong code: see the record of the meeting' },
    )
  }
  return told
}

/** The next review was called already when the child left care: it is struck off the list. */
function tellNotNeeded(living: Living, { care, period }: CareTold, last: Review | undefined, officers: readonly Stint[]): void {
  if (!living.chance('next review', care.from).happens(0.9)) return
  const on = last?.heldOn ?? care.from
  const dueOn = last === undefined ? addWorkingDays(on, 20) : addMonths(on, last.place === 0 ? 3 : 6)
  const told = living.telling.tell(
    lookedAfterReview,
    { periodOfCare: numberOf(period), dueOn },
    { on, by: officerOn(living, officers, on) },
  )
  living.telling.amend(told, lookedAfterReview, { cancelled: true }, { on: care.until, by: officerOn(living, officers, care.until) })
}

/**
 * How the child takes part, by the codes of the return. Of those of four and over most do; where reviewing officers cannot get round, half do
 * not, and most of these live far away.
 */
export function participationIn(living: Living, heldOn: Day, outside: boolean): string {
  const age = ageThen(living, heldOn)
  if (age < 4) return 'PN0'
  const lot = living.chance('part in the review', heldOn)
  const without = lot.happens(Math.min(0.9, living.world.problems.size('reviews-without-child', heldOn) * (outside ? 1.1 : 0.55)))
  if (without) return lot.happens(0.86) ? 'PN7' : 'PN4'
  const young = age < 8
  const quiet = living.child.disabled.length > 0 ? 14 : 3
  return lot.weighed([
    ['PN1', young ? 14 : 52],
    ['PN2', 2],
    ['PN3', quiet],
    ['PN4', 1.5],
    ['PN5', young ? 8 : 5],
    ['PN6', young ? 62 : 32],
    ['PN7', 3],
  ])
}

/** What is written for a review and after it, and when it is sent; null for what never was. */
interface Papers {
  readonly reportOn: Day | null
  readonly decisionsOn: Day | null
  readonly writtenOn: Day | null
  readonly sentOn: Day | null
  readonly minutesLate: boolean
}

/** Report three working days before; decisions within 5, the record written within 15 and sent within 20 working days after (IRO Handbook 2010). */
function papersOf(living: Living, { heldOn, about }: Review): Papers {
  const { world } = living
  const lot = world.chance(...about, 'papers')
  const after = (days: number): Day => addWorkingDays(heldOn, days)
  const [report, ahead, hurry] = [lot.next(), lot.between(3, 8), lot.between(0, 2)]
  const shared = lot.happens(world.problems.size('reports-shared-late', heldOn))
    ? report < 0.44
      ? after(-1)
      : report < 0.7
        ? heldOn
        : null
    : report < 0.91
      ? after(-ahead)
      : report < 0.98
        ? after(-hurry)
        : null
  const size = world.problems.size('minutes-late', heldOn)
  const minutesLate = lot.happens(size)
  const [decided, written, sent, never] = [lot.next(), lot.next(), lot.between(1, 5), lot.next()]
  const waits = Math.min(170, 21 + Math.round(lot.about(10 + 45 * size, 0.6)))
  const [soon, backlog] = [lot.between(1, 5), lot.between(6, 8 + Math.round(30 * size))]
  if (minutesLate) {
    const sentOn = never < 0.24 ? null : after(waits)
    return {
      reportOn: shared,
      decisionsOn: decided < 0.4 ? after(soon) : decided < 0.85 ? after(backlog) : null,
      writtenOn: never < 0.14 ? null : after(Math.max(16, waits - sent)),
      sentOn,
      minutesLate,
    }
  }
  const writtenOn = after(written < 0.93 ? 4 + Math.floor(written * 11) : 15 + Math.floor((written - 0.93) * 120))
  return {
    reportOn: shared,
    decisionsOn: decided < 0.93 ? after(soon) : decided < 0.99 ? after(backlog) : null,
    writtenOn: never < 0.015 ? null : writtenOn,
    sentOn: never < 0.02 ? null : addWorkingDays(writtenOn, sent),
    minutesLate,
  }
}

function tellPapers(living: Living, review: Review, papers: Papers, told: Told, officers: readonly Stint[]): void {
  const { telling } = living
  const { heldOn } = review
  // Nothing of a review that was never called is on record.
  if (told.versions.length === 0) return
  const lot = living.chance('papers', heldOn)
  const minutesOn = papers.sentOn ?? papers.writtenOn
  const steps = [
    ...(papers.reportOn === null
      ? []
      : [{ on: papers.reportOn, says: { reportSharedOn: papers.reportOn, reportSharedWith: sharedWith(living, heldOn, lot) } }]),
    ...(papers.decisionsOn === null ? [] : [{ on: papers.decisionsOn, says: { decisionsSentOn: papers.decisionsOn } }]),
    ...(minutesOn === null
      ? []
      : [
          {
            on: minutesOn,
            says: {
              minutesWrittenOn: papers.writtenOn,
              minutesSentOn: papers.sentOn,
              ...(papers.sentOn && { sentTo: sentTo(living, heldOn, lot) }),
            },
          },
        ]),
  ].toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  const meeting = { meeting: 'looked after review', meetingOn: heldOn, lookedAfterReview: told.id } as const
  const first = steps[0]
  const by = (on: Day) => (on < heldOn ? living.workerOn(on) : officerOn(living, officers, on))
  const written = telling.tell(meetingPaperwork, { ...meeting, ...first?.says }, { on: first?.on ?? heldOn, by: by(first?.on ?? heldOn) })
  for (const { on, says } of steps.slice(1)) telling.amend(written, meetingPaperwork, says, { on, by: by(on) })
}
