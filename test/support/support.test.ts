import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { model } from '../../src/model.ts'
import { axe, browserForTests, openBrowser } from './browser.ts'
import { freshDatabase, serverForTests } from './postgres.ts'
import { empty, openReady, type Filling } from './ready-databases.ts'

describe.skipIf(serverForTests() === null)('the PostgreSQL server for tests', () => {
  test('two databases do not see each other, and sort as English does', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()])
    const client = new pg.Client({ connectionString: one.url })
    const stranger = new pg.Client({ connectionString: other.url })
    try {
      await client.connect()
      await stranger.connect()
      await client.query('create table names (name text)')
      await client.query(`insert into names values ('Zoe'), ('adam'), ('Éowyn'), ('Eve')`)
      const { rows } = await client.query<{ name: string }>('select lower(name) as name from names order by names.name')
      expect(rows.map((row) => row.name)).toEqual(['adam', 'éowyn', 'eve', 'zoe'])
      const tables = await stranger.query(`select 1 from pg_tables where tablename = 'names'`)
      expect(tables.rowCount).toBe(0)
    } finally {
      await Promise.all([client.end(), stranger.end()])
      await Promise.all([one.drop(), other.drop()])
    }
  })

  test('a database that stands ready is copied: what is written in one copy is in no other', async () => {
    const write = { actor: 'tester', role: 'writes', keys: ['staff'] } as const
    let filled = 0
    const one: Filling = {
      name: 'one',
      model,
      on: empty(),
      fill: (database) => {
        filled++
        return database.transaction(write, (tx) => tx.run(`insert into person (forename, source) values ('Tern', 'goldthread')`))
      },
    }
    const [first, second] = await Promise.all([openReady('server', one), openReady('server', one)])
    try {
      await first.database.transaction(write, (tx) => tx.run(`update person set forename = 'Knot'`))
      const held = await second.database.transaction(write, (tx) => tx.query('select forename from person'))
      expect(held).toEqual([{ forename: 'Tern' }])
      expect(filled).toBe(1)
    } finally {
      for (const { database, remove } of [first, second]) await database.close().then(remove)
    }
  })
})

describe.skipIf(browserForTests() === null)('the browser for tests', () => {
  test('axe tells a picture without words from one with words', async () => {
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      const withPicture = (words: string) =>
        `<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" ${words}></main></html>`
      await page.setContent(withPicture('alt="A house"'))
      expect(await axe(page)).toEqual([])
      await page.setContent(withPicture(''))
      const [first, ...others] = await axe(page)
      expect(first).toContain('image-alt')
      expect(others).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
