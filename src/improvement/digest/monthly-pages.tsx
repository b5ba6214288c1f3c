/** Monthly digests: the month's figures with what their author says of them, frozen as known that day, on screen, in print, in Word and as a workbook. */
import { Readable } from 'node:stream'
import { isMonth, lastWholeMonth, monthNumber } from '../../engine/measures/months.ts'
import { action, NotNow, NotThere, page, type Answer, type Page, type PageRequest } from '../../engine/web/page.ts'
import { londonDay } from '../../engine/web/words.ts'
import { settingOf } from '../../authority/settings.ts'
import { dayOf, type TodayOf } from '../../practice/person/known-day.ts'
import type { MeasuredNow } from './measured.ts'
import { commentsOf, freeze, frozenMonthly, frozenMonths, monthlyNow, writeComment } from './monthly.ts'
import { monthlyDocx, monthlyXlsx } from './monthly-files.ts'
import { monthWords } from './words.ts'
import { anchor, MonthlyShown, MonthsShown, type MonthlyFound } from './monthly-shown.tsx'

const why = 'It shows figures and what was written of them, and nobody’s record.'

export function monthlyPages(measuredNow: MeasuredNow, todayOf: TodayOf): Page[] {
  /** As frozen, or as it stands now. */
  const find = async (request: PageRequest<'/monthly-digests/:month'>): Promise<MonthlyFound> => {
    const { month } = request.params
    const day = dayOf(request, todayOf)
    if (!isMonth(month) || monthNumber(month) > lastWholeMonth(day)) throw new NotThere()
    return request.read(async (tx) => {
      const council = (await settingOf(tx, 'council')) ?? 'Your council'
      const comments = await commentsOf(tx, month)
      const frozen = await frozenMonthly(tx, month)
      if (frozen) return { council, comments, monthly: frozen.monthly, charts: frozen.charts, frozenAt: frozen.frozenAt }
      return { council, comments, ...(await monthlyNow(tx, await measuredNow(tx), monthNumber(month), day)), frozenAt: null }
    })
  }
  const declared = { may: 'see figures', looks: null, noLookBecause: why } as const
  return [
    page('/monthly-digests', {
      ...declared,
      find: (request) => request.read(async (tx) => ({ frozen: await frozenMonths(tx), latest: lastWholeMonth(dayOf(request, todayOf)) })),
      show: ({ frozen, latest }, request) => <MonthsShown frozen={frozen} latest={latest} request={request as PageRequest} />,
    }),
    page('/monthly-digests/:month', {
      ...declared,
      find: (request) => find(request),
      show: (found, request) => <MonthlyShown {...found} request={request as PageRequest} />,
    }),
    page('/monthly-digests/:month/digest.docx', {
      ...declared,
      find: async (request) => {
        const paper = await find(request)
        return { paper, document: await monthlyDocx(paper) }
      },
      show: ({ paper, document }): Answer => ({
        body: Readable.from(document),
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        download: `Monthly digest ${paper.monthly.month}.docx`,
      }),
    }),
    page('/monthly-digests/:month/digest.xlsx', {
      ...declared,
      find: (request) => find(request as PageRequest<'/monthly-digests/:month'>),
      show: (paper): Answer => ({
        body: Readable.from(monthlyXlsx(paper)),
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        download: `Monthly digest ${paper.monthly.month}.xlsx`,
      }),
    }),
    action('/monthly-digests/:month/comment', {
      may: 'keep figures',
      looks: 'Wrote in a monthly digest',
      does: async (request): Promise<Answer> => {
        const { month } = request.params
        const measure = request.form.get('measure') ?? ''
        if (!isMonth(month) || !/^[a-z0-9-]{2,60}$|^area:[A-Za-z ]{2,40}$/.test(measure)) throw new NotThere()
        const frozen = await request.read((tx) => frozenMonthly(tx, month))
        if (frozen)
          throw new NotNow(`The digest of ${monthWords(month)} is frozen. Take it back first, if something must be written otherwise.`)
        const words = (request.form.get('words') ?? '').trim().slice(0, 10_000)
        request.lookAt(null, `${month}, ${measure}`)
        await request.write((tx) => writeComment(tx, month, measure, words, request.person.name), {
          reason: `Comment in the digest of ${month}`,
        })
        return { redirect: `/monthly-digests/${month}#${anchor(measure)}` }
      },
    }),
    action('/monthly-digests/:month/freeze', {
      may: 'keep figures',
      looks: 'Froze a monthly digest',
      does: async (request): Promise<Answer> => {
        const { month } = request.params
        const day = dayOf(request, todayOf)
        if (!isMonth(month) || monthNumber(month) > lastWholeMonth(day)) throw new NotThere()
        request.lookAt(null, month)
        const at = londonNow(request.now)
        await request.write(
          async (tx) => {
            if (await frozenMonthly(tx, month)) return
            await freeze(tx, await monthlyNow(tx, await measuredNow(tx), monthNumber(month), day), at, request.person.name)
          },
          { reason: `Digest of ${month} frozen` },
        )
        return { redirect: `/monthly-digests/${month}` }
      },
    }),
    action('/monthly-digests/:month/take-back', {
      may: 'keep figures',
      looks: 'Took a monthly digest back',
      does: async (request): Promise<Answer> => {
        const { month } = request.params
        if (!isMonth(month)) throw new NotThere()
        request.lookAt(null, month)
        await request.write(
          (tx) =>
            tx.run('update monthly_digest set withdrawn_at = engine.instant() where month = $1::date and withdrawn_at is null', [
              `${month}-01`,
            ]),
          {
            reason: `Digest of ${month} taken back`,
          },
        )
        return { redirect: `/monthly-digests/${month}` }
      },
    }),
  ]
}

/** The London wall clock: 'YYYY-MM-DD HH:MM:SS'. */
function londonNow(now: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(now)
  return `${londonDay(now)} ${time.replace(/^24/, '00')}`
}
