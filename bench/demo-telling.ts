import { tellAuthority } from '../demo/estuary/authority.ts'
import type { WorldAsked } from '../demo/estuary/world.ts'

/** What it took to tell one district. */
export interface ToldDistrict {
  readonly district: number
  readonly children: number
  readonly records: number
  /** Records as first written, and each time they were written again. */
  readonly versions: number
  readonly seconds: number
  /** The most memory that the program held meanwhile, in MB. */
  readonly peak: number
}

/** Tells an authority and throws away what is told, district by district. */
export function* telling(asked: WorldAsked): Generator<ToldDistrict> {
  const nobody = { children: 0, records: 0, versions: 0, peak: 0 }
  let [at, counted, started] = [1, { ...nobody }, performance.now()]
  const told = (): ToldDistrict => ({ district: at, ...counted, seconds: (performance.now() - started) / 1_000 })
  let batches = 0
  for (const { world, records } of tellAuthority(asked)) {
    if (world.district !== at) {
      yield told()
      ;[at, counted, started] = [world.district, { ...nobody }, performance.now()]
    }
    for (const { kind, versions } of records) {
      counted.records++
      counted.versions += versions.length
      if (kind.table === 'person') counted.children++
    }
    if (batches++ % 100 === 0) counted.peak = Math.max(counted.peak, Math.round(process.memoryUsage.rss() / 1e6))
  }
  yield told()
}
