import { adopterReview } from '../../../src/practice/permanence/adoption-records.ts'
import { adopter } from '../../../src/practice/permanence/records.ts'
import type { Chance } from '../chance.ts'
import { addDays, addMonths, addWorkingDays, daysBetween, later, workingDay, type Day } from '../days.ts'
import { Telling, type Told } from '../telling.ts'
import type { Worker } from '../workforce.ts'
import type { World } from '../world.ts'
import { upToWorkingDay } from './sessions.ts'

/** From then on a commissioned provider recruits, assesses and approves adopters (2016 report §79). What it does is on record here a month later. */
const commissionedFrom: Day = '2015-10-01'

/** Stages took the place of one long assessment (Adoption Agencies Regulations 2005, part 4, as amended). */
const stagesFrom: Day = '2013-07-01'

/** A family that asked about adopting, and how far it came. */
interface AdoptingFamily {
  readonly adults: 1 | 2
  readonly enquiredOn: Day
  readonly registeredOn: Day | null
  readonly stage1On: Day | null
  readonly stage2On: Day | null
  readonly approvedOn: Day | null
  readonly matchedOn: Day | null
  /** Left without a child: when, and why. */
  readonly left: { readonly on: Day; readonly because: '1' | '2' | '3' } | null
}

/** Families at each step on the day the service moved to the provider, at the size of the authority whose figures were published. */
const movedOver = { approved: 8, stage2: 4, stage1: 3, enquiries: 27 } as const

/** Tells those who asked to adopt, from the enquiry to a child placed with them or to leaving, and the yearly reviews of those who wait. */
export function tellAdopters(world: World): readonly Told[] {
  const records: Told[] = []
  for (const [place, family] of familiesOf(world).entries()) {
    const number = `AF${world.district === 1 ? '' : world.district}${String(place + 1).padStart(3, '0')}`
    // Who only asked is one person; both are on record when they register.
    for (const adult of family.registeredOn !== null && family.adults === 2 ? ['A', 'B'] : ['A']) {
      const telling = new Telling(world, `${number}${adult}`, null)
      tellAdopter(telling, family, number, adult)
      records.push(...telling.records)
    }
  }
  return records
}

function tellAdopter(telling: Telling, family: AdoptingFamily, familyId: string, adult: string): void {
  const { world } = telling
  const lot = world.chance('adopter', familyId)
  const own = world.chance('adopter', familyId, adult)
  const team = world.workforce.teams.find(({ work }) => work === 'fostering') ?? world.workforce.teams[0]
  const doing = (day: Day): { on: Day; by: Worker; recorded?: Day } => ({
    on: day,
    by: world.workforce.someone(team?.id ?? '', familyId, day),
    ...(day >= commissionedFrom ? { recorded: addWorkingDays(`${addMonths(day, 1).slice(0, 7)}-01`, 4) } : {}),
  })
  const { enquiredOn, registeredOn, approvedOn, matchedOn, left } = family
  const prompt = lot.happens(0.88)
  const told = telling.tell(adopter, { adopterId: `${familyId}${adult}`, familyId, enquiredOn }, doing(enquiredOn))
  const amend = (day: Day | null, values: Parameters<typeof telling.amend<typeof adopter.fields>>[2]): void => {
    if (day !== null && (left === null || day <= left.on)) telling.amend(told, adopter, values, doing(day))
  }
  const sent = addWorkingDays(enquiredOn, prompt ? lot.between(0, 5) : lot.between(6, 15))
  amend(sent, { informationSentOn: sent })
  const met = addWorkingDays(enquiredOn, prompt ? lot.between(5, 10) : lot.between(11, 24))
  if (registeredOn !== null || lot.happens(0.92)) amend(met, { firstMetOn: met })
  amend(registeredOn, {
    registeredInterestOn: registeredOn,
    gender: own.pick(['F', 'M']),
    ethnicity: own.weighed([
      ['WBRI', 80],
      ['WOTH', 6],
      ['BAFR', 5],
      ['AIND', 4],
      ['MOTH', 5],
    ] as const),
    bornOn: addDays(enquiredOn, -own.between(28 * 365, 50 * 365)),
    disabled: own.happens(0.05) ? 'Yes' : 'No',
  })
  const answered = registeredOn && addWorkingDays(registeredOn, lot.happens(0.9) ? lot.between(1, 5) : lot.between(6, 14))
  amend(answered, { registrationAnsweredOn: answered })
  tellStages(family, lot, amend)
  if (approvedOn !== null) tellReviews(telling, told, family, doing)
  amend(matchedOn, { matchedOn })
  if (matchedOn !== null) {
    const placedOn = workingDay(addDays(matchedOn, lot.between(20, 48)))
    const children = lot.happens(0.22) ? 2 : 1
    amend(placedOn, { childrenPlacedOn: placedOn, childrenPlaced: children })
    const orderOn = workingDay(addDays(placedOn, lot.between(110, 300)))
    amend(orderOn, { orderMadeOn: orderOn })
  }
  if (left !== null)
    telling.amend(
      told,
      adopter,
      { leftOn: left.on, leftBecause: left.because, ...(left.because === '3' ? { refusedOn: left.on } : {}) },
      doing(left.on),
    )

  function tellStages({ stage1On: first, stage2On: second }: AdoptingFamily, chance: Chance, say: typeof amend): void {
    const early = registeredOn !== null && registeredOn < stagesFrom
    if (early) {
      const applied = workingDay(addDays(registeredOn, chance.between(15, 40)))
      say(applied, { appliedOn: applied })
    } else {
      say(first, { stage1StartedOn: first, fosteringForAdoption: chance.happens(0.08) })
      const ended = second && upToWorkingDay(addDays(second, -chance.between(1, 9)))
      say(ended, { stage1EndedOn: ended })
      say(second, { stage2StartedOn: second, appliedOn: second })
    }
    if (approvedOn === null) return
    const sentOn = upToWorkingDay(addDays(approvedOn, -chance.between(24, 34)))
    say(sentOn, { reportSentOn: sentOn })
    const comments = addWorkingDays(sentOn, chance.between(2, 5))
    say(comments, { commentsOn: comments })
    say(approvedOn, early ? { approvedOn } : { approvedOn, stage2EndedOn: approvedOn })
  }
}

/** Every twelve months while no child is matched (regulation 30D). */
function tellReviews(
  telling: Telling,
  told: Told,
  { approvedOn, matchedOn, left }: AdoptingFamily,
  doing: (day: Day) => { on: Day; by: Worker },
): void {
  const lot = telling.world.chance('adopter reviews', told.id.slice(0, -5))
  const until = matchedOn ?? left?.on ?? '2099-12-31'
  let day = approvedOn ?? until
  for (;;) {
    const due = addMonths(day, 12)
    if (due > addDays(telling.world.to, 100)) return
    day = lot.happens(0.9) ? upToWorkingDay(addDays(due, -lot.between(1, 30))) : workingDay(addDays(due, lot.between(3, 50)))
    if (day >= until) return
    const held = doing(day)
    const note = lot.pick([
      'Still hoping for one child under three.',
      'Would now think of two.',
      'They feel forgotten and said so.',
      'A link fell through in spring.',
      'New house, same street.',
      'Health checks renewed.',
    ])
    telling.tell(adopterReview, { adopter: told.id, heldOn: day, reviewedBy: held.by.id, stillSuitable: true, note }, held)
  }
}

/** All families, in order of their enquiry. */
function familiesOf(world: World): readonly AdoptingFamily[] {
  const lot = world.chance('adopters')
  const { scale, published } = world.size
  const found: AdoptingFamily[] = []
  const first = addDays(world.from, -330)
  // One approved about every four weeks.
  for (let day = first; day < addDays(world.to, 400); day = addDays(day, Math.round(lot.between(18, 33) / scale)))
    found.push(approvedFamily(world, workingDay(day), lot))
  for (let day = first; day < world.to; day = addDays(day, Math.round(lot.between(60, 110) / scale)))
    found.push(gaveUp(world, workingDay(day), lot))
  for (let day = first; day < world.to; day = addDays(day, Math.max(1, Math.round(lot.between(4, 13) / scale))))
    found.push(onlyAsked(workingDay(day), lot))
  const all = published ? asMovedOver(found) : found
  return all.toSorted((a, b) => (a.enquiredOn < b.enquiredOn ? -1 : 1))
}

const nothing = { registeredOn: null, stage1On: null, stage2On: null, approvedOn: null, matchedOn: null, left: null } as const

/** Seven to ten months from registering to approval until the provider came, six after it (2016 report §77). */
function approvedFamily(world: World, approvedOn: Day, lot: Chance): AdoptingFamily {
  const slow = world.planted && approvedOn < addDays(commissionedFrom, 60)
  const stage2On = workingDay(addDays(approvedOn, slow ? -lot.between(130, 178) : -lot.between(95, 119)))
  const stage1On = workingDay(addDays(stage2On, slow ? -lot.between(75, 112) : -lot.between(45, 62)))
  const registeredOn = workingDay(addDays(stage1On, -lot.between(3, 8)))
  const waits = Math.round(lot.about(230, 0.5))
  const stays = lot.happens(0.86)
  return {
    adults: lot.happens(0.76) ? 2 : 1,
    enquiredOn: workingDay(addDays(registeredOn, -lot.between(25, 120))),
    registeredOn,
    stage1On,
    stage2On,
    approvedOn,
    matchedOn: stays ? workingDay(addDays(approvedOn, Math.max(20, waits))) : null,
    left: stays ? null : { on: workingDay(addDays(approvedOn, lot.between(250, 800))), because: lot.happens(0.8) ? '1' : '2' },
  }
}

/** Came to stage 1 or 2 and no further. */
function gaveUp(world: World, registeredOn: Day, lot: Chance): AdoptingFamily {
  const stage1On = workingDay(addDays(registeredOn, lot.between(3, 8)))
  const slow = world.planted && registeredOn < commissionedFrom
  const second = lot.happens(0.45) ? workingDay(addDays(stage1On, slow ? lot.between(75, 110) : lot.between(45, 60))) : null
  const because = second !== null && lot.happens(0.25) ? '3' : lot.happens(0.7) ? '1' : '2'
  return {
    ...nothing,
    adults: lot.happens(0.7) ? 2 : 1,
    enquiredOn: workingDay(addDays(registeredOn, -lot.between(25, 120))),
    registeredOn,
    stage1On,
    stage2On: second,
    left: { on: workingDay(addDays(second ?? stage1On, second === null ? lot.between(20, 55) : lot.between(40, 110))), because },
  }
}

function onlyAsked(enquiredOn: Day, lot: Chance): AdoptingFamily {
  return { ...nothing, adults: 1, enquiredOn, left: { on: workingDay(addDays(enquiredOn, Math.round(lot.about(170, 0.4)))), because: '1' } }
}

/** Moves days so that on the day of the move as many families stand at each step as were counted. */
function asMovedOver(families: readonly AdoptingFamily[]): readonly AdoptingFamily[] {
  const on = commissionedFrom
  const after = (days: number): Day => workingDay(addDays(on, days))
  const before = families.filter(({ approvedOn }) => approvedOn !== null && approvedOn <= on).toSorted(latest)
  const coming = families.filter(({ approvedOn }) => approvedOn !== null && approvedOn > on).toSorted((a, b) => -latest(a, b))
  const unfinished = families.filter(({ approvedOn, registeredOn }) => approvedOn === null && registeredOn !== null)
  const asking = families.filter(({ registeredOn }) => registeredOn === null).toSorted(latest)

  const approved = before.map((family, place): AdoptingFamily => {
    const ends = family.matchedOn ?? family.left?.on ?? on
    if (place < movedOver.approved) return ends > on ? family : { ...family, matchedOn: after(12 + 19 * place), left: null }
    if (ends <= on) return family
    const matchedOn = workingDay(addDays(on, -8 - 9 * (place - movedOver.approved)))
    return { ...family, matchedOn: later(matchedOn, addDays(family.approvedOn ?? on, 15)), left: null }
  })
  // The next to be approved are at stage 2, those after them at stage 1, the rest have only asked or are not there yet.
  const later4 = coming.map((family, place): AdoptingFamily => {
    const second = movedOver.stage2 - place
    const first = movedOver.stage2 + movedOver.stage1 - place
    const approvedOn = family.approvedOn ?? on
    if (second > 0) return (family.stage2On ?? on) <= on ? family : moved(family, daysBetween(family.stage2On ?? on, on) - 5, approvedOn)
    if (first > 0) {
      const at = moved(family, 0, later(approvedOn, after(118 + 4 * place)))
      const stage2On = later(at.stage2On ?? on, after(9 + 3 * place))
      const stage1On = (at.stage1On ?? on) <= on ? at.stage1On : after(-6 * first)
      return {
        ...at,
        stage1On,
        stage2On,
        registeredOn: workingDay(addDays(stage1On ?? on, -6)),
        enquiredOn: workingDay(addDays(stage1On ?? on, -70)),
      }
    }
    const stage1On = later(family.stage1On ?? on, after(4 + place))
    const shift = daysBetween(family.stage1On ?? on, stage1On)
    return shift === 0 && (family.registeredOn ?? '') > on
      ? family
      : {
          ...moved(family, shift, workingDay(addDays(approvedOn, shift))),
          registeredOn: later(workingDay(addDays(stage1On, -4)), after(1)),
        }
  })
  const gone = unfinished.filter(({ registeredOn, left }) => (registeredOn ?? on) > on || (left?.on ?? on) <= on)
  const known = [...later4, ...gone].filter(({ enquiredOn, registeredOn }) => enquiredOn <= on && (registeredOn ?? on) > on).length
  let open = movedOver.enquiries - known
  const asked = asking.map((family): AdoptingFamily => {
    if (family.enquiredOn > on) return family
    const stays = open-- > 0
    const ends = family.left?.on ?? on
    if (stays === ends > on) return family
    return {
      ...family,
      left: { because: '1', on: stays ? after(10 + 3 * Math.abs(open)) : later(workingDay(addDays(on, -20)), family.enquiredOn) },
    }
  })
  return [...approved, ...later4, ...gone, ...asked]
}

const latest = (a: AdoptingFamily, b: AdoptingFamily): number => ((a.approvedOn ?? a.enquiredOn) < (b.approvedOn ?? b.enquiredOn) ? 1 : -1)

/** The same family, so many days later up to stage 2, approved on a day. */
function moved(family: AdoptingFamily, days: number, approvedOn: Day): AdoptingFamily {
  const by = (day: Day | null): Day | null => (day === null || days === 0 ? day : workingDay(addDays(day, days)))
  const waits = daysBetween(family.approvedOn ?? approvedOn, approvedOn)
  return {
    ...family,
    enquiredOn: by(family.enquiredOn) ?? family.enquiredOn,
    registeredOn: by(family.registeredOn),
    stage1On: by(family.stage1On),
    stage2On: by(family.stage2On),
    approvedOn,
    matchedOn: family.matchedOn === null || waits === 0 ? family.matchedOn : workingDay(addDays(family.matchedOn, waits)),
    left: family.left === null || waits === 0 ? family.left : { ...family.left, on: workingDay(addDays(family.left.on, waits)) },
  }
}
