import { addDays } from '../../engine/clocks/days.ts'
import { after, type Length } from '../../engine/clocks/length.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { factKind, whatFellDue, type Fact, type Saying } from '../../engine/measures/fact.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedReview } from '../in-need/records.ts'
import { person } from '../person/records.ts'
import { stepDown, teamAroundFamilyReviews } from './clocks.ts'
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

/** How long before a case closes the decision to step down may have been made: days, and ours. */
const decidedWithin = 60

/**
 * Cases closed to early help, on the day by which early help was due to have picked them up. Since 2022 the reason for closure says it (RC9), and the
 * clock counts it; before, and where another reason is given, the last child in need review before the case closed, which decided to step down.
 */
export const stepDowns = factKind({
  id: 'step-down-handover-due',
  name: 'Step-downs to be picked up',
  about: person,
  says: { inTime: { label: 'In time', type: 'yes or no' }, done: { label: 'Done at all', type: 'yes or no' } },
  reads: [referral, childInNeedReview, earlyHelpEpisode, teamAroundFamilyReview],
  clocks: [stepDown],
  facts: (thread, runs, terms) => [
    ...byReason.facts(thread, runs, terms),
    ...thread.dated(referral, 'closedOn').flatMap(({ at, record }): Fact[] => {
      if (record.closureReason === 'RC9' || !decidedToStepDown(thread, at)) return []
      const on = after(at, terms.length(stepDown.id, stepDown.due as Length))
      if (thread.dated(referral, 'receivedOn').some((again) => at < again.at && again.at <= on)) return []
      return [
        {
          on,
          by: { table: referral.table, id: record.id },
          says: { inTime: isPickedUp(thread, at, on), done: isPickedUp(thread, at, '9999') },
        },
      ]
    }),
  ],
})

const byReason = whatFellDue(stepDown, { name: 'Cases closed because they were referred to early help' })

const decidedToStepDown = (thread: Thread, closedOn: string): boolean =>
  thread.dated(childInNeedReview, 'heldOn').findLast(({ at }) => at <= closedOn && at >= addDays(closedOn, -decidedWithin))?.record
    .decision === 'step down'

/** Whether early help ran at some time from a day to another, or a team around the family met. */
const isPickedUp = (thread: Thread, from: string, until: string): boolean =>
  thread.dated(earlyHelpEpisode, 'startedOn').some(({ at, record: { endedOn } }) => at <= until && (endedOn === null || endedOn > from)) ||
  thread.dated(teamAroundFamilyReview, 'heldOn').some(({ at }) => at >= from && at <= until)

/** Within how many days of a case’s closing an episode that begins is one of stepping down. Ours. */
const followsWithin = 30

/**
 * What a team around the family owes: its reviews, each on the day by which it was due, and whether social care had stepped the child down, as the
 * episode says or a case that closed shortly before it shows. Episodes of which only what the dataset holds is known are left out: it has no reviews.
 */
export const familyReviewsDue = whatFellDue(teamAroundFamilyReviews, {
  name: 'Team around the family reviews due',
  says: {
    steppedDown: { label: 'Stepped down from social care', type: 'yes or no' },
    first: { label: 'The first review', type: 'yes or no' },
  },
  reads: [earlyHelpEpisode, teamAroundFamilyReview, referral],
  more: ({ startedBy, startedAt }, thread) => {
    const episode =
      thread.all(earlyHelpEpisode).find(({ id }) => id === startedBy.id) ??
      thread.dated(earlyHelpEpisode, 'startedOn').findLast(({ at }) => at <= startedAt)?.record
    if (!episode || (episode.assessmentCompletedOn === null && thread.all(teamAroundFamilyReview).length === 0)) return null
    return { steppedDown: wasSteppedDown(thread, episode), first: startedBy.id === episode.id }
  },
})

function wasSteppedDown(thread: Thread, { startReason, startedOn }: Episode): boolean {
  if (startReason !== null && /\bstep(s|ped|ping)?[\s-]*down\b/i.test(startReason)) return true
  if (startedOn === null) return false
  return thread
    .dated(referral, 'closedOn')
    .some(({ at, record: { noFurtherAction } }) => noFurtherAction !== true && at <= startedOn && at >= addDays(startedOn, -followsWithin))
}
