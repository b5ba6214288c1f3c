import type { Transaction } from '../../engine/database/database.ts'
import type { Fields, RecordKind, RecordOf } from '../../engine/records/kind.ts'
import { recordFrom, recordsAbout, type Provenance, type ReadRecord } from '../../engine/records/read.ts'
import { person } from './records.ts'
import { recordsOfChild } from './same-child.ts'
import { standingOn, type Standing } from './standing.ts'

/** A child as every page shows them: the record itself, those joined to it, and everything recorded about them. */
export interface Child {
  readonly person: RecordOf<typeof person.fields> & Provenance
  /** Other records that people have said are this child. */
  readonly joined: readonly (RecordOf<typeof person.fields> & Provenance)[]
  readonly records: readonly ReadRecord[]
  readonly standing: Standing
  /** Names of the worker and team that stand, as the standing gives only their records. */
  readonly workerName: string | null
  readonly teamName: string | null
  readonly formerNames: readonly string[]
  readonly family: readonly Relative[]
}

export interface Relative {
  readonly id: string
  readonly name: string
  readonly bornOn: string | null
  readonly how: 'Brother or sister' | 'Mother' | 'Child'
}

/** Finds whom a text names: our identifier, the authority's own number, a pupil number or an NHS number. Null when nobody, or more than one child. */
export async function findPersonId(tx: Transaction, text: string): Promise<string | null> {
  const wanted = text.trim()
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(wanted)
  if (uuid) {
    const [row] = await tx.query<{ id: string }>('select id from person where id = $1', [wanted])
    if (row) return row.id
  }
  for (const column of ['source_id', 'upn', 'nhs_number']) {
    const rows = await tx.query<{ id: string }>(`select distinct coalesce(same_as_id, id) as id from person where ${column} = $1 limit 2`, [wanted])
    if (rows.length === 1) return rows[0]?.id ?? null
  }
  return null
}

/**
 * Everything about a child, as known now or (in a known-at transaction) then.
 * @param day plain date on which the standing is told.
 */
export async function findChild(tx: Transaction, id: string, kinds: readonly RecordKind[], day: string): Promise<Child | null> {
  const people = (await tx.query<{ held: Record<string, unknown> }>(`select to_jsonb(p) - 'seen_by' as held from person p where p.id in (${recordsOfChild})`, [id])).map(
    ({ held }) => recordFrom(person, held) as unknown as RecordOf<typeof person.fields> & Provenance,
  )
  const main = people.find((each) => each.sameAs === null) ?? people.find((each) => each.id === id)
  if (!main) return null
  const ids = people.map((each) => each.id)
  const records: ReadRecord[] = [
    ...people.map((each) => ({ kind: person, record: { ...each, person: each.id } as unknown as RecordOf<Fields> & Provenance })),
    ...(await recordsAbout(tx, kinds.filter((kind) => kind.about !== null), ids)),
  ]
  const standing = standingOn(records, day, main.diedOn)
  return {
    person: main,
    joined: people.filter((each) => each !== main),
    records,
    standing,
    workerName: await nameOf(tx, 'professional', standing.worker?.worker ?? null),
    teamName: await nameOf(tx, 'team', standing.team?.team ?? null),
    formerNames: await formerNames(tx, main.id, fullName(main)),
    family: await familyOf(tx, ids),
  }
}

/** First name and surname; where there is none, the number the child is known by. */
export function fullName(of: { readonly forename: string | null; readonly surname: string | null; readonly sourceId: string | null }): string {
  return [of.forename, of.surname].filter(Boolean).join(' ') || `Child ${of.sourceId ?? 'without a name'}`
}

async function nameOf(tx: Transaction, table: 'professional' | 'team', id: string | null): Promise<string | null> {
  if (id === null) return null
  const [row] = await tx.query<{ name: string | null }>(`select name from ${table} where id = $1`, [id])
  return row?.name ?? null
}

/** Names the child had in earlier versions of the record: history is of what we knew, so this is always asked as of now. */
async function formerNames(tx: Transaction, id: string, now: string): Promise<string[]> {
  const rows = await tx.query<{ forename: string | null; surname: string | null }>('select forename, surname from person_history where id = $1 order by known_from desc', [id])
  const names = rows.map((row) => [row.forename, row.surname].filter(Boolean).join(' ')).filter((name) => name !== '' && name !== now)
  return [...new Set(names)]
}

async function familyOf(tx: Transaction, ids: readonly string[]): Promise<Relative[]> {
  const rows = await tx.query<{ id: string; forename: string | null; surname: string | null; sourceId: string | null; born_on: string | null; how: Relative['how'] }>(
    `with related as (
       select o.person_id as id, 'Brother or sister' as how from family_membership m join family_membership o on o.family_id = m.family_id
       where m.person_id = any ($1::uuid[]) and m.withdrawn_at is null and o.withdrawn_at is null
       union select l.person_id, 'Mother' from mother_link l where l.child_id = any ($1::uuid[]) and l.withdrawn_at is null
       union select l.child_id, 'Child' from mother_link l where l.person_id = any ($1::uuid[]) and l.withdrawn_at is null and l.child_id is not null
     )
     select distinct on (p.id) p.id, p.forename, p.surname, p.source_id as "sourceId", p.born_on, r.how
     from related r join person p on p.id = r.id
     where p.id <> all ($1::uuid[])
     order by p.id, array_position(array['Mother', 'Child', 'Brother or sister'], r.how)`,
    [`{${ids.join(',')}}`],
  )
  return rows.map((row) => ({ id: row.id, name: fullName(row), bornOn: row.born_on, how: row.how })).sort((a, b) => ((a.bornOn ?? '') < (b.bornOn ?? '') ? -1 : 1))
}
