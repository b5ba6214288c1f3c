import type { Day } from '../days.ts'
import type { Life } from '../life.ts'
import { workerNamed, workers } from '../people.ts'

/** Who answers for a child on a day. */

const managers: Readonly<Record<string, string>> = {
  T10: 'P110',
  T11: 'P110',
  T21: 'P120',
  T22: 'P120',
  T31: 'P133',
  T32: 'P133',
  T42: 'P140',
}

/** The number of the manager of a team: its own, or the head of service where it has none. */
export const managerOf = (team: string): string => managers[team] ?? 'P101'

/** The case worker of that day, by number; null where there is none. */
export function caseWorkerOn(life: Life, day: Day): string | null {
  const found = life.involvements.findLast(({ role, from, until }) => role === 'CW' && from <= day && (until === null || day < until))
  return found ? workerNamed(found.worker).id : null
}

/** The manager of the case worker of that day. */
export function managerOn(life: Life, day: Day): string {
  const id = caseWorkerOn(life, day)
  return managerOf(workers.find((worker) => worker.id === id)?.team ?? '')
}

/** The stretches in which any of these runs, joined where they meet. */
export function joined(
  stretches: readonly { readonly from: Day; readonly until: Day | null }[],
): readonly { from: Day; until: Day | null }[] {
  const found: { from: Day; until: Day | null }[] = []
  for (const { from, until } of [...stretches].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = found.at(-1)
    if (last && (last.until === null || from <= last.until)) {
      if (last.until !== null && (until === null || until > last.until)) last.until = until
    } else found.push({ from, until })
  }
  return found
}

/** A day that lies beyond everything told. */
export const never: Day = '9999-12-31'
