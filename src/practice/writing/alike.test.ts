import { expect, test } from 'vitest'
import { signatureOf } from '../../engine/text/signature.ts'
import { monthNumber } from '../../engine/measures/months.ts'
import { addressOfAlike, heldTogether, type MarkedText } from './alike.ts'
import { withFacts } from '../../engine/signals/watched.ts'
import { copiedFacts, copiedMeasures } from './copied-measures.ts'

/** A mark of a paragraph of its own, or of one that is called the same; of one half of whose words are other. */
const mark = (paragraph: string): string => signatureOf(Array.from({ length: 40 }, (_, run) => `${paragraph} ${run}`))
const halfOf = (paragraph: string): string =>
  signatureOf(Array.from({ length: 40 }, (_, run) => `${run < 20 ? paragraph : `half of ${paragraph}`} ${run}`))

let nth = 0
const text = (subject: string, paragraph: string, on = '2015-03-02', more: Partial<MarkedText> = {}): MarkedText => {
  nth++
  return {
    subject,
    kind: 'assessment',
    record: `r${nth}`,
    on,
    sort: 'assessment',
    worker: `w${nth}`,
    team: 'T',
    paragraphs: [mark(paragraph)],
    ...more,
  }
}

const families: Readonly<Record<string, readonly string[]>> = { mina: ['F1'], tom: ['F1'], ada: ['F2'] }
const held = (...texts: MarkedText[]) => heldTogether(texts, (subject) => families[subject] ?? []).map(({ alike }) => alike)
const siblings = { how: 'brother or sister', likeness: 1 }

test('the later of two texts alike in a family is a copy; of two of one day both are', () => {
  expect(held(text('mina', 'p'), text('tom', 'p', '2015-03-05'))).toMatchObject([null, { ...siblings, subject: 'mina', on: '2015-03-02' }])
  expect(held(text('mina', 'p'), text('tom', 'p'))).toMatchObject([
    { ...siblings, subject: 'tom' },
    { ...siblings, subject: 'mina' },
  ])
})

test('both are shown side by side at an address of their own', () => {
  const [one, other] = heldTogether(
    [text('mina', 'p', '2015-03-02', { record: 'a' }), text('tom', 'p', '2015-03-05', { record: 'b' })],
    () => ['F'],
  )
  expect([one, other].map((each) => each && addressOfAlike(each))).toEqual([
    '/writing/alike/assessment/a',
    '/writing/alike/assessment/b?beside=a',
  ])
})

test('what was written later changes nothing of what was said of a text before', () => {
  const before = [text('mina', 'p'), text('tom', 'q', '2015-03-05')]
  expect(held(...before, text('tom', 'p', '2015-06-01'), text('mina', 'q', '2015-07-01')).slice(0, 2)).toEqual(held(...before))
})

test.each([
  ['the same child’s own text again', text('mina', 'p'), text('mina', 'p', '2015-06-01')],
  ['one about a child of another family, by another worker', text('mina', 'p'), text('ada', 'p', '2015-06-01')],
  ['one of more than a year before', text('mina', 'p', '2014-03-01'), text('tom', 'p', '2015-03-02')],
  ['one of another sort', text('mina', 'p'), text('tom', 'p', '2015-06-01', { sort: 'in need plan' })],
  ['one in another kind of record', text('mina', 'p'), text('tom', 'p', '2015-06-01', { kind: 'plan_action' })],
  ['one of which half the words are other', text('mina', 'p'), text('tom', 'q', '2015-06-01', { paragraphs: [halfOf('p')] })],
  [
    'one of which nobody knows who wrote it',
    text('mina', 'p', '2015-03-02', { worker: '' }),
    text('ada', 'p', '2015-06-01', { worker: '' }),
  ],
])('a text is no copy of %s', (_, one, other) => {
  expect(held(one, other)).toEqual([null, null])
})

test('a year to the day before is within the year', () => {
  expect(held(text('mina', 'p', '2014-03-02'), text('tom', 'p', '2015-03-02'))[1]).toMatchObject(siblings)
})

test('one worker’s text about another child is found where no brother’s or sister’s is', () => {
  const worker = { worker: 'w' }
  expect(held(text('ada', 'p', '2015-01-05', worker), text('mina', 'p', '2015-03-02', worker))[1]).toMatchObject({
    how: 'one worker',
    subject: 'ada',
  })
  const all = held(text('ada', 'p', '2015-01-05', worker), text('mina', 'p', '2014-12-02', worker), text('tom', 'p', '2015-03-02', worker))
  expect(all[2]).toMatchObject({ ...siblings, subject: 'mina' })
})

test('of several that are as alike the latest is told, whichever way they came', () => {
  const texts = [
    text('mina', 'p', '2015-01-05'),
    text('mina', 'q', '2015-02-05'),
    text('tom', 'r', '2015-03-05', { paragraphs: [mark('p'), mark('q')] }),
  ]
  for (const order of [texts, [...texts].reverse()])
    expect(heldTogether(order, () => ['F']).find(({ subject }) => subject === 'tom')?.alike).toMatchObject({ on: '2015-02-05' })
})

test('one copied paragraph among others makes a text a copy', () => {
  const two = text('tom', 'q', '2015-03-05', { paragraphs: [mark('q'), mark('p')] })
  expect(held(text('mina', 'p'), two)[1]).toMatchObject(siblings)
})

test('the minutes of a meeting of the family may stand with brothers and sisters alike, and not in another family’s records', () => {
  const review = { sort: 'review', kind: 'child_in_need_review', worker: 'w' }
  expect(held(text('mina', 'p', undefined, review), text('tom', 'p', undefined, review))).toEqual([null, null])
  expect(
    held(text('mina', 'p', undefined, review), text('tom', 'p', '2015-04-01', review), text('ada', 'p', '2015-05-01', review)),
  ).toMatchObject([null, null, { how: 'one worker', subject: 'tom' }])
})

test('what the form says in everybody’s record is no copy; one worker’s habit is', () => {
  const written = (workers: number) =>
    Array.from({ length: 20 }, (_, child) => text(`child ${child}`, 'the form', '2015-03-02', { worker: `w${child % workers}` }))
  expect(held(...written(5)).filter((each) => each !== null)).toHaveLength(0)
  expect(held(...written(4)).filter((each) => each !== null)).toHaveLength(20)
  expect(held(...written(1)).filter((each) => each !== null)).toHaveLength(20)
  const unknown = written(1).map((each) => ({ ...each, worker: '' }))
  expect(heldTogether(unknown, (subject) => [subject.length > 7 ? 'F1' : subject]).filter(({ alike }) => alike !== null)).toHaveLength(0)
  // The same words in two of ten: written by people, whoever they are.
  const others = Array.from({ length: 80 }, (_, child) => text(`other ${child}`, `own ${child}`))
  expect(held(...written(5), ...others).filter((each) => each !== null)).toHaveLength(20)
})

test('copies are counted out of all texts of their month: in whole, by sort, by team and by worker', () => {
  const texts = [text('mina', 'p'), text('tom', 'p', '2015-04-05', { team: 'U', worker: 'w' }), text('ada', 'q', '2015-04-06')]
  const copied = copiedFacts(heldTogether(texts, (subject) => families[subject] ?? []))
  const counts = withFacts(new Map(), copied, copiedMeasures)
  const of = (id: string, by: string, value: string) => {
    const found = counts.get(id)?.get(by)?.get(value)
    return ['2015-03', '2015-04'].map((month) => [found?.above.get(monthNumber(month)) ?? 0, found?.below.get(monthNumber(month)) ?? 0])
  }
  const whole = [
    [0, 1],
    [1, 2],
  ]
  expect(of('copied-texts', '', '')).toEqual(whole)
  expect(of('copied-assessment', '', '')).toEqual(whole)
  expect(of('copied-texts', 'sort', 'assessment')).toEqual(whole)
  expect(of('copied-assessment', 'team', 'U')).toEqual([
    [0, 0],
    [1, 1],
  ])
  expect(of('copied-assessment', 'worker', 'w')).toEqual([
    [0, 0],
    [1, 1],
  ])
  expect(counts.has('copied-review')).toBe(false)
})
