import type { Transaction } from '../../engine/database/database.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { recordsAbout } from '../../engine/records/read.ts'
import { involvement } from '../allocation/records.ts'
import { legalStatus } from '../court/records.ts'
import { earlyHelpEpisode } from '../early-help/records.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedPlan } from '../in-need/records.ts'
import { careLeaver } from '../leaving-care/records.ts'
import { carePlan, periodOfCare, placement } from '../looked-after/records.ts'
import { childProtectionPlan } from '../protection/records.ts'
import { fullName } from './child.ts'
import { address } from './records.ts'
import { mainRecord } from './same-child.ts'
import { understand } from './search-words.ts'
import { standingOn, type Standing } from './standing.ts'
import { workerAndTeamNames } from './worker-names.ts'

/** One child who may be the one sought, with the facts by which two alike are told apart. */
export interface Hit {
  readonly id: string
  /** The authority's own number. */
  readonly childId: string | null
  readonly name: string
  /** An earlier name of the child. */
  readonly formerName: string | null
  readonly born: string | null
  readonly expected: string | null
  readonly died: string | null
  readonly sex: string | null
  readonly upn: string | null
  readonly standing: Standing
  /** The worker and team that stand; where none does, those that stood last. */
  readonly worker: string | null
  readonly team: string | null
  readonly mother: string | null
  /** 1 for what was typed exactly, less for what is like it. */
  readonly likeness: number
  /** The source that told of the child does so no longer. */
  readonly withdrawn: boolean
}

export interface Sought {
  readonly hits: readonly Hit[]
  /** How many children match, on all pages. */
  readonly count: number
  /** There are more than were asked for. */
  readonly more: boolean
  /** So many match that the rest was not looked for. */
  readonly widest: boolean
  /** What to say when nothing, or not all, could be understood: 'is in the future'. */
  readonly remarks: readonly string[]
}

const standingKinds: readonly RecordKind[] = [
  periodOfCare,
  legalStatus,
  placement,
  address,
  childProtectionPlan,
  childInNeedPlan,
  carePlan,
  referral,
  earlyHelpEpisode,
  involvement,
  careLeaver,
]

/** Beyond this many a search is too wide to be read, and says so. */
const widest = 400

/** Names less like than this share of the likest are another's: they are left out. */
const nearEnough = 0.62

/**
 * Finds children by a name (misspelt, in any order, or a former one), the authority's number, a pupil or NHS number, or a birth date,
 * or several of these at once. Nearest first.
 * @param day plain date on which each child's standing is told; also "today" for what lies in the future.
 * @param skip how many of the nearest were shown before.
 */
export async function findChildren(tx: Transaction, text: string, day: string, most = 50, skip = 0): Promise<Sought> {
  const { bornOn, year, names, numbers, remarks } = understand(text, day)
  const found = new Map<string, Likeness>()
  const add = (rows: readonly { id: string; likeness: number; earlier?: boolean }[]): void => {
    for (const { id, likeness, earlier = false } of rows)
      if ((found.get(id)?.likeness ?? -1) < likeness) found.set(id, { likeness, earlier })
  }
  for (const number of numbers) add(await numbered(tx, number, found.size === 0))
  if (names !== '') {
    const alike = await tx.query<{ id: string; likeness: number; earlier: boolean }>(
      'select id, likeness, earlier from engine.alike($1, $2, $3)',
      ['person', names, widest],
    )
    const kept = bornOn || year ? await bornThen(tx, alike, bornOn, year) : alike
    if (kept.length === 0 && alike.length > 0) remarks.push('Nobody of that name was born then, so the date was left aside.')
    add(nearest(kept.length === 0 ? alike : kept))
  } else if (bornOn) {
    add(
      await tx.query(
        `select id, 0.95::real as likeness from person where born_on = $1 or (born_on is null and expected_on = $1) limit ${widest}`,
        [bornOn],
      ),
    )
  }
  const children = await childrenOf(tx, found)
  const ranked = [...children].sort(([one, a], [other, b]) => nearestFirst({ id: one, ...a }, { id: other, ...b }))
  const tooWide = ranked.length >= widest
  if (tooWide) remarks.push(`Only the nearest ${widest} are here. Add a first name, a date of birth or a number.`)
  const hits = await describe(tx, new Map(ranked.slice(skip, skip + most)), day)
  return { hits, count: ranked.length, more: ranked.length > skip + most, widest: tooWide, remarks }
}

interface Likeness {
  readonly likeness: number
  readonly earlier: boolean
}

interface Ranked extends Likeness {
  readonly name: string
  readonly born: string | null
}

type InOrder = Pick<Ranked, 'likeness' | 'name' | 'born'> & { readonly id: string }

/** The same order on all pages: of those equally near, by name and birth. */
const nearestFirst = (a: InOrder, b: InOrder): number =>
  b.likeness - a.likeness || compare(a.name, b.name) || compare(a.born ?? '', b.born ?? '') || compare(a.id, b.id)

/** Records with exactly this number; failing that, and where nothing else was found, those whose own number begins with it. */
async function numbered(tx: Transaction, number: string, alsoPart: boolean): Promise<{ id: string; likeness: number }[]> {
  const exact = await tx.query<{ id: string; likeness: number }>(
    `select id, 1::real as likeness from person where source_id = $1 or upn = $1 or nhs_number = $1 or legacy_id = $1
     union all select person_id, 0.98::real from linked_identifier where value = $1 and withdrawn_at is null`,
    [number],
  )
  if (exact.length > 0 || !alsoPart || number.length < 3) return exact
  return tx.query(`select id, 0.9::real as likeness from person where source_id like $1 order by source_id limit ${widest}`, [
    `${number.replaceAll(/[\\%_]/g, '\\$&')}%`,
  ])
}

/** Of names that are like the one sought, those near the likest. A whole name found exactly does not bring every namesake of the surname. */
function nearest<T extends Likeness>(alike: readonly T[]): readonly T[] {
  const likest = Math.max(0, ...alike.map(({ likeness }) => likeness))
  return alike.filter(({ likeness }) => likeness >= likest * nearEnough)
}

/** The children that the records found are of, each once: a record joined to another is that child. What is not to be seen is not counted. */
async function childrenOf(tx: Transaction, found: ReadonlyMap<string, Likeness>): Promise<ReadonlyMap<string, Ranked>> {
  if (found.size === 0) return new Map()
  const rows = await tx.query<{
    id: string
    child: string
    forename: string | null
    surname: string | null
    sourceId: string | null
    born: string | null
  }>(
    `select p.id, c.id as child, c.forename, c.surname, c.source_id as "sourceId", c.born_on as born
     from person p join person c on c.id = ${mainRecord('p')} where p.id = any ($1::uuid[])`,
    [`{${[...found.keys()].join(',')}}`],
  )
  const children = new Map<string, Ranked>()
  for (const { id, child, born, ...names } of rows) {
    const like = found.get(id)
    if (like && (children.get(child)?.likeness ?? -1) < like.likeness) children.set(child, { ...like, name: fullName(names), born })
  }
  return children
}

async function bornThen<T extends { id: string }>(
  tx: Transaction,
  alike: readonly T[],
  bornOn: string | null,
  year: number | null,
): Promise<T[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from person where id = any ($1::uuid[]) and (coalesce(born_on, expected_on) = $2::date or extract(year from coalesce(born_on, expected_on)) = $3::int)`,
    [`{${alike.map(({ id }) => id).join(',')}}`, bornOn, year],
  )
  const ids = new Set(rows.map(({ id }) => id))
  return alike.filter(({ id }) => ids.has(id))
}

type Described = {
  readonly id: string
  readonly child: string
  readonly forename: string | null
  readonly surname: string | null
  readonly sourceId: string | null
  readonly born_on: string | null
  readonly expected_on: string | null
  readonly died_on: string | null
  readonly sex: string | null
  readonly upn: string | null
  readonly withdrawn: boolean
  readonly former: string | null
  readonly mother: string | null
}

async function describe(tx: Transaction, found: ReadonlyMap<string, Likeness>, day: string): Promise<Hit[]> {
  if (found.size === 0) return []
  const people = await tx.query<Described>(
    `select p.id, coalesce(p.same_as_id, p.id) as child, p.forename, p.surname, p.source_id as "sourceId", p.born_on, p.expected_on, p.died_on, p.sex, p.upn,
            p.withdrawn_at is not null as withdrawn,
            (select concat_ws(' ', h.forename, h.surname) from person_history h
             where h.id = p.id and h.likeness <> p.likeness and h.known_until <= coalesce(nullif(current_setting('app.known_at', true), '')::timestamptz, 'infinity')
             order by h.known_from desc limit 1) as former,
            (select concat_ws(' ', m.forename, m.surname) from mother_link l join person m on m.id = l.person_id
             where l.child_id = p.id and l.withdrawn_at is null order by l.known_from desc limit 1) as mother
     from person p where (p.id = any ($1::uuid[]) and p.same_as_id is null) or p.same_as_id = any ($1::uuid[])`,
    [`{${[...found.keys()].join(',')}}`],
  )
  const records = await recordsAbout(
    tx,
    standingKinds,
    people.map(({ id }) => id),
  )
  const described = people
    .filter(({ id, child }) => id === child)
    .map((person) => {
      const same = people.filter(({ child }) => child === person.id)
      const ids = new Set(same.map(({ id }) => id))
      const own = records.filter(({ record }) => record.person !== null && ids.has(record.person))
      return { person, standing: standingOn(own, day, person.died_on), mother: same.find(({ mother }) => mother)?.mother ?? null }
    })
  const stood = described.map(({ standing }) => standing.worker ?? standing.lastWorker)
  const names = await workerAndTeamNames(
    tx,
    stood.flatMap((worker) => [worker?.worker, worker?.team]),
  )
  return described
    .map(({ person, standing, mother }): Hit => {
      const worker = standing.worker ?? standing.lastWorker
      return {
        id: person.id,
        childId: person.sourceId,
        name: fullName(person),
        formerName: person.former || null,
        born: person.born_on,
        expected: person.expected_on,
        died: person.died_on,
        sex: person.sex,
        upn: person.upn,
        standing,
        worker: names.get(worker?.worker ?? '') ?? null,
        team: names.get(worker?.team ?? '') ?? null,
        mother: mother || null,
        likeness: found.get(person.id)?.likeness ?? 0,
        withdrawn: person.withdrawn,
      }
    })
    .sort(nearestFirst)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
