import { createServer as createNet, type AddressInfo } from 'node:net'
import type { Command } from 'commander'
import type { OpenIdSettings } from '../engine/access/sign-in.tsx'
import type { Database } from '../engine/database/database.ts'
import { ForPeople, pageDayOf, withDatabase, type Setting, type AddCommand } from './setting.ts'
import { sendEachMorning } from './summaries.ts'

interface ServeOptions {
  readonly port: string
  readonly demo?: boolean
}

export const serveCommand: AddCommand = (program, told) => {
  program
    .command('serve')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes any that is free', process.env.PORT ?? '4000')
    .option('--demo', 'with the demonstration’s sign-in, and its small authority if the database is empty')
    .description('serve the pages on 127.0.0.1')
    .action(async (options: ServeOptions, command: Command) => {
      const setting = told(command)
      const port = Number(options.port)
      if (!Number.isInteger(port) || port < 0 || port > 65_535)
        throw new ForPeople(`${options.port} is not a port: give a number up to 65535.`)
      await withDatabase(setting, (database) => serve(database, setting, port, options.demo === true))
    })
}

async function serve(database: Database, setting: Setting, wanted: number, demo: boolean): Promise<void> {
  const { createApp } = await import('../app.ts')
  const openId = settingsFromEnvironment()
  // Live records live on a server and need the council's own sign-in; the embedded database is for trying, with the demonstration's.
  if (!openId && !demo && database.where === 'server')
    throw new ForPeople(
      'Say how people sign in: set OPENID_ISSUER, OPENID_CLIENT_ID, OPENID_CLIENT_SECRET and PUBLIC_URL, or add --demo to try with invented people.',
    )
  const port = wanted === 0 ? await freePort() : wanted
  let before: Parameters<typeof createApp>[0]['before']
  let signIn = openId
  if (!signIn) {
    const { demonstration } = await import('../../demo/demonstration.ts')
    const provider = await demonstration(database, { port, fill: demo, say: (words) => process.stderr.write(`${words}\n`) })
    before = provider
    signIn = {
      issuer: provider.issuer,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
      redirectUri: provider.redirectUri,
    }
  }
  const app = await createApp({ database, openId: signIn, ...(before ? { before } : {}) })
  const address = await app.listen({ port, host: '127.0.0.1' }).catch((error: NodeJS.ErrnoException) => {
    throw new ForPeople(error.code === 'EADDRINUSE' ? `Port ${port} is in use. Choose another: --port ${port + 1}.` : error.message)
  })
  process.stdout.write(
    `\nGoldthread is at ${address}\n` +
      (openId
        ? `Sign in with the council’s account.\n`
        : 'Sign in: choose one of the invented people on the first page, no password. Ruth Adeyemi is a social worker, Imran Castellan brings data in.\n') +
      (database.where === 'embedded' ? `The data is in ${setting.data}: a database for trying and training, not for live records.\n` : '') +
      'Stop with Ctrl-C.\n',
  )
  const stopSending = sendEachMorning(
    database,
    () => pageDayOf(database, setting),
    (line) => process.stderr.write(`${line}\n`),
  )
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop())
  })
  stopSending()
  await app.close()
}

function settingsFromEnvironment(): OpenIdSettings | null {
  const { OPENID_ISSUER: issuer, OPENID_CLIENT_ID: clientId, OPENID_CLIENT_SECRET: clientSecret, PUBLIC_URL: url } = process.env
  if (!issuer) return null
  if (!clientId || !clientSecret || !url)
    throw new ForPeople('OPENID_ISSUER is set; OPENID_CLIENT_ID, OPENID_CLIENT_SECRET and PUBLIC_URL are needed beside it.')
  return { issuer, clientId, clientSecret, redirectUri: new URL('/sign-in/back', url).href }
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createNet().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
