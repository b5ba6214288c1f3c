/** The files of the project as text, for the checks beside this module. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The project's folder. */
export const root = join(import.meta.dirname, '..', '..')

/** What is installed, made or kept beside the project rather than written. */
const notOurs = new Set(['node_modules', '.runtime', '.git', 'data', 'build', 'coverage'])
const binary = /\.(png|jpg|jpeg|gif|ico|woff2?|zip|xlsx|gz|pdf)$/

export interface ProjectFile {
  /** From the project's folder, with `/`. */
  readonly path: string
  readonly text: string
}

/** Every text file beneath a folder of the project (all of it by default); none where the folder is not there. */
export function projectFiles(under = '.'): readonly ProjectFile[] {
  const folder = join(root, under)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): readonly ProjectFile[] => {
    const path = relative(root, join(folder, entry.name)).split(sep).join('/')
    if (entry.isDirectory()) return notOurs.has(path) || notOurs.has(entry.name) ? [] : projectFiles(path)
    if (!entry.isFile() || binary.test(path) || path.endsWith('.log')) return []
    return [{ path, text: readFileSync(join(root, path), 'utf8') }]
  })
}

/** Each line in which the pattern is met, as `path:line: what was met`. */
export function linesWith(files: readonly ProjectFile[], pattern: RegExp): readonly string[] {
  const everywhere = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`)
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => [...line.matchAll(everywhere)].map((met) => `${path}:${index + 1}: ${met[0].trim()}`)),
  )
}
