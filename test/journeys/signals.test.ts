import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveDemonstration } from '../../demo/serving.ts'
import { createApp } from '../../src/app.ts'
import type { Server } from '../../src/engine/web/server.ts'
import { keepSignals, keptSignals } from '../../src/improvement/signals/kept.ts'
import { weeklyMessages } from '../../src/improvement/signals/weekly.ts'
import { measuredNow } from '../../src/measured.ts'
import { sendSummaries } from '../../src/oversight/summaries.ts'
import { browserForTests, fine, lookedAt, openBrowser } from '../support/browser.ts'
import { smallWhole } from '../support/fillings.ts'
import { openReady, type OpenedDatabase } from '../support/ready-databases.ts'

/** A director’s five minutes: what changed, the first of it opened, its children, an answer, and the page printed. A manager, a social worker and a councillor look too. */

const desk = { width: 1280, height: 900 }

describe.skipIf(browserForTests() === null)('signals', () => {
  let database: OpenedDatabase
  let remove: () => Promise<void>
  let app: Server
  let at: string
  let browser: Browser
  let frances: Page

  beforeAll(async () => {
    ;({ database, remove } = await openReady('embedded', smallWhole))
    const port = await freePort()
    const { provider } = await serveDemonstration(database, null, { port, say: () => undefined })
    app = await createApp({ database, openId: provider, before: provider })
    at = await app.listen({ port })
    browser = await openBrowser()
    frances = await signedIn('Frances Ashdown')
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await database?.close()
    await remove?.()
  })

  async function signedIn(name: string): Promise<Page> {
    const page = await (await browser.newContext({ viewport: desk })).newPage()
    await page.goto(`${at}/`)
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await page.waitForURL((url) => !url.pathname.includes('sign-in'))
    return page
  }

  const main = async (page: Page): Promise<string> => ((await page.textContent('main')) ?? '').replaceAll(/[\s\u00a0]+/g, ' ')
  const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
  const kept = () => database.transaction({ actor: 'test', role: 'reads', keys: ['staff'] }, (tx) => keptSignals(tx, '2016-03-03'))

  test('a director lands on what changed, and the first signal is open: its chart, who, and a form for an answer', async () => {
    expect(new URL(frances.url()).pathname).toBe('/signals')
    expect(await heading(frances)).toBe('What changed')
    expect(await main(frances)).toMatch(/Thursday 3 March 2016\. \d+ signals, most important to children first\./)
    expect(await main(frances)).toMatch(/The other \d+ measures show nothing beyond chance\./)
    const first = frances.locator('.gt-signal').first()
    expect(await first.locator('svg.gt-chart').count()).toBeGreaterThan(0)
    expect(await first.getByRole('group', { name: 'Your answer' }).count()).toBe(1)
    expect(await lookedAt(frances)).toEqual(fine)
  })

  test('it is kept, and not worked out again until something that counts has been recorded', async () => {
    const before = await kept()
    expect(before?.signals.length).toBeGreaterThan(3)
    expect(await keepSignals(database, measuredNow, '2016-03-03')).toBe(false)
    await frances.goto(`${at}/signals?known-at=2016-01-20`)
    expect(await main(frances)).toContain('20 January 2016')
    expect(await frances.getByRole('button', { name: 'Work out again' }).count()).toBe(0)
    expect((await kept())?.id).toBe(before?.id)
    await database.transaction({ actor: 'test', role: 'writes', keys: ['staff'] }, (tx) =>
      tx.run(`insert into measure_target (measure, since, value, source) values ('cla-visits', '2016-04-01', 97, 'goldthread')`),
    )
    expect(await keepSignals(database, measuredNow, '2016-03-03')).toBe(true)
    const after = await kept()
    expect(after?.id).not.toBe(before?.id)
    // Of the one before only which signals there were stays.
    const [rows] = await database.transaction({ actor: 'test', role: 'reads', keys: ['staff'] }, (tx) =>
      tx.query<{ runs: number; told: number; counted: number }>(
        `select (select count(*) from signal_run) as runs, (select count(distinct run) from signal_told) as told, (select count(distinct run) from signal_subjects) as counted`,
      ),
    )
    expect(rows).toEqual({ runs: 2, told: 1, counted: 1 })
    // Whom a signal counts opens to staff, and to nobody who sees figures alone.
    const seen = await database.transaction({ actor: 'test', role: 'reads', keys: ['figures'] }, (tx) =>
      tx.query<{ told: number; subjects: number }>(
        `select (select count(*) from signal_told) as told, (select count(*) from signal_subjects) as subjects`,
      ),
    )
    expect(seen).toEqual([{ told: after?.signals.length, subjects: 0 }])
  })

  test('a signal opens to what it is told by, to the children whom it counts, to a child, and back', async () => {
    await frances.goto(`${at}/signals`)
    const sentence = await frances.locator('.gt-signal h2 a').first().innerText()
    await frances.locator('.gt-signal h2 a').first().click()
    expect(await heading(frances)).toBe(sentence)
    await frances.getByText('How this was worked out').click()
    expect(await main(frances)).toContain('standard deviations')
    expect(await lookedAt(frances)).toEqual(fine)
    const signal = frances.url()
    const link = frances.locator('a[href$="/children"]').first()
    const [, number] = /The ([\d,]+) /.exec(await link.innerText()) ?? []
    await link.click()
    expect(await heading(frances)).toContain(`Whom it counts: ${number}`)
    expect(await lookedAt(frances)).toEqual(fine)
    const child = frances.locator('#list tbody th a').first()
    const name = await child.innerText()
    await child.click()
    expect(await heading(frances)).toContain(name)
    await frances.goBack()
    await frances.goBack()
    expect(frances.url()).toBe(signal)
  })

  test('an answer needs its words; given, it is shown below those that wait, and can be taken back', async () => {
    await frances.goto(`${at}/signals`)
    const sentence = await frances.locator('.gt-signal h2 a').first().innerText()
    await frances.locator('.gt-signal h2 a').first().click()
    await frances.getByLabel('Look into it').check()
    await frances.getByLabel('Who will find out?').fill('Anita Selwood')
    await frances.getByRole('button', { name: 'Save the answer' }).click()
    expect(await frances.locator('.govuk-error-summary').innerText()).toContain(
      'Say what you want to know, so that somebody can find it out.',
    )
    expect(await frances.getByLabel('Who will find out?').inputValue()).toBe('Anita Selwood')
    expect(await lookedAt(frances)).toEqual(fine)
    await frances.getByLabel('Not a concern').check()
    await frances.getByRole('button', { name: 'Save the answer' }).click()
    expect(await frances.locator('.govuk-error-summary').innerText()).toContain('Say why it is not a concern')
    await frances.getByLabel('Known, in hand').check()
    await frances.getByLabel('Because').fill('New minute taker from April')
    await frances.getByRole('button', { name: 'Save the answer' }).click()
    const said = 'Known, in hand. Frances Ashdown, 3 March 2016: New minute taker from April'
    expect(await main(frances)).toContain('Your answer is kept.')
    expect(await main(frances)).toContain(said)
    await frances.goto(`${at}/signals`)
    expect(await frances.locator('.gt-signal h2 a').first().innerText()).not.toBe(sentence)
    const answered = frances.locator('h2:text-is("Answered") + ol .gt-signal')
    expect(await answered.innerText()).toContain(sentence)
    expect(await answered.innerText()).toContain(said)
    await frances.getByRole('link', { name: 'Answered before' }).click()
    expect(await main(frances)).toContain('New minute taker from April')
    expect(await main(frances)).toContain('Holds')
    expect(await lookedAt(frances)).toEqual(fine)
    await frances.getByRole('link', { name: sentence }).click()
    await frances.getByRole('button', { name: 'Take back this answer' }).click()
    expect(await main(frances)).toContain('The answer is taken back.')
    expect(await main(frances)).not.toContain('New minute taker')
    await frances.goto(`${at}/signals`)
    expect(await frances.locator('.gt-signal h2 a').first().innerText()).toBe(sentence)
  })

  test('printed, the sentences and charts stay; forms, menus and the tables behind them go', async () => {
    await frances.goto(`${at}/signals`)
    await frances.emulateMedia({ media: 'print' })
    expect(await frances.locator('.gt-signal h2').first().isVisible()).toBe(true)
    expect(await frances.locator('svg.gt-chart').first().isVisible()).toBe(true)
    expect(await frances.getByRole('button', { name: 'Save the answer' }).isVisible()).toBe(false)
    expect(await frances.locator('.gt-narrow').isVisible()).toBe(false)
    expect(await frances.getByText('How this was worked out').isVisible()).toBe(false)
    await frances.emulateMedia({ media: 'screen' })
  })

  test('signals are narrowed by area and saved as they are narrowed; no cell of a file acts as a formula', async () => {
    await frances.goto(`${at}/signals`)
    const areas = await frances
      .locator('#list-area option')
      .evaluateAll((options: unknown[]) => options.map((each) => (each as { value: string }).value))
    const area = areas.find((each) => each !== '') as string
    await frances.goto(`${at}/signals?area=${encodeURIComponent(area)}`)
    expect(await main(frances)).toMatch(/\d+ signals? of \d+\./)
    const file = await frances.request.get(`${at}/signals/list.csv?area=${encodeURIComponent(area)}`)
    const lines = (await file.text()).trim().split('\r\n')
    expect(lines[0]).toContain('Signal,Way,Kind,Area')
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines.slice(1)) expect(line).not.toMatch(/(^|,)[=+@]/)
  })

  test('a social worker sees first those that count their own children; a team manager those of the team and the whole; neither names a child', async () => {
    const ruth = await signedIn('Ruth Adeyemi')
    await ruth.goto(`${at}/signals`)
    expect(await main(ruth)).toMatch(/signals? that counts? children of yours|No signals that count children of yours/)
    expect(await ruth.locator('#elsewhere').count()).toBe(1)
    expect(await ruth.getByRole('group', { name: 'Your answer' }).count()).toBe(0)
    const tom = await signedIn('Tom Hargreave')
    await tom.goto(`${at}/signals`)
    expect(await main(tom)).toContain('for your team')
    expect(await tom.getByRole('group', { name: 'Your answer' }).count()).toBe(1)
    expect(await tom.locator('main a[href^="/children/"]').count()).toBe(0)
    expect(await lookedAt(ruth)).toEqual(fine)
  })

  test('the weekly message goes once to who answers signals, with counts and links, and names no child', async () => {
    const writes = { actor: 'test', role: 'writes', keys: ['staff'] } as const
    await database.transaction(writes, async (tx) => {
      for (const name of ['Frances Ashdown', 'Ruth Adeyemi', 'Beatrix Langmead'])
        await tx.run('update account set email = $2 where name = $1', [name, `${name.split(' ')[0]?.toLowerCase()}@estuary.example`])
      await tx.run(`insert into setting (name, value, source) values ('site-address', 'https://goldthread.estuary.example', 'goldthread')`)
    })
    const messages = await weeklyMessages(database, measuredNow, '2016-03-03')
    expect(messages.map(({ to }) => to)).toEqual(['frances@estuary.example'])
    const text = messages[0]?.text ?? ''
    expect(text).toMatch(/new since 25 February 2016.*\d+ waits? for an answer/)
    expect(text).toContain('https://goldthread.estuary.example/signals')
    const names = await database.transaction({ ...writes, role: 'reads' }, (tx) =>
      tx.query<{ name: string }>('select distinct surname as name from person where surname is not null'),
    )
    const words = new Set(text.split(/[^\p{L}’-]+/u))
    expect(names.filter(({ name }) => words.has(name))).toEqual([])
    const folder = await mkdtemp(join(tmpdir(), 'goldthread-mail-'))
    const send = () => sendSummaries(database, 'week', messages, '2016-03-03', folder, 'goldthread@estuary.example')
    expect(await send()).toMatchObject({ sent: 1, left: 0, failed: [] })
    expect(await send()).toMatchObject({ sent: 0, left: 1, failed: [] })
    expect(await sendSummaries(database, 'day', messages, '2016-03-03', folder, 'goldthread@estuary.example')).toMatchObject({ sent: 1 })
    await rm(folder, { recursive: true, force: true })
  })

  test('a councillor sees none of it', async () => {
    const beatrix = await signedIn('Beatrix Langmead')
    expect(await beatrix.getByRole('link', { name: 'Signals' }).count()).toBe(0)
    for (const path of ['/signals', '/signals/cla-number.change', '/signals/list.csv', '/signals/answered'])
      expect((await beatrix.request.get(`${at}${path}`)).status(), path).toBe(403)
  })
})

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
