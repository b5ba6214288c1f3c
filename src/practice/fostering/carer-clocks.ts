import { clock, each, links, on } from '../../engine/clocks/clock.ts'
import { calendarDays, months, weeks, years } from '../../engine/clocks/length.ts'
import { itself } from '../../engine/clocks/itself.ts'
import { linked } from '../../engine/clocks/linked.ts'
import { onItself } from '../../engine/clocks/own-dates.ts'
import type { Said } from '../../engine/clocks/thread.ts'
import { wordsFor } from '../../engine/records/kind.ts'
import { approvalEnds, approvedOn, daysOfNotice } from './approval.ts'
import { carerChecks, householdMembers } from './code-lists.ts'
import { fosterCarer, fosterCarerCheck, fosterCarerReview, fosterCarerVisit } from './records.ts'

/** What must come again and again while a household is approved to foster: reviews, visits, checks; and how approval ends. */

type Household = typeof fosterCarer.fields
const ofHousehold = { area: 'Fostering', about: fosterCarer, reads: [fosterCarer] } as const

const approval = itself(fosterCarer, approvedOn, { until: approvalEnds })
const decided = links(fosterCarerReview, 'decidedOn')
const visited = links(fosterCarerVisit, 'visitedOn', ({ carerSeen }) => carerSeen !== false)
const unannounced = links(fosterCarerVisit, 'visitedOn', ({ unannounced, carerSeen }) => unannounced === true && carerSeen !== false)

/** The first review of approval, which goes to panel, is decided within a year of approval. */
export const firstApprovalReview = clock({
  ...ofHousehold,
  id: 'foster-review-first',
  name: 'First review of a foster carer’s approval',
  plural: 'First reviews of foster carers’ approval',
  todo: 'Hold the first review of approval and take it to panel',
  weight: 'regulation',
  source: 'Fostering Services (England) Regulations 2011, regulation 28(2)',
  lookedUp: true,
  starts: linked(approval, [decided], { after: (reviews) => reviews === 0 }),
  due: months(12),
  doneBy: fosterCarerReview,
  reads: [fosterCarer, fosterCarerReview],
  says: { starts: 'The household is approved', stops: 'The first review is decided, after panel', exceptions: 'Ends when approval ends' },
})

/** Later reviews of approval at least once a year. */
export const laterApprovalReview = clock({
  ...ofHousehold,
  id: 'foster-review-yearly',
  name: 'Review of a foster carer’s approval',
  plural: 'Reviews of foster carers’ approval',
  todo: 'Review the approval',
  weight: 'regulation',
  source: 'Fostering Services (England) Regulations 2011, regulation 28(2)',
  lookedUp: true,
  starts: linked(approval, [decided], { after: (reviews) => reviews >= 1 }),
  due: months(12),
  doneBy: fosterCarerReview,
  reads: [fosterCarer, fosterCarerReview],
  says: {
    starts: 'A review is decided',
    stops: 'The next review is decided',
    repeats: 'Until approval ends',
    exceptions: 'Sooner after an allegation or a serious complaint',
  },
})

/** At least one unannounced visit a year. */
export const unannouncedVisit = clock({
  ...ofHousehold,
  id: 'foster-unannounced',
  name: 'Unannounced visit to foster carers',
  plural: 'Unannounced visits to foster carers',
  todo: 'Visit the foster carers unannounced',
  weight: 'standard',
  source: 'Fostering Services: National Minimum Standards 2011, standard 21',
  starts: linked(approval, [unannounced]),
  due: months(12),
  doneBy: fosterCarerVisit,
  reads: [fosterCarer, fosterCarerVisit],
  says: {
    starts: 'The household is approved, and each unannounced visit',
    stops: 'The next unannounced visit at which a carer was seen',
    repeats: 'Until approval ends',
  },
})

/** The supervising social worker visits as often as the authority says. */
export const supervisingVisit = clock({
  ...ofHousehold,
  id: 'foster-supervision',
  name: 'Supervising social worker’s visit',
  plural: 'Supervising social workers’ visits',
  todo: 'Visit the foster carers',
  weight: 'local',
  source:
    'Fostering Services: National Minimum Standards 2011, standard 21, which asks for regular meetings; how often is local, commonly 4 to 6 weeks',
  local: true,
  starts: linked(approval, [visited]),
  due: weeks(6),
  doneBy: fosterCarerVisit,
  reads: [fosterCarer, fosterCarerVisit],
  says: {
    starts: 'The household is approved, and each visit',
    stops: 'The next visit, announced or not, at which a carer was seen',
    repeats: 'Until approval ends',
  },
})

/** The training, support and development standards are met within a year, or eighteen months for a relative or friend. */
export const developmentStandards = clock({
  ...ofHousehold,
  id: 'foster-tsds',
  name: 'Training, support and development standards met',
  todo: 'Sign off the training, support and development standards',
  weight: 'standard',
  source: 'Fostering Services: National Minimum Standards 2011, standard 20',
  starts: approval,
  stops: [onItself(fosterCarer, 'standardsMetOn')],
  due: ({ record }) => months((record as Said<Household>).relativeOrFriend === true ? 18 : 12),
  unit: 'months',
  says: {
    starts: 'The household is approved',
    due: 'within 12 months; 18 months for relatives and friends of the child',
    stops: 'The workbook is signed off',
    exceptions: 'Ends when approval ends',
  },
})

/** Checks of each adult are made again as often as the authority says. */
export const carerChecksRenewed = clock({
  ...ofHousehold,
  id: 'foster-dbs',
  name: 'Foster carer’s check renewed',
  plural: 'Foster carers’ checks renewed',
  todo: 'Renew the check',
  weight: 'local',
  source: 'The authority’s own policy: commonly every 2 to 3 years',
  local: true,
  starts: (thread, terms) =>
    approval(thread, terms).flatMap(({ until = null }) =>
      each(fosterCarerCheck, 'checkedOn', { until: () => until })(thread, terms).map((start) => ({
        ...start,
        part: partOf(start.record as Check),
      })),
    ),
  due: years(3),
  stops: [
    on(fosterCarerCheck, 'checkedOn', {
      later: true,
      when: ({ type, member }, { record }) => type === (record as Check).type && member === (record as Check).member,
    }),
  ],
  says: {
    starts: 'A Disclosure and Barring Service check or medical of one of the household, once it is approved',
    stops: 'The next check of the same kind of the same adult',
    repeats: 'Until approval ends',
  },
})

type Check = Said<typeof fosterCarerCheck.fields>

const partOf = ({ type, member }: Check): string => {
  const check = wordsFor(carerChecks, type) ?? 'Check'
  return member === null ? check : `${check}, ${wordsFor(householdMembers, member).toLowerCase()}`
}

/** A resignation takes effect 28 days after it was received, and cannot be taken back. */
export const resignation = clock({
  ...ofHousehold,
  id: 'foster-resign',
  name: 'Resignation takes effect',
  plural: 'Resignations take effect',
  todo: 'Record the end of approval, and plan for any child who lives there',
  weight: 'regulation',
  source: 'Fostering Services (England) Regulations 2011, regulation 28(13)',
  lookedUp: true,
  starts: itself(fosterCarer, 'resignationReceivedOn'),
  stops: [onItself(fosterCarer, 'approvalEndedOn')],
  due: calendarDays(daysOfNotice),
  says: {
    starts: 'The written resignation is received',
    stops: 'The end of approval is recorded',
    exceptions: 'It cannot be withdrawn: approval ends on that day whatever is recorded, and so do reviews and visits',
  },
})

export const carerClocks = [
  firstApprovalReview,
  laterApprovalReview,
  resignation,
  unannouncedVisit,
  supervisingVisit,
  developmentStandards,
  carerChecksRenewed,
]
