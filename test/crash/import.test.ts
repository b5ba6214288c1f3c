import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test, onTestFinished } from 'vitest'
import { openDatabase, type Place } from '../../src/engine/records/open.ts'
import { model } from '../../src/model.ts'
import { csv } from '../support/ssd-files.ts'
import { serverForTests } from '../support/postgres.ts'
import { acting, freshPlace, type Where } from '../support/two-databases.ts'

/**
 * The program is killed (kill -9, as a power cut or an impatient hand would) at moments of its import that nobody chose. Whenever that
 * was, all of the import is there or none of it, and the next one works.
 */

const root = join(import.meta.dirname, '..', '..')
const children = 1500
const tries = 12

/** An extract in which every row says which telling it is of, so that a mixture of two would show. */
function writeTelling(folder: string, telling: number): void {
  mkdirSync(folder, { recursive: true })
  const numbers = Array.from({ length: children }, (_, place) => place)
  const people = numbers.map((place) => ({ pers_person_id: `C${place}`, pers_forename: `Telling${telling}`, pers_surname: `Number ${place}`, pers_dob: '2008-05-01' }))
  const visits = numbers.flatMap((place) =>
    [1, 2, 3].map((visit) => ({ cinv_cin_visit_id: `V${place}-${visit}`, cinv_person_id: `C${place}`, cinv_cin_visit_date: `2015-0${visit}-${String(1 + (telling % 28)).padStart(2, '0')}`, cinv_cin_visit_seen: 'Y' })),
  )
  writeFileSync(join(folder, 'ssd_person.csv'), csv(people))
  writeFileSync(join(folder, 'ssd_cin_visits.csv'), csv(visits))
}

interface Program {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  said(): string
}

function startImport(place: Place, files: string): Program {
  const env: NodeJS.ProcessEnv = { ...process.env, GOLDTHREAD_DATA: place.folder, GOLDTHREAD_TODAY: '2016-03-01' }
  delete env['DATABASE_URL']
  if (place.url) env['DATABASE_URL'] = place.url
  const child = spawn(join(root, 'bin', 'goldthread'), ['import', files, '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
  return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve(code))), said: () => said }
}

/** What is there: which telling people and visits are of, and how many imports have been finished and how many only begun. */
async function whatIsThere(place: Place): Promise<{ tellings: string[]; days: number[]; people: number; visits: number; imports: number; unfinished: number }> {
  const database = await openDatabase(place, model)
  try {
    // A server may not have noticed yet that the program is gone: an import holds this lock to its end.
    await database.driver.transaction('owner', 'estuary', (tx) => tx.run('select pg_advisory_xact_lock(715401)'))
    return await database.transaction(acting('reads'), async (tx) => {
      const one = async <T>(sql: string): Promise<T> => (await tx.query<{ found: T }>(sql))[0]?.found as T
      return {
        tellings: await one<string[]>(`select coalesce(array_agg(distinct forename), '{}') as found from person`),
        days: await one<number[]>(`select coalesce(array_agg(distinct extract(day from visited_on)::int), '{}') as found from child_in_need_visit`),
        people: await one(`select count(*) as found from person`),
        visits: await one(`select count(*) as found from child_in_need_visit where withdrawn_at is null`),
        imports: await one(`select count(*) as found from import`),
        unfinished: await one(`select count(*) as found from import where finished_at is null`),
      }
    })
  } finally {
    await database.close()
  }
}

describe.each<[Where]>([['embedded'], ['server']])('an import into a database (%s) that is killed', (where) => {
  test.skipIf(where === 'server' && serverForTests() === null)(
    `at ${tries} moments leaves all of it or none of it, and the next works`,
    async () => {
      const { place, remove } = await freshPlace(where)
      const folder = mkdtempSync(join(tmpdir(), 'goldthread-crash-'))
      onTestFinished(async () => {
        rmSync(folder, { recursive: true, force: true })
        await remove()
      })
      const tellingAt = (telling: number): string => {
        const files = join(folder, `telling-${telling}`)
        writeTelling(files, telling)
        return files
      }

      // Two that are left alone: the second, which changes every row, tells how long an import takes here.
      for (const telling of [0, 1]) {
        const whole = startImport(place, tellingAt(telling))
        expect(await whole.ended, whole.said()).toBe(0)
      }
      const began = performance.now()
      const whole = startImport(place, tellingAt(2))
      expect(await whole.ended, whole.said()).toBe(0)
      const takes = performance.now() - began

      let held = 2
      let finished = 3
      const outcomes: string[] = []
      for (let attempt = 0; attempt < tries; attempt++) {
        const telling = 3 + attempt
        const program = startImport(place, tellingAt(telling))
        // From the first opening of the database until a little after the usual end, a part of the time for each attempt and chance within it.
        await pause(takes * (0.25 + (0.8 * (attempt + Math.random())) / tries))
        program.child.kill('SIGKILL')
        const code = await program.ended
        const there = await whatIsThere(place)
        const kept = there.imports > finished
        outcomes.push(kept ? 'all' : 'none')
        if (kept) held = telling
        finished = there.imports
        expect(there, `attempt ${attempt}, which ended with ${code}: ${program.said()}`).toEqual({
          tellings: [`Telling${held}`],
          days: [1 + (held % 28)],
          people: children,
          visits: children * 3,
          imports: finished,
          unfinished: 0,
        })
      }
      // Were none killed in the middle, nothing was tried.
      expect(outcomes.filter((outcome) => outcome === 'none').length, outcomes.join(', ')).toBeGreaterThan(2)

      const last = startImport(place, tellingAt(20))
      expect(await last.ended, last.said()).toBe(0)
      expect(await whatIsThere(place)).toMatchObject({ tellings: ['Telling20'], days: [21], people: children, visits: children * 3 })
    },
    240_000,
  )
})
