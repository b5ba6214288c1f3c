// Runs src/cli.ts under Node 24: what bin/goldthread becomes, and the way in on Windows (node bin\run.mjs …).
// The words after it, the folder it is called from, its input and output, and its exit code are those of the program.

import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { prepareOrStop, root } from './setup.mjs'

/**
 * Runs the terminal program. Where Node can (24, not on Windows) this process becomes the program; else the program runs beneath it.
 * @param {string} node path of Node 24
 * @param {string[]} words the command line
 * @param {{ endsWithItsCaller?: boolean }} options whether the program is to stop when what called it is gone: npm passes a signal
 *   on to its shell, the shell dies of it, and without this a server would stay behind.
 */
export function runGoldthread(node, words, { endsWithItsCaller = false } = {}) {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const args = ['--import', loader, join(root, 'src', 'cli.ts'), ...words]
  const env = {
    ...process.env,
    // tsx looks for tsconfig.json where it is called, which need not be here.
    TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled'),
  }
  if (process.execve && !endsWithItsCaller && process.platform !== 'win32') {
    process.removeAllListeners('warning') // execve is marked experimental, which is nothing to the person at the terminal.
    process.execve(node, [node, ...args], env)
  }
  const program = spawn(node, args, { stdio: 'inherit', env })
  // A terminal sends Ctrl-C to the whole group, so the program has it already; a signal sent to this process alone is passed on.
  process.on('SIGINT', () => process.stdin.isTTY || program.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => program.kill(signal))
  if (endsWithItsCaller) {
    const caller = process.ppid
    setInterval(() => process.ppid === caller || program.kill('SIGTERM'), 500).unref()
  }
  program.on('error', (error) => {
    process.stderr.write(`Goldthread could not be started with ${node}: ${error.message}\n`)
    process.exit(1)
  })
  program.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  runGoldthread(await prepareOrStop({ quiet: true }), process.argv.slice(2))
