import type { Clock, Terms } from '../../engine/clocks/clock.ts'
import { addDays, addMonths } from '../../engine/clocks/days.ts'
import type { Length } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { assessment } from '../assessment/records.ts'
import { earlyHelpEpisode, teamAroundFamilyReview } from '../early-help/records.ts'
import { contact, referral } from '../front-door/records.ts'
import { inNeedVisit } from '../in-need/clocks.ts'
import { childInNeedPlan, childInNeedReview, childInNeedVisit } from '../in-need/records.ts'
import { pathwayReview } from '../leaving-care/pathway-records.ts'
import { personalAdviserVisit } from '../leaving-care/support-records.ts'
import { lookedAfterReview, lookedAfterVisit, periodOfCare, placement } from '../looked-after/records.ts'
import { missingEpisode, missingMeeting, returnHomeInterview } from '../missing/records.ts'
import { planAction } from '../planning/records.ts'
import { coreGroup } from '../protection/core-group.ts'
import { protectionVisit } from '../protection/plan-clocks.ts'
import {
  childProtectionPlan,
  childProtectionReview,
  childProtectionVisit,
  initialConference,
  section47Enquiry,
} from '../protection/records.ts'
import { covers, type Stretch } from '../told-in-parts.ts'
import { inDays, together } from './time.ts'
import { nothing, openCases, timesOf, type Way } from './way.ts'

/** Open cases in which nothing happens. A team sees on the day who drifts (`oversight/drift.ts`); this says how many did, on any day. */

/**
 * What counts as something happening, and the fields that say when. That a worker was allocated, or that a manager and a worker spoke of the child, is
 * nothing that happened with the child: supervision that goes on while nothing else does is what drift looks like.
 */
const happenings: readonly (readonly [RecordKind, ...string[]])[] = [
  [contact, 'receivedAt'],
  [referral, 'receivedOn', 'decidedOn'],
  [assessment, 'startedOn', 'authorisedOn'],
  [childInNeedPlan, 'startedOn', 'endedOn'],
  [childInNeedVisit, 'visitedOn'],
  [childInNeedReview, 'heldOn'],
  [section47Enquiry, 'strategyDiscussionAt', 'completedOn'],
  [initialConference, 'heldOn'],
  [childProtectionPlan, 'startedOn', 'endedOn'],
  [childProtectionVisit, 'visitedOn'],
  [childProtectionReview, 'heldOn'],
  [coreGroup, 'heldOn'],
  [periodOfCare, 'startedOn', 'endedOn'],
  [placement, 'startedOn'],
  [lookedAfterVisit, 'visitedOn'],
  [lookedAfterReview, 'heldOn'],
  [planAction, 'agreedOn', 'doneOn'],
  [missingEpisode, 'wentMissingAt', 'returnedAt'],
  [missingMeeting, 'heldAt'],
  [returnHomeInterview, 'heldAt'],
  [earlyHelpEpisode, 'startedOn'],
  [teamAroundFamilyReview, 'heldOn'],
  [personalAdviserVisit, 'visitedOn'],
  [pathwayReview, 'heldOn'],
]

/** Every day on which something happened, in order, each once. */
function daysOfHappenings(thread: Thread): readonly string[] {
  const days = new Set<string>()
  for (const [kind, ...fields] of happenings)
    for (const record of thread.all(kind) as readonly Readonly<Record<string, unknown>>[])
      for (const field of fields) {
        const at = record[field]
        if (typeof at === 'string') days.add(at.slice(0, 10))
      }
  return [...days].sort()
}

/** Regulation 28: visits every six weeks in the first year of care, every three months after. */
const visitsInCare = { first: 42, then: 91 } as const
/** Without a plan: the 45 working days of an assessment, and four weeks more. */
const withoutAPlan = 63 + 28

/** For how many days nothing may happen from a day on: twice what the plan that the child is on then asks between two visits. */
function mayBeStill(thread: Thread, terms: Terms): (day: string) => number {
  const protection = timesOf(thread, childProtectionPlan, 'startedOn', 'endedOn')
  const care = timesOf(thread, periodOfCare, 'startedOn', 'endedOn')
  const inNeed = timesOf(thread, childInNeedPlan, 'startedOn', 'endedOn')
  const settingOf = ({ id, due }: Clock): number => inDays(terms.length(id, due as Length))
  return (day) => {
    if (covers(protection, day)) return 2 * settingOf(protectionVisit)
    const since = care.find((time) => covers([time], day))?.from
    if (since !== undefined) return 2 * (day < addMonths(since, 12) ? visitsInCare.first : visitsInCare.then)
    return covers(inNeed, day) ? 2 * settingOf(inNeedVisit) : withoutAPlan
  }
}

export const drifting: Way = {
  code: 'drifting',
  name: 'Open cases in which nothing happens',
  area: 'Children in need',
  counted:
    'children with whom nothing has been recorded (visit, contact, assessment, meeting, review, plan action, missing episode, placement) for more than twice as long as their plan allows between two visits; on no plan, for 13 weeks',
  outOf: 'children with an open case',
  leftOut: 'referrals with no further action, and cases recorded as other than children in need (N9)',
  note: 'between two visits: on a child protection plan and in need the authority’s own setting, commonly two and four weeks; in care six weeks and, after a year, three months. On no plan: the 45 working days of an assessment and four weeks. Supervision and management decisions alone are nothing that happens with a child',
  source:
    'Working Together to Safeguard Children: plans are reviewed for whether there is enough progress; inspectors’ report of 2016, paragraphs 27 and 29; how often each plan asks for a visit',
  expected: 20,
  reads: happenings.map(([kind]) => kind),
  found: (thread, terms) => {
    const could = together(openCases(thread))
    if (could.length === 0) return nothing
    const days = daysOfHappenings(thread)
    const still = mayBeStill(thread, terms)
    const did = days.flatMap((day, place): Stretch[] => {
      const next = days[place + 1] ?? null
      // Most follow each other closely: a week is never too long.
      if (next !== null && next <= addDays(day, 7)) return []
      const from = addDays(day, still(day) + 1)
      return next !== null && next <= from ? [] : [{ from, until: next }]
    })
    return { could, did }
  },
}
