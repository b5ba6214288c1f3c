import { coreGroup } from '../../../src/practice/protection/core-group.ts'
import {
  childProtectionPlan,
  childProtectionReview,
  childProtectionVisit,
  initialConference,
  section47Enquiry,
} from '../../../src/practice/protection/records.ts'
import { voiceOfTheChild } from '../../../src/practice/voice/records.ts'
import type { Chance } from '../chance.ts'
import type { EnquiryCourse, NeedCourse, ProtectionCourse } from '../course.ts'
import { addDays, addMonths, addWorkingDays, daysBetween, earlier, isWorkingDay, later, workingDay, type Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import type { Told } from '../telling.ts'
import { tellAdvocacy } from './advocacy.ts'
import { tellPapers } from './conference-papers.ts'
import { saidOfVisit, visitsFrom } from './home-visits.ts'
import { agreedAt, agreedThinly, attendedBy } from './meeting-words.ts'
import { tellActions } from './plan-actions.ts'
import { tellIncident } from './serious-incidents.ts'
import { tellAsWritten } from './slips.ts'
import { isTouched, numberOf, teamOn } from './touched.ts'

/**
 * Child protection: the enquiry, the conference, the plan with its visits, core groups, review conferences, papers and actions. Kept, by
 * the place of the need: `enquiry/<place>`, `initial conference/<place>`, `protection plan/<place>`, `protection review/<place>/<nth>`. It
 * needs `referral/<place>`.
 */
export function tellProtection(living: Living): void {
  for (const [place, need] of living.course.needs.entries()) {
    const enquiry = need.enquiry === null ? null : tellEnquiry(living, need, place, need.enquiry)
    if (need.protection !== null) tellPlan(living, need, place, need.protection, enquiry)
    else if (need.enquiry !== null && endsAtConference(living, need)) tellConferenceWithoutPlan(living, need, place, need.enquiry, enquiry)
    tellIncident(living, need, place)
  }
}

const flag = (...codes: readonly string[]): Readonly<Record<string, string>> => Object.fromEntries(codes.map((code) => [code, 'Y']))

/** One meeting for brothers and sisters who are spoken of on the same day. */
const meetingOf = ({ together }: NeedCourse, on: Day): string => `M${together.slice(1)}-${on.replaceAll('-', '').slice(2)}`

/**
 * A conference that decides that no plan is needed: one in three where harm was found and the child neither had a plan nor came into care.
 */
function endsAtConference({ world }: Living, { enquiry, protection, care, together, closedOn }: NeedCourse): boolean {
  if (enquiry === null || protection !== null || !enquiry.substantiated) return false
  const soonInCare = care !== null && care.from <= addDays(enquiry.discussedOn, 40)
  return (
    !soonInCare && closedOn > addWorkingDays(enquiry.discussedOn, 16) && world.chance(together, 'conference without a plan').happens(0.35)
  )
}

function tellEnquiry(living: Living, need: NeedCourse, place: number, course: EnquiryCourse): Told {
  const { telling, world } = living
  const { discussedOn, completedOn } = course
  const shared = world.chance(need.together, 'strategy discussion', discussedOn)
  const lot = living.chance('enquiry', String(place))
  const minutes = shared.between(9 * 60 + 30, 16 * 60 + 20)
  const at = `${discussedOn} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes - (minutes % 5) - Math.floor(minutes / 60) * 60).padStart(2, '0')}:00`
  const suspected = addWorkingDays(discussedOn, -(shared.happens(0.55) ? 0 : shared.happens(0.93) ? 1 : shared.between(2, 4)))
  const by = living.workerOn(discussedOn)
  const team = teamOn(living, discussedOn)
  const told = living.keep(
    `enquiry/${place}`,
    telling.tell(
      section47Enquiry,
      {
        referral: numberOf(living.kept(`referral/${place}`)),
        strategyDiscussionAt: at,
        harmSuspectedOn: isWorkingDay(discussedOn) ? later(suspected, earlier(need.receivedOn, discussedOn)) : discussedOn,
        conferenceDueOn: addWorkingDays(discussedOn, 15),
        team,
        worker: by.id,
      },
      { on: at, by, prompt: true },
    ),
  )
  const conference = need.protection !== null || endsAtConference(living, need)
  const assessing = need.assessment !== null && need.assessment.finishedOn > completedOn
  const outcome = conference
    ? 'CP_CONFERENCE_FLAG'
    : course.substantiated
      ? lot.pick(['PROV_OF_SERVICES_FLAG', 'PROV_OF_SERVICES_FLAG', 'MONITOR_FLAG', 'LEGAL_ACTION_FLAG'])
      : assessing
        ? 'NFA_CONTINUE_SINGLE_FLAG'
        : 'NFA_FLAG'
  telling.amend(
    told,
    section47Enquiry,
    { completedOn, outcomes: flag(outcome), noFurtherAction: outcome.startsWith('NFA'), conferenceNotRequired: !conference },
    { on: completedOn, by: living.managerOn(completedOn), prompt: lot.happens(0.9) },
  )
  return told
}

/**
 * When the conference was asked for. Without an enquiry before it the child has moved here with a plan, and the notice of the move asks
 * for it.
 */
const askedOn = (living: Living, { enquiry, together }: NeedCourse, heldOn: Day): Day => {
  const shared = living.world.chance(together, 'conference asked for', heldOn)
  if (enquiry === null) return addWorkingDays(heldOn, -shared.between(8, 14))
  return earlier(heldOn, addWorkingDays(enquiry.discussedOn, shared.between(1, 4)))
}

function openConference(living: Living, need: NeedCourse, place: number, enquiry: Told | null, heldOn: Day): Told {
  const asked = askedOn(living, need, heldOn)
  const by = living.workerOn(asked)
  return living.keep(
    `initial conference/${place}`,
    living.telling.tell(
      initialConference,
      {
        meetingId: meetingOf(need, heldOn),
        referral: numberOf(living.kept(`referral/${place}`)),
        transferIn: enquiry === null,
        targetOn: addWorkingDays(need.enquiry?.discussedOn ?? asked, 15),
        ...(enquiry === null ? { transferNoticeOn: asked } : { enquiry: numberOf(enquiry) }),
        team: teamOn(living, asked),
        worker: by.id,
      },
      { on: asked, by, prompt: true },
    ),
  )
}

function tellConferenceWithoutPlan(
  living: Living,
  need: NeedCourse,
  place: number,
  { discussedOn }: EnquiryCourse,
  enquiry: Told | null,
): void {
  const lot = living.world.chance(need.together, 'conference without a plan', discussedOn)
  const heldOn = addWorkingDays(discussedOn, lot.happens(0.95) ? lot.between(9, 15) : lot.between(16, 20))
  const record = openConference(living, need, place, enquiry, heldOn)
  living.telling.amend(
    record,
    initialConference,
    { heldOn, ledToPlan: false, outcomes: flag('PROV_OF_SERVICES_FLAG') },
    { on: heldOn, by: living.workerOn(heldOn), prompt: true },
  )
  tellPapers(living, need, {
    meeting: 'initial conference',
    on: heldOn,
    since: askedOn(living, need, heldOn),
    record,
    team: teamOn(living, heldOn),
  })
}

function tellPlan(living: Living, need: NeedCourse, place: number, course: ProtectionCourse, enquiry: Told | null): void {
  const { telling, world } = living
  const { from, until, category, changed, team } = course
  const by = living.workerOn(from)
  const conference = openConference(living, need, place, enquiry, from)
  const plan = living.keep(
    `protection plan/${place}`,
    telling.tell(
      childProtectionPlan,
      {
        referral: numberOf(living.kept(`referral/${place}`)),
        conference: numberOf(conference),
        startedOn: from,
        initialCategory: category,
        latestCategory: category,
        belongsToAnotherAuthority: false,
        previousPlans: course.earlier,
      },
      { on: from, by, prompt: true },
    ),
  )
  telling.amend(
    conference,
    initialConference,
    { heldOn: from, ledToPlan: true, plan: numberOf(plan), outcomes: flag('CP_FLAG') },
    { on: from, by, prompt: true },
  )
  const asked = askedOn(living, need, from)
  tellPapers(living, need, { meeting: 'initial conference', on: from, since: asked, record: conference, team })
  if (changed !== null && changed.on < until)
    telling.amend(
      plan,
      childProtectionPlan,
      { latestCategory: changed.category },
      { on: changed.on, by: living.workerOn(changed.on), prompt: true },
    )
  telling.amend(plan, childProtectionPlan, { endedOn: until }, { on: until, by: living.workerOn(until), prompt: true })
  if (from > world.to) return

  let advocate = offered(living, course, place, from, 'Initial child protection conference', asked, 0.86)
  const reviews = reviewsOf(living, need, course)
  tellReviews(living, need, place, course, plan, reviews)
  for (const { heldOn } of reviews.filter(({ heldOn }) => heldOn !== null)) {
    if (!advocate) advocate = offered(living, course, place, heldOn as Day, 'Review conference', from, 0.5)
  }
  tellVisits(living, place, course, plan)
  tellCoreGroups(living, need, course, plan)
  const untouched = (on: Day): boolean => {
    const lot = living.chance('plan updated after a review', String(place), on)
    return !isTouched(lot, living, 'plans-not-updated', on, team) && !lot.happens(0.05)
  }
  tellActions(living, need, `protection ${place}`, {
    plan: 'protection',
    team,
    until,
    followed: course.ends !== 'closure',
    points: [
      { on: from, least: 5, most: 7, updated: true },
      ...reviews.flatMap(({ heldOn, final }) =>
        heldOn === null || final ? [] : [{ on: heldOn, least: 2, most: 3, updated: untouched(heldOn) }],
      ),
    ],
  })
  tellVoice(living, place, course)
}

function offered(
  living: Living,
  { team, until }: ProtectionCourse,
  place: number,
  meetingOn: Day,
  what: string,
  since: Day,
  share: number,
): boolean {
  if (ageThen(living, meetingOn) < 7) return false
  const lot = living.chance('advocacy', String(place), meetingOn)
  if (!lot.happens(share)) return false
  return tellAdvocacy(
    living,
    { by: later(since, addWorkingDays(meetingOn, -lot.between(2, 9))), until: earlier(until, addDays(meetingOn, 120)), what, team },
    lot,
  )
}

interface ReviewPlanned {
  readonly dueOn: Day
  /** Null where the plan ended before it was held. */
  readonly heldOn: Day | null
  readonly plannedOn: Day
  readonly final: boolean
}

/**
 * Review conferences: within 3 months of the initial conference, within 6 of the one before, and within 10 working days of the birth of a
 * child who was on a plan before. The last one ends the plan, unless the child comes into care. The same days for brothers and sisters.
 */
function reviewsOf(
  { world, child }: Living,
  { together }: NeedCourse,
  { from, until, ends, team }: ProtectionCourse,
): readonly ReviewPlanned[] {
  const lot = world.chance(together, 'review conferences', from)
  const lastOn = ends === 'care' ? null : isWorkingDay(until) ? until : addWorkingDays(until, -1)
  const found: ReviewPlanned[] = []
  let plannedOn = from
  while (plannedOn <= world.to) {
    const dueOn = addMonths(plannedOn, found.length === 0 ? 3 : 6)
    if (lastOn !== null && lastOn <= dueOn) return [...found, { dueOn, heldOn: lastOn, plannedOn, final: true }]
    const late = lot.happens(0.03 + 0.04 * world.workforce.strain(team, dueOn))
    let heldOn = workingDay(addDays(dueOn, late ? lot.between(2, 24) : -lot.between(4, 16)))
    const afterBirth = lot.between(4, 10)
    if (found.length === 0 && child.born > from) heldOn = earlier(heldOn, addWorkingDays(child.born, afterBirth))
    // No two within a few weeks: the one that ends the plan takes the place of a late one, or the one before it comes sooner.
    if (lastOn !== null && daysBetween(heldOn, lastOn) < 28)
      heldOn = workingDay(later(addDays(plannedOn, 30), addDays(lastOn, -lot.between(40, 60))))
    if (lastOn !== null && heldOn >= lastOn) return [...found, { dueOn, heldOn: lastOn, plannedOn, final: true }]
    if (heldOn >= until) return [...found, { dueOn, heldOn: null, plannedOn, final: true }]
    found.push({ dueOn, heldOn, plannedOn, final: false })
    plannedOn = heldOn
  }
  return found
}

/** Each is planned on the day of the conference before it, and completed when it was held. */
function tellReviews(
  living: Living,
  need: NeedCourse,
  place: number,
  { until, team }: ProtectionCourse,
  plan: Told,
  reviews: readonly ReviewPlanned[],
): void {
  const { telling } = living
  for (const [nth, { dueOn, heldOn, plannedOn, final }] of reviews.entries()) {
    const lot = living.chance('review conference', String(place), String(nth))
    const record = living.keep(
      `protection review/${place}/${nth}`,
      telling.tell(childProtectionReview, { plan: numberOf(plan), dueOn }, { on: plannedOn, by: living.workerOn(plannedOn), prompt: true }),
    )
    if (heldOn === null) {
      telling.withdraw(record, 'Not held: the plan ended before', { on: until, by: living.workerOn(until) })
      continue
    }
    telling.amend(
      record,
      childProtectionReview,
      {
        heldOn,
        meetingId: meetingOf(need, heldOn),
        planToContinue: !final,
        quorate: lot.happens(0.97) ? 'Yes' : 'No',
        participation: tookPart(ageThen(living, heldOn), lot),
      },
      { on: heldOn, by: living.workerOn(heldOn), prompt: true },
    )
    tellPapers(living, need, { meeting: 'protection review', on: heldOn, since: plannedOn, record, team })
  }
}

function tookPart(age: number, lot: Chance): string {
  if (age < 4) return 'PN0'
  return age < 10
    ? lot.weighed([
        ['PN6', 62],
        ['PN7', 16],
        ['PN5', 9],
        ['PN1', 4],
        ['PN3', 6],
        ['PN4', 3],
      ] as const)
    : lot.weighed([
        ['PN1', 24],
        ['PN6', 42],
        ['PN7', 14],
        ['PN5', 8],
        ['PN3', 5],
        ['PN2', 4],
        ['PN4', 3],
      ] as const)
}

/** Local procedures: every 10 working days. */
function tellVisits(living: Living, place: number, { from, until }: ProtectionCourse, plan: Told): void {
  const [lot, said] = [living.chance('protection visits', String(place)), living.chance('protection visits as written', String(place))]
  const number = numberOf(plan)
  for (const visit of visitsFrom(living, addWorkingDays(from, lot.between(2, 9)), until, 10, lot))
    tellAsWritten(
      living,
      childProtectionVisit,
      'visitedOn',
      { plan: number, ...saidOfVisit(living, visit, said) },
      { on: visit.on, by: living.workerOn(visit.on) },
      said,
    )
}

/** The first within 10 working days of the conference, then at least every six weeks, on the same days for brothers and sisters. */
function tellCoreGroups(living: Living, need: NeedCourse, { from, until, team }: ProtectionCourse, plan: Told): void {
  const { world } = living
  const shared = world.chance(need.together, 'core groups', from)
  const lot = living.chance('core groups', from)
  let on = addWorkingDays(from, shared.happens(0.94) ? shared.between(5, 10) : shared.between(11, 15))
  while (on < until && on <= world.to) {
    const late = shared.happens(0.06 + 0.07 * world.workforce.strain(team, on))
    const next = workingDay(addDays(on, late ? shared.between(43, 62) : shared.between(28, 40)))
    const by = living.workerOn(on)
    const parentsAttended = shared.happens(0.86)
    const childTookPart = ageThen(living, on) >= 10 && lot.happens(0.3)
    const thin = lot.happens(Math.max(0.04, 0.5 * world.problems.size('plans-without-date-or-person', on)))
    tellAsWritten(
      living,
      coreGroup,
      'heldOn',
      {
        plan: numberOf(plan),
        heldOn: on,
        ledBy: by.id,
        // Chance of its own: who comes hangs on the child’s age, and the days of brothers and sisters must not.
        attended: attendedBy(living, on, world.chance(need.together, 'who came to the core group', on), {
          parents: parentsAttended,
          child: childTookPart,
        }),
        parentsAttended,
        childTookPart,
        agreed: thin ? agreedThinly(lot) : agreedAt(living, on, lot),
        nextOn: late ? addWorkingDays(on, 28) : next,
      },
      { on, by },
      lot,
    )
    on = next
  }
}

const answers = ['Yes', 'Mostly', 'A bit', 'Not really', 'No', 'I don’t know'] as const

/** Five answers of an older child, where somebody asks: most do not, while nobody has the task. */
function tellVoice(living: Living, place: number, { from, until, team }: ProtectionCourse): void {
  const lot = living.chance('voice', String(place))
  const on = workingDay(addDays(from, lot.between(40, 200)))
  if (on >= until || ageThen(living, on) < 7 || !lot.happens(0.3) || isTouched(lot, living, 'few-asked-for-feedback', on, team)) return
  const answer = (): string => lot.weighed(answers.map((each, nth) => [each, [30, 24, 16, 12, 9, 9][nth] as number] as const))
  living.telling.tell(
    voiceOfTheChild,
    {
      worriesExplained: answer(),
      storyHelped: answer(),
      agreesWithWorker: answer(),
      planSaysWhatToDo: answer(),
      tabletHelped: lot.happens(0.5) ? 'Not used' : answer(),
    },
    { on, by: living.workerOn(on) },
  )
}
