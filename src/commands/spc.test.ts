import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { Command } from 'commander'
import { ForPeople, type Setting } from './setting.ts'
import { spcCommand } from './spc.ts'

const folder = mkdtempSync(join(tmpdir(), 'goldthread-spc-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
/** Wheeler’s data set for verifying software. */
const wheeler = file('wheeler.txt', '5045\n4350\n4350\n3975\n4290\n4430\n4485\n4285\n3980\n3925\n3645\n3760\n3300\n3685\n3463\n5200\n')
/** Done in time, of all, month by month, as a council may have it. */
const inTime = file(
  'in-time.csv',
  `month,numerator,denominator\n${[6, 5, 7, 4, 6, 8, 5, 7, 4, 6, 5, 7, 1].map((met, n) => `${2015 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')},${met},${n === 12 ? 14 : 9}`).join('\n')}\n`,
)
const teams = file('teams.csv', 'team,numerator,denominator\nNorth,33,46\nSouth,31,44\nEast,7,34\n')

async function run(...words: string[]): Promise<string> {
  let said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  const program = new Command('goldthread')
    .option('--json')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
  spcCommand(
    program,
    (command) => command.optsWithGlobals<Setting>(),
    () => undefined,
  )
  await program.parseAsync(['spc', ...words], { from: 'user' })
  return said
}
const json = async (...words: string[]) => JSON.parse(await run(...words, '--json'))

describe('as JSON', () => {
  test('the limits, each figure with its rule and side, and what it says', async () => {
    const said = await json('--values', wheeler, '--better', 'lower', '--target', '6000')
    expect(said).toMatchObject({
      chart: 'xmr',
      centre: 4135.5,
      variation: 'special cause, concerning',
      variationInWords: 'Worse at figure 16: the latest figure is above what chance explains.',
      assurance: 'consistently hit',
      assuranceInWords: 'Will meet the target of 6,000 as things are.',
      why: 'An XmR chart, because each figure is one measurement.',
    })
    expect(said.lower).toBeCloseTo(3188.7173, 4)
    expect(said.points).toHaveLength(16)
    expect(said.points[15]).toMatchObject({ value: 5200, rule: 'outside', side: 'above' })
    expect(said.points[0]).toMatchObject({ value: 5045, rule: null })
  })

  test('a numerator and a denominator are a share, per 100', async () => {
    const said = await json('--values', inTime, '--better', 'higher', '--target', '90%')
    expect(said).toMatchObject({ chart: 'p', why: 'A p chart with exact limits, because the numbers are small.' })
    expect(said.points[0]).toMatchObject({ period: '2015-01', counted: { numerator: 6, denominator: 9 } })
    expect(said.points[0].value).toBeCloseTo(66.667, 3)
    expect(said.points[12]).toMatchObject({ period: '2016-01', rule: 'outside', side: 'below' })
    expect(said.variationInWords).toBe('Worse at 2016-01: the latest figure is below what chance explains.')
  })

  test.each([
    [['--kind', 'count'], 'u-prime', 4135.5],
    [['--chart', 'u'], 'u', 4135.5],
    [['--kind', 'wait'], 'median', 4132.5],
    [['--kind', 'cases-between'], 'g', 2866],
    [['--screened'], 'xmr', 4135.5],
  ])('%j is a %s chart', async (words, chart, centre) => {
    expect(await json('--values', wheeler, ...words)).toMatchObject({ chart, centre: expect.closeTo(centre, 6) })
  })

  test('a funnel of groups', async () => {
    const { groups } = await json('--values', teams, '--funnel', '--better', 'higher')
    expect(groups.map(({ name, is }: { name: string; is: string }) => [name, is])).toEqual([
      ['North', 'within chance'],
      ['South', 'within chance'],
      ['East', 'below chance'],
    ])
  })
})

describe('in words', () => {
  test('a table, what it says, and why this chart', async () => {
    const said = await run('--values', inTime, '--better', 'higher', '--rebase', '2015-12: a new form', '--baseline-to', '2015-11')
    expect(said).toContain('2015-01  66.67')
    expect(said).toContain('Too few to judge: 2 figures, and it takes 12.')
    expect(said).toContain('Limits start afresh at 2015-12: a new form.')
  })
  test('groups, none ranked', async () => {
    expect(await run('--values', teams, '--funnel')).toContain('East differs by more than chance: 20.59, against 57.26 for all together.')
  })
})

describe('what was asked wrongly is answered with a sentence', () => {
  test.each([
    [['--values', join(folder, 'nothing.csv')], /^There is no file .*nothing\.csv, or it may not be read\.$/],
    [['--values', wheeler, '--target', 'ten'], /^--target ten is not a number\.$/],
    [['--values', wheeler, '--per', '0'], /^--per 0 must be above 0\.$/],
    [['--values', wheeler, '--rebase', '12'], /^--rebase “12” does not say why\. Write the period, a colon and the reason/],
    [
      ['--values', wheeler, '--rebase', '99: x'],
      /^There is no figure for 99\. Limits cannot start afresh there: the figures go from 1 to 16\.$/,
    ],
    [['--values', wheeler, '--chart', 'p'], /^A p chart needs a numerator and a denominator for each figure, and 1 is a number alone\.$/],
    [['--values', teams, '--funnel', '--per', 'x'], /^--per x is not a number\.$/],
    [['--values', wheeler, '--funnel'], /^wheeler\.txt, line 1: “5045” is a number and no name of a column\./],
  ])('%j', async (words, says) => {
    const said = await run(...words).catch((error: unknown) => error)
    expect(said).toBeInstanceOf(ForPeople)
    expect((said as Error).message).toMatch(says)
  })

  test.each([[['--values', wheeler, '--better', 'up']], [['--values', wheeler, '--chart', 'pie']], [[]]])(
    '%j is not understood',
    async (words) => {
      await expect(run(...words)).rejects.toMatchObject({ name: 'CommanderError' })
    },
  )
})
