import type { Thread } from '../../../src/engine/clocks/thread.ts'
import { isShortBreak, legalStatusesOn } from '../../../src/practice/looked-after/legal-status-on.ts'
import { placementNotice, placementPlan } from '../../../src/practice/looked-after/plan-records.ts'
import { isDetention, isForAdoption, type Stay } from '../../../src/practice/looked-after/stays.ts'
import type { Chance } from '../chance.ts'
import { addDays, addWorkingDays, earlier, workingDay, type Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { whenHeld, type CareTold } from './care-times.ts'
import { tellDated } from './while-in-care.ts'
import { agreedWith, delegatedAuthority, notYetDelegated, whyNotTold } from './care-visit-words.ts'

/**
 * Tells the plan of a placement, with what the carers may decide, and the notices of it: both within five working days of its beginning
 * (Care Planning Regulations 2010, regulations 9, 11 and 13). None for a placement with adopters.
 */
export function tellPlacementPapers(living: Living, time: CareTold, stay: Stay, thread: Thread): void {
  const { startedOn, placement } = stay
  if (isForAdoption(placement.type) || isShortBreak(thread, startedOn)) return
  const until = earlier(stay.until?.at ?? time.care.until, time.care.until)
  const planned = placement.emergencyPlacement !== true && !(time.care.emergency && startedOn === time.care.from)
  const inDetention = isDetention(placement.type) && legalStatusesOn(thread, startedOn).includes('J1')
  tellPlan(living, stay, { until, planned, inDetention })
  if (!inDetention) tellNotices(living, stay, { until, planned })
}

/** Some days before where the move was planned, else within five working days; later where a team cannot cope or nobody has the child. */
function writtenOn(living: Living, startedOn: Day, planned: boolean, lot: Chance): Day {
  const [before, ahead, inTime, days, wait] = [lot.next(), lot.between(1, 4), lot.next(), lot.between(0, 4), lot.between(6, 15)]
  if (planned && before < 0.3) return addWorkingDays(startedOn, -ahead)
  if (inTime > 0.93 - 0.15 * living.strainOn(startedOn)) return addWorkingDays(startedOn, wait)
  return addWorkingDays(whenHeld(living, startedOn, lot), days)
}

interface Beginning {
  /** First day no longer in the placement. */
  readonly until: Day
  readonly planned: boolean
}

function tellPlan(
  living: Living,
  { startedOn, placement }: Stay,
  { until, planned, inDetention }: Beginning & { readonly inDetention: boolean },
): void {
  const lot = living.chance('placement plan', startedOn)
  const madeOn = writtenOn(living, startedOn, planned, lot)
  const [never, again] = [lot.next(), lot.between(60, 180)]
  if (madeOn >= until || never < 0.015) return
  const size = living.world.problems.size('delegation-not-used', madeOn)
  const unsaid = lot.happens(size)
  const delegated = unsaid
    ? lot.happens(0.85)
      ? null
      : notYetDelegated(lot)
    : lot.happens(0.05)
      ? null
      : delegatedAuthority(living, madeOn, lot)
  const values = {
    placement: placement.id,
    type: inDetention ? 'Detention placement plan' : 'Placement plan',
    madeOn,
    delegatedAuthority: inDetention ? null : delegated,
    agreedWith: agreedWith(living, madeOn, placement.type, placement.provider, lot),
    nextReviewOn: workingDay(addDays(madeOn, again)),
  }
  tellDated(living, placementPlan, 'madeOn', values, { on: madeOn, by: living.workerOn(madeOn) }, lot)
}

function tellNotices(living: Living, { startedOn, placement }: Stay, { until, planned }: Beginning): void {
  const lot = living.chance('placement notice', startedOn)
  const sentOn = writtenOn(living, startedOn, planned, lot)
  const outside = placement.outsideArea === true
  const [apart, forgotten, wait, before] = [lot.next(), lot.next(), lot.between(1, 4), lot.next()]
  if (sentOn >= until) return
  const alone = living.child.unaccompanied !== null
  const newlyHere = alone && startedOn < addDays(living.child.unaccompanied?.arrived ?? startedOn, 60)
  const risk = !alone && lot.happens(0.03)
  const school = ageThen(living, startedOn) >= 4
  const notToTell = [...(alone || risk ? ['Parents'] : []), ...(school && newlyHere ? ['School'] : [])]
  const told = ['Parents', 'Health', ...(school ? ['School'] : []), 'Reviewing officer'].filter((code) => !notToTell.includes(code))
  const separate = outside && apart < 0.45
  const toWhom = [...told, ...(outside && !separate ? ['Area authority'] : []), ...(before < 0.2 ? ['Carer before'] : [])]
  // Somebody is left out now and then.
  const reached = forgotten < 0.025 ? toWhom.slice(0, -1) : toWhom
  const values = {
    placement: placement.id,
    sentOn,
    toWhom: !outside && forgotten > 0.9 ? null : reached,
    notToTell: notToTell.length === 0 ? null : notToTell,
    whyNot: notToTell.length === 0 ? null : whyNotTold(living, startedOn, notToTell, lot),
    assessmentAndPlanSent: outside && !separate ? true : null,
  }
  tellDated(living, placementNotice, 'sentOn', values, { on: sentOn, by: living.workerOn(sentOn) }, lot)
  if (!separate || forgotten < 0.04) return
  const areaOn = addWorkingDays(sentOn, forgotten < 0.1 ? wait + 5 : Math.min(wait - 1, 1))
  if (areaOn >= until) return
  const area = { placement: placement.id, sentOn: areaOn, toWhom: ['Area authority'], assessmentAndPlanSent: !lot.happens(0.08) }
  tellDated(living, placementNotice, 'sentOn', area, { on: areaOn, by: living.workerOn(areaOn) }, lot)
}
