import { describe, expect, test } from 'vitest'
import { answerInWords, standingOf, type Answer } from './answers.ts'
import { answeringFrom, typedFrom } from './signal-page-form.tsx'

const answered = (changes: Partial<Answer> = {}): Answer => ({
  id: '00000000-0000-4000-8000-000000000001',
  signal: 'conf-minutes-time.change',
  measure: 'conf-minutes-time',
  answer: 'known',
  because: 'new minute taker from April',
  question: null,
  whoFindsOut: null,
  said: 'Conference records sent on time: 46% since April 2015, down from 96%.',
  direction: 'worse',
  since: '2015-04-01',
  levelBefore: 96,
  levelSince: 46,
  answeredOn: '2016-02-12',
  answeredBy: 'Frances Ashdown',
  ...changes,
})

const told = (changes: Partial<Parameters<typeof standingOf>[0]> = {}): Parameters<typeof standingOf>[0] => ({
  direction: 'worse',
  since: '2015-04',
  from: 96,
  to: 46,
  ...changes,
})

describe('an answer to a signal', () => {
  test.each([
    ['answered', 'it says the same', {}],
    ['answered', 'it is a little worse', { to: 30 }],
    ['answered', 'it got better', { to: 80 }],
    ['answered', 'the month in which it began is told a little otherwise', { since: '2015-06' }],
    ['answered', 'it began in the month of the answer', { since: '2016-02' }],
    ['come back', 'it is worse by half as much again and more: 76 points, not 50', { to: 20 }],
    ['come back', 'it began anew after it was answered', { since: '2016-03' }],
    ['come back', 'it turned', { direction: 'better', to: 99 }],
  ] as const)('is %s where %s', (standing, _, changes) => {
    expect(standingOf(told(changes), answered())).toBe(standing)
  })

  test('holds where it stands at a level, until it lies half as far again from what could be expected', () => {
    const at = (to: number) =>
      standingOf({ direction: 'worse', since: '2014-01', from: 90, to }, answered({ levelBefore: 90, levelSince: 60, since: '2014-01-01' }))
    expect([at(60), at(46), at(44)]).toEqual(['answered', 'answered', 'come back'])
  })

  test('is none where nobody gave one', () => expect(standingOf(told(), null)).toBe('unanswered'))

  test('is said with who, when and why', () => {
    expect(answerInWords(answered())).toBe('Known, in hand. Frances Ashdown, 12 February 2016: new minute taker from April')
    expect(
      answerInWords(
        answered({ answer: 'look into it', because: null, question: 'Why do forms leave us late?', whoFindsOut: 'Anita Selwood' }),
      ),
    ).toBe('Look into it. Frances Ashdown, 12 February 2016, to Anita Selwood: Why do forms leave us late?')
  })
})

describe('what is typed as an answer', () => {
  const typed = (fields: Record<string, string>) => answeringFrom(typedFrom(new URLSearchParams(fields)))

  test.each([
    ['nothing chosen', {}, ['Choose an answer: look into it, known and in hand, or not a concern.']],
    [
      'nothing asked and nobody named',
      { answer: 'look into it', because: 'so' },
      ['Say what you want to know, so that somebody can find it out.', 'Name who will find out.'],
    ],
    ['no reason', { answer: 'not a concern', because: '  ' }, ['Say why it is not a concern: it is shown the next time.']],
    ['no answer there is', { answer: 'delete' }, ['Choose an answer: look into it, known and in hand, or not a concern.']],
  ] as const)('is refused in whole sentences: %s', (_, fields, sentences) => {
    const wrong = typed(fields)
    expect('answer' in wrong ? [] : wrong.map(({ says }) => says)).toEqual(sentences)
  })

  test('keeps a question only with what is to be looked into', () => {
    expect(typed({ answer: 'known', question: 'Why?', who: 'Somebody' })).toEqual({
      answer: 'known',
      because: null,
      question: null,
      whoFindsOut: null,
    })
    expect(typed({ answer: 'look into it', question: 'Why?', who: 'Somebody' })).toEqual({
      answer: 'look into it',
      because: null,
      question: 'Why?',
      whoFindsOut: 'Somebody',
    })
  })
})
