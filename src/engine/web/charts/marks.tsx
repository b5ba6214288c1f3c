/** The marks of charts: each has a shape of its own beside its colour, for print and for those who see colours otherwise. */
import type { JSX } from 'preact'

/** `chance`: no more than chance. `changed`: more than chance, and nobody says which way is better. */
export type MarkKind = 'chance' | 'concern' | 'improvement' | 'changed'

export const colours = { chance: '#66717a', concern: '#b85000', improvement: '#005eb8', changed: '#454e55', target: '#6a3d9a' } as const

export interface MarkProps {
  readonly kind: MarkKind
  readonly x: number
  readonly y: number
  /** Half the width of a square; the other shapes look as large. */
  readonly size?: number
}

/** Grey circle, orange square, blue diamond, dark grey triangle. */
export function Mark({ kind, x, y, size = 5 }: MarkProps): JSX.Element {
  const fill = colours[kind]
  const long = tidy(size * 1.25)
  switch (kind) {
    case 'chance':
      return <circle cx={tidy(x)} cy={tidy(y)} r={tidy(size * 0.85)} fill={fill} />
    case 'concern':
      return <rect x={tidy(x - size)} y={tidy(y - size)} width={size * 2} height={size * 2} fill={fill} />
    case 'improvement':
      return <path d={`M${tidy(x)} ${tidy(y - long)}l${long} ${long}l${-long} ${long}l${-long} ${-long}z`} fill={fill} />
    case 'changed':
      return <path d={`M${tidy(x)} ${tidy(y - long)}l${long} ${tidy(long * 1.8)}h${-2 * long}z`} fill={fill} />
  }
}

/** The lines of charts: black and whole, or told apart by their dashes. */
export const strokes = {
  average: { stroke: '#0b0c0c', 'stroke-width': 1.5 },
  limits: { stroke: colours.chance, 'stroke-width': 1.5, 'stroke-dasharray': '6 4' },
  inner: { stroke: colours.chance, 'stroke-width': 1.5, 'stroke-dasharray': '2 4' },
  target: { stroke: colours.target, 'stroke-width': 2.5, 'stroke-dasharray': '2 4' },
  figures: { stroke: colours.chance, 'stroke-width': 1.5 },
  grid: { stroke: '#e3e8ea' },
  afresh: { stroke: '#0b0c0c', 'stroke-dasharray': '2 3' },
  since: { stroke: '#14505c', 'stroke-width': 2 },
} as const

/** A tenth of a pixel is as fine as anybody sees. */
export const tidy = (number: number): number => Math.round(number * 10) / 10
