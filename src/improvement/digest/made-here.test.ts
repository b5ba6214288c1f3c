import { describe, expect, test } from 'vitest'
import { factKind } from '../../engine/measures/fact.ts'
import { measure, type Measure } from '../../engine/measures/measure.ts'
import { codeList } from '../../engine/records/kind.ts'
import { ageBand, category, sex } from '../../practice/dimensions.ts'
import { person } from '../../practice/person/records.ts'
import { measureFrom, type Written } from './made-here.ts'

/** A measure that an analyst has written, as a measure like any other, or a sentence that says why it cannot be one. */

const sources = codeList('Who referred', 'Invented', [{ code: '5C', label: 'Police' }])
const referrals = factKind({
  id: 'referrals-received',
  name: 'Referrals received',
  about: person,
  reads: [],
  says: {
    source: { label: 'Who referred', type: 'words', codes: sources },
    again: { label: 'Referred before', type: 'yes or no' },
    days: { label: 'Days until decided', type: 'number', unit: 'working days' },
  },
  facts: () => [],
})
const plans = factKind({ id: 'plans', name: 'Plans', about: person, lasts: true, reads: [], facts: () => [] })

const declare = (more: Partial<Measure> & Pick<Measure, 'id' | 'of'>): Measure =>
  measure({
    name: more.id,
    area: 'Front door',
    statistic: 'count',
    span: more.of.lasts ? 'moment' : 'month',
    better: 'neutral',
    source: 'Invented',
    says: { counted: 'all' },
    ...more,
  })
const declared = [
  declare({ id: 'referrals', of: referrals, by: [ageBand, sex, 'source'] }),
  declare({ id: 'on-a-plan', of: plans, by: [category], ofWhole: ['category'], noTrend: 'Plans are kept for a year' }),
]
const facts = [referrals, plans]

const written: Written = {
  measure: 'police-again',
  name: 'Referred again by the police',
  area: 'Front door',
  facts: 'referrals-received',
  statistic: 'share',
  onlyThose: 'source is 5C',
  met: 'again is yes',
  number: null,
  span: '12 months',
  better: 'lower',
  target: 12.5,
  why: 'asked for by the partnership',
  shared: true,
  madeBy: 'An analyst',
}
const made = (more: Partial<Written> = {}) => measureFrom({ ...written, ...more }, facts, declared)

test('what was written is a measure, marked as made here, of the facts it names', () => {
  expect(made()).toEqual({
    id: 'police-again',
    name: 'Referred again by the police',
    area: 'Front door',
    of: referrals,
    where: { source: ['5C'] },
    statistic: 'share',
    met: { again: [true] },
    value: null,
    over: null,
    to: null,
    people: null,
    span: '12 months',
    better: 'lower',
    target: 12.5,
    unit: '',
    by: [ageBand, sex, 'source'],
    ofWhole: [],
    expected: null,
    settles: 0,
    speaksOf: 'practice',
    noTrend: null,
    source: 'Made here by An analyst: asked for by the partnership',
    national: false,
    says: { counted: 'referrals received, source is 5C, again is yes', outOf: 'referrals received, source is 5C' },
    local: true,
  })
})

test('where nobody said who made it or why, its source says that it was made here', () => {
  expect(made({ madeBy: null, why: null })).toMatchObject({ source: 'Made here' })
})

test('an average has the unit of its number', () => {
  expect(made({ statistic: 'mean', met: null, number: 'days' })).toMatchObject({ value: 'days', unit: 'working days' })
  expect(made({ statistic: 'median', met: null, number: 'days' })).toMatchObject({ statistic: 'median', unit: 'working days' })
})

test('it is parted as the measures that count the same facts are, and is as little a trend as they', () => {
  const count = { facts: 'plans', statistic: 'count', onlyThose: null, met: null, span: 'moment' } as const
  expect(made(count)).toMatchObject({ by: [category], ofWhole: ['category'], noTrend: 'Plans are kept for a year' })
  // Facts that no measure counts: then by nothing.
  expect(measureFrom({ ...written, ...count }, facts, [])).toMatchObject({ by: [], ofWhole: [], noTrend: null })
})

describe('what cannot be counted says why, in words to whoever wrote it', () => {
  test.each<readonly [Partial<Written>, string]>([
    [{ facts: 'adoptions' }, 'There are no facts called “adoptions”.'],
    [{ measure: 'referrals' }, '“referrals” is the identifier of another measure. Give another name.'],
    [
      { measure: 'Police again!' },
      'This measure has an identifier that cannot stand in an address: use small letters, digits and hyphens.',
    ],
    [{ onlyThose: 'source is 9Z' }, '“9Z” is no code of “Who referred”. Its codes: 5C.'],
    [{ met: 'agian is yes' }, '“agian is yes” names nothing that these facts say. They say: source, again, days.'],
    [{ met: null }, 'This measure is a share and does not say what meets the standard (met).'],
    [{ statistic: 'mean', met: null }, 'This measure is a mean and does not say of what (value).'],
    [{ statistic: 'median', met: null }, 'This measure is a median and does not say of what (value).'],
    [{ statistic: 'mean', met: null, number: 'weeks' }, 'This measure speaks of "weeks", which its facts (referrals-received) do not say.'],
    [{ statistic: 'mean', met: null, number: 'source' }, 'This measure is a mean of "source", which is not a number.'],
    [{ span: 'moment' }, 'This measure is told of a moment, but its facts happen on a day.'],
    [{ facts: 'plans', statistic: 'count', onlyThose: null, met: null }, 'This measure is told of a time, but its facts last.'],
  ])('%j: %s', (more, sentence) => expect(made(more)).toBe(sentence))
})

test('conditions that are of no use to it are kept out of what it says: a count has no standard to meet', () => {
  expect(made({ statistic: 'count', met: null, onlyThose: null })).toMatchObject({
    where: null,
    met: null,
    says: { counted: 'referrals received' },
  })
})
