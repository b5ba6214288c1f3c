import { defineConfig } from 'vitest/config'

/** What `npm test -- quick` leaves out: all that needs a browser, a database server or a heavy load. */
const slow = ['test/!(checks)/**', '**/*.{browser,server,load}.test.{ts,tsx}']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...(process.env['GOLDTHREAD_QUICK'] === '1' ? slow : [])],
    globalSetup: ['test/support/for-all-tests.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    allowOnly: false,
  },
})
