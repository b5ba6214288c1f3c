import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { mayByRole, permissions } from '../../src/authority/permissions.ts'
import { settings } from '../../src/authority/settings.ts'
import { clocksDocument, clocksPath } from '../../src/commands/clock-docs.ts'
import { dataDictionary, dictionaryPath, headingAnchor } from '../../src/commands/docs.ts'
import { measuresDocument, measuresPath } from '../../src/commands/measure-docs.ts'
import { programOf } from '../../src/commands/run.ts'
import { openDatabase } from '../../src/engine/records/open.ts'
import { model } from '../../src/model.ts'
import { bringInFiles } from '../../src/returns/bring-in.ts'
import { sources } from '../../src/returns/sources.ts'
import { projectFiles, root } from './project-files.ts'

// The documents held to the code. Where a test fails, its message says which of the two to mend.

const documents = [
  ...projectFiles('docs'),
  ...['README.md', 'CHANGELOG.md'].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
].filter(({ path }) => path.endsWith('.md'))
const textOf = (path: string): string => documents.find((each) => each.path === path)?.text ?? ''

test('the data dictionary is what the record kinds say', async () => {
  const made = await dataDictionary()
  expect(textOf(dictionaryPath) === made, `${dictionaryPath} is not what the record kinds say. Run: bin/goldthread docs`).toBe(true)
})

test('docs/clocks.md is what the clocks say', () => {
  expect(textOf(clocksPath) === clocksDocument(), `${clocksPath} is not what the clocks say. Run: bin/goldthread docs`).toBe(true)
})

test('docs/measures.md is what the measures say', () => {
  expect(textOf(measuresPath) === measuresDocument(), `${measuresPath} is not what the measures say. Run: bin/goldthread docs`).toBe(true)
})

describe('commands', () => {
  const program = programOf(() => undefined)
  const named = documents.flatMap(({ path, text }) => commandsIn(text).map((words) => ({ path, words, found: commandOf(program, words) })))

  test('there are commands to look at', () => expect(named.length).toBeGreaterThan(15))

  test('every command of the program stands in a document, written out: bin/goldthread …', () => {
    const told = new Set(named.map(({ found }) => found.name))
    expect(leavesOf(program).filter((name) => !told.has(name))).toEqual([])
  })

  test('every command that a document names is one of the program, with options it has', () => {
    const wrong = named
      .filter(({ found }) => found.wrong !== null)
      .map(({ path, words, found }) => `${path}: bin/goldthread ${words.join(' ')}: ${found.wrong}`)
    expect(wrong).toEqual([])
  })

  test.each([
    ['find 22/01/2001', null],
    ['--json people end ana', null],
    ['serve --port 4000 --demo', null],
    ['help', null],
    ['lookup x', 'there is no command lookup'],
    ['people rename x', 'there is no command people rename'],
    ['find --fast x', 'there is no option --fast'],
  ])('bin/goldthread %s: %s', (line, wrong) => expect(commandOf(program, line.split(' ')).wrong).toBe(wrong))
})

describe('links and paths', () => {
  test('every link of a document leads to a file, and to a heading of it', () => {
    const broken = documents.flatMap(({ path, text }) =>
      [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, address = '']) => address)
        .filter((address) => !/^https?:/.test(address))
        .filter((address) => {
          const [file = '', heading] = address.split('#')
          const to = file === '' ? path : join(dirname(path), file)
          if (!existsSync(join(root, to))) return true
          return heading !== undefined && !anchorsOf(readFileSync(join(root, to), 'utf8')).includes(heading)
        })
        .map((address) => `${path}: ${address}`),
    )
    expect(broken).toEqual([])
  })

  test('no two headings of a page share an address', () => {
    const twice = documents.flatMap(({ path, text }) => {
      const anchors = anchorsOf(text)
      return anchors.filter((anchor, at) => anchors.indexOf(anchor) !== at).map((anchor) => `${path}#${anchor}`)
    })
    expect(twice).toEqual([])
  })

  test('every file or folder of the project that a document names is there', () => {
    const ours = /^(?:\.?\/)?((?:src|docs|bin|demo|bench|test|public|\.ci)\/[\w./-]*|[\w.-]+\.(?:json|cjs|js|md))$/
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const packages = new Set(Object.keys({ ...dependencies, ...devDependencies }))
    const absent = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/`([^`\n]+)`/g)]
        .flatMap(([, said = '']) => ours.exec(said)?.[1] ?? [])
        // Some packages are named like a file: ical.js.
        .filter((named) => !existsSync(join(root, named)) && !packages.has(named))
        .map((named) => `${path}: ${named}`),
    )
    expect(absent).toEqual([])
  })

  test('docs/architecture.md draws every room', () => {
    const [picture = ''] = /## Rooms\n\n([\s\S]*?)\n\n[^ ]/.exec(textOf('docs/architecture.md')) ?? []
    const folders = [...new Set(projectFiles('src').flatMap(({ path }) => roomsIn(path)))]
    expect(folders.filter((name) => !picture.includes(` ${name}/`))).toEqual([])
    const drawn = [...picture.matchAll(/ ([a-z0-9-]+)\//g)].map(([, name = '']) => name)
    const ofDemo = projectFiles('demo').map(({ path }) => path.split('/')[1] ?? '')
    const everywhere = new Set([...folders, ...ofDemo, 'src', 'demo', 'bench', 'test'])
    expect(drawn.filter((name) => !everywhere.has(name))).toEqual([])
  })
})

describe('tables that stand in documents and in code', () => {
  test('docs/security.md says what each role may do, as src/authority/permissions.ts does', () => {
    const all = Object.keys(permissions) as (keyof typeof permissions)[]
    const rows = Object.entries(mayByRole).map(([role, may]) => [role, ...all.map((each) => (may.includes(each) ? 'yes' : ''))])
    expect(textOf('docs/security.md')).toContain(table(['Role', ...all.map((each) => permissions[each])], rows))
  })

  test('docs/operations.md lists the settings, as src/authority/settings.ts does', () => {
    expect(textOf('docs/operations.md')).toContain(
      table(
        ['Setting', 'What it is'],
        Object.entries(settings).map(([name, words]) => [`\`${name}\``, words]),
      ),
    )
  })

  test('docs/architecture.md gives the ranks of the sources, as src/returns/sources.ts does', () => {
    const [, ranks = ''] = /## Sources and ranks\n([\s\S]*?)\n## /.exec(textOf('docs/architecture.md')) ?? []
    const rows = [...ranks.matchAll(/^\| (\d+) \| (.*) \|$/gm)].map(([, rank, words = '']) => ({ rank: Number(rank), words }))
    expect(rows.map(({ rank }) => rank)).toEqual(sources.map(({ rank }) => rank))
    for (const [at, { name }] of sources.entries()) expect(rows[at]?.words).toContain(name)
  })

  test('docs/operations.md lists every environment variable that is read, and no other', () => {
    // What the machine or npm sets for itself.
    const theirs = new Set(['PATH', 'npm_execpath'])
    const code = [
      ...['src', 'bin', 'demo', 'bench', 'test', '.ci'].flatMap((folder) => projectFiles(folder)),
      ...projectFiles().filter(({ path }) => path === 'vitest.config.ts'),
    ]
    const read = new Set(
      code
        .filter(({ path }) => path !== 'test/checks/docs.test.ts')
        .flatMap(({ text }) => environmentRead(text))
        .filter((name) => !theirs.has(name)),
    )
    const told = [...textOf('docs/operations.md').matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|/gm)].map(([, name = '']) => name)
    expect(told.toSorted()).toEqual([...read].sort())
  })

  test('an environment variable is found however it is read', () => {
    expect(environmentRead(`process.env.ONE ?? process.env['TWO']; const { THREE: three, FOUR } = process.env`)).toEqual([
      'ONE',
      'TWO',
      'THREE',
      'FOUR',
    ])
  })
})

test('every decision has its four parts, a number of its own, and a line in the list', () => {
  const decisions = documents.filter(({ path }) => /^docs\/decisions\/\d/.test(path)).sort((a, b) => (a.path < b.path ? -1 : 1))
  expect(decisions.length).toBeGreaterThan(0)
  for (const [at, { path, text }] of decisions.entries()) {
    const number = String(at + 1).padStart(4, '0')
    expect(path).toMatch(new RegExp(`^docs/decisions/${number}-`))
    expect(text).toMatch(new RegExp(`^# ${number} .*\\((accepted|succeeded by \\d{4})\\)\\n`))
    for (const part of ['Faced', 'Chosen', 'Costs', 'We would look again if']) expect(text, path).toContain(`\n**${part}:** `)
    expect(textOf('docs/decisions/README.md')).toContain(`](${path.replace('docs/decisions/', '')})`)
  }
})

// It makes a database, which the quick run does without.
test.skipIf(process.env['GOLDTHREAD_QUICK'] === '1')(
  'the refusals that docs/importing.md shows are the ones an import gives',
  { timeout: 180_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'goldthread-docs-'))
    const database = await openDatabase({ folder: join(folder, 'data'), schema: 'docs' }, model)
    try {
      const files = join(folder, 'person.csv')
      writeFileSync(files, 'pers_person_id,pers_forename,pers_surname,pers_dob\n171965,Jade,Wickham,22/01/2001\n')
      const missing = join(folder, 'missing.csv')
      writeFileSync(missing, `${dirtyRows.join('\n')}\n`)
      const { files: results } = await bringInFiles(database, { actor: 'a test', keys: ['staff', 'files'] }, [files, missing], '2016-03-03')
      const said = results.flatMap(({ path, refused }) =>
        refused.map(
          ({ line, field, found, allowed, why }) =>
            `${path}, line ${line}${field ? `, ${field}` : ''}: ${why} Found: ${found}. Allowed: ${allowed}.`,
        ),
      )
      const [, shown = ''] = /These are the words:\n\n((?: {4}.*\n)+)/.exec(textOf('docs/importing.md')) ?? []
      const examples = shown
        .replace(/\n {6}/g, ' ')
        .trim()
        .split(/\n {4}/)
      expect(examples).toHaveLength(6)
      expect(examples.map((each) => each.trim()).filter((each) => !said.includes(each))).toEqual([])
    } finally {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

const dirtyRows = [
  'miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,miss_missing_episode_end_date',
  'M901,171965,14/02/2016 21:15,M,31/02/2016',
  'M902,999999,14/02/2016,M,',
  'M903,171965,14/02/2061,M,',
  'M904,171965,14/02/2016,Q,',
  'M905,171965,14/02/2016,M,12/02/2016',
  'M906,171965,01/02/2016,M,02/02/2016',
  'M907,171965,01/01/2016,M,02/01/2016',
  'M907,171965,01/01/2016,M,03/01/2016',
]

/** The words after bin/goldthread, in code written inline or as a block; what stands apart to the right of a line in a block explains it. */
function commandsIn(text: string): string[][] {
  const inline = [...text.matchAll(/`bin\/goldthread ([^`\n]+)`/g)].map(([, words = '']) => words)
  const blocks = [...text.matchAll(/^ {4,}bin\/goldthread (.+)$/gm)].map(([, words = '']) => words.split(/ {3,}/)[0] ?? '')
  return [...inline, ...blocks].map((words) => (words.match(/"[^"]*"|\S+/g) ?? []).filter((word) => word !== '…'))
}

interface Found {
  /** 'people add'. */
  readonly name: string
  readonly wrong: string | null
}

/** Which command the words name. An option takes the word after it where it is declared to. */
function commandOf(program: Command, words: readonly string[]): Found {
  let command = program
  const path: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const name = [...path, word].join(' ')
    if (word.startsWith('--')) {
      const option = [...command.options, ...program.options].find(({ long }) => long === word)
      if (option === undefined) return { name: path.join(' '), wrong: `there is no option ${word}` }
      if (option.required) at++
      continue
    }
    if (command.commands.length === 0) continue
    const next = command.commands.find((each) => each.name() === word)
    if (next === undefined) return { name, wrong: name === 'help' ? null : `there is no command ${name}` }
    command = next
    path.push(word)
  }
  return { name: path.join(' '), wrong: null }
}

function leavesOf(command: Command, path: readonly string[] = []): string[] {
  return command.commands.flatMap((each) => {
    const name = [...path, each.name()]
    return each.commands.length === 0 ? [name.join(' ')] : leavesOf(each, name)
  })
}

/** The rooms on the way to a file: src/practice/missing/records.ts lies in practice, and there in missing. */
const roomsIn = (path: string): string[] =>
  /^src\/(?:(engine|practice|returns)\/)?(?:([a-z0-9-]+)\/)?/.exec(path)?.slice(1).filter(Boolean) ?? []

const withoutCode = (text: string): string => text.replace(/^ {4}.*$/gm, '').replace(/`[^`\n]*`/g, '')

const anchorsOf = (text: string): string[] => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => headingAnchor(heading))

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')

/** Names of the environment variables that a text of code reads. */
function environmentRead(text: string): string[] {
  const named = [...text.matchAll(/process\.env(?:\.(\w+)|\['(\w+)'\])/g)].map(([, dotted, quoted]) => dotted ?? quoted ?? '')
  const takenApart = [...text.matchAll(/\{([^{}]*)\}\s*=\s*process\.env\b/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => (name.split(':')[0] ?? '').trim()),
  )
  return [...named, ...takenApart].filter((name) => /^\w+$/.test(name))
}
