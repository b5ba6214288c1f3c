import type { Command } from 'commander'
import type { RecordKind } from '../engine/records/kind.ts'
import { recordKinds } from '../record-kinds.ts'
import { fileOf, ownTable } from '../returns/own/layout.ts'
import { explain, headerLine, type Explained } from '../returns/own/template.ts'
import { aligned, print } from './json.ts'
import { ForPeople, type AddCommand } from './setting.ts'

/** What a council’s own CSV of a kind of record looks like. Asks no database. */
export const templateCommand: AddCommand = (program, told) => {
  program
    .command('template')
    .argument('[kind]', 'a kind of record, by its table or its name: missing_episode, "Missing episode"')
    .option('--explain', 'say what each column takes')
    .description('print the header line of a kind’s CSV; without a kind, list all kinds with their files')
    .action((wanted: string | undefined, options: { explain?: boolean }, command: Command) => {
      const { json } = told(command)
      if (wanted === undefined) {
        print(json, recordKinds.map(listed), () => aligned([['File', 'Records', 'In the SSD'], ...recordKinds.map(listedInWords)]))
        return
      }
      const kind = kindCalled(wanted)
      const columns = explain(kind)
      print(json, { ...listed(kind), columns }, () => (options.explain ? explainedInWords(columns) : headerLine(kind)))
    })
}

function kindCalled(wanted: string): RecordKind {
  const plain = wanted.toLowerCase().replace(/\.csv$/, '')
  const kind = recordKinds.find(({ table, name }) => table === plain || name.toLowerCase() === plain)
  if (!kind) throw new ForPeople(`There is no kind of record “${wanted}”. \`bin/goldthread template\` lists them all.`)
  return kind
}

const listed = (kind: RecordKind) => ({
  table: kind.table,
  name: kind.name,
  file: fileOf(kind),
  ssd: kind.as.ssd?.table ?? null,
  columns: ownTable(kind).columns.map(({ name }) => name),
})

const listedInWords = (kind: RecordKind): string[] => [fileOf(kind), kind.plural, kind.as.ssd?.table ?? '']

const explainedInWords = (columns: readonly Explained[]): string =>
  aligned([
    ['Column', 'What it is', 'Needed', 'What it takes'],
    ...columns.map(({ column, label, needed, holds, codes, note }) => [
      column,
      label,
      needed,
      [
        holds,
        ...(codes.length > 0 ? [codes.map(({ code, label: words }) => (words === null ? code : `${code} = ${words}`)).join('; ')] : []),
        ...(note ? [note] : []),
      ].join('. '),
    ]),
  ])
