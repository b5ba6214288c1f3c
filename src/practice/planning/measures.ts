import { measure, type Measure } from '../../engine/measures/measure.ts'
import { ofChildren } from '../dimensions.ts'
import { planActionsAgreed } from './facts.ts'
import { planAction } from './records.ts'

/** Whether plans can be followed: each action with a day, somebody who does it, and something to see by that it helped. */

const actions = {
  area: 'Plans',
  of: planActionsAgreed,
  statistic: 'share',
  span: '12 months',
  better: 'higher',
  by: [...ofChildren, 'plan'],
  speaksOf: 'record',
  source: planAction.basis,
} as const
const outOf = 'actions agreed in plans of any kind'

export const planMeasures: readonly Measure[] = [
  measure({
    ...actions,
    id: 'plan-actions-day',
    name: 'Plan actions that say by when',
    met: { day: [true] },
    expected: 85,
    says: { counted: 'actions with a day by which they are to be done', outOf },
  }),
  measure({
    ...actions,
    id: 'plan-actions-who',
    name: 'Plan actions that say who',
    met: { who: [true] },
    expected: 85,
    says: { counted: 'actions that say who does them, in words or by naming the worker who sees to it', outOf },
  }),
  measure({
    ...actions,
    id: 'plan-actions-measured',
    name: 'Plan actions that can be measured',
    met: { measured: [true] },
    expected: 65,
    says: { counted: 'actions that say how it will be known that they helped', outOf },
  }),
]
