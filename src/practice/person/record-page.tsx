/** One record of a child: every field in words, where it came from, what other sources say, what refers to it, what it was before, and what can be done with it. */
import type { JSX } from 'preact'
import type { RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { RecordActions } from '../record/form-views.tsx'
import { isOfChild, kindsOfChild, otherKinds, referencesTo } from '../record/kinds.ts'
import { AddLinks, CameFrom, FieldRows, History, Related, Withdrawn, type PartsProps } from '../record/record-parts.tsx'
import { heard, SaidBanner, type Said } from '../record/said.tsx'
import type { WholeRecord } from '../record/whole-record.ts'
import { fullName } from './child.ts'
import { ChildPage, headOf, type Head } from './child-shell.tsx'
import { recordInALine } from './field-words.ts'
import { dayOf, type TodayOf } from './known-day.ts'
import type { SourceNames } from './provenance.ts'
import { person } from './records.ts'
import { findWholeRecord } from './whole-record.ts'

export const recordPage = (kinds: readonly RecordKind[], todayOf: TodayOf, names: SourceNames): Page =>
  page('/children/:child/records/:kind/:record', {
    may: 'read a child',
    looks: 'Opened a record of a child',
    find: (request) =>
      request.read(async (tx) => {
        const head = await headOf(tx, request, request.params.child, dayOf(request, todayOf))
        const whole = await findWholeRecord(tx, kinds, head.who, request.params.kind, request.params.record)
        return { head, whole, said: heard(request.session) }
      }),
    show: (found, request) => <RecordShown {...found} request={request} names={names} kinds={kinds} />,
  })

interface ShownProps {
  readonly head: Head
  readonly whole: WholeRecord
  readonly said: Said | null
  readonly request: PageRequest
  readonly names: SourceNames
  readonly kinds: readonly RecordKind[]
}

function RecordShown({ head, whole, said, request, names, kinds }: ShownProps): JSX.Element {
  const { kind, record } = whole.read
  const own = `/children/${head.who.person.id}`
  const address = `${own}/records/${kind.table}/${record.id}`
  const parts: PartsProps = {
    whole,
    names,
    childHref: (id) => request.link(`/children/${id}`),
    href: (other: ReadRecord) =>
      request.link(`${isOfChild(other.kind) ? `${own}/records` : '/records'}/${other.kind.table}/${other.record.id}`),
  }
  const writing = request.knownAt === null && request.may('write a record')
  const addable =
    record.withdrawnAt === null
      ? addableTo(kind, kinds, { ofChild: writing, others: request.knownAt === null && request.may('keep records') })
      : []
  return (
    <ChildPage
      head={head}
      request={request}
      title={kind.name}
      back={{ href: request.link(own), label: `Back to ${fullName(head.who.person)}` }}
    >
      <div class="gt-reading">
        {said && said.id === record.id && <SaidBanner did={said.did} kind={kind} />}
        <h2 class="govuk-heading-l">{kind.name}</h2>
        {recordInALine(whole.read) !== kind.name && <p class="gt-lede">{recordInALine(whole.read)}</p>}
        <Withdrawn {...parts} />
        <FieldRows {...parts} />
        {writing && <RecordActions standing={record.withdrawnAt === null} href={address} />}
        <h2 class="govuk-heading-m">Where this came from</h2>
        <CameFrom {...parts} />
        {(whole.related.length > 0 || addable.length > 0) && <h2 class="govuk-heading-m">Records that refer to this one</h2>}
        <Related related={whole.related} many={whole.many} href={parts.href} />
        {addable.length > 0 && (
          <AddLinks
            kinds={addable}
            href={(other) => {
              const [name = ''] = referencesTo(other, kind)
              return `${isOfChild(other) ? `${own}/add/${other.table}` : `/records/${other.table}/add`}?${name}=${record.id}`
            }}
          />
        )}
        <h2 class="govuk-heading-m" id="history">
          History
        </h2>
        <History {...parts} />
      </div>
    </ChildPage>
  )
}

/** The kinds that name records of this kind, of which this person may add one. Of a child’s own record, only those that stand in no child’s. */
const addableTo = (
  kind: RecordKind,
  kinds: readonly RecordKind[],
  may: { readonly ofChild: boolean; readonly others: boolean },
): readonly RecordKind[] =>
  [...(may.ofChild && kind !== person ? kindsOfChild(kinds) : []), ...(may.others ? otherKinds(kinds) : [])].filter(
    (other) => referencesTo(other, kind).length > 0,
  )
