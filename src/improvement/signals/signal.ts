import type { Direction, Kind } from '../../engine/signals/found.ts'

/** A signal as people and programs read it: it names no child. */
export interface Signal {
  /** Stays the same from month to month while it is about the same thing. */
  readonly id: string
  /** The identifier of the measure, and its name and page of the digest. */
  readonly measure: string
  readonly name: string
  readonly area: string
  readonly kind: Kind
  /** In words, by what the measure is parted: { team: 'Family Support South' }. Empty of the whole authority. */
  readonly where: Readonly<Record<string, string>>
  /** The same as it is kept: for links. */
  readonly place: { readonly by: string; readonly value: string } | null
  /** 'YYYY-MM': the first month of which it is so, and the month at whose end it could first be told. */
  readonly since: string
  readonly seen: string
  readonly direction: Direction
  readonly from: number | null
  readonly to: number
  readonly unit: string
  /** How sure that it is no chance, 0 to 1. */
  readonly confidence: number
  /** How many children (or workers, households, matters: `whom`) it counts on the side that matters. */
  readonly children: number
  readonly whom: string
  /** Above the line and below it in the months it speaks of. */
  readonly above: number
  readonly below: number
  readonly sentence: string
  /** What stands beneath it: how many, how sure. */
  readonly more: string
  /** The identifier of the signal that says the same cause; null where it stands for itself. */
  readonly partOf: string | null
  /** Identifiers of signals, of measures upstream, that began about when it did or before. */
  readonly movedBefore: readonly string[]
}
