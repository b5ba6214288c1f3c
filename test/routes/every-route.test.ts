import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPeople } from '../../demo/people.ts'
import { Browser } from '../../demo/sign-in/test-browser.ts'
import { pagesOf } from '../../src/app.ts'
import { mayByRole, type Permission } from '../../src/authority/permissions.ts'
import type { Page } from '../../src/engine/web/page.ts'
import type { OpenedDatabase } from '../support/two-databases.ts'
import { toldByHand } from '../support/fillings.ts'
import { serve, type Served } from '../support/served.ts'

/** Every route there is, asked for by every role and by nobody: opened to those who may, refused to the rest, and every look kept. */

let database: OpenedDatabase
let served: Served
let at: string
let pages: Page[]
let real: Record<string, string>
const browsers = new Map<string, Browser>()

beforeAll(async () => {
  served = await serve(toldByHand)
  ;({ database, at } = served)
  pages = pagesOf(
    database,
    () => '2016-03-03',
    () => '2016-03-03',
  )
  real = await realNames()
  for (const { name, role } of demoPeople) {
    const browser = new Browser(at)
    await browser.signIn(name, '/help')
    await browser.signIn(name, '/')
    browsers.set(role, browser)
  }
}, 240_000)

afterAll(async () => {
  await served?.close()
})

const may = (page: Page, role: string): boolean =>
  page.may === 'anyone' || page.may === 'signed in' || (mayByRole[role] ?? []).includes(page.may as Permission)

/** An address of the route about a child who is there, a record of theirs, an import that was made; beneath /records, of a worker. */
const addressOf = (path: string): string =>
  path.replace(
    /:(\w+)/g,
    (_, name: string) => (path.startsWith('/records') ? real[`${name} about no child`] : undefined) ?? real[name] ?? 'nothing',
  )

describe('every route', () => {
  test('says who may open it and under which name a look is kept, or why none is', () => {
    expect(pages.length).toBeGreaterThan(15)
    for (const page of pages) {
      expect(page.may, page.path).toBeTruthy()
      expect(page.looks ?? page.noLookBecause, page.path).toBeTruthy()
    }
  })

  test('leads nobody who has not signed in any further than the sign-in, except to what anyone may read', async () => {
    for (const page of pages) {
      const answer = await new Browser(at).open(addressOf(page.path), { method: page.method, follow: false })
      // Whoever has the address of a calendar may read it, and nobody can guess one.
      if (page.may === 'anyone') expect(answer.status, page.path).toBe(page.path.includes(':feed') ? 404 : 200)
      else if (page.method === 'GET') {
        expect(answer.status, page.path).toBe(303)
        expect(answer.headers.get('location'), page.path).toContain('/sign-in')
      } else expect([303, 401, 403], page.path).toContain(answer.status)
      expect(answer.text, page.path).not.toContain('Wickham')
    }
  })

  test.each(demoPeople.map(({ role }) => role))(
    'is opened to a %s who may, and refused to one who may not',
    async (role) => {
      const browser = browsers.get(role) as Browser
      const token = await browser.token('/find').catch(() => '')
      for (const page of pages) {
        const address = addressOf(page.path)
        const answer =
          page.method === 'GET'
            ? await browser.open(address, { follow: false })
            : await browser.send(address, { _csrf: token }, { follow: false })
        const what = `${page.method} ${page.path} as ${role}`
        if (!may(page, role)) {
          expect(answer.status, what).toBe(403)
          expect(answer.text, what).not.toContain('Wickham')
        } else if (page.method === 'GET') expect(/:(job|feed)/.test(page.path) ? [404] : [200, 303], what).toContain(answer.status)
        else expect([200, 303, 403, 404, 409, 422], what).toContain(answer.status)
        expect(answer.headers.get('cache-control'), what).toMatch(/no-store/)
      }
    },
    120_000,
  )

  test('keeps every look at a child, shown or refused, in a table that nobody can change', async () => {
    const looks = await database.transaction({ actor: 'test', role: 'audits', keys: [] }, (tx) =>
      tx.query<{ actor: string; name: string; outcome: string }>(
        `select actor, name, detail ->> 'outcome' as outcome from look where subject = $1`,
        [real.child],
      ),
    )
    for (const { account, role } of demoPeople) {
      const mine = looks.filter(({ actor }) => actor === account)
      if ((mayByRole[role] ?? []).includes('read a child'))
        expect(
          mine.map(({ outcome }) => outcome),
          role,
        ).toContain('shown')
    }
    for (const sql of [`update look set name = 'nothing'`, 'delete from look'])
      for (const role of ['reads', 'writes', 'imports', 'audits'] as const)
        await expect(database.transaction({ actor: 'test', role, keys: ['staff'] }, (tx) => tx.run(sql))).rejects.toThrow(
          /permission denied/,
        )
  })

  test('answers the same for a child who is not there as for an address that is none', async () => {
    const browser = browsers.get('social worker') as Browser
    const gone = await browser.open('/children/00000000-0000-4000-8000-000000000000')
    const never = await browser.open('/children/not-a-child')
    expect([gone.status, never.status]).toEqual([404, 404])
  })
})

async function realNames(): Promise<Record<string, string>> {
  return database.transaction({ actor: 'test', role: 'reads', keys: ['staff', 'files'] }, async (tx) => {
    const one = async (sql: string): Promise<string> => (await tx.query<{ id: string }>(sql))[0]?.id ?? ''
    const child = await one(`select id from person where source_id = '204417'`)
    return {
      child,
      kind: 'placement',
      record: await one(`select id from placement where person_id = '${child}' limit 1`),
      'kind about no child': 'professional',
      'record about no child': await one('select id from professional limit 1'),
      written: 'assessment',
      text: await one('select id from assessment where authorised_on is not null limit 1'),
      import: await one('select id from import order by brought_at desc limit 1'),
      pair: await one('select id from likely_pair limit 1'),
      team: await one(`select id from team where source_id = 'T42'`),
      clock: 'cp-visit',
      area: 'health-in-care',
      measure: 'cla-number',
      month: '2016-02',
      signal: 'cla-number.change',
      feed: 'nobody-knows-this-one',
      job: '00000000-0000-4000-8000-000000000000',
    }
  })
}
