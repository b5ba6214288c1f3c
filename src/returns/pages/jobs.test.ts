import { expect, test } from 'vitest'
import { importJobs, type Work } from './jobs.ts'

/** An import that goes on when the test says so. */
function work(changed: Partial<Work> = {}) {
  let finish: (made: string) => void = () => undefined
  let fail: (failure: Error) => void = () => undefined
  let say: (words: string) => void = () => undefined
  const cleared: string[] = []
  const ended = new Promise<string>((done, failed) => ([finish, fail] = [done, failed]))
  const given: Work = {
    by: 'Imran Castellan',
    files: ['ssd_person.csv'],
    of: 1,
    bringIn: (progress) => {
      say = progress
      return ended
    },
    cleared: async () => void cleared.push('files'),
    ...changed,
  }
  return {
    given,
    finish: (made: string) => finish(made),
    fail: (failure: Error) => fail(failure),
    say: (words: string) => say(words),
    cleared,
  }
}

const aMoment = () => new Promise((done) => setTimeout(done, 5))

test('an import goes on after it was started, says what it does, and is done', async () => {
  const jobs = importJobs()
  const { given, finish, say, cleared } = work({ of: 2 })
  const { id } = jobs.start(given)
  await aMoment()
  expect(jobs.find(id)).toMatchObject({ state: 'running', words: 'Looking at the files', begun: 0, of: 2 })
  say('Reading ssd_person.csv')
  say('Reading ssd_person.csv: 4,000 rows')
  expect(jobs.find(id)).toMatchObject({ words: 'Reading ssd_person.csv: 4,000 rows', begun: 1 })
  expect(jobs.isBusy()).toBe(true)
  expect(cleared).toEqual([])
  finish('import-1')
  await jobs.idle()
  expect(jobs.find(id)).toMatchObject({ state: 'done', import: 'import-1' })
  expect(jobs.isBusy()).toBe(false)
  expect(cleared).toEqual(['files'])
})

test('a second import waits for the first, and runs though the first failed', async () => {
  const jobs = importJobs({ report: () => undefined })
  const [one, other] = [work(), work()]
  const first = jobs.start(one.given)
  const second = jobs.start(other.given)
  await aMoment()
  expect(jobs.find(second.id)).toMatchObject({ state: 'waiting', words: 'Waiting for another import to finish' })
  one.fail(new Error('the disk is full'))
  await aMoment()
  expect(jobs.find(first.id)).toMatchObject({ state: 'failed' })
  expect(jobs.find(second.id)).toMatchObject({ state: 'running' })
  other.finish('import-2')
  await jobs.idle()
  expect(jobs.open().map(({ id }) => id)).toEqual([first.id])
})

test('a failure keeps a number and tells nothing of what was in the files', async () => {
  const lines: string[] = []
  const jobs = importJobs({ report: (line) => void lines.push(line) })
  const { given, fail, cleared } = work()
  const { id } = jobs.start(given)
  await aMoment()
  fail(new Error('duplicate key (forename)=(Maisie)'))
  await jobs.idle()
  const { reference } = jobs.find(id) ?? {}
  expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(lines.join()).toContain(reference)
  expect(lines.join()).not.toContain('Maisie')
  expect(cleared).toEqual(['files'])
})

test('an import that this server does not know is not found', () => {
  expect(importJobs().find('4b1b7c1c-0000-4000-8000-000000000000')).toBeNull()
})
