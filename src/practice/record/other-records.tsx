/** Records that are about no child: which kinds there are, the list of one kind, a record’s page, and where they are written. */
import type { JSX } from 'preact'
import type { Transaction } from '../../engine/database/database.ts'
import { isRecordId, type RecordKind } from '../../engine/records/kind.ts'
import { findRecord, type ReadRecord } from '../../engine/records/read.ts'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { action, NotThere, page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { fullName } from '../person/child.ts'
import { dayOf, type TodayOf } from '../person/known-day.ts'
import { rememberedSearch, rememberSearch } from '../person/past-searches.ts'
import { sourceNames, type SourceNames } from '../person/provenance.ts'
import { person } from '../person/records.ts'
import { addPages } from './add-pages.tsx'
import { changePages } from './change-pages.tsx'
import { refusePast, type AfterWrite, type Family, type Place, type Request } from './family.ts'
import { countsOf, findRecords } from './find-records.ts'
import { RecordActions } from './form-views.tsx'
import { isOfChild, otherKinds, referencesTo } from './kinds.ts'
import { AddLinks, CameFrom, FieldRows, History, Related, Withdrawn, type PartsProps } from './record-parts.tsx'
import { titleBesideKind } from './record-title.ts'
import { askedFrom, KindsPage, KindsToAddPage, listedReferences, ListPage } from './records-list.tsx'
import { titlesOf } from './reference-titles.ts'
import { heard, SaidBanner, type Said } from './said.tsx'
import { wholeRecord, type WholeRecord } from './whole-record.ts'
import { withdrawPages } from './withdraw-pages.tsx'

const mayRead = 'read a child'
const mayKeep = 'keep records'

/**
 * The pages of records about no child.
 * @param kinds every kind of record there is
 * @param todayOf the plain date in London that counts as today
 * @param sources who tells us things, with the names people know them by
 * @param afterWrite called in the transaction of each write
 */
export function otherRecordPages(
  kinds: readonly RecordKind[],
  todayOf: TodayOf,
  sources: readonly { readonly id: string; readonly name: string }[],
  afterWrite: AfterWrite,
): readonly Page[] {
  const others = otherKinds(kinds)
  const names = sourceNames(sources)
  const kindOf = (table: string): RecordKind => {
    const kind = others.find((each) => each.table === table)
    if (!kind) throw new NotThere()
    return kind
  }
  const find = async (tx: Transaction, request: Pick<PageRequest, 'lookAt'>, table: string, id: string): Promise<ReadRecord> => {
    const kind = kindOf(table)
    request.lookAt(isRecordId(id) ? id.toLowerCase() : null, kind.name)
    const read = isRecordId(id) ? await findRecord(tx, kind, id) : null
    if (read === null) throw new NotThere()
    return read
  }
  const family: Family = {
    may: mayKeep,
    whose: ' of a worker, a team or another matter',
    paths: { add: '/records/:kind/add', record: '/records/:kind/:record' },
    kinds,
    names,
    afterWrite,
    kindToAdd: kindOf,
    find,
    open: (_, request) => Promise.resolve(placeFor(request, dayOf(request, todayOf))),
  }

  return [
    page('/records', {
      may: mayRead,
      looks: 'Listed the kinds of other record',
      find: (request) => request.read((tx) => countsOf(tx, others)),
      show: (counts, { link }) => <KindsPage kinds={others} counts={counts} link={link} />,
    }),

    page('/records/add', {
      may: mayKeep,
      looks: null,
      noLookBecause: 'It lists kinds of record, and no record.',
      find: (request) => {
        refusePast(request)
        return heard(request.session)
      },
      show: (said) => <KindsToAddPage kinds={others} said={said} />,
    }),

    page('/records/:kind', {
      may: mayRead,
      looks: 'Listed other records',
      find: async (request) => {
        const kind = kindOf(request.params.kind)
        const search = request.query.get('search')
        const sought = rememberedSearch(request.session, search) ?? ''
        request.lookAt(null, sought === '' ? kind.plural : `${kind.plural}: ${sought}`)
        const asked = askedFrom(request.query, kind, sought)
        return request.read(async (tx) => {
          const found = await findRecords(tx, kind, asked)
          return {
            kind,
            asked,
            search: sought === '' ? null : search,
            found,
            titles: await titlesOf(tx, listedReferences(kind, found.records)),
          }
        })
      },
      show: (found, request) => (
        <ListPage
          {...found}
          link={request.link}
          knownAt={request.query.get('known-at')}
          mayAdd={request.knownAt === null && request.may(mayKeep)}
        />
      ),
    }),

    action('/records/:kind', {
      may: mayRead,
      looks: null,
      noLookBecause: 'It keeps what was typed and shows nothing. The page it leads to searches, and is logged.',
      does: (request) => {
        const { table } = kindOf(request.params.kind)
        const text = (request.form.get('sought') ?? '')
          .replaceAll(/[\p{Cc}\s]+/gu, ' ')
          .trim()
          .slice(0, 200)
        const search = text === '' ? null : rememberSearch(request.session, text)
        return { redirect: request.link(`/records/${table}`, { search, 'known-at': request.form.get('known-at') }) }
      },
    }),

    page('/records/:kind/:record', {
      may: mayRead,
      looks: 'Opened a record of a worker, a team or another matter',
      find: (request) =>
        request.read(async (tx) => {
          const read = await find(tx, request, request.params.kind, request.params.record)
          const whole = await wholeRecord(tx, kinds, read, { reaches: () => Promise.resolve(true) })
          return { whole, people: await namesOf(tx, whole.related), said: heard(request.session) }
        }),
      show: (found, request) => <RecordShown {...found} request={request} names={names} others={others} />,
    }),

    ...addPages(family),
    ...changePages(family),
    ...withdrawPages(family),
  ]
}

/** Those who keep records and may not read them are led back to what they may do. */
function placeFor(request: Request, today: string): Place {
  const mayOpen = request.may(mayRead)
  const recordHref = (kind: RecordKind, id: string) => `/records/${kind.table}/${id}`
  const backTo = (kind: RecordKind, id: string) => (mayOpen ? recordHref(kind, id) : '/records/add')
  return {
    today,
    person: null,
    ids: [],
    addHref: (kind) => `/records/${kind.table}/add`,
    recordHref,
    backTo,
    from: (kind) =>
      mayOpen ? { href: `/records/${kind.table}`, label: kind.plural } : { href: '/records/add', label: 'Back to what can be added' },
    afterAdding: backTo,
    frame: ({ doing, what, errors, back, children }): JSX.Element => (
      <Shown title={`${doing}: ${what}`} back={back} {...(errors ? { errors } : {})}>
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">{doing}</span> {what}
        </h1>
        {children}
      </Shown>
    ),
  }
}

interface ShownProps {
  readonly whole: WholeRecord
  /** Names of the children whose records refer to this one. */
  readonly people: ReadonlyMap<string, string>
  readonly said: Said | null
  readonly request: PageRequest
  readonly names: SourceNames
  readonly others: readonly RecordKind[]
}

function RecordShown({ whole, people, said, request, names, others }: ShownProps): JSX.Element {
  const { kind, record } = whole.read
  const own = `/records/${kind.table}`
  const parts: PartsProps = {
    whole,
    names,
    childHref: (id) => request.link(`/children/${id}`),
    href: (other) => addressOf(other, request),
  }
  const writing = request.knownAt === null && request.may(mayKeep)
  const addable = writing && record.withdrawnAt === null ? others.filter((other) => referencesTo(other, kind).length > 0) : []
  const title = titleBesideKind(whole.read)
  return (
    <Shown title={title === kind.name ? kind.name : `${title} – ${kind.name}`} back={{ href: request.link(own), label: kind.plural }}>
      <div class="gt-reading">
        {said && said.id === record.id && <SaidBanner did={said.did} kind={kind} />}
        <h1 class="govuk-heading-l gt-wrap">
          {title !== kind.name && <span class="govuk-caption-l">{kind.name}</span>} {title}
        </h1>
        <Withdrawn {...parts} />
        <FieldRows {...parts} />
        {writing && <RecordActions standing={record.withdrawnAt === null} href={`${own}/${record.id}`} />}
        <h2 class="govuk-heading-m">Where this came from</h2>
        <CameFrom {...parts} />
        {(whole.related.length > 0 || addable.length > 0) && <h2 class="govuk-heading-m">Records that refer to this one</h2>}
        <Related
          related={whole.related}
          many={whole.many}
          href={parts.href}
          nameOf={({ record: { person: about } }) => people.get(about ?? '') ?? null}
        />
        {addable.length > 0 && (
          <AddLinks kinds={addable} href={(other) => `/records/${other.table}/add?${referencesTo(other, kind)[0]}=${record.id}`} />
        )}
        <h2 class="govuk-heading-m" id="history">
          History
        </h2>
        <History {...parts} />
      </div>
    </Shown>
  )
}

async function namesOf(tx: Transaction, records: readonly ReadRecord[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(records.flatMap(({ record }) => record.person ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await tx.query<{ id: string; forename: string | null; surname: string | null; sourceId: string | null }>(
    'select id, forename, surname, source_id as "sourceId" from person where id = any ($1::uuid[])',
    [`{${ids.join(',')}}`],
  )
  return new Map(rows.map((row) => [row.id, fullName(row)]))
}

/** A child’s record opens on the child’s page; what is part of one is reached from there. */
function addressOf({ kind, record }: ReadRecord, { link }: Pick<PageRequest, 'link'>): string | null {
  if (!isOfChild(kind)) return link(`/records/${kind.table}/${record.id}`)
  if (kind === person) return link(`/children/${record.id}`)
  return record.person === null ? null : link(`/children/${record.person}/records/${kind.table}/${record.id}`)
}
