/** A child: who, how things stand now, the whole history in one picture, then everything in order. */
import type { JSX } from 'preact'
import type { Clockwork } from '../../engine/clocks/subjects.ts'
import { wordsFor, type RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { peopleHere } from '../../engine/records/write.ts'
import { Button } from '../../engine/web/components/button.tsx'
import { mend, NotThere, page, type Answer, type Page, type PageRequest } from '../../engine/web/page.ts'
import { longDate } from '../../engine/web/words.ts'
import { recordTitle } from '../record/record-title.ts'
import { heard, SaidBanner, type Said } from '../record/said.tsx'
import { referralSources } from '../front-door/code-lists.ts'
import { ChildDue, WasLate } from '../due/child-due.tsx'
import { dueItems, type DueItem } from '../due/due-items.ts'
import { contact } from '../front-door/records.ts'
import { CareHistoryFigure } from './care-history.tsx'
import type { CareHistory, Happening } from './care-history-shapes.ts'
import { Chronology, entriesOnAPage } from './chronology-list.tsx'
import { asQuery, choiceFrom, chosenEntries, daysOf, entriesWithin, groupCounts, type Choice, type Days } from './chronology-filter.ts'
import { chronologyOf, periodsOf, type ChronologyEntry } from './chronology.ts'
import { findChild, fullName, type Child } from './child.ts'
import { ChildPage, headOf, type Head } from './child-shell.tsx'
import { entryHistories, entryKey, type EntryHistory } from './corrections.ts'
import { dayOf, type TodayOf } from './known-day.ts'
import { NowFacts } from './now-facts.tsx'
import { cameFromInWords, filesBrought, writtenInWords, type BroughtFile, type SourceNames } from './provenance.ts'
import { accountNames, workerAndTeamNames } from './worker-names.ts'

export const childPage = (kinds: readonly RecordKind[], todayOf: TodayOf, names: SourceNames, work: Clockwork): Page =>
  page('/children/:child', {
    may: 'read a child',
    looks: 'Opened a child’s record',
    find: (request) => found(request, kinds, dayOf(request, todayOf), work),
    show: (what, request) => shown(what, request, names),
  })

interface FoundChild {
  readonly head: Head
  readonly child: Child
  readonly narrowed: Narrowed
  readonly workers: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, BroughtFile>
  readonly histories: ReadonlyMap<string, EntryHistory>
  readonly due: readonly DueItem[]
  /** Names of those who wrote the records shown. */
  readonly writers: ReadonlyMap<string, string>
  readonly said: Said | null
}

async function found(
  request: PageRequest<'/children/:child'>,
  kinds: readonly RecordKind[],
  day: string,
  work: Clockwork,
): Promise<FoundChild> {
  return request.read(async (tx) => {
    const head = await headOf(tx, request, request.params.child, day)
    const child = await findChild(tx, head.who.person.id, kinds, day)
    if (child === null) throw new NotThere()
    const narrowed = narrow(child, choiceFrom(request.query), day)
    const reads = readsOf(child)
    const records = narrowed.shown.flatMap(({ record }) => reads.get(record) ?? [])
    const histories = await entryHistories(tx, narrowed.shown, (record) => reads.get(record))
    const { worker, lastWorker, otherWorkers } = child.standing
    const involved = [
      ...[worker, lastWorker, ...otherWorkers].flatMap((one) => [one?.worker, one?.team]),
      ...records.flatMap(workerAndTeamOf),
    ]
    return {
      head,
      child,
      narrowed,
      workers: await workerAndTeamNames(tx, involved),
      files: await filesBrought(
        tx,
        records.map(({ record }) => record.cameFrom),
      ),
      histories,
      due: await dueItems(tx, work, kinds, { day, subjects: [head.who.person.id], unmet: true }),
      writers: await accountNames(
        tx,
        [...histories.values()].flatMap(({ written: { record } }) => (record.source === peopleHere ? [record.changedBy] : [])),
      ),
      said: heard(request.session),
    }
  })
}

/** The child's records by 'table/identifier'. */
const readsOf = ({ records }: Child): ReadonlyMap<string, ReadRecord> =>
  new Map(records.map((read) => [`${read.kind.table}/${read.record.id}`, read]))

/** Whom the record names as having done it, where it names anybody. */
const workerAndTeamOf = ({ record }: ReadRecord): readonly string[] => {
  const { worker, team } = record as unknown as Readonly<Record<string, unknown>>
  return [worker, team].filter((id) => typeof id === 'string')
}

interface Narrowed extends ReturnType<typeof daysOf> {
  readonly choice: Choice
  readonly careIs: string | null
  readonly total: number
  readonly chosen: number
  readonly shown: readonly ChronologyEntry[]
  readonly groups: ReturnType<typeof groupCounts>
}

function narrow(child: Child, asked: Choice, day: string): Narrowed {
  const entries = chronologyOf(child.records)
  const care = timeInCare(child, day)
  const headings = new Set(entries.map(({ group }) => group))
  const choice: Choice = {
    ...asked,
    groups: asked.groups.filter((group) => headings.has(group)),
    period: asked.period === 'care' && care === null ? 'all' : asked.period,
  }
  const { days, errors } = daysOf(choice, day, care?.days ?? null)
  const within = entriesWithin(entries, days)
  const chosen = chosenEntries(within, choice)
  const pages = Math.max(1, Math.ceil(chosen.length / entriesOnAPage))
  const at = Math.min(choice.page, pages)
  return {
    choice: { ...choice, page: at },
    days,
    errors,
    careIs: care?.is ?? null,
    total: entries.length,
    chosen: chosen.length,
    shown: choice.all ? chosen : chosen.slice((at - 1) * entriesOnAPage, at * entriesOnAPage),
    groups: groupCounts(entries, within),
  }
}

/** The time in care that a reader means: the one that runs, or else the last there was. */
function timeInCare({ records, standing }: Child, day: string): { readonly is: string; readonly days: Days } | null {
  if (standing.inCareSince !== null) return { is: 'This time in care', days: { from: standing.inCareSince, until: null } }
  const last = periodsOf(records)
    .filter(({ kind, from }) => kind === 'In care' && from <= day)
    .at(-1)
  return last ? { is: 'Last time in care', days: { from: last.from, until: last.to } } : null
}

function shown(found: FoundChild, request: PageRequest, names: SourceNames): JSX.Element | Answer {
  const { head, child, narrowed, workers, files, histories, writers, said, due } = found
  const { choice, errors } = narrowed
  const own = `/children/${child.person.id}`
  const recordHref = (record: string) => request.link(`${own}/records/${record}`)
  const reads = readsOf(child)
  const sourceOf = (entry: ChronologyEntry): string => {
    const read = reads.get(entry.record)
    if (!read) return ''
    const who = workerAndTeamOf(read).flatMap((id) => workers.get(id) ?? [])
    const { record: first } = histories.get(entryKey(entry))?.written ?? read
    const source =
      read.record.source === peopleHere
        ? writtenInWords(first.knownFrom, writers.get(first.changedBy) ?? first.changedBy)
        : cameFromInWords(read.record.source, files.get(read.record.cameFrom ?? ''), names)
    return who.length === 0 ? source : `${who.join(', ')}. ${source}`
  }
  const done = said && reads.get(`${said.table}/${said.id}`)
  const drawn = (
    <ChildPage
      head={head}
      request={request}
      title=""
      current="overview"
      errors={errors}
      buttons={
        request.knownAt === null &&
        request.may('write a record') && (
          <Button kind="secondary" href={`${own}/add`}>
            Add a record
          </Button>
        )
      }
    >
      {said && done && (
        <SaidBanner did={said.did} kind={done.kind} opens={{ href: recordHref(`${said.table}/${said.id}`), words: recordTitle(done) }} />
      )}
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h2 class="govuk-heading-m">{request.knownAt === null ? 'Now' : `On ${longDate(head.day)}`}</h2>
          <NowFacts
            child={child}
            day={head.day}
            names={workers}
            recordHref={recordHref}
            childHref={(id) => request.link(`/children/${id}`)}
          />
        </div>
        <div class="govuk-grid-column-one-third">
          <ChildDue items={due} day={head.day} request={request} />
        </div>
      </div>
      <h2 class="govuk-heading-m">Care history</h2>
      <CareHistoryFigure
        history={historyOf(child, head.day, request.knownAt !== null)}
        of={fullName(child.person)}
        recordHref={recordHref}
      />
      {hasHistory(child) || <p class="govuk-body">No contact, plan, time in care or missing episode is recorded.</p>}
      <WasLate items={due} day={head.day} request={request} />
      <Chronology
        {...narrowed}
        action={own}
        knownAt={request.query.get('known-at')}
        href={(changed) => chronologyAddress(request, own, choice, changed)}
        recordHref={recordHref}
        sourceOf={sourceOf}
        correctionOf={(entry) => histories.get(entryKey(entry))?.correction ?? null}
        day={head.day}
      />
    </ChildPage>
  )
  return errors.length > 0 ? mend(drawn) : drawn
}

const hasHistory = (child: Child): boolean => periodsOf(child.records).length > 0 || contactsOf(child).length > 0

function historyOf(child: Child, day: string, past: boolean): CareHistory {
  return { periods: periodsOf(child.records), contacts: contactsOf(child), today: day, todayIs: past ? longDate(day) : 'Today' }
}

/** Contacts with the word for who made them, as short as the picture needs it. */
const contactsOf = ({ records }: Child): readonly Happening[] =>
  records.flatMap(({ kind, record }) => {
    if (kind.table !== contact.table || record.withdrawnAt !== null) return []
    const { receivedAt, sourceCode, sourceDescription } = record as unknown as Readonly<Record<string, string | null>>
    if (!receivedAt) return []
    const label = wordsFor(referralSources, sourceCode ?? null) ?? sourceDescription ?? 'Source not recorded'
    return [{ on: receivedAt.slice(0, 10), label, record: `${kind.table}/${record.id}` }]
  })

/** The address holds which headings and days are shown, and nothing about the child. */
function chronologyAddress(request: PageRequest, path: string, choice: Choice, changed: Partial<Choice>): string {
  const query = new URLSearchParams(asQuery(choice, changed))
  const knownAt = request.query.get('known-at')
  if (knownAt !== null) query.set('known-at', knownAt)
  return `${path}${query.size > 0 ? `?${query.toString()}` : ''}${changed.all ? '' : '#chronology'}`
}
