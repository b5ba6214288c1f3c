import { informationRequest } from '../../../src/voice/requests/records.ts'
import type { Chance } from '../chance.ts'
import { addDays, addMonths, addWorkingDays, workingDay, type Day } from '../days.ts'
import type { Telling } from '../telling.ts'
import { composed } from '../words.ts'
import type { Worker } from '../workforce.ts'
import { daysOf, numbering, someChild, type KnownChild } from './registers.ts'
import { upToWorkingDay } from './sessions.ts'

/** From then on one month and no fee (General Data Protection Regulation); before, forty days from when fee and identity were there. */
const oneMonthFrom: Day = '2018-05-25'

/** Tells requests for one’s own file, and those under freedom of information: when they came, what was asked back, when they were answered. */
export function tellRequests(telling: Telling, children: readonly KnownChild[]): void {
  const { world } = telling
  const ofFiles = numbering('SAR', world)
  for (const receivedOn of daysOf(world, world.chance('files asked for'), (month) => (month >= '2018-06' ? 4.6 : 3))) {
    const reference = ofFiles(receivedOn)
    tellFile(telling, world.chance('file', reference), reference, receivedOn, children)
  }
  const free = numbering('FOI', world)
  for (const receivedOn of daysOf(world, world.chance('questions asked'), () => 5.2)) {
    const reference = free(receivedOn)
    tellQuestion(telling, world.chance('question', reference), reference, receivedOn)
  }
}

const byWhom = ({ world: { workforce } }: Telling, on: Day): Worker =>
  workforce.workers.find(({ title, from, until }) => title === 'Administrator' && from <= on && until > on) ??
  workforce.manager(workforce.teams[0]?.id ?? '', on)

function tellFile(telling: Telling, lot: Chance, reference: string, receivedOn: Day, children: readonly KnownChild[]): void {
  const by = byWhom(telling, receivedOn)
  const at = (on: Day): { on: Day; by: Worker } => ({ on, by })
  const askedBy = lot.weighed([
    ['SELF', 46],
    ['PARENT', 28],
    ['AGENT', 26],
  ] as const)
  const child = someChild(lot, children, receivedOn, askedBy === 'SELF' ? { leastAge: 14 } : {})
  const told = telling.tell(
    informationRequest,
    {
      reference,
      type: 'SAR',
      askedBy,
      ...(child === null ? {} : { child: child.number }),
      about: composed(lot, [files[askedBy] ?? [], ofFile]),
      receivedOn,
    },
    { ...at(receivedOn), prompt: true },
  )
  let starts = receivedOn
  if (lot.happens(0.75)) {
    const identityAskedOn = addWorkingDays(receivedOn, lot.between(1, 4))
    telling.amend(told, informationRequest, { identityAskedOn }, at(identityAskedOn))
    const identityConfirmedOn = addWorkingDays(identityAskedOn, lot.between(2, 14))
    telling.amend(told, informationRequest, { identityConfirmedOn }, at(identityConfirmedOn))
    starts = identityConfirmedOn
  }
  const old = receivedOn < oneMonthFrom
  if (old && lot.happens(0.4)) {
    const feeAskedOn = addWorkingDays(receivedOn, lot.between(1, 4))
    const feeReceivedOn = addWorkingDays(feeAskedOn, lot.between(4, 15))
    telling.amend(told, informationRequest, { feeAskedOn }, at(feeAskedOn))
    telling.amend(told, informationRequest, { feeReceivedOn }, at(feeReceivedOn))
    if (feeReceivedOn > starts) starts = feeReceivedOn
  }
  if (lot.happens(0.04)) {
    const withdrawnOn = addWorkingDays(starts, lot.between(3, 15))
    telling.amend(told, informationRequest, { withdrawnOn }, at(withdrawnOn))
    return
  }
  const extended = !old && lot.happens(0.2)
  const extendedOn = workingDay(addDays(starts, lot.between(12, 26)))
  if (extended) telling.amend(told, informationRequest, { extendedOn }, at(extendedOn))
  const due = old ? addDays(starts, 40) : addMonths(starts, extended ? 3 : 1)
  const answeredOn = lot.happens(0.8) ? upToWorkingDay(addDays(due, -lot.between(0, 12))) : workingDay(addDays(due, lot.between(3, 60)))
  telling.amend(
    told,
    informationRequest,
    {
      answeredOn,
      answer: lot.weighed([
        ['PART', 62],
        ['ALL', 32],
        ['NONE', 2],
        ['HELD', 4],
      ] as const),
    },
    at(answeredOn),
  )
}

function tellQuestion(telling: Telling, lot: Chance, reference: string, receivedOn: Day): void {
  const by = byWhom(telling, receivedOn)
  const at = (on: Day): { on: Day; by: Worker } => ({ on, by })
  const askedBy = lot.weighed([
    ['PRESS', 34],
    ['PUBLIC', 44],
    ['OTHER', 22],
  ] as const)
  const told = telling.tell(
    informationRequest,
    { reference, type: 'FOI', askedBy, about: composed(lot, questions, { year: String(Number(receivedOn.slice(0, 4)) - 1) }), receivedOn },
    { ...at(receivedOn), prompt: true },
  )
  let starts = receivedOn
  if (lot.happens(0.12)) {
    const clarificationAskedOn = addWorkingDays(receivedOn, lot.between(2, 8))
    telling.amend(told, informationRequest, { clarificationAskedOn }, at(clarificationAskedOn))
    starts = addWorkingDays(clarificationAskedOn, lot.between(1, 15))
    telling.amend(told, informationRequest, { clarificationReceivedOn: starts }, at(starts))
  }
  const answeredOn = addWorkingDays(starts, lot.happens(0.88) ? lot.between(8, 20) : lot.between(21, 40))
  telling.amend(
    told,
    informationRequest,
    {
      answeredOn,
      answer: lot.weighed([
        ['ALL', 58],
        ['PART', 24],
        ['NONE', 8],
        ['HELD', 10],
      ] as const),
    },
    at(answeredOn),
  )
}

const files: Readonly<Record<string, readonly string[]>> = {
  SELF: [
    'My whole file, from when I came into care.',
    'Why I was taken from my mum.',
    'All that was written about me when I was small.',
    'My reviews and reports.',
    'Where I lived and who decided it.',
  ],
  PARENT: [
    'What is held about my son.',
    'The assessment and all e-mails about us.',
    'Notes of the visits to our home.',
    'The minutes of the conference, with what the school said.',
  ],
  AGENT: [
    'Full disclosure for proceedings.',
    'Records of contact, for a hearing in the family court.',
    'The complete social work file; form of authority enclosed.',
    'Placement records, for a claim.',
  ],
}
const ofFile = [
  'Photographs too, if there are any.',
  'From 2004 on.',
  'I need it before my birthday.',
  'On paper, please.',
  'The last three years would do.',
  '',
  '',
  '',
]
const questions = [
  [
    'How many children in care moved more than three times in {year}.',
    'Spending on agency social workers in {year} and the year before.',
    'How many referrals were made to the hub in {year}, and by whom.',
    'Number of unaccompanied children, by country, since {year}.',
    'Caseloads of social workers on the last day of {year}.',
    'How many foster carers were approved and how many left in {year}.',
    'Children placed more than twenty miles away in {year}.',
    'Number of children who went missing from care in {year}.',
    'Cost of taxis for children in {year}.',
    'How many complaints were upheld in {year}.',
    'Number of families moved out of the area in {year}.',
    'Care leavers in bed and breakfast in {year}.',
    'Payments to adopters and special guardians in {year}.',
    'Days of sickness in children’s services in {year}.',
  ],
  [
    'By month.',
    'By age and sex.',
    'With the policy that applies.',
    'In a table, please.',
    'For the last five years, if it is held.',
    'And the same for the years before.',
    '',
  ],
]
