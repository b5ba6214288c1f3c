import type { Transaction } from '../../engine/database/database.ts'
import { peopleHere, writeRecord } from '../../engine/records/write.ts'
import { workerRoles } from './code-lists.ts'
import { holdingsOn } from './holders.ts'
import { involvement } from './records.ts'

export interface Allocating {
  readonly child: string
  readonly worker: string
  readonly team: string | null
  /** Plain date from which the new worker holds the case. */
  readonly day: string
  /** A code of the reasons for a change of social worker; null for a child who had nobody. */
  readonly reason: string | null
}

const [caseWorker] = workerRoles.codes

/**
 * Gives a child to a worker: whoever holds the case until then holds it no longer, and the new worker holds it from that day. Nothing is
 * written where the worker holds the case already.
 * @returns the identifiers of the involvements written: the one that ended, where there was one, and the one that began
 */
export async function allocate(tx: Transaction, { child, worker, team, day, reason }: Allocating): Promise<readonly string[]> {
  const held = (await holdingsOn(tx, day, { children: [child] })).find(
    ({ holds, role }) => holds && (role === caseWorker?.code || role === null),
  )
  if (held?.worker === worker) return []
  const written: string[] = []
  if (held) {
    const values = { endedOn: day, ...(reason === null ? {} : { changeReason: reason }) }
    written.push(await writeRecord(tx, involvement, { id: held.involvement, values, source: peopleHere, today: day }))
  }
  const values = { worker, team, role: caseWorker?.code ?? null, startedOn: day }
  written.push(await writeRecord(tx, involvement, { person: child, values, source: peopleHere, today: day }))
  return written
}
