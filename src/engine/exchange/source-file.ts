/** From what a person names (files, folders, zips) to the files to read, one after another. */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { defaultLimits, firstBytes, UnreadableFile, unreadableOnDisk, type Limits, type SourceFile } from './source.ts'
import { looksLikeZip, zipEntries } from './zip.ts'

export { firstBytes, UnreadableFile, type Limits, type SourceFile }

const deepestFolder = 32

/**
 * Every file that the paths name. A folder gives its files, those of its folders too, sorted by name; a zip, known by its
 * content, gives its entries, and a zip inside it those of its own. A workbook (.xlsx) is a zip as well but stays one file.
 * Left out: hidden files, what macOS adds to a zip, the lock files of an open workbook, and links to folders.
 * With one path given, a file's `path` is the one inside that folder or zip; with several, the name of each leads it, so
 * that two years' files of the same name can be told apart.
 * `leaveOut` is told of a path that is neither file nor folder, a folder or file that may not be opened, a link that leads nowhere and
 * a zip that must not be read, and the files beside it are given all the same. Without it, UnreadableFile is thrown there.
 */
export async function* sourceFiles(
  paths: readonly string[],
  limits: Partial<Limits> = {},
  leaveOut?: (unreadable: UnreadableFile) => void,
): AsyncGenerator<SourceFile> {
  const within = { ...defaultLimits, ...limits, leaveOut }
  for (const path of paths) yield* orLeftOut(filesAt(path, paths.length > 1, within), within)
}

interface Within extends Limits {
  readonly leaveOut: ((unreadable: UnreadableFile) => void) | undefined
}

/** The files, up to where one of them cannot be read; that is told and not thrown, where someone is there to be told. */
async function* orLeftOut(files: AsyncGenerator<SourceFile>, { leaveOut }: Within): AsyncGenerator<SourceFile> {
  try {
    yield* files
  } catch (error) {
    if (!leaveOut || !(error instanceof UnreadableFile)) throw error
    leaveOut(error)
  }
}

async function* filesAt(path: string, oneOfSeveral: boolean, within: Within): AsyncGenerator<SourceFile> {
  const shown = basename(join(path))
  const lead = oneOfSeveral ? `${shown}/` : ''
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) yield* filesInFolder(path, lead, within, 0)
  else if (found?.isFile()) yield* fileOrEntries(fileOnDisk(path, shown, found.size), lead, within, 0)
  else if (found) throw new UnreadableFile(shown, 'This is neither a file nor a folder.', 'Give a file, a folder or a zip.')
  else throw new UnreadableFile(path, 'There is no file or folder of this name, or it may not be read.', 'Give a file, a folder or a zip.')
}

/** A file that lies on this machine. `size` is in bytes. */
const fileOnDisk = (onDisk: string, path: string, size: number): SourceFile => ({
  path,
  size,
  onDisk,
  open: () => createReadStream(onDisk, { highWaterMark: 256 * 1024 }),
})

async function* filesInFolder(folder: string, lead: string, within: Within, depth: number): AsyncGenerator<SourceFile> {
  if (depth > deepestFolder)
    throw new UnreadableFile(lead, 'The folders lie too deep inside one another.', `At most ${deepestFolder} are opened.`)
  const listed = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw unreadableOnDisk(error, lead || basename(folder))
  })
  const names = listed.filter((each) => !isLeftOut(each.name))
  names.sort((one, other) => (one.name < other.name ? -1 : 1))
  for (const each of names) {
    const path = join(folder, each.name)
    const inside = each.isDirectory()
      ? filesInFolder(path, `${lead}${each.name}/`, within, depth + 1)
      : fileInFolder(path, lead + each.name, within)
    yield* orLeftOut(inside, within)
  }
}

async function* fileInFolder(path: string, shown: string, within: Within): AsyncGenerator<SourceFile> {
  const found = await stat(path).catch(() => null)
  if (found === null)
    throw new UnreadableFile(
      shown,
      'This name leads to no file, or to one that may not be read.',
      'Give the file itself, not a link to it.',
    )
  if (found.isFile()) yield* fileOrEntries(fileOnDisk(path, shown, found.size), `${shown}/`, within, 0)
}

/** The file itself, or, where it is a zip, the files in it. */
async function* fileOrEntries(file: SourceFile, lead: string, within: Within, depth: number): AsyncGenerator<SourceFile> {
  if (!looksLikeZip(await firstBytes(file, 4))) {
    yield file
    return
  }
  const entries = await zipEntries(file, lead, within)
  if (isDocument(entries.map((entry) => entry.path.slice(lead.length)))) {
    yield file
    return
  }
  if (depth > 1) throw new UnreadableFile(file.path, 'This zip lies in a zip that lies in a zip.', 'Give it outside the others.')
  for (const entry of entries) {
    if (!entry.path.split('/').some(isLeftOut)) yield* orLeftOut(fileOrEntries(entry, `${entry.path}/`, within, depth + 1), within)
  }
}

/** Office documents are zips: those of Microsoft hold a list of content types, those of OpenDocument a file named mimetype. */
const isDocument = (names: readonly string[]) => names.includes('[Content_Types].xml') || names.includes('mimetype')

const isLeftOut = (name: string) => name.startsWith('.') || name.startsWith('~$') || name === '__MACOSX'
