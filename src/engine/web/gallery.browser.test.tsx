/** Lists, small pictures and steps on real pages, in a real browser: wide, at 320 pixels, without JavaScript and on paper. */
import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallTown, type SmallTown } from '../../../demo/sign-in/small-town.tsx'
import { axe, browserForTests, openBrowser } from '../../../test/support/browser.ts'
import { all, madeFile } from '../exchange/made-file.ts'
import { readTable } from '../exchange/csv.ts'
import { readSheets } from '../exchange/xlsx.ts'
import { Bars, type Bar } from './charts/bars.tsx'
import { LoadBar } from './charts/load-bar.tsx'
import { Tag } from './components/content.tsx'
import { Steps } from './components/steps.tsx'
import { Table } from './components/table.tsx'
import { Page as Shown } from './layout.tsx'
import { listFrom } from './list-choice.ts'
import { declareList } from './list-declaration.ts'
import { listAsCsv, listAsXlsx } from './list-save.ts'
import { List } from './list.tsx'
import { page, type Page } from './page.ts'

interface Boat {
  readonly name: string
  readonly surveyOn: string | null
  readonly harbour: 'north' | 'south'
  readonly daysLate: number
}

const boats: readonly Boat[] = Array.from({ length: 130 }, (_, at) => ({
  name: at === 0 ? '=Kittiwake-of-the-Outer-Sandbank-and-Lightship' : `Boat ${at}`,
  surveyOn: at % 10 === 3 ? null : `2016-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`,
  harbour: at % 3 === 0 ? 'north' : 'south',
  daysLate: (at * 7) % 40,
}))

const fleet = declareList<Boat>({
  name: 'Boats waiting for a survey',
  of: ['boat', 'boats'],
  columns: [
    {
      id: 'name',
      heading: 'Boat',
      value: ({ name }) => name,
      cell: ({ name }) => (
        <a class="govuk-link" href="/boats">
          {name}
        </a>
      ),
      names: true,
    },
    { id: 'survey', heading: 'Surveyed', value: ({ surveyOn }) => surveyOn },
    { id: 'harbour', heading: 'Harbour', value: ({ harbour }) => harbour },
    { id: 'late', heading: 'Days late', value: ({ daysLate }) => daysLate, numeric: true },
    {
      id: 'standing',
      heading: 'Against 20 days',
      value: ({ daysLate }) => daysLate,
      sortable: false,
      cell: ({ daysLate }) => <Tag colour={daysLate > 20 ? 'red' : 'blue'}>{daysLate} days</Tag>,
    },
  ],
  filters: [
    {
      id: 'harbour',
      label: 'Harbour',
      options: [
        { value: 'north', label: 'North quay' },
        { value: 'south', label: 'South quay' },
        { value: 'east', label: 'East quay' },
      ],
      keeps: ({ harbour }, value) => harbour === value,
    },
    { id: 'rig', label: 'Name holds', options: 'text', keeps: ({ name }, value) => name.toLowerCase().includes(value.toLowerCase()) },
  ],
  order: '-late',
})
const tasks = { ...fleet, name: 'Surveys to do today' }
const unfiltered = declareList<Boat>({ ...fleet, name: 'Boats just in', filters: [] })

const months = ['Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Now']
const counts = [5, 4, 6, 5, 7, 6, null, 6, 9, 11, 12, 13, 12, 15, 0, 15]
const late: readonly Bar[] = months.map((label, at) => ({
  label,
  value: counts[at] ?? null,
  marked: at > 6,
  full: `the end of month ${at + 1}`,
}))

const galleryPages: readonly Page[] = [
  page('/', {
    may: 'signed in',
    looks: null,
    noLookBecause: 'It shows nobody’s record.',
    show: () => (
      <Shown title="Harbour">
        <h1>Harbour</h1>
      </Shown>
    ),
  }),
  page('/fleet', {
    may: 'see boats',
    looks: 'Opened the fleet',
    show: (_found, { query }) => (
      <Shown title="Fleet">
        <h1 class="govuk-heading-l">Fleet</h1>
        <List
          list={listFrom(query, fleet, boats)}
          nothing="No boat waits."
          save={{ xlsx: '/fleet.xlsx', csv: '/fleet.csv' }}
          tools={
            <li>
              <a class="govuk-link" href="/fleet?harbour=north">
                North quay only
              </a>
            </li>
          }
        />
        <List list={listFrom(query, tasks, boats.slice(0, 60), 'today')} nothing="Nothing to do." level={3} cards />
        <List
          list={listFrom(query, unfiltered, boats.slice(0, 3), 'new')}
          nothing="No boat came in."
          cards
          rowId={(_row, at) => `boat-${at}`}
        />
        <List
          list={listFrom(query, { ...unfiltered, name: 'Boats at sea' }, [], 'sea')}
          nothing="Every boat is in. One that leaves stands here."
        />
      </Shown>
    ),
  }),
  page('/fleet.csv', {
    may: 'see boats',
    looks: 'Saved the fleet',
    show: (_found, { query }) => listAsCsv(fleet, listFrom(query, fleet, boats).kept),
  }),
  page('/fleet.xlsx', {
    may: 'see boats',
    looks: 'Saved the fleet',
    show: (_found, { query }) => listAsXlsx(fleet, listFrom(query, fleet, boats).kept),
  }),
  page('/pictures', {
    may: 'see boats',
    looks: null,
    noLookBecause: 'It shows nobody’s record.',
    show: () => (
      <Shown title="Pictures">
        <h1 class="govuk-heading-l">Surveys</h1>
        <h2 class="govuk-heading-m">Where they wait</h2>
        <Steps
          steps={[
            { label: 'Booking', count: '4 boats', says: 'Usually 3 days. 2 are late.' },
            { label: 'Paperwork to the surveyor', count: '9 boats', says: 'Usually 13 days, was 4. 7 are late.', worst: 'Longest wait.' },
            { label: 'Survey', count: '8 boats', says: 'Usually 9 days. 4 are late, all at sea.' },
            { label: 'Report back', count: '3 boats' },
          ]}
        />
        <h2 class="govuk-heading-m">Past 20 days, at each month end</h2>
        <Bars
          id="past"
          title="Past 20 days, at each month end"
          description="4 to 7 until July 2015, then more each month."
          bars={late}
          markedMeans="since the rise in July 2015"
          headings={['Month end', 'Past 20 days']}
        >
          <a class="govuk-link" href="/fleet">
            The boats
          </a>
        </Bars>
        <Bars
          id="none"
          title="Nothing known yet"
          description="No number is known."
          bars={[{ label: 'September 2015', value: null }]}
          headings={['Month', 'Boats']}
        />
        <Table
          caption="Boats by skipper"
          columns={[
            { heading: 'Skipper', cell: ([name]) => name, names: true },
            { heading: 'Boats', cell: ([, value]) => value, numeric: true },
            { heading: 'Against the limit', cell: ([, value, limit]) => <LoadBar value={value} limit={limit} scale={24} /> },
          ]}
          rows={
            [
              ['Ormsby', 24, 18],
              ['Bell', 18, 18],
              ['Rao', 16, 18],
              ['Fenwright', 14, 12],
              ['Nobody', 0, null],
            ] as const
          }
        />
      </Shown>
    ),
  }),
]

const pictures = process.env['GOLDTHREAD_PICTURES']
const wide = { width: 1280, height: 900 }
const narrow = { width: 320, height: 700 }

describe.skipIf(browserForTests() === null)('lists, pictures and steps in a browser', () => {
  let town: SmallTown
  let chrome: Browser
  let tab: Tab
  const complaints: string[] = []

  beforeAll(async () => {
    town = await smallTown({ pages: galleryPages })
    chrome = await openBrowser()
    tab = await opened(wide)
    if (pictures) mkdirSync(pictures, { recursive: true })
  })
  afterAll(async () => {
    await chrome.close()
    await town.close()
  })

  const opened = async (viewport: { width: number; height: number }, javaScriptEnabled = true): Promise<Tab> => {
    const at = await (await chrome.newContext({ viewport, javaScriptEnabled })).newPage()
    at.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    at.on('pageerror', (error) => complaints.push(error.message))
    await at.goto(`${town.at}/`)
    await at.getByRole('button', { name: 'Ruth Adeyemi' }).click()
    await at.getByRole('heading', { name: 'Harbour' }).waitFor()
    return at
  }
  const picture = async (at: Tab, name: string) => {
    if (pictures) await at.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  }
  const firstBoats = (at: Tab) => at.locator('#list tbody th').allInnerTexts()

  test.each([
    ['/fleet', 'list'],
    ['/fleet?harbour=north&sort=name&page=2&known-at=2016-01-24', 'list-narrowed'],
    ['/fleet?harbour=east&today-harbour=west&sort=colour', 'list-none-match'],
    ['/fleet?all=1', 'list-all'],
    ['/pictures', 'pictures'],
  ])('axe finds nothing to mend on %s, wide or at 320 pixels, and it does not scroll sideways', async (address, name) => {
    for (const viewport of [wide, narrow]) {
      await tab.setViewportSize(viewport)
      await tab.goto(`${town.at}${address}`)
      await picture(tab, `${name}-${viewport.width}`)
      expect(await axe(tab)).toEqual([])
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width)
    }
    await tab.setViewportSize(wide)
  })

  test('without JavaScript a list is narrowed, sorted, turned and cleared, and the address says it all', async () => {
    const plain = await opened(wide, false)
    await plain.goto(`${town.at}/fleet?known-at=2016-01-24&today-sort=name`)
    const list = plain.locator('#list')
    await list.getByText('1 to 50 of 130 boats.').waitFor()
    await list.getByLabel('Harbour').selectOption('North quay')
    await list.getByRole('button', { name: 'Apply' }).click()
    await list.getByText('44 of 130 boats.').waitFor()
    await list.getByRole('link', { name: /^Surveyed.*, sort earliest first$/ }).click()
    await list.locator('th[aria-sort=ascending]', { hasText: 'Surveyed' }).waitFor()
    await list.getByRole('link', { name: /^Surveyed.*, sort latest first$/ }).click()
    await list.locator('th[aria-sort=descending]', { hasText: 'Surveyed' }).waitFor()
    const url = new URL(plain.url())
    expect(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ''))).toEqual({
      'known-at': '2016-01-24',
      'today-sort': 'name',
      harbour: 'north',
      sort: '-survey',
    })
    expect(url.hash).toBe('#list')
    expect((await firstBoats(plain)).slice(-1)).toEqual(['Boat 123'])
    await list.getByRole('link', { name: 'Clear the filters' }).click()
    await list.getByRole('link', { name: 'Page 3' }).click()
    await list.getByText('101 to 130 of 130 boats.').waitFor()
    expect(await firstBoats(plain)).toHaveLength(30)
    expect(new URL(plain.url()).searchParams.get('known-at')).toBe('2016-01-24')
    await plain.context().close()
  })

  test('what the address asks for and the list does not have is explained, and nothing breaks', async () => {
    await tab.goto(`${town.at}/fleet?harbour=west&sort=colour&page=99&rig=%00%F0%9F%90%9F&today-page=-1`)
    expect(await tab.locator('#list .gt-left-out').allInnerTexts()).toEqual([
      '“west” is not a choice of “Harbour”, so it was left out.',
      'This list cannot be sorted by “colour”, so it stands in its usual order.',
      'There is no page “99”, so this is page 1.',
    ])
    expect(await tab.locator('#list').getByText('None of the 130 boats match. Clear the filters').isVisible()).toBe(true)
    expect(town.reports).toEqual([])
  })

  test('a list without rows says what is next, and asks nothing', async () => {
    await tab.goto(`${town.at}/fleet`)
    const empty = tab.locator('#sea-list')
    expect(await empty.innerText()).toContain('Every boat is in. One that leaves stands here.')
    expect(await empty.locator('form, a, table').count()).toBe(0)
  })

  test('saved as CSV and as a spreadsheet, the list is as it was narrowed and sorted, whole, and each save is a look', async () => {
    await tab.goto(`${town.at}/fleet?harbour=north&sort=name`)
    const before = town.looks.length
    const save = async (name: string) => {
      const [download] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('link', { name }).click()])
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
    }
    const csv = await save('Save as CSV')
    expect(csv.name).toBe('Boats waiting for a survey.csv')
    const rows = await all((await readTable(madeFile(csv.bytes))).rows)
    expect(rows).toHaveLength(44)
    expect(rows[0]?.cells).toEqual(["'=Kittiwake-of-the-Outer-Sandbank-and-Lightship", '2016-01-01', 'north', '0', '0'])
    const xlsx = await save('Save as spreadsheet')
    expect(xlsx.name).toBe('Boats waiting for a survey.xlsx')
    const [sheet] = await readSheets(madeFile(xlsx.bytes, { path: 'list.xlsx' }))
    const lines = await all(sheet!.rows())
    expect(lines).toHaveLength(45)
    expect(lines[1]?.cells).toEqual(['=Kittiwake-of-the-Outer-Sandbank-and-Lightship', '2016-01-01', 'north', '0', '0'])
    expect(town.looks.slice(before).map(({ name }) => name)).toEqual(['Saved the fleet', 'Saved the fleet'])
    const answer = await tab.request.get(`${town.at}/fleet.csv`)
    expect(answer.headers()).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'text/csv; charset=utf-8' })
  })

  test('Print appears where scripts run and the whole list is on the page; else all of it is offered first', async () => {
    await tab.goto(`${town.at}/fleet?harbour=south`)
    const list = tab.locator('#list')
    expect(await list.getByRole('button', { name: 'Print' }).count()).toBe(0)
    await list.getByRole('link', { name: 'Show all 86 to print' }).click()
    await tab.evaluate('window.print = () => { window.printed = true }')
    await list.getByRole('button', { name: 'Print' }).click()
    expect(await tab.evaluate('window.printed')).toBe(true)
    expect(await firstBoats(tab)).toHaveLength(86)
    await list.getByRole('link', { name: 'Back to pages of 50' }).click()
    expect(new URL(tab.url()).search).toBe('?harbour=south')
    const plain = await opened(wide, false)
    await plain.goto(`${town.at}/fleet?all=1`)
    expect(await plain.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    await plain.context().close()
  })

  test('on paper there are no forms, tools or pages, and it says what the list was narrowed to', async () => {
    await tab.goto(`${town.at}/fleet?harbour=south&all=1`)
    await tab.emulateMedia({ media: 'print' })
    await picture(tab, 'list-print')
    for (const gone of ['form.gt-narrow', '.gt-tools', '.govuk-pagination'])
      expect(await tab.locator(gone).first().isVisible(), gone).toBe(false)
    expect(await tab.locator('#list').getByText('Narrowed to Harbour: South quay.').isVisible()).toBe(true)
    expect(await firstBoats(tab)).toHaveLength(86)
    await tab.goto(`${town.at}/fleet`)
    expect(await tab.locator('#list').getByText('Only one page of the list is printed').isVisible()).toBe(true)
    await tab.emulateMedia({ media: 'screen' })
  })

  test('on a phone, cards are sorted by a field, because their headings cannot be seen, and no heading takes the focus', async () => {
    await tab.setViewportSize(narrow)
    await tab.goto(`${town.at}/fleet`)
    const cards = tab.locator('#today-list')
    expect(await cards.getByRole('link', { name: /, sort / }).count()).toBe(0)
    await cards.getByLabel('Sort by').selectOption('Boat, A to Z')
    await cards.getByRole('button', { name: 'Apply' }).click()
    expect(await cards.locator('tbody th').first().innerText()).toContain('Kittiwake')
    // A number alone on a card would say nothing; beside its heading, on a desk, it says it twice.
    expect(await cards.locator('tbody tr').first().innerText()).toMatch(/Days late: \d/)
    await tab.setViewportSize(wide)
    expect(await cards.locator('tbody tr').first().innerText()).not.toContain('Days late: ')
    await tab.setViewportSize(narrow)
    await tab.locator('#new-list').getByLabel('Sort by').selectOption('Days late, smallest first')
    await tab.locator('#new-list').getByRole('button', { name: 'Sort' }).click()
    expect(await tab.locator('#new-list tbody th').allInnerTexts()).toEqual([
      '=Kittiwake-of-the-Outer-Sandbank-and-Lightship',
      'Boat 1',
      'Boat 2',
    ])
    expect(await tab.locator('#boat-2').innerText()).toContain('Boat 2')
    await tab.setViewportSize(wide)
  })

  test('every number of the bars is written on them, told by a title, and stands in a table; what is marked has more than a colour', async () => {
    await tab.goto(`${town.at}/pictures`)
    const chart = tab.getByRole('img', { name: 'Past 20 days, at each month end' })
    expect(await chart.locator('g > title').allTextContents()).toEqual(
      late.map(({ full, value }) => `${full}: ${value === null ? 'not known' : value.toLocaleString('en-GB')}`),
    )
    expect(await chart.locator('text').allTextContents()).toEqual(
      late.flatMap(({ label, value }) => [value === null ? '–' : value.toLocaleString('en-GB'), label]),
    )
    // A dark top for each marked bar with a height: 9, of which one is 0.
    expect(await chart.locator('rect[fill="#0b0c0c"]').count()).toBe(8)
    const asTable = tab.locator('#past-table')
    await asTable.locator('summary').click()
    expect(await asTable.locator('tbody tr').allInnerTexts()).toEqual(
      late.map(
        ({ full, value, marked }) =>
          `${full}\t${value === null ? 'not known' : value.toLocaleString('en-GB')}\t${marked ? 'since the rise in July 2015' : ''}`,
      ),
    )
    await tab.setViewportSize(narrow)
    await picture(tab, 'pictures-open-320')
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(320)
    const scrolls = '(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.querySelector(".gt-bars"))'
    expect(await tab.evaluate(scrolls)).toBe(true)
    expect(await chart.boundingBox()).toMatchObject({ width: expect.closeTo(late.length * 46, 0) as number })
    await tab.setViewportSize(wide)
  })

  test('bars of which none is known are words instead of an empty picture', async () => {
    await tab.goto(`${town.at}/pictures`)
    expect(await tab.getByRole('img', { name: 'Nothing known yet' }).count()).toBe(0)
    expect(await tab.getByText('No number is known yet.').isVisible()).toBe(true)
  })

  test('against the limit: over it in words that are seen, under and at it in words that are heard', async () => {
    await tab.goto(`${town.at}/pictures`)
    const cells = await tab.locator('table', { hasText: 'Boats by skipper' }).locator('tbody td:last-of-type').allTextContents()
    expect(cells).toEqual(['6 over 18', 'at the limit, 18', '2 under 18', '2 over 12', 'no limit is set'])
    expect(await tab.getByText('6 over 18').isVisible()).toBe(true)
    const lines = await tab.evaluate(
      '[...document.querySelectorAll(".gt-load")].map((one) => one.querySelector("path") && Math.round(one.querySelector("path").getBBox().x))',
    )
    expect(lines).toEqual([96, 96, 96, 64, null])
  })

  test('the steps stand in their order, each under its heading, and the worst says so', async () => {
    expect(await tab.locator('ol.gt-steps > li h3').allInnerTexts()).toEqual([
      '1 Booking',
      '2 Paperwork to the surveyor',
      '3 Survey',
      '4 Report back',
    ])
    expect(await tab.locator('ol.gt-steps > .is-worst').innerText()).toContain('Longest wait.')
    expect(await tab.evaluate('getComputedStyle(document.querySelector("ol.gt-steps > .is-worst")).borderTopWidth')).toBe('8px')
  })

  test('all the while the browser had nothing to complain of', () => expect(complaints).toEqual([]))
})
