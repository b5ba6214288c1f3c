import type { Transaction } from '../../engine/database/database.ts'
import type { By } from '../../engine/measures/breakdown.ts'
import { notRecorded, type Dimension } from '../../engine/measures/dimension.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { wordsFor, type CodeList, type RecordKind } from '../../engine/records/kind.ts'

/** By what measures are parted, and what the values mean in words. */

export const bysOf = ({ by }: Measure): readonly By[] => by

/** 'Age', 'Who referred': after "By". */
export const labelOfBy = (by: By, { of }: Measure): string => (typeof by === 'string' ? (of.says[by]?.label ?? by) : by.label)

/** The words of values: `words(place of the part, value)`. Names of teams and workers are looked up once. */
export async function valueWords(tx: Transaction, by: readonly By[], measure?: Measure): Promise<(place: number, value: string) => string> {
  const tables = [...new Set(by.flatMap((each) => (isRecords(each) ? each.values.table : [])))]
  const names = new Map<string, string>()
  for (const table of tables)
    for (const { id, name } of await tx.query<{ id: string; name: string | null }>(`select id, name from ${table}`))
      names.set(id, name ?? 'Name not recorded')
  return (place, value) => {
    if (value === notRecorded) return 'Not recorded'
    const each = by[place]
    if (each === undefined) return value
    if (typeof each === 'string') return wordsOfSaying(measure?.of.says[each]?.codes, value)
    if (isRecords(each)) return names.get(value) ?? 'Not known'
    return each.values === null ? value : wordsOfSaying(each.values as CodeList, value)
  }
}

const wordsOfSaying = (codes: CodeList | undefined, value: string): string => {
  if (codes?.codes.some(({ code }) => code === value)) return wordsFor(codes, value)
  return value === 'yes' ? 'Yes' : value === 'no' ? 'No' : value
}

const isRecords = (by: By): by is Dimension & { readonly values: RecordKind } =>
  typeof by !== 'string' && by.values !== null && 'table' in by.values
