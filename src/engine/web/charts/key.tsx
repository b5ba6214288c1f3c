/** What the shapes and lines of charts mean: a row of them, each with its words. */
import type { ComponentChildren, JSX } from 'preact'
import { Mark, strokes, type MarkKind } from './marks.tsx'

export type KeyItem = MarkKind | 'latest' | 'average' | 'limits' | 'band' | 'inner' | 'outer' | 'all' | 'target' | 'since' | 'afresh'

export interface KeyProps {
  readonly items: readonly KeyItem[]
  /** Other words than the usual: { average: 'Average of all teams' }. */
  readonly words?: Partial<Readonly<Record<KeyItem, string>>>
}

/** The usual rows: of a control chart, of a table of small charts, of a funnel. */
export const controlKey: readonly KeyItem[] = ['chance', 'concern', 'improvement', 'average', 'limits', 'target']
export const smallKey: readonly KeyItem[] = ['average', 'band', 'target', 'concern', 'improvement', 'latest']
export const funnelKey: readonly KeyItem[] = ['chance', 'concern', 'improvement', 'all', 'inner', 'outer']

export const Key = ({ items, words = {} }: KeyProps): JSX.Element => (
  <ul class="gt-keys">
    {items.map((item) => (
      <li>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          {drawn(item)}
        </svg>
        {words[item] ?? usual[item]}
      </li>
    ))}
  </ul>
)

const usual: Readonly<Record<KeyItem, string>> = {
  chance: 'No more than chance',
  concern: 'Concern',
  improvement: 'Improvement',
  changed: 'Change, neither better nor worse',
  latest: 'Latest, no more than chance',
  average: 'Average',
  limits: 'Limits of chance',
  band: 'Where chance alone moves it',
  inner: '95% limits',
  outer: '99.8% limits',
  all: 'All together',
  target: 'Target',
  since: 'Where the change begins',
  afresh: 'Where limits start afresh',
}

function drawn(item: KeyItem): ComponentChildren {
  switch (item) {
    case 'chance':
    case 'concern':
    case 'improvement':
    case 'changed':
      return <Mark kind={item} x={8} y={8} />
    case 'latest':
      return <Mark kind="chance" x={8} y={8} />
    case 'average':
    case 'all':
      return <path d="M0 8h16" {...strokes.average} stroke-width={2} />
    case 'limits':
    case 'outer':
      return <path d="M0 8h16" {...strokes.limits} stroke-width={2} />
    case 'inner':
      return <path d="M0 8h16" {...strokes.inner} stroke-width={2} />
    case 'band':
      return <rect y="3" width="16" height="10" fill="#e3e8ea" />
    case 'target':
      return <path d="M0 8h16" {...strokes.target} stroke-dasharray="2 3" />
    case 'since':
      return <path d="M8 0v16" {...strokes.since} />
    case 'afresh':
      return <path d="M8 0v16" {...strokes.afresh} />
  }
}
