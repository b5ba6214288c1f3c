import { factKind } from '../../engine/measures/fact.ts'
import { person } from '../person/records.ts'
import { plansWithActions, planAction } from './records.ts'

/** What plans say: each action with what makes it one that can be done and looked back on. */

/** One an action, on the day it was agreed. Who does it may be said in words or by naming the worker who sees to it. */
export const planActionsAgreed = factKind({
  id: 'plan-actions-agreed',
  name: 'Actions agreed in plans',
  about: person,
  says: {
    plan: { label: 'Plan', type: 'words', codes: plansWithActions },
    day: { label: 'Says by when', type: 'yes or no' },
    who: { label: 'Says who', type: 'yes or no' },
    measured: { label: 'Says how we shall know that it helped', type: 'yes or no' },
  },
  reads: [planAction],
  facts: (thread) =>
    thread.dated(planAction, 'agreedOn').map(({ at, record: { id, plan, dueOn, who, worker, measuredBy } }) => ({
      on: at,
      by: { table: planAction.table, id },
      says: { plan, day: dueOn !== null, who: who !== null || worker !== null, measured: measuredBy !== null },
    })),
})
