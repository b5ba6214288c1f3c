/** A message, and what it is to nodemailer, wherever it goes. */
import type { SendMailOptions } from 'nodemailer'

export interface Mail {
  /** One e-mail address. */
  readonly from: string
  /** One e-mail address. */
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Sending {
  /** The date of the message. */
  readonly at: Date
  /** How long a server may keep us waiting at each step, in milliseconds. */
  readonly patience: number
}

/** A message could not be sent, as the sentence says. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent'
}

/** Nothing of it is looked up in files or on other machines, and it says that no person wrote it, so that no out-of-office answers. */
export const messageOf = ({ from, to, subject, text }: Mail, at: Date): SendMailOptions => ({
  from: { name: '', address: from },
  to: { name: '', address: to },
  subject,
  text,
  date: at,
  headers: { 'Auto-Submitted': 'auto-generated' },
  xMailer: false,
  disableFileAccess: true,
  disableUrlAccess: true,
})
