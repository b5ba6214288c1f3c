import { createServer, type AddressInfo } from 'node:net'
import { letPeopleIn } from '../demo/demonstration.ts'
import { loadAuthority } from '../demo/estuary/load.ts'
import type { WorldAsked } from '../demo/estuary/world.ts'
import { demoPeople } from '../demo/people.ts'
import { serveDemonstration } from '../demo/serving.ts'
import { Browser, type Seen } from '../demo/sign-in/test-browser.ts'
import { createApp, pagesOf } from '../src/app.ts'
import { mayByRole } from '../src/authority/permissions.ts'
import { changeSetting } from '../src/authority/settings.ts'
import { clockwork } from '../src/clocks.ts'
import { keepAll } from '../src/engine/clocks/keep.ts'
import type { Database } from '../src/engine/database/database.ts'
import type { Driver } from '../src/engine/database/driver.ts'
import type { Page } from '../src/engine/web/page.ts'

/** Every page of the product that can be opened, on an authority of some size, as somebody who may. */

type Opened = Database & { readonly driver: Driver }

const acting = { actor: 'bench', keys: ['staff', 'files'] } as const

/** Makes an authority in an empty database as the demonstration is made, and gives how many seconds each part took. */
export async function make(database: Opened, asked: WorldAsked, today: string): Promise<{ children: number; seconds: number[] }> {
  const seconds: number[] = []
  let since = performance.now()
  const took = (): void => {
    seconds.push((performance.now() - since) / 1_000)
    since = performance.now()
  }
  const { children } = await loadAuthority(database, asked, { today })
  took()
  await database.countAfresh()
  took()
  await database.transaction({ ...acting, role: 'writes' }, async (tx) => {
    await changeSetting(tx, 'today', today)
    await changeSetting(tx, 'caseload-limit', '18')
    await changeSetting(tx, 'caseload-limit-newly-qualified', '12')
  })
  await database.transaction({ ...acting, role: 'imports' }, (tx) => keepAll(tx, clockwork))
  took()
  await letPeopleIn(database)
  return { children, seconds }
}

/** What is opened where a page is about one of something. */
interface Names extends Record<string, string> {
  readonly child: string
  readonly team: string
}

/** An authority that is served: its pages are opened by name of the route. */
export interface Served {
  /** Children the largest team holds; records of the child whose pages are opened. */
  readonly team: number
  readonly records: number
  readonly open: (page: Page) => Promise<Seen>
  readonly close: () => Promise<void>
}

/** Those pages that are asked for and not sent, and the search by name, which is both. */
export const pagesToOpen = (database: Database, today: string): readonly Page[] =>
  pagesOf(
    database,
    () => today,
    () => today,
  ).filter(
    ({ method, path }) =>
      // There has been no import here, no pair is undecided, and nobody knows the address of a calendar.
      (method === 'GET' && !/:(import|job|feed|pair)/.test(path)) || (method === 'POST' && path === '/find'),
  )

/** @param records so many records the child whose pages are opened should have; the most that any has when absent */
export async function serve(database: Opened, today: string, records?: number): Promise<Served> {
  const { names, team, held, sought } = await namesIn(database, today, records)
  const port = await freePort()
  const { provider } = await serveDemonstration(database, null, { port, say: () => undefined })
  const app = await createApp({ database, openId: provider, before: provider })
  const at = await app.listen({ port })
  const browsers = new Map<string, Promise<Browser>>()
  const tokens = new Map<Browser, string>()
  const browserOf = (page: Page): Promise<Browser> => {
    const name = whoMay(page)
    const known = browsers.get(name) ?? signedIn(at, name)
    browsers.set(name, known)
    return known
  }
  return {
    team,
    records: held,
    open: async (page) => {
      const browser = await browserOf(page)
      if (page.method === 'GET') return browser.open(addressOf(page.path, names))
      const token = tokens.get(browser) ?? (await browser.token('/find'))
      tokens.set(browser, token)
      return browser.send(`${at}${page.path}`, { _csrf: token, sought })
    },
    close: () => app.close(),
  }
}

/** The first of the demonstration’s people whose role may open it. */
export function whoMay({ may, path }: Page): string {
  const [first] = demoPeople
  if (may === 'anyone' || may === 'signed in') return first?.name ?? ''
  const found = demoPeople.find(({ role }) => (mayByRole[role] as readonly string[] | undefined)?.includes(may))
  if (!found) throw new Error(`Nobody may open ${path}`)
  return found.name
}

async function signedIn(at: string, name: string): Promise<Browser> {
  const browser = new Browser(at)
  await browser.signIn(name, '/help')
  await browser.signIn(name, '/')
  return browser
}

/** Beneath /records, the names are of what is about no child. */
const addressOf = (path: string, names: Names): string =>
  path.replace(
    /:(\w+)/g,
    (_, name: string) => (path.startsWith('/records') ? names[`${name} about no child`] : undefined) ?? names[name] ?? 'nothing',
  )

/** The child with a history of that length, a referral of theirs, the team that holds most children; and the child’s name but its last letter. */
async function namesIn(
  database: Database,
  today: string,
  records: number | undefined,
): Promise<{ names: Names; team: number; held: number; sought: string }> {
  return database.transaction({ ...acting, role: 'reads' }, async (tx) => {
    const one = async <R extends Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<R> => {
      const [row] = await tx.query<R>(sql, parameters)
      if (!row) throw new Error(`Nothing is found by ${sql}`)
      return row
    }
    const order = records === undefined ? 'count(*) desc' : `abs(count(*) - ${records})`
    const child = await one<{ id: string; n: number }>(
      `select person_id as id, count(*) as n from (select person_id from child_in_need_visit union all select person_id from child_protection_visit
        union all select person_id from looked_after_visit union all select person_id from management_oversight) held
       where person_id in (select person_id from referral) group by 1 order by ${order}, 1 limit 1`,
    )
    const team = await one<{ id: string; n: number }>(
      `select team_id as id, count(*) as n from involvement where started_on <= $1 and (ended_on is null or ended_on > $1) and team_id is not null and role = 'CW'
       group by 1 order by 2 desc, 1 limit 1`,
      [today],
    )
    const { name } = await one<{ name: string }>(`select concat_ws(' ', forename, surname) as name from person where id = $1`, [child.id])
    const names = {
      child: child.id,
      kind: 'referral',
      record: (await one<{ id: string }>('select id from referral where person_id = $1 order by id limit 1', [child.id])).id,
      'kind about no child': 'professional',
      'record about no child': (await one<{ id: string }>('select id from professional order by id limit 1')).id,
      team: team.id,
      clock: 'cp-visit',
    }
    return { names, team: team.n, held: child.n, sought: name.slice(0, -1) }
  })
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
}
