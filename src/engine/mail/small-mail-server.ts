/** A small mail server for tests: it speaks as much of SMTP as it takes to be given a message, on loopback and nowhere else. */
import { createServer, type AddressInfo, type Socket } from 'node:net'

export interface SmallMailServer {
  readonly port: number
  /** What was taken: who sent, to whom, and the message as it came. */
  readonly taken: readonly { readonly from: string; readonly to: string; readonly message: string }[]
  /** Everything that was said to it, line by line, without the messages. */
  readonly heard: readonly string[]
  close(): Promise<void>
}

export interface Manners {
  /** Takes this account and password, and asks for them. */
  readonly account?: { readonly user: string; readonly pass: string }
  /** What it answers to the recipient, where that is not yes: '550 5.1.1 No such mailbox'. */
  readonly toRecipient?: (address: string) => string | null
  /** Says nothing more from this on: 'greeting', 'DATA'. */
  readonly silentAt?: string
  /** Closes the connection at this. */
  readonly hangsUpAt?: string
}

/** Starts it on a free port of 127.0.0.1; `host` may name another address of the loopback range. */
export async function smallMailServer(manners: Manners = {}, host = '127.0.0.1'): Promise<SmallMailServer> {
  const taken: { from: string; to: string; message: string }[] = []
  const heard: string[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
    converse(socket, manners, heard, (one) => taken.push(one))
  })
  await new Promise<void>((listening) => server.listen(0, host, listening))
  return {
    port: (server.address() as AddressInfo).port,
    taken,
    heard,
    close: () =>
      new Promise((closed) => {
        for (const socket of open) socket.destroy()
        server.close(() => closed())
      }),
  }
}

function converse(
  socket: Socket,
  manners: Manners,
  heard: string[],
  take: (one: { from: string; to: string; message: string }) => void,
): void {
  const say = (line: string) => void socket.write(`${line}\r\n`)
  /** Whether the conversation goes on at this point. */
  const goesOn = (at: string): boolean => {
    if (manners.hangsUpAt === at) socket.destroy()
    return manners.hangsUpAt !== at && manners.silentAt !== at
  }
  const envelope = { from: '', to: '' }
  let message: string[] | null = null
  const answer = (line: string): void => {
    if (message !== null) {
      if (line !== '.') return void message.push(line.replace(/^\./, ''))
      take({ ...envelope, message: message.join('\r\n') })
      message = null
      return say('250 2.0.0 Taken')
    }
    heard.push(line)
    const verb = line.split(' ')[0]?.toUpperCase() ?? ''
    if (!goesOn(verb)) return
    if (verb === 'EHLO') return say(manners.account ? '250-small\r\n250 AUTH PLAIN' : '250 small')
    if (verb === 'AUTH') return say(isRight(line, manners) ? '235 2.7.0 Welcome' : '535 5.7.8 No')
    if (verb === 'MAIL') return address(line, (from) => (envelope.from = from), say)
    if (verb === 'RCPT') {
      const to = /<(.*?)>/.exec(line)?.[1] ?? ''
      const refused = manners.toRecipient?.(to) ?? null
      return refused === null ? address(line, () => (envelope.to = to), say) : say(refused)
    }
    if (verb === 'DATA') {
      message = []
      return say('354 Go on')
    }
    if (verb === 'QUIT') return void socket.end('221 2.0.0 Goodbye\r\n')
    say(verb === 'RSET' ? '250 2.0.0 Yes' : '502 5.5.1 What?')
  }
  let rest = ''
  socket.on('data', (piece) => {
    const lines = (rest + piece.toString()).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) answer(line)
  })
  if (goesOn('greeting')) say('220 small ESMTP')
}

function address(line: string, keep: (address: string) => void, say: (line: string) => void): void {
  keep(/<(.*?)>/.exec(line)?.[1] ?? '')
  say('250 2.1.0 Yes')
}

const isRight = (line: string, { account }: Manners): boolean =>
  account !== undefined && Buffer.from(line.split(' ')[2] ?? '', 'base64').toString() === `\0${account.user}\0${account.pass}`
