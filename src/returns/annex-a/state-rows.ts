import { readerOf, Misread } from '../../engine/intake/read-field.ts'
import type { FileIntake, Plan } from '../../engine/intake/telling.ts'
import { inspectionListEntry, person } from '../../practice/person/records.ts'
import { adopterId, born, childId, keyed, ofChild, plainHeading, type AnnexList, type Statement } from './list.ts'
import { dayOf } from './values.ts'

/** A cell by its heading, plain; null for blank. */
export type Cell = (heading: string) => string | null

/** What the workbook says of each child, from the first list that says it. */
export interface ChildSaid {
  readonly cells: Map<string, string>
  stated: boolean
}

/** Errors that a spreadsheet saves in place of a value are blanks. */
export const isBlank = (cell: string | null | undefined): boolean =>
  cell === null || cell === undefined || /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/i.test(cell.trim())

/** Gathers what rows say of children, as far as it can be read: a later list often fills what an earlier one leaves blank. */
export function childGatherer(today: string, children: Map<string, ChildSaid>): (cell: Cell) => void {
  const readers = ofChild.map(({ field, heading, as }) => ({
    heading: plainHeading(heading),
    as,
    read: readerOf(person.fields[field as keyof typeof person.fields], today),
  }))
  return (cell) => {
    const id = cell(plainHeading(childId))
    if (id === null) return
    const child = children.get(id) ?? { cells: new Map(), stated: false }
    children.set(id, child)
    for (const { heading, as, read } of readers) {
      const found = cell(heading)
      const value = found === null || as === undefined ? found : as(found)
      if (value !== null && !child.cells.has(heading) && !(read(value) instanceof Misread)) child.cells.set(heading, value)
    }
  }
}

export const personPlan = (intake: FileIntake): Promise<Plan> =>
  intake.plan({
    kind: person,
    columns: ofChild.map(({ field, heading }) => ({ field, column: heading })),
    ownIds: true,
    withdraws: 'nothing',
  })

interface Planned {
  readonly statement: Statement
  readonly plan: Plan
  cellsOf(cell: Cell): (string | null)[] | null
}

/** Makes what states the rows of one list. `headings` are those it has, as written. */
export async function rowStater(
  intake: FileIntake,
  list: AnnexList,
  headings: readonly (string | null)[],
  people: Plan,
  children: ReadonlyMap<string, ChildSaid>,
): Promise<(line: number, cell: Cell) => void> {
  const present = new Map(headings.flatMap((heading) => (heading === null ? [] : [[plainHeading(heading), heading] as const])))
  const planned: Planned[] = []
  for (const statement of list.states) {
    const one = await planOf(intake, list, statement, present)
    if (one) planned.push(one)
  }
  const entries = await intake.plan({
    kind: inspectionListEntry,
    columns: [
      { field: 'listNumber', column: `List ${list.number}` },
      { field: 'alsoSaid', column: `List ${list.number}` },
    ],
    ownIds: false,
    same: ['listNumber', 'alsoSaid'],
    withdraws: 'nothing',
  })
  const also = alsoSaid(list, present)
  const seen = new Map(planned.map(({ plan }) => [plan, new Set<string>()]))
  const state = ({ plan, statement }: Planned, line: number, id: string | null, cells: (string | null)[], birth: string | null): void => {
    if (statement.kind.about !== null) return void plan.state(line, id, null, cells, plan.stating.agrees ? birth : null)
    // Teams and workers stand in row after row: once is enough.
    const already = seen.get(plan) as Set<string>
    const text = JSON.stringify(cells)
    if (!already.has(text)) plan.state(line, null, null, cells)
    already.add(text)
  }
  return (line, cell) => {
    const heading = list.number === 11 ? adopterId : childId
    const id = cell(plainHeading(heading))
    if (id === null) {
      intake.refuse({
        kind: list.states.at(-1)?.kind.table ?? '',
        line,
        field: `List ${list.number}, ${heading}`,
        found: null,
        allowed: 'An identifier',
        why: 'It does not say whom it is about.',
      })
      return
    }
    const said = planned.flatMap((each) => {
      const cells = each.cellsOf(cell)
      return cells === null ? [] : [{ each, cells }]
    })
    const child = list.number === 11 ? null : (children.get(id) ?? null)
    const own = ofChild.map(({ heading: name, as }) => {
      const found = cell(plainHeading(name))
      return found === null || as === undefined ? found : as(found)
    })
    if (child && !people.understood(line, own)) return
    if (!said.every(({ each, cells }) => each.plan.understood(line, cells))) return
    if (child && !child.stated) {
      people.state(
        line,
        null,
        id,
        ofChild.map(({ heading: name }) => child.cells.get(plainHeading(name)) ?? null),
      )
      child.stated = true
    }
    for (const { each, cells } of said) state(each, line, id, cells, cell(plainHeading(born)))
    if (child) entries.state(line, id, null, [String(list.number), also(cell, child)])
  }
}

async function planOf(
  intake: FileIntake,
  list: AnnexList,
  statement: Statement,
  present: ReadonlyMap<string, string>,
): Promise<Planned | null> {
  const { kind, always = {}, same, when } = statement
  const said = statement.said.filter(({ heading }) => present.has(plainHeading(heading)))
  if (said.length === 0 || (when && !when.some((heading) => present.has(plainHeading(heading))))) return null
  const columns = said.map(({ field, heading, by }) => ({ field, column: `List ${list.number}, ${heading}`, by }))
  const plan = await intake.plan({
    kind,
    columns: [...columns, ...Object.keys(always).map((field) => ({ field, column: `List ${list.number}` }))],
    ownIds: false,
    same,
    withdraws: 'nothing',
    agrees:
      kind.about !== null && present.has(plainHeading(born)) ? { field: 'bornOn', column: `List ${list.number}, ${born}` } : undefined,
  })
  const telling = when === undefined ? null : said.flatMap(({ heading, by }, at) => (when.includes(heading) && by !== keyed ? [at] : []))
  return {
    statement,
    plan,
    cellsOf(cell) {
      const id = cell(plainHeading(childId))
      const cells = said.map(({ heading, as, by }) => {
        const found = cell(plainHeading(heading))
        if (found === null) return null
        if (by === keyed) {
          const day = dayOf(found)
          return day === null ? null : `${id}|${day}`
        }
        return as === undefined ? found : as(found)
      })
      if (telling && telling.every((at) => cells[at] === null)) return null
      return [...cells, ...Object.values(always)]
    },
  }
}

/** What the row said that no field holds, under its own headings: nothing of a list is lost. */
function alsoSaid(list: AnnexList, present: ReadonlyMap<string, string>): (cell: Cell, child: ChildSaid) => string | null {
  const read = new Map<string, ((cell: string) => string | null) | undefined>()
  for (const { said } of list.states) for (const { heading, as, by } of said) if (by !== keyed) read.set(plainHeading(heading), as)
  const common = new Map(ofChild.map(({ heading, as }) => [plainHeading(heading), as]))
  const id = plainHeading(childId)
  return (cell, child) => {
    const words: Record<string, string> = {}
    for (const [heading, written] of present) {
      const found = cell(heading)
      if (found === null || heading === id) continue
      if (common.has(heading)) {
        // Where another list says otherwise of the child, that one stands and this is kept.
        const as = common.get(heading)
        const value = as ? as(found) : found
        if (value === null || (child.cells.get(heading) ?? value) !== value) words[written] = found
        continue
      }
      const as = read.get(heading)
      const held = read.has(heading) && (as === undefined || as(found) !== null)
      if (!held || heading === plainHeading(list.dated ?? '')) words[written] = found
    }
    return Object.keys(words).length === 0 ? null : JSON.stringify(words)
  }
}
