import { allegation, allegationReview } from '../../../src/practice/allegations/records.ts'
import { addDays, addMonths, addWorkingDays, workingDay, type Day } from '../days.ts'
import type { Chance } from '../chance.ts'
import type { Telling } from '../telling.ts'
import { composed } from '../words.ts'
import { daysOf, numbering, someChild, type KnownChild, type Wanted } from './registers.ts'
import { upToWorkingDay } from './sessions.ts'

/** Allegations in a month, at the size of the authority whose figures were published: most end with advice. */
const inMonth = 7.5

/**
 * Tells the allegations against adults who work with children, from the day the employer knew, and the monthly looks at those that are not concluded
 * (Working Together: one working day; the designated officer tracked them well, 2016 report §42).
 */
export function tellAllegations(telling: Telling, children: readonly KnownChild[]): void {
  const { world } = telling
  const number = numbering('A', world)
  for (const knewOn of daysOf(world, world.chance('allegations'), () => inMonth)) {
    const reference = number(knewOn)
    tellAllegation(telling, world.chance('allegation', reference), reference, knewOn, children)
  }
}

const places: readonly (readonly [weight: number, sector: string, roles: readonly string[], employers: readonly string[]])[] = [
  [
    34,
    'SCHOOL',
    ['Teacher', 'Teaching assistant', 'Midday supervisor', 'Caretaker', 'Head of year', 'Supply teacher'],
    [
      'Oyster Quay Academy',
      'Saltings Primary School',
      'Wharfside Community School',
      'Teal Point Academy',
      'Sandling Academy',
      'Bollard Street Primary School',
    ],
  ],
  [
    12,
    'EARLYYEARS',
    ['Nursery nurse', 'Childminder', 'Nursery manager'],
    ['Pebbles Nursery', 'Little Terns Nursery', 'Self-employed', 'Driftwood Day Nursery'],
  ],
  [
    15,
    'FOSTERING',
    ['Foster carer', 'Foster carer’s partner', 'Respite carer'],
    ['Estuary Council', 'A fostering agency', 'Another council'],
  ],
  [
    11,
    'RESIDENTIAL',
    ['Residential worker', 'Night worker', 'Deputy manager of a home'],
    ['A children’s home in the next county', 'A children’s home', 'Supported lodgings provider'],
  ],
  [5, 'TRANSPORT', ['Taxi driver', 'Escort', 'Bus driver'], ['A taxi firm on contract', 'School transport']],
  [
    8,
    'SPORT',
    ['Football coach', 'Swimming teacher', 'Dance teacher', 'Youth worker'],
    ['A junior football club', 'Marram Bay leisure centre', 'A dance school', 'Wharfside youth club'],
  ],
  [4, 'FAITH', ['Sunday school leader', 'Imam’s assistant', 'Choir leader'], ['A church', 'A mosque', 'A chapel']],
  [5, 'HEALTH', ['Nurse', 'Support worker', 'Dentist'], ['Marram Bay Hospital', 'A clinic']],
  [3, 'SOCIALCARE', ['Family support worker', 'Contact supervisor'], ['Estuary Council', 'A contact centre']],
  [3, 'VOLUNTARY', ['Volunteer', 'Cadet leader', 'Mentor'], ['A cadet force', 'A mentoring charity']],
]

/** Of whom somebody in a sector may have charge. */
const whom: Readonly<Record<string, Wanted>> = {
  SCHOOL: { leastAge: 5, mostAge: 16 },
  EARLYYEARS: { leastAge: 0, mostAge: 4 },
  FOSTERING: { leastAge: 0, mostAge: 17, standing: ['in care'] },
  RESIDENTIAL: { leastAge: 11, mostAge: 17, standing: ['in care'] },
  TRANSPORT: { leastAge: 5, mostAge: 17 },
  SPORT: { leastAge: 7, mostAge: 17 },
  FAITH: { leastAge: 6, mostAge: 16 },
  HEALTH: { leastAge: 0, mostAge: 17 },
  SOCIALCARE: { leastAge: 2, mostAge: 17 },
  VOLUNTARY: { leastAge: 9, mostAge: 17 },
}

function tellAllegation(telling: Telling, lot: Chance, reference: string, employerKnewOn: Day, children: readonly KnownChild[]): void {
  const { world } = telling
  const team = world.workforce.teams.find(({ work }) => work === 'front door') ?? world.workforce.teams[0]
  const by = (day: Day) => world.workforce.manager(team?.id ?? '', day)
  const [, sector, roles, employers] = lot.weighed(places.map((each) => [each, each[0]] as const))
  const referredOn = addWorkingDays(employerKnewOn, lot.happens(0.9) ? lot.between(0, 1) : lot.between(2, 9))
  const nature = lot.weighed([
    ['PHY', 42],
    ['CON', 28],
    ['SAB', 15],
    ['EMO', 10],
    ['NEG', 5],
  ] as const)
  const meetsThreshold = lot.happens(0.46)
  const child = lot.happens(0.35) ? someChild(lot, children, employerKnewOn, whom[sector] ?? {}) : null
  const slip = lot.happens(0.015)
  const told = telling.tell(
    allegation,
    {
      reference,
      role: lot.pick(roles),
      employer: lot.pick(employers),
      sector: slip ? 'OTHER' : sector,
      ...(child === null ? {} : { child: child.number }),
      nature,
      employerKnewOn,
      referredOn,
      referredBy: lot.pick([...(tellers[sector] ?? ['Manager']), ...anyone]),
    },
    { on: referredOn, by: by(referredOn), prompt: true },
  )
  if (slip) {
    const corrected = addWorkingDays(referredOn, lot.between(1, 5))
    telling.amend(told, allegation, { sector }, { on: corrected, by: by(corrected), reason: 'Wrong sector chosen' })
  }
  const firstDecisionOn = addWorkingDays(referredOn, lot.happens(0.92) ? lot.between(0, 1) : lot.between(2, 5))
  const decided = { on: firstDecisionOn, by: by(firstDecisionOn), prompt: true }
  if (!meetsThreshold) {
    const notes = composed(lot, [
      advice,
      [
        'Advice in writing the same day.',
        'Employer to look into it themselves.',
        'No further action for us.',
        'To come back if anything more is said.',
      ],
    ])
    telling.amend(told, allegation, { firstDecisionOn, meetsThreshold, meetingNeeded: false, concludedOn: firstDecisionOn, notes }, decided)
    return
  }
  const meetingNeeded = lot.happens(0.82)
  telling.amend(
    told,
    allegation,
    { firstDecisionOn, meetsThreshold, meetingNeeded, policeInvestigate: lot.happens(nature === 'SAB' ? 0.8 : 0.3) },
    decided,
  )
  const meetingOn = addWorkingDays(referredOn, lot.happens(0.9) ? lot.between(1, 5) : lot.between(6, 11))
  if (meetingNeeded) telling.amend(told, allegation, { meetingOn, notes: composed(lot, meetings) }, { on: meetingOn, by: by(meetingOn) })
  const began = meetingNeeded ? meetingOn : referredOn
  // 80 in 100 within a month, 90 within three, were expected in 2012; here half are, and nearly all within a year.
  const concludedOn = workingDay(addDays(began, Math.round(lot.about(36, 0.85)) + 3))
  tellReviews(telling, lot, told.id, began, concludedOn, by)
  const outcome = lot.weighed([
    ['SUB', 30],
    ['UNS', 42],
    ['UNF', 18],
    ['FAL', 7],
    ['MAL', 3],
  ] as const)
  const removed = outcome === 'SUB' && lot.happens(0.4)
  telling.amend(
    told,
    allegation,
    { concludedOn, outcome, ...(removed ? { removedFromWorkOn: concludedOn, barringReferralNeeded: true } : {}) },
    { on: concludedOn, by: by(concludedOn) },
  )
  if (!removed) return
  const barringReferralOn = workingDay(addDays(concludedOn, lot.happens(0.9) ? lot.between(2, 28) : lot.between(33, 60)))
  telling.amend(told, allegation, { barringReferralOn }, { on: barringReferralOn, by: by(barringReferralOn) })
}

function tellReviews(
  telling: Telling,
  lot: Chance,
  of: string,
  began: Day,
  concludedOn: Day,
  by: (day: Day) => ReturnType<typeof telling.world.workforce.manager>,
): void {
  for (let day = began; ;) {
    const due = addMonths(day, 1)
    day = lot.happens(0.93) ? upToWorkingDay(addDays(due, -lot.between(0, 5))) : workingDay(addDays(due, lot.between(1, 9)))
    if (day >= concludedOn || day > telling.world.to) return
    telling.tell(
      allegationReview,
      { allegation: of, reviewedOn: day, reviewedBy: 'Designated officer', whyNotConcluded: composed(lot, waits) },
      { on: day, by: by(day) },
    )
  }
}

const anyone = ['Police', 'Parent', 'Social worker', 'Manager', 'Regulator']
const tellers: Readonly<Record<string, readonly string[]>> = {
  SCHOOL: ['Head teacher', 'Head teacher', 'Safeguarding lead', 'Safeguarding lead', 'Chair of governors'],
  EARLYYEARS: ['Nursery manager', 'Early years adviser'],
  FOSTERING: ['Supervising social worker', 'Supervising social worker', 'Reviewing officer'],
  SPORT: ['Club welfare officer', 'Governing body of the sport'],
  HEALTH: ['Named nurse', 'Human resources of the trust'],
  TRANSPORT: ['Transport manager', 'Licensing officer'],
}

const advice = [
  'A sharp word, heard by two others.',
  'Contact on social media, from before they worked there.',
  'Restraint by the book, and a bruise.',
  'What was said is not about harm.',
  'A quarrel between neighbours, one of whom works with children.',
  'Took a child home in the rain without asking.',
  'A complaint about teaching.',
  'Smell of drink denied, nobody else noticed.',
]
const meetings = [
  [
    'Police will see the child first.',
    'School keeps the adult away from the class meanwhile.',
    'Suspension was thought of and not needed.',
    'The adult is suspended without prejudice.',
    'The carers are not to be told yet.',
    'Records of the last two years are asked for.',
  ],
  [
    'Parents are told today.',
    'Support for the child through the school.',
    'The regulator is told.',
    'Children who live there were seen and stay.',
    'Another setting where the adult helps is told.',
    'Occupational health is offered.',
  ],
  ['Next look in a month.', 'Employer’s inquiry to follow the police.', 'Minutes within five days.', ''],
]
const waits = [
  [
    'The police wait for a phone to be read.',
    'The employer’s inquiry began late.',
    'A witness is on leave.',
    'The decision of the prosecutor is awaited.',
    'The adult is off sick.',
    'Records from another county are awaited.',
    'The child is to be spoken to again, with a helper.',
  ],
  ['Expected within the month.', 'Pressed for a date.', 'Escalated to the head of human resources.', 'The child is safe meanwhile.', ''],
]
