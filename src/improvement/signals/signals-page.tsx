/** What changed: all signals, those that matter most to children first, as far as they concern whoever looks. */
import type { Database, Transaction } from '../../engine/database/database.ts'
import { listAsCsv, listAsXlsx } from '../../engine/web/list-save.ts'
import { listFrom } from '../../engine/web/list-choice.ts'
import { action, page, type Answer as Answered, type Page, type PageRequest } from '../../engine/web/page.ts'
import { longDate } from '../../engine/web/words.ts'
import { dayOf, type TodayOf } from '../../practice/person/known-day.ts'
import type { Measured, MeasuredNow } from '../digest/measured.ts'
import { detailOf } from './detail.ts'
import { keepSignals, keptSignals, lookedFor, type Run } from './kept.ts'
import { reachOf, rowsFor, type Reach, type SignalRow } from './reach.ts'
import { linesOfList, signalList } from './signals-page-list.tsx'
import { SignalsShown, type FoundSignals } from './signals-page-shown.tsx'

const why = 'It shows figures, and nobody’s record.'

/** The run of the day of a page: kept, and worked out where it is not; as known at a past moment, worked out and not kept. */
export type RunOfPage = <T>(request: PageRequest, work: (tx: Transaction, run: Run, measured: Measured) => Promise<T>) => Promise<T>

export const runOfPage =
  (database: Database, measuredNow: MeasuredNow, todayOf: TodayOf): RunOfPage =>
  async (request, work) => {
    const day = dayOf(request, todayOf)
    if (request.knownAt === null) await keepSignals(database, measuredNow, day)
    return request.read(async (tx) => {
      const measured = await measuredNow(tx)
      const kept = request.knownAt === null ? await keptSignals(tx, day) : null
      return work(tx, kept ?? (await lookedFor(tx, measured, day)), measured)
    })
  }

export function signalsPages(database: Database, measuredNow: MeasuredNow, todayOf: TodayOf): Page[] {
  const withRun = runOfPage(database, measuredNow, todayOf)
  const rows = (given: unknown) => {
    const request = given as PageRequest
    return withRun(
      request,
      async (tx, run): Promise<{ run: Run; reach: Reach; rows: readonly SignalRow[]; teams: ReadonlyMap<string, string> }> => {
        const reach = await reachOf(tx, request.person.account, request.person.role)
        return { run, reach, rows: await rowsFor(tx, run, reach), teams: await teamNames(tx) }
      },
    )
  }
  const saved = (as: typeof listAsCsv) => (found: Awaited<ReturnType<typeof rows>>, request: unknown) => {
    const list = signalList(found.teams)
    const lines = linesOfList(found.rows.filter(({ inReach }) => inReach || found.reach.of === 'own'))
    return as(list, listFrom((request as PageRequest).query, list, lines).kept, `What changed, ${longDate(found.run.day)}`)
  }
  return [
    page('/signals', {
      may: 'see figures',
      looks: null,
      noLookBecause: why,
      find: (given): Promise<FoundSignals> => {
        const request = given as PageRequest
        return withRun(request, async (tx, run, measured) => {
          const reach = await reachOf(tx, request.person.account, request.person.role)
          const all = await rowsFor(tx, run, reach)
          const teams = await teamNames(tx)
          const first = all.find(({ inReach }) => inReach) ?? null
          const opened = first !== null && first.standing !== 'answered' ? first : null
          return {
            day: dayOf(request, todayOf),
            run,
            reach,
            rows: all,
            teams,
            opened: opened === null ? null : await detailOf(tx, measured, run, opened),
          }
        })
      },
      show: (found, request) => (
        <SignalsShown {...found} said={(request as PageRequest).session.take('signals') ?? null} request={request as PageRequest} />
      ),
    }),
    page('/signals/list.csv', { may: 'see figures', looks: null, noLookBecause: why, find: rows, show: saved(listAsCsv) }),
    page('/signals/list.xlsx', { may: 'see figures', looks: null, noLookBecause: why, find: rows, show: saved(listAsXlsx) }),
    action('/signals/work-out-again', {
      may: 'see figures',
      looks: null,
      noLookBecause: why,
      does: async (request): Promise<Answered> => {
        await keepSignals(database, measuredNow, todayOf(request), { again: true })
        request.session.set('signals', 'Worked out again.')
        return { redirect: '/signals' }
      },
    }),
  ]
}

async function teamNames(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string | null }>('select id, name from team')
  return new Map(rows.map(({ id, name }) => [id, name ?? 'Name not recorded']))
}
