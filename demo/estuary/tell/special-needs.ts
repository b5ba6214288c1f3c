import { ehcAdvice, ehcReview, phaseTransfer } from '../../../src/practice/education/ehc-step-records.ts'
import {
  activePlan,
  ehcAssessment,
  ehcRequest,
  namedPlan,
  specialEducation,
  specialEducationalNeed,
} from '../../../src/practice/education/records.ts'
import { person } from '../../../src/practice/person/records.ts'
import type { Chance } from '../chance.ts'
import { addDays, addWorkingDays, birthday, earlier, later, workingDay, type Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { pupilNumber } from '../numbers.ts'
import type { Told } from '../telling.ts'
import { schoolOf } from './schooling.ts'
import { yearOfSchool } from './schools.ts'
import { composedFor, factsOn, type Suited } from './suited-words.ts'
import { meant } from './who-is-meant.ts'
import { tellDated, virtualSchoolOn } from './while-in-care.ts'

/** The first day of education, health and care plans. Statements from before were replaced by them, the last in the spring of 2018. */
const plansSince: Day = '2014-09-01'

/**
 * Tells the way of a child’s education, health and care plan: request, advice, assessment, plan, needs and the reviews each year (Children and
 * Families Act 2014, part 3; Special Educational Needs and Disability Regulations 2014). Nothing for a child without one.
 */
export function tellSpecialNeeds(living: Living): void {
  const { child, telling, world } = living
  if (!child.educationPlan) return
  const lot = living.chance('education, health and care plan')
  const known = firstKnown(living)
  const ends = [leavesUs(living), birthday(child.born, 20), addDays(world.to, 1)].reduce(earlier)
  const [age, days] = [lot.between(3, 9), lot.between(0, 364)]
  const needed = addDays(birthday(child.born, age), days)
  // Who had a statement is assessed again; who needs one later asks for it then. Nobody knows of it before the child is known.
  const statement = needed < plansSince
  const asked = workingDay(statement ? addDays(plansSince, Math.floor(lot.next() * 1180)) : needed)
  const begun = later(statement ? addDays(plansSince, -300) : asked, known)
  if (begun >= ends || asked >= ends) return
  const send = telling.tell(
    specialEducation,
    child.unaccompanied ? { upnUnknown: 'UN2' } : { upn: pupilNumber(Number(child.number), child.born) },
    { on: begun, by: virtualSchoolOn(living, begun) },
  )
  const plan = tellRequest(living, send, { asked, known, statement }, lot)
  if (plan && plan.on < ends) tellReviews(living, plan, ends, known)
}

/** The first day on which the council has anything on the child. */
const firstKnown = ({ course }: Living): Day =>
  [
    ...course.contacts.map(({ on }) => on),
    ...course.earlyHelp.map(({ from }) => from),
    ...course.needs.map(({ receivedOn }) => receivedOn),
    ...[course.leaving, course.privateFostering, course.missingEducation, course.homeEducation].flatMap((each) =>
      each ? [each.from] : [],
    ),
  ].reduce(earlier, '2099-12-31')

/** An adopted child is another person on record. */
const leavesUs = ({ course }: Living): Day =>
  course.needs.find(({ care }) => care?.leaves === 'E11' || care?.leaves === 'E12')?.care?.until ?? '2099-12-31'

interface Planned {
  readonly on: Day
  readonly plan: Told
  readonly active: Told
}

/** From the request to the plan: 20 weeks, with a decision by the sixth and social care’s advice within six of being asked. */
function tellRequest(
  living: Living,
  send: Told,
  { asked, known, statement }: { readonly asked: Day; readonly known: Day; readonly statement: boolean },
  lot: Chance,
): Planned | null {
  const { telling, world } = living
  const slow = { decision: lot.happens(0.06), advice: lot.happens(0.12), plan: lot.happens(0.12) }
  const decided = workingDay(addDays(asked, slow.decision ? lot.between(44, 62) : lot.between(20, 39)))
  const adviceSent = workingDay(addDays(decided, slow.advice ? lot.between(44, 70) : lot.between(18, 40)))
  const draft = later(workingDay(addDays(asked, lot.between(92, 108))), addWorkingDays(adviceSent, 2))
  const comments = workingDay(addDays(draft, lot.between(6, 17)))
  const final = slow.plan
    ? workingDay(addDays(asked, lot.between(142, 200)))
    : later(earlier(workingDay(addDays(asked, lot.between(125, 137))), addDays(asked, 140)), addDays(comments, 1))
  const issued = later(workingDay(final), addWorkingDays(comments, 1))
  const at = (on: Day) => ({ on: later(on, known), by: virtualSchoolOn(living, later(on, known)) })
  const request = tellDated(living, ehcRequest, 'receivedOn', { specialEducation: send.id, receivedOn: asked }, at(asked), lot)
  if (request.versions.length === 0) return null
  telling.amend(request, ehcRequest, { outcome: 'Y', outcomeToldOn: decided }, at(decided))
  for (const service of ['education', 'psychology', 'social care', 'health'] as const) {
    // Statements came with the school’s and the doctor’s advice; only social care is asked anew.
    if (statement && service !== 'social care' && service !== 'psychology') continue
    const sent = service === 'social care' ? adviceSent : workingDay(addDays(decided, lot.between(15, 44)))
    const writer = service === 'social care' ? living.workerOn(later(sent, known)) : null
    const advice = telling.tell(ehcAdvice, { request: request.id, service, askedOn: decided }, at(decided))
    telling.amend(
      advice,
      ehcAdvice,
      { sentOn: sent, ...(writer ? { worker: writer.id, note: adviceInWords(living, later(sent, known), lot) } : {}) },
      at(sent),
    )
  }
  const assessment = telling.tell(
    ehcAssessment,
    { request: request.id, draftSentOn: draft, exceptionsApply: slow.plan && lot.happens(0.2) },
    at(draft),
  )
  telling.amend(assessment, ehcAssessment, { commentsOn: comments }, at(comments))
  telling.amend(assessment, ehcAssessment, { outcome: 'Y', outcomeOn: issued }, at(issued))
  const plan = telling.tell(namedPlan, { assessment: assessment.id, startedOn: issued }, at(issued))
  if (plan.versions.length === 0) return null
  const active = telling.tell(activePlan, { request: request.id }, at(issued))
  telling.amend(living.kept('person'), person, { hasEhcPlan: true }, at(issued))
  for (const [place, type] of needsOf(living, lot).entries())
    telling.tell(specialEducationalNeed, { plan: active.id, type, rank: place === 0 ? '1' : '2' }, at(issued))
  return issued > world.to ? null : { on: issued, plan, active }
}

/** Needs by what the child’s disability is, where there is one. The first is the primary one. */
function needsOf({ child }: Living, lot: Chance): readonly string[] {
  const byDisability: Readonly<Record<string, string>> = {
    AUT: 'ASD',
    LD: lot.happens(0.6) ? 'MLD' : 'SLD',
    VIS: 'VI',
    HEAR: 'HI',
    MOB: 'PD',
    COMM: 'SLCN',
    BEH: 'SEMH',
    HAND: 'PD',
  }
  const found = child.disabled.flatMap((code) => byDisability[code] ?? [])
  const other = lot.weighed([
    ['SEMH', 34],
    ['SLCN', 24],
    ['MLD', 20],
    ['SPLD', 10],
    ['ASD', 8],
    ['OTH', 4],
  ] as const)
  return [...new Set(lot.happens(0.45) || found.length === 0 ? [...found, other] : found)].slice(0, 3)
}

/** A review each year: the meeting in the eleventh month, the decision within four weeks of it; and before a change of school the plan amended. */
function tellReviews(living: Living, { on: issued, plan, active }: Planned, ends: Day, known: Day): void {
  const { telling, child } = living
  let last = issued
  for (let nth = 1; nth < 20; nth++) {
    const lot = living.chance('review of the plan', String(nth))
    const [late, undecided] = [lot.happens(0.09), lot.happens(0.06)]
    const [early, behind, decides, waits] = [lot.between(322, 338), lot.between(375, 450), lot.between(6, 24), lot.between(30, 48)]
    const meetingOn = workingDay(addDays(last, late ? behind : early))
    const decisionSentOn = addWorkingDays(addDays(meetingOn, undecided ? waits : decides), -1)
    if (meetingOn >= ends) break
    const at = (on: Day) => ({ on: later(on, known), by: virtualSchoolOn(living, later(on, known)) })
    const decision = lot.weighed([
      ['keep', 62],
      ['amend', 38],
    ] as const)
    const review = tellDated(
      living,
      ehcReview,
      'meetingOn',
      { plan: plan.id, meetingOn, childsView: lot.happens(0.8) ? viewInWords(living, meetingOn, lot) : null },
      at(meetingOn),
      lot,
    )
    last = later(decisionSentOn, addWorkingDays(meetingOn, 1))
    const amended = addWorkingDays(last, lot.between(8, 30))
    telling.amend(review, ehcReview, { decision, decisionSentOn: last }, at(last))
    telling.amend(active, activePlan, { lastReviewedOn: last }, at(last))
    if (decision === 'amend' && amended < ends) telling.amend(review, ehcReview, { finalPlanSentOn: amended }, at(amended))
  }
  for (let year = Number(issued.slice(0, 4)) + 1; `${year}-09-01` < ends; year++) tellTransfer(living, plan, year, issued)
  const twenty = birthday(child.born, 20)
  const on = workingDay(twenty)
  if (ends === twenty && on > issued)
    telling.amend(
      plan,
      namedPlan,
      { endedOn: on, endReason: living.chance('end of the plan').pick(['1', '2', '3', '4', '6']) },
      { on, by: virtualSchoolOn(living, on) },
    )
}

/** To secondary school, and to college: the plan is amended by 15 February or 31 March before (regulation 18). */
function tellTransfer(living: Living, plan: Told, year: number, issued: Day): void {
  const transferOn = `${year}-09-01`
  const next = yearOfSchool(living.child.born, transferOn)
  if (next !== 7 && next !== 12) return
  const lot = living.chance('change of phase', String(next))
  const due = next === 7 ? `${year}-02-15` : `${year}-03-31`
  const begins = later(workingDay(`${year - 1}-09-20`), later(workingDay(addDays(issued, 1)), firstKnown(living)))
  const [late, days, behind] = [lot.happens(0.1), lot.between(4, 60), lot.between(3, 50)]
  const amendedPlanOn = later(addWorkingDays(begins, 3), workingDay(addDays(due, late ? behind : -days)))
  if (begins >= transferOn || amendedPlanOn >= transferOn) return
  const told = living.telling.tell(
    phaseTransfer,
    { plan: plan.id, transferOn, phase: next === 7 ? 'primary' : 'post-16' },
    { on: begins, by: virtualSchoolOn(living, begins) },
  )
  const placeNamed = ageThen(living, transferOn) < 18 ? (schoolOf(living, transferOn)?.name ?? null) : null
  living.telling.amend(
    told,
    phaseTransfer,
    { amendedPlanOn, placeNamed },
    { on: amendedPlanOn, by: virtualSchoolOn(living, amendedPlanOn) },
  )
}

const adviceInWords = (living: Living, on: Day, lot: Chance): string => {
  const facts = factsOn(living, on)
  const { needs } = living.course
  const open = needs.some(
    ({ receivedOn, closedOn, plans, protection }) => receivedOn <= on && closedOn > on && (plans.length > 0 || protection !== null),
  )
  return composedFor(lot, [begins, facts.has('in care') ? known : open ? withPlan : withoutPlan, advised], facts, meant(living, on))
}

/** What the child says of school and the plan, by age. */
const viewInWords = (living: Living, on: Day, lot: Chance): string =>
  composedFor(lot, [likes, wants, saidHow], factsOn(living, on), meant(living, on))

const begins = ['Social care’s advice:', 'For the assessment:', 'From the social work side:', '']
const known: readonly Suited[] = [
  ['{name} lives with carers who manage well.', 'with carers'],
  ['{name} lives in a home; staff know {him}.', 'in a home'],
  ['{name} has a key worker and little else in the evenings.', 'in lodgings'],
  ['{name} is at home again, with us beside.', 'with parents'],
  'The care plan is attached.',
  '{name} needs an adult in sight near water and roads.',
]
const withPlan: readonly Suited[] = [
  '{name} has a plan with us, which is attached.',
  '{Mum} copes with help two afternoons a week.',
  '{name} needs an adult in sight near water and roads.',
  ['Short breaks once a month have been agreed.', 'disabled'],
  '{name} sleeps four hours a night, and so does the family.',
]
const withoutPlan: readonly Suited[] = [
  '{name} is not known to us at present.',
  'No social care needs beyond those of school.',
  ['Known to us before; closed, and no plan now.', 'known before'],
  'The family has not asked us for anything.',
]
const advised: readonly Suited[] = [
  'Transport should be the same driver.',
  ['A key worker from the same team as now.', 'disabled'],
  ['Wheelchair access at home is being looked at.', 'disabled'],
  ['Befriending scheme offered.', 'from8'],
  'Nothing further.',
  ['Review together with our own plan.', 'in care'],
  'Holiday scheme in Easter and summer.',
  ['To be looked at again if the placement changes.', 'in care'],
]

const likes: readonly Suited[] = [
  ['“I like my helper.”', 'not from14'],
  ['“Taxi is too early.”', 'from5'],
  ['“I can read signs now.”', 'not from11'],
  ['{name} chose pictures of swimming and of the trampoline.', 'not from14'],
  '“I want to sit with the others.”',
  '“It’s good that it’s quiet there.”',
  ['{name} used the tablet: happy at school, sad on the bus.', 'not from16'],
  ['“I do more myself.”', 'from8'],
  ['“I hate PE.”', 'from8'],
  ['“My best subject is computers.”', 'from8'],
  ['“I’m in the café team, Tuesdays.”', 'from14'],
  ['“They treat me like I’m five.”', 'from11'],
  ['“Extra time helped in the mocks.”', 'from14'],
  ['“My tutor gets it.”', 'from16'],
  ['“Work experience was the best week.”', 'from14'],
]
const wants: readonly Suited[] = [
  '',
  ['“I want to go to college.”', 'from14', 'not from16'],
  ['“I want a job after this, a real one.”', 'from16'],
  '“Please no new helper again.”',
  ['{name} left the room and came back for the cake.', 'not from14'],
  '“I would like a friend.”',
  ['“Can I do cooking?”', 'from8'],
  ['Would like fewer people in the meeting.', 'from8'],
  ['“I want to stay till I’m big.”', 'not from8'],
  ['“I want to go on the bus by myself.”', 'from11'],
  ['“Ask me, not Mum.”', 'from11', 'not alone'],
]
const saidHow: readonly Suited[] = [
  '',
  '',
  'Said with symbols.',
  ['Written down by the helper.', 'not from16'],
  'Signed.',
  ['Filmed beforehand.', 'from8'],
  ['Said at home, brought by {mum}.', 'not in care', 'not alone'],
  ['Said at home, brought by the carer.', 'with carers'],
  ['Typed by {name}.', 'from11'],
]
