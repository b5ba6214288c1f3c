import { adoptionPanel, adoptionReview, lifeStoryWork } from '../../../src/practice/permanence/adoption-records.ts'
import { permanence, previousPermanence } from '../../../src/practice/permanence/records.ts'
import { specialGuardianship, specialGuardianshipReview } from '../../../src/practice/permanence/special-guardianship-records.ts'
import type { Chance } from '../chance.ts'
import type { AdoptionCourse } from '../course.ts'
import { addDays, addMonths, addWorkingDays, birthday, daysBetween, later, workingDay, type Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { brothersAndSistersPlaced } from '../plan/family.ts'
import type { Worker } from '../workforce.ts'
import { careTold, isOutside, officerOn, officersOf, reviewsOf, workingDayBy, type CareTold } from './care-times.ts'
import { participationIn } from './care-reviews.ts'
import { visitsEveryWeeks } from './care-visits.ts'
import {
  decisionsOfReview,
  guardianshipSupport,
  lifeStoryNote,
  panelRecommends,
  reasonsOfDecision,
  supportOutcome,
} from './permanence-words.ts'
import { guardiansOf } from './guardians.ts'
import { numberOf } from './touched.ts'

/**
 * Tells the way to a permanent home: the adoption plan with its panel, decisions, reviews and life story work; special guardianship with the
 * yearly reviews of its support; and earlier permanence that broke down. Needs the periods of care and their reviews.
 */
export function tellPermanence(living: Living): void {
  const times = careTold(living)
  for (const [place, time] of times.entries()) {
    if (place === 0) tellEarlier(living, time)
    if (time.care.adoption !== null) tellAdoption(living, time, time.care.adoption)
    else if (time.care.guardianshipOn !== null) tellGuardianship(living, time, time.care.guardianshipOn)
    else if (time.care.leaves === 'E41' && time.care.until <= living.world.to)
      tellOrder(living, time, 'Child Arrangements Order/Residence Order', time.care.until)
  }
}

/** Asked when a child comes into care (looked-after return): a few were adopted or in another permanent home before. */
function tellEarlier(living: Living, { care }: CareTold): void {
  const { child, telling } = living
  const lot = living.chance('earlier permanence')
  const age = ageThen(living, care.from)
  if (child.unaccompanied || age < 4 || !lot.happens(0.04)) return
  const year = Number(care.from.slice(0, 4)) - lot.between(1, Math.min(9, age - 1))
  const month = String(lot.between(1, 12)).padStart(2, '0')
  const option = lot.weighed([
    ['P1', 35],
    ['P2', 35],
    ['P3', 22],
    ['P4', 8],
  ] as const)
  const on = addWorkingDays(care.from, lot.between(1, 25))
  telling.tell(
    previousPermanence,
    {
      option,
      authority:
        option === 'P4'
          ? null
          : lot.weighed([
              ['999', 75],
              ['WAL', 8],
              ['SCO', 12],
              ['NUK', 5],
            ] as const),
      orderMadeOn: option === 'P4' ? null : `${year}-${lot.happens(0.3) ? 'zz' : month}-zz`,
    },
    { on, by: living.workerOn(on) },
  )
}

/** Who finds the family: somebody of the permanence team. */
function permanenceWorker({ world: { workforce }, child }: Living, day: Day): Worker {
  return workforce.someone(workforce.teamFor('permanence', child.number).id, child.number, day)
}

/** The agency decision maker: the head of service, where the district has one. */
function decisionMaker({ world: { workforce }, child }: Living, day: Day): Worker {
  return (
    workforce.workers.find(({ title, from, until }) => title.startsWith('Head of service') && from <= day && until > day) ??
    workforce.manager(workforce.teamFor('permanence', child.number).id, day)
  )
}

function tellAdoption(living: Living, time: CareTold, adoption: AdoptionCourse): void {
  const { telling, child } = living
  const { care, period } = time
  const { decidedOn, placementOrderOn, matchedOn, placedOn, orderOn } = adoption
  const lot = living.chance('adoption', decidedOn)
  const former = lot.happens(0.07)
  const others = brothersAndSistersPlaced(child).filter((day) => Math.abs(daysBetween(day, placedOn)) < 400)
  const together = others.filter((day) => day === placedOn).length
  const worker = permanenceWorker(living, decidedOn)
  const by = (day: Day): Worker => living.holderOn(day)?.worker ?? permanenceWorker(living, day)
  const told = telling.tell(
    permanence,
    {
      periodOfCare: numberOf(period),
      adoptionDecidedOn: decidedOn,
      parentsAskedForAdoption: lot.happens(0.04),
      partOfSiblingGroup: others.length > 0,
      siblingsPlacedTogether: others.length > 0 ? together + 1 : null,
      siblingsPlacedApart: others.length > 0 ? others.length - together : null,
      worker: worker.id,
    },
    { on: decidedOn, by: by(decidedOn) },
  )
  const more = (day: Day, values: Parameters<typeof telling.amend<typeof permanence.fields>>[2]): void =>
    telling.amend(told, permanence, values, { on: day, by: by(day) })
  more(placementOrderOn, { placementOrderOn })
  const couple = lot.weighed([
    ['MF', 78],
    ['F1', 9],
    ['FF', 6],
    ['MM', 6],
    ['M1', 1],
  ] as const)
  const legalStatus =
    couple === 'F1' || couple === 'M1'
      ? 'L0'
      : couple === 'MF'
        ? lot.weighed([
            ['L11', 86],
            ['L3', 14],
          ] as const)
        : lot.weighed([
            ['L12', matchedOn < '2014-03-29' ? 0 : 40],
            ['L2', 45],
            ['L4', 15],
          ] as const)
  const agencyUrn = `SC95${String(lot.between(1, 9) * 17).padStart(4, '0')}`
  more(matchedOn, {
    matchedOn,
    adopterSex: couple,
    adopterLegalStatus: legalStatus,
    numberOfAdopters: couple.endsWith('1') ? 1 : 2,
    agencyUrn,
  })
  const appliedOn = later(addDays(placedOn, 71), workingDayBy(addDays(orderOn, -lot.between(35, 80))))
  if (placedOn < care.until) {
    more(placedOn, { placedForAdoptionOn: placedOn, adoptedByFormerCarer: former })
    if (appliedOn < orderOn) more(appliedOn, { appliedOn })
    if (care.leaves === 'E11' || care.leaves === 'E12') more(orderOn, { orderMadeOn: orderOn, orderType: 'Adoption' })
  }
  tellDecision(living, { matter: 'plan', decidedOn, boardOn: null }, lot)
  tellDecision(living, { matter: 'match', decidedOn: matchedOn, boardOn: addWorkingDays(matchedOn, -lot.between(4, 9)) }, lot)
  tellAdoptionReviews(living, time)
  tellLifeStory(living, adoption, care.leaves === 'E11' || care.leaves === 'E12')
}

interface Decision {
  readonly matter: 'plan' | 'match'
  readonly decidedOn: Day
  /** When the panel met; null where it did not go to a panel. */
  readonly boardOn: Day | null
}

/** A plan for which a placement order is asked goes to the decision maker alone, since September 2012; a match goes to panel first. */
function tellDecision(living: Living, { matter, decidedOn, boardOn }: Decision, lot: Chance): void {
  const { telling } = living
  const heldOn = boardOn ?? (matter === 'plan' && decidedOn < '2012-09-01' ? addWorkingDays(decidedOn, -6) : null)
  const maker = decisionMaker(living, decidedOn)
  const minutesOn = heldOn === null ? null : addWorkingDays(decidedOn, -(lot.happens(0.9) ? lot.between(1, 3) : 3))
  const toldOn = addWorkingDays(decidedOn, lot.happens(0.93) ? lot.between(0, 2) : lot.between(3, 5))
  const writtenOn = addWorkingDays(decidedOn, lot.happens(0.92) ? lot.between(2, 5) : lot.between(6, 11))
  const by = permanenceWorker(living, decidedOn)
  const decided = {
    decisionMaker: maker.id,
    decidedOn,
    decision: 'agreed',
    reasons: reasonsOfDecision(living, matter, decidedOn, lot),
  } as const
  const board =
    heldOn === null ? null : { heldOn, recommendation: panelRecommends(living, matter, heldOn, lot), minutesReceivedOn: minutesOn }
  const told = telling.tell(adoptionPanel, { matter, ...board, ...decided }, { on: decidedOn, by })
  telling.amend(told, adoptionPanel, { toldOrallyOn: toldOn }, { on: toldOn, by: living.workerOn(toldOn) })
  telling.amend(told, adoptionPanel, { toldInWritingOn: writtenOn }, { on: writtenOn, by: living.workerOn(writtenOn) })
}

/** Held with the review of the child in care, on the same day. */
function tellAdoptionReviews(living: Living, time: CareTold): void {
  const officers = officersOf(living, time)
  for (const { heldOn, adoption } of reviewsOf(living, time)) {
    if (adoption === null || heldOn > living.world.to) continue
    const lot = living.chance('adoption review', heldOn)
    const by = officerOn(living, officers, heldOn)
    living.telling.tell(
      adoptionReview,
      {
        heldOn,
        reviewingOfficer: by.id,
        participation: participationIn(living, heldOn, isOutside(time.care, heldOn)),
        visitsEveryWeeks: adoption === 'placed' ? visitsEveryWeeks(living, heldOn) : null,
        decisions: decisionsOfReview(living, adoption, heldOn, lot),
      },
      { on: heldOn, by },
    )
  }
}

/** In draft by the second review of the placement; given within ten working days of the celebration (guidance 2013, chapter 5). */
function tellLifeStory(living: Living, { placementOrderOn, orderOn }: AdoptionCourse, adopted: boolean): void {
  const { telling } = living
  const lot = living.chance('life story', placementOrderOn)
  const startedOn = workingDay(addDays(placementOrderOn, lot.between(7, 80)))
  const worker = permanenceWorker(living, startedOn)
  if (startedOn >= orderOn) return
  const told = telling.tell(
    lifeStoryWork,
    { startedOn, worker: worker.id, note: lifeStoryNote(living, startedOn, lot) },
    { on: startedOn, by: worker },
  )
  if (!adopted) return
  const celebrationOn = addWorkingDays(orderOn, lot.between(8, 30))
  const [set, wait, letterWait, late] = [addWorkingDays(orderOn, lot.between(0, 4)), lot.between(-6, 8), lot.between(-4, 9), lot.next()]
  telling.amend(told, lifeStoryWork, { celebrationOn }, { on: set, by: permanenceWorker(living, set) })
  const strain = living.world.workforce.strain(worker.team, celebrationOn)
  const slow = late < 0.1 + 0.3 * strain ? 10 + Math.round(late * 200) : 0
  const bookGivenOn = later(addWorkingDays(celebrationOn, wait + slow), set)
  const letterOn = later(addWorkingDays(celebrationOn, letterWait + slow), bookGivenOn)
  telling.amend(told, lifeStoryWork, { bookGivenOn }, { on: bookGivenOn, by: permanenceWorker(living, bookGivenOn) })
  telling.amend(told, lifeStoryWork, { laterLifeLetterOn: letterOn }, { on: letterOn, by: permanenceWorker(living, letterOn) })
}

/** An order other than adoption is permanence too, as the dataset has it. */
function tellOrder(living: Living, { period }: CareTold, orderType: string, orderMadeOn: Day): void {
  living.telling.tell(
    permanence,
    { periodOfCare: numberOf(period), orderMadeOn, orderType },
    { on: orderMadeOn, by: living.workerOn(orderMadeOn) },
  )
}

/** From the notice, or the court’s leave within proceedings, to the order and the support after it, reviewed every year (regulations of 2005). */
function tellGuardianship(living: Living, time: CareTold, orderOn: Day): void {
  const { telling, child, world } = living
  const { care, need } = time
  const shared = world.chance(need.together, 'special guardianship', orderOn)
  const last = care.placements.at(-1)
  const relatives = last?.kind === 'relatives' || care.leaves === 'E43'
  const fosteredFor = last && (last.kind === 'own carers' || last.kind === 'agency carers') ? daysBetween(last.from, orderOn) / 365 : 0
  const { names, relationship } = guardiansOf(living, relatives, fosteredFor, shared)
  const leaveGiven = shared.happens(0.62)
  const appliedOn = later(addDays(care.from, 8), workingDayBy(addDays(orderOn, -shared.between(70, 170))))
  // Three months before the application where the court gave no leave.
  const noticeOn = workingDayBy(
    leaveGiven ? addDays(appliedOn, -shared.between(5, 30)) : addMonths(appliedOn, -3 - (shared.happens(0.5) ? 1 : 0)),
  )
  const reportOn = addWorkingDays(orderOn, -shared.between(8, 35))
  const first = later(noticeOn, care.from)
  const by = (day: Day): Worker => living.holderOn(day)?.worker ?? permanenceWorker(living, day)
  const told = telling.tell(
    specialGuardianship,
    { guardians: names, relationship, noticeOn: first, leaveGiven: leaveGiven || noticeOn < first },
    { on: first, by: by(first) },
  )
  const more = (on: Day, values: Parameters<typeof telling.amend<typeof specialGuardianship.fields>>[2]): void =>
    telling.amend(told, specialGuardianship, values, { on, by: by(on) })
  if (appliedOn >= first && appliedOn < orderOn) more(appliedOn, { appliedOn })
  if (reportOn > appliedOn) more(reportOn, { reportFiledOn: reportOn })
  more(orderOn, { orderOn })
  const lot = living.chance('guardianship support', orderOn)
  const supportPlanFrom = addWorkingDays(orderOn, lot.between(0, 10))
  const money = lot.happens(0.9)
  more(supportPlanFrom, { supportPlanFrom, support: guardianshipSupport(living, supportPlanFrom, money, lot), financialSupport: money })
  tellOrder(living, time, 'Special Guardianship', orderOn)
  const ends = birthday(child.born, 18)
  let before = supportPlanFrom
  for (let nth = 0; before <= world.to; nth++) {
    const due = addMonths(before, 12)
    const year = living.chance('support review', orderOn, String(nth))
    const heldOn = year.happens(0.88) ? workingDayBy(addDays(due, -year.between(3, 50))) : workingDay(addDays(due, year.between(4, 75)))
    if (heldOn >= ends || heldOn > world.to) break
    const worker = permanenceWorker(living, heldOn)
    telling.tell(
      specialGuardianshipReview,
      {
        specialGuardianship: numberOf(told),
        heldOn,
        financialSupportReviewed: money ? !year.happens(0.04) : null,
        outcome: supportOutcome(living, heldOn, money, year),
      },
      { on: heldOn, by: worker },
    )
    before = heldOn
  }
  if (ends <= world.to) telling.amend(told, specialGuardianship, { supportEndedOn: ends }, { on: ends, by: permanenceWorker(living, ends) })
}
