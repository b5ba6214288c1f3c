import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { todayOf } from '../../demo/demonstration.ts'
import { openDatabase } from '../../src/engine/records/open.ts'
import { model } from '../../src/model.ts'
import { command, goldthread, programWith, root, type Ended } from '../support/program.ts'
import { acting, freshPlace } from '../support/two-databases.ts'

/** The demonstration, made at the terminal as somebody at a terminal makes it: the program itself, on a database in a folder. */

/** Runs it until it says something on its error stream, and then ends it as a lack of memory would. */
function killedWhen(says: RegExp, data: string, ...given: string[]): Promise<string> {
  const program = spawn(process.execPath, programWith('--data', data, ...given), {
    env: { ...process.env, DATABASE_URL: '' },
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  program.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (says.test(said)) program.kill('SIGKILL')
  })
  return new Promise((ended, failed) => {
    program.once('error', failed)
    program.once('exit', (code, signal) => (signal === 'SIGKILL' ? ended(said) : failed(new Error(`It ended with ${code}: ${said}`))))
  })
}

interface Made {
  readonly size: string
  readonly today: string
  readonly planted: boolean
  readonly children: number
  readonly records: number
  readonly versions: number
}

const small = ['demo', '--size', 'small', '--from', '2015', '--to', '2016'] as const
const json = <T>({ out, said, code }: Ended): T => {
  expect(code, said).toBe(0)
  return JSON.parse(out) as T
}
const sql = async <R>(folder: string, question: string): Promise<R[]> => json(await command({ folder }, '--json', 'sql', question))
const children = 'select count(*)::int as n from person'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'goldthread-demo-command-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the demonstration, at the terminal', { timeout: 240_000 }, () => {
  describe('made in a folder that was not there, by the second try', () => {
    let data: string
    let made: Made

    beforeAll(() => void (data = join(folder, 'data')))

    test('killed while it is made it leaves nothing, and can be made', async () => {
      const said = await killedWhen(/Making Estuary Council.*: ([1-9]|\d\d) %/, data, '--verbose', ...small)
      expect(said).not.toContain('Counting')
      expect(await sql(data, children)).toEqual([{ n: 0 }])
      made = json(await goldthread(data, '--json', '--today', '2016-03-03', ...small))
      expect(await sql(data, children)).toEqual([{ n: made.children }])
    })

    test('says what it is, of which day, and how much there is', async () => {
      expect(made).toMatchObject({ size: 'small', today: '2016-03-03', seed: 1, from: 2015, to: 2016, planted: true })
      const [held] = await sql<{ n: number; last: string }>(
        data,
        `select count(*)::int as n, (select max(known_from)::text from management_oversight) as last from person`,
      )
      expect(made.children).toBe(held?.n)
      expect(made.children).toBeGreaterThan(100)
      expect(made.records).toBeGreaterThan(20 * made.children)
      expect(made.versions).toBeGreaterThan(made.children)
      // Somebody wrote in the last days of it, and nobody later.
      expect(held?.last.slice(0, 10) ?? '').toMatch(/^2016-(02-2|03-0[123])/)
    })

    test('is seen: a child is found by a name spelt half, has a history, and things due', async () => {
      const [child] = await sql<{ number: string; forename: string; surname: string }>(
        data,
        `select p.source_id as number, p.forename, p.surname from person p join child_protection_plan c on c.person_id = p.id
         where c.ended_on is null and c.withdrawn_at is null and p.forename is not null order by p.source_id limit 1`,
      )
      const number = child?.number ?? ''
      const found = json<{ childId: string }[]>(
        await command({ folder: data }, '--json', 'find', child?.forename ?? '', child?.surname.slice(0, -1) ?? ''),
      )
      expect(found.map(({ childId }) => childId)).toContain(number)
      const history = json<{ now: { standing: string; plan: unknown }; chronology: { day: string }[] }>(
        await command({ folder: data }, '--json', 'child', number),
      )
      expect(history.now.standing).toMatch(/protection plan/i)
      expect(history.chronology.length).toBeGreaterThan(10)
      const due = json<{ clock: string; state: string; dueOn: string }[]>(
        await command({ folder: data }, 'due', '--json', '--child', number),
      )
      expect(due.filter(({ clock }) => clock === 'cp-visit').some(({ state }) => ['running', 'overdue'].includes(state))).toBe(true)
      // The people of the demonstration work in it.
      const ruths = json<{ child: string; state: string }[]>(await command({ folder: data }, 'due', '--json', '--worker', 'Ruth Adeyemi'))
      expect(new Set(ruths.map(({ state }) => state))).toContain('running')
    })

    test('is not made over: asked for once more it is refused, and stays', async () => {
      const again = await command({ folder: data }, ...small)
      expect(again).toMatchObject({ code: 1, out: '' })
      expect(again.said).toContain('There is a demonstration here already. Add --again to throw it away first')
      expect(await sql(data, children)).toEqual([{ n: made.children }])
    })

    test('is made again of an earlier day, when it is told to: whoever came to be known since is not there', async () => {
      const [late] = await sql<{ number: string }>(
        data,
        `select source_id as number from person where known_from >= '2016-01-01' order by known_from desc limit 1`,
      )
      const before: Made = json(await goldthread(data, '--json', '--today', '2015-01-05', ...small, '--again'))
      expect(before).toMatchObject({ today: '2015-01-05' })
      expect(before.children).toBeGreaterThan(20)
      expect(before.children).toBeLessThan(made.children)
      expect(await sql(data, children)).toEqual([{ n: before.children }])
      const nobody = await command({ folder: data }, 'child', late?.number ?? '')
      expect(nobody).toMatchObject({ code: 3, out: '' })
      expect(nobody.said).toContain(`There is no child with the number ${late?.number ?? ''}.`)
    })
  })

  test('a database that holds children and no demonstration is left as it is, whatever is asked', async () => {
    const { place, remove } = await freshPlace('embedded')
    try {
      const database = await openDatabase(place, model)
      await database.transaction(acting('writes'), (tx) =>
        tx.run(`insert into person (forename, source) values ('A council’s own', 'goldthread')`),
      )
      await database.close()
      const refused = await command(place, ...small)
      expect(refused).toMatchObject({ code: 1, out: '' })
      expect(refused.said).toContain('There are children here already, and not from a demonstration. Choose another folder')
      const again = await command(place, ...small, '--again')
      expect(again).toMatchObject({ code: 1, out: '' })
      expect(again.said).toContain('What is here was not made as a demonstration, and is left as it is.')
      expect(await sql(place.folder, 'select forename from person')).toEqual([{ forename: 'A council’s own' }])
    } finally {
      await remove()
    }
  })

  test('of no day in particular it is of the last Friday before Christmas of its last year', () => {
    expect(todayOf({ size: 'small', seed: 1, from: 2015, to: 2016, planted: true })).toBe('2016-12-16')
  })

  test('what cannot be asked for is refused in a sentence, before anything is made', async () => {
    const refused: readonly (readonly [readonly string[], number, string])[] = [
      [['--size', 'huge'], 1, 'There is no size huge: choose told, small, thurrock or county.'],
      [['--seed', 'first'], 1, '--seed first is not a whole number of up to nine digits.'],
      [['--seed', '1234567890'], 1, '--seed 1234567890 is not a whole number'],
      [['--from', '1999'], 1, '--from 1999 is not a year from 2010 to 2040.'],
      [['--to', 'soon'], 1, '--to soon is not a year from 2010 to 2040.'],
      [['--from', '2017', '--to', '2016'], 1, 'The history cannot end in 2016 before it begins in 2017.'],
      [['--today', '2019-01-01'], 1, '--today 2019-01-01 is not a day of the history, 2013 to 2018.'],
      [['--today', 'yesterday'], 1, '--today yesterday is not a day: write YYYY-MM-DD.'],
      [['--size', 'told', '--extracts', 'there'], 1, 'The children told by hand have no extracts of their own'],
      [['--larger'], 2, 'unknown option'],
      [['small'], 2, 'too many arguments'],
      [['--size'], 2, 'argument missing'],
    ]
    const data = join(folder, 'never')
    for (const [given, code, sentence] of refused) {
      const ended = await command({ folder: data }, 'demo', ...given)
      expect(ended, given.join(' ')).toMatchObject({ code, out: '' })
      expect(ended.said, given.join(' ')).toContain(sentence)
    }
    expect(readdirSync(folder)).not.toContain('never')
  })

  test('as extracts the same number gives the same bytes; another gives others, and without planted problems managers say why', async () => {
    const asked = ['demo', '--size', 'small', '--from', '2016', '--to', '2016']
    const extracts = async (
      name: string,
      given: readonly string[],
      run: (...words: string[]) => Promise<Ended>,
    ): Promise<Record<string, string>> => {
      const into = join(folder, name)
      const { files } = json<{ files: string[] }>(await run('--json', ...asked, '--extracts', into, ...given))
      expect(files.length).toBeGreaterThan(100)
      return Object.fromEntries(files.map((path) => [path.slice(into.length + 1), readFileSync(path, 'latin1')]))
    }
    const never = join(folder, 'never')
    const here = (...words: string[]) => command({ folder: never }, ...words)
    const signs = (files: Record<string, string>): Record<string, string> =>
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]))
    // Of two processes, so that nothing but the number is shared.
    const one = await extracts('one', [], (...words) => goldthread(never, ...words))
    const same = await extracts('same', [], here)
    expect(signs(same)).toEqual(signs(one))
    expect(Object.keys(one)).toEqual(
      expect.arrayContaining(['ssda903/2015-16-episodes.csv', 'cin-census/cin-census-2016.xml', 'annex-a/annex-a-2016-12-31.xlsx']),
    )
    const other = await extracts('other', ['--seed', '2'], here)
    const without = await extracts('without', ['--without-problems'], here)
    const told = ['ssd/ssd_address.csv', 'own/child_in_need_visit.csv', 'own/management_oversight.csv']
    for (const name of told) {
      expect(one[name]?.length, name).toBeGreaterThan(10_000)
      expect(signs(other)[name], name).not.toBe(signs(one)[name])
      expect(signs(without)[name], name).not.toBe(signs(one)[name])
    }
    // One of the planted problems: managers who write that they agree, and no more.
    const agreed = (files: Record<string, string>): number =>
      files['own/management_oversight.csv']?.match(/,"?Agreed\.(?=[",\r\n])/g)?.length ?? 0
    expect(agreed(one)).toBeGreaterThan(20)
    expect(agreed(without)).toBeLessThan(agreed(one) / 4)
    expect(readdirSync(folder)).not.toContain('never')
  })
})
