/** One record: every field in words, where it came from, what other sources say, what refers to it, and what it was before. */
import type { ComponentChildren, JSX } from 'preact'
import type { RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { Facts, SummaryList } from '../../engine/web/components/content.tsx'
import { InsetText } from '../../engine/web/components/messages.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { dateAndTime, longDate, londonDay } from '../../engine/web/words.ts'
import { fullName } from './child.ts'
import { ChildPage, headOf, type Head } from './child-shell.tsx'
import { fieldInWords, recordInALine, statedInWords, type FieldWords } from './field-words.ts'
import { dayOf, type TodayOf } from './known-day.ts'
import type { SourceNames } from './provenance.ts'
import { findWholeRecord, type Referred, type Step, type WholeRecord } from './whole-record.ts'

export const recordPage = (kinds: readonly RecordKind[], todayOf: TodayOf, names: SourceNames): Page =>
  page('/children/:child/records/:kind/:record', {
    may: 'read a child',
    looks: 'Opened a record of a child',
    find: (request) =>
      request.read(async (tx) => {
        const head = await headOf(tx, request, request.params.child, dayOf(request, todayOf))
        return { head, whole: await findWholeRecord(tx, kinds, head.who, request.params.kind, request.params.record) }
      }),
    show: (found, request) => <RecordShown {...found} request={request} names={names} />,
  })

interface ShownProps {
  readonly head: Head
  readonly whole: WholeRecord
  readonly request: PageRequest
  readonly names: SourceNames
}

function RecordShown({ head, whole, request, names }: ShownProps): JSX.Element {
  const { read, related } = whole
  const own = `/children/${head.who.person.id}`
  const recordHref = (record: ReadRecord) => request.link(`${own}/records/${record.kind.table}/${record.record.id}`)
  return (
    <ChildPage
      head={head}
      request={request}
      title={read.kind.name}
      back={{ href: request.link(own), label: `Back to ${fullName(head.who.person)}` }}
    >
      <div class="gt-reading">
        <h2 class="govuk-heading-l">{read.kind.name}</h2>
        {recordInALine(read) !== read.kind.name && <p class="gt-lede">{recordInALine(read)}</p>}
        {read.record.withdrawnAt !== null && (
          <InsetText>
            <b>Withdrawn</b> on {longDate(londonDay(read.record.withdrawnAt))}: {names(read.record.source)} no longer says this. It is kept,
            and counts for nothing.
          </InsetText>
        )}
        <SummaryList rows={rowsOf(whole, request, recordHref, names)} />
        <h2 class="govuk-heading-m">Where this came from</h2>
        <CameFrom whole={whole} names={names} />
        {related.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Records that refer to this one</h2>
            <ul class="govuk-list">
              {related.map((record) => (
                <li>
                  <a class="govuk-link" href={recordHref(record)}>
                    {recordInALine(record)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <h2 class="govuk-heading-m" id="history">
          History
        </h2>
        <History whole={whole} names={names} />
      </div>
    </ChildPage>
  )
}

function rowsOf(
  { read, referred, disagreements }: WholeRecord,
  request: PageRequest,
  recordHref: (record: ReadRecord) => string,
  names: SourceNames,
): { key: string; value: ComponentChildren }[] {
  const { kind, record } = read
  const values = record as unknown as Readonly<Record<string, unknown>>
  return Object.entries(kind.fields).map(([name, field]) => {
    const found = referred.get(name)
    const unresolved = record.unresolved?.[name]
    const value = found ? (
      <Reference to={found} request={request} recordHref={recordHref} />
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
              {capital(names(by))} says <b>{statedInWords(kind, name, said)}</b>.
            </div>
          ))}
        </>
      ),
    }
  })
}

function Words({ words }: { readonly words: FieldWords | null }): JSX.Element {
  if (words === null || words.length === 0) return <span class="gt-quiet">Not recorded</span>
  if (typeof words === 'string') return <>{words}</>
  if (words.length === 1) return <>{words[0]}</>
  return (
    <ul class="govuk-list gt-answers">
      {words.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** A worker or team is named; a person's name leads to their page; another record of the child opens. */
function Reference({
  to,
  request,
  recordHref,
}: {
  readonly to: Referred
  readonly request: PageRequest
  readonly recordHref: (record: ReadRecord) => string
}): JSX.Element {
  if (to.is === 'named') return <>{to.words}</>
  if (to.is === 'gone') return <span class="gt-quiet">A record that is not there for you</span>
  return (
    <a class="govuk-link" href={to.is === 'person' ? request.link(`/children/${to.id}`) : recordHref(to.record)}>
      {to.is === 'person' ? to.words : recordInALine(to.record)}
    </a>
  )
}

function CameFrom({ whole: { read, file, accounts }, names }: { readonly whole: WholeRecord; readonly names: SourceNames }): JSX.Element {
  const { record, kind } = read
  const by = (account: string) => accounts.get(account) ?? account
  return (
    <Facts
      facts={[
        { name: 'Source', value: capital(names(record.source)) },
        { name: 'Its number there', value: record.sourceId },
        ...(file
          ? [
              { name: 'Last changed by', value: `${file.path}${record.line === null ? '' : `, line ${record.line}`}` },
              { name: 'Format', value: file.saidFor === null ? file.format : `${file.format}, ${file.saidFor}` },
              { name: 'Brought in', value: `${dateAndTime(file.broughtAt)} by ${by(file.broughtBy)}` },
            ]
          : [{ name: 'Written', value: `${dateAndTime(record.knownFrom)} by ${by(record.changedBy)}` }]),
        { name: 'What the record is', value: kind.basis },
      ]}
    />
  )
}

const History = ({
  whole: { read, steps, accounts, files },
  names,
}: {
  readonly whole: WholeRecord
  readonly names: SourceNames
}): JSX.Element => (
  <Table
    caption="What changed, newest first"
    hideCaption
    cards
    rows={steps}
    columns={[
      { heading: 'When', names: true, cell: ({ version }) => dateAndTime(version.record.knownFrom) },
      {
        heading: 'Who, and why',
        cell: ({ version: { record } }) => {
          const file = files.get(record.cameFrom ?? '')
          return (
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
          )
        },
      },
      { heading: 'What changed', cell: (step) => <Changed step={step} name={read.kind.name} source={names(step.version.record.source)} /> },
    ]}
  />
)

function Changed({
  step: { changes, first },
  name,
  source,
}: {
  readonly step: Step
  readonly name: string
  readonly source: string
}): JSX.Element {
  if (first)
    return (
      <>
        {name} first said, by {source}
      </>
    )
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

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
