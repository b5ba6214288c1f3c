import { chain, clock, dated, each, endIn, links } from '../../engine/clocks/clock.ts'
import { months, workingDays } from '../../engine/clocks/length.ts'
import { earliestOf, onItself } from '../../engine/clocks/own-dates.ts'
import { adopterReview } from './adoption-records.ts'
import { adopter } from './records.ts'

/** The way of those who would adopt: about them, not about a child. An adopter who has left the process is owed nothing more. */

const twoStages = '2013-07-01'

const guidance = {
  area: 'Permanence',
  about: adopter,
  weight: 'statutory guidance',
  source: 'Statutory Guidance on Adoption 2013, chapter 3; since 1 July 2013',
  from: twoStages,
  doneBy: adopter,
} as const

const untilTheyLeft = { until: 'leftOn' } as const
const wentOn = [onItself(adopter, 'registeredInterestOn'), onItself(adopter, 'stage1StartedOn')] as const
const left = 'Ends when they leave the process'

/** Information within 5 working days of an enquiry. */
export const informationSent = clock({
  ...guidance,
  id: 'adopter-enquiry-info',
  name: 'Information sent to people who ask about adopting',
  todo: 'Send information about adopting',
  starts: each(adopter, 'enquiredOn', untilTheyLeft),
  due: workingDays(5),
  stops: [onItself(adopter, 'informationSentOn'), ...wentOn],
  reads: [],
  says: { starts: 'The enquiry', stops: 'Information is sent, or they register their interest', exceptions: left },
})

/** A meeting, visit or call within 10 working days of the enquiry. */
export const firstMeeting = clock({
  ...guidance,
  id: 'adopter-enquiry-meeting',
  row: 'adopter-enquiry-info',
  name: 'First meeting with people who ask about adopting',
  plural: 'First meetings with people who ask about adopting',
  todo: 'Meet, visit or call the people who asked about adopting',
  starts: each(adopter, 'enquiredOn', untilTheyLeft),
  due: workingDays(10),
  stops: [onItself(adopter, 'firstMetOn'), ...wentOn],
  reads: [],
  says: { starts: 'The enquiry', stops: 'A meeting, visit or call, or they register their interest', exceptions: left },
})

/** A registration of interest is answered within 5 working days. */
export const registrationAnswered = clock({
  ...guidance,
  id: 'adopter-roi',
  name: 'Registration of interest in adopting answered',
  plural: 'Registrations of interest in adopting answered',
  todo: 'Answer the registration of interest',
  starts: each(adopter, 'registeredInterestOn', untilTheyLeft),
  due: workingDays(5),
  stops: [onItself(adopter, 'registrationAnsweredOn'), onItself(adopter, 'stage1StartedOn'), onItself(adopter, 'stage2StartedOn')],
  reads: [],
  says: { starts: 'The registration of interest is received', stops: 'It is answered, or stage 1 or 2 begins', exceptions: left },
})

/** Stage 1 takes 2 months. */
export const stageOne = clock({
  ...guidance,
  id: 'adopter-stage1',
  name: 'Adopter’s stage 1',
  plural: 'Adopters’ stage 1',
  todo: 'End stage 1',
  source:
    'Adoption Agencies Regulations 2005, part 4 (amended by SI 2013/985); Statutory Guidance on Adoption 2013, chapter 3; since 1 July 2013',
  starts: each(adopter, 'stage1StartedOn', { ...untilTheyLeft, when: ({ stage1LongerBecause }) => stage1LongerBecause === null }),
  due: months(2),
  stops: [onItself(adopter, 'stage1EndedOn'), onItself(adopter, 'stage2StartedOn')],
  reads: [],
  says: {
    starts: 'Stage 1 begins',
    stops: 'Stage 1 ends, or stage 2 begins',
    exceptions: `Longer where the applicant asks or a good reason is recorded. Up to 6 months may pass before stage 2. ${left}`,
  },
})

/** Stage 2 takes 4 months to the decision. */
export const stageTwo = clock({
  ...guidance,
  id: 'adopter-stage2',
  name: 'Adopter’s stage 2 to decision',
  plural: 'Adopters’ stage 2 to decision',
  todo: 'Bring the adopter’s approval to a decision',
  weight: 'regulation',
  source: 'Adoption Agencies Regulations 2005, part 4 (amended by SI 2013/985); since 1 July 2013',
  starts: each(adopter, 'stage2StartedOn', { ...untilTheyLeft, when: ({ stage2LongerBecause }) => stage2LongerBecause === null }),
  due: months(4),
  stops: [
    onItself(adopter, 'approvedOn'),
    onItself(adopter, 'refusedOn'),
    onItself(adopter, 'leftOn', ({ leftBecause }) => leftBecause === '3'),
  ],
  reads: [],
  says: {
    starts: 'Stage 2 begins; foster carers and those who have adopted before go straight to it',
    stops: 'Approved or refused',
    exceptions: `Longer where the applicant asks or the circumstances are exceptional, and that is recorded. ${left}`,
  },
})

/** Before there were stages: 8 months from the application to the decision. */
export const decisionInEightMonths = clock({
  ...guidance,
  id: 'adopter-8-months',
  row: 'adopter-stage2',
  name: 'Adopter’s application to decision',
  plural: 'Adopters’ applications to decision',
  todo: 'Bring the adopter’s approval to a decision',
  weight: 'historic',
  source: 'Adoption National Minimum Standards before 1 July 2013, when stages took their place',
  from: '2005-12-30',
  until: '2013-06-30',
  starts: each(adopter, 'appliedOn', untilTheyLeft),
  due: months(8),
  stops: [
    onItself(adopter, 'approvedOn'),
    onItself(adopter, 'refusedOn'),
    onItself(adopter, 'leftOn', ({ leftBecause }) => leftBecause === '3'),
  ],
  reads: [],
  says: { starts: 'The application', stops: 'Approved or refused', exceptions: left },
})

/** Applicants have 5 working days to comment on the report about them; 10 before July 2013. */
export const commentsOnReport = clock({
  ...guidance,
  id: 'adopter-par-comment',
  name: 'Applicant’s time to comment on the report',
  plural: 'Applicants’ time to comment on the report',
  todo: 'Wait for the applicant’s comments',
  weight: 'regulation',
  meaning: 'window',
  source: 'Adoption Agencies Regulations 2005, regulation 30 (10 working days before 1 July 2013)',
  from: '2005-12-30',
  starts: each(adopter, 'reportSentOn', untilTheyLeft),
  due: dated(['2005-12-30', workingDays(10)], [twoStages, workingDays(5)]),
  unit: 'working days',
  stops: [onItself(adopter, 'commentsOn')],
  reads: [],
  says: {
    starts: 'The prospective adopter’s report is sent to the applicant',
    due: 'within 5 working days; within 10 where it was sent before 1 July 2013',
    stops: 'The applicant comments',
    exceptions: left,
  },
})

/** Applicants have 40 working days to make representations, or to ask for an independent review. */
export const refusalChallenged = clock({
  ...guidance,
  id: 'adopter-irm',
  name: 'Adopter’s time to challenge a refusal',
  plural: 'Adopters’ time to challenge a refusal',
  todo: 'Wait for representations',
  weight: 'regulation',
  meaning: 'window',
  source: 'Adoption Agencies Regulations 2005, regulation 30B',
  from: '2005-12-30',
  starts: each(adopter, 'determinationSentOn', untilTheyLeft),
  due: workingDays(40),
  stops: [onItself(adopter, 'representationsOn'), onItself(adopter, 'independentReviewOn')],
  reads: [],
  says: {
    starts: 'The qualifying determination is sent',
    stops: 'Representations, or an application for an independent review',
    exceptions: left,
  },
})

/** Approval is reviewed every 12 months while no child is matched or placed. */
export const approvalReviewed = clock({
  ...guidance,
  id: 'adopter-review',
  name: 'Review of approved adopters without a child',
  plural: 'Reviews of approved adopters without a child',
  todo: 'Review the adopters’ approval',
  weight: 'regulation',
  source: 'Adoption Agencies Regulations 2005, regulation 30D',
  from: '2005-12-30',
  starts: chain(
    adopter,
    'approvedOn',
    (record) =>
      earliestOf(
        endIn(adopter, record, 'matchedOn'),
        endIn(adopter, record, 'childrenPlacedOn'),
        endIn(adopter, record, 'orderMadeOn'),
        endIn(adopter, record, 'leftOn'),
      ),
    [links(adopterReview, 'heldOn')],
  ),
  due: months(12),
  doneBy: adopterReview,
  reads: [adopterReview],
  says: {
    starts: 'The approval, and each review of it',
    stops: 'A review is held',
    repeats: 'Every year until a child is matched or placed',
    exceptions: left,
  },
})

/** The scorecard counts families that wait 3 months or more for a match. */
export const approvalToMatch = clock({
  ...guidance,
  id: 'adopter-approval-to-match',
  name: 'Approved adopters matched (A12)',
  todo: 'Find a match for the adopters',
  weight: 'statistics',
  meaning: 'threshold',
  source: 'Department for Education, adoption scorecards, indicator A12',
  lookedUp: true,
  from: '2005-12-30',
  starts: each(adopter, 'approvedOn', untilTheyLeft),
  due: months(3),
  stops: [onItself(adopter, 'matchedOn'), onItself(adopter, 'childrenPlacedOn')],
  reads: [],
  says: { starts: 'The approval', stops: 'The adopters are matched with a child', exceptions: left },
})

export const adopterClocks = [
  informationSent,
  firstMeeting,
  registrationAnswered,
  stageOne,
  stageTwo,
  decisionInEightMonths,
  commentsOnReport,
  refusalChallenged,
  approvalReviewed,
  approvalToMatch,
]
