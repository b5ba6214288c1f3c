import { involvement } from '../../../src/practice/allocation/records.ts'
import { disability, type person } from '../../../src/practice/person/records.ts'
import { addMonths, type Day } from '../days.ts'
import { ethnicity, gender, yesNo } from './annex-values.ts'
import type { Known, KnownBatch } from './known.ts'
import type { SheetValue } from './workbook.ts'
import { ageIn, by, latest } from './year.ts'

/** What the lists ask beside the records of a child: the names of teams and workers. */
export interface Names {
  readonly team: (id: unknown) => string | null
  readonly worker: (id: unknown) => string | null
}

/** One of Ofsted’s lists: its headings, and the rows that a child has in it. */
export interface AnnexList {
  readonly number: number
  readonly headings: readonly string[]
  readonly rows: (child: Known<typeof person.fields>, batch: KnownBatch, names: Names) => readonly (readonly SheetValue[])[]
}

const ofChild = ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)'] as const
const disabled = 'Does the Child have a Disability'
/** Headings under which most lists end. */
export const allocated = ['Allocated Team', 'Allocated Worker'] as const

/** The cells with which every list but the last begins. */
const childCells = ({ id, said }: Known<typeof person.fields>, { day }: KnownBatch): readonly SheetValue[] => [
  id,
  gender(said.sex),
  ethnicity(said.ethnicity),
  said.bornOn ?? null,
  ageIn(said.bornOn, day),
]

const disabilityCell = (batch: KnownBatch): string => yesNo(batch.of(disability).some(({ said }) => said.code !== 'NONE')) as string

/** A list of children: their cells, then those of the list. `after` are headings that stand before the disability. */
export function childList(
  number: number,
  headings: { readonly before?: readonly string[]; readonly disability: boolean; readonly own: readonly string[] },
  rows: (batch: KnownBatch, names: Names) => readonly { readonly before?: readonly SheetValue[]; readonly own: readonly SheetValue[] }[],
): AnnexList {
  return {
    number,
    headings: [...ofChild, ...(headings.before ?? []), ...(headings.disability ? [disabled] : []), ...headings.own],
    rows: (child, batch, names) =>
      rows(batch, names).map(({ before = [], own }) => [
        ...childCells(child, batch),
        ...before,
        ...(headings.disability ? [disabilityCell(batch)] : []),
        ...own,
      ]),
  }
}

/** Whether a day lies in the months before the day of the lists, that day included. */
export const inLast = (months: number, { day }: KnownBatch, on: Day | null | undefined): boolean =>
  typeof on === 'string' && on.slice(0, 10) > addMonths(day, -months) && on.slice(0, 10) <= day

/** How far back most lists look, in months. */
export const window = 6

/** Whether an end had not come by the day of the lists. */
export const isOpen = (until: Day | null | undefined, { day }: KnownBatch): boolean => by(day, until) === null

/** The worker and team that had the child on the day of the lists, or last. */
export function allocatedCells(batch: KnownBatch, names: Names): readonly [string | null, string | null] {
  const had = batch.of(involvement).filter(({ said }) => said.startedOn && said.startedOn <= batch.day)
  const workers = had.filter(({ said }) => said.role === 'CW')
  const last = latest(workers.length > 0 ? workers : had, ({ said }) => said.startedOn, batch.day)?.said
  return [names.team(last?.team), names.worker(last?.worker)]
}
