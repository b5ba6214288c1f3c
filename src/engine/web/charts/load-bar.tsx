/** How much somebody carries against a limit: a bar, an upright line at the limit, and words where it is passed. For a cell of a table. */
import type { JSX } from 'preact'

export interface LoadBarProps {
  readonly value: number
  /** Null where none is set. */
  readonly limit: number | null
  /** The most that any bar or limit of the column reaches, so that eyes can run down it. */
  readonly scale: number
}

const width = 128

export function LoadBar({ value, limit, scale }: LoadBarProps): JSX.Element {
  const most = Math.max(scale, value, limit ?? 0, 1)
  const at = (amount: number) => Math.round((amount / most) * width * 10) / 10
  const over = limit !== null && value > limit
  const words = inWords(value, limit)
  // The line stands inside the picture, even where the limit is its end.
  const line = limit === null ? null : Math.min(Math.max(at(limit), 1), width - 1)
  return (
    <>
      <svg class="gt-load" viewBox={`0 0 ${width} 18`} width={width} height="18" aria-hidden="true">
        {value > 0 &&
          (over ? (
            <rect y="3" width={at(value)} height="12" fill="#b85000" />
          ) : (
            <rect x="0.5" y="3.5" width={Math.max(at(value) - 1, 0.5)} height="11" fill="#8fb4bb" stroke="#4f7f89" />
          ))}
        {line !== null && <path d={`M${line} 0v18`} stroke="#0b0c0c" stroke-width="2" />}
      </svg>
      {over ? <small>{words}</small> : <span class="govuk-visually-hidden">{words}</span>}
    </>
  )
}

/** '6 over 18', '1 under 18', 'at the limit, 18'. */
function inWords(value: number, limit: number | null): string {
  if (limit === null) return 'no limit is set'
  if (value === limit) return `at the limit, ${limit}`
  return value > limit ? `${value - limit} over ${limit}` : `${limit - value} under ${limit}`
}
