import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe, browserForTests, fine, lookedAt, openBrowser } from '../support/browser.ts'
import type { OpenedDatabase } from '../support/two-databases.ts'
import { smallWhole } from '../support/fillings.ts'
import { serve, type Served } from '../support/served.ts'

/** A whole authority, lived in: a day in it, a child who has been known for years, a team and a clock; then another day, on which more is known. */

const desk = { width: 1280, height: 900 }

describe.skipIf(browserForTests() === null)('a whole authority', () => {
  let database: OpenedDatabase
  let served: Served
  let at: string
  let browser: Browser
  let ruth: Page
  /** The child of whom most has happened by the first day, and how much that is. */
  let known: { name: string; entries: number }

  beforeAll(async () => {
    served = await serve(smallWhole)
    ;({ database, at } = served)
    browser = await openBrowser()
    ruth = await (await browser.newContext({ viewport: desk })).newPage()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  async function signIn(page: Page, name: string): Promise<void> {
    await page.goto(`${at}/`)
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  }

  const main = async (page: Page): Promise<string> => ((await page.textContent('main')) ?? '').replaceAll(/[\s\u00a0]+/g, ' ')
  const entries = async (page: Page): Promise<number> => Number(/([\d,]+) entries/.exec(await main(page))?.[1]?.replace(',', '') ?? 0)

  /** The child of whom most visits are recorded. */
  const mostVisited = async (): Promise<string> => {
    const [row] = await database.transaction({ actor: 'test', role: 'reads', keys: ['staff'] }, (tx) =>
      tx.query<{ id: string }>('select person_id as id from looked_after_visit group by 1 order by count(*) desc, 1 limit 1'),
    )
    return row?.id ?? 'nobody'
  }

  test('the sign-in page says which day it is, and a social worker’s work is of that day', async () => {
    await ruth.goto(`${at}/`)
    expect(await main(ruth)).toContain('Today is 3 March 2016 in it.')
    expect(await lookedAt(ruth)).toEqual(fine)
    await signIn(ruth, 'Ruth Adeyemi')
    expect(new URL(ruth.url()).pathname).toBe('/my-work')
    expect(await main(ruth)).toMatch(/3 March 2016\. You work with \d+ child/)
    expect(await lookedAt(ruth)).toEqual(fine)
  })

  test('a child known for years has pages of history, in order and up to that day, of which each entry says who wrote it', async () => {
    await ruth.goto(`${at}/children/${await mostVisited()}`)
    known = { name: await ruth.locator('h1').innerText(), entries: await entries(ruth) }
    expect(known.entries).toBeGreaterThan(150)
    expect(await ruth.locator('.gt-line > li').count()).toBe(50)
    expect(await ruth.locator('.gt-line > li').first().innerText()).toMatch(/Written here on \d+ \w+ 201\d by [A-Z]/)
    const years = await ruth.locator('.gt-month').allInnerTexts()
    expect(years.filter((month) => Number(month.slice(-4)) > 2016)).toEqual([])
    expect(await lookedAt(ruth)).toEqual(fine)
    await ruth.getByRole('link', { name: 'Page 2' }).first().click()
    expect(await ruth.locator('.gt-line > li').count()).toBe(50)
  })

  test('a manager sees the team by its workers, and who waits for a clock', async () => {
    const tom = await (await browser.newContext({ viewport: desk })).newPage()
    await signIn(tom, 'Tom Hargreave')
    expect(new URL(tom.url()).pathname).toMatch(/^\/teams\/[0-9a-f-]+$/)
    expect(await main(tom)).toMatch(/3 March 2016\. \d+ children, \d+ workers/)
    expect(await lookedAt(tom)).toEqual(fine)
    await tom.getByRole('link', { name: 'Clocks', exact: true }).click()
    expect(await main(tom)).toContain('On 3 March 2016,')
    await tom.goto(`${at}/clocks/iha-20wd`)
    expect(await tom.locator('h1').innerText()).toBe('Initial health assessments')
    expect(await lookedAt(tom)).toEqual(fine)
    await tom.context().close()
  })

  test(
    'a day that is none is refused in words; a day of the history is gone to, and everything is of that day',
    { timeout: 180_000 },
    async () => {
      const page = await (await browser.newContext({ viewport: desk })).newPage()
      await page.goto(`${at}/`)
      await page.getByText('Go to another day').click()
      await page.getByLabel('Which day is to be today?').fill('31 February 2018')
      await page.getByRole('button', { name: 'Go to that day' }).click()
      expect(await page.title()).toMatch(/^Error: /)
      expect(await page.locator('.govuk-error-summary').innerText()).toContain('“31 February 2018” is not a day from 2013 to 2018.')
      expect(await page.getByLabel('Which day is to be today?').inputValue()).toBe('31 February 2018')
      expect(await lookedAt(page)).toEqual(fine)

      await page.getByLabel('Which day is to be today?').fill('10 September 2018')
      await page.getByRole('button', { name: 'Go to that day' }).click()
      expect(await main(page)).toContain('Going to 10 September 2018')
      expect(await axe(page)).toEqual([])
      // The page asks again by itself.
      await page.getByText('Today is 10 September 2018 in it.').waitFor({ timeout: 120_000 })
      await page.context().close()

      // Whoever was signed in still is.
      await ruth.goto(`${at}/my-work`)
      expect(await main(ruth)).toMatch(/10 September 2018\. You work with/)
      await ruth.goto(`${at}/find`)
      await ruth.getByLabel('Name, date of birth or ID').fill(known.name)
      await ruth.getByRole('button', { name: 'Find' }).click()
      await ruth.waitForURL(/search=/)
      expect(await ruth.locator('.gt-hits h2').allInnerTexts()).toContain(known.name)
      await ruth.goto(`${at}/children/${await mostVisited()}`)
      expect(await entries(ruth)).toBeGreaterThan(known.entries)
      expect(await ruth.locator('.gt-month').first().innerText()).toMatch(/2018$/)
      expect(await lookedAt(ruth)).toEqual(fine)
    },
  )
})
