import { addDays, addMonths } from '../../engine/clocks/days.ts'
import type { Length } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { ofChildren } from '../dimensions.ts'
import { compulsorySchoolAge } from '../education/school-age.ts'
import { schoolPlace } from '../education/schooling-records.ts'
import { keepingInTouch } from '../leaving-care/adviser-clocks.ts'
import { careLeaversSupported } from '../leaving-care/facts.ts'
import { pathwayPlan, pathwayReview } from '../leaving-care/pathway-records.ts'
import { careLeaver } from '../leaving-care/records.ts'
import { wantsNothing } from '../leaving-care/support.ts'
import { personalAdviserVisit } from '../leaving-care/support-records.ts'
import { timesLookedAfter } from '../looked-after/facts.ts'
import { carePlan, lookedAfterReview, lookedAfterVisit, periodOfCare, placement } from '../looked-after/records.ts'
import { timeInCareReads } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import type { Stretch } from '../told-in-parts.ts'
import { daysFrom, inDays, onceLasted, outside, together, within, type Time } from './time.ts'
import { daysOf, keepsAny, nothing, timesOf, type Way } from './way.ts'

/** Children in care whom nobody holds, or of whom everything moved at once; and care leavers of whom touch is lost. */

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'

const inCare = (thread: Thread): readonly Time[] =>
  timesLookedAfter(thread).map(({ from, until, period }) => ({ from, until, by: { table: periodOfCare.table, id: period.id } }))

/** Who holds the case, one at a time: as measures are parted by worker. */
const [, , , , , worker] = ofChildren

/** How long a child in care may be between two workers or two placements in the records: days, and ours. */
const gap = { worker: 14, placement: 7 } as const
/** Reviews are held every six months at the most; a month later somebody is to have noticed. */
const reviewed = 7

/** Kinds one of which stands of a child in care wherever reviews are kept. */
const reviewsKept = [lookedAfterReview, lookedAfterVisit, carePlan] as const

export const inCareAlone: Way = {
  code: 'in-care-alone',
  name: 'In care, and no worker, placement or review',
  area: 'Children in care',
  counted:
    'children who have had no worker for two weeks, of whom no placement has been recorded for a week, or who have had no review for seven months',
  outOf: 'children who have been in care for four weeks or more',
  leftOut:
    'children whose workers, placements, or visits, reviews and care plans were never recorded, as to these: they may not be kept; series of short breaks',
  note: 'reviews are due after 20 working days, three months and then every six; two weeks, a week and the seventh month are ours',
  source: `Children Act 1989, sections 22C and 26; ${regulations}, regulations 28 to 33`,
  expected: 5,
  reads: [...timeInCareReads, ...worker.reads, placement, ...reviewsKept],
  found: (thread) => {
    const care = inCare(thread)
    if (care.length === 0) return nothing
    const could = onceLasted(care, 28)
    const held = worker.spells(thread).map(({ from, until }): Stretch => ({ from: from ?? '', until }))
    const placed = timesOf(thread, placement, 'startedOn', 'endedOn')
    const reviews = daysOf(thread, lookedAfterReview, ['heldOn'], ({ cancelled }) => cancelled !== true)
    const upToDate = [...reviews, ...care.map(({ from }) => from)].map((day): Stretch => ({ from: day, until: addMonths(day, reviewed) }))
    return {
      could,
      did: [
        ...(keepsAny(thread, worker.reads) ? onceLasted(outside(care, held), gap.worker) : []),
        ...(placed.length === 0 ? [] : onceLasted(outside(care, placed), gap.placement)),
        ...(keepsAny(thread, reviewsKept) ? outside(care, upToDate) : []),
      ],
    }
  },
}

/** Within how many days all three changed. */
const atOnce = 60

export const allMoved: Way = {
  code: 'all-moved',
  name: 'Placement, school and worker changed at once',
  area: 'Children in care',
  counted: 'children for whom a school place was sought or begun, and to whom another worker was allocated, within the same 60 days',
  outOf: 'children in care of compulsory school age who moved to another placement in the last 60 days',
  leftOut: 'the first placement of a time in care, and the worker allocated with it; series of short breaks',
  note: 'where school places are not recorded, nobody is found. Sixty days are ours',
  source: `${regulations}, regulations 10 and 14; Promoting the education of looked-after children, statutory guidance: a move is not to disrupt school`,
  expected: null,
  reads: [...timeInCareReads, placement, schoolPlace, ...worker.reads],
  found: (thread) => {
    const care = inCare(thread)
    const { bornOn } = thread.about(person)
    if (care.length === 0 || bornOn === null) return nothing
    const atSchool = within(care, [compulsorySchoolAge(bornOn)])
    const placed = timesOf(thread, placement, 'startedOn', 'endedOn')
    // What began with the time in care is no change of it; nor is the same place or worker going on.
    const moved = placed
      .filter((time, place) => place > 0 && !care.some(({ from }) => from === time.from))
      .map(({ from, by }) => ({ ...daysFrom(from, atOnce), by }))
    if (moved.length === 0) return nothing
    const changed = worker
      .spells(thread)
      .flatMap(({ from }, place) =>
        place > 0 && from !== null && !care.some((time) => time.from === from) ? [daysFrom(from, atOnce)] : [],
      )
    const schools = daysOf(thread, schoolPlace, ['soughtOn', 'startedOn']).map((day) => daysFrom(day, atOnce))
    const could = within(together(moved), atSchool)
    return { could, did: within(within(together(schools), together(changed)), moved) }
  },
}

/** For how long a plan may be left alone: reviews are every six months. */
const pathwayMonths = 6

export const leaverLost: Way = {
  code: 'leaver-lost',
  name: 'Care leavers not in touch, and their plan not reviewed',
  area: 'Leaving care',
  counted:
    'young people with whom nobody has been in touch for twice as long as the authority allows, and whose pathway plan has been neither made nor reviewed for six months',
  outOf: 'care leavers to the twenty-first birthday; to 25 while support that they accepted goes on',
  leftOut:
    'young people of whom neither an adviser’s visit nor a pathway review was ever recorded: these may not be kept; those who went home, need no service or have died',
  note: 'how often an adviser is to be in touch is the authority’s own setting, commonly eight weeks. An attempt that did not reach them is none. A young person who refuses contact is counted: the plan is to be reviewed all the same',
  source: 'Children Act 1989, sections 23B and 23C; Care Leavers (England) Regulations 2010, regulation 7',
  expected: 10,
  reads: [...careLeaversSupported.reads, personalAdviserVisit, pathwayReview, pathwayPlan, careLeaver],
  found: (thread, terms) => {
    const visits = daysOf(thread, personalAdviserVisit, ['visitedOn'], ({ how }) => how !== 'not reached')
    const reviews = daysOf(thread, pathwayReview, ['heldOn'])
    if ((visits.length === 0 && reviews.length === 0) || wantsNothing(thread)) return nothing
    const could = careLeaversSupported.facts(thread, () => [], terms).map(({ on, until = null, by }): Time => ({ from: on, until, by }))
    if (could.length === 0) return nothing
    const left = could.map(({ from }) => from)
    const touched = [...visits, ...left, ...daysOf(thread, careLeaver, ['latestContactOn'])]
    const kept = [...reviews, ...left, ...daysOf(thread, pathwayPlan, ['madeOn']), ...daysOf(thread, careLeaver, ['pathwayPlanReviewedOn'])]
    const silence = inDays(terms.length(keepingInTouch.id, keepingInTouch.due as Length)) * 2
    const lost = outside(
      could,
      touched.map((day) => ({ from: day, until: addDays(day, silence) })),
    )
    return {
      could,
      did: outside(
        lost,
        kept.map((day) => ({ from: day, until: addMonths(day, pathwayMonths) })),
      ),
    }
  },
}
