import type { Thread } from '../../engine/clocks/thread.ts'
import { legalStatus } from '../court/records.ts'
import { legalStatuses } from './code-lists.ts'

/**
 * Which legal statuses hold on a day, as codes of the looked-after return. Case systems write the code, its words or words of their own, so
 * the words are read generously here, once, for every rule that asks.
 */

/** A period has its first day and not its last; one that begins and ends on the same day held that day. */
export function legalStatusesOn(thread: Thread, day: string): readonly string[] {
  return thread.dated(legalStatus, 'startedOn').flatMap(({ at, record: { endedOn, status } }) => {
    const held = at <= day && (endedOn === null || day < endedOn || (endedOn === at && day === at))
    const code = held ? codeOfLegalStatus(status) : null
    return code === null ? [] : [code]
  })
}

/** Whether the day is one of a series of short breaks, to which most of the rules of care do not apply (regulation 48). */
export function isShortBreak(thread: Thread, day: string): boolean {
  const statuses = legalStatusesOn(thread, day)
  return statuses.length > 0 && statuses.every((code) => code === 'V3' || code === 'V4')
}

/** The code that a legal status written by a council stands for, or null where we know none. */
export function codeOfLegalStatus(written: string | null): string | null {
  if (written === null) return null
  const known = read.get(written)
  if (known !== undefined) return known
  const said = written.trim().toLowerCase()
  const listed = legalStatuses.codes.find(({ code, label }) => code.toLowerCase() === said || label?.toLowerCase() === said)
  const code = listed?.code ?? inWords.find(([words]) => words.test(said))?.[1] ?? null
  read.set(written, code)
  return code
}

const read = new Map<string, string | null>()

/** The first that matches. Interim orders stand before full ones, and a supervision order is no care order. */
const inWords: readonly (readonly [words: RegExp, code: string | null])[] = [
  [/supervision/, null],
  [/interim care order|\bico\b/, 'C1'],
  [/care order/, 'C2'],
  [/placement order/, 'E1'],
  [/remand/, 'J1'],
  [/short.?(term )?break|respite/, 'V4'],
  [/section 20\b|\bs\.? ?20\b/, 'V2'],
  [/police protection/, 'L1'],
  [/emergency protection/, 'L2'],
]
