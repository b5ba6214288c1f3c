import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { activePlan, ehcAssessment, namedPlan, type ehcRequest } from './records.ts'

/** From a request for an education, health and care plan to what came of it: the records hang on one another by reference. */

export type EhcRequest = Said<(typeof ehcRequest)['fields']>
export type EhcAssessment = Said<(typeof ehcAssessment)['fields']>

/** The assessment that a request led to. */
export const assessmentOf = (request: { readonly id: string }, thread: Thread): EhcAssessment | null =>
  thread.all(ehcAssessment).find((assessment) => assessment.request === request.id) ?? null

/** Whether a request has led to a plan, by any record of it. */
export function hasPlan(request: { readonly id: string }, thread: Thread): boolean {
  const assessment = assessmentOf(request, thread)
  return (
    assessment?.outcome === 'Y' ||
    (assessment !== null && thread.all(namedPlan).some((plan) => plan.assessment === assessment.id)) ||
    thread.all(activePlan).some((plan) => plan.request === request.id)
  )
}

/** The identifier of the request that a plan goes back to. */
export const requestOf = (plan: { readonly assessment: string | null }, thread: Thread): string | null =>
  thread.all(ehcAssessment).find(({ id }) => id === plan.assessment)?.request ?? null
