import { expect, test } from 'vitest'
import { holdsItsEarliestDay } from '../../../test/support/clocks-without-duty.ts'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { person } from '../person/records.ts'
import { noticeOfSpecialGuardianship, supportReviewed } from './special-guardianship-clocks.ts'
import { specialGuardianship, specialGuardianshipReview } from './special-guardianship-records.ts'

const guardianship = (more: object) => record(specialGuardianship, { id: 'guardianship', ...more })

holdsItsEarliestDay(noticeOfSpecialGuardianship, {
  start: (day) => [guardianship({ noticeOn: day })],
  stop: (day) => [guardianship({ appliedOn: day })],
  dates: [
    ['2015-06-10', '2015-09-10', 'three months to the day'],
    ['2015-11-30', '2016-02-29', 'February has no 30th: its last day'],
    ['2015-09-25', '2015-12-25', 'months run through holidays'],
  ],
})

test('where the court gives leave no notice is waited for; nor where the application was given up', () => {
  expect(due(noticeOfSpecialGuardianship, [guardianship({ noticeOn: '2015-06-10', leaveGiven: true })], '2015-06-11')).toEqual([])
  expect(due(noticeOfSpecialGuardianship, [guardianship({ noticeOn: '2015-06-10', notPursuedOn: '2015-07-06' })], '2015-07-07')).toEqual([])
})

holdsItsDates(supportReviewed, {
  start: (day) => [guardianship({ supportPlanFrom: day })],
  stop: (day) => [record(specialGuardianshipReview, { heldOn: day })],
  dates: [
    ['2014-02-28', '2015-02-28', 'a year to the day, a Saturday'],
    ['2016-02-29', '2017-02-28', 'a leap day has no anniversary in a common year'],
    ['2015-12-25', '2016-12-25', 'a year to Christmas Day'],
  ],
})

test('support is reviewed each year after the last review, until it ends or the child is 18', () => {
  const told = [guardianship({ supportPlanFrom: '2014-02-28' }), record(specialGuardianshipReview, { heldOn: '2015-02-16' })]
  expect(due(supportReviewed, told, '2016-02-17')).toMatchObject([{ state: 'met' }, { dueAt: '2016-02-16', state: 'overdue', days: 1 }])
  const ended = guardianship({ supportPlanFrom: '2014-02-28', supportEndedOn: '2015-01-30' })
  expect(due(supportReviewed, [ended], '2016-02-17')).toEqual([])
  const grown = [record(person, { bornOn: '1997-02-10' }), guardianship({ supportPlanFrom: '2014-02-28' })]
  expect(due(supportReviewed, grown, '2016-02-17')).toEqual([])
})
