import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { clocks } from '../../src/clocks.ts'
import { february, toldByHand } from '../support/fillings.ts'
import { serverForTests } from '../support/postgres.ts'
import { command, goldthread } from '../support/program.ts'
import { readyPlace } from '../support/ready-databases.ts'

/** What is due, asked at the terminal, as somebody at a terminal asks it: of the program itself, on a database in a folder, and then of its commands. */

interface Due {
  readonly child: string | null
  readonly clock: string
  readonly name: string
  readonly startedBy: string
  readonly startedOn: string
  readonly dueOn: string
  readonly stoppedBy: string | null
  readonly stoppedOn: string | null
  readonly state: string
  readonly days: number
  readonly unit: string
  readonly source: string
}

const day = ['--today', '2016-03-03']

describe('what is due, at the terminal', { timeout: 240_000 }, () => {
  let given: Awaited<ReturnType<typeof readyPlace>>
  let folder: string

  beforeAll(async () => {
    given = await readyPlace(serverForTests() === null ? 'embedded' : 'server', february)
    folder = mkdtempSync(join(tmpdir(), 'goldthread-due-'))
  }, 240_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await given.remove()
  })

  const run = (...words: string[]) => command(given.place, ...words)
  const due = async (...words: string[]): Promise<Due[]> => JSON.parse((await run(...day, 'due', '--json', ...words)).out) as Due[]

  test('asked of the program itself, in a folder: what is due, in the same words, and an exit code', async () => {
    const { place, remove } = await readyPlace('embedded', toldByHand)
    onTestFinished(remove)
    const asked = [...day, 'due', '--json', '--child', '204417', '--clock', 'lac-review-second']
    const answered = await goldthread(place.folder, ...asked)
    expect(answered.code, answered.said).toBe(0)
    expect(answered.out).toBe((await run(...asked)).out)
    expect(JSON.parse(answered.out)).toHaveLength(2)
    const nobody = await goldthread(place.folder, ...day, 'due', '--child', 'nobody')
    expect(nobody).toMatchObject({ code: 3, out: '' })
    expect(nobody.said).toContain('There is no child with the number nobody.')
  })

  test('of one child: each with what started it, when it is due, what stopped it and by which rule', async () => {
    const reviews = await due('--child', '204417', '--clock', 'lac-review-second')
    expect(reviews).toHaveLength(2)
    expect(reviews[1]).toEqual({
      child: '204417',
      clock: 'lac-review-second',
      name: 'Second looked after review',
      startedBy: 'looked_after_review/M204417003',
      startedOn: '2016-01-29',
      dueOn: '2016-04-29',
      stoppedBy: null,
      stoppedOn: null,
      state: 'running',
      days: 57,
      unit: 'days',
      source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(2)',
    })
    expect(reviews[0]).toMatchObject({ state: 'met', stoppedBy: 'looked_after_review/M204417002', stoppedOn: '2014-08-28' })
  })

  test('as things stood on another day', async () => {
    expect(await due('--child', '204417', '--clock', 'lac-review-first', '--on', '2016-01-28')).toMatchObject([
      { state: 'met' },
      { startedOn: '2016-01-04', dueOn: '2016-02-01', state: 'running', days: 2, unit: 'working days', stoppedOn: '2016-01-29' },
    ])
    expect(await due('--child', '204417', '--clock', 'lac-review-first', '--on', '2014-05-05')).toEqual([])
  })

  test('as it was known then: nothing, before anything was brought in', async () => {
    expect(await due('--child', '204417', '--known-at', '2016-01-20')).toEqual([])
  })

  test('of a worker’s children and of a team’s, by number or by name', async () => {
    const byName = await due('--worker', 'Ruth Adeyemi', '--clock', 'lac-review-next')
    expect(byName.length).toBeGreaterThan(0)
    expect(await due('--worker', 'P141', '--clock', 'lac-review-next')).toEqual(byName)
    const team = await due('--team', 'T42', '--clock', 'lac-review-next')
    expect(team.map(({ child }) => child)).toEqual(expect.arrayContaining(byName.map(({ child }) => child)))
    expect(new Set(team.map(({ child }) => child)).size).toBeGreaterThan(new Set(byName.map(({ child }) => child)).size)
  })

  test.each([
    [['--child', 'nobody'], 3, 'There is no child with the number nobody.'],
    [['--clock', 'never'], 1, 'There is no clock “never”. `bin/goldthread clocks` lists them.'],
    [['--on', '2016-02-30'], 1, '--on 2016-02-30 is not a day: write YYYY-MM-DD.'],
    [['--worker', 'No One'], 1, 'There is no worker, or more than one, called or numbered “No One”.'],
  ])('%j ends with %i and says what is wrong', async (words, code, sentence) => {
    const ended = await run(...day, 'due', ...words)
    expect(ended).toMatchObject({ code })
    expect(ended.said).toContain(sentence)
  })

  test('every clock with its rule, its dates in force, its source, and whether it is law, guidance or local', async () => {
    const listed = JSON.parse((await run('clocks', '--json')).out) as Record<string, unknown>[]
    expect(listed.map(({ id }) => id)).toEqual(clocks.map(({ id }) => id))
    expect(listed.find(({ id }) => id === 'lac-review-first')).toMatchObject({
      due: 'within 20 working days',
      from: '2011-04-01',
      strength: 'regulation',
      is: 'In law',
      local: false,
      lookedUp: true,
    })
  })

  test('what is local is the authority’s to set, and everything is worked out afresh; what is law is not', async () => {
    expect(await run('clocks', 'set', 'lac-review-first', '30', 'working', 'days')).toMatchObject({
      code: 1,
      said: expect.stringContaining('is not the authority’s to set'),
    })
    expect(await run('clocks', 'set', 'cp-visit', '0', 'working', 'days')).toMatchObject({
      code: 1,
      said: expect.stringContaining('is not a length'),
    })
    const before = (await due('--clock', 'cp-visit')).filter(({ stoppedOn }) => stoppedOn === null)
    expect((await run('clocks', 'set', 'cp-visit', '15', 'working', 'days')).code).toBe(0)
    const after = (await due('--clock', 'cp-visit')).filter(({ stoppedOn }) => stoppedOn === null)
    expect(after.map(({ startedOn }) => startedOn)).toEqual(before.map(({ startedOn }) => startedOn))
    expect(after.every(({ dueOn }, at) => dueOn > (before[at]?.dueOn ?? ''))).toBe(true)
  })

  test.each([
    [['add', '2015-12-14', '20'], '2016-01-14\n'],
    [['between', '2015-12-14', '2016-01-14'], '20\n'],
    [['--json', 'add', '2016-03-24', '1'], '{\n  "from": "2016-03-24",\n  "add": 1,\n  "day": "2016-03-29"\n}\n'],
    [['add', '2016-03-08', '--', '-3'], '2016-03-03\n'],
  ])('workday %j', async (words, out) => expect(await run('workday', ...words)).toEqual({ out, said: '', code: 0 }))

  test('working days beyond the listed bank holidays are refused aloud', async () => {
    expect(await run('workday', 'add', '2060-12-20', '30')).toMatchObject({
      code: 1,
      said: 'Bank holidays are listed from 1990 to 2060: 2061-01-01 is beyond.\n',
    })
  })

  test('the daily summary counts and links, and names nobody', async () => {
    expect(await run('summaries')).toMatchObject({ code: 1, said: expect.stringContaining('Say where summaries go') })
    await run('people', 'add', 'ruth', 'Ruth Adeyemi', 'social worker')
    expect((await run('people', 'change', 'ruth', '--worker', 'P141', '--email', 'ruth@estuary.example')).code).toBe(0)
    await run('settings', 'set', 'site-address', 'https://goldthread.estuary.example')
    const shown = JSON.parse((await run(...day, '--json', 'summaries', '--show')).out) as { to: string; text: string }[]
    expect(shown).toMatchObject([{ to: 'ruth@estuary.example' }])
    expect(shown[0]?.text).toContain('https://goldthread.estuary.example/my-work')
    const names = JSON.parse((await run('--json', 'sql', 'select forename, surname from person')).out) as {
      forename: string | null
      surname: string | null
    }[]
    for (const { forename, surname } of names) for (const name of [forename, surname]) if (name) expect(shown[0]?.text).not.toContain(name)
    await run('settings', 'set', 'mail', join(folder, 'mail'))
    const sent = await run(...day, 'summaries')
    expect(sent, sent.said).toMatchObject({ code: 0, out: expect.stringContaining('1 sent') })
    expect((await run(...day, 'summaries')).out).toContain('0 sent, 1 had theirs already.')
  })
})
