/** Where words stand on a picture so that none covers another. Nothing here measures letters: it reckons with them, generously. */

/** How broad a text is at 14 pixels, in pixels: as broad as the broadest font that a page falls back to (DejaVu Sans). */
export function widthOf(text: string, bold = false): number {
  let width = 0
  for (const letter of text)
    width += /[iljtfI.,:;'’|! ()]/.test(letter) ? 5.2 : /[mwMW%]/.test(letter) ? 13.2 : /[A-Z]/.test(letter) ? 10.4 : 8.8
  return width * (bold ? 1.1 : 1)
}

/** A text of at most so many letters: a longer one is cut, and shows it. */
export const short = (text: string, letters: number): string => (text.length > letters ? `${text.slice(0, letters - 1).trimEnd()}…` : text)

/**
 * Heights for labels in a column, each as near to its own as may be, no two nearer than `apart`, all from `top` to `bottom`. Where the room
 * is too small for all they stand closer.
 */
export function spread(heights: readonly number[], apart: number, top: number, bottom: number): readonly number[] {
  const order = heights.map((_, at) => at).sort((one, other) => (heights[one] ?? 0) - (heights[other] ?? 0))
  const between = heights.length < 2 ? apart : Math.min(apart, (bottom - top) / (heights.length - 1))
  const found = [...heights]
  let least = top
  for (const at of order) {
    found[at] = Math.max(found[at] ?? 0, least)
    least = (found[at] ?? 0) + between
  }
  let most = bottom
  for (const at of order.toReversed()) {
    found[at] = Math.min(found[at] ?? 0, most)
    most = (found[at] ?? 0) - between
  }
  return found
}

export interface Flag {
  /** Where its line stands. */
  readonly x: number
  readonly text: string
  readonly bold?: boolean
}

export interface Placed {
  /** 0 is the row nearest to the picture. */
  readonly row: number
  /** The text stands on the left of its line. */
  readonly left: boolean
}

/** How far a flag's text stands from its line. */
export const flagGap = 6

/**
 * Rows for words that fly from upright lines, so that no two cover each other, each in the first row above all that it would meet. Words stand
 * on the right of their line, and rows are given from the right, so that no line runs through them; where there is no room, on the left,
 * and from the left.
 */
export function flagRows<Given extends Flag>(flags: readonly Given[], right: number): readonly (Given & Placed)[] {
  const widths = new Map(flags.map((flag) => [flag, widthOf(flag.text, flag.bold) + flagGap]))
  const wide = (flag: Given): number => widths.get(flag) ?? 0
  const isLeft = (flag: Given): boolean => flag.x + wide(flag) > right && flag.x - wide(flag) >= 0
  const order = [
    ...flags.filter(isLeft).sort((one, other) => one.x - other.x),
    ...flags.filter((flag) => !isLeft(flag)).sort((one, other) => other.x - one.x),
  ]
  const placed: { readonly from: number; readonly to: number; readonly row: number; readonly flag: Given & Placed }[] = []
  for (const flag of order) {
    const left = isLeft(flag)
    const [from, to] = left ? [flag.x - wide(flag), flag.x] : [flag.x, flag.x + wide(flag)]
    const met = placed.filter((other) => from < other.to + 8 && other.from < to + 8)
    const row = met.reduce((most, other) => Math.max(most, other.row + 1), 0)
    placed.push({ from, to, row, flag: { ...flag, row, left } })
  }
  return placed.map(({ flag }) => flag)
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const touches = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
