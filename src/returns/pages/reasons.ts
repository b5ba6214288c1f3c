import { createHash } from 'node:crypto'
import { thousands } from '../../engine/web/words.ts'

/**
 * Refused rows gathered by reason: what was wrong is said once for all the rows it is wrong in. Pure; the words of each refusal come
 * from the readers of files, and here they lose what belongs to one row only.
 */

/** Rows of one file refused with the same words. */
export interface RefusedAlike {
  readonly file: string
  /** The file's place in the import: two files may have one name. */
  readonly number: number
  readonly kind: string
  readonly field: string | null
  readonly found: string | null
  readonly allowed: string | null
  readonly why: string
  readonly rows: number
  /** The first few of their lines, in order; none where the whole file is meant. */
  readonly lines: readonly number[]
}

export interface Reason {
  /** Stands for the reason in an address. It holds nothing of what was found. */
  readonly key: string
  readonly file: string
  readonly number: number
  readonly field: string | null
  /** The first few different things found; null is a blank cell. */
  readonly found: readonly (string | null)[]
  readonly moreFound: boolean
  readonly allowed: string | null
  readonly why: string
  readonly toDo: string
  readonly lines: readonly number[]
  readonly rows: number
  /** Nothing of the file was understood, so no row is counted. */
  readonly wholeFile: boolean
}

const mostFound = 3
export const mostLines = 4

/** The reason without what belongs to one row: what was found, the numbers of lines. */
export function plainWhy(why: string): string {
  return why
    .replace(/^.* (is not in the list ".*"\.)$/s, 'It $1')
    .replace(/^.* is not a date this field may have\.$/s, 'It is not a date this field may have.')
    .replace(/^Lines [\d,]+ to [\d,]+ say /, 'Several lines say ')
    .replace(/^.*Nothing of this file was brought in\.$/s, 'Nothing of this file was brought in.')
}

/** What is allowed, without the dates of one row, beginning with a capital. */
export function plainAllowed(allowed: string | null): string | null {
  if (allowed === null || allowed === '') return null
  const plain = allowed
    .replace(/^(A date on or (?:after|before) \S+) \(.*\)$/s, '$1')
    .replace(/^The date held: .*$/s, 'The date we hold for the same child')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

const steps: readonly (readonly [inWhy: RegExp, toDo: string])[] = [
  [/equally, so nothing tells/, 'Add a column that only the one table has.'],
  [/stands twice/, 'Take one of the two out.'],
  [/No column says anything/, 'Name the columns as the template does.'],
  [/none of the kinds/, 'Choose another file, or save this one again as one of these.'],
  [/^Nothing of this file|cannot be read/, 'Save the file again from the case system and bring it in.'],
  [/no .* with this identifier/, 'Bring the child in too, or check the number.'],
  [/is held under this identifier/, 'Check the identifier, or bring in a file with these columns first.'],
  [/is about another/, 'Check the identifier, and whom the row is about.'],
  [/is not in the list/, 'Check the code.'],
  [/is blank/, 'Fill it in.'],
  [/not a date/, 'Check the date.'],
  [/ends? before it begins/, 'Check both dates.'],
  [/repeats a date/, 'Check whom the row is about.'],
  [/different things of the same record/, 'Keep the row that is right.'],
  [/more cells than/, 'Look for a comma or a line break that should stand in quotes.'],
  [/does not say whom|does not say which child/, 'Say whom it is about.'],
  [/no identifier of its own/, 'Give the row its identifier.'],
  [/nothing tells which/, 'Say the year in the file’s name.'],
  [/neither yes nor no/, 'Write Y or N.'],
]

/** What the person who keeps the file can do about it. */
export function toDoAbout(why: string, allowed: string | null): string {
  if (/not after today|not after \d/.test(allowed ?? '')) return 'Check the year.'
  return steps.find(([sign]) => sign.test(why))?.[1] ?? 'Mend it in the case system.'
}

/** [812, 977, …] of 7 → 'Lines 812, 977 and 5 more'; all of them where there are at most four. Null where no line is known. */
export function linesInWords(lines: readonly number[], rows: number): string | null {
  if (lines.length === 0) return null
  const shown = lines.map(thousands)
  if (rows === 1) return `Line ${shown[0]}`
  if (rows <= shown.length) return `Lines ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
  return `Lines ${shown.slice(0, 2).join(', ')} and ${thousands(rows - Math.min(2, shown.length))} more`
}

/** Gathers refusals one after another, in as much room as there are reasons. */
export function gatherReasons(): { add(refused: RefusedAlike): void; reasons(): Reason[] } {
  const reasons = new Map<string, { -readonly [K in keyof Reason]: Reason[K] }>()
  return {
    add(refused) {
      const key = reasonKey(refused)
      const held = reasons.get(key)
      if (!held) {
        const { file, number, field, found, why, rows, lines, kind } = refused
        const allowed = plainAllowed(refused.allowed)
        const plain = plainWhy(why)
        const wholeFile = kind === ''
        reasons.set(key, {
          key,
          file,
          number,
          field,
          found: [found],
          moreFound: false,
          allowed,
          why: plain,
          toDo: toDoAbout(plain, allowed),
          lines,
          rows,
          wholeFile,
        })
        return
      }
      held.rows += refused.rows
      held.lines = [...held.lines, ...refused.lines].sort((a, b) => a - b).slice(0, mostLines)
      if (held.found.includes(refused.found)) return
      if (held.found.length < mostFound) held.found = [...held.found, refused.found]
      else held.moreFound = true
    },
    reasons: () =>
      [...reasons.values()].sort(
        (a, b) =>
          Number(b.wholeFile) - Number(a.wholeFile) || b.rows - a.rows || a.number - b.number || (a.lines[0] ?? 0) - (b.lines[0] ?? 0),
      ),
  }
}

/** Refusals of one key have one reason. */
export function reasonKey({
  number,
  kind,
  field,
  allowed,
  why,
}: Pick<RefusedAlike, 'number' | 'kind' | 'field' | 'allowed' | 'why'>): string {
  const parts = [String(number), kind, field ?? '', plainAllowed(allowed) ?? '', plainWhy(why)]
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 12)
}
