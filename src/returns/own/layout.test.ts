import { describe, expect, test } from 'vitest'
import { boat, boatCheck, kindsWithOutings, outing } from '../../../test/support/outings.ts'
import { date, identifier, recordKind, reference, text, type RecordKind } from '../../engine/records/kind.ts'
import { adopter } from '../../practice/permanence/records.ts'
import { disability, inspectionListEntry, person } from '../../practice/person/records.ts'
import { beyondSsd, isOnlyOurs, ownTable } from './layout.ts'
import { explain, headerLine } from './template.ts'

const namesOf = (kind: RecordKind): string[] => ownTable(kind).columns.map(({ name }) => name)

describe('the names of our own tables', () => {
  test('follow from the declaration: the identifier, whom it is about, a date with its time in one cell, a reference with _id', () => {
    expect(namesOf(outing).slice(0, 5)).toEqual(['outing_id', 'person_id', 'sailed_at', 'landed_at', 'planned_on'])
    expect(namesOf(outing).slice(-3)).toEqual(['boat_id', 'referral_id', 'worker_id'])
    expect(namesOf(boatCheck)).toEqual(['boat_check_id', 'boat_id', 'checked_on', 'sound'])
  })

  test('a child’s own table has the council’s number as its identifier, and not who is the same child: people decide that', () => {
    expect(namesOf(person).slice(0, 2)).toEqual(['person_id', 'legacy_id'])
    expect(namesOf(person)).not.toContain('same_as_id')
  })

  test('the number by which an adopter is known is the identifier of the row, and stands once', () => {
    expect(ownTable(adopter).columns[0]).toEqual({ name: 'adopter_id', holds: 'key', field: 'adopterId' })
    expect(namesOf(adopter).filter((name) => name === 'adopter_id')).toHaveLength(1)
  })

  test('no kind has two columns of one name', () => {
    for (const kind of kindsWithOutings) expect(namesOf(kind), kind.table).toEqual([...new Set(namesOf(kind))])
  })

  test('a declaration by which a reference would be named as the table’s own identifier stops with the line to mend', () => {
    const grumble = recordKind({
      name: 'Grumble',
      plural: 'Grumbles',
      table: 'grumble',
      group: 'Outings',
      fields: { grumble: reference((): RecordKind => grumble, 'Goes on from'), saidOn: date('Said') },
      basis: 'Invented for tests of our own tables.',
    })
    expect(() => ownTable(grumble)).toThrow(
      'grumble.grumble would have the column grumble_id, which is the table’s own identifier. Give it another name.',
    )
  })
})

test('a new record needs whom it is about, what is required, and what tells it from another', () => {
  expect(ownTable(outing).needed).toEqual(['person_id', 'sailed_at'])
  expect(ownTable(boatCheck).needed).toEqual(['boat_id', 'checked_on'])
  expect(ownTable(person).needed).toEqual(['forename', 'surname'])
})

test.each<[name: string, kind: RecordKind, only: boolean, because: string]>([
  ['an outing', outing, true, 'no other format names it or a field of it'],
  ['a disability', disability, false, 'the dataset has a table for it'],
  ['an adopter', adopter, false, 'Annex A names its fields'],
  ['an inspection list entry', inspectionListEntry, false, 'Annex A states it, though it names no field'],
])('%s is said by our own tables only, or not', (_, kind, only, because) => expect(isOnlyOurs(kind), because).toBe(only))

const partlyInSsd = recordKind({
  name: 'Pier',
  plural: 'Piers',
  table: 'pier',
  group: 'Outings',
  about: person,
  fields: { builtOn: date('Built', { as: { ssd: 'pier_built' } }), planks: text('Planks') },
  as: { ssd: { table: 'ssd_pier', key: 'pier_no' } },
  basis: 'Invented for tests of our own tables.',
})

test.each<[name: string, kind: RecordKind, columns: string[] | null]>([
  ['all of a kind that it lacks', boat, ['boat_id', 'name', 'berths']],
  ['the fields it lacks of a kind that it has', partlyInSsd, ['pier_id', 'person_id', 'planks']],
  ['nothing of a kind of which it has everything', disability, null],
])('the dataset cannot hold %s', (_, kind, columns) => expect(beyondSsd(kind)?.map(({ name }) => name) ?? null).toEqual(columns))

describe('a template', () => {
  test('is the line that names every column', () => expect(headerLine(boat)).toBe('boat_id,name,berths\r\n'))

  test('is explained column by column: what it takes, when it is needed, the codes with their words', () => {
    const explained = new Map(explain(outing).map((each) => [each.column, each]))
    expect([...explained.keys()]).toEqual(namesOf(outing))
    expect(explained.get('outing_id')).toMatchObject({ needed: 'always', holds: expect.stringContaining('the outing') })
    expect(explained.get('person_id')).toMatchObject({
      needed: 'for a new record, never blank',
      holds: expect.stringContaining('the child'),
    })
    expect(explained.get('sailed_at')).toMatchObject({
      label: 'Sailed',
      needed: 'for a new record, never blank',
      holds: 'a date, with the time where it is known: 31/01/2016 18:40; not after today',
    })
    expect(explained.get('planned_on')?.holds).toBe('a date: 31/01/2016 or 2016-01-31; it may lie ahead')
    expect(explained.get('worker_id')?.holds).toBe('the identifier of the professional in its own source')
    expect(explained.get('weather')).toMatchObject({
      needed: 'no',
      codes: [
        { code: 'F', label: 'Fair' },
        { code: 'R', label: 'Rain, or worse' },
      ],
    })
  })

  test('of a field that tells records apart and is not required, the column is needed and the cell may be blank', () => {
    const kind = recordKind({
      name: 'Song',
      plural: 'Songs',
      table: 'song',
      group: 'Outings',
      fields: { number: identifier('Number'), words: text('Words') },
      sameWhen: ['number'],
      basis: 'Invented for tests of our own tables.',
    })
    expect(explain(kind).map(({ column, needed }) => [column, needed])).toEqual([
      ['song_id', 'always'],
      ['number', 'for a new record, may be blank'],
      ['words', 'no'],
    ])
  })
})
