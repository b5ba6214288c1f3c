/** A plain date, 'YYYY-MM-DD'. */
export type Day = string

const dayLength = 86_400_000
const toNumber = (day: Day) => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
const toDay = (number: number): Day => new Date(number).toISOString().slice(0, 10)

/** The day so many days later (earlier when negative). */
export const addDays = (day: Day, days: number): Day => toDay(toNumber(day) + days * dayLength)

/** The same date so many years later; 29 February becomes 28 February. */
export function addYears(day: Day, years: number): Day {
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
  return toDay(toNumber(moved)) === moved ? moved : `${moved.slice(0, 5)}02-28`
}

/** Whole years of age on a day. */
export const ageOn = (born: Day, day: Day): number =>
  Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0)

const weekday = (day: Day) => new Date(toNumber(day)).getUTCDay()

/** Bank holidays in England that fall in the lives told here (gov.uk; for 2010 and 2011 from the proclamations of those years). */
const bankHolidays = new Set(
  `2010-01-01 2010-04-02 2010-04-05 2010-05-03 2010-05-31 2010-08-30 2010-12-27 2010-12-28
   2011-01-03 2011-04-22 2011-04-25 2011-04-29 2011-05-02 2011-05-30 2011-08-29 2011-12-26 2011-12-27
   2012-01-02 2012-04-06 2012-04-09 2012-05-07 2012-06-04 2012-06-05 2012-08-27 2012-12-25 2012-12-26
   2013-01-01 2013-03-29 2013-04-01 2013-05-06 2013-05-27 2013-08-26 2013-12-25 2013-12-26
   2014-01-01 2014-04-18 2014-04-21 2014-05-05 2014-05-26 2014-08-25 2014-12-25 2014-12-26
   2015-01-01 2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-08-31 2015-12-25 2015-12-28
   2016-01-01 2016-03-25 2016-03-28 2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27`.split(/\s+/),
)

const isWorkingDay = (day: Day) => weekday(day) % 6 !== 0 && !bankHolidays.has(day)

/** That day if it is a working day, else the next one. */
export function workingDay(day: Day): Day {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, 1)
  return found
}

/** The day so many working days after a day, which is day 0. The case system works due dates out like this. */
export function addWorkingDays(day: Day, days: number): Day {
  let found = day
  for (let left = days; left > 0; left -= 1) found = workingDay(addDays(found, 1))
  return found
}
