import { sources } from '../sources.ts'

/** Who told us, as it stands alone in a table: 'The case system (SSD)'. */
export function sourceName(id: string): string {
  const name = sources.find((source) => source.id === id)?.name ?? id
  return name.charAt(0).toUpperCase() + name.slice(1)
}
