import { measure, type Measure } from '../../engine/measures/measure.ts'
import { ofChildren } from '../../practice/dimensions.ts'
import { feedbackGiven } from './facts.ts'
import { feedback } from './records.ts'

/** Whether children and families are asked what they think, and whether anything comes of it. */

const given = {
  area: 'Voice',
  of: feedbackGiven,
  span: '12 months',
  better: 'higher',
  by: [...ofChildren, 'giver'],
  source: feedback.basis,
} as const
const leftOut = 'feedback in which no child is named'

export const feedbackMeasures: readonly Measure[] = [
  measure({
    ...given,
    id: 'feedback',
    name: 'Feedback of children and families',
    statistic: 'count',
    speaksOf: 'record',
    says: { counted: 'times a child, a family or somebody who works with them said what they think of the help they had', leftOut },
  }),
  measure({
    ...given,
    id: 'feedback-changed',
    name: 'Feedback after which something changed',
    statistic: 'share',
    met: { changed: [true] },
    expected: 40,
    speaksOf: 'record',
    says: { counted: 'feedback of which it is written what changed because of it', outOf: 'feedback given in the 12 months', leftOut },
  }),
]
