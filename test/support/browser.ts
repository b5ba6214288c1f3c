/** A real browser for tests, and axe to look for what shuts people out. */

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'

/**
 * Path of Chromium: what CHROMIUM names, else where Debian and its neighbours put it. Null where there is none, and such tests are
 * left out: `describe.skipIf(browserForTests() === null)`.
 */
export function browserForTests(): string | null {
  if (process.env['GOLDTHREAD_QUICK'] === '1') return null
  const named = process.env['CHROMIUM']
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
  const places = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return (named ? [named] : places).find((path) => existsSync(path)) ?? null
}

/** Starts the browser, without a window and without talking to anybody. Close it when done. @throws Error where there is no Chromium. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = browserForTests()
  if (executablePath === null) throw new Error('There is no Chromium here. Install it (apt-get install chromium), or name it in CHROMIUM.')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly help: string
  readonly helpUrl: string
  readonly nodes: readonly { readonly html: string; readonly target: readonly unknown[]; readonly failureSummary?: string }[]
}

/**
 * What axe finds wrong with the page as it stands: WCAG 2.0, 2.1 and 2.2 at A and AA, and best practice. One readable text for each
 * violation; `expect(await axe(page)).toEqual([])` then shows them. The page needs JavaScript allowed; its content security policy does not matter.
 */
export async function axe(page: Page, { stylesRead = true } = {}): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axeSource)
  // A text rather than a function: what is evaluated runs in the page, whose types are not ours.
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(standards)}, resultTypes: ['violations'], preload: ${stylesRead} }).then((result) => result.violations)`,
  )
  return found.map((violation) => inWords(violation, page.url()))
}

const desk = { width: 1280, height: 900 }
const phone = { width: 320, height: 640 }

/** What axe finds at a desk and on a phone of 320 pixels, and how far the page would scroll sideways there. */
export async function lookedAt(page: Page): Promise<{ readonly axe: readonly string[]; readonly sideways: number }> {
  const found = await axe(page)
  await page.setViewportSize(phone)
  const width = await page.evaluate<number>('document.documentElement.scrollWidth')
  // The style sheets are those that were read at the desk.
  const onPhone = await axe(page, { stylesRead: false })
  await page.setViewportSize(desk)
  return { axe: [...found, ...onPhone], sideways: Math.max(0, width - phone.width) }
}

/** What is to be found of a page: nothing. */
export const fine = { axe: [], sideways: 0 }

function inWords({ id, impact, help, helpUrl, nodes }: Violation, url: string): string {
  const places = nodes.map(
    (node) =>
      `  at ${node.target.map(String).join(' ')}\n     ${node.html}\n     ${(node.failureSummary ?? '').replaceAll('\n', '\n     ')}`,
  )
  return [`${url}: ${help} (${id}, ${impact ?? 'impact not known'}; ${helpUrl})`, ...places].join('\n')
}
