import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './project-files.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
const direct = { ...manifest.dependencies, ...manifest.devDependencies }

test('every package is asked for in one exact version', () => {
  const loose = Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  expect(loose, 'Install with --save-exact.').toEqual([])
})

test('the lock names no registry, so that each council’s own serves as well', () => {
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> }
  const resolved = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)
  expect(resolved, '.npmrc keeps addresses out of the lock (omit-lockfile-registry-resolved).').toEqual([])
  expect(read('package-lock.json')).not.toMatch(/https?:\/\/[^"]*\.tgz/)
})

test('docs/dependencies.md has a row for every package asked for, and for no other', () => {
  const rows = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map((row) => row[1])
  expect(rows.toSorted()).toEqual(Object.keys(direct).toSorted())
})
