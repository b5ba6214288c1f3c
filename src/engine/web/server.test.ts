import { expect, test } from 'vitest'
import type { ServerOptions } from './options.ts'
import { action, page, type Page } from './page.ts'
import { createServer } from './server.ts'

const show = () => ({ body: 'a boat' })

const serverWith = (...pages: readonly Page[]) => {
  const options: ServerOptions = {
    database: null,
    pages,
    permissions: { sailor: ['see boats'] },
    people: () => null,
    site: { product: 'Goldthread', council: 'Estuary Council', footer: { links: [], says: '' } },
    navigation: [],
    openId: { issuer: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b', redirectUri: 'http://127.0.0.1:9/sign-in/back' },
    logLook: () => Promise.resolve(),
  }
  return createServer(options)
}

test('a page without an audit name stops the start, and the sentence names the line to add', async () => {
  await expect(serverWith(page('/boats/:boat', { may: 'see boats', show } as never))).rejects.toThrow(
    'GET /boats/:boat has no audit name, so the server did not start. Add `looks` beside `may` in src/engine/web/server.test.ts.',
  )
})

test('an action that does not say who may stops the start', async () => {
  await expect(serverWith(action('/boats', { looks: 'Named a boat', does: show } as never))).rejects.toThrow(
    'POST /boats does not say who may open it, so the server did not start. Add `may` beside `looks` in src/engine/web/server.test.ts.',
  )
})

test('a page that is not logged must say why', async () => {
  await expect(serverWith(page('/boats', { may: 'see boats', looks: null, show }))).rejects.toThrow(
    'GET /boats is not logged and does not say why, so the server did not start. Add `noLookBecause` beside `looks` in src/engine/web/server.test.ts.',
  )
})

test('a permission that no role has is a slip of the pen, and stops the start', async () => {
  await expect(serverWith(page('/boats', { may: 'sea boats', looks: 'Opened a boat', show }))).rejects.toThrow(
    'GET /boats needs "sea boats", which no role has, so the server did not start. Grant it to a role, or mend `may` in src/engine/web/server.test.ts.',
  )
})

test('with everything declared, the server is made', async () => {
  const server = await serverWith(page('/boats', { may: 'see boats', looks: 'Opened a boat', show }))
  await server.close()
})
