import type { Clock, Terms, Weight } from './clock.ts'
import { lengthInWords } from './length.ts'

/** How binding a rule is, as said on pages. Where the source was not looked up it is only commonly so. */
export function weightInWords({ weight, lookedUp }: Pick<Clock, 'weight' | 'lookedUp'>): string {
  const words = weights[weight]
  return lookedUp || weight === 'local' || weight === 'historic' ? words : `Commonly: ${lowerFirst(words)}, not looked up here`
}

/** Whether a page may say that the law was not kept. */
export const isLaw = ({ weight, lookedUp }: Pick<Clock, 'weight' | 'lookedUp'>): boolean =>
  lookedUp && (weight === 'statute' || weight === 'regulation' || weight === 'court rule')

const weights: Readonly<Record<Weight, string>> = {
  statute: 'In law',
  regulation: 'In law',
  'court rule': 'Rule of court',
  'statutory guidance': 'Statutory guidance',
  standard: 'National standard',
  framework: 'Inspection framework',
  statistics: 'National statistics',
  local: 'Set locally',
  historic: 'No longer in force',
}

/** When it is due, with the authority's own length where that is local: 'within 10 working days'. */
export function dueInWords({ id, due, local, says }: Clock, terms: Terms): string {
  if (!local || typeof due === 'function') return says.due
  const set = terms.length(id, due)
  return set === due ? says.due : `within ${lengthInWords(set)}`
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
