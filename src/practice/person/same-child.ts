import type { Transaction } from '../../engine/database/database.ts'
import { oneOf, codeList, recordKind, reference, text } from '../../engine/records/kind.ts'
import { person } from './records.ts'

/**
 * When two records are one child. A council's own number decides; where two sources number a child differently, the unique
 * pupil number or NHS number does, unless the birth dates speak against it. A name and a birth date never do: such pairs wait for a person.
 * Joining moves nothing: one record points to the other, and every page shows both. It can be undone at any time.
 */

// Exported for the data dictionary, which finds lists by looking.
// ts-unused-exports:disable-next-line
export const decisions = codeList('Decision on a likely pair', 'Goldthread', [
  { code: 'same', label: 'The same child' },
  { code: 'two', label: 'Two children' },
])

export const likelyPair = recordKind({
  name: 'Likely pair',
  plural: 'Likely pairs',
  table: 'likely_pair',
  group: 'Family and home',
  fields: {
    one: reference(() => person, 'One record', { required: true }),
    other: reference(() => person, 'Other record', { required: true }),
    why: text('Why they may be one child', { required: true }),
    decision: oneOf(decisions, 'Decision'),
  },
  basis: 'Goldthread: records are joined by people, never by name and birth date alone.',
})

/**
 * After a telling: joins records whose pupil or NHS number is that of one child already here, and lists new likely pairs.
 * @param staged SQL of the identifiers the telling spoke of.
 */
export async function findSameChildren(tx: Transaction, source: string, staged: string): Promise<void> {
  await tx.run(
    `create temp table spoken_of on commit drop as select distinct p.id from person p join (${staged}) s on s.subject = p.source_id where p.same_as_id is null`,
  )
  await tx.run('analyze spoken_of')
  for (const column of ['upn', 'nhs_number']) {
    // Only a record that this source made, onto one that it does not speak of: a source that numbers two children means two.
    await tx.run(
      `update person p set same_as_id = held.id
       from (select n.id as new_id, (array_agg(o.id))[1] as id from spoken_of s join person n on n.id = s.id and n.source = $1 and n.known_from = engine.instant()
             join person o on o.${column} = n.${column} and o.id <> n.id and o.source <> $1 and o.same_as_id is null and (o.born_on = n.born_on or o.born_on is null or n.born_on is null)
             where not exists (select 1 from spoken_of t where t.id = o.id)
             group by n.id having count(*) = 1) held
       where held.new_id = p.id`,
      [source],
    )
  }
  const likely: readonly (readonly [string, string])[] = [
    [
      'o.likeness = p.likeness and o.born_on = p.born_on and p.forename is not null and p.surname is not null',
      'Same name and date of birth, different numbers.',
    ],
    ['o.upn = p.upn', 'Same unique pupil number, but the case system numbers two children or the birth dates differ.'],
  ]
  for (const [alike, why] of likely) {
    await tx.run(
      `insert into likely_pair (one_id, other_id, why, source)
       select distinct least(p.id, o.id), greatest(p.id, o.id), $1, 'goldthread'
       from spoken_of s join person p on p.id = s.id join person o on ${alike}
       where o.id <> p.id and o.same_as_id is null and p.same_as_id is null
         and not exists (select 1 from likely_pair k where k.one_id = least(p.id, o.id) and k.other_id = greatest(p.id, o.id))`,
      [why],
    )
  }
  await tx.run('drop table spoken_of')
}

/** SQL of the record that goes on for one of a table `t`. Said by CASE, because an index is not used beneath row-level security for what COALESCE gives. */
export const mainRecord = (t: string): string => `case when ${t}.same_as_id is null then ${t}.id else ${t}.same_as_id end`

/** Every record of the child of which $1 is one: the one the others point to, and those that point to it. */
export const recordsOfChild = `select k.id from (select ${mainRecord('p')} as id from person p where p.id = $1) c join person k on k.id = c.id
  union select k.id from (select ${mainRecord('p')} as id from person p where p.id = $1) c join person k on k.same_as_id = c.id`

/**
 * Writes a decision on a likely pair: joins the records, keeps them apart, or (null) takes the decision back.
 * @returns the identifiers of the two records
 * @throws Error when the pair is not there, or joining would make a chain of three.
 */
export async function decidePair(tx: Transaction, pair: string, decision: 'same' | 'two' | null): Promise<readonly [string, string]> {
  const [found] = await tx.query<{ one_id: string; other_id: string; decision: string | null }>(
    'select one_id, other_id, decision from likely_pair where id = $1',
    [pair],
  )
  if (!found) throw new Error('This pair is no longer listed.')
  if (found.decision === 'same' && decision !== 'same')
    await tx.run('update person set same_as_id = null where (id = $1 and same_as_id = $2) or (id = $2 and same_as_id = $1)', [
      found.other_id,
      found.one_id,
    ])
  if (decision === 'same' && found.decision !== 'same') {
    // The record the case system keeps goes on under its number, else the one we have held longer.
    const [main, joins, ...rest] = await tx.query<{ id: string; joined: boolean }>(
      `select p.id, p.same_as_id is not null or exists (select 1 from person o where o.same_as_id = p.id) as joined
       from person p where p.id in ($1, $2) order by (p.source = 'ssd') desc, p.known_from, p.source_id`,
      [found.one_id, found.other_id],
    )
    if (!main || !joins || rest.length > 0) throw new Error('This pair is no longer listed.')
    if (main.joined || joins.joined) throw new Error('One of these records is already joined to another. Undo that first.')
    await tx.run('update person set same_as_id = $2 where id = $1', [joins.id, main.id])
  }
  await tx.run('update likely_pair set decision = $2 where id = $1', [pair, decision])
  return [found.one_id, found.other_id]
}
