import { healthAssessment, healthSummary } from '../../../src/practice/health/assessment-records.ts'
import type { Chance } from '../chance.ts'
import type { CareCourse, PlacementCourse } from '../course.ts'
import { addDays, addMonths, addWorkingDays, ageOn, birthday, earlier, later, workingDay, type Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import type { Told } from '../telling.ts'
import { tellChecks, tellImmunisations, tellQuestionnaires, tellTrouble } from './health-checks.ts'
import { tellYearlyReturns } from './health-returns.ts'
import { composedFor, factsOn, suiting, type Suited } from './suited-words.ts'
import { nurseOn, onceHeld, placementOn, tellDated, timesInCare, type TimeInCare } from './while-in-care.ts'

/**
 * Tells how the health of a child in care was looked after: the initial assessment with its steps and the reviews (Care Planning, Placement and
 * Case Review (England) Regulations 2010, regulation 7), dental checks and sight tests, immunisations, questionnaires, what the yearly return
 * says of it, and the summary that a young person takes along.
 */
export function tellHealth(living: Living): void {
  const times = timesInCare(living)
  let told: Told | null = null
  for (const time of times) {
    const assessed = tellAssessments(living, time)
    const { teeth } = tellChecks(living, time)
    const questionnaires = tellQuestionnaires(living, time)
    const immunised = tellImmunisations(living, time, assessed[0] ?? null, told)
    told = immunised.told
    const trouble = tellTrouble(living, time)
    tellYearlyReturns(living, time, { assessed, teeth, questionnaires, immunised: immunised.years, ...trouble })
  }
  tellSummary(living, times)
}

/** The initial assessment and the reviews after it. Gives the days on which an assessment was made. */
function tellAssessments(living: Living, time: TimeInCare): readonly Day[] {
  const first = tellInitial(living, time)
  return first === null ? [] : [...(first.made ? [first.on] : []), ...tellReviews(living, time, first.on)]
}

/** How an initial assessment goes, step by step. Each step is a working day; what comes after the child has left care does not happen. */
interface Steps {
  readonly consent: Day
  readonly paperwork: Day
  /** The day on which the appointment was given, and for when. */
  readonly given: Day
  readonly appointment: Day
  readonly done: Day
  readonly report: Day
}

/**
 * Ordinarily an assessment is made in the third week and its report is there within 20 working days. Two problems hold it up: the paperwork that
 * goes back and forth, and clinics of other areas that have no place for a child from outside.
 * @returns the day on which it was made, or refused; null where neither happened
 */
function tellInitial(living: Living, { care }: TimeInCare): { readonly on: Day; readonly made: boolean } | null {
  const { telling, world, child } = living
  const lot = living.chance('initial health assessment', care.from)
  const there = placementOn(care, addDays(care.from, 5))
  const outside = there?.outsideArea === true
  const stuck = {
    paperwork: lot.happens(world.problems.size('health-paperwork', care.from)),
    appointment: lot.happens(world.problems.size('health-appointment', care.from)) && outside,
  }
  const [refuses, byNurse, noted, consentWaits] = [lot.happens(0.03), lot.happens(0.05), lot.happens(0.5), lot.happens(0.5)]
  const steps = stepsOf(living, care, { ...stuck, outside, consentWaits }, lot)
  const happens = (day: Day): boolean => day < care.until && day <= world.to
  const type = { type: 'Initial' } as const
  const by = { by: living.workerOn(steps.consent) }
  const consentFrom = whoConsents(living, care, lot)
  const waits = stuck.paperwork ? addWorkingDays(care.from, lot.between(5, 9)) : null
  const paperwords = composedFor(lot, paperworkWords, factsOn(living, care.from), { name: child.forename, from: consentFrom.toLowerCase() })
  const clinicWords = composedFor(lot, clinicWaitWords, factsOn(living, care.from), { name: child.forename, miles: milesOf(there) })
  if (!happens(waits !== null && waits < steps.consent ? waits : steps.consent)) return null

  // What is written first: that consent is there or, where it is not, why the child waits.
  const told =
    waits !== null && waits < steps.consent
      ? telling.tell(healthAssessment, { ...type, delay: paperwords }, { on: waits, by: living.workerOn(waits) })
      : telling.tell(healthAssessment, { ...type, consentOn: steps.consent, consentFrom }, { on: steps.consent, ...by })
  if (waits !== null && waits < steps.consent) {
    if (!happens(steps.consent)) return null
    telling.amend(told, healthAssessment, { consentOn: steps.consent, consentFrom }, { on: steps.consent, ...by })
  } else if (waits !== null && happens(waits) && waits < steps.paperwork)
    telling.amend(told, healthAssessment, { delay: paperwords }, { on: waits, by: living.workerOn(waits) })

  if (!happens(steps.paperwork)) return null
  telling.amend(told, healthAssessment, { paperworkSentOn: steps.paperwork }, { on: steps.paperwork, by: living.workerOn(steps.paperwork) })

  if (refuses && ageThen(living, care.from) >= 13) {
    const refusedOn = addWorkingDays(steps.paperwork, lot.between(3, 10))
    if (!happens(refusedOn)) return null
    telling.amend(told, healthAssessment, { refusedOn }, { on: refusedOn, by: living.workerOn(refusedOn) })
    return { on: refusedOn, made: false }
  }
  const clinicWaits = addWorkingDays(steps.paperwork, lot.between(5, 10))
  if (stuck.appointment && noted && clinicWaits < steps.given && happens(clinicWaits))
    telling.amend(told, healthAssessment, { delay: clinicWords }, { on: clinicWaits, by: nurseOn(living, clinicWaits) })
  if (!happens(steps.given)) return null
  const place = lot.pick(suiting(outside ? placesOutside : placesAtHome, factsOn(living, steps.given)))
  telling.amend(
    told,
    healthAssessment,
    { appointmentOn: steps.appointment, place, ...(stuck.appointment ? { delay: clinicWords } : {}) },
    { on: steps.given, by: nurseOn(living, steps.given) },
  )
  if (steps.done !== steps.appointment && happens(addWorkingDays(steps.appointment, 1))) {
    const missed = addWorkingDays(steps.appointment, 1)
    const delay = composedFor(lot, missedWords, factsOn(living, missed), { name: child.forename })
    telling.amend(told, healthAssessment, { appointmentOn: steps.done, delay }, { on: missed, by: nurseOn(living, missed) })
  }
  if (!happens(steps.done)) return null
  const examiner = byNurse && outside ? 'Nurse' : 'Doctor'
  const nurse = nurseOn(living, steps.done)
  if (noted || !happens(steps.report))
    telling.amend(told, healthAssessment, { doneOn: steps.done, examiner }, { on: steps.done, by: nurse })
  if (!happens(steps.report)) return { on: steps.done, made: true }
  telling.amend(
    told,
    healthAssessment,
    noted ? { reportReceivedOn: steps.report } : { doneOn: steps.done, examiner, reportReceivedOn: steps.report },
    { on: steps.report, by: nurse },
  )
  return { on: examiner === 'Doctor' ? steps.done : tellAgainByDoctor(living, care, steps, place, lot), made: true }
}

/** An initial assessment that no doctor made goes back, and is made again: gives the day. */
function tellAgainByDoctor(living: Living, care: CareCourse, { done, report }: Steps, place: string, lot: Chance): Day {
  const asked = addWorkingDays(report, lot.between(1, 6))
  const again = addWorkingDays(asked, lot.between(9, 26))
  if (again >= care.until || again > living.world.to) return done
  const nurse = nurseOn(living, again)
  const told = living.telling.tell(
    healthAssessment,
    {
      type: 'Initial',
      paperworkSentOn: asked,
      appointmentOn: again,
      place,
      delay: 'Sent back: the first assessment was not made by a doctor.',
    },
    { on: asked, by: nurseOn(living, asked) },
  )
  const received = addWorkingDays(again, lot.between(2, 6))
  living.telling.amend(
    told,
    healthAssessment,
    received < care.until ? { doneOn: again, examiner: 'Doctor', reportReceivedOn: received } : { doneOn: again, examiner: 'Doctor' },
    { on: received < care.until ? received : again, by: nurse },
  )
  return again
}

interface HoldUps {
  readonly paperwork: boolean
  readonly appointment: boolean
  readonly outside: boolean
  readonly consentWaits: boolean
}

function stepsOf(
  living: Living,
  { from }: CareCourse,
  { paperwork: formsGoBack, appointment: clinicFull, outside, consentWaits }: HoldUps,
  lot: Chance,
): Steps {
  const strain = living.strainOn(from)
  const begins = onceHeld(living, from)
  const soon = lot.weighed([
    [0, 46],
    [1, 34],
    [2, 15],
    [3, 5],
  ] as const)
  const slow = {
    paperwork: lot.happens(0.03 + 0.03 * strain),
    appointment: lot.happens(0.03),
    missed: lot.happens(0.03),
    report: lot.happens(0.03),
  }
  const days = {
    forms: lot.between(0, 2) + (slow.paperwork ? lot.between(5, 14) : 0),
    back: Math.round(lot.about(22, 0.4)) + 6,
    beforeForms: lot.between(0, 3),
    given: lot.between(1, 3),
    clinic: lot.between(5, 10) + (slow.appointment ? lot.between(6, 15) : 0),
    full: Math.round(lot.about(24, 0.4)) + 8,
    report: lot.between(1, 4) + (slow.report ? lot.between(6, 16) : 0),
    again: lot.between(6, 14),
  }
  const consented = addWorkingDays(begins, soon)
  const paperwork = addWorkingDays(consented, formsGoBack ? days.back : days.forms)
  const consent = formsGoBack && consentWaits ? addWorkingDays(paperwork, -days.beforeForms) : consented
  const given = addWorkingDays(paperwork, clinicFull ? days.full : days.given)
  const appointment = clinicFull ? addWorkingDays(given, days.clinic) : addWorkingDays(paperwork, days.clinic + (outside ? 1 : 0))
  const done = slow.missed ? addWorkingDays(appointment, days.again) : appointment
  return {
    consent,
    paperwork,
    given,
    appointment: later(appointment, given),
    done: later(done, given),
    report: addWorkingDays(later(done, given), days.report),
  }
}

/** Who can consent: whoever has parental responsibility; a young person who understands enough, for themselves. */
function whoConsents({ child }: Living, { from, legal }: CareCourse, lot: Chance): string {
  const first = legal[0]?.status ?? 'V2'
  if (child.unaccompanied) return ageOn(child.born, from) >= 16 ? 'The young person' : 'The young person, who understands what is asked'
  if (['C1', 'C2', 'E1'].includes(first))
    return lot.pick(['The council, under the order', 'The team manager, under the order', 'The mother', 'The mother'])
  return lot.weighed([
    ['The mother', 62],
    ['Both parents', 16],
    ['The father', 12],
    ['The grandmother, who has parental responsibility', 3],
    [ageOn(child.born, from) >= 14 ? 'The young person' : 'The mother', 7],
  ] as const)
}

/** One review after another, every 6 months under five and every 12 from then on. Gives the days on which one was made. */
function tellReviews(living: Living, { care }: TimeInCare, first: Day): readonly Day[] {
  const { child, world, telling } = living
  const made: Day[] = []
  const eighteen = birthday(child.born, 18)
  let last = first
  for (let nth = 1; nth < 60; nth++) {
    const lot = living.chance('review health assessment', care.from, String(nth))
    const months = ageOn(child.born, last) < 5 ? 6 : 12
    const due = addMonths(last, months)
    const [early, slips, behind, gives] = [
      lot.between(5, months === 6 ? 24 : 42),
      lot.happens(0.07 + 0.05 * living.strainOn(due)),
      lot.about(26, 0.6),
      lot.between(12, 30),
    ]
    const on = workingDay(slips ? addDays(due, Math.round(behind) + 1) : addDays(due, -early))
    if (on >= earlier(care.until, eighteen) || on > addDays(world.to, 60)) break
    const outside = placementOn(care, on)?.outsideArea === true
    const asked = later(workingDay(addDays(on, -gives)), workingDay(addDays(last, 1)))
    const told = telling.tell(
      healthAssessment,
      {
        type: 'Review',
        paperworkSentOn: asked,
        appointmentOn: on,
        place: lot.pick(suiting(outside ? placesOutside : placesAtHome, factsOn(living, asked))),
        ...(slips && lot.happens(0.6)
          ? { delay: composedFor(lot, reviewLateWords, factsOn(living, asked), { name: child.forename }) }
          : {}),
      },
      { on: asked, by: nurseOn(living, asked) },
    )
    last = on
    if (ageOn(child.born, on) >= 14 && lot.happens(0.05)) {
      telling.amend(told, healthAssessment, { refusedOn: on }, { on, by: nurseOn(living, on) })
      continue
    }
    const examiner = lot.weighed([
      ['Nurse', months === 6 ? 50 : 70],
      ['Doctor', 30],
    ] as const)
    const reported = addWorkingDays(on, lot.between(2, 9))
    const known = reported < care.until
    telling.amend(told, healthAssessment, known ? { doneOn: on, examiner, reportReceivedOn: reported } : { doneOn: on, examiner }, {
      on: known ? reported : on,
      by: nurseOn(living, on),
    })
    tellCorrection(living, told, { on, examiner }, known ? reported : on, lot)
    made.push(on)
  }
  return made
}

/** Of some the report says something else than what was written first. */
function tellCorrection(
  living: Living,
  told: Told,
  { on, examiner }: { readonly on: Day; readonly examiner: string },
  known: Day,
  lot: Chance,
): void {
  const [who, when, days, earlierBy] = [lot.happens(0.008), lot.happens(0.008), lot.between(10, 60), lot.between(1, 3)]
  const found = addDays(known, days)
  const writing = { on: found, by: nurseOn(living, found) }
  if (who)
    living.telling.amend(
      told,
      healthAssessment,
      { examiner: examiner === 'Nurse' ? 'Doctor' : 'Nurse' },
      { ...writing, reason: 'The report names someone else' },
    )
  if (when)
    living.telling.amend(told, healthAssessment, { doneOn: addDays(on, -earlierBy) }, { ...writing, reason: 'The report has another date' })
}

/** The summary of their health for those who leave care at 16 or later: by the eighteenth birthday (Promoting the health and well-being of looked-after children, 2015). */
function tellSummary(living: Living, times: readonly TimeInCare[]): void {
  const { child, world } = living
  const [sixteen, eighteen] = [birthday(child.born, 16), birthday(child.born, 18)]
  const care = times.findLast((time) => time.care.until > sixteen && time.care.from < eighteen)?.care
  if (!care || (care.until < addDays(eighteen, -3) && care.leaves.startsWith('E1') && care.leaves !== 'E13')) return
  const lot = living.chance('health summary')
  const when = lot.weighed([
    ['in time', 87],
    ['late', 6],
    ['never', 7],
  ] as const)
  const before = lot.between(12, 170)
  if (when === 'never') return
  const planned =
    when === 'late'
      ? addDays(eighteen, lot.between(4, 120))
      : addDays(later(earlier(care.until, eighteen), addDays(eighteen, -400)), -before)
  const on = workingDay(later(planned, later(addDays(sixteen, 20), addDays(care.from, 40))))
  if (on > world.to) return
  const form = lot.weighed([
    ['Paper', 60],
    ['Letter', 22],
    [on >= '2015-10-01' ? 'App' : 'Paper', 18],
  ] as const)
  tellDated(
    living,
    healthSummary,
    'givenOn',
    {
      givenOn: on,
      givenBy: lot.pick([
        'Looked after children’s nurse',
        'Designated nurse',
        'Personal adviser',
        'Social worker',
        'Community paediatrician',
      ]),
      form,
      talkedThroughWith: lot.pick([
        'The nurse, at home',
        'The nurse, at the drop-in',
        'The personal adviser',
        'The foster carer, with the young person',
        'The nurse, by telephone',
        null,
      ]),
    },
    { on, by: nurseOn(living, on) },
    lot,
  )
}

const milesOf = (placement: PlacementCourse | undefined): string => String(Math.max(2, Math.round(placement?.miles ?? 10)))

const placesAtHome: readonly Suited[] = [
  'Clinic, Oyster Quay',
  'Clinic, Saltings',
  'Health centre, Teal Point',
  ['Children’s centre, Marram Bay', 'not from5'],
  'Health centre, Marram Bay',
  ['Child development centre, Wharfside', 'not from16'],
  'Surgery, Sandling Cross',
  ['At the carers’ home', 'with carers'],
]
const placesOutside: readonly Suited[] = [
  'Clinic in the area of the placement',
  ['At the carers’ home, by the nurse of that area', 'with carers'],
  ['At the home, by the nurse of that area', 'in a home'],
  ['Child development centre near the placement', 'not from16'],
  'Hospital outpatients near the placement',
  'Brought back to the clinic, Oyster Quay',
  'Health centre near the placement',
]

const paperworkWords: readonly (readonly Suited[])[] = [
  [
    'Consent form came back from the clinic:',
    'Request returned by health:',
    'Paperwork not accepted:',
    'Form sent back for the second time:',
    'Health cannot book yet:',
    'Form returned to the social worker:',
    'Booking desk has put the request on hold:',
  ],
  [
    'the page on family history is blank',
    'the signature of {from} is missing on page two',
    'it is the form from before the change',
    'no NHS number was given',
    'nobody ticked which consent is meant',
    'the GP is not filled in',
    'the delegated signature has to come from a manager',
    'the parts for the birth history are empty',
    'address of the placement is missing',
    'it is not clear who has parental responsibility',
    'the copy could not be read',
    'there was no copy of the order with it',
  ],
  [
    '.',
    '; asked {from} again.',
    '; left a message.',
    '; a new one is with the team.',
    '. {name} has no date yet.',
    ['. To be signed at the next contact.', 'not alone'],
    '. Reminder sent by the nurse.',
    '; the worker is off this week.',
  ],
]

const clinicWaitWords: readonly (readonly Suited[])[] = [
  [
    'No appointment from the clinic of the area {name} is placed in:',
    'Out-of-area request is waiting:',
    'The other area’s health team cannot give a date:',
    'Waiting for a date {miles} miles away:',
    'Placed outside Estuary, no clinic slot:',
  ],
  [
    'its own children come first',
    'they want a written promise of payment',
    'the paediatrician is away until next month',
    'they have had no referral from our side, they say',
    'the list is eight weeks long',
    'the request went to the wrong trust',
    'only one clinic a month for children from elsewhere',
    'their form is not the same as ours',
    'nobody answers at the number given',
  ],
  [
    '.',
    '. Nurse has chased.',
    ['. Carers could bring {name} to Oyster Quay, but it is a school day lost.', 'with carers', 'from5', 'schools open'],
    '. Chased twice by telephone.',
    '; offered to bring {name} back, none free before that either.',
    '. Raised with the designated doctor.',
  ],
]

const missedWords: readonly (readonly Suited[])[] = [
  ['Not brought to the appointment:', 'Appointment did not happen:', 'New appointment:', ['Carers cancelled:', 'with carers']],
  [
    'the letter had gone to the address before',
    ['the carer’s car would not start', 'with carers'],
    '{name} was unwell',
    ['{name} was at contact that afternoon', 'not alone', 'not with adopters'],
    ['nobody had told the new carers', 'with carers'],
    ['the interpreter did not come', 'interpreter'],
    'the doctor was called away',
    ['the carer had two school runs at that hour', 'with carers', 'schools open'],
    ['{name} did not want to go that day', 'from8'],
    ['it clashed with the court visit', 'court'],
  ],
  ['.', '. Booked again.', ', the next free one was given.', '. Reminder by text this time.'],
]

const reviewLateWords: readonly (readonly Suited[])[] = [
  ['Late because', 'Held back:', 'After the date:'],
  [
    'the placement changed in the month it was due',
    'the request went out late',
    'the nurse was covering two posts',
    'two dates were offered and the third was kept',
    ['{name} did not want to miss college', 'from16'],
    'the first appointment was cancelled by the clinic',
    ['carers were on holiday with {name}', 'with carers'],
    'no reply from the health team of the other area',
    ['the school nurse who knows {name} was asked first', 'from5', 'not from16'],
    ['{name} asked for a woman, who was free a month later', 'from11'],
  ],
  ['.', '; date given now.', ['. Carers told.', 'with carers']],
]
