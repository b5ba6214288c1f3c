import { privateFostering, privateFosteringChange, privateFosteringVisit } from '../../../src/practice/private-fostering/records.ts'
import type { Chance } from '../chance.ts'
import type { Child, Stretch } from '../course.ts'
import { addDays, addMonths, addWorkingDays, ageOn, birthday, isWorkingDay, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Told, Values } from '../telling.ts'
import type { World } from '../world.ts'
import type { Worker } from '../workforce.ts'
import { composedFor, factsOn, type Suited } from './suited-words.ts'

/**
 * Private fostering: the notice, the visits (within 7 working days of it, then every six weeks for a year and every twelve after that) and what
 * changed (Children (Private Arrangements for Fostering) Regulations 2005). Notices are answered in time (inspection of 2016, paragraph 41);
 * some carers give theirs late. Beginning and end are written at once: published figures count them.
 */
export function tellPrivateFostering(living: Living): void {
  const { privateFostering: stretch } = living.course
  if (stretch === null) return
  const arrangement = arrangementOf(living, stretch)
  const told = tellArrangement(living, stretch, arrangement)
  if (told.versions.length === 0) return
  tellVisits(living, stretch, told, arrangement)
  tellChanges(living, stretch, told)
}

/** How it began: agreed weeks ahead, or from one day to the next; and when notice of it was given. */
interface Arrangement {
  readonly arrangedOn: Day
  readonly plannedFrom: Day | null
  readonly noticeOn: Day
  readonly noticeFrom: 'carer' | 'parent' | 'arranger'
}

/** Chance that brothers and sisters with the same carer share. */
const shared = ({ world, child }: Pick<Living, 'world' | 'child'>, { from }: Stretch, what: string): Chance =>
  world.chance(child.family.number, 'private fostering', from, what)

/** The day on which the authority first knew of private fostering: of the notice, where it came before the child moved in. */
export function awareFrom(world: World, child: Child, stretch: Stretch): Day {
  const { noticeOn } = arrangementOf({ world, child }, stretch)
  return noticeOn < stretch.from ? noticeOn : stretch.from
}

function arrangementOf(living: Pick<Living, 'world' | 'child'>, stretch: Stretch): Arrangement {
  const { from } = stretch
  const lot = shared(living, stretch, 'notice')
  const noticeFrom = lot.weighed([
    ['carer', 5],
    ['parent', 4],
    ['arranger', 2],
  ] as const)
  if (lot.happens(0.45)) {
    const arrangedOn = addDays(from, -lot.between(44, 90))
    const due = addDays(from, -42)
    return {
      arrangedOn,
      plannedFrom: from,
      noticeOn: lot.happens(0.87) ? addDays(due, -lot.between(0, 2)) : addDays(due, lot.between(5, 38)),
      noticeFrom,
    }
  }
  // Nobody planned it: notice is due within 48 hours.
  return {
    arrangedOn: from,
    plannedFrom: null,
    noticeOn: addDays(from, lot.happens(0.87) ? lot.between(0, 2) : lot.between(4, 19)),
    noticeFrom,
  }
}

function tellArrangement(living: Living, stretch: Stretch, { arrangedOn, plannedFrom, noticeOn, noticeFrom }: Arrangement): Told {
  const { telling, child, world } = living
  const { from, until } = stretch
  const lot = shared(living, stretch, 'said')
  const first = awareFrom(world, child, stretch)
  const carer = world.workforce.outsider(lot)
  const host = plannedFrom !== null && lot.happens(0.2) && ageOn(child.born, from) >= 12
  const begun: Values<(typeof privateFostering)['fields']> = { startedOn: from }
  const given = { noticeReceivedOn: noticeOn, noticeFrom }
  const told = telling.tell(
    privateFostering,
    {
      arrangedOn,
      plannedFrom,
      becameAwareOn: first,
      howAware: host
        ? 'The language school wrote before the course began'
        : composedFor(lot, plannedFrom === null ? unplanned : planned, factsOn(living, first)),
      carer,
      relationship: host ? 'Host family of a language school' : lot.pick(relationships),
      childDisabled: child.disabled.length > 0,
      ...(first === noticeOn ? given : {}),
      ...(first === from ? begun : {}),
    },
    { on: first, by: workerFor(living, stretch, first), prompt: true },
  )
  const assessedOn = addWorkingDays(from, lot.between(26, 44))
  const steps: (readonly [Day, Values<(typeof privateFostering)['fields']>])[] = []
  if (first !== from) steps.push([from, begun])
  if (first !== noticeOn) steps.push([noticeOn, given])
  if (assessedOn < until) steps.push([assessedOn, { suitable: lot.happens(0.95) }])
  steps.push([until, { endedOn: until, endReason: whyEnded(living, until, host, lot) }])
  steps.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  for (const [on, values] of steps)
    if (on <= world.to) telling.amend(told, privateFostering, values, { on, by: workerFor(living, stretch, on), prompt: true })
  return told
}

/** From that day a child is no longer privately fostered, whoever they live with: 16, or 18 where disabled. */
const grownOn = ({ child }: Living): Day => birthday(child.born, child.disabled.length > 0 ? 18 : 16)
const ageReason = ({ child }: Living): string => `Turned ${child.disabled.length > 0 ? 18 : 16}`

function whyEnded(living: Living, until: Day, host: boolean, lot: Chance): string {
  if (grownOn(living) <= until) return ageReason(living)
  if (living.course.needs.some(({ care }) => care !== null && care.from <= until && addDays(care.from, 10) > until)) return 'Came into care'
  return host ? lot.pick(['Course ended', 'Went back to family abroad']) : lot.pick(endReasons)
}

/** The fostering team’s worker who has the arrangement. */
function workerFor({ world, child }: Living, { from, until }: Stretch, day: Day): Worker {
  const { workforce } = world
  const team = workforce.teamFor('fostering', child.family.number).id
  const about = `${child.family.number} private fostering ${from}`
  const on = day < until ? day : addDays(until, -1)
  const had = workforce.holders(team, about, addDays(from, -100), until).find((each) => each.from <= on && on < each.until)
  return had?.worker ?? workforce.manager(team, on)
}

function tellVisits(living: Living, stretch: Stretch, told: Told, { noticeOn }: Arrangement): void {
  const { world, telling, child } = living
  const { from, until } = stretch
  const lot = shared(living, stretch, 'visits')
  const year = addMonths(from, 12)
  const days: Day[] = []
  const answered = addWorkingDays(noticeOn, lot.happens(0.95) ? lot.between(1, 6) : lot.between(8, 12))
  let day = answered
  while (day < until && day <= world.to) {
    days.push(day)
    // Six weeks count from the day the child moved in, where the first visit came before it.
    const last = day < from ? from : day
    const [least, most] = last < year ? [24, 39] : [55, 81]
    day = workingDay(addDays(last, lot.happens(0.06) ? most + lot.between(6, 24) : lot.between(least, most)))
  }
  for (const [place, visitedOn] of days.entries()) {
    const own = living.chance('private fostering visit', visitedOn)
    const worker = workerFor(living, stretch, visitedOn)
    const childSeen = own.happens(0.97)
    const seenAlone = childSeen && own.happens(ageOn(child.born, visitedOn) < 3 ? 0 : ageOn(child.born, visitedOn) < 5 ? 0.3 : 0.88)
    const visit = telling.tell(
      privateFosteringVisit,
      {
        privateFostering: told.id,
        visitedOn,
        worker: worker.id,
        childSeen,
        seenAlone,
        whyNotAlone:
          childSeen && !seenAlone
            ? composedFor(own, ageOn(child.born, visitedOn) < 5 ? notAloneSmall : notAlone, factsOn(living, visitedOn), {
                name: child.forename,
              })
            : null,
      },
      { on: visitedOn, by: worker, ...(place === 0 ? { prompt: true } : {}) },
    )
    if (own.happens(0.05)) continue
    const reportWrittenOn = addWorkingDays(visitedOn, own.between(0, 6))
    telling.amend(visit, privateFosteringVisit, { reportWrittenOn }, { on: reportWrittenOn, by: worker })
  }
}

function tellChanges(living: Living, stretch: Stretch, told: Told): void {
  const { telling, world, child } = living
  const { from, until } = stretch
  const lot = shared(living, stretch, 'changes')
  const tell = (change: string, changedOn: Day, toldOn: Day, note: string | null): void => {
    const changedAt = `${changedOn} ${lot.pick(['09:30', '12:00', '16:15', '18:00'])}:00`
    const toldAt = toldOn === changedOn ? `${toldOn} 19:20:00` : `${toldOn} ${lot.pick(['09:10', '10:45', '11:20'])}:00`
    const by = workerFor(living, stretch, toldOn)
    telling.tell(privateFosteringChange, { privateFostering: told.id, changedAt, change, toldAt, note }, { on: toldAt, by, prompt: true })
  }
  for (let day = addDays(from, lot.between(60, 500)); day < until && day <= world.to; day = addDays(day, lot.between(150, 600))) {
    const change = lot.weighed([
      ['household', 5],
      ['address', 3],
      ['other', 3],
      ['offence', 0.3],
    ] as const)
    const toldOn = addDays(day, lot.happens(0.84) ? lot.between(0, 1) : lot.between(4, 21))
    if (toldOn < until && toldOn <= world.to)
      tell(change, day, toldOn, composedFor(lot, [changes[change], talked], factsOn(living, day), { name: child.forename }))
  }
  if (until <= world.to && until < grownOn(living))
    tell('ended', until, until, isWorkingDay(until) ? null : 'Told by telephone to the emergency duty team')
}

const planned: readonly (readonly Suited[])[] = [
  [
    'Letter from the carer,',
    'Telephone call from the carer,',
    'Mother wrote,',
    'Form handed in at the civic offices,',
    'The church’s pastor rang,',
  ],
  [
    'who had read the leaflet',
    ['after the school asked who would sign', 'from4'],
    'who was told by a neighbour that one must',
    ['on the advice of the admissions team', 'from4'],
  ],
]

const unplanned: readonly (readonly Suited[])[] = [
  [
    ['The school rang:', 'from4'],
    ['Admissions team:', 'from4'],
    'GP’s reception:',
    'The carer rang:',
    ['Health visitor:', 'not from5'],
    'Housing officer on a visit:',
    'Police, looking for somebody else:',
  ],
  [
    'a child is living with a family friend since mother went abroad',
    'the child’s carer is neither parent nor relative',
    'mother is in hospital and will be for weeks',
    'father has gone to prison and a friend has taken the child in',
    ['the child came with one bag after a quarrel at home', 'from11'],
    'the carer asked how to get money for a child who is not hers',
    ['mother has moved for work, and the child stayed for the examinations', 'from14'],
  ],
]

const relationships = [
  'Friend of the mother',
  'Friend of the father',
  'Parent of a school friend',
  'Great-aunt',
  'Mother’s cousin',
  'Former partner of the father',
  'Godmother',
  'Former neighbour',
  'Member of the family’s church',
]

const endReasons = [
  'Returned to mother',
  'Returned to father',
  'Went back to family abroad',
  'Moved to a grandmother',
  'Moved with the carer to another council',
  'Mother came to live in the area',
]

const notAloneSmall: readonly (readonly Suited[])[] = [
  [
    '{name} is too young to be apart from the carer.',
    '{name} was asleep.',
    '{name} cried when the carer left the room.',
    '{name} sat on the carer’s knee throughout.',
  ],
  ['Watched at play for half an hour.', ['Saw the cot and the bedroom.', 'not from2'], 'Warm and at ease with the carer.', ''],
]

const notAlone: readonly (readonly Suited[])[] = [
  [
    '{name} asked that the carer stay.',
    'An interpreter was needed and did not come.',
    ['{name} was on the way out to training.', 'from8'],
    'First visit: {name} was shy.',
    '{name} had a friend there.',
    '{name} was ill in bed.',
  ],
  ['To be seen alone next time.', 'To be seen at school instead next week.', 'Talked on the doorstep for a few minutes.', ''],
]

const changes: Readonly<Record<'household' | 'address' | 'other' | 'offence', readonly Suited[]>> = {
  household: [
    'The carer’s adult son has moved back in.',
    'A lodger has moved out.',
    'The carer’s baby was born.',
    'The carer’s mother has come to stay.',
    'The carer’s partner now lives there.',
    'The carer’s daughter has gone to university.',
  ],
  address: [
    'Moved to a house two streets away.',
    'Moved to a flat in Teal Point.',
    'The tenancy ended; moved to Saltings.',
    'Moved within the building because of damp.',
  ],
  other: [
    ['{name} changed school.', 'from5', 'not from16'],
    'Mother rings on Sundays now.',
    '{name} spends the holidays with an aunt.',
    'The carer works nights since this week.',
    'Father has begun to send money.',
    '{name} has a passport at last.',
  ],
  offence: ['The carer’s partner was cautioned for driving without insurance.', 'The carer was fined for a stall without a licence.'],
}

const talked: readonly Suited[] = [
  ['{name} is content with it.', 'from4'],
  'Checks asked for.',
  'Nothing else has changed.',
  ['{name} shares a room now, and does not like it.', 'from5'],
  'To be seen at the next visit.',
  '',
]
