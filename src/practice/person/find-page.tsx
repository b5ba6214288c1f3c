/** Finding a child: one box, and those who may be meant, so shown that two alike children are told apart. */
import type { JSX } from 'preact'
import { Button } from '../../engine/web/components/button.tsx'
import { Tag } from '../../engine/web/components/content.tsx'
import { Input } from '../../engine/web/components/fields.tsx'
import { Form } from '../../engine/web/components/form.tsx'
import { Alert } from '../../engine/web/components/messages.tsx'
import { Pagination } from '../../engine/web/components/pagination.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { action, page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { countOf, longDate, thousands } from '../../engine/web/words.ts'
import { mistakablePairs, warningsOf, type Difference } from './easily-mistaken.ts'
import { findChildren, type Hit, type Sought } from './find.ts'
import { dayOf, type TodayOf } from './known-day.ts'
import { rememberedSearch, rememberSearch } from './past-searches.ts'
import { birthInWords, headingColours, livesWhere, workerIs } from './standing-words.ts'

const onAPage = 25

/** Warnings beyond this many say less than none: the list itself then shows that names are alike. */
const mostWarnings = 3

export const findPages = (todayOf: TodayOf): Page[] => [
  page('/find', {
    may: 'find a child',
    looks: 'Searched for a child',
    find: async (request) => {
      const day = dayOf(request, todayOf)
      const number = request.query.get('search')
      const text = rememberedSearch(request.session, number)
      request.lookAt(null, text ?? 'Opened the page without a search')
      const at = pageNumber(request.query.get('page'))
      const sought = text === null ? null : await request.read((tx) => findChildren(tx, text, day, onAPage, (at - 1) * onAPage))
      return { day, number, text, at, sought }
    },
    show: ({ day, number, text, at, sought }, request) => (
      <Shown title={sought === null ? 'Find a child' : `${resultsInShort(sought)} – Find a child`}>
        <h1 class="govuk-heading-l">Find a child</h1>
        <SearchBox text={text ?? ''} knownAt={request.query.get('known-at')} />
        {text === null && number !== null && <Forgotten />}
        {text !== null && sought !== null && sought.count === 0 && (
          <NothingFound text={text} remarks={sought.remarks} mayAdd={mayAdd(request)} />
        )}
        {text !== null && sought !== null && sought.count > 0 && <Found text={text} sought={sought} day={day} at={at} request={request} />}
      </Shown>
    ),
  }),
  action('/find', {
    may: 'find a child',
    looks: null,
    noLookBecause: 'It keeps what was typed and shows nobody. The page it leads to searches, and is logged.',
    does: (request) => {
      const text = (request.form.get('sought') ?? '')
        .replaceAll(/[\p{Cc}\s]+/gu, ' ')
        .trim()
        .slice(0, 200)
      const search = text === '' ? null : rememberSearch(request.session, text)
      return { redirect: request.link('/find', { search, 'known-at': request.form.get('known-at') }) }
    },
  }),
]

const pageNumber = (text: string | null): number => (text !== null && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 1)

const resultsInShort = ({ count, widest }: Sought): string =>
  count === 0 ? 'No child matches' : `${countOf(count, 'child', 'children')}${widest ? ' or more' : ''}`

const SearchBox = ({ text, knownAt }: { readonly text: string; readonly knownAt: string | null }): JSX.Element => (
  <div role="search" aria-label="Find a child">
    <Form action="/find" class="gt-find">
      {knownAt !== null && <input type="hidden" name="known-at" value={knownAt} />}
      <Input
        name="sought"
        type="search"
        label="Name, date of birth or ID"
        labelSize="s"
        hint="Spelling need not be exact"
        value={text}
        autocomplete="off"
        spellcheck={false}
        inRow
      />
      <Button>Find</Button>
    </Form>
  </div>
)

const Forgotten = (): JSX.Element => (
  <p class="govuk-body" role="status">
    That search is no longer kept. Searches are forgotten when you sign out, and after ten others. Type it again.
  </p>
)

/** Only after a search: whoever adds a child has looked whether the child is here. */
const mayAdd = ({ may, knownAt }: Pick<PageRequest, 'may' | 'knownAt'>): boolean => knownAt === null && may('write a record')

interface NothingProps {
  readonly text: string
  readonly remarks: readonly string[]
  readonly mayAdd: boolean
}

const NothingFound = ({ text, remarks, mayAdd: add }: NothingProps): JSX.Element => (
  <div class="gt-prose">
    <p class="govuk-body" role="status">
      <b>No child matches “{text}”.</b>
    </p>
    <ul class="govuk-list govuk-list--bullet">
      {remarks.map((remark) => (
        <li>{remark}</li>
      ))}
      <li>Try one name alone, or an earlier name.</li>
      <li>Try a brother’s, a sister’s or the mother’s name.</li>
      <li>Dates have the day first: 9 May 2004, or 9/5/2004.</li>
      {add && (
        <li>
          <a class="govuk-link" href="/children/add">
            Add a child who is not here yet
          </a>
        </li>
      )}
    </ul>
  </div>
)

interface FoundProps {
  readonly text: string
  readonly sought: Sought
  readonly day: string
  readonly at: number
  readonly request: Pick<PageRequest, 'link' | 'query' | 'may' | 'knownAt'>
}

function Found({ text, sought, day, at, request }: FoundProps): JSX.Element {
  const { hits, count, remarks } = sought
  const pairs = mistakablePairs(hits)
  const warnings = warningsOf(pairs)
  const differences = (id: string) =>
    new Set(pairs.filter(({ one, other }) => one.id === id || other.id === id).map(({ difference }) => difference))
  const pages = Math.ceil(count / onAPage)
  const first = (at - 1) * onAPage + 1
  return (
    <>
      <p class="govuk-body" role="status">
        <b>{resultsInShort(sought)}</b> {count === 1 ? 'matches' : 'match'} “{text}”{count > 1 && ', nearest first'}. Closed records are
        included.
        {pages > 1 && hits.length > 0 && ` Shown here: ${thousands(first)} to ${thousands(first + hits.length - 1)}.`}
      </p>
      {remarks.map((remark) => (
        <p class="govuk-body">{remark}</p>
      ))}
      {warnings.length > 0 && (
        <Alert kind="warning" title="Some children are easily mistaken">
          {warnings.slice(0, mostWarnings).map((warning) => (
            <div>{warning}</div>
          ))}
          {warnings.length > mostWarnings && <div>Others below are as easily mistaken. The gold bar marks what tells them apart.</div>}
        </Alert>
      )}
      {hits.length === 0 && <p class="govuk-body">There are not that many children on this list. Go back to its first page.</p>}
      <ol class="gt-hits" start={first}>
        {hits.map((hit) => (
          <HitLine hit={hit} day={day} differences={differences(hit.id)} href={request.link(`/children/${hit.id}`)} />
        ))}
      </ol>
      <Pagination current={at} pages={pages} href={(to) => request.link('/find', { search: request.query.get('search'), page: to })} />
      <p class="govuk-body gt-small gt-quiet gt-after">
        Not here? Try a brother or sister, the mother, or an earlier name.
        {mayAdd(request) && (
          <>
            {' '}
            <a class="govuk-link" href="/children/add">
              Add a child who is not here yet
            </a>
          </>
        )}
      </p>
    </>
  )
}

interface HitLineProps {
  readonly hit: Hit
  readonly day: string
  readonly differences: ReadonlySet<Difference>
  readonly href: string
}

function HitLine({ hit, day, differences, href }: HitLineProps): JSX.Element {
  const birth = birthInWords(hit, day)
  const lives = livesWhere(hit.standing)
  const worker = [hit.worker, hit.team].filter((part) => part !== null).join(', ') || null
  return (
    <li>
      <div class="gt-hit">
        <h2 class="govuk-heading-m">
          <a class="govuk-link" href={href}>
            {hit.name}
          </a>
        </h2>
        <Tag colour={headingColours[hit.standing.heading]}>{hit.standing.heading}</Tag>
        <span class="gt-quiet">
          {hit.formerName !== null && `Was ${hit.formerName}. `}
          <span class={differences.has('number') ? 'gt-differs' : undefined}>ID {hit.childId ?? 'not recorded'}</span>
          {hit.withdrawn && '. No longer in the case system’s extract'}
        </span>
      </div>
      <dl class="gt-five">
        <Fact {...birth} differs={differences.has('born')} />
        <Fact {...lives} />
        <Fact name="Mother" words={hit.mother} differs={differences.has('mother')} />
        <Fact name={workerIs(hit.standing)} words={worker} />
        {hit.died === null ? <Fact name="Pupil number" words={hit.upn} /> : <Fact name="Died" words={longDate(hit.died)} />}
      </dl>
    </li>
  )
}

const Fact = ({
  name,
  words,
  differs = false,
}: {
  readonly name: string
  readonly words: string | null
  readonly differs?: boolean
}): JSX.Element => (
  <div class={differs ? 'is-different' : undefined}>
    <dt>{name}</dt>
    <dd>{words ?? <span class="gt-quiet">Not recorded</span>}</dd>
  </div>
)
