import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeExtracts } from '../../demo/small-authority/extracts.ts'
import { axe, browserForTests, openBrowser, fine, lookedAt as lookedAtPage } from '../support/browser.ts'
import { openCouncil, type Council } from './council.ts'

/** Bringing data in, as an analyst does it: with a mouse, without JavaScript, with the keyboard alone, on a narrow screen. */

const result = /\/bring-in-data\/[0-9a-f-]{36}$/
const aWhile = { timeout: 120_000 }

describe.skipIf(browserForTests() === null)('bringing data in', () => {
  let council: Council
  let browser: Browser
  let page: Page
  let january: string[]
  let caseSystem: string[]
  let wrong: string[]

  beforeAll(async () => {
    council = await openCouncil()
    browser = await openBrowser()
    january = await writeExtracts(join(council.folder, 'january'), { moment: 'january' })
    caseSystem = january.filter((path) => path.includes('/ssd/'))
    const [letter, cut, faulty] = ['letter.pdf', 'cin-census-cut-short.xml', 'ssd_person_of_the_north_team_as_saved_by_hand.csv'].map(
      (name) => join(council.folder, name),
    ) as [string, string, string]
    await writeFile(letter, '%PDF-1.7\n1 0 obj')
    const census = await readFile(january.find((path) => path.endsWith('.xml')) as string, 'utf8')
    await writeFile(cut, census.slice(0, census.length / 2))
    await writeFile(faulty, 'pers_person_id,pers_sex,pers_dob\n901,Q,01/02/2010\n902,F,03/02/2061\n,F,05/06/2010\n')
    wrong = [letter, cut, faulty]
    page = await signedIn()
  })
  afterAll(async () => {
    await browser?.close()
    await council?.close()
  })

  async function signedIn(options: BrowserContextOptions = {}): Promise<Page> {
    const opened = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })).newPage()
    await opened.goto(`${council.town.at}/bring-in-data`)
    await opened.getByRole('button', { name: /Imran Castellan/ }).click()
    await opened.waitForURL(/bring-in-data$/)
    return opened
  }

  const lookedAt = () => lookedAtPage(page)
  const heading = (): Promise<string | null> => page.locator('h1').textContent()

  async function bring(files: readonly string[]): Promise<void> {
    await page.goto(`${council.town.at}/bring-in-data`)
    await page.setInputFiles('input[type=file]', [...files])
    await page.getByRole('button', { name: 'Bring in', exact: true }).click()
    await page.waitForURL(result, aWhile)
  }

  test('before anything is brought in, the page says where to start', async () => {
    expect(await page.textContent('main')).toContain('Nothing has been brought in yet.')
    expect(await lookedAt()).toEqual(fine)
  })

  test('forgetting the files is said in the summary, and its link leads to the field', async () => {
    await page.getByRole('button', { name: 'Bring in', exact: true }).click()
    expect(await page.title()).toMatch(/^Error: Bring in data/)
    await page.getByRole('link', { name: 'Choose the files to bring in' }).click()
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('files')
    expect(await lookedAt()).toEqual(fine)
  })

  test('an import is watched, and what was in the files and what was refused is told', async () => {
    await page.goto(`${council.town.at}/bring-in-data`)
    await page.setInputFiles('input[type=file]', [...january, ...wrong])
    await page.getByRole('button', { name: 'Bring in', exact: true }).click()
    await page.waitForURL(/\/running\//)
    await page.goto(`${page.url()}?look=once`)
    expect(await heading()).toBe('Bringing in')
    expect(await page.textContent('main')).toContain('You can leave this page: the import goes on.')
    expect(await lookedAt()).toEqual(fine)
    await page.getByRole('link', { name: 'Look again by itself' }).click()
    await page.waitForURL(result, aWhile)
    expect(await heading()).toBe('Brought in, except 3 rows and 2 files')
    const refused = page.getByRole('region', { name: 'Refused rows by reason' })
    expect(await refused.textContent()).toMatch(/letter\.pdf.*a PDF document/)
    expect(await refused.textContent()).toMatch(/cin-census-cut-short\.xml/)
    expect(await refused.textContent()).toMatch(
      /pers_dob03\/02\/2061A date that is not after today \(03\/03\/2016\).*Check the year\. Line 3/,
    )
    expect(await lookedAt()).toEqual(fine)
  })

  test('what stands in columns of numbers is numbers, and they add up', async () => {
    const rows = await page.locator('table').first().locator('tbody tr').all()
    const cells = await Promise.all(rows.map((row) => row.locator('td.gt-num').allTextContents()))
    for (const each of cells) for (const cell of each) expect(cell).toMatch(/^\d{1,3}(,\d{3})*$/)
    const number = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''))
    const foot = await page.locator('table').first().locator('tfoot td.gt-num').allTextContents()
    expect(foot.map((_, at) => cells.reduce((sum, row) => sum + number(row[at]), 0))).toEqual(foot.map(number))
  })

  test('the lines of a reason, the differences and the refused rows as a file are one click away', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Save the refused rows' }).click()
    expect(await readFile((await (await download).path()) ?? '', 'utf8')).toContain('03/02/2061')
    await page.getByRole('link', { name: /^Line 3/ }).click()
    expect(await heading()).toBe('Refused: 1 row')
    expect(page.url()).not.toMatch(/2061/)
    expect(await lookedAt()).toEqual(fine)
    await page.getByRole('link', { name: 'The import' }).click()
    await page.goto(`${page.url()}/differences`)
    expect(await heading()).toMatch(/^Two sources differ: [1-9]/)
    expect(await lookedAt()).toEqual(fine)
  })

  test('the same extract again changes nothing', async () => {
    await bring(caseSystem)
    expect(await heading()).toBe('Nothing new')
    expect(await lookedAt()).toEqual(fine)
  })

  test('an import is taken back after a question, once', async () => {
    const february = await writeExtracts(join(council.folder, 'february'), { moment: 'february' })
    await bring(february.filter((path) => path.includes('/ssd/')))
    expect(await heading()).toBe('Brought in')
    await page.getByRole('link', { name: 'Take this import back' }).click()
    expect(await heading()).toBe('Take this import back?')
    expect(await lookedAt()).toEqual(fine)
    const question = page.url()
    const second = await page.context().newPage()
    await second.goto(question)
    await page.getByRole('button', { name: 'Take this import back' }).click()
    await page.waitForURL(result)
    expect(await heading()).toBe('Taken back')
    expect(await page.getByRole('alert').textContent()).toMatch(
      /The import is taken back\. [1-9]\d* records it added are withdrawn\. [1-9]\d* records it changed or withdrew are as before\./,
    )
    expect(await lookedAt()).toEqual(fine)
    await second.getByRole('button', { name: 'Take this import back' }).click()
    expect(await second.textContent('main')).toContain('This import has already been taken back.')
    expect(await axe(second)).toEqual([])
    await second.close()
  })

  test('every import is listed, the newest first, with its state', async () => {
    await page.goto(`${council.town.at}/bring-in-data`)
    const rows = await page.getByRole('region', { name: 'Earlier imports' }).locator('tbody tr').allTextContents()
    expect(rows.map((row) => /Taken back|Nothing new|Brought in, except 3 rows and 2 files/.exec(row)?.[0])).toEqual([
      'Taken back',
      'Nothing new',
      'Brought in, except 3 rows and 2 files',
    ])
    expect(await lookedAt()).toEqual(fine)
  })

  test('with the keyboard alone, a likely pair is decided and the decision undone', async () => {
    const press = async (name: string) => {
      for (let tabs = 0; tabs < 60; tabs++) {
        await page.keyboard.press('Tab')
        if ((await page.evaluate<string>('document.activeElement.textContent.trim()')).startsWith(name)) return page.keyboard.press('Enter')
      }
      throw new Error(`The Tab key does not reach “${name}”`)
    }
    await page.goto(`${council.town.at}/help`)
    await press('Skip to main content')
    await page.goto(`${council.town.at}/bring-in-data`)
    await press('Likely pairs')
    await page.waitForURL(/\/pairs$/)
    expect(await heading()).toBe('The same child twice? 1 pair to decide')
    expect(await lookedAt()).toEqual(fine)
    await press('Same child: join')
    await page.waitForURL(/\/pairs\?page=1$/)
    expect(await page.getByRole('alert').textContent()).toContain('Joined: every page of the child now shows both records.')
    expect(await lookedAt()).toEqual(fine)
    await press('1 decided pair')
    await page.waitForURL(/\/pairs\/decided$/)
    expect(await page.textContent('main')).toContain('The same child')
    expect(await lookedAt()).toEqual(fine)
    await press('Freya Lockyer, 207715')
    await page.waitForURL(/\/children\//)
    expect(await page.textContent('main')).toMatch(
      /2 records are shown here as one child: ID (207715 and ID 208102|208102 and ID 207715)\./,
    )
    await page.goBack()
    await press('Undo')
    await page.waitForURL(/\/pairs\/decided$/)
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('Undone: the pair waits for a decision again.')
    expect(await lookedAt()).toEqual(fine)
  })

  test('with the keyboard alone, files are chosen and brought in', async () => {
    const chosen = new Promise<void>((done, failed) => {
      page.once('filechooser', (chooser) => void chooser.setFiles(wrong.slice(0, 2)).then(done, failed))
    })
    await page.goto(`${council.town.at}/bring-in-data`)
    const focused = (): Promise<string> => page.evaluate<string>('document.activeElement.id || document.activeElement.textContent.trim()')
    for (let tabs = 0; tabs < 30 && (await focused()) !== 'files'; tabs++) await page.keyboard.press('Tab')
    expect(await focused()).toBe('files')
    await page.keyboard.press('Space')
    await chosen
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Bring in')
    await page.keyboard.press('Enter')
    await page.waitForURL(result, aWhile)
    expect(await heading()).toBe('Nothing could be brought in')
  })

  test('without JavaScript, the browser’s own field takes the files and the page of the import leads to its result', async () => {
    const plain = await signedIn({ javaScriptEnabled: false })
    await plain.setInputFiles('#files', caseSystem)
    await plain.getByRole('button', { name: 'Bring in', exact: true }).click()
    await plain.waitForURL(result, aWhile)
    // January again, after February was taken back: nothing is new to it.
    expect(await plain.locator('h1').textContent()).toMatch(/^(Nothing new|Brought in)$/)
    await plain.context().close()
  })

  test('from what can be brought in, a template is two clicks away, and what each of its columns takes three', async () => {
    await page.goto(`${council.town.at}/bring-in-data`)
    await page.getByText('What can be brought in').click()
    await page.getByRole('link', { name: 'templates' }).click()
    await page.waitForURL(/\/templates$/)
    expect(await lookedAt()).toEqual(fine)
    const saved = page.waitForEvent('download')
    await page.getByRole('link', { name: 'disability.csv' }).click()
    const path = await (await saved).path()
    expect((await saved).suggestedFilename()).toBe('disability.csv')
    expect(await readFile(path, 'utf8')).toBe('disability_id,person_id,code\r\n')
    await page.getByRole('link', { name: 'Periods of care' }).click()
    await page.waitForURL(/period_of_care\/columns$/)
    expect(await heading()).toBe('Periods of care: columns')
    await page.getByText(/codes of end_reason/).click()
    expect(await lookedAt()).toEqual(fine)
  })

  test.each(['/help', '/accessibility', '/privacy'])('%s is read by everybody, signed in or not', async (address) => {
    await page.goto(`${council.town.at}${address}`)
    expect(await lookedAt()).toEqual(fine)
    const stranger = await browser.newPage()
    await stranger.goto(`${council.town.at}${address}`)
    expect(await stranger.locator('h1').textContent()).toMatch(/^(Help|Accessibility|Privacy)$/)
    await stranger.close()
  })
})
