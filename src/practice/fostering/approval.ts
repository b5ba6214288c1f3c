import { addDays } from '../../engine/clocks/days.ts'
import type { OwnDate } from '../../engine/clocks/itself.ts'
import type { Said } from '../../engine/clocks/thread.ts'
import type { fosterCarer } from './records.ts'

/** From when a household is approved to foster, and until when. */

type Household = typeof fosterCarer.fields

/** The day of approval; of a household decided on without it, the day of the decision to approve. */
export const approvedOn = ({ approvedOn, decision, decidedOn }: Said<Household>): string | null =>
  approvedOn ?? (decision === 'APP' ? decidedOn : null)

export const daysOfNotice = 28

const resignationTakesEffect = ({ resignationReceivedOn }: Said<Household>): string | null =>
  resignationReceivedOn === null ? null : addDays(resignationReceivedOn, daysOfNotice)

/** Approval ends on the day recorded, and by law 28 days after a written resignation, recorded or not. */
export const approvalEnds: readonly OwnDate<Household>[] = ['approvalEndedOn', resignationTakesEffect]

/** The earlier of the two; null while the household is approved. */
export const approvalEndedOn = (household: Said<Household>): string | null =>
  [household.approvalEndedOn, resignationTakesEffect(household)].filter((day) => day !== null).sort()[0] ?? null
