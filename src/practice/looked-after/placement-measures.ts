import { measure, type Measure } from '../../engine/measures/measure.ts'
import { inCare, ofChildren, placementType } from '../dimensions.ts'
import { childrenInPlacements, placementsBegun, settledInCare, socialWorkersInCare } from './placement-facts.ts'

/** Where children in care live, and how settled they are there. */

const area = 'Children in care'
const statistics = 'Department for Education, children looked after (SSDA903)'
const stability = `${statistics}: placement stability`
const leftOut = 'series of short breaks (legal statuses V3 and V4)'
const all = [...ofChildren, ...inCare]
const outOf = 'children looked after at the date'

const living = { area, of: childrenInPlacements, statistic: 'share', span: 'moment', by: all, source: statistics, national: true } as const
const settled = { area, of: settledInCare, statistic: 'share', span: 'moment', by: all, source: stability, national: true } as const

/** As the national tables do: their share is of all children. */
const unknown = 'a child of whom it is not recorded is in the number below the line, and not in the one above'
const moves =
  'a stay in hospital, a holiday or another temporary move from which the child went back is no placement, and no change of status with the same carers is'

export const placementMeasures: readonly Measure[] = [
  measure({
    ...living,
    id: 'cla-placement-type',
    name: 'Children looked after by placement',
    statistic: 'count',
    better: 'neutral',
    by: [placementType, ...all.filter((each) => each !== placementType)],
    says: { counted: `${outOf}; by placement: how many live in each kind`, leftOut },
  }),
  measure({
    ...living,
    id: 'cla-foster-share',
    name: 'In foster care',
    met: { kind: ['foster'] },
    better: 'higher',
    says: { counted: 'children in foster care (U1 to U6)', outOf, leftOut, note: 'children placed for adoption are not in foster care' },
  }),
  measure({
    ...living,
    id: 'cla-residential-share',
    name: 'In children’s homes',
    met: { kind: ['home'] },
    better: 'lower',
    says: { counted: 'children in children’s homes (K2)', outOf, leftOut, note: 'secure children’s homes (K1) are not among them' },
  }),
  measure({
    ...living,
    id: 'cla-supported-16-17',
    name: 'Aged 16 or 17 in supported accommodation',
    where: { sixteenOrSeventeen: [true] },
    met: { supported: [true] },
    better: 'neutral',
    says: {
      counted: 'those in supported accommodation (K3) or semi-independent living (H5)',
      outOf: 'children aged 16 or 17 looked after at the date',
      leftOut: 'children whose date of birth is not recorded',
      note: 'independent living (P2) is not counted; which codes the measure means is our reading',
    },
  }),
  measure({
    ...living,
    id: 'cla-20-miles',
    name: 'Placed over 20 miles from home',
    met: { farFromHome: [true] },
    better: 'lower',
    says: { counted: 'children placed more than 20 miles from home', outOf, leftOut, note: unknown },
  }),
  measure({
    ...living,
    id: 'cla-out-of-area',
    name: 'Placed outside the authority’s area',
    met: { outsideArea: [true] },
    better: 'lower',
    says: { counted: 'children placed outside the authority’s boundary', outOf, leftOut, note: unknown },
  }),
  measure({
    area,
    of: placementsBegun,
    id: 'cla-out-20-new',
    name: 'New placements outside the area and over 20 miles from home',
    statistic: 'share',
    met: { outsideAndFar: [true] },
    span: 'year to March',
    better: 'lower',
    by: all,
    source: `${statistics}: placements during the year`,
    national: true,
    says: {
      counted: 'placements outside the authority’s boundary and more than 20 miles from home',
      outOf: 'placements that began in the year; a child who moved twice counts twice',
      leftOut,
      note: moves,
    },
  }),
  measure({
    ...settled,
    id: 'cla-3-placements',
    name: 'Three or more placements in 12 months',
    met: { placementsInAYear: { from: 3 } },
    better: 'lower',
    says: {
      counted: 'children who lived in three or more placements in the 12 months to the date, the one in which those began counted in',
      outOf,
      leftOut,
      note: moves,
    },
  }),
  measure({
    ...settled,
    id: 'cla-3-placements-2y',
    name: 'Three or more placements in 2 years',
    where: { twoYearsInCare: [true] },
    met: { placementsInTwoYears: { from: 3 } },
    better: 'lower',
    says: {
      counted: 'children who lived in three or more placements in the 2 years to the date',
      outOf: 'children looked after for 2 years or more without a break',
      leftOut,
      note: moves,
    },
  }),
  measure({
    ...settled,
    id: 'cla-long-term-stability',
    name: 'Long-term stability of placements',
    where: { longTerm: [true] },
    met: { samePlacement: [true] },
    better: 'higher',
    says: {
      counted: 'children who have lived in the same placement for 2 years or, placed for adoption, in it and the one before together',
      outOf: 'children under 16 looked after for two and a half years or more without a break',
      leftOut: 'children whose date of birth is not recorded; series of short breaks',
      note: moves,
    },
  }),
  measure({
    area,
    of: socialWorkersInCare,
    id: 'cla-worker-changes',
    name: 'Three or more social workers in 12 months',
    statistic: 'share',
    where: { yearInCare: [true] },
    met: { socialWorkers: { from: 3 } },
    span: 'moment',
    better: 'lower',
    by: all,
    source: `${stability}; social worker episodes since 2023-24`,
    national: true,
    says: {
      counted: 'children to whom three or more different social workers were allocated in the 12 months to the date',
      outOf: 'children looked after for 12 months or more without a break',
      leftOut,
      note: 'a worker who comes back counts once',
    },
  }),
]
