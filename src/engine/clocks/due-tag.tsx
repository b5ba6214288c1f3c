/** A due date in a word or two, and the tag that carries it. */
import type { JSX } from 'preact'
import { Tag, type TagColour } from '../web/components/content.tsx'
import { clockTime, countOf, longDate } from '../web/words.ts'
import { addDays, dayNumber, weekday } from './days.ts'
import type { DueDate } from './due-dates.ts'

type Due = Pick<DueDate, 'state' | 'days' | 'dueAt' | 'done' | 'stoppedAt'> & { readonly rule: Pick<DueDate['rule'], 'unit' | 'meaning'> }

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** 'Due today', 'Tomorrow', 'Saturday, 6:30am', '23 working days late', '4 April 2016'. @param day the plain date on which it is told */
export function dueInShort(due: Due, day: string): string {
  const { state, days, dueAt, done, rule } = due
  const long = countOf(days, rule.unit.slice(0, -1), rule.unit)
  switch (state) {
    case 'met':
      return 'Done in time'
    case 'late':
      return done ? (days === 0 ? 'Done hours late' : `Done ${long} late`) : 'Never done'
    case 'paused':
      return 'Standing still'
    case 'overdue':
      return rule.meaning === 'threshold' ? `${long} past` : `${long} late`
    case 'running':
      return whenInShort(dueAt, day)
  }
}

/** A day to come, as said of the days near it. */
function whenInShort(dueAt: string, day: string): string {
  const on = dueAt.slice(0, 10)
  const hour = dueAt.length > 10 ? clockTime(dueAt.slice(11)) : null
  if (on === day) return hour === null ? 'Due today' : `Due today, ${hour}`
  if (on === addDays(day, 1)) return hour === null ? 'Tomorrow' : `Tomorrow, ${hour}`
  if (dayNumber(on) - dayNumber(day) < 7) {
    const name = weekdays[weekday(dayNumber(on))] as string
    return hour === null ? `${name} ${longDate(on).replace(/ \d{4}$/, '')}` : `${name}, ${hour}`
  }
  return longDate(on)
}

/** Red overdue, yellow today or tomorrow, blue to come, green done in time, orange done late, grey standing still. */
function dueColour({ state, dueAt, rule }: Due, day: string): TagColour {
  if (state === 'overdue') return rule.meaning === 'threshold' ? 'orange' : 'red'
  if (state === 'running') return dueAt.slice(0, 10) <= addDays(day, 1) ? 'yellow' : 'blue'
  return state === 'met' ? 'green' : state === 'late' ? 'orange' : 'grey'
}

export const DueTag = ({ due, day }: { readonly due: Due; readonly day: string }): JSX.Element => (
  <Tag colour={dueColour(due, day)}>{dueInShort(due, day)}</Tag>
)
