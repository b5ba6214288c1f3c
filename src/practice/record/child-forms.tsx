/** Where the records of a child are added, changed, withdrawn and restored. */
import type { JSX } from 'preact'
import type { RecordKind } from '../../engine/records/kind.ts'
import { NotThere, page, type Page } from '../../engine/web/page.ts'
import { ChildPage, headOf, type Head } from '../person/child-shell.tsx'
import { findWho, fullName } from '../person/child.ts'
import { dayOf, type TodayOf } from '../person/known-day.ts'
import { sourceNames } from '../person/provenance.ts'
import { findRecordOf } from '../person/whole-record.ts'
import { addPages } from './add-pages.tsx'
import { changePages } from './change-pages.tsx'
import { refusePast, type AfterWrite, type Family, type Place, type Request } from './family.ts'
import { kindsOfChild } from './kinds.ts'
import { KindsList } from './kinds-list.tsx'
import { newChildPages } from './new-child.tsx'
import { withdrawPages } from './withdraw-pages.tsx'

const mayWrite = 'write a record'

/**
 * The forms of a child’s records.
 * @param kinds every kind of record there is
 * @param todayOf the plain date in London that counts as today
 * @param sources who tells us things, with the names people know them by
 * @param afterWrite called in the transaction of each write
 */
export function childForms(
  kinds: readonly RecordKind[],
  todayOf: TodayOf,
  sources: readonly { readonly id: string; readonly name: string }[],
  afterWrite: AfterWrite,
): readonly Page[] {
  const ofChild = kindsOfChild(kinds)
  const family: Family = {
    may: mayWrite,
    whose: ' of a child',
    paths: { add: '/children/:child/add/:kind', record: '/children/:child/records/:kind/:record' },
    kinds,
    names: sourceNames(sources),
    afterWrite,
    open: async (tx, request) => {
      const head = await headOf(tx, request, request.params.child ?? '', dayOf(request, todayOf))
      return placeIn(head, request, todayOf(request))
    },
    kindToAdd: (table) => {
      const kind = ofChild.find((each) => each.table === table)
      if (!kind) throw new NotThere()
      return kind
    },
    find: async (tx, request, table, id) => {
      const who = await findWho(tx, request.params.child ?? '')
      if (who === null) throw new NotThere()
      return findRecordOf(tx, kinds, who, table, id)
    },
  }
  return [
    page('/children/:child/add', {
      may: mayWrite,
      looks: 'Chose what to add to a child’s record',
      find: (request) => {
        refusePast(request)
        return request.read((tx) => headOf(tx, request, request.params.child, dayOf(request, todayOf)))
      },
      show: (head, request) => (
        <ChildPage
          head={head}
          request={request}
          title="Add a record"
          writes
          back={{ href: `/children/${head.who.person.id}`, label: `Back to ${fullName(head.who.person)}` }}
        >
          <h2 class="govuk-heading-l">Add a record</h2>
          <KindsList below="h2" kinds={ofChild} href={(kind) => `/children/${head.who.person.id}/add/${kind.table}`} />
        </ChildPage>
      ),
    }),
    ...newChildPages(mayWrite, todayOf, afterWrite),
    ...addPages(family),
    ...changePages(family),
    ...withdrawPages(family),
  ]
}

function placeIn(head: Head, request: Request, today: string): Place {
  const { person, joined } = head.who
  const own = `/children/${person.id}`
  return {
    today,
    person: person.id,
    ids: [person, ...joined].map(({ id }) => id),
    addHref: (kind) => `${own}/add/${kind.table}`,
    recordHref: (kind, id) => `${own}/records/${kind.table}/${id}`,
    backTo: (kind, id) => `${own}/records/${kind.table}/${id}`,
    from: () => ({ href: `${own}/add`, label: 'Back to what can be added' }),
    afterAdding: () => own,
    frame: ({ doing, what, errors, back, children }): JSX.Element => (
      <ChildPage head={head} request={request} title={`${doing}: ${what}`} writes back={back} {...(errors ? { errors } : {})}>
        <h2 class="govuk-heading-l">
          <span class="govuk-caption-l">{doing}</span> {what}
        </h2>
        {children}
      </ChildPage>
    ),
  }
}
