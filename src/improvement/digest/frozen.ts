import type { Transaction } from '../../engine/database/database.ts'

/** Figures as they were printed in a monthly digest. */
export interface FrozenFigure {
  readonly measure: string
  /** 'YYYY-MM'. */
  readonly month: string
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number | null
  /** The moment as an address has it: 'YYYY-MM-DDTHH:MM'. */
  readonly knownAt: string
}

/** What was printed of a measure for a month; nothing where no digest of it is frozen. */
export async function frozenFigures(tx: Transaction, month: string, measure: string): Promise<readonly FrozenFigure[]> {
  const rows = await tx.query<{ figure: { value: number | null; numerator: number; denominator: number | null } | null; at: string }>(
    `select (select f from jsonb_array_elements(d.figures::jsonb -> 'rows') f where f ->> 'measure' = $2 limit 1) as figure,
            to_char(d.frozen_at, 'YYYY-MM-DD') || coalesce('T' || to_char(d.frozen_at_time, 'HH24:MI'), '') as at
     from monthly_digest d where d.month = $1::date and d.withdrawn_at is null order by d.known_from desc limit 1`,
    [`${month}-01`, measure],
  )
  return rows.flatMap(({ figure, at }) => (figure === null ? [] : [{ measure, month, ...figure, knownAt: at }]))
}
