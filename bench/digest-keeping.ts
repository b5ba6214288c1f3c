import { clockwork } from '../src/clocks.ts'
import { keepAfter, keepAll } from '../src/engine/clocks/keep.ts'
import { isWorkedOut, partsOf, type Clockwork } from '../src/engine/clocks/subjects.ts'
import type { Database, Transaction } from '../src/engine/database/database.ts'
import type { RecordKind } from '../src/engine/records/kind.ts'
import { involvement } from '../src/practice/allocation/records.ts'
import { childInNeedVisit } from '../src/practice/in-need/records.ts'

/** Working out facts and counts with the due dates: of everybody, and of one child. */

const acting = { actor: 'bench', keys: ['staff', 'files'] } as const

/** Seconds in which everything is worked out, and what stands after it. */
export interface Everything {
  readonly children: number
  readonly read: number
  readonly rows: number
  readonly withoutFacts: number
  readonly whole: number
  readonly again: number
  readonly due: number
  readonly facts: number
  readonly counts: number
}

/** Due dates alone: no facts follow. */
const withoutFacts: Clockwork = { subjects: clockwork.subjects, clocks: clockwork.clocks, termsOf: (tx) => clockwork.termsOf(tx) }

export async function everything(database: Database, children: number): Promise<Everything> {
  const keeping = (work: Clockwork): Promise<number> => importing(database, (tx) => keepAll(tx, work))
  const forgetting = (): Promise<number> =>
    importing(database, async (tx) => {
      for (const table of ['due_date', 'fact', 'fact_spells', 'fact_count']) await tx.run(`delete from ${table}`)
    })
  let rows = 0
  const reading = (): Promise<number> =>
    importing(database, async (tx) => {
      rows = await readOnce(tx)
    })
  const before = await reading()
  await forgetting()
  const due = await keeping(withoutFacts)
  await forgetting()
  const whole = await keeping(clockwork)
  const again = await keeping(clockwork)
  // Before and after, in case the machine has been given other work meanwhile.
  const read = (before + (await reading())) / 2
  const [stands] = await database.transaction({ ...acting, role: 'reads' }, (tx) =>
    tx.query<{ due: number; facts: number; counts: number }>(
      'select (select count(*) from due_date) as due, (select count(*) from fact) as facts, (select count(*) from fact_count) as counts',
    ),
  )
  return {
    children,
    read,
    rows,
    withoutFacts: due,
    whole,
    again,
    due: stands?.due ?? 0,
    facts: stands?.facts ?? 0,
    counts: stands?.counts ?? 0,
  }
}

async function importing(database: Database, work: (tx: Transaction) => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await database.transaction({ ...acting, role: 'imports' }, work)
  return (performance.now() - started) / 1_000
}

/** Every row that threads are made of, one table after another, in the order of whom it is about, and thrown away. */
async function readOnce(tx: Transaction): Promise<number> {
  let rows = 0
  for (const subject of clockwork.subjects) {
    if (!isWorkedOut(clockwork, subject)) continue
    for (const { kind, subject: of, joins, said } of partsOf(clockwork, subject))
      for await (const some of tx.batches(
        `select ${of} as subject, ${said} as said from ${kind.table} t${joins} where t.withdrawn_at is null and ${of} is not null order by 1`,
      ))
        rows += some.length
  }
  return rows
}

/** Milliseconds to work out one child after a record of theirs is written, at the median of many children taken evenly. */
export async function oneChild(database: Database, today: string): Promise<Readonly<Record<string, number>>> {
  const some = await database.transaction({ ...acting, role: 'reads' }, async (tx) => ({
    children: await tx.query<{ id: string }>(`select id from person where same_as_id is null order by md5(source_id) limit 120`),
    // Those who hold cases now, one after another, so that none comes to hold more than people do.
    posts: await tx.query<{ team: string; worker: string }>(
      `select min(team_id::text) as team, worker_id as worker from involvement
       where team_id is not null and worker_id is not null and role = 'CW' and started_on <= $1 and (ended_on is null or ended_on > $1)
       group by worker_id order by md5(worker_id::text) limit 120`,
      [today],
    ),
  }))
  const timed = async (kind: RecordKind, insert: string, more: (place: number) => readonly unknown[]): Promise<number> => {
    const took: number[] = []
    for (const [place, { id }] of some.children.entries())
      await database.transaction({ ...acting, role: 'writes' }, async (tx) => {
        const [written] = await tx.query<{ id: string }>(`${insert} returning id`, [id, today, ...more(place)])
        const started = performance.now()
        await keepAfter(tx, clockwork, kind, [written?.id ?? ''])
        took.push(performance.now() - started)
      })
    return median(took.slice(20))
  }
  return {
    'a visit': await timed(
      childInNeedVisit,
      `insert into child_in_need_visit (person_id, visited_on, child_seen, source) values ($1, $2, true, 'goldthread')`,
      () => [],
    ),
    'an involvement': await timed(
      involvement,
      `insert into involvement (person_id, started_on, role, team_id, worker_id, source) values ($1, $2, 'CW', $3, $4, 'goldthread')`,
      (place) => {
        const { team, worker } = some.posts[place % some.posts.length] ?? {}
        return [team, worker]
      },
    ),
  }
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
