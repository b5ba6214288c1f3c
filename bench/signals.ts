/**
 * How well signals find what is planted, and how often they tell of what is not there. Authorities are invented from seeds, written as files, brought
 * in by the importers, and asked for their signals at the end of each month of the last four of their six years.
 *
 *   node --import tsx bench/signals.ts [--seeds 1-10] [--sizes 500,2000] [--kinds shift,trend] [--keep] [--files] [--program] [--json report.json] [--folder build/signals]
 *
 *   --seeds    numbers and spans; `tuning` is 1 to 20 and may be looked at while signals are made, `reporting` is 101 to 120 and is only reported on
 *   --sizes    children open on an ordinary day, 500 to 20,000
 *   --kinds    plant only these kinds of problem: shift, trend, outlier, apart, volume, worker leaves, unrecorded, words, text, late entry, between, group
 *   --keep     leave files and databases in place, and use those that were left
 *   --files    write and import only, and say what an analyst could see; ask for no signals
 *   --program  ask by `bin/goldthread signals`, a process for each month, and not in this process
 *   --json     write the report as JSON there; else it is printed after the tables
 *
 * Databases are made on the server of DATABASE_URL; without one they are embedded. What is visible is decided in `signals/visible.ts`, what
 * counts as found in `signals/matching.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { plantKinds, type PlantKind } from './signals/plants.ts'
import { reportOf, type Looked } from './signals/report.ts'
import { lookAt } from './signals/run.ts'

const named: Readonly<Record<string, string>> = { tuning: '1-20', reporting: '101-120' }

/** "1-3,7" is 1, 2, 3 and 7. @throws Error for anything else */
function numbers(text: string): readonly number[] {
  return text.split(',').flatMap((part) => {
    const [, from = '', until = from] = /^(\d+)(?:-(\d+))?$/.exec(part.trim()) ?? []
    if (from === '')
      throw new Error(`“${part}” is no number and no span. Allowed: 7, or 1-10, with commas between, or tuning, or reporting.`)
    return Array.from({ length: Math.max(0, Number(until) - Number(from) + 1) }, (_, place) => Number(from) + place)
  })
}

function kindsOf(text: string): readonly PlantKind[] {
  return text.split(',').map((word) => {
    const kind = plantKinds.find((each) => each === word.trim())
    if (!kind) throw new Error(`“${word}” is no kind of problem. Allowed: ${plantKinds.join(', ')}.`)
    return kind
  })
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-10' },
    sizes: { type: 'string', default: '500,2000' },
    kinds: { type: 'string' },
    keep: { type: 'boolean', default: false },
    files: { type: 'boolean', default: false },
    program: { type: 'boolean', default: false },
    json: { type: 'string' },
    folder: { type: 'string', default: 'build/signals' },
  },
})

const folder = resolve(values.folder)
mkdirSync(folder, { recursive: true })
const kinds = values.kinds === undefined ? plantKinds : kindsOf(values.kinds)
const all: Looked[] = []
for (const size of numbers(values.sizes)) {
  if (size < 500 || size > 20_000) throw new Error(`An authority of ${size} open children cannot be made. Allowed: 500 to 20,000.`)
  for (const seed of numbers(named[values.seeds] ?? values.seeds))
    all.push(
      await lookAt({
        seed,
        size,
        kinds,
        folder,
        keep: values.keep,
        askNothing: values.files,
        byProgram: values.program,
        say: (words) => process.stderr.write(`${words}\n`),
      }),
    )
}
const { markdown, json } = reportOf(all)
console.log(markdown)
const text = JSON.stringify(json, null, 2)
if (values.json === undefined) console.log(`\n${text}`)
else writeFileSync(resolve(values.json), `${text}\n`)
