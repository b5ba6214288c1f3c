import { clock, endIn, on, type Start } from '../../engine/clocks/clock.ts'
import { addMonths } from '../../engine/clocks/days.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { lookedAfterVisit } from '../looked-after/records.ts'
import { periodOn, timeInCare, timeInCareReads } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import { eligibleIn } from './eligibility.ts'
import { careLeaver } from './records.ts'
import { birthdayOf, daysOfStayingPut, hasAnswer } from './support.ts'
import { personalAdviserVisit, stayingPut, stayingPutCheck } from './support-records.ts'

/** What is asked around the birthdays of a care leaver: the return, and how a staying put arrangement goes. */

/** Ages of which the return asked, each since the first day of a collection year. */
const agesAsked: readonly (readonly [age: number, from: string])[] = [
  [17, '2015-04-01'],
  [18, '2015-04-01'],
  [19, '2011-04-01'],
  [20, '2013-04-01'],
  [21, '2013-04-01'],
]

/** In touch between 3 months before and 1 month after the birthday, with accommodation and activity recorded. */
export const inTouchAtBirthday = clock({
  id: 'care-leaver-birthday',
  name: 'In touch around a care leaver’s birthday',
  plural: 'In touch around care leavers’ birthdays',
  todo: 'Get in touch, and record accommodation and activity',
  area: 'Leaving care',
  about: person,
  weight: 'statistics',
  meaning: 'threshold',
  source: 'Looked-after return (SSDA903), OC3: at 19 only to 2012-13, 19 to 21 from 2013-14, 17 to 21 from 2015-16',
  starts: birthdays,
  due: ({ due }) => due ?? null,
  unit: 'months',
  stops: [
    on(personalAdviserVisit, 'visitedOn', { when: ({ how }) => how !== 'not reached' }),
    on(careLeaver, 'latestContactOn'),
    on(lookedAfterVisit, 'visitedOn', { when: ({ childSeen }) => childSeen !== false }),
  ],
  doneBy: personalAdviserVisit,
  reads: [...timeInCareReads],
  says: {
    starts: 'Three months before the birthday of a young person who was eligible and has left care',
    due: 'by one month after the birthday',
    stops: 'A contact that reaches them',
    repeats: 'At each birthday from 17 to 21',
    exceptions:
      'Not for those who went home for 6 months or died. At 22 to 25 only the latest contact is returned, since 2022-23, where support was asked for',
  },
})

/** A staying put arrangement is looked at 3 months after 18, and at 19 and 20. */
export const stayingPutChecked = clock({
  id: 'staying-put',
  name: 'Staying put arrangement checked',
  plural: 'Staying put arrangements checked',
  todo: 'Check how the staying put arrangement goes',
  area: 'Leaving care',
  about: person,
  weight: 'statute',
  lookedUp: true,
  source:
    'Children Act 1989, section 23CZA (Children and Families Act 2014, section 98), since 13 May 2014; the days are those of the looked-after return',
  from: '2014-05-13',
  starts: stayingPutDays,
  due: ({ due }) => due ?? null,
  unit: 'months',
  stops: [on(stayingPutCheck, 'checkedOn')],
  reads: [stayingPut],
  says: {
    starts: 'Three months before each day, while a young person stays put with former foster carers',
    due: '3 months after the eighteenth birthday, and on the nineteenth and twentieth birthdays',
    stops: 'The arrangement is checked',
    exceptions: 'Ends with the arrangement, or at 21',
  },
})

export const birthdayClocks = [inTouchAtBirthday, stayingPutChecked]

function birthdays(thread: Thread): Start[] {
  const eligible = eligibleIn(thread)[0]
  if (!eligible || hasAnswer(thread, 'RHOM', 'DIED')) return []
  return agesAsked.flatMap(([age, from]): Start[] => {
    const birthday = birthdayOf(thread, age)
    if (birthday === null || birthday.at < from || eligible.from >= birthday.at || periodOn(thread, birthday.at) !== null) return []
    const at = addMonths(birthday.at, -3)
    const due = addMonths(birthday.at, 1)
    if (onlyLatestContactKnown(thread, due)) return []
    const left = timeInCare(thread).findLast(({ until }) => until !== null && until <= birthday.at)?.until
    return [{ at, since: left && left > at ? left : at, by: birthday.by, due, part: `${age}th birthday`.replace('21th', '21st') }]
  })
}

/** The dataset knows the latest contact only: where that is later and no other was ever recorded, nobody can tell of a birthday long past. */
function onlyLatestContactKnown(thread: Thread, due: string): boolean {
  const latest = thread.dated(careLeaver, 'latestContactOn').at(-1)
  return latest !== undefined && latest.at > due && !thread.dated(personalAdviserVisit, 'visitedOn').some(({ at }) => at <= due)
}

function stayingPutDays(thread: Thread): Start[] {
  const twentyFirst = birthdayOf(thread, 21)?.at
  if (!twentyFirst) return []
  return thread.dated(stayingPut, 'startedOn').flatMap(({ at: began, record }) =>
    daysOfStayingPut(thread)
      .filter(({ day }) => began <= day)
      .map(({ day: due, part }): Start => {
        const by = { table: stayingPut.table, id: record.id }
        const window = addMonths(due, -3)
        return {
          at: window > began ? window : began,
          by,
          due,
          part,
          until: earliestOf(endIn(stayingPut, record, 'endedOn'), { at: twentyFirst, by }),
        }
      }),
  )
}
