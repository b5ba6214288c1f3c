import type { SourceFile } from '../../engine/exchange/source-file.ts'
import { readDate } from '../../engine/exchange/values.ts'
import { readElements, type Element } from '../../engine/exchange/xml.ts'
import type { FileIntake, Recognised } from '../../engine/intake/telling.ts'
import { inNeedCensus } from '../sources.ts'
import { stateChild } from './child.ts'
import { censusStater } from './plans.ts'

/**
 * Reading the children in need census: one XML file a year, a Child element for each child with everything the council did for them in
 * need and under protection. Censuses of 2021 to 2026, and the module that begins in 2026 to 2027.
 */

const isHeader = (path: readonly string[]): boolean => path.length === 2 && path[1] === 'Header'
const isChild = (path: readonly string[]): boolean => path.length === 3 && path[1] === 'Children' && path[2] === 'Child'

/** Gives the file as a census, or null when its outermost element, or the collection it names, is another's. */
export async function recogniseCinCensus(file: SourceFile, rootName: string): Promise<Recognised | null> {
  if (rootName !== 'Message') return null
  const header = await firstOf(file)
  if (header === null) return null
  const { collection, hasChild } = header
  if (collection === null ? !hasChild : collection.toUpperCase() !== 'CIN') return null
  const time = timeOf(header.year, header.referenceDate)
  return {
    path: file.path,
    format: 'CIN census XML',
    source: inNeedCensus,
    statedFor: time.statedFor,
    saidFor: time.saidFor,
    async read(intake) {
      for (const remark of time.remarks) intake.remark(remark)
      await readCensus(file, intake)
    },
  }
}

interface Header {
  readonly collection: string | null
  readonly year: string | null
  readonly referenceDate: string | null
  /** Whether the first child looks like one of this census. */
  readonly hasChild: boolean
}

/** The census's header and its first child; null where it has neither. */
async function firstOf(file: SourceFile): Promise<Header | null> {
  let details: Element | null = null
  for await (const element of readElements(file, (path) => isHeader(path) || isChild(path))) {
    if (element.name === 'Child') {
      const hasChild = element.inside.some(({ name }) => name === 'ChildIdentifiers' || name === 'CINdetails')
      return headerOf(details, hasChild)
    }
    details = element.inside.find(({ name }) => name === 'CollectionDetails') ?? null
  }
  return details === null ? null : headerOf(details, false)
}

function headerOf(details: Element | null, hasChild: boolean): Header {
  const textOf = (wanted: string): string | null => details?.inside.find(({ name }) => name === wanted)?.text ?? null
  return { collection: textOf('Collection'), year: textOf('Year'), referenceDate: textOf('ReferenceDate'), hasChild }
}

/**
 * The day the census speaks for: its reference date, which should be 31 March; where there is none, 31 March of its year.
 * A census with neither is said of no day.
 */
export function timeOf(
  year: string | null,
  referenceDate: string | null,
): { statedFor: string | null; saidFor: string | null; remarks: string[] } {
  const read = referenceDate === null ? null : readDate(referenceDate)
  const day = read === null || 'wrong' in read ? null : read.value
  const ends = year !== null && /^20\d\d$/.test(year) ? Number(year) : null
  const remarks: string[] = []
  if (referenceDate !== null && day === null) remarks.push(`The reference date ${referenceDate} is not a date.`)
  if (day !== null && !day.endsWith('-03-31'))
    remarks.push(`The reference date is ${day}, and a census has 31 March. It was taken as it stands.`)
  if (day !== null && ends !== null && Number(day.slice(0, 4)) !== ends)
    remarks.push(`The header says ${ends} and its reference date ${day}. The reference date was taken.`)
  const statedFor = day ?? (ends === null ? null : `${ends}-03-31`)
  if (statedFor === null) remarks.push('Nothing in the header tells which year the census is for, so what it says is not tied to a year.')
  const lastYear = statedFor === null ? 0 : Number(statedFor.slice(0, 4))
  return {
    statedFor,
    saidFor: statedFor === null ? null : statedFor.endsWith('-03-31') ? `${lastYear - 1} to ${lastYear}` : `up to ${statedFor}`,
    remarks,
  }
}

async function readCensus(file: SourceFile, intake: FileIntake): Promise<void> {
  const stater = censusStater(intake)
  let children = 0
  for await (const child of readElements(file, isChild)) {
    await stateChild(child, stater, intake)
    if (++children % 200 === 0) await intake.flush()
  }
}
