import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { allegationMeasures } from './measures.ts'
import { allegation } from './records.ts'

const the = (id: string) => allegationMeasures.find((each) => each.id === id) as (typeof allegationMeasures)[number]
const alleged = (says: Parameters<typeof record<typeof allegation.fields>>[1]) => [record(allegation, says)]

test('referrals count on their day, advice only with them', () => {
  const lives = [
    alleged({ referredOn: '2015-04-01', sector: 'SCHOOL', nature: 'PHY', meetsThreshold: true }),
    alleged({ referredOn: '2016-03-31', sector: 'SPORT', nature: 'CON', meetsThreshold: false }),
    alleged({ employerKnewOn: '2015-06-01' }),
  ]
  expect(figure(the('lado-referrals'), lives, '2016-03')).toMatchObject({ value: 2 })
  expect(figure(the('lado-referrals'), lives, '2016-04')).toMatchObject({ value: 1 })
  expect(figure(the('lado-referrals'), lives, '2016-03', { by: ['sector', 'SCHOOL'] })).toMatchObject({ value: 1 })
  expect(figure(the('lado-referrals'), lives, '2016-03', { by: ['threshold', 'no'] })).toMatchObject({ value: 1 })
})

test('referred on a Friday, it is decided in time on Monday and late on Tuesday', () => {
  const lives = [
    alleged({ referredOn: '2016-02-05', firstDecisionOn: '2016-02-08' }),
    alleged({ referredOn: '2016-02-05', firstDecisionOn: '2016-02-09' }),
    alleged({ referredOn: '2016-02-05' }),
    alleged({ referredOn: '2016-02-05', meetingOn: '2016-02-08' }),
  ]
  expect(figure(the('lado-1wd'), lives, '2016-02')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
  expect(figure(the('lado-1wd'), [], '2016-02')).toMatchObject({ value: null })
})

test('of those concluded, in the month they are, one took three months to the day and one a day more', () => {
  const lives = [
    alleged({ referredOn: '2016-01-11', concludedOn: '2016-04-11', sector: 'HEALTH' }),
    alleged({ referredOn: '2016-01-11', concludedOn: '2016-04-12' }),
    alleged({ referredOn: '2015-01-12' }),
    alleged({ referredOn: '2016-01-11', concludedOn: '2016-04-11', meetsThreshold: false }),
  ]
  expect(figure(the('lado-3m'), lives, '2016-04')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  expect(figure(the('lado-3m'), lives, '2016-04', { by: ['sector', 'HEALTH'] })).toMatchObject({ value: 100, denominator: 1 })
  expect(figure(the('lado-3m'), lives, '2016-03')).toMatchObject({ value: null })
})
