import { fosterCarer, fosterCarerCheck, fosterCarerReview, fosterCarerVisit } from '../../../src/practice/fostering/records.ts'
import { addDays, addMonths, addWorkingDays, earlier, later, workingDay, type Day } from '../days.ts'
import { Telling, type Told } from '../telling.ts'
import { composed } from '../words.ts'
import type { Worker } from '../workforce.ts'
import type { World } from '../world.ts'
import { tellAdopters } from './adopters.ts'
import { householdCourses, type HouseholdCourse } from './fostering-households.ts'
import { upToWorkingDay, writtenFrom } from './sessions.ts'

/** An approved household, as a placement needs to know it. */
export interface Household {
  readonly reference: string
  readonly from: Day
  readonly until: Day
  readonly postcode: string
  readonly outsideArea: boolean
}

const approvedOnes = new WeakMap<World, readonly Household[]>()

/** The households whom a district has approved to foster, in order of approval, with the references that placements name. Always the same for a world. */
export function householdsOf(world: World): readonly Household[] {
  const found =
    approvedOnes.get(world) ??
    householdCourses(world).flatMap(({ reference, approved, postcode, outsideArea }) =>
      reference !== null && approved ? [{ reference, from: approved.from, until: approved.until, postcode, outsideArea }] : [],
    )
  approvedOnes.set(world, found)
  return found
}

/**
 * Tells the households that asked to foster: from the enquiry to approval or not, then reviews, visits, checks, and how it ended (Fostering Services
 * Regulations 2011); and those who asked to adopt.
 */
export function tellFostering(world: World): readonly Told[] {
  const team = world.workforce.teams.find(({ work }) => work === 'fostering')
  if (!team) return tellAdopters(world)
  const records: Told[] = []
  for (const [place, household] of householdCourses(world).entries()) {
    const whose = household.reference ?? `FE${world.district}-${place + 1}`
    const telling = new Telling(world, whose, null)
    tellHousehold(telling, household, whose, team.id)
    records.push(...telling.records)
  }
  return [...records, ...tellAdopters(world)]
}

/** Who does what for the household on a day. */
type Doing = (day: Day) => Worker

function tellHousehold(telling: Telling, household: HouseholdCourse, whose: string, team: string): void {
  const { world } = telling
  const { workforce } = world
  const { reference, name, enquiredOn, appliedOn, approved } = household
  const assessor: Doing = (day) => workforce.someone(team, whose, day)
  const told = telling.tell(fosterCarer, { name, enquiredOn, relativeOrFriend: false }, { on: enquiredOn, by: assessor(enquiredOn) })
  if (appliedOn === null) return
  telling.amend(told, fosterCarer, { reference, appliedOn }, { on: appliedOn, by: assessor(appliedOn) })
  tellDecision(telling, told, household, assessor)
  if (!approved) return
  const until = earlier(approved.until, addDays(world.to, 60))
  // Before the history nobody is known by name who supervised carers: the service’s manager stands for them.
  const begun = later(approved.from, writtenFrom(world))
  const stints = begun < until ? workforce.holders(team, whose, begun, until) : []
  const supervisor: Doing = (day) => stints.findLast(({ from }) => from <= day)?.worker ?? assessor(day)
  for (const { worker, from } of stints) telling.amend(told, fosterCarer, { supervisingWorker: worker.id }, { on: from, by: worker })
  const lot = world.chance('approved household', whose)
  const standardsMetOn = workingDay(addDays(approved.from, lot.happens(0.9) ? lot.between(200, 355) : lot.between(370, 500)))
  if (standardsMetOn < until) telling.amend(told, fosterCarer, { standardsMetOn }, { on: standardsMetOn, by: supervisor(standardsMetOn) })
  tellChecks(telling, told, household, until, supervisor)
  tellReviews(telling, told, approved.from, until, supervisor)
  tellVisits(telling, told, approved.from, until, supervisor)
  tellEnd(telling, told, approved, supervisor)
}

function tellDecision(telling: Telling, told: Told, household: HouseholdCourse, assessor: Doing): void {
  const { informationOn, toldOn, withdrawnOn, panelOn, minutesOn, decidedOn, approved, places } = household
  const lot = telling.world.chance('decision', told.id)
  const gone = (day: Day): boolean => withdrawnOn !== null && day >= withdrawnOn
  if (informationOn !== null && !gone(informationOn))
    telling.amend(told, fosterCarer, { stage1InformationOn: informationOn }, { on: informationOn, by: assessor(informationOn) })
  if (toldOn !== null && !gone(toldOn))
    telling.amend(told, fosterCarer, { stage1ToldOn: toldOn, stage1Passed: true }, { on: toldOn, by: assessor(toldOn) })
  if (withdrawnOn !== null)
    telling.amend(told, fosterCarer, { applicationWithdrawnOn: withdrawnOn }, { on: withdrawnOn, by: assessor(withdrawnOn) })
  if (decidedOn === null || panelOn === null || minutesOn === null) return
  telling.amend(told, fosterCarer, { panelOn }, { on: panelOn, by: assessor(panelOn) })
  telling.amend(told, fosterCarer, { panelMinutesReceivedOn: minutesOn }, { on: minutesOn, by: assessor(minutesOn) })
  const decided = { on: decidedOn, by: assessor(decidedOn) }
  if (approved)
    telling.amend(
      told,
      fosterCarer,
      { decidedOn, decision: 'APP', approvedOn: approved.from, terms: composed(lot, terms), places },
      decided,
    )
  else telling.amend(told, fosterCarer, { decidedOn, decision: 'NOT', determinationSentOn: decidedOn }, decided)
  if (!approved && lot.happens(0.3)) {
    const representationsOn = workingDay(addDays(decidedOn, lot.between(8, 25)))
    telling.amend(
      told,
      fosterCarer,
      { representationsOn, representationsTo: lot.pick(['SER', 'IRM']) },
      { on: representationsOn, by: assessor(representationsOn) },
    )
  }
}

const terms = [
  ['Boys and girls', 'Boys', 'Girls', 'Children', 'Brothers and sisters'],
  ['from birth to 18', 'from birth to 5', 'of 5 to 12', 'of 8 to 18', 'of 11 to 18', 'of any age'],
  ['', '', 'short term', 'short and long term', 'for short breaks', 'and a parent with a baby'],
]

/** A resignation takes effect after 28 days (regulation 28(13)); an end that the service wants is told beforehand, with time to challenge it. */
function tellEnd(telling: Telling, told: Told, { until, ended, from }: NonNullable<HouseholdCourse['approved']>, supervisor: Doing): void {
  if (until > addDays(telling.world.to, 60)) return
  const noticed = later(addDays(until, ended === 'TER' ? -70 : -28), from)
  const by = supervisor(noticed)
  if (ended === 'TER') telling.amend(told, fosterCarer, { determinationSentOn: noticed }, { on: noticed, by })
  if (ended === 'RES' || ended === 'MOV')
    telling.amend(told, fosterCarer, { resignationReceivedOn: noticed }, { on: noticed, by, prompt: true })
  telling.amend(told, fosterCarer, { approvalEndedOn: until, approvalEndReason: ended }, { on: until, by: supervisor(until) })
}

/** Of each adult before approval, and again within three years (the authority’s own policy). */
function tellChecks(telling: Telling, told: Told, { adults, approved, appliedOn }: HouseholdCourse, until: Day, supervisor: Doing): void {
  if (!approved || appliedOn === null) return
  for (const member of adults === 2 ? ['FIRST', 'SECOND'] : ['FIRST'])
    for (const type of ['DBS', 'MED'] as const) {
      const lot = telling.world.chance('check', told.id, member, type)
      let day = workingDay(addDays(appliedOn, lot.between(20, 70)))
      while (day < until) {
        const result =
          type === 'DBS'
            ? lot.happens(0.95)
              ? 'Nothing known'
              : 'An old caution, known and discussed'
            : lot.pick(['Fit to foster', 'Fit to foster', 'Fit, with a word about lifting', 'Fit; review of blood pressure in a year'])
        telling.tell(fosterCarerCheck, { household: told.id, member, type, checkedOn: day, result }, { on: day, by: supervisor(day) })
        const due = addMonths(later(day, approved.from), 36)
        day = lot.happens(0.9)
          ? workingDay(addDays(addMonths(day, 36), -lot.between(8, 100)))
          : workingDay(addDays(due, lot.between(5, 80)))
      }
    }
}

/** Within a year of approval, and within a year of each review (regulation 28(2)); the first goes to panel. */
function tellReviews(telling: Telling, told: Told, from: Day, until: Day, supervisor: Doing): void {
  const lot = telling.world.chance('household reviews', told.id)
  let before = from
  for (let place = 0; ; place++) {
    const due = addMonths(before, 12)
    const decidedOn = lot.happens(0.92) ? upToWorkingDay(addDays(due, -lot.between(1, 40))) : workingDay(addDays(due, lot.between(4, 55)))
    if (decidedOn >= until) return
    const heldOn = later(addWorkingDays(decidedOn, -lot.between(5, 18)), before)
    const early = place > 0 && lot.happens(0.03)
    const review = telling.tell(
      fosterCarerReview,
      {
        household: told.id,
        heldOn,
        toPanel: place === 0,
        notes: composed(lot, reviewNotes),
        ...(early
          ? {
              why: lot.pick([
                'An allegation, not substantiated',
                'A daughter has moved back home',
                'The second carer has a new job',
                'Complaint of a parent',
              ]),
            }
          : {}),
      },
      { on: heldOn, by: supervisor(heldOn) },
    )
    const decision = lot.happens(0.9) ? 'SAME' : 'TERMS'
    telling.amend(review, fosterCarerReview, { decidedOn, decision }, { on: decidedOn, by: supervisor(decidedOn) })
    before = decidedOn
  }
}

/** About every six weeks (standard 21; how often is local), once a year unannounced. */
function tellVisits(telling: Telling, told: Told, from: Day, until: Day, supervisor: Doing): void {
  const lot = telling.world.chance('household visits', told.id)
  let day = addWorkingDays(from, lot.between(5, 20))
  let surprise = addDays(from, lot.between(230, 330))
  while (day < until) {
    const by = supervisor(day)
    const unannounced = day >= surprise
    const carerSeen = !unannounced || lot.happens(0.85)
    const visitedOn = lot.happens(0.012) ? addDays(day, -lot.between(1, 7)) : day
    const visit = telling.tell(
      fosterCarerVisit,
      {
        household: told.id,
        visitedOn,
        visitor: by.id,
        unannounced,
        carerSeen,
        childrenSeen: carerSeen && lot.happens(unannounced ? 0.75 : 0.4),
        notes: carerSeen ? composed(lot, visitNotes) : 'Nobody in.',
      },
      { on: day, by },
    )
    if (visitedOn !== day)
      telling.amend(visit, fosterCarerVisit, { visitedOn: day }, { on: addDays(day, lot.between(2, 30)), by, reason: 'Wrong date' })
    if (carerSeen && unannounced) surprise = addDays(day, lot.happens(0.93) ? lot.between(290, 322) : lot.between(366, 400))
    if (!carerSeen) day = addWorkingDays(day, lot.between(1, 5))
    else {
      const strain = telling.world.workforce.strain(by.team, day)
      day = lot.happens(0.92 - 0.2 * strain)
        ? upToWorkingDay(addDays(day, lot.between(31, 42)))
        : workingDay(addDays(day, lot.between(44, 68)))
    }
  }
}

const visitNotes = [
  [
    'Talked about bedtime and phones.',
    'The log of the last month was read together.',
    'Contact has been hard; what helps afterwards was talked about.',
    'The carer is tired and says so.',
    'School asks for a lot; a meeting is planned.',
    'Good news about reading.',
    'Two nights of running to the door again.',
    'The room is being painted, colour chosen by the child.',
    'Talked about who may cut hair and sign for trips.',
    'The move went better than we feared.',
    'Stealing of food: why it is not stealing.',
    'The older boy has started football.',
    'Birthday to be planned around two families.',
    'Grief about the last child who left.',
  ],
  [
    'Respite for a weekend in the month after next.',
    'Training on attachment booked.',
    'Allowance was paid late; chased.',
    'Medicines and accidents book seen.',
    'Safe care agreement looked at again.',
    'Support group on Thursday.',
    'The child’s social worker has not rung back; I shall.',
    'Nothing else.',
    'Delegation form still not signed.',
    'Birth certificate is with the carer now.',
    '',
    '',
  ],
  ['Health and safety list done.', 'Smoke alarm tested.', 'Dog and garden as before.', 'Car insurance seen.', '', '', '', ''],
]
const reviewNotes = [
  [
    'A good year.',
    'A year with two hard endings.',
    'First review: the step into fostering was larger than they thought.',
    'They are asked for more and more often.',
    'One placement, and it holds.',
    'They have had no child for four months.',
    'Three children came and went well.',
  ],
  [
    'Children’s views were asked for and are good.',
    'One child said: they laugh a lot here.',
    'The children’s social workers sent two of three reports.',
    'Parents’ views could not be had.',
    'Their own son wrote a page.',
  ],
  [
    'Training is up to date.',
    'First aid is to be renewed.',
    'To do: recording on the computer.',
    'They would like to care for teenagers.',
    'Therapeutic training offered.',
    'Continues as approved.',
  ],
]
