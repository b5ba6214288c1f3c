import { plainColumn, type ReturnTable } from './table.ts'
import { deprivationOfLiberty, episodes, missing, reviews, socialWorkerEpisodes } from './tables-of-care.ts'
import { ad1, earlierPermanence, header, oc2, oc3, placedForAdoption, uasc } from './tables-of-children.ts'

/**
 * The twelve tables of the looked-after return (SSDA903, collection years 2016 to 2017 up to 2026 to 2027) and the records that a row of
 * each states. The return never numbers its tables or rows: a table is known by its columns, a record by its child and its dates.
 */
const returnTables: readonly ReturnTable[] = [
  header,
  episodes,
  reviews,
  uasc,
  oc2,
  oc3,
  ad1,
  placedForAdoption,
  earlierPermanence,
  missing,
  socialWorkerEpisodes,
  deprivationOfLiberty,
]

/** The table that has these columns, and how many of them are its own; or null. Columns may be missing or too many, as long as most of them are the table's. */
export function tableWith(columns: readonly string[]): { readonly table: ReturnTable; readonly shared: number } | null {
  const found = new Set(columns.map(plainColumn).filter((name) => name !== ''))
  if (!found.has('CHILD')) return null
  const shared = (table: ReturnTable): number => table.columns.filter((name) => found.has(name)).length
  const [best] = returnTables.filter(({ signs }) => signs.some((sign) => found.has(sign))).sort((a, b) => shared(b) - shared(a))
  return best && shared(best) >= 3 && shared(best) * 2 >= found.size ? { table: best, shared: shared(best) } : null
}
