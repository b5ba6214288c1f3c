import { advocacy } from '../../../src/practice/looked-after/support-records.ts'
import type { Chance } from '../chance.ts'
import { addWorkingDays, earlier, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import { composed } from '../words.ts'
import { meant } from './who-is-meant.ts'
import { isTouched } from './touched.ts'

interface Offering {
  /** The day of the offer. */
  readonly by: Day
  /** Until when an advocate has something to do. */
  readonly until: Day
  readonly what: string
  readonly team: string
}

const came = [
  '{name} said at the meeting what {he} had written down beforehand.',
  'The advocate read {name}’s letter out and it was minuted.',
  '{name}’s question about contact was answered.',
  '{name} decided not to come, and was spoken for.',
  'Two of the three things {name} asked for are in the plan.',
  '{name} felt listened to and wants the same advocate again.',
  '{name} changed {his} mind and saw the advocate once only.',
]
const more = ['', '', 'Closed with {his} agreement.', 'Feedback given to the chair.', 'To be offered again at the next meeting.']

/** An offer of an advocate for a meeting or a plan, unless nobody thinks of it; and what came of it. @returns whether the child has one */
export function tellAdvocacy(living: Living, { by: offeredOn, until, what, team }: Offering, lot: Chance): boolean {
  const { telling } = living
  if (isTouched(lot, living, 'advocacy-not-offered', offeredOn, team)) return false
  const by = living.workerOn(offeredOn)
  const response = lot.weighed([
    ['Accepted', 42],
    ['Declined', 46],
    ['No reply', 12],
  ] as const)
  const told = telling.tell(advocacy, { offeredOn, response, offeredFor: what }, { on: offeredOn, by })
  if (response !== 'Accepted') return false
  const startedOn = addWorkingDays(offeredOn, lot.between(2, 8))
  telling.amend(told, advocacy, { startedOn, advocate: living.world.workforce.outsider(lot) }, { on: startedOn, by })
  const endedOn = earlier(addWorkingDays(startedOn, lot.between(10, 110)), addWorkingDays(until, lot.between(2, 10)))
  if (endedOn > startedOn)
    telling.amend(
      told,
      advocacy,
      { endedOn, outcome: composed(lot, [came, more], meant(living, endedOn)) },
      { on: endedOn, by: living.workerOn(endedOn) },
    )
  return true
}
