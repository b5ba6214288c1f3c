import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flagRows, short, spread, widthOf } from './labels.ts'

describe('labels in a column', () => {
  test('stay where they are if there is room, and part if there is not, in their order', () => {
    expect(spread([10, 50, 90], 17, 0, 100)).toEqual([10, 50, 90])
    expect(spread([50, 52, 10], 17, 0, 100)).toEqual([50, 67, 10])
    expect(spread([98, 99, 100], 17, 0, 100)).toEqual([66, 83, 100])
  })

  test('lie at least so far apart, within the picture, and none passes another', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 320, noNaN: true }), { minLength: 1, maxLength: 6 }), (heights) => {
        const found = spread(heights, 17, 0, 320)
        const sorted = found.toSorted((one, other) => one - other)
        for (const [at, height] of sorted.entries()) {
          expect(height).toBeGreaterThanOrEqual(-1e-9)
          expect(height).toBeLessThanOrEqual(320 + 1e-9)
          if (at > 0) expect(height - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(17 - 1e-9)
        }
        heights.forEach((one, at) =>
          heights.forEach((other, beside) => one < other && expect(found[at]!).toBeLessThanOrEqual(found[beside]!)),
        )
      }),
    )
  })

  test('stand closer where the room is too small for all', () => {
    expect(spread([5, 5, 5], 17, 0, 20)).toEqual([0, 10, 20])
  })
})

describe('words that fly from upright lines', () => {
  const rows = (flags: readonly { x: number; text: string }[], right = 1180) =>
    Object.fromEntries(flagRows(flags, right).map(({ text, row, left }) => [text, left ? `${row} left` : row]))

  test('stand in one row where they do not meet, else the one further left stands higher', () => {
    expect(
      rows([
        { x: 100, text: 'New harbour' },
        { x: 600, text: 'Storm' },
      ]),
    ).toEqual({ 'New harbour': 0, Storm: 0 })
    expect(
      rows([
        { x: 100, text: 'New harbour' },
        { x: 150, text: 'Storm' },
      ]),
    ).toEqual({ 'New harbour': 1, Storm: 0 })
  })

  test('stand on the left of their line at the right end, and the one further right stands higher', () => {
    expect(
      rows([
        { x: 1100, text: 'Inspection of the harbour' },
        { x: 1160, text: 'Flood, February 2016' },
      ]),
    ).toEqual({ 'Inspection of the harbour': '0 left', 'Flood, February 2016': '1 left' })
  })

  test('never cover each other', () => {
    const flag = fc.record({ x: fc.integer({ min: 50, max: 1080 }), text: fc.string({ minLength: 1, maxLength: 64 }) })
    fc.assert(
      fc.property(fc.array(flag, { maxLength: 8 }), (flags) => {
        const boxes = flagRows(flags, 1180).map(({ x, text, row, left }) => ({
          row,
          from: left ? x - widthOf(text) : x,
          to: left ? x : x + widthOf(text),
        }))
        for (const [at, one] of boxes.entries())
          for (const other of boxes.slice(at + 1)) expect(one.row !== other.row || one.to <= other.from || other.to <= one.from).toBe(true)
      }),
    )
  })
})

test('a long text is cut, and shows it', () => {
  expect(short('Recorded otherwise', 10)).toBe('Recorded…')
  expect(short('Storm', 10)).toBe('Storm')
})
