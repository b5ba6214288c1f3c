/** Which groups of a funnel have their names beside them: those apart from the others first, then as many as there is room for. */
import type { FunnelGroup } from '../../measures/funnel.ts'
import { touches, widthOf, type Box } from './labels.ts'

export interface Spot {
  readonly group: FunnelGroup
  readonly x: number
  readonly y: number
  readonly text: string
  readonly apart: boolean
}

export interface PlacedLabel {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end' | 'middle'
  readonly apart: boolean
}

const [up, down] = [11, 5]

/**
 * @param taken what no label may cover, beside the marks themselves
 * @param within the room for labels
 */
export function labelsOf(spots: readonly Spot[], taken: readonly Box[], within: Box): readonly PlacedLabel[] {
  const marks = spots.map(({ x, y }) => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }))
  const boxes: Box[] = [...taken]
  const order = spots.map((spot, at) => ({ spot, own: marks[at] })).sort((one, other) => rank(other.spot) - rank(one.spot))
  return order.flatMap(({ spot, own }) => {
    const inTheWay = [...boxes, ...marks.filter((mark) => mark !== own)]
    for (const { anchor, x, y } of around(spot)) {
      const wide = widthOf(spot.text, spot.apart)
      const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
      const box = { left, right: left + wide, top: y - up, bottom: y + down }
      const fits = box.left >= within.left && box.right <= within.right && box.top >= within.top && box.bottom <= within.bottom
      if (!fits || inTheWay.some((other) => touches(box, other))) continue
      boxes.push(box)
      return [{ text: spot.text, x, y, anchor, apart: spot.apart }]
    }
    return []
  })
}

/** Those apart come first; then by how seldom chance alone would put one so far out. */
const rank = ({ group, apart }: Spot): number => (apart ? 2 : 0) + (1 - (group.chance ?? 1))

/** Where a name may stand: on the right if it can, else on the left, below, above, or slanting. */
const around = ({ x, y }: Spot): readonly Pick<PlacedLabel, 'anchor' | 'x' | 'y'>[] => [
  { anchor: 'start', x: x + 11, y: y + 5 },
  { anchor: 'end', x: x - 11, y: y + 5 },
  { anchor: 'middle', x, y: y + 22 },
  { anchor: 'middle', x, y: y - 12 },
  { anchor: 'start', x: x + 9, y: y + 17 },
  { anchor: 'start', x: x + 9, y: y - 7 },
  { anchor: 'end', x: x - 9, y: y + 17 },
  { anchor: 'end', x: x - 9, y: y - 7 },
]
