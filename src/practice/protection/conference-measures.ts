import { measure, type Measure } from '../../engine/measures/measure.ts'
import { ofChildren } from '../dimensions.ts'
import { conferenceRecordsDue, conferencesHeld, reviewConferencesHeld } from './conference-facts.ts'
import { conferenceRecordSent, reportForInitialConference } from './paperwork-clocks.ts'

/** Child protection conferences: their papers, who was there, and the child’s part. */

const area = 'Conferences'
const own = 'The authority’s own; no national definition'
const onlyReviews = 'initial conferences, whose records do not hold it'

export const conferenceMeasures: readonly Measure[] = [
  measure({
    id: 'conf-reports-time',
    name: 'Reports shared with the family on time',
    area,
    of: conferencesHeld,
    where: { reportInTime: [true, false] },
    statistic: 'share',
    met: { reportInTime: [true] },
    span: 'month',
    better: 'higher',
    by: ofChildren,
    source: reportForInitialConference.source,
    expected: 75,
    says: {
      counted: 'conferences for which the worker’s report was shared with the family as long before as the authority has set',
      outOf: 'initial and review conferences held, one for each child',
      leftOut: 'conferences held on the day on which they were decided on, before a report could be due',
    },
  }),
  measure({
    id: 'conf-minutes-time',
    name: 'Conference records sent on time',
    area,
    of: conferenceRecordsDue,
    statistic: 'share',
    met: { inTime: [true] },
    span: 'month',
    better: 'higher',
    by: ofChildren,
    source: conferenceRecordSent.source,
    expected: 75,
    says: {
      counted: 'records of conferences sent within the time that the authority has set',
      outOf: 'initial and review conferences held, in the month in which their record was due, one for each child',
    },
  }),
  measure({
    id: 'conf-quorate',
    name: 'Review conferences quorate',
    area,
    of: reviewConferencesHeld,
    where: { quorate: [true, false] },
    statistic: 'share',
    met: { quorate: [true] },
    span: 'month',
    better: 'higher',
    by: ofChildren,
    source: own,
    expected: 85,
    says: {
      counted: 'review conferences that were quorate: social care and at least two other agencies',
      outOf: 'review conferences held, one for each child',
      leftOut: `${onlyReviews}, and reviews that do not say it in words that can be read`,
    },
  }),
  measure({
    id: 'conf-participation',
    name: 'Child took part or was represented',
    area,
    of: reviewConferencesHeld,
    where: { fourOrOlder: [true], tookPart: [true, false] },
    statistic: 'share',
    met: { tookPart: [true] },
    span: '12 months',
    better: 'higher',
    by: [...ofChildren, 'took'],
    source: own,
    says: {
      counted: 'review conferences at which the child conveyed a view, or to which they sent one or an advocate',
      outOf: 'review conferences of children aged 4 or older',
      leftOut: `${onlyReviews}, and reviews that do not say how the child took part`,
      note: 'to attend without conveying a view (PN4) is not counted as taking part, as in the looked-after return',
    },
  }),
]
