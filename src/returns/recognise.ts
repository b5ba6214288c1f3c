import { readTable } from '../engine/exchange/csv.ts'
import { firstBytes, sourceFiles, UnreadableFile, type SourceFile } from '../engine/exchange/source-file.ts'
import { rootName } from '../engine/exchange/xml.ts'
import type { Recognised } from '../engine/intake/telling.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { recordKinds } from '../record-kinds.ts'
import { recogniseAnnexA } from './annex-a/read.ts'
import { recogniseCinCensus } from './cin-census/read.ts'
import { recognise903, recognise903Xml } from './ssda903/read.ts'
import { recognisedOwn } from './own/read.ts'
import { ownTableWith, type OwnMatch } from './own/recognise.ts'
import { recognisedSsd, ssdTableWith } from './ssd/read.ts'
import { tableWith } from './ssda903/tables.ts'
import { goldthread } from './sources.ts'

/** The formats that can be brought in, as told to people whose file is none of them. */
const readable =
  'Standard Safeguarding Dataset tables (CSV), Goldthread’s own tables (CSV), the looked-after return SSDA903 (CSV or XML), the children in need census (XML), or Ofsted’s Annex A workbook (.xlsx)'

/**
 * Finds out, from its content, what each file is. A file that is nothing we know is there too, with a sentence for the person who chose it.
 * @param kinds those of which our own tables are read
 */
export async function recognise(paths: readonly string[], kinds: readonly RecordKind[] = recordKinds): Promise<Recognised[]> {
  const files: Recognised[] = []
  const tables: TextTable[] = []
  const leaveOut = (error: UnreadableFile): void => void files.push(notReadable(error.path, error))
  for await (const file of sourceFiles(paths, {}, leaveOut)) {
    try {
      const found = await recogniseOne(file)
      if (Array.isArray(found)) tables.push({ file, columns: found })
      else files.push(found)
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      files.push(notReadable(file.path, error))
    }
  }
  const others: TextTable[] = []
  for (const table of tables) {
    const own = ourOwn(table, kinds)
    if (own === null) others.push(table)
    else files.push(recognisedOwn(table.file, own))
  }
  const returns = await recognise903(others)
  for (const { file, columns } of others) {
    const ssd = ssdTableWith(columns)
    const found =
      returns.find(({ path }) => path === file.path) ??
      (ssd ? recognisedSsd(file, ssd) : notKnown(file.path, `a table with the columns ${columns.slice(0, 6).map(shortened).join(', ')}`))
    files.push(found)
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** A table as text, with the names of its header. */
interface TextTable {
  readonly file: SourceFile
  readonly columns: readonly string[]
}

/** Our own table, where no table of the dataset or of the return has more of the columns: none of theirs has the identifier of ours. */
function ourOwn({ columns }: TextTable, kinds: readonly RecordKind[]): OwnMatch | null {
  const own = ownTableWith(columns, kinds)
  const theirs = Math.max(ssdTableWith(columns)?.shared ?? 0, tableWith(columns)?.shared ?? 0)
  return own && own.shared >= theirs ? own : null
}

/** A file that is no table may be all one heading. */
const shortened = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name)

/** What the file is; for a table of text, its columns. */
async function recogniseOne(file: SourceFile): Promise<Recognised | string[]> {
  const start = await firstBytes(file, 4_096)
  if (start.length === 0) return notKnown(file.path, 'an empty file')
  const signs = start.toString('latin1')
  if (/^PK(\x03\x04|\x05\x06)/.test(signs))
    return (await recogniseAnnexA(file)) ?? notKnown(file.path, 'a workbook or archive that is not Annex A')
  if (signs.startsWith('\xd0\xcf\x11\xe0')) return notKnown(file.path, 'an old or password-protected Office file')
  if (signs.startsWith('%PDF')) return notKnown(file.path, 'a PDF document')
  if (/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<[\0]?[?!a-zA-Z]/.test(signs)) {
    const root = await rootName(file)
    const found = root === null ? null : ((await recognise903Xml(file, root)) ?? (await recogniseCinCensus(file, root)))
    return found ?? notKnown(file.path, `an XML file that begins with <${root ?? 'nothing'}>`)
  }
  return [...(await readTable(file)).columns]
}

const notKnown = (path: string, found: string): Recognised =>
  refusedFile(path, { line: null, found, allowed: readable, why: 'The file is none of the kinds that can be brought in.' })

const notReadable = (path: string, error: UnreadableFile): Recognised =>
  refusedFile(path, { line: error.line, found: error.found, allowed: error.allowed, why: 'The file cannot be read.' })

const refusedFile = (path: string, refusal: { line: number | null; found: string; allowed: string; why: string }): Recognised => ({
  path,
  format: 'not recognised',
  source: goldthread,
  statedFor: null,
  saidFor: null,
  read: async (intake) => intake.refuse({ kind: '', field: null, ...refusal }),
})
