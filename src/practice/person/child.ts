import type { Transaction } from '../../engine/database/database.ts'
import { isRecordId, type RecordKind, type RecordOf } from '../../engine/records/kind.ts'
import { recordFrom, recordsAbout, type Provenance, type ReadRecord } from '../../engine/records/read.ts'
import { person } from './records.ts'
import { mainRecord, recordsOfChild } from './same-child.ts'
import { standingOn, type Standing } from './standing.ts'
import { workerAndTeamNames } from './worker-names.ts'

export type PersonRecord = RecordOf<typeof person.fields> & Provenance

/** Who a child is: what the head of every page about them says. */
export interface Who {
  readonly person: PersonRecord
  /** Other records that people have said are this child. */
  readonly joined: readonly PersonRecord[]
  readonly formerNames: readonly string[]
}

/** A child as every page shows them: the record itself, those joined to it, and everything recorded about them. */
export interface Child extends Who {
  readonly records: readonly ReadRecord[]
  readonly standing: Standing
  /** Names of the worker and team that stand, as the standing gives only their records. */
  readonly workerName: string | null
  readonly teamName: string | null
  readonly family: readonly Relative[]
}

export interface Relative {
  readonly id: string
  readonly name: string
  /** The authority's own number. */
  readonly childId: string | null
  readonly bornOn: string | null
  readonly expectedOn: string | null
  readonly diedOn: string | null
  readonly how: 'Brother or sister' | 'Mother' | 'Child'
}

/** Finds whom a text names: our identifier, the authority's own number, a pupil number or an NHS number. Null when nobody, or more than one child. */
export async function findPersonId(tx: Transaction, text: string): Promise<string | null> {
  const wanted = text.trim()
  if (isRecordId(wanted)) {
    const [row] = await tx.query<{ id: string }>('select id from person where id = $1', [wanted])
    if (row) return row.id
  }
  for (const column of ['source_id', 'upn', 'nhs_number']) {
    const rows = await tx.query<{ id: string }>(`select distinct coalesce(same_as_id, id) as id from person where ${column} = $1 limit 2`, [
      wanted,
    ])
    if (rows.length === 1) return rows[0]?.id ?? null
  }
  return null
}

/** Who the child of this record is, as known now or (in a known-at transaction) then. Null when nobody, or nobody to be seen. */
export async function findWho(tx: Transaction, id: string): Promise<Who | null> {
  if (!isRecordId(id)) return null
  const rows = await tx.query<{ held: Record<string, unknown> }>(
    `select to_jsonb(p) - 'seen_by' as held from person p where p.id in (${recordsOfChild})`,
    [id],
  )
  const people = rows.map(({ held }) => recordFrom(person, held) as unknown as PersonRecord)
  const main = people.find((each) => each.sameAs === null) ?? people.find((each) => each.id === id)
  if (!main) return null
  return { person: main, joined: people.filter((each) => each !== main), formerNames: await formerNames(tx, main.id, fullName(main)) }
}

/** The identifiers of all records of the child. */
export const idsOf = ({ person: main, joined }: Who): readonly string[] => [main, ...joined].map(({ id }) => id)

/**
 * Everything about a child, as known now or (in a known-at transaction) then.
 * @param day plain date on which the standing is told.
 */
export async function findChild(tx: Transaction, id: string, kinds: readonly RecordKind[], day: string): Promise<Child | null> {
  const who = await findWho(tx, id)
  if (!who) return null
  const ids = idsOf(who)
  const records: ReadRecord[] = [
    ...[who.person, ...who.joined].map((each) => ({
      kind: person,
      record: { ...each, person: each.id },
    })),
    ...(await recordsAbout(
      tx,
      kinds.filter((kind) => kind.about !== null),
      ids,
    )),
  ]
  const standing = standingOn(records, day, who.person.diedOn)
  const names = await workerAndTeamNames(tx, [standing.worker?.worker, standing.team?.team])
  return {
    ...who,
    records,
    standing,
    workerName: names.get(standing.worker?.worker ?? '') ?? null,
    teamName: names.get(standing.team?.team ?? '') ?? null,
    family: await familyOf(tx, ids),
  }
}

/** First name and surname; where there is none, the number the child is known by. */
export function fullName(of: {
  readonly forename: string | null
  readonly surname: string | null
  readonly sourceId: string | null
}): string {
  return [of.forename, of.surname].filter(Boolean).join(' ') || `Child ${of.sourceId ?? 'without a name'}`
}

/** Names the child had in earlier versions of the record: what we held until a later extract, or a person, said otherwise. */
async function formerNames(tx: Transaction, id: string, now: string): Promise<string[]> {
  const rows = await tx.query<{ forename: string | null; surname: string | null }>(
    `select forename, surname from person_history
     where id = $1 and known_until <= coalesce(nullif(current_setting('app.known_at', true), '')::timestamptz, 'infinity') order by known_from desc`,
    [id],
  )
  const names = rows.map((row) => [row.forename, row.surname].filter(Boolean).join(' ')).filter((name) => name !== '' && name !== now)
  return [...new Set(names)]
}

type RelatedRow = {
  readonly id: string
  readonly forename: string | null
  readonly surname: string | null
  readonly sourceId: string | null
  readonly born_on: string | null
  readonly expected_on: string | null
  readonly died_on: string | null
  readonly how: Relative['how']
}

/** Those of the same family number, the mother, and the child's own children; the eldest first. */
export async function familyOf(tx: Transaction, ids: readonly string[]): Promise<Relative[]> {
  const rows = await tx.query<RelatedRow>(
    `with related as (
       select o.person_id as id, 'Brother or sister' as how from family_membership m join family_membership o on o.family_id = m.family_id
       where m.person_id = any ($1::uuid[]) and m.withdrawn_at is null and o.withdrawn_at is null
       union select l.person_id, 'Mother' from mother_link l where l.child_id = any ($1::uuid[]) and l.withdrawn_at is null
       union select l.child_id, 'Child' from mother_link l where l.person_id = any ($1::uuid[]) and l.withdrawn_at is null and l.child_id is not null
     )
     select distinct on (p.id) p.id, p.forename, p.surname, p.source_id as "sourceId", p.born_on, p.expected_on, p.died_on, r.how
     from related r join person s on s.id = r.id join person p on p.id = ${mainRecord('s')}
     where p.id <> all ($1::uuid[])
     order by p.id, array_position(array['Mother', 'Child', 'Brother or sister'], r.how)`,
    [`{${ids.join(',')}}`],
  )
  return rows
    .map((row): Relative => ({
      id: row.id,
      name: fullName(row),
      childId: row.sourceId,
      bornOn: row.born_on,
      expectedOn: row.expected_on,
      diedOn: row.died_on,
      how: row.how,
    }))
    .sort((a, b) => ((a.bornOn ?? a.expectedOn ?? '9999') < (b.bornOn ?? b.expectedOn ?? '9999') ? -1 : 1))
}
