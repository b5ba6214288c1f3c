import type { ProcessId } from './processes.ts'
import type { Where, Who } from './truth.ts'

/** A problem that is planted: what it is, where, since when, how large, and what should be seen of it. */

export const plantKinds = [
  'shift',
  'trend',
  'outlier',
  'apart',
  'volume',
  'worker leaves',
  'unrecorded',
  'words',
  'text',
  'late entry',
  'between',
  'group',
] as const
export type PlantKind = (typeof plantKinds)[number]

export type PlantSize = 'small' | 'middling' | 'large'

export interface Plant {
  readonly id: string
  readonly kind: PlantKind
  readonly size: PlantSize
  /** What happened, in words. */
  readonly says: string
  readonly processes: readonly ProcessId[]
  readonly where: Where
  /** Month number in which it begins. */
  readonly onset: number
  /** Month number from which it is over; Infinity where it stays. */
  readonly until: number
  /** Points as a share (0.15 is 15 points); of a volume, by how much more; of a share of cases, which share. */
  readonly amount: number
  /** Whether the share of the process goes up, as it does of what is unwelcome. */
  readonly raises: boolean
  /** Posts without a worker. */
  readonly posts: readonly number[]
  /** Measures of docs/measures.md that should tell of it: one is enough. */
  readonly measures: readonly string[]
  /** Where the problem is of words, of text or between processes: measures that speak of these tell of it too. */
  readonly speaksOf: readonly ('record' | 'words' | 'text' | 'between')[]
  /** Measures up and down the stream of it, where a signal is no false one. */
  readonly follows: readonly string[]
}

/** Whether a case is one of those that the problem is about. */
export function touches(plant: Plant, month: number, who: Who): boolean {
  if (month < plant.onset || month >= plant.until) return false
  if (plant.kind === 'worker leaves') return plant.posts.includes(who.post)
  for (const [dimension, value] of Object.entries(plant.where)) if (who[dimension as keyof Who] !== value) return false
  return plant.posts.length === 0 || plant.posts.includes(who.post)
}

/** The chance of a step once the problem is there. */
export function worsened(plant: Plant, chance: number, month: number): number {
  const direction = plant.raises ? 1 : -1
  switch (plant.kind) {
    case 'shift':
    case 'outlier':
    case 'apart':
    case 'group':
      return within(chance + direction * plant.amount)
    case 'trend':
      return within(chance + direction * plant.amount * Math.min(1, (month - plant.onset + 1) / 12))
    case 'worker leaves':
      return chance * 0.08
    case 'volume':
      return chance
    case 'unrecorded':
    case 'late entry':
    case 'between':
    case 'words':
    case 'text':
      return plant.raises ? chance + plant.amount * (1 - chance) : chance * (1 - plant.amount)
  }
}

const within = (chance: number): number => Math.min(0.99, Math.max(0.01, chance))

/** Whether a step that is not as it should be was taken and is not recorded. */
export const isLost = (plants: readonly Plant[], process: ProcessId, month: number, who: Who): boolean =>
  plants.some((plant) => plant.kind === 'unrecorded' && plant.processes.includes(process) && touches(plant, month, who))
