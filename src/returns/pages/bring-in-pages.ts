import type { Database } from '../../engine/database/database.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { action, mend, NotNow, NotThere, page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { londonDay } from '../../engine/web/words.ts'
import { bringInFiles, takeBackImport } from '../bring-in.ts'
import { BringInPage, type BringIn } from './bring-in-page.tsx'
import { DifferencesPage } from './differences-page.tsx'
import { differencesOf } from './differences.ts'
import { importHead, importResult, isIdentifier, pageAsked, pastImports } from './imports.ts'
import { importJobs, type Jobs } from './jobs.ts'
import { waitingPairs } from './pairs.ts'
import { inOneFolder } from './received-files.ts'
import { refusedCsv, refusedLines, reasonsOf } from './refusals.ts'
import { RefusedPage } from './refused-page.tsx'
import { ResultPage } from './result-page.tsx'
import { FailedPage, NotFinishedPage, RunningPage } from './running-page.tsx'
import { sentenceOf } from './sentence.ts'
import { TakeBackPage } from './take-back-page.tsx'
import { templatePages } from './template-pages.ts'
import { takenBackInWords } from './words.ts'

interface BringInOptions {
  readonly database: Database
  readonly kinds: readonly RecordKind[]
  /** The plain date that counts as today: events after it are refused. */
  readonly todayOf: (now: Date) => string
  readonly jobs?: Jobs
}

const may = 'bring in data'
const differencesOnResult = 10

/** The pages on which people take templates, bring files in, watch it, read what happened, and take it back. */
export function bringInPages({ database, kinds, todayOf, jobs = importJobs() }: BringInOptions): readonly Page[] {
  /** The embedded database does one thing at a time: while an import runs it tells nothing else. */
  const isOccupied = (): boolean => database.where === 'embedded' && jobs.isBusy()

  const bringIn = async (request: Pick<PageRequest, 'query' | 'read'>): Promise<BringIn> => {
    const at = pageAsked(request.query)
    return { past: isOccupied() ? null : await request.read((tx) => pastImports(tx, at)), jobs: jobs.open(), page: at }
  }

  return [
    page('/bring-in-data', {
      may,
      looks: null,
      noLookBecause: 'It lists imports and shows nobody’s record; it is open while an import keeps the database busy.',
      find: bringIn,
      show: (found) => BringInPage(found),
    }),

    action('/bring-in-data', {
      may,
      looks: null,
      noLookBecause: 'The import itself keeps who brought it in, and when; a look would wait until the import has finished.',
      takesFiles: true,
      does: async (request) => {
        const files = request.files.filter(({ field }) => field === 'files')
        if (files.length === 0) return mend(BringInPage({ ...(await bringIn(request)), error: 'Choose the files to bring in' }))
        const remove = request.keepFiles()
        try {
          const folder = await inOneFolder(files)
          const names = files.map(({ name }) => name)
          const as = request.acting('imports', 'Brought in from files')
          const { id } = jobs.start({
            by: request.person.name,
            files: names,
            of: names.some((name) => /\.zip$/i.test(name)) ? null : names.length,
            bringIn: async (progress) => (await bringInFiles(database, as, [folder], todayOf(request.now), progress)).import,
            cleared: remove,
          })
          return { redirect: `/bring-in-data/running/${id}` }
        } catch (failure) {
          await remove()
          throw failure
        }
      },
    }),

    ...templatePages(kinds),

    page('/bring-in-data/running/:job', {
      may,
      looks: null,
      noLookBecause: 'It shows how far an import is and nobody’s record; the database may be busy with that import.',
      show: (_found, { params, query }) => {
        const job = jobs.find(params.job)
        if (job === null) return { status: 404, body: NotFinishedPage() }
        if (job.state === 'done') return { redirect: `/bring-in-data/${job.import}` }
        if (job.state === 'failed') return FailedPage({ job })
        const still = query.get('look') === 'once'
        return { body: RunningPage({ job, still }), ...(still ? {} : { headers: { refresh: '2' } }) }
      },
    }),

    page('/bring-in-data/:import', {
      may,
      looks: 'Opened the result of an import',
      find: async ({ params, query, read, lookAt, may: mayThey, session }) => {
        const id = known(params.import)
        lookAt(id)
        return read(async (tx) => ({
          result: await importResult(tx, id, kinds),
          reasons: await reasonsOf(tx, id),
          page: pageAsked(query),
          differences: await differencesOf(tx, id, kinds, 1, differencesOnResult),
          pairs: mayThey('decide pairs') ? await waitingPairs(tx) : null,
          said: session.take(`said of ${id}`),
        }))
      },
      show: (found) => ResultPage(found),
    }),

    page('/bring-in-data/:import/refused', {
      may,
      looks: 'Listed the refused rows of an import',
      find: async ({ params, query, read, lookAt }) => {
        const id = known(params.import)
        lookAt(id)
        const [at, asked] = [pageAsked(query), query.get('reason')]
        const reason = asked !== null && /^[0-9a-f]{12}$/.test(asked) ? asked : null
        return read(async (tx) => {
          await importHead(tx, id)
          return { id, page: at, reason, ...(await refusedLines(tx, id, reason, at)) }
        })
      },
      show: (found) => RefusedPage(found),
    }),

    page('/bring-in-data/:import/refused.csv', {
      may,
      looks: 'Saved the refused rows of an import',
      find: async ({ params, read, lookAt }) => {
        const id = known(params.import)
        lookAt(id)
        return read(async (tx) => {
          const { broughtAt } = await importHead(tx, id)
          return { body: await refusedCsv(tx, id), day: londonDay(broughtAt) }
        })
      },
      show: ({ body, day }) => ({ body, type: 'text/csv; charset=utf-8', download: `refused-rows-${day}.csv` }),
    }),

    page('/bring-in-data/:import/differences', {
      may,
      looks: 'Listed where two sources differ',
      find: async ({ params, query, read, lookAt }) => {
        const id = known(params.import)
        lookAt(id)
        const at = pageAsked(query)
        return read(async (tx) => {
          const { disagreements } = await importResult(tx, id, kinds)
          return { id, page: at, count: disagreements, differences: await differencesOf(tx, id, kinds, at) }
        })
      },
      show: (found) => DifferencesPage(found),
    }),

    page('/bring-in-data/:import/take-back', {
      may,
      looks: null,
      noLookBecause: 'It asks whether to take an import back and shows nobody’s record.',
      find: ({ params, read }) => read((tx) => importHead(tx, known(params.import))),
      show: (head) => TakeBackPage({ head }),
    }),

    action('/bring-in-data/:import/take-back', {
      may,
      looks: 'Took an import back',
      does: async ({ params, read, lookAt, acting, session }) => {
        const id = known(params.import)
        lookAt(id)
        if (jobs.isBusy()) throw new NotNow('An import is running. Take this one back when it has finished.')
        const head = await read((tx) => importHead(tx, id))
        try {
          session.set(
            `said of ${id}`,
            `The import is taken back. ${takenBackInWords(await takeBackImport(database, acting('imports'), id, kinds))}`,
          )
          return { redirect: `/bring-in-data/${id}` }
        } catch (failure) {
          const error = sentenceOf(failure)
          if (error === null) throw failure
          return mend(TakeBackPage({ head: { ...head, ...(await read((tx) => importHead(tx, id))) }, error }))
        }
      },
    }),
  ]
}

/** @throws NotThere for what cannot be an identifier, so that the database is not asked about it */
function known(id: string): string {
  if (!isIdentifier(id)) throw new NotThere()
  return id
}
