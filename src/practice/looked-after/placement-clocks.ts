import { clock, on, type Clock, type Start } from '../../engine/clocks/clock.ts'
import { birthday } from '../../engine/clocks/days.ts'
import { workingDays } from '../../engine/clocks/length.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { legalStatus } from '../court/records.ts'
import { person } from '../person/records.ts'
import { everBefore } from './care.ts'
import { isShortBreak, legalStatusesOn } from './legal-status-on.ts'
import { placementNotice, placementPlan } from './plan-records.ts'
import { periodOfCare, placement } from './records.ts'
import { isDetention, isForAdoption, placementStart, staysIn, type Stay } from './stays.ts'

/** What each placement asks for at its beginning: a plan, and notice to those who must know. */

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'

/** Placements of the regulations: no short breaks (regulation 48), no placements for adoption, none in youth detention (part 8A). */
const isOfTheRegulations = ({ startedOn, placement: { type } }: Stay, thread: Thread): boolean =>
  !isForAdoption(type) && !isShortBreak(thread, startedOn) && !(isDetention(type) && legalStatusesOn(thread, startedOn).includes('J1'))

const placements =
  (when: (stay: Stay) => boolean = () => true): Clock['starts'] =>
  (thread) =>
    staysIn(thread)
      .filter((stay) => isOfTheRegulations(stay, thread) && when(stay))
      .map(placementStart)

const stayOf = ({ record }: Start): Stay => record as Stay

/** Whether a plan or a notice is for the placement: it says so or, where it says none, it was made while the child was there. */
function isFor({ records, startedOn, until }: Stay, { placement: named }: { placement: string | null }, day: string): boolean {
  if (named !== null) return records.some(({ id }) => id === named)
  return day >= startedOn && (until === null || day <= until.at)
}

export const placementPlanMade = clock({
  id: 'placement-plan-5wd',
  name: 'Placement plan',
  plural: 'Placement plans',
  todo: 'Make the placement plan',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: `${regulations}, regulation 9`,
  from: '2011-04-01',
  ages: { until: 18 },
  starts: placements(),
  due: workingDays(5),
  stops: [
    on(placementPlan, 'madeOn', { from: () => everBefore, when: (plan, start) => isFor(stayOf(start), plan, plan.madeOn as string) }),
  ],
  reads: [placement, periodOfCare, legalStatus],
  says: {
    starts: 'The day a placement begins',
    due: 'before the placement or, where that cannot be, within 5 working days of its start',
    stops: 'The placement plan is made. One that names the placement counts whenever it was made',
    repeats: 'With each placement',
    exceptions: 'Not for short breaks, temporary moves, changes of status with the same carers, placements for adoption or youth detention',
  },
})

type Notice = Said<(typeof placementNotice)['fields']>

/** The notices of a placement, earliest first. */
const noticesOf = (stay: Stay, thread: Thread): readonly Notice[] =>
  thread
    .dated(placementNotice, 'sentOn')
    .map(({ record }) => record)
    .filter((notice) => isFor(stay, notice, notice.sentOn as string))

/** The notice by which somebody was told, or that says that they need not be. */
const noticeTo = (code: string, stay: Stay, thread: Thread): Notice | undefined =>
  noticesOf(stay, thread).find(({ toWhom, notToTell }) => !toWhom?.length || toWhom.includes(code) || notToTell?.includes(code))

/** Who must be told: a school only of a child of four or more. */
function toBeTold(stay: Stay, thread: Thread): readonly string[] {
  const { bornOn } = thread.about(person)
  const atSchool = bornOn !== null && birthday(bornOn, 4) <= stay.startedOn
  return ['Parents', 'Health', ...(atSchool ? ['School'] : []), 'Reviewing officer']
}

/** The notice with which all had been told; null while any has not. */
function allTold(codes: readonly string[], stay: Stay, thread: Thread): Notice | null {
  let last: Notice | null = null
  for (const code of codes) {
    const notice = noticeTo(code, stay, thread)
    if (notice === undefined) return null
    if (last === null || (notice.sentOn as string) > (last.sentOn as string)) last = notice
  }
  return last
}

const toldStep = (name: string, code: string) => ({
  name,
  done: (start: Start, thread: Thread) => noticeTo(code, stayOf(start), thread)?.sentOn ?? null,
})

export const placementNotices = clock({
  id: 'placement-notify-5wd',
  name: 'Notice of placement',
  plural: 'Notices of placement',
  todo: 'Tell family, health, school and reviewing officer of the placement',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: `${regulations}, regulation 13(1) to (3)`,
  lookedUp: true,
  from: '2011-04-01',
  ages: { until: 18 },
  starts: placements(),
  due: workingDays(5),
  stops: [
    on(placementNotice, 'sentOn', {
      from: () => everBefore,
      when: (notice, start, thread) => allTold(toBeTold(stayOf(start), thread), stayOf(start), thread)?.id === notice.id,
    }),
  ],
  steps: [
    toldStep('Family told', 'Parents'),
    toldStep('Health told', 'Health'),
    toldStep('School told', 'School'),
    toldStep('Reviewing officer told', 'Reviewing officer'),
  ],
  reads: [placement, periodOfCare, legalStatus],
  says: {
    starts: 'The day a placement begins',
    due: 'before the placement or, in an emergency, within 5 working days of its start',
    stops: 'Family, health, the reviewing officer and (for a child of four or more) the school have been told',
    repeats: 'With each placement',
    exceptions:
      'Whoever need not be told is named on the notice: family whose knowing would put the child at risk of significant harm, or a school where there is none',
  },
})

export const areaNotice = clock({
  id: 'placement-notify-area',
  name: 'Notice to the authority of the area',
  plural: 'Notices to authorities of the area',
  todo: 'Tell the authority of the area, with the assessment of needs and the care plan',
  area: 'In care',
  about: person,
  weight: 'regulation',
  source: `${regulations}, regulations 11 and 13(4), as amended by the Children’s Homes and Looked after Children (Miscellaneous Amendments) (England) Regulations 2013`,
  lookedUp: true,
  from: '2014-01-27',
  ages: { until: 18 },
  starts: placements(({ placement: { outsideArea } }) => outsideArea === true),
  due: workingDays(5),
  stops: [
    on(placementNotice, 'sentOn', {
      from: () => everBefore,
      when: (notice, start, thread) => noticeTo('Area authority', stayOf(start), thread)?.id === notice.id,
    }),
  ],
  reads: [placement, periodOfCare, legalStatus],
  says: {
    starts: 'The day a placement outside the authority’s area begins',
    due: 'before the placement or, in an emergency, within 5 working days of its start',
    stops: 'Notice is sent to the authority of the area, with the assessment of needs and the care plan',
    repeats: 'With each placement outside the area',
    exceptions: 'From 27 January 2014. A placement at a distance needs the director’s approval first',
  },
})

export const placementClocks = [placementPlanMade, placementNotices, areaNotice]
