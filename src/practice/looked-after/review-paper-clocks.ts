import { clock, each, on, type ClockDeclaration, type Start, type Stop } from '../../engine/clocks/clock.ts'
import { before, workingDays, type Length } from '../../engine/clocks/length.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { meetingPaperwork } from '../protection/paperwork.ts'
import { person } from '../person/records.ts'
import { everBefore, leftCare, periodAt } from './care.ts'
import { lookedAfterReview, periodOfCare } from './records.ts'
import { reviewAfter, reviewsHeld } from './reviews.ts'

/** What is written for a looked after review and after it, in time for those it is for. */

type Review = Said<(typeof lookedAfterReview)['fields']>
type Papers = Said<(typeof meetingPaperwork)['fields']>

/** Papers are those of a review that they name or, where they name none, of the review on their day. */
const areFor = (papers: Papers, { record }: Start): boolean => {
  const { id, heldOn, dueOn } = record as Review
  if (papers.meeting !== 'looked after review') return false
  return papers.lookedAfterReview === null ? [heldOn, dueOn].includes(papers.meetingOn) : papers.lookedAfterReview === id
}

/** A review, held or still to be held, counted from its day; known of since the review before or since the child came into care. */
function reviewsToPrepare(thread: Thread): Start[] {
  return thread.all(lookedAfterReview).flatMap((record): Start[] => {
    const at = record.heldOn ?? record.dueOn
    if (at === null || record.cancelled === true) return []
    const by = { table: lookedAfterReview.table, id: record.id }
    const reviewBefore = reviewsHeld.dated(thread).findLast((held) => held.at < at)?.at
    const cameIn = periodAt(thread, at)?.startedOn ?? at
    const since = reviewBefore !== undefined && reviewBefore > cameIn ? reviewBefore : cameIn
    const until = record.heldOn === null ? earliestOf(leftCare(thread, at), reviewAfter(thread, since)) : { at: record.heldOn, by }
    return [{ at, by, since, until, record }]
  })
}

export const reviewReport = clock({
  id: 'lac-review-report',
  name: 'Report for a looked after review',
  plural: 'Reports for looked after reviews',
  todo: 'Send the report for the review to the reviewing officer',
  area: 'In care',
  about: person,
  weight: 'statutory guidance',
  source: 'IRO Handbook 2010, chapter 3',
  ages: { until: 18 },
  unit: 'working days',
  starts: reviewsToPrepare,
  due: ({ at, since = at }) => {
    const due = before(at, workingDays(3))
    return due > since ? due : since
  },
  stops: [on(meetingPaperwork, 'reportSharedOn', { from: () => everBefore, when: areFor })],
  reads: [lookedAfterReview, periodOfCare],
  says: {
    starts: 'The review before, or coming into care; counted back from the review, or from the day it is planned for',
    due: '3 working days before the review',
    stops: 'The worker’s report is shared',
    repeats: 'With each review',
    exceptions: 'Where a review follows sooner than that, on the day it was known of. A report shared after the review came too late',
  },
})

type Words = Pick<ClockDeclaration, 'id' | 'name' | 'plural' | 'todo'> & { readonly done: string }

/** So long after each review that was held. What is still owed when the next is held is not asked for any more. */
const afterReview = (length: Length, stops: readonly Stop[], { done, ...words }: Words) =>
  clock({
    ...words,
    area: 'In care',
    about: person,
    weight: 'statutory guidance',
    source: 'IRO Handbook 2010, chapter 3',
    ages: { until: 18 },
    starts: each(lookedAfterReview, 'heldOn', {
      when: ({ cancelled }) => cancelled !== true,
      until: ({ heldOn }, thread) => earliestOf(leftCare(thread, heldOn as string), reviewAfter(thread, heldOn as string)),
    }),
    due: length,
    stops,
    reads: [lookedAfterReview, periodOfCare],
    says: { starts: 'Each looked after review', stops: done, repeats: 'With each review; what is not done by the next ends with it' },
  })

export const reviewDecisions = afterReview(workingDays(5), [on(meetingPaperwork, 'decisionsSentOn', { when: areFor })], {
  id: 'lac-review-decisions',
  name: 'Decisions of a looked after review sent',
  plural: 'Decisions of looked after reviews sent',
  todo: 'Send the decisions of the review',
  done: 'The decisions are sent; managers then have 5 working days to object',
})

export const reviewRecord = afterReview(
  workingDays(15),
  [on(meetingPaperwork, 'minutesWrittenOn', { when: areFor }), on(meetingPaperwork, 'minutesSentOn', { when: areFor })],
  {
    id: 'lac-review-record',
    name: 'Record of a looked after review written',
    plural: 'Records of looked after reviews written',
    todo: 'Write the record of the review',
    done: 'The record is written; one that was sent was written',
  },
)

export const reviewRecordSent = afterReview(workingDays(20), [on(meetingPaperwork, 'minutesSentOn', { when: areFor })], {
  id: 'lac-review-distribute',
  name: 'Record of a looked after review sent',
  plural: 'Records of looked after reviews sent',
  todo: 'Send out the record of the review',
  done: 'The record is sent out',
})

export const reviewPaperClocks = [reviewReport, reviewDecisions, reviewRecord, reviewRecordSent]
