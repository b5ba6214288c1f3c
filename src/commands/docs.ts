import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Command } from 'commander'
import {
  columnsOf,
  type Code,
  type CodeList,
  type Field,
  type FieldType,
  type Fields,
  type RecordKind,
  type RecordOf,
} from '../engine/records/kind.ts'
import { thousands } from '../engine/web/words.ts'
import { clocks } from '../clocks.ts'
import { measures } from '../measures.ts'
import { model } from '../model.ts'
import { clocksDocument, clocksPath } from './clock-docs.ts'
import { measuresDocument, measuresPath } from './measure-docs.ts'
import { recordKinds } from '../record-kinds.ts'
import { fileOf, ownTable } from '../returns/own/layout.ts'
import { print } from './json.ts'
import { ForPeople, type AddCommand } from './setting.ts'

/** Writes the documents that are made from declarations: the data dictionary, the clocks and the measures. A test fails when the file there is another. */
export const docsCommand: AddCommand = (program, told) => {
  program
    .command('docs')
    .description('write docs/data-dictionary.md, docs/clocks.md and docs/measures.md from what is declared')
    .action(async (_options, command: Command) => {
      const { json } = told(command)
      for (const [path, text] of [
        [dictionaryPath, await dataDictionary()],
        [clocksPath, clocksDocument()],
        [measuresPath, measuresDocument()],
      ] as const)
        try {
          writeFileSync(join(root, path), text)
        } catch (error) {
          throw new ForPeople(`${path} could not be written: ${error instanceof Error ? error.message : String(error)}`)
        }
      const written = {
        ...{ dictionary: dictionaryPath, kinds: model.kinds.length },
        ...{ rules: clocksPath, clocks: clocks.length },
        ...{ figures: measuresPath, measures: measures.length },
      }
      print(
        json,
        written,
        () =>
          `${dictionaryPath}: ${thousands(written.kinds)} kinds of record. ${clocksPath}: ${thousands(written.clocks)} clocks. ${measuresPath}: ${thousands(written.measures)} measures.`,
      )
    })
}

export const dictionaryPath = 'docs/data-dictionary.md'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A room of the house with what is declared in it. */
interface Room {
  /** Its folder beneath `src`: 'practice/missing'. */
  readonly folder: string
  readonly kinds: readonly RecordKind[]
  readonly lists: readonly CodeList[]
}

/** The data dictionary, in Markdown: every kind of record and every code list, by room, in the order of the model. */
export async function dataDictionary(): Promise<string> {
  const rooms = await declaredRooms()
  const kinds = rooms.flatMap((room) => room.kinds)
  const parts = [
    opening,
    [
      '## Contents\n',
      ...rooms.map(
        (room) =>
          `- ${nameOf(room)}: ${[...room.kinds.map(({ name }) => link(name, name)), ...(room.lists.length > 0 ? [link(`Codes of ${nameOf(room)}`, 'codes')] : [])].join(', ')}`,
      ),
    ].join('\n'),
    everyTable,
    ...rooms.flatMap((room) => [`## Room: ${nameOf(room)}`, `Declared in \`src/${room.folder}\`.`, ...room.kinds.map(kindInWords)]),
    '# Code lists',
    'A code that is no longer given out stays here with the day it ended, so that old records still read. Where our sources give a code and not its words, the page says so, and shows the code as it is.',
    ...rooms.filter(({ lists }) => lists.length > 0).flatMap((room) => [`## Codes of ${nameOf(room)}`, ...room.lists.map(listInWords)]),
    viewsInWords(kinds),
  ]
  return `${parts.join('\n\n')}\n`
}

const opening = `# Data dictionary

Made by \`bin/goldthread docs\` from the record kinds; do not change it by hand. A kind is declared once, in the room it belongs to, and
its table, checks, labels, chronology lines and this page come from there (\`src/engine/records/kind.ts\`).`

const everyTable = `## In every table

| Column | What it holds |
| --- | --- |
| \`id\` | Our own identifier (uuid), for good. |
| \`person_id\` | Whom the record is about, where it is about a person. |
| \`source\`, \`source_id\` | Which source the record is from, and the identifier it has there, where it has one. |
| \`stated_for\` | The day for which the source spoke, where it spoke for a year. |
| \`others\` | Fields that another source than the record’s own gave: field and source. Under \`@\` and a source: the day for which that source spoke last. |
| \`unresolved\` | What the record refers to and is not here yet, as it was written. |
| \`came_from\`, \`line\` | The file, and its line, that said this last. |
| \`withdrawn_at\` | Since when its source says it no longer. Null while it stands. |
| \`seen_by\` | Keys that open the row; null for all staff. |
| \`known_from\`, \`changed_by\`, \`reason\` | Since when we hold this version, who wrote it, and why. |

A record is known again, in a later file or another source, as its entry below says; the reader of a format may name other fields
(\`src/returns\`); what a council writes out as a CSV of our own has the names that stand with each kind ([Importing](importing.md#goldthreads-own-tables)).
Beside each table \`x\` stands \`x_history\` with every earlier version and \`known_until\`, \`ended_by\`, \`ended_because\`. A moment has two
columns: the date, and the time of day where it is known (London).`

function kindInWords(kind: RecordKind): string {
  const { name, table, about, basis, group } = kind
  const facts = [
    `Table \`${table}\`${about ? `, about a ${about.name.toLowerCase()}` : ''}. Shown under *${group}*.`,
    ...Object.entries(kind.as).map(
      ([dataset, where]) =>
        `In ${datasetName(dataset)}: \`${where.table}\`, key \`${where.key}\`${where.person ? `, about \`${where.person}\`` : ''}.`,
    ),
    ...ownTableInWords(kind),
    sameInWords(kind),
  ]
  const rows = Object.entries(kind.fields).map(([field, declared]) => fieldRow(field, declared))
  const table_ = ['| Field | Column | Type | Elsewhere | Note |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
  return [`### ${name}`, basis, facts.map((fact) => `- ${fact}`).join('\n'), table_, ...linesInWords(kind)].join('\n\n')
}

function sameInWords({ sameWhen, fields, about }: RecordKind): string {
  if (sameWhen.length === 0) return 'Known again only by the source’s own identifier.'
  const same = [...(about ? ['the person'] : []), ...sameWhen.map((field) => `*${fields[field]?.label ?? field}*`)]
  return `Known again by the source’s own identifier or, without one, when these agree: ${same.join(', ')}.`
}

/** How a council writes the kind out under our names, where it can be brought in. */
function ownTableInWords(kind: RecordKind): string[] {
  if (!recordKinds.includes(kind)) return []
  const { columns, needed } = ownTable(kind)
  const named = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')
  const toMakeOne = needed.length === 0 ? '' : ` A new record needs the columns ${named(needed)}.`
  return [`As a CSV of our own, \`${fileOf(kind)}\`: ${named(columns.map(({ name }) => name))}.${toMakeOne}`]
}

function fieldRow(name: string, field: Field): string {
  const columns = columnsOf(name, field).map(({ column, type }) => `\`${column}\` ${type}`)
  const elsewhere = Object.entries(field.as ?? {}).flatMap(([dataset, names]) =>
    [names].flat().map((each) => `${datasetName(dataset)}: \`${each}\``),
  )
  const notes = [field.required ? 'Required.' : '', field.mayBeAhead ? 'May lie ahead of today.' : '', field.note ?? '']
  return row([field.label, columns.join('<br>'), typeInWords(field), elsewhere.join('<br>'), notes.filter(Boolean).join(' ')])
}

const typesInWords: Readonly<Record<FieldType, string>> = {
  text: 'text',
  identifier: 'identifier, as written',
  date: 'date',
  moment: 'date, and time where known',
  partialDate: 'date of which parts may be unknown (`zz`)',
  yesNo: 'yes, no or not recorded',
  whole: 'whole number',
  decimal: 'number, exact',
  code: 'one code of',
  codes: 'codes of',
  flags: 'an answer to each of',
  words: 'words under headings of the source',
  reference: 'reference to',
}

function typeInWords({ type, list, to }: Field): string {
  const words = typesInWords[type]
  if (list) return `${words} ${link(codesHeading(list), list.name)}`
  const referred = to?.()
  return referred ? `${words} ${link(referred.name, referred.name)}` : words
}

function linesInWords(kind: RecordKind): string[] {
  const label = (field: string): string => kind.fields[field]?.label ?? field
  const lines = kind.entries.map(({ on, line }) => `- *${label(on)}*: ${saidBy(line, kind).join(' · ')}`)
  const { period } = kind
  return [
    ...(lines.length > 0 ? [`On the chronology, on the day of:\n\n${lines.join('\n')}`] : []),
    ...(period
      ? [
          `On the picture: a bar in the lane *${period.lane}* from *${label(period.from)}* until *${label(period.until)}* (that day not included).`,
        ]
      : []),
  ]
}

/** What a line says when everything is recorded (yes, then no), and when nothing is. A field's value is shown as its label in ‹ ›. */
function saidBy(line: (record: RecordOf<Fields>) => string, { fields }: RecordKind): string[] {
  const recordWith = (answer: boolean | null): RecordOf<Fields> =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, answer === null ? null : exampleOf(field, answer)]),
    ) as unknown as RecordOf<Fields>
  return [...new Set([true, false, null].map((answer) => `“${line(recordWith(answer))}”`))]
}

function exampleOf({ type, label }: Field, answer: boolean): unknown {
  if (type === 'yesNo') return answer
  if (type === 'flags' || type === 'words') return {}
  return type === 'codes' ? [`‹${label}›`] : `‹${label}›`
}

const codesHeading = (list: CodeList): string => `Codes: ${list.name}`

function listInWords(list: CodeList): string {
  const rows = list.codes.map((code) =>
    row([
      `\`${code.code}\``,
      code.label ?? '*not in our sources*',
      datesInWords(code),
      (code.also ?? []).map((way) => `\`${way}\``).join(', '),
      code.note ?? '',
    ]),
  )
  return [
    `### ${codesHeading(list)}`,
    `${list.source}.`.replace(/\.\.$/, '.'),
    ['| Code | Words | Given | Also written | Note |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n')
}

const datesInWords = ({ from, until }: Code): string =>
  [from ? `from ${from}` : '', until ? `until ${until}` : ''].filter(Boolean).join(' ')

function viewsInWords(kinds: readonly RecordKind[]): string {
  const rows = model.views.map(({ name }) => {
    const kind = kinds.find((each) => each.as.ssd?.table === name)
    return row([`\`${name}\``, kind ? link(kind.name, kind.name) : 'worked out from the others'])
  })
  return [
    '# Views of the Standard Safeguarding Dataset',
    'Each has exactly the columns of the dataset, and stands in the authority’s schema (`src/returns/ssd/views.ts`).',
    ['| View | Records |', '| --- | --- |', ...rows].join('\n'),
  ].join('\n\n')
}

const datasetNames: Readonly<Record<string, string>> = { ssd: 'SSD', ssda903: '903', cin: 'CIN census', annexA: 'Annex A' }
const datasetName = (dataset: string): string => datasetNames[dataset] ?? dataset

const nameOf = ({ folder }: Room): string => {
  const last = (folder.split('/').at(-1) ?? folder).replaceAll('-', ' ')
  return last.charAt(0).toUpperCase() + last.slice(1)
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`

/** A link to a heading of the same page, as Git hosts name headings. */
const link = (heading: string, words: string): string => `[${words}](#${headingAnchor(heading)})`

/** The address of a heading within its page: small letters, signs left out, spaces as hyphens. */
export const headingAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

/** Finds what each room declares, by reading its modules: a kind or list is where it is exported. Rooms stand in the order of their first kind, lists by name. */
async function declaredRooms(): Promise<Room[]> {
  const kinds = new Map<string, RecordKind[]>()
  const lists = new Map<string, CodeList[]>()
  const homes = new Map<unknown, string>()
  for (const path of declaringModules(join(root, 'src'))) {
    const folder = relative(join(root, 'src'), join(path, '..')).split(sep).join('/')
    for (const declared of Object.values((await import(pathToFileURL(path).href)) as Record<string, unknown>)) {
      if (isKind(declared)) homes.set(declared, folder)
      else if (isList(declared)) lists.set(folder, [...(lists.get(folder) ?? []), declared])
    }
  }
  for (const kind of model.kinds) {
    const folder = homes.get(kind)
    if (folder === undefined)
      throw new Error(`${kind.table} is exported by no module, so the data dictionary cannot say where it is declared.`)
    kinds.set(folder, [...(kinds.get(folder) ?? []), kind])
  }
  return [...kinds].map(([folder, own]) => ({
    folder,
    kinds: own,
    lists: [...new Set(lists.get(folder))].sort((a, b) => (a.name < b.name ? -1 : 1)),
  }))
}

/** The modules that declare kinds or code lists, in the order of their paths. The engine only says what these are. */
function declaringModules(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(folder, 'engine')) && /= (recordKind|codeList)\(/.test(readFileSync(path, 'utf8')))
    .sort()
}

const isList = (value: unknown): value is CodeList => typeof value === 'object' && value !== null && 'codes' in value && 'source' in value
const isKind = (value: unknown): value is RecordKind =>
  typeof value === 'object' && value !== null && 'table' in value && 'fields' in value && 'basis' in value
