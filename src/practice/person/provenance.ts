/** Where what we hold came from: the file, and who brought it in. */
import type { Transaction } from '../../engine/database/database.ts'
import { longDate, londonDay } from '../../engine/web/words.ts'

export interface BroughtFile {
  readonly id: string
  readonly path: string
  readonly format: string
  /** The years or days the file speaks for: '2017 to 2018'. */
  readonly saidFor: string | null
  /** Instant, ISO. */
  readonly broughtAt: string
  /** Account. */
  readonly broughtBy: string
}

/** The files of these identifiers that may be seen. */
export async function filesBrought(tx: Transaction, ids: Iterable<string | null>): Promise<ReadonlyMap<string, BroughtFile>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await tx.query<Record<keyof BroughtFile, string>>(
    `select f.id, f.path, f.format, f.said_for as "saidFor", to_jsonb(i.brought_at) #>> '{}' as "broughtAt", i.brought_by as "broughtBy"
     from import_file f join import i on i.id = f.import_id where f.id = any ($1::uuid[])`,
    [`{${wanted.join(',')}}`],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Gives a source's name as people say it: 'the case system (SSD)'. */
export type SourceNames = (id: string) => string

/** @param sources who tells us things; one that is not among them goes by its identifier. */
export const sourceNames =
  (sources: readonly { readonly id: string; readonly name: string }[]): SourceNames =>
  (id) =>
    sources.find((source) => source.id === id)?.name ?? id

/** 'The case system (SSD), brought in 1 March 2016': the small line below an entry. The record's own page names the file. */
export function cameFromInWords(source: string, file: BroughtFile | undefined, names: SourceNames): string {
  const name = names(source)
  const brought = file && `brought in ${longDate(londonDay(file.broughtAt))}`
  return [name.charAt(0).toUpperCase() + name.slice(1), brought].filter(Boolean).join(', ')
}

/** 'Written here on 3 March 2016 by Ruth Adeyemi'. @param at instant, ISO */
export const writtenInWords = (at: string, by: string): string => `Written here on ${longDate(londonDay(at))} by ${by}`
