import { complaint } from '../../../src/voice/complaints/records.ts'
import type { Chance } from '../chance.ts'
import { addDays, addWorkingDays, type Day } from '../days.ts'
import type { Telling, Told } from '../telling.ts'
import { composed } from '../words.ts'
import type { Worker } from '../workforce.ts'
import { daysOf, numbering, sayable, someChild, type KnownChild, type Standing } from './registers.ts'

/**
 * Tells complaints with their stages and what changed because of them (Representations Procedure Regulations 2006; 2016 report §109: lessons
 * were logged and led to changes). More come in when workers come and go.
 */
export function tellComplaints(telling: Telling, children: readonly KnownChild[]): void {
  const { world } = telling
  const number = numbering('C', world)
  const crowded = (month: string): number => (world.planted && month >= '2015-01' && month < '2016-10' ? 8.6 : 6.2)
  for (const receivedOn of daysOf(world, world.chance('complaints'), crowded)) {
    const reference = number(receivedOn)
    tellComplaint(telling, world.chance('complaint', reference), reference, receivedOn, children)
  }
}

function tellComplaint(telling: Telling, lot: Chance, reference: string, receivedOn: Day, children: readonly KnownChild[]): void {
  const { world } = telling
  const by =
    complaintsOfficer(world.workforce.workers, receivedOn) ?? world.workforce.manager(world.workforce.teams[0]?.id ?? '', receivedOn)
  const at = (on: Day): { on: Day; by: Worker } => ({ on, by })
  const procedure = lot.happens(0.86) ? 'CA89' : 'CORP'
  const madeBy = lot.weighed([
    ['PARENT', 58],
    ['CHILD', 11],
    ['ADVOCATE', 8],
    ['CARER', 11],
    ['OTHER', 12],
  ] as const)
  const speaks = madeBy === 'CHILD' || madeBy === 'ADVOCATE'
  const whose = speaks
    ? lot.weighed<readonly Standing[]>([
        [['in care'], 62],
        [['left care'], 26],
        [['at home', 'conferenced'], 12],
      ])
    : madeBy === 'CARER'
      ? (['in care'] as const)
      : undefined
  const child =
    procedure === 'CORP' || lot.happens(0.1)
      ? null
      : someChild(lot, children, receivedOn, { ...(speaks ? { leastAge: 9 } : {}), ...(whose ? { standing: whose } : {}) })
  const all = procedure === 'CORP' ? ownMatters : (matters[madeBy] ?? parents)
  const standing = child?.standing ?? whose?.[0]
  const fitting = all.filter(([, , of]) => of === undefined || standing === undefined || of.includes(standing))
  const complained = lot.pick(
    sayable(
      fitting.map(([said]) => said),
      child,
    ),
  )
  const [about, changed] = all.find(([said]) => said === complained) ?? lot.pick(fitting)
  const complex = lot.happens(0.24)
  // One in seventy is dated by the letter at first, and not by the day it came.
  const slip = lot.happens(0.014)
  const told = telling.tell(
    complaint,
    {
      reference,
      procedure,
      ...(child === null ? {} : { child: child.number }),
      madeBy,
      about: composed(lot, [about, ...after]),
      eventOn: addDays(receivedOn, -Math.min(420, 2 + Math.round(lot.about(24, 1)))),
      receivedOn: slip ? addDays(receivedOn, -lot.between(1, 6)) : receivedOn,
    },
    { ...at(receivedOn), prompt: true },
  )
  if (slip) telling.amend(told, complaint, { receivedOn }, { ...at(receivedOn), reason: 'Date of the letter, not the day it came' })
  const acknowledgedOn = addWorkingDays(receivedOn, lot.happens(0.92) ? lot.between(0, 2) : lot.between(3, 7))
  telling.amend(
    told,
    complaint,
    { acknowledgedOn, complex, ...(speaks ? { advocateOfferedOn: acknowledgedOn } : {}) },
    { ...at(acknowledgedOn), prompt: true },
  )
  if (lot.happens(0.05)) {
    const withdrawnOn = addWorkingDays(acknowledgedOn, lot.between(2, 9))
    telling.amend(told, complaint, { withdrawnOn }, at(withdrawnOn))
    return
  }
  const longest = complex ? 20 : 10
  const stage1AnsweredOn = addWorkingDays(
    receivedOn,
    lot.happens(0.87) ? lot.between(Math.round(longest * 0.6), longest) : lot.between(longest + 1, longest + 15),
  )
  const outcome = lot.weighed([
    ['UPH', 26],
    ['PAR', 30],
    ['NOT', 35],
    ['NOF', 9],
  ] as const)
  telling.amend(told, complaint, { stage1AnsweredOn, outcome }, { ...at(stage1AnsweredOn), prompt: true })
  const learned = (outcome === 'UPH' || outcome === 'PAR') && lot.happens(0.82)
  const learnedOn = addWorkingDays(stage1AnsweredOn, lot.between(5, 40))
  if (learned) telling.amend(told, complaint, { whatChanged: composed(lot, [changed, spread]) }, at(learnedOn))
  if (procedure === 'CA89' && lot.happens(outcome === 'UPH' ? 0.03 : 0.13)) tellLaterStages(telling, lot, told, stage1AnsweredOn, at)
}

/** An investigation within 25 working days, 65 where notice was given; then a panel for a few. */
function tellLaterStages(telling: Telling, lot: Chance, told: Told, answered: Day, at: (on: Day) => { on: Day; by: Worker }): void {
  const stage2RequestedOn = addWorkingDays(answered, lot.between(3, 18))
  telling.amend(told, complaint, { stage2RequestedOn }, { ...at(stage2RequestedOn), prompt: true })
  const statementAgreedOn = addWorkingDays(stage2RequestedOn, lot.between(4, 14))
  telling.amend(told, complaint, { statementAgreedOn }, at(statementAgreedOn))
  const extended = lot.happens(0.72)
  const stage2ExtendedOn = addWorkingDays(statementAgreedOn, lot.between(15, 24))
  if (extended) telling.amend(told, complaint, { stage2ExtendedOn }, at(stage2ExtendedOn))
  const longest = extended ? 65 : 25
  const stage2AnsweredOn = addWorkingDays(
    statementAgreedOn,
    lot.happens(0.82) ? lot.between(longest - 12, longest) : lot.between(longest + 2, longest + 25),
  )
  const outcome = lot.weighed([
    ['UPH', 22],
    ['PAR', 48],
    ['NOT', 30],
  ] as const)
  telling.amend(told, complaint, { stage2AnsweredOn, outcome }, at(stage2AnsweredOn))
  if (!lot.happens(0.2)) return
  const stage3RequestedOn = addWorkingDays(stage2AnsweredOn, lot.between(5, 19))
  telling.amend(told, complaint, { stage3RequestedOn }, at(stage3RequestedOn))
  const panelOn = addWorkingDays(stage3RequestedOn, lot.happens(0.85) ? lot.between(20, 30) : lot.between(31, 40))
  telling.amend(told, complaint, { panelOn }, at(panelOn))
  const sentOn = addWorkingDays(panelOn, lot.between(3, 5))
  const receivedOn = addWorkingDays(sentOn, lot.between(0, 2))
  telling.amend(told, complaint, { panelReportSentOn: sentOn, panelReportReceivedOn: receivedOn }, at(receivedOn))
  const panelAnsweredOn = addWorkingDays(receivedOn, lot.happens(0.88) ? lot.between(8, 15) : lot.between(16, 24))
  telling.amend(told, complaint, { panelAnsweredOn }, at(panelAnsweredOn))
}

const complaintsOfficer = (workers: readonly Worker[], on: Day): Worker | undefined =>
  workers.find(({ title, from, until }) => title === 'Administrator' && from <= on && until > on)

/** What people complain of, and what changed because of it. */
type Matter = readonly [about: string, changed: string, of?: readonly Standing[]]

const inCare: readonly Standing[] = ['in care']
const leavers: readonly Standing[] = ['left care']
const conferenced: readonly Standing[] = ['conferenced']
const atHome: readonly Standing[] = ['at home', 'conferenced']

const young: readonly Matter[] = [
  [
    'I asked to see my mum on Sundays and nobody has answered.',
    'Contact dates are set for the quarter and given to the child on a card.',
    inCare,
  ],
  ['I was moved and my things came in bin bags.', 'Suitcases are bought for every child.', inCare],
  ['I was moved from my school without being asked.', 'The virtual school is asked before any move of school.', inCare],
  ['Nobody told me that I could stay with my carers.', 'Staying put is talked about at sixteen.', leavers],
  ['They talk about me and not with me.', 'Children say at the start who may be in the room.'],
  ['My review was in the lesson I like most.', 'Children choose the day of their review.', inCare],
  ['My pocket money is less than the others’.', 'Pocket money is checked at each visit to carers.', inCare],
  ['I have not seen my brother since my birthday.', 'Brothers and sisters have dates in both plans.', inCare],
  ['My social worker always rings my carer and not me.', 'Workers ring young people themselves.', inCare],
  ['I cannot get my passport and the trip is soon.', 'A list of who lacks which document goes to the head of service each month.', inCare],
  ['I never had my file explained.', 'A worker sits with whoever reads a file.'],
  ['My flat has no cooker.', 'The setting-up grant is paid before the move.', leavers],
  ['My adviser changed and I was not told.', 'Advisers say goodbye in person.', leavers],
  ['The grant for my course came after the course began.', 'Applications for grants are made at Easter.', leavers],
  ['She read my diary and told my carer.', 'Privacy is part of the induction now.', inCare],
  ['She came to my school and everybody saw.', 'Visits at school are in a room away from the hall.', atHome],
  ['What I told her was in the report my dad read.', 'Children are told beforehand who reads what.', atHome],
]
const parents: readonly Matter[] = [
  ['We have had four social workers in a year.', 'Managers ring the family on the day a worker leaves.'],
  [
    'Nobody told us that our social worker would change.',
    'A letter with the new worker’s name and picture goes out before the first visit.',
  ],
  ['The new worker asked everything again.', 'The hand-over is a visit of both workers.'],
  ['The worker left and nobody rang for five weeks.', 'When staff are off sick or leave, the manager says who does what.'],
  ['The assessment says things I did not say.', 'Parents read the assessment before it is signed.'],
  [
    'I was given the report in the corridor on the day of the conference.',
    'Reports are sent three working days before, and the chair asks whether they came.',
    conferenced,
  ],
  ['The report has my other child’s name in it.', 'Reports are read by a second person.'],
  ['There are wrong dates in what was written about me.', 'Corrections by families are kept beside the report.'],
  [
    'The minutes came two months after the meeting.',
    'A list of minutes not yet sent goes to the service manager every Monday.',
    conferenced,
  ],
  ['Calls are not returned.', 'Messages are answered the same day by duty.'],
  ['I have left nine messages.', 'A shared inbox with somebody’s name beside every message.'],
  ['A visit was cancelled three times by text.', 'A visit that is cancelled is given a new date in the same call.'],
  ['Contact was cancelled because there was no supervisor.', 'Contact dates are set for the quarter, with a supervisor named.', inCare],
  ['Contact was moved to a day when I work.', 'Reasons for a change are put in writing, a week before.', inCare],
  ['I was told to leave the room when they cried.', 'Contact supervisors were trained again.', inCare],
  ['We asked for help half a year ago.', 'A waiting list that is looked at each week.', atHome],
  ['The adaptation for the bathroom is still not decided.', 'One person follows each adaptation to the end.'],
  ['The direct payment stopped without a letter.', 'Direct payments are warned of four weeks before they change.'],
  [
    'The taxi to the special school does not come on Mondays.',
    'Better arrangements for transport of disabled children, with one number to ring.',
  ],
  [
    'We were told that we do not meet the threshold, and then that we do.',
    'Letters say what the threshold is and who else can help.',
    atHome,
  ],
  ['The worker raised her voice in front of the children.', 'Workers are observed once a quarter.'],
  ['He came without an appointment and looked into my fridge.', 'A leaflet explains unannounced visits.', atHome],
  ['She spoke to my husband only.', 'Both parents are seen, each alone once.'],
  ['The interpreter is my neighbour.', 'Interpreters are asked whether they know the family.'],
  ['We were made to feel like criminals.', 'Training on shame and respect.'],
  ['Private papers went to our old address.', 'Addresses are checked with every letter.'],
]
const carers: readonly Matter[] = [
  ['The allowance has been paid late twice.', 'Payments are checked by a second person.'],
  ['We were not told what had happened to him before he came.', 'Placement information is given in writing before the first night.'],
  ['The placement was ended by telephone.', 'No ending without a meeting.'],
  ['I may not sign for a school trip and nobody answers who may.', 'The delegation form is filled in at the placement meeting.'],
  ['The social worker has not visited since the move.', 'Visits in the first week are tracked.'],
  ['Respite was promised and forgotten.', 'Respite is in the supervision form.'],
]
const others: readonly Matter[] = [
  [
    'I reported worries about a neighbour’s child and was never told what became of it.',
    'Whoever refers hears within a working day.',
    atHome,
  ],
  ['Nobody asked the grandparents.', 'Relatives are listed at the first visit.'],
  ['A referral from our school was answered after eleven days.', 'The day’s referrals are counted at four o’clock.', atHome],
  ['My sister’s children were moved and I read it on the internet.', 'Wider family are told by the worker, where parents agree.', inCare],
]
const matters: Readonly<Record<string, readonly Matter[]>> = {
  PARENT: parents,
  CHILD: young,
  ADVOCATE: young,
  CARER: carers,
  OTHER: others,
}
const ownMatters: readonly Matter[] = [
  ['Parking outside the family centre is blocked by staff.', 'Staff park behind the building.'],
  ['The website gives a wrong number.', 'The number was put right.'],
  ['A council van blocks our drive on contact days.', 'The drivers were told.'],
  ['The waiting room is dirty.', 'The room is cleaned twice a day.'],
  ['I was on hold for forty minutes.', 'A call-back service.'],
]
const after = [
  ['It has gone on for weeks.', 'It was the second time.', 'We wrote before.', 'It upset all of us.', '', '', ''],
  [
    'I want an apology.',
    'I want to know who decides.',
    'I want it put in writing.',
    'I want it not to happen to anybody else.',
    'Please ring me and do not write.',
    '',
    '',
  ],
]
const spread = [
  'Shared in the team meeting.',
  'On the learning log.',
  'In the principal social worker’s newsletter.',
  'To be checked in six months.',
  'Managers confirmed it in supervision.',
  '',
  '',
]
