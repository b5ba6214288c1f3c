import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  codeList,
  date,
  decimal,
  flags,
  identifier,
  manyOf,
  moment,
  oneOf,
  partialDate,
  recordKind,
  reference,
  text,
  whole,
  words,
  yesNo,
  type RecordKind,
} from '../records/kind.ts'
import { boxesOfAddress, boxesOfRecord } from './boxes.ts'
import { typedRecord, type ReferenceChoices } from './typed-record.ts'

const cargoes = codeList('Cargo', 'Invented for tests', [
  { code: 'COAL', label: 'Coal' },
  { code: 'SALT', label: 'Salt' },
  { code: 'TEA', label: 'Tea' },
])
const questions = codeList('Checked', 'Invented for tests', [
  { code: 'HULL', label: 'Hull' },
  { code: 'SAILS', label: 'Sails' },
  { code: 'BY', label: 'By whom', inWords: true },
])
const harbour = recordKind({
  name: 'Harbour',
  plural: 'Harbours',
  table: 'harbour',
  group: 'Harbours',
  fields: { name: text('Name') },
  basis: 'Invented.',
})
const voyage: RecordKind = recordKind({
  name: 'Voyage',
  plural: 'Voyages',
  table: 'voyage',
  group: 'Voyages',
  fields: {
    name: text('Name'),
    papers: identifier('Papers'),
    sailedOn: date('Sailed'),
    dueOn: date('Due', { mayBeAhead: true }),
    sightedAt: moment('Sighted'),
    builtOn: partialDate('Built'),
    lost: yesNo('Lost'),
    crew: whole('Crew'),
    tons: decimal('Tons'),
    cargo: oneOf(cargoes, 'Cargo'),
    cargoes: manyOf(cargoes, 'Cargoes'),
    checked: flags(questions, 'Checked'),
    log: words('Log'),
    to: reference(() => harbour, 'To'),
    owner: reference(() => harbour, 'Owner'),
    joinedTo: reference(() => harbour, 'Joined to', { byPeopleOnly: true }),
  },
  basis: 'Invented.',
})

const today = '2016-03-03'
const [quay, bay] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const references = new Map<string, ReferenceChoices>([
  ['to', { is: 'list', options: [{ value: quay, label: 'Tern Quay' }], none: 'No harbour is known.' }],
  ['owner', { is: 'number', allowed: 'a register’s number', found: { id: bay, number: '12', words: 'Tern Bay' } }],
])
const read = (form: string | URLSearchParams, before?: Readonly<Record<string, unknown>>) =>
  typedRecord(voyage, new URLSearchParams(form), { today, references, ...(before ? { before } : {}) })
const said = (form: string) => read(form).errors.map(({ for: id, says }) => `${id} | ${says}`)

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const line = fc
  .string({ unit: fc.constantFrom('a', 'B', '\\', "'", 'é', '🚢', '"', ',', '&', '=', ' ', '-'), maxLength: 12 })
  .map((inside) => `x${inside}x`)
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(Date.UTC(1905, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 1, max: 59 }))
  .map((all) => all.map((part) => String(part).padStart(2, '0')).join(':'))
const answers = (yes: string, no: string) =>
  fc
    .record({ HULL: some(fc.constantFrom(yes, no)), SAILS: some(fc.constantFrom(yes, no)), BY: some(line) })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, answer]) => answer !== null)))
    .map((all) => (Object.keys(all).length === 0 ? null : all))
const anyValues = (flagged: fc.Arbitrary<unknown>) =>
  fc.record({
    name: some(fc.tuple(line, line).map((lines) => lines.join('\n'))),
    papers: some(line),
    sailedOn: some(day),
    dueOn: some(fc.constantFrom('2016-03-04', '2030-12-31')),
    sightedAt: some(
      fc.oneof(
        day,
        fc.tuple(day, clock).map((both) => both.join(' ')),
      ),
    ),
    builtOn: some(fc.constantFrom('2015-03-zz', '2015-zz-zz', 'zzzz-03-zz', '2015-03-31', '2015-zz-31')),
    lost: some(fc.boolean()),
    crew: some(fc.integer({ min: -99, max: 99_999 })),
    tons: some(fc.constantFrom('12.5', '0.25', '-3', '1200')),
    cargo: some(fc.constantFrom('COAL', 'SALT', 'TEA')),
    cargoes: some(fc.subarray(['COAL', 'SALT', 'TEA'], { minLength: 1 })),
    checked: flagged,
    log: some(fc.dictionary(line, line, { minKeys: 1, maxKeys: 3 })),
    to: some(fc.constant(quay)),
    owner: some(fc.constant(bay)),
  })

describe('a form', () => {
  test('drawn for any values and sent as it stands says those values', () => {
    fc.assert(
      fc.property(anyValues(answers('Y', 'Y')), (values) => {
        expect(read(boxesOfRecord(voyage, values))).toEqual({ values, errors: [] })
      }),
    )
  })

  test('drawn for a held record and sent as it stands changes nothing, however odd what is held', () => {
    const odd = fc.record({
      tons: fc.constantFrom('120.50', '007'),
      cargoes: fc.constant(['TEA', 'COAL']),
      papers: fc.constant(' kept as written '),
      sailedOn: fc.constant('2099-01-01'),
    })
    fc.assert(
      fc.property(anyValues(answers('true', '0')), odd, (values, oddities) => {
        const before = { ...values, ...oddities }
        expect(read(boxesOfRecord(voyage, before), before)).toEqual({ values: before, errors: [] })
      }),
    )
  })

  test('does not ask for what a page of its own decides', () => {
    expect(read(`joinedTo=${quay}`).values).not.toHaveProperty('joinedTo')
  })

  test('sent empty says nothing of anything', () => {
    expect(Object.values(read('').values).every((value) => value === null)).toBe(true)
    expect(read('').errors).toEqual([])
  })

  test('is filled from an address with whole values; what is no value of its field is left out', () => {
    const filled = boxesOfAddress(
      voyage,
      new URLSearchParams(
        `to=${quay}&sailedOn=2016-03-01&sightedAt=2016-03-01T21:15&lost=yes&cargoes=COAL&cargoes=TEA&dueOn=tomorrow&crew=7&nothing=x&joinedTo=${quay}`,
      ),
    )
    expect(Object.fromEntries(Object.entries(read(filled).values).filter(([, value]) => value !== null))).toEqual({
      to: quay,
      sailedOn: '2016-03-01',
      sightedAt: '2016-03-01 21:15:00',
      lost: true,
      cargoes: ['COAL', 'TEA'],
      crew: 7,
    })
  })
})

describe('a day', () => {
  test.each([
    ['sailedOn-day=1&sailedOn-month=3&sailedOn-year=2016', '2016-03-01', 'in its three boxes'],
    ['sailedOn-day=01&sailedOn-month=mar&sailedOn-year=2016', '2016-03-01', 'with the month by name'],
    ['sailedOn-day=1 March 2016', '2016-03-01', 'pasted whole into the first box'],
    ['sailedOn-year=01/03/2016', '2016-03-01', 'pasted whole into the last'],
    ['sailedOn-month=2016-03-01', '2016-03-01', 'as computers write it'],
    ['sailedOn-day= 1-Mar-2016 ', '2016-03-01', 'as spreadsheets write it'],
  ])('%s is %s: %s', (form, sailedOn) => expect(read(form)).toMatchObject({ values: { sailedOn }, errors: [] }))

  test.each([
    [
      'sailedOn-day=31&sailedOn-month=2&sailedOn-year=2016',
      'f-sailedOn-day | Sailed: 31/2/2016 is not a date this field may have. Give a day that exists, as day/month/year with four digits for the year.',
    ],
    [
      'sailedOn-day=4&sailedOn-month=3&sailedOn-year=2016',
      'f-sailedOn-day | Sailed: 4/3/2016 is not a date this field may have. Give a date that is not after today (03/03/2016).',
    ],
    [
      'sailedOn-day=1&sailedOn-month=3&sailedOn-year=16',
      'f-sailedOn-day | Sailed: 1/3/16 is not a date this field may have. Give a day that exists, as day/month/year with four digits for the year.',
    ],
    ['sailedOn-day=1&sailedOn-month=3', 'f-sailedOn-year | Sailed: the year is missing. Give the day, the month and the year.'],
    ['sailedOn-day=1', 'f-sailedOn-month | Sailed: the month and the year are missing. Give the day, the month and the year.'],
    ['sailedOn-day=42430', 'f-sailedOn-month | Sailed: the month and the year are missing. Give the day, the month and the year.'],
    [
      'sightedAt-time=9pm',
      'f-sightedAt-day | Sighted: there is a time and no date. Give the day, the month and the year, or leave the time empty.',
    ],
    [
      'sightedAt-day=1&sightedAt-month=3&sightedAt-year=2016&sightedAt-time=late',
      'f-sightedAt-time | Sighted: “late” is not a time. Give a time, such as 9:15pm or 21:15, or leave it empty.',
    ],
    ['builtOn-month=13', 'f-builtOn-day | Built: it is not a day. Give a day that exists, and leave empty what is not known of it.'],
  ])('%s is refused: %s', (form, says) => expect(said(form)).toEqual([says]))

  test('that may lie ahead may', () => expect(read('dueOn-day=4&dueOn-month=3&dueOn-year=2016').errors).toEqual([]))

  test.each([
    ['sightedAt-day=1&sightedAt-month=3&sightedAt-year=2016&sightedAt-time=9:15pm', '2016-03-01 21:15:00'],
    ['sightedAt-day=1&sightedAt-month=3&sightedAt-year=2016', '2016-03-01'],
    ['sightedAt-day=2016-03-01T21:15:00', '2016-03-01 21:15:00'],
    ['builtOn-year=2015&builtOn-month=March', '2015-03-zz', 'builtOn'],
    ['builtOn-day=12/03/2015', '2015-03-12', 'builtOn'],
  ])('%s is %s', (form, value, field = 'sightedAt') => expect(read(form)).toMatchObject({ values: { [field]: value }, errors: [] }))
})

describe('other fields', () => {
  test.each([
    ['crew=seven', 'f-crew | Crew: it is not a whole number. Give a whole number, such as 12.'],
    ['tons=heavy', 'f-tons | Tons: it is not a number. Give a number, such as 12.5.'],
    ['cargo=GOLD', 'f-cargo | Cargo: GOLD is not in the list "Cargo". Give one of COAL, SALT, TEA.'],
    ['cargoes=COAL&cargoes=GOLD', 'f-cargoes | Cargoes: GOLD is not in the list "Cargo". Give one of COAL, SALT, TEA.'],
    ['lost=perhaps', 'f-lost | Lost: it is neither yes nor no. Give yes or no (Y, Yes, 1, True, T; N, No, 0, False, F).'],
    [`to=${bay}`, 'f-to | To: that is not one of those to choose from. Choose one of the list, or leave it empty.'],
  ])('%s is refused: %s', (form, says) => expect(said(form)).toEqual([says]))

  test('a number that nobody has is refused with what may be given', () => {
    const nobody = new Map(references).set('owner', { is: 'number', allowed: 'a register’s number', found: null })
    const { errors } = typedRecord(voyage, new URLSearchParams('owner=99'), { today, references: nobody })
    expect(errors.map(({ says }) => says)).toEqual(['Owner: “99” is nobody’s number here. Give a register’s number.'])
  })

  test('spaces round what was typed are not part of it, and lines end as they do elsewhere', () => {
    expect(read('name=%20Tern%0D%0Aof the north%20&papers=%2012%20').values).toMatchObject({ name: 'Tern\nof the north', papers: '12' })
  })

  test.each<[Record<string, string>, string, Record<string, string>, string]>([
    [{ HULL: 'Y' }, 'checked=SAILS', { HULL: 'N', SAILS: 'Y' }, 'a tick taken away is a no'],
    [{ HULL: 'N', SAILS: '0' }, 'checked=HULL', { HULL: 'Y', SAILS: '0' }, 'what was no stays as it was answered'],
    [{ SAILS: 'torn' }, 'checked=HULL&checked-SAILS=torn', { HULL: 'Y', SAILS: 'torn' }, 'what was answered in words stays'],
    [{ BY: 'Ada' }, 'checked=HULL&checked-BY=', { HULL: 'Y' }, 'words taken away are gone'],
  ])('questions: %j and then %s is %j: %s', (checked, form, answers) => {
    expect(read(form, { checked }).values.checked).toEqual(answers)
  })

  test('words may be added under one more heading; half a pair is nothing said', () => {
    expect(read('log-heading-0=Wind&log-words-0=North&log-heading-1=Sea&log-words-1=').values.log).toEqual({ Wind: 'North' })
  })
})
