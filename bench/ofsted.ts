/**
 * Would it have been known before the inspectors came? Walks the demonstration, with and without the problems planted in it, from month end to month end, each time
 * with what had been recorded by that day, and tells for each finding of the inspectors when a signal first spoke of it, how many months before them, and how many
 * children it counted; and which signals there are where nothing was planted.
 *
 *   node --import tsx bench/ofsted.ts [--months 2014-01:2016-01,2017-09:2018-08] [--with ADDRESS] [--without ADDRESS] [--keep FOLDER] [--only with|without]
 *
 * The server is the one of DATABASE_URL_FOR_TESTS, or a throw-away one; --with and --without name databases in which the two are made already. Half an hour and more on
 * two processors. --keep writes what was told into a folder, and reads it from there where it is; with --only one of the two is walked, so that both can be walked at once.
 * What is found is what is searched for in `ofsted/findings.ts`, by measures; the product knows nothing of either.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeDemonstration, wholeAuthority } from '../demo/demonstration.ts'
import { signalsAsAt } from '../src/commands/signals.ts'
import { lastDay, monthName, monthNumber } from '../src/engine/measures/months.ts'
import { openDatabase } from '../src/engine/records/open.ts'
import { isChange } from '../src/engine/signals/found.ts'
import { model } from '../src/model.ts'
import type { Signal } from '../src/improvement/signals/signal.ts'
import { findings, firstSpoken, type Finding } from './ofsted/findings.ts'
import { freshDatabase, withServer } from './server.ts'

const { values: asked } = parseArgs({
  options: {
    months: { type: 'string', default: '2014-01:2016-01,2017-09:2018-08' },
    with: { type: 'string' },
    without: { type: 'string' },
    keep: { type: 'string' },
    only: { type: 'string' },
  },
})
const who = { actor: 'bench', keys: ['staff', 'files'] }

/** What was told at the end of each month, by 'YYYY-MM'. */
type Walk = ReadonlyMap<string, readonly Signal[]>

const monthsAsked: readonly number[] = asked.months.split(',').flatMap((stretch) => {
  const [first = '', last = first] = stretch.split(':')
  return Array.from({ length: monthNumber(last) - monthNumber(first) + 1 }, (_, place) => monthNumber(first) + place)
})

/** What is kept of an earlier walk, and what is missing of it walked now: month by month, so that it can be gone on with. */
async function told(name: 'with' | 'without', server: string | null): Promise<Walk> {
  const kept = asked.keep === undefined ? null : join(asked.keep, `${name}.json`)
  const walked = new Map<string, readonly Signal[]>(
    kept !== null && existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as [string, Signal[]][]) : [],
  )
  const missing = monthsAsked.filter((month) => !walked.has(monthName(month)))
  if (missing.length > 0) {
    const given = asked[name]
    const url = given ?? (await freshDatabase(server as string))
    const database = await openDatabase({ url, folder: '', schema: 'estuary' }, model)
    try {
      if (given === undefined) await makeDemonstration(database, { ...wholeAuthority, planted: name === 'with' }, () => undefined)
      for (const month of missing) {
        const began = performance.now()
        const all = (await signalsAsAt(database, who, lastDay(month))).told.map(({ signal }) => signal)
        walked.set(monthName(month), all)
        process.stderr.write(`${name} ${lastDay(month)}: ${all.length} signals, ${((performance.now() - began) / 1_000).toFixed(0)} s\n`)
        if (kept === null) continue
        mkdirSync(asked.keep as string, { recursive: true })
        writeFileSync(kept, JSON.stringify([...walked]))
      }
    } finally {
      await database.close()
    }
  }
  return new Map(monthsAsked.map((month) => [monthName(month), walked.get(monthName(month)) ?? []]))
}

/** A line for each finding, as it stands in the README. */
function tellFindings(planted: Walk, plain: Walk): void {
  console.log('| Found by inspectors | First signal | Months before them | Children behind it | What it said |')
  console.log('| --- | --- | --- | --- | --- |')
  for (const finding of findings) {
    const first = firstSpoken(finding, planted)
    const also = first === null ? undefined : monthsOf(first.signal, finding, plain)
    console.log(
      `| ${[named(finding), ...cells(finding, first), ...(first === null ? [finding.why ?? ''] : [said(first.signal, also)])].join(' | ')} |`,
    )
  }
}

const named = ({ found, what }: Finding): string => `${found}: ${what}`

function cells(finding: Finding, first: ReturnType<typeof firstSpoken>): string[] {
  if (first === null) return ['none', '', '']
  const months = monthNumber(finding.by) - monthNumber(first.month)
  return [lastDay(monthNumber(first.month)), String(months), `${first.signal.children} ${first.signal.whom}`]
}

/** The first month before the inspectors in which the same is said where nothing was planted. */
const monthsOf = ({ id }: Signal, { by }: Finding, plain: Walk): string | undefined =>
  [...plain].find(([month, signals]) => month < by && signals.some((each) => each.id === id && each.direction !== 'better'))?.[0]

const said = ({ sentence }: Signal, also: string | undefined): string =>
  `${sentence}${also === undefined ? '' : ` (Said without the problems too, from ${also}.)`}`

/** What is told where nothing was planted: each signal once for each time it began, those that stand for themselves. */
function tellFalse(plain: Walk): void {
  const months = [...plain.keys()]
  const begun = new Map<string, Signal & { readonly told: string }>()
  const lastTold = new Map<string, number>()
  for (const [place, month] of months.entries())
    for (const signal of plain.get(month) ?? []) {
      if (signal.partOf !== null) continue
      const before = lastTold.get(signal.id)
      if (before === undefined || place - before > 6) begun.set(`${signal.id} ${month}`, { ...signal, told: month })
      lastTold.set(signal.id, place)
    }
  const all = [...begun.values()]
  const worse = all.filter(({ direction }) => direction === 'worse')
  console.log(
    `\nWithout the problems, ${months.length} months: ${all.length} signals began, ${worse.length} of them worse (${worse.filter(({ kind }) => isChange(kind)).length} changes, ${worse.filter(({ kind }) => kind === 'target').length} targets, ${worse.filter(({ kind }) => kind === 'apart' || kind === 'group').length} apart).\n`,
  )
  for (const { told, kind, direction, sentence } of all.toSorted((a, b) => (a.direction < b.direction ? 1 : -1)))
    console.log(`- ${told}, ${kind}, ${direction}: ${sentence}`)
}

await withServer(asked.with === undefined || asked.without === undefined, async (server) => {
  if (asked.only === 'with' || asked.only === 'without') {
    await told(asked.only, server)
    return
  }
  const planted = await told('with', server)
  const plain = await told('without', server)
  tellFindings(planted, plain)
  tellFalse(plain)
})
