import { clock, each, endIn, on, type End } from '../../engine/clocks/clock.ts'
import { calendarDays, weeks } from '../../engine/clocks/length.ts'
import { earliestOf, onItself } from '../../engine/clocks/own-dates.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { person } from '../person/records.ts'
import { ehcAdvice } from './ehc-step-records.ts'
import { assessmentOf, hasPlan, requestOf, type EhcRequest } from './ehc-way.ts'
import { activePlan, ehcAssessment, ehcRequest, namedPlan } from './records.ts'

/** From the request for an education, health and care plan to the plan: counted from the day the request was received. */

const send = {
  area: 'Education',
  about: person,
  weight: 'regulation',
  from: '2014-09-01',
  ages: { until: 25 },
} as const

const regulations = 'Special Educational Needs and Disability Regulations 2014'
const since = 'since 1 September 2014'

const ofTheRequest = (record: { readonly request: string | null }, start: { readonly by: { readonly id: string } }): boolean =>
  record.request === start.by.id

/** Withdrawn, ceased or kept for history: nothing is waited for. */
const isOver = (outcome: string | null): boolean => outcome === 'W' || outcome === 'H'

/** Whether to assess is decided within 6 weeks. */
export const decisionToAssess = clock({
  ...send,
  id: 'ehcp-decide-assess',
  name: 'Decision whether to assess for an education, health and care plan',
  plural: 'Decisions whether to assess for education, health and care plans',
  todo: 'Decide whether to assess, and tell the family',
  lookedUp: true,
  source: `${regulations}, regulations 4 and 5; ${since}`,
  starts: each(ehcRequest, 'receivedOn', { when: (request, thread) => !decidedUndated(request, thread) }),
  due: weeks(6),
  stops: [
    onItself(ehcRequest, 'outcomeToldOn'),
    on(ehcAdvice, 'askedOn', { when: ofTheRequest }),
    on(ehcAssessment, 'outcomeOn', { when: ofTheRequest }),
  ],
  reads: [],
  says: {
    starts: 'The request is received',
    stops: 'The family is told; advice asked for the assessment shows that it was decided',
    exceptions: 'Exceptions that the regulations list. A decision without its day is not called late',
  },
})

/** Social care gives its advice within 6 weeks of being asked. */
export const socialCareAdvice = clock({
  ...send,
  id: 'ehcp-social-care-advice',
  name: 'Social care advice for an education, health and care assessment',
  plural: 'Social care advice for education, health and care assessments',
  todo: 'Send the social care advice',
  source: `${regulations}, regulations 6 and 8; ${since}`,
  starts: each(ehcAdvice, 'askedOn', {
    when: ({ service, exceptionApplies }) => (service === null || service === 'social care') && exceptionApplies !== true,
    until: (advice, thread) => {
      const request = thread.all(ehcRequest).find(({ id }) => id === advice.request)
      return request ? withdrawn(request, thread) : null
    },
  }),
  due: weeks(6),
  stops: [onItself(ehcAdvice, 'sentOn')],
  reads: [ehcRequest, ehcAssessment],
  says: {
    starts: 'Social care is asked for advice',
    stops: 'The advice is sent',
    repeats: 'At each request',
    exceptions: 'Exceptions that the regulations list, where one is recorded; a request that was withdrawn',
  },
})

/** Where there will be no plan, the family is told within 16 weeks of the request. */
export const noticeOfNoPlan = clock({
  ...send,
  id: 'ehcp-no-plan',
  name: 'Notice that no education, health and care plan will be made',
  plural: 'Notices that no education, health and care plan will be made',
  todo: 'Send the draft plan, or tell the family that there will be none',
  lookedUp: true,
  source: `${regulations}, regulation 10; ${since}`,
  starts: each(ehcRequest, 'receivedOn', {
    when: (request, thread) => {
      const assessment = assessmentOf(request, thread)
      const wentOn = request.outcome === 'Y' || assessment !== null
      return wentOn && !isOver(request.outcome) && !hasPlan(request, thread) && !endedUndated(assessment?.outcome, assessment?.outcomeOn)
    },
    until: withdrawn,
  }),
  due: weeks(16),
  stops: [
    on(ehcAssessment, 'outcomeOn', { when: (assessment, start) => ofTheRequest(assessment, start) && assessment.outcome !== 'W' }),
    on(ehcAssessment, 'draftSentOn', { when: ofTheRequest }),
  ],
  reads: [ehcRequest, namedPlan, activePlan],
  says: {
    starts: 'The request that led to an assessment is received',
    stops: 'The family is told that there will be no plan, or a draft is sent, which shows that there will',
    exceptions: 'Not where there is a plan; a request that was withdrawn',
  },
})

/** The plan is final within 20 weeks of the request. */
export const finalPlan = clock({
  ...send,
  id: 'ehcp-20-weeks',
  name: 'Final education, health and care plan',
  plural: 'Final education, health and care plans',
  todo: 'Send the final plan',
  lookedUp: true,
  source: `${regulations}, regulation 13(2) and (3); ${since}, before which statements took 26 weeks`,
  starts: each(ehcRequest, 'receivedOn', {
    when: (request, thread) => {
      const assessment = assessmentOf(request, thread)
      return (
        assessment?.exceptionsApply !== true &&
        !endedUndated(request.outcome, request.outcomeToldOn) &&
        !endedUndated(assessment?.outcome, assessment?.outcomeOn) &&
        (isDated(request, thread) || !hasPlan(request, thread))
      )
    },
    until: (request, thread) => {
      const refused = request.outcome === 'N' ? endIn(ehcRequest, request, 'outcomeToldOn') : null
      const assessment = assessmentOf(request, thread)
      const noPlan = assessment?.outcome === 'N' ? endIn(ehcAssessment, assessment, 'outcomeOn') : null
      return earliestOf(refused, noPlan, withdrawn(request, thread))
    },
  }),
  due: weeks(20),
  stops: [
    on(namedPlan, 'startedOn', { when: (plan, start, thread) => requestOf(plan, thread) === start.by.id }),
    on(ehcAssessment, 'outcomeOn', { when: (assessment, start) => ofTheRequest(assessment, start) && assessment.outcome === 'Y' }),
  ],
  reads: [ehcRequest, activePlan],
  says: {
    starts: 'The request is received',
    stops: 'The final plan is issued',
    exceptions:
      'Not where one of the exceptions is recorded (school closed for 4 weeks, child away for 4 weeks, exceptional personal circumstances, a request to a head in the holidays); ends when there will be no assessment or no plan',
  },
})

/** A family has at least 15 days to comment on a draft. */
export const commentsOnDraft = clock({
  ...send,
  id: 'ehcp-draft-comment',
  name: 'Family’s time to comment on a draft plan',
  plural: 'Families’ time to comment on draft plans',
  todo: 'Wait for the family’s comments',
  weight: 'statute',
  meaning: 'earliest',
  source: `Children and Families Act 2014, section 38; ${regulations}, regulation 13(1); ${since}`,
  starts: each(ehcAssessment, 'draftSentOn', { until: 'commentsOn' }),
  due: calendarDays(15),
  stops: [
    on(namedPlan, 'startedOn', { when: (plan, start) => plan.assessment === start.by.id }),
    onItself(ehcAssessment, 'outcomeOn', ({ outcome }) => outcome === 'Y'),
  ],
  doneBy: ehcAssessment,
  reads: [],
  says: {
    starts: 'The draft plan is sent, which is the first of the 15 days',
    due: 'the plan is final not before 15 days',
    stops: 'The final plan is issued',
    exceptions: 'Nothing is waited for once the family has commented',
  },
})

export const ehcRequestClocks = [decisionToAssess, socialCareAdvice, noticeOfNoPlan, finalPlan, commentsOnDraft]

/** Decided, withdrawn or of the past, and nobody wrote when. */
const decidedUndated = (request: EhcRequest, thread: Thread): boolean =>
  request.outcomeToldOn === null &&
  request.outcome !== null &&
  request.outcome !== 'A' &&
  !thread.all(ehcAdvice).some((advice) => advice.request === request.id) &&
  !assessmentOf(request, thread)?.outcomeOn

/** Whether the day on which a plan was issued is known. */
const isDated = (request: EhcRequest, thread: Thread): boolean => {
  const assessment = assessmentOf(request, thread)
  const issued = assessment?.outcome === 'Y' && assessment.outcomeOn !== null
  return issued || thread.all(namedPlan).some((plan) => plan.startedOn !== null && requestOf(plan, thread) === request.id)
}

/** Refused, withdrawn or of the past, and nobody wrote when: nothing can be said of its time. */
const endedUndated = (outcome: string | null | undefined, on: string | null | undefined): boolean =>
  outcome === 'H' || ((outcome === 'N' || outcome === 'W') && !on)

/** When a request or its assessment was withdrawn. */
function withdrawn(request: EhcRequest, thread: Thread): End | null {
  const assessment = assessmentOf(request, thread)
  return earliestOf(
    request.outcome === 'W' ? endIn(ehcRequest, request, 'outcomeToldOn') : null,
    assessment?.outcome === 'W' ? endIn(ehcAssessment, assessment, 'outcomeOn') : null,
  )
}
