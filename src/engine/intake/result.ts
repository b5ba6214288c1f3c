import type { Transaction } from '../database/database.ts'
import type { RecordKind } from '../records/kind.ts'

export interface Refused {
  readonly line: number | null
  readonly field: string | null
  readonly found: string | null
  readonly allowed: string | null
  readonly why: string
}

export interface FileResult {
  readonly path: string
  readonly format: string
  /** What was in the file, in the plural's singular: 'Ship'. Null when nothing could be made of it. */
  readonly kind: string | null
  readonly saidFor: string | null
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly withdrawn: number
  readonly refused: readonly Refused[]
  readonly disagreements: readonly Disagreement[]
  readonly remarks: readonly string[]
}

export interface Disagreement {
  readonly line: number | null
  readonly field: string
  readonly record: string
  readonly held: string | null
  readonly heldFrom: string
  readonly said: string
}

/** What an import did, file by file and kind by kind, every refused row with its reason. Needs the keys 'staff' and 'files'. */
export async function resultOf(tx: Transaction, importId: string, kinds: readonly RecordKind[]): Promise<FileResult[]> {
  const rows = await tx.query<{
    id: string
    path: string
    format: string
    said_for: string | null
    remarks: string[]
    kind: string | null
    added: number
    changed: number
    unchanged: number
    withdrawn: number
  }>(
    `select f.id, f.path, f.format, f.said_for, f.remarks, c.kind, coalesce(c.added, 0) as added, coalesce(c.changed, 0) as changed, coalesce(c.unchanged, 0) as unchanged, coalesce(c.withdrawn, 0) as withdrawn
     from import_file f left join import_count c on c.import_file_id = f.id where f.import_id = $1 order by f.number`,
    [importId],
  )
  const refusals = new Map<string, Refused[]>()
  for await (const { file, kind, ...refused } of tx.stream<{
    file: string
    kind: string
    line: number | null
    field: string | null
    found: string | null
    allowed: string | null
    why: string
  }>(
    `select r.import_file_id as file, r.kind, r.line, r.field, r.found, r.allowed, r.why from import_refusal r join import_file f on f.id = r.import_file_id
     where f.import_id = $1 order by f.number, r.line nulls first, r.field, r.id`,
    [importId],
  )) {
    const key = `${file} ${kind}`
    const some = refusals.get(key)
    if (some) some.push(refused)
    else refusals.set(key, [refused])
  }
  const disagreements = new Map<string, Disagreement[]>()
  for (const { file, kind, ...disagreement } of await tx.query<Disagreement & { file: string; kind: string } & Record<string, unknown>>(
    `select d.import_file_id as file, d.kind, d.line, d.field, d.kind || '/' || d.record_id as record, d.held, d.held_from as "heldFrom", d.said
     from disagreement d join import_file f on f.id = d.import_file_id where f.import_id = $1 order by f.number, d.line, d.field`,
    [importId],
  )) {
    const key = `${file} ${kind}`
    disagreements.set(key, [...(disagreements.get(key) ?? []), disagreement])
  }
  const place = new Map(kinds.map((kind, at) => [kind.table, at]))
  const first = new Set<string>()
  return rows
    .sort((a, b) => (a.id === b.id ? (place.get(a.kind ?? '') ?? -1) - (place.get(b.kind ?? '') ?? -1) : 0))
    .map(({ id, path, format, said_for: saidFor, remarks, kind, added, changed, unchanged, withdrawn }) => {
      const key = `${id} ${kind ?? ''}`
      const result = {
        path,
        format,
        kind: kinds.find(({ table }) => table === kind)?.name ?? null,
        saidFor,
        added,
        changed,
        unchanged,
        withdrawn,
        refused: refusals.get(key) ?? [],
        disagreements: disagreements.get(key) ?? [],
        remarks: first.has(id) ? [] : remarks,
      }
      first.add(id)
      return result
    })
}
