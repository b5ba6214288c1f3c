/** What is behind a figure: the facts it counts, each with the child, worker or household it is about, and the record that says it. */
import type { Transaction } from '../../engine/database/database.ts'
import type { Behind } from '../../engine/measures/breakdown.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { Tag } from '../../engine/web/components/content.tsx'
import { declareList, type ListDeclaration } from '../../engine/web/list-declaration.ts'
import type { PageRequest } from '../../engine/web/page.ts'
import { ageOn, longDate } from '../../engine/web/words.ts'
import { wordOf } from '../../engine/measures/tally.ts'
import { wordsFor } from '../../engine/records/kind.ts'

export interface BehindRow extends Behind {
  readonly name: string
  readonly age: number | null
}

/** The facts with the names of those they are about. */
export async function named(tx: Transaction, { of }: Measure, behind: readonly Behind[]): Promise<readonly BehindRow[]> {
  const ids = `{${[...new Set(behind.map(({ subject }) => subject))].join(',')}}`
  const table = of.about.table
  if (table === 'person') {
    const rows = await tx.query<{ id: string; name: string; born: string | null }>(
      `select id, coalesce(nullif(concat_ws(' ', forename, surname), ''), 'Name not recorded') as name, born_on as born from person where id = any ($1::uuid[])`,
      [ids],
    )
    const known = new Map(rows.map((row) => [row.id, row]))
    return behind.map((each) => {
      const who = known.get(each.subject)
      return { ...each, name: who?.name ?? 'Name not recorded', age: who?.born ? ageOn(who.born, each.fact.on) : null }
    })
  }
  const called = 'name' in of.about.fields ? 'name' : 'null'
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, coalesce(${called}::text, source_id, $2) as name from ${table} where id = any ($1::uuid[])`,
    [ids, of.about.name],
  )
  const known = new Map(rows.map(({ id, name }) => [id, name]))
  return behind.map((each) => ({ ...each, name: known.get(each.subject) ?? of.about.name, age: null }))
}

/** Where a fact opens: the record that says it. */
export const recordHref = (request: Pick<PageRequest, 'link'>, { of }: Measure, { subject, fact }: Behind): string =>
  of.about.table === 'person'
    ? request.link(fact.by.table === 'person' ? `/children/${subject}` : `/children/${subject}/records/${fact.by.table}/${fact.by.id}`)
    : request.link(`/records/${fact.by.table}/${fact.by.id}`)

/** What is done with a fact in the measure: met, not met, or counted. */
const counted = ({ statistic }: Measure, { above, below }: Behind): string =>
  statistic === 'share' ? (above > 0 ? 'Yes' : 'No') : below > 0 && above === 0 ? 'Below the line' : 'Counted'

export const behindList = (measure: Measure, request: PageRequest): ListDeclaration<BehindRow> =>
  declareList<BehindRow>({
    name: `Behind ${measure.name}`,
    of: measure.of.about.table === 'person' ? ['line', 'lines'] : ['record', 'records'],
    columns: [
      {
        id: 'about',
        heading: measure.of.about.table === 'person' ? 'Child' : measure.of.about.name,
        names: true,
        value: ({ name }) => name,
        cell: (row) => (
          <>
            <a
              class="govuk-link"
              href={measure.of.about.table === 'person' ? request.link(`/children/${row.subject}`) : recordHref(request, measure, row)}
            >
              {row.name}
            </a>
            {row.age === null ? '' : `, ${row.age}`}
          </>
        ),
      },
      {
        id: 'on',
        heading: measure.of.lasts ? 'Since' : 'On',
        value: ({ fact }) => fact.on,
        cell: (row) => (
          <a class="govuk-link" href={recordHref(request, measure, row)}>
            {longDate(row.fact.on)}
          </a>
        ),
      },
      ...(measure.of.lasts ? [{ id: 'until', heading: 'Until', value: ({ fact }: BehindRow) => fact.until ?? null }] : []),
      ...Object.entries(measure.of.says).map(([name, saying]) => ({
        id: idOf(name),
        heading: saying.label,
        numeric: saying.type === 'number',
        value: ({ fact }: BehindRow) => {
          const said = fact.says?.[name]
          if (typeof said === 'number') return said
          const word = wordOf(said)
          if (saying.codes?.codes.some(({ code }) => code === word)) return wordsFor(saying.codes, word)
          return word === 'yes' ? 'Yes' : word === 'no' ? 'No' : word === '' ? null : word
        },
      })),
      {
        id: 'counted',
        heading: measure.statistic === 'share' ? 'Meets it' : 'Counted',
        value: (row) => counted(measure, row),
        cell: (row) =>
          measure.statistic === 'share' ? (
            <Tag colour={row.above > 0 ? 'green' : measure.better === 'higher' ? 'orange' : 'grey'}>{counted(measure, row)}</Tag>
          ) : (
            counted(measure, row)
          ),
      },
    ],
    filters:
      measure.statistic === 'share'
        ? [
            {
              id: 'meets',
              label: 'Meets it',
              options: [
                { value: 'yes', label: 'Yes' },
                { value: 'no', label: 'No' },
              ],
              keeps: ({ above }, value) => above > 0 === (value === 'yes'),
            },
          ]
        : [],
    order: 'on',
  })

/** As the address says it: small letters, digits and -. */
const idOf = (name: string): string => `says-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
