import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Files of a folder, each written from its beginning to its end, any number at once, in little memory. */
export interface Files {
  /** Adds to the end of a file, which begins empty. */
  readonly put: (name: string, text: string) => void
  /** To be awaited between batches: writes out what has gathered. */
  readonly settle: () => Promise<void>
  /** Writes out the rest. @returns the names, in the order of the alphabet. */
  readonly close: () => Promise<readonly string[]>
}

/** How much of a file gathers before it is written out, in characters. */
const gather = 64 * 1024

export function filesIn(folder: string): Files {
  const gathered = new Map<string, { texts: string[]; size: number; begun: boolean }>()
  let full = new Set<string>()
  const writeOut = async (name: string): Promise<void> => {
    const file = gathered.get(name)
    if (!file || (file.begun && file.texts.length === 0)) return
    const text = file.texts.join('')
    const path = join(folder, name)
    if (file.begun) await appendFile(path, text)
    else {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
    }
    Object.assign(file, { texts: [], size: 0, begun: true })
  }
  return {
    put(name, text) {
      const file = gathered.get(name) ?? { texts: [], size: 0, begun: false }
      gathered.set(name, file)
      file.texts.push(text)
      file.size += text.length
      if (file.size > gather) full.add(name)
    },
    async settle() {
      const these = full
      full = new Set()
      for (const name of these) await writeOut(name)
    },
    async close() {
      const names = [...gathered.keys()].sort()
      for (const name of names) await writeOut(name)
      return names
    },
  }
}
