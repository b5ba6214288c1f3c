/** What a measure counts, what stands beside it, and what was printed of it. */
import type { JSX } from 'preact'
import { monthName } from '../../engine/measures/months.ts'
import type { Point } from '../../engine/measures/series.ts'
import { Facts } from '../../engine/web/components/content.tsx'
import { countOf, longDate } from '../../engine/web/words.ts'
import type { Choice } from './choice.ts'
import type { MeasureTold } from './find-measure.ts'
import type { FrozenFigure } from './frozen.ts'
import { figureInWords, monthWords, timeInWords } from './words.ts'

export function Definition({
  told,
  choice,
  frozen,
}: {
  readonly told: MeasureTold
  readonly choice: Choice
  readonly frozen: FrozenFigure | null
}): JSX.Element {
  const { measure, target, comparators, estimate, points } = told
  const fact = (name: string, value: string | JSX.Element | null | undefined) => (value ? [{ name, value }] : [])
  const now = points.at(-1)
  const differs = frozen !== null && now !== undefined && (frozen.numerator !== now.numerator || frozen.denominator !== now.denominator)
  return (
    <Facts
      facts={[
        { name: 'Counted', value: measure.says.counted },
        ...fact('Out of', measure.says.outOf),
        ...fact('Left out', measure.says.leftOut),
        { name: 'Time', value: timeInWords(measure, now?.period ?? monthName(choice.month)) },
        {
          name: 'Better is',
          value: `${measure.better === 'neutral' ? 'neither higher nor lower' : measure.better}. ${
            target === null
              ? 'No target is set.'
              : `Target ${figureInWords(measure, target.value)}${target.from === null ? '' : `, since ${longDate(target.from)}`}${target.why === null ? '' : `: ${target.why}`}.`
          }`,
        },
        ...fact(
          'To how many people',
          estimate &&
            `${estimate.people.toLocaleString('en-GB')} of ages ${estimate.from} to ${estimate.until - 1} on ${longDate(estimate.on)}${estimate.source === null ? '' : ` (${estimate.source})`}`,
        ),
        ...(measure.statistic === 'rate' && estimate === null
          ? [{ name: 'To how many people', value: 'No population estimate is recorded, so there is no rate. Add one under Records.' }]
          : []),
        ...comparators.map(({ geography, value, time, source, note }) => ({
          name: geography,
          value: `${figureInWords(measure, value)}, ${time}. ${source}${note === null ? '' : `; ${note}`}`,
        })),
        ...fact('Note', measure.says.note),
        { name: 'Source', value: measure.source },
        ...(frozen === null
          ? []
          : [
              {
                name: 'As printed',
                value: (
                  <>
                    {differs
                      ? `The digest of ${monthWords(monthName(choice.month))} said ${figureInWords(measure, frozen.value)}${frozen.denominator === null ? '' : ` (${frozen.numerator} of ${frozen.denominator})`}; ${laterInWords(frozen, now)} recorded or corrected after it was printed. `
                      : `As in the digest of ${monthWords(monthName(choice.month))}. `}
                    <a class="govuk-link" href={`/measures/${measure.id}?month=${monthName(choice.month)}&known-at=${frozen.knownAt}`}>
                      What it said then
                    </a>
                  </>
                ),
              },
            ]),
        ...fact(
          'For other programs',
          <>
            SQL: <code>select * from facts where facts = '{measure.of.id}'</code>. Terminal:{' '}
            <code>bin/goldthread measure {measure.id}</code>.
          </>,
        ),
      ]}
    />
  )
}

/** '3 were', 'some were': how many lines came after the print. */
function laterInWords(frozen: FrozenFigure, now: Point | undefined): string {
  const more = (now?.denominator ?? now?.numerator ?? 0) - (frozen.denominator ?? frozen.numerator ?? 0)
  return more > 0 ? `${countOf(more, 'line was', 'lines were')}` : 'some were'
}
