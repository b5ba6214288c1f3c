import { measure, type Measure } from '../../engine/measures/measure.ts'
import { inCare, ofChildren } from '../dimensions.ts'
import { healthAssessmentRequested, initialHealthAssessment } from './assessment-clocks.ts'
import { firstAssessmentsDue, healthInCare, yearsOfHealth } from './facts.ts'
import { appointmentsAfterPaperwork, paperworkSent, requestsDue } from './step-facts.ts'

/** The health of children in care. */

const area = 'Health in care'
const source = 'Looked-after return (SSDA903), OC2'
const by = [...ofChildren, ...inCare]
const aYear = 'children looked after for 12 months or more without a break'
const aWholeYear = 'children looked after on 31 March and for all of the year to it'
const leftOut = 'series of short breaks (legal statuses V3 and V4)'

const upToDate = { area, of: healthInCare, statistic: 'share', span: 'moment', better: 'higher', by, source, national: true } as const
const waits = { area, statistic: 'mean', value: 'days', unit: 'days', span: '12 months', better: 'lower', by } as const
const ofTheYear = { area, of: yearsOfHealth, statistic: 'share', span: 'year to March', by, source, national: true } as const

export const healthMeasures: readonly Measure[] = [
  measure({
    id: 'cla-iha',
    name: 'Initial health assessments in time',
    area,
    of: firstAssessmentsDue,
    statistic: 'share',
    met: { inTime: [true] },
    span: '12 months',
    better: 'higher',
    by,
    source: initialHealthAssessment.source,
    expected: 70,
    says: {
      counted: 'first assessments by a doctor whose report came within 20 working days of coming into care',
      outOf: 'children who came into care and were still in it when the assessment fell due in the 12 months',
      leftOut: 'children of 5 or over who refused; series of short breaks',
    },
  }),
  measure({
    id: 'iha-request-time',
    name: 'Requests for initial health assessments in time',
    area,
    of: requestsDue,
    statistic: 'share',
    met: { inTime: [true] },
    span: '12 months',
    better: 'higher',
    by,
    expected: 85,
    source: healthAssessmentRequested.source,
    says: {
      counted: 'children for whom the request and the consent went to health within 5 working days, or the length the authority has set',
      outOf: 'children who came into care and for whom it fell due in the 12 months',
      leftOut:
        'children of whose health assessments only what the case system holds is known; children of 5 or over who refused; series of short breaks',
    },
  }),
  measure({
    ...waits,
    id: 'iha-paperwork-days',
    name: 'Days from coming into care to the request for an initial health assessment',
    of: paperworkSent,
    source: healthAssessmentRequested.source,
    says: {
      counted: 'days from coming into care to the day on which the request and the consent went to health',
      outOf: 'requests for initial health assessments sent in the 12 months',
      note: 'those that have not been sent are not among them: the share in time tells of them',
    },
  }),
  measure({
    ...waits,
    id: 'iha-appointment-days',
    name: 'Days from the request to the initial health appointment',
    of: appointmentsAfterPaperwork,
    source: healthAssessmentRequested.source,
    says: {
      counted: 'days from the request to the appointment for the initial health assessment',
      outOf: 'appointments in the 12 months',
      leftOut: 'those whose request has no day, or one after the appointment',
      note: 'the last appointment that is recorded, where one was moved',
    },
  }),
  measure({
    ...upToDate,
    id: 'cla-rha',
    name: 'Health assessments up to date',
    met: { assessed: [true] },
    expected: 80,
    says: {
      counted: 'children assessed within the last 12 months or, if they were under 5 at the last assessment, 6 months',
      outOf: aYear,
      leftOut,
      note: 'a child who refused was not assessed',
    },
  }),
  measure({
    ...upToDate,
    id: 'cla-dental',
    name: 'Teeth checked within 12 months',
    met: { teethChecked: [true] },
    says: { counted: 'children whose teeth a dentist checked in the 12 months to the date', outOf: aYear, leftOut },
  }),
  measure({
    ...upToDate,
    id: 'cla-imms',
    name: 'Immunisations up to date',
    where: { immunised: [true, false] },
    met: { immunised: [true] },
    says: {
      counted: 'children whose immunisations were last said to be up to date, in the 12 months to the date',
      outOf: aYear,
      leftOut: 'children of whom it was said only later: the case system keeps the last word alone',
      note: 'a child of whom nothing was ever said counts as not up to date',
    },
  }),
  measure({
    ...upToDate,
    id: 'cla-vision',
    name: 'Sight tests up to date',
    where: { fourOrOver: [true] },
    met: { sightTested: [true] },
    source: 'Local measure; health plan, Care Planning, Placement and Case Review (England) Regulations 2010, schedule 1',
    national: false,
    says: {
      counted: 'children whose sight was tested within the time the authority has set',
      outOf: `${aYear}, aged 4 or over`,
      leftOut: 'children whose date of birth is not recorded; series of short breaks',
    },
  }),
  measure({
    ...ofTheYear,
    id: 'cla-development',
    name: 'Development checks up to date, under 5',
    where: { age: { until: 5 }, developmentChecked: [true, false] },
    met: { developmentChecked: [true] },
    better: 'higher',
    says: {
      counted: 'children whose health surveillance checks were up to date',
      outOf: `${aWholeYear}, and under 5 on that day`,
      leftOut: 'children of whom the return does not say; series of short breaks',
      note: 'told by the yearly return alone, so the latest year appears when the return is in',
    },
  }),
  measure({
    ...ofTheYear,
    id: 'cla-sdq-done',
    name: 'Strengths and difficulties questionnaires completed',
    where: { age: { from: 4, until: 17 } },
    met: { scored: [true] },
    better: 'higher',
    says: {
      counted: 'children of whom a score was recorded in the year',
      outOf: `${aWholeYear}, and aged 4 to 16 on that day`,
      leftOut,
      note: 'a recorded reason for no score is not a score',
    },
  }),
  measure({
    ...ofTheYear,
    id: 'cla-sdq-average',
    name: 'Average strengths and difficulties score',
    statistic: 'mean',
    where: { age: { from: 4, until: 17 } },
    value: 'score',
    unit: 'points',
    better: 'lower',
    says: {
      counted: 'the last total difficulties score of the year, 0 to 40',
      outOf: `${aWholeYear}, aged 4 to 16 on that day, with a score`,
      leftOut,
      note: '17 or more is cause for concern, 14 to 16 borderline',
    },
  }),
  measure({
    ...ofTheYear,
    id: 'cla-substance',
    name: 'Substance misuse found',
    met: { substanceMisuse: [true] },
    better: 'lower',
    says: { counted: 'children of whom substance misuse was found in the year', outOf: aWholeYear, leftOut },
  }),
  measure({
    ...ofTheYear,
    id: 'cla-offending',
    name: 'Convicted or cautioned',
    area: 'Children in care',
    where: { age: { from: 10, until: 18 } },
    met: { convicted: [true] },
    better: 'lower',
    says: {
      counted: 'children convicted or cautioned for something done in the year',
      outOf: `${aWholeYear}, and aged 10 to 17 on that day`,
      leftOut,
      note: 'the case system gives the day of the offence, not of the conviction, so the last year may grow',
    },
  }),
]
