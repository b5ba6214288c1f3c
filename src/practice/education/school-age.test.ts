import { expect, test } from 'vitest'
import { compulsorySchoolAge } from './school-age.ts'

test.each([
  [
    '2010-09-01',
    '2015-12-31',
    '2027-06-26',
    'five on 1 September: from the end of December; sixteen at the beginning of the last school year',
  ],
  ['2010-08-31', '2015-08-31', '2026-06-27', 'five on 31 August, a day on which it begins; sixteen two months after leaving'],
  ['2011-03-31', '2016-03-31', '2027-06-26', 'five on 31 March'],
  ['2011-04-01', '2016-08-31', '2027-06-26', 'five on 1 April: from the end of August'],
  ['2011-01-01', '2016-03-31', '2027-06-26', 'five on New Year’s Day'],
  ['2000-02-29', '2005-03-31', '2016-06-25', 'born on a leap day: five on 1 March'],
])('a child born on %s is of compulsory school age from %s, and from %s no more: %s', (bornOn, from, until) => {
  expect(compulsorySchoolAge(bornOn)).toEqual({ from, until })
})
