import { expect, test } from 'vitest'
import { placesFor } from './received-files.ts'

test.each([
  [['ssd_person.csv'], ['ssd_person.csv'], 'its own name'],
  [['header.csv', 'Header.csv', 'header.csv'], ['header.csv', '2/Header.csv', '3/header.csv'], 'the years of one return'],
  [['..', '.'], ['file', '2/file'], 'a name that is a way out'],
  [['.hidden.csv', '~$annex a.xlsx', '__MACOSX'], ['hidden.csv', 'annex a.xlsx', 'file'], 'names that are passed over in a folder'],
  [['CON:cin?.xml'], ['CON_cin_.xml'], 'signs that not every file system takes'],
  [[`${'é'.repeat(200)}.csv`], [`${'é'.repeat(56)}.csv`], 'a long name keeps its end'],
])('files called %j lie at %j: %s', (names, places) => {
  expect(placesFor(names)).toEqual(places)
})
