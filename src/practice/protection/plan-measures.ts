import { measure, type Measure } from '../../engine/measures/measure.ts'
import { category, ofChildren } from '../dimensions.ts'
import { edgeNote } from '../edge-of-month.ts'
import { categoriesOfAbuse } from './code-lists.ts'
import { childrenOnPlans, plansEnded, plansStarted } from './plan-facts.ts'

/** Children on child protection plans: how many, for what, for how long, and how often again. */

const area = 'Protection'
const table = (name: string) => `Department for Education, children in need: ${name}`
const own = 'The authority’s own; no national definition'
const people = { per: 10_000, from: 0, until: 18 }
const ours = 'plans of another authority; plans still open in the records after the eighteenth birthday or the death of the child'
const ofOthers = 'plans of another authority'

const onPlans = { area, of: childrenOnPlans, span: 'moment', by: [...ofChildren, category] } as const
const started = { area, of: plansStarted, by: [...ofChildren, 'abuse'] } as const
const ended = { area, of: plansEnded, by: [...ofChildren, 'abuse'] } as const

const hides = { ...started, statistic: 'share', span: '12 months', better: 'lower', speaksOf: 'words' } as const

export const planMeasures: readonly Measure[] = [
  measure({
    ...onPlans,
    id: 'cpp-number',
    name: 'Children on a child protection plan',
    statistic: 'count',
    better: 'neutral',
    source: table('table D1'),
    national: true,
    says: { counted: 'children on a child protection plan, with those not yet born', leftOut: ours },
  }),
  measure({
    ...onPlans,
    id: 'cpp-rate',
    name: 'Children on a child protection plan per 10,000 children',
    statistic: 'rate',
    people,
    better: 'neutral',
    source: table('table D1'),
    national: true,
    says: {
      counted: 'children on a child protection plan, with those not yet born',
      outOf: 'children under 18 who live in the area, by the mid-year estimate',
      leftOut: ours,
    },
  }),
  measure({
    ...started,
    id: 'cpp-starts',
    name: 'Child protection plans started',
    statistic: 'count',
    span: 'month',
    better: 'neutral',
    source: table('table D1'),
    national: true,
    says: { counted: 'plans started; a child whose plan ends and who is on another within the month counts twice', leftOut: ofOthers },
  }),
  measure({
    ...ended,
    id: 'cpp-ends',
    name: 'Child protection plans ended',
    statistic: 'count',
    span: 'month',
    better: 'neutral',
    source: table('table D1'),
    national: true,
    says: { counted: 'plans ended', leftOut: ofOthers },
  }),
  measure({
    area,
    of: childrenOnPlans,
    span: 'moment',
    by: [category, ...ofChildren],
    ofWhole: [category.id],
    id: 'cpp-category',
    name: 'Child protection plans by category of abuse',
    statistic: 'share',
    met: { categoryKnown: [true] },
    better: 'neutral',
    source: table('category of abuse of child protection plans'),
    national: true,
    says: {
      counted: 'children on a plan whose category of abuse is recorded; by category, those whose latest it is',
      outOf: 'children on a child protection plan',
      leftOut: ours,
    },
  }),
  measure({
    ...ended,
    id: 'cpp-2y-ended',
    name: 'Plans ended after 2 years or more',
    statistic: 'share',
    met: { twoYears: [true] },
    span: '12 months',
    better: 'lower',
    source: table('table D7; National Indicator 64'),
    national: true,
    says: { counted: 'plans that had lasted 2 years or more when they ended', outOf: 'plans ended', leftOut: ofOthers },
  }),
  measure({
    ...onPlans,
    id: 'cpp-2y-open',
    name: 'Open plans of 2 years or more',
    statistic: 'share',
    met: { twoYears: [true] },
    better: 'lower',
    source: own,
    says: { counted: 'children whose plan has lasted 2 years or more', outOf: 'children on a child protection plan', leftOut: ours },
  }),
  measure({
    ...ended,
    id: 'cpp-3m-ended',
    name: 'Plans ended in 3 months or less',
    statistic: 'share',
    met: { threeMonths: [true] },
    span: '12 months',
    better: 'neutral',
    source: table('table D7'),
    national: true,
    says: { counted: 'plans that had lasted 3 months or less when they ended', outOf: 'plans ended', leftOut: ofOthers },
  }),
  measure({
    ...started,
    id: 'cpp-repeat',
    name: 'Second or later plans',
    statistic: 'share',
    met: { again: [true] },
    span: '12 months',
    better: 'lower',
    source: table('plans that are a second or later one; National Indicator 65'),
    national: true,
    says: {
      counted: 'plans of a child who has been on a plan before, however long ago',
      outOf: 'plans started',
      leftOut: ofOthers,
      note: 'an earlier plan is one in the records, or one that the source counts from before they begin',
    },
  }),
  measure({
    ...started,
    id: 'cpp-repeat-2y',
    name: 'Second plans within 2 years',
    statistic: 'share',
    met: { againSoon: [true] },
    span: '12 months',
    better: 'lower',
    source: own,
    says: {
      counted: 'plans that started within 24 months of the end of an earlier one, or the time that the authority has set',
      outOf: 'plans started',
      leftOut: ofOthers,
    },
  }),
  measure({
    ...hides,
    id: 'cpp-multiple',
    name: 'Plans for “multiple” abuse',
    where: { abuse: categoriesOfAbuse.codes.map(({ code }) => code) },
    met: { abuse: ['MUL'] },
    expected: 10,
    source:
      'Children in need census, InitialCategoryOfAbuse: multiple is for children at risk of several kinds of abuse of which none weighs most',
    says: {
      counted: 'plans whose category of abuse at the start is multiple, which does not say which',
      outOf: 'plans started in the 12 months',
      leftOut: `${ofOthers}; plans without a category`,
    },
  }),
  measure({
    ...hides,
    id: 'cpp-days-edge',
    name: 'Plans started on the first or last day of a month',
    met: { edge: [true] },
    expected: 15,
    source: 'Goldthread',
    says: {
      counted: 'plans started on the first or last day of a month',
      outOf: 'plans started in the 12 months',
      leftOut: ofOthers,
      note: edgeNote,
    },
  }),
]
