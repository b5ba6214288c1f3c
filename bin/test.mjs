// `npm test`: installs what is missing, then every check and every test, each announced, and at the end what came of them.
//
//   npm test                    everything
//   npm test -- quick           without what needs a browser, a database server or a heavy load
//   npm test -- find            only the tests whose file has "find" in its path; all words go on to vitest
//
// With GOLDTHREAD_ALL=1 (as .ci/run sets it) leaving anything out for want of a program is a failure.
// The last line is always: N passed, N failed, N skipped

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { prepareOrStop, root } from './setup.mjs'

const words = process.argv.slice(2)
const quick = words[0] === 'quick'
const filter = quick ? words.slice(1) : words
const all = process.env.GOLDTHREAD_ALL === '1'

const say = (line = '') => process.stdout.write(`${line}\n`)
const bold = (text) => (process.stdout.isTTY ? `\x1b[1m${text}\x1b[0m` : text)
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

const count = { passed: 0, failed: 0, skipped: 0 }
const began = Date.now()
const outcomes = []
const leftOut = []

const node = await prepareOrStop({ say })
const module = (path) => join(root, 'node_modules', path)
const cache = (name) => join('node_modules', '.cache', name)

if (filter.length === 0) {
  // Lint takes as long as all the others together, so it runs beside them, and is told of when they are done.
  const lint = heard(...checks().find(([name]) => name === 'Lint'))
  for (const [name, args] of checks()) if (name !== 'Lint') await check(name, args)
  await tests('Own checks', ['test/checks'])
  await lint()
}
if (quick) leftOut.push('what needs a browser, a database server or a heavy load: this is the quick run')
else lookForPrograms()
await tests(filter.length === 0 ? 'Tests' : `Tests of ${filter.join(' ')}`, filter.length === 0 ? ['--exclude', 'test/checks/**'] : filter)
summary()
process.exitCode = count.failed > 0 ? 1 : 0

/** The checks that are not tests: a name, and what Node is to run for it. Each counts as one. */
function checks() {
  // Ways in: something other than an import calls what they export.
  const waysIn = ['src/cli.ts', 'vitest.config.ts', 'bench/', 'test/support/for-all-tests.ts'].join(';')
  const deadCode = ['--searchNamespaces', '--allowUnusedTypes', '--showLineNumber', `--excludePathsFromReport=${waysIn}`]
  return [
    [
      'Format',
      [module('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '--cache', '--cache-location', cache('prettier'), '.'],
    ],
    ['Lint', [module('eslint/bin/eslint.js'), '--max-warnings', '0', '.']],
    ['Types', [module('typescript/bin/tsc'), '-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', cache('types.tsbuildinfo')]],
    [
      'Arrows',
      [
        module('dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'err-long',
        ...folders(),
      ],
    ],
    ['Dead code', [module('ts-unused-exports/bin/ts-unused-exports'), 'tsconfig.json', ...deadCode]],
  ]
}

function folders() {
  return ['src', 'demo', 'bench', 'test', 'bin'].filter((folder) => existsSync(join(root, folder)))
}

async function check(name, args) {
  const since = Date.now()
  say(`\n${bold(`== ${name}`)}`)
  const passed = (await run(args)) === 0
  count[passed ? 'passed' : 'failed'] += 1
  concluded(name, passed, since)
}

/** Begins a check, keeping what it says. Gives what waits for its end and tells of it. */
function heard(name, args) {
  const since = Date.now()
  const pieces = []
  const ended = run(args, (piece) => pieces.push(piece)).then((code) => ({ code, took: seconds(since) }))
  return async () => {
    const { code, took } = await ended
    say(`\n${bold(`== ${name}`)}`)
    process.stdout.write(Buffer.concat(pieces))
    count[code === 0 ? 'passed' : 'failed'] += 1
    concluded(name, code === 0, since, '', took)
  }
}

/** Runs vitest with these words, and adds its count to ours. A run that ends without a count is one failure. */
async function tests(name, args) {
  const since = Date.now()
  say(`\n${bold(`== ${name}`)}`)
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-tests-'))
  const report = join(folder, 'report.json')
  const code = await run([
    module('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ])
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  rmSync(folder, { recursive: true, force: true })
  if (found === null) say(`${name} ended with ${code} and without a report.`)
  const results = (found?.testResults ?? []).flatMap((file) =>
    file.assertionResults.map((one) => ({ ...one, file: relative(root, file.name) })),
  )
  const having = (...states) => results.filter((one) => states.includes(one.status))
  const failed = having('failed').length
  count.passed += having('passed').length
  // A file that breaks before its first test, or an error outside any test, fails without a test that failed.
  count.failed += code !== 0 && failed === 0 ? 1 : failed
  const skipped = having('skipped', 'pending', 'todo', 'disabled')
  count.skipped += skipped.length
  if (skipped.length > 0) leftOut.push(...byFile(skipped))
  concluded(name, code === 0 && found !== null, since, `${having('passed').length} of ${results.length} tests passed`)
}

function byFile(skipped) {
  return [...new Set(skipped.map((one) => one.file))].map((file) => {
    const these = skipped.filter((one) => one.file === file)
    return `${these.length} in ${file}: ${[...these[0].ancestorTitles, these[0].title].join(', ')}${these.length > 1 ? ', …' : ''}`
  })
}

function concluded(name, passed, since, remark = '', took = seconds(since)) {
  outcomes.push({ name, passed, took, remark })
  say(`== ${name}: ${passed ? 'in order' : 'NOT in order'} (${[remark, took].filter(Boolean).join(', ')})`)
}

/** Says aloud which programs are not here, what is left out for it and how to have it. */
function lookForPrograms() {
  const onPath = (...names) =>
    (process.env.PATH ?? '').split(delimiter).some((folder) => names.some((name) => existsSync(join(folder, name))))
  const chromium = process.env.CHROMIUM
    ? existsSync(process.env.CHROMIUM)
    : onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ||
      ['/usr/bin/chromium', '/Applications/Google Chrome.app', '/Applications/Chromium.app'].some((path) => existsSync(path))
  const debian = '/usr/lib/postgresql'
  const postgres =
    Boolean(process.env.DATABASE_URL_FOR_TESTS) ||
    onPath('initdb') ||
    (existsSync(debian) && readdirSync(debian).some((version) => existsSync(join(debian, version, 'bin', 'initdb'))))
  if (!chromium)
    missing('in a real browser', 'Chromium is not installed', 'apt-get install chromium, or name another with CHROMIUM=/path/to/chrome')
  if (!postgres)
    missing(
      'on a PostgreSQL server',
      'PostgreSQL is not installed',
      'apt-get install postgresql, or name a server with DATABASE_URL_FOR_TESTS=postgres://…',
    )
}

function missing(what, why, remedy) {
  const sentence = `tests ${what}: ${why}. To have them: ${remedy}`
  say(`\nLeft out: ${sentence}`)
  leftOut.push(sentence)
  if (!all) return
  count.failed += 1
  outcomes.push({ name: why, passed: false, took: '0 s', remark: 'everything was asked for (GOLDTHREAD_ALL=1)' })
}

function summary() {
  say(`\n${bold('== Summary')}`)
  for (const { name, passed, took, remark } of outcomes)
    say(`${passed ? '  ok    ' : '  FAILED'}  ${name} (${[remark, took].filter(Boolean).join(', ')})`)
  if (leftOut.length > 0) say('Left out:')
  for (const line of leftOut) say(`  - ${line}`)
  say(`Took ${seconds(began)}.`)
  say(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
}

/**
 * Runs Node 24 with these words in the project's folder; gives the exit code. Node 24 also stands first on the PATH of what it starts.
 * What it says goes to the terminal, or to `hears` where that is given.
 */
function run(args, hears = null) {
  const env = {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    ...(quick ? { GOLDTHREAD_QUICK: '1' } : {}),
  }
  return new Promise((resolve) => {
    const said = hears === null ? 'inherit' : 'pipe'
    const program = spawn(node, args, { cwd: root, stdio: ['ignore', said, said], env })
    for (const stream of hears === null ? [] : [program.stdout, program.stderr]) stream.on('data', hears)
    const stop = () => program.kill('SIGTERM')
    process.once('SIGTERM', stop)
    program.on('error', (error) => {
      say(error.message)
      resolve(1)
    })
    program.on('close', (code, signal) => {
      process.removeListener('SIGTERM', stop)
      resolve(code ?? signal)
    })
  })
}
