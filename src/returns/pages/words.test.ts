import { expect, test } from 'vitest'
import { filesInWords, outcomeOf, takenBackInWords } from './words.ts'

const nothing = { takenBackAt: null, refusedFiles: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, refused: 0 }

test.each([
  [{ added: 41, refused: 14 }, 'Brought in, except 14 rows'],
  [{ changed: 1, refused: 1, refusedFiles: 2 }, 'Brought in, except 1 row and 2 files'],
  [{ withdrawn: 1 }, 'Brought in'],
  [{ unchanged: 52_405 }, 'Nothing new'],
  [{ unchanged: 8, refused: 1_204 }, 'Nothing new, and 1,204 rows refused'],
  [{ refusedFiles: 1 }, 'Nothing could be brought in'],
  [{ added: 41, takenBackAt: '2016-03-03T10:00:00Z' }, 'Taken back'],
])('an import of %j is spoken of as “%s”', (numbers, words) => {
  expect(outcomeOf({ ...nothing, ...numbers })).toBe(words)
})

test('several files are said by the first of them', () => {
  expect([filesInWords('ssd_person.csv', 1), filesInWords('ssd_person.csv', 1_001)]).toEqual([
    'ssd_person.csv',
    'ssd_person.csv and 1,000 more',
  ])
})

test('taking back tells what happened to the records, and what stayed', () => {
  expect(takenBackInWords({ withdrawn: 1, putBack: 112, left: 0 })).toBe(
    '1 record it added is withdrawn. 112 records it changed or withdrew are as before.',
  )
  expect(takenBackInWords({ withdrawn: 0, putBack: 1, left: 2 })).toBe(
    '0 records it added are withdrawn. 1 record it changed or withdrew is as before. 2 records stayed: something later rests on them.',
  )
})
