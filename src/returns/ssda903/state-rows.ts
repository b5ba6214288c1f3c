import { readDate } from '../../engine/exchange/values.ts'
import type { FileIntake, Plan } from '../../engine/intake/telling.ts'
import type { ReturnTable, Statement } from './table.ts'

/** A cell of a row by its column's name as the tables have it; null for blank. */
export type Cell = (column: string) => string | null

interface Planned {
  readonly statement: Statement
  readonly plan: Plan
  cellsOf(cell: Cell): (string | null)[]
}

/**
 * Makes what states the rows of one table.
 * @param present the columns that the file has. One it lacks is not stated: absent is not blank.
 * @param ends the year in which the collection year ends, or null.
 * @param repeatsBirthDate whether each row repeats the child's date of birth.
 */
export async function rowStater(
  intake: FileIntake,
  table: ReturnTable,
  present: ReadonlySet<string>,
  ends: number | null,
  repeatsBirthDate: boolean,
): Promise<(line: number, cell: Cell) => void> {
  const planned: Planned[] = []
  for (const statement of table.states) {
    if (statement.when !== undefined && !present.has(statement.when)) continue
    planned.push(await plan(intake, statement, present, ends, repeatsBirthDate))
  }
  return (line, cell) => {
    const said = planned.filter(({ statement }) => statement.when === undefined || cell(statement.when) !== null)
    const disordered = outOfOrder(table, cell, intake.today)
    if (disordered !== null) {
      intake.refuse({ kind: kindOf(table), line, ...disordered, why: 'It ends before it begins.' })
      return
    }
    const asked = said.find(({ statement }) => statement.yearIn !== undefined)
    if (asked && ends === null) {
      intake.refuse({
        kind: kindOf(table),
        line,
        field: 'year',
        found: null,
        allowed: 'A file whose name holds its year, such as 2017-18',
        why: 'It speaks of a year, and nothing tells which.',
      })
      return
    }
    const main = said.at(-1)
    if (!main) return
    const rest = said.slice(0, -1).map((each) => ({ ...each, cells: each.cellsOf(cell) }))
    if (!rest.every(({ plan: other, cells }) => other.understood(line, cells))) return
    const child = cell('CHILD')
    const birth = cell('DOB')
    if (!stateOne(main, line, child, main.cellsOf(cell), birth)) return
    for (const { cells, ...each } of rest) stateOne(each, line, child, cells, birth)
  }
}

const kindOf = (table: ReturnTable): string => table.states.at(-1)?.kind.table ?? ''

/** What the plan's record is about: the child, who is known by a number of the council's own, or nobody. */
function stateOne(
  { statement, plan: own }: Planned,
  line: number,
  child: string | null,
  cells: (string | null)[],
  birth: string | null,
): boolean {
  const isChild = own.stating.ownIds
  return own.state(line, statement.kind.about === null ? null : child, isChild ? child : null, cells, own.stating.agrees ? birth : null)
}

async function plan(
  intake: FileIntake,
  statement: Statement,
  present: ReadonlySet<string>,
  ends: number | null,
  repeatsBirthDate: boolean,
): Promise<Planned> {
  const { kind, always = {}, yearIn } = statement
  const said = statement.said.filter(({ column }) => present.has(column))
  const fixed = { ...always, ...(yearIn === undefined ? {} : { [yearIn]: ends === null ? '' : String(ends) }) }
  const isChild = kind.table === 'person'
  const made = await intake.plan({
    kind,
    columns: [
      ...said.map(({ field, column, by }) => ({ field, column, by })),
      ...Object.keys(fixed).map((field) => ({ field, column: field })),
    ],
    ownIds: isChild,
    same: statement.same,
    perYear: statement.perYear,
    withdraws: statement.withdraws,
    agrees: repeatsBirthDate && !isChild && kind.about !== null && present.has('DOB') ? { field: 'bornOn', column: 'DOB' } : undefined,
  })
  const values = Object.values(fixed)
  return {
    statement,
    plan: made,
    cellsOf: (cell) => [
      ...said.map(({ column, as }) => {
        const found = cell(column)
        return found === null || as === undefined ? found : as(found)
      }),
      ...values,
    ],
  }
}

function outOfOrder({ inOrder }: ReturnTable, cell: Cell, today: string): { field: string; found: string; allowed: string } | null {
  if (!inOrder) return null
  const [from, until] = inOrder.map((column) => cell(column))
  if (!from || !until) return null
  const [began, ended] = [readDate(from, { today }), readDate(until, { today })]
  if ('wrong' in began || 'wrong' in ended || ended.value >= began.value) return null
  return { field: inOrder[1], found: until, allowed: `A date on or after ${inOrder[0]} (${from})` }
}
