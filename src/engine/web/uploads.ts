/**
 * Files that come with a form. They are written to a folder of their own as they arrive, never held in memory, and the folder
 * is removed afterwards. What a server that was killed left behind is removed when the next one starts: it may hold people's data.
 */
import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { UploadedFile } from './page.ts'

/** One part of a multipart form, as it is read: a value or a file. */
export type Part =
  | { readonly type: 'field'; readonly fieldname: string; readonly value: unknown }
  | { readonly type: 'file'; readonly fieldname: string; readonly filename: string | undefined; readonly file: Readable }

export interface Upload {
  readonly form: URLSearchParams
  readonly files: readonly UploadedFile[]
  /** More came than is taken. Nothing of it was kept. */
  readonly tooLarge: boolean
  /** A file came before the token that shows the form is ours. Nothing of it was kept. */
  readonly notOurs: boolean
  remove(): Promise<void>
}

const folderName = /^goldthread-uploads-(\d+)-/

/**
 * Reads a whole multipart form. Once it is refused, what still comes is read and dropped, so that the browser can be answered.
 * @param limit bytes that all files together may have
 */
export async function received(parts: AsyncIterable<Part>, limit: number, isOurs: (form: URLSearchParams) => boolean): Promise<Upload> {
  const form = new URLSearchParams()
  const files: UploadedFile[] = []
  let folder: string | null = null
  let room = limit
  let refused: 'tooLarge' | 'notOurs' | null = null
  const remove = async () => {
    if (folder !== null) await rm(folder, { recursive: true, force: true })
  }
  try {
    for await (const part of parts) {
      if (part.type === 'field') {
        form.append(part.fieldname, String(part.value))
        continue
      }
      if (refused === null && !isOurs(form)) refused = 'notOurs'
      const name = saidName(part.filename)
      if (refused !== null || name === '') {
        part.file.resume()
        continue
      }
      folder ??= await mkdtemp(join(tmpdir(), `goldthread-uploads-${process.pid}-`))
      const path = join(folder, String(files.length + 1))
      const size = await keep(part.file, path, room)
      room -= size
      if (room < 0) refused = 'tooLarge'
      else files.push({ field: part.fieldname, name, path, size })
    }
  } catch (failure) {
    await remove()
    throw failure
  }
  if (refused !== null) await remove()
  return { form, files: refused === null ? files : [], tooLarge: refused === 'tooLarge', notOurs: refused === 'notOurs', remove }
}

/** Writes at most `room` bytes; gives how many came. */
async function keep(file: Readable, path: string, room: number): Promise<number> {
  let size = 0
  const within = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size <= room) yield chunk
    }
  }
  await pipeline(file, within, createWriteStream(path, { mode: 0o600 }))
  return size
}

/** The last part of a name, without control characters, at most 200 characters long. */
const saidName = (name: string | undefined): string =>
  basename((name ?? '').replaceAll('\\', '/'))
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(-200)

/** Removes what servers that no longer run have left behind. */
export async function removeLeftUploads(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => [])
  for (const name of names) {
    const process = Number(folderName.exec(name)?.[1])
    if (Number.isInteger(process) && !isRunning(process))
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)
  }
}

function isRunning(process_: number): boolean {
  try {
    return process.kill(process_, 0)
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM'
  }
}
