/** How a signal was worked out: in plain words, with its numbers and the papers behind them. */
import type { JSX } from 'preact'
import type { Measure } from '../../engine/measures/measure.ts'
import { monthName } from '../../engine/measures/months.ts'
import { toldFrom } from '../../engine/signals/changes.ts'
import { isChange } from '../../engine/signals/found.ts'
import { Facts } from '../../engine/web/components/content.tsx'
import { dateAndTime, longDate } from '../../engine/web/words.ts'
import { figureInWords, monthWords } from '../digest/words.ts'
import type { KeptSignal, Run } from './kept.ts'

export function Working({ kept, measure, run }: { readonly kept: KeptSignal; readonly measure: Measure; readonly run: Run }): JSX.Element {
  const { working, signal } = kept
  const { change, months } = working
  const month = (number: number): string => monthWords(monthName(number))
  const figure = (value: number): string =>
    figureInWords(measure.statistic === 'median' ? { statistic: 'mean', unit: measure.unit } : measure, Math.round(value * 10) / 10)
  const threshold = toldFrom(measure, working.place, working.kind === 'outlier')
  const facts = [
    ...(working.from === null ? [] : [{ name: beforeWords(working.kind), value: figure(working.from) }]),
    { name: 'Now', value: figure(working.to) },
    {
      name: 'Counted',
      value: `${number(working.above)}${measure.statistic === 'count' ? '' : ` of ${number(working.below)}`}, ${month(months[0])} to ${month(months[1])}${measure.of.lasts && months[0] !== months[1] ? ', each month’s end added up' : ''}`,
    },
    ...(change === null ? [] : [{ name: 'How it was before', value: `told by ${month(change.held[0])} to ${month(change.held[1])}` }]),
    {
      name: 'Distance from chance',
      value: `${number(working.strength)} standard deviations${isChange(working.kind) ? `; told from ${threshold} on` : ''}`,
    },
    ...(change === null
      ? []
      : [
          {
            name: 'Varies',
            value: `${number(change.dispersion)} times as much from month to month as chance alone has it, which is allowed for`,
          },
        ]),
    { name: 'How sure', value: `${(signal.confidence * 100).toFixed(3).replace(/\.?0+$/, '')}% that it is no chance` },
    {
      name: 'Worked out',
      value: run.workedOutAt === null ? 'for this page, as known then' : `${dateAndTime(run.workedOutAt)}, for ${longDate(run.day)}`,
    },
    { name: 'Identifier', value: signal.id },
  ]
  return (
    <>
      {paragraphs(working.kind, measure).map((words) => (
        <p class="govuk-body gt-small gt-prose">{words}</p>
      ))}
      <Facts facts={facts} />
    </>
  )
}

const beforeWords = (kind: KeptSignal['working']['kind']): string =>
  isChange(kind) ? 'Before' : kind === 'target' ? 'Target' : kind === 'apart' || kind === 'group' ? 'The others' : 'Could be expected'

const number = (value: number): string => (Math.round(value * 10) / 10).toLocaleString('en-GB')

/** What is done, by the kind of signal, and after whom. */
function paragraphs(kind: KeptSignal['working']['kind'], measure: Measure): readonly string[] {
  if (isChange(kind))
    return [
      'Every measure, in whole and by each place, is looked at month by month. For each month in which a change may have begun, two things are compared: that there was one level all along, and that there was one level before that month and another since. The month that explains the figures best is when it began.',
      `What is compared is how likely the figures are either way (a likelihood ratio: Siegmund and Venkatraman 1995; of counts and shares: Höhle and Paul 2008). ${measure.of.lasts ? 'Who stands at one month’s end mostly stood at the last, so that months tell less than they would alone; that is allowed for.' : 'Where figures vary more than chance from month to month, the distance is divided by how much more (McCullagh and Nelder 1989; Laney 2002).'}`,
      'A change is told where it lies so far beyond chance that among all measures hardly any would by chance alone, and where it is large enough for anyone to act on.',
    ]
  if (kind === 'apart' || kind === 'group')
    return [
      'Each part is held against all others together, over twelve months, or as things stand at the end of the month. Where parts differ from each other more than chance has it, that is allowed for (Spiegelhalter 2005; DerSimonian and Laird 1986).',
      'Many parts of many measures are looked at. Of those that are told, no more than one in a hundred may be chance (Benjamini and Hochberg 1995).',
    ]
  return [
    kind === 'target'
      ? 'The share of the last twelve months, or as it stands at the end of the month, is held against what the authority aims at.'
      : 'The share of the last twelve months, or as it stands at the end of the month, is held against what anyone would expect of it, well short of perfect.',
    `It is told where a true share as good as that would give so poor a figure less than once in ${kind === 'target' ? '1,000' : '10,000'} times (exact binomial distribution).`,
  ]
}
