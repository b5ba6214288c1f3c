import { randomUUID } from 'node:crypto'
import { copyCell as cell } from '../database/copy-text.ts'
import type { Transaction } from '../database/database.ts'
import { columnName, columnsOf, type Field } from '../records/kind.ts'
import { Misread, readerOf, type Read } from './read-field.ts'
import type { Plan, Stating } from './telling.ts'

/**
 * The temporary tables in which statements stand before they are merged. Rows gather in memory up to a few megabytes and go in by
 * COPY, so that a file of any length takes the same room.
 */

/** What a staged row is: not held yet, held already, refused, said before in the same file, or about to be refused. */
export const rowState = { fresh: 0, known: 1, refused: 2, again: 3, judged: 4 } as const

/** A plan, with what the merge needs to know of it. */
export interface StagedPlan extends Plan {
  readonly number: number
  readonly fileId: string
  /** Staging column of each field stated: its value columns, or the text by which a reference is found. */
  readonly fields: readonly StagedField[]
  /** Writes out what is full; at the last, all. */
  flush(last: boolean): Promise<void>
  /** How many statements stand. */
  count(): number
}

export interface StagedField {
  readonly name: string
  readonly field: Field
  readonly columns: readonly string[]
  readonly by: Stating['columns'][number]['by']
}

export interface Refusal {
  readonly fileId: string
  readonly kind: string
  readonly line: number | null
  readonly field: string | null
  readonly found: string | null
  readonly allowed: string | null
  readonly why: string
}

const gather = 2_000_000
/** How much of what was found is repeated in a refusal. */
const shown = 200

/** Makes the staging table of a plan, and the plan. */
export async function stage(
  tx: Transaction,
  number: number,
  fileId: string,
  stating: Stating,
  today: string,
  refuse: (refusal: Refusal) => void,
): Promise<StagedPlan> {
  const { kind, columns, ownIds, agrees } = stating
  const staging = `staging_${number}`
  const fields = columns.map(({ field: name, by }): StagedField => {
    const field = kind.fields[name]
    if (!field) throw new Error(`${kind.table} has no field ${name}`)
    return {
      name,
      field,
      by,
      columns: field.type === 'reference' ? [`to_${columnName(name)}`] : columnsOf(name, field).map(({ column }) => column),
    }
  })
  const definitions = fields.flatMap(({ name, field, columns: own }) =>
    field.type === 'reference' ? [`${own[0]} text`] : columnsOf(name, field).map(({ column, type }) => `${column} ${type}`),
  )
  await tx.run(
    `create temp table ${staging} (id uuid default gen_random_uuid(), state smallint default 0, line integer, subject text, key text, agree date${definitions.map((each) => `, ${each}`).join('')}) on commit drop`,
  )
  const into = `${staging} (state, line, subject, key, agree${fields.flatMap((field) => field.columns.map((each) => `, ${each}`)).join('')})`
  const readers = fields.map(({ field }) => readerOf(field, today))
  const agreeing = agrees ? readerOf({ type: 'date', label: agrees.column }, today) : null
  const required = fields.map(({ field }) => field.required === true)
  const order = kind.period ? ([kind.period.from, kind.period.until] as const) : null
  const from = order ? fields.findIndex(({ name }) => name === order[0]) : -1
  const until = order ? fields.findIndex(({ name }) => name === order[1]) : -1
  const same = (stating.same ?? kind.sameWhen).map((name) => fields.findIndex((each) => each.name === name))

  const width = fields.reduce((sum, each) => sum + each.columns.length, 0)

  let lines: string[] = []
  let size = 0
  let count = 0
  const full: string[] = []

  const refuseCell = (line: number, column: number | string, found: string | null, allowed: string, why: string): null => {
    const name = typeof column === 'string' ? column : (columns[column]?.column ?? null)
    refuse({ fileId, kind: kind.table, line, field: name, found: found === null ? null : found.slice(0, shown), allowed, why })
    return null
  }

  const readCells = (line: number, cells: readonly (string | null)[]): Read[] | null => {
    const read: Read[] = []
    for (let place = 0; place < readers.length; place++) {
      const found = cells[place] ?? null
      if (found === null) {
        if (required[place]) return refuseCell(line, place, null, 'A value', 'It is blank, and the record means nothing without it.')
        read.push(fields[place]?.columns.length === 2 ? [null, null] : [null])
        continue
      }
      const answer = (readers[place] as (found: string) => Read)(found)
      if (answer instanceof Misread) return refuseCell(line, place, found, answer.allowed, answer.why)
      read.push(answer)
    }
    if (from >= 0 && until >= 0) {
      const began = (read[from] as readonly (string | null)[])[0]
      const ended = (read[until] as readonly (string | null)[])[0]
      if (began && ended && ended < began)
        return refuseCell(
          line,
          until,
          cells[until] ?? null,
          `A date on or after ${columns[from]?.column} (${cells[from]})`,
          'It ends before it begins.',
        )
    }
    return read
  }

  // A refused row is not an absent one: it stands here, marked, so that what is held of it is not withdrawn.
  const spare = (line: number, subject: string | null, key: string | null): false => {
    lines.push(`${rowState.refused}\t${line}\t${cell(subject)}\t${cell(ownIds ? key : null)}\t\\N${'\t\\N'.repeat(width)}`)
    return false
  }

  return {
    number,
    fileId,
    stating,
    staging,
    fields,
    count: () => count,
    understood: (line, cells) => readCells(line, cells) !== null,
    state(line, subject, key, cells, agree = null) {
      if (kind.about && subject === null && !stating.completes) {
        refuseCell(line, 'whom it is about', null, 'An identifier', 'It does not say whom it is about.')
        return false
      }
      if (ownIds && key === null) {
        refuseCell(line, 'identifier', null, 'An identifier', 'It has no identifier of its own.')
        return false
      }
      const read = readCells(line, cells)
      if (read === null) return spare(line, subject, key)
      let agreed: string | null = null
      if (agreeing && agree !== null && agrees) {
        const answer = agreeing(agree)
        if (answer instanceof Misread) {
          refuseCell(line, agrees.column, agree, answer.allowed, answer.why)
          return spare(line, subject, key)
        }
        agreed = answer[0] ?? null
      }
      const known = ownIds
        ? key
        : `${subject ?? ''}|${same.map((place) => (place < 0 ? '' : ((read[place] as readonly (string | null)[])[0] ?? ''))).join('|')}`
      let row = `${rowState.fresh}\t${line}\t${cell(subject)}\t${cell(known)}\t${agreed ?? '\\N'}`
      for (const values of read) for (const value of values as readonly (string | null)[]) row += `\t${cell(value)}`
      lines.push(row)
      size += row.length
      count++
      if (size > gather) {
        full.push(lines.join('\n') + '\n')
        lines = []
        size = 0
      }
      return true
    },
    async flush(last) {
      if (last && lines.length > 0) {
        full.push(lines.join('\n') + '\n')
        lines = []
        size = 0
      }
      while (full.length > 0) await tx.copyIn(into, [full.shift() as string])
    },
  }
}

/** Writes refusals as they gather, so that a file of nothing but mistakes takes no more room than another. */
export function refusalWriter(tx: Transaction): { refuse: (refusal: Refusal) => void; flush: (most?: number) => Promise<void> } {
  let gathered: string[] = []
  return {
    refuse: ({ fileId, kind, line, field, found, allowed, why }) => {
      gathered.push(
        [randomUUID(), fileId, kind, line === null ? null : String(line), field, found?.replaceAll('\0', '�') ?? null, allowed, why]
          .map(cell)
          .join('\t'),
      )
    },
    flush: async (most = 0) => {
      if (gathered.length <= most) return
      const rows = gathered
      gathered = []
      await tx.run(
        'create temp table if not exists refusals (id uuid, import_file_id uuid, kind text, line integer, field text, found text, allowed text, why text) on commit drop',
      )
      await tx.copyIn('refusals', [rows.join('\n') + '\n'])
      await tx.run(
        'insert into import_refusal (id, import_file_id, kind, line, field, found, allowed, why) select id, import_file_id, kind, line, field, found, allowed, why from refusals',
      )
      await tx.run('truncate refusals')
    },
  }
}
