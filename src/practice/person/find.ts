import type { Transaction } from '../../engine/database/database.ts'
import { readDate } from '../../engine/exchange/values.ts'
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
import { standingOn, type Standing } from './standing.ts'

/** One child who may be the one sought, with the facts by which two alike are told apart. */
export interface Hit {
  readonly id: string
  /** The authority's own number. */
  readonly childId: string | null
  readonly name: string
  /** An earlier name under which the child was found. */
  readonly formerName: string | null
  readonly born: string | null
  readonly expected: string | null
  readonly sex: string | null
  readonly upn: string | null
  readonly standing: Standing
  readonly worker: string | null
  readonly team: string | null
  readonly mother: string | null
  /** 1 for what was typed exactly, less for what is like it. */
  readonly likeness: number
  readonly withdrawn: boolean
}

export interface Sought {
  readonly hits: readonly Hit[]
  /** There are more than were asked for. */
  readonly more: boolean
  /** What to say when nothing, or not all, could be understood: 'is in the future'. */
  readonly remarks: readonly string[]
}

const standingKinds: readonly RecordKind[] = [periodOfCare, legalStatus, placement, childProtectionPlan, childInNeedPlan, carePlan, referral, earlyHelpEpisode, involvement, careLeaver]

/**
 * Finds children by a name (misspelt, in any order, or a former one), the authority's number, a pupil or NHS number, or a birth date,
 * or several of these at once. Nearest first.
 * @param day plain date on which each child's standing is told; also "today" for what lies in the future.
 */
export async function findChildren(tx: Transaction, text: string, day: string, most = 50): Promise<Sought> {
  const { bornOn, year, names, numbers, remarks } = understand(text, day)
  const found = new Map<string, { likeness: number; earlier: boolean }>()
  const add = (rows: readonly { id: string; likeness: number; earlier?: boolean }[]): void => {
    for (const { id, likeness, earlier = false } of rows) if ((found.get(id)?.likeness ?? -1) < likeness) found.set(id, { likeness, earlier })
  }
  for (const number of numbers) {
    add(await tx.query(`select id, 1::real as likeness from person where source_id = $1 or upn = $1 or nhs_number = $1 or legacy_id = $1`, [number]))
    add(await tx.query(`select l.person_id as id, 0.98::real as likeness from linked_identifier l where l.value = $1`, [number]))
    if (found.size === 0 && number.length >= 3) add(await tx.query(`select id, 0.9::real as likeness from person where source_id like $1 order by source_id limit $2`, [`${number.replaceAll(/[\\%_]/g, '\\$&')}%`, most + 1]))
  }
  if (names !== '') {
    const alike = await tx.query<{ id: string; likeness: number; earlier: boolean }>('select id, likeness, earlier from engine.alike($1, $2, $3)', ['person', names, 400])
    const kept = bornOn || year ? await bornThen(tx, alike, bornOn, year) : alike
    if (kept.length === 0 && alike.length > 0) remarks.push('Nobody of that name was born then, so the date was left aside.')
    add(kept.length === 0 ? alike : kept)
  } else if (bornOn) {
    add(await tx.query(`select id, 0.95::real as likeness from person where born_on = $1 or (born_on is null and expected_on = $1) limit 500`, [bornOn]))
  }
  const ranked = [...found].sort(([, a], [, b]) => b.likeness - a.likeness)
  const hits = await describe(tx, new Map(ranked.slice(0, most)), day)
  return { hits, more: ranked.length > most, remarks }
}

interface Understood {
  bornOn: string | null
  year: number | null
  names: string
  numbers: string[]
  remarks: string[]
}

/** Takes what was typed apart: a date, a year of birth, numbers, and what is left as names. */
export function understand(text: string, today: string): Understood {
  const remarks: string[] = []
  let rest = ` ${text.normalize('NFC').slice(0, 200)} `
  let bornOn: string | null = null
  const date = /(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{4})/i.exec(rest)
  if (date?.[0]) {
    const answer = readDate(date[0].replace(/(\d)(st|nd|rd|th)\b/i, '$1'), { today, earliest: '1900-01-01', latest: `${Number(today.slice(0, 4)) + 1}-12-31` })
    if ('value' in answer) bornOn = answer.value
    else remarks.push(`${date[0]} is not a date of birth that can be. Give day, month and year.`)
    rest = rest.replace(date[0], ' ')
  }
  let year: number | null = null
  const years = /\s(19\d\d|20\d\d)\s/.exec(rest)
  if (!bornOn && years?.[1] && /[a-z]{2}/i.test(rest)) {
    const said = Number(years[1])
    if (said > Number(today.slice(0, 4)) + 1) remarks.push(`${said} is in the future.`)
    else year = said
    rest = rest.replace(years[1], ' ')
  }
  const parts = rest.split(/\s+/).filter((part) => part !== '')
  const numbers = parts.filter((part) => /\d/.test(part))
  const names = parts.filter((part) => !/\d/.test(part)).join(' ')
  return { bornOn, year, names, numbers: [...numbers, ...(numbers.length > 1 ? [numbers.join('')] : [])], remarks }
}

async function bornThen<T extends { id: string }>(tx: Transaction, alike: readonly T[], bornOn: string | null, year: number | null): Promise<T[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from person where id = any ($1::uuid[]) and (coalesce(born_on, expected_on) = $2::date or extract(year from coalesce(born_on, expected_on)) = $3::int)`,
    [`{${alike.map(({ id }) => id).join(',')}}`, bornOn, year],
  )
  const ids = new Set(rows.map(({ id }) => id))
  return alike.filter(({ id }) => ids.has(id))
}

async function describe(tx: Transaction, found: ReadonlyMap<string, { likeness: number; earlier: boolean }>, day: string): Promise<Hit[]> {
  if (found.size === 0) return []
  const ids = `{${[...found.keys()].join(',')}}`
  const people = await tx.query<{ id: string; main: string; forename: string | null; surname: string | null; sourceId: string | null; born_on: string | null; expected_on: string | null; died_on: string | null; sex: string | null; upn: string | null; withdrawn: boolean; former: string | null; mother: string | null }>(
    `select p.id, coalesce(p.same_as_id, p.id) as main, p.forename, p.surname, p.source_id as "sourceId", p.born_on, p.expected_on, p.died_on, p.sex, p.upn, p.withdrawn_at is not null as withdrawn,
            (select concat_ws(' ', h.forename, h.surname) from person_history h where h.id = p.id and h.likeness <> p.likeness order by h.known_from desc limit 1) as former,
            (select concat_ws(' ', m.forename, m.surname) from mother_link l join person m on m.id = l.person_id where l.child_id = p.id and l.withdrawn_at is null order by l.known_from desc limit 1) as mother
     from person p where p.id = any ($1::uuid[])`,
    [ids],
  )
  const records = await recordsAbout(tx, standingKinds, people.map(({ id }) => id))
  const names = await workersAndTeams(tx, records.filter(({ kind }) => kind.table === 'involvement').map(({ record }) => record as unknown as { worker: string | null; team: string | null }))
  return people
    .map((person) => {
      const standing = standingOn(records.filter(({ record }) => record.person === person.id), day, person.died_on)
      const { likeness, earlier } = found.get(person.id) as { likeness: number; earlier: boolean }
      return {
        id: person.main,
        childId: person.sourceId,
        name: fullName(person),
        formerName: earlier || person.former ? person.former : null,
        born: person.born_on,
        expected: person.expected_on,
        sex: person.sex,
        upn: person.upn,
        standing,
        worker: names.get(standing.worker?.worker ?? '') ?? null,
        team: names.get(standing.team?.team ?? '') ?? null,
        mother: person.mother,
        likeness,
        withdrawn: person.withdrawn,
      }
    })
    .sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || ((a.born ?? '') < (b.born ?? '') ? -1 : 1))
}

async function workersAndTeams(tx: Transaction, involved: readonly { worker: string | null; team: string | null }[]): Promise<Map<string, string>> {
  const ids = [...new Set(involved.flatMap(({ worker, team }) => [worker, team]).filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = await tx.query<{ id: string; name: string | null }>(
    'select id, name from professional where id = any ($1::uuid[]) union all select id, name from team where id = any ($1::uuid[])',
    [`{${ids.join(',')}}`],
  )
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}
