import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { notCounted as feedbackNotCounted } from '../feedback/not-counted.ts'
import { complaintMeasures } from './measures.ts'
import { notCounted } from './not-counted.ts'
import { complaint } from './records.ts'

const the = (id: string) => complaintMeasures.find((each) => each.id === id) as (typeof complaintMeasures)[number]
const complained = (says: Parameters<typeof record<typeof complaint.fields>>[1]) => [
  record(complaint, { receivedOn: '2016-02-01', ...says }),
]

test('complaints count in the month they were received; those under the authority’s own procedure do not', () => {
  const lives = [
    complained({ madeBy: 'CHILD' }),
    complained({ receivedOn: '2016-02-29', procedure: 'CA89' }),
    complained({ procedure: 'CORP' }),
    complained({ receivedOn: '2016-03-01' }),
  ]
  expect(figure(the('complaints-stage1'), lives, '2016-02')).toMatchObject({ value: 2 })
  expect(figure(the('complaints-stage1'), lives, '2016-02', { by: ['madeBy', 'CHILD'] })).toMatchObject({ value: 1 })
  expect(figure(the('complaints-stage1'), [], '2016-02')).toMatchObject({ value: 0 })
})

test('received on Monday 1 February, 10 working days end on the 15th and 20 on the 29th', () => {
  const lives = [
    complained({ stage1AnsweredOn: '2016-02-15' }),
    complained({ stage1AnsweredOn: '2016-02-16', complex: true }),
    complained({ stage1AnsweredOn: '2016-02-29' }),
    complained({ stage1AnsweredOn: '2016-03-01' }),
    complained({}),
  ]
  expect(figure(the('complaints-s1-time'), lives, '2016-03')).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
  expect(figure(the('complaints-s1-20'), lives, '2016-03')).toMatchObject({ value: 75, numerator: 3, denominator: 4 })
  expect(figure(the('complaints-s1-20'), lives, '2016-01')).toMatchObject({ value: null })
})

test('a complaint is decided on the day of its last answer', () => {
  const lives = [
    complained({ stage1AnsweredOn: '2016-02-15', outcome: 'NOT' }),
    complained({ stage1AnsweredOn: '2016-02-15', stage2RequestedOn: '2016-02-22', stage2AnsweredOn: '2016-04-01', outcome: 'UPH' }),
    complained({ stage1AnsweredOn: '2016-02-15', outcome: 'PAR' }),
    complained({ stage1AnsweredOn: '2016-02-15' }),
    complained({ withdrawnOn: '2016-02-15', outcome: 'NOF' }),
  ]
  expect(figure(the('complaints-upheld'), lives, '2016-03')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  expect(figure(the('complaints-upheld'), lives, '2016-04')).toMatchObject({ value: 200 / 3, numerator: 2, denominator: 3 })
  expect(figure(the('complaints-upheld'), lives, '2016-04', { by: ['outcome', 'UPH'] })).toMatchObject({ denominator: 1 })
})

test('one stage 2 to two stage 1 answers of the twelve months', () => {
  const lives = [
    complained({ stage1AnsweredOn: '2016-02-15', stage2RequestedOn: '2016-03-07' }),
    complained({ stage1AnsweredOn: '2016-03-31' }),
    complained({ procedure: 'CORP', stage2RequestedOn: '2016-03-07' }),
  ]
  expect(figure(the('complaints-escalated'), lives, '2016-03')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  expect(figure(the('complaints-escalated'), lives, '2017-02')).toMatchObject({ value: 100, numerator: 1, denominator: 1 })
  expect(figure(the('complaints-escalated'), lives, '2017-03')).toMatchObject({ value: null })
})

test('what is not counted is no measure here, and why is a sentence', () => {
  for (const [id, why] of Object.entries({ ...notCounted, ...feedbackNotCounted })) {
    expect(the(id)).toBeUndefined()
    expect(why).toMatch(/^[A-Z].*\.$/)
  }
})
