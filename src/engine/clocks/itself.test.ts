import { describe, expect, test } from 'vitest'
import { ship } from '../../../test/support/ships.ts'
import { date, recordKind } from '../records/kind.ts'
import type { Terms } from './clock.ts'
import { itself } from './itself.ts'
import { Thread } from './thread.ts'

const loan = recordKind({
  name: 'Loan',
  plural: 'Loans',
  table: 'loan',
  group: 'Loans',
  fields: { askedOn: date('Asked'), lentOn: date('Lent'), droppedOn: date('Dropped'), repaidOn: date('Repaid') },
  basis: 'Invented for tests.',
})
const usualTerms: Terms = { school: [], length: (_, fallback) => fallback, inUseFrom: () => null }
const of = (says: Record<string, string>) =>
  new Thread({ id: 'l1', askedOn: null, lentOn: null, droppedOn: null, repaidOn: null, ...says }, new Map())

describe('a clock about a record that is itself the thread', () => {
  test('starts on its own date, by the record itself', () => {
    expect(itself(loan, 'lentOn')(of({ lentOn: '2016-01-04' }), usualTerms)).toMatchObject([
      { at: '2016-01-04', by: { table: 'loan', id: 'l1' }, until: null },
    ])
  })

  test('starts nothing while that date is not recorded, nor where the rule is for others', () => {
    expect(itself(loan, 'lentOn')(of({ askedOn: '2016-01-04' }), usualTerms)).toEqual([])
    expect(itself(loan, 'lentOn', { when: () => false })(of({ lentOn: '2016-01-04' }), usualTerms)).toEqual([])
  })

  test('may find its date among several, and count from another day than it runs from', () => {
    const starts = itself(loan, ({ lentOn, askedOn }) => lentOn ?? askedOn, { since: ({ askedOn }) => askedOn as string })
    expect(starts(of({ askedOn: '2016-01-04' }), usualTerms)).toMatchObject([{ at: '2016-01-04', since: '2016-01-04' }])
    expect(starts(of({ askedOn: '2016-01-04', lentOn: '2016-02-01' }), usualTerms)).toMatchObject([
      { at: '2016-02-01', since: '2016-01-04' },
    ])
  })

  test('ends with the earliest of the dates that end it, in whichever order they are named', () => {
    const said = of({ lentOn: '2016-01-04', repaidOn: '2016-03-01', droppedOn: '2016-02-01' })
    for (const until of [['repaidOn', 'droppedOn'] as const, ['droppedOn', 'repaidOn'] as const])
      expect(itself(loan, 'lentOn', { until })(said, usualTerms)).toMatchObject([{ until: { at: '2016-02-01' } }])
  })

  test('reads only its own record', () => {
    expect(
      itself(ship, 'launchedOn')(
        new Thread({ id: 's1', launchedOn: null }, new Map([['ship', [{ id: 's2', launchedOn: '2016-01-04' }]]])),
        usualTerms,
      ),
    ).toEqual([])
  })
})
