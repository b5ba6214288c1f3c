import { describe, expect, test } from 'vitest'
import { wordsFor, type CodeList, type Field, type RecordKind } from './engine/records/kind.ts'
import { howSeen } from './practice/person/records.ts'
import { recordKinds } from './record-kinds.ts'

const codeLists = new Map<string, CodeList>()
for (const kind of recordKinds) {
  for (const { list } of Object.values(kind.fields)) if (list !== undefined) codeLists.set(list.name, list)
}

const held = { id: '1', person: '2', source: 'a file', sourceId: null, withdrawnAt: null }
const samples: Readonly<Record<Field['type'], (field: Field) => unknown>> = {
  text: () => 'Words',
  identifier: () => 'AB12',
  date: () => '2024-10-18',
  moment: () => '2024-10-18 18:40:00',
  partialDate: () => '2019-05-zz',
  yesNo: () => true,
  whole: () => 3,
  decimal: () => '2.5',
  code: ({ list }) => list!.codes[0]!.code,
  codes: ({ list }) => list!.codes.slice(0, 2).map(({ code }) => code),
  flags: ({ list }) => Object.fromEntries(list!.codes.map(({ code }) => [code, 'Y'])),
  words: () => ({ heading: 'words' }),
  reference: () => '00000000-0000-4000-8000-000000000000',
}
const record = (kind: RecordKind, value: (field: Field) => unknown) => ({
  ...held,
  ...Object.fromEntries(Object.entries(kind.fields).map(([name, field]) => [name, value(field)])),
})
const filled = (kind: RecordKind, changes: Readonly<Record<string, unknown>> = {}) => ({
  ...record(kind, (field) => samples[field.type](field)),
  ...changes,
})
const empty = (kind: RecordKind, changes: Readonly<Record<string, unknown>> = {}) => ({ ...record(kind, () => null), ...changes })

const kindOf = (table: string): RecordKind => recordKinds.find((kind) => kind.table === table)!
/** The kind's line on that field's day. */
const lineOf = (table: string, on: string, made: Readonly<Record<string, unknown>>): string => {
  const kind = kindOf(table)
  return kind.entries.find((entry) => entry.on === on)!.line(empty(kind, made))
}

describe('the kinds of record', () => {
  test('no table and no name stands twice', () => {
    const tables = recordKinds.map(({ table }) => table)
    expect(tables).toEqual([...new Set(tables)])
    const names = recordKinds.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
  })

  test('whom a record is about, and every record it refers to, is a kind of the list', () => {
    for (const kind of recordKinds) {
      if (kind.about !== null) expect(recordKinds, kind.name).toContain(kind.about)
      for (const [name, field] of Object.entries(kind.fields))
        if (field.type === 'reference') expect(recordKinds, `${kind.table}.${name}`).toContain(field.to!())
    }
  })

  test('a kind comes after the kinds it refers to, but for a conference and its plan', () => {
    const early = recordKinds.flatMap((kind, index) =>
      Object.values(kind.fields)
        .filter((field) => field.type === 'reference' && recordKinds.indexOf(field.to!()) > index)
        .map((field) => `${kind.table} → ${field.to!().table}`),
    )
    expect(early).toEqual(['initial_conference → child_protection_plan'])
  })

  test('each kind says in a sentence what it rests on', () => {
    for (const { name, basis } of recordKinds) expect(basis, name).toMatch(/^[A-Z].{20,}\.$/)
  })

  test('natural keys, lines and bars name fields the kind has', () => {
    for (const kind of recordKinds) {
      const used = [...kind.sameWhen, ...kind.entries.map(({ on }) => on), ...(kind.period ? [kind.period.from, kind.period.until] : [])]
      expect(Object.keys(kind.fields), kind.name).toEqual(expect.arrayContaining([...used]))
      for (const { on } of kind.entries) expect(['date', 'moment'], `${kind.table}.${on}`).toContain(kind.fields[on]!.type)
    }
  })

  test('bars stand in the seven lanes of the picture', () => {
    const lanes = recordKinds.flatMap(({ period }) => (period ? [period.lane] : []))
    expect([...lanes].sort()).toEqual(['Early help', 'In care', 'In need', 'Legal status', 'Missing', 'Placement', 'Protection plan'])
  })
})

describe('the lines', () => {
  test.each(recordKinds.map((kind) => [kind.name, kind] as const))('%s: every line and bar reads, full or empty', (_, kind) => {
    for (const made of [empty(kind), filled(kind)]) {
      for (const said of [...kind.entries.map(({ line }) => line(made)), ...(kind.period ? [kind.period.label(made)] : [])]) {
        expect(said).toMatch(/^[A-Z]/)
        expect(said).not.toMatch(/null|undefined|NaN|\[object|LAC\b|: *$|: \.|\.\.|  /)
      }
    }
  })

  test('no line or bar throws on a code that no list has', () => {
    for (const kind of recordKinds) {
      const odd = filled(
        kind,
        Object.fromEntries(
          Object.entries(kind.fields)
            .filter(([, { type }]) => type === 'code')
            .map(([name]) => [name, 'Q9']),
        ),
      )
      for (const { line } of kind.entries) expect(line(odd)).not.toBe('')
    }
  })

  test.each([
    ['referral', 'receivedOn', { sourceCode: '6' }, 'Referral received: Police'],
    ['referral', 'receivedOn', {}, 'Referral received, source not recorded'],
    ['referral', 'closedOn', { closureReason: 'RC9' }, 'Referral closed: Referred to early help after assessment'],
    [
      'contact',
      'receivedAt',
      { sourceCode: '2A', outcomes: { NFA_FLAG: 'N', ADVICE_FLAG: 'Y' } },
      'Contact received: Schools. Outcome: Advice given',
    ],
    ['assessment', 'authorisedOn', { noFurtherAction: true, childSeen: false }, 'Assessment authorised: No further action. Child not seen'],
    [
      'assessment',
      'authorisedOn',
      { outcomes: { LEGAL_ACTION_FLAG: 'Y', TOTAL_NO_OF_OUTCOMES: '1', COMMENTS: 'yes' } },
      'Assessment authorised: Legal action',
    ],
    ['child_protection_plan', 'startedOn', { initialCategory: 'NEG' }, 'Child protection plan began: Neglect'],
    ['initial_conference', 'heldOn', { ledToPlan: false }, 'Initial child protection conference held: no child protection plan'],
    ['period_of_care', 'startedOn', {}, 'Came into care'],
    [
      'period_of_care',
      'endedOn',
      { endReason: 'E4A' },
      'Left care: Returned home to parents, relatives or others with parental responsibility, as planned',
    ],
    [
      'care_episode',
      'startedOn',
      { startReason: 'S', placementType: 'U4', legalStatus: 'V2' },
      'Care episode began: Foster care, long term. Section 20, single period',
    ],
    ['care_episode', 'startedOn', { startReason: 'P' }, 'Placement and carers changed'],
    ['placement', 'startedOn', { type: 'Z12' }, 'Placement began: Z12'],
    ['legal_status', 'startedOn', { status: 'C1' }, 'Legal status began: Interim care order'],
    ['legal_status', 'startedOn', { status: 'Supervision order' }, 'Legal status began: Supervision order'],
    ['missing_episode', 'wentMissingAt', { type: 'A' }, 'Went away without authorisation, whereabouts known'],
    [
      'missing_episode',
      'returnedAt',
      { interviewOffered: 'Y', interviewAccepted: 'N' },
      'Returned. Return home interview offered, not accepted',
    ],
    ['missing_episode', 'returnedAt', {}, 'Returned. Return home interview not recorded'],
    ['looked_after_review', 'heldOn', { participation: 'PN2' }, 'Looked after review held. Child: attended and an advocate spoke for them'],
    ['looked_after_review', 'heldOn', { cancelled: true }, 'Looked after review cancelled'],
    ['health_check', 'checkedOn', { type: 'Dental Check', status: 'Refused' }, 'Dental check: refused'],
    ['strengths_and_difficulties_score', 'completedOn', { score: 0 }, 'Strengths and difficulties questionnaire: score 0'],
    ['permanence', 'orderMadeOn', {}, 'Permanence order, kind not recorded, made'],
    ['involvement', 'startedOn', {}, 'Worker allocated'],
    ['involvement', 'startedOn', { role: 'CW', changeReason: 'CHCHAN' }, 'Worker allocated: Case worker. Child asked'],
  ])('%s, %s, %o', (table, on, made, said) => {
    expect(lineOf(table, on, made)).toBe(said)
  })

  test.each([
    [true, true, 'child seen alone'],
    [null, true, 'child seen alone'],
    [true, false, 'child seen, not alone'],
    [true, null, 'child seen'],
    [false, null, 'child not seen'],
    [null, null, 'not recorded whether the child was seen'],
    [null, false, 'not recorded whether the child was seen'],
  ])('seen %s and alone %s: %s', (childSeen, seenAlone, said) => {
    expect(howSeen({ childSeen, seenAlone })).toBe(said)
  })
})

describe('the code lists', () => {
  test('one name, one list', () => {
    for (const kind of recordKinds)
      for (const { list } of Object.values(kind.fields)) if (list !== undefined) expect(codeLists.get(list.name)).toBe(list)
  })

  test.each([...codeLists.values()].map((list) => [list.name, list] as const))('%s: whatever is written means one code only', (_, list) => {
    const spellings = list.codes.flatMap(({ code, also = [] }) => [...new Set([code, ...also].map((spelling) => spelling.toLowerCase()))])
    expect(spellings).toEqual([...new Set(spellings)])
  })

  test('a code that ended still reads, and one without known words is shown as it is', () => {
    expect(wordsFor(codeLists.get('Legal status')!, 'D1')).toBe('Freeing order')
    expect(wordsFor(codeLists.get('Placement type')!, 'P2')).toBe('Independent living')
    expect(wordsFor(codeLists.get('Placement type')!, 'Z11')).toBe('Z11')
  })
})

test('no kind of record stands in the list twice', () => {
  expect(new Set(recordKinds.map(({ table }) => table)).size).toBe(recordKinds.length)
})
