import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser as Chromium, type Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallTown, type SmallTown } from './small-town.tsx'

const executable = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pictures = process.env['GOLDTHREAD_PICTURES']

if (executable === undefined)
  console.warn('No Chromium was found, so the page shell was not looked at in a browser. Install chromium, or name it in CHROMIUM.')

describe.skipIf(executable === undefined)('the page shell in a browser', () => {
  let town: SmallTown
  let chrome: Chromium
  let tab: Tab
  const asked: string[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    town = await smallTown()
    chrome = await chromium.launch({ executablePath: executable ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
    tab = await newTab({ width: 1280, height: 900 })
    await signIn(tab)
  })
  afterAll(async () => {
    await chrome.close()
    await town.close()
  })

  const newTab = async (viewport: { width: number; height: number }, javaScriptEnabled = true): Promise<Tab> => {
    const context = await chrome.newContext({ viewport, javaScriptEnabled, bypassCSP: false })
    const opened = await context.newPage()
    opened.on('request', (request) => asked.push(request.url()))
    opened.on(
      'console',
      (message) => message.type() === 'error' && !/status of (4|5)/.test(message.text()) && complaints.push(message.text()),
    )
    opened.on('pageerror', (error) => complaints.push(error.message))
    return opened
  }

  const signIn = async (at: Tab) => {
    await at.goto(`${town.at}/`)
    await at.getByRole('button', { name: 'Ruth Adeyemi' }).click()
    await at.getByRole('heading', { name: 'Good morning, Ruth Adeyemi' }).waitFor()
  }

  const picture = async (at: Tab, name: string) => {
    if (pictures) await at.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  }

  /** What axe finds against WCAG 2.2 AA and its best practice, in words. It runs in a world of its own, which the page's policy lets be. */
  const problems = async (at: Tab): Promise<readonly string[]> => {
    await at.evaluate(axe)
    return at.evaluate<readonly string[]>(
      'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then((found) => found.violations.map((one) => one.id + ": " + one.nodes.map((node) => node.html).join(" ")))',
    )
  }

  test.each([
    ['/', 'home'],
    ['/help', 'help'],
    ['/boats/new', 'form'],
    ['/logs', 'upload'],
    ['/boats/kittiwake?known-at=2016-01-24', 'past'],
    ['/boats/one/papers', 'papers'],
    ['/boats/on-fire', 'wrong'],
    ['/harbour-master', 'refused'],
    ['/nowhere', 'not-found'],
  ])('axe finds nothing to mend on %s, and it does not scroll sideways at 320 pixels', async (address, name) => {
    await tab.setViewportSize({ width: 1280, height: 900 })
    await tab.goto(`${town.at}${address}`)
    await picture(tab, name)
    expect(await problems(tab)).toEqual([])
    await tab.setViewportSize({ width: 320, height: 700 })
    await picture(tab, `${name}-320`)
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(320)
  })

  test('axe finds nothing on the page that chooses who to be, nor on the one that says goodbye', async () => {
    const other = await newTab({ width: 320, height: 700 })
    await other.goto(`${town.at}/`)
    await picture(other, 'choose-320')
    expect(await problems(other)).toEqual([])
    expect(await other.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await other.setViewportSize({ width: 1280, height: 900 })
    await picture(other, 'choose')
    await other.goto(`${town.at}/signed-out`)
    expect(await problems(other)).toEqual([])
    await other.context().close()
  })

  test('after an error the summary has the focus, its link leads to the field, and axe finds nothing', async () => {
    await tab.setViewportSize({ width: 1280, height: 900 })
    await tab.goto(`${town.at}/boats/new`)
    await tab.getByRole('button', { name: 'Save the name' }).click()
    await tab.getByText('There is a problem').waitFor()
    await picture(tab, 'mend')
    await expect.poll(() => tab.evaluate('document.activeElement.className')).toContain('govuk-error-summary')
    await tab.getByRole('link', { name: 'Give the boat a name' }).click()
    expect(await tab.evaluate('document.activeElement.id')).toBe('name')
    expect(await problems(tab)).toEqual([])
  })

  test('with the keyboard alone: the first Tab skips to the content, and every stop can be seen', async () => {
    await tab.goto(`${town.at}/boats/new`)
    await tab.keyboard.press('Tab')
    expect(await tab.evaluate('document.activeElement.textContent')).toBe('Skip to main content')
    for (let stop = 0; stop < 7; stop += 1) {
      await tab.keyboard.press('Tab')
      const seen = await tab.evaluate(
        '(() => { const one = document.activeElement; const style = getComputedStyle(one); const box = one.getBoundingClientRect(); return { what: one.outerHTML.slice(0, 60), marked: style.outlineStyle !== "none" || style.boxShadow !== "none", height: box.height } })()',
      )
      expect(seen).toMatchObject({ marked: true })
      expect.soft((seen as { height: number }).height, JSON.stringify(seen)).toBeGreaterThanOrEqual(24)
    }
  })

  test('without JavaScript one signs in, names a boat and signs out', async () => {
    const plain = await newTab({ width: 1280, height: 900 }, false)
    await signIn(plain)
    await plain.goto(`${town.at}/boats/new`)
    await plain.getByLabel('Name').fill('Tern')
    await plain.getByRole('button', { name: 'Save the name' }).click()
    await plain.getByText('Named Tern').waitFor()
    await plain.getByRole('button', { name: 'Sign out' }).click()
    await plain.getByRole('heading', { name: 'You are signed out' }).waitFor()
    await plain.context().close()
  })

  test('printed, the page has no menu, and says at its foot who printed it, as known when', async () => {
    await tab.goto(`${town.at}/boats/kittiwake?known-at=2016-01-24`)
    await tab.emulateMedia({ media: 'print' })
    await picture(tab, 'print')
    expect(await tab.getByRole('link', { name: 'Boats', exact: true }).isVisible()).toBe(false)
    expect(
      await tab.getByText(/^Printed by Ruth Adeyemi, social worker, .*, as known at 24 January 2016\. Official – sensitive$/).isVisible(),
    ).toBe(true)
    await tab.emulateMedia({ media: 'screen' })
  })

  test('all the while nothing was asked of another host, and the browser had nothing to complain of', () => {
    expect(asked.filter((url) => !url.startsWith(town.at) && !url.startsWith('data:'))).toEqual([])
    expect(asked.some((url) => url.includes('moj-frontend.min.js'))).toBe(true)
    expect(complaints).toEqual([])
  })
})
