/** Sends plain mail: into a folder, from which something else takes it, or to a mail server. */
import { mailFile } from './mail-folder.ts'
import { handToServer, mailServerOf } from './mail-server.ts'
import { MailNotSent, type Mail, type Sending } from './message.ts'

export interface NotSent {
  readonly mail: Mail
  /** A sentence for the person who can mend it. It holds no password. */
  readonly why: string
}

/** 20 seconds. */
const usualPatience = 20_000
/** So many messages are under way at a time. */
const atATime = 4

/**
 * Sends one message.
 * @param place a folder, made where it is not there, in which the message becomes a file (.eml, RFC 5322); or the address of a mail
 * server: smtp://user:password@host:port (port 587 where none is given), or smtps://… for one that speaks TLS from the start (465).
 * A password goes over a safe connection only, unless the server is on this machine.
 * @throws MailNotSent with a sentence: what was found, and what to look at.
 */
export async function sendMail(
  mail: Mail,
  place: string,
  { at = new Date(), patience = usualPatience }: Partial<Sending> = {},
): Promise<void> {
  for (const address of [mail.from, mail.to])
    if (!isOneAddress(address)) throw new MailNotSent(`“${address}” is not an e-mail address. Give one, such as ana@council.example.`)
  if (/^smtps?:/i.test(place)) return handToServer(mail, mailServerOf(place), { at, patience })
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place))
    throw new MailNotSent('The place for mail is neither a folder nor an address that begins with smtp:// or smtps://.')
  return mailFile(mail, place, at)
}

/**
 * Sends each message, whatever becomes of the others.
 * @returns those that were not sent, each with its reason, in the order given.
 */
export async function sendEach(mails: readonly Mail[], place: string, sending: Partial<Sending> = {}): Promise<readonly NotSent[]> {
  const notSent: (NotSent | null)[] = mails.map(() => null)
  let next = 0
  const sendOn = async (): Promise<void> => {
    while (next < mails.length) {
      const at = next++
      const mail = mails[at] as Mail
      await sendMail(mail, place, sending).catch((failure: unknown) => {
        if (!(failure instanceof MailNotSent)) throw failure
        notSent[at] = { mail, why: failure.message }
      })
    }
  }
  await Promise.all(Array.from({ length: atATime }, sendOn))
  return notSent.filter((one) => one !== null)
}

/** One address without a name before it: letters that would make it two, or a header of its own, are not in it. */
const isOneAddress = (text: string): boolean => /^[^\s@,;:<>()[\]"\\\p{C}]+@[^\s@,;:<>()[\]"\\\p{C}]+$/u.test(text) && text.length <= 254
