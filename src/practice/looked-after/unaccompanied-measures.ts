import { factKind } from '../../engine/measures/fact.ts'
import { measure, type Measure } from '../../engine/measures/measure.ts'
import { inCare, ofChildren, wasUnaccompanied } from '../dimensions.ts'
import { careLeaversSupported } from '../leaving-care/facts.ts'
import { immigrationStatus } from '../person/records.ts'
import { childrenLookedAfter } from './care-facts.ts'

/** Children who came to the country alone, in care and after it. Who once was such a child stays one here, as the published tables count them. */

const all = [...ofChildren, ...inCare]
const leftOut = 'series of short breaks (legal statuses V3 and V4)'

const atTheDate = {
  area: 'Children in care',
  of: childrenLookedAfter,
  span: 'moment',
  better: 'neutral',
  source: 'Department for Education, children looked after (SSDA903): UASC',
  national: true,
} as const

/** The care leavers that leaving care counts, by how they came. */
const careLeaversByArrival = factKind({
  id: 'care-leavers-by-arrival',
  name: 'Care leavers, by whether they came unaccompanied',
  about: careLeaversSupported.about,
  lasts: true,
  says: { unaccompanied: { label: 'Came as an unaccompanied asylum-seeking child', type: 'yes or no' } },
  reads: [...careLeaversSupported.reads, immigrationStatus],
  clocks: careLeaversSupported.clocks,
  facts: (thread, runs, terms) => {
    const unaccompanied = thread.all(immigrationStatus).some(wasUnaccompanied)
    return careLeaversSupported.facts(thread, runs, terms).map((fact) => ({ ...fact, says: { unaccompanied } }))
  },
})

export const unaccompaniedMeasures: readonly Measure[] = [
  measure({
    ...atTheDate,
    id: 'uasc-number',
    name: 'Unaccompanied asylum-seeking children looked after',
    statistic: 'count',
    where: { unaccompanied: [true] },
    by: all,
    says: {
      counted: 'children looked after at the date who are, or were when they came, unaccompanied asylum-seeking children',
      leftOut,
    },
  }),
  measure({
    ...atTheDate,
    id: 'uasc-share',
    name: 'Unaccompanied asylum-seeking children per 100 children',
    statistic: 'rate',
    where: { unaccompanied: [true] },
    people: { per: 100, from: 0, until: 18 },
    source: 'National Transfer Scheme protocol for unaccompanied asylum-seeking children',
    says: {
      counted: 'unaccompanied asylum-seeking children looked after at the date',
      outOf: 'children under 18 who live in the area, by the mid-year estimate',
      leftOut,
      note: 'the threshold of the transfer scheme is 0.1 in 100',
    },
  }),
  measure({
    id: 'uasc-leavers',
    name: 'Care leavers who came unaccompanied',
    area: 'Leaving care',
    of: careLeaversByArrival,
    statistic: 'share',
    met: { unaccompanied: [true] },
    span: 'moment',
    better: 'neutral',
    by: ofChildren,
    source: 'Ofsted, Annex A list 9',
    national: true,
    says: { counted: 'care leavers who came as unaccompanied asylum-seeking children', outOf: 'care leavers supported at the date' },
  }),
]
