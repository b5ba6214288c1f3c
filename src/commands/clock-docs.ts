import { clocks, notRun } from '../clocks.ts'
import type { Clock } from '../engine/clocks/clock.ts'
import { weightInWords } from '../engine/clocks/words.ts'

/** docs/clocks.md, made from the declarations: every rule that runs, and every rule of the reference that does not, with the record it would need. */

export const clocksPath = 'docs/clocks.md'

export function clocksDocument(): string {
  const areas = [...new Set(clocks.map(({ area }) => area))]
  const rows = new Set(clocks.flatMap(({ row }) => (row === '' ? [] : [row])))
  return `${[
    opening(rows.size),
    ...areas.map((area) =>
      areaInWords(
        area,
        clocks.filter((clock) => clock.area === area),
      ),
    ),
    notRunInWords(),
  ].join('\n\n')}\n`
}

const opening = (rows: number): string => `# Clocks

Made by \`bin/goldthread docs\` from the declarations in each room’s clocks; do not change it by hand.

${clocks.length} clocks run ${rows} rules of the reference; ${Object.keys(notRun).length} rules do not run and stand [below](#rules-that-do-not-run). A clock starts with a record, is
due a length after it, and stops with another record. It says nothing of today: how it stands is told of a day. What is due can be thrown away and
worked out again (\`src/engine/clocks/keep.ts\`).

- **Day 0** is the day of the start. Working days leave out weekends and the bank holidays of England; days, weeks, months and hours run straight
  through them and do not roll; hours are true hours where the time is known.
- **No longer needed**: a clock ends with the plan, the placement or the time in care it belongs to. What ended before it fell due was never due; what
  ended after it and was not done is late.
- **How binding**: “Commonly” means that the source was not looked up for this work: pages then never say that a law was broken. “Set locally” is the
  authority’s setting: \`bin/goldthread clocks set cp-visit 15 working days\`, or on the clock’s own page.
- **Meaning**: a duty is late when it is not done; a threshold is a length that is watched; a window is a time within which something counts; an
  earliest day is one before which something may not be done.`

function areaInWords(area: string, some: readonly Clock[]): string {
  const lines = some.map((clock) => {
    const { id, name, says, meaning } = clock
    const when = [clock.from && `from ${clock.from}`, clock.until && `until ${clock.until}`, agesOf(clock)].filter(Boolean).join(', ')
    const stops = [says.stops, says.repeats, says.pauses && `Pauses: ${says.pauses}`, says.exceptions].filter(Boolean).join('. ')
    return `| \`${id}\` | ${cell(name)}${meaning === 'duty' ? '' : ` (${meaning})`} | ${cell(says.starts)} | ${cell(says.due)}${when === '' ? '' : ` (${when})`} | ${cell(stops)} | ${cell(weightInWords(clock))}. ${cell(clock.source)} |`
  })
  return `## ${area}\n\n| Clock | What | Starts | Due | Stops | How binding, and source |\n| --- | --- | --- | --- | --- | --- |\n${lines.join('\n')}`
}

const agesOf = ({ ages }: Clock): string | null =>
  ages === null
    ? null
    : [ages.from === undefined ? null : `from the age of ${ages.from}`, ages.until === undefined ? null : `until ${ages.until}`]
        .filter(Boolean)
        .join(' ')

function notRunInWords(): string {
  const lines = Object.entries(notRun).map(([row, why]) => `| \`${row}\` | ${cell(why)} |`)
  return `## Rules that do not run\n\nRules of the reference that no record we hold can start, with the record each would need.\n\n| Rule | What it would need |\n| --- | --- |\n${lines.join('\n')}`
}

const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ')
