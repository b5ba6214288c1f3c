/** The parts of a page about one record: its fields in words, where it came from, what refers to it, and what it was before. */
import type { ComponentChildren, JSX } from 'preact'
import type { RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { peopleHere } from '../../engine/records/write.ts'
import { Details, Facts, SummaryList } from '../../engine/web/components/content.tsx'
import { InsetText } from '../../engine/web/components/messages.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { countOf, dateAndTime, longDate, londonDay } from '../../engine/web/words.ts'
import { fieldInWords, statedInWords, type FieldWords } from '../person/field-words.ts'
import type { SourceNames } from '../person/provenance.ts'
import { byGroup } from './kinds.ts'
import { recordTitle } from './record-title.ts'
import type { Referred, Step, WholeRecord } from './whole-record.ts'

export interface PartsProps {
  readonly whole: WholeRecord
  readonly names: SourceNames
  /** Where a record opens; null where it cannot be opened from here. */
  readonly href: (record: ReadRecord) => string | null
  /** Where a child’s page opens. */
  readonly childHref: (id: string) => string
}

/** That the record is withdrawn: by whom and why, or that its source says it no longer. */
export function Withdrawn({ whole: { read, steps, accounts }, names }: Pick<PartsProps, 'whole' | 'names'>): JSX.Element | null {
  const { record } = read
  if (record.withdrawnAt === null) return null
  const on = longDate(londonDay(record.withdrawnAt))
  const step = steps.find(({ changes }) => changes.some(({ field }) => field === 'withdrawnAt'))
  if (record.decided !== 'withdrawn' || step === undefined)
    return (
      <InsetText>
        <b>Withdrawn</b> on {on}: {names(record.source)} no longer says this. It is kept, and counts for nothing.
      </InsetText>
    )
  const { changedBy, reason } = step.version.record
  return (
    <InsetText>
      <b>Withdrawn</b> on {on} by {accounts.get(changedBy) ?? changedBy}
      {reason === null ? '.' : <>: “{reason}”.</>} It is kept, and counts for nothing.
    </InsetText>
  )
}

/** Every field in words, with who else gave it and what others say instead. */
export const FieldRows = (props: PartsProps): JSX.Element => <SummaryList rows={rowsOf(props)} />

function rowsOf({
  whole: { read, referred, disagreements },
  names,
  href,
  childHref,
}: PartsProps): { key: string; value: ComponentChildren }[] {
  const { kind, record } = read
  const values = record as unknown as Readonly<Record<string, unknown>>
  return Object.entries(kind.fields).map(([name, field]) => {
    const found = referred.get(name)
    const unresolved = record.unresolved?.[name]
    const value = found ? (
      <Reference to={found} href={href} childHref={childHref} />
    ) : (
      <Words words={field.type === 'reference' ? null : fieldInWords(kind, name, values[name])} />
    )
    const giver = record.others?.[name]
    const others = disagreements.filter((each) => each.field === name)
    return {
      key: field.label,
      value: (
        <>
          {unresolved === undefined || found ? value : <span>“{unresolved}”, which is not in anything that was brought in</span>}
          {giver !== undefined && <div class="gt-quiet">From {names(giver)}.</div>}
          {others.map(({ said, by }) => (
            <div class="gt-quiet">
              {withCapital(names(by))} says <b>{statedInWords(kind, name, said)}</b>.
            </div>
          ))}
        </>
      ),
    }
  })
}

/** What a field holds: one line, or one line each. Text keeps its own lines. */
function Words({ words }: { readonly words: FieldWords | null }): JSX.Element {
  if (words === null || words.length === 0) return <span class="gt-quiet">Not recorded</span>
  if (typeof words === 'string') return words.includes('\n') ? <span class="gt-lines">{words}</span> : <>{words}</>
  if (words.length === 1) return <>{words[0]}</>
  return (
    <ul class="govuk-list gt-answers">
      {words.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** A person’s name leads to their page; another record opens. */
function Reference({ to, href, childHref }: Pick<PartsProps, 'href' | 'childHref'> & { readonly to: Referred }): JSX.Element {
  if (to.is === 'gone') return <span class="gt-quiet">A record that is not there for you</span>
  const address = to.is === 'person' ? childHref(to.id) : href(to.record)
  const words = to.is === 'person' ? to.words : recordTitle(to.record)
  return address === null ? (
    <>{words}</>
  ) : (
    <a class="govuk-link" href={address}>
      {words}
    </a>
  )
}

export function CameFrom({ whole: { read, file, steps, accounts }, names }: Pick<PartsProps, 'whole' | 'names'>): JSX.Element {
  const { record, kind } = read
  const by = (account: string) => accounts.get(account) ?? account
  const [last] = steps
  const byHand = last !== undefined && last.file === null
  return (
    <Facts
      facts={[
        { name: 'Source', value: withCapital(names(record.source)) },
        { name: 'Its number there', value: record.sourceId },
        ...(file
          ? [
              {
                name: byHand ? 'Came with' : 'Last changed by',
                value: `${file.path}${record.line === null ? '' : `, line ${record.line}`}`,
              },
              { name: 'Format', value: file.saidFor === null ? file.format : `${file.format}, ${file.saidFor}` },
              { name: 'Brought in', value: `${dateAndTime(file.broughtAt)} by ${by(file.broughtBy)}` },
            ]
          : []),
        ...(byHand || !file
          ? [
              {
                name: steps.length > 1 ? 'Last changed' : 'Written',
                value: `${dateAndTime((last?.version.record ?? record).knownFrom)} by ${by((last?.version.record ?? record).changedBy)}`,
              },
            ]
          : []),
        { name: 'What the record is', value: kind.basis },
      ]}
    />
  )
}

/** How many of one kind are listed before the rest is only counted. */
const mostListed = 25

export interface RelatedProps extends Pick<WholeRecord, 'related' | 'many'> {
  readonly href: PartsProps['href']
  /** Whose record it is, where the page does not say. */
  readonly nameOf?: (record: ReadRecord) => string | null
}

/** The records that refer to this one, by kind. */
export function Related({ related, many, href, nameOf = () => null }: RelatedProps): JSX.Element {
  const kinds = [...new Set(related.map(({ kind }) => kind))]
  return (
    <>
      {kinds.map((kind) => {
        const these = related.filter((record) => record.kind === kind)
        return (
          <>
            {kinds.length > 1 && <h3 class="govuk-heading-s gt-month">{kind.plural}</h3>}
            <ul class="govuk-list">
              {these.slice(0, mostListed).map((record) => {
                const address = href(record)
                const words = [nameOf(record), recordTitle(record)].filter((part) => part !== null).join(': ')
                return (
                  <li class="gt-wrap">
                    {address === null ? (
                      words
                    ) : (
                      <a class="govuk-link" href={address}>
                        {words}
                      </a>
                    )}
                  </li>
                )
              })}
              {these.length > mostListed && (
                <li class="gt-quiet">{many.has(kind) ? 'and many more' : `and ${these.length - mostListed} more`}</li>
              )}
            </ul>
          </>
        )
      })}
    </>
  )
}

/** Links to the forms of records that would refer to this one. */
export const AddLinks = ({
  kinds,
  href,
}: {
  readonly kinds: readonly RecordKind[]
  readonly href: (kind: RecordKind) => string
}): JSX.Element => (
  <ul class="govuk-list gt-add">
    {byGroup(kinds)
      .flatMap((group) => group.kinds)
      .map((kind) => (
        <li>
          <a class="govuk-link" href={href(kind)}>
            Add: {kind.name}
          </a>
        </li>
      ))}
  </ul>
)

/** How many versions are listed before the earlier ones have to be opened. */
const mostSteps = 20

/** Every version, newest first: when, who and why, and what changed. */
export function History({ whole, names }: Pick<PartsProps, 'whole' | 'names'>): JSX.Element {
  const { steps } = whole
  const earlier = steps.slice(mostSteps)
  return (
    <>
      <Steps steps={steps.slice(0, mostSteps)} whole={whole} names={names} caption="What changed, newest first" />
      {earlier.length > 0 && (
        <Details summary={countOf(earlier.length, 'earlier change', 'earlier changes')}>
          <Steps steps={earlier} whole={whole} names={names} caption="Earlier changes, newest first" />
        </Details>
      )}
    </>
  )
}

interface StepsProps extends Pick<PartsProps, 'whole' | 'names'> {
  readonly steps: readonly Step[]
  readonly caption: string
}

const Steps = ({ steps, whole: { read, accounts }, names, caption }: StepsProps): JSX.Element => (
  <Table
    caption={caption}
    hideCaption
    cards
    rows={steps}
    columns={[
      {
        heading: 'When',
        names: true,
        cell: ({ version }) => <span class="gt-nowrap">{dateAndTime(version.record.knownFrom)}</span>,
      },
      {
        heading: <span class="gt-nowrap">Who, and why</span>,
        cell: ({ version: { record }, file }) => (
          <>
            {accounts.get(record.changedBy) ?? record.changedBy}
            {record.reason !== null && <small>{record.reason}</small>}
            {file && (
              <small>
                From {file.path}
                {record.line === null ? '' : `, line ${record.line}`}
              </small>
            )}
          </>
        ),
      },
      { heading: 'What changed', cell: (step) => <Changed step={step} name={read.kind.name} names={names} /> },
    ]}
  />
)

function Changed({
  step: { version, changes, first },
  name,
  names,
}: {
  readonly step: Step
  readonly name: string
  readonly names: SourceNames
}): JSX.Element {
  const { source } = version.record
  if (first) return <>{source === peopleHere ? `${name} written here` : `${name} first said, by ${names(source)}`}</>
  return (
    <>
      {changes.map(({ label, before, after }) => (
        <div>
          {label}: <del>{before ?? 'not recorded'}</del> <span aria-hidden="true">→</span> <span class="govuk-visually-hidden">became</span>{' '}
          <b>{after ?? 'not recorded'}</b>
        </div>
      ))}
    </>
  )
}

const withCapital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
