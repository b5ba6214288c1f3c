import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenedDatabase } from '../support/two-databases.ts'
import { browserForTests, fine, lookedAt, openBrowser } from '../support/browser.ts'
import { toldByHand } from '../support/fillings.ts'
import { serve, type Served } from '../support/served.ts'

/** Finding and seeing a child, as a social worker does it: with a mouse, with the keyboard alone, without JavaScript, on a narrow screen, and in the past. */

const desk = { width: 1280, height: 900 }

describe.skipIf(browserForTests() === null)('finding and seeing a child', () => {
  let database: OpenedDatabase
  let served: Served
  let at: string
  let browser: Browser
  /** A social worker's, and a team manager's, who may read the log. */
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
    await page.goto(`${at}/find`)
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await page.waitForURL(/\/find$/)
    return page
  }

  const idOf = async (number: string): Promise<string> => {
    const [row] = await database.transaction({ actor: 'test', role: 'reads', keys: ['staff'] }, (tx) =>
      tx.query<{ id: string }>('select id from person where source_id = $1', [number]),
    )
    return row?.id ?? 'nobody'
  }
  const write = (sql: string, parameters: readonly unknown[] = []) =>
    database.transaction({ actor: 'test', role: 'writes', keys: ['staff'] }, (tx) => tx.run(sql, parameters))
  const open = async (page: Page, number: string, rest = ''): Promise<number | undefined> =>
    (await page.goto(`${at}/children/${await idOf(number)}${rest}`))?.status()

  async function find(page: Page, sought: string): Promise<void> {
    await page.goto(`${at}/find`)
    await page.getByLabel('Name, date of birth or ID').fill(sought)
    await page.getByRole('button', { name: 'Find' }).click()
    await page.waitForURL(/\/find/)
  }

  const main = async (page: Page): Promise<string> => ((await page.textContent('main')) ?? '').replaceAll(/[\s\u00a0]+/g, ' ')
  /** A fact by its name, on the child's page or among those found. */
  const fact = async (page: Page, name: string): Promise<string> =>
    (
      (await page
        .locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
        .first()
        .locator('dd')
        .textContent()) ?? ''
    ).replaceAll(/[\s\u00a0]+/g, ' ')

  describe('find', () => {
    test('the first visit asks one question and shows nobody', async () => {
      await ruth.goto(`${at}/find`)
      expect(await ruth.locator('.gt-hits').count()).toBe(0)
      expect(await lookedAt(ruth)).toEqual(fine)
    })

    test('a misspelt name finds the child, and who could be taken for him, and says by what to tell them apart', async () => {
      await find(ruth, 'jaden wickam')
      expect(await main(ruth)).toMatch(/3 children match “jaden wickam”, nearest first/)
      expect(await main(ruth)).toContain('Jaden and Jayden Wickham are two children. Check the date of birth.')
      expect(await ruth.locator('.gt-hits h2').allTextContents()).toEqual(
        expect.arrayContaining(['Jaden Wickham', 'Jayden Wickham', 'Jade Wickham-Lowe']),
      )
      expect(await ruth.locator('.is-different dd').allTextContents()).toEqual(['9 May 2004, aged 11', '5 September 2004, aged 11'])
      expect(await fact(ruth, 'Lives with')).toBe('Foster care, not long term, 24 miles from home')
      expect(await fact(ruth, 'Social worker')).toBe('Ruth Adeyemi, Looked After Team 2')
      expect(await lookedAt(ruth)).toEqual(fine)
    })

    test('what was typed stands in the box and in the log, and in no address', async () => {
      await find(ruth, 'wickham 9 may 2004')
      expect(ruth.url()).toMatch(/\/find\?search=\d+$/)
      expect(await ruth.getByLabel('Name, date of birth or ID').inputValue()).toBe('wickham 9 may 2004')
      const [look] = await database.transaction({ actor: 'test', role: 'audits', keys: [] }, (tx) =>
        tx.query(`select actor, name, detail ->> 'detail' as sought from look order by looked_at desc limit 1`),
      )
      expect(look).toEqual({ actor: 'ruth.adeyemi@estuary.example', name: 'Searched for a child', sought: 'wickham 9 may 2004' })
    })

    test.each([
      ['wickham jade', 'Jade Wickham-Lowe', 'a former name, and the words turned round'],
      ['204417', 'Jaden Wickham', 'the authority’s own number'],
      ['9/5/2004', 'Jaden Wickham', 'a date of birth'],
      ['wickham 2004-09-05', 'Jayden Wickham', 'a name and a date of birth'],
    ])('“%s” finds %s first: %s', async (sought, name) => {
      await find(ruth, sought)
      expect(await ruth.locator('.gt-hits h2').first().textContent()).toBe(name)
    })

    test('a closed record is there, with its former name and when it was closed', async () => {
      await find(ruth, '171965')
      expect(await main(ruth)).toMatch(/Jade Wickham-Lowe ?Closed ?Was Jade Wickham\. ID 171965/)
      expect([await fact(ruth, 'Closed'), await fact(ruth, 'Last social worker')]).toEqual([
        '14 July 2014',
        expect.stringMatching(/^Bea Holloway/),
      ])
    })

    test('nothing found says what to try', async () => {
      await find(ruth, 'zzyzx 2040')
      expect(await main(ruth)).toMatch(/No child matches “zzyzx 2040”\..*2040 is in the future\..*Try one name alone/)
      expect(await lookedAt(ruth)).toEqual(fine)
    })

    test('an empty box goes back to the question', async () => {
      await find(ruth, '   ')
      expect(ruth.url()).toBe(`${at}/find`)
    })

    test('a search that is no longer kept says so, and asks again', async () => {
      await ruth.goto(`${at}/find?search=4711`)
      expect(await main(ruth)).toContain('That search is no longer kept.')
      expect(await ruth.getByLabel('Name, date of birth or ID').inputValue()).toBe('')
      expect(await lookedAt(ruth)).toEqual(fine)
    })

    test('what looks like mark-up is words', async () => {
      await find(ruth, '<b>bold</b> & "quoted"')
      expect(await main(ruth)).toContain('No child matches “<b>bold</b> & "quoted"”.')
    })

    test('sixty of one name come 25 to a page, with those who left the extract marked', async () => {
      await write(
        `insert into person (forename, surname, born_on, source, source_id) select 'Zebedee', 'Manifold', date '2005-01-01' + n * 40, 'test', 'Z' || n from generate_series(1, 60) n`,
      )
      await write(`update person set withdrawn_at = engine.instant() where source_id = 'Z1'`)
      await find(ruth, 'zebedee manifold')
      expect(await main(ruth)).toMatch(/60 children match.*Shown here: 1 to 25\./)
      expect(await ruth.locator('.moj-alert').textContent()).toContain(
        '25 children here are called Zebedee Manifold. Check the date of birth.',
      )
      await ruth.getByRole('link', { name: 'Page 3' }).click()
      expect(await ruth.locator('.gt-hits > li').count()).toBe(10)
      expect(await lookedAt(ruth)).toEqual(fine)
      await find(ruth, 'Z1')
      expect(await main(ruth)).toContain('ID Z1. No longer in the case system’s extract')
    })
  })

  describe('the child’s page', () => {
    test('says who, with whom not to confuse him, and how things stand', async () => {
      expect(await open(ruth, '204417')).toBe(200)
      expect(await ruth.title()).toBe('Jaden Wickham – Goldthread – Estuary Council')
      expect(await ruth.locator('.moj-identity-bar').textContent()).toContain(
        'Born 9 May 2004, aged 11BoyID 204417Not Jayden Wickham, born 5 September 2004',
      )
      expect(await fact(ruth, 'Legal status')).toBe('Interim care order since 22 January 2016')
      expect(await fact(ruth, 'Lives with')).toBe(
        'Foster care, not long term since 26 February 2016Private, XE9 3HF. 24 miles from home. The second placement in 12 months.',
      )
      expect(await fact(ruth, 'Social worker')).toBe(
        'Ruth Adeyemi, Looked After Team 2 since 11 January 2016The fourth in 3 years. Also: Helen Sotiriou (reviewing officer).',
      )
      expect(await fact(ruth, 'Last seen')).toBe('18 February 2016, alone')
      expect(await fact(ruth, 'Brothers and sisters')).toBe('Maisie Wickham, 8 and Noah Wickham, 5')
      expect(await fact(ruth, 'Mother')).toBe('Leanne Wickham, 33')
      expect(await lookedAt(ruth)).toEqual(fine)
    })

    test('the picture says in words what it shows, and has its table', async () => {
      expect(await ruth.locator('svg.gt-chart desc').textContent()).toContain(
        'In care: 6 May 2014 to 20 November 2014; since 4 January 2016.',
      )
      await ruth.getByText('Care history as a table').click()
      expect((await ruth.getByRole('region', { name: 'Care history', exact: true }).textContent()) ?? '').toContain(
        'Protection plan: Neglect',
      )
      expect(await lookedAt(ruth)).toEqual(fine)
    })

    test('an entry that a later extract corrected says what it was', async () => {
      expect(await main(ruth)).toMatch(
        /22 January 2016Legal status ?Legal status began: Interim care order.{0,160}Corrected on 1 March 2016: was 25 January 2016/,
      )
    })

    test('headings and periods narrow the chronology, the address keeps them, and all of it can be had on one page to print', async () => {
      await open(ruth, '204417')
      const [, total = '0'] = /(\d+) entries/.exec(await main(ruth)) ?? []
      expect(await ruth.locator('.gt-line > li').count()).toBe(50)
      await ruth.getByRole('link', { name: 'Print' }).click()
      expect(await ruth.locator('.gt-line > li').count()).toBe(Number(total))
      await ruth.getByRole('link', { name: 'Back to pages of 50' }).click()
      for (const box of await ruth.getByRole('checkbox').all()) await box.uncheck()
      await ruth.getByLabel(/^Missing/).check()
      await ruth.getByLabel(/^Visits/).check()
      await ruth.getByLabel('Period').selectOption('This time in care')
      await ruth.getByRole('button', { name: 'Apply' }).click()
      expect(ruth.url()).toMatch(/\?show=Missing&show=Visits&period=care/)
      expect(await main(ruth)).toContain(`7 of ${total} entries`)
      await ruth.getByRole('link', { name: 'Oldest first' }).click()
      expect(await ruth.locator('.gt-line > li').first().textContent()).toContain('8 January 2016')
      expect(await lookedAt(ruth)).toEqual(fine)
    })

    test('a date that cannot be read is said in the summary, and its link leads to the field', async () => {
      await open(ruth, '204417', '?from=banana')
      expect(await ruth.title()).toMatch(/^Error: /)
      await ruth.getByRole('link', { name: 'Give the first day as a date, for example 27 March 2015' }).click()
      expect(await ruth.evaluate<string>('document.activeElement.value')).toBe('banana')
      expect(await lookedAt(ruth)).toEqual(fine)
    })

    test('what the case system no longer says is struck through and said to be withdrawn', async () => {
      await open(ruth, '198230')
      const struck = ruth.locator('.gt-line > li', { has: ruth.locator('del') })
      expect(await struck.textContent()).toMatch(/14 January 2016.*Withdrawn: no longer in the source’s extract\./)
      await struck.getByRole('link').first().click()
      expect(await main(ruth)).toMatch(
        /Withdrawn on 1 March 2016: the case system \(SSD\) no longer says this\..*In the source: Yes → ?became ?Withdrawn/,
      )
      expect(await lookedAt(ruth)).toEqual(fine)
    })

    test('a child of whom almost nothing is recorded has sentences in place of pictures and lists', async () => {
      await write(`insert into person (source, source_id) values ('test', 'BARE')`)
      expect(await open(ruth, 'BARE')).toBe(200)
      expect(await ruth.locator('h1').textContent()).toBe('Child BARE')
      expect(await ruth.locator('.moj-identity-bar').textContent()).toContain('Date of birth not recorded')
      expect(await main(ruth)).toMatch(
        /No contact, plan, time in care or missing episode is recorded\..*Nothing that happened on a day is recorded yet\./,
      )
      expect(await lookedAt(ruth)).toEqual(fine)
      await ruth.getByRole('link', { name: 'Family and workers' }).click()
      expect(await main(ruth)).toMatch(
        /No brother, sister, mother or child of theirs is recorded\..*No worker is recorded\..*No address is recorded\./,
      )
      expect(await lookedAt(ruth)).toEqual(fine)
    })

    test('two records that people joined are shown as one child, and found once', async () => {
      await write(
        `insert into person (forename, surname, born_on, source, source_id, same_as_id) select 'Jadon', 'Wickham', born_on, 'test', 'R-204417', id from person where source_id = '204417'`,
      )
      await find(ruth, 'R-204417')
      expect(await ruth.locator('.gt-hits h2').allTextContents()).toEqual(['Jaden Wickham'])
      await ruth.getByRole('link', { name: 'Jaden Wickham', exact: true }).click()
      expect(await main(ruth)).toContain('2 records are shown here as one child: ID 204417 and ID R-204417.')
      expect(await lookedAt(ruth)).toEqual(fine)
      await write(`update person set same_as_id = null, withdrawn_at = engine.instant() where source_id = 'R-204417'`)
    })

    test('the longest name wraps on every page', async () => {
      await find(ruth, 'Featherstonehaugh')
      expect(await lookedAt(ruth)).toEqual(fine)
      await ruth.locator('.gt-hits a').first().click()
      expect(await lookedAt(ruth)).toEqual(fine)
      await ruth.locator('.gt-line a').first().click()
      expect(await lookedAt(ruth)).toEqual(fine)
    })
  })

  describe('a record', () => {
    test('has every field in words, where it came from, and what it was before', async () => {
      await open(ruth, '204417', '?show=Legal+status')
      await ruth.getByRole('link', { name: /^Legal status began: Interim care order/ }).click()
      const words = await main(ruth)
      expect(words).toMatch(/Legal statusInterim care order ?From22 January 2016 ?UntilNot recorded/)
      expect(words).toMatch(
        /SourceThe case system \(SSD\).*Last changed byssd\S+\.csv, line \d+.*Brought in1 March 2016 at 8:30am by Imran Castellan/,
      )
      expect(words).toMatch(/From: 25 January 2016 → ?became ?22 January 2016/)
      expect(words).toContain('Legal status first said, by the case system (SSD)')
      expect(await lookedAt(ruth)).toEqual(fine)
    })

    test('leads to the records it refers to, and to those that refer to it', async () => {
      await open(ruth, '204417', '?show=Placements')
      await ruth.getByRole('link', { name: /^Placement began: Foster care, not long term.*26 February 2016/ }).click()
      await ruth.getByRole('link', { name: 'Came into care, 4 January 2016' }).click()
      expect(await ruth.locator('h2').first().textContent()).toBe('Period of care')
      await ruth
        .getByRole('link', { name: /^Placement began.*4 January 2016/ })
        .first()
        .click()
      expect(await main(ruth)).toContain('Miles from home6')
    })

    test('the factors of an assessment open too, though they name no child themselves', async () => {
      await open(ruth, '204417', '?show=Assessments')
      await ruth.locator('.gt-line a').first().click()
      await ruth.getByRole('link', { name: /^Assessment factors/ }).click()
      expect(await ruth.locator('h2').first().textContent()).toBe('Assessment factors')
      expect(await lookedAt(ruth)).toEqual(fine)
    })

    test.each([
      ['of another child', async () => `/children/${await idOf('198230')}/records/${(await recordOf('204417')).slice(1)}`],
      ['that does not exist', async () => `/children/${await idOf('204417')}/records/placement/00000000-0000-4000-8000-000000000000`],
      ['of no kind', async () => `/children/${await idOf('204417')}/records/pg_shadow/00000000-0000-4000-8000-000000000000`],
      ['with a number that is none', async () => `/children/${await idOf('204417')}/records/placement/1'--`],
      ['of a child who does not exist', async () => '/children/00000000-0000-4000-8000-000000000000'],
      ['of a child with a number that is none', async () => '/children/204417'],
    ])('%s is not there, and the page says no more', async (_what, address) => {
      const answer = await ruth.goto(`${at}${await address()}`)
      expect(answer?.status()).toBe(404)
      expect(await main(ruth)).toContain('There is nothing at this address, or it is not there for you.')
    })

    async function recordOf(number: string): Promise<string> {
      const [row] = await database.transaction({ actor: 'test', role: 'reads', keys: ['staff'] }, (tx) =>
        tx.query<{ id: string }>('select t.id from placement t join person p on p.id = t.person_id where p.source_id = $1 limit 1', [
          number,
        ]),
      )
      return `/placement/${row?.id}`
    }
  })

  describe('as known at a past day', () => {
    test('the page shows what the January extract said, and its links stay in the past', async () => {
      await open(ruth, '204417')
      await ruth.getByLabel('See it as known at').fill('15 February 2016')
      await ruth.getByRole('button', { name: 'Show', exact: true }).click()
      expect(ruth.url()).toMatch(/known-at=2016-02-15$/)
      expect(await ruth.locator('.gt-then').textContent()).toContain('As known at 15 February 2016.')
      expect(await fact(ruth, 'Legal status')).toBe('Interim care order since 25 January 2016')
      expect(await fact(ruth, 'Lives with')).toContain('since 4 January 2016')
      expect(await main(ruth)).not.toContain('Corrected on')
      expect(await lookedAt(ruth)).toEqual(fine)
      await ruth.getByRole('link', { name: 'Oldest first' }).click()
      await ruth.getByRole('link', { name: 'Interim care order', exact: true }).click()
      expect(ruth.url()).toMatch(/known-at=2016-02-15/)
      expect(await main(ruth)).toContain('From25 January 2016')
      expect(await main(ruth)).not.toContain('22 January 2016')
      await ruth.getByRole('link', { name: 'Back to now' }).click()
      expect(await main(ruth)).toContain('From22 January 2016')
    })

    test('searching in the past gives the names of then, and the search keeps the day', async () => {
      await ruth.goto(`${at}/find?known-at=2016-02-15`)
      await ruth.getByLabel('Name, date of birth or ID').fill('171965')
      await ruth.getByRole('button', { name: 'Find' }).click()
      expect(ruth.url()).toMatch(/search=\d+&known-at=2016-02-15/)
      expect(await ruth.locator('.gt-hits h2').textContent()).toBe('Jade Wickham')
      expect(await main(ruth)).not.toContain('Lowe, ')
      await ruth.getByRole('link', { name: 'Jade Wickham', exact: true }).click()
      expect(await ruth.locator('h1').textContent()).toBe('Jade Wickham')
      await ruth.getByRole('link', { name: 'Back to now' }).click()
      expect(await ruth.locator('h1').textContent()).toBe('Jade Wickham-Lowe')
      expect(await ruth.locator('.moj-identity-bar').textContent()).toContain('Was Jade Wickham')
    })

    test('a child not known then is not there', async () => {
      expect(await open(ruth, '204417', '?known-at=2015-12-31')).toBe(404)
    })
  })

  describe('who has looked', () => {
    test('is for those who may read the log: newest first, by name and role', async () => {
      await open(ruth, '204418')
      await open(tom, '204418')
      await tom.getByRole('link', { name: 'Who has looked' }).click()
      const rows = await tom.locator('tbody tr').allTextContents()
      expect(rows[0]).toMatch(/Tom Hargreaveteam managerOpened a child’s record$/)
      expect(rows[1]).toMatch(/Ruth Adeyemisocial workerOpened a child’s record$/)
      expect(await lookedAt(tom)).toEqual(fine)
    })

    test('a long log has pages of 50', async () => {
      const id = await idOf('204418')
      await write(
        `insert into look (role, name, subject, detail) select 'social worker', 'Opened a child’s record', $1, '{"outcome": "shown"}' from generate_series(1, 120)`,
        [id],
      )
      await open(tom, '204418', '/looks')
      expect(await main(tom)).toMatch(/1\d\d looks, newest first/)
      expect(await tom.locator('tbody tr').count()).toBe(50)
      await tom.getByRole('link', { name: 'Page 3' }).click()
      expect(await tom.locator('tbody tr').count()).toBeGreaterThan(20)
    })

    test('is neither offered nor opened to others', async () => {
      await open(ruth, '204418')
      expect(await ruth.getByRole('link', { name: 'Who has looked' }).count()).toBe(0)
      expect(await open(ruth, '204418', '/looks')).toBe(403)
    })
  })

  test('with the keyboard alone: to the box, type, Enter, the child, an entry, and back', async () => {
    await ruth.goto(`${at}/find`)
    const focused = () => ruth.evaluate<string>('`${document.activeElement.id} ${document.activeElement.textContent}`')
    const tabTo = async (what: RegExp) => {
      for (let keys = 0; keys < 120; keys++) {
        await ruth.keyboard.press('Tab')
        if (what.test(await focused())) return
      }
      throw new Error(`The Tab key does not reach ${what}`)
    }
    await tabTo(/^sought/)
    await ruth.keyboard.type('maisie wickham')
    await ruth.keyboard.press('Enter')
    await ruth.waitForURL(/search=/)
    await tabTo(/Maisie Wickham/)
    await ruth.keyboard.press('Enter')
    await ruth.waitForURL(/children/)
    expect(await ruth.locator('h1').textContent()).toBe('Maisie Wickham')
    await tabTo(/Visit in care: child seen alone/)
    expect(
      await ruth.evaluate<boolean>(
        `matchMedia('(prefers-reduced-motion)').matches || getComputedStyle(document.activeElement).outlineStyle !== 'none' || getComputedStyle(document.activeElement).boxShadow !== 'none'`,
      ),
    ).toBe(true)
    await ruth.keyboard.press('Enter')
    await ruth.waitForURL(/records/)
    await tabTo(/Back to Maisie Wickham/)
    await ruth.keyboard.press('Enter')
    await ruth.waitForURL(/children\/[^/]+$/)
    expect(await ruth.locator('h1').textContent()).toBe('Maisie Wickham')
  })

  test('without JavaScript all of it works', async () => {
    const page = await signedIn('Ruth Adeyemi', { javaScriptEnabled: false })
    await find(page, 'jaden wickam')
    await page.getByRole('link', { name: 'Jaden Wickham', exact: true }).click()
    await page.getByLabel('Period').selectOption('Last 12 months')
    await page.getByRole('button', { name: 'Apply' }).click()
    expect(page.url()).toContain('period=year')
    await page.getByText('Care history as a table').click()
    await page.getByRole('region', { name: 'Care history', exact: true }).getByRole('link', { name: 'Protection plan: Neglect' }).click()
    expect(await page.locator('h2').first().textContent()).toBe('Child protection plan')
    await page.getByLabel('See it as known at').fill('1/2/2016')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    expect(await page.locator('.gt-then').textContent()).toContain('As known at 1 February 2016.')
    await page.context().close()
  })
})
