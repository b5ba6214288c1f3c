/** A small server for tests: a few pages that need no records, in front of the demonstration's real provider, and a browser without windows. */
import { createServer as freeServer, type AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { Button } from '../../src/engine/web/components/button.tsx'
import { Checkboxes, Radios } from '../../src/engine/web/components/choices.tsx'
import { Details, Facts, SummaryList, Tag } from '../../src/engine/web/components/content.tsx'
import { DateText, FileUpload, Input, Select } from '../../src/engine/web/components/fields.tsx'
import { Form } from '../../src/engine/web/components/form.tsx'
import { Filter, IdentityBar, KnownAt } from '../../src/engine/web/components/identity.tsx'
import { SubNavigation } from '../../src/engine/web/components/links.tsx'
import { Alert, InsetText, NotificationBanner, Warning } from '../../src/engine/web/components/messages.tsx'
import { Pagination } from '../../src/engine/web/components/pagination.tsx'
import { Table } from '../../src/engine/web/components/table.tsx'
import { Page as Shown } from '../../src/engine/web/layout.tsx'
import type { Look, ServerOptions } from '../../src/engine/web/options.ts'
import { action, mend, NotThere, page, type Page, type Person } from '../../src/engine/web/page.ts'
import { createServer } from '../../src/engine/web/server.ts'
import { demoCouncil, demoPeople } from '../people.ts'
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

/** Every piece that pages are made of, on one page, with names that are long. */
const Papers = () => (
  <Shown
    title="Papers"
    back={{ href: '/boats', label: 'All boats' }}
    above={
      <>
        <IdentityBar
          name="Maximiliana-Oluwaseun Featherstonehaugh-Wojciechowska"
          label="Boat"
          facts={['Built 9 May 2004, aged 11', 'Ketch', 'ID 204417']}
          note="Not Maximilian, built 5 September 2004"
        >
          <Button href="/boats/new">Name a boat</Button>
        </IdentityBar>
        <KnownAt />
      </>
    }
  >
    <SubNavigation
      label="Parts of the papers"
      items={[
        { label: 'Overview', href: '/boats/one/papers', current: true },
        { label: 'Crew', href: '/boats/one/crew' },
      ]}
    />
    <NotificationBanner heading="The survey is due on 7 March 2016." />
    <Alert kind="warning" title="Two boats are easily mistaken">
      Kittiwake and Kittywake are two boats. Check the year.
    </Alert>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h2 class="govuk-heading-m">Now</h2>
        <Facts
          facts={[
            { name: 'Lies at', value: 'Oyster Quay' },
            { name: 'Insured by', value: null },
          ]}
        />
      </div>
      <div class="govuk-grid-column-one-third">
        <section class="gt-side" aria-labelledby="due">
          <h2 class="govuk-heading-m" id="due">
            What is due
          </h2>
          <ul class="gt-due">
            <li>
              <Tag colour="red">Overdue, 23 days</Tag>
              <a class="govuk-link" href="/survey">
                Survey
              </a>
              <span class="gt-quiet">Due 9 February.</span>
            </li>
            <li>
              <Tag colour="yellow">Due tomorrow</Tag>
              <a class="govuk-link" href="/paint">
                Paint
              </a>
            </li>
          </ul>
        </section>
      </div>
    </div>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-quarter">
        <Filter action="/boats/one/papers" heading="Show">
          <Checkboxes
            name="kind"
            label="Kinds"
            labelSize="s"
            small
            values={['survey']}
            choices={[
              { value: 'survey', label: 'Survey 4' },
              { value: 'paint', label: 'Paint 2' },
            ]}
          />
          <Select name="period" label="Period" options={[{ value: 'all', label: 'Everything' }]} full />
        </Filter>
      </div>
      <div class="govuk-grid-column-three-quarters">
        <Table
          caption="What was in the files"
          columns={[
            { heading: 'File', cell: ({ file }) => file, names: true },
            { heading: 'What it is', cell: () => 'Surveys of a great many boats' },
            { heading: 'Added', cell: ({ added }) => added, numeric: true },
            { heading: 'Changed', cell: ({ added }) => added, numeric: true },
            { heading: 'Refused', cell: ({ added }) => added, numeric: true },
          ]}
          rows={[
            { file: 'surveys_of_the_year.csv', added: '8,406' },
            { file: 'paint.csv', added: '41' },
          ]}
          foot={['All', '', '8,447', '8,447', '8,447']}
        />
        <ol class="gt-line">
          <li>
            <div>
              2 March 2016 <small>Survey</small>
            </div>
            <div>
              <a class="govuk-link" href="/survey">
                Hull sound, mast not
              </a>
            </div>
          </li>
        </ol>
        <Details summary="The same as a table">Nothing more.</Details>
        <Pagination current={2} pages={9} href={(number) => `/boats?page=${number}`} />
      </div>
    </div>
    <SummaryList rows={[{ key: 'Name', value: 'Kittiwake', actions: [{ label: 'Change', href: '/boats/new', about: 'the name' }] }]} />
    <Form action="/boats">
      <DateText name="on" label="When was it seen?" />
      <Radios
        name="sound"
        label="Is it sound?"
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No', hint: 'Say why on the next page' },
        ]}
      />
      <InsetText>The harbour master reads this.</InsetText>
      <Warning>A false answer is an offence.</Warning>
      <Button>Save</Button>
    </Form>
  </Shown>
)

export interface SmallTown {
  readonly at: string
  readonly looks: Look[]
  readonly reports: string[]
  close(): Promise<void>
}

/** Starts the small server on a free port of 127.0.0.1. With a `redirectUri` it behaves as it does behind that address. */
export async function smallTown({
  redirectUri,
  ...changed
}: Partial<ServerOptions> & { readonly redirectUri?: string } = {}): Promise<SmallTown> {
  const port = await freePort()
  const provider = demoProvider({ port, people: demoPeople, council: demoCouncil })
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

export interface Seen {
  readonly status: number
  readonly url: string
  readonly headers: Headers
  readonly text: string
}

/** A browser as a test needs it: it keeps cookies and follows where it is led. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #at: string

  constructor(at: string) {
    this.#at = at
  }

  async open(address: string, options: RequestInit & { readonly follow?: boolean } = {}): Promise<Seen> {
    const { follow = true, ...given } = options
    const url = new URL(address, this.#at)
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...given, redirect: 'manual', headers: { ...(given.headers as Record<string, string>), cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(set) || value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (follow && location !== null && response.status >= 300 && response.status < 400) return this.open(new URL(location, url).href)
    return { status: response.status, url: url.href, headers: response.headers, text: await response.text() }
  }

  /** Sends fields as a form does. */
  send(address: string, fields: Readonly<Record<string, string>>, options: { readonly follow?: boolean } = {}): Promise<Seen> {
    return this.open(address, { method: 'POST', body: new URLSearchParams(fields), ...options })
  }

  /** Opens a page, and where it is led to sign in, chooses somebody; gives the page that follows. */
  async signIn(name: string, to = '/'): Promise<Seen> {
    const choose = await this.open(to)
    const person = demoPeople.find((one) => one.name === name)
    if (!person) throw new Error(`${name} is not one of the demonstration’s people`)
    return this.send(choose.url, { account: person.account })
  }

  /** The token in the forms of a page. */
  async token(address: string): Promise<string> {
    return /name="_csrf" value="([^"]+)"/.exec((await this.open(address)).text)?.[1] ?? ''
  }
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
