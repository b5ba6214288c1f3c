/** Charts on a real page, in a real browser: wide, at 320 pixels and on paper. */
import { mkdirSync } from 'node:fs'
import type { Browser, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallTown, type SmallTown } from '../../../../demo/sign-in/small-town.tsx'
import { axe, browserForTests, openBrowser } from '../../../../test/support/browser.ts'
import { controlChart } from '../../measures/control-chart.ts'
import { funnel } from '../../measures/funnel.ts'
import { Table } from '../components/table.tsx'
import { Page as Shown } from '../layout.tsx'
import { page, type Page } from '../page.ts'
import { ControlChartShown } from './control-chart.tsx'
import { FunnelChart } from './funnel-chart.tsx'
import { controlKey, funnelKey, Key, smallKey } from './key.tsx'
import { numbers, percent, surveys } from './made-charts.ts'
import { SmallChart } from './small-chart.tsx'

const wave = (count: number): number[] =>
  Array.from({ length: count }, (_, at) => 1_240_000 + ((at * 7919) % 23) * 1000 + (at > 60 ? 40_000 : 0))
const long = controlChart(numbers(wave(72)), 'xmr', {
  better: 'neutral',
  target: 1_259_000,
  rebase: [
    { period: '2014-04', reason: 'new harbour' },
    { period: '2015-05', reason: 'surveys are counted by the day on which the surveyor came aboard, not by the day of the paper' },
  ],
})
const quays = [
  { name: 'North quay', numerator: 33, denominator: 46 },
  { name: 'South quay', numerator: 31, denominator: 44 },
  { name: 'Old harbour', numerator: 15, denominator: 29 },
  { name: 'River mouth', numerator: 11, denominator: 18 },
  { name: 'Outer sands', numerator: 7, denominator: 34 },
]

const chartPages: readonly Page[] = [
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
  page('/measures', {
    may: 'see boats',
    looks: null,
    noLookBecause: 'It shows nobody’s record.',
    show: () => (
      <Shown title="Measures">
        <h1 class="govuk-heading-l">Surveys in 20 days</h1>
        <Key items={controlKey} />
        <ControlChartShown
          id="surveys"
          title="Surveys in 20 days, April 2013 to February 2016"
          description="About 67%, then about 81%, then about half."
          chart={surveys()}
          better="higher"
          target={90}
          value={percent}
          range={{ from: 0, to: 100 }}
          counted={['In time', 'Due']}
          href={(period) => `/measures?month=${period}`}
        >
          A p chart, because the number of boats differs each month.
        </ControlChartShown>
        <ControlChartShown
          id="long"
          title="Tonnes landed"
          description="More since April 2018."
          chart={long}
          better="neutral"
          target={1_259_000}
          value={(value) => Math.round(value).toLocaleString('en-GB')}
          events={[
            { period: '2014-06', label: 'Storm' },
            { period: '2019-01', label: 'Inspection of the harbour' },
            { period: '2019-03', label: 'Flood' },
          ]}
        />
        <Key items={smallKey} />
        <Table
          caption="Measures"
          columns={[
            { heading: 'Measure', cell: ({ name }) => name, names: true },
            {
              heading: 'Two years',
              cell: ({ name, chart }) => <SmallChart label={`${name}: ${chart.variation.says}`} chart={chart} better="higher" />,
            },
          ]}
          rows={[
            { name: 'Surveys in 20 days', chart: surveys() },
            { name: 'Tonnes landed', chart: long },
            { name: 'Lights mended', chart: controlChart(numbers([3, 4, 5]), 'xmr') },
          ]}
        />
        <Key items={funnelKey} />
        <FunnelChart
          id="quays"
          title="Surveys in 20 days, by quay"
          description="Outer sands, 21% of 34, is below the outer limit."
          funnel={funnel(quays, { sort: 'part', per: 100, better: 'higher' })}
          sort="part"
          per={100}
          better="higher"
          value={percent}
          range={{ from: 0, to: 100 }}
          size="Surveys due, 12 months to February 2016"
          group="Quay"
          href={({ name }) => `/measures?quay=${name}`}
        />
      </Shown>
    ),
  }),
]

const pictures = process.env['GOLDTHREAD_PICTURES']
const wide = { width: 1280, height: 900 }
const narrow = { width: 320, height: 700 }

/** Words of a picture that stand on each other, a pixel of touching aside. */
const covered = `[...document.querySelectorAll('.gt-chart')].flatMap((chart) => {
  const boxes = [...chart.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()])
  return boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
    .filter(([, b]) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom)
    .map(([other]) => one + ' / ' + other))
})`
/** Words of a picture that reach beyond its edge. */
const cutOff = `[...document.querySelectorAll('.gt-chart')].flatMap((chart) => {
  const edge = chart.getBoundingClientRect()
  return [...chart.querySelectorAll('text')].filter((text) => {
    const box = text.getBoundingClientRect()
    return box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1
  }).map((text) => text.textContent)
})`

describe.skipIf(browserForTests() === null)('charts in a browser', () => {
  let town: SmallTown
  let chrome: Browser
  let tab: Tab
  const complaints: string[] = []

  beforeAll(async () => {
    town = await smallTown({ pages: chartPages })
    chrome = await openBrowser()
    tab = await (await chrome.newContext({ viewport: wide })).newPage()
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    tab.on('pageerror', (error) => complaints.push(error.message))
    await tab.goto(`${town.at}/`)
    await tab.getByRole('button', { name: 'Ruth Adeyemi' }).click()
    await tab.getByRole('heading', { name: 'Harbour' }).waitFor()
    if (pictures) mkdirSync(pictures, { recursive: true })
  })
  afterAll(async () => {
    await chrome.close()
    await town.close()
  })

  test('axe finds nothing to mend, wide or at 320 pixels, with the tables open or not, and the page does not scroll sideways', async () => {
    for (const viewport of [wide, narrow]) {
      await tab.setViewportSize(viewport)
      await tab.goto(`${town.at}/measures`)
      if (pictures) await tab.screenshot({ path: `${pictures}/charts-${viewport.width}.png`, fullPage: true })
      expect(await axe(tab)).toEqual([])
      for (const summary of await tab.locator('figure summary').all()) await summary.click()
      expect(await axe(tab)).toEqual([])
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width)
    }
    await tab.setViewportSize(wide)
  })

  test('no words cover other words, and none are cut off at an edge', async () => {
    await tab.goto(`${town.at}/measures`)
    expect(await tab.evaluate(covered)).toEqual([])
    expect(await tab.evaluate(cutOff)).toEqual([])
  })

  test('on a phone the latest figures are seen first, and letters keep their size', async () => {
    await tab.setViewportSize(narrow)
    await tab.goto(`${town.at}/measures`)
    const scroller = tab.locator('.gt-control').first()
    const [frame, latest] = await Promise.all([scroller.boundingBox(), scroller.locator('a').last().locator('rect').last().boundingBox()])
    expect(latest!.x).toBeGreaterThan(frame!.x)
    expect(latest!.x).toBeLessThan(frame!.x + frame!.width)
    expect((await scroller.locator('svg').boundingBox())!.width).toBe(1180)
    await tab.setViewportSize(wide)
  })

  test('by the keyboard one goes from figure to figure, and into what is behind one', async () => {
    await tab.goto(`${town.at}/measures`)
    await tab.getByRole('region', { name: 'Surveys in 20 days, April 2013' }).focus()
    await tab.keyboard.press('Tab')
    await tab.keyboard.press('Tab')
    expect(await tab.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('May 2013: 63%, 5 of 8')
    await tab.keyboard.press('Enter')
    await tab.waitForURL(/month=2013-05/)
  })

  test('on paper the charts are as broad as the page, and their tables are open', async () => {
    await tab.setViewportSize({ width: 700, height: 1000 })
    await tab.goto(`${town.at}/measures`)
    await tab.emulateMedia({ media: 'print' })
    if (pictures) await tab.screenshot({ path: `${pictures}/charts-print.png`, fullPage: true })
    for (const chart of await tab.locator('.gt-chart').all()) expect((await chart.boundingBox())!.width).toBeLessThanOrEqual(700)
    expect(await tab.locator('#surveys-table table').isVisible()).toBe(true)
    await tab.emulateMedia({ media: 'screen' })
    await tab.setViewportSize(wide)
  })

  test('all the while the browser had nothing to complain of', () => expect(complaints).toEqual([]))
})
