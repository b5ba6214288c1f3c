/** Who has looked at a child's record: every page opened, by whom and when. Looks that were refused, or found nothing, are looks too. */
import type { JSX } from 'preact'
import type { Transaction } from '../../engine/database/database.ts'
import { Pagination } from '../../engine/web/components/pagination.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { page, type Page } from '../../engine/web/page.ts'
import { countOf, dateAndTime } from '../../engine/web/words.ts'
import { idsOf } from './child.ts'
import { ChildPage, headOf } from './child-shell.tsx'
import { dayOf, type TodayOf } from './known-day.ts'
import { accountNames } from './worker-names.ts'

const onAPage = 50

export interface LookAtChild {
  /** Instants, ISO. */
  readonly at: string
  readonly knownAt: string | null
  readonly actor: string
  readonly role: string
  readonly name: string
  readonly outcome: string | null
}

export const looksPage = (todayOf: TodayOf): Page =>
  page('/children/:child/looks', {
    may: 'read the log',
    looks: 'Opened who has looked',
    find: async (request) => {
      const head = await request.read((tx) => headOf(tx, request, request.params.child, dayOf(request, todayOf)))
      const asked = request.query.get('page') ?? ''
      const at = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1
      const { looks, count } = await request.read((tx) => looksAt(tx, idsOf(head.who), request.knownAt, at), 'audits')
      const names = await request.read((tx) =>
        accountNames(
          tx,
          looks.map(({ actor }) => accountOf(actor)),
        ),
      )
      return { head, looks, count, at, names }
    },
    show: ({ head, looks, count, at, names }, request) => (
      <ChildPage head={head} request={request} title="Who has looked" current="looks">
        <h2 class="govuk-heading-m">Who has looked</h2>
        <p class="govuk-body">
          {count === 0
            ? 'Nobody has opened this record before you.'
            : `${countOf(count, 'look', 'looks')}, newest first. This one of yours comes after them.`}
        </p>
        {looks.length > 0 && <Looks looks={looks} names={names} />}
        <Pagination
          current={at}
          pages={Math.ceil(count / onAPage)}
          href={(to) => request.link(`/children/${head.who.person.id}/looks`, { page: to })}
        />
      </ChildPage>
    ),
  })

async function looksAt(
  tx: Transaction,
  ids: readonly string[],
  knownAt: string | null,
  at: number,
): Promise<{ looks: readonly LookAtChild[]; count: number }> {
  const where = 'subject = any ($1::uuid[]) and ($2::timestamptz is null or looked_at <= $2::timestamptz)'
  const subject = `{${ids.join(',')}}`
  const [counted] = await tx.query<{ count: number }>(`select count(*)::int as count from look where ${where}`, [subject, knownAt])
  const looks = await tx.query<Record<keyof LookAtChild, string>>(
    `select to_jsonb(looked_at) #>> '{}' as at, to_jsonb(known_at) #>> '{}' as "knownAt", actor, role, name, detail ->> 'outcome' as outcome
     from look where ${where} order by looked_at desc, id limit ${onAPage} offset ${(at - 1) * onAPage}`,
    [subject, knownAt],
  )
  return { looks, count: counted?.count ?? 0 }
}

/** At a terminal somebody may look with another's eyes: 'terminal:root as ruth@council.example'. */
const accountOf = (actor: string): string => / as (\S+)$/.exec(actor)?.[1] ?? actor

function whoInWords(actor: string, names: ReadonlyMap<string, string>): string {
  const account = accountOf(actor)
  const name = names.get(account) ?? account.replace(/^terminal:/, 'Terminal account ')
  return account === actor ? name : `${name}, through the terminal account ${actor.split(' as ')[0]?.replace(/^terminal:/, '') ?? ''}`
}

const Looks = ({ looks, names }: { readonly looks: readonly LookAtChild[]; readonly names: ReadonlyMap<string, string> }): JSX.Element => (
  <Table
    caption="Who has looked"
    hideCaption
    cards
    rows={looks}
    columns={[
      { heading: 'When', cell: ({ at }) => dateAndTime(at) },
      { heading: 'Who', names: true, cell: ({ actor }) => whoInWords(actor, names) },
      { heading: 'Role', cell: ({ role }) => role },
      {
        heading: 'What',
        cell: ({ name, outcome, knownAt }) =>
          `${name}${outcomeInWords(outcome)}${knownAt === null ? '' : `, as known at ${dateAndTime(knownAt)}`}`,
      },
    ]}
  />
)

const outcomeInWords = (outcome: string | null): string =>
  outcome === 'refused' ? ' (refused)' : outcome === 'not there' ? ' (not found)' : outcome === 'went wrong' ? ' (went wrong)' : ''
