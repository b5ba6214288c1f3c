import type { Said } from '../../engine/clocks/thread.ts'
import { factKind, whatFellDue } from '../../engine/measures/fact.ts'
import { placementProviders } from '../looked-after/code-lists.ts'
import { factsInCare } from '../looked-after/facts.ts'
import { placement } from '../looked-after/records.ts'
import { placementOn, staysIn } from '../looked-after/stays.ts'
import { timeInCareReads } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import { approvalEndedOn, approvedOn } from './approval.ts'
import { firstApprovalReview, laterApprovalReview } from './carer-clocks.ts'
import { approvalEndReasons } from './code-lists.ts'
import { fosterCarer } from './records.ts'

/** What is counted of households that foster, from the first enquiry to the end of approval; and of children, with whom they are fostered. */

type Household = Said<(typeof fosterCarer)['fields']>

const kinship = { label: 'Relative or friend of the child', type: 'yes or no' } as const

const saysOf = ({ relativeOrFriend }: Household) => ({ kinship: relativeOrFriend })

/** A day in the life of a household, which has its own record. */
const once = (id: string, name: string, on: (household: Household) => string | null) =>
  factKind({
    id,
    name,
    about: fosterCarer,
    says: { kinship },
    reads: [fosterCarer],
    facts: (thread) => {
      const household = thread.about(fosterCarer)
      const day = on(household)
      return day === null ? [] : [{ on: day, by: { table: fosterCarer.table, id: household.id }, says: saysOf(household) }]
    },
  })

export const enquiriesToFoster = once('fostering-enquiries', 'Fostering enquiries', ({ enquiredOn }) => enquiredOn)
export const applicationsToFoster = once('fostering-applications', 'Fostering applications', ({ appliedOn }) => appliedOn)
export const approvalsToFoster = once('fostering-approvals', 'Households approved to foster', approvedOn)

/** Only of those who had been approved: an application that was withdrawn ends no approval. */
export const endsOfApproval = factKind({
  id: 'fostering-approvals-ended',
  name: 'Fostering households that left',
  about: fosterCarer,
  says: { kinship, reason: { label: 'Why approval ended', type: 'words', codes: approvalEndReasons } },
  reads: [fosterCarer],
  facts: (thread) => {
    const household = thread.about(fosterCarer)
    const on = approvedOn(household) === null ? null : approvalEndedOn(household)
    // A resignation says why by itself.
    const reason = household.approvalEndReason ?? (household.resignationReceivedOn === null ? null : 'RES')
    return on === null ? [] : [{ on, by: { table: fosterCarer.table, id: household.id }, says: { ...saysOf(household), reason } }]
  },
})

export const householdsApproved = factKind({
  id: 'fostering-households',
  name: 'Approved fostering households',
  about: fosterCarer,
  lasts: true,
  says: { kinship },
  reads: [fosterCarer],
  facts: (thread) => {
    const household = thread.about(fosterCarer)
    const [on, until] = [approvedOn(household), approvalEndedOn(household)]
    if (on === null || (until !== null && until <= on)) return []
    return [{ on, until, by: { table: fosterCarer.table, id: household.id }, says: saysOf(household) }]
  },
})

export const approvalReviewsDue = whatFellDue([firstApprovalReview, laterApprovalReview], {
  id: 'approval-reviews-due',
  name: 'Reviews of approval that fell due',
  says: { kinship },
  more: (_, thread) => saysOf(thread.about(fosterCarer)),
})

/** A child in foster care, in parts as the carers' provider changes. A stay elsewhere for a time (a holiday, a hospital) leaves them fostered. */
export const childrenFostered = factKind({
  id: 'children-fostered',
  name: 'Children in foster care',
  about: person,
  lasts: true,
  says: { carersOf: { label: 'Whose carers', type: 'words', codes: placementProviders } },
  reads: [...timeInCareReads, placement],
  facts: (thread) => {
    const stays = staysIn(thread)
    const changes = stays.flatMap(({ records, until }) => [...records.map(({ startedOn }) => startedOn), until?.at ?? null])
    return factsInCare(thread, changes, (day) => {
      const stay = stays.find(({ startedOn, until }) => startedOn <= day && (until === null || day < until.at))
      const { id, type, provider } = stay ? placementOn(stay, day) : { id: '', type: null, provider: null }
      return /^U/.test(type ?? '') ? { by: { table: placement.table, id }, says: { carersOf: provider } } : null
    })
  },
})
