import { earlyHelpEpisode, teamAroundFamilyReview } from '../../../src/practice/early-help/records.ts'
import type { Chance } from '../chance.ts'
import type { EarlyHelpCourse } from '../course.ts'
import { addDays, addWorkingDays, ageOn, daysBetween, isWorkingDay, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Told } from '../telling.ts'
import type { Stint, Worker } from '../workforce.ts'
import { agesIn, agreedAround, agreedFor, leadingOrganisations } from './early-help-words.ts'
import { schoolFor } from './organisations.ts'

/**
 * Early help: the episode with its assessment (45 working days, as local procedures commonly have it) and the reviews of the team around the
 * family (every twelve weeks at most). What the family shares is told alike for its children. Where nobody looks after what was stepped down
 * ('step-down-not-followed'; inspection of 2016, paragraph 20), there is no review at all.
 */
export function tellEarlyHelp(living: Living): void {
  for (const help of living.course.earlyHelp) tellEpisode(helpOf(living, help))
}

/** An episode while it is told. */
interface Help {
  readonly living: Living
  readonly help: EarlyHelpCourse
  /** What brothers and sisters helped from the same day share. */
  readonly shared: (what: string) => Chance
  readonly stints: readonly Stint[]
  readonly team: string
}

function helpOf(living: Living, help: EarlyHelpCourse): Help {
  const { world, child } = living
  const team = world.workforce.teamFor('early help', child.family.number).id
  const about = `${child.family.number} ${help.from}`
  const stints = world.workforce.holders(team, about, help.from, help.until)
  return { living, help, shared: (what) => world.chance(about, 'early help', what), stints, team }
}

/** Who holds the family for early help on a day; null between two. */
const holderOn = ({ stints }: Help, day: Day): Worker | null => stints.find(({ from, until }) => from <= day && day < until)?.worker ?? null

const writerOn = (each: Help, day: Day): Worker => holderOn(each, day) ?? each.living.world.workforce.manager(each.team, day)

function tellEpisode(each: Help): void {
  const { living, help, shared } = each
  const { telling, world, child } = living
  const { from, until, steppedDown, reason, ended } = help
  const begins = shared('begins')
  const organisation = begins.happens(0.22) ? schoolFor(world, child, from) : begins.weighed(leadingOrganisations(agesIn(child, from)))
  const first = writerOn(each, from)
  const lot = living.chance('early help', from)
  const mistaken = lot.happens(0.012)
  const told = telling.tell(
    earlyHelpEpisode,
    {
      startedOn: mistaken ? addDays(from, -lot.between(1, 7)) : from,
      startReason: steppedDown && !/step/i.test(reason) ? `Stepped down from social care: ${reason}` : reason,
      organisation,
      worker: first.id,
    },
    { on: from, by: first, prompt: true },
  )
  if (told.versions.length === 0) return
  const steps: (readonly [Day, () => void])[] = []
  const corrected = addWorkingDays(from, lot.between(2, 15))
  if (mistaken && corrected < until)
    steps.push([
      corrected,
      () =>
        telling.amend(
          told,
          earlyHelpEpisode,
          { startedOn: from },
          { on: corrected, by: writerOn(each, corrected), reason: lot.pick(dateCorrected) },
        ),
    ])
  const assessedOn = assessmentDay(each)
  if (assessedOn !== null)
    steps.push([
      assessedOn,
      () =>
        telling.amend(told, earlyHelpEpisode, { assessmentCompletedOn: assessedOn }, { on: assessedOn, by: writerOn(each, assessedOn) }),
    ])
  for (const { worker, from: day } of each.stints.slice(1))
    steps.push([day, () => telling.amend(told, earlyHelpEpisode, { worker: worker.id }, { on: day, by: worker })])
  steps.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  for (const [day, tell] of steps) if (day <= world.to) tell()
  tellReviews(each, told, assessedOn)
  telling.amend(
    told,
    earlyHelpEpisode,
    { endedOn: until, endReason: shared('ends').pick(endReasons[ended]) },
    { on: until, by: writerOn(each, addDays(until, -1)) },
  )
}

const dateCorrected = [
  'Start is the day of consent, not of the request',
  'Date typed wrongly',
  'Consent was signed later than written here',
]

const endReasons: Readonly<Record<EarlyHelpCourse['ended'], readonly string[]>> = {
  'needs met': ['Needs met', 'Needs met, universal services go on', 'Outcomes achieved', 'Goals of the family’s plan reached'],
  'stepped up': ['Stepped up to social care', 'Stepped up: risk has grown', 'Referred to the MASH and accepted'],
  'family withdrew': ['Family withdrew consent', 'Family did not want to go on', 'No answer from the family after three attempts'],
}

/** Null where the family withdrew before it, or it was never finished. */
function assessmentDay({ living, help, shared, team }: Help): Day | null {
  const lot = shared('assessment')
  const strain = living.world.workforce.strain(team, help.from)
  if (lot.happens(0.02)) return null
  const late = lot.happens(0.06 + 0.07 * strain)
  const took = late ? lot.between(46, 72) : Math.min(44, Math.max(6, Math.round(lot.about(24 + 5 * strain, 0.35))))
  const day = addWorkingDays(help.from, took)
  return day < help.until ? day : null
}

interface Meeting {
  readonly heldOn: Day
  readonly decision: 'continue' | 'step up' | 'close'
}

/** When the team around the family met: where nobody holds the family, the meeting waits until someone does. */
function meetings(each: Help): readonly Meeting[] {
  const { living, help, shared, team } = each
  const { world } = living
  const { from, until, steppedDown, ended } = help
  const lot = shared('reviews')
  if (steppedDown && lot.happens(world.problems.size('step-down-not-followed', from))) return []
  const days: Day[] = []
  for (let last = from; ;) {
    const late = lot.happens(0.05 + 0.06 * world.workforce.strain(team, last))
    let day = workingDay(addDays(last, late ? lot.between(86, 130) : lot.between(44, 80)))
    if (holderOn(each, day) === null) day = addWorkingDays(each.stints.find((stint) => stint.from > day)?.from ?? day, 5)
    if (day >= until || day > world.to) break
    days.push(day)
    last = day
  }
  if (ended === 'family withdrew') return days.map((heldOn) => ({ heldOn, decision: 'continue' }))
  if (until > world.to) return days.map((heldOn) => ({ heldOn, decision: 'continue' }))
  // The last meeting, at which it is decided, is that at the end, or one shortly before it.
  const end = lastWorkingDayBefore(until, lot.between(0, 6))
  const last = days.at(-1)
  if (daysBetween(last ?? from, end) > 20) days.push(end)
  return days.map((heldOn, place): Meeting => ({
    heldOn,
    decision: place === days.length - 1 && daysBetween(heldOn, until) < 30 ? (ended === 'stepped up' ? 'step up' : 'close') : 'continue',
  }))
}

function lastWorkingDayBefore(until: Day, days: number): Day {
  let day = addDays(until, -1 - days)
  while (!isWorkingDay(day)) day = addDays(day, -1)
  return day
}

function tellReviews(each: Help, episode: Told, assessedOn: Day | null): void {
  const { living, shared } = each
  const { telling, child, world } = living
  for (const { heldOn, decision } of meetings(each)) {
    const meeting = shared(`review ${heldOn}`)
    const own = living.chance('around the family', heldOn)
    const by = writerOn(each, heldOn)
    const age = ageOn(child.born, heldOn)
    const unwritten = own.happens(0.02)
    const nextOn = decision === 'continue' ? workingDay(addDays(heldOn, meeting.pick([42, 49, 56, 56, 63, 70]))) : null
    const told = telling.tell(
      teamAroundFamilyReview,
      {
        episode: episode.id,
        heldOn,
        ledBy: by.id,
        attended: attended(meeting, agesIn(child, heldOn)),
        childTookPart: age < 4 ? false : own.happens(age < 8 ? 0.3 : age < 12 ? 0.5 : 0.7),
        decision: unwritten ? null : decision,
        agreed:
          `${agreedAround(meeting, decision, heldOn, assessedOn !== null && assessedOn <= heldOn, agesIn(child, heldOn))} ${agreedFor(own, child.forename, age, heldOn)}`.trim(),
        nextOn,
      },
      { on: heldOn, by },
    )
    if (!unwritten || heldOn > world.to) continue
    const on = addWorkingDays(heldOn, own.between(4, 20))
    telling.amend(told, teamAroundFamilyReview, { decision }, { on, by: writerOn(each, on), reason: 'Decision left out at first' })
  }
}

/** Who came: of the family, and of those who help it. */
function attended(lot: Chance, ages: ReturnType<typeof agesIn>): string {
  const family = lot.weighed([
    ['Mother', 8],
    ['Mother and father', 4],
    ['Father', 1],
    ['Mother and grandmother', 2],
    ['Mother and her partner', 2],
    ['Grandmother', 0.5],
  ])
  const helpers = [
    'practice nurse',
    ...(ages.has('small') || ages.size === 0 ? ['health visitor', 'nursery', 'children’s centre'] : []),
    ...(ages.has('pupils') ? ['class teacher', 'school nurse', 'pastoral lead', 'safeguarding lead of the school'] : []),
    ...(ages.has('teenagers') ? ['head of year'] : []),
  ]
  const also = [
    '',
    '',
    'housing officer',
    'family worker',
    'adult mental health nurse',
    'domestic abuse worker',
    ...(ages.has('teenagers') ? ['youth worker', 'young carers’ project'] : []),
  ]
  return [family, lot.pick(helpers), lot.pick(also), 'early help practitioner'].filter((who) => who !== '').join(', ')
}
