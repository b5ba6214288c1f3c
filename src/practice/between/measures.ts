import { measure, type Measure } from '../../engine/measures/measure.ts'
import { inCare, ofChildren } from '../dimensions.ts'
import { childrenBetween, childrenWhoCouldFall } from './facts.ts'
import { ways } from './ways.ts'

/** How many children fall between, and of those to whom each way could happen, to how many it does. */

/** Pages whose children are in care, all or many of them. */
const mostlyInCare: readonly string[] = ['Children in care', 'Missing and exploitation']

export const betweenMeasures: readonly Measure[] = [
  measure({
    id: 'between',
    name: 'Children who fall between',
    area: 'Children in need',
    of: childrenBetween,
    statistic: 'count',
    span: 'moment',
    better: 'lower',
    by: [...ofChildren, 'how'],
    speaksOf: 'between',
    source: 'Counted locally: each way by its own measure and source',
    says: {
      counted: 'children who fall between in any of the ways that have a measure of their own, each once; by how, those who do in that one',
      note: `the ways are: ${ways.map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1)).join('; ')}. A child may fall between in several, so they do not add up`,
    },
  }),
  ...ways.map(({ code, name, area, counted, outOf, leftOut, note, source, expected }) =>
    measure({
      id: `between-${code}`,
      name,
      area,
      of: childrenWhoCouldFall,
      where: { how: [code] },
      statistic: 'share',
      met: { between: [true] },
      span: 'moment',
      better: 'lower',
      by: mostlyInCare.includes(area) ? [...ofChildren, ...inCare] : ofChildren,
      expected,
      speaksOf: 'between',
      source,
      says: { counted, outOf, note, ...(leftOut === undefined ? {} : { leftOut }) },
    }),
  ),
]
