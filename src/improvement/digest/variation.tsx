/** What a chart says, in a few words with a sign: for a row of the digest. */
import type { JSX } from 'preact'
import type { Assurance, Variation } from '../../engine/measures/told.ts'
import type { Charted } from './measured.ts'

type Way = 'worse' | 'better' | 'changed' | 'none' | 'few'

const ways: Readonly<Record<Variation, Way>> = {
  'special cause, improving': 'better',
  'special cause, concerning': 'worse',
  'special cause, neither better nor worse': 'changed',
  'common cause': 'none',
  'no variation': 'none',
  'too few to judge': 'few',
}

/** 'Worse since July 2015'. */
export function changeInWords(charted: Charted | null, noTrend: string | null = null): { readonly way: Way; readonly says: string } {
  if (charted === null) return { way: 'few', says: noTrend === null ? 'Nothing recorded' : 'Only the latest is known' }
  const { variation, since } = charted.chart
  const way = ways[variation.is]
  switch (way) {
    case 'better':
      return { way, says: `Better since ${since ?? 'now'}` }
    case 'worse':
      return { way, says: `Worse since ${since ?? 'now'}` }
    case 'changed':
      return { way, says: `Changed since ${since ?? 'now'}` }
    case 'few':
      return { way, says: 'Too few to judge' }
    case 'none':
      return { way, says: variation.is === 'no variation' ? 'Always the same' : 'No real change' }
  }
}

/** 'Will miss the target'; null where there is none, or nobody can say which way is better. */
export function reachInWords(charted: Charted | null): { readonly way: Way; readonly says: string } | null {
  const assurance: Assurance | null = charted?.chart.assurance.is ?? null
  switch (assurance) {
    case null:
      return null
    case 'consistently hit':
      return { way: 'better', says: 'Will meet the target' }
    case 'consistently fail':
      return { way: 'worse', says: 'Will miss the target' }
    case 'hit and miss':
      return { way: 'none', says: 'Hit or miss by chance' }
    case 'too few to judge':
      return { way: 'few', says: 'Too few to judge' }
  }
}

/** The words with a sign before them: told apart by shape, not by colour alone. */
export const WayShown = ({ way, says, up }: { readonly way: Way; readonly says: string; readonly up?: boolean }): JSX.Element => (
  <span class={`gt-way gt-way--${way}`}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      {way === 'worse' && <path d={up === true ? 'M1 13h14L8 1z' : 'M1 3h14L8 15z'} fill="#b85000" />}
      {way === 'better' && <path d={up === false ? 'M1 3h14L8 15z' : 'M1 13h14L8 1z'} fill="#005eb8" />}
      {way === 'changed' && <path d="M8 1L15 8L8 15L1 8Z" fill="#5a4d9a" />}
      {way === 'none' && <path d="M1 6h14v4H1z" fill="#66717a" />}
      {way === 'few' && <circle cx="8" cy="8" r="5.5" fill="none" stroke="#66717a" stroke-width="2" />}
    </svg>
    <span>{says}</span>
  </span>
)
