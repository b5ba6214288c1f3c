/** One signal: what it says, what moved before it, whom it counts, and what is answered to it. */
import type { JSX } from 'preact'
import type { Database } from '../../engine/database/database.ts'
import { isRecordId } from '../../engine/records/kind.ts'
import { InsetText, NotificationBanner, type FieldError } from '../../engine/web/components/messages.tsx'
import { Print } from '../../engine/web/components/print.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { action, mend, NotThere, page, type Answer as Answered, type Page, type PageRequest } from '../../engine/web/page.ts'
import type { TodayOf } from '../../practice/person/known-day.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import type { MeasuredNow } from '../digest/measured.ts'
import { answersOf, standingOf, takeBack, writeAnswer, type Answer } from './answers.ts'
import { detailOf, type Detail } from './detail.ts'
import type { KeptSignal, Run } from './kept.ts'
import { SignalWay } from './kinds.tsx'
import { answeringFrom, AnswerForm, AnswerShown, nothingTyped, TakeBack, typedFrom, type Typed } from './signal-page-form.tsx'
import { hrefOf, monthOf, SignalOpen } from './signal-page-open.tsx'
import { runOfPage } from './signals-page.tsx'

interface Found {
  readonly id: string
  readonly run: Run
  /** Null where it is told no longer. */
  readonly kept: KeptSignal | null
  /** The signal that says the same cause, where this is a part of it. */
  readonly head: KeptSignal | null
  readonly detail: Detail | null
  /** Its measure, where it is told no longer. */
  readonly measure: Measure | null
  readonly answers: readonly Answer[]
}

export function signalPages(database: Database, measuredNow: MeasuredNow, todayOf: TodayOf): Page[] {
  const withRun = runOfPage(database, measuredNow, todayOf)
  const find = (request: PageRequest<'/signals/:signal'>): Promise<Found> => {
    const id = request.params.signal
    request.lookAt(null, id)
    return withRun(request as PageRequest, async (tx, run, measured) => {
      const kept = run.signals.find(({ signal }) => signal.id === id) ?? null
      const answers = await answersOf(tx, id)
      const measure = measured.measures.find((each) => each.id === (kept?.signal.measure ?? id.split('.')[0])) ?? null
      if (kept === null && answers.length === 0 && measure === null) throw new NotThere()
      const head = kept === null ? null : (run.signals.find(({ signal }) => signal.id === kept.signal.partOf) ?? null)
      return { id, run, kept, head, answers, measure, detail: kept === null ? null : await detailOf(tx, measured, run, kept) }
    })
  }
  return [
    page('/signals/:signal', {
      may: 'see figures',
      looks: 'Opened a signal',
      find,
      show: (found, request) => (
        <SignalShown {...found} said={(request as PageRequest).session.take('signals') ?? null} request={request as PageRequest} />
      ),
    }),
    action('/signals/:signal/answer', {
      may: 'answer signals',
      looks: 'Answered a signal',
      does: async (request): Promise<Answered> => {
        const found = await find(request)
        if (found.kept === null) throw new NotThere()
        const { signal } = found.kept
        const typed = typedFrom(request.form)
        const given = answeringFrom(typed)
        if (!('answer' in given)) return mend(<SignalShown {...found} said={null} typed={typed} errors={given} request={request} />)
        await request.write((tx) => writeAnswer(tx, signal, given, todayOf(request), request.person.name), {
          reason: 'A signal was answered',
        })
        request.session.set('signals', 'Your answer is kept.')
        return { redirect: hrefOf(signal.id) }
      },
    }),
    action('/signals/:signal/take-back', {
      may: 'answer signals',
      looks: 'Took an answer to a signal back',
      does: async (request): Promise<Answered> => {
        const { signal } = request.params
        const id = request.form.get('answer') ?? ''
        request.lookAt(null, signal)
        if (!isRecordId(id)) throw new NotThere()
        const stood = await request.write((tx) => takeBack(tx, signal, id), { reason: 'An answer to a signal was taken back' })
        request.session.set('signals', stood ? 'The answer is taken back.' : 'That answer had been taken back already.')
        return { redirect: hrefOf(signal) }
      },
    }),
  ]
}

interface ShownProps extends Found {
  readonly said: string | null
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
  readonly request: PageRequest
}

function SignalShown(props: ShownProps): JSX.Element {
  const { run, kept, head, detail, answers, said, typed = nothingTyped, errors = [], request } = props
  if (kept === null) return <Gone {...props} />
  const { signal } = kept
  const [answer = null, ...before] = answers
  const mayAnswer = request.may('answer signals') && request.knownAt === null
  return (
    <Shown title={signal.sentence} errors={errors} back={{ href: request.link('/signals'), label: 'What changed' }}>
      {said !== null && <NotificationBanner success heading={said} />}
      <div class="gt-top">
        <div class="gt-signal__head">
          <SignalWay signal={signal} />
          <h1 class="govuk-heading-l">{signal.sentence}</h1>
          <p class="govuk-body gt-quiet">{signal.more}</p>
          <AnswerShown answer={answer} standing={standingOf(signal, answer)} />
          {answer !== null && <TakeBack answer={answer} request={request} />}
        </div>
        <ul class="gt-tools">
          <Print />
        </ul>
      </div>
      {head !== null && (
        <InsetText>
          Part of{' '}
          <a class="govuk-link" href={request.link(hrefOf(head.signal.id))}>
            {head.signal.sentence}
          </a>
        </InsetText>
      )}
      {detail === null ? (
        <p class="govuk-body">Its measure is counted no longer, so that there is nothing more to show.</p>
      ) : (
        <SignalOpen kept={kept} detail={detail} run={run} request={request} level={2} />
      )}
      {mayAnswer ? (
        <AnswerForm signal={signal.id} typed={typed} errors={errors} />
      ) : (
        answer === null && request.knownAt === null && <p class="govuk-body gt-small gt-quiet">Nobody has answered it. Managers may.</p>
      )}
      <Before answers={before} />
    </Shown>
  )
}

const Before = ({ answers }: { readonly answers: readonly Answer[] }): JSX.Element | null =>
  answers.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-s">Answered before</h2>
      <ul class="govuk-list gt-small">
        {answers.map((answer) => (
          <li>
            <AnswerShown answer={answer} standing="answered" />
            <span class="gt-quiet">It said: {answer.said}</span>
          </li>
        ))}
      </ul>
    </>
  )

/** It is told no longer: what is said of its measure now, and what was answered. */
function Gone({ run, measure, answers, said, request }: ShownProps): JSX.Element {
  const [answer = null] = answers
  return (
    <Shown title="Told no longer" back={{ href: request.link('/signals'), label: 'What changed' }}>
      {said !== null && <NotificationBanner success heading={said} />}
      <h1 class="govuk-heading-l">This signal is told no longer</h1>
      <p class="govuk-body gt-prose">
        At the end of {monthOf(run)} nothing of the kind is beyond chance.{' '}
        {measure !== null && (
          <>
            How it stands:{' '}
            <a class="govuk-link" href={request.link(`/measures/${measure.id}`)}>
              {measure.name}
            </a>
            .
          </>
        )}
      </p>
      {answer !== null && (
        <>
          <h2 class="govuk-heading-s">When it was told</h2>
          <p class="govuk-body">{answer.said}</p>
          <AnswerShown answer={answer} standing="answered" />
          <TakeBack answer={answer} request={request} />
        </>
      )}
    </Shown>
  )
}
