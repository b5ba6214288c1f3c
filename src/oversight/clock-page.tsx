/** A clock: everyone on it now by how late, where they wait, how it has gone, and its rule in full. */
import type { JSX } from 'preact'
import type { Clock, Terms } from '../engine/clocks/clock.ts'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import { dueInWords, isLaw, weightInWords } from '../engine/clocks/words.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { Bars } from '../engine/web/charts/bars.tsx'
import { Facts } from '../engine/web/components/content.tsx'
import { InsetText } from '../engine/web/components/messages.tsx'
import { Steps } from '../engine/web/components/steps.tsx'
import { Page as Shown } from '../engine/web/layout.tsx'
import { listFrom, type Listed } from '../engine/web/list-choice.ts'
import { listAsCsv, listAsXlsx } from '../engine/web/list-save.ts'
import { List } from '../engine/web/list.tsx'
import { NotThere, page, type Page, type PageRequest } from '../engine/web/page.ts'
import { countOf, longDate } from '../engine/web/words.ts'
import { findNames, findReasons, wordsWith } from '../practice/due/due-items.ts'
import { dayOf, type TodayOf } from '../practice/person/known-day.ts'
import { clockList } from './clock-list.tsx'
import { clockStanding, type ClockStanding, type OnAClock, type StepStanding } from './clock-standing.ts'
import { ClockSetting } from './clock-setting.tsx'
import { neverStopped } from './never-stopped.ts'

interface FoundClock {
  readonly day: string
  readonly standing: ClockStanding
  readonly list: Listed<OnAClock>
  readonly terms: Terms
  readonly never: boolean
}

export function clockPages(work: Clockwork, kinds: readonly RecordKind[], todayOf: TodayOf): Page[] {
  /** @param which of the rows are told: those of the page, or all that are kept when the list is saved */
  const finding =
    (which: 'shown' | 'kept') =>
    async (asked: unknown): Promise<FoundClock> => {
      const request = asked as PageRequest<'/clocks/:clock'>
      const clock = work.clocks.find(({ id }) => id === request.params.clock)
      if (!clock) throw new NotThere()
      const day = dayOf(request, todayOf)
      request.lookAt(null, clock.id)
      return request.read(async (tx) => {
        const terms = await work.termsOf(tx)
        const standing = await clockStanding(tx, work, clock, day)
        const words = wordsWith(terms)
        const dueOf = (rows: readonly OnAClock[]) => rows.map(({ due }) => due)
        // Names first only where the list is in their order.
        const byName = /^-?about$/.test(request.query.get('sort') ?? '')
        if (byName) await findNames(tx, dueOf(standing.open), words)
        const list = listFrom(request.query, clockList(clock, day, words, request), standing.open)
        if (!byName) await findNames(tx, dueOf(list[which]), words)
        await findReasons(tx, kinds, dueOf(list[which]), words)
        return { day, standing, list, terms, never: (await neverStopped(tx, work, day)).has(clock.id) }
      })
    }
  const saved =
    (as: typeof listAsCsv) =>
    ({ standing, list, day }: FoundClock) =>
      as(list.declaration, list.kept, `${standing.clock.plural}, ${longDate(day)}`)
  return [
    page('/clocks/:clock', {
      may: 'read a child',
      looks: 'Opened everyone on a clock',
      find: finding('shown'),
      show: (found, request) => <ClockShown {...found} request={request as PageRequest} />,
    }),
    page('/clocks/:clock/list.csv', {
      may: 'read a child',
      looks: 'Saved everyone on a clock',
      find: finding('kept'),
      show: saved(listAsCsv),
    }),
    page('/clocks/:clock/list.xlsx', {
      may: 'read a child',
      looks: 'Saved everyone on a clock',
      find: finding('kept'),
      show: saved(listAsXlsx),
    }),
  ]
}

function ClockShown({ day, standing, list, terms, never, request }: FoundClock & { readonly request: PageRequest }): JSX.Element {
  const { clock, open, steps, history } = standing
  const child = clock.about.table === 'person'
  const saves = (as: string) => `/clocks/${clock.id}/list.${as}`
  return (
    <Shown title={clock.plural} back={{ href: request.link('/clocks'), label: 'All clocks' }}>
      <h1 class="govuk-heading-l">{clock.plural}</h1>
      <p class="gt-lede">{summaryInWords(standing)}</p>
      {never && (
        <InsetText>
          Nothing recorded here has ever stopped this clock. Perhaps it is done and not brought in: then say below from when it is recorded
          here.
        </InsetText>
      )}
      {steps.length > 0 && open.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Where they wait</h2>
          <Steps steps={stepsShown(steps, clock, child)} />
        </>
      )}
      <List
        list={list}
        heading={
          clock.meaning === 'duty'
            ? `${child ? 'Children' : clock.about.plural} waiting, longest late first`
            : `${child ? 'Children' : clock.about.plural} on it`
        }
        nothing={`${child ? 'No child' : 'Nobody'} is on this clock on ${longDate(day)}.`}
        save={{ csv: saves('csv'), xlsx: saves('xlsx') }}
      />
      <h2 class="govuk-heading-m">{overdueWords(clock)}, at each month end</h2>
      <Bars
        id="history"
        title={`${overdueWords(clock)}, at each month end`}
        description={historyInWords(history)}
        headings={['Month end', overdueWords(clock)]}
        bars={history.map(({ day: end, overdue }, at) => ({
          label: at === history.length - 1 ? 'Now' : (longDate(end).split(' ')[1]?.slice(0, 3) ?? ''),
          full: longDate(end),
          value: overdue,
        }))}
      />
      <h2 class="govuk-heading-m">The rule</h2>
      <Rule clock={clock} terms={terms} />
      {request.may('set clocks') && <ClockSetting clock={clock} terms={terms} />}
    </Shown>
  )
}

const overdueWords = (clock: Clock): string => (clock.meaning === 'threshold' ? 'Past it' : 'Overdue')

/** '24 children wait for one. 15 have waited longer than the law allows.' */
function summaryInWords({ clock, open, overdue, steps }: ClockStanding): string {
  const many = (n: number) => (clock.about.table === 'person' ? countOf(n, 'child', 'children') : String(n))
  if (open.length === 0) return 'Nobody is waiting.'
  const waits = clock.meaning === 'duty' ? `${many(open.length)} ${open.length === 1 ? 'waits' : 'wait'}.` : `${many(open.length)} on it.`
  const late =
    overdue === 0
      ? ' None is late.'
      : clock.meaning === 'threshold'
        ? ` ${overdue} ${overdue === 1 ? 'is' : 'are'} past it.`
        : ` ${overdue} ${overdue === 1 ? 'has' : 'have'} waited longer than ${isLaw(clock) ? 'the law allows' : 'the rule says'}.`
  const worst = worstOf(steps)
  return `${waits}${late}${worst === null ? '' : ` The longest queue is for: ${worst.name.toLowerCase()}.`}`
}

/** The step with most of those who are late; with most who wait, where none is. */
function worstOf(steps: readonly StepStanding[]): StepStanding | null {
  const [first] = [...steps].sort((a, b) => b.late - a.late || b.waiting - a.waiting)
  return first && first.waiting > 0 ? first : null
}

function stepsShown(steps: readonly StepStanding[], clock: Clock, child: boolean) {
  const worst = worstOf(steps)
  return steps.map((step) => {
    const usual =
      step.usually === null
        ? 'Too few to say what is usual.'
        : `Usually ${countOf(step.usually, clock.unit.slice(0, -1), clock.unit)}${step.before === null || step.before === step.usually ? '' : `, was ${step.before}`}.`
    return {
      label: step.name,
      count: child ? countOf(step.waiting, 'child', 'children') : String(step.waiting),
      says: `${usual} ${step.late === 0 ? 'None is late.' : `${step.late} ${step.late === 1 ? 'is' : 'are'} late.`}`,
      ...(step === worst ? { worst: 'Longest queue.' } : {}),
    }
  })
}

function historyInWords(history: ClockStanding['history']): string {
  const [first, last] = [history[0], history.at(-1)]
  if (!first || !last) return ''
  const counts = history.map(({ overdue }) => overdue)
  return `${first.overdue} on ${longDate(first.day)}, ${last.overdue} now; between ${Math.min(...counts)} and ${Math.max(...counts)} at the month ends between.`
}

/** The rule in full, for whoever would check it. */
function Rule({ clock, terms }: { readonly clock: Clock; readonly terms: Terms }): JSX.Element {
  const { says, ages, from, until } = clock
  const fact = (name: string, value: string | undefined | null) => (value ? [{ name, value }] : [])
  return (
    <Facts
      facts={[
        { name: 'Starts', value: says.starts },
        { name: 'Due', value: dueInWords(clock, terms) },
        { name: 'Stops', value: says.stops },
        ...fact('Repeats', says.repeats),
        { name: 'Pauses', value: says.pauses ?? 'Never' },
        ...fact('Ages', ages && agesInWords(ages)),
        ...fact('Exceptions', says.exceptions),
        ...fact('In force', forceInWords(from, until)),
        ...fact('Used here', terms.inUseFrom(clock.id) && `For what starts on or after ${longDate(terms.inUseFrom(clock.id) as string)}`),
        { name: 'How binding', value: weightInWords(clock) },
        { name: 'Source', value: clock.source },
      ]}
    />
  )
}

function agesInWords({ from, until }: { readonly from?: number; readonly until?: number }): string {
  if (from !== undefined && until !== undefined) return `From the age of ${from}, until the age of ${until}`
  return from !== undefined ? `From the age of ${from}` : `Under ${until}`
}

function forceInWords(from: string | null, until: string | null): string | null {
  if (from === null && until === null) return null
  if (from !== null && until !== null) return `For what starts from ${longDate(from)} to ${longDate(until)}`
  return from !== null ? `For what starts on or after ${longDate(from)}` : `For what started on or before ${longDate(until as string)}`
}
