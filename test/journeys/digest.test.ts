import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { madeFile } from '../../src/engine/exchange/made-file.ts'
import { bytesOf, defaultLimits } from '../../src/engine/exchange/source.ts'
import { zipEntries } from '../../src/engine/exchange/zip.ts'
import { browserForTests, fine, lookedAt, openBrowser } from '../support/browser.ts'
import type { OpenedDatabase } from '../support/two-databases.ts'
import { smallWhole } from '../support/fillings.ts'
import { serve, type Served } from '../support/served.ts'

/** An analyst’s month: from the digest to a measure, its parts, a child and back; a measure of one’s own; the monthly digest written, frozen and saved. A manager’s and a councillor’s look at the same. */

const desk = { width: 1280, height: 900 }

describe.skipIf(browserForTests() === null)('the digest', () => {
  let database: OpenedDatabase
  let served: Served
  let at: string
  let browser: Browser
  let imran: Page

  beforeAll(async () => {
    served = await serve(smallWhole)
    ;({ database, at } = served)
    browser = await openBrowser()
    imran = await signedIn('Imran Castellan')
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  async function signedIn(name: string): Promise<Page> {
    const page = await (await browser.newContext({ viewport: desk, acceptDownloads: true })).newPage()
    await page.goto(`${at}/`)
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await page.waitForURL((url) => !url.pathname.includes('sign-in'))
    return page
  }

  const main = async (page: Page): Promise<string> => ((await page.textContent('main')) ?? '').replaceAll(/[\s\u00a0]+/g, ' ')
  const heading = (page: Page): Promise<string> => page.locator('h1').innerText()

  test('the digest says what has changed, and leads to each area', async () => {
    await imran.getByRole('link', { name: 'Digest', exact: true }).click()
    expect(await main(imran)).toContain('29 February 2016, as known 3 March 2016.')
    expect(await lookedAt(imran)).toEqual(fine)
    await imran.getByRole('navigation', { name: 'Areas of the digest' }).getByRole('link', { name: 'Children in care' }).click()
    expect(await heading(imran)).toBe('Children in care')
    expect(await imran.locator('table.gt-digest tbody tr').count()).toBeGreaterThan(15)
    expect(await lookedAt(imran)).toEqual(fine)
  })

  test('a measure opens to its parts, to two of them together, to the children, to a child, and back', async () => {
    await imran.goto(`${at}/digest/children-in-care`)
    await imran.getByRole('link', { name: 'Children looked after', exact: true }).click()
    expect(await heading(imran)).toBe('Children looked after')
    const [, number] = /^(\d+) at the end of February 2016\./.exec(await imran.locator('.gt-lede').innerText()) ?? []
    expect(Number(number)).toBeGreaterThan(5)
    expect(await main(imran)).toContain(`${number} lines`)
    expect(await lookedAt(imran)).toEqual(fine)
    await imran.getByRole('link', { name: 'By age', exact: true }).click()
    const ages = await imran.locator('table', { hasText: 'A year before' }).locator('tbody tr td:nth-child(2)').allInnerTexts()
    expect(ages.map(Number).reduce((sum, each) => sum + each, 0)).toBe(Number(number))
    await imran.getByText('Age and something else').click()
    await imran.getByRole('link', { name: 'By age and sex' }).click()
    expect(await lookedAt(imran)).toEqual(fine)
    const measure = imran.url()
    const child = imran.locator('#behind tbody th a').first()
    const name = await child.innerText()
    await child.click()
    expect(await heading(imran)).toContain(name)
    await imran.goBack()
    expect(imran.url()).toBe(measure)
    expect(await heading(imran)).toBe('Children looked after')
  })

  test('a group is looked at alone and left out; both together are everyone', async () => {
    const numberOf = async (query: string): Promise<number> => {
      await imran.goto(`${at}/measures/cla-number${query}`)
      return Number(/^(\d+) at the end/.exec(await imran.locator('.gt-lede').innerText())?.[1])
    }
    const [all, boys, others] = [await numberOf(''), await numberOf('?group=sex:M'), await numberOf('?group=sex:M&without=yes')]
    expect(boys).toBeGreaterThan(0)
    expect(boys + others).toBe(all)
    await imran.goto(`${at}/measures/cla-number?month=2031-01&group=shoes:9`)
    expect(await main(imran)).toContain('The month in the address cannot be read, or is still to come.')
    expect(await main(imran)).toContain('The group in the address is not known. Everyone is shown.')
  })

  test('a figure as it was known on a past day is told from what had been recorded by then', async () => {
    await imran.goto(`${at}/measures/referrals?month=2015-12&known-at=2015-12-20`)
    const then = Number(/^(\d+) in December/.exec(await imran.locator('.gt-lede').innerText())?.[1] ?? 'NaN')
    await imran.goto(`${at}/measures/referrals?month=2015-12`)
    const now = Number(/^(\d+) in December/.exec(await imran.locator('.gt-lede').innerText())?.[1] ?? 'NaN')
    expect(then).toBeGreaterThanOrEqual(0)
    expect(then).toBeLessThanOrEqual(now)
  })

  test('a target is set, and one that is no number is refused in words', async () => {
    await imran.goto(`${at}/measures/cla-visits`)
    await imran.getByText('Set the target').click()
    await imran.getByLabel('Target', { exact: true }).fill('most')
    await imran.getByLabel('From', { exact: true }).fill('1 April 2015')
    await imran.getByRole('button', { name: 'Save the target' }).click()
    expect(await imran.locator('.govuk-error-summary').innerText()).toContain('“most” is not a number. Write for example 90')
    expect(await imran.getByLabel('From', { exact: true }).inputValue()).toBe('1 April 2015')
    await imran.getByLabel('Target', { exact: true }).fill('97')
    await imran.getByLabel('Who set it, and why').fill('Corporate parenting panel')
    await imran.getByRole('button', { name: 'Save the target' }).click()
    expect(await main(imran)).toContain('Target 97%, since 1 April 2015: Corporate parenting panel.')
  })

  test('limits start afresh with a reason, which is printed; without one they do not', async () => {
    await imran.goto(`${at}/measures/cla-visits`)
    await imran.getByText('Start limits afresh').first().click()
    await imran.getByRole('button', { name: 'Start limits afresh' }).click()
    expect(await imran.locator('.govuk-error-summary').innerText()).toContain('Say why: it is printed with the chart.')
    await imran.goto(`${at}/measures/cla-visits`)
    await imran.getByText('Start limits afresh').first().click()
    await imran.getByLabel('From the month of').selectOption('2015-06')
    await imran.getByLabel('Why', { exact: true }).fill('Visits are recorded in a new form')
    await imran.getByRole('button', { name: 'Start limits afresh' }).click()
    expect(await main(imran)).toContain('Visits are recorded in a new form')
    expect(await lookedAt(imran)).toEqual(fine)
  })

  test('a measure is made of facts that are counted, tried, saved, and marked as made here; it counts from then on', async () => {
    await imran.goto(`${at}/measures/new`)
    expect(await lookedAt(imran)).toEqual(fine)
    await imran.getByRole('button', { name: 'Save the measure' }).click()
    expect(await imran.locator('.govuk-error-summary').innerText()).toContain('Give the measure a name of at least three letters.')
    await imran.getByLabel('Name', { exact: true }).fill('Referrals from schools')
    await imran.getByLabel('Page of the digest').selectOption('Front door')
    await imran.getByLabel('What is counted').selectOption('referrals-received')
    await imran.getByLabel('Only those (optional)').fill('source is 2A or shoes')
    await imran.getByLabel('Time').selectOption('12 months')
    await imran.getByRole('button', { name: 'Try it' }).click()
    expect(await imran.locator('.govuk-error-summary').innerText()).toContain('“shoes” is no code of')
    await imran.getByLabel('Only those (optional)').fill('source is 2A or 2B')
    await imran.getByRole('button', { name: 'Try it' }).click()
    expect(await main(imran)).toContain('As it would be told, not yet saved')
    await imran.getByRole('button', { name: 'Save the measure' }).click()
    expect(await heading(imran)).toBe('Referrals from schools')
    expect(await main(imran)).toContain('This measure was made here.')
    await imran.goto(`${at}/digest/front-door`)
    expect(await main(imran)).toContain('Referrals from schoolsMade here')
  })

  test('comparing names those who differ beyond chance, and ranks nobody', async () => {
    await imran.goto(`${at}/compare`)
    expect(await main(imran)).toContain('not a league table')
    expect(await lookedAt(imran)).toEqual(fine)
    await imran.goto(`${at}/compare/cla-visits`)
    expect(await lookedAt(imran)).toEqual(fine)
  })

  test('today tells how many there are, and who moved since yesterday', async () => {
    await imran.goto(`${at}/today`)
    expect(await main(imran)).toMatch(/3 March 2016\. (None of the numbers|\d+ numbers?) moved since yesterday\./)
    expect(await lookedAt(imran)).toEqual(fine)
  })

  test('the digest of a month is written, frozen, saved as a document and a workbook, and stays as it was', async () => {
    await imran.goto(`${at}/monthly-digests`)
    expect(await lookedAt(imran)).toEqual(fine)
    await imran.getByRole('link', { name: 'February 2016' }).click()
    expect(await main(imran)).toContain('Draft, as known on 3 March 2016')
    expect(await lookedAt(imran)).toEqual(fine)
    const row = imran.locator('#on-cla-number')
    await row.getByText('Write').click()
    await row.getByRole('textbox').fill('Two families of four came into care.')
    await row.getByRole('button', { name: 'Save' }).click()
    expect(await imran.locator('#on-cla-number').innerText()).toContain('Two families of four came into care.')
    await imran.getByRole('button', { name: 'Freeze this digest' }).click()
    expect(await main(imran)).toContain('As known on 3 March 2016. Frozen ')
    const figure = await imran.locator('#on-cla-number b').innerText()

    const saved = async (name: string): Promise<Map<string, string>> => {
      const [download] = await Promise.all([imran.waitForEvent('download'), imran.getByRole('link', { name }).click()])
      return unzipped(await readFile(await download.path()))
    }
    const document = await saved('Save as Word document')
    expect(document.get('word/document.xml')).toContain('Two families of four came into care.')
    const workbook = await saved('Save as spreadsheet')
    expect(workbook.get('xl/workbook.xml')).toContain('What is counted')
    expect([...workbook.values()].join()).toContain('Two families of four came into care.')

    // What is recorded later changes the measure, and not what was printed.
    const [gone] = await database.transaction({ actor: 'test', role: 'reads', keys: ['staff'] }, (tx) =>
      tx.query<{ child: string; period: string }>(
        `select person_id as child, id as period from period_of_care where started_on <= '2016-02-01' and (ended_on is null or ended_on > '2016-03-03') and withdrawn_at is null order by id limit 1`,
      ),
    )
    await imran.goto(`${at}/children/${gone?.child}/records/period_of_care/${gone?.period}/change`)
    const left = imran.getByRole('group', { name: 'Left care' })
    for (const [box, text] of [
      ['Day', '20'],
      ['Month', '2'],
      ['Year', '2016'],
    ] as const)
      await left.getByLabel(box, { exact: true }).fill(text)
    const reason = imran.getByLabel('Why you change it')
    if ((await reason.count()) > 0) await reason.fill('The form came late')
    await imran.locator('form[action*="/change"] button[type=submit]').first().click()
    await imran.goto(`${at}/monthly-digests/2016-02`)
    expect(await imran.locator('#on-cla-number b').innerText()).toBe(figure)
    await imran.goto(`${at}/measures/cla-number?month=2016-02`)
    expect(await imran.locator('.gt-lede').innerText()).toContain(`${Number(figure) - 1} at the end of February 2016`)
    expect(await main(imran)).toContain(`The digest of February 2016 said ${figure}`)
  })

  test('a team manager sees the digest and who is behind it, and cannot set targets', async () => {
    const tom = await signedIn('Tom Hargreave')
    await tom.goto(`${at}/measures/cla-visits?by=worker`)
    expect(await main(tom)).toContain('By worker')
    expect(await tom.getByText('Set the target').count()).toBe(0)
    expect(await tom.locator('#behind tbody tr').count()).toBeGreaterThan(5)
    await tom.context().close()
  })

  test('a councillor sees figures without small numbers, and nobody behind them', async () => {
    const beatrix = await signedIn('Beatrix Langmead')
    await beatrix.getByRole('link', { name: 'Figures', exact: true }).click()
    expect(await heading(beatrix)).toBe('Figures')
    const figures = await beatrix.locator('main table tbody tr td:nth-child(2)').allInnerTexts()
    expect(figures.filter((each) => ['1', '2', '3', '4', '5'].includes(each))).toEqual([])
    expect(await lookedAt(beatrix)).toEqual(fine)
    await beatrix.getByRole('link', { name: 'Children looked after', exact: true }).click()
    expect(await lookedAt(beatrix)).toEqual(fine)
    expect(await beatrix.locator('a[href^="/children/"]').count()).toBe(0)
    expect((await beatrix.goto(`${at}/measures/cla-number`))?.status()).toBe(403)
    await beatrix.context().close()
  })
})

async function unzipped(file: Buffer): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const entry of await zipEntries(madeFile(file, { path: 'saved.zip' }), '', defaultLimits)) {
    const pieces: Buffer[] = []
    for await (const piece of bytesOf(entry)) pieces.push(piece)
    texts.set(entry.path, Buffer.concat(pieces).toString('utf8'))
  }
  return texts
}
