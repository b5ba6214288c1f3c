import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { command, goldthread } from '../support/program.ts'
import { empty, readyPlace } from '../support/ready-databases.ts'
import { csv, folderOf } from '../support/ssd-files.ts'

/** Our own tables at the terminal, as an analyst uses them: from the template to the file, and from the file to the export. */

/** Of commands that need no data. */
const run = (...words: string[]) => command({ folder: '' }, ...words)

describe('template', () => {
  test('without a kind lists every file; with one, by its table or its name, prints the line that names the columns', async () => {
    const all = await run('template')
    expect(all.out).toMatch(/^missing_episode\.csv +Missing episodes +ssd_missing$/m)
    expect(all.out).toMatch(/^period_of_care\.csv +Periods of care *$/m)
    for (const wanted of ['family_membership', 'Family membership', 'family_membership.csv'])
      expect(await run('template', wanted)).toMatchObject({ code: 0, out: 'family_membership_id,person_id,family_id\n' })
  })

  test('explains each column, to people and as JSON', async () => {
    const { out } = await run('template', 'missing_episode', '--explain')
    expect(out).toMatch(
      /^type +Missing or away +for a new record, may be blank +one code of the list\. M = Missing, whereabouts not known; A = /m,
    )
    const told = JSON.parse((await run('--json', 'template', 'missing_episode')).out) as {
      file: string
      columns: { column: string }[]
    }
    expect(told).toMatchObject({ file: 'missing_episode.csv', ssd: 'ssd_missing' })
    expect(told.columns[0]).toMatchObject({ column: 'missing_episode_id', needed: 'always' })
  })

  test('of what is no kind of record is answered with a sentence', async () => {
    expect(await run('template', 'account')).toEqual({
      code: 1,
      out: '',
      said: 'There is no kind of record “account”. `bin/goldthread template` lists them all.\n',
    })
  })
})

test('what came in as our own table goes out as it, and what the dataset has does not', async () => {
  const files = folderOf({
    'person.csv': csv([{ pers_person_id: '1', pers_forename: 'Teal', pers_surname: 'Reed', pers_dob: '2008-05-01' }]),
    'ssd_cin_assessments.csv': csv([{ cina_assessment_id: 'S1', cina_person_id: '1', cina_assessment_start_date: '2015-03-02' }]),
    'mine.csv': csv([{ assessment_id: 'S1', internal_review_on: '20/03/2015' }]),
  })
  const { place, remove } = await readyPlace('embedded', empty())
  onTestFinished(remove)
  const brought = await goldthread(place.folder, '--today', '2016-03-01', 'import', files)
  expect(brought.out).toMatch(/^mine\.csv +Goldthread CSV +Assessment +0 +1 +0 +0 +0$/m)
  const out = join(folderOf({}), 'out')
  expect(await command(place, 'export', 'own', out)).toMatchObject({ code: 0 })
  expect(readFileSync(join(out, 'assessment.csv'), 'utf8')).toMatch(
    /^\uFEFFassessment_id,person_id,.*internal_review_on.*\r\nS1,1,.*2015-03-20.*\r\n$/,
  )
  expect(() => readFileSync(join(out, 'disability.csv'))).toThrow('ENOENT')
  expect((await command(place, 'export', 'everything', out)).said).toBe(
    `“everything” cannot be exported: write \`bin/goldthread export ssd ${out}\` or \`bin/goldthread export own ${out}\`.\n`,
  )
}, 120_000)
