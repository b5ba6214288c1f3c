import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { MailNotSent, type Mail } from './message.ts'
import { sendEach, sendMail } from './send-mail.ts'
import { smallMailServer, type Manners } from './small-mail-server.ts'

const mail: Mail = {
  from: 'goldthread@council.example',
  to: 'ana@council.example',
  subject: 'Today: 3 things to do, 1 overdue – Zoë’s team',
  text: 'Good morning.\n\n3 things are due today.\n.\n..two dots\nhttps://goldthread.example/my-work?day=2016-03-03&from=a-very-long-address-that-passes-seventy-six-letters\n',
}
const at = new Date('2016-03-03T06:30:00.250Z')

/** The text of a message as a mail program shows it: quoted-printable or base64 undone. */
function textOf(message: string): string {
  const [head = '', ...rest] = message.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1]
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  if (encoding !== 'quoted-printable') return body
  const bytes = body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'goldthread-mail-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

async function server(manners?: Manners, host?: string) {
  const small = await smallMailServer(manners, host)
  onTestFinished(() => small.close())
  return small
}

const failure = (sending: Promise<void>) =>
  sending.then(
    () => 'sent',
    (error: unknown) => (error instanceof MailNotSent ? error.message : `not foreseen: ${String(error)}`),
  )

describe('into a folder', () => {
  test('a message is one whole file, named by its time, that only this account may read', async () => {
    const place = join(await folder(), 'not', 'there yet')
    await sendMail(mail, place, { at })
    const [name = '', ...others] = await readdir(place)
    expect(others).toEqual([])
    expect(name).toMatch(/^2016-03-03T06-30-00-250Z-[0-9a-f]{24}\.eml$/)
    expect((await stat(join(place, name))).mode & 0o777).toBe(0o600)
    const message = await readFile(join(place, name), 'utf8')
    expect(
      message
        .split('\r\n\r\n')[0]
        ?.split(/\r\n(?! )/)
        .filter((line) => !/^(Message-ID|Subject|Content|MIME)/.test(line))
        .sort(),
    ).toEqual([
      'Auto-Submitted: auto-generated',
      'Date: Thu, 03 Mar 2016 06:30:00 +0000',
      'From: goldthread@council.example',
      'To: ana@council.example',
    ])
    expect(message).toMatch(/^Message-ID: <[^@>]+@council\.example>\r$/m)
    expect(textOf(message).replaceAll('\r\n', '\n').trim()).toBe(mail.text.trim())
    expect(message).not.toMatch(/[^\r]\n/)
    expect(Math.max(...message.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998)
  })

  test('many at the same instant are as many files: none takes another’s place', async () => {
    const place = await folder()
    await writeFile(join(place, 'kept.eml'), 'older')
    expect(
      await sendEach(
        Array.from({ length: 30 }, () => mail),
        place,
        { at },
      ),
    ).toEqual([])
    expect(await readdir(place)).toHaveLength(31)
    expect(await readFile(join(place, 'kept.eml'), 'utf8')).toBe('older')
  })

  test('a folder that takes no files is said, with what to look at, and nothing is left in it', async () => {
    const file = join(await folder(), 'a-file')
    await writeFile(file, '')
    expect(await failure(sendMail(mail, file))).toBe(
      `The folder for mail, ${file}, does not take files (EEXIST). Is it there, and may this account write in it?`,
    )
  })
})

describe('to a mail server', () => {
  test('it is handed over as it would be written, to the address alone', async () => {
    const small = await server()
    await sendMail(mail, `smtp://127.0.0.1:${small.port}`, { at })
    expect(small.taken).toHaveLength(1)
    expect(small.taken[0]).toMatchObject({ from: mail.from, to: mail.to })
    expect(
      textOf(small.taken[0]?.message ?? '')
        .replaceAll('\r\n', '\n')
        .trim(),
    ).toBe(mail.text.trim())
    expect(small.heard.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<ana@council.example>'])
  })

  test('with an account and a password, whatever letters are in them', async () => {
    const account = { user: 'goldthread@council', pass: 'p@ss:w/ord%' }
    const small = await server({ account })
    const place = (pass: string) => `smtp://${encodeURIComponent(account.user)}:${encodeURIComponent(pass)}@127.0.0.1:${small.port}`
    await sendMail(mail, place(account.pass), { at })
    expect(small.taken).toHaveLength(1)
    expect(await failure(sendMail(mail, place('wrong-one')))).toBe(
      `The mail server 127.0.0.1:${small.port} does not take the account and password it was given. It said: 535 5.7.8 No`,
    )
  })

  test('a password never goes over an open connection to another machine', async () => {
    const small = await server({ account: { user: 'u', pass: 'secret' } }, '127.0.0.2')
    expect(await failure(sendMail(mail, `smtp://u:secret@127.0.0.2:${small.port}`))).toMatch(
      /^The mail server 127\.0\.0\.2:\d+ offers no safe connection \(STARTTLS with a certificate that is trusted here\), so nothing was sent to it\./,
    )
    expect(small.heard.filter((line) => line.startsWith('AUTH'))).toEqual([])
    expect(small.taken).toEqual([])
  })

  test.each<[string, Manners, RegExp]>([
    [
      'refuses the recipient',
      { toRecipient: () => '550 5.1.1 No such mailbox' },
      /^The mail server 127\.0\.0\.1:\d+ refused the message to ana@council\.example\. It said: 550 5\.1\.1 No such mailbox$/,
    ],
    [
      'says nothing from the start',
      { silentAt: 'greeting' },
      /^The mail server 127\.0\.0\.1:\d+ did not answer within 0\.3 seconds\. Is it the right one, and does the network let us reach it\?$/,
    ],
    [
      'says nothing when the message is to come',
      { silentAt: 'DATA' },
      /^The mail server 127\.0\.0\.1:\d+ did not answer within 0\.3 seconds\./,
    ],
    [
      'hangs up at once',
      { hangsUpAt: 'greeting' },
      /^The mail server 127\.0\.0\.1:\d+ broke off before the message to ana@council\.example was taken \(E[A-Z]+\)\.$/,
    ],
    [
      'hangs up before the message',
      { hangsUpAt: 'DATA' },
      /^The mail server 127\.0\.0\.1:\d+ broke off before the message to ana@council\.example was taken \(E[A-Z]+\)\.$/,
    ],
  ])('one that %s is told of in a sentence', async (_what, manners, sentence) => {
    const small = await server(manners)
    expect(await failure(sendMail(mail, `smtp://127.0.0.1:${small.port}`, { patience: 300 }))).toMatch(sentence)
    expect(small.taken).toEqual([])
  })

  test('one that is not there is told of in a sentence', async () => {
    const { port, close } = await smallMailServer()
    await close()
    expect(await failure(sendMail(mail, `smtp://127.0.0.1:${port}`))).toBe(
      `The mail server 127.0.0.1:${port} takes no connections. Is it running, and is its address right?`,
    )
    expect(await failure(sendMail(mail, 'smtp://nowhere.invalid:25', { patience: 5_000 }))).toMatch(
      /^The mail server nowhere\.invalid:25 (is not known to the network by that name|did not answer)/,
    )
  })

  test('a message that is refused, and one that waits too long, do not stop the others', async () => {
    const small = await server({ toRecipient: (address) => (address.startsWith('gone') ? '550 5.1.1 No such mailbox' : null) })
    const mails = ['a', 'gone1', 'b', 'no address', 'c', 'gone2', 'd', 'e', 'f', 'g'].map((to) => ({
      ...mail,
      to: to.includes(' ') ? to : `${to}@council.example`,
    }))
    const notSent = await sendEach(mails, `smtp://127.0.0.1:${small.port}`, { at })
    expect(small.taken.map(({ to }) => to.split('@')[0]).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    expect(notSent.map((one) => [one.mail.to, one.why])).toEqual([
      [
        'gone1@council.example',
        `The mail server 127.0.0.1:${small.port} refused the message to gone1@council.example. It said: 550 5.1.1 No such mailbox`,
      ],
      ['no address', '“no address” is not an e-mail address. Give one, such as ana@council.example.'],
      [
        'gone2@council.example',
        `The mail server 127.0.0.1:${small.port} refused the message to gone2@council.example. It said: 550 5.1.1 No such mailbox`,
      ],
    ])
  })
})

test.each([
  ['ana@council.example, ben@council.example', 'two addresses'],
  ['ana@council.example\r\nBcc: ben@council.example', 'a header of its own'],
  ['Ana <ana@council.example>', 'a name before it'],
  ['ana', 'no address at all'],
  [`${'a'.repeat(250)}@b.example`, 'longer than an address can be'],
])('nothing is sent to %j: %s', async (to) => {
  const place = await folder()
  expect(await failure(sendMail({ ...mail, to }, place))).toMatch(/ is not an e-mail address\. Give one, such as ana@council\.example\.$/)
  expect(await failure(sendMail({ ...mail, from: to }, place))).toMatch(/ is not an e-mail address\./)
  expect(await readdir(place)).toEqual([])
})

test('a subject cannot begin a header of its own', async () => {
  const place = await folder()
  await sendMail({ ...mail, subject: 'Late\r\nBcc: ben@council.example' }, place)
  const message = await readFile(join(place, (await readdir(place))[0] ?? ''), 'utf8')
  expect(message).not.toMatch(/^Bcc:/m)
})

test.each([
  [
    'smtp://u:se%ZZcret@host',
    'The address of the mail server cannot be read. Give smtp://user:password@host:port, with %40 for an @ in the password and the like.',
  ],
  [
    'smtp://',
    'The address of the mail server cannot be read. Give smtp://user:password@host:port, with %40 for an @ in the password and the like.',
  ],
  ['https://u:secret@host', 'The place for mail is neither a folder nor an address that begins with smtp:// or smtps://.'],
])('%s is no place for mail, and the sentence does not repeat a password', async (place, sentence) =>
  expect(await failure(sendMail(mail, place))).toBe(sentence),
)
