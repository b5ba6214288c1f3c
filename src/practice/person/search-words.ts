/** What somebody typed to find a child, taken apart. */
import { readDate } from '../../engine/exchange/values.ts'
import { longDate, typedDay } from '../../engine/web/words.ts'

export interface Understood {
  bornOn: string | null
  year: number | null
  names: string
  numbers: string[]
  /** What could not be understood, or cannot be so. */
  remarks: string[]
}

/** Takes what was typed apart: a date, a year of birth, numbers, and what is left as names. */
export function understand(text: string, today: string): Understood {
  const remarks: string[] = []
  let rest = ` ${text.normalize('NFC').slice(0, 200)} `
  let bornOn: string | null = null
  const date =
    /(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{4})/i.exec(
      rest,
    )
  if (date?.[0]) {
    const answer = readDate(date[0].replace(/(\d)(st|nd|rd|th)\b/i, '$1'), {
      today,
      earliest: '1900-01-01',
      latest: `${Number(today.slice(0, 4)) + 1}-12-31`,
    })
    const ahead = typedDay(date[0]) ?? ''
    if ('value' in answer) bornOn = answer.value
    else if (ahead > today) remarks.push(`${longDate(ahead)} is in the future.`)
    else remarks.push(`${date[0]} is not a date of birth that can be. Give day, month and year.`)
    rest = rest.replace(date[0], ' ')
  }
  let year: number | null = null
  const years = /\s(19\d\d|20\d\d)\s/.exec(rest)
  if (!bornOn && years?.[1] && /[a-z]{2}/i.test(rest)) {
    const said = Number(years[1])
    if (said > Number(today.slice(0, 4)) + 1) remarks.push(`${said} is in the future.`)
    else year = said
    rest = rest.replace(years[1], ' ')
  }
  const parts = rest.split(/\s+/).filter((part) => part !== '')
  const numbers = parts.filter((part) => /\d/.test(part))
  const names = parts.filter((part) => !/\d/.test(part)).join(' ')
  return { bornOn, year, names, numbers: [...numbers, ...(numbers.length > 1 ? [numbers.join('')] : [])], remarks }
}
