import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { demoPeople } from '../../demo/people.ts'
import { smallTown, type SmallTown } from '../../demo/sign-in/small-town.tsx'
import { Browser } from '../../demo/sign-in/test-browser.ts'
import { keysOf, mayByRole } from '../../src/authority/permissions.ts'
import type { Row } from '../../src/engine/database/database.ts'
import { openDatabase } from '../../src/engine/records/open.ts'
import { findPages } from '../../src/practice/person/find-page.tsx'
import { childForms } from '../../src/practice/record/child-forms.tsx'
import type { AfterWrite } from '../../src/practice/record/family.ts'
import { otherRecordPages } from '../../src/practice/record/other-records.tsx'
import { recordKinds } from '../../src/record-kinds.ts'
import { sources } from '../../src/returns/sources.ts'
import { freshPlace, type OpenedDatabase } from '../support/two-databases.ts'

/** What follows from records is worked out in the transaction of each write: it sees what was written, and when it fails nothing is. */

let database: OpenedDatabase
let remove: () => Promise<void>
let town: SmallTown
let browser: Browser
let token: string
let child: string
let called: { readonly kind: string; readonly held: Row[] }[] = []
let fails = false

const afterWrite: AfterWrite = async (tx, kind, ids) => {
  const held = await tx.query(`select source, withdrawn_at is not null as withdrawn from ${kind.table} where id = any ($1::uuid[])`, [
    `{${ids.join(',')}}`,
  ])
  called.push({ kind: kind.table, held })
  if (fails) throw new Error('The clocks could not be set')
}

beforeAll(async () => {
  const fresh = await freshPlace('embedded')
  remove = fresh.remove
  database = await openDatabase(fresh.place, (await import('../../src/model.ts')).model)
  child = (await write(`insert into person (forename, surname, source, source_id) values ('Teal', 'Quay', 'ssd', 'T1') returning id`))[0]
    ?.id as string
  const day = () => '2016-03-03'
  town = await smallTown({
    database,
    pages: [
      ...findPages(day),
      ...childForms(recordKinds, day, sources, afterWrite),
      ...otherRecordPages(recordKinds, day, sources, afterWrite),
    ],
    permissions: mayByRole,
    navigation: [],
    people: (subject) => {
      const person = demoPeople.find(({ account }) => account === subject)
      return person ? { ...person, keys: keysOf(person.role) } : null
    },
  })
  browser = new Browser(town.at)
  await browser.signIn('Tom Hargreave', '/find')
  token = await browser.token('/find')
}, 120_000)
afterAll(async () => {
  await town?.close()
  await database?.close()
  await remove?.()
})
beforeEach(() => {
  called = []
  fails = false
})

const write = (sql: string) => database.transaction({ actor: 'test', role: 'writes', keys: ['staff'] }, (tx) => tx.query(sql))
const send = (address: string, fields: Record<string, string> = {}) => browser.send(address, { _csrf: token, ...fields }, { follow: false })
const newest = async (table: string): Promise<string> =>
  (await write(`select id from ${table} order by known_from desc limit 1`))[0]?.id as string

test('adding, changing, withdrawing and restoring a record each tell what was written, once, with what now stands', async () => {
  expect((await send(`/children/${child}/add/conviction`, { offence: 'Theft' })).status).toBe(303)
  const address = `/children/${child}/records/conviction/${await newest('conviction')}`
  const [row] = await write("select to_jsonb(known_from) #>> '{}' as version from conviction")
  expect((await send(`${address}/change`, { offence: 'Theft of a bicycle', _version: String(row?.version) })).status).toBe(303)
  expect((await send(`${address}/withdraw`, { reason: 'Another child' })).status).toBe(303)
  expect((await send(`${address}/restore`)).status).toBe(303)
  expect(called).toEqual(
    [false, false, true, false].map((withdrawn) => ({ kind: 'conviction', held: [{ source: 'goldthread', withdrawn }] })),
  )
})

test('so do a new child, and a record that stands in no child’s', async () => {
  await send('/children/add', { forename: 'Wren', surname: 'Harbourside' })
  await send('/records/team/add', { name: 'Team of the estuary' })
  expect(called.map(({ kind }) => kind)).toEqual(['person', 'team'])
})

test('what was refused, and what was so already, tells nothing', async () => {
  expect((await send(`/children/${child}/add/conviction`)).status).toBe(422)
  expect((await send(`/children/${child}/add/conviction`, { offence: 'x', 'offenceOn-day': '1' })).status).toBe(422)
  const address = `/children/${child}/records/conviction/${await newest('conviction')}`
  expect((await send(`${address}/restore`)).status).toBe(303)
  expect((await send(`${address}/withdraw`)).status).toBe(422)
  expect((await send(`${address}/change`, { offence: 'x', _version: '2016-01-01T00:00:00+00:00' })).status).toBe(409)
  expect(called).toEqual([])
})

test('when what follows cannot be worked out, nothing is written', async () => {
  fails = true
  const count = async () =>
    (await write('select (select count(*) from conviction) + (select count(*) from conviction_history) as count'))[0]
  const before = await count()
  expect((await send(`/children/${child}/add/conviction`, { offence: 'Never written' })).status).toBe(500)
  expect((await send(`/children/${child}/records/conviction/${await newest('conviction')}/withdraw`, { reason: 'Never' })).status).toBe(500)
  expect(await count()).toEqual(before)
})

test('a child who may be here already is shown before a second record is made of them', async () => {
  const asked = await send('/children/add', { forename: 'Teale', surname: 'Quay' })
  expect(asked.status).toBe(422)
  expect(asked.text).toContain(`href="/children/${child}"`)
  expect(asked.text).toContain('The child may be here already')
  expect((await send('/children/add', { forename: 'Teale', surname: 'Quay', _another: 'yes' })).status).toBe(303)
  const [held] = await write(`select source, source_id from person where forename = 'Teale'`)
  expect(held).toEqual({ source: 'goldthread', source_id: null })
  expect((await send('/children/add', { 'bornOn-day': '1 March 2015' })).text).toContain('Surname: no name is given.')
})

test('every write and every form is looked at under a name, with the child it was about', async () => {
  const looks = town.looks.filter(({ subject }) => subject === child).map(({ name, outcome }) => `${name}: ${outcome}`)
  expect(looks).toEqual(
    expect.arrayContaining([
      'Added a record of a child: shown',
      'Changed a record of a child: shown',
      'Withdrew a record of a child: shown',
      'Restored a record of a child: shown',
      'Started the record of a child: shown',
    ]),
  )
})
