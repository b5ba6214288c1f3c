import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { record, type Told } from '../../test/support/clocks.ts'
import { figure } from '../../test/support/facts.ts'
import { professional } from '../authority/records.ts'
import { managementOversight } from '../practice/allocation/management-oversight.ts'
import { involvement } from '../practice/allocation/records.ts'
import { childProtectionPlan } from '../practice/protection/records.ts'
import { looksBack, onlyAgrees } from './decision-facts.ts'
import { workersTeam } from './facts.ts'
import { oversightMeasures } from './measures.ts'
import { notCounted } from './not-counted.ts'
import { caseAudit, supervision } from './records.ts'

const the = (id: string) => oversightMeasures.find((each) => each.id === id) as (typeof oversightMeasures)[number]
const holds = (startedOn: string, endedOn: string | null = null, more: object = {}) =>
  record(involvement, { role: 'CW', startedOn, endedOn, ...more })
const worker = (says: Parameters<typeof record<typeof professional.fields>>[1], ...held: readonly Told[]) => [
  record(professional, says),
  ...held,
]

describe('caseloads', () => {
  // Three cases full time, one of them until the end of June; two cases half time; one case of nobody's known time.
  const full = worker(
    { fullTimeEquivalent: '1', caseloadLimit: 2 },
    holds('2016-01-04', null, { team: 'north' }),
    holds('2016-02-29', null, { team: 'north' }),
    holds('2016-01-04', '2016-06-30', { team: 'north' }),
  )
  const half = worker({ fullTimeEquivalent: '0.5', caseloadLimit: 2 }, holds('2016-01-04', null, { team: 'south' }), holds('2016-01-04'))
  const unknown = worker({}, holds('2016-01-04'))
  const lives = [full, half, unknown]

  test('five cases to one and a half full-time equivalents; without a full-time equivalent a worker is left out', () => {
    expect(figure(the('wf-caseload'), lives, '2016-02')).toMatchObject({ value: 5 / 1.5, numerator: 5, denominator: 1.5 })
    expect(figure(the('wf-caseload'), lives, '2016-01')).toMatchObject({ numerator: 4, denominator: 1.5 })
    expect(figure(the('wf-caseload'), lives, '2015-12')).toMatchObject({ value: null, denominator: 0 })
  })

  test('a case counts from its first day, and not on its last', () => {
    expect(figure(the('wf-caseload-max'), lives, '2016-02')).toMatchObject({ value: 3 })
    expect(figure(the('wf-caseload-max'), lives, '2016-06')).toMatchObject({ value: 2 })
    expect(figure(the('wf-caseload-max'), [], '2016-06')).toMatchObject({ value: null })
  })

  test('of two with a limit of two, one is above it; one with none is left out', () => {
    expect(figure(the('wf-over-target'), lives, '2016-02')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
    expect(figure(the('wf-over-target'), lives, '2016-06')).toMatchObject({ value: 0, denominator: 2 })
  })

  test('cases are of the team in which they are held', () => {
    expect(figure(the('wf-caseload'), lives, '2016-02', { by: [workersTeam, 'north'] })).toMatchObject({ value: 3, denominator: 1 })
  })

  test('a reviewing officer holds no case, where case workers are named; a worker who left holds none', () => {
    const reviews = worker({ fullTimeEquivalent: '1' }, holds('2016-01-04'), record(involvement, { role: 'IRO', startedOn: '2016-01-04' }))
    expect(figure(the('wf-caseload'), [reviews], '2016-02')).toMatchObject({ value: 1 })
    const left = worker({ fullTimeEquivalent: '1', leftOn: '2016-02-29' }, holds('2016-01-04'))
    expect(figure(the('wf-caseload'), [left], '2016-01')).toMatchObject({ value: 1 })
    expect(figure(the('wf-caseload'), [left], '2016-02')).toMatchObject({ value: null })
  })

  test('where the case system names no roles, whoever is allocated holds the case', () => {
    const plain = worker({ fullTimeEquivalent: '1' }, record(involvement, { startedOn: '2016-01-04' }))
    expect(figure(the('wf-caseload'), [plain], '2016-02')).toMatchObject({ value: 1 })
  })

  test('a newly qualified worker is in the assessed year for twelve months, and not on the day it ends', () => {
    const fresh = worker({ newlyQualifiedFrom: '2015-02-28' }, holds('2015-03-02'))
    const all = [fresh, unknown]
    expect(figure(the('wf-asye'), all, '2016-01')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
    expect(figure(the('wf-asye'), all, '2016-02')).toMatchObject({ value: 0, denominator: 2 })
  })
})

describe('supervision', () => {
  const supervised = (heldOn: string) => record(supervision, { heldOn })

  test('a worker who holds children since 4 January is due supervision by 4 February', () => {
    const held = (...days: readonly string[]) => worker({}, holds('2016-01-04', null, { team: 'north' }), ...days.map(supervised))
    const lives = [held('2016-02-04'), held('2016-02-05'), held()]
    expect(figure(the('sup-frequency'), lives, '2016-02')).toMatchObject({ value: 100 / 3, numerator: 1, denominator: 3 })
    expect(figure(the('sup-frequency'), lives, '2016-02', { by: [workersTeam, 'north'] })).toMatchObject({ denominator: 3 })
    expect(figure(the('sup-frequency'), lives, '2016-01')).toMatchObject({ value: null })
  })

  test('a newly qualified worker is due it each week at first', () => {
    const fresh = worker({ newlyQualifiedFrom: '2016-02-01' }, supervised('2016-02-08'), supervised('2016-02-16'))
    // Due on 8 February (held), 15 February (a day late) and 23 February (not held).
    expect(figure(the('sup-frequency'), [fresh], '2016-02')).toMatchObject({ value: 100 / 3, numerator: 1, denominator: 3 })
  })

  test('a child on a plan is discussed every six weeks, another allocated child every three months', () => {
    const discussed = (recordedOn: string) => record(managementOversight, { recordedOn, occasion: 'supervision' })
    const plan = record(childProtectionPlan, { startedOn: '2016-01-18' })
    // Six weeks from 18 January end on 29 February: in time that evening, late on the last of March.
    expect(figure(the('sup-case'), [[plan]], '2016-02')).toMatchObject({ value: 100, denominator: 1 })
    expect(figure(the('sup-case'), [[plan]], '2016-03')).toMatchObject({ value: 0, denominator: 1 })
    const lives = [[plan], [plan, discussed('2016-03-07')], [holds('2016-01-18')], [plan, holds('2016-01-18'), discussed('2016-03-07')]]
    expect(figure(the('sup-case'), lives, '2016-03')).toMatchObject({ value: 75, numerator: 3, denominator: 4 })
    expect(figure(the('sup-case'), [], '2016-03')).toMatchObject({ value: null })
  })

  test('a plan that ended before the child was to be discussed was in time while it lasted', () => {
    const short = record(childProtectionPlan, { startedOn: '2016-01-18', endedOn: '2016-02-29' })
    expect(figure(the('sup-case'), [[short]], '2016-01')).toMatchObject({ value: 100, denominator: 1 })
    expect(figure(the('sup-case'), [[short]], '2016-02')).toMatchObject({ value: null, denominator: 0 })
  })
})

describe('audits', () => {
  const audit = (says: Parameters<typeof record<typeof caseAudit.fields>>[1]) => [record(caseAudit, { askedOn: '2016-01-11', ...says })]

  test('an audit is done as planned by the day a month after it was asked for; one to be moderated when it is', () => {
    const lives = [
      audit({ completedOn: '2016-02-11' }),
      audit({ completedOn: '2016-02-12' }),
      audit({ completedOn: '2016-02-01', toBeModerated: true }),
      audit({}),
    ]
    expect(figure(the('audit-done'), lives, '2016-02')).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
    expect(figure(the('audit-done'), lives, '2016-01')).toMatchObject({ value: null })
  })

  const graded = [
    audit({ completedOn: '2015-04-01', grade: 'O' }),
    audit({ completedOn: '2016-03-31', grade: 'R', moderatedOn: '2016-04-04', moderatedGrade: 'G' }),
    audit({ completedOn: '2016-03-31', grade: 'I', moderatedOn: '2016-04-04', moderatedGrade: 'I' }),
    audit({ completedOn: '2016-03-31' }),
    audit({ completedOn: '2016-03-31', grade: 'R' }),
  ]

  test('of four graded two are good or better and one is inadequate; the grade is that after moderation', () => {
    expect(figure(the('audit-good'), graded, '2016-03')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
    expect(figure(the('audit-inadequate'), graded, '2016-03')).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
    expect(figure(the('audit-good'), graded, '2016-04')).toMatchObject({ value: 100 / 3, denominator: 3 })
    expect(figure(the('audit-good'), graded, '2016-03', { by: ['grade', 'R'] })).toMatchObject({ numerator: 0, denominator: 1 })
  })

  test('a child audited twice has two audits', () => {
    const twice = [...audit({ completedOn: '2016-02-01', grade: 'G' }), ...audit({ completedOn: '2016-03-01', grade: 'I' })]
    expect(figure(the('audit-good'), [twice], '2016-03')).toMatchObject({ value: 50, denominator: 2 })
  })

  test('of two moderated one kept its grade', () => {
    expect(figure(the('audit-moderation'), graded, '2016-04')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
    expect(figure(the('audit-moderation'), graded, '2016-03')).toMatchObject({ value: null })
  })

  test('actions are due 20 working days after the audit: over Easter 2016, from 1 March to 31 March', () => {
    const acted = (actionsDoneOn: string | null) => audit({ completedOn: '2016-03-01', actions: 'See the child alone', actionsDoneOn })
    const lives = [acted('2016-03-31'), acted('2016-04-01'), acted(null), audit({ completedOn: '2016-03-01' })]
    expect(figure(the('audit-actions'), lives, '2016-03')).toMatchObject({ value: 100 / 3, numerator: 1, denominator: 3 })
  })
})

test('what is not counted is no measure here, and why is a sentence', () => {
  for (const [id, why] of Object.entries(notCounted)) {
    expect(the(id)).toBeUndefined()
    expect(why).toMatch(/^[A-Z].*\.$/)
  }
})

describe('what managers write', () => {
  test.each([
    ['Agreed.', true],
    ['I agree with the worker’s plan', true],
    ['Read and noted. OK to proceed.', true],
    [null, true],
    ['Agreed. Visit by Friday.', false],
    ['Close.', false],
    ['Agree 3', false],
  ])('“%s” says only that somebody agrees: %s', (text, only) => expect(onlyAgrees(text)).toBe(only))

  test('one word more is enough to say something, wherever it stands', () => {
    const assent = fc.array(fc.constantFrom('Agreed', 'noted,', 'I', 'approve', 'the', 'plan.'))
    fc.assert(
      fc.property(assent, assent, (before, after) => {
        expect(onlyAgrees([...before, ...after].join(' '))).toBe(true)
        expect(onlyAgrees([...before, 'tomorrow', ...after].join(' '))).toBe(false)
      }),
    )
  })

  test('a decision only agrees where it gives no reasons; where neither is written it is not told', () => {
    const decided = (decision: string | null, reasons: string | null = null) => [
      record(managementOversight, { recordedOn: '2016-02-10', occasion: 'supervision', decision, reasons }),
    ]
    const lives = [decided('Agreed.'), decided('Agreed.', 'He is safe there.'), decided('See her on Monday.'), decided(null)]
    expect(figure(the('oversight-only-agrees'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(figure(the('oversight-only-agrees'), lives, '2016-02', { by: ['occasion', 'supervision'] })).toMatchObject({ denominator: 3 })
  })

  test.each([
    ['From last time: the letter was sent.', true],
    ['Chronology done; genogram still to do.', true],
    ['All cases discussed. Visit the school.', false],
  ])('“%s” looks back: %s', (text, does) => expect(looksBack(text)).toBe(does))

  test('a supervision is held to what was agreed in the one before, for four months', () => {
    const held = (heldOn: string, actions: string | null, reflective: boolean | null = null) =>
      record(supervision, { heldOn, actions, reflective })
    const lives = [
      worker({}, held('2016-01-11', 'Chase the letter.', true), held('2016-02-08', 'From last time: letter sent. Now: visit.', false)),
      worker({}, held('2016-01-11', 'Chase the letter.'), held('2016-02-08', 'All cases discussed.')),
      worker({}, held('2015-10-07', 'Chase the letter.'), held('2016-02-08', 'All cases discussed.')),
      worker({}, held('2016-01-11', null), held('2016-02-08', 'All cases discussed.')),
    ]
    expect(figure(the('sup-followed-up'), lives, '2016-02')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
    expect(figure(the('sup-reflective'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
  })

  test('an audit that found the work less than good asks for something', () => {
    const audited = (grade: string, actions: string | null) => [
      record(caseAudit, { askedOn: '2016-01-11', completedOn: '2016-02-10', grade, actions }),
    ]
    const lives = [audited('R', 'Rewrite the plan.'), audited('I', null), audited('G', null)]
    expect(figure(the('audit-asks'), lives, '2016-02')).toMatchObject({ value: 50, denominator: 2 })
  })
})
