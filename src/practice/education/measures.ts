import { measure, type Measure } from '../../engine/measures/measure.ts'
import { inCare, ofChildren } from '../dimensions.ts'
import { finalPlan } from './ehc-request-clocks.ts'
import { educationPlansGraded, educationPlansInCare, ehcPlansIssued, firstEducationPlansDue, yearsOfEducation } from './facts.ts'
import { firstEducationPlan, termlyEducationPlan } from './education-plan-clocks.ts'
import { educationPlansWritten } from './plan-facts.ts'
import { childrenMissingEducation, childrenTaughtAtHome } from './out-of-school-facts.ts'

/** The education of children in care, plans for special educational needs, and children who are not at a school. */

const area = 'Education'
const by = [...ofChildren, ...inCare, 'phase']
const leftOut = 'series of short breaks (legal statuses V3 and V4)'
const pupils = 'children of compulsory school age on 31 March, looked after for all of the year to it'
const outcomes = 'Department for Education, outcomes for children in need, including children looked after'

const ofTheYear = { area, of: yearsOfEducation, statistic: 'share', span: 'year to March', by, source: outcomes, national: true } as const

const written = {
  area,
  of: educationPlansWritten,
  statistic: 'share',
  span: '12 months',
  better: 'higher',
  by,
  speaksOf: 'record',
  source: 'Promoting the education of looked-after and previously looked-after children (statutory guidance, 2014 and 2018)',
} as const
const saysWritten = (counted: string, note?: string) => ({
  counted,
  outOf: 'personal education plans completed in the 12 months',
  leftOut: 'plans of which only the day is held',
  ...(note && { note }),
})

export const educationMeasures: readonly Measure[] = [
  measure({
    id: 'pep-initial',
    name: 'First personal education plans in 10 working days',
    area,
    of: firstEducationPlansDue,
    where: { schoolAge: [true] },
    statistic: 'share',
    met: { inTime: [true] },
    span: '12 months',
    better: 'higher',
    by,
    source: firstEducationPlan.source,
    expected: 70,
    says: {
      counted: 'plans completed within 10 working days of coming into care',
      outOf: 'children of compulsory school age who came into care, and whose first plan fell due in the 12 months',
      leftOut: 'children who left care before it fell due; children whose date of birth is not recorded; series of short breaks',
    },
  }),
  measure({
    id: 'pep-termly',
    name: 'Personal education plans up to date',
    area,
    of: educationPlansInCare,
    statistic: 'share',
    met: { inTime: [true] },
    span: 'moment',
    better: 'higher',
    by,
    source: termlyEducationPlan.source,
    expected: 80,
    says: {
      counted: 'children of whom no personal education plan is overdue: neither the first nor one for a term that has ended',
      outOf: 'children looked after at the date, aged 3 to 17',
      leftOut,
      note: 'a plan for the term that is running is due on its last day',
    },
  }),
  measure({
    id: 'pep-quality',
    name: 'Personal education plans of good quality',
    area,
    of: educationPlansGraded,
    where: { quality: ['good', 'sound', 'weak'] },
    statistic: 'share',
    met: { quality: ['good'] },
    span: 'moment',
    better: 'higher',
    by,
    source: 'Local measure; virtual schools grade plans in words of their own',
    says: {
      counted: 'children whose last personal education plan was graded good, the best of three grades',
      outOf: 'children looked after at the date whose last personal education plan was graded',
      leftOut: 'children whose last plan has no grade',
    },
  }),
  measure({
    ...written,
    id: 'pep-targets',
    name: 'Personal education plans with targets that can be met',
    met: { targets: [true] },
    expected: 80,
    says: saysWritten(
      'plans whose targets say how much, in a figure, or by when',
      'the words of the targets are read for a figure, a day, a week or a term',
    ),
  }),
  measure({
    ...written,
    id: 'pep-childs-view',
    name: 'Personal education plans with the child’s view',
    met: { childsView: [true] },
    expected: 80,
    says: saysWritten('plans in which it is written what the child says'),
  }),
  measure({
    ...written,
    id: 'pep-carers-view',
    name: 'Personal education plans with the carer’s view',
    met: { carersView: [true] },
    expected: 80,
    says: saysWritten('plans in which it is written what the carer says'),
  }),
  measure({
    ...ofTheYear,
    id: 'cla-suspension',
    name: 'Suspended at least once',
    met: { suspended: [true] },
    where: { schoolAge: [true] },
    better: 'lower',
    says: {
      counted: 'children suspended from school at least once in the year',
      outOf: pupils,
      leftOut,
      note: 'by our own records of exclusions and the year to March; the national figure is of school years, from the school census',
    },
  }),
  measure({
    ...ofTheYear,
    id: 'cla-sen',
    name: 'Looked after with an education, health and care plan',
    where: { schoolAge: [true] },
    met: { ehcPlan: [true] },
    better: 'neutral',
    says: {
      counted: 'children with an education, health and care plan in force on 31 March',
      outOf: pupils,
      leftOut,
      note: 'a plan whose beginning is not recorded counts from the review that is known of',
    },
  }),
  measure({
    id: 'ehcp-20w',
    name: 'Education, health and care plans in 20 weeks',
    area,
    of: ehcPlansIssued,
    statistic: 'share',
    met: { inTime: [true] },
    span: '12 months',
    better: 'higher',
    by: [...ofChildren, 'need'],
    source: `SEN2 return; ${finalPlan.source}`,
    national: true,
    says: {
      counted: 'final plans issued within 20 weeks of the request',
      outOf: 'final plans issued in the 12 months',
      leftOut: 'plans to which one of the exceptions of the regulations applies; plans of which the day of issue is not recorded',
    },
  }),
  measure({
    id: 'cme-number',
    name: 'Children missing education',
    area,
    of: childrenMissingEducation,
    statistic: 'count',
    span: 'moment',
    better: 'lower',
    by: [...ofChildren, 'reason'],
    source: 'Department for Education, children missing education collection',
    national: true,
    says: { counted: 'children on the register at the date, from the day the authority was told until it was closed' },
  }),
  measure({
    id: 'ehe-number',
    name: 'Children educated at home',
    area,
    of: childrenTaughtAtHome,
    statistic: 'count',
    span: 'moment',
    better: 'neutral',
    by: ofChildren,
    source: 'Department for Education, elective home education collection',
    national: true,
    says: { counted: 'children on the register at the date, from the day the authority was told' },
  }),
  measure({
    id: 'ehe-rate',
    name: 'Children educated at home per 100 of school age',
    area,
    of: childrenTaughtAtHome,
    statistic: 'rate',
    people: { per: 100, from: 5, until: 16 },
    span: 'moment',
    better: 'neutral',
    source: 'Department for Education, elective home education collection',
    national: true,
    says: {
      counted: 'children on the register at the date',
      outOf: 'children aged 5 to 15 who live in the area, by the mid-year estimate',
      note: 'compulsory school age begins and ends some months later',
    },
  }),
]
