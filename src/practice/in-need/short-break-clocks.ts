import { clock, links, type Clock, type ClockDeclaration, type End, type Link, type Start } from '../../engine/clocks/clock.ts'
import { months } from '../../engine/clocks/length.ts'
import { referral } from '../front-door/records.ts'
import { careEpisode, lookedAfterReview, lookedAfterVisit } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { childInNeedReview } from './records.ts'
import { lastDayOf, seriesIn, staysIn } from './short-breaks.ts'

/** A series of short breaks: for as long as it stays within its limits, lighter rules than for other children in care. */

const regulations = (paragraph: string, words: string): string =>
  `Care Planning, Placement and Case Review (England) Regulations 2010, regulation ${paragraph}: ${words}. The same since 2011`
const since2011 = '2011-04-01'

export const shortBreakLimit = clock({
  id: 'short-break-limit',
  name: 'Limit of short breaks',
  plural: 'Limits of short breaks',
  todo: 'The stay reaches its limit: end it, or plan as for any child in care',
  area: 'In need',
  about: person,
  weight: 'regulation',
  source: regulations('48(2)', 'no stay longer than 17 days, and no more than 75 days in 12 months'),
  lookedUp: true,
  from: since2011,
  ages: { until: 18 },
  starts: (thread) => {
    const stays = staysIn(thread).filter(({ eachRecorded }) => eachRecorded)
    return stays.map((stay, place): Start => {
      const { day, limit } = lastDayOf(stay, stays.slice(0, place))
      return { at: stay.from, by: stay.by, due: day, part: limit, stop: stay.until }
    })
  },
  due: () => null,
  doneBy: careEpisode,
  doneInItself: true,
  reads: [careEpisode],
  says: {
    starts: 'The first day of each short break',
    due: 'within 17 days, or on the day on which 75 days have been used in 12 months, if that is sooner',
    stops: 'The stay ends',
    repeats: 'With each stay',
    exceptions:
      'Past the limit the child is in care under the full rules. Where the return records the agreement and not each stay (V4), the days are not known and nothing is counted',
  },
})

/** Along each series: the first day of its first stay, then each link. */
const along =
  (of: readonly Link[], after: (linksBefore: number) => boolean): Clock['starts'] =>
  (thread) =>
    seriesIn(thread).flatMap(({ stays, until }) => {
      const [first] = stays
      if (!first) return []
      const ends = until?.at ?? '9999'
      const inside = of
        .flatMap(({ table, dated }) => dated(thread).map(({ at, record }): End => ({ at, by: { table, id: record.id } })))
        .filter(({ at }) => at >= first.from && at <= ends)
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .filter(({ at }, place, all) => at !== all[place - 1]?.at)
      const points: End[] = [{ at: first.from, by: first.by }, ...inside]
      return points.flatMap((point, place): Start[] => (after(place) ? [{ ...point, until, stop: points[place + 1] ?? null }] : []))
    })

const ends =
  'A series is taken to have ended when six months pass without a stay, which is ours, when the agreement ends, when the case closes, or when the child comes into care otherwise'
const declared = (declaration: Omit<ClockDeclaration, 'area' | 'about' | 'weight' | 'from' | 'ages'>): Clock =>
  clock({ ...declaration, area: 'In need', about: person, weight: 'regulation', from: since2011, ages: { until: 18 } })

const reviews = [links(lookedAfterReview, 'heldOn', ({ cancelled }) => cancelled !== true), links(childInNeedReview, 'heldOn')]
const reviewed = regulations('48(3)', 'the first review within 3 months of the first stay, then at least every 6 months')

export const firstShortBreakReview = declared({
  id: 'short-break-review',
  name: 'First review of short breaks',
  plural: 'First reviews of short breaks',
  todo: 'Hold the first review of the short breaks',
  source: reviewed,
  starts: along(reviews, (held) => held === 0),
  due: months(3),
  doneBy: lookedAfterReview,
  reads: [careEpisode, referral, lookedAfterReview, childInNeedReview],
  says: {
    starts: 'The first day of the first stay in a series',
    stops: 'A looked after review or a child in need review is held',
    exceptions: ends,
  },
})

export const laterShortBreakReview = declared({
  id: 'short-break-review-next',
  row: 'short-break-review',
  name: 'Review of short breaks',
  plural: 'Reviews of short breaks',
  todo: 'Hold the review of the short breaks',
  source: reviewed,
  starts: along(reviews, (held) => held > 0),
  due: months(6),
  doneBy: lookedAfterReview,
  reads: [careEpisode, referral, lookedAfterReview, childInNeedReview],
  says: { starts: 'Each review', stops: 'The next review is held', repeats: 'Until the series ends', exceptions: ends },
})

/** Visits on days on which the child is placed; under an agreement, whose days are not recorded, on any day. */
const visits = [
  links(lookedAfterVisit, 'visitedOn', ({ childSeen, visitedOn }, thread) => {
    const day = visitedOn as string
    return (
      childSeen !== false &&
      staysIn(thread).some(({ from, until, eachRecorded }) => !eachRecorded || (from <= day && day <= (until?.at ?? '9999')))
    )
  }),
]
const visited = regulations(
  '48(3)(c)',
  'visits on days on which the child is placed, within 3 months of the first and then at least every 6 months',
)

export const firstShortBreakVisit = declared({
  id: 'short-break-visit',
  name: 'First visit in short breaks',
  plural: 'First visits in short breaks',
  todo: 'Visit the child on a day of the short break',
  source: visited,
  lookedUp: true,
  starts: along(visits, (made) => made === 0),
  due: months(3),
  doneBy: lookedAfterVisit,
  reads: [careEpisode, referral, lookedAfterVisit],
  says: {
    starts: 'The first day of the first stay in a series',
    stops: 'A visit at which the child is seen, on a day on which the child is placed',
    exceptions: `Another interval may be agreed with the reviewing officer and the parents. ${ends}`,
  },
})

export const laterShortBreakVisit = declared({
  id: 'short-break-visit-next',
  row: 'short-break-visit',
  name: 'Visit in short breaks',
  plural: 'Visits in short breaks',
  todo: 'Visit the child on a day of the short break',
  source: visited,
  lookedUp: true,
  starts: along(visits, (made) => made > 0),
  due: months(6),
  doneBy: lookedAfterVisit,
  reads: [careEpisode, referral, lookedAfterVisit],
  says: {
    starts: 'Each visit',
    stops: 'The next visit at which the child is seen, on a day on which the child is placed',
    repeats: 'Until the series ends',
    exceptions: `Another interval may be agreed with the reviewing officer and the parents. ${ends}`,
  },
})

export const shortBreakClocks = [shortBreakLimit, firstShortBreakReview, laterShortBreakReview, firstShortBreakVisit, laterShortBreakVisit]
