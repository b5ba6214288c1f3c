import { measure, type Measure } from '../../engine/measures/measure.ts'
import { inCare, ofChildren } from '../dimensions.ts'
import { inCareInTheYear, interviewsDue, interviewsHeld, interviewsToWriteUp, returnsToInterview, timesMissing } from './facts.ts'
import { interviewIn72Hours, interviewShared } from './missing-clocks.ts'

/** How often children go missing, and whether they are heard when they are back. */

const area = 'Missing and exploitation'
const by = [...ofChildren, ...inCare]
const statistics = 'Department for Education, children looked after (SSDA903): missing'
const guidance = 'Statutory guidance on children who run away or go missing from home or care (January 2014)'
const away = 'children away without authorisation whose whereabouts were known'

const interviews = { area, statistic: 'share', span: 'month', better: 'higher', by } as const

/** What of an interview should stand on the record. */
const interviewsRecorded = {
  ...interviews,
  span: '12 months',
  by: [...by, 'inCare'],
  expected: 85,
  speaksOf: 'record',
  source: guidance,
} as const

export const missingMeasures: readonly Measure[] = [
  measure({
    id: 'missing-episodes',
    name: 'Times children went missing from care',
    area,
    of: timesMissing,
    where: { inCare: [true] },
    statistic: 'count',
    span: 'month',
    better: 'lower',
    by,
    source: statistics,
    national: true,
    says: { counted: 'times a child who was looked after went missing; a child missing twice counts twice', leftOut: away },
  }),
  measure({
    id: 'missing-children',
    name: 'Children who went missing from care',
    area,
    of: inCareInTheYear,
    statistic: 'share',
    met: { wentMissing: [true] },
    span: 'moment',
    better: 'lower',
    by,
    source: statistics,
    national: true,
    says: {
      counted: 'children who went missing while looked after in the 12 months to the date, each once',
      outOf: 'children looked after at any time in those 12 months',
      leftOut: `${away}; series of short breaks`,
    },
  }),
  measure({
    id: 'missing-home',
    name: 'Times children went missing from home',
    area,
    of: timesMissing,
    where: { inCare: [false] },
    statistic: 'count',
    span: 'month',
    better: 'lower',
    by: ofChildren,
    source: 'Local measure; statutory guidance on children who run away or go missing from home or care (January 2014)',
    says: {
      counted: 'times a child who was not looked after went missing; a child missing twice counts twice',
      leftOut: away,
      note: 'of children who are known to the authority: others are known to the police alone',
    },
  }),
  measure({
    ...interviews,
    id: 'rhi-offered',
    name: 'Return home interviews offered',
    of: returnsToInterview,
    met: { offered: [true] },
    by: [...by, 'inCare'],
    source: 'Ofsted, Annex A list 8',
    national: true,
    expected: 90,
    says: {
      counted: 'times an interview was offered',
      outOf: 'times a missing child came back in the month',
      leftOut: `${away} and to whom none was offered; those to whom the case system says that it does not apply`,
      note: 'children missing from home and from care: Annex A asks of those in care, told apart by whether they were looked after',
    },
  }),
  measure({
    ...interviews,
    id: 'rhi-accepted',
    name: 'Return home interviews accepted',
    of: returnsToInterview,
    where: { offered: [true] },
    met: { accepted: [true] },
    by: [...by, 'inCare'],
    source: 'Ofsted, Annex A list 8',
    national: true,
    says: {
      counted: 'times the child accepted; an interview that was held was accepted',
      outOf: 'times an interview was offered to a child who came back in the month',
      note: 'children missing from home and from care, told apart by whether they were looked after',
    },
  }),
  measure({
    ...interviews,
    id: 'rhi-72h',
    name: 'Return home interviews in 72 hours',
    of: interviewsDue,
    met: { inTime: [true] },
    source: interviewIn72Hours.source,
    national: true,
    expected: 70,
    says: {
      counted: 'interviews held within 72 hours of the child’s return',
      outOf: 'interviews that fell due in the month',
      leftOut:
        'children who declined before it fell due, or of whom the case system says that they did not accept or that it does not apply',
    },
  }),
  measure({
    ...interviews,
    id: 'rhi-uploaded',
    name: 'Return home interviews written up in time',
    of: interviewsToWriteUp,
    met: { writtenUp: [true] },
    source: interviewShared.source,
    expected: 80,
    says: {
      counted: 'interviews on the child’s record within the time the authority has set',
      outOf: 'interviews held whose writing up fell due in the month',
      note: 'sharing it with the police, which the due date asks besides, is not asked here',
    },
  }),
  measure({
    ...interviewsRecorded,
    id: 'rhi-answered',
    name: 'Answers to offers of an interview recorded',
    of: returnsToInterview,
    where: { offered: [true] },
    met: { answered: [true] },
    says: {
      counted: 'offers of which it is recorded whether the child accepted or declined, or that were held',
      outOf: 'times an interview was offered to a child who came back',
    },
  }),
  measure({
    ...interviewsRecorded,
    id: 'rhi-on-record',
    name: 'Return home interviews on the child’s record',
    of: interviewsHeld,
    met: { onRecord: [true] },
    says: {
      counted: 'interviews of which what the child said was on their record within 30 days',
      outOf: 'interviews held, 30 days after',
      note: '30 days are ours: what was not written up by then is taken never to be',
    },
  }),
]
