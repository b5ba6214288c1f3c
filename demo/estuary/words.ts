import type { Chance } from './chance.ts'

/**
 * Free text, made of parts so that no two are alike: each part is words, or a choice of words, or nothing where a choice is ''. Inside words
 * `{name}` stands for what is given. Every sentence is our own; none is taken from a real record.
 */
export function composed(
  lot: Chance,
  parts: readonly (string | readonly string[])[],
  given: Readonly<Record<string, string>> = {},
): string {
  const said = parts.map((part) => (typeof part === 'string' ? part : lot.pick(part))).filter((part) => part !== '')
  return said
    .join(' ')
    .replaceAll(/\{(\w+)\}/g, (all, name: string) => given[name] ?? all)
    .replaceAll(/ ([.,;:!?])/g, '$1')
}

/** Some of these, each once, in the order given. */
export const some = <T>(lot: Chance, from: readonly T[], least: number, most: number): readonly T[] => {
  const wanted = lot.between(least, Math.min(most, from.length))
  const left = from.map((_, place) => place)
  while (left.length > wanted) left.splice(Math.floor(lot.next() * left.length), 1)
  return left.map((place) => from[place] as T)
}
