import { measure, type Measure } from '../../engine/measures/measure.ts'
import type { CodeList } from '../../engine/records/kind.ts'
import { inCare, ofChildren } from '../dimensions.ts'
import { childrensBelongings } from './belonging-facts.ts'
import { cameIntoCare, leftCare } from './care-facts.ts'
import { careEndReasons, placementChangeReasons } from './code-lists.ts'
import { placementsChanged } from './placement-facts.ts'
import { carePlanUpdated } from './plan-clocks.ts'
import { carePlansAfterReviews, firstVisitsDue, laterVisitsDue, placementPlansMade, visitorsToConsider } from './recorded-facts.ts'
import { visitorConsidered } from './support-clocks.ts'
import { firstVisit } from './visit-clocks.ts'

/** What is to be on the record of a child in care, step after step: planned, visited, written down, considered. */

const yearly = {
  area: 'Children in care',
  statistic: 'share',
  span: '12 months',
  better: 'higher',
  by: [...ofChildren, ...inCare],
} as const
const onRecord = { ...yearly, speaksOf: 'record' } as const
const standing = {
  ...onRecord,
  span: 'moment',
  of: childrensBelongings,
  source: 'Children Act 1989 guidance, volume 3: planning transition to adulthood for care leavers',
} as const
const hides = { ...yearly, better: 'lower', speaksOf: 'words' } as const
const codes = ({ codes: all }: CodeList): readonly string[] => all.map(({ code }) => code)
const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'
const shortBreaks = 'series of short breaks (legal statuses V3 and V4)'
const onlyDataset = 'children of whom the record holds nothing beside what the Standard Safeguarding Dataset asks'

export const recordedMeasures: readonly Measure[] = [
  measure({
    ...yearly,
    id: 'cla-planned-starts',
    name: 'Came into care by a plan',
    of: cameIntoCare,
    where: { planned: [true, false] },
    met: { planned: [true] },
    expected: 25,
    source: `${regulations}, regulations 4(2) and 9`,
    says: {
      counted: 'children for whom a care plan or a placement plan was made by the day on which they came, in the year before it',
      outOf: 'children who came into care',
      leftOut: `children who came to the country alone; ${shortBreaks}`,
      note: 'the regulations let a plan follow within days where it could not be made before, so that some always do',
    },
  }),
  measure({
    ...yearly,
    id: 'cla-first-visit',
    name: 'Visited within a week of a new placement',
    of: firstVisitsDue,
    met: { inTime: [true] },
    expected: 80,
    source: firstVisit.source,
    says: {
      counted: 'first visits within a week of the day on which the placement began',
      outOf: 'first visits that fell due in the 12 months',
      leftOut:
        'placements that ended within the week; placements for adoption, with parents and with carers approved for a time; short breaks',
    },
  }),
  measure({
    ...yearly,
    id: 'cla-visits-made',
    name: 'Visits to children in care made in time',
    of: laterVisitsDue,
    met: { inTime: [true] },
    span: 'month',
    expected: 85,
    source: `${regulations}, regulation 28`,
    says: {
      counted: 'visits made by the day they were due',
      outOf: 'visits after the first that fell due in the month: each is counted from the one before',
      leftOut: 'placements for adoption, whose visits follow other regulations; short breaks',
      note: 'visits, not children: a child who is long not visited owes one visit',
    },
  }),
  measure({
    ...onRecord,
    id: 'cla-plan-updated',
    name: 'Care plans updated after the review',
    of: carePlansAfterReviews,
    met: { inTime: [true] },
    expected: 80,
    source: carePlanUpdated.source,
    says: {
      counted: 'reviews after which the care plan was updated, or a new one begun, within 10 working days',
      outOf: 'looked after reviews, in the month in which those days ended',
      leftOut: `${shortBreaks}; ${onlyDataset}`,
    },
  }),
  measure({
    ...onRecord,
    id: 'placement-plan-delegated',
    name: 'Placement plans that say what carers may decide',
    of: placementPlansMade,
    met: { delegated: [true] },
    expected: 80,
    source: `${regulations}, regulation 9 and schedule 2; Care Planning, Placement and Case Review and Fostering Services (Miscellaneous Amendments) Regulations 2013`,
    says: { counted: 'plans in which something is written of what the carers may decide', outOf: 'placement plans made' },
  }),
  measure({
    ...onRecord,
    id: 'iv-considered',
    name: 'Independent visitor considered between reviews',
    area: 'Voice',
    of: visitorsToConsider,
    met: { inTime: [true] },
    expected: 50,
    source: visitorConsidered.source,
    says: {
      counted: 'times by whose end it was recorded that a visitor was considered, or matched',
      outOf: 'times between two looked after reviews, or from coming into care to the first, that ended in the 12 months',
      leftOut: `children who have a visitor; ${shortBreaks}; ${onlyDataset}`,
      note: 'the duty is towards children for whom a visitor would be in their interests; that it was considered is asked of every child',
    },
  }),
  measure({
    ...standing,
    id: 'cla-birth-certificate',
    name: 'Children with a birth certificate',
    where: { birthCertificate: [true, false] },
    met: { birthCertificate: [true] },
    says: {
      counted: 'children of whom a birth certificate is held',
      outOf: 'children looked after at the date',
      leftOut: `children who came to the country alone; ${shortBreaks}; ${onlyDataset}`,
    },
  }),
  measure({
    ...standing,
    id: 'cla-passport',
    name: 'Children with a passport',
    where: { passport: [true, false] },
    met: { passport: [true] },
    says: {
      counted: 'children of whom a passport or Home Office card is held that has not run out',
      outOf: 'children looked after at the date',
      leftOut: `${shortBreaks}; ${onlyDataset}`,
    },
  }),
  measure({
    ...hides,
    id: 'placement-change-other',
    name: 'Placements changed for an “other” reason',
    of: placementsChanged,
    where: { reason: codes(placementChangeReasons) },
    met: { reason: ['OTHER'] },
    expected: 20,
    source: 'Looked-after return (SSDA903), REASON_PLACE_CHANGE',
    says: {
      counted: 'changes of placement whose reason is recorded as other',
      outOf: 'changes of placement in the 12 months',
      leftOut: 'those of which no reason is recorded',
    },
  }),
  measure({
    ...hides,
    id: 'left-care-other',
    name: 'Children who left care for “any other reason”',
    of: leftCare,
    where: { reason: codes(careEndReasons) },
    met: { reason: ['E8'] },
    source: 'Looked-after return (SSDA903), REC',
    says: {
      counted: 'children who left care with the reason E8, any other',
      outOf: 'children who left care in the 12 months',
      leftOut: `those of whom no reason is recorded; ${shortBreaks}`,
      note: 'nationally about one in five and more: what tells is a change, or a team apart from the others',
    },
  }),
]
