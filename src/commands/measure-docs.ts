import { idOfBy } from '../engine/measures/breakdown.ts'
import type { Measure } from '../engine/measures/measure.ts'
import { areasOf } from '../improvement/digest/areas.ts'
import { bysOf, labelOfBy } from '../improvement/digest/bys.ts'
import { definitionOf, unitOf } from '../improvement/digest/digest-files.ts'
import { measures, notCounted } from '../measures.ts'

/** docs/measures.md, made from the declarations: what every measure counts, and every row of the reference that is not counted, with the record it would need. */

export const measuresPath = 'docs/measures.md'

export function measuresDocument(): string {
  return `${[
    opening,
    ...areasOf(measures).map((area) =>
      areaInWords(
        area,
        measures.filter((measure) => measure.area === area),
      ),
    ),
    notCountedInWords(),
  ].join('\n\n')}\n`
}

const opening = `# Measures

Made by \`bin/goldthread docs\` from the declarations in each room’s measures; do not change it by hand.

${measures.length} measures are counted; ${Object.keys(notCounted).length} rows of the reference are not and stand [below](#rows-that-are-not-counted). A measure says which facts it counts, out of which, over
what time and which way is better. Measures that people here have made are not in this list; \`bin/goldthread measures\` lists them too.

- **Counted** is the number above the line, **out of** the number below it. What lasts is counted at the end of the month, what happens in the months told.
- **By**: what it can be parted by, in words and as \`--by\` takes it. Counts by worker are made when they are asked for.
- **National**: defined by the nation, so that others’ figures can stand beside it. **Local**: every council counts in its own way, or nobody else does.
- **No chart over time**: earlier months cannot be held beside later ones, and the reason is given.`

function areaInWords(area: string, some: readonly Measure[]): string {
  const headings = ['Measure', 'What is counted', 'Time, unit, better', 'By', 'Source']
  return `## ${area}\n\n${tableOf(headings, some.map(inWords))}`
}

function inWords(measure: Measure): readonly string[] {
  const [name, counted, outOf, leftOut, time, better, note] = definitionOf(measure)
  const said = [
    ['Counted', counted],
    ['Out of', outOf],
    ['Left out', leftOut],
    ['Note', note],
    ['No chart over time', measure.noTrend],
  ].flatMap(([label, words]) => (words ? [`**${String(label)}**: ${String(words)}`] : []))
  const by = bysOf(measure).map((each) => `${labelOfBy(each, measure).toLowerCase()} \`${idOfBy(each)}\``)
  const target = measure.target === null ? '' : `; target ${measure.target}`
  return [
    `${String(name)}<br>\`${measure.id}\``,
    said.join('<br>'),
    `${String(time)}; ${unitInWords(measure)}; better is ${String(better)}${target}`,
    by.join(', '),
    `${measure.national ? 'National' : 'Local'}. ${measure.source}`,
  ]
}

const statisticsInWords: Readonly<Record<Measure['statistic'], string>> = {
  count: 'how many',
  share: 'a share',
  rate: 'a rate',
  mean: 'an average',
  median: 'the middle one (median)',
  ratio: 'one number to another',
  highest: 'the highest',
}

function unitInWords(measure: Measure): string {
  const unit = unitOf(measure)
  return unit === '' ? statisticsInWords[measure.statistic] : `${statisticsInWords[measure.statistic]}, ${unit}`
}

function notCountedInWords(): string {
  const rows = Object.entries(notCounted).map(([row, why]) => [`\`${row}\``, why])
  return `## Rows that are not counted\n\nRows of the reference that no record we hold can answer, with the record each would need.\n\n${tableOf(['Row', 'Why'], rows)}`
}

const tableOf = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.map(inCell).join(' | ')} |`).join('\n')

const inCell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ')
