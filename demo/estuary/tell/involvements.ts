import { involvement } from '../../../src/practice/allocation/records.ts'
import { addDays } from '../days.ts'
import type { Living } from '../living.ts'

/** Who held the child: case workers one after another, and advisers after care. */
export function tellInvolvements(living: Living): void {
  const { course, held, telling } = living
  for (const [place, { worker, team, from, until, why, need }] of held.entries()) {
    const before = held[place - 1]
    const referral = need === null ? null : living.kept(`referral/${course.needs.indexOf(need)}`)
    const by = living.world.workforce.manager(team, from)
    const told = telling.tell(
      involvement,
      {
        worker: worker.id,
        role: need === null ? 'PA' : 'CW',
        team,
        startedOn: from,
        changeReason: need === null ? null : (why ?? (before && before.need === need ? 'TSPROC' : 'FCONTA')),
        referral: referral?.id ?? null,
      },
      { on: from, by, prompt: true },
    )
    telling.amend(
      told,
      involvement,
      { endedOn: until },
      { on: until, by: living.world.workforce.manager(team, addDays(until, -1)), prompt: true },
    )
  }
}
