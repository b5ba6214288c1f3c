import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { UploadedFile } from '../../engine/web/page.ts'

/**
 * Gives files that came with a form their own names back, in a folder beside them, so that what is said about them says these names.
 * @returns the folder to bring in.
 */
export async function inOneFolder(files: readonly UploadedFile[]): Promise<string> {
  const [first] = files
  if (!first) throw new Error('No file was sent')
  const folder = join(dirname(first.path), 'in')
  const places = placesFor(files.map(({ name }) => name))
  for (const [at, { path }] of files.entries()) {
    const place = join(folder, places[at] as string)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await rename(path, place)
  }
  return folder
}

/** File systems take 255 bytes for a name; a letter may need four. */
const longestName = 60

/**
 * Where each file lies in the folder: its name, made fit for any file system and never hidden; the second of the same name in a folder 2,
 * and so on, as years of one return come.
 */
export function placesFor(names: readonly string[]): string[] {
  const taken = new Map<string, number>()
  return names.map((name) => {
    const fit =
      [...name.replace(/[<>:"/\\|?*\p{Cc}]/gu, '_').replace(/^(\.|~\$|__MACOSX$)+/, '')]
        .slice(-longestName)
        .join('')
        .replace(/^[\s.]+|[\s.]+$/g, '') || 'file'
    const times = (taken.get(fit.toLowerCase()) ?? 0) + 1
    taken.set(fit.toLowerCase(), times)
    return times === 1 ? fit : join(String(times), fit)
  })
}
