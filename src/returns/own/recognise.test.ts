import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindsWithOutings } from '../../../test/support/outings.ts'
import { folderOf } from '../../../test/support/ssd-files.ts'
import { recordKinds } from '../../record-kinds.ts'
import { recognise } from '../recognise.ts'
import { ssdTables } from '../ssd/layout.ts'
import { ownTable } from './layout.ts'
import { ownTableWith } from './recognise.ts'

const tablesFor = (columns: readonly string[]): string[] | null =>
  ownTableWith(columns, kindsWithOutings)?.tables.map(({ kind }) => kind.table) ?? null

/** What the product takes a file with this header for. */
async function takenFor(header: string): Promise<string> {
  const [file] = await recognise([folderOf({ 'x.csv': `${header}\n` })], kindsWithOutings)
  return file?.format ?? ''
}

describe('which of our own tables a file is', () => {
  test('any of its columns, in any order, with its identifier among them, are the kind’s own, and never taken for another kind', () => {
    const someColumns = fc.constantFrom(...kindsWithOutings).chain((kind) => {
      const { key, columns } = ownTable(kind)
      const others = columns.map(({ name }) => name).filter((name) => name !== key)
      return fc.record({
        kind: fc.constant(kind),
        header: fc
          .shuffledSubarray(others, { minLength: 1 })
          .chain((some) => fc.shuffledSubarray([key, ...some], { minLength: some.length + 1 })),
      })
    })
    fc.assert(
      fc.property(someColumns, ({ kind, header }) => {
        expect(tablesFor(header)).toContain(kind.table)
        // Two kinds that refer to each other may share all the columns of a short header: then it is neither for certain.
        for (const other of tablesFor(header) ?? [])
          expect(ownTable(kindsWithOutings.find(({ table }) => table === other)!).columns.map(({ name }) => name)).toEqual(
            expect.arrayContaining(header),
          )
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    [
      ['outing_id', 'person_id', 'boat_id', 'referral_id', 'sailed_at'],
      ['outing'],
      'a file may hold the identifiers of what its records refer to',
    ],
    [['boat_id', 'name', 'berths', 'outing_id'], ['boat'], 'and a column more'],
    [['OUTING ID', 'Person-ID', ' Sailed At '], ['outing'], 'case, spaces and hyphens do not matter'],
    [['person_id', 'forename', 'surname'], ['person'], 'a child’s own number is the identifier of the table of children'],
    [['outing_id', 'sailed_at', 'cox', 'bow'], ['outing'], 'columns that nobody knows are remarked on'],
    [['referral_id', 'received_on', 'assessment_id', 'started_on'], ['assessment'], 'of two, the one that has more of the columns'],
    [
      ['referral_id', 'received_on', 'closed_on', 'assessment_id', 'started_on'],
      ['referral', 'assessment'],
      'as many of the one as of the other: refused',
    ],
  ])('%j: %j, %s', (columns, tables) => expect([...(tablesFor(columns) ?? [])].sort()).toEqual([...tables].sort()))

  test.each([
    [['person_id', 'sailed_at', 'landed_at'], 'without the table’s own identifier'],
    [['outing_id'], 'the identifier alone says nothing'],
    [['outing_id', 'colour'], 'nor beside what is no column of the kind'],
    [['sailing_id', 'person_id', 'sailed_at'], 'the identifier of no kind'],
  ])('%j is none: %s', (columns) => expect(tablesFor(columns)).toBeNull())
})

describe('beside the other formats', () => {
  test('no column of ours is one of the dataset’s, but for the tables that hold nothing of their own', () => {
    const theirs = new Set(
      ssdTables
        .filter(({ table }) => recordKinds.some(({ as }) => as.ssd?.table === table))
        .flatMap(({ columns }) => columns.map(({ name }) => name)),
    )
    const ours = recordKinds.flatMap((kind) => ownTable(kind).columns.map(({ name }) => name))
    expect(ours.filter((name) => theirs.has(name))).toEqual([])
  })

  test('every table of the dataset is the dataset’s, whole or in part', async () => {
    for (const { table, columns } of ssdTables)
      for (const some of [columns, columns.slice(0, Math.max(3, columns.length - 2))])
        expect(await takenFor(some.map(({ name }) => name).join(',')), table).toBe('SSD')
  })

  test('every template of ours is ours', async () => {
    for (const kind of kindsWithOutings)
      expect(
        await takenFor(
          ownTable(kind)
            .columns.map(({ name }) => name)
            .join(','),
        ),
        kind.table,
      ).toBe('Goldthread CSV')
  })

  test.each([
    ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', 'SSDA903 CSV', 'a header of the looked-after return'],
    ['CHILD,SEX,DOB,ETHNIC,UPN,person_id,upn', 'SSDA903 CSV', 'with columns of ours put in: more of them are the return’s'],
    ['CHILD,REVIEW,REVIEW_CODE,looked_after_review_id,person_id,held_on,participation', 'Goldthread CSV', 'and the other way round'],
    ['child_id,mother_link_id,person_id,DOB,SEX', 'Goldthread CSV', 'child_id is also a name of the return’s'],
    ['pers_person_id,pers_upn,pers_forename,person_id,upn', 'SSD', 'more of them are the dataset’s'],
    ['person_id,legacy_id', 'Goldthread CSV', 'the dataset has these two in a table that is not read'],
    ['id,person_id,legacy_id,json_payload,row_state', 'SSD', 'which is known by the rest'],
  ])('%s: %s (%s)', async (header, format) => expect(await takenFor(header)).toBe(format))
})
