import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What `npm test -- quick` leaves out: all that needs a browser, a database server or a heavy load. */
const slow = ['test/!(checks)/**', '**/*.{browser,server,load}.test.{ts,tsx}']

/** What takes longest, in order; and two beside one another do not wait for the same database to be made. */
const longest = [
  'test/journeys/write-records',
  'test/journeys/digest',
  'test/demo/published-figures',
  'test/database/figures',
  'test/crash/',
  'test/commands/demo',
  'test/journeys/',
  'test/demo/',
  'test/database/due-dates',
  'test/routes/',
  'test/database/own-round-trip',
  'demo/estuary/extracts/',
  'test/commands/',
  'test/hostile/',
  'test/database/',
  'test/',
  'demo/small-authority/own/',
  'src/engine/records/',
]

/** Begins with what takes longest, so that both workers end together; without it a machine that has never run them would not know. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((path) => moduleId.includes(`/${path}`))
      if (found >= 0) return found
      return /\.(browser|server|load)\.test\./.test(moduleId) ? longest.length : longest.length + 1
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...(process.env['GOLDTHREAD_QUICK'] === '1' ? slow : [])],
    globalSetup: ['test/support/for-all-tests.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    allowOnly: false,
  },
})
