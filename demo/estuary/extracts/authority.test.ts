import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tellAuthority } from '../authority.ts'
import type { Told } from '../telling.ts'
import { sizes } from '../world.ts'
import { broughtIn, differences, disagreements, emptyFolder, listsIn, namesIn, refused, returned, rowsIn } from './brought-in.ts'
import { writeExtracts } from './write.ts'

/** Extracts of the told authority itself, brought into an empty database: the same children and records, the same dates, nothing refused. */

const asked = { size: sizes.small, seed: 1, from: '2013-01-01', to: '2018-12-31', planted: true } as const

test('of a hundred and fifty children, all comes back that was told', async () => {
  const folder = emptyFolder()
  const told = join(folder, 'told')
  await writeExtracts(told, some(150), asked)
  const files = await broughtIn([told], asked.to, join(folder, 'held'))
  expect(refused(files)).toEqual([])
  // A census says which category a plan had on 31 March, the case system which it has now.
  expect(disagreements(files).filter((each) => !/^cin-census.*latestCategory/.test(each))).toEqual([])
  const { lost, gained } = differences(told, join(folder, 'held'))
  expect(lost).toEqual([])
  expect(gained).toEqual(await onlySaidElsewhere(told))
}, 400_000)

/** The batches of the first so many children, and of all else. */
function* some(children: number): Generator<readonly Told[]> {
  let count = 0
  for (const { records } of tellAuthority(asked)) {
    const ofChild = records.some(({ person }) => person !== null)
    if (ofChild) count++
    if (!ofChild || count <= children) yield records
  }
}

/** How many records of each table only the returns and lists say: of a year, of the day of the lists, or that there was nothing. */
async function onlySaidElsewhere(folder: string): Promise<Readonly<Record<string, number>>> {
  const lists = await listsIn(folder, asked.to)
  const rowsOf = (number: number): Record<string, string | null>[] => lists.get(number) ?? []
  const none = new Set<string>()
  for (const name of namesIn(join(folder, 'cin-census')))
    for (const [, child = ''] of readFileSync(join(folder, 'cin-census', name), 'utf8').matchAll(/<LAchildID>(\d+)<.*<Disability>NONE</g))
      none.add(child)
  const answered = new Set(rowsIn(join(folder, 'ssd/ssd_cla_previous_permanence.csv')).map(([, child]) => child))
  const neverBefore = new Set(returned(folder, 'previous_permanence').flatMap(([child]) => (answered.has(child) ? [] : [child])))
  // A list knows workers by their names alone: who shares one with another becomes a third.
  const workers = rowsIn(join(folder, 'ssd/ssd_professionals.csv')).map((row) => row[2] as string)
  const shared = new Set(workers.filter((name, at) => workers.indexOf(name) !== at))
  const named = new Set(
    [3, 4, 5, 9].flatMap((number) => rowsOf(number).flatMap((row) => [row['Allocated Worker'], row['Allocated Personal Advisor']])),
  )
  const counts = {
    'ssd/ssd_care_leavers': returned(folder, 'oc3').length + rowsOf(9).length,
    'ssd/ssd_cla_care_plan': rowsOf(8).filter((row) =>
      /Adoption|Supported|Long-term|Other/.test(row['What is the permanence plan for this child?'] ?? ''),
    ).length,
    'ssd/ssd_cla_previous_permanence': neverBefore.size,
    'ssd/ssd_disability': none.size,
    'ssd/ssd_professionals': [...shared].filter((name) => named.has(name)).length,
    'own/inspection_list_entry': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].reduce((sum, number) => sum + rowsOf(number).length, 0),
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}
