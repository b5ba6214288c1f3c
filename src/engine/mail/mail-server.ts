/** Mail handed to a mail server (SMTP, RFC 5321). */
import { createTransport, type NodemailerError } from 'nodemailer'
import { MailNotSent, messageOf, type Mail, type Sending } from './message.ts'

export interface MailServer {
  readonly host: string
  readonly port: number
  /** TLS from the start. */
  readonly secure: boolean
  readonly auth: { readonly user: string; readonly pass: string } | null
}

/** Reads smtp://user:password@host:port. @throws MailNotSent when it is no such address; the sentence does not repeat it. */
export function mailServerOf(address: string): MailServer {
  try {
    const { protocol, hostname, port, username, password } = new URL(address)
    const secure = protocol === 'smtps:'
    if (hostname === '') throw new TypeError('no host')
    return {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(port) || (secure ? 465 : 587),
      secure,
      auth: username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }
  } catch {
    throw new MailNotSent(
      'The address of the mail server cannot be read. Give smtp://user:password@host:port, with %40 for an @ in the password and the like.',
    )
  }
}

/** @throws MailNotSent with what the server said or did not. */
export async function handToServer(mail: Mail, server: MailServer, { at, patience }: Sending): Promise<void> {
  const { host, port, secure, auth } = server
  const transport = createTransport({
    host,
    port,
    secure,
    ...(auth === null ? {} : { auth }),
    requireTLS: auth !== null && !secure && !isThisMachine(host),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  })
  try {
    await transport.sendMail(messageOf(mail, at))
  } catch (failure) {
    throw new MailNotSent(inWords(failure as NodemailerError, mail, `The mail server ${host}:${port}`, patience))
  } finally {
    transport.close()
  }
}

const isThisMachine = (host: string): boolean => ['localhost', '127.0.0.1', '::1'].includes(host)

function inWords({ code, originalCode, response }: NodemailerError, { to }: Mail, server: string, patience: number): string {
  const said =
    response === undefined
      ? ''
      : ` It said: ${response
          .replaceAll(/[\s\p{C}]+/gu, ' ')
          .trim()
          .slice(0, 200)}`
  switch (code) {
    case 'ETIMEDOUT':
      return `${server} did not answer within ${patience / 1000} seconds. Is it the right one, and does the network let us reach it?`
    case 'EDNS':
      return `${server} is not known to the network by that name. Is its name right?`
    case 'EAUTH':
    case 'ENOAUTH':
      return `${server} does not take the account and password it was given.${said}`
    case 'ETLS':
      return `${server} offers no safe connection (STARTTLS with a certificate that is trusted here), so nothing was sent to it.${said}`
    case 'EENVELOPE':
    case 'EMESSAGE':
      return `${server} refused the message to ${to}.${said}`
    default:
      if (originalCode === 'ECONNREFUSED') return `${server} takes no connections. Is it running, and is its address right?`
      return `${server} broke off before the message to ${to} was taken (${originalCode ?? code ?? 'no reason given'}).${said}`
  }
}
