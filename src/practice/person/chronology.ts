import type { ReadRecord } from '../../engine/records/read.ts'

/** One thing that happened, on the day it happened. */
export interface ChronologyEntry {
  /** Plain date, or 'YYYY-MM-DD HH:MM:SS' (London) where the time is known. */
  readonly on: string
  /** The kind's name: 'Missing episode'. */
  readonly kind: string
  /** The heading it is shown and filtered under: 'Missing'. */
  readonly group: string
  readonly line: string
  /** Where the record opens: table/identifier. */
  readonly record: string
  readonly source: string
  readonly withdrawn: boolean
  /** People withdrew it, and not its source. */
  readonly withdrawnHere?: boolean
}

/** A stretch of time under one heading. Has its first day and not its last. */
export interface ChronologyPeriod {
  readonly kind: string
  readonly label: string
  readonly from: string
  readonly to: string | null
  readonly record: string
}

/** Everything that happened, in order of date; on one day, what was recorded under the headings in their order. */
export function chronologyOf(records: readonly ReadRecord[]): ChronologyEntry[] {
  const said = new Set<string>()
  const entries: ChronologyEntry[] = []
  for (const { kind, record } of records) {
    for (const { on, line } of kind.entries) {
      const day = (record as unknown as Record<string, unknown>)[on]
      if (typeof day !== 'string') continue
      const words = line(record)
      // Two joined records of one child may say the same thing of the same day: it happened once.
      const same = `${record.person} ${kind.table} ${day} ${words}`
      const elsewhere = `${kind.table} ${day} ${words}`
      if (said.has(elsewhere) && !said.has(same)) continue
      said.add(same).add(elsewhere)
      entries.push({
        on: day,
        kind: kind.name,
        group: kind.group,
        line: words,
        record: `${kind.table}/${record.id}`,
        source: record.source,
        withdrawn: record.withdrawnAt !== null,
        ...(record.withdrawnAt !== null && record.decided === 'withdrawn' ? { withdrawnHere: true } : {}),
      })
    }
  }
  return entries.sort((a, b) => compare(a.on, b.on) || compare(a.group, b.group) || compare(a.line, b.line) || compare(a.record, b.record))
}

/** The bars of the picture, in order of lane and time. What has been withdrawn draws none. */
export function periodsOf(records: readonly ReadRecord[]): ChronologyPeriod[] {
  const said = new Set<string>()
  return records
    .flatMap(({ kind, record }) => {
      const { period } = kind
      if (!period || record.withdrawnAt !== null) return []
      const { [period.from]: from, [period.until]: until } = record as unknown as Record<string, unknown>
      if (typeof from !== 'string') return []
      const bar = {
        kind: period.lane,
        label: period.label(record),
        from: from.slice(0, 10),
        to: typeof until === 'string' ? until.slice(0, 10) : null,
        record: `${kind.table}/${record.id}`,
      }
      const same = `${bar.kind} ${bar.label} ${bar.from} ${bar.to}`
      if (said.has(same)) return []
      said.add(same)
      return [bar]
    })
    .sort(
      (a, b) =>
        compare(a.kind, b.kind) || compare(a.from, b.from) || compare(a.to ?? '9999', b.to ?? '9999') || compare(a.record, b.record),
    )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
