/** What sort of signal it is, in words: with a sign before it, and what it means. */
import type { JSX } from 'preact'
import type { Kind } from '../../engine/signals/found.ts'
import { WayShown } from '../digest/variation.tsx'
import type { Signal } from './signal.ts'

const said: Readonly<Record<Kind, { readonly label: string; readonly means: string }>> = {
  shift: { label: 'Another level', means: 'Another level since a month, by more than chance moves the figure.' },
  trend: { label: 'Still moving', means: 'Another level since a month, and it goes on moving the same way.' },
  outlier: {
    label: 'The latest month',
    means:
      'The latest month alone lies further from those before it than chance takes it. It may be over next month, or the first of many.',
  },
  target: { label: 'Will miss the target', means: 'Nothing need have changed: as things go, what the authority aims at will not be met.' },
  apart: {
    label: 'One apart',
    means: 'One place or sort of case differs from the others by more than chance, and by more than they differ anyway.',
  },
  group: {
    label: 'Not the same for all',
    means: 'One group of children is served otherwise than the others, by more than chance. It does not say why: ask before judging.',
  },
  unrecorded: {
    label: 'Not done or not recorded',
    means:
      'What the law or plain practice asks of every case is missing in too many. It was not done, or was done and not recorded: the records cannot tell which.',
  },
  words: {
    label: 'No reasons given',
    means: 'Words were recorded that say nothing of this child: a decision without a reason, a plan without a day or a name.',
  },
  text: {
    label: 'Text not about this child',
    means:
      'The same text stands in other records too. Texts that are alike are shown side by side; whether that was right is for a person to say.',
  },
  between: {
    label: 'Between two services',
    means: 'Children stand in one process and not in another that should know of them, or in none that they should be in.',
  },
}

export const kindWords = (kind: Kind): string => said[kind].label
export const kindMeans = (kind: Kind): string => said[kind].means

const ways = { worse: 'Worse', better: 'Better', changed: 'Changed' } as const

/** 'Worse', 'Better', 'Changed'; of what did not change, what it is. */
export function wayWords({ kind, direction }: Pick<Signal, 'kind' | 'direction'>): string {
  return kind === 'shift' || kind === 'trend' || kind === 'outlier' ? ways[direction] : said[kind].label
}

export function SignalWay({ signal }: { readonly signal: Pick<Signal, 'kind' | 'direction'> }): JSX.Element {
  const quiet = signal.kind === 'unrecorded' || signal.kind === 'words' || signal.kind === 'text' || signal.kind === 'between'
  return <WayShown way={quiet ? 'none' : signal.direction} says={wayWords(signal)} />
}
