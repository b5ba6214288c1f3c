/**
 * Which year a return speaks for. A collection year runs from 1 April to 31 March and is named here by the year in which it ends.
 * No file of the return says its year: the name may, the folder may, and the dates inside do, more or less.
 */

/** What a file's path says of its year. A lone '2017' may be the year it begins in or the year it ends in. */
export type NamedYear =
  | { readonly says: 'nothing' }
  /** `group` is the path without the year: files that differ only in it follow one convention. */
  | { readonly says: 'a year'; readonly year: number; readonly group: string }
  | { readonly says: 'a collection year'; readonly ends: number }

/** Dates that a file holds, as plain dates. */
export interface FileDates {
  /** Of things that the return of a year reports only when they fall in it: an episode's end. */
  readonly inYear: readonly string[]
  /** Of things that have happened by the end of the year. */
  readonly byThen: readonly string[]
}

export interface DatedFile {
  readonly path: string
  readonly dates: FileDates
}

export interface CollectionYear {
  /** The year in which it ends, or null where nothing tells. */
  readonly ends: number | null
  /** What was assumed, as a sentence for people. Null where the name says it. */
  readonly because: string | null
}

export const lastDayOf = (ends: number): string => `${ends}-03-31`
export const said = (ends: number): string => `${ends - 1} to ${ends}`

/** The year in which the collection year of a day ends. */
export const collectionYearOf = (day: string): number => Number(day.slice(0, 4)) + (day.slice(5) >= '04-01' ? 1 : 0)

/** What the file's own name says of its year or, where that says nothing, the folder it lies in, and the one above. */
export function namedYear(path: string): NamedYear {
  const parts = path.split(/[/\\]/)
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] ?? ''
    const whole = wholeYear(part)
    if (whole !== null) return { says: 'a collection year', ends: whole }
    const years = [...new Set([...part.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(([year]) => Number(year)))]
    if (years.length === 1) return { says: 'a year', year: years[0] as number, group: parts.slice(0, at).join('/') }
  }
  return { says: 'nothing' }
}

/** '2017-18', '2017 to 2018', '201718', '31 March 2018' and '2018-03-31' leave nothing open. */
function wholeYear(text: string): number | null {
  const two = /(?<!\d)(20\d\d)(?:\s*(?:-|–|_|\/|to|_to_)\s*)?((?:20)?\d\d)(?![-_]?\d)/i.exec(text)
  if (two) {
    const first = Number(two[1])
    const second = Number((two[2] as string).slice(-2))
    if (second === (first + 1) % 100) return first + 1
  }
  const day = /(?<!\d)(20\d\d)[-_. ]?03[-_. ]?31(?!\d)/.exec(text) ?? /31[-_. ]?(?:03|mar(?:ch)?)[-_. ]?(20\d\d)(?!\d)/i.exec(text)
  return day ? Number(day[1]) : null
}

/** How well the dates fit the return of a year: those in it speak for it, those after it against. */
function fit({ inYear, byThen }: FileDates, ends: number): number {
  const dates = [...inYear, ...byThen]
  const within = dates.filter((day) => collectionYearOf(day) === ends).length
  // An episode that ends with the year may be given the day after.
  const after = dates.filter((day) => day > `${ends}-04-01`).length
  return within - after
}

/**
 * The year of each file, in their order. A lone year in names is taken as the year they begin in or end in by the dates of the file,
 * else by those of all files named alike; a file with no year in its name, by the episodes beside it.
 */
export function collectionYears(files: readonly DatedFile[]): CollectionYear[] {
  const named = files.map((file) => ({ file, name: namedYear(file.path) }))
  return named.map(({ file, name }) => {
    if (name.says === 'a collection year') return { ends: name.ends, because: null }
    if (name.says === 'nothing')
      return withoutName(
        file,
        named.filter((other) => other.name.says === 'nothing').map((other) => other.file),
      )
    const { year, group } = name
    const own = conventionOf([{ file, year }])
    if (own !== null)
      return {
        ends: year + own,
        because: `Taken as the return for ${said(year + own)}: by its dates, ${year} is the year in which it ${own === 1 ? 'begins' : 'ends'}.`,
      }
    const alike = named.flatMap((other) =>
      other.name.says === 'a year' && other.name.group === group ? [{ file: other.file, year: other.name.year }] : [],
    )
    const theirs = conventionOf(alike.filter((other) => other.year === year)) ?? conventionOf(alike)
    if (theirs !== null)
      return {
        ends: year + theirs,
        because: `Taken as the return for ${said(year + theirs)}: by the dates of the files beside it, ${year} is the year in which it ${theirs === 1 ? 'begins' : 'ends'}.`,
      }
    return {
      ends: year,
      because: `Taken as the return for ${said(year)}, the year that ends in ${year}: no date in these files tells whether it begins or ends then. Name them such as ${year}-${String((year + 1) % 100).padStart(2, '0')} to be certain.`,
    }
  })
}

/** 1 where the years in the names are those in which the collection years begin, 0 where they end then, null where the dates do not tell. */
function conventionOf(files: readonly { readonly file: DatedFile; readonly year: number }[]): 0 | 1 | null {
  const ends = files.reduce((sum, { file, year }) => sum + fit(file.dates, year), 0)
  const begins = files.reduce((sum, { file, year }) => sum + fit(file.dates, year + 1), 0)
  if (begins === ends || Math.max(begins, ends) <= 0) return null
  return begins > ends ? 1 : 0
}

/** By its own dates, or those of the episodes that lie in the same folder, where these are certain and its own do not speak against them. */
function withoutName(file: DatedFile, others: readonly DatedFile[]): CollectionYear {
  const own = certainYear([file.dates])
  if (own !== null) return { ends: own, because: `Taken as the return for ${said(own)}, by its dates.` }
  const beside = others.filter(({ path }) => folderOf(path) === folderOf(file.path))
  const theirs = certainYear(beside.map(({ dates }) => dates))
  const mine = [...file.dates.inYear, ...file.dates.byThen]
  if (theirs !== null && mine.filter((day) => day > `${theirs}-04-01`).length * 2 <= mine.length)
    return { ends: theirs, because: `Taken as the return for ${said(theirs)}, by the dates of the episodes beside it.` }
  return {
    ends: null,
    because:
      'Nothing tells which year this return is for, so what it says is not tied to a year. Put the year in its name, such as 2017-18.',
  }
}

const folderOf = (path: string): string => path.replace(/[^/\\]*$/, '')

/** The one year in which (nearly) all that must lie in a year does, with next to nothing after it. */
function certainYear(all: readonly FileDates[]): number | null {
  const inYear = all.flatMap((dates) => dates.inYear)
  if (inYear.length === 0) return null
  const counts = new Map<number, number>()
  for (const day of inYear) counts.set(collectionYearOf(day), (counts.get(collectionYearOf(day)) ?? 0) + 1)
  const [[ends, most] = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1])
  const episodes = all.filter((dates) => dates.inYear.length > 0).flatMap(({ inYear: ended, byThen }) => [...ended, ...byThen])
  const after = episodes.filter((day) => day > `${ends}-04-01`).length
  return most >= inYear.length * 0.9 && after <= episodes.length * 0.02 ? ends : null
}
