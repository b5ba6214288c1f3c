/** The form in which a signal is answered, and what is wrong with what was typed. */
import type { JSX } from 'preact'
import { Button } from '../../engine/web/components/button.tsx'
import { Radios } from '../../engine/web/components/choices.tsx'
import { Input } from '../../engine/web/components/fields.tsx'
import { Form } from '../../engine/web/components/form.tsx'
import type { FieldError } from '../../engine/web/components/messages.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import { answerInWords, answerWords, type Answer, type AnswerGiven, type Answering, type Standing } from './answers.ts'
import { hrefOf } from './signal-page-open.tsx'

const choices: readonly AnswerGiven[] = ['look into it', 'known', 'not a concern']

export interface Typed {
  readonly answer: string
  readonly question: string
  readonly who: string
  readonly because: string
}

export const nothingTyped: Typed = { answer: '', question: '', who: '', because: '' }

export const typedFrom = (form: URLSearchParams): Typed => {
  const text = (name: string, most: number): string => (form.get(name) ?? '').trim().slice(0, most)
  return { answer: text('answer', 20), question: text('question', 500), who: text('who', 200), because: text('because', 1000) }
}

/** What was typed as an answer, or what is wrong with it. */
export function answeringFrom({ answer, question, who, because }: Typed): Answering | readonly FieldError[] {
  const given = choices.find((each) => each === answer)
  if (given === undefined) return [{ for: 'answer', says: 'Choose an answer: look into it, known and in hand, or not a concern.' }]
  const errors: FieldError[] = []
  if (given === 'look into it') {
    if (question === '') errors.push({ for: 'question', says: 'Say what you want to know, so that somebody can find it out.' })
    if (who === '') errors.push({ for: 'who', says: 'Name who will find out.' })
  }
  if (given === 'not a concern' && because === '')
    errors.push({ for: 'because', says: 'Say why it is not a concern: it is shown the next time.' })
  if (errors.length > 0) return errors
  const asked = given === 'look into it'
  return {
    answer: given,
    because: because === '' ? null : because,
    question: asked ? question : null,
    whoFindsOut: asked ? who : null,
  }
}

/** Ids are told apart by what stands before them where several forms could be on a page. */
export function AnswerForm({
  signal,
  typed = nothingTyped,
  errors = [],
}: {
  readonly signal: string
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}): JSX.Element {
  const error = (id: string) => errors.find((each) => each.for === id)?.says
  return (
    <Form action={hrefOf(signal, '/answer')} class="gt-answer">
      <Radios
        name="answer"
        label="Your answer"
        labelSize="s"
        small
        inline
        value={typed.answer}
        choices={choices.map((value) => ({ value, label: answerWords(value) }))}
        error={error('answer')}
      />
      <div class="gt-answer__boxes">
        <Input
          name="question"
          label="What do you want to know?"
          hint="To look into it"
          value={typed.question}
          autocomplete="off"
          error={error('question')}
        />
        <Input name="who" label="Who will find out?" hint="To look into it" value={typed.who} autocomplete="off" error={error('who')} />
        <Input
          name="because"
          label="Because"
          hint="Needed if not a concern"
          value={typed.because}
          autocomplete="off"
          error={error('because')}
        />
      </div>
      <p class="govuk-body gt-small gt-quiet">Name no child: whoever sees signals sees their answers.</p>
      <Button onceOnly>Save the answer</Button>
    </Form>
  )
}

/** The answer that stands or stood, in a line. */
export function AnswerShown({ answer, standing }: { readonly answer: Answer | null; readonly standing: Standing }): JSX.Element | null {
  if (answer === null) return null
  return (
    <p class="govuk-body gt-small gt-signal__answer">
      {standing === 'come back' && <b>Worse or other than when it was answered: </b>}
      {answerInWords(answer)}
    </p>
  )
}

export function TakeBack({ answer, request }: { readonly answer: Answer; readonly request: PageRequest }): JSX.Element | null {
  if (!request.may('answer signals') || request.knownAt !== null) return null
  return (
    <Form action={hrefOf(answer.signal, '/take-back')} class="gt-no-print">
      <input type="hidden" name="answer" value={answer.id} />
      <Button kind="secondary">Take back this answer</Button>
    </Form>
  )
}
