import { measure, type Measure } from '../../engine/measures/measure.ts'
import { category, ofChildren } from '../dimensions.ts'
import { planAction } from '../planning/records.ts'
import { plansAfterReviews, recordsOfMeetings, reportsForMeetings } from './paper-facts.ts'
import { meetingPaperwork } from './paperwork.ts'

/** Papers of conferences and of looked after reviews, and what becomes of plans after them. */

const papers = {
  area: 'Conferences',
  statistic: 'share',
  span: '12 months',
  better: 'higher',
  by: [...ofChildren, 'meeting'],
  source: meetingPaperwork.basis,
} as const
const outOf = 'conferences and looked after reviews of which papers are recorded, one for each child'
const leftOut = 'meetings of whose papers no day is recorded at all'

export const paperMeasures: readonly Measure[] = [
  measure({
    ...papers,
    id: 'report-before-meeting',
    name: 'Reports shared before the meeting',
    of: reportsForMeetings,
    met: { before: [true] },
    expected: 85,
    says: { counted: 'meetings for which the worker’s report was shared on a day before', outOf, leftOut },
  }),
  measure({
    ...papers,
    id: 'minutes-sent',
    name: 'Records of meetings sent at all',
    of: recordsOfMeetings,
    met: { sent: [true] },
    expected: 90,
    speaksOf: 'record',
    says: {
      counted: 'meetings whose record was sent within three months',
      outOf: `${outOf}, three months after they were held`,
      leftOut,
      note: 'three months are ours: what was not sent by then is taken never to be',
    },
  }),
  measure({
    id: 'cpp-plan-updated',
    name: 'Child protection plans updated after the review',
    area: 'Protection',
    of: plansAfterReviews,
    statistic: 'share',
    met: { updated: [true] },
    span: '12 months',
    better: 'higher',
    by: [...ofChildren, category],
    expected: 75,
    speaksOf: 'record',
    source: planAction.basis,
    says: {
      counted: 'reviews from which, within ten working days, an action was agreed in the plan',
      outOf: 'review conferences after which the plan went on, in the month in which those days ended',
      leftOut: 'children of whose plan no action was ever recorded',
      note: 'ten working days are ours, as guidance has them for the first core group',
    },
  }),
]
