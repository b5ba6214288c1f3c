import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { writeExtracts } from '../../demo/small-authority/extracts.ts'
import type { Row } from '../../src/engine/database/database.ts'
import type { OpenedDatabase } from '../support/two-databases.ts'
import { bringInFiles } from '../../src/returns/bring-in.ts'
import { browserForTests, fine, lookedAt, openBrowser } from '../support/browser.ts'
import { toldByHand } from '../support/fillings.ts'
import { serve, type Served } from '../support/served.ts'

/** Writing records, as people do it: with the keyboard alone and without JavaScript, with mistakes, two at once, and on a narrow screen. */

const desk = { width: 1280, height: 900 }

describe.skipIf(browserForTests() === null)('writing records', () => {
  let database: OpenedDatabase
  let served: Served
  let at: string
  let browser: Browser
  /** A social worker's, and a team manager's, who keeps the records of workers and teams too. */
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
    const page = await (await browser.newContext({ viewport: desk, ...options })).newPage()
    await page.goto(`${at}/`)
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await page.waitForURL((url) => !url.pathname.includes('sign-in'))
    return page
  }

  const ask = (sql: string, parameters: readonly unknown[] = []) =>
    database.transaction({ actor: 'test', role: 'reads', keys: ['staff'] }, (tx) => tx.query<Row & { id: string }>(sql, parameters))
  const childId = async (number: string): Promise<string> =>
    (await ask('select id from person where source_id = $1', [number]))[0]?.id ?? ''
  const child = async (number: string, rest = ''): Promise<string> => `${at}/children/${await childId(number)}${rest}`
  /** The address of the child's record of that table and day. */
  const record = async (number: string, table: string, column: string, day: string): Promise<string> => {
    const [row] = await ask(`select t.id from ${table} t join person p on p.id = t.person_id where p.source_id = $1 and t.${column} = $2`, [
      number,
      day,
    ])
    return child(number, `/records/${table}/${row?.id}`)
  }

  const main = async (page: Page): Promise<string> => ((await page.textContent('main')) ?? '').replaceAll(/[\s\u00a0]+/g, ' ')
  const errors = (page: Page): Promise<readonly string[]> => page.locator('.govuk-error-summary li').allTextContents()
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
  const group = (page: Page, name: string) => page.getByRole('group', { name })
  async function day(page: Page, name: string, [day, month, year, time]: readonly string[]): Promise<void> {
    const boxes = group(page, name)
    for (const [label, text] of Object.entries({ Day: day, Month: month, Year: year, Time: time }))
      if (text !== undefined) await boxes.getByLabel(label, { exact: true }).fill(text)
  }

  test('with the keyboard alone and without JavaScript: chooses the kind, types it, is told what is wrong, mends it, and sees it on the chronology', async () => {
    const page = await signedIn('Ruth Adeyemi', { javaScriptEnabled: false })
    await page.goto(await child('204417'))
    const focus = page.locator('*:focus')
    const tabTo = async (what: RegExp) => {
      for (let keys = 0; keys < 150; keys++) {
        await page.keyboard.press('Tab')
        const said = `${(await focus.getAttribute('id')) ?? ''} ${(await focus.textContent()) ?? ''}`
        if (what.test(said)) return
      }
      throw new Error(`The Tab key does not reach ${what}`)
    }
    await tabTo(/Add a record/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/add$/)
    await tabTo(/Missing episode/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/add\/missing_episode$/)
    await tabTo(/^f-wentMissingAt-day/)
    for (const text of ['1', '3', '2061', '9:15pm']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.locator('.govuk-error-summary').waitFor()
    expect(await page.title()).toMatch(/^Error: Add: Missing episode – Jaden Wickham/)
    expect(await errors(page)).toEqual([
      'Went missing: 1/3/2061 9:15pm is not a date this field may have. Give a date that is not after today (03/03/2016).'.replace(
        '9:15pm',
        '21:15',
      ),
    ])
    await tabTo(/Went missing: 1\/3\/2061/)
    await page.keyboard.press('Enter')
    await tabTo(/^f-wentMissingAt-year/)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('2016')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/children\/[^/]+$/)
    expect(await page.locator('.govuk-notification-banner').textContent()).toMatch(
      /Success\s*Added: Missing episode\s*Went missing, 1 March 2016/,
    )
    expect(await main(page)).toMatch(/1 March 2016Missing, 9:15pm ?Went missing, 1 March 2016Written here on \d+ \w+ \d{4} by Ruth Adeyemi/)
    await page.getByRole('link', { name: 'Went missing, 1 March 2016' }).first().click()
    expect(await main(page)).toMatch(
      /Missing or awayMissing, whereabouts not known.*SourceGoldthread.*Written\d+ \w+ \d{4} at [\d:apm]+ by Ruth Adeyemi/,
    )
    await page.context().close()
  })

  test('what can be added stands under the headings of the chronology, on any screen', async () => {
    await ruth.goto(await child('204417', '/add'))
    expect(await ruth.locator('.gt-kinds h3').allTextContents()).toEqual((await ruth.locator('.gt-kinds h3').allTextContents()).toSorted())
    expect(
      await ruth
        .locator('.gt-kinds section', { has: ruth.getByRole('heading', { name: 'Reviews' }) })
        .getByRole('link')
        .allTextContents(),
    ).toEqual(expect.arrayContaining(['Child protection review', 'Looked after review']))
    expect(await lookedAt(ruth)).toEqual(fine)
  })

  test('each kind of record has a form that anyone can read, and none scrolls sideways', { timeout: 240_000 }, async () => {
    await ruth.goto(await child('204417', '/add'))
    const addresses = await ruth.locator('.gt-kinds a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(addresses.length).toBeGreaterThan(35)
    for (const address of addresses) {
      await ruth.goto(at + address)
      expect({ address, ...(await lookedAt(ruth)) }).toEqual({ address, ...fine })
    }
  })

  test('a link fills the form with what it knows', async () => {
    const placement = (await record('204417', 'placement', 'started_on', '2016-02-26')).split('/').at(-1)
    await ruth.goto(await child('204417', `/add/care_episode?placement=${placement}&startedOn=2016-03-03&nothing=x`))
    expect(await ruth.getByLabel('Placement', { exact: true }).inputValue()).toBe(placement)
    expect(await group(ruth, 'Started').getByLabel('Year').inputValue()).toBe('2016')
  })

  test('a record’s page leads to the forms of records that would refer to it', async () => {
    await ruth.goto(await record('204417', 'period_of_care', 'started_on', '2016-01-04'))
    await ruth.getByRole('link', { name: 'Add: Looked after review' }).click()
    expect(await ruth.getByLabel('Period of care').locator('option:checked').textContent()).toBe('Came into care, 4 January 2016')
    await day(ruth, 'Held', ['1 March 2016'])
    await press(ruth, 'Add the record')
    expect(await main(ruth)).toContain('Added: Looked after review')
    await ruth.goto(await record('204417', 'looked_after_review', 'held_on', '2016-03-01'))
    expect(await main(ruth)).toMatch(/Period of care ?Came into care, 4 January 2016/)
  })

  test('a form sent empty, and one with several faults, say so in the summary, keep what was typed, and lead to the boxes', async () => {
    await ruth.goto(await child('204417', '/add/strengths_and_difficulties_score'))
    await press(ruth, 'Add the record')
    expect(await errors(ruth)).toEqual(['Nothing is filled in. A record says at least one thing; one that was a mistake is withdrawn.'])
    expect(await lookedAt(ruth)).toEqual(fine)
    await day(ruth, 'Completed', ['31', '2', '2016'])
    await ruth.getByLabel('Total difficulties score').fill('about ten')
    await press(ruth, 'Add the record')
    expect(await errors(ruth)).toEqual([
      'Completed: 31/2/2016 is not a date this field may have. Give a day that exists, as day/month/year with four digits for the year.',
      'Total difficulties score: it is not a whole number. Give a whole number, such as 12.',
    ])
    expect(await ruth.getByLabel('Total difficulties score').inputValue()).toBe('about ten')
    expect(await ruth.locator('.govuk-form-group--error').count()).toBe(2)
    await ruth.locator('.govuk-error-summary a').first().click()
    expect(await ruth.evaluate<string>('document.activeElement.id')).toBe('f-completedOn-day')
    expect(await lookedAt(ruth)).toEqual(fine)
  })

  test('a period cannot end before it begins, and a part of a record says of which it is part', async () => {
    await ruth.goto(await child('204417', '/add/placement?startedOn=2016-02-01&endedOn=2016-01-31'))
    await press(ruth, 'Add the record')
    expect(await errors(ruth)).toEqual(['Ended: it ends before it begins. Give a date on or after “Started” (01/02/2016).'])
    await ruth.goto(await child('204417', '/add/placement_finance'))
    await ruth.getByLabel('First undefined field').fill('12')
    await press(ruth, 'Add the record')
    expect(await errors(ruth)).toEqual(['Placement: it is not said of which record this is part. Choose one.'])
  })

  test('only codes that may be given on the day are offered; another day offers others', async () => {
    const offered = () => ruth.getByLabel('Legal status', { exact: true }).locator('option').allTextContents()
    await ruth.goto(await child('204417', '/add/care_episode?startedOn=2016-03-01'))
    expect(await offered()).toContain('Placement order')
    expect(await offered()).not.toContain('Freeing order')
    await day(ruth, 'Started', ['1', '3', '2005'])
    await press(ruth, 'Show the choices for the date given')
    expect(await errors(ruth)).toEqual([])
    expect(await offered()).toContain('Freeing order')
    expect(await offered()).not.toContain('Placement order')
    await ruth.getByLabel('Legal status', { exact: true }).selectOption('Freeing order')
    await day(ruth, 'Started', ['1', '3', '2016'])
    await press(ruth, 'Add the record')
    expect(await errors(ruth)).toEqual([
      'Legal status: “Freeing order” is given until 30/12/2005 only, and this is of 01/03/2016. Give another.',
    ])
  })

  test('pressed twice, or sent again from the page before, it is one record; with other words it is asked about', async () => {
    const form = await child('204417', '/add/conviction')
    await ruth.goto(form)
    const id = await ruth.locator('input[name=_id]').inputValue()
    const held = () => ask(`select c.offence from conviction c join person p on p.id = c.person_id where p.source_id = '204417' order by 1`)
    /** The form as it stood before, sent once more. */
    const sendAgain = async (offence: string) => {
      await ruth.goto(form)
      await ruth.evaluate<void>(`document.querySelector('input[name=_id]').value = '${id}'`)
      await ruth.getByLabel('Offence').fill(offence)
      await press(ruth, 'Add the record')
      await ruth.waitForLoadState()
    }
    await sendAgain('Theft of a bicycle')
    await sendAgain('Theft of a bicycle')
    expect(await main(ruth)).toContain('Added: Conviction')
    expect(await held()).toEqual([{ offence: 'Theft of a bicycle' }])
    await sendAgain('Theft of two bicycles')
    expect(await errors(ruth)).toEqual([
      'This form was sent before, with other words, and its record was added then. Send it again to add another record.',
    ])
    await press(ruth, 'Add the record')
    expect(await held()).toEqual([{ offence: 'Theft of a bicycle' }, { offence: 'Theft of two bicycles' }])
  })

  describe('correcting', () => {
    test(
      'what the case system said: the correction stands over it, is told, and outlasts the next extract',
      { timeout: 240_000 },
      async () => {
        const address = await record('204417', 'missing_episode', 'went_missing_at', '2016-02-13')
        await ruth.goto(address)
        await ruth.getByRole('button', { name: 'Change' }).click()
        expect(await main(ruth)).toContain('This came from the case system (SSD). What you change here stands over it.')
        expect(await lookedAt(ruth)).toEqual(fine)
        await day(ruth, 'Returned', ['14', '2', '2016', '11.30am'])
        await group(ruth, 'Return home interview accepted').getByLabel('No', { exact: true }).check()
        await ruth.getByLabel('Why you change it').fill('The carer rang')
        await press(ruth, 'Save the changes')
        const told = await main(ruth)
        expect(told).toMatch(/Changed: Missing episode.*Returned14 February 2016 at 11:30am ?From Goldthread\./)
        expect(told).toMatch(/Ruth Adeyemi ?The carer rang ?Returned: 14 February 2016 at 9:45am → ?became ?14 February 2016 at 11:30am/)
        expect(await lookedAt(ruth)).toEqual(fine)
        await ruth.goto(await child('204417', '?show=Missing'))
        expect(await main(ruth)).toMatch(
          /14 February 2016Missing, 11:30am.*Returned\. Return home interview offered, not accepted.*Corrected on/,
        )

        const extract = await mkdtemp(join(tmpdir(), 'goldthread-write-'))
        onTestFinished(() => rm(extract, { recursive: true, force: true }))
        await writeExtracts(extract, { moment: 'february' })
        await bringInFiles(
          database,
          { actor: 'imran.castellan@estuary.example', keys: ['staff', 'files'] },
          [join(extract, 'ssd')],
          '2016-03-03',
        )
        await ruth.goto(address)
        expect(await main(ruth)).toMatch(
          /Returned14 February 2016 at 11:30am ?From Goldthread\. ?The case system \(SSD\) says 14 February 2016 at 9:45am\./,
        )
      },
    )

    test('the child’s own name, and blanking what was wrong', async () => {
      const id = await childId('204418')
      await ruth.goto(await child('204418', `/records/person/${id}/change`))
      await ruth.getByLabel('Unique pupil number', { exact: true }).fill('')
      await ruth.getByLabel('First name').fill('Maisie-Mae')
      await press(ruth, 'Save the changes')
      expect(await ruth.locator('h1').textContent()).toBe('Maisie-Mae Wickham')
      expect(await main(ruth)).toMatch(/Unique pupil number ?Not recorded ?From Goldthread\./)
    })

    test('with nothing changed nothing is written', async () => {
      const address = await record('204417', 'looked_after_visit', 'visited_on', '2016-02-18')
      const versions = () => ask('select known_from from looked_after_visit where id = $1', [address.split('/').at(-1)])
      const before = await versions()
      await ruth.goto(`${address}/change`)
      await press(ruth, 'Save the changes')
      expect(await versions()).toEqual(before)
    })
  })

  describe('two people at once', () => {
    test('the second sees both versions side by side, with what was typed kept, and settles them', async () => {
      const address = await record('204417', 'looked_after_visit', 'visited_on', '2016-02-03')
      await Promise.all([ruth.goto(`${address}/change`), tom.goto(`${address}/change`)])
      await group(tom, 'Seen alone').getByLabel('No', { exact: true }).check()
      await day(tom, 'Visited', ['4', '2', '2016'])
      await press(tom, 'Save the changes')
      expect(await main(tom)).toContain('Changed: Visit to a child in care')

      await day(ruth, 'Visited', ['5', '2', '2016'])
      await group(ruth, 'Child seen').getByLabel('Not recorded').check()
      const answer = ruth.waitForResponse((response) => response.request().method() === 'POST')
      await press(ruth, 'Save the changes')
      expect((await answer).status()).toBe(409)
      expect(await main(ruth)).toContain(
        'Tom Hargreave saved this record while you were writing. Nothing of yours is lost, and nothing of it is saved yet.',
      )
      const rows = (await ruth.locator('tbody tr').allTextContents()).map((row) => row.replaceAll(/[\s\u00a0]+/g, ' '))
      expect(rows).toEqual([
        'VisitedWas: 3 February 2016Tom Hargreave: 4 February 2016You: 5 February 2016',
        'Child seenWas: YesTom Hargreave: YesYou: Not recorded',
        'Seen aloneWas: YesTom Hargreave: NoYou: Yes',
      ])
      expect(await errors(ruth)).toEqual(['Visited: Tom Hargreave has written “4 February 2016” meanwhile. Choose what is to stand.'])
      expect(await group(ruth, 'Visited').getByLabel('Day').inputValue()).toBe('5')
      expect(await group(ruth, 'Seen alone').getByLabel('No', { exact: true }).isChecked()).toBe(true)
      expect(await lookedAt(ruth)).toEqual(fine)

      await day(ruth, 'Visited', ['4', '2', '2016'])
      await press(ruth, 'Save what stands here')
      expect(await main(ruth)).toMatch(/Visited4 February 2016.*Child seen ?Not recorded.*Seen aloneNo/)
    })

    test('one withdraws what the other is changing: what was typed stays, and nothing is written', async () => {
      const address = await record('204417', 'looked_after_visit', 'visited_on', '2016-01-08')
      await ruth.goto(`${address}/change`)
      await tom.goto(`${address}/withdraw`)
      await tom.getByLabel('Why it is withdrawn').fill('Visited another child')
      await press(tom, 'Withdraw the record')
      await day(ruth, 'Visited', ['9', '1', '2016'])
      await press(ruth, 'Save the changes')
      expect(await errors(ruth)).toEqual([
        expect.stringMatching(
          /^This record was withdrawn on .* by Tom Hargreave\. Restore it before you change it\. What you typed stands here\.$/,
        ),
      ])
      expect(await group(ruth, 'Visited').getByLabel('Day').inputValue()).toBe('9')
      expect(await lookedAt(ruth)).toEqual(fine)
    })
  })

  test('a record is withdrawn with a reason, is struck through, and is restored', async () => {
    const address = await record('204417', 'looked_after_visit', 'visited_on', '2016-01-15')
    await ruth.goto(address)
    await ruth.getByRole('button', { name: 'Withdraw' }).click()
    expect(await lookedAt(ruth)).toEqual(fine)
    await press(ruth, 'Withdraw the record')
    expect(await errors(ruth)).toEqual(['Say why the record is withdrawn'])
    expect(await lookedAt(ruth)).toEqual(fine)
    await ruth.getByLabel('Why it is withdrawn').fill('Written down twice')
    await press(ruth, 'Withdraw the record')
    expect(await main(ruth)).toMatch(
      /Withdrawn: Visit to a child in care.*Withdrawn on .* by Ruth Adeyemi: “Written down twice”\. It is kept, and counts for nothing\./,
    )
    expect(await ruth.getByRole('button', { name: 'Change' }).count()).toBe(0)
    expect(await lookedAt(ruth)).toEqual(fine)
    await ruth.goto(await child('204417', '?show=Visits'))
    expect(await ruth.locator('.gt-line > li', { has: ruth.locator('del') }).allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/15 January 2016.*Withdrawn here\./)]),
    )
    await ruth.goto(address)
    await press(ruth, 'Restore the record')
    expect(await main(ruth)).toMatch(/Restored: Visit to a child in care.*This record: Withdrawn → ?became ?Stands again/)
    expect(await ruth.getByRole('button', { name: 'Change' }).count()).toBe(1)
  })

  test('the longest words wrap, and lines stay lines', async () => {
    await ruth.goto(await child('204417', '/add/substance_misuse'))
    await ruth.getByLabel('Substance').fill('Llanfairpwllgwyngyll'.repeat(100))
    await press(ruth, 'Add the record')
    expect(await lookedAt(ruth)).toEqual(fine)
    await ruth.locator('.govuk-notification-banner a').click()
    expect(await lookedAt(ruth)).toEqual(fine)
    await ruth.getByRole('button', { name: 'Change' }).click()
    expect(await ruth.getByLabel('Substance').evaluate((box) => box.tagName)).toBe('TEXTAREA')
    expect(await lookedAt(ruth)).toEqual(fine)
    await ruth.getByLabel('Substance').fill('One line\nand another')
    await press(ruth, 'Save the changes')
    expect(await ruth.locator('.gt-lines').first().textContent()).toBe('One line\nand another')
    expect(await lookedAt(ruth)).toEqual(fine)
  })

  test('for a child of whom nothing is recorded, a form says that there is nothing to choose', async () => {
    await database.transaction({ actor: 'test', role: 'writes', keys: ['staff'] }, (tx) =>
      tx.run(`insert into person (source, source_id) values ('test', 'NEW')`),
    )
    await ruth.goto(await child('NEW', '/add/looked_after_review'))
    expect(await main(ruth)).toContain('No period of care of this child is recorded.')
    expect(await lookedAt(ruth)).toEqual(fine)
  })

  test('a child whom nobody finds is added, after a look at who could be meant', async () => {
    await ruth.goto(`${at}/find`)
    await ruth.getByLabel('Name, date of birth or ID').fill('zzyzx')
    await press(ruth, 'Find')
    await ruth.getByRole('link', { name: 'Add a child who is not here yet' }).click()
    expect(await lookedAt(ruth)).toEqual(fine)
    await ruth.getByLabel('First name').fill('Jayden')
    await ruth.getByLabel('Surname').fill('Wickam')
    await press(ruth, 'Add the child')
    expect(await errors(ruth)).toEqual(['The child may be here already. Look at those named, or tick that it is another child'])
    expect(await ruth.locator('.moj-alert').textContent()).toMatch(/Jayden Wickham, born 5 September 2004, aged 11, ID \d+/)
    expect(await lookedAt(ruth)).toEqual(fine)
    await ruth.getByLabel('No: it is another child').check()
    await press(ruth, 'Add the child')
    expect(await ruth.locator('h1').textContent()).toBe('Jayden Wickam')
    expect(await ruth.locator('.moj-identity-bar').textContent()).toContain('Not Jayden Wickham, born 5 September 2004')
    expect(await lookedAt(ruth)).toEqual(fine)
  })

  test('the past is looked at and not written: no button, no form', async () => {
    await ruth.goto(await child('204417', '?known-at=2016-02-15'))
    expect(await ruth.getByRole('button', { name: 'Add a record' }).count()).toBe(0)
    await ruth.goto(await child('204417', '/add/contact?known-at=2016-02-15'))
    expect(await main(ruth)).toContain('You are looking at the past. You can look, not write.')
  })

  describe('workers, teams and other records', () => {
    test('are found in their lists, by words, in order, a page at a time', async () => {
      await tom.goto(`${at}/records`)
      expect(await main(tom)).toMatch(/Professionals \d+.*Teams \d+/)
      expect(await lookedAt(tom)).toEqual(fine)
      await tom.getByRole('link', { name: 'Professionals' }).click()
      expect(await tom.locator('tbody th').first().textContent()).toBe('Aidan Corless')
      expect(await lookedAt(tom)).toEqual(fine)
      await tom.getByRole('link', { name: /^Staff number\s*, sort upwards/ }).click()
      expect(tom.url()).toMatch(/\?sort=staffId$/)
      await tom.getByRole('link', { name: /^Staff number\s*, sort downwards/ }).click()
      expect(await tom.locator('tbody tr').first().textContent()).toContain('EST183')
      await tom.getByLabel('Find by name, number or other words').fill('  HOLLOWAY bea ')
      await press(tom, 'Find')
      expect(tom.url()).toMatch(/\/records\/professional\?search=\d+$/)
      expect(await main(tom)).toContain('1 record has “HOLLOWAY bea”.')
      await tom.getByLabel('Find by name, number or other words').fill('nobody of this name')
      await press(tom, 'Find')
      expect(await main(tom)).toContain('No record has “nobody of this name”.')
      expect(await lookedAt(tom)).toEqual(fine)
      await tom.goto(`${at}/records/adopter`)
      expect(await main(tom)).toContain('None is recorded yet.')
      expect(await lookedAt(tom)).toEqual(fine)
    })

    test('a long list has pages of 50', async () => {
      await database.transaction({ actor: 'test', role: 'writes', keys: ['staff'] }, (tx) =>
        tx.run(`insert into team (name, source) select 'Team of testers ' || n, 'test' from generate_series(1, 120) n`),
      )
      await tom.goto(`${at}/records/team`)
      expect(await main(tom)).toMatch(/1\d\d records\. Shown here: 1 to 50\./)
      expect(await tom.locator('tbody tr').count()).toBe(50)
      await tom.getByRole('link', { name: 'Page 3' }).click()
      expect(await main(tom)).toMatch(/Shown here: 101 to 1\d\d\./)
      expect(await lookedAt(tom)).toEqual(fine)
    })

    test('one is added, opened, changed, withdrawn and listed apart', async () => {
      await tom.goto(`${at}/records/professional`)
      await tom.getByRole('button', { name: 'Add: Professional' }).click()
      expect(await lookedAt(tom)).toEqual(fine)
      await tom.getByLabel('Name', { exact: true }).fill('Osric Penwarden')
      await tom.getByLabel('Full-time equivalent').fill('half')
      await press(tom, 'Add the record')
      expect(await errors(tom)).toEqual(['Full-time equivalent: it is not a number. Give a number, such as 12.5.'])
      await tom.getByLabel('Full-time equivalent').fill('0.5')
      await press(tom, 'Add the record')
      expect(await tom.locator('h1').textContent()).toMatch(/Professional\s*Osric Penwarden/)
      expect(await main(tom)).toMatch(/Added: Professional.*Full-time equivalent ?0\.5.*Written\d+ \w+ \d{4} at [\d:apm]+ by Tom Hargreave/)
      expect(await lookedAt(tom)).toEqual(fine)
      await tom.getByRole('button', { name: 'Change' }).click()
      await tom.getByLabel('Job title').fill('Foster carer')
      await press(tom, 'Save the changes')
      expect(await main(tom)).toContain('Job title: not recorded → becameFoster carer'.replace('became', 'became '))
      await tom.getByRole('button', { name: 'Withdraw' }).click()
      await tom.getByLabel('Why it is withdrawn').fill('Never worked here')
      await press(tom, 'Withdraw the record')
      await tom.goto(`${at}/records/professional`)
      expect(await main(tom)).not.toContain('Osric Penwarden')
      await tom.getByRole('link', { name: 'Show 1 withdrawn record' }).click()
      expect(await main(tom)).toMatch(/1 record that was withdrawn\..*Osric Penwarden/)
      await tom.getByRole('link', { name: 'Osric Penwarden' }).click()
      await press(tom, 'Restore the record')
      expect(await main(tom)).toContain('Restored: Professional')
    })

    test('a worker’s page names the children whose records refer to them, and they are chosen from by name', async () => {
      const [worker] = await ask(`select id from professional where name = 'Ruth Adeyemi'`)
      await tom.goto(`${at}/records/professional/${worker?.id}`)
      expect(await main(tom)).toMatch(/Records that refer to this one.*Jaden Wickham: Worker allocated/)
      expect(await lookedAt(tom)).toEqual(fine)
      await tom.goto(await child('204417', '/add/involvement'))
      await tom.getByLabel('Worker', { exact: true }).selectOption('Bea Holloway (left 19 February 2016)')
      await tom.getByLabel('Role').fill('case worker')
      await day(tom, 'From', ['1', '3', '2016'])
      await press(tom, 'Add the record')
      const [held] = await ask(
        `select i.role, w.name from involvement i join professional w on w.id = i.worker_id where i.source = 'goldthread'`,
      )
      expect(held).toEqual({ role: 'CW', name: 'Bea Holloway' })
    })

    test('are read by a social worker and kept by others', async () => {
      await ruth.goto(`${at}/records/team`)
      expect(await ruth.getByRole('button', { name: /^Add/ }).count()).toBe(0)
      expect((await ruth.goto(`${at}/records/team/add`))?.status()).toBe(403)
      const kavita = await signedIn('Kavita Deshmane')
      await kavita.getByRole('link', { name: 'Add a record' }).click()
      expect(await lookedAt(kavita)).toEqual(fine)
      await kavita.getByRole('link', { name: 'Team', exact: true }).click()
      await kavita.getByLabel('Team', { exact: true }).fill('Team of the estuary')
      await press(kavita, 'Add the record')
      expect(await main(kavita)).toContain('Added: Team')
      await kavita.getByRole('link', { name: 'Change it' }).click()
      await kavita.getByLabel('Team', { exact: true }).fill('Team of the whole estuary')
      await press(kavita, 'Save the changes')
      expect(await main(kavita)).toContain('Changed: Team')
      expect((await kavita.goto(`${at}/records/team`))?.status()).toBe(403)
      await kavita.context().close()
    })

    test.each([
      ['of a kind that stands in children’s records', '/records/placement'],
      ['of no kind', '/records/pg_shadow'],
      ['that is not there', '/records/team/00000000-0000-4000-8000-000000000000'],
      ['with a number that is none', `/records/team/1'--`],
      ['to add of a kind that is no child’s', '/children/:child/add/team'],
      ['to add of the child itself', '/children/:child/add/person'],
    ])('a page %s is not there', async (_what, address) => {
      const answer = await tom.goto(at + address.replace(':child', await childId('204417')))
      expect(answer?.status()).toBe(404)
    })
  })
})
