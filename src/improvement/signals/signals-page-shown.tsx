/** The page “What changed”: the first signal opened, the others as sentences, those answered after them. */
import type { JSX } from 'preact'
import { dayNumber, weekday } from '../../engine/clocks/days.ts'
import { lastWholeMonth } from '../../engine/measures/months.ts'
import { Button } from '../../engine/web/components/button.tsx'
import { Details } from '../../engine/web/components/content.tsx'
import { Form } from '../../engine/web/components/form.tsx'
import { InsetText, NotificationBanner } from '../../engine/web/components/messages.tsx'
import { Print } from '../../engine/web/components/print.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { chosenInWords, listFrom, listHref, savingHref } from '../../engine/web/list-choice.ts'
import { ListFilters } from '../../engine/web/list-filters.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import { countOf, dateAndTime, longDate, thousands } from '../../engine/web/words.ts'
import type { Detail } from './detail.ts'
import type { Run } from './kept.ts'
import { SignalWay } from './kinds.tsx'
import type { Reach, SignalRow } from './reach.ts'
import { AnswerForm, AnswerShown } from './signal-page-form.tsx'
import { hrefOf, monthOf, SignalOpen } from './signal-page-open.tsx'
import { signalList } from './signals-page-list.tsx'

export interface FoundSignals {
  readonly day: string
  readonly run: Run
  readonly reach: Reach
  readonly rows: readonly SignalRow[]
  readonly teams: ReadonlyMap<string, string>
  /** The first that waits for an answer, opened. */
  readonly opened: Detail | null
}

/** How many are listed before the rest is asked for. */
const firstShown = 10

export function SignalsShown({
  day,
  run,
  reach,
  rows,
  teams,
  opened,
  said,
  request,
}: FoundSignals & { readonly said: string | null; readonly request: PageRequest }): JSX.Element {
  const list = listFrom(
    request.query,
    signalList(teams),
    rows.map((head) => ({ kept: head, head })),
  )
  const kept = list.kept.map(({ head }) => head)
  const [near, far] = [kept.filter(({ inReach }) => inReach), kept.filter(({ inReach }) => !inReach)]
  const [waiting, answered] = [
    near.filter(({ standing }) => standing !== 'answered'),
    near.filter(({ standing }) => standing === 'answered'),
  ]
  const seen = list.all ? waiting : waiting.slice(0, firstShown)
  const isNarrowed = Object.keys(list.chosen).length > 0
  const own = rows.filter(({ inReach }) => inReach)
  return (
    <Shown title="What changed">
      {said !== null && <NotificationBanner success heading={said} />}
      <div class="gt-top">
        <div>
          <h1 class="govuk-heading-l">What changed</h1>
          <p class="govuk-body">{ledeOf(day, run, reach, own)}</p>
        </div>
        <ul class="gt-tools">
          <li>
            <a class="govuk-link" href={request.link('/signals/answered')}>
              Answered before
            </a>
          </li>
          {own.length > 0 && (
            <>
              <li>
                <a class="govuk-link" href={savingHref(list, '/signals/list.xlsx')}>
                  Save as spreadsheet
                </a>
              </li>
              <li>
                <a class="govuk-link" href={savingHref(list, '/signals/list.csv')}>
                  Save as CSV
                </a>
              </li>
            </>
          )}
          <Print />
        </ul>
      </div>
      {list.errors.map((sentence) => (
        <InsetText>{sentence}</InsetText>
      ))}
      {rows.length > 1 && (
        <div class="gt-no-print">
          <Details summary={isNarrowed ? 'Narrowed' : 'Narrow by area, kind, way or team'} open={isNarrowed}>
            <ListFilters list={list} path="/signals" cards={false} />
            {isNarrowed && (
              <p class="govuk-body gt-small">
                {countOf(kept.length, 'signal', 'signals')} of {thousands(rows.length)}.{' '}
                <a class="govuk-link" href={request.link('/signals')}>
                  Show all
                </a>
              </p>
            )}
          </Details>
        </div>
      )}
      {isNarrowed && <p class="gt-print-only">Narrowed to {chosenInWords(list).join('; ')}.</p>}
      {rows.length === 0 ? (
        <p class="govuk-body">
          {run.looked === 0
            ? 'Nothing is recorded yet that could be looked at. When records have been brought in, what changed stands here.'
            : `Nothing changed beyond chance. ${thousands(run.looked)} measures were looked at, to the end of ${monthOf(run)}.`}
        </p>
      ) : (
        <>
          {near.length === 0 && <p class="govuk-body">{isNarrowed ? 'None matches.' : nothingNear(reach)}</p>}
          {seen.length > 0 && (
            <ol class="govuk-list gt-signals" id="list">
              {seen.map((row, at) => (
                <Item row={row} reach={reach} request={request} detail={at === 0 && row === own[0] ? opened : null} run={run} />
              ))}
            </ol>
          )}
          {seen.length < waiting.length && (
            <p class="govuk-body gt-no-print">
              <a class="govuk-link" href={listHref(list, '/signals', { all: true })}>
                All {thousands(waiting.length)} signals
              </a>
            </p>
          )}
          {answered.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Answered</h2>
              <ol class="govuk-list gt-signals">
                {answered.map((row) => (
                  <Item row={row} reach={reach} request={request} detail={null} run={run} />
                ))}
              </ol>
            </>
          )}
          {far.length > 0 && reach.of === 'own' && (
            <Details summary={`Elsewhere in the authority: ${countOf(far.length, 'signal', 'signals')}`} id="elsewhere">
              <ol class="govuk-list gt-signals">
                {far.map((row) => (
                  <Item row={row} reach={reach} request={request} detail={null} run={run} />
                ))}
              </ol>
            </Details>
          )}
          {far.length > 0 && reach.of === 'team' && (
            <p class="govuk-body">
              {countOf(far.length, 'more is', 'more are')} about other teams or places, and count none of your team’s children.
            </p>
          )}
          <p class="govuk-body gt-silent">{silentWords(run)}</p>
        </>
      )}
      {request.knownAt === null && (
        <Form action="/signals/work-out-again" class="gt-no-print">
          <p class="govuk-body gt-small gt-quiet">
            {run.workedOutAt === null
              ? ''
              : `Worked out ${dateAndTime(run.workedOutAt)}, to the end of ${monthOf(run)}. Nothing that counts has been recorded since.`}
          </p>
          <Button kind="secondary">Work out again</Button>
        </Form>
      )}
    </Shown>
  )
}

function Item({
  row,
  reach,
  request,
  detail,
  run,
}: {
  readonly row: SignalRow
  readonly reach: Reach
  readonly request: PageRequest
  readonly detail: Detail | null
  readonly run: Run
}): JSX.Element {
  const { signal, parts, mine, answer, standing, isNew } = row
  return (
    <li class={`gt-signal${detail === null ? '' : ' gt-signal--open'}`}>
      <SignalWay signal={signal} />
      {isNew && <strong class="govuk-tag govuk-tag--blue gt-signal__new">New</strong>}
      <h2>
        <a class="govuk-link" href={request.link(hrefOf(signal.id))}>
          {signal.sentence}
        </a>
      </h2>
      <p class="gt-meta">
        {reach.of !== 'all' && mine > 0 && (
          <b>
            {thousands(mine)} of {reach.of === 'own' ? 'yours' : 'your team’s'}.{' '}
          </b>
        )}
        {signal.more}
        {parts.length > 0 && ` ${countOf(parts.length, 'other signal', 'other signals')} of the same cause.`}
      </p>
      <AnswerShown answer={answer} standing={standing} />
      {detail !== null && (
        <>
          <SignalOpen kept={row} detail={detail} run={run} request={request} level={3} />
          {request.may('answer signals') && request.knownAt === null && <AnswerForm signal={signal.id} />}
        </>
      )}
    </li>
  )
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** 'Thursday 3 March 2016. 6 signals, most important to children first. 3 are new this week.' */
function ledeOf(day: string, run: Run, reach: Reach, own: readonly SignalRow[]): string {
  const named = `${days[weekday(dayNumber(day))] as string} ${longDate(day)}.`
  if (run.signals.length === 0) return named
  const fresh = own.filter(({ isNew }) => isNew).length
  const whose = reach.of === 'own' ? ' that count children of yours' : reach.of === 'team' ? ' for your team' : ''
  const order = own.length > 1 ? ', most important to children first' : ''
  const news = own.length === 0 ? '' : fresh === 0 ? ' None is new this week.' : ` ${countOf(fresh, 'is', 'are')} new this week.`
  return `${named} ${own.length === 0 ? 'No signals' : countOf(own.length, 'signal', 'signals')}${whose}${order}.${news}`
}

const nothingNear = (reach: Reach): string =>
  reach.of === 'own' ? 'No signal counts a child with whom you work.' : 'No signal is about your team or the whole authority.'

/** 'The other 171 measures show nothing beyond chance. Told to the end of January 2016.' */
function silentWords(run: Run): string {
  const { silent } = run
  const others =
    silent === 0
      ? 'Every measure that was looked at is spoken of.'
      : silent === 1
        ? 'The other measure shows nothing beyond chance.'
        : `The other ${thousands(silent)} measures show nothing beyond chance.`
  return `${others} All is told to the end of ${monthOf(run)}${run.month < lastWholeMonth(run.day) ? ': what happened since is not all written down yet' : ''}.`
}
