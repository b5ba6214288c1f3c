import { advocacy, independentVisitor, savingsAccount } from '../../../src/practice/looked-after/support-records.ts'
import type { Chance } from '../chance.ts'
import { addDays, addMonths, addWorkingDays, birthday, earlier, later, workingDay, type Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { participationIn } from './care-reviews.ts'
import { careTold, isOutside, reviewsOf, whenHeld, workingDayBy, type CareTold } from './care-times.ts'
import { tellDocuments } from './identity-documents.ts'
import { advocacyFor, advocacyOutcome, visitorReason, visitorViews, whoKnows } from './care-support-words.ts'
import { isTouched, teamOn, type Weighing } from './touched.ts'

/**
 * Tells who and what stands by a child in care: an advocate (Children Act 1989, section 26A), an independent visitor (section 23ZB), papers of
 * their own and savings. Needs the periods of care and their reviews.
 */
export function tellCareSupport(living: Living): void {
  const times = careTold(living)
  for (const time of times) {
    tellAdvocates(living, time)
    tellVisitors(living, time)
  }
  tellSavings(living, times)
  tellDocuments(living, times, living.child.bothDocuments)
}

/** Offered on coming into care, and for reviews, moves and complaints; the contract has always covered children in care. */
function tellAdvocates(living: Living, time: CareTold): void {
  const { care } = time
  const { world } = living
  const first = living.chance('advocate', care.from)
  const offered = addWorkingDays(care.from, first.between(2, 18))
  if (ageThen(living, offered) >= 5 && offered < care.until && first.happens(0.62))
    tellAdvocate(living, time, offered, 'Coming into care', null, first)
  for (const { heldOn } of reviewsOf(living, time)) {
    const lot = living.chance('advocate', heldOn)
    const code = participationIn(living, heldOn, isOutside(care, heldOn))
    const spoken = code === 'PN2' || code === 'PN5'
    const on = addWorkingDays(heldOn, -lot.between(8, 20))
    if (on <= care.from || on > world.to || ageThen(living, on) < 4) continue
    if (spoken) tellAdvocate(living, time, on, 'Looked after review', heldOn, lot)
    else if (lot.happens(0.13)) tellAdvocate(living, time, on, advocacyFor(living, on, lot), null, lot)
  }
}

/** @param forReview the day of the review at which the advocate speaks; null where the child may accept or decline */
function tellAdvocate(living: Living, { care }: CareTold, offeredOn: Day, offeredFor: string, forReview: Day | null, lot: Chance): void {
  const { telling } = living
  const response =
    forReview !== null
      ? ('Accepted' as const)
      : lot.weighed([
          ['Accepted', 56],
          ['Declined', 34],
          ['No reply', 10],
        ] as const)
  const told = telling.tell(advocacy, { offeredOn, response, offeredFor }, { on: offeredOn, by: living.workerOn(offeredOn) })
  if (response !== 'Accepted') return
  const wait = lot.happens(0.94) ? lot.between(1, 7) : lot.between(10, 25)
  const startedOn = forReview === null ? addWorkingDays(offeredOn, wait) : earlier(addWorkingDays(offeredOn, Math.min(wait, 6)), forReview)
  if (startedOn >= care.until) return
  telling.amend(
    told,
    advocacy,
    { startedOn, advocate: `${living.world.workforce.outsider(lot)}, Tideway Advocacy` },
    { on: startedOn, by: living.workerOn(startedOn) },
  )
  const endedOn = earlier(
    forReview === null ? workingDay(addDays(startedOn, lot.between(20, 150))) : addWorkingDays(forReview, lot.between(1, 15)),
    addWorkingDays(care.until, 5),
  )
  if (endedOn <= startedOn || lot.happens(0.07)) return
  telling.amend(told, advocacy, { endedOn, outcome: advocacyOutcome(living, endedOn, lot) }, { on: endedOn, by: living.workerOn(endedOn) })
}

/** Nobody thinks of it for those who are far from their families, and least for those who have none here. */
const unaccompaniedMost: Weighing = { most: [], there: 0, elsewhere: 1.08 }
const farFromHome: Weighing = { most: [], there: 0, elsewhere: 1 }
const nearHome: Weighing = { most: [], there: 0, elsewhere: 0.82 }

/** Considered at each review while there is no visitor (regulation 47). */
function tellVisitors(living: Living, time: CareTold): void {
  const { care } = time
  const { telling, world, child } = living
  let visitedUntil = ''
  for (const { heldOn } of reviewsOf(living, time)) {
    const lot = living.chance('independent visitor', heldOn)
    if (heldOn > world.to || heldOn < visitedUntil) continue
    const outside = isOutside(care, heldOn)
    const weighing = child.unaccompanied ? unaccompaniedMost : outside ? farFromHome : nearHome
    if (isTouched(lot, living, 'no-independent-visitor', heldOn, teamOn(living, heldOn), weighing) || lot.happens(0.05)) continue
    const age = ageThen(living, heldOn)
    const decision =
      age < 6
        ? 'Not needed'
        : lot.weighed([
            ['Appoint', child.unaccompanied ? 34 : outside ? 14 : 8],
            ['Not needed', 70],
            ['Child objects', age >= 9 ? 14 : 2],
          ])
    const consideredOn = lot.happens(0.88) ? heldOn : workingDayBy(addDays(heldOn, -lot.between(1, 12)))
    const by = living.workerOn(consideredOn)
    const told = telling.tell(
      independentVisitor,
      {
        consideredOn,
        decision,
        decisionReason: visitorReason(living, consideredOn, decision, lot),
        childsViews: age >= 6 && lot.happens(0.8) ? visitorViews(living, consideredOn, decision, lot) : null,
      },
      { on: consideredOn, by },
    )
    if (decision !== 'Appoint') continue
    const matchedOn = workingDay(addDays(heldOn, Math.round(lot.about(85, 0.5))))
    if (matchedOn >= care.until || lot.happens(0.12)) continue
    telling.amend(
      told,
      independentVisitor,
      { matchedOn, visitor: living.world.workforce.outsider(lot) },
      { on: matchedOn, by: living.workerOn(matchedOn) },
    )
    visitedUntil = earlier(workingDay(addDays(matchedOn, Math.round(lot.about(700, 0.6)))), care.until)
    telling.amend(told, independentVisitor, { endedOn: visitedUntil }, { on: visitedUntil, by: living.workerOn(visitedUntil) })
  }
}

/** A Junior ISA within twelve months; who was born from September 2002 to 2 January 2011 has a child trust fund already, which is to be found. */
function tellSavings(living: Living, times: readonly CareTold[]): void {
  const { child, telling, world } = living
  const lot = living.chance('savings')
  const trust = child.born >= '2002-09-01' && child.born <= '2011-01-02' && !child.unaccompanied
  const time = times.find(({ care }) => addMonths(care.from, trust ? 2 : 10) < care.until)
  if (time === undefined) return
  const { care } = time
  const inTime = lot.happens(0.93 - 0.12 * living.strainOn(addMonths(care.from, 11)))
  const [soon, late, never] = [lot.between(250, 355), lot.between(370, 700), lot.happens(0.03)]
  const found = whenHeld(
    living,
    workingDay(trust ? addDays(care.from, lot.between(30, 280)) : later(addDays(care.from, inTime ? soon : late), '2011-11-01')),
    lot,
  )
  if (never || found >= care.until || found > world.to) return
  const openedOn = trust ? earlier(workingDay(addDays(child.born, lot.between(60, 380))), addDays(care.from, -1)) : found
  const told = telling.tell(
    savingsAccount,
    {
      type: trust ? 'Child trust fund' : 'Junior ISA',
      openedOn: later(openedOn, child.born),
      provider: trust ? lot.pick(funds) : 'Harbour Savings Trust',
      whoKnows: whoKnows(living, found, lot),
    },
    { on: found, by: living.workerOn(found) },
  )
  const adult = birthday(child.born, 18)
  if (care.until >= adult && lot.happens(0.82)) {
    const handedOverOn = addWorkingDays(adult, lot.between(0, 30))
    telling.amend(told, savingsAccount, { handedOverOn }, { on: handedOverOn, by: living.workerOn(handedOverOn) })
  }
}

const funds = [
  'Quayside Building Society',
  'Lantern Mutual',
  'Estuary Friendly Society',
  'Opened by the revenue',
  'Teal Friendly Society',
] as const
