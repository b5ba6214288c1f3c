import { careProceedings, courtReport, preProceedingsReview } from '../../../src/practice/court/proceedings.ts'
import { preProceedings } from '../../../src/practice/court/records.ts'
import type { NeedCourse, ProceedingsCourse } from '../course.ts'
import { addDays, addWorkingDays, daysBetween, earlier, later, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Told } from '../telling.ts'
import { composedFor, factsOn, suiting, type Suited } from './suited-words.ts'
import { meant } from './who-is-meant.ts'
import { numberOf } from './touched.ts'

/**
 * The family court: what comes before proceedings, the proceedings, and reports that a court asks for. The same days and the same case
 * number for brothers and sisters. Kept: `pre-proceedings/<place of the need>` and `care proceedings/<place>`.
 */
export function tellCourt(living: Living): void {
  for (const [place, need] of living.course.needs.entries()) {
    if (need.proceedings !== null) {
      const before = tellPreProceedings(living, need, place, need.proceedings)
      if (need.proceedings.issuedOn !== null) tellProceedings(living, need, place, need.proceedings, before)
    } else tellReport(living, need, place)
  }
}

/** Pre-proceedings last 16 weeks, counted from the letter; reviews come every 6. */
const weeks = 7

/** Whether the council went to court at once, without time to work with the parents first. */
const atOnce = ({ decidedOn, issuedOn }: ProceedingsCourse): boolean => issuedOn !== null && issuedOn <= addDays(decidedOn, 14)

const caseNumber = ({ together }: NeedCourse, issuedOn: Day): string =>
  `EC${issuedOn.slice(2, 4)}C${together.slice(1).slice(-5).padStart(5, '0')}`

/** When it was decided to step down or to go to court. */
function decidedAgainOn({ world }: Living, need: NeedCourse, { letterOn, issuedOn, decidedOn }: ProceedingsCourse): Day {
  const lot = world.chance(need.together, 'pre-proceedings end', decidedOn)
  if (issuedOn !== null) return earlier(issuedOn, later(decidedOn, addWorkingDays(issuedOn, -lot.between(0, 6))))
  return earlier(
    workingDay(addDays(letterOn, lot.happens(0.85) ? lot.between(10 * weeks, 16 * weeks - 3) : lot.between(17 * weeks, 30 * weeks))),
    need.closedOn,
  )
}

function tellPreProceedings(living: Living, need: NeedCourse, place: number, course: ProceedingsCourse): Told {
  const { telling, world, child } = living
  const { decidedOn, letterOn, issuedOn, finalOrderOn, outcome } = course
  const shared = world.chance(need.together, 'pre-proceedings', decidedOn)
  const urgent = atOnce(course)
  const endsOn = decidedAgainOn(living, need, course)
  const told = living.keep(
    `pre-proceedings/${place}`,
    telling.tell(
      preProceedings,
      {
        familyId: child.family.number,
        decidedOn,
        legalGatewayOutcome: urgent ? 'C' : 'B',
        childProtectionPlans: need.protection !== null && need.protection.from <= decidedOn ? 1 : 0,
        earlierPreProceedings: 0,
        earlierCareProceedings: shared.happens(0.08) ? 1 : 0,
      },
      { on: decidedOn, by: living.managerOn(decidedOn), prompt: true },
    ),
  )
  const meetingOn = addWorkingDays(letterOn, shared.between(5, 12))
  const met = !urgent && meetingOn < endsOn
  const offeredOn = addWorkingDays(letterOn, shared.between(0, 8))
  const offeredGroup = met && offeredOn < endsOn && shared.happens(0.9)
  if (!urgent && letterOn <= endsOn)
    telling.amend(told, preProceedings, { letterSentOn: letterOn }, { on: letterOn, by: living.workerOn(letterOn), prompt: true })
  if (met) {
    const first = later(meetingOn, offeredGroup ? offeredOn : meetingOn)
    telling.amend(
      told,
      preProceedings,
      {
        firstMeetingOn: meetingOn,
        parentsRepresented: shared.weighed([
          ['Y', 78],
          ['N', 16],
          ['U', 6],
        ] as const),
        familyGroupMeetingOffered: offeredGroup,
        ...(offeredGroup ? { familyGroupMeetingOfferedOn: offeredOn } : {}),
      },
      { on: first, by: living.workerOn(first), prompt: true },
    )
  }
  const reviews = met ? tellReviews(living, need, told, meetingOn, endsOn, issuedOn !== null) : 0
  const longAfter = addDays(letterOn, 16 * weeks)
  const extended = !urgent && endsOn > longAfter && shared.happens(0.65)
  if (extended) {
    const on = addWorkingDays(longAfter, -shared.between(1, 8))
    telling.amend(
      told,
      preProceedings,
      { extendedUntilOn: later(addDays(longAfter, 28), endsOn), extensionReason: shared.pick(suiting(whyExtended, factsOn(living, on))) },
      { on, by: living.managerOn(on), prompt: true },
    )
  }
  const ended = { on: endsOn, by: living.managerOn(endsOn), prompt: true } as const
  telling.amend(
    told,
    preProceedings,
    {
      outcome: issuedOn === null ? 'Decision to step down' : 'Decision to Issue Care Proceedings',
      outcomeDecidedOn: endsOn,
      ...(met ? { reviewMeetings: reviews, familyGroupMeetingHeld: offeredGroup && shared.happens(0.55) } : {}),
    },
    ended,
  )
  if (issuedOn === null) return told
  telling.amend(
    told,
    preProceedings,
    {
      courtAppliedOn: issuedOn,
      issueLetterSentOn: earlier(issuedOn, later(endsOn, addWorkingDays(issuedOn, -shared.between(0, 2)))),
      courtReference: caseNumber(need, issuedOn),
      parentsRepresentedAtIssue: shared.weighed([
        ['Y', 82],
        ['N', 14],
        ['U', 4],
      ] as const),
      shortNotice: urgent ? 'Y' : 'N',
      shortNoticeReason: urgent ? shared.pick(['A', 'A', 'B', 'C']) : 'No short notice applications',
      initialPlan:
        need.care === null
          ? 'D'
          : shared.weighed([
              ['A', 80],
              ['B', 8],
              ['E', 6],
              ['G', 6],
            ] as const),
      initialPlanApproved: shared.happens(0.9) ? 'Y' : 'N',
    },
    { on: issuedOn, by: living.workerOn(issuedOn), prompt: true },
  )
  if (finalOrderOn !== null && outcome !== null)
    telling.amend(
      told,
      preProceedings,
      { finalPlan: finalPlans[outcome], finalPlanApproved: shared.happens(0.93) ? 'Y' : 'N', hearings: shared.between(3, 7) },
      { on: finalOrderOn, by: living.workerOn(finalOrderOn) },
    )
  return told
}

const finalPlans = {
  'care order': 'A',
  'placement order': 'C',
  'special guardianship': 'E',
  'supervision order': 'D',
  'no order': 'G',
} as const

const whyExtended: readonly Suited[] = [
  'Viability assessments of three relatives are not complete.',
  'The parents’ new lawyer asked for time, and things are improving.',
  'A parenting assessment reports in a month, and would decide it.',
  ['The baby is due in five weeks; decided again after the birth.', 'not born'],
  'Hair strand results are to cover one more month.',
  'The family group conference has a waiting list.',
]

function tellReviews(living: Living, need: NeedCourse, before: Told, meetingOn: Day, endsOn: Day, issues: boolean): number {
  const lot = living.world.chance(need.together, 'pre-proceedings reviews', meetingOn)
  const nextAfter = (day: Day): Day => workingDay(addDays(day, lot.happens(0.9) ? lot.between(28, 40) : lot.between(43, 60)))
  let on = nextAfter(meetingOn)
  let held = 0
  while (on <= endsOn && on <= living.world.to) {
    const next = nextAfter(on)
    const last = daysBetween(on, endsOn) < 15
    const by = living.workerOn(on)
    living.telling.tell(
      preProceedingsReview,
      {
        preProceedings: numberOf(before),
        heldOn: on,
        parentsAttended: lot.happens(0.82),
        parentsRepresented: lot.happens(0.74),
        decision: last ? (issues ? 'issue' : 'step down') : 'continue',
        reasons: composedFor(lot, last ? [issues ? notEnough : enough, andSo] : [soFar, andSo], factsOn(living, on), meant(living, on)),
        ...(last ? {} : { nextOn: next }),
      },
      { on, by },
    )
    held++
    on = next
  }
  return held
}

const soFar: readonly Suited[] = [
  '{Mum} has kept most of the agreement and has not seen him since.',
  'Two tests clear, one not taken.',
  'The parenting assessment has begun and the first report is careful.',
  ['School say {name} is calmer; the home is not there yet.', 'from5', 'schools open'],
  'The home is warm and clean; the evenings are not there yet.',
  'The drugs worker confirms six meetings of eight.',
  'A change of solicitor; the agreement stands.',
  'The family meeting named an aunt, who is being assessed.',
  'The worker changed in between, and some of it began again.',
  'What was asked for in the letter was read through once more in plain words.',
]
const notEnough: readonly Suited[] = [
  'Not enough has changed for {name} in the time there is.',
  ['The written agreement was broken twice, and {name} saw it.', 'from1'],
  'The assessment concludes that {mum} cannot do it alone, and nobody can live with her.',
  'Tests show use throughout, and it was denied.',
  ['{name} was hurt again.', 'born'],
]
const enough: readonly Suited[] = [
  'Three months of the same mornings: it has changed.',
  'All that the letter asked for is done or well under way.',
  'The aunt has moved in and it holds.',
  '{mum} has ended the relationship and has kept to it.',
  'The tests have been clear for three months.',
]
const andSo: readonly Suited[] = [
  '',
  '',
  'Her lawyer agrees.',
  'The father has had the same letter.',
  'A relative’s assessment goes on beside it.',
  'The plan is looked at with the manager on Friday.',
  ['{name} was told by the worker.', 'from5'],
]

function tellProceedings(living: Living, need: NeedCourse, place: number, course: ProceedingsCourse, before: Told): void {
  const { telling, world } = living
  const issuedOn = course.issuedOn as Day
  const { finalOrderOn, outcome } = course
  const shared = world.chance(need.together, 'care proceedings', issuedOn)
  const told = living.keep(
    `care proceedings/${place}`,
    telling.tell(
      careProceedings,
      {
        preProceedings: numberOf(before),
        courtReference: caseNumber(need, issuedOn),
        court: shared.pick(['Family Court, Oyster Quay', 'Family Court, Oyster Quay', 'Family Court, Wharfside']),
        issuedOn,
      },
      { on: issuedOn, by: living.workerOn(issuedOn), prompt: true },
    ),
  )
  const hearingOn = addWorkingDays(issuedOn, shared.happens(0.93) ? shared.between(12, 18) : shared.between(19, 25))
  if (finalOrderOn === null || hearingOn < finalOrderOn)
    telling.amend(
      told,
      careProceedings,
      { caseManagementHearingOn: hearingOn },
      { on: hearingOn, by: living.workerOn(hearingOn), prompt: true },
    )
  // The court extends by up to eight weeks at a time, and says so before the time is over. Not every extension is on the record.
  let limit = addDays(issuedOn, 26 * weeks)
  const reasons = [...whyCourtExtended]
  while ((finalOrderOn === null ? limit < world.to : limit < finalOrderOn) && limit <= world.to) {
    if (!shared.happens(0.7)) break
    const on = addWorkingDays(limit, -shared.between(3, 15))
    limit = addDays(limit, 8 * weeks)
    telling.amend(
      told,
      careProceedings,
      { extendedUntilOn: limit, extensionReason: reasons.splice(shared.between(0, reasons.length - 1), 1)[0] ?? null },
      { on, by: living.workerOn(on), prompt: true },
    )
  }
  if (finalOrderOn !== null)
    telling.amend(
      told,
      careProceedings,
      { finalOrderOn, outcome: outcome === null ? 'other' : outcomes[outcome] },
      { on: finalOrderOn, by: living.workerOn(finalOrderOn), prompt: true },
    )
}

const outcomes = {
  'care order': 'care order',
  'placement order': 'care and placement orders',
  'special guardianship': 'special guardianship order',
  'supervision order': 'supervision order',
  'no order': 'no order',
} as const

const whyCourtExtended = [
  'A relative abroad came forward late and has to be assessed.',
  'The psychologist’s report came five weeks after its day.',
  'Paternity was in question until the test.',
  'The mother is pregnant again and near her time.',
  'No judge was free for the final hearing.',
  'The father’s residential assessment ends in six weeks.',
  'A party’s lawyer fell ill; new dates from the court.',
  'The criminal trial has to end first.',
]

/** Reports for the private quarrels of parents, and now and then one on whether the council should act. */
function tellReport(living: Living, need: NeedCourse, place: number): void {
  const { telling, world } = living
  if (need.assessment === null || need.care !== null || living.child.unaccompanied !== null) return
  const shared = world.chance(need.together, 'court report')
  if (!shared.happens(need.need === 'N5' || need.need === 'N4' ? 0.035 : 0.008)) return
  const directedOn = workingDay(addDays(need.receivedOn, shared.between(3, 60)))
  if (directedOn >= need.closedOn || directedOn <= living.child.born) return
  const type = shared.happens(0.8) ? 'section 7' : 'section 37'
  const dueOn = workingDay(addDays(directedOn, type === 'section 37' ? 8 * weeks - shared.between(0, 5) : shared.between(8, 13) * weeks))
  const lot = living.chance('court report', String(place))
  const by = living.workerOn(directedOn)
  const told = telling.tell(
    courtReport,
    {
      type,
      court: 'Family Court, Oyster Quay',
      courtReference: `EC${directedOn.slice(2, 4)}P${need.together.slice(1).slice(-5).padStart(5, '0')}`,
      directedOn,
      dueOn,
      author: by.id,
    },
    { on: directedOn, by, prompt: true },
  )
  if (shared.happens(0.04)) {
    const on = addWorkingDays(directedOn, shared.between(5, 20))
    telling.amend(told, courtReport, { dischargedOn: on }, { on, by: living.workerOn(on) })
    return
  }
  const filedOn = addWorkingDays(dueOn, shared.happens(0.88 - 0.2 * living.strainOn(dueOn)) ? -shared.between(0, 6) : shared.between(1, 15))
  telling.amend(
    told,
    courtReport,
    { filedOn, recommendation: composedFor(lot, [recommends], factsOn(living, filedOn), meant(living, filedOn)) },
    { on: filedOn, by: living.workerOn(filedOn), prompt: true },
  )
}

const recommends: readonly Suited[] = [
  '{name} to live with {mum} and to see {his} father every other weekend.',
  'Time with {his} father to grow in steps, a month each.',
  'Handovers by the grandmother; no words between the parents.',
  'No order; the parents have agreed.',
  '{name} to stay with {his} grandmother, who has done it all this year.',
  'Contact supervised, at a centre, for three months and then looked at again.',
  'No application by the council; a plan in need is in place.',
  ['{name} wishes to be asked less. {His} time with each parent as it is.', 'from8'],
]
