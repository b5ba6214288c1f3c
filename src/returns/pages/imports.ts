import type { Transaction } from '../../engine/database/database.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { NotThere } from '../../engine/web/page.ts'

/** What imports did, in numbers. Nothing here holds anything of a record. */

interface Numbers {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly withdrawn: number
  /** Rows; files of which nothing was understood are counted in `refusedFiles`. */
  readonly refused: number
}

export interface ImportHead {
  readonly id: string
  readonly broughtAt: string
  /** By name, where the account has one. */
  readonly broughtBy: string
  readonly takenBackAt: string | null
  readonly takenBackBy: string | null
}

export interface PastImport extends ImportHead, Numbers {
  readonly files: number
  readonly firstFile: string
  readonly refusedFiles: number
}

export interface FileAndKind extends Numbers {
  readonly file: string
  readonly number: number
  /** In the plural: 'Placements'. Null where nothing could be made of the file. */
  readonly what: string | null
  /** The year it speaks for: '2014 to 2015'. */
  readonly saidFor: string | null
}

export interface ImportResult extends ImportHead {
  readonly files: number
  readonly refusedFiles: number
  readonly each: readonly FileAndKind[]
  readonly all: Numbers
  readonly remarks: readonly { readonly file: string; readonly says: readonly string[] }[]
  readonly disagreements: number
}

export const importsAPage = 25

const nameOf = (actor: string): string =>
  `coalesce((select a.name from account a where a.subject = ${actor} and a.withdrawn_at is null order by a.known_from limit 1),
            case when ${actor} like 'terminal:%' then substr(${actor}, 10) || ', at the terminal' else ${actor} end)`

const head = `i.id, i.brought_at as "broughtAt", ${nameOf('i.brought_by')} as "broughtBy", i.taken_back_at as "takenBackAt",
  case when i.taken_back_by is not null then ${nameOf('i.taken_back_by')} end as "takenBackBy"`

/** Imports, newest first, a page at a time (from 1), and how many there are. */
export async function pastImports(tx: Transaction, page: number): Promise<{ imports: PastImport[]; count: number }> {
  const [counted] = await tx.query<{ count: number }>('select count(*) as count from import')
  const imports = await tx.query<PastImport & Record<string, unknown>>(
    `select ${head}, files.files, coalesce(files.first_file, '') as "firstFile", n.added, n.changed, n.unchanged, n.withdrawn, n.refused, n."refusedFiles"
     from (select id, brought_at, brought_by, taken_back_at, taken_back_by from import order by brought_at desc, id limit $1 offset $2) i
     cross join lateral (select count(*) as files, min(path) as first_file from import_file f where f.import_id = i.id) files
     cross join lateral (
       select coalesce(sum(c.added), 0) as added, coalesce(sum(c.changed), 0) as changed, coalesce(sum(c.unchanged), 0) as unchanged, coalesce(sum(c.withdrawn), 0) as withdrawn,
              coalesce(sum(c.refused) filter (where c.kind <> ''), 0) as refused, coalesce(sum(c.refused) filter (where c.kind = ''), 0) as "refusedFiles"
       from import_count c join import_file f on f.id = c.import_file_id where f.import_id = i.id
     ) n
     order by i.brought_at desc, i.id`,
    [importsAPage, (page - 1) * importsAPage],
  )
  return { imports, count: counted?.count ?? 0 }
}

/** @throws NotThere when there is no such import */
export async function importHead(tx: Transaction, id: string): Promise<ImportHead> {
  const [found] = isIdentifier(id)
    ? await tx.query<ImportHead & Record<string, unknown>>(`select ${head} from import i where i.id = $1`, [id])
    : []
  if (!found) throw new NotThere()
  return found
}

/** What an import did, file by file and kind by kind. @throws NotThere */
export async function importResult(tx: Transaction, id: string, kinds: readonly RecordKind[]): Promise<ImportResult> {
  const found = await importHead(tx, id)
  const rows = await tx.query<
    { file: string; number: number; kind: string | null; saidFor: string | null } & Numbers & Record<string, unknown>
  >(
    `select f.path as file, f.number, c.kind, f.said_for as "saidFor", coalesce(c.added, 0) as added, coalesce(c.changed, 0) as changed,
            coalesce(c.unchanged, 0) as unchanged, coalesce(c.withdrawn, 0) as withdrawn, coalesce(c.refused, 0) as refused
     from import_file f left join import_count c on c.import_file_id = f.id where f.import_id = $1 order by f.number`,
    [id],
  )
  const remarks = await tx.query<{ file: string; says: string[] }>(
    `select path as file, remarks as says from import_file where import_id = $1 and jsonb_array_length(remarks) > 0 order by number`,
    [id],
  )
  const [more] = await tx.query<{ disagreements: number }>(
    'select count(*) as disagreements from disagreement d join import_file f on f.id = d.import_file_id where f.import_id = $1',
    [id],
  )
  const place = new Map(kinds.map(({ table }, at) => [table, at]))
  const says = ({ added, changed, unchanged, withdrawn, refused }: Numbers): boolean =>
    added + changed + unchanged + withdrawn + refused > 0
  // A file is listed with the kinds it said something of; one that said nothing at all, once.
  const each = rows
    .filter(
      (row, at) =>
        says(row) ||
        (rows.findIndex(({ number }) => number === row.number) === at && !rows.some((other) => other.number === row.number && says(other))),
    )
    .sort((a, b) => a.number - b.number || (place.get(a.kind ?? '') ?? -1) - (place.get(b.kind ?? '') ?? -1))
    .map(({ kind, ...row }): FileAndKind => ({
      ...row,
      refused: kind === '' ? 0 : row.refused,
      what: kinds.find(({ table }) => table === kind)?.plural ?? null,
    }))
  return {
    ...found,
    files: new Set(rows.map(({ number }) => number)).size,
    refusedFiles: rows.filter(({ kind, refused }) => kind === '' && refused > 0).length,
    each,
    all: sumOf(each),
    remarks,
    disagreements: more?.disagreements ?? 0,
  }
}

const sumOf = (each: readonly Numbers[]): Numbers =>
  each.reduce(
    (sum, { added, changed, unchanged, withdrawn, refused }) => ({
      added: sum.added + added,
      changed: sum.changed + changed,
      unchanged: sum.unchanged + unchanged,
      withdrawn: sum.withdrawn + withdrawn,
      refused: sum.refused + refused,
    }),
    { added: 0, changed: 0, unchanged: 0, withdrawn: 0, refused: 0 },
  )

/** A text from an address that can be asked for as an identifier. */
export const isIdentifier = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** Which page of a list an address asks for; the first for anything that is no page. */
export function pageAsked(query: URLSearchParams): number {
  const asked = Number(query.get('page') ?? '1')
  return Number.isInteger(asked) && asked >= 1 && asked <= 1_000_000 ? asked : 1
}
