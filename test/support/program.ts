/** The terminal program: as a process of its own, as somebody at a terminal has it, or within this one, which takes a tenth of the time. */

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runCommand } from '../../src/commands/run.ts'
import type { Place } from '../../src/engine/records/open.ts'

export interface Ended {
  readonly out: string
  readonly said: string
  readonly code: number
}

export const root = join(import.meta.dirname, '..', '..')

/** What Node is to be told to run the program with these words. */
export const programWith = (...words: string[]): string[] => ['--import', 'tsx', join(root, 'src', 'cli.ts'), ...words]

/** Runs the program itself with these words on the data of a folder. @returns its output, what it said beside it, and its exit code */
export async function goldthread(data: string, ...words: string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: '' }
  return promisify(execFile)(process.execPath, programWith('--data', data, ...words), { env, cwd: root, maxBuffer: 100_000_000 })
    .then(({ stdout, stderr }) => ({ out: stdout, said: stderr, code: 0 }))
    .catch(({ stdout, stderr, code }: { stdout: string; stderr: string; code: number }) => ({ out: stdout, said: stderr, code }))
}

/** Runs what the program runs with these words, in this process, where a database is. One at a time. */
export async function command({ url, folder }: Pick<Place, 'url' | 'folder'>, ...words: string[]): Promise<Ended> {
  const { DATABASE_URL: address } = process.env
  process.env['DATABASE_URL'] = url ?? ''
  const [out, said] = [heard(process.stdout), heard(process.stderr)]
  try {
    const code = await runCommand(['--data', folder || 'unused', ...words])
    return { out: out.text(), said: said.text(), code }
  } finally {
    out.stop()
    said.stop()
    if (address === undefined) delete process.env['DATABASE_URL']
    else process.env['DATABASE_URL'] = address
  }
}

/** Keeps what is written to a stream, in place of its being written. */
function heard(stream: NodeJS.WriteStream): { text: () => string; stop: () => void } {
  const write = stream.write
  const pieces: string[] = []
  stream.write = (piece: string | Uint8Array, ...rest: unknown[]) => {
    pieces.push(typeof piece === 'string' ? piece : Buffer.from(piece).toString())
    const done = rest.findLast((each) => typeof each === 'function') as (() => void) | undefined
    done?.()
    return true
  }
  return { text: () => pieces.join(''), stop: () => void (stream.write = write) }
}
