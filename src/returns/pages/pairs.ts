import type { Transaction } from '../../engine/database/database.ts'
import { wordsFor, type RecordKind } from '../../engine/records/kind.ts'
import { recordsAbout } from '../../engine/records/read.ts'
import { longDate, thousands } from '../../engine/web/words.ts'
import { fullName } from '../../practice/person/child.ts'
import { ethnicities, sexes } from '../../practice/person/code-lists.ts'
import { standingOn } from '../../practice/person/standing.ts'
import { sourceName } from './source-name.ts'

/** Likely pairs: two records that may be one child, and what is known of each, side by side. */

export interface Side {
  readonly id: string
  readonly name: string
  /** Who told us of the record first, beginning with a capital: 'The case system (SSD)'. */
  readonly source: string
  readonly childId: string | null
}

export interface Pair {
  readonly id: string
  readonly why: string
  readonly one: Side
  readonly other: Side
  readonly facts: readonly Fact[]
}

interface Fact {
  readonly name: string
  /** Null where it is not recorded. */
  readonly one: string | null
  readonly other: string | null
  /** The two ought to be equal if it is one child; counts and sources need not. */
  readonly telling: boolean
}

export interface DecidedPair {
  readonly id: string
  readonly decision: 'same' | 'two'
  readonly one: Side
  readonly other: Side
  readonly decidedAt: string
  readonly decidedBy: string
}

export const decidedAPage = 25

/** A pair of which one record was withdrawn waits for nobody. */
const standing = `not exists (select 1 from person p where p.id in (k.one_id, k.other_id) and p.withdrawn_at is not null)`

/** How many pairs wait for a decision. */
export async function waitingPairs(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*) as count from likely_pair k where k.decision is null and k.withdrawn_at is null and ${standing}`,
  )
  return row?.count ?? 0
}

/** The pair at this place (from 1) among those that wait, oldest first; null where there is none. */
export async function waitingPair(tx: Transaction, place: number, kinds: readonly RecordKind[], day: string): Promise<Pair | null> {
  const [row] = await tx.query<{ id: string }>(
    `select k.id from likely_pair k where k.decision is null and k.withdrawn_at is null and ${standing} order by k.known_from, k.id limit 1 offset $1`,
    [place - 1],
  )
  return row ? findPair(tx, row.id, kinds, day) : null
}

interface HeldPerson extends Record<string, unknown> {
  readonly id: string
  readonly source: string
  readonly sourceId: string | null
  readonly forename: string | null
  readonly surname: string | null
  readonly bornOn: string | null
  readonly expectedOn: string | null
  readonly diedOn: string | null
  readonly upn: string | null
  readonly nhsNumber: string | null
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly mother: string | null
}

async function findPair(tx: Transaction, id: string, kinds: readonly RecordKind[], day: string): Promise<Pair | null> {
  const [row] = await tx.query<{ id: string; why: string; one: string; other: string }>(
    'select id, why, one_id as one, other_id as other from likely_pair where id = $1',
    [id],
  )
  if (!row) return null
  const people = await tx.query<HeldPerson>(
    `select p.id, p.source, p.source_id as "sourceId", p.forename, p.surname, p.born_on as "bornOn", p.expected_on as "expectedOn", p.died_on as "diedOn", p.upn,
            p.nhs_number as "nhsNumber", p.sex, p.ethnicity,
            (select concat_ws(' ', m.forename, m.surname) from mother_link l join person m on m.id = l.person_id
             where l.child_id = p.id and l.withdrawn_at is null order by l.known_from desc limit 1) as mother
     from person p where p.id = any ($1::uuid[])`,
    [`{${row.one},${row.other}}`],
  )
  const [one, other] = inOrder(people)
  if (!one || !other) return null
  const told = await toldOf(tx, one, kinds, day)
  const toldOther = await toldOf(tx, other, kinds, day)
  const facts = Object.entries(told).map(([name, value]) => ({
    name,
    one: value,
    other: toldOther[name] ?? null,
    telling: !weighed.has(name),
  }))
  return { id: row.id, why: row.why, one: sideOf(one), other: sideOf(other), facts }
}

type Told = Readonly<Record<string, string | null>>

/** Facts that need not be equal for one child. */
const weighed = new Set(['Child ID', 'Told by', 'Records', 'How things stand'])

async function toldOf(tx: Transaction, person: HeldPerson, kinds: readonly RecordKind[], day: string): Promise<Told> {
  const records = (
    await recordsAbout(
      tx,
      kinds.filter(({ about }) => about !== null),
      [person.id],
    )
  ).filter(({ record }) => record.withdrawnAt === null)
  const told = [...new Set([person.source, ...records.map(({ record }) => record.source)])]
  const { heading, worker } = standingOn(records, day, person.diedOn)
  return {
    Name: fullName(person),
    Born: person.bornOn === null ? (person.expectedOn === null ? null : `Due ${longDate(person.expectedOn)}`) : longDate(person.bornOn),
    'Child ID': person.sourceId,
    'Unique pupil number': person.upn,
    'NHS number': person.nhsNumber,
    Sex: wordsFor(sexes, person.sex),
    Ethnicity: wordsFor(ethnicities, person.ethnicity),
    Mother: person.mother,
    'Told by': told.map(sourceName).join('; '),
    Records: thousands(records.length),
    'How things stand': worker?.since ? `${heading}, worker since ${longDate(worker.since)}` : heading,
  }
}

/** Pairs that were decided, the latest first, a page at a time (from 1). */
export async function decidedPairs(tx: Transaction, page: number): Promise<{ pairs: DecidedPair[]; count: number }> {
  const where = `k.decision is not null and k.withdrawn_at is null`
  const [counted] = await tx.query<{ count: number }>(`select count(*) as count from likely_pair k where ${where}`)
  const rows = await tx.query<{
    id: string
    decision: 'same' | 'two'
    decidedAt: string
    decidedBy: string
    one: HeldPerson
    other: HeldPerson
  }>(
    `select k.id, k.decision, k.known_from as "decidedAt",
            coalesce((select a.name from account a where a.subject = k.changed_by and a.withdrawn_at is null order by a.known_from limit 1), k.changed_by) as "decidedBy",
            jsonb_build_object('id', a.id, 'source', a.source, 'sourceId', a.source_id, 'forename', a.forename, 'surname', a.surname) as one,
            jsonb_build_object('id', b.id, 'source', b.source, 'sourceId', b.source_id, 'forename', b.forename, 'surname', b.surname) as other
     from likely_pair k join person a on a.id = k.one_id join person b on b.id = k.other_id
     where ${where} order by k.known_from desc, k.id limit $1 offset $2`,
    [decidedAPage, (page - 1) * decidedAPage],
  )
  const pairs = rows.map(({ one, other, ...row }) => {
    const [first, second] = inOrder([one, other]) as [HeldPerson, HeldPerson]
    return { ...row, one: sideOf(first), other: sideOf(second) }
  })
  return { pairs, count: counted?.count ?? 0 }
}

/** Which of the two is named first in the pair is chance; on the page it is the lower number. */
const inOrder = (people: readonly HeldPerson[]): readonly HeldPerson[] =>
  [...people].sort((a, b) => ((a.sourceId ?? '') < (b.sourceId ?? '') ? -1 : 1))

const sideOf = (person: Pick<HeldPerson, 'id' | 'source' | 'sourceId' | 'forename' | 'surname'>): Side => {
  const { id, source, sourceId } = person
  return { id, name: fullName(person), source: sourceName(source), childId: sourceId }
}

/** Whether a fact speaks for one child or two. Blanks and names in other letters say nothing against. */
export function comparedInWords({ one, other, telling }: Fact): string {
  if (!telling) return ''
  if (one === null || other === null) return one === other ? '' : 'One is blank'
  return plain(one) === plain(other) ? 'Same' : 'Different'
}

const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
