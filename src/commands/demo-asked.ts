/** A demonstration, as it is asked for: the few children whose stories are told by hand, or a whole authority of a size, as things stand on a day. */
export type DemoAsked = ToldAsked | WholeAsked

export interface ToldAsked {
  readonly size: 'told'
}

export interface WholeAsked {
  readonly size: 'small' | 'thurrock' | 'county'
  readonly seed: number
  /** First and last year of the history. */
  readonly from: number
  readonly to: number
  /** Whether problems of practice are planted in it. */
  readonly planted: boolean
  /** The day that counts as today: what is written later is not there yet. Without one, the last Friday before Christmas of the last year. */
  readonly today?: string | undefined
}
