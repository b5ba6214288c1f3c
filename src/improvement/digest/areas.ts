import type { Measure } from '../../engine/measures/measure.ts'

/** The pages of the digest, in the order of a child's journey; then those who work with children, and the voices of both. */
const areas = [
  'Front door',
  'Early help',
  'Assessment',
  'Protection',
  'Conferences',
  'Children in need',
  'Plans',
  'Children in care',
  'Health in care',
  'Education',
  'Missing and exploitation',
  'Permanence',
  'Care proceedings',
  'Leaving care',
  'Fostering',
  'Private fostering',
  'Allegations',
  'Workforce',
  'Supervision',
  'Audits',
  'Complaints',
  'Voice',
] as const

/** As the address says it. */
export const slugOf = (area: string): string => area.toLowerCase().replaceAll(' ', '-')

/** Those of which something is measured. One that is not in the list stands at its end. */
export function areasOf(measures: readonly Measure[]): readonly string[] {
  const named = new Set(measures.map(({ area }) => area))
  return [...areas.filter((area) => named.has(area)), ...[...named].filter((area) => !(areas as readonly string[]).includes(area)).sort()]
}
