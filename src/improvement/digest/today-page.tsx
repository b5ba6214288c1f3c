/** Today: how many there are, and what moved since yesterday, child by child for those who may see. */
import type { JSX } from 'preact'
import type { Transaction } from '../../engine/database/database.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { knownFacts } from '../../engine/measures/known-facts.ts'
import { adds, kindsCounted, type Measure } from '../../engine/measures/measure.ts'
import { monthName, monthNumber } from '../../engine/measures/months.ts'
import type { Behind } from '../../engine/measures/breakdown.ts'
import { Print } from '../../engine/web/components/print.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Details } from '../../engine/web/components/content.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { countOf, longDate, thousands } from '../../engine/web/words.ts'
import { dayOf, type TodayOf } from '../../practice/person/known-day.ts'
import { named, recordHref, type BehindRow } from './behind-list.tsx'
import type { Measured, MeasuredNow } from './measured.ts'

/** A number of the day: how many stand today and stood yesterday, and who came and went. */
export interface Standing {
  readonly measure: Measure
  readonly today: number
  readonly yesterday: number
  readonly came: readonly Behind[]
  readonly went: readonly Behind[]
}

/** What happened on the day, in the month so far, and in the month before. */
export interface Happening {
  readonly measure: Measure
  readonly today: readonly Behind[]
  readonly soFar: number
  readonly monthBefore: number
}

export interface Snapshot {
  readonly standing: readonly Standing[]
  readonly happening: readonly Happening[]
}

/** The numbers of a day: counts of what lasts, and of what happens in a month. Each fact is read once. */
export async function snapshotOf(tx: Transaction, { work, measures }: Measured, day: string): Promise<Snapshot> {
  const counts = measures.filter(({ statistic, local, to }) => statistic === 'count' && !local && to === null)
  const yesterday = addDays(day, -1)
  const month = monthNumber(day)
  const before = `${monthName(month - 1)}-01`
  const standing = new Map(
    counts.filter(({ of }) => of.lasts).map((measure) => [measure, { today: 0, yesterday: 0, came: [] as Behind[], went: [] as Behind[] }]),
  )
  const happening = new Map(
    counts.filter(({ of }) => !of.lasts).map((measure) => [measure, { today: [] as Behind[], soFar: 0, monthBefore: 0 }]),
  )
  for await (const { subject, facts } of knownFacts(tx, work, { kinds: kindsCounted(counts), dimensions: [], from: before, to: day }))
    for (const measure of counts)
      for (const fact of facts.get(measure.of) ?? []) {
        const added = adds(measure, measure.of, fact.says)
        if (added === null || added.above === 0) continue
        const behind: Behind = { subject, kind: measure.of, fact, ...added, values: [] }
        const stands = (on: string): boolean => fact.on <= on && (fact.until === null || fact.until === undefined || on < fact.until)
        const lasting = standing.get(measure)
        if (lasting) {
          const [now, then] = [stands(day), stands(yesterday)]
          if (now) lasting.today += added.above
          if (then) lasting.yesterday += added.above
          if (now && !then) lasting.came.push(behind)
          if (then && !now) lasting.went.push(behind)
        }
        const events = happening.get(measure)
        if (events) {
          if (fact.on === day) events.today.push(behind)
          if (monthNumber(fact.on) === month) events.soFar += added.above
          else events.monthBefore += added.above
        }
      }
  // Somebody of whom one part of the same thing ends and another begins that day has neither come nor gone.
  for (const each of standing.values()) {
    const [came, went] = [new Set(each.came.map(({ subject }) => subject)), new Set(each.went.map(({ subject }) => subject))]
    each.came = each.came.filter(({ subject }) => !went.has(subject))
    each.went = each.went.filter(({ subject }) => !came.has(subject))
  }
  return {
    standing: [...standing].map(([measure, each]) => ({ measure, ...each })),
    happening: [...happening].map(([measure, each]) => ({ measure, ...each })),
  }
}

interface Moved {
  readonly measure: Measure
  readonly came: readonly BehindRow[]
  readonly went: readonly BehindRow[]
}

interface Found {
  readonly day: string
  readonly snapshot: Snapshot
  readonly moved: readonly Moved[]
}

export const todayPage = (measuredNow: MeasuredNow, todayOf: TodayOf): Page =>
  page('/today', {
    may: 'see figures',
    looks: 'Opened the numbers of the day',
    find: async (request): Promise<Found> => {
      const day = dayOf(request, todayOf)
      const mayOpen = request.may('read a child')
      const found = await request.read(async (tx) => {
        const snapshot = await snapshotOf(tx, await measuredNow(tx), day)
        const moved: Moved[] = []
        if (mayOpen) {
          for (const { measure, came, went } of snapshot.standing)
            if (came.length + went.length > 0)
              moved.push({ measure, came: await named(tx, measure, came), went: await named(tx, measure, went) })
          for (const { measure, today } of snapshot.happening)
            if (today.length > 0) moved.push({ measure, came: await named(tx, measure, today), went: [] })
        }
        return { day, snapshot, moved }
      })
      request.lookAt(null, day)
      return found
    },
    show: (found, request) => <TodayShown {...found} request={request as PageRequest} />,
  })

function TodayShown({ day, snapshot, moved, request }: Found & { readonly request: PageRequest }): JSX.Element {
  const changed = snapshot.standing.filter(({ came, went }) => came.length + went.length > 0).length
  const silent = snapshot.standing.filter(({ today, yesterday }) => today === 0 && yesterday === 0)
  const told = snapshot.standing.filter((each) => !silent.includes(each))
  return (
    <Shown title="Today" back={{ href: request.link('/digest'), label: 'Digest' }}>
      <div class="gt-top">
        <div>
          <h1 class="govuk-heading-l">Today</h1>
          <p class="gt-lede">
            {longDate(day)}.{' '}
            {changed === 0
              ? 'None of the numbers moved since yesterday.'
              : `${countOf(changed, 'number', 'numbers')} moved since yesterday.`}
          </p>
        </div>
        <ul class="gt-tools">
          <Print />
        </ul>
      </div>
      <h2 class="govuk-heading-m">How many there are</h2>
      <Table
        caption="How many there are"
        hideCaption
        rows={told}
        columns={[
          { heading: 'Number', names: true, cell: ({ measure }) => <MeasureLink measure={measure} request={request} /> },
          { heading: 'Today', numeric: true, cell: ({ today }) => <b>{thousands(today)}</b> },
          { heading: 'Yesterday', numeric: true, cell: ({ yesterday }) => thousands(yesterday) },
          { heading: 'Came', numeric: true, cell: ({ came }) => (came.length === 0 ? '–' : `+${came.length}`) },
          { heading: 'Went', numeric: true, cell: ({ went }) => (went.length === 0 ? '–' : `−${went.length}`) },
        ]}
      />
      {silent.length > 0 && (
        <p class="govuk-body gt-small gt-quiet">None of: {silent.map(({ measure }) => measure.name.toLowerCase()).join(', ')}.</p>
      )}
      <h2 class="govuk-heading-m">What happened</h2>
      <Table
        caption="What happened"
        hideCaption
        rows={snapshot.happening}
        columns={[
          { heading: 'What', names: true, cell: ({ measure }) => <MeasureLink measure={measure} request={request} /> },
          { heading: 'Today', numeric: true, cell: ({ today }) => <b>{today.length}</b> },
          { heading: 'This month so far', numeric: true, cell: ({ soFar }) => thousands(soFar) },
          { heading: 'All of last month', numeric: true, cell: ({ monthBefore }) => thousands(monthBefore) },
        ]}
      />
      {request.may('read a child') ? (
        <>
          <h2 class="govuk-heading-m">Who moved since yesterday</h2>
          {moved.length === 0 && <p class="govuk-body">Nobody.</p>}
          {moved.map(({ measure, came, went }) => (
            <Details summary={`${measure.name}: ${movedInWords(measure, came.length, went.length)}`}>
              <ul class="govuk-list">
                {[
                  ...came.map((row) => ({ row, way: measure.of.lasts ? 'came' : 'today' })),
                  ...went.map((row) => ({ row, way: 'went' })),
                ].map(({ row, way }) => (
                  <li>
                    <a class="govuk-link" href={recordHref(request, measure, row)}>
                      {row.name}
                    </a>
                    {row.age === null ? '' : `, ${row.age}`}:{' '}
                    {way === 'went'
                      ? `until ${longDate(row.fact.until as string)}`
                      : `${measure.of.lasts ? 'since' : 'on'} ${longDate(row.fact.on)}`}
                  </li>
                ))}
              </ul>
            </Details>
          ))}
        </>
      ) : (
        <p class="govuk-body">Who moved is shown to those who may open their records.</p>
      )}
    </Shown>
  )
}

const MeasureLink = ({ measure, request }: { readonly measure: Measure; readonly request: PageRequest }): JSX.Element => (
  <a class="govuk-link" href={request.link(`/measures/${measure.id}`)}>
    {measure.name}
  </a>
)

/** '8 came, 7 went' of what lasts; '11' of what happens. */
const movedInWords = ({ of }: Measure, came: number, went: number): string =>
  of.lasts ? [came === 0 ? null : `${came} came`, went === 0 ? null : `${went} went`].filter(Boolean).join(', ') : String(came)
