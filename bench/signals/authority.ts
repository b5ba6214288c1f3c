import { about, between, lot, normal, purpose } from './chance.ts'
import { firstComing, firstOf, lastTold } from './calendar.ts'
import { touches, worsened, type Plant } from './plants.ts'
import type { Process, TeamKind } from './process.ts'
import { processList, type ProcessId } from './processes.ts'
import type { Who } from './truth.ts'

/** An authority drawn from a seed: its teams and workers, how well it does each thing, and what it never records. */

export interface Team {
  readonly id: string
  readonly kind: TeamKind
  readonly name: string
  readonly posts: readonly Post[]
}

/** A post is held by one worker after another. */
export interface Post {
  readonly number: number
  readonly team: string
  readonly held: readonly Tenure[]
}

export interface Tenure {
  readonly worker: number
  readonly from: number
  /** First day of the next. */
  readonly until: number
}

export interface Authority {
  readonly seed: number
  /** Children open on an ordinary day, near enough. */
  readonly size: number
  readonly teams: readonly Team[]
  readonly byKind: Readonly<Record<TeamKind, readonly Team[]>>
  readonly posts: readonly Post[]
  readonly plants: readonly Plant[]
  /** Weights of ethnic groups. */
  readonly ethnicities: readonly (readonly [string, number])[]
  records(process: ProcessId): boolean
  /** The chance that a step is taken as it should be (of something unwelcome: that it happens), for these people in this month. */
  chance(process: ProcessId, month: number, who: Who): number
  /** The days in which nobody holds a post: from, until. Null where it is always held. */
  vacant(post: number): readonly [number, number] | null
}

/** How much of an authority’s children each kind of team holds, and in how many teams for how many children. */
const shapes: Readonly<
  Record<TeamKind, { readonly share: number; readonly each: number; readonly fewest: number; readonly name: string }>
> = {
  assessment: { share: 0.26, each: 450, fewest: 2, name: 'Assessment' },
  family: { share: 0.46, each: 220, fewest: 4, name: 'Family support and protection' },
  care: { share: 0.26, each: 450, fewest: 2, name: 'Children in care' },
  leaving: { share: 0.1, each: 2500, fewest: 1, name: 'Leaving care' },
}
const kinds = ['assessment', 'family', 'care', 'leaving'] as const

const [forTenure, forBase, forTeam, forPhase, forLength, forFields, forMix] = [
  'tenure',
  'base',
  'team',
  'phase of drift',
  'length of drift',
  'fields',
  'mix of ethnic groups',
].map(purpose) as [number, number, number, number, number, number, number]

/** @param size children open on an ordinary day */
export function authorityFrom(seed: number, size: number, plants: readonly Plant[]): Authority {
  const teams: Team[] = []
  const posts: Post[] = []
  let worker = 0
  for (const kind of kinds) {
    const { share, each, fewest, name } = shapes[kind]
    const many = Math.max(fewest, Math.round(size / each))
    for (let place = 0; place < many; place += 1) {
      const id = `T${teams.length + 1}`
      const own: Post[] = []
      for (let post = 0, all = Math.max(3, Math.round((share * size) / many / 15)); post < all; post += 1) {
        const held: Tenure[] = []
        for (let from = firstComing - 400; from <= lastTold; worker += 1) {
          const until = from + Math.max(150, Math.round(about(lot(seed, forTenure, worker), 900, 0.7)))
          held.push({ worker: 5000 + worker, from, until })
          from = until
        }
        own.push({ number: posts.length + own.length, team: id, held })
      }
      posts.push(...own)
      teams.push({ id, kind, name: `${name} ${place + 1}`, posts: own })
    }
  }
  const ways = new Map(processList.map((process) => [process.id, wayOf(seed, process, teams, plants)]))
  const gone = vacancies(plants)
  return {
    seed,
    size,
    teams,
    posts,
    plants,
    byKind: Object.fromEntries(kinds.map((kind) => [kind, teams.filter((team) => team.kind === kind)])) as unknown as Authority['byKind'],
    ethnicities: mixOf(seed),
    records: (process) => ways.get(process)?.recorded ?? true,
    chance: (process, month, who) => ways.get(process)?.chance(month, who) ?? 0,
    vacant: (post) => gone.get(post) ?? null,
  }
}

interface Way {
  readonly recorded: boolean
  readonly chance: (month: number, who: Who) => number
}

/** Teams differ by about three points. Beside that everything drifts, slowly: a wave of up to two points over five to eight years. */
function wayOf(seed: number, process: Process & { readonly id: ProcessId }, teams: readonly Team[], plants: readonly Plant[]): Way {
  const key = purpose(process.id)
  const [low, high] = process.chance
  const base = low + lot(seed, forBase, key) * (high - low)
  // What hardly ever happens varies less from team to team: three points at a half, less towards the ends.
  const room = Math.sqrt(base * (1 - base)) * 2
  const ofTeam = new Map(teams.map(({ id }, place) => [id, normal(lot(seed, forTeam, key, place)) * 0.03 * room]))
  const phase = lot(seed, forPhase, key) * 2 * Math.PI
  const months = between(lot(seed, forLength, key), 60, 96)
  const here = plants.filter((plant) => plant.processes.includes(process.id))
  const waves = Array.from({ length: 12 * 12 }, (_, place) => Math.sin(phase + (place * 2 * Math.PI) / months) * 0.02 * room)
  const recorded = process.mayBeUnrecorded !== true || lot(seed, forFields, key) >= 0.15
  return {
    recorded,
    chance: (month, who) => {
      const usual = high === 0 ? 0 : Math.min(0.985, Math.max(0.005, base + (ofTeam.get(who.team) ?? 0) + (waves[month - 2015 * 12] ?? 0)))
      let chance = usual
      for (const plant of here) if (touches(plant, month, who)) chance = worsened(plant, chance, month)
      return chance
    },
  }
}

function mixOf(seed: number): Authority['ethnicities'] {
  const some = (nth: number, middle: number) => about(lot(seed, forMix, nth), middle, 0.5)
  return [
    ['WBRI', 70],
    ['WOTH', some(1, 6)],
    ['MWBC', some(2, 5)],
    ['MOTH', some(3, 4)],
    ['APKN', some(4, 4)],
    ['AOTH', some(5, 3)],
    ['BAFR', some(6, 5)],
    ['BCRB', some(7, 2)],
    ['OOTH', some(8, 2)],
    ['NOBT', some(9, 2)],
  ]
}

/** The days in which nobody holds a post: from, until. Null where it is always held. */
function vacancies(plants: readonly Plant[]): ReadonlyMap<number, readonly [number, number]> {
  return new Map(
    plants.flatMap((plant) =>
      plant.kind === 'worker leaves' ? plant.posts.map((post) => [post, [firstOf(plant.onset), firstOf(plant.until)]] as const) : [],
    ),
  )
}
