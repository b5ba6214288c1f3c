/** Children who are here and could be taken for another. */
import type { Transaction } from '../../engine/database/database.ts'
import { fullName } from './child.ts'
import { mistakable, type Mistakable, type Pair } from './easily-mistaken.ts'

export interface LookAlike extends Mistakable {
  /** The authority’s own number. */
  readonly childId: string | null
  readonly because: Pair<Mistakable>['because']
}

type Row = {
  readonly id: string
  readonly forename: string | null
  readonly surname: string | null
  readonly sourceId: string | null
  readonly born: string | null
  readonly expected: string | null
}

/** Those whose name and birth are so like this one’s that the two are easily mistaken, the likest first. @param except records of the child itself */
export async function lookAlikes(tx: Transaction, self: Mistakable, except: readonly string[]): Promise<readonly LookAlike[]> {
  const rows = await tx.query<Row>(
    `select p.id, p.forename, p.surname, p.source_id as "sourceId", p.born_on as born, p.expected_on as expected
     from engine.alike('person', $1, 40) a join person p on p.id = a.id
     where p.same_as_id is null and p.id <> all ($2::uuid[]) order by a.likeness desc, p.id`,
    [self.name, `{${except.join(',')}}`],
  )
  return rows.flatMap(({ id, sourceId, born, expected, ...names }): LookAlike[] => {
    const other: Mistakable = { id, name: fullName({ ...names, sourceId }), born, expected, mother: null }
    const because = mistakable(self, other)
    return because === null ? [] : [{ ...other, childId: sourceId, because }]
  })
}
