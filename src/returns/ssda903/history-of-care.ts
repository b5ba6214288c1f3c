/**
 * A child's history of care, worked out from their care episodes as the looked-after return defines these: an episode is a stretch
 * under one legal status in one placement; the next begins on the day it ends, for a reason; a period of care ends with a reason other
 * than X1. A stretch has its first day and not its last, so two that meet share no day.
 *
 * What the episodes say is not repaired: where they overlap they are one period, and an end that nobody gave stays open.
 */

export interface Episode {
  /** Plain dates. `endedOn` is null while the episode is open, and never before `startedOn`. */
  readonly startedOn: string
  readonly endedOn: string | null
  /** RNE: S, L, P, T, B or U. */
  readonly startReason: string | null
  /** REC: X1 or why care ended. */
  readonly endReason: string | null
  readonly legalStatus: string | null
  readonly placementType: string | null
  readonly provider: string | null
  readonly urn: string | null
  readonly postcode: string | null
  readonly changeReason: string | null
}

export interface PeriodOfCare {
  readonly startedOn: string
  readonly endedOn: string | null
  /** Why the child left care. Null while they have not, and where the last episode only says that another follows. */
  readonly endReason: string | null
}

export interface Placement {
  readonly startedOn: string
  readonly endedOn: string | null
  readonly type: string | null
  readonly provider: string | null
  readonly urn: string | null
  readonly postcode: string | null
  /** Why it changed: it stands on the last episode of the placement. */
  readonly changeReason: string | null
  /** First day of the period of care it belongs to. */
  readonly period: string
}

export interface LegalStatus {
  readonly startedOn: string
  readonly endedOn: string | null
  readonly status: string
}

export interface HistoryOfCare<E extends Episode = Episode> {
  readonly periods: readonly PeriodOfCare[]
  readonly placements: readonly Placement[]
  readonly legalStatuses: readonly LegalStatus[]
  /** Each episode, with the first day of its period and of its placement. */
  readonly episodes: readonly { readonly episode: E; readonly period: string; readonly placement: string }[]
}

/** The history that one child's episodes make, whatever order they come in. */
export function careHistory<E extends Episode>(episodes: readonly E[]): HistoryOfCare<E> {
  const periods = together([...episodes].sort(inOrder), staysInCare)
  const history = periods.map((period) => {
    const startedOn = startOf(period)
    const placements = together(period, isSamePlacement).map((stretch) => ({ stretch, placement: placementOf(stretch, startedOn) }))
    const statuses = together(period, isSameStatus).flatMap((stretch) => statusOf(stretch) ?? [])
    return {
      period: periodOf(period),
      placements: placements.map(({ placement }) => placement),
      statuses,
      episodes: placements.flatMap(({ stretch, placement }) =>
        stretch.map((episode) => ({ episode, period: startedOn, placement: placement.startedOn })),
      ),
    }
  })
  return {
    periods: history.map(({ period }) => period),
    placements: history.flatMap(({ placements }) => placements),
    legalStatuses: history.flatMap(({ statuses }) => statuses),
    episodes: history.flatMap(({ episodes: each }) => each),
  }
}

const open = '9999-12-31'

/** By first day, then by last; the rest only so that the order they came in does not matter. */
function inOrder(one: Episode, other: Episode): number {
  const key = ({ startedOn, endedOn, ...rest }: Episode): string =>
    [startedOn, endedOn ?? open, rest.endReason === 'X1' ? '0' : '1', ...Object.values(rest)].join('|')
  const [a, b] = [key(one), key(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

/** Parts the sorted episodes into stretches: each next one belongs to the stretch before it, or begins another. */
function together<E extends Episode>(sorted: readonly E[], belongs: (next: E, stretch: readonly E[]) => boolean): E[][] {
  const stretches: E[][] = []
  for (const episode of sorted) {
    const stretch = stretches.at(-1)
    if (stretch && belongs(episode, stretch)) stretch.push(episode)
    else stretches.push([episode])
  }
  return stretches
}

const startOf = (stretch: readonly Episode[]): string => (stretch[0] as Episode).startedOn

/** The latest end of the stretch, or null while any of it is open. */
function endOf(stretch: readonly Episode[]): string | null {
  const last = stretch.reduce((latest, { endedOn }) => ((endedOn ?? open) > latest ? (endedOn ?? open) : latest), '')
  return last === open ? null : last
}

/** Why care ended: the reason on the episode that ends last, unless it says that the next one follows. */
function whyEnded(stretch: readonly Episode[]): string | null {
  const end = endOf(stretch)
  if (end === null) return null
  const reasons = stretch.filter(({ endedOn, endReason }) => endedOn === end && endReason !== null && endReason !== 'X1')
  return reasons.at(-1)?.endReason ?? null
}

/** An episode is of the period before it when it begins on the day that ends without the child leaving care, or while it still lasts. */
function staysInCare(next: Episode, period: readonly Episode[]): boolean {
  const end = endOf(period)
  if (end === null || next.startedOn < end) return true
  return next.startedOn === end && whyEnded(period) === null
}

function periodOf(period: readonly Episode[]): PeriodOfCare {
  return { startedOn: startOf(period), endedOn: endOf(period), endReason: whyEnded(period) }
}

/**
 * Reason L says that only the legal status changed: the child stays where they are. P, T, B and U each say that the placement changed,
 * even where type and provider stay the same. Where L stands on an episode whose type, provider, Ofsted number or postcode is another,
 * the two cannot be told as one placement, and where there is no reason these four decide.
 */
function isSamePlacement(next: Episode, stretch: readonly Episode[]): boolean {
  const before = stretch.at(-1) as Episode
  if (before.endedOn !== next.startedOn || (next.startReason !== 'L' && next.startReason !== null)) return false
  return (['placementType', 'provider', 'urn', 'postcode'] as const).every((what) => {
    const held = firstOf(stretch, what)
    return held === null || next[what] === null || plain(held) === plain(next[what])
  })
}

/** Postcodes and numbers are the same with or without spaces. */
const plain = (text: string): string => text.replace(/\s+/g, '').toUpperCase()

const firstOf = (stretch: readonly Episode[], what: 'placementType' | 'provider' | 'urn' | 'postcode'): string | null =>
  stretch.find((episode) => episode[what] !== null)?.[what] ?? null

function placementOf(stretch: readonly Episode[], period: string): Placement {
  return {
    startedOn: startOf(stretch),
    endedOn: endOf(stretch),
    type: firstOf(stretch, 'placementType'),
    provider: firstOf(stretch, 'provider'),
    urn: firstOf(stretch, 'urn'),
    postcode: firstOf(stretch, 'postcode'),
    changeReason: (stretch.at(-1) as Episode).changeReason,
    period,
  }
}

const isSameStatus = (next: Episode, stretch: readonly Episode[]): boolean => {
  const before = stretch.at(-1) as Episode
  return before.endedOn === next.startedOn && before.legalStatus === next.legalStatus
}

function statusOf(stretch: readonly Episode[]): LegalStatus | null {
  const status = stretch[0]?.legalStatus ?? null
  return status === null ? null : { startedOn: startOf(stretch), endedOn: endOf(stretch), status }
}
