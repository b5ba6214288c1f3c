import { meetingPaperwork } from '../../../src/practice/protection/paperwork.ts'
import type { Chance } from '../chance.ts'
import type { NeedCourse } from '../course.ts'
import { addWorkingDays, later, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Told, Values } from '../telling.ts'
import { agesIn } from './early-help-words.ts'
import { factsOn, suiting, type Suited } from './suited-words.ts'
import { isTouched, numberOf } from './touched.ts'

interface ConferenceHeld {
  readonly meeting: 'initial conference' | 'protection review'
  readonly on: Day
  /** Since when it was known that it would be held: nothing was written for it before. */
  readonly since: Day
  readonly record: Told
  readonly team: string
}

type Papers = Values<(typeof meetingPaperwork)['fields']>

/**
 * The papers of a conference: the worker’s report, which the family has 2 working days before an initial conference and 5 before a review;
 * the decisions within 5 working days after it, the record within 20. What the office sends goes to brothers and sisters on the same day.
 */
export function tellPapers(living: Living, need: NeedCourse, { meeting, on, since, record, team }: ConferenceHeld): void {
  const { telling, world } = living
  if (on > world.to) return
  const own = living.chance('report', meeting, on)
  const office = world.chance(need.together, 'minutes', meeting, on)
  const reviewing = world.workforce.teamFor('reviewing', living.child.family.number).id
  const chair = world.workforce.someone(reviewing, need.together, on)
  let told: Told | null = null
  const write = (day: Day, values: Papers, by: typeof chair): void => {
    if (told === null) {
      const named = meeting === 'initial conference' ? { initialConference: numberOf(record) } : { childProtectionReview: numberOf(record) }
      told = telling.tell(meetingPaperwork, { meeting, meetingOn: on, ...named, ...values }, { on: day, by, prompt: true })
    } else telling.amend(told, meetingPaperwork, values, { on: day, by, prompt: true })
  }
  const report = reportOn(living, own, meeting, on, team)
  if (report !== null) {
    const day = later(report, since)
    write(
      day,
      {
        reportSharedOn: day,
        reportSharedWith: own.pick(suiting(sharedWith, factsOn(living, day))).replace('{name}', living.child.forename),
      },
      living.workerOn(day),
    )
  }
  const backlog = backlogOn(living, office, on, team)
  const decisionsOn = addWorkingDays(
    on,
    backlog > 0 && office.happens(0.35) ? office.between(6, 14) : office.happens(0.96) ? office.between(1, 5) : office.between(6, 9),
  )
  write(decisionsOn, { decisionsSentOn: decisionsOn, sentTo: office.pick(sentToIn(living, on)) }, chair)
  if (office.happens(backlog > 0 ? 0.18 : 0.012)) return
  const writtenOn = addWorkingDays(on, backlog > 0 ? 12 + Math.round(backlog * 0.7) : office.between(3, 12))
  const sentOn = addWorkingDays(
    writtenOn,
    backlog > 0 ? 9 + Math.round(backlog * 0.3) : office.happens(0.95) ? office.between(1, 7) : office.between(9, 16),
  )
  write(writtenOn, { minutesWrittenOn: writtenOn }, chair)
  write(sentOn, { minutesSentOn: sentOn }, chair)
}

const sharedWith: readonly Suited[] = [
  'Mother',
  'Parents',
  'Mother and grandmother',
  ['Mother and {name}', 'from11'],
  'Mother, father by post',
  'Both parents',
]

/** One list for all children of a family. */
function sentToIn({ child }: Living, on: Day): readonly string[] {
  const ages = agesIn(child, on)
  return [
    'Parents and all who were invited',
    'Core group members',
    ...(ages.has('pupils') ? ['Parents, social worker, school', 'Mother, school, school nurse, social worker'] : []),
    ...(ages.has('small') ? ['Parents, health visitor, social worker, police', 'Mother, father, nursery, health visitor'] : []),
    ...(ages.size === 0 ? ['Parents, midwife, health visitor, social worker'] : []),
  ]
}

function reportOn(living: Living, lot: Chance, meeting: ConferenceHeld['meeting'], on: Day, team: string): Day | null {
  const before = meeting === 'initial conference' ? 2 : 5
  // Written the evening before, and read in the waiting room.
  if (isTouched(lot, living, 'reports-shared-late', on, team))
    return lot.happens(0.16) ? null : addWorkingDays(on, -lot.between(0, before - 1))
  return addWorkingDays(on, -(lot.happens(0.94) ? before + Math.floor(lot.next() * 3) : before - 1))
}

/** How many working days the office is behind with this meeting; 0 where it is not. It grows for as long as posts are missing. */
function backlogOn(living: Living, lot: Chance, on: Day, team: string): number {
  const [first, again] = ['minutes-late', 'conference-minutes-late-again'] as const
  const touched = [isTouched(lot, living, first, on, team), isTouched(lot, living, again, on, team)].some(Boolean)
  const size = Math.max(living.world.problems.size(first, on), living.world.problems.size(again, on))
  return touched ? 6 + lot.between(4, 10 + Math.round(75 * size)) : 0
}
