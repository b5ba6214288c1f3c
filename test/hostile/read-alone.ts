/**
 * Files recognised and read as an import does, with the product's own staging, which here writes nowhere: so what reading takes of memory
 * shows by itself. Run as a program, it reads the paths it is given and prints what was told, and the most memory it ever held.
 */

import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Transaction } from '../../src/engine/database/database.ts'
import { UnreadableFile } from '../../src/engine/exchange/source-file.ts'
import { stage, type StagedPlan } from '../../src/engine/intake/staging.ts'
import { recognise } from '../../src/returns/recognise.ts'

export interface Told {
  readonly path: string
  readonly format: string
  /** Records that would be brought in: none of a file that cannot be read to its end. */
  readonly stated: number
  readonly refused: readonly {
    readonly line: number | null
    readonly found: string | null
    readonly allowed: string | null
    readonly why: string
  }[]
}

export interface ReadInMemory {
  readonly told: readonly Told[]
  /** The most memory the process ever held, in MiB. */
  readonly most: number
}

/** What an import of these paths would be told, file by file. */
export async function readAlone(paths: readonly string[], today = '2016-03-01'): Promise<Told[]> {
  const told: Told[] = []
  for (const file of await recognise(paths)) {
    const refused: Told['refused'][number][] = []
    const plans: StagedPlan[] = []
    const refuse = ({ line, found, allowed, why }: Told['refused'][number]): void => void refused.push({ line, found, allowed, why })
    let whole = true
    try {
      await file.read({
        today,
        async plan(stating) {
          const plan = await stage(nowhere, plans.length + 1, file.path, stating, today, refuse)
          plans.push(plan)
          return plan
        },
        refuse,
        remark: () => undefined,
        flush: async () => {
          for (const plan of plans) await plan.flush(false)
        },
      })
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      whole = false
      refuse({ line: error.line, found: error.found, allowed: error.allowed, why: error.message })
    }
    told.push({ path: file.path, format: file.format, stated: whole ? plans.reduce((sum, plan) => sum + plan.count(), 0) : 0, refused })
  }
  return told
}

const nowhere = {
  run: async () => 0,
  copyIn: async (_into: string, chunks: AsyncIterable<string> | Iterable<string>) => {
    for await (const _ of chunks) continue
  },
} as unknown as Transaction

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const told = await readAlone(process.argv.slice(2))
  process.stdout.write(JSON.stringify({ told, most: process.resourceUsage().maxRSS / 1024 } satisfies ReadInMemory))
}
