import { addDays, addMonths } from '../clocks/days.ts'

/** Months as figures are told of them: 'YYYY-MM' in words, and numbers to reckon with. */

/** The number of a month: of a plain date or of 'YYYY-MM'. */
export const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** 'YYYY-MM' of such a number. */
export const monthName = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

/** The last day of a month. */
export const lastDay = (month: number): string => addDays(addMonths(`${monthName(month)}-01`, 1), -1)

/** The last month that is over on a day: the day itself may be its last. */
export const lastWholeMonth = (day: string): number => (lastDay(monthNumber(day)) === day ? monthNumber(day) : monthNumber(day) - 1)

export const isMonth = (text: string): boolean => /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text)
