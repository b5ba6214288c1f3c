import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { factKind, whatFellDue, type Saying } from '../../engine/measures/fact.ts'
import { person } from '../person/records.ts'
import { stepDown } from './clocks.ts'
import { earlyHelpEpisode, teamAroundFamilyReview } from './records.ts'

/** Early help: its assessments, what is open, and how it ended. */

type Episode = Said<(typeof earlyHelpEpisode)['fields']>

const organisation: Saying = { label: 'Organisation leading', type: 'words' }
const openedTo = ({ id }: Episode) => ({ table: earlyHelpEpisode.table, id })

export const earlyHelpAssessments = factKind({
  id: 'early-help-assessments',
  name: 'Early help assessments completed',
  about: person,
  says: { organisation },
  reads: [earlyHelpEpisode],
  facts: (thread) =>
    thread
      .dated(earlyHelpEpisode, 'assessmentCompletedOn')
      .map(({ at, record }) => ({ on: at, by: openedTo(record), says: { organisation: record.organisation } })),
})

/** Episodes, not children: two organisations may help one child at once. Early help may go on after the eighteenth birthday. */
export const earlyHelpOpen = factKind({
  id: 'early-help-open',
  name: 'Early help episodes open',
  about: person,
  lasts: true,
  says: { organisation },
  reads: [earlyHelpEpisode],
  facts: (thread) => {
    const { diedOn } = thread.about(person)
    return thread.dated(earlyHelpEpisode, 'startedOn').flatMap(({ at, record }) => {
      const until = diedOn !== null && (record.endedOn === null || diedOn < record.endedOn) ? diedOn : record.endedOn
      return until !== null && until <= at ? [] : [{ on: at, until, by: openedTo(record), says: { organisation: record.organisation } }]
    })
  },
})

export const earlyHelpEnded = factKind({
  id: 'early-help-ended',
  name: 'Early help episodes ended',
  about: person,
  says: {
    organisation,
    steppedUp: { label: 'Stepped up to social care', type: 'yes or no' },
    outcomesMet: { label: 'Ended with outcomes met', type: 'yes or no' },
  },
  reads: [earlyHelpEpisode, teamAroundFamilyReview],
  facts: (thread) =>
    thread.dated(earlyHelpEpisode, 'endedOn').map(({ at, record }) => {
      const { endReason } = record
      const steppedUp = (endReason !== null && saysSteppedUp(endReason)) || lastReviewSteppedUp(thread, record)
      const known = endReason !== null || steppedUp
      const outcomesMet = endReason !== null && !steppedUp && saysOutcomesMet(endReason)
      return {
        on: at,
        by: openedTo(record),
        says: { organisation: record.organisation, ...(known && { steppedUp, outcomesMet }) },
      }
    }),
})

/** The dataset gives no codes for why early help ended, so the words are read generously, once, here. */
export const saysSteppedUp = (reason: string): boolean =>
  /\bstep(s|ped|ping)?[\s-]*up\b|\bescalat/i.test(reason) ||
  (/\b(refer|transfer|hand)\w*\b.*\b(mash|social care|social work|child protection|front door|statutory)\b/i.test(reason) &&
    !/\b(no|not|declined|refused|rejected)\b/i.test(reason))

/** All of them: what was met in part was not met. */
export const saysOutcomesMet = (reason: string): boolean =>
  (/\b(needs?|outcomes?|goals?|aims?|objectives?)\b.*\b(met|achieved|reached)\b/i.test(reason) || /^\s*met\b/i.test(reason)) &&
  !/\b(not|none|some|partly|partial|partially|in part)\b/i.test(reason)

/** Whether the last meeting of the team around the family, before the episode ended, decided to step up. */
function lastReviewSteppedUp(thread: Thread, { id, startedOn, endedOn }: Episode): boolean {
  const last = thread
    .dated(teamAroundFamilyReview, 'heldOn')
    .findLast(({ at, record }) => at <= (endedOn as string) && at >= (startedOn ?? '') && (record.episode ?? id) === id)
  return last?.record.decision === 'step up'
}

export const stepDowns = whatFellDue(stepDown, { name: 'Step-downs to be picked up' })
