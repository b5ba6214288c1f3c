/** Where things wait: the steps of something in their order, how many stand at each, and which is worst. */
import type { ComponentChildren, JSX } from 'preact'

export interface Step {
  /** Its number is put before it. */
  readonly label: string
  /** How many stand here, with what they are: '4 boats'. */
  readonly count: ComponentChildren
  /** A sentence or two below. */
  readonly says?: ComponentChildren
  /** Why this step is the worst, in words: 'Longest wait.' One a row of steps; it has a thick bar too. */
  readonly worst?: string
}

export interface StepsProps {
  readonly steps: readonly Step[]
  /** The level of the steps' headings, one below that of the heading above them. */
  readonly level?: 3 | 4
}

export function Steps({ steps, level = 3 }: StepsProps): JSX.Element {
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <ol class="gt-steps">
      {steps.map(({ label, count, says, worst }, at) => (
        <li class={worst === undefined ? undefined : 'is-worst'}>
          <Heading class="gt-steps__label">
            {at + 1} {label}
          </Heading>
          <p class="gt-steps__count">{count}</p>
          {(says !== undefined || worst !== undefined) && (
            <p>
              {says} {worst !== undefined && <strong>{worst}</strong>}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
