import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { lastWholeMonth } from '../../src/engine/measures/months.ts'
import { openDatabase, type Place } from '../../src/engine/records/open.ts'
import { londonDay } from '../../src/engine/web/words.ts'
import { gatherSignals, monthToldOn, tellFrom } from '../../src/improvement/signals/tell-signals.ts'
import { measuredNow } from '../../src/measured.ts'
import { model } from '../../src/model.ts'

/** The one place where the bench asks the product for its signals. */

export interface Signal {
  readonly id: string
  readonly measure: string
  readonly kind: string
  /** Dimension and value, in words or as a code. */
  readonly where: Readonly<Record<string, string>>
  /** Month, YYYY-MM. */
  readonly since: string
  readonly direction: 'worse' | 'better' | 'changed'
  readonly from: number | null
  readonly to: number | null
  readonly unit: string
  readonly confidence: number | string | null
  readonly children: number | null
  readonly sentence: string
  /** The signal of which this is a part. */
  readonly partOf: string | null
}

export interface Asker {
  /** The signals as at a day, YYYY-MM-DD, from what had been recorded by then. @throws Error where the product fails */
  at(day: string): Promise<readonly Signal[]>
  close(): Promise<void>
}

/** In how many months before its end a history that was brought in at once lies. */
const longest = 120

/**
 * Asks in this process, by the functions beneath the terminal’s command. What was brought in at once is taken as known on the days it bears, so what signals are looked
 * for in is gathered once and looked at as if each day were the last.
 */
export async function askerFor(place: Place): Promise<Asker> {
  const database = await openDatabase(place, model)
  const who = { actor: 'bench', keys: ['staff'], role: 'reads' } as const
  let all: Awaited<ReturnType<typeof gatherSignals>> | null = null
  return {
    at: (day) =>
      database.transaction(who, async (tx) => {
        const measured = await measuredNow(tx)
        all ??= await gatherSignals(tx, measured, lastWholeMonth(londonDay(new Date())), longest)
        const { told } = await tellFrom(tx, measured, { ...all.watching, from: 0 }, all.gathered, monthToldOn(day, true))
        return told.map(({ signal }) => signal)
      }),
    close: () => database.close(),
  }
}

const run = promisify(execFile)
const program = join(import.meta.dirname, '../../bin/goldthread')

/** Asks as anybody may: `bin/goldthread signals --as-at DAY --json`, a process for each day. Nobody else may have an embedded database open. */
export const programFor = ({ url, folder, schema }: Place): Promise<Asker> =>
  Promise.resolve({
    at: async (day) => {
      const words = ['--data', folder || 'data', '--authority', schema, '--json', 'signals', '--as-at', day]
      const { stdout } = await run(program, words, { env: { ...process.env, DATABASE_URL: url ?? '' }, maxBuffer: 256 * 1024 * 1024 })
      return JSON.parse(stdout) as readonly Signal[]
    },
    close: () => Promise.resolve(),
  })
