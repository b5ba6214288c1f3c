/** Mail as files in a folder. */
import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { MailNotSent, messageOf, type Mail } from './message.ts'

/**
 * Writes the message as a file (.eml) that only this account may read. It is written under another name first, so that whoever empties the
 * folder never takes half of one. Its name is the time and 96 random bits, and does not come twice.
 * @throws MailNotSent when the folder does not take it.
 */
export async function mailFile(mail: Mail, folder: string, at: Date): Promise<void> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await composer.sendMail(messageOf(mail, at))
  const name = `${at.toISOString().replaceAll(/[:.]/g, '-')}-${randomBytes(12).toString('hex')}.eml`
  const unfinished = join(folder, `.${name}.part`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(unfinished, message as Buffer, { flag: 'wx', mode: 0o600 })
    await rename(unfinished, join(folder, name))
  } catch (failure) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    const code = (failure as NodeJS.ErrnoException).code ?? 'unknown'
    throw new MailNotSent(`The folder for mail, ${folder}, does not take files (${code}). Is it there, and may this account write in it?`)
  }
}
