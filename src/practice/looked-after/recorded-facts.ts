import type { Thread } from '../../engine/clocks/thread.ts'
import { factKind, whatFellDue } from '../../engine/measures/fact.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { meetingPaperwork } from '../protection/paperwork.ts'
import { placementPlanTypes } from './code-lists.ts'
import { carePlanUpdated } from './plan-clocks.ts'
import { carePlanUpdate, placementPlan } from './plan-records.ts'
import { visitorConsidered } from './support-clocks.ts'
import { advocacy, identityDocument, independentVisitor, savingsAccount } from './support-records.ts'
import { firstVisit, visitClocks } from './visit-clocks.ts'

/** What the regulations ask to be written of children in care beside what the dataset holds, and whether it is. */

/** Kinds of which a council keeps some where it keeps more than the dataset. Of a child of whom it has none of these, nothing that is missing tells anything. */
export const beyondTheDataset: readonly RecordKind[] = [
  placementPlan,
  carePlanUpdate,
  meetingPaperwork,
  independentVisitor,
  advocacy,
  identityDocument,
  savingsAccount,
]
export const keepsMore = (thread: Thread): boolean => beyondTheDataset.some((kind) => thread.all(kind).length > 0)

export const firstVisitsDue = whatFellDue(firstVisit, { name: 'First visits in placements due' })
export const laterVisitsDue = whatFellDue(
  visitClocks.filter((clock) => clock !== firstVisit),
  { id: 'later-visits-in-care-due', name: 'Later visits to children in care due' },
)

export const carePlansAfterReviews = whatFellDue(carePlanUpdated, {
  name: 'Care plans to be updated after a review',
  reads: beyondTheDataset,
  more: (_, thread) => (keepsMore(thread) ? {} : null),
})

export const visitorsToConsider = whatFellDue(visitorConsidered, {
  name: 'Times an independent visitor was to be considered',
  reads: beyondTheDataset,
  more: (_, thread) => (keepsMore(thread) ? {} : null),
})

export const placementPlansMade = factKind({
  id: 'placement-plans-made',
  name: 'Placement plans made',
  about: person,
  says: {
    type: { label: 'Kind of plan', type: 'words', codes: placementPlanTypes },
    delegated: { label: 'Says what the carers may decide', type: 'yes or no' },
  },
  reads: [placementPlan],
  facts: (thread) =>
    thread.dated(placementPlan, 'madeOn').map(({ at, record: { id, type, delegatedAuthority } }) => ({
      on: at,
      by: { table: placementPlan.table, id },
      says: { type, delegated: delegatedAuthority !== null },
    })),
})
