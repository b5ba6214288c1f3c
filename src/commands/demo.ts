import { resolve } from 'node:path'
import type { Command } from 'commander'
import { thousands } from '../engine/web/words.ts'
import type { DemoAsked, WholeAsked } from './demo-asked.ts'
import { aligned, print, progressLine } from './json.ts'
import { ForPeople, withDatabase, type AddCommand, type Setting } from './setting.ts'

interface DemoOptions {
  readonly size: string
  readonly seed?: string
  readonly from?: string
  readonly to?: string
  readonly problems: boolean
  readonly extracts?: string
  readonly again?: boolean
}

const whole = ['small', 'thurrock', 'county'] as const

export const demoCommand: AddCommand = (program, told) => {
  program
    .command('demo')
    .option('--size <size>', 'told (the children whose stories are told by hand), small, thurrock or county', 'thurrock')
    .option('--seed <number>', 'another number is another authority; the same number the same one, to the letter (1)')
    .option('--from <year>', 'first year of the history (2013)')
    .option('--to <year>', 'last year of the history (2018)')
    .option('--without-problems', 'leave out the problems of practice that are planted in it')
    .option(
      '--extracts <folder>',
      'write what the council would extract (SSD, looked-after returns, censuses, Annex A, our own tables), and no database',
    )
    .option('--again', 'throw away the demonstration that is here, and what people wrote in it, first')
    .description('make the demonstration, Estuary Council; --today sets the day on which it is seen')
    .action(async (options: DemoOptions & { readonly withoutProblems?: boolean }, command: Command) => {
      const setting = told(command)
      const asked = askedFor(options, options.withoutProblems !== true, setting.today)
      if (options.extracts !== undefined) return writeFiles(asked, options.extracts, setting)
      await make(asked, options.again === true, setting)
    })
}

/** @throws ForPeople when an option is not one that can be. */
function askedFor({ size, seed = '1', from = '2013', to = '2018' }: DemoOptions, planted: boolean, today: string | undefined): DemoAsked {
  if (size === 'told') return { size }
  const found = whole.find((each) => each === size)
  if (found === undefined) throw new ForPeople(`There is no size ${size}: choose told, small, thurrock or county.`)
  if (!/^\d{1,9}$/.test(seed)) throw new ForPeople(`--seed ${seed} is not a whole number of up to nine digits.`)
  for (const [name, year] of [
    ['--from', from],
    ['--to', to],
  ] as const)
    if (!/^\d{4}$/.test(year) || Number(year) < 2010 || Number(year) > 2040)
      throw new ForPeople(`${name} ${year} is not a year from 2010 to 2040.`)
  if (from > to) throw new ForPeople(`The history cannot end in ${to} before it begins in ${from}.`)
  if (today !== undefined && (today < `${from}-01-01` || today > `${to}-12-31`))
    throw new ForPeople(`--today ${today} is not a day of the history, ${from} to ${to}.`)
  return { size: found, seed: Number(seed), from: Number(from), to: Number(to), planted, today } satisfies WholeAsked
}

async function make(asked: DemoAsked, again: boolean, setting: Setting): Promise<void> {
  const { isEmpty, letPeopleIn, madeHere, makeAgain, makeDemonstration, todayOf } = await import('../../demo/demonstration.ts')
  await withDatabase(setting, async (database) => {
    const empty = await isEmpty(database)
    if (!empty && !again)
      throw new ForPeople(
        (await madeHere(database)) === null
          ? 'There are children here already, and not from a demonstration. Choose another folder: --data elsewhere.'
          : 'There is a demonstration here already. Add --again to throw it away first, with what people wrote in it, or choose another folder: --data elsewhere.',
      )
    if (!empty && (await madeHere(database)) === null)
      throw new ForPeople('What is here was not made as a demonstration, and is left as it is.')
    const began = Date.now()
    const line = progressLine(setting.verbose)
    const progress = (words: string, share: number): void => line.say(`${words}: ${Math.round(share * 100)} %`)
    const made = await (empty ? makeDemonstration(database, asked, progress) : makeAgain(database, asked, progress))
    if (empty) await letPeopleIn(database)
    line.end()
    const seconds = Math.round((Date.now() - began) / 1_000)
    const today = asked.size === 'told' ? '2016-03-03' : todayOf(asked)
    print(setting.json, { ...asked, today, ...made, seconds }, () =>
      aligned([
        ['Size', asked.size],
        ['Today there', today],
        ...(made
          ? [
              ['Children', thousands(made.children)],
              ['Records', thousands(made.records)],
              ['Earlier versions', thousands(made.versions)],
            ]
          : []),
        ['Took', `${seconds} s`],
      ]),
    )
  })
}

async function writeFiles(asked: DemoAsked, folder: string, setting: Setting): Promise<void> {
  if (asked.size === 'told')
    throw new ForPeople('The children told by hand have no extracts of their own: choose small, thurrock or county.')
  const { worldAsked } = await import('../../demo/demonstration.ts')
  const { tellAuthority } = await import('../../demo/estuary/authority.ts')
  const { writeExtracts } = await import('../../demo/estuary/extracts/write.ts')
  const line = progressLine(setting.verbose)
  const world = worldAsked(asked)
  const batches = function* () {
    for (const { records, share } of tellAuthority(world)) {
      line.say(`Telling Estuary Council: ${Math.round(share * 100)} %`)
      yield records
    }
  }
  const to = asked.today ?? world.to
  const paths = await writeExtracts(resolve(folder), batches(), { from: world.from, to })
  line.end()
  print(setting.json, { folder: resolve(folder), files: paths }, () => `${paths.length} files written in ${resolve(folder)}`)
}
