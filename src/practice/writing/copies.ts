import { addDays } from '../../engine/clocks/days.ts'
import type { Clockwork } from '../../engine/clocks/subjects.ts'
import type { Transaction } from '../../engine/database/database.ts'
import type { Dimension } from '../../engine/measures/dimension.ts'
import type { Value } from '../../engine/measures/fact.ts'
import { knownFacts, type KnownOf } from '../../engine/measures/known-facts.ts'
import { partedBy } from '../../engine/measures/tally.ts'
import { ofChildren } from '../dimensions.ts'
import { daysBack, heldTogether, type HeldText, type MarkedText } from './alike.ts'
import { textsWritten } from './facts.ts'

/**
 * The long texts written on these days, each with the text about another child that it is like, if there is one (`heldTogether` says what is held against
 * what). In a transaction that is known-at, as the records were known then. Only what the reader may see is among them.
 * @param days plain dates, both with them
 */
export async function copiedTexts(
  tx: Transaction,
  work: Clockwork,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly HeldText[]> {
  const families = await familiesBySubject(tx)
  const texts: MarkedText[] = []
  const wanted = { kinds: [textsWritten], dimensions: [byTeam, byWorker], from: addDays(from, -daysBack), to }
  for await (const known of knownFacts(tx, work, wanted)) texts.push(...markedTexts(known))
  return heldTogether(texts, (subject) => families.get(subject) ?? []).filter(({ on }) => on >= from)
}

/** A dimension of children by its identifier. @throws Error where there is none */
function dimensionOf(wanted: string): Dimension {
  const found = ofChildren.find(({ id }) => id === wanted)
  if (!found) throw new Error(`Children are not parted by "${wanted}".`)
  return found
}

/** Who held the case, and in which team: where the record does not say who wrote it. */
export const byTeam = dimensionOf('team')
export const byWorker = dimensionOf('worker')

/** The texts of one child, from the facts. */
export function markedTexts({ subject, facts, spells }: KnownOf): readonly MarkedText[] {
  return (facts.get(textsWritten) ?? []).map((fact) => {
    const standing = (by: Dimension): string => partedBy(by, fact, textsWritten, spells)[0]?.[0] ?? ''
    const { sort, paragraphs } = fact.says ?? {}
    return {
      subject,
      kind: fact.by.table,
      record: fact.by.id,
      on: fact.on,
      sort: typeof sort === 'string' ? sort : '',
      worker: standing(byWorker),
      team: standing(byTeam),
      paragraphs: isList(paragraphs) ? paragraphs : [],
    }
  })
}

const isList = (value: Value | null | undefined): value is readonly string[] => Array.isArray(value)

/** The family numbers of these children, or of everyone who has one, by the record that goes on for them. */
export async function familiesBySubject(tx: Transaction, only?: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ subject: string; families: string[] }>(
    `select coalesce(p.same_as_id, p.id) as subject, json_agg(distinct m.family_id) as families
     from family_membership m join person p on p.id = m.person_id
     where m.withdrawn_at is null ${only === undefined ? '' : 'and coalesce(p.same_as_id, p.id) = any ($1::uuid[])'} group by coalesce(p.same_as_id, p.id)`,
    only === undefined ? [] : [`{${only.join(',')}}`],
  )
  return new Map(rows.map(({ subject, families }) => [subject, families]))
}
