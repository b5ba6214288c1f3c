import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../test/support/clocks.ts'
import { person } from '../practice/person/records.ts'
import { auditActionsDone, caseAudited } from './audit-clocks.ts'
import { caseAudit } from './records.ts'

const audit = (says: Parameters<typeof record<typeof caseAudit.fields>>[1]) => record(caseAudit, { id: 'audit', ...says })

holdsItsDates(caseAudited, {
  start: (day) => [audit({ askedOn: day })],
  stop: (day) => [audit({ completedOn: day })],
  dates: [
    ['2015-11-25', '2015-12-25', 'a month runs to Christmas Day and does not roll'],
    ['2016-01-31', '2016-02-29', 'the last day of a shorter month, in a leap year'],
  ],
})

holdsItsDates(auditActionsDone, {
  start: (day) => [audit({ completedOn: day, actions: 'See the child alone' })],
  stop: (day) => [audit({ actionsDoneOn: day })],
  dates: [
    ['2016-01-11', '2016-02-08', 'four plain weeks from a Monday'],
    ['2015-12-14', '2016-01-14', 'Christmas Day, the Boxing Day holiday on the 28th and New Year’s Day are not counted'],
  ],
})

test('an audit that is to be moderated is done when it is moderated', () => {
  const graded = { askedOn: '2016-01-04', completedOn: '2016-01-18', toBeModerated: true }
  expect(due(caseAudited, [audit(graded)], '2016-02-08')).toMatchObject([{ state: 'overdue', steps: ['2016-01-18', null] }])
  expect(due(caseAudited, [audit({ ...graded, moderatedOn: '2016-02-01' })], '2016-02-08')).toMatchObject([{ state: 'met' }])
})

test('another audit of the same child does not stand for this one', () => {
  const other = record(caseAudit, { askedOn: '2016-01-04', completedOn: '2016-01-18' })
  expect(due(caseAudited, [audit({ askedOn: '2016-01-04' }), other], '2016-02-08').map(({ state }) => state)).toEqual(['overdue', 'met'])
})

test('an audit that asks for nothing has no actions due', () => {
  expect(due(auditActionsDone, [audit({ completedOn: '2016-01-11' })], '2016-06-01')).toEqual([])
})

test('an audit is finished although the child has died', () => {
  expect(due(caseAudited, [record(person, { diedOn: '2016-01-20' }), audit({ askedOn: '2016-01-04' })], '2016-02-08')).toMatchObject([
    { state: 'overdue' },
  ])
})
