import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../checks/project-files.ts'

/** The demonstration, made and written out at the terminal as somebody there does it: the program itself, in folders of its own. */

interface Ran {
  readonly out: string
  readonly said: string
  readonly code: number
}

const program = ['--import', 'tsx', join(root, 'src/cli.ts')]
const env = { ...process.env, DATABASE_URL: '' }
let folder: string

const goldthread = (data: string, ...words: string[]): Promise<Ran> =>
  promisify(execFile)(process.execPath, [...program, '--data', join(folder, data), ...words], { env, cwd: root, maxBuffer: 100_000_000 })
    .then(({ stdout, stderr }) => ({ out: stdout, said: stderr, code: 0 }))
    .catch(({ stdout, stderr, code }: { stdout: string; stderr: string; code: number }) => ({ out: stdout, said: stderr, code }))

const years = ['--size', 'small', '--from', '2015', '--to', '2016']

describe('the demonstration, at the terminal', { timeout: 180_000 }, () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'goldthread-demo-command-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is made, found, asked what is due as of its day, and refused a second time; again it is another', async () => {
    const made = await goldthread('one', '--json', '--today', '2016-03-03', 'demo', ...years)
    expect(made.code, made.said).toBe(0)
    const told = JSON.parse(made.out) as { children: number; records: number; today: string; seed: number }
    expect(told).toMatchObject({ today: '2016-03-03', seed: 1, size: 'small', planted: true })
    expect(told.children).toBeGreaterThan(200)
    const due = JSON.parse((await goldthread('one', '--json', 'due', '--worker', 'Ruth Adeyemi', '--on', '2016-03-03')).out) as {
      child: string
      state: string
    }[]
    expect(new Set(due.map(({ state }) => state)).has('running')).toBe(true)
    const child = await goldthread('one', 'child', due.find(({ child: number }) => number !== null)?.child ?? '')
    expect(child.code).toBe(0)
    expect(child.out).toMatch(/Ruth Adeyemi/)

    const refused = await goldthread('one', 'demo', ...years)
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('There is a demonstration here already. Add --again')])
    const again = await goldthread(
      'one',
      '--json',
      '--today',
      '2016-03-03',
      'demo',
      ...years,
      '--seed',
      '2',
      '--without-problems',
      '--again',
    )
    expect(again.code, again.said).toBe(0)
    expect(JSON.parse(again.out)).toMatchObject({ seed: 2, planted: false })
  })

  test('one that is broken off leaves nothing half done, and can be made after', async () => {
    const begun = spawn(process.execPath, [...program, '--data', join(folder, 'killed'), 'demo', ...years, '--to', '2018', '--verbose'], {
      env,
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await new Promise<void>((go) => {
      let said = ''
      begun.stderr.setEncoding('utf8').on('data', (words: string) => {
        said += words
        if (/Making Estuary Council/.test(said)) setTimeout(go, 900)
      })
      begun.once('exit', () => go())
    })
    begun.kill('SIGKILL')
    await new Promise((gone) => (begun.exitCode === null && begun.signalCode === null ? begun.once('exit', gone) : gone(null)))
    const made = await goldthread('killed', '--json', 'demo', ...years)
    expect([made.code, made.said.includes('already')]).toEqual([0, false])
  })

  test('the same seed writes the same files, to the letter; another seed, and none of the problems, others', async () => {
    const written = async (name: string, ...words: string[]): Promise<{ names: readonly string[]; sign: string }> => {
      const { code, said } = await goldthread('no database', 'demo', ...years, '--extracts', join(folder, name), ...words)
      expect(code, said).toBe(0)
      const names = readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
      const all = createHash('sha256')
      for (const each of names) all.update(readFileSync(each))
      return { names: names.map((each) => each.slice(join(folder, name).length + 1)), sign: all.digest('hex') }
    }
    const [one, same, other, none] = [
      await written('a'),
      await written('b'),
      await written('c', '--seed', '9'),
      await written('d', '--without-problems'),
    ]
    expect(one.names).toEqual(
      expect.arrayContaining([
        'ssd/ssd_person.csv',
        'own/management_oversight.csv',
        'ssda903/2015-16-episodes.csv',
        'cin-census/cin-census-2016.xml',
        'annex-a/annex-a-2016-12-31.xlsx',
      ]),
    )
    expect(same).toEqual(one)
    expect(other.sign).not.toBe(one.sign)
    expect(none.sign).not.toBe(one.sign)
  })

  test.each([
    [['--size', 'huge'], 'There is no size huge: choose told, small, thurrock or county.'],
    [['--seed', 'x'], '--seed x is not a whole number'],
    [['--from', '2016', '--to', '2015'], 'The history cannot end in 2015 before it begins in 2016.'],
    [['--from', '16'], '--from 16 is not a year from 2010 to 2040.'],
    [['--size', 'told', '--extracts', 'x'], 'have no extracts of their own'],
  ])('%j is refused with a sentence', async (words, says) => {
    const { code, said } = await goldthread('nothing', 'demo', ...words)
    expect([code, said]).toEqual([1, expect.stringContaining(says)])
  })

  test('a day before the history is refused', async () => {
    const { code, said } = await goldthread('nothing', '--today', '2001-01-01', 'demo', ...years)
    expect([code, said]).toEqual([1, expect.stringContaining('--today 2001-01-01 is not a day of the history, 2015 to 2016.')])
  })
})
