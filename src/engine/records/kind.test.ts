import { describe, expect, test } from 'vitest'
import { codeList, columnName, columnsOf, date, moment, oneOf, recordKind, reference, text, wordsFor, type RecordKind } from './kind.ts'

const boat = (fields: Record<string, ReturnType<typeof text>>, table = 'boat') =>
  recordKind({ name: 'Boat', plural: 'Boats', table, group: 'Boats', fields, basis: 'Invented for tests.' })

describe('declaring a kind of record', () => {
  test.each([
    ['Boat', 'capitals'],
    ['2boats', 'a digit at the beginning'],
    ['b', 'a single letter'],
    ['boat; drop table boat', 'anything but letters, digits and _'],
    ['b'.repeat(41), 'more than 40 characters'],
  ])('the table cannot be called %s: no %s', (table) => {
    expect(() => boat({ name: text('Name') }, table)).toThrow(
      `"${table}" cannot be a table name: use up to 40 lower-case letters, digits and _`,
    )
  })

  test.each([['Name'], ['name of it'], ['na"me'], [''], ['n'.repeat(41)]])('a field cannot be called %j', (field) => {
    expect(() => boat({ [field]: text('Name') })).toThrow(`boat.${field} cannot be a field name`)
  })

  test.each([['id'], ['source'], ['sourceId'], ['personId'], ['withdrawnAt'], ['knownFrom'], ['changedBy'], ['seenBy']])(
    'a field cannot have a name that the engine keeps for itself: %s',
    (field) => {
      expect(() => boat({ [field]: text('Name') })).toThrow(`boat.${field} is a name the engine keeps for itself`)
    },
  )

  test('what is not said is nothing: about nobody, known to no other dataset, no entries', () => {
    expect(boat({ name: text('Name') })).toMatchObject({ about: null, as: {}, sameWhen: [], entries: [] })
  })
})

test('a field is kept under its name in small letters, a moment as a date and a time, a reference as an identifier', () => {
  const other = (): RecordKind => boat({ name: text('Name') })
  expect(columnName('startedOn')).toBe('started_on')
  expect(columnsOf('startedOn', date('Started'))).toEqual([{ column: 'started_on', type: 'date' }])
  expect(columnsOf('seenAt', moment('Seen'))).toEqual([
    { column: 'seen_at', type: 'date' },
    { column: 'seen_at_time', type: 'time' },
  ])
  expect(columnsOf('sisterShip', reference(other, 'Sister ship'))).toEqual([{ column: 'sister_ship_id', type: 'uuid' }])
})

describe('a list of codes', () => {
  const rigs = codeList('Rig', 'Invented for tests', [
    { code: 'S', label: 'Sloop' },
    { code: '9', label: null },
  ])

  test('has each code once', () => {
    const twice = [
      { code: 'S', label: 'Sloop' },
      { code: 'S', label: 'Schooner' },
    ]
    expect(() => codeList('Rig', 'Invented for tests', twice)).toThrow('Code S stands twice in the list "Rig"')
  })

  test('gives the words for a code, the code itself where there are none, and nothing for nothing', () => {
    expect([wordsFor(rigs, 'S'), wordsFor(rigs, '9'), wordsFor(rigs, 'X'), wordsFor(rigs, null)]).toEqual(['Sloop', '9', 'X', null])
    expect(oneOf(rigs, 'Rig')).toMatchObject({ type: 'code', list: rigs })
  })
})

test('a field cannot have a name that SQL keeps for itself', () => {
  expect(() =>
    recordKind({
      name: 'Voyage',
      plural: 'Voyages',
      table: 'voyage',
      group: 'Voyages',
      fields: { where: text('Where') },
      basis: 'A test.',
    }),
  ).toThrow('voyage.where cannot be a field name: SQL keeps the word for itself')
})
