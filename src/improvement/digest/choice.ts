import type { Among } from '../../engine/measures/breakdown.ts'
import type { Dimension } from '../../engine/measures/dimension.ts'
import { lastDay, lastWholeMonth, monthName, monthNumber } from '../../engine/measures/months.ts'

/** What the address of a page of the digest chooses: the month, and a group alone or left out. All of it stands in the address and nowhere else. */
export interface Choice {
  readonly month: number
  /** The last month that is over on the day of the page. */
  readonly latest: number
  readonly among: readonly Among[]
  /** The group as the address has it: 'unaccompanied:yes', and whether it is left out. */
  readonly group: string | null
  readonly without: boolean
  /** What the address asked for and does not exist, in sentences. */
  readonly errors: readonly string[]
}

/** @param day plain date that counts as today, or of the past moment looked at */
export function choiceFrom(query: URLSearchParams, dimensions: readonly Dimension[], day: string): Choice {
  const errors: string[] = []
  const latest = lastWholeMonth(day)
  const asked = query.get('month')
  let month = latest
  if (asked !== null && asked !== '') {
    if (/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(asked) && monthNumber(asked) <= monthNumber(day)) month = monthNumber(asked)
    else errors.push('The month in the address cannot be read, or is still to come. The last that is over is shown.')
  }
  const group = query.get('group') === '' ? null : query.get('group')
  const without = query.get('without') === 'yes'
  const among: Among[] = []
  if (group !== null) {
    const [id = '', value = ''] = group.split(':')
    const by = dimensions.find((each) => each.id === id)
    if (by && value !== '') among.push({ by, value, without })
    else errors.push('The group in the address is not known. Everyone is shown.')
  }
  return { month, latest, among, group: among.length > 0 ? group : null, without: among.length > 0 && without, errors }
}

/** What an address says of a choice; nothing of what is usual. */
export const choiceQuery = ({ month, latest, group, without }: Choice): Readonly<Record<string, string | null>> => ({
  month: month === latest ? null : monthName(month),
  group,
  without: without ? 'yes' : null,
})

/** The months that can be chosen: six years back from the latest. */
export const monthsToChoose = (latest: number): readonly number[] => Array.from({ length: 72 }, (_, back) => latest - back)

/** The last day of the month, or the day itself in a month that is not over. */
export const asOf = ({ month }: Choice, day: string): string => (lastDay(month) < day ? lastDay(month) : day)
