import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { adds } from '../../src/engine/measures/measure.ts'
import { figurework, measures, notCounted } from '../../src/measures.ts'
import { assessment } from '../../src/practice/assessment/records.ts'
import { earlyHelpEpisode } from '../../src/practice/early-help/records.ts'
import { referral } from '../../src/practice/front-door/records.ts'
import { childInNeedPlan } from '../../src/practice/in-need/records.ts'
import { carePlan, lookedAfterReview, periodOfCare, placement } from '../../src/practice/looked-after/records.ts'
import { missingEpisode } from '../../src/practice/missing/records.ts'
import { person } from '../../src/practice/person/records.ts'
import { childProtectionPlan, childProtectionReview } from '../../src/practice/protection/records.ts'
import { subjects } from '../../src/clocks.ts'
import { record } from '../support/clocks.ts'
import { factsIn } from '../support/facts.ts'
import { root } from './project-files.ts'

/** Every row of the reference of measures is counted or said not to be, and each measure says what a page needs. */

const reference = join(root, '..', 'shared', 'reference', 'measures.csv')

test.skipIf(!existsSync(reference))(
  'every row of the reference of measures is counted, or is listed with why not, and no row is both',
  () => {
    const rows = readFileSync(reference, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => /^"?([a-z0-9-]+)/.exec(line)?.[1] ?? [])
    const counted = new Set(measures.map(({ id }) => id))
    expect(rows.filter((id) => !counted.has(id) && !(id in notCounted))).toEqual([])
    expect(rows.filter((id) => counted.has(id) && id in notCounted)).toEqual([])
    expect(Object.keys(notCounted).filter((id) => !rows.includes(id))).toEqual([])
  },
)

test('every measure has a name of its own, says what it counts, and is about somebody of whom facts can be', () => {
  const once = <T>(values: readonly T[]) => expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([])
  once(measures.map(({ id }) => id))
  once(measures.map(({ name }) => name))
  once(figurework.facts.map(({ id }) => id))
  once(figurework.dimensions.map(({ id }) => id))
  for (const { id, says, statistic, source, of, name } of measures) {
    expect(says.counted, id).toMatch(/^\S.*[^.]$/)
    expect(source, id).not.toBe('')
    expect(name, id).toMatch(/^[A-Z0-9]/)
    if (['share', 'ratio', 'mean', 'median', 'rate'].includes(statistic)) expect(says.outOf, `${id} does not say out of what`).toBeTruthy()
    expect(
      subjects.map(({ kind }) => kind),
      id,
    ).toContain(of.about)
  }
})

test('whatever a measure is parted by is worked out', () => {
  for (const { id, by } of measures) for (const each of by) if (typeof each !== 'string') expect(figurework.dimensions, id).toContain(each)
})

test('what is expected is of a share that has a better side, and leaves room for an ordinary service', () => {
  for (const { id, expected, statistic, better } of measures) {
    if (expected === null) continue
    expect([statistic, better === 'neutral'], id).toEqual(['share', false])
    expect(better === 'higher' ? expected : 100 - expected, id).toBeLessThan(98)
    expect(expected, id).toBeGreaterThan(0)
  }
})

test('of a council that keeps what the Standard Safeguarding Dataset asks and no more, nothing is told to be missing from the record', () => {
  const heldOn = '2016-02-01'
  const life = [
    record(person, { bornOn: '2004-05-05', ethnicity: 'WBRI' }),
    record(referral, {
      id: 'r',
      receivedOn: '2015-01-05',
      closedOn: '2016-02-20',
      closureReason: 'RC7',
      sourceCode: '6',
      primaryNeed: 'N1',
    }),
    record(assessment, { referral: 'r', startedOn: '2015-01-06', authorisedOn: '2015-02-06', childSeen: true }),
    record(childInNeedPlan, { startedOn: '2015-02-09', endedOn: '2015-05-05' }),
    record(childProtectionPlan, { startedOn: '2015-05-05', endedOn: '2016-02-20', initialCategory: 'NEG' }),
    record(childProtectionReview, { heldOn: '2015-08-03', planToContinue: true }),
    record(periodOfCare, { startedOn: '2015-09-07' }),
    record(placement, { type: 'U6', startedOn: '2015-09-07' }),
    record(lookedAfterReview, { heldOn: '2015-10-05' }),
    record(lookedAfterReview, { heldOn }),
    record(carePlan, { startedOn: '2015-09-07' }),
    record(missingEpisode, { wentMissingAt: '2016-02-01', returnedAt: '2016-02-02' }),
    record(earlyHelpEpisode, { startedOn: '2014-05-05', endedOn: '2014-12-01', startReason: 'Stepped down' }),
  ]
  // Periods of care follow from the dataset’s episodes.
  for (const { kind } of life) if (kind !== periodOfCare) expect(kind.as, kind.table).toHaveProperty('ssd')
  const counted = measures.filter(
    (each) => each.speaksOf === 'record' && factsIn(each.of, life).some(({ says }) => adds(each, each.of, says) !== null),
  )
  expect(counted.map(({ id }) => id)).toEqual([])
})
