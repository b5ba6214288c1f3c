import type { Ref, Start } from '../engine/clocks/clock.ts'
import { united, without } from '../engine/clocks/stretches.ts'
import type { Thread } from '../engine/clocks/thread.ts'
import { factKind } from '../engine/measures/fact.ts'
import { lastingOnce } from '../practice/lasting-facts.ts'
import { periodOfCare } from '../practice/looked-after/records.ts'
import { independentVisitor } from '../practice/looked-after/support-records.ts'
import { timeInCare, timeInCareReads } from '../practice/looked-after/time-in-care.ts'
import { person } from '../practice/person/records.ts'

/**
 * A child in care while they have an independent visitor, or are to have one: from the decision until one that there be none. A visitor who
 * leaves is still needed. Outside care nobody is: section 23ZB is of children looked after.
 */
export const visitorsNeeded = factKind({
  id: 'independent-visitors-needed',
  name: 'Children who have an independent visitor or are to have one',
  about: person,
  lasts: true,
  says: { matched: { label: 'Matched', type: 'yes or no' } },
  reads: [...timeInCareReads, independentVisitor],
  facts: (thread) => {
    const matched = united(whileInCare(thread, matches(thread)))
    const needed = united(whileInCare(thread, decisions(thread)))
    return [...lastingOnce(matched, { matched: true }), ...lastingOnce(without(needed, matched), { matched: false })]
  },
})

const refTo = (record: { readonly id: string }): Ref => ({ table: independentVisitor.table, id: record.id })

const matches = (thread: Thread): Start[] =>
  thread.dated(independentVisitor, 'matchedOn').map(({ at, record }) => ({
    at,
    by: refTo(record),
    until: record.endedOn === null ? null : { at: record.endedOn, by: refTo(record) },
  }))

/** From each decision that one be appointed to the next that none be. */
function decisions(thread: Thread): Start[] {
  const considered = thread.dated(independentVisitor, 'consideredOn').filter(({ record }) => record.decision !== null)
  return considered.flatMap(({ at, record }, place): Start[] => {
    if (record.decision !== 'Appoint') return []
    const none = considered.slice(place + 1).find((later) => later.record.decision !== 'Appoint')
    return [{ at, by: refTo(record), until: none ? { at: none.at, by: refTo(none.record) } : null }]
  })
}

/** What of stretches lies in times in care. */
const whileInCare = (thread: Thread, stretches: readonly Start[]): Start[] =>
  stretches.flatMap((stretch) =>
    timeInCare(thread).flatMap(({ from, until, period }): Start[] => {
      const leaving = until === null ? null : { at: until, by: { table: periodOfCare.table, id: period.id } }
      const ends = stretch.until ?? null
      const end = leaving === null || (ends !== null && ends.at <= leaving.at) ? ends : leaving
      const at = stretch.at > from ? stretch.at : from
      return end !== null && end.at <= at ? [] : [{ ...stretch, at, until: end }]
    }),
  )
