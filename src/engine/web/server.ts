/** The server: it opens the pages that are declared, to those who may, logs the look, and shows nothing it does not mean to. */
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { grantedToNobody } from '../access/permissions.ts'
import { Sessions } from '../access/sessions.ts'
import { signInPages } from '../access/sign-in.tsx'
import { assets } from './assets.ts'
import { Handling } from './handling.ts'
import type { ServerOptions } from './options.ts'
import { missingFrom } from './page.ts'
import { removeLeftUploads } from './uploads.ts'

export interface Server {
  /** Starts to answer; gives the address. Port 0 takes any that is free. */
  listen(at: { readonly port: number; readonly host?: string }): Promise<string>
  close(): Promise<void>
}

/** A form without files is small; this is room for long texts. */
const formLimit = 1_000_000

/**
 * Makes a server that is ready to listen.
 * @throws Error with a sentence naming the line to add, when a page does not say who may open it or how the look is logged.
 */
export async function createServer(options: ServerOptions): Promise<Server> {
  const handling = new Handling(options, new Sessions(options.sessions))
  const pages = [...signInPages(options.openId, handling), ...options.pages]
  const wrong = pages.map((one) => missingFrom(one) ?? grantedToNobody(options.permissions, one)).find((sentence) => sentence !== null)
  if (wrong) throw new Error(wrong)
  await removeLeftUploads()

  const server = fastify({
    logger: false,
    bodyLimit: formLimit,
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: true,
    frameworkErrors: (failure, request, reply) => void handling.failed(failure, request, reply),
    serverFactory: (answer) => {
      const { before } = options
      const http = createHttpServer((request, response) =>
        before?.handles(request) ? before.handle(request, response) : answer(request, response),
      )
      http.requestTimeout = 30 * 60_000
      return http
    },
  })
  server.setErrorHandler((failure, request, reply) => handling.failed(failure, request, reply))
  server.setNotFoundHandler((request, reply) => handling.notFound(request, reply))
  refuseWhatIsNotDeclared(server, new Set(pages.map(({ method, path }) => `${method} ${path}`)))
  await register(server, options)
  serveAssets(server)
  for (const page of pages)
    server.route({
      method: page.method,
      url: page.path,
      onRequest: (request, reply) => handling.admit(page, request, reply),
      handler: (request, reply) => handling.answer(page, request, reply),
    })
  await server.ready()
  return {
    listen: async ({ port, host = '127.0.0.1' }) => {
      await server.listen({ port, host })
      return `http://${host}:${(server.server.address() as AddressInfo).port}`
    },
    close: () => server.close(),
  }
}

/** A route that came in by another way, from a plugin or by hand, has no permission and no audit name: the server does not start. */
function refuseWhatIsNotDeclared(server: FastifyInstance, declared: ReadonlySet<string>): void {
  server.addHook('onRoute', ({ method, url }) => {
    const named = `${String(method)} ${url}`
    if (!declared.has(named) && named !== assetRoute)
      throw new Error(`${named} is not declared, so the server did not start. Declare it with \`page\` or \`action\`.`)
  })
}

async function register(server: FastifyInstance, { openId }: ServerOptions): Promise<void> {
  const secure = openId.redirectUri.startsWith('https:')
  await server.register(cookie)
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: formLimit }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  )
  await server.register(multipart, {
    limits: { fileSize: Infinity, files: 1_000, fields: 200, fieldSize: 100_000, parts: 1_200 },
    throwFileSizeLimit: false,
  })
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'form-action': ["'self'", new URL(openId.issuer).origin],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  })
}

const assetRoute = 'GET /assets/*'

/** The files of `assets.ts` and no others. An address with the right version may be kept for a year. */
function serveAssets(server: FastifyInstance): void {
  server.get<{ Params: { '*': string }; Querystring: { v?: string } }>('/assets/*', (request, reply) => {
    const asset = assets().get(request.params['*'])
    if (!asset) return reply.callNotFound()
    const kept = request.query.v === asset.version ? 'public, max-age=31536000, immutable' : 'no-cache'
    return reply.header('cache-control', kept).type(asset.type).send(asset.body)
  })
}
