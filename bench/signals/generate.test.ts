import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { authorityFrom } from './authority.ts'
import { monthFrom } from './calendar.ts'
import { choosePlants, plantOf } from './choose-plants.ts'
import { writeAuthority, type Made } from './generate.ts'
import { plantKinds, type Plant } from './plants.ts'
import { processList, processOf, type ProcessId } from './processes.ts'

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

async function made(plants: readonly Plant[], seed = 7, size = 150): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-signals-'))
  folders.push(folder)
  return writeAuthority(folder, { seed, size, plants })
}

const onset = monthFrom('2022-03')
const plain = authorityFrom(7, 150, [])
const planted = (kind: Plant['kind'], process: ProcessId, change: Partial<Plant> = {}): Plant => ({
  ...plantOf(plain, kind, 'large', process, 0),
  where: {},
  onset,
  ...change,
})

const without = await made([])

/** Processes whose cases are not the same as without the problem, or come in other numbers before its onset. */
function changed(other: Made): { processes: string[]; before: string[] } {
  const processes: string[] = []
  const before: string[] = []
  for (const { id } of processList) {
    const months = [...without.truth.monthly(id, {}).keys()]
    const differs = months.filter((month) => {
      const [one, two] = [without, other].map(({ truth }) => truth.between(id, {}, month, month + 1))
      return one?.cases !== two?.cases || one?.ok !== two?.ok
    })
    if (differs.length > 0) processes.push(id)
    if (differs.some((month) => month < onset)) before.push(id)
  }
  return { processes, before }
}

test('the same seed writes the same bytes, and another seed others', async () => {
  const again = await made([])
  for (const [place, { path }] of without.files.entries())
    expect(await readFile(again.files[place]?.path ?? '')).toEqual(await readFile(path))
  const other = await made([], 8)
  expect(other.truth.lines()).not.toEqual(without.truth.lines())
})

test.each([
  'decision',
  'assessment',
  'conference',
  'seen',
  'needVisit',
  'careVisit',
  'coreGroup',
  'firstHealth',
  'planUpdate',
  'supervision',
  'discussed',
] as const)(
  'a shift planted in “%s” lowers its true share from the onset on, changes nothing before it and no other process',
  async (process) => {
    const shifted = await made([planted('shift', process)])
    const share = ({ truth }: Made) => {
      const { cases, ok } = truth.between(process, {}, onset, onset + 30)
      return ok / cases
    }
    expect(share(shifted)).toBeLessThan(share(without) - 0.1)
    const { processes, before } = changed(shifted)
    // Decisions are written where a child is discussed: later discussions, other decisions.
    const others = (ids: readonly string[]) => ids.filter((id) => !(process === 'discussed' && id === 'onlyAgreed'))
    expect(others(before)).toEqual([])
    expect(others(processes)).toEqual([process])
  },
)

test('a rise in referrals adds children from its onset on and leaves those who would have come as they were', async () => {
  const more = await made([planted('volume', 'referral')])
  expect(changed(more).before).toEqual([])
  const [many, usual] = [more, without].map(({ truth }) => truth.between('referral', {}, onset, onset + 24).cases)
  expect(many).toBeGreaterThan(1.3 * (usual ?? 0))
  const people = async ({ files }: Made) =>
    (await readFile(files.find(({ path }) => path.endsWith('ssd_person.csv'))?.path ?? '', 'utf8')).split('\n')
  const with_ = new Set(await people(more))
  expect((await people(without)).filter((row) => !with_.has(row))).toEqual([])
})

test('a problem in one team touches that team alone', async () => {
  const team = plain.byKind.family[0]?.id ?? ''
  const shifted = await made([planted('shift', 'needVisit', { where: { team } })])
  for (const { id } of plain.byKind.family) {
    const [one, two] = [without, shifted].map(({ truth }) => truth.between('needVisit', { team: id }, onset, onset + 24))
    if (id === team) expect(two?.ok).toBeLessThan((one?.ok ?? 0) * 0.9)
    else expect(two).toEqual(one)
  }
})

test('a worker who leaves is nobody’s case worker until the post is held again', async () => {
  const team = plain.byKind.family[0]
  const post = team?.posts[0]
  const gone = await made([
    planted('worker leaves', 'needVisit', { where: { team: team?.id ?? '' }, posts: [post?.number ?? -1], until: onset + 6 }),
  ])
  const holders = new Set(post?.held.map(({ worker }) => String(worker)))
  const text = await readFile(gone.files.find(({ path }) => path.endsWith('ssd_involvements.csv'))?.path ?? '', 'utf8')
  const inside = text.split('\n').filter((row) => {
    const [, worker = '', , , , from = '', until = ''] = row.split(',')
    return holders.has(worker) && from < '2022-08-31' && (until === '' || until > '2022-03-01')
  })
  expect(inside).toEqual([])
  expect(changed(gone).before).toEqual([])
})

test('problems are chosen for the seed alone: of different processes, only of what the authority records, and none in every fifth', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const authority = authorityFrom(seed, 500, [])
    const plants = choosePlants(authority)
    expect(choosePlants(authorityFrom(seed, 500, []))).toEqual(plants)
    expect(plants.length === 0).toBe(seed % 5 === 0)
    const processes = plants.flatMap((plant) => plant.processes)
    expect(new Set(processes).size).toBe(processes.length)
    for (const process of processes)
      if (plants.every(({ kind }) => kind !== 'worker leaves')) expect([process, authority.records(process)]).toEqual([process, true])
  }
  expect(
    new Set(
      Array.from({ length: 60 }, (_, place) => choosePlants(authorityFrom(place + 1, 500, []))).flatMap((plants) =>
        plants.map(({ kind }) => kind),
      ),
    ),
  ).toEqual(new Set(plantKinds))
  expect(processOf('decision').measures).toContain('referral-decision-1wd')
})
