import { randomUUID } from 'node:crypto'
import type { Acting, Database, Transaction } from '../database/database.ts'
import { UnreadableFile } from '../exchange/source-file.ts'
import type { RecordKind } from '../records/kind.ts'
import { findReferred, withdraw } from './afterwards.ts'
import { merge, type Merging } from './merge.ts'
import { refusalWriter, stage, type StagedPlan } from './staging.ts'
import type { Derivation, FileIntake, Recognised, Source } from './telling.ts'

/** What the rooms bring to an intake. */
export interface Intake {
  readonly kinds: readonly RecordKind[]
  /** The kind whom records are about. */
  readonly subject: RecordKind
  /** Most trusted first. Of two of one rank, a record is the first one’s, and its files are merged first; a field stays with who said it. */
  readonly sources: readonly Source[]
  readonly derivations: readonly Derivation[]
  /** After each telling: `staged` is SQL of the identifiers it spoke of. */
  afterTelling(tx: Transaction, source: Source, staged: string): Promise<void>
  /** At the end, for what follows from records: all that changed is held from this instant (ISO) or later. */
  afterAll?(tx: Transaction, since: string, progress: Progress): Promise<void>
}

export interface Progress {
  (words: string): void
}

/**
 * Brings files in: one transaction, all of it or none. Files of one source that speak for the same time are one telling; tellings
 * are merged in order of time, a microsecond apart, so that what an earlier one said stays as history.
 * @param today plain date in London; dates of events after it are refused.
 * @returns the identifier of the import.
 */
export async function bringIn(
  database: Database,
  as: Omit<Acting, 'role'>,
  files: readonly Recognised[],
  intake: Intake,
  today: string,
  progress: Progress = () => undefined,
): Promise<string> {
  return database.transaction({ ...as, role: 'imports' }, async (tx) => {
    // One import at a time: each has its own instants, by which it can be taken back.
    await tx.run('select pg_advisory_xact_lock(715401)')
    await tx.run(`set local work_mem = '64MB'`)
    // Tables that have just been filled have no statistics, and a plan that takes them for empty pairs every row with every row.
    await tx.run('set local enable_nestloop = off')
    const importId = randomUUID()
    await tx.run('insert into import (id) values ($1)', [importId])
    const ids = new Map<Recognised, string>()
    for (const [number, file] of files.entries()) {
      const id = randomUUID()
      ids.set(file, id)
      await tx.run('insert into import_file (id, import_id, number, path, format, said_for) values ($1, $2, $3, $4, $5, $6)', [
        id,
        importId,
        number,
        file.path,
        file.format,
        file.saidFor,
      ])
    }
    const counts = new Counts()
    for (const telling of tellingsOf(files, intake.sources)) {
      await bringInTelling(tx, telling, ids, intake, today, counts, progress)
      await tx.later()
    }
    await counts.write(tx, importId)
    const [began] = await tx.query<{ at: string }>('select brought_at as at from import where id = $1', [importId])
    await tx.run('set local enable_nestloop = on')
    if (began) await intake.afterAll?.(tx, began.at, progress)
    await tx.run('update import set finished_at = engine.instant() where id = $1', [importId])
    progress('Done')
    return importId
  })
}

/** Files grouped into tellings: by source, in the order in which sources are named, then by the time they speak for. */
function tellingsOf(files: readonly Recognised[], sources: readonly Source[]): Recognised[][] {
  const tellings = new Map<string, Recognised[]>()
  for (const file of files) {
    const place = sources.findIndex(({ id }) => id === file.source.id)
    const key = `${String(place).padStart(3, '0')} ${file.statedFor ?? '9999'}`
    tellings.set(key, [...(tellings.get(key) ?? []), file])
  }
  return [...tellings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, telling]) => telling)
}

async function bringInTelling(
  tx: Transaction,
  telling: readonly Recognised[],
  ids: ReadonlyMap<Recognised, string>,
  { kinds, subject, sources, derivations, afterTelling }: Intake,
  today: string,
  counts: Counts,
  progress: Progress,
): Promise<void> {
  const [first] = telling
  if (!first) return
  const { source, statedFor } = first
  await tx.run('create temp table telling on commit drop as select $1::date as stated_for', [statedFor])
  const plans: StagedPlan[] = []
  // Where a file could not be read, what it would have said is not known: nothing counts as absent.
  let complete = true
  const refusals = refusalWriter(tx)
  const arrived = new Set<RecordKind>()

  const intakeFor = (fileId: string, gathered: StagedPlan[], file: string): { intake: FileIntake; remarks: Set<string> } => {
    const remarks = new Set<string>()
    const intake: FileIntake = {
      today,
      plan: async (stating) => {
        const plan = await stage(tx, counts.nextPlan(), fileId, stating, today, refusals.refuse)
        gathered.push(plan)
        return plan
      },
      refuse: (refusal) => refusals.refuse({ fileId, ...refusal }),
      remark: (words) => void remarks.add(words),
      flush: async () => {
        for (const plan of gathered) await plan.flush(false)
        await refusals.flush(2_000)
        const stated = gathered.reduce((sum, plan) => sum + plan.count(), 0)
        progress(`Reading ${file}: ${stated.toLocaleString('en-GB')} rows`)
      },
    }
    return { intake, remarks }
  }

  for (const file of telling) {
    const fileId = ids.get(file) as string
    const gathered: StagedPlan[] = []
    const { intake, remarks } = intakeFor(fileId, gathered, file.path)
    progress(`Reading ${file.path}`)
    await refusals.flush()
    try {
      await file.read(intake)
      for (const plan of gathered) {
        await plan.flush(true)
        counts.of(fileId, plan.stating.kind.table)
      }
      plans.push(...gathered)
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      // A file that cannot be read to its end is refused whole.
      complete = false
      for (const { staging } of gathered) await tx.run(`drop table ${staging}`)
      refusals.refuse({
        fileId,
        kind: '',
        line: error.line ?? null,
        field: null,
        found: error.found,
        allowed: error.allowed,
        why: `${error.message} Nothing of this file was brought in.`,
      })
      counts.of(fileId, '')
    }
    await refusals.flush()
    if (remarks.size > 0) await tx.run('update import_file set remarks = $2::jsonb where id = $1', [fileId, JSON.stringify([...remarks])])
  }

  const stagedSubjects = plans
    .filter(({ stating }) => stating.kind === subject)
    .map(({ staging }) => `select key as subject from ${staging}`)
  const subjects = stagedSubjects.length > 0 ? stagedSubjects.join(' union ') : null
  const mergeAll = async (some: readonly StagedPlan[], teller: Source, considered: string | null, timeless: boolean): Promise<void> => {
    const merging: Merging = { source: teller, ranks: sources, timeless, plans: some, stated: timeless ? plans : [] }
    const ordered = kinds.flatMap((kind) => some.filter(({ stating }) => stating.kind === kind))
    const heldBefore = new Set<RecordKind>()
    for (const plan of ordered) {
      progress(`Merging ${plan.stating.kind.plural.toLowerCase()}`)
      const merged = await merge(tx, plan, merging)
      if (merged.added > 0) arrived.add(plan.stating.kind)
      if (!merged.first && !ordered.slice(0, ordered.indexOf(plan)).some(({ stating }) => stating.kind === plan.stating.kind))
        heldBefore.add(plan.stating.kind)
      const stated = plans.includes(plan) ? undefined : plans.find(({ stating }) => stating.kind === plan.stating.kind)
      const count = counts.of((stated ?? plan).fileId, plan.stating.kind.table)
      count.added += merged.added
      count.changed += merged.changed
      // What a derivation says once more of records already counted only moves them from unchanged to changed.
      count.unchanged += stated ? -merged.restated : merged.unchanged
    }
    for (const kind of kinds) {
      const mine = some.filter(({ stating }) => stating.kind === kind)
      const [one] = mine
      if (one && complete && heldBefore.has(kind))
        counts.of(one.fileId, kind.table).withdrawn += await withdraw(tx, kind, mine, considered, merging)
    }
  }
  await mergeAll(plans, source, subjects, false)

  for (const derivation of derivations.filter(({ after }) => after.includes(source))) {
    const derived: StagedPlan[] = []
    const basis = plans.find(({ stating }) => stating.kind === derivation.from)
    if (!basis) continue
    const { intake } = intakeFor(basis.fileId, derived, first.path)
    const considered = await derivation.derive(
      tx,
      (kind) => plans.filter(({ stating }) => stating.kind === kind).map(({ staging }) => staging),
      intake,
      source,
    )
    for (const plan of derived) await plan.flush(true)
    await refusals.flush()
    await mergeAll(derived, derivation.source, considered, true)
    plans.push(...derived)
  }

  const everyone = plans
    .map(({ staging, stating }) => `select ${stating.kind === subject ? 'key' : 'subject'} as subject from ${staging}`)
    .join(' union ')
  if (everyone !== '') await afterTelling(tx, source, everyone)
  await findReferred(tx, kinds, arrived)
  for (const { staging } of plans) await tx.run(`drop table ${staging}`)
  await tx.run('drop table telling')
}

interface Count {
  added: number
  changed: number
  unchanged: number
  withdrawn: number
}

class Counts {
  private readonly counts = new Map<string, Count>()
  private planned = 0

  /** Numbers plans through the whole import, so that no two staging tables have one name. */
  nextPlan(): number {
    return ++this.planned
  }

  of(fileId: string, kind: string): Count {
    const key = `${fileId} ${kind}`
    const count = this.counts.get(key) ?? { added: 0, changed: 0, unchanged: 0, withdrawn: 0 }
    this.counts.set(key, count)
    return count
  }

  async write(tx: Transaction, importId: string): Promise<void> {
    for (const [key, count] of this.counts) {
      const [fileId, kind] = [key.slice(0, 36), key.slice(37)]
      await tx.run(
        'insert into import_count (import_file_id, kind, added, changed, unchanged, withdrawn) values ($1, $2, $3, $4, $5, $6)',
        [fileId, kind, count.added, count.changed, count.unchanged, count.withdrawn],
      )
    }
    await tx.run(
      `insert into import_count (import_file_id, kind, refused)
       select r.import_file_id, r.kind, count(*) from import_refusal r join import_file f on f.id = r.import_file_id where f.import_id = $1 group by 1, 2
       on conflict (import_file_id, kind) do update set refused = excluded.refused`,
      [importId],
    )
  }
}
