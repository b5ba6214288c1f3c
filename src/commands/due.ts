import type { Command } from 'commander'
import { clocks, clockwork } from '../clocks.ts'
import type { Database, Transaction } from '../engine/database/database.ts'
import { dueDates, type DueDate } from '../engine/clocks/due-dates.ts'
import { knownAtMoment } from '../engine/web/known-at.ts'
import { isPlainDate, londonDay, momentInWords } from '../engine/web/words.ts'
import { findPersonId } from '../practice/person/child.ts'
import { findWorkerOrTeam, holdingsOn } from '../practice/allocation/holders.ts'
import { aligned } from './json.ts'
import { ForPeople, note, pageDayOf, someone, withDatabase, type AddCommand, type Someone } from './setting.ts'

interface DueOptions {
  readonly on?: string
  readonly knownAt?: string
  readonly worker?: string
  readonly team?: string
  readonly clock?: string
  readonly child?: string
}

export const dueCommand: AddCommand = (program, told, ends) => {
  program
    .command('due')
    .option('--on <date>', 'as things stand on this day, YYYY-MM-DD')
    .option('--known-at <moment>', 'as it was known then: YYYY-MM-DD, or with a time')
    .option('--worker <id>', 'of the children this worker holds that day: number or name')
    .option('--team <id>', 'of the children this team holds that day: number or name')
    .option('--clock <id>', 'of this clock: `bin/goldthread clocks` lists them')
    .option('--child <id>', 'of this child: the authority’s number, a pupil number, or our identifier')
    .description('what is due, for whom, by which rule; without --json, only what is still to be done')
    .action(async (options: DueOptions, command: Command) => {
      const setting = told(command)
      if (options.on !== undefined && !isPlainDate(options.on)) throw new ForPeople(`--on ${options.on} is not a day: write YYYY-MM-DD.`)
      if (options.clock !== undefined && !clocks.some(({ id }) => id === options.clock))
        throw new ForPeople(`There is no clock “${options.clock}”. \`bin/goldthread clocks\` lists them.`)
      const then = momentOf(options.knownAt)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'read a child')
        const day = options.on ?? (then ? londonDay(then.instant) : await pageDayOf(database, setting))
        const child = options.child === undefined ? null : await childOf(database, who, options.child)
        if (options.child !== undefined && child === null) {
          process.stderr.write(`There is no child with the number ${options.child}.\n`)
          return ends(3)
        }
        const asked = Object.entries(options).map(([name, value]) => `${name} ${value as string}`)
        await note(database, who, 'Asked what is due', { subject: child, detail: asked.join(', '), knownAt: then?.instant })
        await database.transaction({ ...who, role: 'reads', knownAt: then?.instant }, async (tx) => {
          const whose = child === null ? await heldBy(tx, options, day) : [child]
          const found = dueDates(tx, clockwork, {
            day,
            ...(whose === null ? {} : { subjects: whose }),
            ...(options.clock === undefined ? {} : { clocks: [options.clock] }),
            open: setting.json !== true,
          })
          await (setting.json ? printJson(tx, found) : printWords(tx, found, day))
        })
      })
    })
}

function momentOf(given: string | undefined): ReturnType<typeof knownAtMoment> {
  try {
    return knownAtMoment(given ?? null, new Date())
  } catch (error) {
    throw new ForPeople(error instanceof Error ? error.message : String(error))
  }
}

const childOf = (database: Database, who: Someone, text: string): Promise<string | null> =>
  database.transaction({ ...who, role: 'reads' }, async (tx) => {
    const found = await findPersonId(tx, text)
    if (found === null) return null
    const [row] = await tx.query<{ id: string }>('select coalesce(same_as_id, id) as id from person where id = $1', [found])
    return row?.id ?? null
  })

/** The children whom the worker or team holds that day, or null where nobody was named. */
async function heldBy(tx: Transaction, { worker, team }: DueOptions, day: string): Promise<string[] | null> {
  if (worker === undefined && team === undefined) return null
  const ids = { worker: null as string | null, team: null as string | null }
  for (const [name, kind, text] of [
    ['worker', 'professional', worker],
    ['team', 'team', team],
  ] as const) {
    if (text === undefined) continue
    ids[name] = await findWorkerOrTeam(tx, kind, text)
    if (ids[name] === null) throw new ForPeople(`There is no ${name}, or more than one, called or numbered “${text}”.`)
  }
  const holdings = await holdingsOn(tx, day)
  const mine = holdings.filter(
    (each) => (ids.worker === null || each.worker === ids.worker) && (ids.team === null || (each.holds && each.team === ids.team)),
  )
  return [...new Set(mine.map((each) => each.child))]
}

async function printJson(tx: Transaction, found: AsyncIterable<DueDate[]>): Promise<void> {
  let first = true
  for await (const some of found) {
    const names = await namesOf(tx, some)
    for (const due of some) {
      process.stdout.write(`${first ? '[\n' : ',\n'}${JSON.stringify(inJson(due, names))}`)
      first = false
    }
  }
  process.stdout.write(first ? '[]\n' : '\n]\n')
}

const stillOpen: ReadonlySet<string> = new Set(['running', 'overdue', 'paused'])

/** What `due --json` says of each. `child` is null where the clock is about something else, which `about` names. */
function inJson(due: DueDate, names: ReadonlyMap<string, string>): unknown {
  const ref = (to: { table: string; id: string } | null): string | null => to && `${to.table}/${names.get(`${to.table}/${to.id}`) ?? to.id}`
  const about = due.rule.about.table
  // A birthday that will end the need stops nothing that is still to be done.
  const endsLater = !due.done && stillOpen.has(due.state)
  const number = names.get(`${about}/${due.subject}`) ?? due.subject
  return {
    child: about === 'person' ? number : null,
    ...(about === 'person' ? {} : { about: `${about}/${number}` }),
    clock: due.clock,
    name: due.rule.name,
    ...(due.part === null ? {} : { part: due.part }),
    startedBy: ref(due.startedBy),
    startedOn: due.startedAt,
    dueOn: due.dueAt,
    stoppedBy: endsLater ? null : ref(due.stoppedBy),
    stoppedOn: endsLater ? null : due.stoppedAt,
    state: due.state,
    days: due.days,
    unit: due.rule.unit,
    source: due.rule.source,
  }
}

/** The numbers that records have in their own source, by 'table/identifier'. */
async function namesOf(tx: Transaction, some: readonly DueDate[]): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map<string, Set<string>>()
  const want = (table: string, id: string): void => void wanted.set(table, (wanted.get(table) ?? new Set()).add(id))
  for (const due of some) {
    want(due.rule.about.table, due.subject)
    for (const ref of [due.startedBy, due.stoppedBy]) if (ref) want(ref.table, ref.id)
  }
  const names = new Map<string, string>()
  for (const [table, ids] of wanted) {
    const rows = await tx.query<{ id: string; number: string | null }>(
      `select id, source_id as number from ${table} where id = any ($1::uuid[])`,
      [`{${[...ids].join(',')}}`],
    )
    for (const { id, number } of rows) if (number !== null) names.set(`${table}/${id}`, number)
  }
  return names
}

async function printWords(tx: Transaction, found: AsyncIterable<DueDate[]>, day: string): Promise<void> {
  const all: DueDate[] = []
  for await (const some of found) all.push(...some)
  all.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.clock < b.clock ? -1 : 1))
  const names = await namesOf(tx, all)
  const rows = all.map((due) => [
    names.get(`${due.rule.about.table}/${due.subject}`) ?? due.subject,
    due.part === null ? due.rule.name : `${due.rule.name} (${due.part})`,
    momentInWords(due.dueAt),
    `${due.state}, ${due.days} ${due.rule.unit}${due.state === 'overdue' ? ' late' : ' left'}`,
    `since ${momentInWords(due.startedAt)}`,
  ])
  process.stdout.write(rows.length === 0 ? `Nothing is due on ${momentInWords(day)}.\n` : `${aligned(rows)}\n`)
}
