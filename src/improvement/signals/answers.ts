import type { Transaction } from '../../engine/database/database.ts'
import { monthNumber } from '../../engine/measures/months.ts'
import { longDate } from '../../engine/web/words.ts'
import type { Signal } from './signal.ts'

/** Answers to signals: how long one holds, how it is said, and what is kept. */

export type AnswerGiven = 'look into it' | 'known' | 'not a concern'

export interface Answer {
  readonly id: string
  readonly signal: string
  readonly measure: string
  readonly answer: AnswerGiven
  readonly because: string | null
  readonly question: string | null
  readonly whoFindsOut: string | null
  /** What the signal said, its way and its levels, when it was answered. */
  readonly said: string
  readonly direction: string | null
  /** Plain date, the first of its month. */
  readonly since: string | null
  readonly levelBefore: number | null
  readonly levelSince: number | null
  /** Plain date. */
  readonly answeredOn: string
  readonly answeredBy: string | null
}

/** What stands to a signal: nothing, an answer that holds, or one given to something else by now. */
export type Standing = 'unanswered' | 'answered' | 'come back'

/**
 * An answer holds while the signal is about the same thing. It comes back where it turned, where it began (again) after the day of the answer, and
 * where it is worse by half as much again.
 */
export function standingOf(signal: Pick<Signal, 'direction' | 'since' | 'from' | 'to'>, answer: Answer | null): Standing {
  if (answer === null) return 'unanswered'
  if (answer.direction !== null && answer.direction !== signal.direction) return 'come back'
  if (monthNumber(signal.since) > monthNumber(answer.answeredOn)) return 'come back'
  if (signal.direction === 'better' || answer.levelSince === null) return 'answered'
  const far = Math.abs(signal.to - (signal.from ?? 0))
  const then = Math.abs(answer.levelSince - (answer.levelBefore ?? 0))
  return far > then * 1.5 + 1e-9 ? 'come back' : 'answered'
}

const words: Readonly<Record<AnswerGiven, string>> = {
  'look into it': 'Look into it',
  known: 'Known, in hand',
  'not a concern': 'Not a concern',
}

export const answerWords = (answer: AnswerGiven): string => words[answer]

/** 'Known, in hand. Frances Ashdown, 12 February 2016: new minute taker from April' */
export function answerInWords({ answer, because, question, whoFindsOut, answeredBy, answeredOn }: Answer): string {
  const who = `${answeredBy === null ? '' : `${answeredBy}, `}${longDate(answeredOn)}`
  if (answer === 'look into it') return `${words[answer]}. ${who}, to ${whoFindsOut ?? 'nobody named'}: ${question ?? ''}`
  return `${words[answer]}. ${who}${because === null ? '' : `: ${because}`}`
}

const fields = `id, signal, measure, answer, because, question, who_finds_out as "whoFindsOut", said, direction, since,
  level_before::float8 as "levelBefore", level_since::float8 as "levelSince", answered_on as "answeredOn", answered_by as "answeredBy"`

/** All that stand, the last first; of one signal, or of every. */
export const answersOf = (tx: Transaction, signal: string | null = null): Promise<Answer[]> =>
  tx.query<Answer & Record<string, unknown>>(
    `select ${fields} from signal_answer where withdrawn_at is null and ($1::text is null or signal = $1) order by answered_on desc, known_from desc, id`,
    [signal],
  )

/** The last answer to each signal. */
export async function lastAnswers(tx: Transaction): Promise<ReadonlyMap<string, Answer>> {
  const last = new Map<string, Answer>()
  for (const answer of await answersOf(tx)) if (!last.has(answer.signal)) last.set(answer.signal, answer)
  return last
}

export interface Answering {
  readonly answer: AnswerGiven
  readonly because: string | null
  readonly question: string | null
  readonly whoFindsOut: string | null
}

/** Writes an answer. One given before stays, and stands again when this is taken back. @param day plain date */
export async function writeAnswer(tx: Transaction, signal: Signal, given: Answering, day: string, by: string): Promise<void> {
  await tx.run(
    `insert into signal_answer (signal, measure, answer, because, question, who_finds_out, said, direction, since, level_before, level_since, answered_on, answered_by, source)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::date, $10::text::numeric, $11::text::numeric, $12::date, $13, 'goldthread')`,
    [
      signal.id,
      signal.measure,
      given.answer,
      given.because,
      given.question,
      given.whoFindsOut,
      signal.sentence,
      signal.direction,
      `${signal.since}-01`,
      signal.from === null ? null : String(signal.from),
      String(signal.to),
      day,
      by,
    ],
  )
}

/** Takes an answer back. @returns whether it stood */
export const takeBack = async (tx: Transaction, signal: string, id: string): Promise<boolean> =>
  (await tx.run('update signal_answer set withdrawn_at = engine.instant() where id = $1::uuid and signal = $2 and withdrawn_at is null', [
    id,
    signal,
  ])) > 0
