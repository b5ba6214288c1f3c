import { professional } from '../authority/records.ts'
import { addMonths } from '../engine/clocks/days.ts'
import { factKind, type Fact } from '../engine/measures/fact.ts'
import { managementOversight } from '../practice/allocation/management-oversight.ts'
import { oversightOccasions } from '../practice/allocation/code-lists.ts'
import { person } from '../practice/person/records.ts'
import { supervision } from './records.ts'

/** Whether what managers write says anything: what was decided and why, and what became of what was agreed before. */

/** Words with which somebody says that they saw something and do not mind. */
const assent =
  'agree agreed agrees approve approved accept accepted authorise authorised endorse endorsed confirm confirmed support supported note noted read seen reviewed discussed checked considered signed sign okay ok yes fine good thanks continue proceed'
/** Words that only say of what, by whom or join the others. */
const joining =
  'a an the i we my it this that these is are was be been to with and of by as on off in at for above below all both so have has had no manager management team worker’s plan plans assessment decision decisions recommendation recommendations action actions outcome oversight supervision case review proposed set out made'
const saysNothingMore: ReadonlySet<string> = new Set(`${assent} ${joining}`.split(' '))

/**
 * Whether a text says no more than that somebody agrees ("Agreed.", "Read and noted, plan to continue"): every word of it is one of assent, or one
 * that joins these (`assent` and `joining` above). One other word is enough to say something; so is a figure. No text says nothing.
 */
export function onlyAgrees(text: string | null): boolean {
  for (const [word] of (text ?? '').matchAll(/[\p{L}\p{N}’']+/gu))
    if (!saysNothingMore.has(word.toLowerCase().replaceAll("'", '’'))) return false
  return true
}

/** One a decision written, with its reasons or without. Those of which neither is recorded are left out: only that a manager looked is held. */
export const managementDecisions = factKind({
  id: 'management-decisions',
  name: 'Management decisions on the record',
  about: person,
  says: {
    occasion: { label: 'Occasion', type: 'words', codes: oversightOccasions },
    onlyAgrees: { label: 'Says only that somebody agrees', type: 'yes or no' },
  },
  reads: [managementOversight],
  facts: (thread) =>
    thread.dated(managementOversight, 'recordedOn').flatMap(({ at, record: { id, occasion, decision, reasons } }): Fact[] => {
      if (decision === null && reasons === null) return []
      const says = { occasion, onlyAgrees: onlyAgrees(decision) && onlyAgrees(reasons) }
      return [{ on: at, by: { table: managementOversight.table, id }, says }]
    }),
})

/** After how many months without supervision there is nothing that would be followed up. Ours. */
const remembered = 4

/**
 * Whether a text says what became of something agreed before. It is read for words that look back: last time, since then, done, still open, not yet,
 * outstanding, carried over, followed up.
 */
export const looksBack = (text: string): boolean =>
  /\b(last (time|supervision|month|meeting)|since (then|last)|previous(ly)?|done|complet(ed|e)|still (open|to do|outstanding)|not yet|outstanding|carried (over|forward)|follow(ed)?[\s-]?up|from before)\b/i.test(
    text,
  )

/** One a supervision. Where nothing is written of its actions, or the one before is long ago or left none, it is not told whether it looks back. */
export const supervisionsHeld = factKind({
  id: 'supervisions-held',
  name: 'Supervisions held',
  about: professional,
  says: {
    reflective: { label: 'Reflective', type: 'yes or no' },
    looksBack: { label: 'Follows up what was agreed last time', type: 'yes or no' },
  },
  reads: [supervision],
  facts: (thread) =>
    thread.dated(supervision, 'heldOn').map(({ at, record: { id, reflective, actions } }, place, all): Fact => {
      const before = all[place - 1]
      const agreed = before !== undefined && before.at >= addMonths(at, -remembered) && before.record.actions !== null
      return {
        on: at,
        by: { table: supervision.table, id },
        says: { reflective, looksBack: agreed && actions !== null ? looksBack(actions) : null },
      }
    }),
})
