import { randomUUID } from 'node:crypto'
import { newReference, withoutData } from '../../engine/web/problems.tsx'

/**
 * Imports that people have started from the page: one at a time, in the order they were started, going on after the request was
 * answered. They are kept in memory only. An import is one transaction, so a server that stops in the middle leaves nothing half done.
 */

export interface Job {
  readonly id: string
  /** Who started it, by name. */
  readonly by: string
  readonly startedAt: Date
  /** The files' names. */
  readonly files: readonly string[]
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  /** What it is doing, in words. */
  readonly words: string
  /** How many files have been begun; how many there are, or null where a zip holds more than can be told beforehand. */
  readonly begun: number
  readonly of: number | null
  /** The import it made, once done. */
  readonly import: string | null
  /** What to quote, once failed. */
  readonly reference: string | null
}

export interface Work {
  readonly by: string
  readonly files: readonly string[]
  readonly of: number | null
  /** Brings the files in; gives the import's identifier. */
  bringIn(progress: (words: string) => void): Promise<string>
  /** Removes the files, however it went. */
  cleared(): Promise<void>
}

export interface Jobs {
  start(work: Work): Job
  find(id: string): Job | null
  /** Those that wait, run or have failed; newest first. */
  open(): readonly Job[]
  isBusy(): boolean
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>
}

const mostKept = 200

/** @param report takes a line about a failure, which holds no data. */
export function importJobs({
  now = () => new Date(),
  report = (line) => void process.stderr.write(`${line}\n`),
}: { readonly now?: () => Date; readonly report?: (line: string) => void } = {}): Jobs {
  const jobs = new Map<string, Job>()
  let turn: Promise<void> = Promise.resolve()
  const change = (id: string, changed: Partial<Job>): void => {
    const job = jobs.get(id)
    if (job) jobs.set(id, { ...job, ...changed })
  }

  const run = async (id: string, work: Work): Promise<void> => {
    change(id, { state: 'running', words: 'Looking at the files' })
    try {
      const made = await work.bringIn((words) => {
        const begins = /^Reading (?!.*: [\d,]+ rows$)/.test(words) ? 1 : 0
        change(id, { words, begun: (jobs.get(id)?.begun ?? 0) + begins })
      })
      change(id, { state: 'done', import: made, words: 'Done' })
    } catch (failure) {
      const reference = newReference()
      report(JSON.stringify({ at: now().toISOString(), reference, job: 'an import from the page', ...withoutData(failure) }))
      change(id, { state: 'failed', reference, words: 'Nothing was brought in' })
    }
    await work
      .cleared()
      .catch((failure: unknown) =>
        report(JSON.stringify({ at: now().toISOString(), job: 'removing files that were sent', ...withoutData(failure) })),
      )
  }

  return {
    start(work) {
      const { by, files, of } = work
      const job: Job = {
        id: randomUUID(),
        by,
        startedAt: now(),
        files,
        state: 'waiting',
        words: 'Waiting for another import to finish',
        begun: 0,
        of,
        import: null,
        reference: null,
      }
      jobs.set(job.id, job)
      for (const [id, { state }] of jobs) if (jobs.size > mostKept && (state === 'done' || state === 'failed')) jobs.delete(id)
      turn = turn.then(() => run(job.id, work))
      return job
    },
    find: (id) => jobs.get(id) ?? null,
    open: () => [...jobs.values()].filter(({ state }) => state !== 'done').reverse(),
    isBusy: () => [...jobs.values()].some(({ state }) => state === 'waiting' || state === 'running'),
    idle: () => turn,
  }
}
