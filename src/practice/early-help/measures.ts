import { measure, type Measure } from '../../engine/measures/measure.ts'
import { ofChildren } from '../dimensions.ts'
import { stepDown, teamAroundFamilyReviews } from './clocks.ts'
import { earlyHelpAssessments, earlyHelpEnded, earlyHelpOpen, familyReviewsDue, stepDowns } from './facts.ts'

/** How many families are helped early, and how it ends. */

const area = 'Early help'
const pressures = 'Association of Directors of Children’s Services, Safeguarding Pressures'
const own = 'The authority’s own; no national definition'
const asRecorded = 'the day the assessment was completed is not in the dataset: where only episodes are brought in, none is counted'
const howItEnded =
  'the dataset has no codes for why early help ended: the words are read, and the last decision of the team around the family. Words that say neither count as neither'

export const earlyHelpMeasures: readonly Measure[] = [
  measure({
    id: 'eh-assessments',
    name: 'Early help assessments',
    area,
    of: earlyHelpAssessments,
    statistic: 'count',
    span: 'month',
    better: 'neutral',
    by: [...ofChildren, 'organisation'],
    source: pressures,
    says: { counted: 'early help assessments completed; one for each child', note: asRecorded },
  }),
  measure({
    id: 'eh-assessments-rate',
    name: 'Early help assessments per 10,000 children',
    area,
    of: earlyHelpAssessments,
    statistic: 'rate',
    people: { per: 10_000, from: 0, until: 18 },
    span: '12 months',
    better: 'neutral',
    by: [...ofChildren, 'organisation'],
    source: pressures,
    says: {
      counted: 'early help assessments completed in the 12 months; one for each child',
      outOf: 'children under 18 who live in the area, by the mid-year estimate',
      note: asRecorded,
    },
  }),
  measure({
    id: 'eh-open',
    name: 'Open early help cases',
    area,
    of: earlyHelpOpen,
    statistic: 'count',
    span: 'moment',
    better: 'neutral',
    by: [...ofChildren, 'organisation'],
    source: own,
    says: { counted: 'early help episodes open; a child with two open at once counts twice' },
  }),
  measure({
    id: 'eh-step-up',
    name: 'Early help stepped up to social care',
    area,
    of: earlyHelpEnded,
    where: { steppedUp: [true, false] },
    statistic: 'share',
    met: { steppedUp: [true] },
    span: 'month',
    better: 'neutral',
    by: [...ofChildren, 'organisation'],
    source: own,
    says: {
      counted: 'early help episodes that ended because the child was stepped up to social care',
      outOf: 'early help episodes ended',
      leftOut: 'those of which nothing says why they ended',
      note: howItEnded,
    },
  }),
  measure({
    id: 'eh-step-down',
    name: 'Step-downs picked up by early help',
    area,
    of: stepDowns,
    statistic: 'share',
    met: { inTime: [true] },
    span: 'month',
    better: 'higher',
    by: ofChildren,
    source: stepDown.source,
    says: {
      counted: 'cases closed to early help where early help was running, or the team around the family met, in time',
      outOf: 'cases closed to early help, in the month in which early help was due',
      leftOut: 'children referred again by then',
      note: 'closed to early help by the reason for closure (RC9, since 2022), or where the last child in need review decided to step down; in time is the length the authority has set for this clock',
    },
  }),
  measure({
    id: 'eh-reviews',
    name: 'Team around the family reviews on time',
    area,
    of: familyReviewsDue,
    statistic: 'share',
    met: { inTime: [true] },
    span: '12 months',
    better: 'higher',
    by: [...ofChildren, 'steppedDown'],
    expected: 80,
    source: teamAroundFamilyReviews.source,
    says: {
      counted: 'reviews of the team around the family held by the day they were due',
      outOf: 'reviews that fell due in the 12 months while early help went on',
      leftOut: 'episodes of which neither an assessment’s day nor a review is recorded',
    },
  }),
  measure({
    id: 'eh-step-down-reviewed',
    name: 'Families reviewed after a step-down to early help',
    area,
    of: familyReviewsDue,
    where: { steppedDown: [true], first: [true] },
    statistic: 'share',
    met: { inTime: [true] },
    span: '12 months',
    better: 'higher',
    by: ofChildren,
    expected: 80,
    source: teamAroundFamilyReviews.source,
    says: {
      counted: 'episodes whose first review by the team around the family was held by the day it was due',
      outOf: 'early help episodes of children whom social care had stepped down, whose first review fell due in the 12 months',
      leftOut: 'episodes of which neither an assessment’s day nor a review is recorded',
      note: 'stepped down, as the episode says or a case that closed up to 30 days before it shows',
    },
  }),
  measure({
    id: 'eh-outcomes-met',
    name: 'Early help ended with outcomes met',
    area,
    of: earlyHelpEnded,
    where: { outcomesMet: [true, false] },
    statistic: 'share',
    met: { outcomesMet: [true] },
    span: 'month',
    better: 'higher',
    by: [...ofChildren, 'organisation'],
    source: own,
    says: {
      counted: 'early help episodes that ended because needs were met or outcomes reached',
      outOf: 'early help episodes ended',
      leftOut: 'those of which nothing says why they ended',
      note: howItEnded,
    },
  }),
]
