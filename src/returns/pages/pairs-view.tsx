import type { JSX } from 'preact'
import { Button, Buttons } from '../../engine/web/components/button.tsx'
import { Form } from '../../engine/web/components/form.tsx'
import { NotificationBanner } from '../../engine/web/components/messages.tsx'
import { Pagination } from '../../engine/web/components/pagination.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Page } from '../../engine/web/layout.tsx'
import { countOf, dateAndTime } from '../../engine/web/words.ts'
import { comparedInWords, decidedAPage, type DecidedPair, type Pair, type Side } from './pairs.ts'

export interface Waiting {
  readonly pair: Pair | null
  /** How many wait, and which of them is shown, from 1. */
  readonly count: number
  readonly place: number
  readonly decided: number
  /** Whether the person may open the children's own pages. */
  readonly mayRead: boolean
  readonly said?: string | undefined
  readonly error?: string | undefined
}

/** One likely pair after another. */
export const PairsPage = ({ pair, count, place, decided, mayRead, said, error }: Waiting): JSX.Element => (
  <Page title="Likely pairs" errors={error === undefined ? [] : [{ says: error }]}>
    {said !== undefined && <NotificationBanner success heading={said} />}
    <div class="gt-top">
      <div>
        <h1 class="govuk-heading-l govuk-!-margin-bottom-2">
          {count === 0 ? 'Likely pairs' : `The same child twice? ${countOf(count, 'pair', 'pairs')} to decide`}
        </h1>
        {pair && <p class="gt-lede govuk-!-margin-bottom-0">{pair.why} We did not join them.</p>}
      </div>
      {decided > 0 && (
        <ul class="gt-tools">
          <li>
            <a class="govuk-link" href="/pairs/decided">
              {countOf(decided, 'decided pair', 'decided pairs')}
            </a>
          </li>
        </ul>
      )}
    </div>
    {pair === null ? (
      <p class="govuk-body">
        <b>No pair waits for a decision.</b> Pairs are found when data is brought in.
      </p>
    ) : (
      <>
        <SideBySide pair={pair} />
        {mayRead && (
          <p class="govuk-body">
            <a class="govuk-link" href={`/children/${pair.one.id}`}>
              Open {pair.one.name}, {numberOf(pair.one)}
            </a>
            <br />
            <a class="govuk-link" href={`/children/${pair.other.id}`}>
              Open {pair.other.name}, {numberOf(pair.other)}
            </a>
          </p>
        )}
        <Form action={`/pairs/${pair.id}`}>
          <input type="hidden" name="page" value={place} />
          <Buttons>
            <Button name="decision" value="same">
              Same child: join
            </Button>
            <Button kind="secondary" name="decision" value="two">
              Two children
            </Button>
          </Buttons>
        </Form>
        <p class="govuk-body gt-small gt-quiet">A join moves nothing and can be undone at any time.</p>
        <Pagination current={place} pages={count} href={(to) => `/pairs?page=${to}`} />
      </>
    )}
  </Page>
)

const SideBySide = ({ pair }: { readonly pair: Pair }): JSX.Element => {
  const heading = (side: Side, another: Side) => (side.source === another.source ? `${side.source}, ${numberOf(side)}` : side.source)
  const told = (value: string | null) => value ?? 'Not recorded'
  return (
    <Table
      caption="What we know of each"
      hideCaption
      rows={pair.facts}
      columns={[
        { heading: 'What we know', names: true, cell: ({ name }) => name },
        { heading: heading(pair.one, pair.other), cell: ({ one }) => told(one) },
        { heading: heading(pair.other, pair.one), cell: ({ other }) => told(other) },
        { heading: 'Compared', cell: (fact) => (comparedInWords(fact) === 'Different' ? <b>Different</b> : comparedInWords(fact)) },
      ]}
    />
  )
}

const numberOf = ({ childId }: Side): string => childId ?? 'no child ID'

interface Decided {
  readonly pairs: readonly DecidedPair[]
  readonly count: number
  readonly page: number
  /** Whether the person may open the children's own pages. */
  readonly mayRead: boolean
  readonly said?: string | undefined
  readonly error?: string | undefined
}

/** What was decided, by whom, and how to undo it. */
export const DecidedPage = ({ pairs, count, page, mayRead, said, error }: Decided): JSX.Element => (
  <Page title="Decided pairs" back={{ href: '/pairs', label: 'Likely pairs' }} errors={error === undefined ? [] : [{ says: error }]}>
    {said !== undefined && <NotificationBanner success heading={said} />}
    <h1 class="govuk-heading-l">{count === 0 ? 'No pair has been decided' : countOf(count, 'decided pair', 'decided pairs')}</h1>
    {pairs.length > 0 && (
      <Table
        caption="Decided pairs"
        hideCaption
        cards
        rows={pairs}
        columns={[
          {
            heading: 'Records',
            names: true,
            cell: ({ one, other }) => (
              <>
                <Named side={one} mayRead={mayRead} />
                <br />
                <Named side={other} mayRead={mayRead} />
              </>
            ),
          },
          { heading: 'Decision', cell: ({ decision }) => (decision === 'same' ? 'The same child' : 'Two children') },
          {
            heading: 'When and who',
            cell: ({ decidedAt, decidedBy }) => (
              <>
                {dateAndTime(decidedAt)}, {decidedBy}
              </>
            ),
          },
          {
            heading: 'Undo',
            cell: ({ id, one }) => (
              <Form action={`/pairs/${id}`} class="gt-inline">
                <Button kind="secondary" name="decision" value="undo">
                  Undo<span class="govuk-visually-hidden"> the decision on {one.name}</span>
                </Button>
              </Form>
            ),
          },
        ]}
      />
    )}
    <Pagination current={page} pages={Math.ceil(count / decidedAPage)} href={(to) => `/pairs/decided?page=${to}`} />
  </Page>
)

const Named = ({ side, mayRead }: { readonly side: Side; readonly mayRead: boolean }): JSX.Element => {
  const words = `${side.name}, ${numberOf(side)}`
  if (!mayRead) return <span class="gt-wrap">{words}</span>
  return (
    <a class="govuk-link gt-wrap gt-target" href={`/children/${side.id}`}>
      {words}
    </a>
  )
}
