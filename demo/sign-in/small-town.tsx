/** A small server for tests: a few pages that need no records, in front of the demonstration's real provider. */
import { createServer as freeServer, type AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { Button } from '../../src/engine/web/components/button.tsx'
import { FileUpload, Input } from '../../src/engine/web/components/fields.tsx'
import { Form } from '../../src/engine/web/components/form.tsx'
import { Page as Shown } from '../../src/engine/web/layout.tsx'
import type { Look, ServerOptions } from '../../src/engine/web/options.ts'
import { action, mend, NotThere, page, type Page, type Person } from '../../src/engine/web/page.ts'
import { createServer } from '../../src/engine/web/server.ts'
import type { DemoDays } from '../days-of-demo.ts'
import { demoCouncil, demoPeople } from '../people.ts'
import { Papers } from './papers.tsx'
import { demoProvider } from './provider.tsx'

const nobody = 'It shows nobody’s record.'

const nameForm = (name: string, error?: string) => (
  <Shown title="Name a boat" errors={error === undefined ? [] : [{ for: 'name', says: error }]}>
    <h1 class="govuk-heading-l">Name a boat</h1>
    <Form action="/boats">
      <Input name="name" label="Name" value={name} error={error} />
      <Button>Save the name</Button>
    </Form>
  </Shown>
)

const boatPages: readonly Page[] = [
  page('/', {
    may: 'signed in',
    looks: null,
    noLookBecause: nobody,
    show: (_found, { person, session }) => (
      <Shown title="Harbour">
        <h1 class="govuk-heading-l">Good morning, {person.name}</h1>
        <p class="govuk-body">{session.take('said')}</p>
      </Shown>
    ),
  }),
  page('/help', {
    may: 'anyone',
    looks: null,
    noLookBecause: nobody,
    show: () => (
      <Shown title="Help">
        <h1 class="govuk-heading-l">Help</h1>
      </Shown>
    ),
  }),
  page('/boats/new', { may: 'name boats', looks: null, noLookBecause: nobody, show: () => nameForm('') }),
  action('/boats', {
    may: 'name boats',
    looks: 'Named a boat',
    does: ({ form, session }) => {
      const name = form.get('name') ?? ''
      if (name === '') return mend(nameForm(name, 'Give the boat a name'))
      session.set('said', `Named ${name}`)
      return { redirect: '/' }
    },
  }),
  page('/boats/:boat', {
    may: 'see boats',
    looks: 'Opened a boat',
    find: ({ params, lookAt, knownAt, link }) => {
      lookAt(params.boat)
      if (params.boat === 'sunk') throw new NotThere()
      if (params.boat === 'on-fire') throw new Error("insert into boat values ('Maisie Secret') failed")
      return { name: params.boat, knownAt, next: link('/boats/next', { sort: 'oldest' }) }
    },
    show: ({ name, knownAt, next }) => (
      <Shown title={name}>
        <h1 class="govuk-heading-l">{name}</h1>
        <p class="govuk-body">{knownAt ?? 'now'}</p>
        <a class="govuk-link" href={next}>
          The next boat
        </a>
      </Shown>
    ),
  }),
  page('/harbour-master', {
    may: 'run the harbour',
    looks: 'Opened the harbour master’s page',
    show: () => ({ body: 'keys', type: 'text/plain' }),
  }),
  page('/logs', {
    may: 'see boats',
    looks: null,
    noLookBecause: nobody,
    show: () => (
      <Shown title="Bring in logs">
        <h1 class="govuk-heading-l">Bring in logs</h1>
        <Form action="/logs" files>
          <FileUpload name="log" label="Logs" multiple />
          <Button>Bring them in</Button>
        </Form>
      </Shown>
    ),
  }),
  action('/logs', {
    may: 'see boats',
    looks: 'Brought in logs',
    takesFiles: true,
    does: async ({ files, form }) => {
      const read = await Promise.all(
        files.map(async ({ name, path, size }) => ({ name, path, size, begins: (await readFile(path, 'utf8')).slice(0, 20) })),
      )
      return { body: JSON.stringify({ read, note: form.get('note') }), type: 'application/json' }
    },
  }),
  page('/boats/:boat/papers', { may: 'see boats', looks: 'Opened a boat’s papers', show: () => <Papers /> }),
  page('/away', { may: 'signed in', looks: null, noLookBecause: nobody, show: () => ({ redirect: '//elsewhere.example' }) }),
]

export interface SmallTown {
  readonly at: string
  readonly looks: Look[]
  readonly reports: string[]
  close(): Promise<void>
}

interface Changed extends Partial<ServerOptions> {
  readonly redirectUri?: string
  /** The days one may go to from its sign-in page. */
  readonly days?: DemoDays
}

/** Starts the small server on a free port of 127.0.0.1. With a `redirectUri` it behaves as it does behind that address. */
export async function smallTown({ redirectUri, days, ...changed }: Changed = {}): Promise<SmallTown> {
  const port = await freePort()
  const provider = demoProvider({ port, people: demoPeople, council: demoCouncil, ...(days ? { days } : {}) })
  const looks: Look[] = []
  const reports: string[] = []
  const server = await createServer({
    database: null,
    pages: boatPages,
    permissions: { 'social worker': ['see boats', 'name boats'], director: ['see boats'], auditor: ['run the harbour'] },
    people: (subject) => knownPerson(subject),
    site: {
      product: 'Goldthread',
      council: demoCouncil,
      footer: { links: [{ label: 'Help', href: '/help' }], says: 'Every page you open is recorded. Everyone named here is invented.' },
    },
    navigation: [
      { label: 'Boats', href: '/boats', may: 'see boats' },
      { label: 'Harbour master', href: '/harbour-master', may: 'run the harbour' },
    ],
    openId: { ...provider, redirectUri: redirectUri ?? provider.redirectUri },
    logLook: async (look) => void looks.push(look),
    before: provider,
    report: (line) => void reports.push(line),
    ...changed,
  })
  return { at: await server.listen({ port }), looks, reports, close: () => server.close() }
}

/** Everybody of the demonstration but one, who is known to the provider and not here. */
function knownPerson(subject: string): Person | null {
  const person = demoPeople.find(({ account }) => account === subject)
  return person && person.role !== 'councillor' ? { ...person, keys: [] } : null
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = freeServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
