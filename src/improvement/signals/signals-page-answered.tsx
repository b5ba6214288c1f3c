/** Answered before: every answer that stands, whether its signal is still told or not. */
import type { JSX } from 'preact'
import type { Database } from '../../engine/database/database.ts'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { listFrom } from '../../engine/web/list-choice.ts'
import { declareList, type ListDeclaration } from '../../engine/web/list-declaration.ts'
import { listAsCsv, listAsXlsx } from '../../engine/web/list-save.ts'
import { List } from '../../engine/web/list.tsx'
import { page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { countOf } from '../../engine/web/words.ts'
import type { TodayOf } from '../../practice/person/known-day.ts'
import type { MeasuredNow } from '../digest/measured.ts'
import { answersOf, answerWords, standingOf, type Answer } from './answers.ts'
import { hrefOf } from './signal-page-open.tsx'
import { runOfPage } from './signals-page.tsx'

interface AnsweredLine extends Answer {
  readonly stands: 'Holds' | 'Come back' | 'Told no longer' | 'Answered anew'
}

const why = 'It shows what was answered to figures, and nobody’s record.'

export function answeredPages(database: Database, measuredNow: MeasuredNow, todayOf: TodayOf): Page[] {
  const withRun = runOfPage(database, measuredNow, todayOf)
  const find = (request: unknown): Promise<readonly AnsweredLine[]> =>
    withRun(request as PageRequest, async (tx, run) => {
      const told = new Map(run.signals.map(({ signal }) => [signal.id, signal]))
      const last = new Set<string>()
      return (await answersOf(tx)).map((answer): AnsweredLine => {
        const signal = told.get(answer.signal)
        const isLast = !last.has(answer.signal)
        last.add(answer.signal)
        if (!isLast) return { ...answer, stands: 'Answered anew' }
        if (signal === undefined) return { ...answer, stands: 'Told no longer' }
        return { ...answer, stands: standingOf(signal, answer) === 'answered' ? 'Holds' : 'Come back' }
      })
    })
  const declared = { may: 'see figures', looks: null, noLookBecause: why, find } as const
  const saved = (as: typeof listAsCsv) => (lines: readonly AnsweredLine[], request: unknown) =>
    as(answeredList(request as PageRequest), listFrom((request as PageRequest).query, answeredList(request as PageRequest), lines).kept)
  return [
    page('/signals/answered', { ...declared, show: (lines, request) => <AnsweredShown lines={lines} request={request as PageRequest} /> }),
    page('/signals/answered.csv', { ...declared, show: saved(listAsCsv) }),
    page('/signals/answered.xlsx', { ...declared, show: saved(listAsXlsx) }),
  ]
}

const answeredList = (request: Pick<PageRequest, 'link'>): ListDeclaration<AnsweredLine> =>
  declareList<AnsweredLine>({
    name: 'Answered before',
    of: ['answer', 'answers'],
    columns: [
      {
        id: 'said',
        heading: 'Signal',
        names: true,
        value: ({ said }) => said,
        cell: ({ said, signal }) => (
          <a class="govuk-link" href={request.link(hrefOf(signal))}>
            {said}
          </a>
        ),
      },
      { id: 'answer', heading: 'Answer', value: ({ answer }) => answerWords(answer) },
      {
        id: 'because',
        heading: 'Because, or what is asked',
        value: ({ because, question }) => [question, because].filter(Boolean).join('. ') || null,
      },
      { id: 'who', heading: 'Who finds out', value: ({ whoFindsOut }) => whoFindsOut },
      { id: 'by', heading: 'By', value: ({ answeredBy }) => answeredBy },
      { id: 'on', heading: 'On', value: ({ answeredOn }) => answeredOn },
      { id: 'stands', heading: 'Now', value: ({ stands }) => stands },
    ],
    filters: [
      {
        id: 'given',
        label: 'Answer',
        options: (['look into it', 'known', 'not a concern'] as const).map((value) => ({ value, label: answerWords(value) })),
        keeps: ({ answer }, value) => answer === value,
      },
      {
        id: 'now',
        label: 'Now',
        options: ['Holds', 'Come back', 'Told no longer', 'Answered anew'].map((value) => ({ value, label: value })),
        keeps: ({ stands }, value) => stands === value,
      },
    ],
  })

const AnsweredShown = ({ lines, request }: { readonly lines: readonly AnsweredLine[]; readonly request: PageRequest }): JSX.Element => (
  <Shown title="Answered before" back={{ href: request.link('/signals'), label: 'What changed' }}>
    <h1 class="govuk-heading-l">Answered before</h1>
    {lines.length > 0 && <p class="govuk-body">{countOf(lines.length, 'answer', 'answers')}, the last first.</p>}
    <List
      list={listFrom(request.query, answeredList(request), lines)}
      heading={null}
      nothing="No signal has been answered. A manager answers one on its page, and the answer is shown the next time it is told."
      save={{ csv: '/signals/answered.csv', xlsx: '/signals/answered.xlsx' }}
    />
  </Shown>
)
