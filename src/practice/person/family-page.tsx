/** A child's people and places: brothers and sisters, the mother, addresses, other numbers, and everyone who has worked with the child. */
import type { ComponentChildren, JSX } from 'preact'
import type { ReadRecord } from '../../engine/records/read.ts'
import { recordsAbout } from '../../engine/records/read.ts'
import { Table } from '../../engine/web/components/table.tsx'
import { page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { longDate } from '../../engine/web/words.ts'
import { involvement } from '../allocation/records.ts'
import { familyOf, idsOf, type Relative } from './child.ts'
import { ChildPage, headOf } from './child-shell.tsx'
import { inOneLine, fieldInWords } from './field-words.ts'
import { dayOf, type TodayOf } from './known-day.ts'
import { ageInWords } from './now-facts.tsx'
import { address, linkedIdentifier } from './records.ts'
import { addressInWords } from './standing.ts'
import { workerAndTeamNames } from './worker-names.ts'

export const familyPage = (todayOf: TodayOf): Page =>
  page('/children/:child/family', {
    may: 'read a child',
    looks: 'Opened a child’s family and workers',
    find: (request) =>
      request.read(async (tx) => {
        const head = await headOf(tx, request, request.params.child, dayOf(request, todayOf))
        const records = await recordsAbout(tx, [address, linkedIdentifier, involvement], idsOf(head.who))
        const held = (table: string) => latestFirst(records.filter(({ kind }) => kind.table === table))
        const workers = held(involvement.table)
        const names = await workerAndTeamNames(
          tx,
          workers.flatMap((each) => [said(each, 'worker'), said(each, 'team')]),
        )
        return {
          head,
          family: await familyOf(tx, idsOf(head.who)),
          addresses: held(address.table),
          numbers: held(linkedIdentifier.table),
          workers,
          names,
        }
      }),
    show: ({ head, family, addresses, numbers, workers, names }, request) => (
      <ChildPage head={head} request={request} title="Family and workers" current="family">
        <Part title="Family" nothing="No brother, sister, mother or child of theirs is recorded." of={family}>
          <FamilyTable family={family} day={head.day} request={request} />
        </Part>
        <Part title="Workers" nothing="No worker is recorded." of={workers}>
          <WorkerTable
            workers={workers}
            names={names}
            href={(record) => request.link(`/children/${head.who.person.id}/records/${record}`)}
          />
        </Part>
        <Part title="Addresses" nothing="No address is recorded." of={addresses}>
          <AddressTable addresses={addresses} href={(record) => request.link(`/children/${head.who.person.id}/records/${record}`)} />
        </Part>
        <Part title="Other numbers" nothing="No number of another system is recorded." of={numbers}>
          <NumberTable numbers={numbers} href={(record) => request.link(`/children/${head.who.person.id}/records/${record}`)} />
        </Part>
      </ChildPage>
    ),
  })

interface PartProps {
  readonly title: string
  readonly nothing: string
  readonly of: readonly unknown[]
  readonly children: ComponentChildren
}

const Part = ({ title, nothing, of, children }: PartProps): JSX.Element => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    {of.length === 0 ? <p class="govuk-body">{nothing}</p> : children}
  </section>
)

function FamilyTable({
  family,
  day,
  request,
}: {
  readonly family: readonly Relative[]
  readonly day: string
  readonly request: PageRequest
}): JSX.Element {
  const order = ['Mother', 'Brother or sister', 'Child']
  return (
    <Table
      caption="Family"
      hideCaption
      cards
      rows={[...family].sort((a, b) => order.indexOf(a.how) - order.indexOf(b.how))}
      columns={[
        {
          heading: 'Name',
          names: true,
          cell: ({ id, name }) => (
            <a class="govuk-link" href={request.link(`/children/${id}`)}>
              {name}
            </a>
          ),
        },
        { heading: 'Who', cell: ({ how }) => how },
        { heading: 'Born', called: 'Born', cell: ({ bornOn }) => recorded(bornOn && longDate(bornOn)) },
        { heading: 'Age', called: 'Age', cell: (relative) => ageInWords(relative, day) },
        { heading: 'ID', called: 'ID', cell: ({ childId }) => recorded(childId) },
      ]}
    />
  )
}

interface RecordsProps {
  readonly href: (record: string) => string
}

const WorkerTable = ({
  workers,
  names,
  href,
}: RecordsProps & { readonly workers: readonly ReadRecord[]; readonly names: ReadonlyMap<string, string> }): JSX.Element => (
  <Table
    caption="Workers"
    hideCaption
    cards
    rows={workers}
    columns={[
      {
        heading: 'Name',
        names: true,
        cell: (each) => <Opens of={each} href={href} words={names.get(said(each, 'worker') ?? '') ?? 'Name not recorded'} />,
      },
      { heading: 'Role', called: 'Role', cell: (each) => recorded(words(each, 'role')) },
      { heading: 'Team', called: 'Team', cell: (each) => recorded(names.get(said(each, 'team') ?? '') ?? null) },
      { heading: 'From', called: 'From', cell: (each) => recorded(words(each, 'startedOn')) },
      { heading: 'To', called: 'To', cell: (each) => until(each, 'endedOn') },
      { heading: 'Why it changed', called: 'Why it changed', cell: (each) => recorded(words(each, 'changeReason')) },
    ]}
  />
)

const AddressTable = ({ addresses, href }: RecordsProps & { readonly addresses: readonly ReadRecord[] }): JSX.Element => (
  <Table
    caption="Addresses"
    hideCaption
    cards
    rows={addresses}
    columns={[
      {
        heading: 'Address',
        names: true,
        cell: (each) => <Opens of={each} href={href} words={addressInWords(valuesOf(each)) ?? 'Not recorded'} />,
      },
      { heading: 'Kind', called: 'Kind', cell: (each) => recorded(words(each, 'type')) },
      { heading: 'From', called: 'From', cell: (each) => recorded(words(each, 'startedOn')) },
      { heading: 'To', called: 'To', cell: (each) => until(each, 'endedOn') },
    ]}
  />
)

const NumberTable = ({ numbers, href }: RecordsProps & { readonly numbers: readonly ReadRecord[] }): JSX.Element => (
  <Table
    caption="Other numbers"
    hideCaption
    cards
    rows={numbers}
    columns={[
      { heading: 'Number', names: true, cell: (each) => <Opens of={each} href={href} words={words(each, 'value') ?? 'Not recorded'} /> },
      { heading: 'Kind', called: 'Kind', cell: (each) => recorded(words(each, 'type')) },
      { heading: 'From', called: 'From', cell: (each) => recorded(words(each, 'validFromOn')) },
      { heading: 'To', called: 'To', cell: (each) => until(each, 'validUntilOn') },
    ]}
  />
)

const Opens = ({
  of: { kind, record },
  href,
  words: told,
}: RecordsProps & { readonly of: ReadRecord; readonly words: string }): JSX.Element => (
  <>
    <a class="govuk-link" href={href(`${kind.table}/${record.id}`)}>
      {told}
    </a>
    {record.withdrawnAt !== null && (
      <small>{record.decided === 'withdrawn' ? 'Withdrawn here' : 'Withdrawn: no longer in the source’s extract'}</small>
    )}
  </>
)

const valuesOf = ({ record }: ReadRecord): Readonly<Record<string, unknown>> => record

const said = (of: ReadRecord, field: string): string | null => {
  const value = valuesOf(of)[field]
  return typeof value === 'string' ? value : null
}

const words = (of: ReadRecord, field: string): string | null => inOneLine(fieldInWords(of.kind, field, valuesOf(of)[field]))

/** Without an end it runs on, unless the source withdrew it. */
const until = (of: ReadRecord, field: string): ComponentChildren =>
  words(of, field) ?? (of.record.withdrawnAt === null ? 'Now' : recorded(null))

const recorded = (what: string | null): ComponentChildren => what ?? <span class="gt-quiet">Not recorded</span>

const latestFirst = (records: readonly ReadRecord[]): readonly ReadRecord[] => {
  const from = (each: ReadRecord) => said(each, 'startedOn') ?? said(each, 'validFromOn') ?? ''
  return [...records].sort((a, b) => (from(a) < from(b) ? 1 : from(a) > from(b) ? -1 : a.record.id < b.record.id ? -1 : 1))
}
