/** The month, and a group alone or left out: a form that puts both in the address. */
import type { JSX } from 'preact'
import type { Transaction } from '../../engine/database/database.ts'
import type { Dimension } from '../../engine/measures/dimension.ts'
import { monthName } from '../../engine/measures/months.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { Button } from '../../engine/web/components/button.tsx'
import { Select } from '../../engine/web/components/fields.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import { monthsToChoose, type Choice } from './choice.ts'
import { monthWords } from './words.ts'

/** A group of children that can be looked at alone, or left out. */
export interface GroupChoice {
  /** 'unaccompanied:yes'. */
  readonly value: string
  /** 'Unaccompanied or not: Unaccompanied asylum-seeking'. */
  readonly label: string
}

/** The groups there are, by each dimension of which counts are kept. */
export async function groupsToChoose(tx: Transaction, dimensions: readonly Dimension[]): Promise<readonly GroupChoice[]> {
  const groups: GroupChoice[] = []
  for (const { id, label, values, counted, about } of dimensions) {
    if (!counted || values === null || about.table !== 'person') continue
    const named =
      'codes' in values
        ? values.codes.flatMap(({ code, label: words }) => (words === null ? [] : [{ code, words }]))
        : await namesOf(tx, values)
    groups.push(...named.map(({ code, words }) => ({ value: `${id}:${code}`, label: `${label}: ${words}` })))
  }
  return groups
}

const namesOf = (tx: Transaction, { table }: RecordKind): Promise<{ code: string; words: string }[]> =>
  tx.query<{ code: string; words: string } & Record<string, unknown>>(
    `select id as code, name as words from ${table} where withdrawn_at is null and name is not null order by name, id`,
  )

export interface ChoiceFormProps {
  readonly action: string
  readonly choice: Choice
  readonly groups: readonly GroupChoice[]
  readonly request: PageRequest
  /** What else the address says and must go on saying. */
  readonly keeping?: Readonly<Record<string, string>>
}

export function ChoiceForm({ action, choice, groups, request, keeping = {} }: ChoiceFormProps): JSX.Element {
  const knownAt = request.query.get('known-at')
  return (
    <form method="get" action={action} class="gt-narrow" aria-label="Month and group">
      {knownAt !== null && <input type="hidden" name="known-at" value={knownAt} />}
      {Object.entries(keeping).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Select
        name="month"
        label="Month"
        inRow
        value={monthName(choice.month)}
        options={monthsToChoose(Math.max(choice.latest, choice.month)).map((month) => ({
          value: monthName(month),
          label: monthWords(monthName(month)),
        }))}
      />
      <Select name="group" label="Group" inRow value={choice.group ?? ''} options={[{ value: '', label: 'Everyone' }, ...groups]} />
      <Select
        name="without"
        label="Show"
        inRow
        value={choice.without ? 'yes' : ''}
        options={[
          { value: '', label: 'Only the group' },
          { value: 'yes', label: 'Without the group' },
        ]}
      />
      <Button kind="secondary">Show</Button>
      {choice.group !== null && (
        <a
          class="govuk-link"
          href={request.link(action, { month: choice.month === choice.latest ? null : monthName(choice.month), ...keeping })}
        >
          Everyone
        </a>
      )}
    </form>
  )
}
