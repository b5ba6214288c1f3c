import { describe, expect, test } from 'vitest'
import type { Measure } from '../../engine/measures/measure.ts'
import type { SignalRow } from './reach.ts'
import { apartInWords } from './detail.ts'
import { weeklyText } from './weekly.ts'
import { volumeInWords } from './where-it-went.ts'

const row = (area: string, children: number, changes: Partial<SignalRow> = {}, direction: 'worse' | 'better' = 'worse'): SignalRow =>
  ({
    signal: { area, children, direction, sentence: 'Reviews held in time: 61% since May 2015, down from 92%.' },
    parts: [],
    mine: 0,
    inReach: true,
    answer: null,
    standing: 'unanswered',
    isNew: true,
    ...changes,
  }) as unknown as SignalRow

describe('the weekly message of signals', () => {
  const site = 'https://goldthread.council.example'

  test('counts what is new, what is worse and what waits, with links by area', () => {
    const rows = [
      row('Children in care', 65),
      row('Children in care', 12, {}, 'better'),
      row('Health in care', 4),
      row('Education', 30, { isNew: false, standing: 'answered' }),
      row('Education', 30, { isNew: false, standing: 'come back' }),
    ]
    const text = weeklyText(rows, '2016-03-03', site)
    expect(text).toContain(
      '3 signals are new since 25 February 2016, 2 of them worse. 4 wait for an answer, 1 of them answered before and worse or other since.',
    )
    expect(text).toContain(`${site}/signals\n`)
    expect(text).toContain(`Children in care: 2 signals, the largest counting 65\n${site}/signals?area=Children%20in%20care`)
  })

  test('says “a few” of fewer than six, and no sentence of a signal', () => {
    const text = weeklyText([row('Health in care', 4)], '2016-03-03', site)
    expect(text).toContain('Health in care: 1 signal, counting a few')
    expect(text).not.toContain('Reviews held')
  })

  test('says so where nothing is new and nothing waits', () => {
    const text = weeklyText([row('Education', 30, { isNew: false, standing: 'answered' })], '2016-03-03', site)
    expect(text).toContain('No signal is new since 25 February 2016. None waits for an answer.')
  })
})

describe('whether there are more of them, or fewer are done as they should be', () => {
  const share = { better: 'higher', of: { lasts: false } } as Measure
  const said = (before: [number, number], since: [number, number]) =>
    volumeInWords(share, { before: { cases: before[0], met: before[1] }, since: { cases: since[0], met: since[1] } })

  test.each([
    [[10, 8], [15, 8], 'There are more of them, and no fewer than before are done as they should be: 15 a month since then, 10 before.'],
    [[10, 8], [15, 6], 'There are more of them, and fewer are done as they should be: 15 a month since then, 10 before.'],
    [[10, 8], [10, 5], 'It is not that there are more of them: 10 a month since then, 10 before. Fewer are done as they should be.'],
    [[10, 8], [6, 3], 'It is not that there are more of them; there are fewer: 6 a month since then, 10 before.'],
    [[10, 5], [10, 9], 'There are about as many of them: 10 a month since then, 10 before.'],
  ] as const)('%j a month before and %j since: %s', (before, since, sentence) => {
    expect(said([...before], [...since])).toBe(sentence)
  })

  test('says nothing where neither way is better', () => {
    expect(volumeInWords({ ...share, better: 'neutral' }, { before: { cases: 1, met: 1 }, since: { cases: 2, met: 1 } })).toBeNull()
  })
})

describe('which teams stand apart', () => {
  const team = (name: string, is: 'within chance' | 'below chance') =>
    ({ name, numerator: 7, denominator: 34, is }) as Parameters<typeof apartInWords>[0][number]

  test('one is named with its numbers, the others are said to be alike', () => {
    expect(
      apartInWords([team('Young People’s Team', 'below chance'), ...['A', 'B', 'C', 'D'].map((name) => team(name, 'within chance'))]),
    ).toBe('Young People’s Team (7 of 34) stands apart from all together. The other 4 teams are alike.')
  })

  test('where none does, that is said', () => {
    expect(apartInWords([team('A', 'within chance'), team('B', 'within chance')])).toBe('None of the 2 teams stands apart.')
  })
})
