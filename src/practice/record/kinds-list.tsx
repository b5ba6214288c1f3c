/** The kinds of record there are, under the headings of the chronology, so that the browser’s own find leads to each. */
import type { JSX } from 'preact'
import type { RecordKind } from '../../engine/records/kind.ts'
import { thousands } from '../../engine/web/words.ts'
import { byGroup } from './kinds.ts'

export interface KindsListProps {
  readonly kinds: readonly RecordKind[]
  readonly href: (kind: RecordKind) => string
  /** How many there are of each, by table; the names of the kinds then stand in the plural. */
  readonly counts?: ReadonlyMap<string, number>
  /** What the heading above is, so that these stand one below it. */
  readonly below: 'h1' | 'h2'
}

export function KindsList({ kinds, href, counts, below }: KindsListProps): JSX.Element {
  const Heading = below === 'h1' ? 'h2' : 'h3'
  return (
    <div class="gt-kinds">
      {byGroup(kinds).map(({ group, kinds: these }) => (
        <section>
          <Heading class="govuk-heading-s">{group}</Heading>
          <ul class="govuk-list">
            {these.map((kind) => (
              <li>
                <a class="govuk-link" href={href(kind)}>
                  {counts ? kind.plural : kind.name}
                </a>
                {counts && <span class="gt-quiet"> {thousands(counts.get(kind.table) ?? 0)}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
