import type { JSX } from 'preact'
import { periodTicks } from './axis.ts'
import { colours, tidy } from './marks.tsx'

interface MonthsProps {
  readonly periods: readonly (string | null)[]
  readonly x: (at: number) => number
  readonly step: number
  readonly foot: number
  /** Whether a tick joins each to the line above it. */
  readonly ticks?: boolean
}

/** The months beneath a chart: each that has room, with its year where a year begins. */
export const Months = ({ periods, x, step, foot, ticks = true }: MonthsProps): JSX.Element => (
  <>
    {periodTicks(periods, step, 40).map(({ at, label, year }) => (
      <>
        {ticks && <path d={`M${tidy(x(at))} ${foot}v5`} stroke={colours.chance} />}
        <text class="is-quiet" x={tidy(x(at))} y={foot + 20} text-anchor="middle">
          {label}
        </text>
        {year !== null && (
          <text x={tidy(x(at))} y={foot + 38} text-anchor="middle">
            {year}
          </text>
        )}
      </>
    ))}
  </>
)
