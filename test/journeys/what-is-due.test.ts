import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenedDatabase } from '../support/two-databases.ts'
import { axe, browserForTests, openBrowser } from '../support/browser.ts'
import { toldByHand } from '../support/fillings.ts'
import { serve, type Served } from '../support/served.ts'

/** A worker's day and a manager's: what is due, why, and what to do about it. */

const desk = { width: 1280, height: 900 }

describe.skipIf(browserForTests() === null)('what is due', () => {
  let database: OpenedDatabase
  let served: Served
  let at: string
  let browser: Browser
  let ruth: Page
  let tom: Page

  beforeAll(async () => {
    served = await serve(toldByHand)
    ;({ database, at } = served)
    browser = await openBrowser()
    ruth = await signedIn('Ruth Adeyemi')
    tom = await signedIn('Tom Hargreave')
  }, 400_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  async function signedIn(name: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext({ viewport: desk, acceptDownloads: true, ...options })).newPage()
    await page.goto(`${at}/help`)
    await page.goto(`${at}/`)
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await page.waitForURL((url) => !url.pathname.includes('sign-in'))
    return page
  }

  const idOf = async (sql: string): Promise<string> => {
    const [row] = await database.transaction({ actor: 'test', role: 'reads', keys: ['staff'] }, (tx) => tx.query<{ id: string }>(sql))
    return row?.id ?? 'nobody'
  }

  test('a worker’s day opens on what is due today, overdue and coming, each with its child and its reason', async () => {
    expect(new URL(ruth.url()).pathname).toBe('/my-work')
    await expect(ruth.getByRole('heading', { name: 'Overdue' }).count()).resolves.toBe(1)
    const counted = await ruth.locator('.gt-counts b').allInnerTexts()
    expect(counted).toHaveLength(4)
    const overdue = ruth.locator('#overdue tbody tr')
    expect(await overdue.count()).toBe(Number(counted[1]))
    const first = await overdue.first().innerText()
    expect(first).toMatch(/late/)
    expect(first).toMatch(/(In law|Statutory guidance|Commonly|Set locally|National standard)/)
    expect(await axe(ruth)).toEqual([])
  })

  test('what to do opens the form where it is done, and once it is done it is due no longer', async () => {
    await ruth.goto(`${at}/my-work`)
    const before = Number(await ruth.locator('.gt-counts b').nth(1).innerText())
    const visits = ruth.locator('#overdue tbody tr', { hasText: 'Samir Haddou' }).filter({ hasText: 'Visit the child' })
    await visits.getByRole('link', { name: 'Visit the child' }).click()
    expect(new URL(ruth.url()).pathname).toMatch(/\/children\/[0-9a-f-]+\/add\/looked_after_visit$/)
    const visited = ruth.getByRole('group', { name: 'Visited' })
    await visited.getByLabel('Day').fill('2')
    await visited.getByLabel('Month').fill('3')
    await visited.getByLabel('Year').fill('2016')
    await ruth.getByRole('group', { name: 'Child seen' }).getByLabel('Yes').check()
    await ruth.getByRole('button', { name: 'Add the record' }).click()
    await ruth.goto(`${at}/my-work`)
    expect(Number(await ruth.locator('.gt-counts b').nth(1).innerText())).toBe(before - 1)
    expect(await visits.count()).toBe(0)
  })

  test('my children are a list that can be narrowed, saved and opened', async () => {
    await ruth.goto(`${at}/my-work/children`)
    const all = await ruth.locator('tbody tr').count()
    expect(all).toBeGreaterThan(3)
    await ruth.getByLabel('Overdue').selectOption('yes')
    await ruth.getByRole('button', { name: 'Apply' }).click()
    expect(await ruth.locator('tbody tr').count()).toBeLessThanOrEqual(all)
    const [saved] = await Promise.all([ruth.waitForEvent('download'), ruth.getByRole('link', { name: 'Save as CSV' }).click()])
    const text = await readFile((await saved.path()) ?? '', 'utf8')
    expect(text.split('\r\n')[0]).toContain('Child,Number,Born')
    expect(await axe(ruth)).toEqual([])
  })

  test('a calendar address says what is to be done and when, and for whom it never says', async () => {
    await ruth.goto(`${at}/my-work/calendar`)
    await ruth.getByRole('button', { name: 'Make an address' }).click()
    const address = (await ruth.locator('code').innerText()).trim()
    expect(await axe(ruth)).toEqual([])
    const calendar = await fetch(`${at}${new URL(address, at).pathname}`)
    expect(calendar.status).toBe(200)
    expect(calendar.headers.get('content-type')).toContain('text/calendar')
    const text = await calendar.text()
    expect(text).toContain('BEGIN:VEVENT')
    const names = await database.transaction({ actor: 'test', role: 'reads', keys: ['staff'] }, (tx) =>
      tx.query<{ forename: string; surname: string }>('select forename, surname from person where forename is not null'),
    )
    for (const { forename, surname } of names) {
      expect(text).not.toContain(forename)
      expect(text).not.toContain(surname)
    }
    await ruth.getByRole('button', { name: 'End the address' }).click()
    expect((await fetch(`${at}${new URL(address, at).pathname}`)).status).toBe(404)
  })

  test('a manager finds the worst backlog, opens a child, sees why, gives the child to another worker, and prints', async () => {
    await tom.goto(`${at}/teams`)
    await tom.waitForURL(/\/teams\/[0-9a-f-]+$/)
    expect(await axe(tom)).toEqual([])
    const worst = tom.locator('table', { hasText: 'Longest' }).locator('tbody tr').first()
    const late = Number(await worst.locator('td').first().innerText())
    await worst.getByRole('link').click()
    await tom.waitForURL(/\/clocks\//)
    await tom.getByLabel('How it stands').selectOption('overdue')
    await tom.getByRole('button', { name: 'Apply' }).click()
    const lines = tom.locator('.gt-list tbody tr')
    expect(await lines.count()).toBe(late)
    expect(await axe(tom)).toEqual([])
    const name = await lines.first().getByRole('link').first().innerText()
    await lines.first().getByRole('link').first().click()
    await tom.waitForURL(/\/children\//)
    expect(await tom.locator('.gt-side').innerText()).toMatch(/late[\s\S]*(In law|guidance|Commonly|Set locally|standard)/)
    expect(await axe(tom)).toEqual([])

    await tom.goto(`${at}/teams`)
    const team = new URL(tom.url()).pathname
    await tom.goto(`${at}${team}/allocate`)
    await tom.getByRole('button', { name: 'Give these children to the worker' }).click()
    expect(await tom.locator('.govuk-error-summary').innerText()).toContain('Choose a worker.')
    expect(await axe(tom)).toEqual([])
    for (const box of await tom.getByRole('checkbox').all()) await box.setChecked(false)
    await tom.getByLabel(name).check()
    await tom.getByLabel('Worker', { exact: true }).selectOption({ label: await optionLike(tom, 'Sunita') })
    await tom.getByLabel('Why the worker changes').selectOption('MANAGE')
    await tom.getByRole('button', { name: 'Give these children to the worker' }).click()
    await tom.waitForURL(/\/teams\/[0-9a-f-]+$/)
    expect(await tom.getByRole('alert').innerText()).toMatch(/1 child is now with Sunita/)
    const child = await idOf(
      `select p.id from person p where concat_ws(' ', p.forename, p.surname) = '${name.replaceAll("'", "''")}' limit 1`,
    )
    const holding = await idOf(
      `select w.source_id as id from involvement i join professional w on w.id = i.worker_id where i.person_id = '${child}' and i.role = 'CW' and i.ended_on is null and i.withdrawn_at is null`,
    )
    expect(holding).toBe('P144')
    const printed = await tom.pdf({ format: 'A4' })
    expect(printed.length).toBeGreaterThan(10_000)
  })

  test('everything due in a team is one list, narrowed from the workload table', async () => {
    await tom.goto(`${at}/teams`)
    const workload = tom.locator('table', { hasText: 'Against the limit' })
    const row = workload.locator('tbody tr', { hasText: 'Ruth Adeyemi' })
    const overdue = Number(await row.locator('td').nth(2).innerText())
    await row.locator('td').nth(2).getByRole('link').click()
    await tom.waitForURL(/\/work\?/)
    expect(await tom.getByText(new RegExp(`^${overdue} of `)).count()).toBeGreaterThanOrEqual(1)
    expect(await axe(tom)).toEqual([])
  })

  test('every clock is listed with its rule, and one that is the authority’s own can be set on its page', async () => {
    const judith = await signedIn('Judith Penhallow')
    await judith.goto(`${at}/clocks?area=child-protection`)
    expect(await judith.locator('.gt-list tbody tr').count()).toBeGreaterThan(5)
    expect(await axe(judith)).toEqual([])
    await judith.goto(`${at}/clocks/cp-visit`)
    await judith.locator('#setting summary').click()
    await judith.getByLabel('Length').fill('nought')
    await judith.getByRole('button', { name: /Save/ }).click()
    expect(await judith.locator('.govuk-error-summary').innerText()).toContain('“nought” is not a length.')
    expect(await axe(judith)).toEqual([])
    await judith.getByLabel('Length').fill('15')
    await judith.getByRole('button', { name: /Save/ }).click()
    await judith.waitForURL(/\/clocks\/cp-visit$/)
    expect(await judith.locator('main').innerText()).toContain('within 15 working days')
  })

  test('the past is looked at, not written: what was due on 10 February as known that day', async () => {
    await tom.goto(`${at}/teams`)
    await tom.goto(`${tom.url()}?known-at=2016-02-10`)
    expect(await tom.locator('.gt-then').innerText()).toContain('10 February 2016')
    expect(await tom.getByRole('button', { name: /Allocate/ }).count()).toBe(0)
    await ruth.goto(`${at}/my-work?known-at=2016-02-10`)
    expect(await ruth.locator('main').innerText()).toContain('10 February 2016')
  })

  test('without JavaScript and on a narrow screen everything is there', async () => {
    const phone = await signedIn('Tom Hargreave', { javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
    for (const path of ['/teams', '/my-work', '/clocks', '/clocks/lac-visit-year1', '/my-work/children', '/my-work/calendar']) {
      await phone.goto(`${at}${path}`)
      const [wide] = [await phone.evaluate<number>('document.documentElement.scrollWidth')].filter((width) => width > 320)
      expect(wide, path).toBeUndefined()
    }
  })
})

async function optionLike(page: Page, words: string): Promise<string> {
  const labels = await page.getByLabel('Worker', { exact: true }).locator('option').allInnerTexts()
  return labels.find((label) => label.includes(words)) ?? words
}
