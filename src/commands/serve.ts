import { existsSync } from 'node:fs'
import { createServer as createNet, type AddressInfo } from 'node:net'
import type { Command } from 'commander'
import type { OpenIdSettings } from '../engine/access/sign-in.tsx'
import type { Database } from '../engine/database/database.ts'
import type { ServerOptions } from '../engine/web/options.ts'
import type { DemoAsked } from './demo-asked.ts'
import { ForPeople, pageDayOf, placeOf, withDatabase, type Setting, type AddCommand } from './setting.ts'
import { sendEachMorning } from './summaries.ts'

interface ServeOptions {
  readonly port: string
  readonly demo?: boolean | string
}

export const serveCommand: AddCommand = (program, told) => {
  program
    .command('serve')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes any that is free', process.env.PORT ?? '4000')
    .option(
      '--demo [size]',
      'with the demonstration’s sign-in; if the database is empty, an authority of this size: told, small, thurrock or county (thurrock)',
    )
    .description('serve the pages on 127.0.0.1')
    .action(async (options: ServeOptions, command: Command) => {
      const setting = told(command)
      const port = Number(options.port)
      if (!Number.isInteger(port) || port < 0 || port > 65_535)
        throw new ForPeople(`${options.port} is not a port: give a number up to 65535.`)
      const wanted = port === 0 ? await freePort() : port
      const openId = settingsFromEnvironment()
      if (openId) return withDatabase(setting, (database) => serve(setting, wanted, { database, openId }))
      const asked = await demoAsked(options.demo, setting)
      if (!asked && process.env.DATABASE_URL)
        // Live records live on a server and need the council's own sign-in; the embedded database is for trying, with the demonstration's.
        throw new ForPeople(
          'Say how people sign in: set OPENID_ISSUER, OPENID_CLIENT_ID, OPENID_CLIENT_SECRET and PUBLIC_URL, or add --demo to try with invented people.',
        )
      await serveInvented(setting, wanted, asked)
    })
}

/** The demonstration that fills an empty database; null where none is asked for. */
async function demoAsked(size: boolean | string | undefined, { today }: Setting): Promise<DemoAsked | null> {
  if (size === undefined || size === false) return null
  const { wholeAuthority } = await import('../../demo/demonstration.ts')
  if (size === 'told') return { size }
  if (size === true || size === 'thurrock' || size === 'small' || size === 'county')
    return { ...wholeAuthority, size: size === true ? wholeAuthority.size : size, today }
  throw new ForPeople(`There is no demonstration of size ${size}: choose told, small, thurrock or county.`)
}

/** Serves with the demonstration’s sign-in. A whole authority takes its time, so that a small one is shown until it is there. */
async function serveInvented(setting: Setting, port: number, asked: DemoAsked | null): Promise<void> {
  const { serveDemonstration, serveMeanwhile } = await import('../../demo/serving.ts')
  const say = (words: string): void => void process.stderr.write(`${words}\n`)
  const place = placeOf(setting)
  if (asked === null || asked.size === 'told' || asked.size === 'small' || place.url !== undefined || existsSync(place.folder))
    return withDatabase(setting, async (database) => {
      const served = await serveDemonstration(database, asked, { port, say })
      await serve(setting, port, { ...served, where: database.where })
    })
  const served = await serveMeanwhile(
    place,
    [
      '--data',
      setting.data,
      '--authority',
      setting.authority,
      ...(asked.today ? ['--today', asked.today] : []),
      'demo',
      '--size',
      asked.size,
    ],
    { port, say },
  )
  say('A small authority is shown first; the whole one is being made, which takes about two minutes.')
  try {
    await serve(setting, port, { ...served, where: 'embedded' })
  } finally {
    await served.close()
  }
}

interface ServedTo {
  readonly database: Database
  readonly openId?: OpenIdSettings
  /** The demonstration’s own sign-in. */
  readonly provider?: OpenIdSettings & NonNullable<ServerOptions['before']>
  readonly where?: Database['where']
}

async function serve(setting: Setting, port: number, { database, openId, provider, where = database.where }: ServedTo): Promise<void> {
  const { createApp } = await import('../app.ts')
  const app = await createApp({ database, openId: (openId ?? provider) as OpenIdSettings, ...(provider ? { before: provider } : {}) })
  const address = await app.listen({ port, host: '127.0.0.1' }).catch((error: NodeJS.ErrnoException) => {
    throw new ForPeople(error.code === 'EADDRINUSE' ? `Port ${port} is in use. Choose another: --port ${port + 1}.` : error.message)
  })
  process.stdout.write(
    `\nGoldthread is at ${address}\n` +
      (openId
        ? `Sign in with the council’s account.\n`
        : 'Sign in: choose one of the invented people on the first page, no password. Ruth Adeyemi is a social worker, Imran Castellan brings data in.\n') +
      (where === 'embedded' ? `The data is in ${setting.data}: a database for trying and training, not for live records.\n` : '') +
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
