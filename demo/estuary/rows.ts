import { hash } from 'node:crypto'
import { account } from '../../src/authority/accounts.ts'
import { copyCell } from '../../src/engine/database/copy-text.ts'
import type { RecordKind } from '../../src/engine/records/kind.ts'
import { peopleHere } from '../../src/engine/records/write.ts'
import { accountsOf, roleOf } from './accounts.ts'
import type { Batch } from './authority.ts'
import type { Day } from './days.ts'
import { instant, nothing, place, shapeOf, type Shape, type Waiting } from './row-shape.ts'
import type { Told, Version } from './telling.ts'
import type { World } from './world.ts'

/** Lines of COPY’s text format for one table: what it is to be copied into, with the names of the columns, and the text. */
export type Lines = readonly [into: string, text: string]

/** The identifier of a record, which follows from its table and its number: what refers to it needs not look it up. */
export function recordId(table: string, id: string): string {
  const hex = hash('md5', `${table}/${id}`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** Letters of one table that are copied in together: some thousand rows. There are over two hundred tables, and few of them are large. */
const enough = 250_000

/** What is told as rows: each record as it was last written by `today`, and each version that another replaced. What was written later is left out. */
export class Rows {
  readonly loaded = { children: 0, records: 0, versions: 0 }
  readonly #today: Day
  readonly #shapes = new Map<RecordKind, Shape>()
  #full: Lines[] = []
  #world: World | null = null
  /** Accounts by worker. */
  #writers: ReadonlyMap<string, string> = new Map()
  readonly #accountsTaken = new Set<string>()
  /** Identifiers of the children of the district, and of records that are about none, by table and number. */
  readonly #there = new Map<string, string>()
  /** And of the records of the child who is told. */
  readonly #ofChild = new Map<string, string>()

  constructor(today: Day) {
    this.#today = today
  }

  /** The first batch of a district tells its workers, who then have accounts. */
  add({ world, records }: Batch): void {
    const anew = world !== this.#world
    if (anew) {
      this.#world = world
      this.#writers = accountsOf(world.workforce.workers, this.#accountsTaken)
      this.#there.clear()
    }
    this.#ofChild.clear()
    const aboutChild = records.some(({ person }) => person !== null)
    const ids = records.map(({ kind: { table }, id, versions }) => {
      if (!this.#isWritten((versions[0] as Version).at)) return null
      const found = recordId(table, id)
      const known = aboutChild && table !== 'person' ? this.#ofChild : this.#there
      known.set(`${table}/${id}`, found)
      return found
    })
    for (const [nth, id] of ids.entries()) if (id !== null) this.#record(records[nth] as Told, id)
    if (anew) this.#accounts(world)
  }

  /** What is enough to be worth copying in, and is not held here any more. */
  take(): readonly Lines[] {
    const taken = this.#full
    this.#full = []
    return taken
  }

  /** All that is left. */
  rest(): readonly Lines[] {
    for (const shape of this.#shapes.values()) for (const waiting of [shape.now, shape.history]) this.#fill(waiting)
    return this.take()
  }

  #isWritten = (at: string): boolean => at.slice(0, 10) <= this.#today

  /** What a record refers to is there; what is not written yet, or never will be, is left blank. */
  #referredTo = (table: string, id: string): string | null => {
    const key = `${table}/${id}`
    return this.#ofChild.get(key) ?? this.#there.get(key) ?? null
  }

  /** The people who work in a district may sign in for as long as they do. */
  #accounts({ workforce }: World): void {
    const shape = this.#shapeOf(account)
    for (const worker of workforce.workers) {
      const subject = this.#writers.get(worker.id) as string
      if (worker.from > this.#today || Number(worker.id.slice(1)) < 200) continue
      const cells = [...shape.blank]
      cells[place.id] = recordId('account', subject)
      cells[place.knownFrom] = instant(`${worker.from} 09:00:00`)
      cells[place.changedBy] = 'demonstration'
      shape.say(cells, {
        subject,
        name: worker.name,
        role: roleOf(worker),
        worker: worker.id,
        team: worker.manager ? worker.team : null,
        endedOn: worker.until > this.#today ? null : worker.until,
      })
      this.#put(shape.now, cells.join('\t'), '\n')
    }
  }

  /** What is written of a record by today: at least its first version. */
  #record({ kind, id: number, person, versions }: Told, id: string): void {
    const shape = this.#shapeOf(kind)
    const cells = [...shape.blank]
    cells[place.id] = id
    cells[place.sourceId] = copyCell(number)
    if (kind.about) cells[place.person] = this.#referredTo('person', person as string) ?? recordId('person', person as string)
    let line: string | null = null
    for (const version of versions) {
      if (!this.#isWritten(version.at)) break
      const at = instant(version.at)
      const by = copyCell(this.#writers.get(version.by.id) ?? version.by.id)
      const because = copyCell(version.reason ?? version.withdrawn ?? null)
      if (line !== null) {
        this.#put(shape.history, line, `\t${at}\t${by}\t${because}\n`)
        this.loaded.versions++
      }
      shape.say(cells, version.values)
      const withdrawn = version.withdrawn !== undefined
      cells[place.withdrawnAt] = withdrawn ? at : nothing
      cells[place.others] = withdrawn ? `{"@withdrawn": "${peopleHere}"}` : nothing
      cells[place.knownFrom] = at
      cells[place.changedBy] = by
      cells[place.reason] = because
      line = cells.join('\t')
    }
    this.#put(shape.now, line ?? '', '\n')
    this.loaded.records++
    if (kind.table === 'person') this.loaded.children++
  }

  #put(waiting: Waiting, line: string, end: string): void {
    waiting.lines.push(line, end)
    waiting.letters += line.length + end.length
    if (waiting.letters >= enough) this.#fill(waiting)
  }

  #fill(waiting: Waiting): void {
    if (waiting.lines.length === 0) return
    this.#full.push([waiting.into, waiting.lines.join('')])
    waiting.lines = []
    waiting.letters = 0
  }

  #shapeOf(kind: RecordKind): Shape {
    const known = this.#shapes.get(kind)
    if (known) return known
    const shape = shapeOf(kind, this.#referredTo)
    this.#shapes.set(kind, shape)
    return shape
  }
}
